"""The notes of a Writer file with the numbers that they have in the text, and its comments."""

from __future__ import annotations

from annotator.importers.office.content import mark_of_note
from annotator.importers.office.odt_marks import attribute
from annotator.importers.xml_reading import Element, name_of

_END = "endnote"


class Notes:
    """The footnotes and endnotes of a text: footnotes first, each numbered as it comes.

    `renumbered` is how many endnotes have other numbers than on paper, because there are footnotes too.
    `comment_ends` are the names of comments that say where their words end.
    """

    def __init__(self, text: Element) -> None:
        found = [each for each in text.iter("{*}note") if not _is_gone(each)]
        ends = [each for each in found if attribute(each, "note-class") == _END]
        feet = [each for each in found if attribute(each, "note-class") != _END]
        self._marks: dict[Element, str] = {}
        number = 0
        for note in (*feet, *ends):
            own = attribute(_part(note, "note-citation"), "label")
            number += not own
            self._marks[note] = own or mark_of_note(number)
        self.renumbered = len(ends) if feet else 0
        self.comment_ends = {attribute(each, "name") or "" for each in text.iter("{*}annotation-end")}

    def mark(self, note: Element) -> str:
        """Return the mark of a note in the text."""
        return self._marks.get(note, "")

    def in_order(self) -> list[tuple[str, Element | None]]:
        """Return the marks of the notes and what they say; None where a note says nothing."""
        return [(mark, _part(note, "note-body")) for note, mark in self._marks.items()]


def said_in(comment: Element) -> str:
    """Return what a comment says, without who made it and when."""
    return " ".join("".join(each.itertext()) for each in comment.iter("{*}p", "{*}h"))


def _part(note: Element, name: str) -> Element | None:
    return next((each for each in note if name_of(each) == name), None)


def _is_gone(note: Element) -> bool:
    return any(name_of(each) == "tracked-changes" for each in note.iterancestors())
