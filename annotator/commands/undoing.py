"""Undo and redo, and what they say."""

from __future__ import annotations

from annotator.commands.command import CONTEXT, Workbench
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.session import UndoQuestion


def undo(bench: Workbench) -> None:
    """Undo the last change, whatever it touched."""
    _say_undone(bench, bench.project.undo(), QT_TRANSLATE_NOOP("Command", "Nothing to undo."), back=True)


def redo(bench: Workbench) -> None:
    """Do again what was undone."""
    _say_undone(bench, bench.project.redo(), QT_TRANSLATE_NOOP("Command", "Nothing to do again."), back=False)


def _say_undone(bench: Workbench, answer: object, nothing: str, *, back: bool) -> None:
    if answer is None:
        bench.say(Message(CONTEXT, nothing))
        return
    if isinstance(answer, UndoQuestion):
        text = QT_TRANSLATE_NOOP(
            "Command", "“{label}”: {places} places in {letters} other letters. Press again to do it."
        )
        params: dict[str, object] = {
            "label": answer.change.label,
            "places": answer.places,
            "letters": answer.letters,
        }
        bench.say(Message(CONTEXT, text, params))
        return
    text = (
        QT_TRANSLATE_NOOP("Command", "Undone: {label}")
        if back
        else QT_TRANSLATE_NOOP("Command", "Done again: {label}")
    )
    bench.say(Message(CONTEXT, text, {"label": getattr(answer, "label", "")}))
