"""Replacing the project's codebook by one from a file: what that would change, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal, TypeVar

from annotator.core.codebook import Codebook, Field, Tag
from annotator.core.codebook_delta import between, numbered

E = TypeVar("E", Tag, Field)
What = Literal["added", "changed", "retired", "removed"]


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What the import does to one tag or field; `entries` are the names of the entries that change."""

    what: What
    entry: Tag | Field
    entries: tuple[str, ...] = ()
    before: Tag | Field | None = None


@dataclass(frozen=True, slots=True)
class CodebookImport:
    """The codebook as it will be, and what that changes; nothing changes where there are no lines."""

    after: Codebook
    lines: tuple[ImportLine, ...]
    order: bool = False  # only the order or the name of the codebook differs


def plan_import(
    before: Codebook, file: Codebook, tag_used: Callable[[str], bool], field_used: Callable[[str], bool]
) -> CodebookImport:
    """Plan the import: what the file has not is retired where it is used, else removed."""
    tags = _with_kept(file.tags, before.tags, tag_used)
    ids = {tag.id for tag in tags}
    tags = tuple(tag if tag.parent in ids else replace(tag, parent=None) for tag in tags)
    entries = _with_kept(file.fields, before.fields, field_used)
    after = numbered(Codebook(file.id, dict(file.names), tags, entries))
    before = numbered(before)
    lines = (*_lines(before.tags, after.tags), *_lines(before.fields, after.fields))
    return CodebookImport(after, lines, not lines and bool(between(before, after)))


def _with_kept(file: Sequence[E], before: Sequence[E], used: Callable[[str], bool]) -> tuple[E, ...]:
    there = {entry.id for entry in file}
    kept: list[E] = list(file)
    kept += [replace(e, retired=True) for e in before if e.id not in there and used(e.id)]
    return tuple(kept)


def _lines(before: Sequence[E], after: Sequence[E]) -> Iterator[ImportLine]:
    old = {entry.id: entry for entry in before}
    new = {entry.id: entry for entry in after}
    for entry in after:
        was = old.get(entry.id)
        changed = () if was is None else _changed(was, entry)
        if was is None:
            yield ImportLine("added", entry)
        elif changed:
            yield ImportLine(
                "retired" if entry.retired and not was.retired else "changed", entry, changed, was
            )
    for entry in before:
        if entry.id not in new:
            yield ImportLine("removed", entry)


def _changed(old: E, new: E) -> tuple[str, ...]:
    names = (each.name for each in fields(old) if each.name != "position")
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))
