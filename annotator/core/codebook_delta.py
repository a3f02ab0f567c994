"""What a change did to the codebook: the entries that came, went or changed, applied and inverted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

from annotator.core.codebook import Codebook, Field, Tag, entry_to_json, field_from_json, tag_from_json
from annotator.core.read_json import read_json

E = TypeVar("E", Tag, Field)


class Head(NamedTuple):
    """What the codebook itself is called."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EntryChange(Generic[E]):
    """A tag or field that comes (`before` is None), goes (`after` is None) or becomes another."""

    before: E | None
    after: E | None


@dataclass(frozen=True, slots=True)
class CodebookDelta:
    """What a change does to the codebook; places in the order are the entries' positions."""

    tags: tuple[EntryChange[Tag], ...] = ()
    fields: tuple[EntryChange[Field], ...] = ()
    heads: tuple[Head, Head] | None = None

    def __bool__(self) -> bool:
        return bool(self.tags or self.fields or self.heads)

    def inverse(self) -> CodebookDelta:
        """Return the delta that restores the codebook as it was before this one."""
        return CodebookDelta(
            tuple(EntryChange(change.after, change.before) for change in self.tags),
            tuple(EntryChange(change.after, change.before) for change in self.fields),
            (self.heads[1], self.heads[0]) if self.heads else None,
        )


NOTHING = CodebookDelta()


def between(before: Codebook, after: Codebook) -> CodebookDelta:
    """Return what makes the one codebook the other; positions are counted anew in both."""
    before, after = numbered(before), numbered(after)
    heads = (Head(before.id, dict(before.names)), Head(after.id, dict(after.names)))
    return CodebookDelta(
        tuple(_changes(before.tags, after.tags)),
        tuple(_changes(before.fields, after.fields)),
        heads if heads[0] != heads[1] else None,
    )


def _changes(before: Sequence[E], after: Sequence[E]) -> Iterator[EntryChange[E]]:
    old: dict[str, E] = {entry.id: entry for entry in before}
    new: dict[str, E] = {entry.id: entry for entry in after}
    for entry_id in dict.fromkeys((*old, *new)):
        if old.get(entry_id) != new.get(entry_id):
            yield EntryChange(old.get(entry_id), new.get(entry_id))


def apply(codebook: Codebook, delta: CodebookDelta) -> Codebook:
    """Return the codebook after the delta. Raises ValueError where it is not what the delta was made for."""
    codebook = numbered(codebook)
    head = Head(codebook.id, dict(codebook.names))
    if delta.heads:
        if delta.heads[0] != head:
            raise ValueError("the codebook is called otherwise than the change was made for")
        head = delta.heads[1]
    return Codebook(
        head.id, head.names, _applied(codebook.tags, delta.tags), _applied(codebook.fields, delta.fields)
    )


def _applied(entries: Sequence[E], changes: Sequence[EntryChange[E]]) -> tuple[E, ...]:
    held = {entry.id: entry for entry in entries}
    for change in changes:
        entry_id = (change.before or change.after).id  # type: ignore[union-attr]
        if held.get(entry_id) != change.before:
            raise ValueError(f"the entry {entry_id} of the codebook is not what the change was made for")
        if change.after is None:
            del held[entry_id]
        else:
            held[entry_id] = change.after
    return tuple(sorted(held.values(), key=lambda entry: entry.position))


def numbered(codebook: Codebook) -> Codebook:
    """Return the codebook with its positions counted from 0, in the order in which its entries stand."""
    return replace(codebook, tags=_numbered(codebook.tags), fields=_numbered(codebook.fields))


def _numbered(entries: Sequence[E]) -> tuple[E, ...]:
    return tuple(
        entry if entry.position == number else replace(entry, position=number)
        for number, entry in enumerate(entries)
    )


def delta_to_json(delta: CodebookDelta) -> str:
    """Write a delta as JSON, for the project file's record of changes."""
    data = {
        "tags": [[_entry(change.before), _entry(change.after)] for change in delta.tags],
        "fields": [[_entry(change.before), _entry(change.after)] for change in delta.fields],
        "heads": [[head.id, dict(head.names)] for head in delta.heads or ()],
    }
    return json.dumps({name: value for name, value in data.items() if value}, ensure_ascii=False)


def _entry(entry: Tag | Field | None) -> dict[str, Any] | None:
    return None if entry is None else entry_to_json(entry)


def delta_from_json(source: str) -> CodebookDelta:
    """Read a delta written by `delta_to_json`."""
    data: dict[str, list[Any]] = read_json(source)
    tags = (
        EntryChange(tag_from_json(b) if b else None, tag_from_json(a) if a else None)
        for b, a in data.get("tags", [])
    )
    fields = (
        EntryChange(field_from_json(b) if b else None, field_from_json(a) if a else None)
        for b, a in data.get("fields", [])
    )
    heads = [Head(*head) for head in data.get("heads", [])]
    return CodebookDelta(tuple(tags), tuple(fields), (heads[0], heads[1]) if heads else None)
