"""The outline of a letter: its parts, in order, from the lines' looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.language.interface import Reason
from annotator.structure.furniture import Furniture, find_furniture
from annotator.structure.headings import Body, Heading, find_headings
from annotator.structure.interface import LetterText, ProposedSection
from annotator.structure.levels import Headed, levels
from annotator.structure.lines import Line, lines_of, usual_width
from annotator.structure.looks import Looks, looks_of
from annotator.structure.notes import notes_at_end, notes_at_feet
from annotator.structure.offices import is_name
from annotator.structure.openings import Opening, find_opening
from annotator.structure.words import FUNCTION_WORDS
from annotator.structure.zones import (
    OBJECTION,
    Ending,
    find_ending,
    is_attachment,
    is_prose,
)


@dataclass(frozen=True)
class Anatomy:
    """What the parts of a letter are, for all that looks at it afterwards: lines by their index."""

    text: str
    lines: Sequence[Line]
    width: int
    opening: Opening
    furniture: Furniture
    ending: Ending
    feet: set[int]
    end_notes: int | None
    looks: Looks = field(default_factory=dict)


def anatomy(letter: LetterText) -> Anatomy:
    """Take a letter apart."""
    lines = lines_of(letter.text, letter.page_starts)
    width = usual_width(lines)
    opening = find_opening(lines, width) if lines else Opening(None, 0, False)
    furniture = find_furniture(lines, opening.body, width, letter.furniture)
    ending = find_ending(lines, opening.body, furniture.lines, width) if lines else Ending(None, None, 0)
    end_notes = notes_at_end(lines, ending.after, furniture.lines) if ending.signature is not None else None
    end = next(index for index in (ending.closing, ending.signature, len(lines)) if index is not None)
    feet = notes_at_feet(lines, opening.body, end, furniture.lines, width)
    if ending.signature is None and lines:
        last = {index for index in feet if lines[index].page == lines[-1].page}
        if last:
            end_notes = min(last)
            feet -= last
    own = {line.index for line in lines if opening.body <= line.index < end}
    apart = {line.index for line in lines} - own | furniture.lines | feet
    looks = looks_of(lines, letter.styles, apart) if letter.styles else {}
    return Anatomy(letter.text, lines, width, opening, furniture, ending, feet, end_notes, looks)


@dataclass(frozen=True, slots=True)
class _Part:
    first: int  # line
    role: str
    heading: tuple[int, int] | None = None  # lines, the last one included
    confidence: float = 0.9
    level: int = 1
    code: str = "place"


def find_sections(parts: Anatomy) -> list[ProposedSection]:
    """Return the sections of a letter that was taken apart."""
    if not parts.lines:
        return []
    found = _opening_parts(parts)
    body, headings = _body_headings(parts)
    found += _topics(parts, body, headings)
    found += _ending_parts(parts)
    found = _merged_ending(parts, found)
    return _as_sections(parts, found)


def _opening_parts(parts: Anatomy) -> list[_Part]:
    opening = parts.opening
    found = []
    if opening.has_letterhead and (opening.salutation or opening.body):
        found.append(
            _Part(
                0,
                "letterhead",
                confidence=0.97,
                code="before_salutation" if opening.salutation else "before_text",
            )
        )
    if opening.salutation is not None:
        found.append(_Part(opening.salutation, "salutation", confidence=0.98, code="salutation"))
    if opening.body < len(parts.lines):
        found.append(_Part(opening.body, "introduction", confidence=0.9, code="before_headings"))
    return found


def own_end(parts: Anatomy) -> int:
    """Return the line that the letter's own text ends at."""
    ending = parts.ending
    ends = (ending.closing, ending.signature, parts.end_notes, len(parts.lines))
    return next(index for index in ends if index is not None)


def body_of(parts: Anatomy, first: int, end: int) -> Body:
    """Return the lines from `first` to `end` that may hold headings."""
    lines: list[Line] = []
    texts: list[str] = []
    breaks: list[bool] = []
    broken = False
    count = 0
    for line in parts.lines[first:]:
        if line.index >= end and len(lines) - count >= 2:
            break
        if (
            line.index in parts.furniture.lines
            or line.index in parts.feet
            or not any(sign.isalnum() for sign in line.text)
        ):
            broken = True
            continue
        cut = parts.furniture.cut.get(line.index)
        text = line.text if cut is None else line.text[:cut]
        if not text.strip():
            broken = True
            continue
        lines.append(line)
        texts.append(text.rstrip())
        breaks.append(broken or line.first_on_page)
        broken = False
        if line.index < end:
            count = len(lines)
    return Body(lines, texts, breaks, parts.width, count, parts.looks)


def _body_headings(parts: Anatomy) -> tuple[Body, list[Heading]]:
    end = own_end(parts)
    body = body_of(parts, parts.opening.body, end)
    # The line behind the body tells what stands below its last lines.
    return body, find_headings(body)


def _topics(parts: Anatomy, body: Body, headings: Sequence[Heading]) -> list[_Part]:
    bounds = [*(heading.first for heading in headings), body.count]
    introduction = "\n".join(body.texts[: bounds[0]])
    headed = [
        Headed(
            _joined(body.texts[heading.first : heading.last + 1]),
            "\n".join(body.texts[heading.last + 1 : bounds[number + 1]]),
            body.looks.get(body.lines[heading.first].index),
        )
        for number, heading in enumerate(headings)
    ]
    found = []
    for heading, level in zip(headings, levels(headed, introduction), strict=True):
        lines = (body.lines[heading.first].index, body.lines[heading.last].index)
        found.append(_Part(lines[0], "topic", lines, heading.confidence, level, "heading"))
    return found


def _joined(texts: Sequence[str]) -> str:
    return " ".join(texts)


_HEADED_SIGNATURE = re.compile(r"^ondertekening\b", re.I)
_NOTICE = re.compile(r"bezwaar|beroep|rechtsmiddel|voorziening|rechtsbescherming|niet eens|klacht", re.I)


def _ending_parts(parts: Anatomy) -> list[_Part]:
    ending, found = parts.ending, []
    if ending.closing is not None:
        found.append(_Part(ending.closing, "closing", confidence=0.97, code="closing_formula"))
    if ending.signature is None:
        if parts.end_notes is not None:
            found.append(_Part(parts.end_notes, "footnote", confidence=0.8, code="notes"))
        return found
    found.append(_Part(ending.signature, "signature", confidence=0.93, code="signed"))
    end = parts.end_notes if parts.end_notes is not None else len(parts.lines)
    found += _behind_signature(parts, ending.after, end)
    if parts.end_notes is not None:
        found.append(_Part(parts.end_notes, "footnote", confidence=0.85, code="notes"))
    return found


def _behind_signature(parts: Anatomy, first: int, end: int) -> list[_Part]:
    """Return the notice on objection and the attachments behind the signature."""
    body = body_of(parts, first, end)
    headings = {
        heading.first: heading for heading in find_headings(body) if not is_name(body.lines[heading.first])
    }
    found: list[_Part] = []
    in_attachment = False
    place = 0
    while place < body.count:
        line = body.lines[place]
        fresh = line.gap or body.breaks[place] or place == 0
        heading = headings.get(place)
        if fresh and is_attachment(line) and _is_annex_start(body, place, in_attachment):
            last = _annex_heading_end(body, place)
            found.append(
                _Part(line.index, "attachment", (line.index, body.lines[last].index), 0.9, 1, "attachment")
            )
            in_attachment = True
            place = last + 1
            continue
        if not in_attachment:
            part = _notice_or_annex(parts, body, place, heading, first_of_all=place == 0)
            if part is not None:
                found.append(part)
                in_attachment = part.role == "attachment"
        elif _starts_another_annex(parts, body, place):
            found.append(_Part(line.index, "attachment", (line.index, line.index), 0.6, 1, "attachment"))
        place += 1
    return found


def _is_annex_start(body: Body, place: int, in_attachment: bool) -> bool:
    line = body.lines[place]
    if re.match(r"^bijlage nummer", line.text, re.I):
        return False
    numbered = re.match(r"^\w+\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b", line.text)
    return bool(numbered and (not in_attachment or body.breaks[place])) or (
        not in_attachment and bool(re.match(r"^bijlagen?\s*(?:[:–—-]|$)", line.text, re.I))
    )


def _annex_heading_end(body: Body, place: int) -> int:
    """Return the last line of an annex's heading: its title may stand below `Bijlage 1`."""
    line = body.lines[place]
    bare = re.fullmatch(r"\w+(?:\s+\w{1,3})?\s*[:.–-]?", line.text)
    if bare is None or place + 2 >= len(body.lines):
        return place
    title, after = body.lines[place + 1], body.lines[place + 2]
    ends = title.text[-1:]
    plain = ends not in ".:;,?" and title.starts_large and len(title.text) < 0.85 * body.width
    return place + 1 if plain and after.starts_large and not title.list_mark else place


def _notice_or_annex(
    parts: Anatomy, body: Body, place: int, heading: Heading | None, first_of_all: bool
) -> _Part | None:
    line = body.lines[place]
    if heading is not None:
        lines = (line.index, body.lines[heading.last].index)
        text = _joined(body.texts[heading.first : heading.last + 1])
        below = " ".join(body.texts[heading.last + 1 : heading.last + 5])
        notice = (
            _NOTICE.search(text)
            or (first_of_all and OBJECTION.search(below))
            or (not _is_on_top(body, place) and not first_of_all)
        )
        if notice:
            return _Part(line.index, "closing", lines, heading.confidence, 1, "notice")
        return _Part(line.index, "attachment", lines, 0.7 * heading.confidence, 1, "attachment")
    if first_of_all:
        return _unheaded(body, line)
    if _is_on_top(body, place) and is_title_line(body, place):
        return _Part(line.index, "attachment", (line.index, line.index), 0.6, 1, "attachment")
    return None


def _is_on_top(body: Body, place: int) -> bool:
    """Tell whether the line is the first of its page, the margin and running heads aside."""
    line = body.lines[place]
    return line.first_on_page or (place > 0 and body.lines[place - 1].page != line.page)


def _unheaded(body: Body, line: Line) -> _Part | None:
    """Return what begins right behind the signature without what looks like a heading."""
    if re.match(r"aan\b", line.text, re.I):
        return None  # to whom it goes, below the names
    block = [line]
    for after in body.lines[1:12]:
        if after.gap or after.page != line.page:
            break
        block.append(after)
    if OBJECTION.search(" ".join(body.texts[:12])):
        below = body.lines[1] if len(body.lines) > 1 else None
        titled = (
            below is not None
            and is_title_line(body, 0)
            and below.starts_large
            and is_prose(below, body.width)
        )
        return _Part(line.index, "closing", (line.index, line.index) if titled else None, 0.8, 1, "notice")
    if line.first_on_page:
        last = block[-1] if len(block) < 4 else line
        return _Part(line.index, "attachment", (line.index, last.index), 0.6, 1, "attachment")
    # A list of who gets a copy, say: it belongs to the signature.
    return None if len(line.text) < 0.6 * body.width else _Part(line.index, "closing", None, 0.5, 1, "notice")


def is_title_line(body: Body, place: int) -> bool:
    """Tell whether the line at the top of a page looks like the title of what follows."""
    line = body.lines[place]
    before = body.lines[place - 1] if place else None
    finished = before is None or before.ends_sentence
    return (
        finished
        and line.starts_large
        and not line.ends_sentence
        and len(line.text) < 0.8 * body.width
        and not line.list_mark
        and line.words[-1:] != []
        and line.words[-1].casefold() not in FUNCTION_WORDS
    )


def _starts_another_annex(parts: Anatomy, body: Body, place: int) -> bool:
    """Tell whether a new annex without a number begins: the label `Bijlage nummer` stands by its title."""
    if not (body.breaks[place] and is_title_line(body, place)):
        return False
    return any(re.match(r"^bijlage nummer", other.text, re.I) for other in body.lines[place : place + 4])


def _merged_ending(parts: Anatomy, found: list[_Part]) -> list[_Part]:
    """Let a heading `Ondertekening` begin the signature and take the formula in; drop an empty introduction."""
    ordered = sorted(found, key=lambda part: part.first)
    merged: list[_Part] = []
    for part in ordered:
        last = merged[-1] if merged else None
        if (
            part.role in ("closing", "signature")
            and last is not None
            and last.role == "topic"
            and last.heading
        ):
            text = parts.lines[last.heading[0]].text
            if _HEADED_SIGNATURE.match(text) and part.first - last.heading[1] <= 1:
                merged[-1] = _Part(last.first, "signature", last.heading, last.confidence, 1, "signed")
                continue
        if part.role == "signature" and last is not None and last.role == "signature":
            continue
        if last is not None and last.first == part.first:
            # An introduction of no line: the letter begins with a heading, or is closed at once.
            if last.role == "introduction":
                merged[-1] = part
            continue
        merged.append(part)
    return merged


def _as_sections(parts: Anatomy, found: Sequence[_Part]) -> list[ProposedSection]:
    lines = parts.lines
    starts = [lines[part.first].start for part in found]
    sections = []
    for number, part in enumerate(found):
        end = starts[number + 1] if number + 1 < len(found) else len(parts.text)
        span = None
        if part.heading is not None:
            last = lines[part.heading[1]]
            cut = parts.furniture.cut.get(last.index)
            span = (lines[part.heading[0]].start, last.start + cut if cut is not None else last.end)
        sections.append(
            ProposedSection(
                starts[number], end, part.level, part.role, span, round(part.confidence, 3), Reason(part.code)
            )
        )
    return sections
