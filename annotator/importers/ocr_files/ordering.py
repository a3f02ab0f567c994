"""Reading orders as files state them: lists of names, or chains from one to the next."""

from __future__ import annotations

from collections.abc import Sequence


def reordered(names: Sequence[str], stated: Sequence[str]) -> list[int]:
    """Return the indexes of `names` in the stated order; those left out come last, as they stand."""
    places: dict[str, int] = {}
    for place, name in enumerate(stated):
        places.setdefault(name, place)
    last = len(stated)
    return sorted(range(len(names)), key=lambda index: places.get(names[index], last))


def chained(links: Sequence[tuple[str, str]]) -> list[int]:
    """Return the indexes of things given as (name, name of the next one) along their chains.

    A chain begins with the first thing that no other one leads to; things in a circle come in their order.
    """
    if not any(following for _, following in links):
        return list(range(len(links)))
    index_of = {name: index for index, (name, _) in reversed([*enumerate(links)])}
    led_to = {index_of[following] for _, following in links if following in index_of}
    made: list[int] = []
    seen: set[int] = set()
    for start in (*(n for n in range(len(links)) if n not in led_to), *range(len(links))):
        at: int | None = start
        while at is not None and at not in seen:
            seen.add(at)
            made.append(at)
            at = index_of.get(links[at][1])
    return made
