"""The OCR text of a letter, made of the lines of its pages, with the places of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.page_layout import Furniture, LineStyle, PageLayout, WordBox, WordReading, flag_of
from annotator.importers.layout.columns import parted
from annotator.importers.layout.furniture import PageLines, furniture_kinds
from annotator.importers.layout.lines import Line, ends_paragraph, flow_lines, leading, stated_line
from annotator.importers.layout.order import by_place
from annotator.importers.layout.raised import with_marks
from annotator.importers.layout.spaced import without_spacing
from annotator.importers.layout.stamps import without_stamps
from annotator.importers.layout.words import PageWord, RawPage


@dataclass(frozen=True, slots=True)
class Assembled:
    """The OCR text, where its pages start, their layouts, what is furniture, how lines are set, and the text
    without furniture."""

    text: str
    page_starts: tuple[int, ...]
    layouts: tuple[PageLayout, ...]
    furniture: tuple[Furniture, ...]
    lines: tuple[LineStyle, ...]
    prose: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with its kind of furniture ("" for text), and whether a blank line stands before it."""

    line: Line
    kind: str
    after_blank: bool


def assemble(
    pages: Sequence[RawPage],
    flags: Sequence[tuple[str, ...]] = (),
    step: Callable[[], None] = lambda: None,
) -> Assembled:
    """Make the text of a letter of its pages; `flags` are what was noticed of each page before.

    `step` is called now and then: a thousand pages take seconds.

    A page ends with a line end. A page without text is an empty line, so that each page has a start of its
    own. Where a page states its lines the text of the letter stays in their order, and so does what is known
    as furniture or as none.
    """
    read = [_lines(page) for page in _stepping(pages, step)]
    kinds = _kinds(read)
    margins = _margins(read, kinds)
    if margins:
        read = [replace(one, lines=tuple(parted(one.lines, one.width, margins))) for one in read]
        kinds = _kinds(read, margins)
    text, furniture = _Text(), list[Furniture]()
    starts, layouts, styles, prose = [], [], list[LineStyle](), []
    for index, (page, lines, kind) in enumerate(zip(_stepping(pages, step), read, kinds, strict=True)):
        placed, differs = _ordered(lines.lines, kind, bool(page.lines))
        placed += [_Placed(line, "stamp", bool(placed)) for line in lines.stamps]
        starts.append(text.length)
        words, readings = list[WordBox](), list[WordReading]()
        numbers = list[int]()
        for part in placed:
            start, boxes = text.add(part)
            words += boxes if part.line.has_place else ()
            readings += _readings(part.line, boxes)
            styles.append(_style(part.line, start, text.length))
            numbers.append(text.line)
            _mark(furniture, part, start, text.length)
            if not part.kind:
                prose.append("\n" * part.after_blank + part.line.text + "\n")
        text.end_page()
        noticed = (*(flags[index] if flags else ()), *_noticed(page, placed, numbers))
        if differs and "form" not in noticed:  # the fields of a form have no place in the file's order
            noticed = (*noticed, "order_differs")
        if not placed:
            noticed = (*noticed, "no_text")
        size = (page.width, page.height)
        layouts.append(PageLayout(index + 1, index, *size, tuple(words), noticed, tuple(readings)))
    whole, marked = text.whole(), tuple(furniture)
    return Assembled(whole, tuple(starts), tuple(layouts), marked, tuple(styles), "".join(prose))


def _stepping(pages: Iterable[RawPage], step: Callable[[], None]) -> Iterator[RawPage]:
    for page in pages:
        step()
        yield page


class _Text:
    """The text as it grows."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self.line = 1  # that is being written, counted from 1
        self._fresh = True  # nothing stands on this page yet

    def add(self, part: _Placed) -> tuple[int, list[WordBox]]:
        """Add a line; return where it starts, and the boxes of its words."""
        if not self._fresh:
            self._put("\n\n" if part.after_blank else "\n")
            self.line += 1 + part.after_blank
        self._fresh = False
        start = at = self.length
        boxes = []
        for word in part.line.words:
            end = at + len(word.text)
            # A named tuple's own way of making one takes twice as long.
            boxes.append(tuple.__new__(WordBox, (at, end, *word[1:5])))
            at = end + 1
        self._put(part.line.text)
        return start, boxes

    def end_page(self) -> None:
        """End a page."""
        self._put("\n")
        self.line += 1
        self._fresh = True

    def whole(self) -> str:
        """Return the text."""
        return "".join(self._pieces)

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)


def _readings(line: Line, boxes: Sequence[WordBox]) -> list[WordReading]:
    return [
        tuple.__new__(WordReading, (box.start, box.end, word.confidence, word.others, -1.0))
        for word, box in zip(line.words, boxes, strict=True)
        if word.confidence >= 0 or word.others
    ]


def _style(line: Line, start: int, end: int) -> LineStyle:
    is_bold, is_italic = all(word.bold for word in line.words), all(word.italic for word in line.words)
    return LineStyle(start, end, line.left, line.size, is_bold, is_italic, line.level)


def _noticed(page: RawPage, placed: Sequence[_Placed], numbers: Sequence[int]) -> list[str]:
    """Return what to tell of a page, with the numbers of the lines that it is about."""
    hidden = {_line_at(word, placed, numbers) for word in page.unseen} if numbers else set[int]()
    across = {number for part, number in zip(placed, numbers, strict=True) if part.kind == "stamp"}
    return [
        *([flag_of("hidden", hidden)] if page.unseen else []),
        *([flag_of("across", across)] if across else []),
    ]


def _line_at(word: PageWord, placed: Sequence[_Placed], numbers: Sequence[int]) -> int:
    """Return the number of the line that a word of the page stands in, else of the last one above it."""
    middle = (word.top + word.bottom) / 2
    best, found = float("inf"), numbers[0]
    for part, number in zip(placed, numbers, strict=True):
        for other in part.line.words:
            below = middle - (other.top + other.bottom) / 2
            if part.kind or below < -0.5 * word.size:
                continue
            beside = max(0.0, other.left - word.right, word.left - other.right)
            far = beside / 1000 + (0.0 if abs(below) < 0.5 * word.size else below)
            if far < best:
                best, found = far, number
    return found


def _mark(furniture: list[Furniture], part: _Placed, start: int, end: int) -> None:
    """Note a line of furniture; lines of a kind that follow each other are one stretch."""
    if not part.kind:
        return
    last = furniture[-1] if furniture else None
    if last is not None and last.kind == part.kind and start - last.end == 1 and not part.after_blank:
        furniture[-1] = last._replace(end=end)
    else:
        furniture.append(Furniture(start, end, part.kind))


def _lines(page: RawPage) -> PageLines:
    turns = Counter([word.turn for word in page.words])
    for line in page.lines:
        turns[line.words[0].turn] += len(line.words)
    main = turns.most_common(1)[0][0] if turns else 0
    sideways = main in (90, 270)
    width, height = (page.height, page.width) if sideways else (page.width, page.height)
    if page.lines:
        flow = [stated_line(line, page.width, page.height, main) for line in page.lines]
        return PageLines(tuple(parted(flow, width)), width, height)
    words = without_spacing(with_marks(page.words))
    lines, stamps = without_stamps(flow_lines(words, page.width, page.height, main))
    return PageLines(tuple(parted(lines, width)), width, height, tuple(stamps))


def _kinds(pages: Sequence[PageLines], margins: Collection[float] = ()) -> list[dict[int, str]]:
    """Return what is furniture: what the file states, and of the other lines what is found to be."""
    found = furniture_kinds(pages, margins)
    for page, kinds in zip(pages, found, strict=True):
        for index, line in enumerate(page.lines):
            if line.kind is not None or not line.has_place:
                kinds.pop(index, None)
            if line.kind:
                kinds[index] = line.kind
    return found


def _margins(pages: Sequence[PageLines], kinds: Sequence[dict[int, str]]) -> set[float]:
    """Return where margin columns start, to whole points."""
    return {
        float(round(page.lines[index].left))
        for page, kind in zip(pages, kinds, strict=True)
        for index, name in kind.items()
        if name == "margin" and not page.lines[index].turn
    }


def _ordered(lines: Sequence[Line], kinds: dict[int, str], is_stated: bool) -> tuple[list[_Placed], bool]:
    """Return the lines of a page in reading order, and whether the file's order is another one.

    `is_stated` says that the file's order is that of reading.
    """
    by_kind: dict[str, list[Line]] = {}
    for index, line in enumerate(lines):
        kind = kinds.get(index, "turned" if line.turn and not is_stated else "")
        by_kind.setdefault("foot" if _is_low(kind, line, lines) else kind, []).append(line)
    flow = by_kind.get("", [])
    body = flow if is_stated else by_place(flow)
    usual = leading(body)
    named = {id(line): kinds.get(index, "") for index, line in enumerate(lines)}
    placed: list[_Placed] = []

    def put(group: Sequence[Line]) -> None:
        for line in group:
            kind = named[id(line)]
            before = placed[-1] if placed else None
            blank = before is not None and (
                before.kind != kind or ends_paragraph(before.line, line, usual if not kind else 1.25)
            )
            placed.append(_Placed(line, kind, blank))

    put(sorted(by_kind.get("head", []) + by_kind.get("page_number", []), key=lambda n: (n.top, n.left)))
    margin = by_kind.get("margin", [])
    before, behind = _around_margin(lines, margin, body, usual)
    put(before)
    put(margin if _is_one_run(lines, margin) else by_place(margin))
    put(behind)
    put(by_kind.get("turned", []))
    put(sorted(by_kind.get("foot", []), key=lambda n: (n.top, n.left)))
    return placed, [id(line) for line in body] != [id(line) for line in flow]


def _is_low(kind: str, line: Line, lines: Sequence[Line]) -> bool:
    if kind not in ("foot", "page_number"):
        return False
    middle = (min(n.top for n in lines) + max(n.bottom for n in lines)) / 2
    return kind == "foot" or line.top > middle


def _is_one_run(lines: Sequence[Line], margin: Sequence[Line]) -> bool:
    ids = {id(line) for line in margin}
    runs = sum(id(b) in ids and id(a) not in ids for a, b in zip((None, *lines), lines, strict=False))
    return runs <= 1


def _around_margin(
    lines: Sequence[Line], margin: Sequence[Line], body: Sequence[Line], usual: float
) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the text before and behind the margin: where the file has it, if that cuts no paragraph."""
    if not margin or not _is_one_run(lines, margin):
        return body, ()
    order = [id(line) for line in lines]
    first = order.index(id(margin[0]))
    earlier = set(order[:first])
    cut = next((n for n, line in enumerate(body) if id(line) not in earlier), len(body))
    if any(id(line) in earlier for line in body[cut:]):
        return body, ()
    if 0 < cut < len(body) and not ends_paragraph(body[cut - 1], body[cut], usual):
        return body, ()
    return body[:cut], body[cut:]
