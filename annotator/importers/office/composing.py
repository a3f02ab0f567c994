"""Making a letter of what was read of a Word or Writer file."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle
from annotator.core.text import clean
from annotator.core.user_errors import UserError
from annotator.importers.encodings import REPLACEMENT
from annotator.importers.interface import ImportedLetter
from annotator.importers.layout.furniture import is_page_number
from annotator.importers.office import sentences
from annotator.importers.office.content import PAGE_BREAK, Content, Paragraph, Piece, is_blank
from annotator.importers.plain_text import (
    MOST_PAGES,
    ONLY_SPACE,
    TOO_MANY_PAGES,
    require_lines_that_can_be_shown,
)
from annotator.importers.titles import suggest_title

_ROOM = 0.4  # of the font's size: paragraphs that stand this far apart have a blank line between them
_USUAL_SIZE = 11.0  # points, where nothing is said
_SHORT = 90  # signs: what is longer fills a line of the paper, so the next paragraph does not belong to it
_BLANKS = " \t"


def composed(content: Content, source_name: str, data: bytes) -> ImportedLetter:
    """Return the letter, without its bytes. Raises `UserError` where there is no text, or too much of it."""
    text = _Text()
    for group in (content.heads, content.body, content.feet):
        text.add(group)
    prose = text.prose()
    for mark, note in content.notes:
        text.add(_with_mark(mark, note))
    whole = text.whole()
    if not whole or whole.isspace():
        raise UserError(Message("Import", ONLY_SPACE, {"name": content.shown}))
    if len(text.page_starts) > MOST_PAGES:
        params = {"name": content.shown, "pages": len(text.page_starts) - 1, "limit": MOST_PAGES}
        raise UserError(Message("Import", TOO_MANY_PAGES, params))
    require_lines_that_can_be_shown(content.shown, whole)
    return ImportedLetter(
        suggest_title(prose, source_name),
        source_name,
        hashlib.sha256(data).hexdigest(),
        b"",
        whole,
        tuple(text.page_starts),
        _warnings(content, whole),
        furniture=tuple(text.furniture),
        lines=tuple(text.lines),
    )


def _with_mark(mark: str, note: Sequence[Paragraph]) -> list[Paragraph]:
    """Return a note with its mark before it; its paragraphs follow each other without blank lines."""
    kept = [each for each in note if not is_blank(each)] or [Paragraph([])]
    first, *others = kept
    size = first.pieces[0].size if first.pieces else 0.0
    begin = _without_blanks_before(first.pieces)
    paragraphs = (replace(first, pieces=[Piece(f"{mark} ", size), *begin]), *others)
    return [
        replace(each, level=0, new_page=False, is_item=True, is_row=False, before=0.0, after=0.0)
        for each in paragraphs
    ]


def _without_blanks_before(pieces: Sequence[Piece]) -> list[Piece]:
    kept = list(pieces)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
    return kept


class _Text:
    """The text as it grows, with its lines' styles, furniture and pages."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._above: Paragraph | None = None
        self._blank_due = False
        self._page_due = False
        self.page_starts = [0]
        self.lines: list[LineStyle] = []
        self.furniture: list[Furniture] = []

    def add(self, paragraphs: Sequence[Paragraph]) -> None:
        """Add paragraphs that belong together; a blank line stands before them."""
        self._blank_due = self._above is not None
        for paragraph in paragraphs:
            self._add(paragraph)

    def whole(self) -> str:
        """Return the text."""
        return "".join(self._parts)

    def prose(self) -> str:
        """Return the text without furniture."""
        whole, pieces, at = self.whole(), [], 0
        for stretch in self.furniture:
            pieces.append(whole[at : stretch.start])
            at = stretch.end
        return "".join((*pieces, whole[at:])).lstrip("\n")

    def _add(self, paragraph: Paragraph) -> None:
        self._page_due = self._page_due or paragraph.new_page
        lines = list(_lines(paragraph.pieces))
        if not any(said for said, _, _ in lines):
            self._page_due = self._page_due or any(new_page for _, _, new_page in lines)
            self._blank_due = True
            return
        if self._above is not None and not self._blank_due:
            self._blank_due = _stand_apart(self._above, paragraph)
        for said, pieces, new_page in lines:
            self._page_due = self._page_due or new_page
            if said:
                self._add_line(paragraph, said, pieces)
        self._above = paragraph

    def _add_line(self, paragraph: Paragraph, said: str, pieces: Sequence[Piece]) -> None:
        if self._page_due and self._length:
            self.page_starts.append(self._length)
        elif self._blank_due and self._length:
            self._put("\n")
        self._page_due = self._blank_due = False
        start = self._length
        self._put(said)
        self.lines.append(_style(start, self._length, paragraph, pieces))
        if paragraph.kind:
            self._mark(start, said, paragraph.kind)
        self._put("\n")

    def _mark(self, start: int, said: str, kind: str) -> None:
        kind = "page_number" if is_page_number(said) else kind
        last = self.furniture[-1] if self.furniture else None
        if last is not None and last.kind == kind and start - last.end == 1:
            self.furniture[-1] = last._replace(end=self._length)
        else:
            self.furniture.append(Furniture(start, self._length, kind))

    def _put(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece], bool]]:
    """Yield the lines of a paragraph: the text, its pieces, and whether it begins a page."""
    line: list[Piece] = []
    new_page = False
    for piece in pieces:
        for index, part in enumerate(piece.text.replace(PAGE_BREAK, f"\n{PAGE_BREAK}").split("\n")):
            if index:
                yield _said(line), line, new_page
                line, new_page = [], part.startswith(PAGE_BREAK)
            line.append(piece._replace(text=part.removeprefix(PAGE_BREAK)))
    yield _said(line), line, new_page


def _said(pieces: Sequence[Piece]) -> str:
    return clean("".join(piece.text for piece in pieces)).replace("\n", " ").strip(_BLANKS)


def _style(start: int, end: int, paragraph: Paragraph, pieces: Sequence[Piece]) -> LineStyle:
    inked = [piece for piece in pieces if piece.text.strip()]
    sizes: Counter[float] = Counter()
    for piece in inked:
        sizes[piece.size] += len(piece.text)
    size = max(sizes, key=lambda each: sizes[each]) if sizes else 0.0
    bold, italic = all(piece.bold for piece in inked), all(piece.italic for piece in inked)
    return LineStyle(start, end, round(paragraph.left, 1), size, bold, italic, paragraph.level)


def _stand_apart(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether a blank line stands between two paragraphs."""
    if above.kind != below.kind or above.level or below.level:
        return True
    is_long = any(len(each.text) > _SHORT for each in (above, below))
    if above.is_row and below.is_row:
        return is_long
    room = 0.0 if above.alike and above.alike == below.alike else max(above.after, below.before)
    size = max((piece.size for piece in above.pieces), default=0.0) or _USUAL_SIZE
    return room >= _ROOM * size or (is_long and not below.is_item)


def _warnings(content: Content, text: str) -> tuple[Message, ...]:
    counts, name = content.counts, content.shown
    made = []
    if counts["inserted"] or counts["deleted"]:
        params: dict[str, object] = {"inserted": counts["inserted"], "deleted": counts["deleted"]}
        made.append(Message("Import", sentences.TRACKED, {"name": name, **params}))
    counted = (
        (sentences.HIDDEN, counts["hidden"]),
        (sentences.PICTURES, counts["pictures"]),
        (sentences.EMBEDDED, counts["embedded"]),
        (sentences.NO_NOTE, counts["no_note"]),
        (sentences.END_NOTES, counts["end_notes"]),
        (sentences.SYMBOLS, text.count(REPLACEMENT)),
    )
    made += [
        Message("Import", said, {"name": name, "count": count, "sign": REPLACEMENT})
        for said, count in counted
        if count
    ]
    made += [Message("Import", sentences.DAMAGED_PART, {"name": name, "part": p}) for p in content.damaged]
    for words, comment in content.comments:
        said = sentences.COMMENT if words else sentences.COMMENT_ALONE
        made.append(Message("Import", said, {"words": words, "comment": comment, "name": name}))
    if counts["comments"]:
        made.append(Message("Import", sentences.MORE_COMMENTS, {"name": name, "count": counts["comments"]}))
    return tuple(made)
