"""Going through the suspects: where the next one is, and what accepting, leaving and judging do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core import history, operations
from annotator.core.document import Letter, Stamp
from annotator.core.folding import has_line_break
from annotator.core.history import Correction, Delta
from annotator.core.hyphens import join_broken_word
from annotator.core.text import Span, is_word_character
from annotator.language.interface import Suspect


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """A stretch that the correction box is open on, with what the language part said of it, if it did."""

    start: int
    end: int
    reading: str
    suspect: Suspect | None = None

    @property
    def kind(self) -> str:
        """The correction kind that accepting another reading here has."""
        if self.suspect is not None:
            return self.suspect.kind
        return "hyphen" if has_line_break(self.reading) else "word"


def next_suspect(suspects: Sequence[Suspect], offset: int) -> Suspect | None:
    """Return the first suspect that starts at or after the offset; behind the last, the first of all."""
    later = [s for s in suspects if s.start >= offset]
    return later[0] if later else (suspects[0] if suspects else None)


def previous_suspect(suspects: Sequence[Suspect], offset: int) -> Suspect | None:
    """Return the last suspect that starts before the offset; before the first, the last of all."""
    earlier = [s for s in suspects if s.start < offset]
    return earlier[-1] if earlier else (suspects[-1] if suspects else None)


def following(suspects: Sequence[Suspect], offset: int, began: int) -> Suspect | None:
    """Return the suspect to go on to from `offset` when going through a letter once, round its end.

    `began` is where it was begun: who began at the top is through at the end; who began further down goes on
    at the top, and is through there. None when through.
    """
    if offset > began:
        later = [s for s in suspects if s.start >= offset]
        return later[0] if later else next((s for s in suspects if s.start < began), None)
    return next((s for s in suspects if offset <= s.start < began), None)


def replacement(letter: Letter, place: ReviewPlace, chosen: str) -> Correction:
    """Return the correction that puts `chosen` at the place; a broken word takes its line break behind it."""
    start, end, after = place.start, place.end, chosen
    if "\n" in place.reading and "\n" not in chosen and place.kind == "hyphen":
        start, end, after = join_broken_word(letter.text, start, end, chosen)
    suggested = place.suspect is not None and any(s.text == chosen for s in place.suspect.suggestions)
    reason = place.suspect.reason.code if place.suspect else ""
    origin = "suggestion" if suggested else "typed"
    return Correction(start, end, letter.text[start:end], after, place.kind, origin, reason)


def accept(letter: Letter, place: ReviewPlace, chosen: str, stamp: Stamp) -> Delta:
    """Return what accepting `chosen` at the place does: the correction and, on a suspect, the verdict."""
    correction = replacement(letter, place, chosen)
    around = _around_furniture(correction)
    correction = around[0]
    delta = operations.correct(letter, around, stamp)
    if place.suspect is None or not delta:
        return delta
    there = Span(correction.start, correction.start + len(correction.after.rstrip()))
    return operations.joined(delta, operations.judge(there, place.reading, "accepted", chosen, stamp))


def _around_furniture(correction: Correction) -> tuple[Correction, ...]:
    """Return the corrections of the halves of a word that furniture parts: the furniture stays untouched."""
    word, line_break, furniture = correction.after.partition("\n")
    at = correction.before.find(line_break + furniture)
    if correction.kind != "hyphen" or not furniture or at < 0:
        return (correction,)
    first, second = correction.start + at, correction.start + at + len(line_break + furniture)
    behind = correction.before[second - correction.start :]
    return (
        replace(correction, end=first, before=correction.before[:at], after=word),
        replace(correction, start=second, before=behind, after=""),
    )


def accept_all(
    letter: Letter, places: Sequence[Span], place: ReviewPlace, chosen: str, stamp: Stamp
) -> Delta:
    """Return what accepting `chosen` at several places with the same reading does, as one delta."""
    corrections: list[Correction] = []
    for span in places:
        here = ReviewPlace(span.start, span.end, place.reading, place.suspect)
        correction = replacement(letter, here, chosen)
        if not corrections or correction.start >= corrections[-1].end:
            corrections += _around_furniture(correction)
    return operations.correct(letter, corrections, stamp)


def judge(place: ReviewPlace, verdict: str, stamp: Stamp) -> Delta:
    """Return what saying "right here" or "always right" does."""
    turned_down = place.suspect.suggestions[0].text if place.suspect and place.suspect.suggestions else ""
    return operations.judge(Span(place.start, place.end), place.reading, verdict, turned_down, stamp)


def same_readings(text: str, reading: str) -> list[Span]:
    """Return every place where the reading stands as a whole word, case as it is."""
    found = []
    for match in re.finditer(re.escape(reading), text):
        start, end = match.span()
        glued_before = start > 0 and is_word_character(text[start - 1]) and is_word_character(text[start])
        glued_behind = end < len(text) and is_word_character(text[end]) and is_word_character(text[end - 1])
        if not glued_before and not glued_behind:
            found.append(Span(start, end))
    return found


def moved(suspects: Sequence[Suspect], delta: Delta) -> tuple[Suspect, ...]:
    """Return the suspects that a change leaves untouched, at their new places."""
    if not delta.hunks:
        return tuple(suspects)
    move = history.Shifter(delta.hunks).move
    kept = []
    for s in suspects:
        if not any(
            (h.start < s.end and s.start < h.end) or (h.start == h.end and s.start < h.start < s.end)
            for h in delta.hunks
        ):
            start = move(s.start) if not any(h.end == s.start for h in delta.hunks) else move(s.start + 1) - 1
            kept.append(Suspect(start, start + len(s.text), s.text, s.kind, s.reason, s.suggestions, s.sure))
    return tuple(kept)
