"""The rows and cells of Writer's tables."""

from __future__ import annotations

from annotator.importers.office.odt_marks import attribute, count_of
from annotator.importers.xml_reading import Element, name_of

_MOST_REPEATED = 50  # cells that a file says stand there again
_ROWS = frozenset(("table-header-rows", "table-rows", "table-row-group", "soft-page-break"))


def rows_of(table: Element) -> list[Element]:
    """Return the rows of a table, those in groups of rows too."""
    found: list[Element] = []
    for each in table:
        name = name_of(each)
        if name == "table-row":
            found.append(each)
        elif name in _ROWS:
            found += rows_of(each)
    return found


def cells_of(row: Element) -> list[Element | None]:
    """Return the cells of a row; None for one that another covers, or that says nothing new."""
    found: list[Element | None] = []
    for each in row:
        name = name_of(each)
        if name not in ("table-cell", "covered-table-cell"):
            continue
        repeated = count_of(attribute(each, "number-columns-repeated"), _MOST_REPEATED) or 1
        found += [each if name == "table-cell" else None] * repeated
    return found
