"""References to parliamentary papers in running text, in the forms that letters use and OCR makes of them.

`Kamerstuk 28 676, nr. 347`, `Kamerstukken Il 2022/23, 36 229, nrs. 1 en 4-6`, `TK 2008-2009, 31473, nummer 25`,
`35 300-XV, nr. 28`, `21501-32-1740`, `36836 D`, `Aanhangsel Handelingen II 2022/23, nr. 2011`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotator.core.references import read_reference
from annotator.core.unreadable import UnreadableError
from annotator.structure.lines import near
from annotator.structure.taken import Taken


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A mention of one or more papers: its span, the normal form of each paper, how sure it is, and why.

    `values` is empty for a mention of a dossier alone and for the Aanhangsel.
    """

    start: int
    end: int
    values: tuple[str, ...]
    confidence: float
    code: str


_DIGIT = r"[0-9OoIl|SB]"
_WORD = (
    r"(?P<word>K[a-zéI1|]{2,5}[sSz5][a-zI1|]{1,4}[kh][a-z]{0,5}(?:nummers?)?|(?:TK|EK)(?![a-z])|kst|Kamerdossier(?:nummer)?"
    r"|(?:Tweede|Eerste) Kamer(?=,? (?:vergaderjaar|(?:19|2[0Oo])\d\d)))"
)
_CHAMBER = r"(?:[IlL1ti|!HnU]{1,3}|[IVX]{1,2}[.,]?)"
_YEAR = r"(?:[1l]9|2[0Oo])[0-9OolI]{2}"
_SESSION = rf"(?:vergaderjaar\s)?{_YEAR}\s?[-/–—|]\s?(?:{_YEAR}|[0-9OolI]{{2}})"
_HEAD = rf"(?:{_WORD}\W{{0,2}}\s?(?:{_CHAMBER}[,.]?\s(?=[(\dOIl])|(?={_DIGIT}{{2}}))?(?:\(?{_SESSION}\)?\s?[,.;:]?\s)?(?:nr\.?\s(?=\d\d\s?\d{{3}}))?)"
_DOSSIER = rf"(?P<dossier>(?<![\w.,€$/])(?:[123]|I|l){_DIGIT}[ .]?{_DIGIT}{{3}}(?!{_DIGIT}|[.,]\d))"
_ROMAN = r"[IVXlL1|]{1,6}[A-H]?"
# `nr.`, and what OCR makes of it: `nn.`, `or.`, `ur.`, `n r.`, `nr,`, `nummen`.
_NR = r"(?:nrs?|n\sr|n[ntfe]|[ou]r|no|nos|nummers?|nu(?:m|rn|in)[a-z]{2,4}|ondernummers?|rir|hr)\b"
_ADDITION = rf"(?:\s?[-–—]\s?(?P<add>(?!1+\b)(?-i:{_ROMAN})|\d\d|(?-i:[A-Z])|R\s?\d{{3,4}})(?!\w)|\s(?P<roman>(?-i:{_ROMAN}|[A-H](?=,?\s?n[or]s?\b)|(?:(?<=21501\s)|(?<=21 501\s))\d\d(?=,?\s?n[or]s?\b)))(?=\s?[,;().]|\s(?:{_NR}|n[0o])|$)|\s?\((?P<inside>{_ROMAN}|R\s?\d{{3,4}})\))"
_SUB = r"(?:[0-9OlI|]{1,4}(?!\w)|(?=[OoSBlI|]{0,3}\d)[0-9OoSBlI|]{1,4}(?!\w)|(?-i:[A-Z]{1,3})(?![a-z0-9]))"
# A number behind which something else is counted: `nr. 87, 14 mei 2016`.
_OTHER = r"(?!\s?\d{3}\b|\s(?:procent|miljoen|miljard|euro)\b|\s(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)"
_SUBS = (
    rf"(?:[,;.]?\s?\(?(?P<nr>{_NR})\s?[.,:;]{{0,2}}\s?(?P<subs>{_SUB}(?:\s?(?:,|en|t/m|tot en met|[-–—/])\s?(?:{_NR}\s?[.,]?\s?)?{_SUB}{_OTHER})*)"
    r"|\s?[-–—/]\s?(?P<third>\d{1,4})(?!\d|[-/.]\d)|[,;]\s(?P<letter>(?-i:[A-Z]{1,3}))(?![\w.])"
    r"|,\s(?P<plain>\d{1,4})(?![\w]|[.,]\d|\s\d{3})|\s(?P<bare>(?-i:[A-Z]{1,2}))(?=\s?[);,.\]]|\s[a-z]|$))"
)
_PAGE = r"(?:\s?[,;]?\s?\(?(?:pp?|blz|bladzijden?|pag|pagina'?s?)\b\.?\s?\d+(?:\s?[-–—]\s?\d+|\sen\s\d+)?)?"
_ONE = re.compile(rf"{_HEAD}?{_DOSSIER}{_ADDITION}?(?:{_SUBS})?{_PAGE}", re.I)
_ANNEX = re.compile(
    r"Aanha[nr]gse[l1I][a-z]*\s(?:(?:van de |der |bij de )?Hande[l1I]ing[a-z]{0,3}\W?\s?)?(?:[IlL1t|H]{1,3}[,.]?\s)?"
    rf"(?:\(?{_SESSION}\)?\s?[,.;]?\s)(?:{_NR})\s?[.,]{{0,2}}\s?\d{{1,4}}",
    re.I,
)
_BLANKS = re.compile(r"[^\S ]\s*| \s+")
_TO_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8"})
_UNITS = re.compile(
    r"\s?(?:euro|procent|%|km|kilometer|meter|vierkante|hectare|ton|inwoners|woningen|personen|huishoudens|studenten|leerlingen|miljoen|miljard|keer)\b",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"(?:postbus|€|EUR|\$|artikel|art\.|tel\.?|telefoon|iban|kvk|nummer|zaaknummer)\W*$", re.I
)


def find_references(text: str) -> Iterator[FoundReference]:
    """Yield the mentions of parliamentary papers, in order."""
    folded = _one_blank(text)
    if folded is not None:
        plain, places = folded
        for each in find_references(plain):
            yield replace(each, start=places[each.start], end=places[each.end - 1] + 1)
        return
    found = [FoundReference(annex.start(), annex.end(), (), 0.95, "annex") for annex in _ANNEX.finditer(text)]
    taken = Taken((annex.start, annex.end) for annex in found)
    place, headed_end = 0, -1
    while (match := _ONE.search(text, place)) is not None:
        place = match.end()
        reference = _read(text, match, headed_end)
        if reference is None:
            place = match.start("dossier") + 2 if match.end() > match.start("dossier") + 2 else match.end()
            continue
        if match["word"] or (headed_end >= 0 and reference.code == "chained"):
            headed_end = match.end()
        if not taken.overlaps(reference.start, reference.end):
            taken.add(reference.start, reference.end)
            found.append(reference)
    yield from sorted(found, key=lambda reference: reference.start)


def _one_blank(text: str) -> tuple[str, list[int]] | None:
    """Return the text with a plain blank for each run of blanks of any kind, and where its signs stand.

    None where it has no others.
    """
    if _BLANKS.search(text) is None:
        return None
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _BLANKS.finditer(text):
        pieces += (text[at : match.start()], " ")
        places += range(at, match.start() + 1)
        at = match.end()
    return "".join([*pieces, text[at:]]), [*places, *range(at, len(text))]


def _read(text: str, match: re.Match[str], headed_end: int) -> FoundReference | None:
    """Return what a match says, or None where it is no reference."""
    start, headed = match.start(), False
    if match["word"]:
        headed = _is_paper_word(match["word"])
        if not headed:
            start = match.start("dossier")
    dossier = match["dossier"].translate(_TO_DIGITS)
    digits = re.sub(r"\D", "", dossier)
    if (
        len(digits) != 5
        or sum(sign.isdigit() for sign in match["dossier"]) < 3
        or _UNITS.match(text, match.end())
    ):
        return None
    chained = (
        not headed
        and 0 <= headed_end <= match.start()
        and bool(re.fullmatch(r"\s?(?:,|;|en|,? ?alsmede|,? ?en ook)\s", text[headed_end : match.start()]))
    )
    nr = match["nr"] is not None
    addition = match["add"] or match["roman"] or match["inside"] or ""
    sub = _sub_after(match, digits)
    if match["plain"] and not headed:
        return None
    if not headed and not chained and not _stands_alone(text, match, nr, addition, sub):
        return None
    values = tuple(_values(digits, "" if sub == addition else addition, match, sub))
    if not values and not headed and not chained:
        return None
    end = match.end()
    confidence = 0.97 if headed and values else 0.85 if headed or chained else 0.9 if nr else 0.75
    return FoundReference(
        start, end, values, confidence, "chained" if chained else "paper" if headed else "number"
    )


def _is_paper_word(word: str) -> bool:
    low = word.casefold().translate(str.maketrans("1|", "ll"))
    if low in ("tk", "ek", "kst") or "kamerdossier" in low or low.endswith("kamer"):
        return True
    return any(
        near(low, form, 2) for form in ("kamerstuk", "kamerstukken", "kamerstukken", "kamerstuknummer")
    )


def _sub_after(match: re.Match[str], digits: str) -> str:
    """Return the sub-number that stands behind the dossier without `nr.`, "" where there is none.

    `32706-65` is number 65 (but `21501-32` a dossier), `36836 L` is letter L: no chapter has that number.
    """
    said = match["third"] or match["letter"] or match["bare"] or match["plain"] or ""
    if not said and not match["subs"]:
        if (match["add"] or "").isdigit() and digits != "21501":
            return str(match["add"])
        if match["roman"] == "L":
            return "L"
    return said


def _stands_alone(text: str, match: re.Match[str], nr: bool, addition: str, sub: str) -> bool:
    """Tell whether a number without `Kamerstuk` before it is a paper all the same."""
    start = match.start("dossier")
    if _NOT_BEFORE.search(text[max(0, start - 12) : start]):
        return False
    if nr:
        return True
    in_brackets = text[max(0, start - 2) : start].strip()[-1:] == "("
    if match["third"] and (match["add"] or "").isdigit():
        return True
    if re.fullmatch(r"21[ .]?501-\d{3,4}", match["dossier"] + "-" + (match["third"] or "")):
        return True  # a European council whose number was left out
    if match["third"] and re.fullmatch(_ROMAN, addition or "-"):
        return True
    if match["bare"] or match["letter"] or sub == "L":
        return in_brackets or (
            bool(
                (match["bare"] or sub == "L")
                and (text[match.end() : match.end() + 1] in ").;," or match["dossier"].isdigit())
            )
            and digits_plausible(match["dossier"])
        )
    return False


def digits_plausible(dossier: str) -> bool:
    """Tell whether the number is one that dossiers of our time have."""
    digits = re.sub(r"\D", "", dossier.translate(_TO_DIGITS))
    return len(digits) == 5 and 15_000 <= int(digits) < 40_000


def _values(digits: str, addition: str, match: re.Match[str], sub: str) -> Iterator[str]:
    head = f"{digits[:2]} {digits[2:]}" + (f"-{_roman(addition)}" if addition else "")
    subs = match["subs"]
    if subs is None:
        if sub:
            yield from _canonical(f"{head}, nr. {sub}")
        return
    for number in _expanded(re.sub(rf"(?i)\b{_NR}\s?[.,]?\s?", "", subs)):
        yield from _canonical(f"{head}, nr. {number}")


def _expanded(subs: str) -> Iterator[str]:
    """Yield the sub-numbers that `4, 6 en 8-10` names."""
    for piece in re.split(r"\s?(?:,|\ben\b)\s?", subs):
        ends = [end.strip() for end in re.split(r"t/m|tot en met|[-–—/]", piece) if end.strip()]
        numbers = [end.translate(_TO_DIGITS) if any(sign.isdigit() for sign in end) else end for end in ends]
        if (
            len(numbers) == 2
            and all(number.isdigit() for number in numbers)
            and 0 < int(numbers[1]) - int(numbers[0]) <= 30
        ):
            yield from (str(number) for number in range(int(numbers[0]), int(numbers[1]) + 1))
        else:
            yield from numbers


def _roman(addition: str) -> str:
    bare = addition.replace(" ", "")
    if bare.isdigit() and len(bare) == 2 and bare != "11":
        return bare
    return (
        bare
        if bare[:1] in "rR" and bare[1:].isdigit()
        else re.sub("[l1L|]", "I", bare).upper()
        if not bare.isdigit()
        else bare
    )


def _canonical(written: str) -> Iterator[str]:
    try:
        yield read_reference(written)
    except UnreadableError:
        return
