"""A text with one paragraph a line, broken into lines of a page: sign for sign as long as it was.

Word saves text like that, and so do archives. What a letter's parts look like is told by its lines.
"""

from __future__ import annotations

import re

from annotator.structure.offices import OFFICE_AND_NAME

_LONGEST = 150  # signs: no page has longer lines
_SHARE = 0.3  # of the text stands in longer ones: a line is a paragraph
_WIDTH = 90
# A signature that the last paragraph runs into: `… te onderwerpen. De Minister van Buitenlandse Zaken,`
_RUN_IN = re.compile(
    r"(?<=[.!?)])[ \t](?=De (?:Minister|Staatssecretaris)(?:-President)?\b[^.:;]{0,80}(?:,|, [A-Z]\.[^,;]{2,40})$)"
)


def wrapped(text: str) -> str:
    """Return the text with blanks turned to line breaks, where its lines are paragraphs; else as it is.

    The name behind the office of who signs gets a line of its own in any letter.
    """
    lines = OFFICE_AND_NAME.sub(lambda match: f"{match['office']}\n", text).split("\n")
    if sum(len(line) for line in lines if len(line) > _LONGEST) > _SHARE * len(text):
        lines = ["\n".join(_broken(line)) for line in lines]
    return "\n".join(lines)


def _broken(paragraph: str) -> list[str]:
    """Return the lines of a paragraph; joined by one sign they are as long as it is."""
    found: list[str] = []
    for piece in _RUN_IN.split(paragraph):
        start = 0
        while len(piece) - start > _WIDTH and (cut := _cut(piece, start)) > start:
            found.append(piece[start:cut])
            start = cut + 1
        found.append(piece[start:])
    return found


def _cut(piece: str, start: int) -> int:
    """Return the blank to break at for the line that begins at `start`, -1 without one."""
    cut = piece.rfind(" ", start + 1, start + _WIDTH)
    while cut > start and piece[cut - 1] == "-":  # `voor- en nadelen`: no word that the page breaks
        cut = piece.rfind(" ", start + 1, cut)
    return cut if cut > start else piece.find(" ", start + _WIDTH)
