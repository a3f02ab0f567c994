"""Edits of the fields of a codebook: types, choices, parts, names."""

from __future__ import annotations

import pytest

from annotator.core import field_edits
from annotator.core.codebook import Choice, Codebook, Field, Tag
from annotator.core.codebook_delta import numbered
from annotator.core.user_errors import UserError


def tag(tag_id: str, key: str = "", parent: str | None = None, kind: str = "passage") -> Tag:
    return Tag(tag_id, kind, {"en": tag_id.title()}, "#2d6c48", "#95e9b9", key, parent=parent)


CHAMBER = Field(
    "chamber",
    "choice",
    {"en": "Chamber"},
    choices=(Choice("tk", {"en": "Lower"}), Choice("ek", {"en": "Upper"})),
)


SIGNATORY = Field(
    "signatory",
    "group",
    {"en": "Signatory"},
    several=True,
    parts=(Field("name", "text", {"en": "Name"}), Field("role", "text", {"en": "Role"}, position=1)),
)


BOOK = numbered(
    Codebook(
        "test",
        {"en": "Test"},
        (
            tag("topic", "O", kind="section"),
            tag("country", "L"),
            tag("person", "P"),
            tag("minister", parent="person"),
        ),
        (Field("subject", "text", {"en": "Subject"}), CHAMBER, SIGNATORY),
    )
)


def refused(edit: object, *args: object) -> str:
    with pytest.raises(UserError) as caught:
        edit(*args)  # type: ignore[operator]
    return str(caught.value)


def test_a_new_field_is_a_text() -> None:
    book, path = field_edits.add_field(BOOK, "Datum", "nl", "subject")
    assert [f.id for f in book.fields] == ["subject", "datum", "chamber", "signatory"]
    assert book.field(path).type == "text"  # type: ignore[union-attr]


def test_a_choice_begins_with_one_choice_and_a_group_with_one_part() -> None:
    book = field_edits.set_type(BOOK, "subject", "choice", "Choice 1", "en")
    assert book.field("subject").choices == (Choice("choice_1", {"en": "Choice 1"}),)  # type: ignore[union-attr]
    book = field_edits.set_type(BOOK, "subject", "group", "Part 1", "en")
    assert next(leaf.id for leaf in book.value_fields()) == "subject.part_1"


def test_a_group_holds_no_group() -> None:
    assert "cannot be a group itself" in refused(
        field_edits.set_type, BOOK, "signatory.name", "group", "x", "en"
    )


def test_choices_are_added_renamed_moved_and_deleted() -> None:
    book, made = field_edits.add_choice(BOOK, "chamber", "Both", "en", "tk")
    book = field_edits.rename_choice(book, "chamber", "tk", "nl", "Tweede Kamer")
    book = field_edits.move_choice(book, "chamber", made, -1)
    assert [c.id for c in book.field("chamber").choices] == ["both", "tk", "ek"]  # type: ignore[union-attr]
    book = field_edits.delete_choice(book, "chamber", made)
    assert "last choice" not in str(book)
    alone = field_edits.delete_choice(book, "chamber", "ek")
    assert "This is the last choice of “Chamber”" in refused(
        field_edits.delete_choice, alone, "chamber", "tk", "en"
    )


def test_names_of_choices() -> None:
    assert "no semicolon" in refused(field_edits.add_choice, BOOK, "chamber", "a; b", "en")
    assert "Another choice is called “upper”" in refused(
        field_edits.add_choice, BOOK, "chamber", "upper", "en"
    )
    # A typed id is read as its choice, so no other choice may be called so.
    assert "Another choice is called “EK”" in refused(field_edits.add_choice, BOOK, "chamber", "EK", "en")


def test_parts_are_added_moved_and_deleted() -> None:
    book, path = field_edits.add_part(BOOK, "signatory", "Party", "en", "name")
    assert path == "signatory.party"
    book = field_edits.move_field(book, path, 1)
    assert [p.id for p in book.field("signatory").parts] == ["name", "role", "party"]  # type: ignore[union-attr]
    for gone in ("signatory.party", "signatory.role"):
        book = field_edits.delete_field(book, gone)
    assert "last part of “Signatory”" in refused(field_edits.delete_field, book, "signatory.name", "en")


def test_a_name_that_another_field_has() -> None:
    assert "Another field is called “Chamber”" in refused(
        field_edits.rename_field, BOOK, "subject", "nl", "Chamber"
    )
