"""What may be wrong with a codebook: one sentence for each fault, saying where it is and what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from annotator.core import codebook as book
from annotator.core.codebook import Choice, Codebook, Field, Tag
from annotator.core.colours import is_colour
from annotator.core.field_types import chooses, type_ids
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.roles import CHOICE_ROLES, TAG_ROLES, roles_of_type
from annotator.core.user_errors import UserError

SEVERAL = QT_TRANSLATE_NOOP("Codebook", "{first} (This codebook has {count:more fault|more faults}.)")
NOTHING = QT_TRANSLATE_NOOP("Codebook", "{file} has no tags and no fields: choose a codebook that has some.")
TOO_MANY = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: {place} holds {count:,} entries, more than {most:,}: leave some out."
)
TWICE = QT_TRANSLATE_NOOP("Codebook", "{file}: “{id}” stands more than once in {place}: give one another id.")
BAD_ID = QT_TRANSLATE_NOOP("Codebook", "{file}, {place}: the id “{id}” may have only a to z, 0 to 9 and _.")
BAD_KIND = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: “{kind}” is not a kind of tag: write section or passage."
)
BAD_COLOUR = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: “{colour}” is not a colour: write # and six digits, as in #247d55."
)
RESERVED = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: the tag “{tag}” has the key “{key}”, which the program itself uses: choose another."
)
BAD_KEY = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: the key “{key}” of the tag “{tag}” must be one letter from A to Z or one digit."
)
SAME_KEY = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: the tags “{first}” and “{second}” both have the key {key}: give one of them another."
)
NO_PARENT = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: the tag “{tag}” has the parent “{parent}”, which is not there: name another."
)
OTHER_KIND = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: the tag “{tag}” and its parent “{parent}” must be of one kind: section or passage."
)
CIRCLE = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: the tag “{tag}” is its own parent by way of “{parent}”: name another parent."
)
TRIGGERS = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: the tag “{tag}” is for sections, which have no trigger phrases: remove them."
)
RETIRED_PART = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: a part cannot be retired by itself: retire its group, or remove it."
)
BAD_TYPE = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: “{type}” is not a type of field: choose from {types}."
)
NO_CHOICES = QT_TRANSLATE_NOOP("Codebook", "{file}, {place}: a field of type {type} needs choices: add them.")
CHOICES = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: a field of type {type} has no choices: remove them."
)
BAD_PATTERN = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: a pattern is for a field of type text, and one of {patterns}."
)
SEMICOLON = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: the name of the choice “{id}” has a semicolon: leave it out."
)
SAME_NAME = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: the choices “{first}” and “{second}” share a name: give one another name."
)
NO_PARTS = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: a group needs parts: add them, or change its type."
)
PARTS = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: only a group has parts: remove them, or make it a group."
)
BAD_PART = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: a part cannot be a group or have several values: give that to the group."
)
BAD_ROLE = QT_TRANSLATE_NOOP(
    "Codebook", "{file}, {place}: it cannot have the role “{role}”: choose from {roles}."
)
NO_ROLES = QT_TRANSLATE_NOOP("Codebook", "{file}, {place}: it cannot have the role “{role}”: remove it.")
SAME_ROLE = QT_TRANSLATE_NOOP(
    "Codebook", "{file}: “{first}” and “{second}” both have the role “{role}”: leave it to one of them."
)

MOST_ENTRIES = 500
MOST_CHOICES = 2_000

_ID = re.compile(r"[a-z][a-z0-9_]*")
_KEY = re.compile(r"[A-Z0-9]")


class CodebookProblem(UserError):
    """A codebook that cannot be used; `faults` has a sentence for each thing that is wrong in it."""

    def __init__(self, faults: Sequence[Message]) -> None:
        first, more = faults[0], len(faults) - 1
        super().__init__(_fault(SEVERAL, first=first, count=more) if more else first)
        self.faults = tuple(faults)


def faults_of(codebook: Codebook, file: str) -> list[Message]:
    """Return a sentence for each fault of the codebook; they name `file`."""
    if not codebook.tags and not codebook.fields:
        return [_fault(NOTHING, file=file)]
    # Checked alone: comparing a hundred thousand entries with each other would never end.
    if too_many := [*_too_many(file, codebook)]:
        return too_many
    return [
        *_duplicates(file, "tags", [tag.id for tag in codebook.tags]),
        *_duplicates(file, "fields", [entry.id for entry in codebook.fields]),
        *(fault for tag in codebook.tags for fault in _tag_faults(file, tag)),
        *_key_clashes(file, codebook.tags),
        *(fault for tag in codebook.tags for fault in _parent_faults(file, codebook, tag)),
        *(fault for entry in codebook.fields for fault in _field_faults(file, entry, f"fields.{entry.id}")),
        *_role_clashes(file, codebook),
    ]


def _too_many(file: str, codebook: Codebook) -> Iterator[Message]:
    parts = [part for field in codebook.fields for part in field.parts]
    held: list[tuple[str, int, int]] = [
        ("tags", len(codebook.tags), MOST_ENTRIES),
        ("fields", len(codebook.fields) + len(parts), MOST_ENTRIES),
        *((f"fields.{field.id}.choices", len(field.choices), MOST_CHOICES) for field in codebook.fields),
        *((f"{part.id}.choices", len(part.choices), MOST_CHOICES) for part in parts),
    ]
    for place, count, most in held:
        if count > most:
            yield _fault(TOO_MANY, file=file, place=place, count=count, most=most)


def _fault(sentence: str, **params: object) -> Message:
    return Message("Codebook", sentence, params)


def _duplicates(file: str, place: str, ids: Sequence[str]) -> Iterator[Message]:
    for each, count in Counter(ids).items():
        if count > 1:
            yield _fault(TWICE, file=file, id=each, place=place)


def _id_faults(file: str, entry_id: str, place: str) -> Iterator[Message]:
    if not _ID.fullmatch(entry_id):
        yield _fault(BAD_ID, file=file, place=place, id=entry_id)


def _tag_faults(file: str, tag: Tag) -> Iterator[Message]:
    place = f"tags.{tag.id}"
    yield from _id_faults(file, tag.id, place)
    if tag.kind not in book.KINDS:
        yield _fault(BAD_KIND, file=file, place=place, kind=tag.kind)
    for colour in dict.fromkeys((tag.colour_light, tag.colour_dark)):
        if not is_colour(colour):
            yield _fault(BAD_COLOUR, file=file, place=place, colour=colour)
    if tag.key in book.RESERVED_KEYS:
        yield _fault(RESERVED, file=file, tag=tag.id, key=tag.key)
    elif tag.key and not _KEY.fullmatch(tag.key):
        yield _fault(BAD_KEY, file=file, tag=tag.id, key=tag.key)
    if tag.triggers and tag.kind == "section":
        yield _fault(TRIGGERS, file=file, tag=tag.id)
    yield from _role_faults(file, place, tag.role, TAG_ROLES.get(tag.kind, ()))


def _role_faults(file: str, place: str, role: str, roles: Sequence[str]) -> Iterator[Message]:
    if role and role not in roles:
        yield _fault(
            BAD_ROLE if roles else NO_ROLES, file=file, place=place, role=role, roles=", ".join(roles)
        )


def _role_clashes(file: str, codebook: Codebook) -> Iterator[Message]:
    """Yield the entries in use that share a role, and the choices of a field that do."""
    leaves = [leaf for entry in codebook.fields if not entry.retired for leaf in entry.leaves()]
    rows: list[Sequence[Tag | Field | Choice]] = [codebook.section_tags, codebook.passage_tags, leaves]
    for row in [*rows, *(leaf.choices for leaf in leaves)]:
        held: dict[str, str] = {}
        for each in row:
            first = held.setdefault(each.role, each.id) if each.role else each.id
            if first != each.id:
                yield _fault(SAME_ROLE, file=file, first=first, second=each.id, role=each.role)


def _key_clashes(file: str, tags: Sequence[Tag]) -> Iterator[Message]:
    holders = [tag for tag in tags if tag.key and not tag.retired]
    for first, second in combinations(holders, 2):
        if first.key == second.key:
            yield _fault(SAME_KEY, file=file, first=first.id, second=second.id, key=first.key)


def _parent_faults(file: str, codebook: Codebook, tag: Tag) -> Iterator[Message]:
    if tag.parent is None:
        return
    parent = codebook.tag(tag.parent)
    if parent is None:
        yield _fault(NO_PARENT, file=file, tag=tag.id, parent=tag.parent)
    elif parent.kind != tag.kind:
        yield _fault(OTHER_KIND, file=file, tag=tag.id, parent=tag.parent)
    elif _in_a_circle(codebook, tag):
        yield _fault(CIRCLE, file=file, tag=tag.id, parent=tag.parent)


def _in_a_circle(codebook: Codebook, tag: Tag) -> bool:
    seen: set[str] = set()
    above: Tag | None = tag
    while above is not None and above.parent is not None and above.id not in seen:
        seen.add(above.id)
        above = codebook.tag(above.parent)
        if above is not None and above.id == tag.id:
            return True
    return False


def _field_faults(file: str, entry: Field, place: str) -> Iterator[Message]:
    yield from _id_faults(file, entry.id, place)
    if entry.type not in type_ids():
        yield _fault(BAD_TYPE, file=file, place=place, type=entry.type, types=", ".join(type_ids()))
        return
    if entry.pattern and (entry.type != "text" or entry.pattern not in book.PATTERNS):
        yield _fault(BAD_PATTERN, file=file, place=place, patterns=", ".join(book.PATTERNS))
    yield from _role_faults(file, place, entry.role, roles_of_type(entry.type))
    yield from _choice_faults(file, entry, place)
    yield from _part_faults(file, entry, place)


def _choice_faults(file: str, entry: Field, place: str) -> Iterator[Message]:
    has_choices = chooses(entry.type)
    if has_choices != bool(entry.choices):
        yield _fault(NO_CHOICES if has_choices else CHOICES, file=file, place=place, type=entry.type)
    yield from _duplicates(file, f"{place}.choices", [choice.id for choice in entry.choices])
    roles = CHOICE_ROLES.get(entry.role, ())
    for choice in entry.choices:
        yield from _id_faults(file, choice.id, f"{place}.choices")
        yield from _role_faults(file, f"{place}.choices.{choice.id}", choice.role, roles)
        if any(";" in name for name in choice.names.values()):
            yield _fault(SEMICOLON, file=file, place=place, id=choice.id)
    yield from _same_names(file, entry, place)


def _same_names(file: str, entry: Field, place: str) -> Iterator[Message]:
    """Yield the choices that share a name: typed names are read in any language, so none may mean two."""
    held: dict[str, str] = {}
    for choice in entry.choices:
        others = {held.setdefault(spelling, choice.id) for spelling in sorted(choice.spellings())}
        for other in sorted(others - {choice.id}):
            yield _fault(SAME_NAME, file=file, place=place, first=other, second=choice.id)


def _part_faults(file: str, entry: Field, place: str) -> Iterator[Message]:
    grouped = entry.type == "group"
    if grouped != bool(entry.parts):
        yield _fault(NO_PARTS if grouped else PARTS, file=file, place=place)
    yield from _duplicates(file, f"{place}.parts", [part.id for part in entry.parts])
    for part in entry.parts:
        inner = f"{place}.parts.{part.id}"
        if part.type == "group" or part.several:
            yield _fault(BAD_PART, file=file, place=inner)
        if part.retired:
            yield _fault(RETIRED_PART, file=file, place=inner)
        yield from _field_faults(file, part, inner)
