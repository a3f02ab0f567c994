"""Why the session takes no change now: one sentence each."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message

READ_ONLY = Message(
    "Session",
    QT_TRANSLATE_NOOP("Session", "This project is open for reading only: nothing can be changed here."),
)
NOT_SAVED_YET = Message(
    "Session",
    QT_TRANSLATE_NOOP("Session", "The last changes are not saved yet: try again when they are."),
)
NOT_WRITTEN = Message(
    "Session",
    QT_TRANSLATE_NOOP(
        "Session",
        "A change could not be written because of a fault in the program; what was saved before is safe. "
        "Nothing more is taken until the project is read anew.",
    ),
)
HELD = Message(
    "Session",
    QT_TRANSLATE_NOOP("Session", "Many letters are being changed just now: try again in a moment."),
)
REMOVED = Message(
    "Session",
    QT_TRANSLATE_NOOP("Session", "This letter is being removed, or was: nothing can be changed in it."),
)
REMOVING = Message(
    "Session",
    QT_TRANSLATE_NOOP("Session", "Letters are still being removed: undo and redo come back after it."),
)
