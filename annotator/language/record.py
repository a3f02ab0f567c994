"""Suspects written down as JSON: for the file, and for the way from the worker process to the window.

As text they cross in one piece: thousands of pickled dataclasses would keep the window waiting while they are
made anew. Written by hand, since `asdict` copies everything deeply: 20 times slower for 8,000 suspects.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from annotator.core.correction_kinds import CORRECTION_KINDS
from annotator.core.read_json import read_json
from annotator.language.interface import Reason, Suggestion, Suspect


def suspects_to_json(suspects: Iterable[Suspect]) -> str:
    """Write suspects."""
    rows = [
        {
            "start": s.start,
            "end": s.end,
            "text": s.text,
            "kind": s.kind,
            "reason": [s.reason.code, dict(s.reason.params)],
            "suggestions": [{"text": g.text, "score": g.score, "detail": g.detail} for g in s.suggestions],
            "sure": s.sure,
        }
        for s in suspects
    ]
    return json.dumps(rows, ensure_ascii=False)


def suspects_from_json(source: str, text: str | None = None) -> tuple[Suspect, ...]:
    """Read suspects that `suspects_to_json` wrote.

    Raises ValueError where another program wrote them, or where they are not of this text.
    """
    try:
        found = tuple(map(_suspect, read_json(source)))
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError("these are no suspects") from error
    if text is not None and not all(text[s.start : s.end] == s.text for s in found):
        raise ValueError("these suspects are of another text")
    return found


def _suspect(s: dict[str, Any]) -> Suspect:
    start, end, text, kind, sure, (code, params) = (
        s["start"],
        s["end"],
        s["text"],
        s["kind"],
        s["sure"],
        s["reason"],
    )
    if not (type(start) is type(end) is int and 0 <= start <= end and type(sure) is bool):
        raise ValueError("a suspect without a place")
    if not (type(text) is type(code) is str and kind in CORRECTION_KINDS and type(params) is dict):
        raise ValueError("a suspect that says nothing")
    if not all(type(said) is str for said in params.values()):
        raise ValueError("a reason that says nothing")
    suggestions = tuple([_suggestion(g["text"], g["score"], g["detail"]) for g in s["suggestions"]])
    return Suspect(start, end, text, kind, Reason(code, params), suggestions, sure)


def _suggestion(text: object, score: object, detail: object) -> Suggestion:
    if (
        isinstance(text, str)
        and isinstance(detail, str)
        and isinstance(score, int | float)
        and 0 <= score <= 1
    ):
        return Suggestion(text, score, detail)
    raise ValueError("a suggestion that says nothing")
