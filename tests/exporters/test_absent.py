"""What the letter does not have is said in every format that has the form."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from annotator.core.codebook import Codebook
from annotator.core.document import Value
from annotator.exporters import ExportContext, ExportLetter, exporter_of
from tests.exporters.reading_word import body, text_of
from tests.exporters.test_letter_json import SCHEMA, faults


@pytest.fixture
def lacking(example: ExportLetter) -> ExportLetter:
    """Return the example, of which an analyst said that it has no date."""
    rest = {uid: row for uid, row in example.letter.values.items() if row.field != "letter_date"}
    absent = Value("absent", "letter_date", 0, "", "", "absent", None, "anna", "2026-11-23T09:30:00.000Z")
    return replace(example, letter=replace(example.letter, values={**rest, "absent": absent}))


def made(one: ExportLetter, codebook: Codebook, name: str, language: str = "en") -> bytes:
    context = ExportContext(codebook, language=language)
    return b"".join(data for _, data in exporter_of(name).pieces([one], context))


def test_json_keeps_to_its_schema(lacking: ExportLetter, codebook: Codebook) -> None:
    said: Any = json.loads(made(lacking, codebook, "json"))
    assert list(faults(said, SCHEMA)) == []
    states = {value["field"]: value["state"] for value in said["form_values"]}
    assert states["letter_date"] == "absent"
    assert "absent" not in {section["state"] for section in said["sections"]}


def test_json_lines_name_it(lacking: ExportLetter, example: ExportLetter, codebook: Codebook) -> None:
    assert json.loads(made(lacking, codebook, "jsonl"))["meta"]["absent"] == ["letter_date"]
    assert "absent" not in json.loads(made(example, codebook, "jsonl"))["meta"]


@pytest.mark.parametrize(("language", "words"), [("en", "not in the letter"), ("nl", "niet in de brief")])
def test_documents_say_it(lacking: ExportLetter, codebook: Codebook, language: str, words: str) -> None:
    assert f"<dd>{words}</dd>".encode() in made(lacking, codebook, "html", language)
    assert words in text_of(body(made(lacking, codebook, "docx", language)))


def test_tei_has_a_term_without_words(lacking: ExportLetter, codebook: Codebook) -> None:
    text = made(lacking, codebook, "tei").decode()
    [term] = [line for line in text.split("<term")[1:] if 'type="letter_date"' in line]
    assert 'rend="absent"' in term
