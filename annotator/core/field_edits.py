"""Edits of a codebook's fields, their parts and choices, each as the codebook that it leads to.

A field is named by its path: its id, or `group.part` for a part of a group. What cannot be done raises
`UserError`. What the values of the letters have to say is for `session.codebook.codebook_migration`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from annotator.core.codebook import PATTERNS, Choice, Codebook, Field, plain_name
from annotator.core.codebook_delta import numbered
from annotator.core.codebook_edits import (
    LAST,
    NO_NAME,
    ROLE_TAKEN,
    id_of,
    one_line,
    problem,
    require_free_role,
    with_text,
)
from annotator.core.field_types import chooses, type_ids
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.roles import CHOICE_ROLES, FIELD_ROLES, role_name, roles_of_type

SAME_FIELD_NAME = QT_TRANSLATE_NOOP(
    "CodebookEdit", "Another field is called “{name}” already: give this one another name."
)
SAME_CHOICE_NAME = QT_TRANSLATE_NOOP(
    "CodebookEdit", "Another choice is called “{name}” already: give this one another name."
)
SEMICOLON = QT_TRANSLATE_NOOP(
    "CodebookEdit", "The name of a choice has no semicolon, which stands between choices: leave it out."
)
LAST_CHOICE = QT_TRANSLATE_NOOP(
    "CodebookEdit", "This is the last choice of “{name}”: add another one first, or change the field's type."
)
LAST_PART = QT_TRANSLATE_NOOP(
    "CodebookEdit", "This is the last part of “{name}”: add another one first, or delete the group."
)
NO_GROUP_IN_GROUP = QT_TRANSLATE_NOOP("CodebookEdit", "A part of a group cannot be a group itself.")

_Named = TypeVar("_Named", Field, Choice)


def field_at(codebook: Codebook, path: str) -> Field:
    """Return the field or part of this path, a part as its group has it. Raises ValueError without one."""
    head, _, part = path.partition(".")
    found = next((field for field in codebook.fields if field.id == head), None)
    if found is not None and part:
        found = next((each for each in found.parts if each.id == part), None)
    if found is None:
        raise ValueError(f"there is no field {path}")
    return found


def add_field(
    codebook: Codebook, name: str, language: str, after: str = "", taken: Collection[str] = ()
) -> tuple[Codebook, str]:
    """Add a text field behind another one (without one: at the end); return its path too.

    `taken` are ids that it must not get, because something carries them.
    """
    name = _new_name(codebook.fields, name)
    held = [*(field.id for field in codebook.fields), *taken]
    made = Field(id_of(name, held, "field"), "text", {language: name})
    return _with_fields(codebook, _put_behind(codebook.fields, made, after)), made.id


def add_part(
    codebook: Codebook, group: str, name: str, language: str, after: str = ""
) -> tuple[Codebook, str]:
    """Add a part to a group, behind another part; return its path too."""
    field = field_at(codebook, group)
    if field.type != "group":
        raise ValueError(f"the field {group} has no parts")
    name = _new_name(field.parts, name)
    made = Field(id_of(name, [part.id for part in field.parts], "part"), "text", {language: name})
    parts = _put_behind(field.parts, made, after)
    return change_field(codebook, group, parts=parts), f"{group}.{made.id}"


def _new_name(others: Sequence[Field], name: str) -> str:
    name = one_line(name)
    if not name:
        raise problem(NO_NAME)
    _require_free(others, "", name, SAME_FIELD_NAME)
    return name


def rename_field(codebook: Codebook, path: str, language: str, name: str) -> Codebook:
    """Give a field another name in a language; an empty one takes that name away."""
    field, name = field_at(codebook, path), one_line(name)
    names = with_text(field.names, language, name)
    if not names:
        raise problem(NO_NAME)
    if name:
        _require_free(_row(codebook, path), field.id, name, SAME_FIELD_NAME)
    return change_field(codebook, path, names=names)


def describe_field(codebook: Codebook, path: str, language: str, text: str) -> Codebook:
    """Say in a language what a field asks."""
    descriptions = with_text(field_at(codebook, path).descriptions, language, one_line(text))
    return change_field(codebook, path, descriptions=descriptions)


def set_type(codebook: Codebook, path: str, type_: str, first: str, language: str) -> Codebook:
    """Give a field another type; a choice or group begins with one choice or part that is called `first`."""
    field = field_at(codebook, path)
    if type_ not in type_ids():
        raise ValueError(f"there is no type {type_}")
    if type_ == "group" and "." in path:
        raise problem(NO_GROUP_IN_GROUP)
    choices = field.choices if chooses(type_) else ()
    if chooses(type_) and not choices:
        choices = (Choice(id_of(first, (), "choice"), {language: first}),)
    parts = field.parts if type_ == "group" else ()
    if type_ == "group" and not parts:
        parts = (Field(id_of(first, (), "part"), "text", {language: first}),)
    pattern = field.pattern if type_ == "text" else ""
    role = field.role if type_ in FIELD_ROLES.get(field.role, ()) else ""
    choices = _with_roles(choices, role)
    return change_field(codebook, path, type=type_, choices=choices, parts=parts, pattern=pattern, role=role)


def set_role(codebook: Codebook, path: str, role: str, language: str = "en") -> Codebook:
    """Say what a field is for, as a role; "" for nothing that the program looks for."""
    field = field_at(codebook, path)
    if role and role not in roles_of_type(field.type):
        raise ValueError(f"a field of type {field.type} cannot have the role {role}")
    in_use = (leaf for entry in codebook.fields if not entry.retired for leaf in entry.leaves())
    require_free_role(in_use, path, role, language)
    return change_field(codebook, path, role=role, choices=_with_roles(field.choices, role))


def _with_roles(choices: Sequence[Choice], role: str) -> tuple[Choice, ...]:
    """Return choices with the roles that they can have in a field with this role, by their ids where new."""
    known = CHOICE_ROLES.get(role, ())
    said = tuple(choice if choice.role in known else replace(choice, role="") for choice in choices)
    if any(choice.role for choice in said):
        return said
    return tuple(replace(choice, role=choice.id if choice.id in known else "") for choice in said)


def set_choice_role(
    codebook: Codebook, path: str, choice_id: str, role: str, language: str = "en"
) -> Codebook:
    """Say what a choice stands for, as a role of its field's role."""
    field = field_at(codebook, path)
    holder = next((each for each in field.choices if role and each.role == role), None)
    if holder is not None and holder.id != choice_id:
        raise problem(ROLE_TAKEN, name=holder.name(language), role=role_name(role))
    changed = (replace(each, role=role) if each.id == choice_id else each for each in field.choices)
    return change_field(codebook, path, choices=tuple(changed))


def set_pattern(codebook: Codebook, path: str, pattern: str) -> Codebook:
    """Ask another form of a text field, or none ("")."""
    if pattern and pattern not in PATTERNS:
        raise ValueError(f"there is no pattern {pattern}")
    return change_field(codebook, path, pattern=pattern)


def move_field(codebook: Codebook, path: str, by: int) -> Codebook:
    """Move a field, or a part within its group, over the one before (-1) or behind it (1)."""
    group, _, part = path.rpartition(".")
    moved = _moved(_row(codebook, path), part, by)
    return change_field(codebook, group, parts=moved) if group else _with_fields(codebook, moved)


def retire_field(codebook: Codebook, path: str, retired: bool) -> Codebook:
    """Ask a field no more, or again; its values stay. Asked again it has no role that another has by now."""
    if not retired:
        for leaf in field_at(codebook, path).leaves():
            holder = codebook.field_for(leaf.role) if leaf.role else None
            if holder is not None and holder.id != leaf.id:
                codebook = set_role(codebook, leaf.id, "")
    return change_field(codebook, path, retired=retired)


def delete_field(codebook: Codebook, path: str, language: str = "en") -> Codebook:
    """Take a field or part out of the codebook. Only for one that no letter has a value of."""
    group, _, part = path.rpartition(".")
    rest = tuple(field for field in _row(codebook, path) if field.id != part)
    if group:
        if not rest:
            raise problem(LAST_PART, name=field_at(codebook, group).name(language))
        return change_field(codebook, group, parts=rest)
    if len(codebook.tags) + len(codebook.fields) == 1:
        raise problem(LAST)
    return _with_fields(codebook, rest)


# --- choices ---------------------------------------------------------------------------------------------


def add_choice(
    codebook: Codebook, path: str, name: str, language: str, after: str = ""
) -> tuple[Codebook, str]:
    """Add a choice to a field, behind another one; return its id too."""
    field, name = field_at(codebook, path), _choice_name(name)
    if not chooses(field.type):
        raise ValueError(f"the field {path} has no choices")
    _require_free(field.choices, "", name, SAME_CHOICE_NAME)
    made = Choice(id_of(name, _spelled(field), "choice"), {language: name})
    return change_field(codebook, path, choices=_put_behind(field.choices, made, after)), made.id


def rename_choice(codebook: Codebook, path: str, choice_id: str, language: str, name: str) -> Codebook:
    """Give a choice another name in a language; its id, which the values hold, stays."""
    field = field_at(codebook, path)
    choice = next(each for each in field.choices if each.id == choice_id)
    names = with_text(choice.names, language, _choice_name(name) if one_line(name) else "")
    if not names:
        raise problem(NO_NAME)
    if names.get(language):
        _require_free(field.choices, choice_id, names[language], SAME_CHOICE_NAME)
    changed = (replace(each, names=names) if each.id == choice_id else each for each in field.choices)
    return change_field(codebook, path, choices=tuple(changed))


def move_choice(codebook: Codebook, path: str, choice_id: str, by: int) -> Codebook:
    """Move a choice over the one before (-1) or behind it (1)."""
    return change_field(codebook, path, choices=_moved(field_at(codebook, path).choices, choice_id, by))


def delete_choice(codebook: Codebook, path: str, choice_id: str, language: str = "en") -> Codebook:
    """Take a choice away. Only for one that no value holds."""
    field = field_at(codebook, path)
    rest = tuple(choice for choice in field.choices if choice.id != choice_id)
    if not rest:
        raise problem(LAST_CHOICE, name=field.name(language))
    return change_field(codebook, path, choices=rest)


def _choice_name(name: str) -> str:
    name = one_line(name)
    if not name:
        raise problem(NO_NAME)
    if ";" in name:
        raise problem(SEMICOLON)
    return name


def _spelled(field: Field) -> list[str]:
    return [spelling for choice in field.choices for spelling in (choice.id, *choice.spellings())]


# --- in general ------------------------------------------------------------------------------------------


def change_field(codebook: Codebook, path: str, **changes: Any) -> Codebook:
    """Return the codebook with a field or part in which these entries are others."""
    field_at(codebook, path)
    head, _, part = path.partition(".")

    def changed(fields: Sequence[Field], wanted: str, change: Callable[[Field], Field]) -> tuple[Field, ...]:
        return tuple(change(field) if field.id == wanted else field for field in fields)

    def as_wanted(field: Field) -> Field:
        # Positions of parts are counted like those of fields.
        return _numbered(replace(field, **changes))

    def in_group(field: Field) -> Field:
        return replace(field, parts=changed(field.parts, part, as_wanted))

    return _with_fields(codebook, changed(codebook.fields, head, in_group if part else as_wanted))


def _numbered(field: Field) -> Field:
    return replace(field, parts=tuple(replace(part, position=n) for n, part in enumerate(field.parts)))


def _with_fields(codebook: Codebook, fields: Sequence[Field]) -> Codebook:
    return numbered(replace(codebook, fields=tuple(fields)))


def _row(codebook: Codebook, path: str) -> tuple[Field, ...]:
    group = path.rpartition(".")[0]
    return field_at(codebook, group).parts if group else codebook.fields


def _put_behind(row: Sequence[_Named], made: _Named, after: str) -> tuple[_Named, ...]:
    ids = [each.id for each in row]
    place = ids.index(after) + 1 if after in ids else len(ids)
    order = list(row)
    order.insert(place, made)
    return tuple(order)


def _moved(row: Sequence[_Named], wanted: str, by: int) -> tuple[_Named, ...]:
    order = list(row)
    at = [each.id for each in order].index(wanted)
    if 0 <= at + by < len(order):
        order[at], order[at + by] = order[at + by], order[at]
    return tuple(order)


def _require_free(others: Sequence[_Named], own_id: str, name: str, sentence: str) -> None:
    """Raise UserError where another one is called so, in whatever language."""
    for other in others:
        spelled = {plain_name(each) for each in other.names.values()}
        if isinstance(other, Choice):
            spelled.add(plain_name(other.id))  # a typed id is read as the choice
        if other.id != own_id and plain_name(name) in spelled:
            raise problem(sentence, name=name)
