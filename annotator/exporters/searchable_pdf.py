"""The source's pages with the corrected words under them, so that they can be searched and copied.

The words lie on the page images as invisible text, each in its box. What an OCR program had put there goes;
pages whose text is drawn stay as they are. A source that is pictures becomes pages that show them; of a
letter with hidden words the pages are drawn anew, with those words burnt black. Bookmarks are the outline,
highlights the passages, metadata the form. How text is put under an image is that of OCR programs: text
rendering mode 3, widths fitted to the box (PDF 1.7, 9.3).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, NamedTuple

from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.page_layout import PageLayout
from annotator.core.user_errors import UserError
from annotator.exporters.archive_facts import facts_of
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import Choice, ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.page_pictures import NOT_OPENED, Wanted, drawn_for, has_pages, is_pdf, put_picture
from annotator.exporters.pdf_text import Fonts, layer_of, without_hidden_text
from annotator.exporters.placed_pages import DrawnWord, PlacedPage, placed_pages
from annotator.exporters.placed_words import Box
from annotator.exporters.xml_text import fit_for_xml
from annotator.pages.parts import page_size

HIGHLIGHTS = Choice(
    "highlights",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Passages")),
    (
        ("yes", Message("Export", QT_TRANSLATE_NOOP("Export", "as highlights with notes"))),
        ("no", Message("Export", QT_TRANSLATE_NOOP("Export", "left out"))),
    ),
)
NO_PAGES = Message(
    "Export",
    QT_TRANSLATE_NOOP("Export", "letters have neither a PDF nor pictures as their source, and are left out"),
)
REDACTED = Message(
    "Export",
    QT_TRANSLATE_NOOP(
        "Export", "letters are left out: a hidden word is on their pages, and nobody knows where"
    ),
)
BURNT = Message(
    "Export",
    QT_TRANSLATE_NOOP(
        "Export",
        "letters become pictures on which hidden words are black; what the OCR did not read, such as "
        "handwriting, is still to be seen: look at each page",
    ),
)


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    for one in letters:
        if data := pdf_of(one, context):
            yield Piece(letter_file_name(one.id, one.letter.about.title, ".pdf"), data)


def pdf_of(one: ExportLetter, context: ExportContext) -> bytes:
    """Return the searchable PDF of a letter; b"" where its source has no pages that may be shown.

    Raises `UserError` where the source cannot be opened.
    """
    import pikepdf  # not for the list of formats

    burning = one.burning() if one.is_redacted else None
    data = burning.source() if burning is not None else b"" if one.is_redacted else one.source()
    if not has_pages(data):
        return b""
    layouts = one.layouts() if burning is None else burning.layouts
    with told_as_not_opened(one):
        if burning is None and is_pdf(data):
            with pikepdf.open(io.BytesIO(data)) as pdf:
                return _finished(pdf, one, layouts, context)
        black = None if burning is None else burning.black
        with pikepdf.new() as pdf:
            _put_pictures(pdf, one, data, layouts, black, context)
            kept = [replace(layout, source_page=number) for number, layout in enumerate(layouts)]
            return _finished(pdf, one, kept, context)


@contextmanager
def told_as_not_opened(one: ExportLetter) -> Iterator[None]:
    """Say of what goes wrong with a PDF that the letter's source cannot be opened."""
    import pikepdf

    try:
        yield
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, KeyError, RuntimeError) as error:
        params: dict[str, object] = {
            "title": one.letter.about.title,
            "reason": str(error).split("\n")[0][:100],
        }
        raise UserError(Message("Export", NOT_OPENED, params)) from error


def _put_pictures(
    pdf: Any,
    one: ExportLetter,
    data: bytes,
    layouts: Sequence[PageLayout],
    black: Mapping[int, Sequence[Box]] | None,
    context: ExportContext,
) -> None:
    wanted = [
        Wanted(
            layout.source_page,
            *page_size(layout.width, layout.height),
            layout.turn,
            None if black is None else tuple(black.get(layout.number, ())),
        )
        for layout in layouts
    ]
    for picture, page in zip(drawn_for(one, data, wanted, context), wanted, strict=True):
        put_picture(pdf, picture, page.width, page.height)


def _finished(pdf: Any, one: ExportLetter, layouts: Sequence[PageLayout], context: ExportContext) -> bytes:
    pages = placed_pages(one.letter, layouts)
    fonts = Fonts(pdf)
    for page in pages:
        if page.words and page.layout.source_page < len(pdf.pages):
            _put_under(pdf, page, fonts)
    fonts.finish()
    if context.choice(HIGHLIGHTS) == "yes":
        _highlight(pdf, one.letter, pages, context)
    _bookmarks(pdf, one.letter, pages)
    _metadata(pdf, one, context)
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _put_under(pdf: Any, page: PlacedPage, fonts: Fonts) -> None:
    """Put the words of a page under its image, unless its text is drawn."""
    from pikepdf import Name

    target = pdf.pages[page.layout.source_page]
    if not without_hidden_text(pdf, target):
        return
    names = {number: Name(f"/KantText{number}") for number in fonts.needed(page.words)}
    for number, name in names.items():
        target.add_resource(fonts.of(number), Name.Font, name, replace_existing=True)
    drawn = layer_of(page.words, Frame.of(target), fonts, names)
    target.contents_add(b"q\n", prepend=True)
    target.contents_add(b"\nQ\n" + drawn)


class Frame(NamedTuple):
    """How a page is shown: its box in user space, and by how much it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @classmethod
    def of(cls, page: Any) -> Frame:
        """Return the frame of a page of pikepdf."""
        left, bottom, right, top = (float(side) for side in page.cropbox)
        turn = int(page.obj.get("/Rotate", _inherited(page.obj))) % 360
        return cls(min(left, right), min(bottom, top), max(left, right), max(bottom, top), turn)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return in user space a point given from the top left of the page as shown."""
        if self.turn == 90:
            return self.left + y, self.bottom + x
        if self.turn == 180:
            return self.right - x, self.bottom + y
        if self.turn == 270:
            return self.right - y, self.top - x
        return self.left + x, self.top - y

    def axes(self) -> tuple[int, int, int, int]:
        """Return where right and up of the page as shown point to in user space."""
        return {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}.get(self.turn, (1, 0, 0, 1))


def _inherited(page: Any) -> int:
    parent, steps = page.get("/Parent"), 0
    while parent is not None and steps < 50:
        if "/Rotate" in parent:
            return int(parent["/Rotate"])
        parent, steps = parent.get("/Parent"), steps + 1
    return 0


# ---------------------------------------------------------------------- what is tagged and the outline
def _highlight(pdf: Any, letter: Letter, pages: Sequence[PlacedPage], context: ExportContext) -> None:
    from pikepdf import Array, Dictionary, Name, String

    for span, passage in letter.placed_passages():
        tag = context.codebook.tag(passage.tag)
        said = tag.name(context.language) if tag else passage.tag
        said = f"{said}: {passage.note}" if passage.note else said
        colour = [int((tag.colour_light if tag else "#888888")[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        for page in pages:
            rows = _rows([w for w in page.words if w.start < span.end and span.start < w.end])
            if not rows or page.layout.source_page >= len(pdf.pages):
                continue
            target = pdf.pages[page.layout.source_page]
            frame = Frame.of(target)
            corners = [[frame.place(x, y) for x, y in _corners(row)] for row in rows]
            every = [point for quad in corners for point in quad]
            xs, ys = [x for x, _ in every], [y for _, y in every]
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Highlight,
                Rect=Array([min(xs), min(ys), max(xs), max(ys)]),
                QuadPoints=Array([edge for point in every for edge in point]),
                C=Array(colour),
                CA=0.4,
                F=4,
                Contents=String(fit_for_xml(said)),
                T=String(fit_for_xml(passage.analyst)),
            )
            if "/Annots" not in target.obj:
                target.obj.Annots = Array([])
            target.obj.Annots.append(pdf.make_indirect(note))


def _corners(row: tuple[float, float, float, float]) -> Iterator[tuple[float, float]]:
    left, top, right, bottom = row
    yield from ((left, top), (right, top), (left, bottom), (right, bottom))


def _rows(words: Sequence[DrawnWord]) -> list[tuple[float, float, float, float]]:
    """Return the room of words, those in one line as one."""
    rows: list[tuple[float, float, float, float]] = []
    for word in words:
        if (
            rows
            and word.left >= rows[-1][0]
            and min(rows[-1][3], word.bottom) - max(rows[-1][1], word.top) > 0
        ):
            left, top, right, bottom = rows[-1]
            rows[-1] = (left, min(top, word.top), max(right, word.right), max(bottom, word.bottom))
        else:
            rows.append((word.left, word.top, word.right, word.bottom))
    return rows


def _bookmarks(pdf: Any, letter: Letter, pages: Sequence[PlacedPage]) -> None:
    from pikepdf import OutlineItem

    by_number = {page.layout.number: page.layout.source_page for page in pages}
    with pdf.open_outline() as outline:
        outline.root.clear()
        open_items: list[tuple[int, Any]] = []
        for placed in letter.placed_sections():
            if placed.section.state != "confirmed" or placed.heading is None:
                continue
            title = " ".join(letter.text[placed.heading.start : placed.heading.end].split())
            page = by_number.get(letter.page_at(placed.heading.start), -1)
            if not title or not 0 <= page < len(pdf.pages):
                continue
            item = OutlineItem(fit_for_xml(title), page)
            while open_items and open_items[-1][0] >= placed.section.level:
                open_items.pop()
            (open_items[-1][1].children if open_items else outline.root).append(item)
            open_items.append((placed.section.level, item))


def _metadata(pdf: Any, one: ExportLetter, context: ExportContext) -> None:
    facts = facts_of(one.letter, context.codebook, context.language)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as about:
        about["dc:title"] = fit_for_xml(facts.title)
        about["dc:language"] = {"nl"}
        about["pdf:Producer"] = context.program
        if facts.sender:
            about["dc:creator"] = [fit_for_xml(facts.sender)]
        if facts.subject:
            about["dc:description"] = fit_for_xml(facts.subject)
        if facts.day:
            about["xmp:CreateDate"] = f"{facts.day}T00:00:00Z"


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    if not one.is_redacted:
        if not has_pages(one.source()):
            yield Omission(NO_PAGES, 1)
        return
    burning = one.burning()
    if burning is None:
        yield Omission(REDACTED, 1)
    else:
        yield Omission(BURNT if has_pages(burning.source()) else NO_PAGES, 1)


PDF = Exporter(
    "pdf",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Searchable PDF: the pages with the corrected text")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For archives, and for reading the page itself: what you search and copy is right."
        ),
    ),
    leaves_out=_leaves_out,
    choices=(HIGHLIGHTS,),
)
