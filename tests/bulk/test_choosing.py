"""Which letters of a data set are wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.bulk.choosing import chosen
from annotator.bulk.partitions import DataSet, keep_piece, write_partition
from annotator.core.user_errors import UserError
from annotator.exporters.data_set.rows import Rows, failed_row
from tests.bulk.letters import how

pytest.importorskip("pyarrow")

LETTERS = {
    "a": ("Dijk aan zee", 2, {"dossier": ["28676", "21501"], "letter_date": ["2020-02-01"]}),
    "b": ("Voortgang 's zomers", 5, {"dossier": ["28676"], "letter_date": ["2019-12-31"]}),
    "c": ("dijk in het veld", 9, {"letter_date": ["2021-06-30"]}),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_set = DataSet(tmp_path_factory.mktemp("set"))
    data_set.prepare(how())
    for key, (title, pages, fields) in LETTERS.items():
        letter = {"letter": key, "sha256": key, "outcome": "read", "title": title, "page_count": pages}
        values = [
            {"letter": key, "field": f"own_{role}", "role": role, "value": value}
            for role, said in fields.items()
            for value in said
        ]
        rows: Rows = {"letters": [letter], "values": values}
        keep_piece(data_set.folder, key, rows)
    keep_piece(data_set.folder, "d", failed_row("d", "", "weg.pdf", "it is damaged", "1"))
    write_partition(data_set.folder, ["a", "b"], "1")
    write_partition(data_set.folder, ["c", "d"], "1")
    return data_set.folder


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ("", "abc"),
        ("dossier = '28676'", "ab"),
        ("own_dossier = '28676'", "ab"),
        ("dossier = 28676 and letter_date >= '2020-01-01'", "a"),
        ("DOSSIER = '28676'".lower() + " OR page_count > 5", "abc"),
        ("not dossier = '28676'", "c"),
        ("title like 'dijk%'", "ac"),
        ("title not like 'dijk%'", "b"),
        ("title = 'Voortgang ''s zomers'", "b"),
        ("dossier in ('21501', '9')", "a"),
        ("dossier not in ('21501', '9')", "bc"),
        ("page_count in (2, 9)", "ac"),
        ("page_count <= 5 and (letter_date < '2020-01-01' or dossier = '21501')", "ab"),
        ("outcome = 'failed'", ""),
        ("subject = 'a role that no letter has a value in'", ""),
        ("page_count != 5", "ac"),
        ("page_count <> 5.0", "ac"),
    ],
)
def test_a_filter_chooses(folder: Path, where: str, keys: str) -> None:
    assert "".join(sorted(chosen(folder, where))) == keys


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("dossier", "not understood at “…”"),
        ("dossier = ", "not understood at “…”"),
        ("= '1'", "not understood at “= '1'”"),
        ("dossier = '1", "not understood at “'1”"),
        ("(dossier = '1'", "not understood at “…”"),
        ("dossier = '1')", "not understood at “)”"),
        ("dossier = '1' letter_date = '2'", "not understood at “letter_date"),
        ("dossier in '1'", "not understood at"),
        ("dossier ; drop", "not understood at “; drop”"),
        ("dossier not = '1'", "not understood at"),
        ("(" * 200 + "dossier = '1'", "not understood at"),
        ("not " * 200 + "dossier = '1'", "not understood at"),
        ("dosier = '1'", "dosier, which this data set does not have. It has: *dossier"),
        ("text = '1'", "text, which"),
        ("page_count = '1'", "it holds numbers"),
    ],
)
def test_a_wrong_filter_is_said_with_its_place(folder: Path, where: str, said: str) -> None:
    with pytest.raises(UserError) as problem:
        chosen(folder, where)
    assert all(part in str(problem.value) for part in said.split("*"))
