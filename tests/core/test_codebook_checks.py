"""What cannot be in a codebook, each fault in a sentence that names the entry."""

import pytest

from annotator.core.codebook import Codebook
from annotator.core.codebook_checks import CodebookProblem, faults_of
from annotator.core.codebook_toml import read_codebook
from annotator.core.field_types import FIELD_TYPES


def problem_of(text: str) -> str:
    with pytest.raises(CodebookProblem) as caught:
        read_codebook(text, "my.toml")
    return str(caught.value)


def tag(tag_id: str, key: str = "", rest: str = "", kind: str = "passage", colour: str = '"#0993a0"') -> str:
    keyed = f'key = "{key}"\n' if key else ""
    return f'[[tags]]\nid = "{tag_id}"\nkind = "{kind}"\nname = "X"\n{keyed}colour = {colour}\n{rest}\n'


def field(field_id: str, kind: str = "text", rest: str = "") -> str:
    return f'[[fields]]\nid = "{field_id}"\ntype = "{kind}"\nname = "X"\n{rest}\n'


def test_two_equal_keys_name_both_holders() -> None:
    said = problem_of(tag("country", key="L") + tag("place", key="l"))
    assert said == "my.toml: the tags “country” and “place” both have the key L: give one of them another."


@pytest.mark.parametrize("key", ["E", "s", "M", "C", "V", "H", "<", ">", "[", "]", ",", ".", " ", "Delete"])
def test_a_key_of_the_program_is_reserved(key: str) -> None:
    said = problem_of(tag("a", key=key))
    assert said == f"my.toml: the tag “a” has the key “{key.upper() if len(key) == 1 else key}”, " + (
        "which the program itself uses: choose another."
    )


@pytest.mark.parametrize("key", ["TT", "F5", "é", "ß", "+", "Ctrl+T"])
def test_a_key_is_one_letter_or_digit(key: str) -> None:
    assert "must be one letter from A to Z or one digit" in problem_of(tag("a", key=key))


def test_two_tags_of_one_id() -> None:
    assert (
        problem_of(tag("a") + tag("a")) == "my.toml: “a” stands more than once in tags: give one another id."
    )


def test_two_fields_of_one_id() -> None:
    assert "“a” stands more than once in fields" in problem_of(field("a") + field("a"))


@pytest.mark.parametrize("tag_id", ["Country", "two words", "a.b", "1a", "", "é"])
def test_an_id_of_other_signs(tag_id: str) -> None:
    assert f"the id “{tag_id}” may have only" in problem_of(tag(tag_id))


def test_a_kind_that_is_not_known() -> None:
    assert "my.toml, tags.a: “chapter” is not a kind of tag" in problem_of(tag("a", kind="chapter"))


@pytest.mark.parametrize("colour", ["blue", "#12345", "#12345g", "123456", "#1234567"])
def test_a_bad_colour(colour: str) -> None:
    assert f"my.toml, tags.a: “{colour}” is not a colour" in problem_of(tag("a", colour=f'"{colour}"'))


def test_a_bad_dark_colour() -> None:
    said = problem_of(tag("a", colour='{ light = "#123456", dark = "black" }'))
    assert "“black” is not a colour" in said


def test_a_parent_that_is_not_there() -> None:
    said = problem_of(tag("a", rest='parent = "b"'))
    assert said == "my.toml: the tag “a” has the parent “b”, which is not there: name another."


def test_a_tag_that_is_its_own_parent() -> None:
    assert "“a” is its own parent" in problem_of(tag("a", rest='parent = "a"'))


def test_parents_in_a_circle() -> None:
    circle = tag("a", rest='parent = "b"') + tag("b", rest='parent = "c"') + tag("c", rest='parent = "a"')
    assert "“a” is its own parent by way of “b”" in problem_of(circle)


def test_a_child_of_a_circle_is_no_endless_loop() -> None:
    text = tag("a", rest='parent = "b"') + tag("b", rest='parent = "c"') + tag("c", rest='parent = "b"')
    assert "“b” is its own parent" in problem_of(text)


def test_a_parent_of_another_kind() -> None:
    assert "must be of one kind" in problem_of(tag("a", rest='parent = "b"') + tag("b", kind="section"))


def test_a_type_that_is_not_known() -> None:
    said = problem_of(field("a", "number"))
    assert said.startswith("my.toml, fields.a: “number” is not a type of field: choose from text, long_text,")


@pytest.mark.parametrize("kind", [each.id for each in FIELD_TYPES if each.chooses])
def test_choices_that_are_missing(kind: str) -> None:
    assert "my.toml, fields.a: a field of type" in problem_of(field("a", kind))


def test_choices_where_none_belong() -> None:
    assert "has no choices" in problem_of(field("a", "date", 'choices = [{ id = "b", name = "B" }]'))


def test_two_choices_of_one_name() -> None:
    choices = 'choices = [{ id = "b", name = "Brief" }, { id = "c", name = "brief" }]'
    assert "the choices “b” and “c” share a name" in problem_of(field("a", "choice", choices))


def test_two_choices_of_one_id() -> None:
    choices = 'choices = [{ id = "b", name = "Brief" }, { id = "b", name = "Nota" }]'
    assert "“b” stands more than once in fields.a.choices" in problem_of(field("a", "choice", choices))


def test_a_semicolon_in_the_name_of_a_choice() -> None:
    said = problem_of(field("a", "several_choices", 'choices = [{ id = "b", name = "x; y" }]'))
    assert "the name of the choice “b” has a semicolon" in said


def test_a_group_without_parts() -> None:
    assert "fields.a: a group needs parts" in problem_of(field("a", "group"))


def test_parts_where_none_belong() -> None:
    parts = '[[fields.parts]]\nid = "name"\ntype = "text"\nname = "Naam"'
    assert "only a group has parts" in problem_of(field("a", "text", parts))


def test_a_group_in_a_group() -> None:
    parts = '[[fields.parts]]\nid = "name"\ntype = "group"\nname = "Naam"'
    assert "fields.a.parts.name: a part cannot be a group" in problem_of(field("a", "group", parts))


def test_a_pattern_that_is_not_known() -> None:
    assert "one of session_year, dossier, sub_number" in problem_of(field("a", "text", 'pattern = "[0-9]+"'))


def test_a_section_tag_with_triggers() -> None:
    said = problem_of(tag("a", kind="section", rest='triggers = ["zeg toe"]'))
    assert said == "my.toml: the tag “a” is for sections, which have no trigger phrases: remove them."


def test_a_part_that_is_retired() -> None:
    part = '[[fields.parts]]\nid = "p"\ntype = "text"\nname = "P"\nretired = true\n'
    assert "a part cannot be retired by itself" in problem_of(field("g", "group", part))


def test_more_entries_than_anybody_can_use() -> None:
    said = problem_of("".join(field(f"f{number}") for number in range(501)))
    assert said == "my.toml: fields holds 501 entries, more than 500: leave some out."


def test_more_choices_than_anybody_can_use() -> None:
    rows = ", ".join(f'{{ id = "c{number}", name = "N{number}" }}' for number in range(2001))
    said = problem_of(field("a", "choice", f"choices = [{rows}]"))
    assert said == "my.toml: fields.a.choices holds 2,001 entries, more than 2,000: leave some out."


def test_all_faults_are_told_in_one_go() -> None:
    with pytest.raises(CodebookProblem) as caught:
        read_codebook(tag("a", key="E") + tag("b", colour='"red"') + field("c", "number"), "my.toml")
    assert len(caught.value.faults) == 3


def test_the_sentence_has_the_first_fault_and_the_count_of_the_others() -> None:
    said = problem_of(tag("a", key="E") + tag("b", colour='"red"'))
    assert said.startswith("my.toml: the tag “a” has the key “E”")
    assert said.endswith("(This codebook has 1 more fault.)")


def test_a_codebook_made_in_the_program_is_checked_too() -> None:
    (fault,) = faults_of(Codebook("x", {}), "this project")
    assert str(fault).startswith("this project has no tags")
