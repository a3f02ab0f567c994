"""Changes in the file: new, amended, undone, done again; and what is wrong is rolled back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import codebook_delta, codebook_edits, history, operations
from annotator.core.document import Passage, Value
from annotator.core.history import Correction, Delta, Hunk, RowChange
from annotator.core.proposals import Proposed
from annotator.core.text import Span
from annotator.storage.check import check
from annotator.storage.rows import insert_proposed
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, STAMP, TEXT, corrected, letter, project, save, tagged


def states(store: Store) -> list[tuple[int, str]]:
    return [(line.id, line.state) for line in reversed(store.reader.changes())]


def test_a_letter_comes_back_as_it_was_added(store: Store) -> None:
    assert store.reader.letter(1).text == TEXT


def test_a_change_in_the_file_is_the_change_in_memory(store: Store) -> None:
    before = store.reader.letter(1)
    delta = corrected(before, "Belgié", "Koninkrijk België")
    save(store, 1, {1: delta})
    assert store.reader.letter(1) == history.apply(before, delta)


def test_a_tag_moves_along_with_an_earlier_correction(store: Store) -> None:
    save(store, 1, {1: tagged(store.reader.letter(1), "motie Jansen", "p")})
    save(store, 2, {1: corrected(store.reader.letter(1), "Geachte", "Zeer geachte")})
    assert store.reader.letter(1).quote("p") == "motie Jansen"


def test_all_kinds_of_places_move_along_with_many_hunks(store: Store) -> None:
    made = store.reader.letter(1)
    at = made.text.index("motie")
    steps = [
        tagged(made, "motie", "p"),
        operations.set_value(made, "subject", 0, "x", "motie", Span(at, at + 5), STAMP),
        operations.judge(Span(at, at + 5), "motie", "here", "", STAMP),
        operations.start_section(made, made.text.index("Zie"), 1, "topic", STAMP, "s"),
    ]
    for number, delta in enumerate(steps, 1):
        save(store, number, {1: delta})
    made = store.reader.letter(1)
    fixes = [
        Correction(made.text.index(w), made.text.index(w) + len(w), w, f"{w}!?")
        for w in ("Geachte", "Belgié")
    ]
    delta = operations.correct(made, fixes, STAMP)
    assert len(delta.hunks) > 1
    save(store, 5, {1: delta})
    assert store.reader.letter(1) == history.apply(made, delta)


def test_a_page_moves_along_with_an_earlier_correction(store: Store) -> None:
    save(store, 1, {1: corrected(store.reader.letter(1), "Geachte", "Zeer geachte")})
    assert store.reader.letter(1).page_starts() == [0, 26]


@pytest.mark.parametrize("words", [("Geachte",), ("Geachte", "Belgié")])
def test_a_bound_at_the_edge_of_a_hunk_stays_unless_it_is_listed(
    store: Store, words: tuple[str, ...]
) -> None:
    save(store, 1, {1: tagged(store.reader.letter(1), "Geachte", "before")})
    save(store, 2, {1: tagged(store.reader.letter(1), " voorzitter", "behind")})
    made = store.reader.letter(1)
    delta = Delta(tuple(Hunk(made.text.index(word), word, f"{word}!") for word in words))
    save(store, 3, {1: delta})
    assert store.reader.letter(1).spans == history.apply(made, delta).spans
    assert store.reader.letter(1).spans["behind"].start == made.spans["behind"].start


def test_undo_restores_the_letter(store: Store) -> None:
    before = store.reader.letter(1)
    save(store, 1, {1: corrected(before, "Belgié en Duits-\nland", "x")})
    save(store, 1, {}, "undo")
    assert store.reader.letter(1) == before


def test_redo_does_it_again(store: Store) -> None:
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    after = store.reader.letter(1)
    save(store, 1, {}, "undo")
    save(store, 1, {}, "redo")
    assert store.reader.letter(1) == after


def test_a_new_change_discards_the_undone(store: Store) -> None:
    save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
    save(store, 1, {}, "undo")
    save(store, 2, {1: tagged(store.reader.letter(1), "motie", "q")})
    assert states(store) == [(1, "discarded"), (2, "done")]


def test_the_next_undo_and_redo_are_read_from_the_file(store: Store) -> None:
    for number, word in enumerate(("Belgié", "motie", "brief"), 1):
        save(store, number, {1: tagged(store.reader.letter(1), word, word)})
    save(store, 3, {}, "undo")
    save(store, 2, {}, "undo")
    undo, redo = store.reader.next_undo(), store.reader.next_redo()
    assert undo is not None
    assert redo is not None
    assert (undo.id, redo.id) == (1, 2)


def test_there_is_no_redo_after_a_new_change(store: Store) -> None:
    save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
    save(store, 1, {}, "undo")
    save(store, 2, {1: tagged(store.reader.letter(1), "motie", "q")})
    assert store.reader.next_redo() is None


def test_a_change_is_read_back_with_its_deltas_and_label(store: Store) -> None:
    delta = corrected(store.reader.letter(1), "Belgié", "België")
    save(store, 1, {1: delta})
    change = store.reader.next_undo()
    assert change is not None
    assert (change.deltas, str(change.label)) == ({1: delta}, "Correct Belgié")


def test_amending_takes_the_place_of_what_was_typed_so_far(store: Store) -> None:
    before = store.reader.letter(1)
    save(store, 1, {1: corrected(before, "Belgié", "Belg")})
    whole = corrected(before, "Belgié", "België")
    save(store, 1, {1: whole}, "amend")
    assert store.reader.letter(1) == history.apply(before, whole)


def test_amending_raises_the_content_version_once(store: Store) -> None:
    before = store.reader.letter(1)
    first = save(store, 1, {1: corrected(before, "Belgié", "Belg")})
    second = save(store, 1, {1: corrected(before, "Belgié", "België")}, "amend")
    assert (first, second) == ({1: 2}, {1: 3})


def test_amending_to_nothing_takes_the_change_out(store: Store) -> None:
    before = store.reader.letter(1)
    save(store, 1, {1: corrected(before, "Belgié", "Belg")})
    save(store, 1, {1: Delta()}, "amend")
    assert (store.reader.letter(1), states(store)) == (before, [])


def test_only_a_change_of_the_text_raises_the_content_version(store: Store) -> None:
    save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
    assert store.reader.version(1) == 1


def test_the_text_row_goes_when_the_text_is_the_ocr_text_again(store: Store) -> None:
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    save(store, 1, {}, "undo")
    with closing(sqlite3.connect(store.path)) as conn:
        assert conn.execute("SELECT count(*) FROM letter_text").fetchone() == (0,)


def test_a_correction_keeps_its_id_while_it_changes(store: Store) -> None:
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "Belgie")})
    save(store, 2, {1: corrected(store.reader.letter(1), "Jansen", "Janssen")})
    save(store, 3, {1: corrected(store.reader.letter(1), "Belgie", "België")})
    with closing(sqlite3.connect(store.path)) as conn:
        rows = conn.execute("SELECT id, after FROM corrections ORDER BY ocr_start").fetchall()
    assert rows == [(1, "België"), (2, "Janssen")]


def test_title_status_and_note_are_changed(store: Store) -> None:
    delta = operations.set_about(
        store.reader.letter(1), lambda a: replace(a, title="T", status="done", note="N")
    )
    save(store, 1, {1: delta})
    about = store.reader.letter(1).about
    assert (about.title, about.status, about.note) == ("T", "done", "N")


def test_a_change_of_several_letters_is_one_step(path: Path) -> None:
    with project(path, letter(), letter("Belgié\n")) as store:
        before = [store.reader.letter(n) for n in (1, 2)]
        save(store, 1, {n: corrected(before[n - 1], "Belgié", "België") for n in (1, 2)})
        save(store, 1, {}, "undo")
        assert [store.reader.letter(n) for n in (1, 2)] == before


@pytest.mark.parametrize(
    "delta",
    [
        Delta((Hunk(0, "Beste", "Geachte"),)),
        Delta(rows=(RowChange(None, Passage("p", "country")),)),
        Delta(rows=(RowChange(Passage("absent", "country"), None),)),
        Delta(
            rows=(RowChange(Value("absent", "subject", 0, "", ""), Value("absent", "subject", 1, "", "")),)
        ),
        operations.add_passage(Span(0, 10_000), "country", STAMP, "p"),
        operations.add_passage(Span(9, 3), "country", STAMP, "p"),
    ],
    ids=["wrong text", "no place", "absent row", "absent value", "outside", "backwards"],
)
def test_a_change_that_does_not_fit_is_rolled_back(store: Store, delta: Delta) -> None:
    before = store.reader.letter(1)
    with pytest.raises(ValueError):
        save(store, 1, {1: delta})
    assert (store.reader.letter(1), states(store)) == (before, [])


def test_the_parts_of_a_change_that_fit_are_rolled_back_too(path: Path) -> None:
    with project(path, letter(), letter()) as store:
        before = store.reader.letter(1)
        with pytest.raises(ValueError):
            save(store, 1, {1: corrected(before, "Belgié", "België"), 2: Delta((Hunk(0, "x", "y"),))})
        assert store.reader.letter(1) == before


def test_undo_of_another_than_the_last_change_is_refused(store: Store) -> None:
    save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
    save(store, 2, {1: tagged(store.reader.letter(1), "motie", "q")})
    with pytest.raises(ValueError):
        save(store, 1, {}, "undo")


def test_an_undone_change_cannot_be_undone_again(store: Store) -> None:
    save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
    save(store, 1, {}, "undo")
    with pytest.raises(ValueError):
        save(store, 1, {}, "undo")


def test_undo_works_after_the_project_was_opened_anew(closed: Path) -> None:
    with Store.open(closed) as store:
        before = store.reader.letter(1)
        save(store, 1, {1: corrected(before, "Belgié", "België")})
    with Store.open(closed) as store:
        change = store.reader.next_undo()
        assert change is not None
        save(store, change.id, change.deltas, "undo")
        assert store.reader.letter(1) == before
    assert check(closed) == []


def test_the_codebook_comes_back(store: Store) -> None:
    assert store.reader.codebook() == CODEBOOK


def test_a_change_of_the_codebook_is_done_undone_and_done_again(store: Store) -> None:
    after, _ = codebook_edits.add_tag(CODEBOOK, "passage", "Other", "en")
    delta = codebook_delta.between(CODEBOOK, after)
    save(store, 1, {}, book=delta)
    assert store.reader.codebook() == after
    save(store, 1, {}, "undo", book=delta)
    assert store.reader.codebook() == CODEBOOK
    save(store, 1, {}, "redo", book=delta)
    assert store.reader.codebook() == after


def test_what_was_proposed_for_a_tag_that_goes_is_open_no_more(store: Store) -> None:
    row = Passage("proposed:p", "country", state="proposed")
    shown = Proposed(passages={row.uid: row}, spans={row.uid: Span(0, 3)})
    store.do(lambda conn: insert_proposed(conn, 1, shown))
    other, _ = codebook_edits.add_tag(CODEBOOK, "passage", "Other", "en")
    without = replace(other, tags=other.tags[1:])
    save(store, 1, {}, book=codebook_delta.between(CODEBOOK, without))
    assert store.reader.shown_letter(1).passages == {}
