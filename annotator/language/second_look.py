"""What a second look at the page says of words that another program read, as evidence for suspects.

Measured on pages of real scanners (docs/measurements/language.md): where the second reading is a word,
differs in letters and was read surely, it is mostly right, also where what was read is a word, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.core.folding import fold_signs
from annotator.core.page_layout import WordReading
from annotator.language.interface import SURE, Reason, Suggestion, Suspect
from annotator.language.reasons import READ_TWICE

IsWord = Callable[[str], bool]

# How sure the second reading must be, of 100: to stand before other suggestions, to make a suspect of what is
# no word, of a gap between words, and of a word.
_BEFORE_OTHERS, _NO_WORD, _SPACE, _WORD = 75.0, 85.0, 90.0, 94.0
_AGREED = 85.0  # both readings say the same, and the second so surely
_BEST, _GOOD = 0.92, 0.85


def is_second_look(reading: WordReading) -> bool:
    """Tell whether somebody looked a second time at what another program had read."""
    return reading.sure >= 0


def is_agreed(suspect: Suspect, met: Sequence[WordReading]) -> bool:
    """Tell whether a weak reason is outdone: all that the suspect has was read the same a second time.

    The second reading knows no marks, and a line's end is no matter of reading.
    """
    if suspect.kind != "word" or not met or (suspect.suggestions and suspect.suggestions[0].score >= SURE):
        return False
    return all(not reading.others and reading.sure >= _AGREED for reading in met) and (
        met[0].start <= suspect.start and suspect.end <= met[-1].end
    )


def likely_first(text: str, suspect: Suspect, reading: WordReading, likely: str, is_word: IsWord) -> Suspect:
    """Return the suspect with a sure second reading of its place as its first suggestion."""
    likely = _with_capital(text, suspect.start, _without_specks(likely))
    if reading.sure < _BEFORE_OTHERS or not _is_wordy(likely) or not _differ(suspect.text, likely):
        return suspect
    if not all(map(is_word, map(_core, likely.split()))):
        return suspect
    others = tuple(other for other in suspect.suggestions if other.text != likely)
    best = max([_BEST, *(suggestion.score for suggestion in suspect.suggestions[:1])])
    return replace(suspect, suggestions=(Suggestion(likely, best), *others))


def looked_suspect(text: str, reading: WordReading, is_word: IsWord) -> Suspect | None:
    """Return the suspect that a second look alone makes, if it does."""
    if not reading.others:
        return None
    said, other = text[reading.start : reading.end], _without_specks(reading.others[0])
    left, right = alike_at_the_edges(said, other)
    start, end = reading.start + left, reading.end - right
    word, likely = text[start:end], other[left : len(other) - right]
    if not word or not likely:
        return None
    if not _differ(word, likely):
        return _spaced(start, word, likely, reading.sure, is_word)
    if not (_is_wordy(likely) or _is_number_misread(word, likely)):
        return None
    if not all(map(is_word, map(_core, likely.split()))):
        return None
    known = all(map(is_word, map(_core, word.split()))) and not _has_stray(word)
    if reading.sure < (_WORD if known else _NO_WORD):
        return None
    if known and (len(word.split()) != len(likely.split()) or word.casefold() == likely.casefold()):
        return None
    kind = "word" if len(word.split()) == len(likely.split()) else "space"
    likely = likely if known else _with_capital(text, start, likely)
    params = {"reading": word, "likely": likely}
    suggestions = (Suggestion(likely, _GOOD if known else _BEST),)
    return Suspect(start, end, word, kind, Reason(READ_TWICE, params), suggestions)


def _spaced(start: int, word: str, likely: str, sure: float, is_word: IsWord) -> Suspect | None:
    """Return the suspect of words that were run together, or torn apart, by the other reading of them."""
    parts, others = word.split(), likely.split()
    if len(parts) == len(others) or sure < _SPACE or not all(map(is_word, map(_core, others))):
        return None
    if not all(part.isalpha() for part in others) or (len(parts) > 1 and all(map(is_word, parts))):
        return None
    params = {"reading": word, "likely": likely}
    suggestions = (Suggestion(likely, _GOOD),)
    return Suspect(start, start + len(word), word, "space", Reason(READ_TWICE, params), suggestions)


def _without_specks(reading: str) -> str:
    """Return what was read without words that have no letter and no figure: specks, and lines of tables."""
    kept = [word for word in reading.split(" ") if any(sign.isalnum() for sign in word)]
    return " ".join(kept) or reading


def alike_at_the_edges(one: str, other: str) -> tuple[int, int]:
    """Count the signs other than letters and digits that both begin and end with."""
    left = right = 0
    most = min(len(one), len(other))
    while left < most and one[left] == other[left] and not one[left].isalnum():
        left += 1
    while right < most - left and one[-1 - right] == other[-1 - right] and not one[-1 - right].isalnum():
        right += 1
    return left, right


def _with_capital(text: str, start: int, likely: str) -> str:
    """Return a word with a capital where it begins a sentence: o and O, s and S are read for one another."""
    before = text[max(0, start - 20) : start]
    bare = before.rstrip(" \n")
    begins = before.endswith("\n\n") or (before[-1:].isspace() and bare.endswith((".", "?", "!", "•")))
    return likely[:1].upper() + likely[1:] if begins else likely


def _core(word: str) -> str:
    return word.strip(".,;:!?()[]\"'‘’“”„–-")


def _is_wordy(text: str) -> bool:
    return any(sign.isalpha() for sign in text) and not any(sign in "|\\_~" for sign in text)


def _is_number_misread(word: str, likely: str) -> bool:
    """Tell whether a number was read with letters or strange signs in it: `10°k` for `10%`."""
    return likely.rstrip("%").isdigit() and word[:1].isdigit() and any(not sign.isdigit() for sign in word)


def _has_stray(word: str) -> bool:
    return any(not sign.isalnum() and sign not in ".'’-/" for sign in _core(word))


def _differ(word: str, other: str) -> bool:
    """Tell whether two readings differ in letters or digits, and not in how these are written."""
    one, two = fold_signs(word).text, fold_signs(other).text
    return [sign for sign in one if sign.isalnum()] != [sign for sign in two if sign.isalnum()]
