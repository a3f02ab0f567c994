"""Doubtful words: how likely is the reading as it stands, beside what the OCR may have misread?"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from annotator.language import reasons
from annotator.language.confusions import DIGITS_FOR_LETTERS, only_accents_differ
from annotator.language.interface import Reason, Suggestion
from annotator.language.learnt import Learnt
from annotator.language.lexicon import Lexicon
from annotator.language.tokens import Word, never_looked_at

# How likely a reading is that no word list knows (natural logarithms, as a word's own frequency is).
_UNKNOWN = -26.0
_UNKNOWN_NAME = -15.5  # a capital inside a sentence
_UNKNOWN_OPENING = -17.5  # a capital where any word may have one
_UNKNOWN_CAPITALS = -17.0
_ENGLISH = -16.5
_FOREIGN = -14.0  # among other unknown words

_RARE = 100  # a word counted more often is never doubted for its rarity
_FREQUENT = 100  # and only beside a word as frequent as this
_RARER = 2.0  # how much likelier the other reading must be
_FLOOR = 12.0  # suggestions so much less likely than the best are not worth a line
_DIGITS = re.compile(r"[0-9lIOo|]+")
_ROMAN_LIKE = re.compile(r"[IlVX1|]{2,5}")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_BEFORE_ROMAN = re.compile(
    r"(?i)kamerstuk(?:ken)?|handelingen|hoofdstuk|bijlage|deel|titel|paragraaf|begroting"
)

Doubt = tuple[Reason, tuple[Suggestion, ...]]


def doubt(word: Word, foreign: bool, lexicon: Lexicon, learnt: Learnt) -> Doubt | None:
    """Return why the word is doubted and what it may stand for, or None."""
    text = word.text
    if text.endswith("!"):
        return _misread_l(word, lexicon)
    if learnt.leaves_alone(text):
        return None
    if learnt.doubts(text):
        return _corrected_before(text, learnt)
    if (like_digits := _roman(word) or _digits(text)) is not None:
        return like_digits
    if text == "v" and word.chunk_end - word.chunk_start == 1 and not word.opens:  # `v.` is an abbreviation
        return _reason(reasons.RARE, text, "u"), (Suggestion("u", 0.75),)
    if never_looked_at(text):
        return None
    if lexicon.lacks_capital(text):
        form = lexicon.usual_form(text)
        return _reason(reasons.CAPITALS, text, form), (Suggestion(form, 0.75),)
    if lexicon.knows(text):
        return _rare(word, lexicon, learnt)
    return _unknown(word, foreign, lexicon, learnt)


def _misread_l(word: Word, lexicon: Lexicon) -> Doubt | None:
    """Doubt an exclamation mark that makes a word when read as `l`: `financiee!`."""
    bare, likely = word.text[:-1], word.text[:-1] + "l"
    if lexicon.knows(bare) or not lexicon.knows(likely):
        return None
    return _reason(reasons.MISREAD, word.text, likely), (Suggestion(likely, 0.9),)


def _unknown(word: Word, foreign: bool, lexicon: Lexicon, learnt: Learnt) -> Doubt | None:
    as_is = _as_is(word, foreign, lexicon)
    ranked = rank(word.text, learnt.candidates.of(word.text), as_is, learnt)
    plain = as_is == _UNKNOWN
    if not ranked:
        return (_reason(reasons.NOT_A_WORD, word.text, ""), ()) if plain and _looks_wrong(word.text) else None
    if not plain and sum(suggestion.score for suggestion in ranked) < 0.5:
        return None
    return _why(word.text, ranked[0].text), ranked


def _as_is(word: Word, foreign: bool, lexicon: Lexicon) -> float:
    text = word.text
    if lexicon.knows_english(text):
        return (
            _FOREIGN
            if foreign or _is_english(word.before, lexicon) or _is_english(word.after, lexicon)
            else _ENGLISH
        )
    if foreign:
        return _FOREIGN
    if text.isupper():
        return _UNKNOWN_CAPITALS
    if text[0].isupper() or any(part[:1].isupper() for part in text.split("-")):
        return _UNKNOWN_OPENING if word.opens else _UNKNOWN_NAME
    return _UNKNOWN


def _is_english(word: str, lexicon: Lexicon) -> bool:
    return len(word) > 2 and lexicon.knows_english(word) and not lexicon.knows(word)


def _looks_wrong(word: str) -> bool:
    """Tell whether an unknown word without any suggestion deserves the analyst's eye."""
    return len(word) > 3 and "-" not in word and "/" not in word


def rank(
    reading: str, scores: Mapping[str, float], as_is: float, learnt: Learnt, limit: int = 9
) -> tuple[Suggestion, ...]:
    """Return the candidates as suggestions, best first: each one's share beside the reading as it stands."""
    learned = dict(scores)
    for after, times in learnt.corrections_of(reading).items():
        best = max(learned.values(), default=as_is)
        learned[after] = max(learned.get(after, as_is), best, as_is) + 1.0 + min(times, 5)
    as_is += 2.0 * learnt.times_kept(reading)
    for text in learned:
        learned[text] -= 2.0 * learnt.times_rejected(reading, text)
    best = max([as_is, *learned.values()])
    total = sum(math.exp(score - best) for score in (as_is, *learned.values()))
    ordered = sorted(learned.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return tuple(
        Suggestion(text, math.exp(score - best) / total) for text, score in ordered if score > best - _FLOOR
    )


def _rare(word: Word, lexicon: Lexicon, learnt: Learnt) -> Doubt | None:
    """Doubt a word that hardly occurs beside a frequent one that the OCR could have misread so."""
    text = word.text
    if lexicon.count(text) > _RARE or len(text) < 2 or "-" in text or (text[0].isupper() and not word.opens):
        return None
    if not (scores := learnt.candidates.frequent(text, _FREQUENT)):
        return None
    as_is = lexicon.log_prior(text) + (0.0 if word.opens and text[0] == "l" else _RARER)
    ranked = rank(text, scores, as_is, learnt)
    if (
        not ranked
        or sum(suggestion.score for suggestion in ranked) < 0.6
        or ranked[0].text.lower() == text.lower()
    ):
        return None
    return _reason(reasons.RARE, text, ranked[0].text), ranked


def _corrected_before(text: str, learnt: Learnt) -> Doubt:
    corrections = learnt.corrections_of(text)
    # Two more than were counted: a few corrections are no certainty.
    total = corrections.total() + learnt.times_kept(text) + 1
    ranked = tuple(Suggestion(after, times / total) for after, times in corrections.most_common())
    return _reason(reasons.CORRECTED_BEFORE, text, ranked[0].text), ranked


def _roman(word: Word) -> Doubt | None:
    text = word.text
    if not _ROMAN_LIKE.fullmatch(text) or text.strip("IVX") == "" or (text.isdigit() and text != "11"):
        return None
    number = text.translate(str.maketrans("l1|", "III"))
    expected = bool(_BEFORE_ROMAN.fullmatch(word.before))
    if not _ROMAN.fullmatch(number) or (not expected and (text.isdigit() or text.islower())):
        return None
    return _reason(reasons.ROMAN, text, number), (Suggestion(number, 0.95 if expected else 0.7),)


def _digits(text: str) -> Doubt | None:
    figures = sum(map(str.isdigit, text))
    if not _DIGITS.fullmatch(text) or not 0 < figures < len(text):
        return None
    likely = text.translate(DIGITS_FOR_LETTERS)
    return _reason(reasons.DIGITS, text, likely), (
        Suggestion(likely, 0.85 if figures * 2 >= len(text) else 0.6),
    )


def _why(reading: str, likely: str) -> Reason:
    if " " in likely:
        return _reason(reasons.RUN_TOGETHER, reading, likely)
    if only_accents_differ(reading, likely):
        return _reason(reasons.ACCENT, reading, likely)
    return _reason(reasons.MISREAD, reading, likely)


def _reason(code: str, reading: str, likely: str) -> Reason:
    return Reason(code, {"reading": reading, "likely": likely})


def foreign_stretches(words: Sequence[Word], lexicon: Lexicon) -> list[bool]:
    """Tell for each word whether most of the words around it are unknown: another language, or a table."""
    unknown = [int(not never_looked_at(word.text) and not lexicon.knows(word.text)) for word in words]
    return [sum(unknown[max(0, index - 2) : index + 3]) >= 3 for index in range(len(unknown))]
