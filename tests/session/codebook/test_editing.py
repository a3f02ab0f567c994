"""What the editor asks for, as the edit that it comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.codebook import Codebook
from annotator.core.codebook_toml import read_codebook
from annotator.core.user_errors import UserError
from annotator.resources import resource_path
from annotator.session.codebook.editing import Around, EntryId, Wanted, edited, is_there, name_of

AROUND = Around("en", {"S": "Start a section here"})
COUNTRY, CHAMBER = EntryId("passage", "country"), EntryId("field", "chamber")
SENATE = EntryId("choice", "chamber", "eerste_kamer")


@pytest.fixture(scope="module")
def book() -> Codebook:
    return read_codebook(resource_path("codebooks/kamerbrieven.toml"))


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        (Wanted("add", COUNTRY, text=" Party "), "Codebook: add tag “Party”"),
        (Wanted("rename", COUNTRY, "nl", "Staat"), "Codebook: rename tag “Land” to “Staat”"),
        (Wanted("key", COUNTRY, text="x"), "Codebook: key X for tag “Country”"),
        (Wanted("key", COUNTRY), "Codebook: no key for tag “Country”"),
        (
            Wanted("colour", COUNTRY, text="#123456", other="#abcdef"),
            "Codebook: other colour for tag “Country”",
        ),
        (Wanted("examples", COUNTRY, "en", lines=("Iraq",)), "Codebook: examples of tag “Country”"),
        (Wanted("hide", COUNTRY, on=True), "Codebook: hiding of tag “Country” in exports"),
        (Wanted("retire", COUNTRY, on=True), "Codebook: retire tag “Country”"),
        (Wanted("merge", COUNTRY, other="person"), "Codebook: merge tag “Country” into “Person”"),
        (Wanted("add", CHAMBER, text="Urgency"), "Codebook: add field “Urgency”"),
        (Wanted("type", CHAMBER, other="text"), "Codebook: change field “Chamber”"),
        (Wanted("add_choice", CHAMBER, text="Neither"), "Codebook: add choice “Neither”"),
        (Wanted("move", SENATE, by=-1), "Codebook: move choice “Senate”"),
    ],
)
def test_each_edit_is_called_by_what_it_does(book: Codebook, wanted: Wanted, label: str) -> None:
    edit = edited(book, wanted, AROUND)
    assert str(edit.label) == label
    assert edit.after != book


def test_what_is_shown_after_a_removal_lies_near(book: Codebook) -> None:
    assert edited(book, Wanted("delete", COUNTRY), AROUND).entry == EntryId("passage", "amount")
    assert edited(book, Wanted("delete", SENATE), AROUND).entry == CHAMBER
    last = EntryId("field", "reference")
    assert edited(book, Wanted("delete", last), AROUND).entry == EntryId("field", "attachments")


def test_entries_are_named_and_known(book: Codebook) -> None:
    assert [name_of(book, each, "nl") for each in (COUNTRY, CHAMBER, SENATE)] == [
        "Land",
        "Kamer",
        "Eerste Kamer",
    ]
    assert is_there(book, SENATE)
    assert not is_there(book, EntryId("choice", "chamber", "gone"))
    assert not is_there(book, EntryId("field", "gone"))


def test_an_edit_never_leaves_a_codebook_that_no_file_can_hold(book: Codebook) -> None:
    tags = tuple(
        replace(book.tags[-1], id=f"t{n}", key="", role="", names={"en": f"T{n}"}) for n in range(500)
    )
    with pytest.raises(UserError, match="holds 501 entries, more than 500"):
        edited(replace(book, tags=tags), Wanted("add", EntryId("passage", ""), text="One more"), AROUND)


def test_an_old_fault_does_not_stand_in_the_way(book: Codebook) -> None:
    faulty = replace(book, tags=(replace(book.tags[0], key="E"), *book.tags[1:]))
    assert edited(faulty, Wanted("rename", COUNTRY, "en", "State"), AROUND).after != faulty
