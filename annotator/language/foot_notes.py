"""Figures that are marks of notes in plain text: `kosten1`, `20192`, `nr. 3474` above the notes 1 to 4.

Plain text has no raised digits: a mark stands behind its word or number as one figure more. Which figures are
marks, the numbered notes at the foot of the page or the end of the letter tell: each has a mark in the text
above it, in the same order. A note may be used twice, an annex may count anew, and the first may have any
number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import NamedTuple

from annotator.language.mark_signs import DIGITS, SUPERSCRIPTS

# A note, or its number on a line of its own: `2 De torpedo`, `12.` above `Zie ook`.
_NOTE = re.compile(
    rf"(?m)^[^\S\n]*(?P<number>\d{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})[.)]?(?:[^\S\n]+|[^\S\n]*\n\s*)"
    r"(?=[^\W_a-z\d]|[\"'“‘„(]|[a-z]{3})"
)
_MOST_LINES = 12  # of a note
_CLOSING = r".,;:!?)\]\"'’”»"
_FIGURE = re.compile(rf"(?P<figures>\d+|[{SUPERSCRIPTS}]+)(?=[{_CLOSING}]*(?:\s|\Z))")
_SURE, _LIKELY, _PERHAPS = 3.0, 1.5, 0.5
_MOST_OF_A_NUMBER = 200
_LONGEST_WORD = 60
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|march|may|june|july|august|october)"
)
# What a number follows: the blank between them may be lost.
_NUMBERED = re.compile(
    r"(?i)(?:bijlagen?|artikel(?:en)?|lid|vraag|vragen|motie|pagina|tabel|figuur|fase|hoofdstuk|paragraaf|punt|nummers?|"
    r"scenario|variant|annex|deel|categorie|groep|route|kwartaal|week|jaar|horizon|type|klasse|niveau|zone|blz|art|nrs?|"
    r"versie|covid|formule|stap|spoor|pijler|lijn|afdeling|kamer|sectie|article|section|question|table|figure|page)\Z"
)
_WORD = re.compile(r"[^\W\d_]+\Z")
_WORD_AND_STOP = re.compile(r"(?P<word>[^\W\d_]{4,})[.,;:!?]?[)\]\"'’”»]?\Z|\w[)\]”»][.,;:!?]?\Z|%\Z")
_NUMBER_AND_STOP = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|(?:19|20)\d\d)\.\Z"
)  # `€ 1.247.750.1`, `2018.4`
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_YEAR = re.compile(
    r"(?i)(?:postbus|kamerstuk(?:ken)?|nrs?\.?|nummer|tel\.?|telefoon|kenmerk|dossier|€|\d)\s*\Z"
)
_BEFORE_YEAR = re.compile(
    rf"(?i)(?:{_MONTH}|\d[-/–]|\b(?:in|van|sinds|tot|per|eind|begin|medio|jaar|sinds|en|voor|vanaf)) ?\Z"
)


class FigureMark(NamedTuple):
    """A figure that is a mark: its place, its number, how likely, and where the word it hangs on starts."""

    start: int
    end: int
    number: int
    likely: float
    word_start: int


@dataclass(frozen=True, slots=True)
class FootNotes:
    """What a text's numbered notes tell: the marks in plain figures, and where numbers of notes stand."""

    marks: tuple[FigureMark, ...] = ()
    read_well: frozenset[int] = field(
        default_factory=frozenset
    )  # marks and numbers of notes, by their starts


class _Note(NamedTuple):
    number: int
    start: int
    end: int


class _Candidate(NamedTuple):
    start: int
    number: int
    end: int
    word_start: int
    weight: float
    raised: bool


_ByNumber = Mapping[int, Sequence[_Candidate]]


@dataclass(frozen=True, slots=True)
class _Way:
    """Marks that were chosen one behind the other: where the last one ends, and what speaks for them."""

    end: int
    weight: float
    last: _Candidate | None = None
    before: _Way | None = None


def foot_notes(text: str) -> FootNotes:
    """Return the marks and notes of a text."""
    notes = [
        _Note(int(match["number"].translate(DIGITS)), *match.span("number")) for match in _NOTE.finditer(text)
    ]
    candidates = _candidates(text, frozenset(note.number for note in notes)) if notes else {}
    marks: list[FigureMark] = []
    # Numbers that rise by one are right, whatever they number.
    read_well = {note.start for pair in _rising(notes) for note in pair}
    above = 0
    for block in _blocks(text, notes):
        found = _marks_of([note.number for note in block], candidates, above, block[0].start)
        if found:
            marks += (_figure(mark) for mark in found if not mark.raised)
            read_well.update(mark.start for mark in found)
            read_well.update(note.start for note in block)
            above = block[-1].end
    return FootNotes(tuple(sorted(marks)), frozenset(read_well))


def _rising(notes: Sequence[_Note]) -> Iterator[tuple[_Note, _Note]]:
    return ((one, other) for one, other in pairwise(notes) if other.number == one.number + 1)


def _figure(mark: _Candidate) -> FigureMark:
    likely = 0.93 if mark.weight >= _SURE else 0.85 if mark.weight >= _LIKELY else 0.6
    return FigureMark(mark.start, mark.end, mark.number, likely, mark.word_start)


def _blocks(text: str, notes: Sequence[_Note]) -> Iterator[list[_Note]]:
    """Yield the blocks of notes that stand below each other and rise by one."""
    block: list[_Note] = []
    for note in notes:
        follows = block and note.number == block[-1].number + 1
        if follows and text.count("\n", block[-1].start, note.start) <= _MOST_LINES:
            block.append(note)
            continue
        if block:
            yield block
        block = [note] if note.number and _is_first(text, note) else []
    if block:
        yield block


def _is_first(text: str, note: _Note) -> bool:
    """Tell whether a block may begin here: below a blank line, the end of a sentence, or with a capital."""
    before = text[max(0, note.start - 200) : note.start].rstrip(" \t")
    ended = not before.strip() or before.endswith("\n\n") or before.rstrip("\n")[-1:] in ".:!?_-–—"
    return ended or not text[note.end + 1 : note.end + 2].islower()


def _marks_of(numbers: Sequence[int], of_all: _ByNumber, above: int, below: int) -> list[_Candidate]:
    """Return the marks of some notes between two places; none where the lines are no notes."""
    by_number = {number: _between(of_all.get(number, ()), above, below) for number in numbers}
    chosen = _in_order(numbers, by_number)
    sure = sum(mark.weight >= _LIKELY for mark in chosen)
    if not any(mark.weight >= _SURE for mark in chosen) or 2 * sure < len(numbers):
        return []
    # Where a note's mark may as well have been misread, a number that happens to end in it proves nothing.
    clean = sure >= 2 and sure >= len(numbers) - 1
    kept = [
        mark
        for mark in chosen
        if mark.weight >= _LIKELY or (clean and _is_alone(mark, chosen, by_number[mark.number]))
    ]
    places = {mark.start for mark in kept}
    all_of_them = chain.from_iterable(by_number.values())
    again = [mark for mark in all_of_them if mark.weight >= _SURE and mark.start not in places]
    return sorted(_disjoint([*kept, *again]))


def _disjoint(marks: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield the marks of which each has figures of its own: of `kosten12` it is 12 or 2."""
    ends: set[int] = set()
    for mark in marks:
        if mark.end not in ends:
            ends.add(mark.end)
            yield mark


def _between(candidates: Sequence[_Candidate], above: int, below: int) -> Sequence[_Candidate]:
    """Return those between two places, of very many the last."""
    first, end = (bisect_left(candidates, place, key=lambda one: one.start) for place in (above, below))
    return candidates[max(first, end - _MOST_OF_A_NUMBER) : end]


def _is_alone(mark: _Candidate, chosen: Sequence[_Candidate], same: Sequence[_Candidate]) -> bool:
    """Tell whether no other figure could be the mark between those before and behind it."""
    before = max((other.start for other in chosen if other.start < mark.start), default=-1)
    behind = min((other.start for other in chosen if other.start > mark.start), default=1 << 60)
    return sum(before < other.start < behind for other in same) == 1


def _in_order(numbers: Sequence[int], by_number: Mapping[int, Sequence[_Candidate]]) -> list[_Candidate]:
    """Return at most one mark for each number, in the order of both, with the most weight together."""
    # The best ways so far, each to another place: those that end later weigh more.
    best = [_Way(-1, 0.0)]
    for number in numbers:
        added = []
        for candidate in by_number[number]:
            before = best[bisect_right(best, candidate.start, key=lambda way: way.end) - 1]
            added.append(_Way(candidate.end, before.weight + candidate.weight, candidate, before))
        best = _worth_keeping([*best, *added])
    way: _Way | None = best[-1]
    chosen: list[_Candidate] = []
    while way is not None and way.last is not None:
        chosen.append(way.last)
        way = way.before
    return chosen[::-1]


def _worth_keeping(ways: list[_Way]) -> list[_Way]:
    """Leave out each way that ends later than another one and weighs no more."""
    kept: list[_Way] = []
    for way in sorted(ways, key=lambda way: (way.end, -way.weight)):
        if not kept or way.weight > kept[-1].weight:
            kept.append(way)
    return kept


def _candidates(text: str, numbers: frozenset[int]) -> _ByNumber:
    """Return the figures that may be marks of notes with one of the numbers, by number, in order."""
    found: dict[int, list[_Candidate]] = {}
    for match in _FIGURE.finditer(text):
        figures, start, end = match["figures"], match.start(), match.end()
        word_start = _word_start(text, start)
        if figures[0] in SUPERSCRIPTS:
            number = int(figures[:3].translate(DIGITS))
            if number in numbers and word_start < start:
                found.setdefault(number, []).append(
                    _Candidate(start, number, end, word_start, _SURE + 1, True)
                )
            continue
        for length in range(1, min(3, len(figures)) + 1):
            number = int(figures[-length:])
            if figures[-length] == "0" or number not in numbers:
                continue
            weight = _weight(text, word_start, end - length, figures[:-length])
            if weight:
                found.setdefault(number, []).append(
                    _Candidate(end - length, number, end, word_start, weight, False)
                )
    return found


def _word_start(text: str, at: int) -> int:
    least = max(0, at - _LONGEST_WORD)
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _weight(text: str, word_start: int, at: int, rest: str) -> float:
    """Return how much speaks for a mark at a place, behind figures `rest` of its word; 0 where nothing."""
    word = text[word_start:at]
    if rest:
        return _behind_figures(text[max(0, word_start - 20) : word_start], word, rest)
    if not word:
        return 0.0
    letters = _WORD.search(word)
    if letters:
        lost_blank = _NUMBERED.search(word)
        long = len(letters[0]) >= 4 or (len(letters[0]) >= 3 and letters[0] == word)
        return (
            _SURE if long and word[-2:].islower() and not lost_blank else _PERHAPS if len(word) > 1 else 0.0
        )
    if _NUMBER_AND_STOP.search(word):
        return _LIKELY
    behind = _WORD_AND_STOP.search(word)
    if behind is None or (behind["word"] and _NUMBERED.search(behind["word"])):
        return 0.0
    return _SURE


def _behind_figures(before: str, word: str, rest: str) -> float:
    # Groups of three figures: `2.5006`, `28 6764`.
    if len(rest) == 3 and re.search(r"(?<![\d,])\d{1,3}(?:\.\d{3})*\.\d{3}\Z", word):
        return _SURE
    if len(rest) == 3 and word == rest and re.search(r"(?<![\d.,-])\d{1,2} \Z", before):
        return _LIKELY
    # Cents: `€ 2,505`.
    if re.search(r"\d,\d\d\Z", word) and re.search(
        r"(?:€|EUR)\s?\Z", before + word[: word.index(",")].rstrip("0123456789.")
    ):
        return _LIKELY
    ends_in_year = _YEAR.fullmatch(rest) and re.fullmatch(r"(?:.*\d[-/–])?", word.removesuffix(rest))
    if ends_in_year and not _NO_YEAR.search(before):
        return _SURE if word != rest or _BEFORE_YEAR.search(before) else _LIKELY
    if word == rest and re.search(r"(?i)\bnrs?\.? \Z|\bnummers? \Z", before):
        return _LIKELY if len(rest) <= 3 else _SURE
    return _PERHAPS if len(word) == len(rest) and len(rest) <= 3 else 0.0
