"""The order in which PAGE has the regions of a page read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.importers.ocr_files.reading import Names
from annotator.importers.xml_reading import Element

_INDEX = re.compile(r"readingOrder\s*\{[^}]*?index\s*:\s*(\d{1,9})")


class Ordered(NamedTuple):
    """The regions of a page in reading order, each once; how many the order names that are not there."""

    regions: list[Element]
    missing: int


def regions_in_order(page: Element, names: Names) -> Ordered:
    """Return the regions of a page as its `ReadingOrder` has them, those it leaves out behind them.

    A region comes before those in it. Without a `ReadingOrder` the numbers that Transkribus writes beside
    regions count, else the file's order.
    """
    regions = _regions(page, names)
    by_name = {region.get("id"): region for region in reversed(regions)}
    order = next(page.iterchildren("{*}ReadingOrder"), None)
    stated = list(_stated(order, names)) if order is not None else []
    if not stated:
        regions = _by_custom(regions)
    made: dict[Element, None] = {}
    in_groups = {name for name, leads in stated if not leads}
    for name, leads in stated:
        region = by_name.get(name)
        if region is not None:
            made[region] = None
            if not leads:
                _add_those_inside(region, names, made, in_groups)
    for region in regions:
        made[region] = None
    wanted = {name for name, leads in stated if not leads and name not in by_name}
    if wanted:  # an order may name lines too
        wanted -= {element.get("id") for element in page.iter()}
    return Ordered([*made], len(wanted))


def _regions(page: Element, names: Names) -> list[Element]:
    """Return the regions of a page and those in them, in the order of the file."""
    found: list[Element] = []
    waiting = page[::-1]
    while waiting:
        element = waiting.pop()
        if names[element.tag].endswith("Region"):
            found.append(element)
            waiting += [e for e in element[::-1] if names[e.tag].endswith("Region")]
    return found


def _stated(order: Element, names: Names) -> Iterator[tuple[str, bool]]:
    """Yield the names of regions in a reading order, and whether a name is that of a group that follows."""
    waiting = [*reversed(_children(order, False))]
    while waiting:
        element = waiting.pop()
        ref = element.get("regionRef")
        is_group = "Group" in names[element.tag]
        if ref:
            yield ref, is_group
        if is_group:
            waiting += reversed(_children(element, "Unordered" not in names[element.tag]))


def _children(group: Element, by_index: bool) -> list[Element]:
    children = [child for child in group if child.get("regionRef") or len(child)]
    numbers = [child.get("index") or "" for child in children]
    if not by_index or not all(number.isdecimal() for number in numbers):
        return children
    return [children[n] for n in sorted(range(len(children)), key=lambda n: int(numbers[n]))]


def _add_those_inside(
    region: Element, names: Names, made: dict[Element, None], stated: Mapping[str, object] | set[str]
) -> None:
    """Add the regions inside a region that the order does not name by themselves."""
    for inside in region.iterdescendants():
        if names[inside.tag].endswith("Region") and inside.get("id") not in stated:
            made[inside] = None


def _by_custom(regions: list[Element]) -> list[Element]:
    """Return regions in the order that Transkribus writes beside them; those without a number last."""
    found = [_INDEX.search(region.get("custom") or "") for region in regions]
    places = [int(each[1]) if each else 10**9 for each in found]
    return [regions[n] for n in sorted(range(len(regions)), key=places.__getitem__)]
