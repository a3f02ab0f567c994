"""A line of keys and what they do, above the fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_hint import KeyHint


def hint_line(parent: QWidget, hints: Sequence[tuple[str, str, str]]) -> QWidget:
    """Return a line with keys, words and the command of each."""
    box = QWidget(parent)
    flow = FlowLayout(box, across=9, down=4)
    flow.setContentsMargins(12, 8, 12, 2)
    for keys, text, command in hints:
        flow.addWidget(KeyHint(keys, text, box, command=command))
    return box
