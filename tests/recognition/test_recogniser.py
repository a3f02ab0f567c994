"""A picture of a page becomes words with boxes, upright, read twice."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

import pytest
from PIL import Image

from annotator.core.user_errors import UserError
from annotator.importers.layout.assembling import assemble
from annotator.importers.layout.words import RawPage
from annotator.recognition.engine import Engine
from annotator.recognition.models import Recognition, models, models_for
from annotator.recognition.recogniser import Recogniser
from tests.recognition.drawing import DPI, LETTER, SIZE, drawn, needs_engine, put

TEXT = " ".join(LETTER)


@lru_cache(maxsize=1)
def recogniser() -> Recogniser:
    return Recogniser(Recognition())


def read(image: Image.Image, dpi: float = DPI) -> tuple[RawPage, tuple[str, ...]]:
    return recogniser().page(image, image.width / dpi * 72, image.height / dpi * 72)


def text_of(page: RawPage) -> str:
    return " ".join(assemble([page]).text.split())


def likeness(text: str) -> float:
    return SequenceMatcher(None, text, TEXT, autojunk=False).ratio()


@needs_engine
def test_words_come_with_their_boxes_in_points_and_how_sure_they_are() -> None:
    page, flags = read(drawn())
    assert likeness(text_of(page)) > 0.98
    assert flags == ("recognised",)
    assert (page.width, page.height) == pytest.approx(SIZE, abs=0.5)
    first = page.words[0]
    assert first.text == "Geachte"
    assert first.left == pytest.approx(36, abs=2) and 44 < first.top < 60 and first.bottom < 70
    assert 9 < first.size < 15
    assert first.confidence > 60


@needs_engine
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_or_head_comes_upright(turn: int) -> None:
    lying = drawn().rotate(turn, expand=True)  # counter-clockwise, so it is turned back clockwise
    page, flags = read(lying)
    assert f"turned_{turn}" in flags
    assert (page.width, page.height) == pytest.approx(SIZE, abs=0.5)
    assert likeness(text_of(page)) > 0.97
    assert page.words[0].left == pytest.approx(36, abs=3)


@needs_engine
@pytest.mark.parametrize("slant", [-12.0, -2.0, 4.0])
def test_a_page_that_lies_askew_is_set_straight(slant: float) -> None:
    lying = drawn(left=60).rotate(slant, Image.Resampling.BICUBIC, fillcolor=255)
    page, flags = read(lying)
    told = [float(flag.removeprefix("straightened_")) for flag in flags if flag.startswith("straightened_")]
    assert told == [pytest.approx(slant, abs=0.5)]
    assert likeness(text_of(page)) > 0.95
    assert page.words[0].left == pytest.approx(60, abs=4)
    assert page.words[0].bottom == pytest.approx(62, abs=5)


@needs_engine
def test_a_blank_page_has_no_words_and_is_not_turned() -> None:
    page, flags = read(Image.new("L", (800, 1000), 250))
    assert page.words == () and flags == ("recognised",)


@needs_engine
def test_what_can_be_seen_through_is_paper() -> None:
    shown = drawn().convert("RGBA")
    shown.putalpha(drawn().point(lambda grey: 255 - grey))  # all that is no ink can be seen through
    assert likeness(text_of(read(shown)[0])) > 0.97


@needs_engine
def test_a_heading_is_larger_than_the_text() -> None:
    page = drawn(top=110)
    put(page, ["Ons plan in zicht"], points=21, left=36, top=40)
    words = read(page)[0].words
    heading = [word.size for word in words if word.text in ("plan", "zicht")]
    body = [word.size for word in words if word.text in ("Geachte", "Hierbij", "verslag")]
    assert min(heading) > 1.4 * max(body)
    assert len(set(body)) == 1  # the noise of reading does not make sizes of their own


@needs_engine
def test_a_poor_reading_says_what_else_it_may_be() -> None:
    small = drawn().resize((290, 207), Image.Resampling.BOX)  # 50 dpi
    page, _ = recogniser().page(small, *SIZE)
    doubted = [word for word in page.words if word.others]
    assert doubted
    assert all(word.text not in word.others for word in doubted)


@needs_engine
def test_a_damaged_model_is_named(tmp_path) -> None:
    (tmp_path / "nld.traineddata").write_bytes(b"no model")
    with pytest.raises(UserError, match=r"model nld .* put another nld\.traineddata into"):
        Engine("nld", tmp_path)


def test_dutch_and_english_models_come_with_the_program() -> None:
    assert {"nld", "eng"} <= set(models())


def test_the_model_follows_the_language_and_a_folder_of_ones_own_goes_first(tmp_path) -> None:
    (tmp_path / "deu.traineddata").write_bytes(b"")
    (tmp_path / "eng.traineddata").write_bytes(b"")
    assert [name for name, _ in models_for(Recognition())] == ["nld", "eng"]
    assert [name for name, _ in models_for(Recognition(language="en"))] == ["eng", "nld"]
    german = models_for(Recognition(language="de", own_models=str(tmp_path)))
    assert german == [("deu", tmp_path), ("eng", tmp_path)]
    assert [name for name, _ in models_for(Recognition(language="de"))] == ["eng", "nld"]
