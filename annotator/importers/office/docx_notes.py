"""The notes and comments of a Word file by their ids, and the numbers that notes have in the text."""

from __future__ import annotations

from annotator.importers.office.content import mark_of_note
from annotator.importers.office.docx_marks import attribute, children
from annotator.importers.xml_reading import Element, name_of

FOOT, END = "footnote", "endnote"
_REFERENCES = {"footnoteReference": FOOT, "endnoteReference": END}
_GONE = frozenset(("del", "moveFrom"))


class Notes:
    """The footnotes and endnotes that a text has marks of: footnotes first, each numbered as it comes.

    `renumbered` is how many endnotes have other numbers than on paper, because there are footnotes too.
    """

    def __init__(self, text: Element, feet: Element | None, ends: Element | None) -> None:
        self._elements = {
            (kind, attribute(each, "id")): each
            for kind, root in ((FOOT, feet), (END, ends))
            for each in children(root, kind)
            if attribute(each, "type") in ("", "normal")
        }
        self._marks: dict[tuple[str, str], str] = {}
        found = list(filter(_stays, text.iter("{*}footnoteReference", "{*}endnoteReference")))
        # The mark of some stands in the text beside the reference: an asterisk, mostly.
        own = {_key(each) for each in found if attribute(each, "customMarkFollows") in ("1", "true", "on")}
        number = 0
        for kind in (FOOT, END):
            for key in dict.fromkeys(key for key in map(_key, found) if key[0] == kind):
                number += key not in own
                self._marks[key] = "" if key in own else mark_of_note(number)
        counts = [sum(key[0] == kind for key in self._marks) for kind in (FOOT, END)]
        self.renumbered = counts[1] if all(counts) else 0

    def mark(self, reference: Element) -> str:
        """Return the mark of a note in the text; "" where the text has one of its own."""
        return self._marks.get(_key(reference), "")

    def in_order(self) -> list[tuple[str, Element | None]]:
        """Return the marks and the notes; None where the file has no such note."""
        return [(mark, self._elements.get(key)) for key, mark in self._marks.items()]


def _key(reference: Element) -> tuple[str, str]:
    return _REFERENCES.get(name_of(reference), FOOT), attribute(reference, "id")


def _stays(reference: Element) -> bool:
    return not any(name_of(each) in _GONE for each in reference.iterancestors())
