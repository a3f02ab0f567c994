"""Word's fields: what they say is text, what they are worked out from is not."""

from __future__ import annotations

from annotator.importers.office.docx_marks import attribute, child, children, is_on, value_of, whole
from annotator.importers.xml_reading import Element, name_of

_TICKED, _BARE = "☒", "☐"
_GONE = frozenset(("del", "moveFrom"))


class Fields:
    """Which fields are open in a story, and whether the text that comes is the code of one.

    In a story whose fields do not end all that is written is text: no text is lost for a missing mark.
    """

    def __init__(self, root: Element) -> None:
        kinds = [attribute(each, "fldCharType") for each in root.iter("{*}fldChar") if _stays(each, root)]
        self._are_whole = kinds.count("begin") == kinds.count("end")
        self._open: list[bool] = []  # for each open field, whether its result has begun

    @property
    def in_code(self) -> bool:
        """Tell whether what comes is the code of a field."""
        return self._are_whole and not all(self._open)

    def step(self, mark: Element) -> str:
        """Take the next mark of a field; return what the field itself shows: a ticked box, a choice."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            shown = "" if self.in_code else _shown(child(mark, "ffData"))
            self._open.append(False)
            return shown
        if kind == "separate" and self._open:
            self._open[-1] = True
        elif kind == "end" and self._open:
            self._open.pop()
        return ""


def _stays(mark: Element, root: Element) -> bool:
    for each in mark.iterancestors():
        if each is root:
            return True
        if name_of(each) in _GONE:
            return False
    return True


def _shown(data: Element | None) -> str:
    """Return what a field of a form shows that has no result in the text."""
    box, choice = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        ticked = is_on(box, "checked")
        return _TICKED if (is_on(box, "default") if ticked is None else ticked) else _BARE
    if choice is not None:
        entries = [attribute(each, "val") for each in children(choice, "listEntry")]
        at = whole(value_of(choice, "result") or value_of(choice, "default")) or 0
        return entries[at] if 0 <= at < len(entries) else ""
    return ""
