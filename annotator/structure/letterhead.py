"""What the letterhead says: labels and their values, however the columns were read.

A value stands behind its label, below it, or in a block of values that follows a block of labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.structure.columns import CELL, best_cells, labels_in_columns
from annotator.structure.found import Found, tightened
from annotator.structure.found_dates import FoundDate, dateline, find_dates
from annotator.structure.furniture import is_page_number
from annotator.structure.labels import OTHER, is_address, is_small_print, is_unit, label_of
from annotator.structure.lines import Line
from annotator.structure.sections import Anatomy
from annotator.structure.words import FUNCTION_WORDS
from annotator.structure.zones import is_salutation

_CODE = re.compile(r"^(?=.{4,60}$)(?=.*\d)[\w./ \-–:&()+]+$")
_STAMP = re.compile(
    r"(?<![\w])(?P<d>\d ?\d?)[ .-]{1,2}(?P<m>[A-Z]{3,4}|[A-Z][a-z]{2})[. -]{1,2}(?P<y>[12] ?\d ?\d ?\d)"
)
_SENT = re.compile(r"\b(?:verstuurd|verzonden|verzonden op|verstuurd per (?:e-?)?mail)\b", re.I)
_YOURS = re.compile(r"\b(?:uw|u|jouw|ik|wij)\b", re.I)
_NUMBER = re.compile(
    r"^(?:\d{1,2}|[A-Z](?: ?(?:en|,|t/m|-) ?[A-Z])*|(?:één|een|twee|drie|vier|vijf|zes|diversen|div\.?))$",
    re.I,
)
_WRITTEN = re.compile(r"[^\W\d_][a-zà-ÿ]{4,} (?:[^\W\d_]{3,}|\d)")  # words, not the letters of a code
_NONE = re.compile(r"^(?:-+|–|geen|n\.?v\.?t\.?)$", re.I)


@dataclass
class _Reader:
    """Reads a zone's lines one after the other; `waiting` are labels that have no value yet."""

    parts: Anatomy
    found: list[Found] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    label_line: int = -9
    going_on: str = ""

    def read(self, lines: Sequence[Line]) -> list[Found]:
        below: list[str] = []
        for line in lines:
            if is_page_number(line):
                continue
            if below and self._read_columns(line, below):
                below = []
                continue
            below = labels_in_columns(line)
            if not below:
                self._read_line(line)
        return self.found

    def _read_columns(self, line: Line, names: Sequence[str]) -> bool:
        """Read a line of values below a line of labels: `Datum   Bijlage(n)` / `17 oktober 2008   1`."""
        cells = [(match.start(), match.group()) for match in CELL.finditer(line.text)]
        if len(cells) != len(names):
            # The blanks between the columns are lost: cut where each cell can be the value of its label.
            cells = best_cells(
                line.text, names, lambda name, cell: self._accepts(name, cell, line, beside=True)
            )
            if not cells:
                return False
        for name, (at, cell) in zip(names, cells, strict=True):
            if self._accepts(name, cell, line, beside=True):
                self._take(name, line.start + at, line.start + at + len(cell), 0.9)
        self.going_on = ""
        return True

    def _read_line(self, line: Line) -> None:
        label = label_of(line)
        if is_salutation(line) and label is None:
            self.going_on = ""
            return
        if label is not None:
            self._read_label(line, label.role, label.value_at, label.colon)
            return
        if self.waiting and self._give(line):
            return
        if self.going_on and self._goes_on(line):
            last = self.found[-1]
            self.found[-1] = last._replace(end=line.end)
            return
        self.going_on = ""
        if line.gap:
            # What waits for its value over a blank line waits no longer once another block has begun.
            self.waiting = [name for name in self.waiting if name in ("subject", "letter_date")]

    def _read_label(self, line: Line, name: str, value_at: int, colon: bool) -> None:
        self.going_on = ""
        rest = line.text[value_at:]
        if name == OTHER:
            return
        if not rest.strip(" -–.:()n"):
            if name not in self.waiting:
                self.waiting.append(name)
            self.label_line = line.index
            return
        start = line.start + value_at
        if _NONE.match(rest.strip()):
            return
        if self._accepts(name, rest, line, beside=True):
            self._take(name, start, line.end, 0.95)
        elif name in ("our_reference", "your_reference", "letter_date") and label_of_rest(rest):
            # `Datum Betreft`: two labels in a line.
            self.waiting.append(name)

    def _give(self, line: Line) -> bool:
        """Give the line to the first label that waits and takes it."""
        beside = line.index == self.label_line + 1 and not line.gap
        if beside and _NONE.match(line.text):
            self.waiting.pop()
            return True
        order = sorted(self.waiting, key=lambda name: name == "subject")
        if len(self.waiting) > 1 and "letter_date" in self.waiting and next(find_dates(line.text), None):
            order.remove("letter_date")
            order.insert(0, "letter_date")
        for name in order:
            if self._accepts(name, line.text, line, beside):
                self.waiting = [other for other in self.waiting if other != name]
                self._take(name, line.start, line.end, 0.93 if beside else 0.85)
                return True
        return False

    def _accepts(self, name: str, text: str, line: Line, beside: bool) -> bool:
        bare = text.strip(" .,;:-–")
        if name == "letter_date":
            date = next(find_dates(bare), None)
            return date is not None and bool(date.value) and len(bare) < 40
        if name in ("our_reference", "your_reference", "dossier"):
            if (
                name == "your_reference"
                and beside
                and (date := next(find_dates(bare), None))
                and date.end - date.start > len(bare) - 6
            ):
                return True
            is_date = next(find_dates(bare), None) is not None or re.fullmatch(r"\d+ van \d+", bare)
            return bool(_CODE.match(bare)) and not is_date and not is_address(line) and len(bare.split()) < 6
        if name == "attachments":
            if _NUMBER.match(bare):
                return beside or len(self.waiting) == 1
            return (
                beside
                and len(bare) > 3
                and not is_address(line)
                and not is_small_print(line)
                and bare[:1].isupper()
            )
        if name == "subject":
            plain = any(sign.isalpha() for sign in bare) and not is_address(line)
            return plain and (beside or not is_unit(line)) and not is_small_print(line)
        return False

    def _take(self, name: str, start: int, end: int, confidence: float) -> None:
        start, end = tightened(self.parts.text, start, end)
        code = "label"
        self.found.append(Found(name, start, end, "", confidence, code))
        self.going_on = name

    def _goes_on(self, line: Line) -> bool:
        """Tell whether the value that was found last goes on in this line."""
        text = self.parts.text
        said = text[self.found[-1].start : self.found[-1].end]
        if is_address(line) or is_small_print(line) or (is_unit(line) and not line.starts_small):
            return False
        if self.going_on == "subject":
            if line.gap:
                return (
                    line.starts_small
                    and len(said) > 30
                    and said.rsplit(maxsplit=1)[-1].casefold() in FUNCTION_WORDS
                ) or (line.starts_small and len(said) > 50)
            return not _is_code(line.text) or line.starts_small
        if self.going_on == "attachments" and not _NUMBER.match(said):
            if line.gap:
                return False
            if line.starts_small:
                return True
            start, end = line.start, line.end
            self.found.append(self.found[-1]._replace(start=start, end=end))
            return True
        return False


def _is_code(text: str) -> bool:
    """Tell whether the text is a code, not words with a year in them (`Koninkrijksoverleg januari 2015`)."""
    return _CODE.match(text) is not None and _WRITTEN.search(text) is None


def label_of_rest(rest: str) -> bool:
    """Tell whether behind a label another label follows."""
    return bool(re.match(r"(?:betreft|onderwerp|datum|bijlage)", rest.strip(), re.I))


def find_labelled(parts: Anatomy) -> list[Found]:
    """Return the values of the labels, the best of each field: from the letterhead, else from a margin."""
    head_end = parts.opening.body if parts.opening.has_letterhead else 0
    head = list(parts.lines[:head_end])
    first = _Reader(parts).read(head)
    later: list[Found] = []
    for zone in _margins(parts, head_end):
        later += _Reader(parts).read(zone)
    found: list[Found] = []
    for name in ("letter_date", "subject", "our_reference", "your_reference", "attachments", "dossier"):
        own = [value for value in first if value.role == name]
        if name == "your_reference":
            # Where both stand there, the number says more than the day (`Uw brief` / `Uw kenmerk`).
            own.sort(
                key=lambda value: next(find_dates(parts.text[value.start : value.end]), None) is not None
            )
        if not own and name != "subject":
            own = [
                value._replace(confidence=value.confidence - 0.05) for value in later if value.role == name
            ]
            own = own[:1]
        if name == "attachments":
            found += own
        else:
            found += own[:1]
    if not any(value.role == "letter_date" for value in found):
        found += _unlabelled_date(parts, head)[:1]
    return [_dated(parts, value) for value in found]


def _dated(parts: Anatomy, value: Found) -> Found:
    """Return a date's value in ISO, its span that of the date alone."""
    if value.role != "letter_date" or value.value:
        return value
    text = parts.text[value.start : value.end]
    date = next(find_dates(text), None)
    if date is None:
        return value
    return value._replace(start=value.start + date.start, end=value.start + date.end, value=date.value)


def _margins(parts: Anatomy, head_end: int) -> Iterator[list[Line]]:
    """Yield the margin's lines behind the letterhead, page by page."""
    zone: list[Line] = []
    for line in parts.lines[head_end:]:
        if line.index not in parts.furniture.lines:
            continue
        if zone and zone[-1].page != line.page:
            yield zone
            zone = []
        zone.append(line)
    if zone:
        yield zone


def _unlabelled_date(parts: Anatomy, head: Sequence[Line]) -> list[Found]:
    """Return the date of a letterhead without a label: `Den Haag, 22 oktober 2021`, a stamp, a line of its own."""
    found: list[Found] = []
    for line in head:
        if label_of(line) is None and (date := dateline(line.text) or _sent_on(line)) is not None:
            start, end = line.start + date.start, line.start + date.end
            found.append(
                Found("letter_date", start, end, date.value, 0.85 if date.start else 0.75, "dateline")
            )
            continue
        if stamp := _STAMP.search(line.text):
            squeezed = f"{stamp['d'].replace(' ', '')} {stamp['m'].lower()} {stamp['y'].replace(' ', '')}"
            read = next(find_dates(squeezed), None)
            if read and read.value and len(line.text) < 40:
                found.append(
                    Found(
                        "letter_date",
                        line.start + stamp.start(),
                        line.start + stamp.end(),
                        read.value,
                        0.75,
                        "stamp",
                    )
                )
    return found or _sent_line(parts)


def _sent_on(line: Line) -> FoundDate | None:
    """Return the date behind words of sending: `per mail verstuurd op 3 mei 2021`."""
    date = next(find_dates(line.text), None)
    if date is None or not date.value or "/" in date.value:
        return None
    return date if _SENT.search(line.text[: date.start]) else None


def _sent_line(parts: Anatomy) -> list[Found]:
    """Return the date of a line anywhere that says when the letter was sent, and nothing behind it."""
    for line in parts.lines:
        if len(line.text) < 70 and _SENT.search(line.text) and not _YOURS.search(line.text):
            date = _sent_on(line)
            if date is not None and date.end >= len(line.text.rstrip(" .)")):
                start, end = line.start + date.start, line.start + date.end
                return [Found("letter_date", start, end, date.value, 0.7, "dateline")]
    return []
