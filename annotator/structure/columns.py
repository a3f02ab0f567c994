"""Labels that stand side by side in a line, and their values in the line below: letterheads of the 1990s."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from annotator.structure.labels import LABEL_PATTERNS, OTHER, label_of
from annotator.structure.lines import Line

CELL = re.compile(r"\S+(?: \S+)*")  # one space at most within a column
_FEWEST = 3  # labels with one blank between them: two are read one after the other
_MOST_WORDS = 16  # of a line of values: there are not too many ways to cut them


def labels_in_columns(line: Line) -> list[str]:
    """Return what the labels of a line that holds nothing but labels stand for, else nothing."""
    cells = CELL.findall(line.text)
    if len(cells) < 2:
        return _side_by_side(line.text)
    labels = [label_of(replace(line, text=cell)) for cell in cells]
    if any(
        label is None or cell[label.value_at :].strip(" :.()n")
        for label, cell in zip(labels, cells, strict=True)
    ):
        return []
    return [label.role for label in labels if label is not None]


def _side_by_side(text: str) -> list[str]:
    """Return what labels with one blank between them stand for: `uw brief van uw kenmerk ons kenmerk datum`."""
    found: list[str] = []
    place = 0
    while place < len(text):
        matches = [
            (match.end(), role) for role, pattern in LABEL_PATTERNS if (match := pattern.match(text, place))
        ]
        if not matches:
            return []
        place, role = max(matches)
        found.append(role)
    return found if len(found) >= _FEWEST else []


def best_cells(text: str, names: Sequence[str], accepts: Callable[[str, str], bool]) -> list[tuple[int, str]]:
    """Return where each label's value stands in a line of values that has no columns any more; nothing where none fits."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if not len(names) <= len(words) <= _MOST_WORDS:
        return []
    best: tuple[int, list[tuple[int, str]]] = (-99, [])
    for cuts in combinations(range(1, len(words)), len(names) - 1):
        bounds = [0, *cuts, len(words)]
        cells = [
            (words[first][0], text[words[first][0] : words[last - 1][1]]) for first, last in pairwise(bounds)
        ]
        if all(name == OTHER or accepts(name, cell) for name, (_, cell) in zip(names, cells, strict=True)):
            fit = sum(_fit(name, cell) for name, (_, cell) in zip(names, cells, strict=True))
            best = max(best, (fit, cells))
    return best[1]


def _fit(name: str, cell: str) -> int:
    """Return how well the cell looks like a value of its own: a code ends with a figure, a name has none."""
    last = cell.rsplit(maxsplit=1)[-1]
    figures = sum(any(sign.isdigit() for sign in word) for word in cell.split())
    if name == "subject":
        return -2 * figures
    if name == OTHER:
        return -len(cell.split())
    return 0 if any(sign.isdigit() for sign in last) else -3
