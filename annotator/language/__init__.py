"""Is this a word? What did the OCR mean? Suspects, suggestions and what the analysts teach."""

from __future__ import annotations

from annotator.language.interface import Engine


def engine_for(language: str) -> Engine:
    """Return a new engine for a language; raises UserError where there are no word tables for it."""
    from annotator.language.engine import SuspectEngine
    from annotator.language.languages import folder_of

    return SuspectEngine(folder_of(language))
