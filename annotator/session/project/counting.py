"""What the statistics of a project are made of."""

from __future__ import annotations

from annotator.session.project.operations import At
from annotator.storage.statistics import Statistics


def statistics(at: At) -> Statistics:
    """Count what the letters have."""
    return at.reader.statistics()
