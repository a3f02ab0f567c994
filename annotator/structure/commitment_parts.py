"""The parts of a sentence that promises: who, what, to whom, by when; found by its words, as they stand."""

from __future__ import annotations

import re
from datetime import date

from annotator.core.commitments import CommitmentParts
from annotator.structure.due import find_when

_WHO = re.compile(
    r"\b(?:ik|wij|we|het kabinet|de regering|mijn (?:ambtgenoot|collega|ambtsopvolger|opvolger)(?: van [A-Z]\w+)?"
    r"|(?:de |een )?(?:minister|staatssecretaris|bewindspersoon|bewindspersonen)(?: (?:van|voor) [A-Z][\w-]*(?:(?:,| en|,? en) [A-Z][\w-]*)*)?)\b",
    re.I,
)
_SAYS_WHO = re.compile(
    r"\bdoor (?P<who>(?:de |het |mijn )[^,.;]{3,60}?)(?= (?:over|ge\w+|inge\w+|aange\w+|toege\w+)\b|[,.;]|$)",
    re.I,
)
_TO_WHOM = re.compile(
    r"\b(?:aan |bij |naar )?(?P<whom>uw kamer|de (?:tweede|eerste) kamer|beide kamers|de kamer|het parlement|de staten-generaal"
    r"|(?:de |uw )?(?:vaste|algemene) (?:kamer)?commissie(?: (?:van|voor) [A-Z][\w-]*(?:,? (?:en )?[A-Z][\w-]*)*)?|(?<!\bals )\bu\b)(?! heeft\b)",
    re.I,
)
# Where what is promised ends: at a verb, or at what says how.
_ENDS = (
    r"(?=,| (?:te )?(?:informeren|berichten|rapporteren|melden|inlichten|sturen|zenden|toesturen|toezenden|doen toekomen"
    r"|aanbieden|voorleggen|indienen|verstrekken|delen|ontvangen|verwachten|tegemoet\w*|in te dienen)\b"
    r"| (?:zal|zullen|wordt|worden|is|gaat|gaan|kan|stuur|zend|bied|informeer|leg|dien|ik|wij|u|vervolgens|nader|nog|separaat)\b"
    r"| (?:ge\w+[dt]|ingelicht|gesteld|gebracht|gehouden|met een|door)\b| op de hoogte\b| (?:terug|toe|aan|voor|in)\b(?=[.,;]|$)|[.;]|$)"
)
_ABOUT = re.compile(rf"\b(?:over|van(?= de definitieve)) (?P<what>[^\W\d_][^.;]*?){_ENDS}", re.I)
_HEREOF = re.compile(r"\b(?:hierover|daarover|hiervan|daarvan|hierop|daarop)\b", re.I)
_THING = re.compile(
    r"\b(?P<what>(?:een|het|de|mijn|deze|dit)(?! (?:kabinet|regering|minister|staatssecretaris|planning|voornemen))"
    rf" [a-zà-ÿ][^,.;]*?){_ENDS}",
    re.I,
)
_SPACES = re.compile(r"\s+")


def parts_of(sentence: str, written: date | None) -> CommitmentParts:
    """Return the parts of a sentence that promises something; `written` is the date of its letter."""
    text = _SPACES.sub(" ", re.sub(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-zà-ÿ])", "", sentence)).strip()
    when, to = find_when(text, written), _TO_WHOM.search(text)
    by = _SAYS_WHO.search(text)
    who = _WHO.search(text)
    rest = text
    spans = {match.span() for match in (to, by, who) if match}
    if when:
        spans.add((when.start, when.end))
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start].rstrip()} {rest[end:].lstrip()}"
    return CommitmentParts(
        by["who"] if by and not who else who.group() if who else "",
        _what(rest),
        to["whom"] if to else "",
        text[when.start : when.end].strip() if when else "",
        when.due if when else "",
    )


def _what(rest: str) -> str:
    for pattern in (_ABOUT, _THING):
        match = pattern.search(rest)
        if match is not None:
            return match["what"].strip(" ,")
    match = _HEREOF.search(rest)
    if match is not None:
        return match.group()
    said = rest.strip(" .,;")
    return said if said.count(" ") > 1 else ""  # a verb alone: `informeer`
