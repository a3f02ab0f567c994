"""The tables hold what the letters hold, and say of themselves what they are."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.codebook import Codebook, Field
from annotator.core.document import Letter, Value
from annotator.exporters import ExportContext, ExportLetter, exporter_of
from annotator.exporters.letter_json import corrections, form_values, passages, sections
from tests.exporters.reading_cells import split_values, undefuse

ROOT = Path(__file__).parents[2]
FILES = {
    "letters.csv",
    "sections.csv",
    "passages.csv",
    "corrections.csv",
    "form_values.csv",
    "datapackage.json",
}


def files(letters: list[ExportLetter], codebook: Codebook, format_id: str = "csv") -> dict[str, str]:
    made: dict[str, bytes] = {}
    for name, data in exporter_of(format_id).pieces(letters, ExportContext(codebook)):
        made[name] = made.get(name, b"") + data
    return {name: data.decode() for name, data in made.items()}


def table(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """Read a table as docs/csv.md says."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    return [{name: undefuse(cell) for name, cell in row.items()} for row in rows]


def plain(rows: list[dict[str, object]]) -> list[dict[str, str]]:
    return [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]


def with_values(one: ExportLetter, *values: Value) -> ExportLetter:
    return replace(one, letter=replace(one.letter, values={value.uid: value for value in values}))


def cells(one: ExportLetter, codebook: Codebook, column: str) -> str:
    return table(files([one], codebook)["letters.csv"])[0][column]


def test_a_field_that_the_letter_lacks_is_told(example: ExportLetter, codebook: Codebook) -> None:
    one = with_values(
        example, Value("a", "letter_date", 0, "", "", "absent"), Value("b", "subject", 0, "x", "x")
    )
    assert cells(one, codebook, "absent") == "letter_date"
    assert cells(one, codebook, "letter_date") == ""
    states = {row["field"]: row["state"] for row in table(files([one], codebook)["form_values.csv"])}
    assert states == {"letter_date": "absent", "subject": "confirmed"}


def test_there_are_five_tables_and_their_description(example: ExportLetter, codebook: Codebook) -> None:
    assert set(files([example], codebook)) == FILES


def test_no_letters_give_tables_without_rows(codebook: Codebook) -> None:
    assert all(table(text) == [] for name, text in files([], codebook).items() if name.endswith(".csv"))


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("passages", passages),
        ("corrections", lambda one: corrections(one.letter)),
        ("form_values", lambda one: form_values(one.letter)),
    ],
)
def test_the_rows_are_those_of_the_letter(name: str, rows, example: ExportLetter, codebook: Codebook) -> None:  # type: ignore[no-untyped-def]
    read = table(files([example], codebook)[f"{name}.csv"])
    assert read == plain([{"letter_id": 42} | row for row in rows(example)])


def test_a_section_has_its_text(example: ExportLetter, codebook: Codebook, letter: Letter) -> None:
    read = table(files([example], codebook)["sections.csv"])
    assert "".join(row["text"] for row in read) == letter.text
    assert [row["heading"] for row in read] == [row["heading"] or "" for row in sections(letter)]


def test_a_letter_has_its_confirmed_values_in_columns(example: ExportLetter, codebook: Codebook) -> None:
    [row] = table(files([example], codebook)["letters.csv"])
    assert (row["letter_date"], row["signatory.name"], row["country"]) == ("2020-10-22", "A. de Vries", "")


def test_several_values_come_apart_again(example: ExportLetter, codebook: Codebook) -> None:
    one = with_values(example, Value("b", "country", 1, "a|b", ""), Value("a", "country", 0, "=Irak", ""))
    assert split_values(cells(one, codebook, "country")) == ["=Irak", "a|b"]


def test_values_at_one_position_are_both_there(example: ExportLetter, codebook: Codebook) -> None:
    one = with_values(example, Value("a", "country", 0, "Irak", ""), Value("b", "country", 0, "Mali", ""))
    assert split_values(cells(one, codebook, "country")) == ["Irak", "Mali"]


def test_the_parts_of_a_group_keep_step(example: ExportLetter, codebook: Codebook) -> None:
    one = with_values(
        example,
        Value("a", "signatory.name", 0, "A. de Vries", ""),
        Value("b", "signatory.name", 2, "B. Bos", ""),
        Value("c", "signatory.role", 2, "Minister", ""),
    )
    assert split_values(cells(one, codebook, "signatory.role")) == ["", "Minister"]


def test_a_field_called_as_a_column_of_ours_is_told_apart(example: ExportLetter, codebook: Codebook) -> None:
    one = with_values(example, Value("a", "title", 0, "uit de brief", ""))
    codebook = replace(codebook, fields=(Field("title", "text", {}),))
    [row] = table(files([one], codebook)["letters.csv"])
    assert (row["title"], row["form.title"]) == ("Verslag NAVO-ministeriële", "uit de brief")


def test_the_files_are_marked_as_utf_8(example: ExportLetter, codebook: Codebook) -> None:
    made = files([example], codebook)
    assert all(
        text.count("\ufeff") == 1 and text[0] == "\ufeff"
        for name, text in made.items()
        if name in FILES and name.endswith("csv")
    )


def test_rows_end_as_rfc_4180_says(example: ExportLetter, codebook: Codebook) -> None:
    assert all(
        text.endswith("\r\n") for name, text in files([example], codebook).items() if name.endswith("csv")
    )


def test_a_title_that_is_a_formula_is_no_formula(example: ExportLetter, codebook: Codebook) -> None:
    about = replace(example.letter.about, title="=1+1")
    one = replace(example, letter=replace(example.letter, about=about))
    assert ",'=1+1," in files([one], codebook)["letters.csv"]


def test_semicolons_for_a_dutch_excel(example: ExportLetter, codebook: Codebook) -> None:
    made = files([example], codebook, "csv-semicolon")
    assert table(made["letters.csv"], ";") == table(files([example], codebook)["letters.csv"])


def test_letters_are_taken_one_by_one(example: ExportLetter, codebook: Codebook) -> None:
    taken: Counter[str] = Counter()

    def letters() -> Iterator[ExportLetter]:
        for _ in range(3):
            taken["letters"] += 1
            yield example

    for name, _ in exporter_of("csv").pieces(letters(), ExportContext(codebook)):
        taken[name] += 1
        # The rows of a letter are out before the next is asked for (the first piece is the head).
        assert name != "letters.csv" or taken["letters"] == taken["letters.csv"] - 1


def test_the_description_names_the_columns_of_each_file(example: ExportLetter, codebook: Codebook) -> None:
    made = files([example], codebook)
    for resource in json.loads(made["datapackage.json"])["resources"]:
        [head, *_] = csv.reader(io.StringIO(made[resource["path"]].removeprefix("\ufeff"), newline=""))
        assert head == [field["name"] for field in resource["schema"]["fields"]]


def test_only_numbers_are_described_as_numbers(example: ExportLetter, codebook: Codebook) -> None:
    made = files([example], codebook)
    for resource in json.loads(made["datapackage.json"])["resources"]:
        numbers = [f["name"] for f in resource["schema"]["fields"] if f["type"] != "string"]
        rows = csv.DictReader(io.StringIO(made[resource["path"]].removeprefix("\ufeff"), newline=""))
        assert all(re.fullmatch(r"[0-9.]*", row[name]) for row in rows for name in numbers)


def test_the_example_of_the_documentation_is_what_the_exporter_makes(
    example: ExportLetter, codebook: Codebook
) -> None:
    page = (ROOT / "docs/csv.md").read_text(encoding="utf-8")
    [shown] = re.findall("`form_values.csv`:\n\n```csv\n(.*?)```", page, re.DOTALL)
    made = files([example], codebook)["form_values.csv"]
    assert shown == made.removeprefix("\ufeff").replace("\r\n", "\n")


def test_the_python_of_the_documentation_reads_the_files(
    example: ExportLetter, codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in files([example], codebook).items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    page = (ROOT / "docs/csv.md").read_text(encoding="utf-8")
    [program] = re.findall("```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    found: dict[str, list[dict[str, str]]] = {}
    exec(program, found)
    assert found["values"][1]["value"] == "2020-10-22"


def test_the_documentation_names_every_column(codebook: Codebook) -> None:
    page = (ROOT / "docs/csv.md").read_text(encoding="utf-8")
    for resource in json.loads(files([], codebook)["datapackage.json"])["resources"]:
        own = [f["name"] for f in resource["schema"]["fields"] if f["name"] not in _field_ids(codebook)]
        line = next(line for line in page.splitlines() if line.startswith(f"| `{resource['path']}`"))
        assert [name for name in own if name not in line] == []


def _field_ids(codebook: Codebook) -> set[str]:
    return {field.id for field in codebook.value_fields()}
