"""Notes at the foot of a page or at the end of a letter, whatever OCR made of their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.structure.labels import is_address
from annotator.structure.lines import Line

# A mark is a raised digit, a plain one, or what raised digits are misread as; small or large text follows.
_MARKED = re.compile(
    r"^(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|[*†‡}{!?®©°\"'”’“‘^~|`´]{1,2}|\d{1,2}|[TtlIi](?![IVX]*[.)]))\s?(?=\s|[A-Z(])(?=.{12})"
)
# Importers write raised digits where they know them: those are marks, however short the note is.
_RAISED = re.compile(r"^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?(?=\w)")
_BARE_MARK = re.compile(r"^\d{1,2}$")
_SAYS_NOTE = re.compile(
    r"^\S{1,2}\s?(?:zie|kamerstuk|vgl|handelingen|aanhangsel|stb|stcrt|trb|staatscourant|staatsblad|tk|ek|pb|cbs|bron|http|www"
    r"|verordening|richtlijn|ecli|abrvs|hr|rb|idem|ibidem|art|brief|rapport|motie|het gaat|dit betreft|exclusief|inclusief)\b",
    re.I,
)


def is_note_start(line: Line) -> bool:
    """Tell whether the line may begin a note."""
    return (
        bool(_MARKED.match(line.text) or _RAISED.match(line.text))
        and not is_address(line)
        and not re.match(r"^\d{1,2}\.?\s+[A-Z][\w ]{0,40}$", line.text)
    )


def says_note(line: Line) -> bool:
    """Tell whether the line begins as notes do, with what they mostly say."""
    return bool(_SAYS_NOTE.match(line.text))


def notes_at_feet(lines: Sequence[Line], body: int, end: int, furniture: set[int], width: int) -> set[int]:
    """Return the lines of the notes at the feet of the pages between two lines."""
    found: set[int] = set()
    pages: dict[int, list[Line]] = {}
    for line in lines[body:end]:
        if line.index not in furniture:
            pages.setdefault(line.page, []).append(line)
    last_page = lines[min(end, len(lines)) - 1].page if end > body else 0
    for page, own in pages.items():
        start = _foot(own, width)
        if start is not None and (page < last_page or end >= len(lines) or lines[end].page > page):
            found.update(line.index for line in own[start:])
    return found


def _foot(own: Sequence[Line], width: int) -> int | None:
    """Return where the notes begin on a page: the last block or blocks that begin with marks."""
    start: int | None = None
    for place in range(len(own) - 1, max(-1, len(own) - 14), -1):
        line = own[place]
        follows = place + 1 < len(own) and _BARE_MARK.match(line.text) and own[place + 1].starts_large
        if (line.gap or start is not None or says_note(line)) and (is_note_start(line) or follows):
            if line.gap or says_note(line) or (start is not None and not own[place].list_mark):
                start = place
        elif (line.gap and start is not None) or (line.gap and start is None and place < len(own) - 6):
            break
    if start is not None and any(
        line.gap and not (is_note_start(line) or says_note(line) or line.starts_small) for line in own[start:]
    ):
        return None  # something else follows: no notes at the foot
    return start


def notes_at_end(lines: Sequence[Line], after: int, furniture: set[int]) -> int | None:
    """Return the line that the notes at the end of the letter begin at: all that follows belongs to them."""
    own = [line for line in lines[after:] if line.index not in furniture]
    for place, line in enumerate(own):
        if (line.gap or not place) and is_note_start(line) and _all_notes(own[place:]):
            return line.index
    return None


def _all_notes(own: Sequence[Line]) -> bool:
    """Tell whether nothing but notes follows: each block begins with a mark, none is a heading."""
    blocks = 0
    for line in own:
        if line.gap and not is_note_start(line) and not line.starts_small and not says_note(line):
            return False
        blocks += is_note_start(line)
    return blocks > 0 and len(own) < 60
