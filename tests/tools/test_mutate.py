"""Faults that are put into modules: which there are, and that it is seen which ones the tests find."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.mutations import mutants

ROOT = Path(__file__).resolve().parents[2]


def made(body: str, returns: str = "object") -> set[str]:
    """Return all that a function's body is made into."""
    source = f"def work(a, b, c) -> {returns}:\n    {body}\n"
    return {ast.unparse(fault.tree(source).body[0]).split("\n    ")[1] for fault in mutants(source)}


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("c = a < b", {"c = a <= b", "c = a >= b"}),
        ("c = a == b", {"c = a != b"}),
        ("c = a and b", {"c = a or b", "c = a", "c = b"}),
        ("c = not a", {"c = a"}),
        ("c = a + 1", {"c = a - 1", "c = a + 2", "c = a + 0"}),
        ("c = 'x' + a", set()),
        ("c = min(a, b)", {"c = max(a, b)"}),
        ("c = a[b:]", {"c = a[b + 1:]"}),
        ("c = [x for x in a if x]", {"c = [x for x in a]"}),
        ("a(b)", {"pass"}),
        ("a.b = c", {"pass"}),
        ("raise ValueError('with 1 word')", {"pass"}),
        (
            "c = a('SELECT b WHERE b < 3 AND c')",
            {f"c = a('SELECT b WHERE b {t} c')" for t in ("<= 3 AND", "< 3 OR")},
        ),
        ("c = Message('at {n}', 1)", set()),
    ],
)
def test_what_is_made_of_a_line(body: str, faults: set[str]) -> None:
    assert made(body) == faults


@pytest.mark.parametrize(
    ("returns", "fault"),
    [("str", "return ''"), ("bool", "return not a"), ("list[int]", "return []"), ("Letter", "return None")],
)
def test_what_is_returned_instead(returns: str, fault: str) -> None:
    assert made("return a", returns) == {fault}


def test_what_is_told_to_people_and_types_has_no_faults() -> None:
    source = '"""One of 1."""\nfrom a import b\n\n@b(1)\ndef work(a: "x < 1") -> None:\n    """Two < 3."""\n'
    assert mutants(source) == []


def test_a_fault_knows_its_function() -> None:
    source = "class A:\n    def one(self):\n        def two():\n            f()\n        two()\n\ng()\n"
    assert [fault.function for fault in mutants(source)] == ["A.one", "A.one", ""]


def test_a_fault_that_tests_find_is_killed_and_one_without_tests_lives(tmp_path: Path) -> None:
    module, out = "annotator/core/hyphens.py", tmp_path / "out.json"
    command = [
        sys.executable,
        "tools/mutate.py",
        module,
        "--tests",
        "tests/core/test_hyphens.py",
        "--out",
        str(out),
    ]
    command += ["--reach", str(tmp_path / "reach.json"), "--lines", "23"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    told = json.loads(out.read_text())
    assert len(told) == 3
    assert all(one["how"].startswith("tests/core/test_hyphens.py::") for one in told)
    command[2], command[-1] = "annotator/core/colours.py", "1-99"
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    assert {one["how"] for one in json.loads(out.read_text())} == {"no test calls it"}
