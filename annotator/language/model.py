"""Small boosted decision trees, trained offline and shipped as plain numbers.

A model is JSON: `base` (a log-odds) and `trees`, each a list of nodes `[feature, threshold, left, right]`
or, for a leaf, `[value]`; a sample goes left where its feature is at most the threshold. The sum of base and
leaves is a log-odds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any


class Model:
    """A trained classifier: from features to the probability that something is so."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._base = float(data["base"])
        self._trees = [_grown(tree, 0) for tree in data["trees"]]

    def log_odds(self, features: Sequence[float]) -> float:
        """Return the log-odds for a sample."""
        total = self._base
        for tree in self._trees:
            node = tree
            while type(node) is tuple:
                feature, threshold, left, right = node
                node = left if features[feature] <= threshold else right
            total += node
        return total

    def probability(self, features: Sequence[float]) -> float:
        """Return the probability for a sample."""
        return logistic(self.log_odds(features))


def _grown(nodes: Sequence[Sequence[float]], at: int) -> Any:
    """Return a tree with its branches in place of their numbers: that is read fastest."""
    if len(nodes[at]) == 1:
        return float(nodes[at][0])
    feature, threshold, left, right = nodes[at]
    return int(feature), threshold, _grown(nodes, int(left)), _grown(nodes, int(right))


def logistic(log_odds: float) -> float:
    """Return the probability that belongs to log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, log_odds))))
