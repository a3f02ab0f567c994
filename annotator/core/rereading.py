"""A letter's source is read anew: what becomes of the text that analysts corrected.

Three texts are held against each other: what the OCR read, the text, and the new reading. Where nobody
decided anything, the new reading counts. Where an analyst corrected, or said that a word is right, the
analyst's words stay; what the new reading says there becomes the OCR's side of the correction. A correction
that the new reading agrees with is not needed any more.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.core.history import Correction, Hunk, replaced
from annotator.core.in_force import InForce
from annotator.core.signs import BLANKS, LINE_END_HYPHENS
from annotator.core.text import Span, pieces
from annotator.core.text_alignment import Edit, SameWords, edits

_RIGHT = ("here", "always")


class Decided(NamedTuple):
    """A stretch of the text that an analyst decided on: `before` is what the OCR read there.

    `made` says who did it, and how; `row` is the place of the correction in the list of those in force, -1
    where a verdict was given.
    """

    span: Span
    before: str
    made: InForce
    row: int


@dataclass(frozen=True, slots=True)
class Rereading:
    """What a new reading makes of a letter.

    `taken` are the places of the text that become what the new reading says, `text` is what comes of it, and
    `corrections` lead from the new reading to it. Of the corrections that were in force, by their place in
    the list, `agreed` are not needed any more, `kept` stay, and `disputed` stay although the new reading says
    a third thing. `doubtful` are the new corrections to which that happened.
    """

    taken: tuple[Correction, ...]
    text: str
    corrections: tuple[InForce, ...]
    agreed: tuple[int, ...]
    kept: tuple[int, ...]
    disputed: tuple[int, ...]
    doubtful: tuple[InForce, ...]


def reread(letter: Letter, new: str, same: SameWords | None = None) -> Rereading:
    """Hold the letter against a new reading of its source, a text in the form that the model keeps.

    `same` are the words that the OCR text has in common with it, where that is known already.
    """
    decisions = _Decisions(letter)
    same = SameWords(letter.ocr_text, new) if same is None else same
    found = list(_differences(letter, new, decisions, same))
    beside = _Beside(letter.text, new, decisions, [edit for edit, _ in found])
    building = _Building(letter.text, new)
    for edit, unchanged in found:
        owners = [unchanged] if unchanged is not None else beside.owners(edit)
        if owners:
            building.keep(edit, owners, is_disputed=unchanged is None and beside.is_third(edit, owners))
        else:
            building.take(edit)
    return building.finished(len(letter.corrections))


def _differences(
    letter: Letter, new: str, decisions: _Decisions, same: SameWords
) -> Iterator[tuple[Edit, Decided | None]]:
    """Yield what differs, with the correction that the whole of it is, where the reading says what the OCR
    did.

    What lies between two such corrections is aligned for itself.
    """
    at, new_at = 0, 0
    for decided in decisions.corrections:
        place = same.moved(Span(decided.made.ocr_start, decided.made.ocr_end))
        if place is not None and place.start >= new_at:
            start, end = decided.span
            yield from _stretch(letter.text, new, (at, start, new_at, place.start), decisions)
            yield Edit(start, end, *place, decided.span), decided
            at, new_at = end, place.end
    yield from _stretch(letter.text, new, (at, len(letter.text), new_at, len(new)), decisions)


def _stretch(
    text: str, new: str, bounds: tuple[int, int, int, int], decisions: _Decisions
) -> Iterator[tuple[Edit, None]]:
    start, end, new_start, new_end = bounds

    def wants(place: Span, has_more: bool) -> bool:
        return decisions.wants(Span(start + place.start, start + place.end), has_more)

    def before(offset: int) -> str:
        return decisions.words_before.get(start + offset, "")

    for a, b, c, d, reach in edits(text[start:end], new[new_start:new_end], wants, before):
        there = Span(start + reach.start, start + reach.end)
        yield Edit(start + a, start + b, new_start + c, new_start + d, there), None


class _Decisions:
    """What analysts decided on in the text of a letter, found by its place."""

    def __init__(self, letter: Letter) -> None:
        self._text = letter.text
        found = [
            Decided(span, letter.ocr_text[row.ocr_start : row.ocr_end], row, index)
            for index, (span, row) in enumerate(
                zip(letter.correction_spans(), letter.corrections, strict=True)
            )
        ]
        self.corrections = tuple(found)
        # Of words that were corrected to a word, by where they stand: what they were.
        self.words_before = {
            each.span.start: words[0]
            for each in found
            if len(words := _words(each.before)) == len(_words(each.made.after)) == 1
        }
        found += _judged_right(letter, [each.span for each in found])
        self._all = sorted(found, key=lambda each: each.span)
        self._ends = [each.span.end for each in self._all]

    def wants(self, place: Span, has_more: bool) -> bool:
        """Tell whether something was decided on where a reading has other words."""
        return bool(self.shrinking(place) if has_more else self.meeting(place))

    def meeting(self, place: Span) -> list[Decided]:
        """Return what overlaps a place."""
        return [each for each in self.near(place) if _meets(each, place)]

    def shrinking(self, place: Span) -> list[Decided]:
        """Return what touches a place and took words away."""
        return [each for each in self.near(place) if _shrinks(each)]

    def near(self, place: Span) -> list[Decided]:
        """Return what touches a place."""
        first = bisect.bisect_left(self._ends, place.start)
        last = first
        while last < len(self._all) and self._all[last].span.start <= place.end:
            last += 1
        return self._all[first:last]


class _Beside:
    """A text beside another reading: whose is each difference, and did the OCR say the same before?"""

    def __init__(self, text: str, new: str, decisions: _Decisions, found: Sequence[Edit]) -> None:
        self._text, self._new = text, new
        self._decisions = decisions
        self._edits = found
        self._starts = [edit.start for edit in found]
        self._ends = [edit.end for edit in found]

    def owners(self, edit: Edit) -> list[Decided]:
        """Return what was decided on where the other reading differs; none where nobody decided anything."""
        said, other = self._text[edit.start : edit.end], self._new[edit.new_start : edit.new_end]
        place = Span(edit.start, edit.end)
        if not said.strip() and not other.strip():
            return self._owners_of_spaces(edit, place)
        found = self._decisions.meeting(place)
        if not found and len(_words(other)) > len(_words(said)):
            found = self._decisions.shrinking(edit.reach)
        return found

    def _owners_of_spaces(self, edit: Edit, place: Span) -> list[Decided]:
        """White space is the paper's, but where it was corrected and the paper still has it so."""
        near = [each for each in self._decisions.near(place) if each.row >= 0]
        if not near:
            return []
        before, other = self._wide(edit, near)
        if _spaces(before) == _spaces(other):
            return near
        return [each for each in near if _words(each.before) == _words(each.made.after)]

    def is_third(self, edit: Edit, owners: Sequence[Decided]) -> bool:
        """Tell whether a reading says neither what the OCR did before, nor what the analyst does."""
        said, other = self._text[edit.start : edit.end], self._new[edit.new_start : edit.new_end]
        if _unbroken(said) == _unbroken(other) or all(each.row < 0 for each in owners):
            return False
        before, wide = self._wide(edit, owners)
        old = _words(before)
        return old != _words(wide) and not _holds(old, _words(other))

    def _wide(self, edit: Edit, owners: Sequence[Decided]) -> tuple[str, str]:
        """Return what the OCR read before, and the other reading says, where all of the owners stand."""
        low, high = min(edit.start, owners[0].span.start), max(edit.end, owners[-1].span.end)
        while True:
            cut = [edit for edit in self._edits_at(low, high) if edit.start < low or edit.end > high]
            inside = [each for each in self._decisions.near(Span(low, high)) if each.row >= 0]
            met = [each for each in inside if _meets(each, Span(low, high))]
            wider = (
                min([low, *(edit.start for edit in cut), *(each.span.start for each in met)]),
                max([high, *(edit.end for edit in cut), *(each.span.end for each in met)]),
            )
            if wider == (low, high):
                break
            low, high = wider
        parts, at = list[str](), low
        for each in inside:
            parts += [self._text[at : each.span.start], each.before]
            at = each.span.end
        return "".join((*parts, self._text[at:high])), self._new[self._moved(low, 0) : self._moved(high, 1)]

    def _edits_at(self, low: int, high: int) -> Sequence[Edit]:
        return self._edits[bisect.bisect_right(self._ends, low) : bisect.bisect_left(self._starts, high)]

    def _moved(self, offset: int, bound: int) -> int:
        """Return where a bound outside of edits stands in the other reading; 0 opens a stretch, 1 closes."""
        behind = bisect.bisect_right(self._ends, offset) if bound else bisect.bisect_left(self._ends, offset)
        if not bound and behind < len(self._edits) and self._edits[behind].start < offset:
            behind += 1
        if not behind:
            return offset
        last = self._edits[behind - 1]
        return last.new_end + offset - last.end


def _spaces(text: str) -> list[str]:
    return [piece for piece in pieces(text) if piece.isspace()]


def _judged_right(letter: Letter, taken: Sequence[Span]) -> list[Decided]:
    """Return the words that an analyst said are right as they stand, outside of corrections."""
    starts = [span.start for span in taken]
    found = []
    for uid, verdict in letter.verdicts.items():
        span = letter.spans[uid]
        said = letter.text[span.start : span.end]
        if verdict.verdict not in _RIGHT or said != verdict.reading or not said:
            continue
        near = taken[
            max(0, bisect.bisect_left(starts, span.start) - 1) : bisect.bisect_right(starts, span.end)
        ]
        if not any(span.start < other.end and other.start < span.end for other in near):
            made = InForce(0, 0, said, analyst=verdict.analyst, made_at=verdict.made_at)
            found.append(Decided(span, said, made, -1))
    return _apart(found)


def _apart(found: list[Decided]) -> list[Decided]:
    """Leave out what overlaps one before it: the same word may have been judged twice."""
    kept: list[Decided] = []
    for each in sorted(found, key=lambda each: each.span):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return kept


def _meets(decided: Decided, place: Span) -> bool:
    return decided.span.start < place.end and place.start < decided.span.end


def _shrinks(decided: Decided) -> bool:
    """Tell whether words were taken away: a reading that has them says what the analyst struck out."""
    return len(_words(decided.before)) > len(_words(decided.made.after))


def _words(text: str) -> list[str]:
    return [piece for piece in pieces(text) if not piece.isspace()]


def _holds(words: list[str], part: list[str]) -> bool:
    """Tell whether some words stand in others, without a gap."""
    return bool(part) and any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def _unbroken(text: str) -> str:
    """Return the text without the hyphens of broken words, and with single spaces."""
    return " ".join("".join(_line_end().split(text)).split())


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(f"[{LINE_END_HYPHENS}][ {BLANKS}]*\n\\s*")


class _Kept(NamedTuple):
    """A stretch of the new reading that goes on to read as the analyst had it."""

    new_start: int
    new_end: int
    after: str
    made: InForce
    is_disputed: bool


class _Building:
    """Puts together what a new reading makes of a text, from its first difference to its last."""

    def __init__(self, text: str, new: str) -> None:
        self._text, self._new = text, new
        self._taken: list[Correction] = []
        self._kept: list[_Kept] = []
        self._fates: dict[int, bool] = {}  # of each correction that meets a difference: is it disputed?

    def take(self, edit: Edit) -> None:
        """Read a place as the new reading does."""
        before, after = self._text[edit.start : edit.end], self._new[edit.new_start : edit.new_end]
        if self._taken and self._taken[-1].end == edit.start:
            last = self._taken.pop()
            before, after = last.before + before, last.after + after
        self._taken.append(Correction(edit.end - len(before), edit.end, before, after))

    def keep(self, edit: Edit, owners: Sequence[Decided], *, is_disputed: bool) -> None:
        """Leave a place as the analyst had it."""
        for each in owners:
            self._fates[each.row] = self._fates.get(each.row, False) or is_disputed
        after = self._text[edit.start : edit.end]
        made = next((each for each in owners if each.row >= 0), owners[0]).made
        kept = _Kept(edit.new_start, edit.new_end, after, made, is_disputed)
        if self._kept and _are_one(self._kept[-1], kept):
            last = self._kept.pop()
            both = last.is_disputed or is_disputed
            kept = _Kept(last.new_start, kept.new_end, last.after + after, last.made, both)
        self._kept.append(kept)

    def finished(self, count: int) -> Rereading:
        """Return what came of it; `count` corrections were in force."""
        rows = [replace(k.made, ocr_start=k.new_start, ocr_end=k.new_end, after=k.after) for k in self._kept]
        return Rereading(
            tuple(self._taken),
            replaced(self._text, hunks_of_taken(self._taken)),
            tuple(rows),
            tuple(index for index in range(count) if index not in self._fates),
            tuple(index for index in range(count) if self._fates.get(index) is False),
            tuple(index for index in range(count) if self._fates.get(index) is True),
            tuple(row for row, kept in zip(rows, self._kept, strict=True) if kept.is_disputed),
        )


def _are_one(first: _Kept, second: _Kept) -> bool:
    """Tell whether two that touch must be one: where one has no width their order could not be told."""
    thin = any(k.new_start == k.new_end or not k.after for k in (first, second))
    return first.new_end == second.new_start and (thin or first.made is second.made)


def hunks_of_taken(taken: Sequence[Correction]) -> tuple[Hunk, ...]:
    """Return what was taken of another reading as hunks: it is made of whole words, and does not touch."""
    return tuple(Hunk(made.start, made.before, made.after) for made in taken)
