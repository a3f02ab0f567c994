"""A codebook out of a damaged file: without faults whatever lies there, unchanged where nothing is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.codebook import Codebook, entry_to_json
from annotator.core.codebook_checks import faults_of
from annotator.core.codebook_mending import mended
from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path

BOOK = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
Rows = list[tuple[str, Any]]


def rows(codebook: Codebook) -> tuple[dict[str, Any], Rows, Rows]:
    """Return what a file has of a codebook."""
    read = json.loads(json.dumps(codebook.to_json()))
    head = {"id": read["id"], "names": read["names"]}
    return head, [(t["id"], t) for t in read["tags"]], [(f["id"], f) for f in read["fields"]]


def test_a_whole_codebook_is_as_it_was() -> None:
    assert mended(*rows(BOOK)) == BOOK


WRONG = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(
        [
            "",
            "a",
            "topic",
            "country",
            "passage",
            "section",
            "choice",
            "group",
            "text",
            "#12345g",
            "é",
            "A",
            "Ł",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "names", "type", "parts", "choices", "nl"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(st.data())
def test_a_spoilt_codebook_has_no_faults(data: st.DataObject) -> None:
    head, tags, fields = rows(BOOK)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.sampled_from(["tag", "field", "part", "choice", "row", "head"]))
        entry = data.draw(st.sampled_from(tags if place == "tag" else fields))[1]
        if place == "head":
            head = data.draw(WRONG)  # type: ignore[arg-type]
        elif place == "row":
            listed = data.draw(st.sampled_from([tags, fields]))
            number = data.draw(st.integers(0, len(listed) - 1))
            listed[number] = (data.draw(st.sampled_from(["", "A", "x", listed[0][0]])), data.draw(WRONG))
        elif isinstance(entry, dict):
            inner = (entry.get("parts") or entry.get("choices")) if place in ("part", "choice") else None
            entry = data.draw(st.sampled_from(inner)) if isinstance(inner, list) and inner else entry
            if isinstance(entry, dict) and entry:
                entry[data.draw(st.sampled_from(sorted(entry)))] = data.draw(WRONG)
    found = mended(head, tags, fields)
    assert faults_of(found, "x") == []
    json.dumps([entry_to_json(entry) for entry in (*found.tags, *found.fields)], ensure_ascii=False).encode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "value", "is_now"),
    [("colour_light", "red", "#6b6b6b"), ("names", 7, {}), ("key", "E", ""), ("parent", "gone", None)],
)
def test_what_is_wrong_of_a_tag_is_as_if_unsaid(key: str, value: object, is_now: object) -> None:
    head, tags, fields = rows(BOOK)
    tags[0][1][key] = value
    tag = mended(head, tags, fields).tags[0]
    assert getattr(tag, key) == is_now and tag.id == BOOK.tags[0].id


def test_parents_in_a_circle_are_none() -> None:
    head, tags, fields = rows(BOOK)
    one, other = [tag for tag in tags if tag[1]["kind"] == "passage"][:2]
    one[1]["parent"], other[1]["parent"] = other[0], one[0]
    found = mended(head, tags, fields)
    assert faults_of(found, "x") == [] and len(found.tags) == len(BOOK.tags)
