"""References to parliamentary papers as letters write them, read to one normal form and shown again.

Normal form: the dossier's digits, `-` and its addition where it has one, `/` and the sub-number where there
is one: `28676`, `28676/347`, `35300-XV/28`, `21501-07/1750`, `35925/E`, `35462-R2142/3`. Pages, session years
and the name of the chamber are read over.
"""

from __future__ import annotations

import re

from annotator.core.folding import read_whole, without_raised
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.unreadable import UnreadableError

NOT_A_REFERENCE = QT_TRANSLATE_NOOP("Fields", "“{text}” is not a reference: write it as 28 676, nr. 347.")
SEVERAL_PAPERS = QT_TRANSLATE_NOOP(
    "Fields", "“{text}” names more than one paper: give each a row of its own."
)
NOT_A_DOSSIER = QT_TRANSLATE_NOOP("Fields", "“{text}” is not a dossier: write it as 28 676 or 35 300-XV.")
NOT_A_SUB_NUMBER = QT_TRANSLATE_NOOP("Fields", "“{text}” is not a sub-number: write it as nr. 347 or E.")
NOT_A_SESSION_YEAR = QT_TRANSLATE_NOOP("Fields", "“{text}” is not a session year: write it as 2020-2021.")

# What may stand before the dossier; `Il`, `1I` and `l` are how OCR reads the chamber's II and I.
_HEAD = re.compile(
    r"(?:(?:(?:kamerstuk(?:ken|nummers?)?|(?:kamer)?dossier(?:nummer)?|kst|tk|ek|(?:tweede|eerste) kamer)"
    r"[-.:,]* ?)+"
    # `11 000` is a dossier, in `1 2020/21, 35 570` the 1 is the chamber.
    r"(?:[il1|]{1,2}(?! \d{3}(?!\d)),? )?)?"
    r"(?:vergaderjaar )?(?:(?:19|20)\d\d ?[-/] ?(?:\d{4}|\d\d),? )?",
    re.IGNORECASE | re.ASCII,
)
_DOSSIER = re.compile(r"(\d\d) ?(\d{3})(?!\d)|(?!19\d\d|20\d\d)(\d) ?(\d{3})(?!\d)", re.ASCII)
# A single small letter may be typed for a capital, but `n` and `p` are the beginning of `nr.` and `p. 7`.
_SUB = r"(?P<sub>\d{1,4}|(?-i:(?!NR\b)[A-Z]{1,3}|[a-moq-z]))\)?"
# Chapters of the budget (with the OCR's l and 1 for I), numbers of two digits, funds, and kingdom acts.
_ADDITION_FORMS = r"[IVXl1|]{1,5}[A-H]?|\d\d|[A-Z]|R ?\d{3,4}"
_ADDITION = rf"(?P<addition>{_ADDITION_FORMS})\)?"
_BEFORE_ADDITION = r"(?: ?- ?| | ?\()"
_BEFORE_SUB = r"(?:[,;]? ?\(?(?:nr|no|nummer|ondernummer)\b\.?:? ?| ?/ ?| ?, ?)"
_READING = re.IGNORECASE | re.ASCII
_TAIL = re.compile(
    r"[,;]? ?(?:\(?herdruk\)?|(?:pp?|blz|bladzijden?|pag|pagina'?s?)\b\.? ?\d+(?: ?(?:-|en|t/m) ?\d+)?)$",
    _READING,
)
_MANY = re.compile(r"\b(?:nrs|nummers)\b|\d (?:en|and|t/m) \d|\d ?, ?\d+ en \d", _READING)
_WHOLE = re.compile(rf"{_BEFORE_ADDITION}{_ADDITION}(?:{_BEFORE_SUB}|-| - ){_SUB}", _READING)
_WITHOUT_ADDITION = re.compile(rf"{_BEFORE_SUB}{_SUB}", _READING)
_ONE_THING = re.compile(
    rf"(?P<sign> ?- ?| | ?\()(?P<thing>{_ADDITION_FORMS}|\d{{1,4}}|(?-i:[A-Z]{{1,3}}))\)?", _READING
)
_SUB_ALONE = re.compile(rf"(?:(?:nr|no|nummer|ondernummer)\b\.?:? ?)?{_SUB}", _READING)
_SUB_BEGUN = re.compile(r"(?:(?:n|nr|no|nu|nummer)\b\.?:?)?", _READING)
_BEGUN_REST = re.compile(
    r" ?[-,;/(]? ?(?:n|nr\.?|nu|num|numm|numme|nummer|no\.?)?|.*[-,;/(] ?(?:nr?\.?)?", re.IGNORECASE
)
_BEGUN_DOSSIER = re.compile(r"\d{0,2} ?\d{0,3}", re.ASCII)
_BEGUN_WORD = re.compile(
    r"(?:k|ka|kam|kame|kamer|kamers|kamerst|kamerstu|kamerstuk(?:k|ke|ken)?|dossier|t|tk|e|ek)[ .,:i]*"
)
_SESSION_YEAR = re.compile(r"((?:19|20)\d\d) ?[-/] ?(\d{4}|\d\d)", re.ASCII)
_SESSION_YEAR_BEGUN = re.compile(r"1|2|(?:19|20)\d{0,2}|(?:19|20)\d\d ?[-/] ?\d{0,3}|v[a-z]*|", re.ASCII)

_NORMAL = re.compile(r"\d{4,5}(?:-[A-Z0-9]+)?(?:/[A-Z0-9]+)?", re.ASCII)
_CHAPTER = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[A-H]?")
# Alone behind a dossier, `I`, `V` and `X` are chapters of the budget (General Affairs, Foreign Affairs,
# Defence), other single letters are papers of the Eerste Kamer (`36 836 D`).
_CHAPTERS_OF_ONE_LETTER = frozenset("IVX")
# The European councils: `21 501-32` alone is a dossier, while `34851-04` elsewhere would be paper 4.
_NUMBERED_ADDITIONS = frozenset({"21501"})


def read_reference(text: str) -> str:
    """Return the reference in its normal form. Raises UnreadableError."""
    written = _simplified(text)
    head = _HEAD.match(written)
    match = _DOSSIER.match(written, head.end() if head else 0)
    if match is None:
        raise UnreadableError(NOT_A_REFERENCE, text=text, incomplete=_is_begun(written))
    dossier = "".join(part for part in match.groups() if part)
    rest = written[match.end() :]
    if _MANY.search(rest):
        raise UnreadableError(SEVERAL_PAPERS, text=text)
    parts = _addition_and_sub(dossier, _TAIL.sub("", rest))
    if parts is None:
        raise UnreadableError(NOT_A_REFERENCE, text=text, incomplete=_BEGUN_REST.fullmatch(rest) is not None)
    addition, sub = parts
    return dossier + (f"-{addition}" if addition else "") + (f"/{sub}" if sub else "")


def show_reference(value: str, language: str) -> str:
    """Return a reference as letters in either language write it: `28 676, nr. 347`. Raises ValueError."""
    whole, _, sub = value.partition("/")
    if not _NORMAL.fullmatch(value):
        raise ValueError(value)
    return show_dossier(whole, language) + (f", nr. {sub}" if sub else "")


def read_dossier(text: str) -> str:
    """Return a dossier with its addition in the normal form (`28676`, `35300-XV`). Raises UnreadableError."""
    try:
        value = read_reference(text)
    except UnreadableError as error:
        raise UnreadableError(NOT_A_DOSSIER, text=text, incomplete=error.incomplete) from None
    if "/" in value:
        raise UnreadableError(NOT_A_DOSSIER, text=text)
    return value


def show_dossier(value: str, _language: str) -> str:
    """Return a dossier as letters write it: `28 676`, `35 300-XV`, `35 462 (R2142)`. Raises ValueError."""
    digits, _, addition = value.partition("-")
    if not _NORMAL.fullmatch(value):
        raise ValueError(value)
    shown = f"{digits[:-3]} {digits[-3:]}"
    if addition.startswith("R"):
        return f"{shown} ({addition})"
    return f"{shown}-{addition}" if addition else shown


def read_sub_number(text: str) -> str:
    """Return the sub-number of a paper in its dossier: digits without zeros in front, or capitals."""
    written = _simplified(text)
    match = _SUB_ALONE.fullmatch(written)
    if match is None:
        raise UnreadableError(
            NOT_A_SUB_NUMBER, text=text, incomplete=_SUB_BEGUN.fullmatch(written) is not None
        )
    return _sub_number(match["sub"])


def read_session_year(text: str) -> str:
    """Return a session year as `jjjj-jjjj`, read also from `2020/21`. Raises UnreadableError."""
    written = _simplified(text).lower().removeprefix("vergaderjaar ")
    match = _SESSION_YEAR.fullmatch(written)
    following = str(int(match[1]) + 1) if match else ""
    if match and following.endswith(match[2]):
        return f"{match[1]}-{following}"
    raise UnreadableError(
        NOT_A_SESSION_YEAR, text=text, incomplete=_SESSION_YEAR_BEGUN.fullmatch(written) is not None
    )


def _simplified(text: str) -> str:
    """Return the text with single spaces and plain dashes, without the signs around it."""
    plain = re.sub("[\u2010-\u2015\u2212]", "-", read_whole(without_raised(text))).replace("\u2019", "'")
    plain = plain.strip(" .,;:[]")
    return plain[1:].rstrip(" )") if plain.startswith("(") else plain


def _addition_and_sub(dossier: str, rest: str) -> tuple[str, str] | None:
    """Return the addition and the sub-number (each perhaps "") that stand behind a dossier, or None."""
    if not rest:
        return "", ""
    if match := _WITHOUT_ADDITION.fullmatch(rest):
        return "", _sub_number(match["sub"])
    if match := _WHOLE.fullmatch(rest):
        addition = _addition(match["addition"])
        return (addition, _sub_number(match["sub"])) if addition else None
    if match := _ONE_THING.fullmatch(rest):
        return _addition_or_sub(dossier, match["sign"], match["thing"])
    return None


def _addition_or_sub(dossier: str, sign: str, thing: str) -> tuple[str, str] | None:
    if thing.isdigit():
        numbered = len(thing) == 2 and dossier in _NUMBERED_ADDITIONS
        if "-" not in sign and not numbered:
            return None
        return (thing, "") if numbered else ("", _sub_number(thing))
    addition = _addition(thing)
    is_chapter = bool(_CHAPTER.fullmatch(addition)) and (
        len(addition) > 1 or addition in _CHAPTERS_OF_ONE_LETTER
    )
    if is_chapter or re.fullmatch(r"R\d+", addition):
        return addition, ""
    return "", _sub_number(thing)


def _addition(written: str) -> str:
    """Return an addition in capitals, with the OCR's l, 1 and | read as I; "" if it is none."""
    if written.isdigit() and len(written) == 2:
        return written
    if re.fullmatch(r"[rR] ?\d{3,4}", written):
        return written.upper().replace(" ", "")
    roman = re.sub("[l1|]", "I", written).upper()
    return roman if len(roman) == 1 or _CHAPTER.fullmatch(roman) else ""


def _sub_number(written: str) -> str:
    return (written.lstrip("0") or "0") if written.isdigit() else written.upper()


def _is_begun(written: str) -> bool:
    head = _HEAD.match(written)
    rest = written[head.end() :] if head else written
    return bool(_BEGUN_DOSSIER.fullmatch(rest) or _BEGUN_WORD.fullmatch(written.lower()))
