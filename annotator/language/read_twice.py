"""Words that two readings of the page read differently, or that nobody was sure of, as suspects.

Measured on scanned pages (docs/measurements/language.md): where the second reading is a word and the first
was not read surely, six of ten are wrong; below a confidence of 40 half of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from annotator.core.folding import fold_signs
from annotator.core.page_layout import WordReading
from annotator.language.interface import Here, Reason, Stretch, Suggestion, Suspect
from annotator.language.reasons import READ_TWICE, READ_UNSURELY
from annotator.language.second_look import (
    alike_at_the_edges,
    is_agreed,
    is_second_look,
    likely_first,
    looked_suspect,
)

_SURELY = 82.0  # from this confidence on a word that differs is no suspect by that alone
_UNSURELY = 40.0  # below it a word is a suspect without another reading
_BEST, _GOOD = 0.9, 0.6  # what another reading scores where the word is none, and else
_MOST = 5  # suggestions

IsWord = Callable[[str], bool]


def with_readings(
    text: str,
    found: Sequence[Suspect],
    read: Sequence[WordReading],
    settled: Sequence[Here | Stretch],
    is_word: IsWord,
    right: Collection[str] = (),
) -> list[Suspect]:
    """Return the suspects, with the other readings among their suggestions, and those that only these tell.

    `read` has places in the text, where it stands as it was read; `settled` are places that are left alone,
    `right` words that are always right.
    """
    looks = [reading for reading in read if is_second_look(reading)]
    where = _Stretches(looks)
    made = [suspect for suspect in found if not is_agreed(suspect, [looks[n] for n in where.met_by(suspect)])]
    theirs, left_alone, more = _Stretches(made), _Stretches(settled), list[Suspect]()
    for reading in read:
        met = theirs.met_by(reading)
        for n in met:
            made[n] = _with_others(text, made[n], reading, is_word)
        if not met and not left_alone.met_by(reading):
            suspect = (looked_suspect if is_second_look(reading) else _suspect)(text, reading, is_word)
            more += [suspect] if suspect is not None and suspect.text not in right else []
    return sorted([*made, *more], key=lambda suspect: suspect.start)


class _Stretches:
    """Stretches of a text, to be found by what they meet."""

    def __init__(self, stretches: Sequence[Suspect | WordReading | Here | Stretch]) -> None:
        found = [
            (n, one.start, one.end) if isinstance(one, Suspect | WordReading) else (n, one[0], one[1])
            for n, one in enumerate(stretches)
        ]
        found.sort(key=lambda one: one[1])
        self._numbers = [number for number, _, _ in found]
        self._starts = [start for _, start, _ in found]
        self._ends = [end for _, _, end in found]
        self._longest = max((end - start for _, start, end in found), default=0)

    def met_by(self, other: Suspect | WordReading) -> list[int]:
        """Return the numbers of those that share a sign with another stretch."""
        first = bisect_left(self._starts, other.start - self._longest)
        last = bisect_left(self._starts, other.end)
        return [self._numbers[n] for n in range(first, last) if self._ends[n] > other.start]


def _with_others(text: str, suspect: Suspect, reading: WordReading, is_word: IsWord) -> Suspect:
    """Return the suspect with the other readings of its place; one across several words as it is."""
    if not reading.start <= suspect.start < suspect.end <= reading.end:
        return suspect
    before, behind = text[reading.start : suspect.start], text[suspect.end : reading.end]
    inside = [
        other[len(before) : len(other) - len(behind)]
        for other in reading.others
        if other.startswith(before) and other.endswith(behind) and len(other) > len(before) + len(behind)
    ]
    if is_second_look(reading):
        for other in inside[:1]:
            suspect = likely_first(text, suspect, reading, other, is_word)
    known = {suggestion.text for suggestion in suspect.suggestions} | {suspect.text}
    fresh = [other for other in dict.fromkeys(inside) if other not in known]
    better = [
        other
        for other in fresh
        if is_word(other) and not is_word(suspect.text) and not is_second_look(reading)
    ]
    best = max([_BEST, *(suggestion.score for suggestion in suspect.suggestions[:1])])
    merged = (
        *(Suggestion(other, best) for other in better),
        *suspect.suggestions,
        *(Suggestion(other, _GOOD / 2) for other in fresh if other not in better),
    )
    return replace(suspect, suggestions=merged[:_MOST])


def _suspect(text: str, reading: WordReading, is_word: IsWord) -> Suspect | None:
    said = text[reading.start : reading.end]
    for other in reading.others:
        left, right = alike_at_the_edges(said, other)
        start, end = reading.start + left, reading.end - right
        word, likely = text[start:end], other[left : len(other) - right]
        if not word or not likely or not _differ(word, likely):
            continue
        if is_word(likely) and (reading.confidence < _SURELY or not is_word(word)):
            score = _GOOD if is_word(word) else _BEST
            params = {"reading": word, "likely": likely}
            suggestions = (Suggestion(likely, score),)
            return Suspect(start, end, word, "word", Reason(READ_TWICE, params), suggestions)
    if 0 <= reading.confidence < _UNSURELY and any(sign.isalnum() for sign in said):
        others = tuple(Suggestion(other, _GOOD / 2) for other in reading.others)
        return Suspect(
            reading.start, reading.end, said, "word", Reason(READ_UNSURELY, {"reading": said}), others
        )
    return None


def _differ(word: str, other: str) -> bool:
    """Tell whether two readings differ in letters or digits, and not in how these are written."""
    one, two = fold_signs(word).text, fold_signs(other).text
    return [sign for sign in one if sign.isalnum()] != [sign for sign in two if sign.isalnum()]
