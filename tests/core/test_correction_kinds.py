"""A kind has its row, and what others know of kinds agrees with the rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.core.correction_kinds import CORRECTION_KINDS, KINDS, correction_kind

SCHEMA = Path(__file__).parents[2] / "resources" / "schema" / "letter.schema.json"


def test_the_schema_of_the_json_has_the_kinds() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    found = [enum for enum in enums(schema) if "hyphen" in enum]
    assert found
    assert found == [list(CORRECTION_KINDS)] * len(found)


def enums(schema: object) -> list[list[str]]:
    if isinstance(schema, dict):
        own = [schema["enum"]] if "enum" in schema else []
        return own + [enum for part in schema.values() for enum in enums(part)]
    return [enum for part in schema for enum in enums(part)] if isinstance(schema, list) else []


def test_no_two_kinds_have_one_id_or_one_name() -> None:
    for names in zip(*KINDS, strict=True):
        assert len(set(names)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=CORRECTION_KINDS)
def test_a_kind_is_found_by_its_id(kind: object) -> None:
    assert correction_kind(kind.id) is kind  # type: ignore[attr-defined]


def test_an_unknown_kind_is_shown_as_other() -> None:
    assert correction_kind("glyph").id == "other"
