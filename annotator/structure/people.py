"""Who sends and who is addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.structure.found import Found, tightened
from annotator.structure.labels import is_address, is_bare_label, is_small_print, label_of
from annotator.structure.lines import Line
from annotator.structure.ministries import find_ministry
from annotator.structure.misread import Readings, Reread
from annotator.structure.sections import Anatomy
from annotator.structure.signatories import find_signatories
from annotator.structure.words import FUNCTION_WORDS

_CHAIR = re.compile(
    r"(?:(?:de|den heer|mevrouw) )?(?:de )?voorzitters?\s+(?:van\s+\w{2}|der)\s+"
    r"(?:(?P<both>(?:eerste|tweede) en (?:van )?(?:de )?(?:tweede|eerste))\s+kamer"
    r"|(?P<which>tweede|eerste)\s+kamer|verenigde vergadering|vaste commissie)(?:\s+\w{3}\s+staten\s?-?\s?generaal)?",
    re.I,
)
_CHAIR_WORDS = Readings(
    (
        "voorzitter",
        "voorzitters",
        "tweede",
        "eerste",
        "kamer",
        "verenigde",
        "vergadering",
        "staten",
        "generaal",
        "vaste",
        "commissie",
    )
)
_TO = re.compile(r"^aan(?: de[nr]?| het)?\b", re.I)
_MAIL = re.compile(r"^(van|aan)\s?:\s+(?=\S)", re.I)
_PERSON = re.compile(
    r"^(?:aan )?(?:de heer|dhr\.?|mevrouw|mevr\.?|mw\.?|de weledel\w+)\s+[A-Z\[].{2,60}$", re.I
)
_UNIT_WORD = re.compile(
    r"^(?:directoraat|directie|dir\.|bestuurskern|dienst|afdeling|kabinet|hoofddirectie|inspectie|rijksdienst|ministerie|programma"
    r"|project|bureau|sectie|sector|divisie|cluster|team|dg\b|agentschap|belastingdienst|autoriteit|gemeente|college|nederlandse"
    r"|centraal|rijks(?!begroting)\w+|immigratie|raad|openbaar|commissariaat|stichting|uitvoerings\w+|politie|koninklijke|nationale?|juridische"
    r"|dg[a-z&]{1,5}$)\b",
    re.I,
)
_GENERIC = re.compile(
    r"^(?:directoraat-generaal|directie|dienst|inspectie|afdeling|hoofddirectie|programma|bureau)(?: van| voor)?$",
    re.I,
)
_NOISE = re.compile(r"^(?:>|\[\.\.\.\]|tnt\b|\d+$)")


def find_people(parts: Anatomy) -> list[Found]:
    """Return sender, addressee, chamber and signatories."""
    head = list(parts.lines[: parts.opening.body]) if parts.opening.has_letterhead else []
    return [*_sender(parts, head), *_addressee(parts, head), *find_signatories(parts)]


def _sender(parts: Anatomy, head: Sequence[Line]) -> Iterator[Found]:
    if not head:
        return
    if (mail := _of_mail(head, "van")) is not None:
        yield Found("sender", *tightened(parts.text, *mail), "", 0.8, "address")
        return
    start, end = head[0].start, head[-1].end
    ministry = find_ministry(parts.text[start:end])
    if ministry is not None:
        first, last = tightened(parts.text, start + ministry[0], start + ministry[1])
        yield Found("sender", first, last, "", 0.93, "ministry")
        return
    block = _sender_block(head)
    if block:
        first, last = tightened(parts.text, block[0].start, block[-1].end)
        yield Found("sender", first, last, "", 0.75, "first_unit")


def _sender_block(head: Sequence[Line]) -> list[Line]:
    """Return the lines of the first unit that the letterhead names."""
    for place, line in enumerate(head):
        if label_of(line) is not None or is_address(line) or is_small_print(line) or _NOISE.match(line.text):
            continue
        if (
            not _UNIT_WORD.match(line.text)
            or len(line.text) > 70
            or re.match(r"^(?:de )?voorzitter", line.text, re.I)
        ):
            continue
        block = [line]
        for after in head[place + 1 : place + 4]:
            if not _unit_goes_on(block, after):
                break
            block.append(after)
        return block
    return []


def _unit_goes_on(block: Sequence[Line], after: Line) -> bool:
    if after.gap or label_of(after) is not None or is_address(after) or is_bare_label(after):
        return False
    last = block[-1].text
    word = last.split()[-1].casefold()
    open_end = (
        word in FUNCTION_WORDS or last[-1:] in "&,-" or (bool(_GENERIC.match(last)) and len(block) == 1)
    )
    # `Luchtvaart en Maritieme` / `Zaken`: an adjective wants its noun.
    # `Rijksdienst voor Ondernemend` / `Nederland`: so does this.
    adjective = (word.endswith("end") and len(after.words) == 1) or (
        word.endswith("e")
        and len(word) > 5
        and not word.endswith(("ie", "se zaken"))
        and not _UNIT_WORD.match(after.text)
    )
    return open_end or adjective or after.starts_small


def _addressee(parts: Anatomy, head: Sequence[Line]) -> Iterator[Found]:
    found = list(_chair(parts, head)) or list(_chair(parts, _below_signature(parts)))
    yield from found
    if found:
        return
    if (mail := _of_mail(head, "aan")) is not None:
        yield Found("addressee", *tightened(parts.text, *mail), "", 0.8, "address")
        return
    for place, line in enumerate(head):
        near_address = any(is_address(other) for other in head[place + 1 : place + 4])
        if _PERSON.match(line.text) and near_address and not is_bare_label(line):
            first, last = tightened(
                parts.text, line.start + (4 if line.text[:4].casefold() == "aan " else 0), line.end
            )
            yield Found("addressee", first, last, "", 0.7, "address")
            return
        if re.fullmatch(r"aan:?", line.text, re.I) and place + 1 < len(head):
            first, last = tightened(parts.text, head[place + 1].start, head[place + 1].end)
            yield Found("addressee", first, last, "", 0.7, "address")
            return


def _of_mail(head: Sequence[Line], label: str) -> tuple[int, int] | None:
    """Return the span of what an e-mail says behind `Van:` or `Aan:`; None where the letter is none."""
    found = {
        match[1].casefold(): (line.start + match.end(), line.end)
        for line in head
        if (match := _MAIL.match(line.text))
    }
    return found.get(label) if {"van", "aan"} <= found.keys() else None


def _chair(parts: Anatomy, lines: Sequence[Line]) -> Iterator[Found]:
    """Yield the chair of a chamber whom the lines name, and the chamber."""
    if not lines:
        return
    start, end = lines[0].start, lines[-1].end
    zone = Reread(parts.text[start:end], _CHAIR_WORDS)
    chair = _CHAIR.search(zone.text)
    if chair is None:
        return
    first, last = start + zone.place(chair.start()), start + zone.place(chair.end())
    first, last = tightened(parts.text, first, last)
    yield Found("addressee", first, last, "", 0.95, "chair")
    if chair["which"]:
        value = "eerste_kamer" if chair["which"].casefold() == "eerste" else "tweede_kamer"
        kamer = re.search(r"(?:tweede|eerste)\s+kamer", zone.text[chair.start() :], re.I)
        if kamer:
            first, last = (zone.place(chair.start() + place) for place in kamer.span())
            yield Found("chamber", start + first, start + last, value, 0.95, "chair")


def _below_signature(parts: Anatomy) -> list[Line]:
    """Return the lines below the signature that say to whom the letter goes, as papers had it: `Aan de Heer Voorzitter …`."""
    if parts.ending.signature is None:
        return []
    lines = parts.lines[parts.ending.signature : parts.ending.after + 4]
    at = next((place for place, line in enumerate(lines) if _TO.match(line.text)), None)
    return [] if at is None else list(lines[at : at + 4])
