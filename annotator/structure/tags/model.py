"""What was learnt of one tag: weights of features, how it did on decisions that it had not seen, and its use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from annotator.core.read_json import read_json
from annotator.structure.tags.features import Feature

LEAST_EXAMPLES = 8  # confirmed passages, before anything is proposed
NEVER = 1e9  # a threshold that nothing reaches
_LONG = re.compile(r"[^\W\d_]{4}|[€%]")  # what says something by itself
_SHOWN = 4  # words that are said to speak for a proposal


@dataclass(frozen=True, slots=True)
class TagModel:
    """A linear model of a tag. A sentence whose weights come to `threshold` or more is proposed.

    `examples` and `turned_down` are the decisions that it was made of. `precision` and `recall` are those on
    letters that it had not seen, at the threshold; `decided` of its own last proposals were decided on,
    `confirmed` of them confirmed. With `joins` sentences side by side are one passage; where its passages are not `whole` sentences nothing is
    learnt.
    """

    tag: str
    examples: int
    turned_down: int
    threshold: float = NEVER
    precision: float = 0.0
    recall: float = 0.0
    decided: int = 0
    confirmed: int = 0
    joins: bool = False
    whole: bool = True
    bias: float = 0.0
    weights: Mapping[int, float] = field(default_factory=dict)

    @property
    def proposes(self) -> bool:
        """Tell whether it is sure enough to propose anything."""
        return self.threshold < NEVER

    def score(self, found: Iterable[Feature]) -> float:
        """Return what speaks for the tag in a sentence less what speaks against it."""
        weight = self.weights.get
        return self.bias + sum(weight(feature.number, 0.0) for feature in found)

    def spoke(self, found: Iterable[Feature]) -> list[str]:
        """Return the words and phrases that spoke most for the tag, none of them in another."""
        weighed = [(self.weights.get(one.number, 0.0), one.words) for one in found if _LONG.search(one.words)]
        said: list[str] = []
        for weight, words in sorted(weighed, key=lambda each: (-each[0], each[1])):
            if weight <= 0 or len(said) == _SHOWN:
                break
            if not any(f" {words} " in f" {other} " or f" {other} " in f" {words} " for other in said):
                said.append(words)
        return said


def to_json(models: Sequence[TagModel]) -> str:
    """Write models down."""
    return json.dumps([asdict(model) for model in models], separators=(",", ":"))


@lru_cache(maxsize=4)
def from_json(source: str) -> tuple[TagModel, ...]:
    """Read models written by `to_json`. Raises ValueError where it holds something else."""
    read = read_json(source)
    if not isinstance(read, list):
        raise ValueError("no list of models")
    try:
        return tuple(_model(each) for each in read)
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError("no model of a tag") from error


def _model(row: Mapping[str, Any]) -> TagModel:
    weights = {int(number): float(weight) for number, weight in row["weights"].items()}
    return TagModel(**{**row, "weights": weights})
