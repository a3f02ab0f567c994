"""Spoilt project files: a few rounds of the tool that opens them by the thousand."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.storage.making import letter, project
from tools import fuzz_project, fuzz_values

ROUNDS, WINDOWS = (60, 3) if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else (25, 2)
HEAVY = "length(hex(zeroblob(400000000)))"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fuzz") / "P.kant"
    project(path, letter(), letter("Belgié steunt\n\nde motie\nJansen.\n", pages=(0, 15))).close()
    return path


@pytest.mark.skipif(not hasattr(os, "fork"), reason="looks in a process of its own")
@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_spoilt_project_is_refused_or_harmless(template: Path, tmp_path: Path, number: int) -> None:
    chance = random.Random(number)
    path = Path(shutil.copy(template, tmp_path / "P.kant"))
    try:
        fuzz_project.MUTATIONS[number % len(fuzz_project.MUTATIONS)](path, chance)
    except sqlite3.Error:
        pytest.skip("it could not be spoilt in this way")
    assert not fuzz_project.looked_at(path, fuzz_project.read_all).startswith("FAILED")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="looks in a process of its own")
def test_what_must_not_be_is_noticed(template: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(template, tmp_path / "P.kant"))
    assert "KeyError" in fuzz_project.looked_at(path, lambda path: {}["x"])  # type: ignore[index]
    assert "crashed" in fuzz_project.looked_at(path, lambda path: os.kill(os.getpid(), 9) or "")
    assert "the file was changed" in fuzz_project.looked_at(path, lambda path: str(path.write_bytes(b"x")))


@pytest.mark.parametrize(
    "statement",
    [
        f"ALTER TABLE letter ADD COLUMN g AS ({HEAVY}) VIRTUAL",
        f"CREATE INDEX i ON letter(length('{HEAVY}' || title))",
        f"CREATE TABLE other (x CHECK ({HEAVY} > 0))",
    ],
)
def test_what_computes_in_our_tables_is_refused(template: Path, tmp_path: Path, statement: str) -> None:
    path = Path(shutil.copy(template, tmp_path / "P.kant"))
    conn = sqlite3.connect(path)
    conn.execute(statement)
    conn.commit()
    conn.close()
    if "other" in statement:  # a table of somebody else's is not used
        Store.open(path).close()
        return
    before = path.read_bytes()
    for look in (Store.open, check):
        with pytest.raises(UserError, match="a computed"):
            look(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("UPDATE letter SET title = x'ff'", ("letter",)),
        ("UPDATE letter_ocr SET text = CAST(x'ff80' AS TEXT)", ("letter",)),
        ("UPDATE section SET start = 99999999999", ("letter",)),
        ("DELETE FROM section", ("letter",)),
        ("UPDATE section SET level = 2000000000", ("letter",)),
        ("UPDATE letter SET status = 'finished'", ("letter",)),
        ("UPDATE letter_ocr SET text = text || char(13, 8232, 0)", ("letter",)),
    ],
)
def test_values_of_another_kind_are_damage(
    template: Path, tmp_path: Path, statement: str, refused: tuple[str, ...]
) -> None:
    path = Path(shutil.copy(template, tmp_path / "P.kant"))
    conn = sqlite3.connect(path)
    conn.execute(statement)
    conn.commit()
    conn.close()
    with Store.open(path) as store:
        for name in refused:
            given = (1,) if name == "letter" else ()
            with pytest.raises(UserError, match="is damaged"):
                getattr(store.reader, name)(*given)


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with rows in every table."""
    return fuzz_project.templates(tmp_path_factory.mktemp("worked"))[-1]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="looks in a process of its own")
@pytest.mark.parametrize("number", range(WINDOWS))
def test_the_window_goes_on_with_a_spoilt_project(worked_on: Path, tmp_path: Path, number: int) -> None:
    path = Path(shutil.copy(worked_on, tmp_path / "P.kant"))
    mutations = (*fuzz_values.MUTATIONS, fuzz_project.column_spoilt)
    mutations[number % len(mutations)](path, random.Random(number))
    told = fuzz_project.looked_at(path, lambda path: fuzz_project.show_in_window(path, 12), writes=True)
    assert told in ("shown", "refused in the window")


@pytest.mark.parametrize("spoil", fuzz_values.MUTATIONS)
def test_something_is_spoilt(worked_on: Path, tmp_path: Path, spoil: fuzz_project.Mutation) -> None:
    spoilt = 0
    for number in range(5):
        path = Path(shutil.copy(worked_on, tmp_path / f"{number}.kant"))
        spoil(path, random.Random(number))
        spoilt += path.read_bytes() != worked_on.read_bytes()
    assert spoilt > 0
