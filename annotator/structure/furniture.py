"""What on a page is not what the letter says: page numbers, running heads, the margin's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.structure.labels import is_address, is_bare_label, is_small_print, is_unit, label_of
from annotator.structure.lines import Line, near
from annotator.structure.notes import says_note
from annotator.structure.offices import is_name, is_role
from annotator.structure.words import FUNCTION_WORDS
from annotator.structure.zones import is_closing

_PAGE_WORD = re.compile(
    r"^([A-Za-z0-9]{4,7})\W{0,2}\s?([\dlIiSO]{1,3})\s*(?:v\s?[a-z]{1,2}|/|\|)\s*[\dlIiSO]{1,3}\w?\W*$"
)
_PAGE_BARE = re.compile(
    r"^(?:pag(?:ina|\.)?|blad|p\.)\s*\d{1,3}\W*$|^[-–—\[(]?\s*\d{1,3}\s*[-–—\])]?$|^\d{1,3}\s*(?:/|van|\|)\s*\d{1,3}$",
    re.I,
)
# What printed papers have at their feet.
_PRINTED = re.compile(
    r"^(?:kst-[\dA-Z-]+\W*$|ISSN \d|[’']s-Gravenhage \d{4}\b|(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.{0,60}\d$)",
    re.I,
)
_DATE_ONLY = re.compile(r"^(?:datum:?\s*)?\d{1,2} [a-z]{3,9}\.? \d{4}$", re.I)
_LONGEST_SUBJECT = 4  # lines
_CODE_ONLY = re.compile(r"^(?=.*\d)[\w./ -]{3,30}$")


@dataclass
class Furniture:
    """Which lines are furniture (their indices), and where the text of a line ends if a margin runs into it."""

    lines: set[int] = field(default_factory=set)
    cut: dict[int, int] = field(default_factory=dict)


def is_page_number(line: Line) -> bool:
    """Tell whether the line is a page number, `Pagina 1 van 4` or what OCR makes of it (`Fagna 2vand`)."""
    if len(line.text) > 24:
        return False
    if (match := _PAGE_WORD.match(line.text)) and near(match[1].casefold(), "pagina", 3):
        return True
    if (
        re.match(r"(?i)^[pf]\w{3,5}a\s?\d", line.text)
        and len(line.text) < 18
        and (line.first_on_page or line.last_on_page)
    ):
        return True
    return bool(_PAGE_BARE.match(line.text)) and (
        line.last_on_page or line.first_on_page or line.text[:1] in "Pp"
    )


def find_furniture(
    lines: Sequence[Line], body: int, width: int, given: Sequence[tuple[int, int]] = ()
) -> Furniture:
    """Return the furniture in a letter's lines; `body` is the index of the first line behind the letterhead.

    `given` are spans that the source itself says are furniture.
    """
    found = Furniture({line.index for line in lines if is_page_number(line)})
    for line in lines:
        if any(start <= line.start and line.end <= end for start, end in given):
            found.lines.add(line.index)
    found.lines |= _running_heads(lines, body)
    head = {line.key for line in lines[:body] if len(line.key) > 4 and len(line.text) < 60}
    head -= _said_in_head(lines[:body])
    _find_margins(lines, body, width, head, found)
    _find_cuts(lines, body, found)
    return found


def _said_in_head(lines: Sequence[Line]) -> set[str]:
    """Return the keys of what the subject and the attachments say: they may be headings further on."""
    said: set[str] = set()
    left = 0
    for line in lines:
        label = label_of(line)
        if line.gap or is_unit(line) or is_address(line):
            left = 0
        if label is not None:
            left = _LONGEST_SUBJECT if label.role in ("subject", "attachments") else 0
        if left:
            said.add(line.key)
            left -= 1
    return said


def _running_heads(lines: Sequence[Line], body: int) -> set[int]:
    """Return the first and last lines of pages that come again on other pages, and those amidst a sentence."""
    edges = [line for line in lines if line.index >= body and len(line.text) < 100 and _at_edge(lines, line)]
    # The page's number may stand in the running head: `29 628, nr. 1043 2`.
    keys = {line.index: line.key.rstrip("0123456789") for line in edges}
    # `3 Kamerstuk 29 684, nr. 87` is a note, however much those of other pages are like it.
    again = {
        line.index
        for line in edges
        if not line.ends_sentence and not says_note(line) and _comes_again(line, edges, keys)
    }
    again |= {line.index for line in lines if _PRINTED.match(line.text)}
    for line in edges:
        if line.first_on_page and _interrupts(lines, line, body, again):
            again.add(line.index)
    return again


def _comes_again(line: Line, edges: Sequence[Line], keys: dict[int, str]) -> bool:
    """Tell whether the line stands at the edge of another page too, or what OCR made of it there."""
    key = keys[line.index]
    return len(key) > 5 and any(
        other.page != line.page and near(key, keys[other.index], min(3, len(key) // 9)) for other in edges
    )


def _at_edge(lines: Sequence[Line], line: Line) -> bool:
    near_first = line.first_on_page or (line.index > 0 and lines[line.index - 1].first_on_page)
    near_last = line.last_on_page or (line.index + 1 < len(lines) and lines[line.index + 1].last_on_page)
    return (near_first and line.page > 0) or near_last


def _interrupts(lines: Sequence[Line], line: Line, body: int, known: set[int]) -> bool:
    """Tell whether the line stands in a sentence that goes on from page to page."""
    before = next(
        (
            other
            for other in reversed(lines[body : line.index])
            if not is_page_number(other) and other.index not in known
        ),
        None,
    )
    after = next((other for other in lines[line.index + 1 :] if other.page == line.page), None)
    if before is None or after is None or line.starts_small or len(line.text) > 60:
        return False
    unfinished = not before.ends_sentence and before.text[-1:] not in ":;,)" and len(before.text) > 45
    return unfinished and after.starts_small and not line.ends_sentence


def _find_margins(lines: Sequence[Line], body: int, width: int, head: set[str], found: Furniture) -> None:
    """Mark the margin's lines: those that the letterhead has too, labels with their values, addresses."""
    marks = [_margin_mark(lines, line, head) if line.index >= body else 0 for line in lines]
    after_label = False
    for line in lines[body:]:
        if marks[line.index] == 3:
            after_label = True
        elif after_label and len(line.text) < 36 and not line.gap and _is_margin_value(line):
            marks[line.index] = max(marks[line.index], 2)
            after_label = False
        else:
            after_label = False
    for block in _blocks(lines, body):
        _mark_block(block, marks, width, found)
    # A line amidst the text that the letterhead has too, beside another one: the margin read with the text.
    for line in lines[body:]:
        if marks[line.index] >= 2 and any(
            marks[other] >= 2
            for other in range(max(body, line.index - 4), min(len(lines), line.index + 5))
            if other != line.index
        ):
            found.lines.add(line.index)
    _take_tops(lines, body, width, marks, found)
    _take_narrow_neighbours(lines, body, width, found)


def _take_tops(lines: Sequence[Line], body: int, width: int, marks: Sequence[int], found: Furniture) -> None:
    """Take the unit that stands above a label at the top of a page: `Directoraat-generaal` / `Ons kenmerk`."""
    for line in lines[body:]:
        on_top = line.first_on_page or (line.page > 0 and is_page_number(lines[line.index - 1]))
        if not (on_top and marks[line.index] and is_unit(line)):
            continue
        block = lines[line.index : line.index + 6]
        label = next((place for place, other in enumerate(block) if marks[other.index] == 3), None)
        if label and all(len(other.text) < 0.5 * width for other in block[:label]):
            found.lines.update(other.index for other in block[:label])


def _is_margin_value(line: Line) -> bool:
    bare = line.text.strip()
    return bool(_DATE_ONLY.match(bare) or _CODE_ONLY.match(bare) or is_address(line) or len(bare) < 4)


def _margin_mark(lines: Sequence[Line], line: Line, head: set[str]) -> int:
    """Return how much the line looks like the margin: 3 a label, 2 sure, 1 perhaps, 0 not."""
    if line.index and len(line.text) < 60:
        if is_bare_label(line) and (line.key not in ("bijlage", "bijlagen", "contact") or line.page == 0):
            return 3
        if _DATE_ONLY.match(line.text) and line.text[:1] in "Dd":
            return 2
        # `Minister van Defensie` below the letter is not `Ministerie van Defensie` above it, misread.
        if line.key in head or (not is_role(line) and _is_near(line.key, head)):
            return 2
        label = label_of(line)
        if (
            label
            and label.role in ("our_reference", "your_reference")
            and _is_code(line.text[label.value_at :])
        ):
            return 2
        if is_small_print(line):
            return 2
        if is_address(line) and len(line.text) < 45 and not line.ends_sentence and not line.starts_small:
            return 1
        if is_unit(line):
            return 1
    return 0


def _is_near(key: str, keys: set[str]) -> bool:
    return len(key) > 9 and any(near(key, other, min(2, len(key) // 10)) for other in keys)


def _is_code(text: str) -> bool:
    return len(text) < 30 and any(sign.isdigit() for sign in text)


def _blocks(lines: Sequence[Line], body: int) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines[body:]:
        if blocks and not line.gap and not line.first_on_page:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _mark_block(block: list[Line], marks: list[int], width: int, found: Furniture) -> None:
    """Take a whole block where most of it is margin and all of it is narrow."""
    narrow = all(len(line.text) < 0.62 * width for line in block)
    share = sum(len(line.text) for line in block if marks[line.index]) / max(
        1, sum(len(line.text) for line in block)
    )
    strong = any(marks[line.index] >= 2 for line in block) or sum(marks[line.index] > 0 for line in block) > 1
    if narrow and strong and share > 0.55:
        found.lines.update(line.index for line in block)


def _take_narrow_neighbours(lines: Sequence[Line], body: int, width: int, found: Furniture) -> None:
    """Take narrow blocks between or beside margin blocks: a margin that is read in several pieces."""
    blocks = _blocks(lines, body)
    for number, block in enumerate(blocks):
        if any(line.index in found.lines for line in block) or any(line.list_mark for line in block):
            continue
        if not all(len(line.text) < 0.48 * width for line in block) or any(map(_is_signed, block)):
            continue
        before, after = (
            blocks[other] if 0 <= other < len(blocks) and blocks[other][0].page == block[0].page else None
            for other in (number - 1, number + 1)
        )
        sides = [_is_margin(side, found) for side in (before, after)]
        between = sides == ["margin", "margin"] or (sides == ["margin", "page"] and len(block) > 1)
        goes_on = len(block) > 2 and block[1].starts_small and "margin" in sides
        if between or goes_on:
            found.lines.update(line.index for line in block)


def _is_signed(line: Line) -> bool:
    """Tell whether the line closes or signs a letter: the margin may stand beside it."""
    return is_closing(line) or (is_role(line) and line.text.endswith(",")) or is_name(line)


def _is_margin(block: list[Line] | None, found: Furniture) -> str:
    if block is None or block[0].index not in found.lines:
        return ""
    return "page" if is_page_number(block[0]) else "margin"


def _find_cuts(lines: Sequence[Line], body: int, found: Furniture) -> None:
    """Find where the margin's text runs into a line: `Tot slot Directoraat-generaal Agro`."""
    texts = {lines[index].text.casefold() for index in found.lines if len(lines[index].text) > 5}
    texts |= {line.text.casefold() for line in lines[:body] if len(line.text) > 5 and is_unit(line)}
    texts |= {"ons kenmerk", "uw kenmerk", "onze referentie"} if texts else set()
    for line in lines[body:]:
        if line.page == 0 or line.index in found.lines:
            continue
        low = line.text.casefold()
        for tail in texts:
            if len(low) > len(tail) + 3 and low.endswith(tail) and low[-len(tail) - 1] in " _":
                rest = line.text[: -len(tail)].rstrip(" _—-–")
                if rest.rpartition(" ")[2].casefold() in FUNCTION_WORDS:
                    continue  # `de Directie Juridische Zaken`: the text itself speaks of it
                # `meegeno- ons kenmerk`: the hyphen is the word's.
                if line.text[len(rest) : len(rest) + 1] == "-":
                    rest += "-"
                found.cut[line.index] = min(found.cut.get(line.index, len(line.text)), len(rest))
