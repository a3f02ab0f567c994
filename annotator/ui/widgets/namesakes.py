"""A letter's title with what tells it from others of the same title, which is never cut away with its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_BETWEEN = " · "


def full_name(title: str, apart: str) -> str:
    """Return a title, and behind it what tells its letter from its namesakes; "" where it has none."""
    return f"{title}{_BETWEEN}{apart}" if apart else title


def percent(share: float) -> str:
    """Return how alike two letters are as it is shown; only the very same is a hundred per cent."""
    return f"{min(99, round(share * 100)) if share < 1 else 100} %"


def fitting_name(title: str, apart: str, metrics: QFontMetrics, room: int) -> str:
    """Return the same on one line in so many pixels: the title gives way, by its end."""
    title = title.replace("\n", " ")
    if not apart or metrics.horizontalAdvance(full_name(title, apart)) <= room:
        return metrics.elidedText(full_name(title, apart), Qt.TextElideMode.ElideRight, room)
    behind = _BETWEEN + metrics.elidedText(apart, Qt.TextElideMode.ElideMiddle, room * 3 // 5)
    left = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(behind))
    return left + behind
