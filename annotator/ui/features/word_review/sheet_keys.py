"""The keys of the page on which words are gone through, for the key sheet: it acts on them."""

from __future__ import annotations

from annotator.commands.keymap import BoxKey
from annotator.core.messages import QT_TRANSLATE_NOOP

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
