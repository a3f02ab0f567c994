"""Where a letter begins to speak: behind its letterhead, its salutation, or the place and date of a printed paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.structure.found_dates import dateline
from annotator.structure.labels import is_address, is_small_print, is_unit, label_of
from annotator.structure.lines import Line
from annotator.structure.words import FUNCTION_WORDS
from annotator.structure.zones import is_prose, is_salutation

# Lines that letterheads have, those of printed papers too.
_HEAD_SIGN = re.compile(
    r"^(?:(?:tweede|eerste) kamer der staten|vergaderjaar \d{4}|nr\.? ?\w{1,4} (?:brief|verslag|lijst)|(?:aan )?(?:de )?voorzitter van"
    r"|aan de (?:leden|voorzitter)|[\w’'-]+(?: [A-Z]\w+)?,? \d{1,2} [a-z]{3,9} \d{4}\W*$)",
    re.I,
)
_DATE_LINE = re.compile(r"^(?:[\w’'-]+(?: [A-Z]\w+)?,? )?\d{1,2}[ -](?:[a-z]{3,9}|\d{1,2})[ -]\d{4}$", re.I)
_PAPER = re.compile(
    r"^(?:(?:zitting|vergaderjaar)\b.*\d{4}|(?:brief|nota|memorie) van (?:de|den|het)\b|(?:tweede|eerste) kamer der staten)",
    re.I,
)
_TO = re.compile(r"^aan\b", re.I)
_HEAD_LINES = 140
_SAME = 22  # letters: two lines that begin with the same ones say the same
_DATELINE_BY = 40  # lines: a letterhead is no longer


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the letter begins to speak: lines by their index; None where there is none."""

    salutation: int | None
    body: int
    has_letterhead: bool


def find_opening(lines: Sequence[Line], width: int) -> Opening:
    """Return where the letter's own text begins, and whether a letterhead and a salutation stand before it."""
    first_pages = [line for line in lines if line.page < 2][:_HEAD_LINES]
    prose = _first_prose(lines, width)
    for line in first_pages:
        # Behind the first paragraph a line that begins so is no salutation any more.
        if prose is not None and line.index > prose + 3:
            break
        if is_salutation(line):
            return Opening(line.index, _body_after(lines, line.index, width), line.index > 0)
    behind = _behind_dateline(lines, prose, width)
    if behind is not None:
        return Opening(None, behind, True)
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


def _behind_dateline(lines: Sequence[Line], prose: int | None, width: int) -> int | None:
    """Return the first line of the text behind `Den Haag, 3 mei 1985`, where a letterhead or a printed paper's head ends so."""
    for line in lines[1:_DATELINE_BY]:
        if dateline(line.text) is None or label_of(lines[line.index - 1]) is not None:
            continue
        head = lines[: line.index]
        paper = any(_PAPER.match(other.text) for other in head)
        if paper or (prose is not None and line.index < prose and line.index > 2):
            body = _body_after(lines, line.index, width)
            return body if paper or prose is None else max(body, _past_labels(lines, line.index, body, prose))
    return None


def _past_labels(lines: Sequence[Line], first: int, body: int, prose: int) -> int:
    """Return the first paragraph where labels stand behind the date, else the body as it was found."""
    return prose if any(label_of(line) is not None for line in lines[first:prose]) else body


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
        if line.index in subject or is_small_print(line) or _goes_on_in_print(lines, line):
            continue
        opens = line.starts_large and is_prose(line, width) and not (after.gap and not after.starts_small)
        if opens and (after.starts_small or is_prose(after, width)):
            return line.index
    return None


def _goes_on_in_print(lines: Sequence[Line], line: Line) -> bool:
    return line.index > 0 and not line.gap and is_small_print(lines[line.index - 1])


def _subject_lines(lines: Sequence[Line], width: int) -> set[int]:
    """Return the lines that the subject goes on in, behind its label or in a block of values below labels."""
    found: set[int] = set()
    for line in lines[:_HEAD_LINES]:
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
        found |= _said_again(
            lines, line.text[label.value_at :] or lines[min(line.index + 1, len(lines) - 1)].text
        )
    return found


def _said_again(lines: Sequence[Line], subject: str) -> set[int]:
    """Return the lines of the letterhead that say the subject once more, as a page's next box does."""
    begins = re.sub(r"[\W_]+", "", subject).casefold()[:_SAME]
    found: set[int] = set()
    for line in lines[:_HEAD_LINES] if len(begins) == _SAME else ():
        again = line.key.startswith(begins) and label_of(line) is None
        if again or (line.index - 1 in found and not line.gap):
            found.add(line.index)
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
        if not line.has_letters or label_of(line) is not None or is_address(line) or _TO.match(line.text):
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
