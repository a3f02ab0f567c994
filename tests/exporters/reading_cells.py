"""Cells of an exported CSV file, read back as the manual says."""

from __future__ import annotations

import re

from annotator.exporters.csv_cells import SEPARATOR


def undefuse(cell: str) -> str:
    """Return the cell as it was before `defuse`."""
    return cell.removeprefix("'")


def split_values(cell: str) -> list[str]:
    """Return the values that `join_values` joined (of a cell that `undefuse` has been applied to)."""
    # A bar inside a value has a backslash right before it, so ` | ` is only ever the separator.
    parts = cell.split(SEPARATOR) if cell else []
    return [re.sub(r"\\(.)", r"\1", part) for part in parts]
