"""Doubtful words: rules for what has a form of its own, models for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.core.folding import capitalised, has_half_a_capital
from annotator.language import reasons
from annotator.language.channel import DIGITS_FOR_LETTERS, EDIT, confusion_of, only_accents_differ
from annotator.language.codes import ACRONYMS
from annotator.language.evidence import (
    Evidence,
    LetterEvidence,
    context,
    gather,
    settled,
    suggestions,
    without,
)
from annotator.language.forms import FALSE_CAPITALS, known_form
from annotator.language.interface import Reason, Suggestion
from annotator.language.learnt import Learnt
from annotator.language.lexicon import IN_DICTIONARY, Lexicon, plain, read_json
from annotator.language.model import Model, logistic
from annotator.language.tokens import Word, never_looked_at

_STRANGER = -0.5  # how little its neighbours say for a word that may stand in another's place
_MISPLACED = 1.5  # how much likelier (a logarithm) that other must be, the misreading included
WRONG = 0.5  # from this probability on a word is doubted
# The same for a rare word, or a letter that is not known to be read as that other one.
_FOR_NO_REASON = 0.9
# How much less is needed on a page of which many words are strange.
_EXPECTED, _FEW_STRANGE, _MOST_EXPECTED = 15.0, 0.03, 1.0
# Features of `evidence.py`.
_KNOWN, _COST, _GAP, _LENGTH, _TIMES_HERE, _STRANGE, _STOP = 0, 4, 6, 8, 11, 15, 20
_NO_CONFUSION = 9.0  # what a misreading costs that is no known confusion
_FAR = 14.0
_HALF = 0.9  # how likely `Ij` is a capital of which half is missing, in a word that nobody knows
_LONG = 10
_CLEAN = 0.05  # share of strange words in a letter that was read well
_OWN = 0.4  # of the probability is left for what seems to be the letter's own word
_KEPT = 0.75  # of the probability is left for each place where the reading was judged right
_BAD_PAGE = 10.0  # how much faster doubt grows than the share of strange words
_UNSURE = 0.5  # what is best once a suggestion was turned down
_TITLES = frozenset(("ir", "mr", "dr", "drs", "ing", "prof", "mw", "dhr", "mrs"))
_SHORTENED = frozenset(("dir", "afd", "div", "proj", "jur", "alg", "econ", "techn", "min", "fin", "vgl"))
_ENDINGS = ("s", "n", "en")
_ENGLISH_WORDS = frozenset(("the", "of", "and", "for", "on", "to", "by", "with", "from", "report"))
_ENGLISH = 0.3  # of the probability is left for an English word among others
_NAME = 0.5  # of the probability is left for a word in a name
_FAR_BETTER = 7.5
_LISTED = 2.0  # what is seen of a word that a list has
_EASILY_MISREAD = 6.0
_SHORT_NAME = 3  # letters of an abbreviation that a name begins with
_SHORT_PART, _LONG_PART = 3, 6  # letters of the parts of a compound
_UNSTRESSED = str.maketrans("áéóúÁÉÓÚ", "aeouAEOU")  # `ín` is misread more often than stressed
_STRESSED = 10.0  # so much better a word without a stress fits that its stress was misread
_ROMAN_LIKE = re.compile(r"[IlVX1|]{2,5}")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_BEFORE_ROMAN = re.compile(
    r"(?i)kamerstuk(?:ken)?|handelingen|hoofdstuk|bijlage|deel|titel|paragraaf|begroting|fase|tranche"
)
_DIGITS = re.compile(r"[0-9lIOo|]+")

Doubt = tuple[Word, Reason, tuple[Suggestion, ...]]


class WordDoubts:
    """Doubts words by models (`words.json`)."""

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        data = read_json(path)
        self._wrong, self._right = Model(data["wrong"]), Model(data["right"])
        self._lexicon = lexicon
        self.settled = settled(lexicon)

    def doubts(self, letter: LetterEvidence, numbers: Sequence[int], learnt: Learnt) -> Iterator[Doubt]:
        """Yield the words among these that are doubted, with why and what they may stand for."""
        unsure: list[int] = []
        for number in numbers:
            word = letter.words.at(number)
            if learnt.leaves_alone(word.text) or (self._lexicon.is_dutch and self._is_acronym(word.text)):
                continue
            if learnt.doubts(word.text):
                yield word, *corrected_before(word.text, learnt)
            elif (found := self._by_form(word, letter)) is not None:
                yield word, *found
            elif self._lexicon.is_dutch and word.text.istitle() and word.text.lower() in FALSE_CAPITALS:
                continue  # the capital is right here, and the word needs no second look
            elif not never_looked_at(word.text) or word.text[-1] == "!":
                unsure.append(number)
        answers: dict[tuple[str, tuple[float, ...]], tuple[Reason, tuple[Suggestion, ...]] | None] = {}
        for evidence in gather(letter, unsure, self._lexicon, learnt):
            key = evidence.word.text, evidence.features
            if key not in answers:
                answers[key] = self._judged(evidence, learnt)
            if (judged := answers[key]) is not None:
                yield evidence.word, *judged
            elif self._lexicon.is_dutch and has_half_a_capital(evidence.word.text):
                likely = capitalised(evidence.word.text.lower())
                yield evidence.word, _reason(reasons.CAPITALS, "", likely), (Suggestion(likely, _HALF),)

    def _is_acronym(self, word: str) -> bool:
        """Tell whether a word is a ministry or the like, or has one in it: `IenW`, `JenV-domein`."""
        parts = word.split("-")
        return any(part in ACRONYMS for part in parts) and all(
            part in ACRONYMS or self._lexicon.knows(part) for part in parts
        )

    def misplaced(self, letter: LetterEvidence, numbers: Sequence[int], learnt: Learnt) -> Iterator[Doubt]:
        """Yield words that are right by themselves and stand where another was misread: `op grand van`.

        A word is doubted where it is a stranger to its neighbours, and one that looks like it is so much at
        home there that a misreading is the likelier.
        """
        expected = min(_MOST_EXPECTED, _EXPECTED * max(0.0, letter.share_strange - _FEW_STRANGE))
        lexicon, texts, last = self._lexicon, letter.words.texts, len(letter.words) - 1
        twins_of, pairs = learnt.candidates.twins, lexicon.pair_count
        for number in numbers:
            text = texts[number]
            if not (0 < number < last and text.islower()):
                continue
            left, right = plain(texts[number - 1]), plain(texts[number + 1])
            if pairs(left, text) and pairs(text, right):  # at home with both: most are
                continue
            if lexicon.fits(left, text, right) > _STRANGER or learnt.leaves_alone(text):
                continue
            if not lexicon.knows(text) or not (twins := twins_of(text)):
                continue
            word = letter.words.at(number)
            before, after = "<s>" if word.opens else context(word.before), context(word.after)
            own = lexicon.prior(text) + lexicon.fits(before, text, after) + learnt.times_kept(text)
            gain, likely, cost = max(
                (lexicon.prior(twin) + lexicon.fits(before, twin, after) - cost - own, twin, cost)
                for twin, cost in twins
            )
            known_so = cost < EDIT and self.settled(text)
            needed = _MISPLACED - expected + (0.0 if known_so else _FOR_NO_REASON)
            if gain > needed and not _other_link(text, likely) and not learnt.times_rejected(text, likely):
                score = less_sure(logistic(gain), letter.share_strange)
                yield word, _reason(reasons.FITS_BETTER, text, likely), (Suggestion(likely, score),)

    def best(self, letter: LetterEvidence, number: int, learnt: Learnt) -> tuple[Suggestion, ...]:
        """Return what a word may stand for, doubted or not."""
        for evidence in gather(letter, [number], self._lexicon, learnt):
            return self._ranked(evidence, learnt)
        return ()

    def _by_form(self, word: Word, letter: LetterEvidence) -> tuple[Reason, tuple[Suggestion, ...]] | None:
        if (found := _roman(word) or _digits(word.text)) is not None:
            return found
        form = known_form(word, letter.words.text, self._lexicon) if self._lexicon.is_dutch else None
        if form is None:
            return None
        code, likely, score = form
        return _reason(code, word.text, likely), (Suggestion(likely, score),)

    def _judged(self, evidence: Evidence, learnt: Learnt) -> tuple[Reason, tuple[Suggestion, ...]] | None:
        chance = self._wrong.probability(evidence.features)
        text = evidence.word.text
        chance *= _KEPT ** learnt.times_kept(text)
        if text.lower() in _TITLES or (evidence.features[_STOP] and _is_shortened(evidence)):
            return None
        if evidence.candidates and self._says_the_same(evidence, evidence.candidates[0].text):
            return None
        if len(text) >= _LONG and evidence.candidates and _other_ending(text, evidence.candidates[0].text):
            return None  # `immissieconcentraties`: the OCR loses no plurals
        if self._in_english(evidence):
            chance *= _ENGLISH
        if _is_in_a_name(evidence):
            chance *= _NAME
        if self._is_own_word(evidence):
            chance *= _OWN
        if chance < WRONG:
            return None
        ranked = self._ranked(evidence, learnt)
        if not ranked:
            return _reason(reasons.NOT_A_WORD, text, ""), ()
        known = evidence.features[0] >= 2
        return _why(text, ranked[0].text, known), ranked

    @staticmethod
    def _is_own_word(evidence: Evidence) -> bool:
        """Tell whether a long word that no misreading explains is the letter's own."""
        features = evidence.features
        unexplained = features[_COST] >= _NO_CONFUSION
        return unexplained and (
            features[_TIMES_HERE] >= 2
            or (features[_LENGTH] >= _LONG and features[_STRANGE] < _CLEAN and features[_COST] > _FAR)
        )

    def _says_the_same(self, evidence: Evidence, likely: str) -> bool:
        """Tell whether a reading is as well written as it stands: with a stress, as one compound, small."""
        text = evidence.word.text
        is_stressed = likely == text.translate(_UNSTRESSED) and self._lexicon.knows(likely)
        if is_stressed and evidence.features[_GAP] < _STRESSED:
            return True  # `én`, `dát`
        if likely.lower() == text and evidence.features[_KNOWN] and not evidence.word.opens:
            return True  # nothing says that a word inside a sentence has a capital
        first, _, second = likely.partition(" ")
        if not second or " " in second or first + second != text:
            return False
        if text.islower():  # `deelbesluit`: what two words that never follow each other are
            is_long = len(first) >= _SHORT_PART and len(second) >= _LONG_PART
            return is_long and not self._lexicon.pair_count(plain(first), plain(second))
        return not all(self._lexicon.flags(part.lower()) & IN_DICTIONARY for part in (first, second))

    def _in_english(self, evidence: Evidence) -> bool:
        """Tell whether a word is English, and beside one that is no Dutch one (`Report on the State`) or
        like no Dutch word that could have been misread so."""
        word, english = evidence.word, self._lexicon.knows_english
        if not all(map(english, word.text.split("-"))):
            return False
        return evidence.features[_COST] >= _NO_CONFUSION or any(
            beside.lower() in _ENGLISH_WORDS
            or (len(beside) > 1 and english(beside) and not self._lexicon.flags(beside) & IN_DICTIONARY)
            for beside in (word.before, word.after)
        )

    def _ranked(self, evidence: Evidence, learnt: Learnt) -> tuple[Suggestion, ...]:
        text = evidence.word.text
        right = less_sure(self._right.probability(evidence.features), evidence.features[_STRANGE])
        turned_down = [learnt.times_rejected(text, candidate.text) for candidate in evidence.candidates]
        if any(turned_down):
            evidence = without(evidence, turned_down)
            right = min(right, _UNSURE)
        ranked = list(suggestions(evidence, right))
        before = learnt.corrections_of(text)
        for after, times in before.items():
            ranked = [s for s in ranked if s.text != after]
            ranked.append(Suggestion(after, min(0.98, 1 - 0.3 / (times + 1))))
        return tuple(sorted(ranked, key=lambda s: -s.score))


def _is_shortened(evidence: Evidence) -> bool:
    """Tell whether a word with a stop behind it is an abbreviation: `afd.`, `St. Eustatius`."""
    text, after = evidence.word.text, evidence.word.after[:1]
    if text.lower() in _SHORTENED:
        return True
    return (
        evidence.features[_KNOWN] >= _LISTED
        and len(text) <= _SHORT_NAME
        and text[0].isupper()
        and (after.isupper() or after.isdigit())
    )


def _is_in_a_name(evidence: Evidence) -> bool:
    """Tell whether a word may be part of a name: `Le Drian`; not where another word fits far better."""
    word = evidence.word
    if not word.text[0].isupper() or word.opens or evidence.features[_GAP] >= _FAR_BETTER:
        return False
    if evidence.features[_KNOWN] < _LISTED and evidence.features[_COST] < _EASILY_MISREAD:
        return False
    return word.after[:1].isupper() or (word.before[:1].isupper() and word.before[1:2].islower())


def _other_ending(one: str, other: str) -> bool:
    """Tell whether one of two words is the other with the ending of a plural."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS


def _other_link(one: str, other: str) -> bool:
    """Tell whether two words differ in the `s` between their parts alone: `oordeel(s)vorming`."""
    shorter, longer = sorted((one, other), key=len)
    return any(longer[:at] + longer[at + 1 :] == shorter for at, letter in enumerate(longer) if letter == "s")


def less_sure(chance: float, strange: float) -> float:
    """Return a probability as it is for a letter of which this share of words is strange.

    Measured on pages that the models had not seen: what they call 95 % is so on good pages, less on bad ones.
    What is likelier than not stays so: the order of suggestions is the models'.
    """
    return max(min(chance, _UNSURE), 1 - (1 - chance) * (1 + _BAD_PAGE * strange))


def corrected_before(text: str, learnt: Learnt) -> tuple[Reason, tuple[Suggestion, ...]]:
    """Return the doubt for a reading that was corrected before."""
    corrections = learnt.corrections_of(text)
    # One more than were counted: a few corrections are no certainty.
    total = corrections.total() + learnt.times_kept(text) + 0.1
    ranked = tuple(Suggestion(after, times / total) for after, times in corrections.most_common())
    return _reason(reasons.CORRECTED_BEFORE, text, ranked[0].text), ranked


def _roman(word: Word) -> tuple[Reason, tuple[Suggestion, ...]] | None:
    text = word.text
    if not _ROMAN_LIKE.fullmatch(text) or text.strip("IVX") == "" or (text.isdigit() and text != "11"):
        return None
    number = text.translate(str.maketrans("l1|", "III"))
    expected = bool(_BEFORE_ROMAN.fullmatch(word.before))
    if not _ROMAN.fullmatch(number) or (not expected and (text.isdigit() or text.islower())):
        return None
    if not expected and "1" in text:
        return None
    return _reason(reasons.ROMAN, text, number), (Suggestion(number, 0.97 if expected else 0.8),)


def _digits(text: str) -> tuple[Reason, tuple[Suggestion, ...]] | None:
    figures = sum(map(str.isdigit, text))
    if not _DIGITS.fullmatch(text) or not 0 < figures < len(text):
        return None
    likely = text.translate(DIGITS_FOR_LETTERS)
    sure = figures * 2 >= len(text) and len(text) > 2
    return _reason(reasons.DIGITS, text, likely), (Suggestion(likely, 0.9 if sure else 0.6),)


def _why(reading: str, likely: str, known: bool) -> Reason:
    if " " in likely:
        return _reason(reasons.RUN_TOGETHER, reading, likely)
    if known:
        return _reason(reasons.RARE, reading, likely)
    confusion = confusion_of(reading, likely)
    read, _, true = confusion.partition("→")
    if "∅" in confusion or not confusion:
        code = reasons.ACCENT if only_accents_differ(reading, likely) else reasons.MISREAD
        return _reason(code, reading, likely)
    code = reasons.ACCENT_OFTEN if only_accents_differ(reading, likely) else reasons.OFTEN
    return Reason(code, {"reading": reading, "likely": likely, "read": read, "true": true})


def _reason(code: str, reading: str, likely: str) -> Reason:
    return Reason(code, {"reading": reading, "likely": likely})
