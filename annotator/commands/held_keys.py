"""The keys of the correction box, for the key sheet and the settings: the box itself acts on them."""

from __future__ import annotations

from annotator.commands.keymap import BoxKey
from annotator.core.messages import QT_TRANSLATE_NOOP

BOX_KEYS = (
    BoxKey(QT_TRANSLATE_NOOP("Command", "Accept what the field holds"), ("Return",)),
    BoxKey(
        QT_TRANSLATE_NOOP("Command", "Choose a suggestion"),
        (
            "Up",
            "Down",
            "Alt+1",
        ),
    ),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Accept for every same reading in this letter"), ("Ctrl+Return",)),
    BoxKey(
        QT_TRANSLATE_NOOP("Command", "Accept everywhere in the project, with preview"), ("Ctrl+Shift+Return",)
    ),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Right here as it stands"), ("Ctrl+D",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Always right: into the project's words"), ("Ctrl+Shift+D",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Leave it for now, go on"), ("F3",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Undo the last acceptance and go back to it"), ("Ctrl+Z",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Close"), ("Esc",)),
)
