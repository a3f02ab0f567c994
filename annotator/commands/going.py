"""Going through the letter by paragraphs, so that headings are a key or two apart."""

from __future__ import annotations

import re

from annotator.commands.command import CONTEXT, Workbench, letter_of
from annotator.core.document import Letter
from annotator.core.heading_lines import heading_at
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span

# A line that has words; what stands before its first word is not where the caret should go.
_LINE = re.compile(r"^[^\S\n]*(?=\S)", re.MULTILINE)


def previous_paragraph(bench: Workbench) -> None:
    """Go to the start of this paragraph, or of the one before."""
    letter = letter_of(bench)
    if letter is not None:
        _go(bench, [at for at in paragraph_starts(letter.text, 0, bench.caret()) if at < bench.caret()][-1:])


def next_paragraph(bench: Workbench) -> None:
    """Go to the next paragraph; at the last one to the letter's end."""
    letter = letter_of(bench)
    if letter is not None:
        caret = bench.caret()
        while letter.text[caret : caret + 1] in (" ", "\t"):  # in front of a line's first word
            caret += 1
        later = [at for at in paragraph_starts(letter.text, caret) if at > caret]
        _go(bench, later[:1] or [len(letter.text)])


def _go(bench: Workbench, places: list[int]) -> None:
    if places and Span(places[0], places[0]) != bench.selection():
        bench.select(Span(places[0], places[0]))
        return
    text = QT_TRANSLATE_NOOP("Command", "The letter goes no further this way.")
    bench.say(Message(CONTEXT, text))


def paragraph_starts(text: str, low: int, high: int | None = None) -> list[int]:
    """Return where paragraphs start between two offsets: lines behind a blank one, and what looks like a
    heading although none stands before it (`vervolgstappen.⏎Afschrikking en verdediging`)."""
    found = []
    for match in _LINE.finditer(text, low, len(text) if high is None else high):
        start = match.start()
        before = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start]
        if not before.strip() or heading_at(text, start) is not None:
            found.append(match.end())
    return found


_LINE_OR_PAGE = re.compile(
    r"(?P<page>p|pp|pg|pag|pagina|page|blz|bladzijde)\.?\s*(?P<p>\d{1,9})"
    r"|(?:(?:r|regel|l|line|lijn)\.?\s*|[:#])?(?P<l>\d{1,9})",
    re.IGNORECASE,
)


def asked_place(text: str) -> tuple[str, int] | None:
    """Return what `12`, `regel 12`, `p3` or `pagina 3` asks for: ("line" or "page", its number from 1)."""
    found = _LINE_OR_PAGE.fullmatch(text.strip())
    if found is None:
        return None
    return ("page", int(found["p"])) if found["page"] else ("line", int(found["l"]))


def offset_of(letter: Letter, kind: str, number: int) -> int:
    """Return where a line (by its number on paper) or a page starts; the last one where there are fewer."""
    if kind == "page":
        starts = letter.page_starts() or [0]
        return starts[min(max(1, number), len(starts)) - 1]
    numbers = letter.line_numbers()
    line = next((i for i, n in enumerate(numbers) if n >= number), len(numbers) - 1)
    at = 0
    for _ in range(line):
        at = letter.text.index("\n", at) + 1
    return at
