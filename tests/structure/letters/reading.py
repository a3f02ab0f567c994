"""Read letters with their truth: those written for the tests, and folders of texts with a truth file each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class TrueSection(NamedTuple):
    """A section: where it starts in the raw text, its tag, level and heading."""

    start: int
    tag: str
    level: int
    heading: str | None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A raw text (form feeds and all) and what it holds; `neutral` are notes at the foot of a page."""

    name: str
    raw: str
    sections: tuple[TrueSection, ...]
    fields: tuple[tuple[str, str], ...] = ()
    commitments: tuple[str, ...] = ()
    neutral: tuple[tuple[int, int], ...] = ()
    headings: dict[int, str] = field(default_factory=dict)


def labelled_letters(folder: Path = HERE) -> Iterator[Labelled]:
    """Yield the labelled letters of a folder, by name."""
    for path in sorted(folder.glob("*.letter")):
        yield read_letter(path)
    for path in sorted(folder.glob("*.truth.json")):
        name = path.name.removesuffix(".truth.json")
        with path.with_name(f"{name}.txt").open(encoding="utf-8", newline="") as file:
            raw = file.read()
        truth = json.loads(path.read_text(encoding="utf-8"))
        # The places of the sample letters are in the text after import: without form feeds.
        shift = truth.get("offsets", "").endswith("stood")
        sections = tuple(
            TrueSection(_in_raw(raw, s["start"]) if shift else s["start"], s["tag"], s["level"], s["heading"])
            for s in truth["sections"]
        )
        yield Labelled(name, raw, sections, headings=_headings(sections))


def _in_raw(raw: str, place: int) -> int:
    """Return where a place of the text after import stands in the raw text."""
    return [index for index, sign in enumerate(raw) if sign != "\f"][place]


def _headings(sections: tuple[TrueSection, ...]) -> dict[int, str]:
    return {section.start: section.heading for section in sections if section.heading}


class _Making:
    """A letter being read from its lines."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.length = 0
        self.sections: list[TrueSection] = []
        self.fields: list[tuple[str, str]] = []
        self.commitments: list[str] = []
        self.neutral: list[tuple[int, int]] = []
        self.pending: tuple[str, int, int] | None = None
        self.left = 0
        self.is_note = False

    def mark(self, line: str) -> None:
        word, _, rest = line[1:].partition(" ")
        if word == "field":
            name, _, value = rest.partition(" ")
            self.fields.append((name, value))
        elif word == "commitment":
            self.commitments.append(rest)
        elif word == "page":
            self._put("\f")
        elif word in ("furniture", "neutral"):
            self.is_note, self.pending, self.left = word == "neutral", None, 0
        else:
            numbers = [int(number) for number in rest.split()]
            headed = word in ("topic", "attachment") or bool(numbers)
            lines = (numbers[1] if len(numbers) > 1 else 1) if headed else 0
            self.pending, self.is_note = (word, numbers[0] if numbers else 1, lines), False

    def line(self, line: str) -> None:
        if line.strip() and self.pending is not None:
            tag, level, self.left = self.pending
            start = self.length + len(line) - len(line.lstrip())
            self.sections.append(TrueSection(start, tag, level, None))
            self.pending = None
        if line.strip() and self.left:
            section = self.sections[-1]
            heading = f"{section.heading} {line.strip()}" if section.heading else line.strip()
            self.sections[-1] = section._replace(heading=heading)
            self.left -= 1
        if self.is_note and line.strip():
            self.neutral.append((self.length, self.length + len(line)))
        self._put(line + "\n")

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)


def read_letter(path: Path) -> Labelled:
    """Read a letter of the tests: lines with `@` say what begins there (see README.md)."""
    making = _Making()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            making.mark(line)
        else:
            making.line(line)
    sections = tuple(making.sections)
    return Labelled(
        path.stem,
        "".join(making.out),
        sections,
        tuple(making.fields),
        tuple(making.commitments),
        tuple(making.neutral),
        _headings(sections),
    )
