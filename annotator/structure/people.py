"""Who sends, who is addressed, who signs: the blocks of names and offices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.structure.found import Found, tightened
from annotator.structure.labels import is_address, is_bare_label, is_small_print, label_of
from annotator.structure.lines import Line
from annotator.structure.ministries import find_ministry
from annotator.structure.misread import Readings, Reread
from annotator.structure.offices import (
    SIGNED,
    is_full_name,
    is_name,
    is_on_behalf,
    is_role,
    is_surname,
    names_beside,
    offices_beside,
)
from annotator.structure.sections import Anatomy
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
_PERSON = re.compile(
    r"^(?:aan )?(?:de heer|dhr\.?|mevrouw|mevr\.?|mw\.?|de weledel\w+)\s+[A-Z\[].{2,60}$", re.I
)
_UNIT_WORD = re.compile(
    r"^(?:directoraat|directie|dir\.|bestuurskern|dienst|afdeling|kabinet|hoofddirectie|inspectie|rijksdienst|ministerie|programma"
    r"|project|bureau|sectie|sector|divisie|cluster|team|dg\b|agentschap|belastingdienst|autoriteit|gemeente|college|nederlandse"
    r"|centraal|rijks(?!begroting)\w+|immigratie|raad|openbaar|commissariaat|stichting|uitvoerings\w+|politie|koninklijke|nationale?|juridische)\b",
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


def find_signatories(parts: Anatomy) -> list[Found]:
    """Return names and offices of who signs, tied by their position."""
    if parts.ending.signature is None:
        return []
    block = [
        line
        for line in parts.lines[parts.ending.signature : parts.ending.after]
        if line.index not in parts.furniture.lines
        and (parts.end_notes is None or line.index < parts.end_notes)
    ]
    pieces = list(_pieces(_without_brackets(block)))
    return _tied(parts, pieces)


class _Piece:
    """A name, an office, or whom it is signed for: lines of a signature."""

    def __init__(self, kind: str, start: int, end: int, sure: bool = True) -> None:
        self.kind, self.start, self.end, self.sure = kind, start, end, sure


def _without_brackets(block: Sequence[Line]) -> Iterator[Line]:
    inside = False
    for line in block:
        opens = inside or line.text.startswith("[")
        inside = opens and "]" not in line.text
        if not opens:
            yield line


def _pieces(block: Iterator[Line]) -> Iterator[_Piece]:
    lines = list(block)
    place = 0
    beside = False
    while place < len(lines):
        line = lines[place]
        if (offices := offices_beside(line)) or (beside and (names := names_beside(line))):
            for start, end in offices or names:
                yield _Piece("role" if offices else "name", line.start + start, line.start + end)
            beside = bool(offices)
            place += 1
            continue
        if re.match(r"^bijlagen?(?:\s?\(\w\))?\s*:?$", line.text, re.I):
            return
        if is_on_behalf(line) and not (is_role(line) and not line.text.casefold().startswith("namens de")):
            inline = re.match(r"^,?\s*namens (?:deze|dezen)[,:]?\s+(?=\S)", line.text, re.I)
            yield _Piece("behalf", line.start, line.end)
            if inline:
                last = _role_end(lines, place)
                yield _Piece("role", line.start + inline.end(), lines[last].end)
                place = last
        elif is_role(line):
            last = _role_end(lines, place)
            yield _Piece("role", line.start, lines[last].end)
            place = last
        elif is_name(line):
            yield _Piece("name", line.start, line.end)
        elif is_full_name(line) or (is_surname(line) and place and lines[place - 1].text.endswith(",")):
            yield _Piece("name", line.start, line.end, sure=False)
        place += 1


def _role_end(lines: Sequence[Line], place: int) -> int:
    """Return the last line of an office that goes on: `Minister van Volksgezondheid,` / `Welzijn en Sport,`."""
    last = place
    while last + 1 < len(lines) and last - place < 2:
        line, after = lines[last], lines[last + 1]
        if (
            after.gap
            or is_name(after)
            or is_on_behalf(after)
            or (is_role(after) and not _same_office(line, after))
        ):
            break
        if is_full_name(after) and line.text.endswith(","):
            break
        if is_role(after):
            last += 1
            continue
        word = re.sub(r"(?<!\W)\W+$", "", line.text).split()[-1].casefold()
        wants = (
            word in FUNCTION_WORDS
            or line.text[-1:] in "-–&"
            or (
                line.text.endswith(",")
                and re.search(r"\b[ec][nu]\b", after.text)
                and len(after.text) < 45
                and last + 2 < len(lines)
            )
        )
        capitals = line.text.isupper() and after.text.isupper() and line.text.endswith(",")
        if not (wants or capitals or after.starts_small):
            break
        last += 1
    return last


def _same_office(line: Line, after: Line) -> bool:
    """Tell whether one holds both: `DE MINISTER-PRESIDENT,` / `Minister van Algemene Zaken,`."""
    return bool(re.search(r"-president,$", line.text, re.I)) and not re.match(r"de\b", after.text, re.I)


def _tied(parts: Anatomy, pieces: Sequence[_Piece]) -> list[Found]:
    names = [piece for piece in pieces if piece.kind == "name"]
    if any(piece.sure for piece in names):
        names = [
            piece
            for place, piece in enumerate(pieces)
            if piece.kind == "name" and (piece.sure or _has_own_office(pieces, place))
        ]
    found: list[Found] = []
    offices = [piece for piece in pieces if piece.kind == "role"]
    if 1 < len(names) == len(offices) and [*pieces] == [*offices, *names]:
        # All offices, then all names: they go by their order, as where two sign side by side.
        for position, (name, office) in enumerate(zip(names, offices, strict=True)):
            found.append(_as_found(parts, "signatory", name, position, 0.9))
            found.append(_as_found(parts, "signatory_role", office, position, 0.9))
        return found
    if not names:
        role = _own_role([piece for piece in pieces if piece.kind != "name"])
        return [_as_found(parts, "signatory_role", role, 0, 0.8)] if role else []
    used: set[int] = set()
    for position, name in enumerate(names):
        role = _role_for(pieces, name, names, used)
        found.append(_as_found(parts, "signatory", name, position, 0.94 if name.sure else 0.75))
        if role is not None:
            used.add(id(role))
            found.append(_as_found(parts, "signatory_role", role, position, 0.92))
    return found


def _has_own_office(pieces: Sequence[_Piece], place: int) -> bool:
    """Tell whether the name stands right below an office, and no other name below it."""
    after = pieces[place + 1].kind if place + 1 < len(pieces) else ""
    return place > 0 and pieces[place - 1].kind == "role" and after != "name"


def _own_role(pieces: Sequence[_Piece]) -> _Piece | None:
    """Return the office behind `namens deze`, else the last one."""
    behalf = next((place for place, piece in enumerate(pieces) if piece.kind == "behalf"), None)
    if behalf is not None:
        own = [piece for piece in pieces[behalf:] if piece.kind == "role"]
        if own:
            return own[0]
    roles = [piece for piece in pieces if piece.kind == "role"]
    return roles[-1] if roles and behalf is None else roles[0] if roles else None


def _role_for(
    pieces: Sequence[_Piece], name: _Piece, names: Sequence[_Piece], used: set[int]
) -> _Piece | None:
    place = next(index for index, piece in enumerate(pieces) if piece is name)
    before: list[_Piece] = []
    for piece in reversed(pieces[:place]):
        if piece.kind == "name" and piece in names:
            break
        before.insert(0, piece)
    after: list[_Piece] = []
    for piece in pieces[place + 1 :]:
        if piece.kind == "name" and piece in names:
            break
        after.append(piece)
    behalf = any(piece.kind == "behalf" for piece in before)
    roles_before = [piece for piece in before if piece.kind == "role" and id(piece) not in used]
    roles_after = [piece for piece in after if piece.kind == "role" and id(piece) not in used]
    if behalf:
        cut = max(index for index, piece in enumerate(before) if piece.kind == "behalf")
        own = [piece for piece in before[cut:] if piece.kind == "role"]
        if own:
            return own[-1]
        if roles_after:
            return roles_after[0]
        return roles_before[-1] if roles_before else None
    if roles_before:
        return roles_before[-1]
    return roles_after[0] if roles_after else None


def _as_found(parts: Anatomy, role: str, piece: _Piece, position: int, confidence: float) -> Found:
    start, end = tightened(parts.text, piece.start, piece.end)
    said = parts.text[start:end]
    stray = (re.match(r"N[l1I]\s+", said) or SIGNED.match(said)) if role == "signatory" else None
    return Found(role, start + (stray.end() if stray else 0), end, "", confidence, "signed", position)
