"""Words that are right but for their signs (`ﬁnancieel`), and the way back to the signs of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.core.folding import Folded, plain_signs
from annotator.core.signs import LIGATURES
from annotator.language import reasons
from annotator.language.interface import LearntState, Reason, Suggestion, Suspect

_WITH_LIGATURE = re.compile(rf"[\w\u00ad]*[{''.join(LIGATURES)}][\w\u00ad]*")
_SURE = 0.95


def placed(text: str, folded: Folded, found: Iterable[Suspect], state: LearntState) -> Iterator[Suspect]:
    """Yield the suspects of the folded text as they stand in the text, and its words with ligatures."""
    taken: set[int] = set()
    for suspect in found:
        start, end = folded.around(suspect.start, suspect.end)
        taken.update(range(start, end))
        yield replace(suspect, start=start, end=end, text=text[start:end])
    for match in _WITH_LIGATURE.finditer(text):
        if match[0] not in state.words and taken.isdisjoint(range(*match.span())):
            likely = plain_signs(match[0])
            reason = Reason(reasons.MISREAD, {"reading": match[0], "likely": likely})
            yield Suspect(*match.span(), match[0], "word", reason, (Suggestion(likely, _SURE),), sure=True)


def in_plain_signs(reading: str) -> Iterator[Suggestion]:
    """Yield a reading in plain signs where it has others."""
    if (plain := plain_signs(reading)) != reading:
        yield Suggestion(plain, _SURE)
