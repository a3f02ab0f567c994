"""Suspects written down as JSON: for the file, and for the way from the worker process to the window.

As text they cross in one piece: thousands of pickled dataclasses would keep the window waiting while they are
made anew. Written by hand, since `asdict` copies everything deeply: 20 times slower for 8,000 suspects.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

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


def suspects_from_json(source: str) -> tuple[Suspect, ...]:
    """Read suspects that `suspects_to_json` wrote. Raises ValueError where another program wrote them."""
    try:
        found = tuple(
            Suspect(
                s["start"],
                s["end"],
                s["text"],
                s["kind"],
                Reason(s["reason"][0], s["reason"][1]),
                tuple([Suggestion(g["text"], g["score"], g["detail"]) for g in s["suggestions"]]),
                s["sure"],
            )
            for s in json.loads(source)
        )
        if not all(type(s.start) is type(s.end) is int and 0 <= s.start <= s.end for s in found):
            raise ValueError("a suspect without a place")
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("these are no suspects") from error
    return found
