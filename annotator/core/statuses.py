"""How far a letter is: a row for each status, with its names and its mark."""

from __future__ import annotations

from typing import Literal, NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP


class Status(NamedTuple):
    """A status: its name (context `Status`), its command (context `Command`), and how its mark looks.

    The shape tells a mark without the colour, which is the name of one of the theme's.
    """

    id: str
    name: str
    command: str
    shape: Literal["none", "half", "full", "diamond"]  # how full the ring is, or a diamond
    colour: Literal["muted", "accent", "green", "amber"]


# Their order is that of the keys Ctrl+1 and on, the filter and the buttons.
ROWS = (
    Status(
        "todo",
        QT_TRANSLATE_NOOP("Status", "To do"),
        QT_TRANSLATE_NOOP("Command", "Status: to do"),
        "none",
        "muted",
    ),
    Status(
        "busy",
        QT_TRANSLATE_NOOP("Status", "In progress"),
        QT_TRANSLATE_NOOP("Command", "Status: in progress"),
        "half",
        "accent",
    ),
    Status(
        "done",
        QT_TRANSLATE_NOOP("Status", "Done"),
        QT_TRANSLATE_NOOP("Command", "Status: done"),
        "full",
        "green",
    ),
    Status(
        "second_look",
        QT_TRANSLATE_NOOP("Status", "Second look"),
        QT_TRANSLATE_NOOP("Command", "Status: needs a second look"),
        "diamond",
        "amber",
    ),
)
STATUSES = tuple(row.id for row in ROWS)


def status(status_id: str) -> Status:
    """Return a status by its id."""
    return next(row for row in ROWS if row.id == status_id)
