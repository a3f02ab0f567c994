"""Parting with a widget that is no longer needed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def part_with(widget: QWidget) -> None:
    """Delete a widget, soon; what has the keys in it lets go of them first.

    Where a field still has them while it is deleted, Qt tells its watchers, which find half of it gone: that
    ended the program when the codebook's editor was closed in the middle of typing.
    """
    focused = widget.focusWidget()
    if focused is not None:
        focused.clearFocus()
    widget.deleteLater()
