"""The text of a Word file, and of its notes, heads and feet: what stands on the paper, changes accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.importers.office.content import Content, Paragraph, Piece, is_blank
from annotator.importers.office.docx_fields import Fields
from annotator.importers.office.docx_marks import attribute, child, is_on, value_of
from annotator.importers.office.docx_notes import Notes
from annotator.importers.office.docx_numbering import Numbering
from annotator.importers.office.docx_runs import (
    SIGNS,
    boxes_in,
    chosen,
    has_picture,
    is_unseen,
    sign_of_symbol,
    written,
)
from annotator.importers.office.docx_styles import (
    ParagraphLook,
    Styles,
    has_ground,
    paragraph_look,
    run_look,
)
from annotator.importers.office.looks import RunLook
from annotator.importers.office.tables import row_of
from annotator.importers.xml_reading import Element, name_of

USUAL_SIZE = 10.0  # points, where not even the defaults say
_DELETED, _INSERTED = frozenset(("del", "moveFrom")), frozenset(("ins", "moveTo"))
_EMBEDDED = frozenset(("altChunk", "subDoc"))
_PROPERTIES = frozenset(
    ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "fldSimplePr", "rt")
)


@dataclass(slots=True)
class Document:
    """What all stories of a file share: its styles, lists and notes, and what is read of it."""

    content: Content
    styles: Styles
    numbering: Numbering
    notes: Notes
    comments: dict[str, str]
    margin: float = 0.0
    told: set[str] = field(default_factory=set)  # comments that were kept


class Story:
    """A text with its own fields: the letter, a note, a page's head, a text box.

    `sections` are how the sections of the letter begin: whether on a new page, and their left margin.
    `on_paper` says that nothing coloured may lie under the text but what it says itself.
    """

    def __init__(
        self,
        document: Document,
        root: Element,
        sections: Sequence[tuple[bool, float]] = (),
        on_paper: bool = True,
    ) -> None:
        self._document = document
        self._root = root
        self._fields = Fields(root)
        self._sections = list(sections)
        self._joined: list[Piece] = []  # of paragraphs whose ends are deleted
        self._page_due = False
        self._open: dict[str, list[str]] = {}  # comments, and the words that they are made at
        self._pieces: list[Piece] = []
        self._boxes: list[Element] = []
        self._hidden = False
        self._on_paper = on_paper

    def read(self) -> list[Paragraph]:
        """Return the paragraphs."""
        out: list[Paragraph] = []
        self._blocks(self._root, out)
        if self._joined:
            out.append(Paragraph(self._joined))
        return out

    def _blocks(self, container: Element, out: list[Paragraph]) -> None:
        for each in container:
            name = name_of(each)
            if name == "p":
                self._paragraph(each, out)
            elif name == "tbl":
                self._table(each, out)
            elif name in _DELETED:
                self._document.content.counts["deleted"] += 1
            elif name in _EMBEDDED:
                self._document.content.counts["embedded"] += 1
            elif name == "AlternateContent":
                self._blocks(chosen(each), out)
            elif name not in _PROPERTIES:
                self._document.content.counts["inserted"] += name in _INSERTED
                self._blocks(each, out)

    def _table(self, table: Element, out: list[Paragraph]) -> None:
        out.append(Paragraph([]))
        on_paper, self._on_paper = self._on_paper, False
        for row in _within(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self._document.content.counts["deleted"] += 1
                continue
            if is_on(properties, "hidden"):
                self._document.content.counts["hidden"] += 1
                continue
            cells: list[list[Paragraph]] = []
            for cell in _within(row, "tc"):
                cells.append([])
                merged = child(child(cell, "tcPr"), "vMerge")
                if merged is None or attribute(merged, "val") == "restart":
                    self._blocks(cell, cells[-1])
            out += row_of(cells)
        self._on_paper = on_paper
        out.append(Paragraph([]))

    def _paragraph(self, element: Element, out: list[Paragraph]) -> None:
        self._document.content.beat()
        properties = child(element, "pPr")
        name = value_of(properties, "pStyle") or self._document.styles.usual()
        style = self._document.styles.of_paragraph(name)
        outer = self._pieces, self._boxes, self._hidden
        self._pieces, self._boxes, self._hidden = self._joined, [], False
        self._joined = []
        self._runs(element, style.run.under(RunLook(ground=has_ground(properties))))
        pieces, boxes, hidden = self._pieces, self._boxes, self._hidden
        self._pieces, self._boxes, self._hidden = outer
        mark = child(properties, "rPr")
        self._document.content.counts["inserted"] += any(child(mark, each) is not None for each in _INSERTED)
        if any(child(mark, each) is not None for each in _DELETED):
            self._document.content.counts["deleted"] += 1
            self._joined = pieces
        else:
            made = self._made(pieces, style.paragraph, properties, name)
            if not (hidden and is_blank(made)):
                out.append(made)
        for box in boxes:
            out += Story(self._document, box, on_paper=False).read()
        if child(properties, "sectPr") is not None:
            self._next_section()

    def _made(
        self, pieces: list[Piece], style: ParagraphLook, properties: Element | None, name: str
    ) -> Paragraph:
        own, numbering = paragraph_look(properties), self._document.numbering
        look = style.under(own)
        label = ""
        if look.list_id and pieces and any(piece.text.strip() for piece in pieces):
            level = look.list_level
            if own.list_id is None and own.list_level is None:
                level = style.list_level or numbering.level_of_style(look.list_id, name)
            look = style.under(numbering.look(look.list_id, level or 0)).under(own)
            label = numbering.label(look.list_id or "", level or 0)
        if label:
            pieces = [pieces[0]._replace(text=f"{label} "), *pieces]
        made = Paragraph(
            pieces,
            max(0.0, (look.left or 0.0) + (look.first or 0.0)) + self._document.margin,
            look.level or 0,
            look.before or 0.0,
            look.after or 0.0,
            name if look.together else "",
            is_item=bool(label) and not look.level,
            new_page=bool(look.new_page) or self._page_due,
        )
        self._page_due = False
        return made

    def _next_section(self) -> None:
        if len(self._sections) > 1:
            self._sections.pop(0)
            self._page_due, self._document.margin = self._sections[0]

    def _runs(self, container: Element, look: RunLook) -> None:
        counts = self._document.content.counts
        for each in container:
            name = name_of(each)
            if name == "r":
                self._run(each, look)
            elif name in _DELETED:
                counts["deleted"] += 1
            elif name in ("oMath", "oMathPara"):
                self._emit("".join(t.text or "" for t in each.iter("{*}t")), look)
            elif name == "commentRangeStart":
                self._open[attribute(each, "id")] = []
            elif name == "AlternateContent":
                self._runs(chosen(each), look)
            elif name not in _PROPERTIES:
                counts["inserted"] += name in _INSERTED
                self._runs(each, look)

    def _run(self, run: Element, look: RunLook) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            named = value_of(properties, "rStyle")
            look = look.under(self._document.styles.of_run(named)) if named else look
            look = look.under(run_look(properties))
        self._run_content(run, look)

    def _run_content(self, run: Element, look: RunLook) -> None:
        for each in run:
            name = name_of(each)
            if name == "t":
                self._emit((each.text or "").replace("\n", " "), look)
            elif name in SIGNS:
                self._emit(SIGNS[name], look)
            elif name == "br":
                self._emit("\f" if attribute(each, "type") == "page" else "\n", look)
            elif name == "sym":
                self._emit(sign_of_symbol(each), look)
            elif name in ("footnoteReference", "endnoteReference"):
                self._emit(self._document.notes.mark(each), look)
            elif name == "commentReference":
                self._comment(attribute(each, "id"))
            elif name == "fldChar":
                self._emit(self._fields.step(each), look, is_field=True)
            elif name in ("drawing", "pict", "object"):
                self._drawing(each)
            elif name == "AlternateContent":
                self._run_content(chosen(each), look)
            elif name == "ruby":
                self._runs(each, look)

    def _emit(self, text: str, look: RunLook, is_field: bool = False) -> None:
        if not text or (self._fields.in_code and not is_field):
            return
        if look.hidden or (self._on_paper and is_unseen(look)):
            # Hidden text that is broken into runs is one place.
            self._document.content.counts["hidden"] += not self._hidden
            self._hidden = True
            return
        said = self._document.content.spend(written(text, look))
        for words in self._open.values():
            words.append(said)
        self._pieces.append(Piece(said, look.size or USUAL_SIZE, bool(look.bold), bool(look.italic)))

    def _comment(self, name: str) -> None:
        words = "".join(self._open.pop(name, ()))
        if name in self._document.comments and name not in self._document.told:
            self._document.told.add(name)
            self._document.content.add_comment(words, self._document.comments[name])

    def _drawing(self, element: Element) -> None:
        self._boxes += boxes_in(element)
        self._document.content.counts["pictures"] += has_picture(element)


def _within(container: Element, name: str) -> list[Element]:
    """Return the rows of a table, or the cells of a row, also those in content controls."""
    found: list[Element] = []
    for each in container:
        kind = name_of(each)
        if kind == name:
            found.append(each)
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            found += _within(each, name)
    return found
