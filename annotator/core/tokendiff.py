"""Which tokens of one list became which of another, in bounded time however long both are.

Short lists go through difflib's matching blocks. Its time grows with the product of the lengths (spaces and
common words match everywhere), so that long ones are first cut at their anchors, the tokens that stand once
in both and in the same order: the "patience diff" of Bram Cohen.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Difference = tuple[int, int, int, int]  # old start and end, new start and end

_SMALL = 250_000  # old tokens times new tokens: difflib takes some 50 ms for that


def differences(old: Sequence[str], new: Sequence[str]) -> list[Difference]:
    """Return the stretches that differ, in order: `old[i1:i2]` became `new[j1:j2]`."""
    found: list[Difference] = []
    # Each stretch with the size of the one it was cut from: what hardly shrinks is not cut again.
    waiting = [(0, len(old), 0, len(new), 4 * (len(old) + len(new)))]
    while waiting:
        *stretch, parent = waiting.pop()
        i1, i2, j1, j2 = _trimmed(old, new, *stretch) if _is_large(*stretch) else stretch
        if not _is_large(i1, i2, j1, j2):
            found += _by_blocks(old, new, i1, i2, j1, j2)
            continue
        size = i2 - i1 + j2 - j1
        cuts = _anchors(old, new, i1, i2, j1, j2) if size <= parent // 2 else []
        if not cuts:
            found.append((i1, i2, j1, j2))
            continue
        bounds = [(i1 - 1, j1 - 1), *cuts, (i2, j2)]
        for (a, b), (c, d) in pairwise(bounds):
            waiting.append((a + 1, c, b + 1, d, size))
    return sorted(found)


def _is_large(i1: int, i2: int, j1: int, j2: int) -> bool:
    return (i2 - i1) * (j2 - j1) > _SMALL


def _by_blocks(
    old: Sequence[str], new: Sequence[str], i1: int, i2: int, j1: int, j2: int
) -> list[Difference]:
    if i1 == i2 or j1 == j2:
        return [(i1, i2, j1, j2)] if i1 < i2 or j1 < j2 else []
    matcher = SequenceMatcher(None, old[i1:i2], new[j1:j2], autojunk=False)
    return [(i1 + a, i1 + b, j1 + c, j1 + d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _trimmed(
    old: Sequence[str], new: Sequence[str], i1: int, i2: int, j1: int, j2: int
) -> tuple[int, int, int, int]:
    """Return the stretch without what is the same at its two ends."""
    while i1 < i2 and j1 < j2 and old[i1] == new[j1]:
        i1, j1 = i1 + 1, j1 + 1
    while i1 < i2 and j1 < j2 and old[i2 - 1] == new[j2 - 1]:
        i2, j2 = i2 - 1, j2 - 1
    return i1, i2, j1, j2


def _anchors(
    old: Sequence[str], new: Sequence[str], i1: int, i2: int, j1: int, j2: int
) -> list[tuple[int, int]]:
    """Return the places of the tokens that stand once on both sides, in the longest order they share."""
    once_new = Counter(new[j1:j2])
    where_new = {new[j]: j for j in range(j1, j2) if once_new[new[j]] == 1}
    once_old = Counter(old[i1:i2])
    places = [(i, where_new[old[i]]) for i in range(i1, i2) if once_old[old[i]] == 1 and old[i] in where_new]
    return _ascending(places)


def _ascending(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of the places in which the second number ascends as the first does."""
    ends: list[int] = []  # the smallest last number of a row of each length, and which place that is
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(places):
        at = bisect.bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1], last[at : at + 1] = [j], [index]
    chosen, index = [], last[-1] if last else -1
    while index >= 0:
        chosen.append(places[index])
        index = before[index]
    return chosen[::-1]
