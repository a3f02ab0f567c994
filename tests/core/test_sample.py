import json
import re
from pathlib import Path
from typing import Any

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.core.correction_kinds import CORRECTION_KINDS
from annotator.core.fields import parse
from annotator.core.text import normalise

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "sample"
NAMES = sorted(path.name.removesuffix(".txt") for path in SAMPLE.glob("*.txt"))
CODEBOOK = read_codebook(RESOURCES / "codebooks" / "kamerbrieven.toml")
FIELD_IDS = {"signatory": "signatory.name", "signatory_role": "signatory.role"}

pytestmark = pytest.mark.parametrize("name", NAMES)


def raw(name: str) -> str:
    return (SAMPLE / f"{name}.txt").read_bytes().decode("utf-8")


def text(name: str) -> str:
    return normalise(raw(name)).text


def truth(name: str) -> Any:
    return json.loads((SAMPLE / f"{name}.truth.json").read_text(encoding="utf-8"))


def corrected(name: str) -> str:
    right = text(name)
    for correction in reversed(truth(name)["corrections"]):
        right = right[: correction["start"]] + correction["after"] + right[correction["end"] :]
    return right


def test_every_correction_stands_where_it_says(name: str) -> None:
    wrong = [c for c in truth(name)["corrections"] if text(name)[c["start"] : c["end"]] != c["before"]]
    assert wrong == []


def test_corrections_stand_in_order_and_apart(name: str) -> None:
    bounds = [bound for c in truth(name)["corrections"] for bound in (c["start"], c["end"])]
    assert bounds == sorted(bounds)


def test_every_correction_changes_something(name: str) -> None:
    assert all(c["before"] != c["after"] for c in truth(name)["corrections"])


def test_corrections_have_kinds_of_the_model(name: str) -> None:
    assert {c["kind"] for c in truth(name)["corrections"]} <= set(CORRECTION_KINDS)


def test_a_broken_word_is_broken_in_the_letter_and_whole_in_the_truth(name: str) -> None:
    broken = [c for c in truth(name)["corrections"] if c["kind"] == "hyphen"]
    assert broken and all("-\n" in c["before"] and "\n" not in c["after"] for c in broken)


def test_no_word_is_broken_once_it_is_corrected(name: str) -> None:
    assert re.findall(r"\w+-\n\w+", corrected(name)) == []


def test_no_misread_word_is_left_once_it_is_corrected(name: str) -> None:
    misread = {c["before"] for c in truth(name)["corrections"] if c["kind"] == "word"}
    assert misread and not misread & set(re.findall(r"\w+", corrected(name)))


def test_no_misread_mark_is_left_once_it_is_corrected(name: str) -> None:
    assert re.findall(r"®|[.,][!?]|^[T?] ", corrected(name), re.MULTILINE) == []


def test_pages_start_where_import_says(name: str) -> None:
    assert tuple(truth(name)["page_starts"]) == normalise(raw(name)).page_starts


def test_there_is_more_than_one_page(name: str) -> None:
    assert len(truth(name)["page_starts"]) >= 2


def test_lines_are_as_wide_as_on_paper(name: str) -> None:
    assert max(map(len, text(name).split("\n"))) <= 75


def test_pages_are_as_long_as_on_paper(name: str) -> None:
    assert max(page.count("\n") for page in raw(name).split("\f")) <= 60


def test_the_letter_is_a_fixed_point_of_import_but_for_its_form_feeds(name: str) -> None:
    assert text(name) == raw(name).replace("\f", "")


def test_sections_partition_the_letter(name: str) -> None:
    starts = [section["start"] for section in truth(name)["sections"]]
    assert starts[0] == 0 and starts == sorted(set(starts))


def test_a_section_starts_with_its_heading(name: str) -> None:
    headed = [section for section in truth(name)["sections"] if section["heading"]]
    assert headed and all(text(name).startswith(s["heading"] + "\n", s["start"]) for s in headed)


def test_a_section_starts_at_a_line(name: str) -> None:
    starts = [section["start"] for section in truth(name)["sections"] if section["start"]]
    assert all(text(name)[start - 1] == "\n" for start in starts)


def test_section_tags_are_those_of_the_codebook(name: str) -> None:
    tags = {tag.id for tag in CODEBOOK.section_tags}
    assert {section["tag"] for section in truth(name)["sections"]} <= tags


def test_passages_stand_where_they_say(name: str) -> None:
    assert [p for p in truth(name)["passages"] if text(name)[p["start"] : p["end"]] != p["text"]] == []


def test_passage_tags_are_those_of_the_codebook(name: str) -> None:
    assert {p["tag"] for p in truth(name)["passages"]} <= {tag.id for tag in CODEBOOK.passage_tags}


def test_some_passages_lie_inside_others(name: str) -> None:
    spans = [(p["start"], p["end"]) for p in truth(name)["passages"]]
    assert name == "verslag-visserijraad-2021" or any(
        a <= c and d <= b for a, b in spans for c, d in spans if (a, b) != (c, d)
    )


def test_evidence_stands_where_it_says(name: str) -> None:
    proven = [value for value in truth(name)["fields"] if value["evidence"] is not None]
    assert proven and all(text(name)[v["start"] : v["end"]] == v["evidence"] for v in proven)


def test_values_are_what_the_form_reads_from_their_evidence(name: str) -> None:
    for value in truth(name)["fields"]:
        field = CODEBOOK.field(FIELD_IDS.get(value["field"], value["field"]))
        assert field is not None, value
        assert parse(field, value["evidence"] or value["value"], "nl").value == value["value"]


def test_required_fields_have_a_value(name: str) -> None:
    filled = {FIELD_IDS.get(value["field"], value["field"]) for value in truth(name)["fields"]}
    assert {field.id for field in CODEBOOK.required_fields()} <= filled


def test_page_numbers_stand_where_they_say(name: str) -> None:
    lines = [text(name)[start:end] for start, end in truth(name)["furniture"]]
    assert all(re.fullmatch(r"Pagina \d van \d", line) for line in lines)


def test_what_is_no_error_stands_in_the_letter(name: str) -> None:
    assert all(word in text(name) for word in truth(name)["not_errors"])
