"""Suspects in text that was typed and not read: there no sign was misread, and only slips are left to doubt.

Words broken at a line end and blank lines come of how a page is set, and are doubted as ever; so are signs
that could not be read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.language import reasons
from annotator.language.interface import SURE, Reason, Stretch, Suspect
from annotator.language.unreadable import has_unread_sign

_OF_THE_PAGE = ("hyphen", "break")
_ASKED = (reasons.CORRECTED_BEFORE, reasons.DISPUTED)
_LIKELIEST = 0.8  # what stands on paper is never taken for misread
_MOST_STRANGE = 0.08  # of the words doubted: more of them, and the text was read after all

IsWord = Callable[[str], bool]


def of_typed(
    text: str, found: Sequence[Suspect], typed: Sequence[Stretch], is_word: IsWord, *, slips: bool = True
) -> list[Suspect]:
    """Return the suspects, those in the `typed` stretches as what they are there: slips, where `slips` are
    wanted, or nothing."""
    kept: list[Suspect] = []
    stretches = [one for one in typed if _is_typed(text, found, one)]
    for suspect in found:
        if not any(start <= suspect.start and suspect.end <= end for start, end in stretches):
            kept.append(suspect)
        elif (as_typed := _as_typed(suspect, is_word, slips=slips)) is not None:
            kept.append(as_typed)
    return kept


def _is_typed(text: str, found: Sequence[Suspect], stretch: Stretch) -> bool:
    start, end = stretch
    words = len(text[start:end].split())
    doubted = sum(s.kind == "word" and start <= s.start and s.end <= end for s in found)
    return doubted <= max(3, _MOST_STRANGE * words)


def _as_typed(suspect: Suspect, is_word: IsWord, *, slips: bool) -> Suspect | None:
    if suspect.kind in _OF_THE_PAGE or suspect.reason.code in _ASKED or has_unread_sign(suspect.text):
        return suspect
    if suspect.kind == "space":
        best = suspect.suggestions[0] if suspect.suggestions else None
        is_sure = best is not None and best.score >= SURE
        return suspect if is_sure and not any(map(str.isdigit, suspect.text)) else None  # `2500EA`: as typed
    if suspect.kind != "word" or not slips or not suspect.suggestions or is_word(suspect.text):
        return None
    likely = suspect.suggestions[0]
    if not (is_word(likely.text) and suspect.text.isalpha()):
        return None
    reason = Reason(reasons.SLIP, {"reading": suspect.text, "likely": likely.text})
    choices = tuple(replace(one, score=min(one.score, _LIKELIEST)) for one in suspect.suggestions)
    return replace(suspect, kind="slip", reason=reason, suggestions=choices, sure=False)
