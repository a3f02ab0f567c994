"""The sample letters: their outline, their values, their passages."""

from __future__ import annotations

import pytest

from tests.structure.reading import SAMPLE, outline_of, passages_of, sample, values_of

NAMES = sorted(path.name.removesuffix(".truth.json") for path in SAMPLE.glob("*.truth.json"))
JUDGED = {"kind"}  # judged from the whole letter, without a place


@pytest.mark.parametrize("name", NAMES)
def test_the_outline(name: str) -> None:
    text, proposals, truth = sample(name)
    expected = [(section["tag"], section["level"], section["heading"]) for section in truth["sections"]]
    assert outline_of(text, proposals) == expected


@pytest.mark.parametrize("name", NAMES)
def test_sections_start_where_they_start(name: str) -> None:
    text, proposals, truth = sample(name)
    starts = [
        section.start + len(text[section.start :]) - len(text[section.start :].lstrip())
        for section in proposals.sections
    ]
    assert starts == [section["start"] for section in truth["sections"]]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_the_form(name: str) -> None:
    _, proposals, truth = sample(name)
    for field in {value["field"] for value in truth["fields"]} - JUDGED:
        wanted = [value["value"] for value in truth["fields"] if value["field"] == field]
        found = values_of(proposals, field)
        assert sorted(found) == sorted(wanted), field


@pytest.mark.parametrize("name", NAMES)
def test_evidence_stands_where_the_value_stands(name: str) -> None:
    _, proposals, truth = sample(name)
    for value in truth["fields"]:
        if value["start"] is None or "signatory" in value["field"]:
            continue
        places = [
            (v.start, v.end)
            for v in proposals.values
            if v.role == value["field"] and v.value == value["value"]
        ]
        assert any(start < value["end"] and value["start"] < end for start, end in places), value


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tag", ["reference", "commitment", "amount"])
def test_passages(name: str, tag: str) -> None:
    text, proposals, truth = sample(name)
    wanted = [" ".join(passage["text"].split()) for passage in truth["passages"] if passage["tag"] == tag]
    assert passages_of(text, proposals, tag) == wanted
