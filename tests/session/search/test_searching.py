"""Searching the project: what is found is right whether the index is there, behind, or not to be had."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import operations
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Stamp, new_letter
from annotator.core.history import Correction
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.resources import resource_path
from annotator.search.query import parse
from annotator.session import Session
from annotator.session.search.indexing import bring_up_to_date
from annotator.session.search.regular_search import letters_job
from annotator.session.search.searching import LetterHits, Results, Search, SearchRequest
from annotator.storage import search_index
from annotator.storage.letter_list import LetterFilter
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.search_index import Scope
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")
LABEL = Message("Test", "test")
TEXTS = (
    "De Minister van Defensie sprak over België.\n\nDe motie Jansen, zie nr. 347.",
    "De verplich-\ntingen van de minister aan de\nKamer. Belgié deed mee.",
    "Geen woord daarover. Ook Iran en Irak niet: de Kamer sprak.",
    "Een brief van de minister van Defensie aan Irak, de motie ging over Irak.",
)


def made(folder: Path, texts: tuple[str, ...]) -> Session:
    store = Store.create(folder / "P.kant", read_codebook(resource_path("codebooks/kamerbrieven.toml")))
    letters = [
        NewLetter(new_letter(text, (0,), f"Brief {n}", STAMP), f"{n}.txt", f"{n:064x}", text.encode())
        for n, text in enumerate(texts, 1)
    ]
    store.do(lambda conn: add_letters(conn, letters))
    return Session(store, "jan", clock=lambda: STAMP.made_at)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = made(tmp_path, TEXTS)
    yield opened
    opened.store.close(abandon=True)


def index(session: Session) -> None:
    assert bring_up_to_date(session.store, lambda done, total: None, lambda: False)


def regularly(find, path, ids, scope, cancelled, template=None):  # type: ignore[no-untyped-def]
    return letters_job(find, str(path), ids, scope, template)


def results(session: Session, typed: str, **asked: object) -> Results:
    search = Search(session.store, SearchRequest(typed, **asked), regularly)  # type: ignore[arg-type]
    return list(search.run(lambda done, total: None, lambda: False))[-1]


def found(session: Session, typed: str, **asked: object) -> dict[int, list[str]]:
    return {letter.letter_id: said(letter) for letter in results(session, typed, **asked).letters}


def said(letter: LetterHits) -> list[str]:
    return [hit.context.hit for hit in letter.hits]


def correct(session: Session, letter_id: int, before: str, after: str) -> None:
    session.open_letter(letter_id)
    assert session.letter is not None
    start = session.letter.text.index(before)
    correction = Correction(start, start + len(before), before, after, "word")
    session.do(LABEL, operations.correct(session.letter, (correction,), STAMP))
    session.store.flush()


@pytest.fixture(params=["no index", "index"])
def searched(session: Session, request: pytest.FixtureRequest) -> Session:
    if request.param == "index":
        index(session)
    return session


def test_words_are_found_without_case_and_accents(searched: Session) -> None:
    assert found(searched, "belgie") == {1: ["België"], 2: ["Belgié"]}


def test_all_words_must_be_there(searched: Session) -> None:
    assert set(found(searched, "minister irak")) == {4}


def test_a_phrase_goes_over_a_line_end(searched: Session) -> None:
    assert found(searched, '"aan de kamer"') == {2: ["aan de Kamer"]}


def test_a_prefix_an_alternative_and_an_exclusion(searched: Session) -> None:
    assert set(found(searched, "defens*")) == {1, 4}
    assert set(found(searched, "Iran OR motie")) == {1, 3, 4}
    assert set(found(searched, "minister -defensie")) == {2}


def test_a_broken_word_is_found_whole(searched: Session) -> None:
    assert found(searched, "verplichtingen") == {2: ["verplich- tingen"]}


def test_the_letter_with_more_of_it_comes_first(searched: Session) -> None:
    assert list(found(searched, "irak")) == [4, 3]


def test_a_hit_has_its_line_page_and_context(searched: Session) -> None:
    [letter] = results(searched, "jansen").letters
    [hit] = letter.hits
    assert (hit.context.line, hit.page, letter.title) == (3, 1, "Brief 1")
    assert hit.context.left.endswith("De motie ")
    assert hit.span == Span(TEXTS[0].index("Jansen"), TEXTS[0].index("Jansen") + 6)


def test_a_correction_is_found_at_once_and_the_ocr_text_still(searched: Session) -> None:
    correct(searched, 2, "Belgié", "Holland")
    assert set(found(searched, "belgie")) == {1}
    assert set(found(searched, "holland")) == {2}
    assert set(found(searched, "belgie", scope="ocr")) == {1, 2}
    [hit] = next(r for r in results(searched, "belgie", scope="both").letters if r.letter_id == 2).hits
    assert (hit.in_ocr, hit.context.hit) == (True, "Belgié")
    letter = searched.letter
    assert letter is not None
    assert letter.text[slice(*hit.span)] == "Holland"


def test_the_index_follows_corrections(session: Session) -> None:
    index(session)
    correct(session, 2, "Belgié", "Holland")
    correct(session, 2, "Holland", "Nederland")
    index(session)
    assert session.store.reader.stale_ids() == []
    assert set(found(session, "nederland")) == {2}
    assert found(session, "holland") == {}
    assert set(found(session, "belgie", scope="ocr")) == {1, 2}
    session.undo()
    session.undo()
    index(session)
    assert set(found(session, "belgie")) == {1, 2}
    assert found(session, "nederland", scope="both") == {}


def test_nothing_of_a_removed_letter_is_left_in_the_index(session: Session) -> None:
    index(session)
    session.store.remove_letters([1])
    session.store.flush()
    assert found(session, "jansen") == {}
    blocks = _blocks(session)
    assert not any(b"jansen" in block for block in blocks)
    assert any(b"kamer" in block for block in blocks)


def _of_another_form(session: Session) -> None:
    """Leave the index that an earlier version of the program made, with the texts as they stand."""
    statement = search_index.MAKE_INDEX.replace("folded", "text")
    assert statement != search_index.MAKE_INDEX

    def make(conn: WriteConnection) -> None:
        conn.execute(f"DROP TABLE {search_index.INDEX}")
        conn.execute(statement)
        rows = conn.execute("SELECT letter_id, text FROM letter_ocr").fetchall()
        conn.executemany(
            "INSERT INTO search_index (rowid, text) VALUES (?, ?)", [(2 * row, text) for row, text in rows]
        )

    index(session)
    session.store.do(make)


def test_an_index_of_another_form_is_made_anew(session: Session) -> None:
    _of_another_form(session)
    assert session.store.reader.stale_count() == 0
    assert set(found(session, "verplichtingen")) == {2}
    index(session)
    assert session.store.reader.ranked(parse("verplichtingen").expression(), "text") == [2]
    assert session.store.reader.stale_count() == 0


def test_nothing_of_a_removed_letter_is_left_in_an_index_of_another_form(session: Session) -> None:
    _of_another_form(session)
    assert any(b"jansen" in block for block in _blocks(session))
    session.store.remove_letters([1])
    session.store.flush()
    assert found(session, "jansen") == {}
    index(session)
    assert not any(b"jansen" in block for block in _blocks(session))


def _blocks(session: Session) -> list[bytes]:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(session.store.path)) as conn:
        return [bytes(block) for (block,) in conn.execute("SELECT block FROM search_index_data")]


def test_a_filter_keeps_other_letters_out(searched: Session) -> None:
    searched.open_letter(4)
    assert searched.letter is not None
    start = searched.letter.text.index("Irak")
    searched.do(LABEL, operations.add_passage(Span(start, start + 4), "country", STAMP))
    searched.store.flush()
    tagged = LetterFilter(tag="country")
    assert set(found(searched, "minister", wanted=tagged)) == {4}
    assert found(searched, "irak", wanted=tagged) == {4: ["Irak", "Irak"]}
    assert found(searched, "irak", wanted=tagged, inside_tag=True) == {4: ["Irak"]}
    assert found(searched, "defensie", wanted=tagged, inside_tag=True) == {}


@pytest.mark.parametrize(
    ("typed", "text", "hits"),
    [
        ("kabinetsformatie", "de kabinets-\nformatie is", ["kabinets-\nformatie"]),
        ("de kabinetsformatie", "de kabinets-\nformatie is", ["de kabinets-\nformatie"]),
        ("Kabinetsformatie", "de kabinets-\nformatie is", []),
        ("verplichtingen", "hun verplich\u00ac\n  tingen", ["verplich\u00ac\n  tingen"]),
        ("verplich", "hun verplich-\ntingen", ["verplich"]),
        ("secretaris-generaal", "de secretaris-\ngeneraal", ["secretaris-\ngeneraal"]),
        ("secretarisgeneraal", "de secretaris-\ngeneraal", ["secretaris-\ngeneraal"]),
        ("in- en", "de in-\nen uitvoer", []),
        ("28 676", "28\u00a0676 28676 28  676", ["28\u00a0676"]),
        ("\u00a0", "28\u00a0676 28 676", ["\u00a0"]),
        ("\ufb01", "\ufb01nancieel financieel", ["\ufb01"]),
        ("fi", "\ufb01nancieel financieel", ["\ufb01", "fi"]),
        ("fin", "\ufb01nancieel financieel", ["\ufb01n", "fin"]),
        ("\u00ac", "verplich\u00ac\ntingen", ["\u00ac"]),
        ("b\u0133drage", "bijdrage b\u0133drage", ["bijdrage", "b\u0133drage"]),
    ],
)
def test_what_exactly_finds(tmp_path: Path, typed: str, text: str, hits: list[str]) -> None:
    opened = made(tmp_path, (text,))
    try:
        # As they are shown: white space as single spaces.
        shown = [" ".join(hit.split()) if hit.strip() else " " for hit in hits]
        assert found(opened, typed, mode="exact").get(1, []) == shown
    finally:
        opened.store.close(abandon=True)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("nr. 347", {1}), ("Minister", {1}), ("minister", {2, 4}), ("Irak, de", {4}), ("zzz", set())],
)
def test_exactly_what_was_typed(session: Session, typed: str, ids: set[int]) -> None:
    assert set(found(session, typed, mode="exact")) == ids


def test_a_regular_expression_goes_through_all_texts(session: Session) -> None:
    assert found(session, r"Ira[kn]", mode="regular") == {3: ["Iran", "Irak"], 4: ["Irak", "Irak"]}
    assert found(session, r"nr\. \d+", mode="regular") == {1: ["nr. 347"]}


@pytest.mark.parametrize(
    "typed", ["(", "[a", "*", "a**", r"\p{zzz}", "(?P<a>", "a{9999}{9999}", "x" * 10_000]
)
def test_a_wrong_expression_is_told_in_one_sentence(session: Session, typed: str) -> None:
    with pytest.raises(UserError) as told:
        found(session, typed, mode="regular")
    assert "\n" not in str(told.value)


def test_an_expression_that_runs_wild_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.search.regular.SECONDS_A_TEXT", 0.05)
    wild = made(tmp_path, ("a" * 4000 + "b",))
    with pytest.raises(UserError, match="too long"):
        found(wild, "(a+)+$", mode="regular")
    wild.store.close(abandon=True)


def test_it_can_be_cancelled(session: Session) -> None:
    search = Search(session.store, SearchRequest("Irak", "exact"), regularly)
    assert list(search.run(lambda done, total: None, lambda: True)) == []


def test_without_fts5_the_letters_are_looked_through(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(session)
    monkeypatch.setattr(search_index, "can_index", lambda conn: False)
    assert set(found(session, "irak")) == {3, 4}


def test_a_project_that_cannot_be_written_is_searched(session: Session) -> None:
    store = Store.open(session.store.path, read_only=True)
    assert bring_up_to_date(store, lambda done, total: None, lambda: False) is False
    search = Search(store, SearchRequest("irak"), regularly)
    assert {
        letter.letter_id for letter in list(search.run(lambda d, t: None, lambda: False))[-1].letters
    } == {3, 4}
    store.close()


def test_a_damaged_index_is_made_anew(session: Session) -> None:
    index(session)
    session.store.do(lambda conn: conn.execute("UPDATE search_index_data SET block = x'00' WHERE id > 10"))
    correct(session, 2, "Belgié", "Holland")
    for _ in range(2):
        bring_up_to_date(session.store, lambda done, total: None, lambda: False)
    assert set(found(session, "holland")) == {2}
    assert set(found(session, "jansen")) == {1}


WORDS = (
    "de",
    "minister",
    "België",
    "belgie",
    "Irak",
    "28",
    "676",
    "ge-\ncoördineerd",
    "co\u00adördinatie",
    "Ø",
    "28\u202f676",
    "ge\u00ac\ncoördineerd",
    "de ge\u2011\u00a0\ncoör\u200bdineerd",
    "b\u0133drage",
    "\ufb01nanciële",
    "ver~\nplich\u2e17\ntingen",
    "in-\nen",
    "a",
)
letters = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5
)
queries = st.sampled_from(
    ["belgie", "de minister", '"de minister"', "ge*", "gecoordineerd", "coordinatie", "irak -de", "28676",
     '"28 676"', "a OR irak", "ø", "belg* -minister", '"coordineerd"', "min*",
     "bijdrage", "financi*", "verplichtingen", '"de gecoordineerd"', '"gecoordineerd bijdrage"', "plich*",
     '"in en"', "inen", "-bijdrage de", "b\u0133*", "ver plich"]
)  # fmt: skip


@given(letters, queries, st.integers(0, 1000))
def test_the_index_finds_what_looking_through_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], typed: str, seed: int
) -> None:
    chance = random.Random(seed)
    session = made(tmp_path_factory.mktemp("search"), tuple(texts))
    try:
        expected = set(found(session, typed))
        index(session)
        assert session.store.reader.ranked(parse(typed).expression(), "text") is not None
        assert set(found(session, typed)) == expected
        letter_id = chance.randint(1, len(texts))
        session.open_letter(letter_id)
        assert session.letter is not None
        at = chance.randrange(len(session.letter.text))
        edit = Correction(at, at + 1, session.letter.text[at], chance.choice(("", " ", "irak", "-")), "word")
        session.do(LABEL, operations.correct(session.letter, (edit,), STAMP))
        for scope in ("text", "ocr", "both"):
            stale = set(found(session, typed, scope=scope))
            fresh = set(_after_indexing(session, typed, scope))  # type: ignore[arg-type]
            assert stale == fresh
    finally:
        session.store.close(abandon=True)


def _after_indexing(session: Session, typed: str, scope: Scope) -> dict[int, list[str]]:
    index(session)
    return found(session, typed, scope=scope)
