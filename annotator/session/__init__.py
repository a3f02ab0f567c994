"""The open project: its current letter, its history, and what a change touched. No Qt, no SQL."""

from annotator.session.project.events import Event, LetterChange, SaveState
from annotator.session.project.session import Session
from annotator.session.project.undo_stack import UndoQuestion

__all__ = ["Event", "LetterChange", "SaveState", "Session", "UndoQuestion"]
