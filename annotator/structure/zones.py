"""What stands around a letter's own text: the salutation before it, where it is closed and signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.structure.labels import label_of
from annotator.structure.lines import Line, near
from annotator.structure.offices import (
    is_full_name,
    is_name,
    is_on_behalf,
    is_role,
    is_sentence_of_office,
    is_surname,
    names_beside,
    offices_beside,
)
from annotator.structure.words import FINITE_VERBS, FUNCTION_WORDS

_SALUTATION = re.compile(
    r"^(?:zeer |hoog)?ge?ac[hb][tilr]?[ec]?\b|^mijne? he(?:er|ren)(?: de voorzitter)?,?$|^(?:beste|waarde)\s+(?:heer|mevrouw|meneer|voorzitter|leden|[A-Z\[])"
    r"|^(?:mijnheer|meneer|mevrouw) de voorzitter|^excellenties?\s*,?$|^l\.\s?s\.?,?$|^dames en heren,?$",
    re.I,
)
_CLOSING = re.compile(
    # The margin's label may stand before it.
    r"^(?:(?:datum|(?:ons|uw) kenmerk|onze referentie|pagina \d+ van \d+)\s+)?(?:met (?:de )?(?:vriendelijke|meeste|hartelijke|beleefde)\s+(?:groet|hoogachting)\w*|met vriendelijke groeten?"
    r"|hoogachtend|met (?:de )?(?:meeste )?hoogachting|vriendelijke groeten?|groetend|u verblijvend|inmiddels verblijf)\b",
    re.I,
)
OBJECTION = re.compile(
    r"\b(?:bezwaar(?:schrift|clausule|mogelijkheid|maken|procedure)?|bezwaarschrift|beroep(?:schrift|sclausule|smogelijkheid)?"
    r"|rechtsmiddel\w*|voorlopige voorziening|rechtsbescherming)\b",
    re.I,
)
_BESIDE = 4  # lines: how far below two offices side by side their names stand
_NOTED_END = re.compile(r"[.!?)»] ?['’\"!]?\d{0,2}\)?\W{0,2}$")  # a note's mark behind the last stop
_ENCLOSURES = re.compile(r"^(?:bijlagen?(?:\s?\(\w\))?\s*:?$|bijlagen?\s*:|bijlagen?(?:\s?\(\w\))\s)", re.I)


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
        if before is not None and not (before.ends_sentence or line.gap or _NOTED_END.search(before.text)):
            continue
        near_by = own[place + 1 : place + 8]
        if is_role(line) and not is_sentence_of_office(line, near_by[0] if near_by else None, width):
            named = any(is_name(other) or is_on_behalf(other) for other in near_by[:5])
            named = named or (
                (bool(offices_beside(line)) or any(map(is_role, near_by[1:4])))
                and any(names_beside(other) for other in near_by[:6])
            )
            goes_on = bool(near_by) and near_by[0].starts_small and not near_by[0].gap
            office_end = near_by[0] if goes_on else line
            full = office_end.text.endswith(",") and (
                any(is_full_name(other) for other in near_by[:4])
                or any(is_surname(other) for other in near_by[: 1 + goes_on])
            )
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
        if offices_beside(own[place]) and step < _BESIDE and (names_beside(line) or line.text.endswith(",")):
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
