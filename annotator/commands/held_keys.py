"""Keys that views act on by themselves, for the key sheet and the settings."""

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
    BoxKey(QT_TRANSLATE_NOOP("Command", "Accept the first suggestion"), ("Alt+Return",)),
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

WORD_KEYS = (
    BoxKey(
        QT_TRANSLATE_NOOP("Command", "Correct all ticked places as one step, go to the next word"),
        ("Return",),
    ),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Leave the word for later, go on"), ("Space",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Right as it stands, at all ticked places"), ("Ctrl+D",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Always right: into the project's words"), ("Ctrl+Shift+D",)),
    BoxKey(
        QT_TRANSLATE_NOOP("Command", "Correct all words of which the program is sure"), ("Ctrl+Shift+Return",)
    ),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Undo the last decision and go back to it"), ("Ctrl+Z",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Tick this place or not; all places"), ("X", "A")),
    BoxKey(QT_TRANSLATE_NOOP("Command", "To the places; back to the words"), ("Right", "Left")),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Type another reading"), ("F2",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Choose a suggestion by its number"), ("Alt+1",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Open the letter at this place"), ("Ctrl+Return",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Filter the words"), ("Ctrl+F",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Most frequent or surest first"), ("O",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Look at the letters that are not known yet, or stop"), ("L",)),
    BoxKey(QT_TRANSLATE_NOOP("Command", "Back to the letter, exactly as it was"), ("Esc",)),
)
