"""Edits of the codebook: what each leads to, what is refused and in which words, and random sequences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import codebook_delta, codebook_edits, field_edits
from annotator.core.codebook import Choice, Codebook, Field, Tag
from annotator.core.codebook_checks import faults_of
from annotator.core.codebook_delta import between, delta_from_json, delta_to_json, numbered
from annotator.core.codebook_import import plan_import
from annotator.core.codebook_toml import read_codebook, write_codebook
from annotator.core.field_types import type_ids
from annotator.core.palette import APART, PALETTE, apart, next_colour
from annotator.core.user_errors import UserError
from tests.core.papers import seen_on_paper

COMMANDS = {"S": "Start a section here", "E": "Grow the selection"}


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


def ids(codebook: Codebook) -> list[str]:
    return [each.id for each in codebook.tags]


def tree(codebook: Codebook) -> list[str]:
    return ["  " * depth + each.id for depth, each in codebook_edits.nested(codebook, "passage")]


def refused(edit: object, *args: object) -> str:
    with pytest.raises(UserError) as caught:
        edit(*args)  # type: ignore[operator]
    return str(caught.value)


# --- tags


def test_a_new_tag_gets_an_id_of_its_name_and_a_colour_that_is_free() -> None:
    book, made = codebook_edits.add_tag(BOOK, "passage", "Réactie (kort)", "nl", "country")
    assert made == "reactie_kort"
    assert ids(book) == ["topic", "country", "reactie_kort", "person", "minister"]
    assert book.tag(made).colour_light != "#2d6c48"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "made"), [("Country!", "country_2"), ("12", "tag_12"), ("日本", "tag"), ("É", "e")]
)
def test_ids(name: str, made: str) -> None:
    assert codebook_edits.add_tag(BOOK, "section", name, "en")[1] == made


def test_an_id_that_something_carries_is_not_given_again() -> None:
    assert codebook_edits.add_tag(BOOK, "passage", "Party", "en", taken=("party",))[1] == "party_2"


def test_a_new_tag_stands_under_the_parent_of_the_one_before() -> None:
    book, made = codebook_edits.add_tag(BOOK, "passage", "Secretary", "en", "minister")
    assert book.tag(made).parent == "person"  # type: ignore[union-attr]


def test_a_name_that_another_tag_has() -> None:
    said = refused(codebook_edits.rename_tag, BOOK, "person", "nl", " COUNTRY. ")
    assert said == "Another tag is called “COUNTRY.” already: give this one another name."


def test_a_section_and_a_passage_may_share_a_name() -> None:
    assert codebook_edits.rename_tag(BOOK, "topic", "en", "Country").tag("topic").name("en") == "Country"  # type: ignore[union-attr]


def test_an_id_stays_when_the_name_changes() -> None:
    assert ids(codebook_edits.rename_tag(BOOK, "country", "en", "State")) == ids(BOOK)


def test_the_last_name_stays() -> None:
    assert "A name is needed" in refused(codebook_edits.rename_tag, BOOK, "country", "en", " ")


def test_a_name_in_a_language_may_go() -> None:
    book = codebook_edits.rename_tag(BOOK, "country", "nl", "Land")
    assert codebook_edits.rename_tag(book, "country", "nl", "").tag("country").names == {"en": "Country"}  # type: ignore[union-attr]


def test_a_key_of_another_tag_is_refused_by_its_name() -> None:
    said = refused(codebook_edits.set_key, BOOK, "person", "l", COMMANDS, "en")
    assert said == "The key L belongs to the tag “Country”: press another."


def test_a_key_of_a_command_is_refused_by_its_name() -> None:
    said = refused(codebook_edits.set_key, BOOK, "person", "s", COMMANDS, "en")
    assert said == "The key S belongs to the command “Start a section here”: press another."


@pytest.mark.parametrize("key", ["é", "F1", "#", " "])
def test_what_is_no_key(key: str) -> None:
    assert "one letter from A to Z or one digit" in refused(
        codebook_edits.set_key, BOOK, "person", key, COMMANDS
    )


def test_a_key_is_a_capital_and_can_be_taken_away() -> None:
    book = codebook_edits.set_key(BOOK, "person", "x", COMMANDS)
    assert book.tag("person").key == "X"  # type: ignore[union-attr]
    assert codebook_edits.set_key(book, "person", "", COMMANDS).tag("person").key == ""  # type: ignore[union-attr]


def test_the_key_of_a_retired_tag_is_free_and_it_comes_back_without() -> None:
    book = codebook_edits.retire_tag(BOOK, "country")
    book = codebook_edits.set_key(book, "person", "L", COMMANDS)
    back = codebook_edits.unretire_tag(book, "country")
    assert back.tag("country").key == "" and back.tag("person").key == "L"  # type: ignore[union-attr]


def test_a_tag_comes_back_with_its_key_where_that_is_free() -> None:
    book = codebook_edits.unretire_tag(codebook_edits.retire_tag(BOOK, "country"), "country")
    assert book == BOOK


def test_no_tag_stands_under_itself() -> None:
    said = refused(codebook_edits.set_parent, BOOK, "person", "minister", "en")
    assert said == "“Minister” lies under this tag already and cannot stand above it: choose another."


def test_a_parent_is_of_the_same_kind() -> None:
    assert "do not go together" in refused(codebook_edits.set_parent, BOOK, "person", "topic")


def test_nesting_and_taking_out() -> None:
    book = codebook_edits.nest_tag(BOOK, "person")
    assert tree(book) == ["country", "  person", "    minister"]
    assert tree(codebook_edits.unnest_tag(book, "minister")) == ["country", "  person", "  minister"]
    assert tree(codebook_edits.unnest_tag(book, "person")) == ["country", "person", "  minister"]


def test_moving_takes_along_what_lies_below() -> None:
    assert tree(codebook_edits.move_tag(BOOK, "person", -1)) == ["person", "  minister", "country"]
    assert codebook_edits.move_tag(BOOK, "country", -1) == BOOK


def test_what_lies_under_a_deleted_tag_moves_up() -> None:
    assert tree(codebook_edits.delete_tag(BOOK, "person")) == ["country", "minister"]


def test_the_last_entry_stays() -> None:
    alone = Codebook("x", {}, (tag("a"),))
    assert "at least one tag or field" in refused(codebook_edits.delete_tag, alone, "a")


def test_merging_takes_over_examples_triggers_and_children() -> None:
    book = codebook_edits.set_examples(BOOK, "person", "en", ["Jansen", "Smit"])
    book = codebook_edits.set_examples(book, "country", "en", ["Iraq", "Smit"])
    book = codebook_edits.set_triggers(book, "person", ["minister of"])
    merged = codebook_edits.merge_tags(book, "person", "country")
    assert tree(merged) == ["country", "  minister"]
    kept = merged.tag("country")
    assert kept is not None and kept.examples == {"en": ("Iraq", "Smit", "Jansen")}
    assert kept.triggers == ("minister of",) and kept.key == "L"


def test_what_is_personal_stays_so_in_files_changes_and_merges() -> None:
    book = codebook_edits.set_hidden(BOOK, "person", True)
    assert read_codebook(write_codebook(book)) == book != BOOK
    delta = between(BOOK, book)
    assert codebook_delta.apply(BOOK, delta_from_json(delta_to_json(delta))) == book
    merged = codebook_edits.merge_tags(book, "person", "country").tag("country")
    assert merged is not None and merged.hidden


def test_merging_into_a_tag_below() -> None:
    assert tree(codebook_edits.merge_tags(BOOK, "person", "minister")) == ["country", "minister"]


def test_a_section_tag_has_no_triggers() -> None:
    assert "Only a tag for passages" in refused(codebook_edits.set_triggers, BOOK, "topic", ["x"])


def test_a_colour_is_checked() -> None:
    assert "“red” is not a colour" in refused(codebook_edits.recolour_tag, BOOK, "topic", "#123456", "red")


# --- colours


def test_the_palette_can_be_seen_and_each_next_colour_is_another() -> None:
    assert all(seen_on_paper(*pair) for pair in PALETTE)
    used: list[str] = []
    for _ in range(8):
        pair = next_colour(used)
        assert all(apart(pair.light, other) >= APART for other in used)
        used.append(pair.light)


def test_red_and_green_are_alike_to_some() -> None:
    assert apart("#a05000", "#607000") < APART < apart("#2d6c48", "#982701")


# --- fields


# --- deltas


def test_a_delta_does_not_fit_another_codebook() -> None:
    delta = between(BOOK, codebook_edits.rename_tag(BOOK, "country", "en", "State"))
    with pytest.raises(ValueError, match="country"):
        codebook_delta.apply(codebook_edits.rename_tag(BOOK, "country", "en", "Nation"), delta)


# --- imports


def test_what_an_import_would_do() -> None:
    book = codebook_edits.rename_tag(BOOK, "country", "en", "State")
    book = codebook_edits.delete_tag(codebook_edits.delete_tag(book, "minister"), "person")
    book, _ = codebook_edits.add_tag(book, "passage", "Party", "en")
    plan = plan_import(BOOK, book, lambda tag_id: tag_id == "person", lambda _: False)
    assert [(line.what, line.entry.id) for line in plan.lines] == [
        ("changed", "country"),
        ("added", "party"),
        ("retired", "person"),
        ("removed", "minister"),
    ]
    assert plan.lines[0].entries == ("names",)
    assert faults_of(plan.after, "x") == []


def test_an_import_of_the_same_changes_nothing() -> None:
    plan = plan_import(BOOK, read_codebook(write_codebook(BOOK)), lambda _: True, lambda _: True)
    assert (plan.lines, plan.order) == ((), False)
    assert plan.after == BOOK


def test_a_tag_that_stays_loses_a_parent_that_goes() -> None:
    file = Codebook("test", {"en": "Test"}, BOOK.tags[:2], BOOK.fields)
    plan = plan_import(BOOK, file, lambda tag_id: tag_id == "minister", lambda _: False)
    kept = plan.after.tag("minister")
    assert kept is not None and kept.retired and kept.parent is None


# --- any sequence

_NAMES = ["Alpha", "Beta", "beta.", "Gamma; Delta", "É", "", "12", "Person", "x" * 60]


class Edits:
    """Does one edit after another, as chance has it; what is refused changes nothing."""

    def __init__(self, data: st.DataObject) -> None:
        self.data, self.book = data, BOOK

    def some(self, row: list[str]) -> str:
        return self.data.draw(st.sampled_from(row)) if row else ""

    def step(self) -> Codebook:
        book, edits, field = self.book, codebook_edits, field_edits
        one, other = self.some(ids(book)) or "none", self.some(ids(book)) or "none"
        leaf = self.some([f.id for f in book.fields] + [v.id for v in book.value_fields()]) or "none"
        name, language = self.some(_NAMES), self.some(["nl", "en"])
        by, kind = self.data.draw(st.sampled_from([-1, 1])), self.some(["section", "passage"])
        entry = book.field(leaf)
        choice = self.some([c.id for c in entry.choices]) if entry else ""
        steps = [
            lambda: edits.add_tag(book, kind, name, language, one)[0],
            lambda: edits.rename_tag(book, one, language, name),
            lambda: edits.recolour_tag(book, one, "#5690C7", "#67b3fd"),
            lambda: edits.set_key(book, one, self.some(list("LPQ1é")), COMMANDS),
            lambda: edits.set_examples(book, one, language, [name, name]),
            lambda: edits.set_triggers(book, one, [name]),
            lambda: edits.describe_tag(book, one, language, name),
            lambda: edits.set_parent(book, one, other),
            lambda: edits.move_tag(book, one, by),
            lambda: edits.nest_tag(book, one),
            lambda: edits.unnest_tag(book, one),
            lambda: edits.retire_tag(book, one),
            lambda: edits.unretire_tag(book, one),
            lambda: edits.delete_tag(book, one),
            lambda: edits.merge_tags(book, one, other),
            lambda: field.add_field(book, name, language, leaf)[0],
            lambda: field.add_part(book, leaf.split(".")[0], name, language)[0],
            lambda: field.rename_field(book, leaf, language, name),
            lambda: field.describe_field(book, leaf, language, name),
            lambda: field.set_type(book, leaf, self.some(list(type_ids())), "First", language),
            lambda: field.move_field(book, leaf, by),
            lambda: field.delete_field(book, leaf),
            lambda: field.retire_field(book, leaf.split(".")[0], by > 0),
            lambda: field.add_choice(book, leaf, name, language, choice)[0],
            lambda: field.rename_choice(book, leaf, choice, language, name),
            lambda: field.move_choice(book, leaf, choice, by),
            lambda: field.delete_choice(book, leaf, choice),
        ]
        return self.data.draw(st.sampled_from(steps))()


@given(st.data())
@settings(max_examples=2 * settings.default.max_examples)
def test_any_sequence_of_edits_is_valid_and_can_be_undone(data: st.DataObject) -> None:
    edits = Edits(data)
    history = []
    for _ in range(data.draw(st.integers(1, 12))):
        before = edits.book
        try:
            after = edits.step()
        except (UserError, ValueError, StopIteration):
            continue  # refused, or asked of what is not there: nothing changed
        assert faults_of(after, "codebook") == []
        delta = delta_from_json(delta_to_json(between(before, after)))
        assert codebook_delta.apply(before, delta) == after
        history.append((before, delta))
        edits.book = after
    assert read_codebook(write_codebook(edits.book)) == edits.book
    for before, delta in reversed(history):
        edits.book = codebook_delta.apply(edits.book, delta.inverse())
        assert edits.book == before
