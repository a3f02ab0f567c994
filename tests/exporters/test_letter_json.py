"""The JSON of a letter holds all of it, keeps to its schema, and reads as its documentation says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.codebook import Codebook
from annotator.core.document import About, Letter, Page, Passage, Section, Value, Verdict
from annotator.core.in_force import InForce
from annotator.core.page_layout import Furniture
from annotator.core.text import Span
from annotator.exporters import ExportContext, ExportLetter
from annotator.exporters.letter_json import JSON, letter_object

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "resources/schema/letter.schema.json").read_text(encoding="utf-8"))
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def faults(value: Any, schema: dict[str, Any], at: str = "$") -> Iterator[str]:
    """Yield where the value breaks the schema; knows the words that our schema uses."""
    if "$ref" in schema:
        yield from faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], at)
    if "const" in schema and value != schema["const"]:
        yield f"{at} is not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} is none of {schema['enum']}"
    kinds = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if kinds and not any(isinstance(value, TYPES[kind]) for kind in kinds):  # type: ignore[arg-type]
        yield f"{at} is no {kinds}"
    is_number = isinstance(value, int | float)
    if is_number and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at} is out of bounds"
    if "properties" in schema:
        yield from (f"{at} lacks {key}" for key in schema["required"] if key not in value)
        yield from (f"{at} has {key}" for key in value if key not in schema["properties"])
        for key, part in schema["properties"].items():
            yield from faults(value[key], part, f"{at}.{key}") if key in value else ()
    if "items" in schema:
        for index, item in enumerate(value):
            yield from faults(item, schema["items"], f"{at}[{index}]")


@pytest.fixture
def made(example: ExportLetter, codebook: Codebook) -> dict[str, Any]:
    [piece] = JSON.pieces([example], ExportContext(codebook))
    parsed: dict[str, Any] = json.loads(piece.data)
    return parsed


def test_the_file_is_named_after_the_letter(example: ExportLetter, codebook: Codebook) -> None:
    assert [p.name for p in JSON.pieces([example], ExportContext(codebook))] == [
        "0042-verslag-navo-ministeriele.json"
    ]


def test_it_keeps_to_the_schema(made: dict[str, Any]) -> None:
    assert list(faults(made, SCHEMA)) == []


def test_the_schema_can_be_broken(made: dict[str, Any]) -> None:
    del made["sections"][0]["tag"]
    made["passages"][0]["start"] = -1
    assert list(faults(made, SCHEMA)) == ["$.sections[0] lacks tag", "$.passages[0].start is out of bounds"]


def test_each_quote_stands_at_its_offsets(made: dict[str, Any]) -> None:
    text, ocr_text = made["text"], made["ocr_text"]
    assert [text[c["start"] : c["end"]] for c in made["corrections"]] == ["België"]
    assert [ocr_text[c["ocr_start"] : c["ocr_end"]] for c in made["corrections"]] == ["Belgié"]
    assert [text[p["start"] : p["end"]] for p in made["passages"]] == [p["quote"] for p in made["passages"]]


def test_a_heading_of_two_lines_is_given_on_one(example: ExportLetter, codebook: Codebook) -> None:
    letter = Letter("Irak en\nSyrië\n", "Irak en\nSyrië\n", About("a"), sections={"s": Section("s")})
    letter = Letter(
        letter.ocr_text,
        letter.text,
        letter.about,
        sections=letter.sections,
        spans={"s": Span(0, 13)},
        points={"s": 0},
    )
    one = ExportLetter(1, "u", letter, "a.txt", "", "", "")
    assert letter_object(one, codebook)["sections"][0]["heading"] == "Irak en Syrië"


def test_the_letter_can_be_made_again_from_it(made: dict[str, Any], letter: Letter) -> None:
    assert letter_from(made) == letter


def letter_from(made: dict[str, Any]) -> Letter:
    """Read the letter back, as a program of others would."""
    spans: dict[str, Span] = {}
    points = {f"page:{page['number']}": page["start"] for page in made["pages"]}
    for row in made["passages"] + made["verdicts"]:
        spans[row["uid"]] = Span(row["start"], row["end"])
    for row in made["sections"]:
        points[row["uid"]] = row["start"]
        if row["heading"] is not None:
            spans[row["uid"]] = Span(row["heading_start"], row["heading_end"])
    for row in made["form_values"]:
        if row["evidence_start"] is not None:
            spans[row["uid"]] = Span(row["evidence_start"], row["evidence_end"])
    pages = [Page(f"page:{page['number']}", page["number"], page["ocr_start"]) for page in made["pages"]]
    sections = [picked(Section, row | {"tag": row["tag"] or ""}) for row in made["sections"]]
    return Letter(
        made["ocr_text"],
        made["text"],
        About(made["title"], made["status"], made["note"]),
        tuple(picked(InForce, row) for row in made["corrections"]),
        {row["uid"]: picked(Passage, row) for row in made["passages"]},
        {section.uid: section for section in sections},
        {row["uid"]: picked(Value, row) for row in made["form_values"]},
        {row["uid"]: picked(Verdict, row) for row in made["verdicts"]},
        {page.uid: page for page in pages},
        spans,
        points,
        tuple(Furniture(row["ocr_start"], row["ocr_end"], row["kind"]) for row in made["furniture"]),
    )


def picked(kind: Any, row: dict[str, Any]) -> Any:
    """Make a row of the model of what it needs."""
    return kind(**{name: row[name] for name in kind.__dataclass_fields__})


def test_the_example_of_the_documentation_is_what_the_exporter_makes(made: dict[str, Any]) -> None:
    page = (ROOT / "docs/json-schema.md").read_text(encoding="utf-8")
    [shown] = re.findall("```json\n(.*?)```", page, re.DOTALL)
    assert json.loads(shown) == made
