"""Making the model of a tag of what analysts decided: the same decisions make the same model.

A logistic regression over the features that occur more than once, trained by AdaGrad (Duchi and others,
2011). Its threshold comes from letters that a model has not seen: they are cut into parts, and each part is
scored by a model of the others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from annotator.structure.tags.features import Feature, features, rough_sentences
from annotator.structure.tags.model import LEAST_EXAMPLES, NEVER, TagModel

_LEAST_LETTERS = 3
_MOST_SENTENCES = 4_000  # that nobody tagged, of all letters
_MOST_WEIGHTS = 2_500
_PARTS = 4
_ROUNDS = 6
_RATE, _KEEP = 0.4, 1e-4
_LAST = 40  # decisions of a tag: its own proposals among them must come to the bound, too
_FEW = 5
_TURNED_DOWN = 2.0  # the weight of a sentence that was looked at and turned down


@dataclass(frozen=True, slots=True)
class Decision:
    """A passage that an analyst confirmed for a tag, or turned down; `learnt`: a model had proposed it."""

    start: int
    end: int
    right: bool
    learnt: bool = False
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class DecidedLetter:
    """A letter in which something was decided for a tag, or that is done: what is not tagged is none."""

    text: str
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class _Example:
    found: frozenset[int]
    right: bool
    weight: float  # when it is learnt from
    stands_for: float  # so many sentences when models are judged
    part: int
    decision: Decision | None = None


def train(tag: str, letters: Sequence[DecidedLetter], bound: float) -> TagModel:
    """Return the model of a tag; letters come in the order in which they were decided on.

    `bound` is the precision that it must have on letters that it has not seen, from 0 to 1.
    """
    examples, joins = _examples(letters)
    whole = _says_sentences(letters)
    right = sum(example.right for example in examples)
    turned_down = sum(example.decision is not None and not example.right for example in examples)
    tagged = sum(any(decision.right for decision in letter.decisions) for letter in letters)
    if right < LEAST_EXAMPLES or tagged < _LEAST_LETTERS or not whole:
        return TagModel(tag, right, turned_down, whole=whole)
    judged: list[tuple[float, _Example]] = []
    for part in range(_PARTS):
        model = _fit([example for example in examples if example.part != part])
        judged += [(_score(*model, one.found), one) for one in examples if one.part == part]
    threshold, precision, recall = _threshold(judged, bound)
    own = _last_own(judged)
    confirmed = sum(one.right for _, one in own)
    weights, bias = _fit(examples)
    heaviest = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))[:_MOST_WEIGHTS]
    rounded = {number: round(weight, 3) for number, weight in sorted(heaviest) if round(weight, 3)}
    shown = (round(threshold, 3), round(precision, 3), round(recall, 3), len(own), confirmed)
    return TagModel(tag, right, turned_down, *shown, joins, True, round(bias, 3), rounded)


def _examples(letters: Sequence[DecidedLetter]) -> tuple[list[_Example], bool]:
    """Return what there is to learn from, and whether passages mostly hold several sentences."""
    examples: list[_Example] = []
    spanning = tagged = 0
    share = min(1.0, _MOST_SENTENCES / max(1, sum(_rough_count(letter.text) for letter in letters)))
    for number, letter in enumerate(letters):
        part, length = number % _PARTS, max(1, len(letter.text))
        for decision in letter.decisions:
            inside = list(_sentences_in(letter.text, decision.start, decision.end))
            tagged += decision.right
            spanning += decision.right and len(inside) > 1
            for start, end in inside:
                found = _numbers(features(letter.text[start:end], start / length))
                weight = 1.0 if decision.right else _TURNED_DOWN
                examples.append(_Example(found, decision.right, weight, 1.0, part, decision))
        for start, end in _untagged(letter, share):
            found = _numbers(features(letter.text[start:end], start / length))
            examples.append(_Example(found, False, 1.0, 1 / share, part))
    return examples, 3 * spanning > tagged


def _says_sentences(letters: Sequence[DecidedLetter]) -> bool:
    """Tell whether the passages are whole sentences, mostly: of a name or a number nothing is learnt here."""
    whole = tagged = 0
    for letter in letters:
        bounds = list(rough_sentences(letter.text))
        for decision in letter.decisions:
            if decision.right:
                tagged += 1
                met = [end - start for start, end in bounds if start < decision.end and decision.start < end]
                whole += 2 * (decision.end - decision.start) >= max(met, default=0)
    return 2 * whole >= tagged


def _rough_count(text: str) -> int:
    return len(text) // 110


def _sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in rough_sentences(text[start:end]):
        yield start + first, start + last


def _untagged(letter: DecidedLetter, share: float) -> Iterator[tuple[int, int]]:
    """Yield sentences in which nothing was decided, a share of them where there are many."""
    places = sorted((decision.start, decision.end) for decision in letter.decisions)
    for start, end in rough_sentences(letter.text):
        if any(start < last and first < end for first, last in places):
            continue
        if share >= 1 or crc32(letter.text[start:end].encode()) % 10_000 < 10_000 * share:
            yield start, end


def _numbers(found: Iterable[Feature]) -> frozenset[int]:
    return frozenset(feature.number for feature in found)


_Fitted = tuple[Mapping[int, float], float]


def _fit(examples: Sequence[_Example]) -> _Fitted:
    """Return weights and bias; the order of the examples is theirs, mixed by a fixed rule."""
    counts = Counter(number for example in examples for number in example.found)
    among_right = Counter(number for one in examples if one.right for number in one.found)
    known = {
        number for number, count in counts.items() if count > 1 and (among_right[number] > 1 or count > 3)
    }
    right = sum(one.weight for one in examples if one.right)
    wrong = sum(one.weight for one in examples if not one.right)
    lift = math.sqrt(max(1.0, wrong / right)) if right else 1.0
    rows = [
        (sorted(one.found & known), float(one.right), one.weight * (lift if one.right else 1.0))
        for one in examples
    ]
    # Right and wrong ones in turn, or the last many of one kind would have the last word.
    order = sorted(range(len(rows)), key=lambda number: crc32(number.to_bytes(4, "big")))
    weights, sums = dict.fromkeys(known, 0.0), dict.fromkeys(known, 1e-2)
    bias = -math.log(max(1.0, wrong / max(right * lift, 1.0)))
    bias_sum = 1e-2
    for _ in range(_ROUNDS):
        for number in order:
            found, goal, weight = rows[number]
            total = bias
            for each in found:
                total += weights[each]
            slope = weight * (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - goal)
            if -0.02 < slope < 0.02:
                continue
            bias_sum += slope * slope
            bias -= _RATE * slope / math.sqrt(bias_sum)
            for each in found:
                step = slope + _KEEP * weights[each]
                sums[each] += step * step
                weights[each] -= _RATE * step / math.sqrt(sums[each])
    return weights, bias


def _score(weights: Mapping[int, float], bias: float, found: Iterable[int]) -> float:
    return bias + sum(weights.get(number, 0.0) for number in found)


_Judged = Sequence[tuple[float, _Example]]


def _threshold(judged: _Judged, bound: float) -> tuple[float, float, float]:
    """Return the threshold at which a precise enough model does best, and its precision and recall there.

    Precision counts twice as much as recall (F0.5). It must also have been on the last of its own proposals that were decided on. Without such a threshold,
    the precision of its best half is told.
    """
    ranked = sorted(judged, key=lambda each: -each[0])
    all_right = sum(one.right for _, one in ranked)
    own = {id(one) for _, one in _last_own(judged)}
    right = wrong = own_right = own_wrong = 0.0
    best = (NEVER, 0.0, 0.0)
    told = most = 0.0
    for number, (score, one) in enumerate(ranked):
        if one.right:
            right += 1
            own_right += id(one) in own
        else:
            wrong += one.stands_for
            own_wrong += id(one) in own
        if not told and 2 * right >= all_right:
            told = right / (right + wrong)
        if number + 1 < len(ranked) and ranked[number + 1][0] == score:
            continue
        decided = own_right + own_wrong
        if len(own) >= _FEW and (decided < _FEW or own_right < bound * decided):
            continue
        # One of each is added, so that two right ones of two do not count as certain.
        precision, recall = (right + 1) / (right + wrong + 2), right / all_right
        worth = 1.25 * precision * recall / (0.25 * precision + recall) if right else 0.0
        if precision >= bound and right > wrong and worth > most:
            most = worth
            lower = ranked[number + 1][0] if number + 1 < len(ranked) else score
            best = ((score + lower) / 2, right / (right + wrong), recall)
    return best if best[0] < NEVER else (NEVER, told, 0.0)


def _last_own(judged: _Judged) -> list[tuple[float, _Example]]:
    """Return its own proposals among the last that were decided on.

    Those that were turned down long ago count no more: when it fell silent, what a person tags is its new chance.
    """
    decided = [(one.decision.made_at, number) for number, (_, one) in enumerate(judged) if one.decision]
    last = [judged[number] for _, number in sorted(decided)[-_LAST:]]
    return [each for each in last if each[1].decision is not None and each[1].decision.learnt]
