"""Stamps and watermarks: lines that lie across others, ink on ink. They stand apart from the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.importers.layout.lines import Line, line_of
from annotator.importers.layout.words import PageWord

_LARGER = 1.25  # times the size of the lines it crosses: of two lines this is the stamp
_DEEP = 0.3  # of the smaller height: words that share more lie on each other
_WIDE = 0.3  # of the smaller width
_MOST = 4  # stamps on a page: where more lines lie on others it has two layers of text
_MOST_WORDS = 8
_LEAST_SIGNS = 4
_MUCH = 1.6  # times the size of the line: words so much larger do not belong to it


class _Part(NamedTuple):
    """A line, or a part of one that is set in another size; from where to where it stands on the page."""

    line: Line
    origin: int
    left: float
    top: float
    right: float
    bottom: float


def without_stamps(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines of a page, and apart from them those that lie across others."""
    parts = sorted(_parts(lines), key=lambda part: part.top)
    crossed: dict[int, set[int]] = {}
    for one, part in enumerate(parts):
        for other in range(one + 1, len(parts)):
            if parts[other].top >= part.bottom:
                break
            if _cross(part, parts[other]):
                crossed.setdefault(one, set()).add(other)
                crossed.setdefault(other, set()).add(one)
    stamps = {parts[one] for one in crossed if _is_stamp(one, parts, crossed)}
    if not stamps or len(stamps) > _MOST:
        return lines, ()
    cut = {part.origin for part in stamps}
    rest = {part.origin: part.line for part in parts if part.origin in cut and part not in stamps}
    kept = [rest.get(n, line) for n, line in enumerate(lines) if n not in cut or n in rest]
    return kept, [part.line for part in sorted(stamps, key=lambda part: (part.origin, part.left))]


def _parts(lines: Sequence[Line]) -> list[_Part]:
    return [_part(piece, origin) for origin, line in enumerate(lines) for piece in _by_size(line)]


def _part(line: Line, origin: int) -> _Part:
    words = line.words
    return _Part(
        line,
        origin,
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def _by_size(line: Line) -> list[Line]:
    """Return the line, or its two parts where words that are much larger ran into it."""
    sizes = [box.size for box in line.boxes]
    if max(sizes) < _MUCH * min(sizes):
        return [line]
    cut = max(range(1, len(sizes)), key=lambda at: abs(sizes[at] - sizes[at - 1]))
    is_first = max(sizes[:cut]) > max(sizes[cut:])
    large, small = (sizes[:cut], sizes[cut:]) if is_first else (sizes[cut:], sizes[:cut])
    words = line.words[:cut] if is_first else line.words[cut:]
    if min(large) < _MUCH * max(small) or all(len(word.text) < 2 for word in words):  # a drop capital
        return [line]
    pairs = list(zip(line.words, line.boxes, strict=True))
    return [line_of(pairs[:cut], line.turn), line_of(pairs[cut:], line.turn)]


def _cross(one: _Part, other: _Part) -> bool:
    if one.origin == other.origin or one.left >= other.right or other.left >= one.right:
        return False
    if not _is_deep(one, other):
        return False
    return any(_lie_on(a, b) for a in one.line.words for b in other.line.words)


def _is_deep(one: _Part | PageWord, other: _Part | PageWord) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _DEEP * min(one.bottom - one.top, other.bottom - other.top)


def _lie_on(one: PageWord, other: PageWord) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return (
        shared > _WIDE * min(one.right - one.left, other.right - other.left)
        and _is_deep(one, other)
        and _has_signs(one)
        and _has_signs(other)
    )


def _has_signs(word: PageWord) -> bool:
    return any(map(str.isalnum, word.text))  # and is no row of dots to be filled in


def _is_stamp(one: int, parts: Sequence[_Part], crossed: dict[int, set[int]]) -> bool:
    line = parts[one].line
    upright = [n for n in crossed[one] if not parts[n].line.turn]
    if not upright or line.turn:
        return bool(upright)
    if len(line.words) > _MOST_WORDS or sum(map(str.isalnum, line.text)) < _LEAST_SIGNS:
        return False
    larger = line.size / max(parts[n].line.size for n in upright)
    if larger >= (_LARGER if len(upright) > 1 else _MUCH):
        return True
    # Of one size with them: it lies across several lines, which lie across nothing else.
    return len(upright) > 1 and all(
        len(crossed[n]) == 1 and parts[n].line.size < _LARGER * line.size for n in upright
    )
