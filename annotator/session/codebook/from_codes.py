"""Codes and variables of another program as tags and fields of a codebook: those it has, and new ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.core.codebook import Codebook, Field, Tag, plain_name
from annotator.core.codebook_checks import MOST_ENTRIES
from annotator.core.codebook_delta import numbered
from annotator.core.codebook_edits import id_of, one_line
from annotator.core.colours import contrast, is_colour
from annotator.core.messages import Message
from annotator.core.palette import ON_PAPER, PALETTE, PAPER_DARK
from annotator.core.refi_guids import (
    HEADING,
    MOST_LEVELS,
    PROPOSED,
    SECTIONS,
    STATUS,
    fields_by_guid,
    level_guid,
    tags_by_guid,
)
from annotator.core.user_errors import UserError
from annotator.importers.refi_qda import sentences
from annotator.importers.refi_qda.model import Code, QdaProject, Variable

_NO_TAGS = frozenset({HEADING, PROPOSED, SECTIONS, *map(level_guid, range(1, MOST_LEVELS + 1))})
_TYPES = {"Boolean": "yes_no", "Integer": "whole_number", "Date": "date"}
_UNCODED = {"nl": "Citaat", "en": "Quotation"}
UNCODED = ""  # in the place of a code: what a selection without one gets
_MOST_POSITIONS = 1_000


@dataclass(slots=True)
class Adopted:
    """A codebook with what a project brings: tags (kind and id) by codes, fields and positions by variables.

    `left` are codes for which there was no room.
    """

    codebook: Codebook
    tags: dict[str, tuple[str, str]] = field(default_factory=dict)
    fields: dict[str, tuple[str, int]] = field(default_factory=dict)
    left: int = 0


def adopted(project: QdaProject, codebook: Codebook, language: str) -> Adopted:
    """Add a project's codes and variables to a codebook, and say which of its entries each is.

    What the codebook has under the same GUID or name is taken for the same. Raises `UserError` where there
    are too many of them.
    """
    used = {code for letter in project.letters for each in letter.selected for code in each.codes}
    made = Adopted(codebook)
    _add_tags(made, project, used, language)
    if any(not set(each.codes) - {PROPOSED} for letter in project.letters for each in letter.selected):
        _add_uncoded(made, project, language)
    _add_fields(made, project, language)
    made.codebook = numbered(made.codebook)
    return made


def codebook_of(project: QdaProject, language: str) -> Codebook:
    """Return a codebook of a project's codes alone. Raises `UserError` where it has none."""
    empty = Codebook(id_of(project.name, (), "codebook"), {language: one_line(project.name)})
    made = Adopted(empty)
    _add_tags(made, project, set(), language)
    if not made.codebook.tags:
        raise UserError(Message("Qda", sentences.NO_CODEBOOK, {"name": project.name}))
    return numbered(made.codebook)


# ---------------------------------------------------------------------- tags
def _add_tags(made: Adopted, project: QdaProject, used: Collection[str], language: str) -> None:
    codes = {code.guid: code for code in project.codes if code.guid}
    names = _single_names(codes)
    known = tags_by_guid(made.codebook)
    by_name = {
        (tag.kind, plain_name(name)): tag.id for tag in made.codebook.tags for name in tag.names.values()
    }
    new: dict[str, tuple[str, Code]] = {}
    for guid, code in codes.items():
        kind = "section" if SECTIONS in _above(codes, guid) else "passage"
        found = known.get(guid) or by_name.get((kind, plain_name(names[guid])))
        tag = made.codebook.tag(found) if found else None
        if guid in _NO_TAGS:
            continue
        if tag is not None:
            made.tags[guid] = (tag.kind, tag.id)
        else:
            new[guid] = (kind, code)
    wanted = _with_room(new, codes, used, MOST_ENTRIES - len(made.codebook.tags) - 1, project)
    made.left = len(new) - len(wanted)
    tags = list(made.codebook.tags)
    taken = [tag.id for tag in tags]
    for guid in wanted:
        kind, code = new[guid]
        tag_id = id_of(names[guid], taken, "tag")
        taken.append(tag_id)
        made.tags[guid] = (kind, tag_id)
        tags.append(_tag(tag_id, kind, names[guid], code, len(tags), language))
    made.codebook = replace(made.codebook, tags=_nested(tags, wanted, new, made.tags))


def _tag(tag_id: str, kind: str, name: str, code: Code, number: int, language: str) -> Tag:
    pair = PALETTE[number % len(PALETTE)]
    light, dark = (code.colour, _for_dark(code.colour)) if is_colour(code.colour) else pair
    said = one_line(code.description)
    return Tag(tag_id, kind, {language: name}, light, dark, descriptions={language: said} if said else {})


def _nested(
    tags: list[Tag],
    wanted: Sequence[str],
    new: Mapping[str, tuple[str, Code]],
    by_guid: Mapping[str, tuple[str, str]],
) -> tuple[Tag, ...]:
    """Return the tags, the new ones under those that their codes lie under."""
    parents = {}
    for guid in wanted:
        kind, code = new[guid]
        above = by_guid.get(code.parent)
        if above is not None and above[0] == kind:
            parents[by_guid[guid][1]] = above[1]
    return tuple(replace(tag, parent=parents[tag.id]) if tag.id in parents else tag for tag in tags)


def _with_room(
    new: Mapping[str, object],
    codes: Mapping[str, Code],
    used: Collection[str],
    room: int,
    project: QdaProject,
) -> list[str]:
    """Return those of the new codes that there is room for: what selections carry, and what lies above it."""
    if len(new) <= room:
        return list(new)
    needed = {above for guid in used for above in (guid, *_above(codes, guid))}
    wanted = [guid for guid in new if guid in needed]
    if len(wanted) > room or not used:
        params = {"name": project.name, "count": len(codes), "most": MOST_ENTRIES}
        raise UserError(Message("Qda", sentences.TOO_MANY_CODES, params))
    return wanted


def _above(codes: Mapping[str, Code], guid: str) -> list[str]:
    """Return the codes above a code, the nearest first."""
    found: list[str] = []
    at = codes.get(guid)
    while at is not None and at.parent and at.parent not in found:
        found.append(at.parent)
        at = codes.get(at.parent)
    return found


def _single_names(codes: Mapping[str, Code]) -> dict[str, str]:
    """Return a name for each code that no other has: with the one above it, or a number, where it must be."""
    counts = Counter(plain_name(code.name) for code in codes.values())
    names: dict[str, str] = {}
    taken: set[str] = set()
    for guid, code in codes.items():
        name = one_line(code.name) or "code"
        above = codes.get(code.parent)
        if counts[plain_name(code.name)] > 1 and above is not None and above.name:
            name = f"{name} ({one_line(above.name)})"
        number, tried = 1, name
        while plain_name(tried) in taken:
            number += 1
            tried = f"{name} {number}"
        taken.add(plain_name(tried))
        names[guid] = tried
    return names


def _add_uncoded(made: Adopted, project: QdaProject, language: str) -> None:
    name = _UNCODED.get(language, _UNCODED["en"])
    tag = next(
        (tag for tag in made.codebook.tags if tag.kind == "passage" and name in tag.names.values()), None
    )
    if tag is None:
        tags = made.codebook.tags
        tag_id = id_of(name, [each.id for each in tags], "tag")
        tag = _tag(tag_id, "passage", name, Code("", name), len(tags), language)
        made.codebook = replace(made.codebook, tags=(*tags, tag))
    made.tags[UNCODED] = ("passage", tag.id)


def _for_dark(colour: str) -> str:
    """Return a colour that can be seen on dark paper: the same, or as much lighter as it must be."""
    channels = [int(colour[index : index + 2], 16) for index in (1, 3, 5)]
    while contrast(colour, PAPER_DARK) < ON_PAPER:
        channels = [channel + max(1, (255 - channel) // 8) for channel in channels]
        colour = "#" + "".join(f"{min(channel, 255):02x}" for channel in channels)
    return colour


# ---------------------------------------------------------------------- fields
def _add_fields(made: Adopted, project: QdaProject, language: str) -> None:
    used = {guid for letter in project.letters for guid in letter.values}
    known = fields_by_guid(made.codebook, range(min(len(project.variables) + 1, _MOST_POSITIONS)))
    by_name = {
        plain_name(n): leaf.id for leaf in made.codebook.fields for n in leaf.names.values() if not leaf.parts
    }
    fields = list(made.codebook.fields)
    room = MOST_ENTRIES - sum(1 + len(each.parts) for each in fields)
    for variable in project.variables:
        found = known.get(variable.guid)
        if found is None and (same := by_name.get(plain_name(variable.name))):
            found = (same, 0)
        if found is not None:
            made.fields[variable.guid] = found
        elif variable.guid in used and variable.guid != STATUS and room > 0:
            room -= 1
            made_field = _field(variable, [each.id for each in fields], _values(project, variable), language)
            fields.append(made_field)
            made.fields[variable.guid] = (made_field.id, 0)
    made.codebook = replace(made.codebook, fields=tuple(fields))


def _values(project: QdaProject, variable: Variable) -> list[str]:
    return [letter.values[variable.guid] for letter in project.letters if variable.guid in letter.values]


def _field(variable: Variable, taken: Sequence[str], values: Iterable[str], language: str) -> Field:
    kind = _TYPES.get(variable.type, "text")
    said = list(values)
    if variable.type == "DateTime" and all(is_day(value) for value in said):
        kind = "date"
    if kind == "text" and any("\n" in value for value in said):
        kind = "long_text"
    name = one_line(variable.name) or "variable"
    return Field(id_of(name, taken, "field"), kind, {language: name})


def is_day(value: str) -> bool:
    """Tell whether a moment is a day: midnight, as programs that know no other days write it."""
    return value[10:19] in ("", "T00:00:00")
