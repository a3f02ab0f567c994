"""What docs/project-file.md shows is what a project file holds, and its queries run."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from annotator.core import operations
from annotator.core.text import Span
from annotator.session import Session
from annotator.session.project import labels
from annotator.storage.store import Store
from annotator.storage.views import VIEWS
from tests.docs.pages import ROOT, blocks, script

PAGE = (ROOT / "docs" / "project-file.md").read_text(encoding="utf-8")
DOCUMENTED = {
    name: re.findall(r"^\| (?!column)(\w+) \| ([a-z ]+) \|", text, re.MULTILINE)
    for name, text in re.findall(r"^### (\w+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
}
QUERIES = re.findall(r"^\*\*([^*]+)\*\*(?:(?!```).)*```sql\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
FINDS_FAULTS = "Does every quote say what stands there?"


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    return script("make_screenshots")


@pytest.fixture(scope="module")
def project(pictures: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project in which every view has rows: the one of the pictures, a verdict, an undone change."""
    path = tmp_path_factory.mktemp("docs") / "P.kant"
    pictures.make_project(path)
    session = Session(Store.open(path, must_write=True), "Anna")
    session.open_letter(1)
    verdict = operations.judge(Span(0, 10), "Ministerie", "here", "", session.stamp())
    for _ in range(2):
        session.do(labels.judged("Ministerie", "here"), verdict)
        verdict = operations.judge(Span(11, 14), "van", "always", "", session.stamp())
    session.undo()
    session.close()
    return path


@pytest.fixture
def conn(project: Path) -> Iterator[sqlite3.Connection]:
    found = sqlite3.connect(f"{project.as_uri()}?mode=ro", uri=True)
    yield found
    found.close()


def test_every_view_is_documented() -> None:
    assert list(DOCUMENTED) == list(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_the_columns_are_those_documented(conn: sqlite3.Connection, view: str) -> None:
    found = conn.execute(f"SELECT * FROM {view}")
    assert [column for column, *_ in found.description] == [column for column, _ in DOCUMENTED[view]]


@pytest.mark.parametrize("view", VIEWS)
def test_the_types_are_those_documented(conn: sqlite3.Connection, view: str) -> None:
    for column, documented in DOCUMENTED[view]:
        found = {kind for (kind,) in conn.execute(f'SELECT DISTINCT typeof("{column}") FROM {view}')}
        assert found, f"{view} has no row"
        assert found <= set(documented.split(" or ")), column


@pytest.mark.parametrize(("question", "query"), QUERIES, ids=[question for question, _ in QUERIES])
def test_a_query_answers_its_question(conn: sqlite3.Connection, question: str, query: str) -> None:
    rows = conn.execute(query).fetchall()
    assert bool(rows) is (question != FINDS_FAULTS)


def test_every_query_is_tried() -> None:
    assert len(QUERIES) == PAGE.count("```sql") >= 8


def test_the_table_of_the_form_has_its_values(conn: sqlite3.Connection) -> None:
    query = dict(QUERIES)["The form as a table, one row for each letter."]
    row = next(row for row in conn.execute(query) if row[0] == 1)
    assert row[2:] == (
        "2021-11-09",
        "Ministerie van Infrastructuur en Waterstaat",
        "drs. M.E. van der Aalst-Hoekema",
    )


def test_the_python_shown_runs(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.parent)
    exec(compile(blocks(PAGE, "python")[0], "docs/project-file.md", "exec"), {})
    assert capsys.readouterr().out.startswith("Voortgang Kustwacht 2021 ")


def test_all_python_shown_is_python() -> None:
    assert all(ast.parse(block) for block in blocks(PAGE, "python"))
