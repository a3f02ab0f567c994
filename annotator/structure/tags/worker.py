"""Training as a job for a worker process."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.structure.tags.model import to_json
from annotator.structure.tags.training import DecidedLetter, train


def train_job(
    decided: Sequence[tuple[str, Sequence[DecidedLetter]]], bound: float, report: object = None
) -> str:
    """Return the models of tags, written down; `report` is for jobs of several steps."""
    return to_json([train(tag, letters, bound) for tag, letters in decided])
