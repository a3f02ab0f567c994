"""Rows that no program of ours wrote: what is wrong is said, the rest is read, what can be is made anew."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.codebook_checks import faults_of
from annotator.core.user_errors import UserError
from annotator.language.interface import LearntState
from annotator.language.learnt_table import from_file, to_file
from annotator.language.record import suspects_from_json
from annotator.session import Session
from annotator.session.project.text_language import language_of
from annotator.session.suspects.learnt_state import read_state, take_over
from annotator.storage.changes import message_from_json, message_to_json
from annotator.storage.indexing import put_letters
from annotator.storage.page_layouts import packed, unpacked
from annotator.storage.store import Store
from tests.storage.making import letter, project


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "P.kant"
    project(path, letter(), letter("Belgié steunt\n\nde motie\nJansen.\n")).close()
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE letter SET status = 'finished' WHERE id = 1",
        "UPDATE letter SET title = x'ff' WHERE id = 1",
        "UPDATE letter_ocr SET text = CAST(x'ff80' AS TEXT) WHERE letter_id = 1",
        "UPDATE letter_ocr SET text = text || char(8233) WHERE letter_id = 1",
        "UPDATE section SET level = 2000000000 WHERE letter_id = 1",
        "UPDATE section SET state = 'perhaps' WHERE letter_id = 1",
        "UPDATE section SET start = -1 WHERE letter_id = 1",
        "UPDATE section SET tag = replace(hex(zeroblob(9000)), '0', 'x') WHERE letter_id = 1",
    ],
)
def test_a_damaged_letter_is_named_and_the_others_are_read(damaged: Path, statement: str) -> None:
    spoil(damaged, statement)
    with Store.open(damaged) as store:
        with pytest.raises(UserError, match=r"P\.kant is damaged\. Letter 1"):
            store.reader.letter(1)
        with pytest.raises(UserError, match="Letter 1"):
            store.reader.shown_letter(1)
        assert store.reader.letter(2).text.startswith("Belgié")
        assert [line.id for line in store.reader.letters_page()] == [1, 2]


@pytest.mark.parametrize("title", ["x'ff'", "CAST(x'ff80' AS TEXT)", "zeroblob(90)"])
def test_a_list_shows_the_letters_whose_titles_are_none(damaged: Path, title: str) -> None:
    spoil(damaged, f"UPDATE letter SET title = {title}, source_name = {title} WHERE id = 1")
    with Store.open(damaged) as store:
        one, other = store.reader.letters_page()
        line = store.reader.letter_line(1)
    assert "\ufffd" in one.title and "\ufffd" not in other.title
    assert line == one


@pytest.mark.parametrize(
    "changed",
    [
        "json_set(json, '$.colour_light', 'red')",
        "json_set(json, '$.names', 7)",
        "json_set(json, '$.names', json('{\"nl\": 7}'))",
        "json_set(json, '$.parent', id)",
        "json_set(json, '$.position', 1e300)",
        "'nonsense'",
        "replace(hex(zeroblob(5000)), '00', '[')",
        "json_set(json, '$.key', 'E')",
        "x'ff'",
    ],
)
def test_a_damaged_codebook_is_without_faults_and_said_to_be_damaged(damaged: Path, changed: str) -> None:
    with Store.open(damaged) as store:
        assert store.reader.codebook_faults() == []
    spoil(damaged, f"UPDATE codebook_tag SET json = {changed}")
    with Store.open(damaged) as store:
        codebook = store.reader.codebook()
        assert codebook.tags and faults_of(codebook, "x") == []
        assert len(store.reader.codebook_faults()) > 0


def test_damaged_proposals_are_as_if_nobody_had_looked(damaged: Path) -> None:
    good = {"sections": [], "passages": [], "values": [], "reasons": {}}
    section = ["proposed:x", 1, "topic", "proposed", "", ""]
    for bad in (
        "nonsense",
        json.dumps(good | {"sections": [[*section, 10**6, None]]}),
        json.dumps(good | {"sections": [["own", *section[1:], 0, None]]}),
        json.dumps(good | {"sections": [[*section, 0, [5, 2]]]}),
        json.dumps(good | {"reasons": {"x": [1, 2]}}),
    ):
        spoil(
            damaged,
            "DELETE FROM proposal",
            "INSERT INTO proposal (letter_id, version, engine, json)"
            f" SELECT id, version, 'e', '{bad}' FROM letter",
        )
        with Store.open(damaged) as store:
            assert store.reader.proposals(1, "e") is None


def test_a_change_is_saved_where_the_proposals_are_damaged(damaged: Path) -> None:
    spoil(
        damaged,
        "INSERT INTO proposal (letter_id, version, engine, json) SELECT id, version, 'e', '[' FROM letter",
    )
    with Store.open(damaged) as store:
        session = Session(store, "jan")
        session.open_letter(2)
        session.typed(0, 6, "België")
        session.end_typing()
        assert store.flush() and session.save_state.state == "saved"
        assert store.reader.letter(2).text.startswith("België")


@pytest.mark.parametrize(
    "bad",
    [
        "[",
        "7",
        '[{"start": 0}]',
        '[{"start": 0, "end": 6, "text": "x", "kind": "word", "reason": ["a", {}],'
        ' "suggestions": [], "sure": true}]',
        '[{"start": 0, "end": 6, "text": "Belgi\\ud800", "kind": "word", "reason": ["a", {}],'
        ' "suggestions": [], "sure": true}]',
        '[{"start": 0, "end": 6, "text": "Belgié", "kind": "word", "reason": ["a", {}],'
        ' "suggestions": [{"text": "x", "score": 1e999, "detail": ""}], "sure": true}]',
        '[{"start": 0, "end": 6, "text": "Belgié", "kind": "what", "reason": ["a", {}],'
        ' "suggestions": [], "sure": true}]',
    ],
)
def test_suspects_that_are_none(bad: str) -> None:
    with pytest.raises(ValueError):
        suspects_from_json(bad, "Belgié steunt")


def test_counting_goes_on_behind_suspects_that_are_none(damaged: Path) -> None:
    good = '[{"kind": "word", "text": "Belgié", "suggestions": [{"text": "België", "score": 0.9}]}]'
    spoil(
        damaged,
        "INSERT OR REPLACE INTO suspect_cache SELECT id, version, 'e', 1, '[{' FROM letter WHERE id = 1",
        f"INSERT OR REPLACE INTO suspect_cache SELECT id, version, 'e', 1, '{good}' FROM letter WHERE id = 2",
    )
    with Store.open(damaged) as store:
        assert [counted.reading for counted in store.reader.counted_readings("e", 0, 10)] == ["Belgié"]


@pytest.mark.parametrize(
    "bad",
    [
        ["Label", "{x:>2000000000}", {"x": 1}],
        ["Label", "{x.__class__}", {"x": 1}],
        ["Label", "{x!r}", {"x": 1}],
        ["Label", "{y}", {"x": 1}],
        ["Label", "{", {}],
        ["Label", 7, {}],
        [7, "x", {}],
        ["Label", "x", []],
        7,
    ],
)
def test_a_label_that_is_none_is_said_to_be_damaged(bad: object) -> None:
    assert str(message_from_json(json.dumps(bad))) == "a change whose name is damaged"


def test_labels_are_as_they_were_written() -> None:
    for source in ('["A", "{n} places in {m}", {"n": 3, "m": "x {y}"}]', '["A", "a {{b}}", {}]'):
        assert json.loads(message_to_json(message_from_json(source))) == json.loads(source)


def test_words_that_unpack_to_gigabytes_are_refused_at_once() -> None:
    packing = zlib.compressobj(9)
    bomb = b"".join([packing.compress(bytes(1 << 20)) for _ in range(64)] + [packing.flush()])
    with pytest.raises(ValueError, match="more words than a page has"):
        unpacked(bomb)
    assert unpacked(packed(())) == ()


@pytest.mark.parametrize(
    "bad",
    [
        {"corrections": [["a", "b", "word", -5]]},
        {"corrections": [["a", "b", "word", 0]]},
        {"corrections": [["a", "b", "word", 10**30]]},
        {"corrections": [["a", "b", "word", True]]},
        {"corrections": [["a", "b", "word", 1.5]]},
        {"corrections": [["a", "b"]]},
        {"corrections": 7},
        {"rejected": [["a", "b", -1]]},
        {"words": [7]},
        {"words": ["\ud800"]},
        {"words": {"a": 1}, "rejected": {"a": 1}},
    ],
)
def test_learnt_files_that_say_what_nobody_learnt_are_refused(bad: dict[str, object]) -> None:
    source = json.dumps({"format": "kanttekening-learnt-1", **bad})
    with pytest.raises(UserError, match=r"x\.json holds nothing learnt"):
        from_file(source, "x.json")


@pytest.mark.parametrize(
    "source", ["[" * 100_000, '{"format": NaN}', '{"format":' + "9" * 9000 + "}", "[]", "7"]
)
def test_learnt_files_of_another_form_are_refused(source: str) -> None:
    with pytest.raises(UserError, match="holds nothing learnt"):
        from_file(source, "x.json")


def test_a_learnt_file_comes_back() -> None:
    state = LearntState(("Kustwacht",), (("a b", "ab", "space", 3),), (("x", "", 2),))
    assert from_file(to_file(state), "x.json") == state


def test_a_history_that_does_not_fit_is_said_and_the_letter_stays(damaged: Path) -> None:
    with Store.open(damaged) as store:
        session = Session(store, "jan")
        session.open_letter(2)
        session.typed(0, 6, "België")
        session.end_typing()
        store.flush()
    spoil(damaged, "UPDATE change_letter SET delta = json_set(delta, '$.hunks[0][0]', 5)")
    with Store.open(damaged) as store:
        session = Session(store, "jan")
        session.open_letter(2)
        with pytest.raises(UserError, match="its history does not fit"):
            session.undo()
        assert session.letter is not None and session.letter.text.startswith("België")
        session.typed(0, 6, "Belgie")
        session.end_typing()
        assert store.flush() and session.save_state.state == "saved"


def index(store: Store) -> list[int]:
    """Put the stale letters into the index; return those that are stale then."""
    letters = store.reader.stale_letters(10, 10**6)
    store.do(lambda conn: put_letters(conn, letters))
    return [*store.reader.stale_ids()]


def test_an_index_that_does_not_know_what_it_has_is_made_anew(damaged: Path) -> None:
    with Store.open(damaged) as store:
        assert index(store) == []
    spoil(damaged, "UPDATE search_letter SET corrections = '[[1]]'", "INSERT INTO search_stale VALUES (1)")
    with Store.open(damaged) as store:
        assert index(store) == [1, 2]
        assert index(store) == []


def test_a_language_that_none_can_be_is_dutch(damaged: Path) -> None:
    spoil(damaged, "INSERT OR REPLACE INTO setting VALUES ('text_language', '../../x')")
    with Store.open(damaged) as store:
        assert language_of(store.reader) == "nl"


def test_what_was_learnt_elsewhere_is_left_out_where_it_is_damaged(damaged: Path) -> None:
    spoil(damaged, "INSERT OR REPLACE INTO setting VALUES ('learnt_base', '{\"words\": 7}')")
    with Store.open(damaged) as store:
        assert read_state(store.reader) == LearntState()
        take_over(store, LearntState(("Kustwacht",)))
        assert read_state(store.reader).words == ("Kustwacht",)
