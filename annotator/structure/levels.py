"""How deep a heading lies: numbers, headings right below headings, questions, grounds, and what texts announce."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.structure.headings import NUMBER
from annotator.structure.looks import Look
from annotator.structure.words import FUNCTION_WORDS

_GROUNDS = re.compile(
    r"^(?:\d+\.?\s+)?(?:overwegingen?|motivering|beoordeling|de beoordeling|gronden)\b", re.I
)
_GROUND = re.compile(
    r"\bart(?:ikel|\.)|levenssfeer|beleidsopvatting|bedrijfs- en|persoonsgegevens|benadeling|openbaarheid|intern beraad|betrekkingen|opsporing|onevenredig|inspectie, controle|economische of financi|bijzondere|veiligheid|wet\b|milieu",
    re.I,
)
_PROCEDURE = re.compile(
    r"^(?:wijze van|plaatsing|publicatie|afschrift|meer informatie|besluit|conclusie|vragen|tot slot|ondertekening|bezwaar|zienswijze|vervolg|slot|inventarisatie|openbaarmaking$)",
    re.I,
)
# Parts of a decision that stand beside each other, whatever announces them.
_MAIN = re.compile(
    r"^(?:\d+\.?\s+)?(?:(?:het )?besluit|overwegingen?|(?:verloop van de )?procedure|wettelijk kader|juridisch kader|inventarisatie\b.*"
    r"|zienswijzen?|beslissing|uw verzoek|aanleiding|inleiding|conclusie|tot slot|ten slotte)\W*$",
    re.I,
)
_LAST = re.compile(r"^(?:tot slot|ten slotte|slot|conclusie|afsluiting|vervolg|overig|afrond)", re.I)
_ANSWER = re.compile(r"^\W?ant?woord", re.I)
_QUESTION = re.compile(r"^\W?vr[ae]a?g", re.I)


# How strongly a heading is set: heading the letter, size, capitals, bold, italic.
Strength = tuple[bool, int, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading, the text below it up to the next one, and how it is set, where that is known."""

    heading: str
    below: str
    look: Look | None = None


def levels(sections: Sequence[Headed], introduction: str) -> list[int]:
    """Return the level (1 to 3) of each heading."""
    if sum(section.look is not None and section.look.level > 0 for section in sections) * 2 >= max(
        1, len(sections)
    ):
        return _stated(sections)
    numbers = _depths([section.heading for section in sections])
    if sum(depth > 0 for depth in numbers) >= max(2, 0.4 * len(sections)):
        return _numbered(sections, numbers)
    if any(_ANSWER.match(section.heading) for section in sections) and any(
        _QUESTION.match(s.heading) for s in sections
    ):
        return [2 if _ANSWER.match(section.heading) else 1 for section in sections]
    if sum(section.look is not None and section.look.stands_out for section in sections) >= min(
        2, max(1, len(sections))
    ):
        return _looked(sections)
    return _inferred(sections, introduction)


def _depths(headings: Sequence[str]) -> list[int]:
    """Return how deep the number of each heading lies, 0 without one.

    Each way of numbering has a depth of its own, in the order in which they lie in each other: `II.`, then `A.`.
    """
    found: list[int] = []
    bases: dict[str, int] = {}
    now = 0
    for heading in headings:
        match = NUMBER.match(heading)
        if match is None or (match["number"].isalpha() and not match["stop"]):
            found.append(0)
            continue
        number = match["number"].strip(".,")
        way = _way(number, bases)
        bases.setdefault(way, now)
        now = bases[way] + (len(re.split(r"[.,]", number)) if way == "digits" else 1)
        found.append(now)
    return found


def _way(number: str, known: Mapping[str, int]) -> str:
    if not number.isalpha():
        return "digits"
    roman = len(number) > 1 or number == "I" or (number in "VX" and "capital" not in known)
    return "roman" if roman else "capital"


def _numbered(sections: Sequence[Headed], numbers: Sequence[int]) -> list[int]:
    found: list[int] = []
    last = 0
    deepest_before = 0
    for section, depth in zip(sections, numbers, strict=True):
        if depth:
            last = deepest_before = depth
            found.append(min(3, depth))
        elif last == 0 or _LAST.match(section.heading):
            found.append(1)
        else:
            found.append(min(3, deepest_before + 1))
    return found


def _stated(sections: Sequence[Headed]) -> list[int]:
    """Return the levels that the source states, from 1 without gaps; what has none lies below the last that has."""
    stated = [section.look.level if section.look else 0 for section in sections]
    ranks = {level: rank for rank, level in enumerate(sorted({*stated} - {0}), 1)}
    found: list[int] = []
    last = 0
    for level in stated:
        last = ranks.get(level, last)
        found.append(min(3, last if level else last + 1))
    return found


def _looked(sections: Sequence[Headed]) -> list[int]:
    """Return the levels that type tells: the weaker a heading is set, the deeper it lies.

    Where the type is the same, grounds below `Overwegingen` lie below it too.
    """
    strengths = [_strength(section, sections[0]) for section in sections]
    ranks = {strength: rank for rank, strength in enumerate(_governing(strengths), 1)}
    found = [
        max(rank for other, rank in ranks.items() if other >= min(strength, max(ranks)))
        for strength in strengths
    ]
    return [min(3, level) for level in _with_grounds(sections, found)]


def _strength(section: Headed, first: Headed) -> Strength:
    look = section.look or Look()
    # What heads the letter in plain type is underlined, say: that is not known of a line.
    heads = not look.stands_out and first.look is not None and not first.look.stands_out
    return (heads, look.larger, section.heading.isupper(), look.bold, look.italic)


def _governing(strengths: Sequence[Strength]) -> list[Strength]:
    """Return the strengths that make levels, the strongest first: such as have weaker headings below them."""
    found: list[Strength] = []
    ordered = sorted({*strengths}, reverse=True)
    for strength, weaker in zip(ordered, [*ordered[1:], None], strict=True):
        places = [place for place, one in enumerate(strengths) if one == strength]
        governs = any(place + 1 < len(strengths) and strengths[place + 1] < strength for place in places)
        if governs or weaker is None or (found and len(places) > 1):
            found.append(strength)
    return found


def _with_grounds(sections: Sequence[Headed], found: Sequence[int]) -> list[int]:
    made = list(found)
    for place, section in enumerate(sections):
        if _GROUNDS.match(section.heading):
            same = _while(sections[place + 1 :], lambda one, look=section.look: one.look == look)
            for n in range(place + 1, place + 1 + _grounds(section, sections[place + 1 : place + 1 + same])):
                made[n] = max(made[n], found[place] + 1)
    return made


def _inferred(sections: Sequence[Headed], introduction: str) -> list[int]:
    if asked := _asked(sections):
        return asked
    found: list[int] = []
    place = 0
    while place < len(sections):
        found.append(1)
        children = _children(sections, place, introduction)
        found += [2] * children
        place += 1 + children
    return found


def _asked(sections: Sequence[Headed]) -> list[int]:
    """Return levels where questions stand under plain headings, each of which has some; nothing elsewhere."""
    questions = [section.heading.rstrip("\"'”’) ").endswith("?") for section in sections]
    plain = [place for place, asks in enumerate(questions) if not asks]
    governed = [place for place in plain if place + 1 < len(sections) and questions[place + 1]]
    if questions.count(True) < 2 or not questions or questions[0]:
        return []
    empty = [place for place in governed if not sections[place].below.strip()]
    if not empty and len(governed) < 2:
        return []
    return [2 if asks else 1 for asks in questions]


def _children(sections: Sequence[Headed], place: int, introduction: str) -> int:
    """Return how many of the headings that follow lie under this one."""
    parent, rest = sections[place], sections[place + 1 :]
    if _GROUNDS.match(parent.heading):
        return _grounds(parent, rest)
    if rest and not parent.below.strip():
        # A heading right below a heading: one of several, as a rule of two.
        named = _while(rest[1:], lambda section: _announced(section.heading, parent.below))
        # What the letter's introduction names is a main part, unless it names the first one below, too.
        main = [_announced(section.heading, introduction, 0.5) for section in rest[:2]]
        second = len(rest) > 1 and not _LAST.match(rest[1].heading) and (main[0] or not main[1])
        return 1 + max(named, int(second))
    children = _while(rest, lambda section: _is_told(section.heading, parent.below, introduction))
    # One word that the text above happens to have tells nothing (`Kenmerken`): two do, or a name.
    alone = children == 1 and len(rest[0].heading.split()) == 1
    return 0 if alone and not _named_alone(rest[0].heading, parent.below) else children


def _is_told(heading: str, above: str, introduction: str) -> bool:
    """Tell whether the text above announces the heading, and the letter's introduction does not."""
    if _MAIN.match(heading) or _LAST.match(heading):
        return False
    told = _announced(heading, above) and not _announced(heading, introduction, 1.0)
    return told or _named_alone(heading, above)


def _grounds(parent: Headed, rest: Sequence[Headed]) -> int:
    """Return how many of the headings that follow are grounds set out under this one."""
    return _while(
        rest,
        lambda section: (
            not _PROCEDURE.match(section.heading)
            and bool(_GROUND.search(section.heading) or (section is rest[0] and not parent.below.strip()))
        ),
    )


def _while(sections: Sequence[Headed], test: object) -> int:
    count = 0
    for section in sections:
        if not test(section):  # type: ignore[operator]
            break
        count += 1
    return count


def _stems(text: str) -> set[str]:
    return {
        word.casefold()[:6]
        for word in re.findall(r"[^\W\d_]{4,}", text)
        if word.casefold() not in FUNCTION_WORDS
    }


def _announced(heading: str, text: str, share: float = 0.99) -> bool:
    """Tell whether the text names what the heading says."""
    wanted = _stems(heading)
    return bool(wanted) and len(wanted & _stems(text)) >= share * len(wanted)


def _named_alone(heading: str, text: str) -> bool:
    """Tell whether the heading is one name (`Irak`) and the text above names it: a noun is written small there."""
    named = re.search(rf"(?<![.?!:]\s)\b{re.escape(heading)}\b", text)
    return bool(re.fullmatch(r"[A-Z][\w-]+", heading)) and named is not None
