"""Is this a word? What did the OCR mean? Suspects, suggestions and what the analysts teach."""

from __future__ import annotations

from annotator.language.interface import Engine


def dutch_engine() -> Engine:
    """Return a new engine for Dutch; its word lists are read when it is first asked something."""
    from annotator.language.engine import DutchEngine

    return DutchEngine()
