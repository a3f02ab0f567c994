"""How the lines of a letter are set, where its source says so: evidence for headings and for their levels.

What counts is how a line stands out from the letter's running text. Bold and italic are believed; small
differences of size only where most of the text has one size and faces are told, too: else an OCR program
measured the sizes.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from annotator.core.page_layout import LineStyle
from annotator.structure.lines import Line

_LARGER = 1.06  # times the usual size: set larger
_MUCH_LARGER = 1.35  # the same, where sizes were measured
_SAME_SIZE = 0.02  # of the size
_EXACT = 0.6  # of the text has the usual size: sizes are those of fonts
_MOST_SET_OFF = 0.4  # of the lines stand out: else standing out says nothing


class Look(NamedTuple):
    """How a line stands out from the running text; `level` is a heading's as the source states it, 0 none.

    `larger` is by how many steps of size; negative for small print.
    """

    bold: bool = False
    italic: bool = False
    larger: int = 0
    level: int = 0

    @property
    def stands_out(self) -> bool:
        """Tell whether the line is set otherwise than the text, as headings are."""
        return self.bold or self.italic or self.larger > 0 or self.level > 0


Looks = Mapping[int, Look]


def looks_of(lines: Sequence[Line], styles: Sequence[LineStyle], apart: Collection[int] = ()) -> Looks:
    """Return the look of each line by its index; none where styles say nothing of this letter.

    `apart` are lines that are no running text.
    """
    found = _styles(lines, styles)
    text = [(line, style) for line in lines if (style := found.get(line.index)) and line.index not in apart]
    if not text:
        return {}
    sizes: Counter[float] = Counter()
    faces: Counter[tuple[bool, bool]] = Counter()
    for line, style in text:
        sizes[round(style.size, 1)] += len(line.text)
        faces[style.bold, style.italic] += len(line.text)
    usual, face = sizes.most_common(1)[0][0], faces.most_common(1)[0][0]
    same = sum(count for size, count in sizes.items() if abs(size - usual) <= _SAME_SIZE * usual)
    exact = len(faces) > 1 and same >= _EXACT * sizes.total()
    looks = {index: _look(style, usual, face, exact) for index, style in found.items()}
    standing_out = sum(looks[line.index].stands_out for line, _ in text)
    return looks if 0 < standing_out <= _MOST_SET_OFF * len(text) else {}


def _styles(lines: Sequence[Line], styles: Sequence[LineStyle]) -> dict[int, LineStyle]:
    ordered = sorted(styles)
    starts = [style.start for style in ordered]
    found = {}
    for line in lines:
        at = bisect.bisect_right(starts, line.start) - 1
        if at >= 0 and ordered[at].end > line.start:
            found[line.index] = ordered[at]
    return found


def _look(style: LineStyle, usual: float, face: tuple[bool, bool], exact: bool) -> Look:
    ratio = style.size / usual if style.size > 0 and usual > 0 else 1.0
    step = _LARGER if exact else _MUCH_LARGER
    larger = 0
    if ratio >= step:
        larger = 1 + int((ratio - step) / 0.15)
    elif exact and ratio <= 1 / step:
        larger = -1
    return Look(style.bold and not face[0], style.italic and not face[1], larger, style.level)


# Log odds, set by hand: the letters with styles and truth are too few to fit them.
LOOK_WEIGHTS: Mapping[str, float] = {
    "bold": 3.0,
    "italic": 2.0,
    "larger": 2.0,
    "stated": 6.0,
    "plain": -3.0,
    "small": -2.0,
    "mixed": -4.0,
    "goes_on": -3.0,
    "went_on": -3.0,
}


def _features(first: int, last: int, lines: Sequence[Line], looks: Looks) -> dict[str, float]:
    """Return how the lines of a candidate stand out; nothing where it is not known."""
    look = looks.get(lines[first].index)
    if look is None:
        return {}
    before = looks.get(lines[first - 1].index) if first and not lines[first].gap else None
    after = looks.get(lines[last + 1].index) if last + 1 < len(lines) and not lines[last + 1].gap else None
    features = {
        "bold": look.bold,
        "italic": look.italic and not look.bold,
        "larger": look.larger > 0,
        "stated": look.level > 0,
        "plain": not look.stands_out,
        "small": look.larger < 0 and not look.level,
        "mixed": any(looks.get(lines[n].index) != look for n in range(first + 1, last + 1)),
        "goes_on": look.stands_out and after == look,
        "went_on": look.stands_out and before == look,
    }
    return {name: 1.0 for name, holds in features.items() if holds}


def is_stated(first: int, last: int, lines: Sequence[Line], looks: Looks) -> bool:
    """Tell whether the source says that these lines are a heading, of one level."""
    levels = {look.level if (look := looks.get(lines[n].index)) else 0 for n in range(first, last + 1)}
    return len(levels) == 1 and 0 not in levels and not any(lines[n].gap for n in range(first + 1, last + 1))


def look_score(first: int, last: int, lines: Sequence[Line], looks: Looks) -> float:
    """Return what the look of a candidate says of it (log odds); 0 where it is not known."""
    return sum(LOOK_WEIGHTS[name] * value for name, value in _features(first, last, lines, looks).items())
