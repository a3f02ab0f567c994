"""What is seen of a word that may be misread: the numbers that the models judge by, and its candidates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from annotator.core.folding import has_half_a_capital, is_capitalised
from annotator.language.candidates import plain_capitals
from annotator.language.channel import confusion_of, differences, only_accents_differ
from annotator.language.forms import FALSE_CAPITALS
from annotator.language.interface import Suggestion
from annotator.language.learnt import Learnt
from annotator.language.lexicon import IN_DICTIONARY, IN_OFFICIAL, IS_NAME, Lexicon, plain
from annotator.language.tokens import Word, Words, never_looked_at

_SETTLED = -12.6  # a word so likely is never doubted for what it looks like
_SETTLED_SHORT = -8.6  # one of three letters and less
_CLOSE = 8.2  # what a misreading may cost that makes a rare word of a frequent one
_OWN_WORD = 1.2  # for each doubling of a candidate's places in the letter
_UNLIKELY = 8.0  # candidates so much worse than the best are not worth a line
_MOST_CANDIDATES = 9
_TURNED_DOWN = 4.0  # off a candidate's score each time that it was turned down
_NONE = -34.0
_PROBABLE = -20.0  # a score from which on a candidate counts for the letter's habits
_HABIT = 4  # words in a letter that agree on a misreading
_ALONE, _LONG, _THINKABLE = 4.0, 6, -34.0  # a reading that nothing else comes near to
_OWN_PRIOR = -15.0  # of a word that only the letter itself has


Context = tuple[str, str, str, bool]  # a word, its neighbours, whether it opens a sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that a word may stand for, with its score: log of prior, context and misreading together."""

    text: str
    score: float
    prior: float
    cost: float
    fits: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is seen of one word."""

    word: Word
    features: tuple[float, ...]
    candidates: tuple[Candidate, ...]
    confusion: str


class LetterEvidence:
    """A text's words with what the whole text says of them."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words = words
        self.counts = Counter(map(plain, words.texts))
        known = lexicon.knows
        self.strange = [not never_looked_at(text) and not known(text) for text in words.texts]
        self.share_strange = sum(self.strange) / max(1, len(words))
        self.ranked: dict[Context, tuple[Candidate, ...]] = {}  # made once for words that stand alike

    def foreign(self, number: int) -> float:
        """Return how many of the two words on either side are strange."""
        low = max(0, number - 2)
        return float(sum(self.strange[low : number + 3]) - self.strange[number])


def settled(lexicon: Lexicon) -> Callable[[str], bool]:
    """Return a quick test, which remembers, for words that need no second look."""
    seen: dict[str, bool] = {}

    def is_settled(word: str) -> bool:
        answer = seen.get(word)
        if answer is None:
            if len(seen) > 200_000:
                seen.clear()
            answer = seen[word] = _is_settled(word, lexicon)
        return answer

    return is_settled


def _is_settled(word: str, lexicon: Lexicon) -> bool:
    if word.isdigit() and len(word) > 2:
        return True
    if not word.isalpha() or not (word.islower() or is_capitalised(word)) or word == "a":
        return False
    entry = lexicon.entry(word.lower())
    if entry is None or not entry.flags & (IN_DICTIONARY | IN_OFFICIAL | IS_NAME):
        return False
    if lexicon.is_dutch and has_half_a_capital(word):
        return False
    if lexicon.usual_form(word.lower()) != word.lower() and word.islower():
        return False
    if lexicon.is_dutch and word[:1].isupper() and word.lower() in FALSE_CAPITALS:
        return False
    return entry.prior > (_SETTLED if len(word) > 3 else _SETTLED_SHORT)


def of_letter(letter: LetterEvidence, numbers: Sequence[int], lexicon: Lexicon, learnt: Learnt) -> Learnt:
    """Return what is learnt with the letter's own habits: what its words that are none show again and again.

    Nobody needs to say that a scanner reads e as a where `vargadaring`, `bariaht` and `gamaanta` stand in one
    letter: each has one likely reading, and they agree.
    """
    times = Counter[tuple[str, str]]()
    for number in numbers:
        word = letter.words.at(number)
        if never_looked_at(word.text) or lexicon.knows(word.text):
            continue
        ranked = _candidates(word, letter, lexicon, learnt)
        if ranked and _is_likely(word.text, ranked):
            times.update(set(differences(word.text, ranked[0].text)))
    habits = {pair: count for pair, count in times.items() if count >= _HABIT}
    if not habits:
        return learnt
    own = learnt.of_letter(habits, letter.words.text)
    if own is not learnt:
        letter.ranked.clear()
    return own


def _is_likely(text: str, ranked: Sequence[Candidate]) -> bool:
    """Tell whether the best reading may be counted: it is likely, or a long word is like no other."""
    score = ranked[0].score
    alone = len(ranked) == 1 or ranked[1].score < score - _ALONE
    return score > _PROBABLE or (alone and len(text) >= _LONG and score > _THINKABLE)


def gather(
    letter: LetterEvidence, numbers: Sequence[int], lexicon: Lexicon, learnt: Learnt
) -> list[Evidence]:
    """Return what is seen of the words with these numbers, those without any candidate or doubt left out."""
    found: list[tuple[int, Word, tuple[Candidate, ...]]] = []
    for number in numbers:
        word = letter.words.at(number)
        if word.text[-1] == "!" and lexicon.knows(word.text[:-1]):
            word = replace(word, text=word.text[:-1], end=word.end - 1)
        if word.text[-1] == "!" or not never_looked_at(word.text):
            found.append((number, word, _candidates(word, letter, lexicon, learnt)))
    confusions = Counter[str]()
    for key, times in Counter(_context_of(word) for _, word, _ in found).items():
        ranked = letter.ranked[key]
        if ranked and ranked[0].score > _PROBABLE:
            confusions[confusion_of(key[0], ranked[0].text)] += times
    rows: list[Evidence] = []
    made: dict[tuple[object, ...], Evidence] = {}
    for number, word, ranked in found:
        stop = letter.words.text[word.end : word.end + 1] == "."
        alike = (*_context_of(word), letter.foreign(number), stop)
        if alike not in made:
            made[alike] = _evidence(number, word, ranked, letter, lexicon, confusions)
        rows.append(replace(made[alike], word=word))
    return rows


def _candidates(
    word: Word, letter: LetterEvidence, lexicon: Lexicon, learnt: Learnt
) -> tuple[Candidate, ...]:
    key = _context_of(word)
    if key not in letter.ranked:
        letter.ranked[key] = _ranked(word, letter, lexicon, learnt)
    return letter.ranked[key]


def _context_of(word: Word) -> Context:
    return word.text, word.before, word.after, word.opens


def _ranked(word: Word, letter: LetterEvidence, lexicon: Lexicon, learnt: Learnt) -> tuple[Candidate, ...]:
    text = word.text
    if lexicon.knows(text) and not text.endswith("!"):
        pool = learnt.candidates.close(text, _CLOSE)
    else:
        pool = dict(learnt.candidates.of(text))
        for own, cost in _own_words(word, letter, lexicon, learnt):
            pool.setdefault(own, (_OWN_PRIOR, cost))
    before, after = context(word.before), context(word.after)
    if word.opens:
        before = "<s>"
    ranked = []
    for reading, (prior, cost) in pool.items():
        parts = plain(reading).split(" ")
        fits = lexicon.fits(before, parts[0], "" if len(parts) > 1 else after)
        if len(parts) > 1:
            fits += lexicon.fits("", parts[-1], after)
        places = letter.counts[plain(reading)] if len(parts) == 1 else 0
        score = prior + fits - cost + _OWN_WORD * math.log2(1 + places)
        if (
            word.opens is False
            and reading[:1].isupper()
            and text[:1].islower()
            and lexicon.usual_form(reading) != reading
        ):
            score -= 2.0
        ranked.append(Candidate(reading, score, prior, cost, fits))
    ranked.sort(key=lambda candidate: (-candidate.score, candidate.text))
    return tuple(c for c in ranked[:_MOST_CANDIDATES] if c.score > ranked[0].score - _UNLIKELY)


def _own_words(
    word: Word, letter: LetterEvidence, lexicon: Lexicon, learnt: Learnt
) -> list[tuple[str, float]]:
    """Return words that only the letter has, more than once: its names (`Kröger` for `Kréger`)."""
    if len(word.text) < 5:
        return []
    here = letter.counts[plain(word.text)]
    found = []
    for reading, cost in learnt.channel.readings(word.text, _CLOSE):
        times = letter.counts.get(plain(reading), 0)
        if times > here and plain_capitals(reading) and plain(reading) not in lexicon.words:
            found.append((reading, cost))
    return found


def context(word: str) -> str:
    """Return a neighbour as the word pairs have it."""
    if not word:
        return ""
    return plain(word) if any(map(str.isalpha, word)) else "<n>"


def _evidence(
    number: int,
    word: Word,
    ranked: tuple[Candidate, ...],
    letter: LetterEvidence,
    lexicon: Lexicon,
    confusions: Counter[str],
) -> Evidence:
    text = word.text
    entry = lexicon.entry(plain(text))
    flags = entry.flags if entry else 0
    prior = entry.prior if entry else (-20.5 if lexicon.knows(text) else -23.0)
    before = "<s>" if word.opens else context(word.before)
    fits = lexicon.fits(before, plain(text), context(word.after)) if entry else 0.0
    best = ranked[0] if ranked else None
    second = ranked[1] if len(ranked) > 1 else None
    confusion = confusion_of(text, best.text) if best else ""
    score = best.score if best else _NONE
    features = (
        _known(flags, bool(entry), lexicon.knows(text)),
        prior,
        fits,
        best.prior if best else _NONE,
        best.cost if best else 30.0,
        best.fits if best else 0.0,
        score - prior - fits,
        score - (second.score if second else _NONE),
        float(len(text)),
        _shape(text),
        float(word.opens),
        float(min(5, letter.counts[plain(text)])),
        float(min(5, letter.counts[plain(best.text)])) if best else -1.0,
        letter.foreign(number),
        float(lexicon.knows_english(text)),
        letter.share_strange,
        float(bool(best) and only_accents_differ(text, best.text)) if best else 0.0,
        float(bool(best) and " " in best.text) if best else 0.0,
        float(sum(map(str.isdigit, text))),
        float(min(9, confusions[confusion])) if best else 0.0,
        float(letter.words.text[word.end : word.end + 1] == "."),
        float(lexicon.knows_english(word.before) or lexicon.knows_english(word.after)),
        score,
        float(bool(best) and best.text[:1].isupper() and text[:1].islower()) if best else 0.0,
        float("-" in text or "/" in text),
    )
    return Evidence(word, features, ranked, confusion)


def _known(flags: int, listed: bool, known: bool) -> float:
    if flags & IN_DICTIONARY:
        return 5.0
    if flags & IS_NAME:
        return 4.0
    if flags & IN_OFFICIAL:
        return 3.0
    return 2.0 if listed else 1.0 if known else 0.0


def _shape(text: str) -> float:
    if text.islower():
        return 0.0
    if text[1:].islower() or is_capitalised(text):
        return 1.0
    if text.isupper():
        return 2.0
    return 3.0 if any(map(str.isdigit, text)) else 4.0 if "-" in text else 5.0


def suggestions(evidence: Evidence, right: float) -> tuple[Suggestion, ...]:
    """Return the candidates as suggestions: the best with its probability, the others share the rest."""
    if not evidence.candidates:
        return ()
    best = evidence.candidates[0]
    shares = [math.exp(c.score - best.score) for c in evidence.candidates[1:]]
    total = sum(shares) + 1.0
    rest = tuple(
        Suggestion(c.text, (1 - right) * share / total)
        for c, share in zip(evidence.candidates[1:], shares, strict=True)
    )
    return (Suggestion(best.text, right), *rest)


def without(evidence: Evidence, turned_down: Sequence[int]) -> Evidence:
    """Return the evidence with candidates that were turned down so often set back."""
    ranked = [
        replace(candidate, score=candidate.score - _TURNED_DOWN * times)
        for candidate, times in zip(evidence.candidates, turned_down, strict=True)
    ]
    ranked.sort(key=lambda candidate: (-candidate.score, candidate.text))
    return replace(evidence, candidates=tuple(ranked))
