"""Pictures of pages are letters: whole, or not at all with one sentence that says why."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from annotator.core.parcels import pack
from annotator.core.user_errors import UserError
from annotator.importers import find, pages_by_number, pictures, read_file
from annotator.importers.interface import ImportedLetter
from annotator.importers.pictures import PICTURES, job
from annotator.pages import pictures as opened
from tests.picture_making import saved, sheet, tiff_of


def read(data: bytes, shown: str = "brief.tif") -> ImportedLetter:
    return job(shown, Path(shown).name, data, (), "")


def refusal(data: bytes, shown: str = "brief.tif") -> str:
    with pytest.raises(UserError) as caught:
        read(data, shown)
    return str(caught.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "JPEG2000"])
def test_a_picture_is_a_letter_with_an_empty_page_that_says_so(kind: str) -> None:
    data = saved(sheet((827, 1169)), kind)
    letter = read(data)
    assert (letter.text, letter.page_starts, letter.title) == ("\n", (0,), "brief")
    (layout,) = letter.layouts
    assert (layout.width, layout.height) == pytest.approx((595.7, 842.0), abs=0.1)
    assert layout.flags == ("no_text",)
    assert letter.sha256 == hashlib.sha256(data).hexdigest()
    assert "no text on 1 page of 1" in str(letter.warnings[0])


def test_each_page_of_a_tiff_has_its_start_and_its_size() -> None:
    pages = [sheet((100 * n, 200), mode="1") for n in (1, 2, 3)]
    letter = read(tiff_of(pages, compression="group4"))
    assert (letter.text, letter.page_starts) == ("\n\n\n", (0, 1, 2))
    assert [layout.source_page for layout in letter.layouts] == [0, 1, 2]
    assert [round(layout.width / layout.height, 2) for layout in letter.layouts] == [0.5, 1.0, 1.5]


def test_pictures_of_a_parcel_are_pages_in_the_order_of_their_names() -> None:
    parcel = pack({f"b-{n}.png": saved(sheet((100 + n, 200)), "PNG") for n in (10, 9, 1)})
    letter = read(parcel)
    assert [round(layout.width / layout.height, 3) for layout in letter.layouts] == [0.505, 0.545, 0.55]


def test_one_page_that_is_damaged_costs_the_letter_and_is_named() -> None:
    whole = saved(Image.effect_noise((200, 200), 90), "PNG")
    said = refusal(pack({"b-1.png": whole, "b-2.png": whole[: len(whole) // 2]}), "map/b")
    assert said == "map/b (b-2.png) is damaged and cannot be read as a picture: get another copy."


def test_a_picture_of_a_gigapixel_is_refused_with_the_limit() -> None:
    data = saved(Image.new("1", (14_000, 14_000), 1), "TIFF", compression="group4")
    assert "brief.tif has more than 170 million dots on a page" in refusal(data)


def test_more_dots_than_a_letter_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_MOST_DOTS", 5_000_000)
    monkeypatch.setattr(opened.Pictures, "load", lambda *_: pytest.fail("decoded"))
    assert "more than 5 million dots on its pages together" in refusal(tiff_of([sheet((1_000, 2_000))] * 3))


def test_more_pages_than_a_letter_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST_PAGES", 2)
    assert "pages, and a letter may have at most" in refusal(tiff_of([sheet((10, 20))] * 3))


def test_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(opened.Pictures, "load", fails)
    assert "needs more memory than a letter may take" in refusal(saved(sheet(), "PNG"))


def test_a_picture_is_known_by_its_bytes_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_bytes(saved(sheet(), "PNG"))
    assert read_file(tmp_path / "brief.txt").layouts


def test_all_kinds_are_found_in_folders_and_asked_about_where_numbered(tmp_path: Path) -> None:
    for name in ("brief-012-1.tif", "brief-012-2.tif", "los.JPG", "los.webp", "los.gif", "a.txt"):
        (tmp_path / name).write_bytes(b"x")
    found = find([tmp_path])
    assert [path.name for path in found.files] == ["a.txt", "los.JPG", "los.webp"]
    assert [path.name for path in found.others] == ["los.gif"]
    (group,) = pages_by_number([tmp_path])
    assert (group.path.name, group.name) == ("brief-012", "brief-012.zip")
    assert pages_by_number([tmp_path / "brief-012-1.tif"]) == []
    assert all(suffix in PICTURES.suffixes for suffix in (".png", ".jpeg", ".tiff", ".jp2"))
