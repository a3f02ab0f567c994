"""What is typed is read as words, never as the index's own language."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.user_errors import UserError
from annotator.search.query import Locator, Query, Term, indexed, parse


def test_words_must_all_be_there() -> None:
    assert parse("motie Jansen") == Query(((Term(("motie",)),), (Term(("Jansen",)),)))


def test_phrases_prefixes_alternatives_and_exclusions() -> None:
    query = parse('"de minister" belg* Irak OR Iran -nederland -"de kamer"')
    assert query.groups == (
        (Term(("de", "minister")),),
        (Term(("belg",), prefix=True),),
        (Term(("Irak",)), Term(("Iran",))),
    )
    assert query.without == (Term(("nederland",)), Term(("de", "kamer")))


def test_a_number_with_signs_is_a_phrase() -> None:
    assert parse("28676/347").groups == ((Term(("28676", "347")),),)


@pytest.mark.parametrize("typed", ["", "  ", '"', "***", "-", "OR", '""', "€ §", "()", "\x00"])
def test_what_holds_no_word_is_told(typed: str) -> None:
    with pytest.raises(UserError):
        parse(typed)


def test_only_exclusions_are_told() -> None:
    with pytest.raises(UserError, match="not only"):
        parse("-irak")


def test_what_is_too_long_is_told() -> None:
    for typed in ("x" * 10_000, "x " * 900):
        with pytest.raises(UserError, match="too much"):
            parse(typed)


@given(st.text(alphabet="ab\"*-^:(){}+/\\'NEAROD \x00é€,.\n", max_size=60))
def test_no_query_is_wrong_for_the_index(typed: str) -> None:
    try:
        query = parse(typed)
    except UserError:
        return
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE f USING fts5(text, content='')")
    conn.execute("SELECT rowid FROM f WHERE f MATCH ?", (query.expression(),)).fetchall()
    conn.close()


def test_hits_are_found_in_a_text() -> None:
    text = "Motie Jansen: de\nMínister sprak met de Belgische minister over verplich-\ntingen."
    query = parse('motie "de minister" belg* verplichtingen')
    hits = [text[start:end] for start, end in Locator(query).find(text)]
    assert hits == ["Motie", "de\nMínister", "Belgische", "verplich-\ntingen"]


def test_broken_words_are_indexed_whole_too() -> None:
    assert indexed("een motie") == "een motie"
    assert indexed("verplich-\ntingen").split()[-1] == "verplichtingen"
    assert indexed("co\u00ador\u00addinatie x") == "coordinatie x"
    assert indexed("a - b -\n") == "a - b -\n"
