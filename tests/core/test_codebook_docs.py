"""What docs/codebook.md shows is what the program does."""

import re
from pathlib import Path

import pytest

from annotator.core.codebook import PATTERNS, RESERVED_KEYS, Field
from annotator.core.codebook_toml import read_codebook
from annotator.core.field_types import type_ids
from annotator.core.fields import parse

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
REFERENCES = re.findall(r"^\| `([^`]+)` \| `([0-9][^`]*)` \|$", DOCS, re.MULTILINE)


def test_the_codebook_shown_is_one() -> None:
    shown = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    assert [tag.id for tag in read_codebook(shown[0]).tags] == ["country", "neighbour"]


def test_every_type_is_in_the_table() -> None:
    section = DOCS.split("## Types and normal forms")[1]
    assert all(f"| `{each}` |" in section for each in (*type_ids(), *PATTERNS))


def test_every_reserved_key_is_named() -> None:
    assert all(f"`{key}`" in DOCS for key in RESERVED_KEYS - {" ", "Delete"})


def test_the_keys_are_those_of_the_codebook() -> None:
    codebook = read_codebook(ROOT / "resources" / "codebooks" / "kamerbrieven.toml")
    shown = dict(re.findall(r"(\w+) \| ([A-Z]) \|", DOCS.split("\n**Colours.**")[0]))
    assert shown == {tag.id: tag.key for tag in codebook.tags}


@pytest.mark.parametrize(("written", "normal"), REFERENCES)
def test_references_are_read_as_shown(written: str, normal: str) -> None:
    assert parse(Field("reference", "reference", {}), written, "nl").value == normal


def test_there_are_references_to_test() -> None:
    assert len(REFERENCES) == 8


@pytest.mark.parametrize("kind", ["date", "period", "whole_number", "yes_no"])
def test_examples_of_a_type_are_read(kind: str) -> None:
    row = re.search(rf"^\| `{kind}` \|.*\| (.*) \|$", DOCS, re.MULTILINE)
    assert row is not None
    examples = re.findall("`([^`]+)`", row[1])
    assert examples and all(parse(Field("x", kind, {}), each, "nl").value for each in examples)
