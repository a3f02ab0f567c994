"""What the palette offers, and which of it is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.commands.matching import Match, match

_BY_ANOTHER_NAME = 3500  # what a name in another language, a description or keys count less


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be chosen: `id` says what, e.g. `command:undo`; the rest is what is shown.

    `also` are other texts that it is found by; `why_not` says why it cannot be chosen now, "" where it can.
    """

    id: str
    title: str
    detail: str = ""
    keys: str = ""
    also: tuple[str, ...] = ()
    why_not: str = ""
    swatch: str = ""
    status: str = field(default="", compare=False)
    apart: str = ""  # with which the detail begins, where others have the same title: never cut away


class Found(NamedTuple):
    """An item with the places of its title that were found."""

    item: Item
    spans: tuple[tuple[int, int], ...] = ()


def ranked(items: Iterable[Item], wanted: str, recent: Sequence[str] = (), most: int = 120) -> list[Found]:
    """Return the items that match, the best first; without a wish all, those chosen lately first."""
    order = {name: number for number, name in enumerate(recent)}
    if not wanted.strip():
        known = sorted(items, key=lambda item: order.get(item.id, len(order)))
        return [Found(item) for item in known][:most]
    found = []
    for item in items:
        title = match(wanted, item.title)
        score = title.score if title else _other_score(item, wanted)
        if score is not None:
            bonus = 500 if item.id in order else 0
            found.append((-(score + bonus) + (300 if item.why_not else 0), Found(item, _spans(title))))
    found.sort(key=lambda pair: pair[0])
    return [one for _, one in found[:most]]


def _spans(found: Match | None) -> tuple[tuple[int, int], ...]:
    return found.spans if found else ()


def _other_score(item: Item, wanted: str) -> int | None:
    """Return the score of a match in what else is said of an item, title included."""
    matches = [match(wanted, text) for text in item.also]
    scores = [found.score for found in matches if found]
    if not scores and (found := match(wanted, " ".join((item.title, item.detail, *item.also)))):
        scores = [found.score // 2]
    return max(scores) - _BY_ANOTHER_NAME if scores else None
