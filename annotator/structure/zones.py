"""The parts that every letter has: where its own text begins, where it is closed and signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.structure.labels import is_address, is_unit, label_of
from annotator.structure.lines import Line, near
from annotator.structure.offices import (
    is_full_name,
    is_name,
    is_on_behalf,
    is_role,
    is_sentence_of_office,
    names_beside,
    offices_beside,
)
from annotator.structure.words import FINITE_VERBS, FUNCTION_WORDS

_SALUTATION = re.compile(
    r"^(?:zeer |hoog)?ge?ac[hb][tilr]?[ec]?\b|^(?:beste|waarde)\s+(?:heer|mevrouw|meneer|voorzitter|leden|[A-Z\[])"
    r"|^(?:mijnheer|meneer|mevrouw) de voorzitter|^excellenties?\s*,?$|^l\.\s?s\.?,?$|^dames en heren,?$",
    re.I,
)
_CLOSING = re.compile(
    r"^(?:met (?:de )?(?:vriendelijke|meeste|hartelijke|beleefde)\s+(?:groet|hoogachting)\w*|met vriendelijke groeten?"
    r"|hoogachtend|met hoogachting|vriendelijke groeten?|groetend|u verblijvend|inmiddels verblijf)\b",
    re.I,
)
# Lines that letterheads have, those of printed papers too.
_HEAD_SIGN = re.compile(
    r"^(?:(?:tweede|eerste) kamer der staten|vergaderjaar \d{4}|nr\.? ?\w{1,4} (?:brief|verslag|lijst)|(?:aan )?(?:de )?voorzitter van"
    r"|aan de (?:leden|voorzitter)|[\w’'-]+(?: [A-Z]\w+)?,? \d{1,2} [a-z]{3,9} \d{4}\W*$)",
    re.I,
)
OBJECTION = re.compile(
    r"\b(?:bezwaar(?:schrift|clausule|mogelijkheid|maken|procedure)?|bezwaarschrift|beroep(?:schrift|sclausule|smogelijkheid)?"
    r"|rechtsmiddel\w*|voorlopige voorziening|rechtsbescherming)\b",
    re.I,
)
_DATE_LINE = re.compile(r"^(?:[\w’'-]+(?: [A-Z]\w+)?,? )?\d{1,2}[ -](?:[a-z]{3,9}|\d{1,2})[ -]\d{4}$", re.I)
_ENCLOSURES = re.compile(r"^(?:bijlagen?(?:\s?\(\w\))?\s*:?$|bijlagen?\s*:|bijlagen?(?:\s?\(\w\))\s)", re.I)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the letter begins to speak: lines by their index; None where there is none."""

    salutation: int | None
    body: int
    has_letterhead: bool


def is_salutation(line: Line) -> bool:
    """Tell whether the line is a salutation (`Geachte voorzitter,`)."""
    if len(line.text) > 90:
        return False
    if _SALUTATION.match(line.text):
        return True
    first = line.text.split()[0].strip(",.").casefold()
    return len(line.text) < 40 and len(first) == 7 and near(first, "geachte", 1)


def is_closing(line: Line) -> bool:
    """Tell whether the line is a closing formula (`Hoogachtend,`)."""
    if len(line.text) > 50:
        return False
    return (
        bool(_CLOSING.match(line.text))
        or (len(line.key) < 13 and near(line.key, "hoogachtend", 2))
        or (18 < len(line.key) < 24 and near(line.key, "metvriendelijkegroet", 4))
    )


def is_enclosures(line: Line) -> bool:
    """Tell whether the line opens a list of enclosures (`Bijlagen:`)."""
    return bool(_ENCLOSURES.match(line.text))


def is_prose(line: Line, width: int) -> bool:
    """Tell whether the line is a line of running text."""
    small = sum(word.casefold() in FUNCTION_WORDS or word in FINITE_VERBS for word in line.words)
    return len(line.text) > 0.6 * width and small >= 2 and label_of(line) is None


def find_opening(lines: Sequence[Line], width: int) -> Opening:
    """Return where the letter's own text begins, and whether a letterhead and a salutation stand before it."""
    first_pages = [line for line in lines if line.page < 2][:140]
    prose = _first_prose(lines, width)
    for line in first_pages:
        # Behind the first paragraph a line that begins so is no salutation any more.
        if prose is not None and line.index > prose + 3:
            break
        if is_salutation(line):
            return Opening(line.index, _body_after(lines, line.index, width), line.index > 0)
    start = prose or 0
    head = lines[:start]
    signs = sum(
        label_of(line) is not None or is_address(line) or is_unit(line) or bool(_HEAD_SIGN.match(line.text))
        for line in head
    )
    if head and (signs >= 2 or (signs and len(head) < 8)):
        # A heading right above the first paragraph is the text's own.
        return Opening(None, _heading_above(lines, start), True)
    return Opening(None, 0, False)


def _heading_above(lines: Sequence[Line], start: int) -> int:
    above = lines[start - 1]
    alone = (
        lines[start].gap
        and above.gap
        and label_of(above) is None
        and not is_address(above)
        and not is_unit(above)
    )
    dated = re.search(r"\d{4}", above.text)
    return (
        start - 1
        if alone
        and above.starts_large
        and not dated
        and len(above.text) < 60
        and not _continues_label(lines, start - 1)
        else start
    )


def _continues_label(lines: Sequence[Line], index: int) -> bool:
    return any(label_of(line) is not None for line in lines[max(0, index - 2) : index])


def _first_prose(lines: Sequence[Line], width: int) -> int | None:
    """Return the first line of the first paragraph: two lines of running text, the second goes on."""
    subject = _subject_lines(lines, width)
    for line, after in pairwise(lines):
        if line.page > 1:
            break
        if line.index in subject:
            continue
        opens = line.starts_large and is_prose(line, width) and not (after.gap and not after.starts_small)
        if opens and (after.starts_small or is_prose(after, width)):
            return line.index
    return None


def _subject_lines(lines: Sequence[Line], width: int) -> set[int]:
    """Return the lines that the subject goes on in, behind its label or in a block of values below labels."""
    found: set[int] = set()
    for line in lines[:140]:
        label = label_of(line)
        if label is None or label.role != "subject":
            continue
        place = line.index + 1
        if not line.text[label.value_at :].strip(" :"):
            while place < min(len(lines), line.index + 8) and _is_other_value(lines[place]):
                place += 1
            if place < len(lines) and lines[place].has_letters:
                found.add(place)
                place += 1
        while place < len(lines) and not lines[place].gap and label_of(lines[place]) is None:
            if _begins_text(lines, place, width) or place - line.index > 12:
                break
            found.add(place)
            place += 1
    return found


def _is_other_value(line: Line) -> bool:
    """Tell whether the line below the label `Betreft` is another label, or the value of one."""
    bare = line.text.strip()
    return (
        label_of(line) is not None or not line.has_letters or bool(_DATE_LINE.match(bare)) or is_address(line)
    )


def _begins_text(lines: Sequence[Line], place: int, width: int) -> bool:
    """Tell whether the letter's text begins here, right below the subject: a full line behind a short one."""
    line, above = lines[place], lines[place - 1]
    room = width - len(above.text) - 1 - len(line.text.split()[0])
    after = lines[place + 1] if place + 1 < len(lines) else None
    return (
        line.starts_large
        and room > 0.1 * width
        and above.words[-1:] != []
        and above.words[-1].casefold() not in FUNCTION_WORDS
        and len(line.text) > 0.75 * width
        and is_prose(line, width)
        and after is not None
        and (line.ends_sentence or ". " in line.text or after.starts_small or is_prose(after, width))
    )


def _body_after(lines: Sequence[Line], salutation: int, width: int) -> int:
    """Return the first line of the letter's own text behind the salutation: the margin may stand between."""
    window = lines[salutation + 1 : salutation + 30]
    for number, line in enumerate(window):
        after = window[number + 1] if number + 1 < len(window) else None
        if not line.has_letters or label_of(line) is not None or is_address(line):
            continue
        if is_prose(line, width) and line.starts_large:
            return line.index
        full = len(line.text) > 0.55 * width
        if (
            line.starts_large
            and (full or line.ends_sentence or (after and after.starts_small and is_prose(after, width)))
            and not is_unit(line)
        ):
            return line.index
        if line.starts_large and _is_first_heading(window, number, width):
            return line.index
    return salutation + 1


def _is_first_heading(window: Sequence[Line], number: int, width: int) -> bool:
    """Tell whether a short line is a heading with running text below it, not a line of the margin."""
    line = window[number]
    after = next((other for other in window[number + 1 : number + 3] if other.has_letters), None)
    return bool(
        after
        and after.starts_large
        and is_prose(after, width)
        and not line.ends_sentence
        and not is_unit(line)
        and len(line.words) > 0
        and (line.gap or number == 0)
    )


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the letter is closed and signed: lines by their index, None where it is not."""

    closing: int | None
    signature: int | None
    after: int  # the first line behind the signature


def find_ending(lines: Sequence[Line], body: int, furniture: set[int], width: int) -> Ending:
    """Return where the letter is closed and signed."""
    own = [line for line in lines[body:] if line.index not in furniture]
    closing = _find_closing(own, width)
    if closing is not None:
        place = own.index(closing)
        signature = own[place + 1] if place + 1 < len(own) else None
        if signature is None:
            return Ending(closing.index, None, len(lines))
        return Ending(closing.index, signature.index, _after_signature(lines, own, place + 1, width))
    place_or_none = _find_signature(own, width)
    if place_or_none is None:
        return Ending(None, None, len(lines))
    return Ending(None, own[place_or_none].index, _after_signature(lines, own, place_or_none, width))


def _find_closing(own: Sequence[Line], width: int) -> Line | None:
    for place, line in enumerate(own):
        if is_closing(line):
            near_by = own[place + 1 : place + 9]
            signed = any(
                is_role(other) or is_name(other) or is_on_behalf(other) or is_full_name(other)
                for other in near_by
            )
            if signed or len(near_by) < 8:
                return line
    return None


def _find_signature(own: Sequence[Line], width: int) -> int | None:
    """Return where a letter without a closing formula is signed: an office and a name, in either order."""
    for place, line in enumerate(own):
        before = own[place - 1] if place else None
        if before is not None and not (before.ends_sentence or line.gap):
            continue
        near_by = own[place + 1 : place + 8]
        if is_role(line) and not is_sentence_of_office(line, near_by[0] if near_by else None, width):
            named = any(is_name(other) or is_on_behalf(other) for other in near_by[:5])
            named = named or (
                bool(offices_beside(line)) and any(names_beside(other) for other in near_by[:4])
            )
            goes_on = bool(near_by) and near_by[0].starts_small and not near_by[0].gap
            office_end = near_by[0] if goes_on else line
            full = office_end.text.endswith(",") and any(is_full_name(other) for other in near_by[:4])
            if named or full:
                return place
        if (
            (is_name(line) or (is_full_name(line) and _ends_with_office(near_by)))
            and not line.ends_sentence
            and near_by
            and is_role(near_by[0])
            and not is_sentence_of_office(near_by[0], near_by[1] if len(near_by) > 1 else None, width)
        ):
            return place
    return None


def _ends_with_office(near_by: Sequence[Line]) -> bool:
    """Tell whether an office stands below a first name and a surname, and nothing of the text behind it."""
    office = near_by[0] if near_by else None
    after = near_by[1] if len(near_by) > 1 else None
    return (
        office is not None
        and office.starts_large
        and is_role(office)
        and not office.gap
        and (after is None or after.gap or after.page != office.page or not after.starts_large)
    )


def _after_signature(lines: Sequence[Line], own: Sequence[Line], place: int, width: int) -> int:
    """Return the first line behind the block of offices and names that begins at `own[place]`."""
    bracket = enclosures = False
    for step, line in enumerate(own[place:]):
        after = own[place + step + 1] if place + step + 1 < len(own) else None
        if bracket or line.text.startswith("["):
            bracket = "]" not in line.text
            continue
        if is_enclosures(line) and not line.first_on_page:
            enclosures = True
            continue
        if step == 0 or is_role(line) or is_name(line) or is_on_behalf(line):
            continue
        if is_attachment(line) and not enclosures:
            return line.index
        if step > 0 and line.first_on_page and line.page > own[place].page and not is_full_name(line):
            return line.index
        if OBJECTION.search(line.text) or _is_note(line) or is_prose(line, width):
            return line.index
        if (
            after is not None
            and is_prose(after, width)
            and after.starts_large
            and len(line.text) < 70
            and line.gap
            and not is_full_name(line)
        ):
            return line.index
        if step > 16:
            return line.index
    return len(lines)


def is_attachment(line: Line) -> bool:
    """Tell whether the line is the heading of an attachment (`Bijlage 1 – ...`)."""
    return (
        bool(
            re.match(
                r"^(?:bijlage|annex|appendix)(?:\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4}))?\b(?!\s*\()", line.text, re.I
            )
        )
        and len(line.text) < 110
        and not line.ends_sentence
        and line.text[:1].isupper()
    )


def _is_note(line: Line) -> bool:
    return (
        bool(re.match(r"^(?:[¹²³⁴⁵⁶⁷⁸⁹*†}!?®\"'”’]|\d{1,2}|T|[lI])\s?\s(?=\S)", line.text))
        and len(line.text) > 25
    )
