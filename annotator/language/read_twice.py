"""Words that two readings of the page read differently, or that nobody was sure of, as suspects.

Measured on scanned pages (docs/measurements/language.md): where the second reading is a word and the first
was not read surely, six of ten are wrong; below a confidence of 40 half of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from annotator.core.folding import fold_signs
from annotator.core.page_layout import WordReading
from annotator.language.interface import Here, Reason, Stretch, Suggestion, Suspect
from annotator.language.reasons import READ_TWICE, READ_UNSURELY

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
    made: list[Suspect] = list(found)
    for reading in read:
        met = [n for n, suspect in enumerate(made) if _meet(suspect, reading)]
        for n in met:
            made[n] = _with_others(text, made[n], reading, is_word)
        if not met and not any(place[0] < reading.end and reading.start < place[1] for place in settled):
            suspect = _suspect(text, reading, is_word)
            made += [suspect] if suspect is not None and suspect.text not in right else []
    return sorted(made, key=lambda suspect: suspect.start)


def _meet(suspect: Suspect, reading: WordReading) -> bool:
    return suspect.start < reading.end and reading.start < suspect.end


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
    known = {suggestion.text for suggestion in suspect.suggestions} | {suspect.text}
    fresh = [other for other in dict.fromkeys(inside) if other not in known]
    better = [other for other in fresh if is_word(other) and not is_word(suspect.text)]
    best = max([_BEST, *(suggestion.score for suggestion in suspect.suggestions[:1])])
    merged = (
        *(Suggestion(other, best) for other in better),
        *suspect.suggestions,
        *(Suggestion(other, _GOOD / 2) for other in fresh if other not in better),
    )
    return replace(suspect, suggestions=merged[:_MOST]) if fresh else suspect


def _suspect(text: str, reading: WordReading, is_word: IsWord) -> Suspect | None:
    said = text[reading.start : reading.end]
    for other in reading.others:
        left, right = _alike_at_the_edges(said, other)
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


def _alike_at_the_edges(one: str, other: str) -> tuple[int, int]:
    """Count the signs other than letters and digits that both begin and end with."""
    left = right = 0
    most = min(len(one), len(other))
    while left < most and one[left] == other[left] and not one[left].isalnum():
        left += 1
    while right < most - left and one[-1 - right] == other[-1 - right] and not one[-1 - right].isalnum():
        right += 1
    return left, right


def _differ(word: str, other: str) -> bool:
    """Tell whether two readings differ in letters or digits, and not in how these are written."""
    one, two = fold_signs(word).text, fold_signs(other).text
    return [sign for sign in one if sign.isalnum()] != [sign for sign in two if sign.isalnum()]
