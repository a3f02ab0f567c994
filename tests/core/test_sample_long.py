"""The sample letter that the program opens by itself has one of each thing."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.core.text import normalise

RESOURCES = Path(__file__).parents[2] / "resources"
LONG = RESOURCES / "sample" / "voortgang-kustwacht-2021.txt"


@pytest.fixture(scope="module")
def truth() -> Any:
    return json.loads(LONG.with_suffix(".truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def text() -> str:
    return normalise(LONG.read_bytes().decode("utf-8")).text


def test_it_has_three_or_four_pages(truth: Any) -> None:
    assert len(truth["page_starts"]) in (3, 4)


def test_a_word_is_broken_at_the_end_of_a_page(truth: Any) -> None:
    broken = [(c["start"], c["end"]) for c in truth["corrections"] if c["kind"] == "hyphen"]
    assert any(start < page < end for page in truth["page_starts"] for start, end in broken)


def test_it_has_headings_of_two_levels(truth: Any) -> None:
    assert {section["level"] for section in truth["sections"] if section["heading"]} == {1, 2}


@pytest.mark.parametrize("kind", ["word", "hyphen", "mark", "break"])
def test_it_has_each_kind_of_misreading(truth: Any, kind: str) -> None:
    assert kind in {correction["kind"] for correction in truth["corrections"]}


def test_it_has_passages_of_every_tag(truth: Any) -> None:
    tags = read_codebook(RESOURCES / "codebooks" / "kamerbrieven.toml").passage_tags
    assert {passage["tag"] for passage in truth["passages"]} == {tag.id for tag in tags}


@pytest.mark.parametrize(
    "tag", ["letterhead", "salutation", "introduction", "topic", "closing", "signature", "footnote"]
)
def test_it_has_each_section_that_a_letter_has(truth: Any, tag: str) -> None:
    assert tag in {section["tag"] for section in truth["sections"]}


@pytest.mark.parametrize("word", ["Belgié", "Italig", "Slovenig", "gecoordineerd", "Kamerstukken Il"])
def test_it_has_the_misreadings_that_the_program_is_known_by(text: str, word: str) -> None:
    assert word in text
