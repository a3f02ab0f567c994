"""Where the words of a letter stand on its pages, and what on a page is furniture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

MOST_SLANT = 20.0  # degrees that a page may lie askew
_LEAST_SLANT = 0.01
_TURNED, _STRAIGHTENED = "turned_", "straightened_"
_QUARTERS = frozenset(f"{_TURNED}{quarter}" for quarter in (90, 180, 270))
FURNITURE_KINDS = ("head", "foot", "page_number", "margin", "stamp")


class WordBox(NamedTuple):
    """A word of the OCR text and its box on the page.

    `start` and `end` are code points of the OCR text of the whole letter. The box is in points (1/72 inch)
    from the top left of the page as it is shown, its rotation applied.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


class Furniture(NamedTuple):
    """A stretch of the OCR text that belongs to the page and not to what the letter says.

    `start` and `end` are code points of the OCR text; `kind` is one of FURNITURE_KINDS.
    """

    start: int
    end: int
    kind: str


class WordReading(NamedTuple):
    """How sure a word of the OCR text was read, and what else it may say.

    `start` and `end` are code points of the OCR text of the whole letter. `confidence` runs from 0 to 100, -1
    where nobody said. `others` are other readings: of a second look at the page, or the source's own
    alternatives, the likeliest first, without the word itself.

    `sure` is told where somebody looked a second time at what another program had read: how surely the first
    of `others` was read then, or the same word where there are none. It is -1 everywhere else.
    """

    start: int
    end: int
    confidence: float
    others: tuple[str, ...] = ()
    sure: float = -1.0


class LineStyle(NamedTuple):
    """How a line of the OCR text is set.

    `start` and `end` are code points of the OCR text of the whole letter. `left` is where the line begins and
    `size` that of its font, in points, 0 where it is not known. `bold` and `italic` are said of a whole line,
    and False where it is not known. `level` is that of a heading where the source itself says so, as styles
    of Word do: 1 the highest, 0 none.
    """

    start: int
    end: int
    left: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page of a letter as its source has it: where its words stand, and what to tell the analyst of it.

    `number` counts from 1 as `Page.number` does; `source_page` from 0, in the source. `width` and `height`
    are points, of the page as it is shown. `words` are in the order of the OCR text; a page without text has
    none. `flags` are codes of what was noticed (`no_text`, `order_differs`, ...), for sentences that are made
    where they are shown; `turned_90` and `straightened_-1.25` say that the page is shown turned (`turn`);
    behind some the numbers of lines follow (`hidden:8-9,12`).
    `readings` are of those words that have a confidence or another reading.
    """

    number: int
    source_page: int
    width: float
    height: float
    words: tuple[WordBox, ...] = ()
    flags: tuple[str, ...] = ()
    readings: tuple[WordReading, ...] = ()

    @property
    def turn(self) -> float:
        """How many degrees clockwise the page is turned when it is shown, beyond what its source says."""
        return turn_of(self.flags)

    def __reduce__(self) -> tuple[Callable[..., PageLayout], tuple[object, ...]]:
        # Pages come from worker processes: a thousand of them as columns take a fifth of the time of rows.
        words, readings = list(zip(*self.words, strict=True)), list(zip(*self.readings, strict=True))
        page = (self.number, self.source_page, self.width, self.height)
        return _unpickled, (page, words, self.flags, readings)


def _unpickled(
    page: tuple[int, int, float, float],
    words: list[tuple[Any, ...]],
    flags: tuple[str, ...],
    readings: list[tuple[Any, ...]],
) -> PageLayout:
    boxes = tuple(map(WordBox._make, zip(*words, strict=True)))
    return PageLayout(*page, boxes, flags, tuple(map(WordReading._make, zip(*readings, strict=True))))


def turn_flags(quarter: int, slant: float = 0.0) -> tuple[str, ...]:
    """Return the flags of a page that is shown turned clockwise: by 0, 90, 180 or 270 degrees, then by a few
    degrees around its middle, its size staying as it is."""
    turned = (f"{_TURNED}{quarter}",) if quarter else ()
    return (*turned, f"{_STRAIGHTENED}{slant:.2f}") if abs(slant) >= _LEAST_SLANT else turned


def turn_of(flags: Sequence[str]) -> float:
    """Return how many degrees clockwise a page with these flags is turned when it is shown."""
    turn = 0.0
    for flag in flags:
        if flag in _QUARTERS:
            turn += int(flag.removeprefix(_TURNED))
        elif flag.startswith(_STRAIGHTENED):
            with suppress(ValueError):
                slant = float(flag.removeprefix(_STRAIGHTENED))
                turn += slant if abs(slant) <= MOST_SLANT else 0.0
    return turn


def flag_of(code: str, lines: Iterable[int]) -> str:
    """Return a flag of a page that names lines of the OCR text, counted from 1."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return f"{code}:{','.join(str(a) if a == b else f'{a}-{b}' for a, b in runs)}"


def named_lines(flags: Sequence[str], code: str) -> str:
    """Return the numbers of lines that the flag of a code names, as they are written; empty without it."""
    named = [flag.partition(":")[2] for flag in flags if flag.startswith(f"{code}:")]
    return ", ".join(lines for flag in named for lines in flag.split(","))
