"""The trees that weigh what is known of a word."""

from __future__ import annotations

from annotator.language.model import Model


def test_model_goes_down_its_trees() -> None:
    model = Model({"base": 0.5, "trees": [[[0, 1.0, 1, 2], [-1.0], [2.0]], [[0.25]]]})
    assert (model.log_odds([1.0]), model.log_odds([1.5])) == (-0.25, 2.75)
