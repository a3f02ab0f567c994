"""The body of a TEI file: all signs of the letter, its lines, its corrections, and anchors for passages.

Line breaks of the letter are `<lb/>`, one at the start of each line; a line feed in the file is none of the
letter's, so that both texts can be had back from it: without line feeds, and with one for each `<lb/>` but
the first.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.core.document import Letter, PlacedSection
from annotator.core.text import Span
from annotator.exporters.elements import as_name, element, empty, escaped, tag
from annotator.exporters.tei.header import Header
from annotator.exporters.tei.stretches import RAISED, Stretch, sections_of

_FURNITURE = {
    "head": ("header", "top"),
    "foot": ("footer", "bottom"),
    "page_number": ("pageNum", ""),
    "margin": ("margin", "margin"),
    "stamp": ("stamp", ""),
}
_MARKS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_BROKEN_OFF = re.compile(r"[^\W\d_][-\u2010\u2011\u00ad]\Z")


class Body:
    """Writes the body of one letter, stretch by stretch."""

    def __init__(self, letter: Letter, header: Header) -> None:
        self._letter, self._header = letter, header
        self._out: list[str] = []
        self._has_break = True  # a line begins with what is written next
        self._before = ""  # the line before it, or its end
        self._sections = sections_of(letter)
        self._opened = 0  # of the sections
        self._levels: list[int] = []  # of the sections that are open
        self._has_text = False  # in the section, so that no heading may stand in it any more
        self._is_heading = False  # the block that is written
        self._corrections = list(zip(letter.correction_spans(), letter.corrections, strict=True))
        self._correction = 0  # the next
        self._is_begun = False  # what the OCR read at it was written
        self._points = _points(letter)
        self._offsets = sorted(self._points)
        self._point = 0  # the next
        self._notes: dict[str, list[tuple[int, str]]] = {}

    def whole(self, stretches: Sequence[Stretch]) -> str:
        """Return what stands in `<body>`."""
        self._find_notes(stretches)
        if not stretches or stretches[0].section < 0:
            self._put("\n", tag("div"))
            self._levels.append(0)
        for index, stretch in enumerate(stretches):
            self._open_sections(stretch.section)
            before = stretches[index - 1] if index else None
            after = stretches[index + 1] if index + 1 < len(stretches) else None
            self._write(stretch, before, after)
        self._open_sections(len(self._sections) - 1)
        self._points_to(len(self._letter.text))
        self._flush()
        self._put("\n</div>" * len(self._levels))
        return "".join(self._out)

    def _put(self, *pieces: str) -> None:
        self._out += pieces

    # -------------------------------------------------------------- sections and blocks
    def _open_sections(self, last: int) -> None:
        while self._opened <= last:
            placed = self._sections[self._opened]
            self._opened += 1
            while self._levels and (self._levels[-1] == 0 or self._levels[-1] >= placed.section.level):
                self._levels.pop()
                self._put("\n</div>")
            self._put("\n", self._section(placed))
            self._levels.append(placed.section.level)
            self._has_text = False

    def _section(self, placed: PlacedSection) -> str:
        row = placed.section
        known = self._header.tag_id(row.tag)
        named = {"type": as_name(row.tag), "ana": f"#{known}"} if known else {}
        return tag("div", n=row.level, resp=self._header.analyst_ref(row.analyst), **named)

    def _write(self, stretch: Stretch, before: Stretch | None, after: Stretch | None) -> None:
        if stretch.kind == "gap":
            self._run(stretch.start, stretch.end)
            return
        is_first = before is None or before.block != stretch.block
        is_last = after is None or after.block != stretch.block
        name = ""
        if is_first:
            self._page_breaks(stretch.start)
            self._put("\n")
        if stretch.kind != "fw":
            name = self._name(stretch, is_first)
            if is_first:
                self._put(self._block(stretch, name))
        furniture = self._furniture(stretch.furniture) if stretch.furniture or stretch.kind == "fw" else ""
        self._put(furniture)
        self._content(stretch)
        self._put("</fw>" if furniture else "")
        if name and is_last:
            self._put(f"</{name}>")

    def _name(self, stretch: Stretch, is_first: bool) -> str:
        if stretch.kind == "head":
            if is_first:
                self._is_heading = not self._has_text
            return "head" if self._is_heading else "ab"
        self._has_text = True
        return stretch.kind

    def _block(self, stretch: Stretch, name: str) -> str:
        if stretch.kind == "note":
            mark = _MARKS.match(self._letter.text, stretch.start)
            number = mark[0].translate(RAISED) if mark else ""
            return tag("note", place="bottom", n=number, **{"xml:id": f"note-{stretch.block}"})
        return tag("ab", type="heading") if name == "ab" and stretch.kind == "head" else tag(name)

    @staticmethod
    def _furniture(kind: str) -> str:
        type_, place = _FURNITURE.get(kind, (kind, ""))
        return tag("fw", type=type_, place=place)

    def _find_notes(self, stretches: Sequence[Stretch]) -> None:
        for stretch in stretches:
            mark = _MARKS.match(self._letter.text, stretch.start) if stretch.kind == "note" else None
            if mark:
                self._notes.setdefault(mark[0], []).append((stretch.start, f"note-{stretch.block}"))

    # -------------------------------------------------------------- signs
    def _content(self, stretch: Stretch) -> None:
        """Write a stretch with its corrections, those that go on in another one in parts."""
        at = stretch.start
        self._points_to(at)
        while self._correction < len(self._corrections):
            span, _ = self._corrections[self._correction]
            if span.start > stretch.end or (span.start == stretch.end < span.end):
                break
            start, end = max(span.start, at), min(span.end, stretch.end)
            self._run(at, start)
            self._points_to(start)
            self._choice(Span(start, end), start > span.start or self._is_begun, end == span.end)
            at = end
            if end < span.end:
                self._is_begun = True
                break
            self._correction += 1
            self._is_begun = False
        self._run(at, stretch.end)
        self._points_to(stretch.end, only_ends=True)

    def _choice(self, part: Span, goes_on: bool, is_whole: bool) -> None:
        """Write a correction, or the part of one: what the OCR read stands in its first part."""
        _, row = self._corrections[self._correction]
        self._flush()
        sic = "" if goes_on else self._letter.ocr_text[row.ocr_start : row.ocr_end]
        name = f"correction-{self._correction}"
        part_of = "I" if not goes_on and not is_whole else "F" if goes_on and is_whole else "M"
        self._put(tag("choice", n=f"{name}.{part_of}" if goes_on or not is_whole else ""))
        self._put("<sic>", "<lb/>".join(map(escaped, sic.split("\n"))), "</sic>")
        about = {"type": row.kind, "subtype": row.origin}
        about |= {"resp": self._header.analyst_ref(row.analyst), "change": self._header.change_ref(row)}
        self._put(tag("corr", **about))
        self._run(part.start, part.end)
        self._flush()
        self._put("</corr></choice>")

    def _run(self, start: int, end: int) -> None:
        """Write signs of the text, with the points before and between them."""
        if start < end:
            self._points_to(start)
        first = bisect.bisect_right(self._offsets, start)
        last = bisect.bisect_left(self._offsets, end)
        for begin, stop in pairwise([start, *self._offsets[first:last], end]):
            if begin > start:
                self._points_to(begin)
            lines = self._letter.text[begin:stop].split("\n")
            for index, line in enumerate(lines):
                if index:
                    self._flush()
                    self._has_break = True
                if line:
                    self._flush(line)
                    self._put(*self._with_marks(line, begin))
                    self._before = line[-3:]
                begin += len(line) + 1  # noqa: PLW2901

    def _flush(self, line: str = "") -> None:
        """Begin the line that is due; one that goes on with the word before it says so."""
        if self._has_break:
            goes_on = bool(_BROKEN_OFF.search(self._before)) and line[:1].islower()
            self._put("\n", '<lb break="no"/>' if goes_on else "<lb/>")
            self._has_break, self._before = False, ""

    def _with_marks(self, line: str, start: int) -> Iterator[str]:
        at = 0
        for found in _MARKS.finditer(line):
            behind = start + found.start()
            note = next((name for where, name in self._notes.get(found[0], ()) if where > behind), "")
            if note:
                yield escaped(line[at : found.start()])
                yield element("ref", found[0], target=f"#{note}")
                at = found.end()
        yield escaped(line[at:])

    # -------------------------------------------------------------- points
    def _page_breaks(self, offset: int) -> None:
        """Write page breaks before the block that begins with them."""
        if self._point < len(self._offsets) and self._offsets[self._point] == offset:
            point = self._points[offset]
            self._put(*(f'\n<pb n="{number}"/>' for number in point.pages))
            point.pages.clear()

    def _points_to(self, offset: int, only_ends: bool = False) -> None:
        """Write what stands at the offset, and before it where it could not be written yet."""
        while self._point < len(self._offsets) and self._offsets[self._point] <= offset:
            here = self._offsets[self._point]
            point = self._points[here]
            if only_ends and here == offset and (point.begins or point.pages):
                break
            self._put(*(f'\n<pb n="{number}"/>' for number in point.pages))
            if point.begins or point.ends:
                self._flush()
                self._put(empty("anchor", **{"xml:id": f"at-{here}"}))
            self._point += 1


class _Point:
    """What stands between two signs: pages begin, passages or evidence begin or end."""

    __slots__ = ("begins", "ends", "pages")

    def __init__(self) -> None:
        self.pages: list[int] = []
        self.begins = self.ends = False


def _points(letter: Letter) -> dict[int, _Point]:
    made: dict[int, _Point] = {}
    for uid, page in sorted(letter.pages.items(), key=lambda item: item[1].number):
        made.setdefault(letter.points[uid], _Point()).pages.append(page.number)
    for uid in (*letter.passages, *letter.values):
        span = letter.spans.get(uid)
        if span is not None:
            made.setdefault(span.start, _Point()).begins = True
            made.setdefault(span.end, _Point()).ends = True
    return made


def passages(letter: Letter, header: Header) -> str:
    """Return the passages and the evidence of values as `<spanGrp>`s, which name anchors of the text."""
    groups: dict[str, list[str]] = {}
    for span, row in letter.placed_passages():
        kind = "passages" if row.state == "confirmed" else "proposed-passages"
        named = {"ana": f"#{known}" if (known := header.tag_id(row.tag)) else "", "n": row.uid}
        if row.origin:
            named["type"] = row.origin  # what had proposed it
        groups.setdefault(kind, []).append(
            element("span", row.note, **_from_to(span), **named, resp=header.analyst_ref(row.analyst))
        )
    for held in sorted(letter.values.values(), key=lambda value: (value.field, value.position, value.uid)):
        place = letter.spans.get(held.uid)
        if place is None:
            continue
        kind = "evidence" if held.state == "confirmed" else "proposed-evidence"
        groups.setdefault(kind, []).append(
            element("span", "", **_from_to(place), ana=f"#{header.value_id(held)}")
        )
    return "".join(
        f'<spanGrp type="{kind}">\n' + "\n".join(spans) + "\n</spanGrp>\n" for kind, spans in groups.items()
    )


def _from_to(span: Span) -> dict[str, str]:
    return {"from": f"#at-{span.start}", "to": f"#at-{span.end}"}
