"""What the correction box and the card at a suspect offer of the suggestions for a place."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.language.interface import Suggestion
from annotator.ui.features.review.box_place import BoxChoice

_MOST = 5


def choices_of(suggestions: Sequence[Suggestion]) -> tuple[BoxChoice, ...]:
    """Return the likeliest of the suggestions, each with what speaks for it."""
    return tuple(BoxChoice(s.text, _detail(s)) for s in suggestions[:_MOST])


def _detail(suggestion: Suggestion) -> str:
    percent = f"{min(99, max(1, round(100 * suggestion.score)))} %"
    return f"{percent} · {suggestion.detail}" if suggestion.detail else percent
