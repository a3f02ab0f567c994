"""The rows of a report, put aside by group: on the disk, so that a project of any size fits in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, NamedTuple

from annotator.core.codebook import Codebook
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.interface import Choice, ExportContext
from annotator.exporters.report.rows import Row
from annotator.exporters.wording import word

_CHUNK = 1_000_000
GROUP = Choice(
    "group",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Grouped by")),
    (
        ("tag", Message("Export", QT_TRANSLATE_NOOP("Export", "tag"))),
        ("sender", Message("Export", QT_TRANSLATE_NOOP("Export", "sender"))),
        ("year", Message("Export", QT_TRANSLATE_NOOP("Export", "year"))),
    ),
)


@dataclass(slots=True)
class Count:
    """How many passages there are, how many of them are proposed, and in how many letters they stand."""

    passages: int = 0
    proposed: int = 0
    letters: int = 0
    _last: int = field(default=-1, repr=False)

    def add(self, row: Row) -> None:
        """Count a row; the rows of a letter come one behind the other."""
        self.passages += 1
        self.proposed += row.is_proposed
        self.letters += row.letter_id != self._last
        self._last = row.letter_id


class Part(NamedTuple):
    """The passages of a tag in a group; `name` is "" where the groups are the tags."""

    name: str
    counted: Count
    key: tuple[str, str]


class Group(NamedTuple):
    """A tag, sender or year, with its passages by tag."""

    name: str
    counted: Count
    parts: tuple[Part, ...]


class Collected:
    """Rows as they will be written, by group and tag."""

    def __init__(self, context: ExportContext, file: IO[bytes]) -> None:
        """`file` is empty, and holds the rows as long as they are needed."""
        self.context = context
        self.total = Count()
        self.size = 0  # bytes
        self._file, self._by = file, context.choice(GROUP)
        self._counts: dict[str, Count] = {}
        self._parts: dict[tuple[str, str], Count] = {}
        self._places: dict[tuple[str, str], array[int]] = {}  # begins and ends in the file, by turns

    def add(self, row: Row, written: bytes) -> None:
        """Put a row aside."""
        group = {"tag": row.tag, "sender": row.sender, "year": row.date[:4]}[self._by]
        key = (group, row.tag)
        self.total.add(row)
        self._counts.setdefault(group, Count()).add(row)
        self._parts.setdefault(key, Count()).add(row)
        places = self._places.setdefault(key, array("Q"))
        self._file.write(written)
        if places and places[-1] == self.size and self.size - places[-2] < _CHUNK:
            places[-1] += len(written)
        else:
            places.extend((self.size, self.size + len(written)))
        self.size += len(written)

    def groups(self) -> list[Group]:
        """Return the groups in the order of the report: what is not known comes last."""
        book, language = self.context.codebook, self.context.language
        order = {tag.id: number for number, tag in enumerate(book.tags)}

        def place(tag: str) -> tuple[int, str]:
            return order.get(tag, len(order)), tag

        by_tag = self._by == "tag"
        groups = sorted(self._counts, key=place) if by_tag else sorted(self._counts, key=lambda g: (not g, g))
        made = []
        for group in groups:
            tags = sorted((tag for name, tag in self._parts if name == group), key=place)
            parts = tuple(
                Part("" if by_tag else tag_name(book, tag, language), self._parts[group, tag], (group, tag))
                for tag in tags
            )
            name = (
                tag_name(book, group, language) if by_tag else group or word("unknown", language).capitalize()
            )
            made.append(Group(name, self._counts[group], parts))
        return made

    def read(self, key: tuple[str, str]) -> Iterator[bytes]:
        """Yield the rows of a part, in the order they came, many at once."""
        places = self._places[key]
        for start, end in zip(places[::2], places[1::2], strict=True):
            self._file.seek(start)
            yield self._file.read(end - start)


def tag_name(book: Codebook, tag_id: str, language: str) -> str:
    """Return the name of a tag, its id where the codebook has it no more."""
    tag = book.tag(tag_id)
    return tag.name(language) if tag else tag_id
