"""Who signs: the names and offices below a letter, tied to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.structure.found import Found, shown, tightened
from annotator.structure.lines import Line
from annotator.structure.offices import (
    SIGNED,
    halves_of,
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

# `namens deze, het hoofd van …`, `i.o. A.B. de Vries`
_FOR = re.compile(
    r"^,?\s*(?:(?P<these>namens (?:deze|dezen))|voor dezen?|i\.?\s?o\.|b\.a\.)[,:]?\s+(?=\S)", re.I
)


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
    """A name, an office, or whom it is signed for: lines of a signature. `more` is where it goes on, apart from `end`."""

    def __init__(self, kind: str, start: int, end: int, sure: bool = True) -> None:
        self.kind, self.start, self.end, self.sure = kind, start, end, sure
        self.more: tuple[int, int] | None = None


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
    offices_open = 0  # that have no name yet
    while place < len(lines):
        line = lines[place]
        if (offices := offices_beside(line)) or (offices_open > 1 and (names := names_beside(line))):
            spans = offices or names
            pieces = [
                _Piece("role" if offices else "name", line.start + start, line.start + end)
                for start, end in spans
            ]
            place += _below_beside(pieces, lines[place + 1 : place + 2]) if offices else 0
            yield from pieces
            offices_open = offices_open + len(offices) if offices else 0
            place += 1
            continue
        if re.match(r"^bijlagen?(?:\s?\(\w\))?\s*:?$", line.text, re.I):
            return
        last, pieces = _read(lines, place)
        yield from pieces
        offices_open += sum(piece.kind == "role" for piece in pieces)
        if any(piece.kind == "name" for piece in pieces):
            offices_open = 0
        place = last + 1


def _below_beside(pieces: Sequence[_Piece], after: Sequence[Line]) -> int:
    """Give two offices side by side what they go on with in the line below; return how many lines that is."""
    if len(pieces) != 2 or not after or after[0].gap:
        return 0
    line = after[0]
    halves = halves_of(line)
    if halves is None or is_role(line) or is_name(line) or names_beside(line):
        return 0
    for piece, (start, end) in zip(pieces, halves, strict=True):
        piece.more = (line.start + start, line.start + end)
    return 1


def _read(lines: Sequence[Line], place: int) -> tuple[int, list[_Piece]]:
    """Return what a line of the block says, and the last line that it goes on in."""
    line = lines[place]
    if is_on_behalf(line) and not (is_role(line) and not line.text.casefold().startswith("namens de")):
        found = [_Piece("behalf", line.start, line.end)]
        inline = _FOR.match(line.text)
        if inline is None:
            return place, found
        rest = replace(line, text=line.text[inline.end() :], start=line.start + inline.end())
        if is_name(rest) or is_full_name(rest):
            return place, [*found, _Piece("name", rest.start, rest.end)]
        if not inline["these"]:
            return place, found
        last = _role_end(lines, place)
        return last, [*found, _Piece("role", rest.start, lines[last].end)]
    if is_role(line):
        last = _role_end(lines, place)
        return last, [_Piece("role", line.start, lines[last].end)]
    if is_name(line):
        return place, [_Piece("name", line.start, line.end)]
    if is_full_name(line) or (is_surname(line) and place and lines[place - 1].text.endswith(",")):
        return place, [_Piece("name", line.start, line.end, sure=False)]
    return place, []


def _role_end(lines: Sequence[Line], place: int) -> int:
    """Return the last line of an office that goes on: `Minister van Volksgezondheid,` / `Welzijn en Sport,`."""
    last = place
    while last + 1 < len(lines) and last - place < 2:
        line, after = lines[last], lines[last + 1]
        word = re.sub(r"(?<!\W)\W+$", "", line.text).split()[-1].casefold()
        if (
            (after.gap and word not in FUNCTION_WORDS)
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
    value = ""
    if piece.more is not None:
        value = f"{shown(parts.text[piece.start : piece.end])} {shown(parts.text[slice(*piece.more)])}"
    return Found(role, start + (stray.end() if stray else 0), end, value, confidence, "signed", position)
