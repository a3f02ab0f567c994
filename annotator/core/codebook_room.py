"""What a codebook has room for: which tags and fields get what the program proposes, by their roles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from annotator.core.codebook import Codebook, Field
from annotator.core.document import Value
from annotator.core.proposals import Proposed
from annotator.core.roles import FIELD_ROLES, PATTERNED


@dataclass(frozen=True, slots=True)
class Room:
    """The ids of one codebook by role: plain data, for the worker process.

    `values` are fields, `choices` the ids of a field's choices by its role and theirs; `as_shown` are roles
    whose field keeps what stands in the letter instead of the normal form. `triggers` are phrases by tag.
    """

    sections: Mapping[str, str] = field(default_factory=dict)
    passages: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    as_shown: frozenset[str] = frozenset()
    triggers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """A short text for this room, to tell for which one something was proposed."""
        import zlib

        plain = (sorted(each.items()) for each in (self.sections, self.passages, self.values, self.triggers))
        choices = sorted((role, sorted(ids.items())) for role, ids in self.choices.items())
        return f"{zlib.crc32(repr((*plain, choices, sorted(self.as_shown))).encode()):08x}"


def room_of(codebook: Codebook) -> Room:
    """Return where proposals go in this codebook; what has no place is not proposed."""
    leaves = [leaf for leaf in _leaves_in_use(codebook) if _takes(leaf)]
    return Room(
        sections={tag.role: tag.id for tag in codebook.section_tags if tag.role},
        passages={tag.role: tag.id for tag in codebook.passage_tags if tag.role},
        values={leaf.role: leaf.id for leaf in leaves},
        choices={
            leaf.role: {choice.role: choice.id for choice in leaf.choices if choice.role}
            for leaf in leaves
            if leaf.type == "choice"
        },
        as_shown=frozenset(leaf.role for leaf in leaves if leaf.role in PATTERNED and not leaf.pattern),
        triggers={tag.id: tag.triggers for tag in codebook.passage_tags if tag.triggers},
    )


def _leaves_in_use(codebook: Codebook) -> list[Field]:
    return [leaf for entry in codebook.fields if not entry.retired for leaf in entry.leaves()]


def _takes(leaf: Field) -> bool:
    """Tell whether a field takes what is proposed for its role."""
    pattern = leaf.role if leaf.role in PATTERNED else ""
    return leaf.type in FIELD_ROLES.get(leaf.role, ()) and leaf.pattern in ("", pattern)


def suited(proposed: Proposed, codebook: Codebook, off: Collection[str] = ()) -> Proposed:
    """Return the proposals whose tags and fields the codebook has, with the roles to be proposed for.

    For the tags that are `off` nothing is proposed of what was learnt.
    """
    sections = {tag.id for tag in codebook.section_tags if tag.role}
    passages = {tag.id for tag in codebook.passage_tags if tag.role or tag.triggers}
    fields = {leaf.id: leaf for leaf in _leaves_in_use(codebook) if _takes(leaf)}
    learnt = {tag.id for tag in codebook.passage_tags} - set(off)

    def fits(value: Value) -> bool:
        leaf = fields.get(value.field)
        if leaf is None:
            return False
        return leaf.type != "choice" or value.value in {choice.id for choice in leaf.choices}

    return replace(
        proposed,
        sections={uid: row for uid, row in proposed.sections.items() if row[0].tag in sections},
        passages={
            uid: row
            for uid, row in proposed.passages.items()
            if row.tag in (learnt if row.origin == "learnt" else passages)
        },
        values={uid: row for uid, row in proposed.values.items() if fits(row)},
    )


def places_for(codebook: Codebook) -> frozenset[tuple[object, ...]]:
    """Return what the codebook has room for: where two differ, so may the proposals that suit them.

    Each begins with "section", "passage" or "value" and the tag's or field's id; "required" are the
    fields that a letter lacks when they are empty, "triggers" the phrases of a tag.
    """
    tags = [tag for tag in codebook.tags if not tag.retired]
    places: list[tuple[object, ...]] = [(tag.kind, tag.id, tag.role) for tag in tags]
    places += [("triggers", tag.id, tag.triggers) for tag in tags if tag.triggers]
    places += [
        ("value", leaf.id, leaf.type, leaf.pattern, leaf.role, leaf.several, _choices(leaf))
        for leaf in _leaves_in_use(codebook)
    ]
    return frozenset([*places, *(("required", leaf.id) for leaf in codebook.required_fields())])


def _choices(leaf: Field) -> tuple[tuple[str, str], ...]:
    return tuple((choice.id, choice.role) for choice in leaf.choices)


def several_fields(codebook: Codebook) -> frozenset[str]:
    """Return the fields (leaves that are no part of a group) that may hold several values."""
    return frozenset(entry.id for entry in codebook.fields if entry.several and entry.type != "group")
