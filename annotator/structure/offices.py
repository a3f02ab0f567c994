"""Who signs: offices (`De Minister van Defensie`), names (`mr. A.B. de Vries-Jansen`), and for whom."""

from __future__ import annotations

import re

from annotator.structure.labels import is_unit
from annotator.structure.lines import Line, near
from annotator.structure.words import FINITE_VERBS

_OFFICE = (
    r"(?:(?:vice-?)?minister(?:-president)?|staatssecretari(?:s|ssen)|secretaris-generaal|(?:hoofd|vice)?directeur(?:-generaal)?"
    r"|(?:afdelings|bureau)?hoofd|team(?:manager|leider|hoofd)|(?:[a-z]+-?)?manager|inspecteur(?:-generaal)?|burgemeester"
    r"|wethouder|(?:gemeente|raads)?secretaris|(?:vice-?)?voorzitter|griffier|commissaris|chef|co[oö]rdinator"
    r"|bestuurder|(?:vice-?)?president|hoofdofficier|korpschef|rector|directie|raad van bestuur"
    r"|college van|gevolmachtigd\w*|(?:senior )?(?:beleids)?adviseur|(?:senior )?jurist\w*|thesaurier\w*|landsadvocaat"
    r"|directeuy)"
)
_BEFORE_OFFICE = (
    r"(?:(?:divisie|unit|programma|team|regio|cluster|sector|algemeen|plv\.?|plaatsvervangend|wnd\.?|waarnemend|loco"
    r"|tijdelijk|a\.?i\.?|adjunct|demissionair|(?:de |het )?clustermanager)[ -]+)*"
)
_ROLE = re.compile(rf"^\W{{0,2}}(?:namens\s+)?(?:(?:de|het|onze|een)\s+)?{_BEFORE_OFFICE}{_OFFICE}\b", re.I)
_ON_BEHALF = re.compile(
    r"^(?:,?\s*namens (?:deze|dezen|hem|haar|de)\b|mede namens|voor deze[n]?\b|i\.?\s?o\.|b\.a\.|o\.l\.v\.|namens)",
    re.I,
)
_TITLES = (
    r"(?i:(?:(?:prof|dr|drs|mr|ir|ing|bc|mevr|mevrouw|mw|dhr|de heer|jhr|jkvr|em|lic|i\.?o|hr)\b\.?\s*)*)"
)
_INITIAL = r"[A-ZÀ-Þ][a-z]{0,2}[.,]\s?-?\s?"
# A stop may be lost between two (`R F. M. Lubbers`) or behind the last (`M. J van Dam`), an I read as a figure.
_INITIALS = (
    rf"(?:(?:[A-Z]\s?(?=[A-Z][.,]))?{_INITIAL}(?:{_INITIAL}|[1l|][.,]\s?|[A-Z]\s?(?=[A-Z][.,])){{0,5}}(?:[A-Z]\s)?"
    r"|[A-ZÀ-Þ]{2,4}\.\s?)"
)
_PARTICLES = (
    r"(?:(?:van|von|de|der|den|di|da|du|el|la|le|te|ten|ter|'t|’t|'s|’s|in|op|aan|bij|uit|tot|zu|und|dos|Van|De|Den|Der|Ter|Ten"
    r"|Te|El|Al|Ben|Oude|Nieuwe|van't|van’t|v\.d\.|v\.)\s+){0,4}"
)
_SURNAME = rf"{_PARTICLES}[A-ZÀ-Þ‘'’][\w'’-]+(?:\s?[-–]\s?{_PARTICLES}[A-ZÀ-Þ][\w'’-]*|\s+{_PARTICLES}[A-ZÀ-Þ][\w'’-]+){{0,3}}"
_DEGREES = r"(?:\s*,?\s*(?:MA|MSc|RA|RC|MBA|LLM|MPA|PhD|MPM|MSC|EMIA|CPA|BBA|BSc)\b\.?)*"
_NAME = re.compile(
    rf"^[^\w(\[]{{0,3}}(?:N[l1I]\s+)?{_TITLES}{_INITIALS}\s*(?:\(\w+\)\s*)?{_SURNAME}{_DEGREES}[^\w(]{{0,3}}$"
)
_SPACED_NAME = re.compile(rf"^{_TITLES}(?:[A-Z]\s?\.\s?){{2,5}}\s?(?:[A-Z]\s)?[\w ]{{4,30}}$")
_FULL_NAME = re.compile(
    rf"^[^\w(\[]{{0,3}}{_TITLES}[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?\s+(?:[A-ZÀ-Þ]\.\s?){{0,3}}{_SURNAME}\W{{0,3}}$"
)
_CAPITAL_NAME = re.compile(
    rf"^{_TITLES}(?:[A-Z]\.\s?){{1,5}}\s*(?:[A-Z'’]+[ -]){{0,4}}[A-Z'’-]{{3,}}\W{{0,2}}$"
)
# `De Minister van Financiën, W. F. Duisenberg` in one line: an office with a comma, then initials.
OFFICE_AND_NAME = re.compile(
    r"^(?P<office>[ \t]*(?:De|DE|de)\s(?i:(?:vice-)?minister|staatssecretaris|secretaris-generaal)\b[^.:;\n]{0,120},)[ \t]"
    rf"(?=(?:{_TITLES}{_INITIALS}\s*{_SURNAME}\.?|[A-ZÀ-Þ'’-]{{3,}}\.)[ \t]*$)",
    re.M,
)
_SURNAME_ALONE = re.compile(
    rf"^(?:w\.\s?g\.\s)?(?:{_PARTICLES})[A-ZÀ-Þ][A-ZÀ-Þ'’-]{{2,}}(?: [A-ZÀ-Þ'’-]{{2,}}){{0,3}}\W{{0,2}}$"
)


_BESIDE = re.compile(r"\S\s+(?=(?:de|het)\s+(?:minister|staatssecretaris)\b)", re.I)
_MISREAD_BEHALF = re.compile(r"\bna(?:rn|m|ni|in)[ec][nu][sz]\b", re.I)
_MISREAD_I = str.maketrans("íìïÍ", "iiiI")


# What stands before the name on a copy: `(w.g.) A.B. de Vries`.
SIGNED = re.compile(r"^\(?w\.\s?g\.\)?:?\s+", re.I)


def is_role(line: Line) -> bool:
    """Tell whether the line can be an office under a letter (`De Minister van Defensie,`)."""
    if len(line.text) >= 110 or line.text.endswith((".", "?", ":")):
        return False
    text = line.text.translate(_MISREAD_I)
    return bool(_ROLE.match(text)) or _is_misread_role(text)


def _is_misread_role(text: str) -> bool:
    """Tell whether the line is `De Minister van ...` as OCR misreads it (`De Minizter van Dcfensie,`)."""
    words = text.casefold().split()[:4]
    if text[:1].isupper() and len(words) > 2 and words[0] not in ("de", "dc", "oe"):
        words.insert(0, "de")  # `Minisler van Financiën`
    if len(words) < 3 or words[0] not in ("de", "dc", "oe"):
        return False
    return words[2] in ("van", "voor") and any(
        near(words[1], office, 2) for office in ("minister", "staatssecretaris", "directeur")
    )


def offices_beside(line: Line) -> list[tuple[int, int]]:
    """Return the spans in the line of the offices that stand side by side in it: `De minister van …, De minister …`."""
    starts = [0, *(match.end() for match in _BESIDE.finditer(line.text))]
    if len(starts) < 2 or not is_role(line):
        return []
    ends = [*(start for start in starts[1:]), len(line.text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True)]


def names_beside(line: Line) -> list[tuple[int, int]]:
    """Return the spans in the line of the two names that stand side by side in it: `W.B. Vos K.H. de Wit`."""
    text = line.text
    if len(text) > 90 or any(sign.isdigit() for sign in text):
        return []
    gaps = sorted(re.finditer(r"\s+", text), key=lambda gap: -len(gap.group()))
    for gap in gaps:
        halves = ((0, gap.start()), (gap.end(), len(text)))
        if all(_is_some_name(text[start:end]) for start, end in halves):
            return list(halves)
    return []


def halves_of(line: Line) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the spans of the two columns that a line below two offices goes on in: `en Handel,   en Sport,`."""
    parted = re.search(r"\s{2,}", line.text) or re.search(r"(?<=,)\s", line.text)
    if parted is None or len(line.text) > 110 or line.ends_sentence:
        return None
    return (0, parted.start()), (parted.end(), len(line.text))


def _is_some_name(text: str) -> bool:
    return 4 < len(text) < 50 and any(pattern.match(text) for pattern in (_NAME, _FULL_NAME, _CAPITAL_NAME))


def is_on_behalf(line: Line) -> bool:
    """Tell whether the line says for whom is signed (`namens deze,`)."""
    text = _MISREAD_BEHALF.sub("namens", line.text)
    return len(text) < 100 and bool(_ON_BEHALF.match(text))


def is_name(line: Line) -> bool:
    """Tell whether the line is a name with initials (`mr. A.B. de Vries-Jansen`)."""
    text = SIGNED.sub("", line.text)
    if not 4 < len(text) < 64:
        return False
    return any(pattern.match(text) for pattern in (_NAME, _CAPITAL_NAME, _SPACED_NAME))


def is_full_name(line: Line) -> bool:
    """Tell whether the line may be a first name and a surname (`Nynke Kuipers`)."""
    return (
        5 < len(line.text) < 45
        and bool(_FULL_NAME.match(line.text))
        and not is_role(line)
        and not is_unit(line)
    )


def is_surname(line: Line) -> bool:
    """Tell whether the line is a surname in capitals alone, as papers were signed (`VERINGA.`)."""
    return 3 < len(line.text) < 40 and bool(_SURNAME_ALONE.match(line.text))


def is_sentence_of_office(line: Line, after: Line | None, width: int) -> bool:
    """Tell whether an office begins a sentence (`De Minister van Defensie heeft ...`)."""
    if any(word in FINITE_VERBS for word in line.words):
        return True
    return (
        len(line.text) > 0.8 * width
        and after is not None
        and after.starts_small
        and not (is_on_behalf(after) or is_name(after) or names_beside(after) or offices_beside(line))
    )
