"""The text of a Writer file, and of its notes, heads and feet: what stands on the paper, changes accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from annotator.importers.office.content import Content, Paragraph, Piece, as_on_paper, is_blank
from annotator.importers.office.labels import raised
from annotator.importers.office.looks import RunLook
from annotator.importers.office.odt_changes import Changes
from annotator.importers.office.odt_lists import Counting, ListStyles
from annotator.importers.office.odt_marks import attribute, count_of
from annotator.importers.office.odt_notes import Notes, said_in
from annotator.importers.office.odt_styles import USUAL_SIZE, ParagraphLook, Styles
from annotator.importers.office.odt_tables import cells_of, rows_of
from annotator.importers.office.symbols import plain
from annotator.importers.office.tables import row_of
from annotator.importers.xml_reading import Element, name_of

_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 200
_LEFT_OUT = frozenset(
    (
        "tracked-changes", "forms", "title", "desc", "script", "ruby-text", "number", "event-listeners",
        "table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
        "user-index-source", "alphabetical-index-source", "bibliography-source", "annotation",
    )
)  # fmt: skip
_CHANGES = frozenset(("change-start", "change-end"))
_PICTURES = frozenset(("image", "object", "object-ole", "plugin", "applet", "floating-frame"))
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


@dataclass(slots=True)
class Document:
    """What all stories of a file share: its styles, lists and notes, and what is read of it."""

    content: Content
    styles: Styles
    lists: ListStyles
    notes: Notes
    changes: Changes
    margin: float = 0.0
    outline: Counting = field(default_factory=Counting)
    by_id: dict[str, Counting] = field(default_factory=dict)
    by_style: dict[str, Counting] = field(default_factory=dict)


@dataclass(slots=True)
class _Place:
    """Where in a list a paragraph stands; the first of an item has the label."""

    style: str
    counting: Counting
    level: int = 0
    has_label: bool = False
    start: int | None = None


class Story:
    """A text of its own: the letter, a note, a page's head, a text box.

    `on_paper` says that nothing coloured may lie under the text but what it says itself.
    """

    def __init__(self, document: Document, root: Element, on_paper: bool = True) -> None:
        self._document = document
        self._root = root
        self._on_paper = on_paper
        self._pieces: list[Piece] = []
        self._joined: list[Piece] = []  # of a paragraph whose end is deleted
        self._boxes: list[Element] = []
        self._after_blank = True  # white space that comes is none
        self._hidden = self._all_hidden = False
        self._open: dict[str, tuple[list[str], str]] = {}  # comments: their words, what they say

    def read(self) -> list[Paragraph]:
        """Return the paragraphs."""
        out: list[Paragraph] = []
        self._blocks(self._root, out, None)
        if self._joined:
            out.append(Paragraph(self._joined))
        return out

    def _blocks(self, container: Element, out: list[Paragraph], place: _Place | None) -> None:
        for each in container:
            name = name_of(each)
            if name in ("p", "h"):
                self._paragraph(each, out, place)
            elif name in _CHANGES:
                self._document.changes.step(each)
            elif name == "list":
                self._list(each, out, place)
            elif name == "table":
                self._table(each, out)
            elif name == "section" and attribute(each, "display") in ("none", "condition"):
                self._document.content.counts["hidden"] += 1
            elif name == "annotation":
                self._comment(each)
            elif name not in _LEFT_OUT:
                self._document.content.counts["pictures"] += _is_picture(each)
                self._blocks(each, out, place)

    def _list(self, element: Element, out: list[Paragraph], around: _Place | None) -> None:
        document = self._document
        name = attribute(element, "style-name") or (around.style if around else "")
        if around is None:
            continued = attribute(element, "continue-list")
            counting = document.by_id.get(continued) if continued else None
            if counting is None and attribute(element, "continue-numbering") == "true":
                counting = document.by_style.get(name)
            place = _Place(name, counting or Counting())
            document.by_style[name] = place.counting
            document.by_id[attribute(element, "id") or ""] = place.counting
        else:
            place = _Place(name, around.counting, around.level + 1)
        for item in element:
            if name_of(item) in ("list-item", "list-header"):
                place.has_label = name_of(item) == "list-item"
                place.start = count_of(attribute(item, "start-value"))
                self._blocks(item, out, place)

    def _table(self, table: Element, out: list[Paragraph]) -> None:
        out.append(Paragraph([]))
        on_paper, self._on_paper = self._on_paper, False
        for row in rows_of(table):
            if attribute(row, "visibility") in ("collapse", "filter"):
                self._document.content.counts["hidden"] += 1
                continue
            cells: list[list[Paragraph]] = []
            for cell in cells_of(row):
                cells.append([])
                if cell is not None:
                    self._blocks(cell, cells[-1], None)
            out += row_of(cells)
        self._on_paper = on_paper
        out.append(Paragraph([]))

    def _paragraph(self, element: Element, out: list[Paragraph], place: _Place | None) -> None:
        self._document.content.beat()
        style = self._document.styles.of_paragraph(attribute(element, "style-name"))
        self._pieces, self._joined = self._joined, []
        self._boxes, self._after_blank, self._hidden = [], not self._pieces, False
        self._all_hidden = False
        self._inline(element, style.span)
        made, boxes = Paragraph([] if self._all_hidden else self._pieces), self._boxes
        if self._document.changes.is_deleted:
            self._joined = self._pieces
        elif not is_blank(made) or not self._hidden:
            out.append(self._made(element, made, style.paragraph, place))
        for box in boxes:
            out += Story(self._document, box, on_paper=False).read()

    def _made(
        self, element: Element, made: Paragraph, look: ParagraphLook, place: _Place | None
    ) -> Paragraph:
        made.level = look.level or 0
        if name_of(element) == "h":
            made.level = count_of(attribute(element, "outline-level"), 9) or made.level or 1
        label = "" if is_blank(made) else self._label(element, made, look, place)
        if label:
            made.pieces = [made.pieces[0]._replace(text=f"{label} "), *made.pieces]
        made.left = max(0.0, (look.left or 0.0) + (look.first or 0.0)) + self._document.margin
        made.before, made.after = look.before or 0.0, look.after or 0.0
        made.alike = attribute(element, "style-name") or "" if look.together else ""
        made.is_item = bool(label) and not made.level
        made.new_page = bool(look.new_page)
        return made

    def _label(self, element: Element, made: Paragraph, look: ParagraphLook, place: _Place | None) -> str:
        if place is not None:
            if not place.has_label:
                return ""
            place.has_label = False
            start, place.start = place.start, None
            return place.counting.label(self._document.lists.levels(place.style), place.level, start)
        if name_of(element) != "h" or look.unlisted or attribute(element, "is-list-header") == "true":
            return ""
        outline = self._document.lists.outline
        start = count_of(attribute(element, "start-value"))
        return self._document.outline.label(outline, made.level - 1, start) if outline else ""

    def _inline(self, element: Element, look: RunLook) -> None:
        self._emit(element.text, look)
        for each in element:
            self._part(each, look)
            self._emit(each.tail, look)

    def _part(self, element: Element, look: RunLook) -> None:
        name = name_of(element)
        if name == "span":
            self._inline(element, self._document.styles.of_span(attribute(element, "style-name"), look))
        elif name == "s":
            spaces = count_of(attribute(element, "c"), _MOST_SPACES)
            self._put(" " * (1 if spaces is None else spaces), look)
        elif name in ("tab", "line-break"):
            self._put("\t" if name == "tab" else "\n", look)
            self._after_blank = True
        elif name == "note":
            self._put(self._document.notes.mark(element), look)
        elif name == "annotation":
            self._comment(element)
        elif name == "annotation-end":
            self._end_comment(attribute(element, "name") or "")
        elif name in _CHANGES:
            self._document.changes.step(element)
        elif name in ("hidden-text", "hidden-paragraph", "conditional-text") and _is_hidden(element):
            self._hide()
            self._all_hidden = self._all_hidden or name == "hidden-paragraph"
        elif str(element.tag).startswith(_DRAWING) and name != "a":
            self._document.content.counts["pictures"] += _is_picture(element)
            self._boxes.append(element)
        elif name not in _LEFT_OUT:
            self._inline(element, look)

    def _emit(self, text: str | None, look: RunLook) -> None:
        if not text:
            return
        said = _BLANKS.sub(" ", as_on_paper(text))
        if self._after_blank and said.startswith(" "):
            said = said[1:]
        if said:
            self._put(said, look)
            self._after_blank = said.endswith(" ")

    def _put(self, text: str, look: RunLook) -> None:
        self._after_blank = False
        if not text or self._document.changes.is_deleted:
            return
        if look.hidden or (self._on_paper and look.white and not look.ground):
            if text.strip():
                self._hide()
            return
        said = plain(text, look.font or "")
        said = said.upper() if look.capitals else said
        said = self._document.content.spend(raised(said) if look.raised else said)
        for words, _ in self._open.values():
            words.append(said)
        self._pieces.append(Piece(said, look.size or USUAL_SIZE, bool(look.bold), bool(look.italic)))

    def _hide(self) -> None:
        self._document.content.counts["hidden"] += not self._hidden
        self._hidden = True

    def _comment(self, element: Element) -> None:
        name = attribute(element, "name") or ""
        if name in self._document.notes.comment_ends:
            self._open[name] = ([], said_in(element))
        else:
            self._document.content.add_comment("", said_in(element))

    def _end_comment(self, name: str) -> None:
        words, comment = self._open.pop(name, ([], ""))
        self._document.content.add_comment("".join(words), comment)


def _is_picture(element: Element) -> bool:
    """Tell whether a frame holds a picture; it may hold several forms of it."""
    return name_of(element) == "frame" and any(name_of(each) in _PICTURES for each in element)


def _is_hidden(element: Element) -> bool:
    return attribute(element, "is-hidden") == "true" or (
        name_of(element) == "hidden-text" and attribute(element, "is-hidden") is None
    )
