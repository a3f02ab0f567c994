"""Writer's tracked changes, taken as accepted: what is deleted may still stand in the text."""

from __future__ import annotations

from annotator.importers.office.odt_marks import attribute
from annotator.importers.xml_reading import Element, name_of


class Changes:
    """The tracked changes of a text: how many there are, and whether what comes is deleted."""

    def __init__(self, text: Element) -> None:
        self.inserted = self.deleted = 0
        deletions: set[str] = set()
        for region in text.iter("{*}changed-region"):
            for each in region:
                self.inserted += name_of(each) == "insertion"
                if name_of(each) == "deletion":
                    self.deleted += 1
                    deletions.add(attribute(region, "id") or "")
        # Without its end a deletion would take all that follows.
        self._ended = deletions & _with_both_marks(text)
        self._open: set[str] = set()

    @property
    def is_deleted(self) -> bool:
        """Tell whether what comes is deleted."""
        return bool(self._open)

    def step(self, mark: Element) -> None:
        """Take the next begin or end of a change."""
        name = attribute(mark, "change-id") or ""
        if name_of(mark) == "change-end":
            self._open.discard(name)
        elif name_of(mark) == "change-start" and name in self._ended:
            self._open.add(name)


def _with_both_marks(text: Element) -> set[str]:
    begun: set[str] = set()
    ended: set[str] = set()
    for mark in text.iter("{*}change-start", "{*}change-end"):
        name = attribute(mark, "change-id") or ""
        if name_of(mark) == "change-start":
            begun.add(name)
            ended.discard(name)
        elif name in begun:
            ended.add(name)
    return ended
