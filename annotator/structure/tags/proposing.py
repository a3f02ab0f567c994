"""The sentences that the models of tags propose in a letter."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.language.interface import Reason
from annotator.structure.interface import ProposedPassage
from annotator.structure.passages import Stretch
from annotator.structure.sentences import sentences
from annotator.structure.tags.features import Feature, features
from annotator.structure.tags.model import TagModel, from_json

LEARNT = "learnt"  # the code of the reason
_LEFT_OUT = frozenset({"letterhead", "heading", "salutation", "signature"})
_log = logging.getLogger(__name__)


class _Sentence(NamedTuple):
    stretch: int
    start: int
    end: int
    found: list[Feature]


def learnt_passages(learnt: str, pieces: Sequence[Stretch], length: int) -> list[ProposedPassage]:
    """Return what the models propose in a letter of this length, in the order of the text."""
    try:
        models = [model for model in from_json(learnt) if model.proposes]
    except ValueError:
        _log.warning("what was learnt of tags is damaged: it is left out")
        return []
    if not models:
        return []
    seen = list(_sentences(pieces, max(1, length)))
    found = [passage for model in models for passage in _proposed(model, seen)]
    return sorted(found, key=lambda passage: (passage.start, passage.end, passage.tag))


def _sentences(pieces: Sequence[Stretch], length: int) -> Iterator[_Sentence]:
    for number, piece in enumerate(pieces):
        if piece.role in _LEFT_OUT:
            continue
        for start, end in sentences(piece.flow):
            first, last = piece.flow.span(start, end)
            yield _Sentence(number, first, last, features(piece.flow.text[start:end], first / length))


def _proposed(model: TagModel, seen: Sequence[_Sentence]) -> Iterator[ProposedPassage]:
    waiting: ProposedPassage | None = None
    stretch, number_before = -1, -2
    for number, sentence in enumerate(seen):
        score = model.score(sentence.found)
        if score < model.threshold:
            continue
        sure = round(1 / (1 + math.exp(-min(30.0, score))), 3)
        reason = Reason(LEARNT, {"phrase": ", ".join(model.spoke(sentence.found))})
        passage = ProposedPassage("", sentence.start, sentence.end, sure, reason, model.tag)
        goes_on = model.joins and (stretch, number_before) == (sentence.stretch, number - 1)
        if waiting is not None and goes_on:
            passage = ProposedPassage(
                "", waiting.start, passage.end, max(sure, waiting.confidence), waiting.reason, model.tag
            )
        elif waiting is not None:
            yield waiting
        waiting, stretch, number_before = passage, sentence.stretch, number
    if waiting is not None:
        yield waiting
