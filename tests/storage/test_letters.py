"""Letters: added, listed, found, and removed without a trace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import history, operations
from annotator.core.document import Letter
from annotator.core.user_errors import UserError
from annotator.storage.check import check
from annotator.storage.letter_list import LetterFilter
from annotator.storage.letters import add_letters, remove_letter
from annotator.storage.store import Store
from annotator.storage.suspect_cache import load_suspects, save_suspects, save_suspects_of_text
from tests.storage.making import STAMP, added, corrected, letter, project, save, tagged


def titled(*titles: str) -> list[Letter]:
    return [letter(f"{title}\n", title) for title in titles]


def found(store: Store, text: str = "", status: str | None = None) -> list[str]:
    return [line.title for line in store.reader.letters_page(LetterFilter(text, status))]


def test_a_letter_at_work_comes_back_whole(path: Path) -> None:
    made = letter(pages=(0, 21))
    for delta in (
        tagged(made, "motie", "p"),
        operations.set_value(made, "subject", 0, "x", "x", None, STAMP),
    ):
        made = history.apply(made, delta)
    made = history.apply(made, corrected(made, "Belgié", "België"))
    with project(path, made) as store:
        assert store.reader.letter(1) == made
    assert check(path) == []


def test_the_source_is_kept_byte_for_byte(store: Store) -> None:
    content = bytes(range(256))
    new = replace(added(letter()), content=content, sha256="other")
    [letter_id] = store.do(lambda conn: add_letters(conn, [new]))
    assert store.reader.source_bytes(letter_id) == content


def test_a_known_source_is_found(store: Store) -> None:
    assert store.reader.find_source(added(letter()).sha256) == [1]


def test_an_unknown_source_is_not_found(store: Store) -> None:
    assert store.reader.find_source("0" * 64) == []


def test_an_absent_letter_is_a_problem(store: Store) -> None:
    with pytest.raises(UserError, match="There is no letter 99"):
        store.reader.letter(99)


def test_details_tell_the_source(store: Store) -> None:
    details = store.reader.details(1)
    assert (details.source_name, details.source_sha256) == ("brief.txt", added(letter()).sha256)


def test_suspects_are_kept_for_their_content_version(store: Store) -> None:
    store.do(lambda conn: save_suspects(conn, 1, 1, "v1", "[]", 3))
    assert store.reader.suspects(1, 1, "v1") == "[]"
    assert store.reader.suspects(1, 2, "v1") is None
    assert store.reader.suspects(1, 1, "v2") is None
    assert store.reader.letters_page()[0].suspects_left == 3


def test_older_suspects_do_not_replace_newer_ones(store: Store) -> None:
    store.do(lambda conn: save_suspects(conn, 1, 2, "v1", "[2]", 1))
    store.do(lambda conn: save_suspects(conn, 1, 1, "v1", "[1]", 1))
    assert store.do(lambda conn: load_suspects(conn, 1, 2, "v1")) == "[2]"


def test_suspects_of_a_text_that_has_changed_are_dropped(store: Store) -> None:
    made = store.reader.letter(1)
    save(store, 1, {1: corrected(made, "Belgié", "België")})
    assert not store.do(lambda conn: save_suspects_of_text(conn, 1, made.text, "v1", "[]", 0))
    assert store.reader.suspects(1, 2, "v1") is None


def test_removing_a_letter_leaves_the_others(path: Path) -> None:
    with project(path, *titled("a", "b")) as store:
        store.do(lambda conn: remove_letter(conn, 1))
        assert found(store) == ["b"]
    assert check(path) == []


def test_removing_an_absent_letter_is_refused(store: Store) -> None:
    with pytest.raises(ValueError):
        store.do(lambda conn: remove_letter(conn, 99))


def test_the_id_of_a_removed_letter_is_not_given_again(path: Path) -> None:
    with project(path, *titled("a", "b")) as store:
        store.do(lambda conn: remove_letter(conn, 2))
        assert store.do(lambda conn: add_letters(conn, [added(letter())])) == [3]


def test_a_removed_letter_is_gone_from_the_files(path: Path) -> None:
    secret = [f"geheim{n}x" for n in range(400)]
    with project(path, letter(), letter(" ".join(secret) + "\n", "geheimtitel")) as store:
        for number in range(1, 60):
            made = store.reader.letter(2)
            delta = corrected(made, f"geheim{number * 5}x", f"geheim{number}nieuw")
            save(store, number, {2: delta})
            save(store, number, {2: history.Delta()}, "amend") if number % 7 == 0 else None
        save(store, 100, {2: tagged(store.reader.letter(2), "geheim3x geheim4x", "p")})
        store.remove_letters([2])
        assert store.flush(10)
        left = b"".join(file.read_bytes() for file in path.parent.iterdir())
        assert b"geheim" not in left
        assert store.reader.changes() == []


def test_a_source_of_two_letters_stays_with_the_other(store: Store) -> None:
    store.do(lambda conn: add_letters(conn, [added(letter())]))
    store.do(lambda conn: remove_letter(conn, 1))
    assert store.reader.source_bytes(2) == letter().ocr_text.encode()
