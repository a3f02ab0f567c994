"""Small boosted decision trees, trained offline and shipped as plain numbers.

A model is JSON: `base` (a log-odds) and `trees`, each a list of nodes `[feature, threshold, left, right]`
or, for a leaf, `[value]`; a sample goes left where its feature is at most the threshold. The sum of base and
leaves is a log-odds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

_Node = tuple[int, float, int, int] | tuple[float]


class Model:
    """A trained classifier: from features to the probability that something is so."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._base = float(data["base"])
        self._trees: list[list[_Node]] = [[tuple(node) for node in tree] for tree in data["trees"]]

    def log_odds(self, features: Sequence[float]) -> float:
        """Return the log-odds for a sample."""
        total = self._base
        for tree in self._trees:
            node = tree[0]
            while len(node) == 4:
                node = tree[node[2] if features[node[0]] <= node[1] else node[3]]
            total += node[0]
        return total

    def probability(self, features: Sequence[float]) -> float:
        """Return the probability for a sample."""
        return logistic(self.log_odds(features))


def logistic(log_odds: float) -> float:
    """Return the probability that belongs to log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, log_odds))))
