"""Numbers are read and shown as the letters of the project write them, whatever language the screen has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.commands.filling import fill_from_span
from annotator.core.codebook import Field
from annotator.core.codebook_toml import read_codebook
from annotator.core.fields import format, language_for, parse
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.codebook.codebook_migration import follow
from annotator.session.project.text_language import set_language
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store

LETTER = "It cost 1,250 euros, not 1.250 guilders, on 3 May 2021.\n"
COSTS = Field("costs", "whole_number", {"en": "Costs"})
NOTE = Field("costs", "text", {"en": "Costs"})


@pytest.fixture(params=["en", "nl"])
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    (tmp_path / "1.txt").write_text(LETTER, encoding="utf-8")
    codebook = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    codebook = replace(codebook, fields=(*codebook.fields, COSTS))
    with Store.create(tmp_path / "p.kant", codebook, "jan") as store:
        import_paths(store, [tmp_path / "1.txt"], "jan")
        set_language(store, request.param)
    session = Session(Store.open(tmp_path / "p.kant", analyst="jan"), "jan")
    session.open_letter(1)
    yield session
    session.close()


def filled(session: Session, words: str) -> str:
    assert session.letter is not None
    start = session.letter.text.index(words)
    fill_from_span(session, session.letter, "costs", Span(start, start + len(words)))
    (value,) = session.letter.values_of("costs")
    return value.value


def test_the_words_of_a_letter_are_read_as_it_writes_numbers(session: Session) -> None:
    assert filled(session, "1,250") == ("1250" if session.text_language == "en" else "")


def test_a_dutch_number_in_a_dutch_letter(session: Session) -> None:
    if session.text_language == "nl":
        assert filled(session, "1.250") == "1250"


def test_values_that_become_numbers_are_read_so_too(session: Session) -> None:
    before = session.codebook
    as_text = replace(before, fields=(*before.fields[:-1], NOTE))
    assert session.do_codebook(Message("Test", "test"), as_text)
    filled(session, "1,250")
    session.settle()

    def read(screen: str) -> list[str]:
        found = follow(session.store, as_text, before, {}, screen, lambda *_: None, lambda: False)
        return [row.after.value for delta in found.deltas.values() for row in delta.rows]  # type: ignore[union-attr]

    for screen in ("en", "nl"):
        if session.text_language == "en":
            assert read(screen) == ["1250"]
        else:
            with pytest.raises(Exception, match="would not fit"):
                read(screen)


@pytest.mark.parametrize("screen", ["en", "nl"])
def test_what_a_form_shows_of_a_number_it_reads_again(screen: str) -> None:
    for letters, shown in (("en", "1,250"), ("nl", "1.250")):
        language = language_for(COSTS, screen, letters)
        assert format(COSTS, "1250", language) == shown
        assert parse(COSTS, shown, language).value == "1250"


def test_dates_are_read_in_either_language_and_shown_in_that_of_the_screen() -> None:
    day = Field("day", "date", {})
    for language in ("en", "nl"):
        assert {parse(day, text, language).value for text in ("3 mei 2021", "May 3, 2021", "3-5-2021")} == {
            "2021-05-03"
        }
    assert language_for(day, "nl", "en") == "nl"
