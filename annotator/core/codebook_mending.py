"""A codebook as a project file has it, mended: what cannot be read is left out or gets its default.

Letters are worked on with the codebook that is there. One tag with an impossible colour must not keep the
project from opening, and no view may be given such a colour.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from annotator.core.codebook import (
    KINDS,
    PATTERNS,
    RESERVED_KEYS,
    Choice,
    Codebook,
    Field,
    Tag,
)
from annotator.core.codebook_checks import MOST_CHOICES, MOST_ENTRIES
from annotator.core.colours import is_colour
from annotator.core.field_types import chooses, type_ids
from annotator.core.read_json import is_text
from annotator.core.roles import (
    CHOICE_ROLES,
    TAG_ROLES,
    choice_role_before,
    field_role_before,
    roles_of_type,
    tag_role_before,
)

_ID = re.compile(r"[a-z][a-z0-9_]{0,199}")
_KEY = re.compile(r"[A-Z0-9]")
_GREY = ("#6b6b6b", "#a0a0a0")
_LONGEST_NAME = 2_000  # characters
_LONGEST_TEXT = 20_000
_MOST_TEXTS = 1_000


def mended(
    head: object, tags: Iterable[tuple[str, object]], fields: Iterable[tuple[str, object]]
) -> Codebook:
    """Return a codebook without faults from what a file has: the head, and rows of an id and plain data."""
    head = head if isinstance(head, Mapping) else {}
    read_tags = sorted((tag for row in tags if (tag := _tag(*row))), key=lambda tag: tag.position)
    read_fields = sorted((each for row in fields if (each := _field(*row))), key=lambda each: each.position)
    kept = _without_doubles(read_fields)
    while sum(1 + len(field.parts) for field in kept) > MOST_ENTRIES:
        kept.pop()
    return Codebook(
        _text(head.get("id"), _LONGEST_NAME),
        _texts(head.get("names"), _LONGEST_NAME),
        tuple(_fitting(read_tags)),
        tuple(_with_single_roles(kept)),
    )


# --- tags ------------------------------------------------------------------------------------------------


def _tag(row_id: str, data: object) -> Tag | None:
    data = data if isinstance(data, Mapping) else {}
    tag_id = _id(data.get("id"), row_id)
    if tag_id is None:
        return None
    kind = data.get("kind") if data.get("kind") in KINDS else "passage"
    key = data.get("key")
    is_key = isinstance(key, str) and _KEY.fullmatch(key) and key not in RESERVED_KEYS
    parent = data.get("parent")
    return Tag(
        id=tag_id,
        kind=str(kind),
        names=_texts(data.get("names"), _LONGEST_NAME),
        colour_light=_colour(data.get("colour_light"), _GREY[0]),
        colour_dark=_colour(data.get("colour_dark"), _GREY[1]),
        key=str(key) if is_key else "",
        descriptions=_texts(data.get("descriptions"), _LONGEST_TEXT),
        parent=parent if isinstance(parent, str) else None,
        position=_position(data.get("position")),
        retired=data.get("retired") is True,
        examples=_listed_texts(data.get("examples")),
        triggers=_list(data.get("triggers")) if kind == "passage" else (),
        role=_role(data, tag_role_before(str(kind), tag_id), TAG_ROLES[str(kind)]),
        hidden=data.get("hidden") is True,
    )


def _role(data: Mapping[str, Any], before: str, roles: Collection[str]) -> str:
    """Return the role that a row names; what was written before there were roles has that of its id."""
    role = data.get("role", before)
    return role if isinstance(role, str) and role in roles else ""


def _fitting(tags: list[Tag]) -> list[Tag]:
    """Return each tag once, keys with one holder, and parents that are there, of the same kind and above."""
    kept = _without_doubles(tags)[:MOST_ENTRIES]
    by_id = {tag.id: tag for tag in kept}
    held: set[str] = set()
    roles: set[tuple[str, str]] = set()
    for tag in kept:
        if tag.key and not tag.retired:
            if tag.key in held:
                by_id[tag.id] = replace(by_id[tag.id], key="")
            held.add(tag.key)
        if tag.role and not tag.retired:
            if (tag.kind, tag.role) in roles:
                by_id[tag.id] = replace(by_id[tag.id], role="")
            roles.add((tag.kind, tag.role))
        if tag.parent is not None and not _is_above(by_id, tag):
            by_id[tag.id] = replace(by_id[tag.id], parent=None)
    return [by_id[tag.id] for tag in kept]


def _is_above(by_id: Mapping[str, Tag], tag: Tag) -> bool:
    """Tell whether a tag's parent is there, of its kind, and not below the tag itself."""
    above = by_id.get(tag.parent or "")
    if above is None or above.kind != tag.kind:
        return False
    seen = {tag.id}
    while above is not None:
        if above.id in seen:
            return False
        seen.add(above.id)
        above = by_id.get(above.parent or "")
    return True


# --- fields ----------------------------------------------------------------------------------------------


def _with_single_roles(fields: Iterable[Field]) -> Iterator[Field]:
    """Yield the fields, each role with one holder among those in use."""
    held: set[str] = set()

    def once(entry: Field) -> Field:
        if entry.role in held:
            return replace(entry, role="", choices=tuple(replace(each, role="") for each in entry.choices))
        held.update({entry.role} - {""})
        return entry

    for field in fields:
        if field.retired:
            yield field
        else:
            first = once(field)
            yield replace(first, parts=tuple(map(once, first.parts)))


def _field(row_id: str, data: object, *, group: str = "") -> Field | None:
    data = data if isinstance(data, Mapping) else {}
    field_id = _id(data.get("id"), row_id)
    if field_id is None:
        return None
    kind, part = _type(data), bool(group)
    before = field_role_before(f"{group}.{field_id}" if part else field_id, kind)
    role = _role(data, before, roles_of_type(kind))
    choices = _choices(data.get("choices"), role)
    parts: list[Field] = []
    if kind == "group" and not part:
        given = data.get("parts")
        rows = given[:MOST_ENTRIES] if isinstance(given, list | tuple) else []
        parts = _without_doubles([p for row in rows if (p := _field("", row, group=field_id)) is not None])
    if (chooses(kind) and not choices) or (kind == "group" and not parts):
        kind, role = "text", ""
    return Field(
        id=field_id,
        type=kind,
        names=_texts(data.get("names"), _LONGEST_NAME),
        descriptions=_texts(data.get("descriptions"), _LONGEST_TEXT),
        required=data.get("required") is True,
        several=data.get("several") is True and not part,
        choices=choices if chooses(kind) else (),
        parts=tuple(parts),
        position=_position(data.get("position")),
        pattern=str(data["pattern"]) if kind == "text" and data.get("pattern") in PATTERNS else "",
        retired=data.get("retired") is True and not part,
        role=role,
    )


def _type(data: Mapping[str, Any]) -> str:
    return str(data["type"]) if data.get("type") in type_ids() else "text"


def _choices(data: object, field_role: str) -> tuple[Choice, ...]:
    """Return the choices that can be told apart by what is typed."""
    kept: list[Choice] = []
    spelt: set[str] = set()
    free = {*CHOICE_ROLES.get(field_role, ())}
    for row in data[:MOST_CHOICES] if isinstance(data, list | tuple) else []:
        choice_id = _id(row.get("id"), "") if isinstance(row, Mapping) else None
        if choice_id is None:
            continue
        names = _texts(row.get("names"), _LONGEST_NAME)
        role = _role(row, choice_role_before(field_role, choice_id), free)
        choice = Choice(choice_id, {k: name for k, name in names.items() if ";" not in name}, role)
        if spelt & choice.spellings():
            choice = Choice(choice_id, role=role)
        if not spelt & choice.spellings():
            spelt |= choice.spellings()
            free.discard(role)
            kept.append(choice)
    return tuple(kept)


# --- what entries are made of ----------------------------------------------------------------------------


def _without_doubles(entries: list[Any]) -> list[Any]:
    return [*{entry.id: entry for entry in reversed(entries)}.values()][::-1]


def _id(given: object, row_id: str) -> str | None:
    for each in (given, row_id):
        if isinstance(each, str) and _ID.fullmatch(each):
            return each
    return None


def _text(given: object, longest: int) -> str:
    return given[:longest] if isinstance(given, str) and is_text(given, len(given)) else ""


def _texts(given: object, longest: int) -> dict[str, str]:
    """Return texts by language; those that are none are left out."""
    items = [*given.items()][:_MOST_TEXTS] if isinstance(given, Mapping) else []
    return {key: _text(text, longest) for key, text in items if is_text(key, 40) and isinstance(text, str)}


def _listed_texts(given: object) -> dict[str, tuple[str, ...]]:
    items = [*given.items()][:_MOST_TEXTS] if isinstance(given, Mapping) else []
    return {key: texts for key, listed in items if is_text(key, 40) and (texts := _list(listed))}


def _list(given: object) -> tuple[str, ...]:
    listed = given[:_MOST_TEXTS] if isinstance(given, list | tuple) else []
    return tuple(_text(text, _LONGEST_NAME) for text in listed if isinstance(text, str))


def _colour(given: object, otherwise: str) -> str:
    return given if isinstance(given, str) and is_colour(given) else otherwise


def _position(given: object) -> int:
    return given if type(given) is int and 0 <= given < 2**31 else 0
