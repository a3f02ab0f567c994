"""Numbers and acronyms that were misread where only one can stand: `artikel lO`, `Kamerstukken HI`, `8ZK`.

What stands before or behind a place says what must stand there. Acronyms are held against the letter's own
and a list of ministries, chambers, parties and agencies; one that is itself listed, or that the letter has
more than once, is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

from annotator.language import reasons
from annotator.language.lexicon import Lexicon
from annotator.language.listed import listed
from annotator.language.spacing import Finding
from annotator.language.tokens import Words

ACRONYMS = listed(
    """BZK SZW VWS OCW EZK LNV LVVN IenW IenM JenV VenJ BuZa VROM VenW KGG VRO AenM BHOS FIN AZ EZ BZ
    RIVM CBS CPB PBL SCP AIVD MIVD NCTV NCSC UWV SVB CJIB IND COA DJI NVWA ILT RVO RWS KNMI DNB AFM ACM
    NZa IGJ NFI DUO VNG IPO UvW SER WRR ATR CAK CIZ KNAW NWO TNO CTIVD NAVO OESO IMF ECB WTO WHO OVSE
    SodM ABRvS CRvB CBb VVD PVV CDA PvdA SGP PvdD FvD BBB NSC DENK GroenLinks
    MvT AMvB Wob Woo Awb Wft WBP AVG BTW MKB AOW WAO WIA WMO ZZP ECLI KMar VN EU"""
)
_OTHER_CASE = re.compile(r"\bGroenlinks\b")
# What is read for what in capitals and figures.
_ALIKE = {
    "8": "BS", "5": "S", "0": "OQ", "1": "I", "2": "Z", "6": "G", "4": "A", "l": "IJ", "I": "JL", "J": "I",
    "T": "I", "S": "B", "E": "B", "B": "ER", "Q": "O", "O": "QDC", "C": "G", "G": "C", "V": "W", "W": "V",
    "|": "I", "F": "P", "P": "F", "R": "B", "K": "X", "$": "S", "@": "B", "€": "C", "i": "l",
}  # fmt: skip
_TOKEN = re.compile(r"(?<![\w@./€$&-])[\w|$@€]{2,7}(?![\w@&]|[.:]\w)")
_REFERENCE = re.compile(r"(?<![\w/.-])([\w|$]{3,7})(?=/(?:BSK|20\d\d))")
_PREFIXES = listed("IENW JENV MINBUZA VWS OCW EZK LNV BZK SZW FIN IENM VENJ DGNR")
_OWN, _OFTEN = 4, 8  # times that a letter has an acronym of its own; where the other one is a word

_FIGURE_OF = str.maketrans("lI|!OoSsZzBgqGb", "111100552289966")
_MAY_BE = str.maketrans("a", "1")
_NUMBERED = re.compile(
    r"\b(?:[Aa]rtikel(?:en)?|[Aa]rt\.|[Nn]rs?\.|[Pp]agina|[Bb]lz\.|[Vv]raag|[Tt]abel|[Ff]iguur|"
    r"[Pp]aragraaf)[ \n]"
    r"(?P<number>(?=[\d.]*[lO|!S])[\dlIO|!SoZB]{1,3}|[z](?= van\b))(?=[\s,;:)]|\.\s)"
)
_PAGES = re.compile(r"(?:[Pp]agina|[Bb]lad) ?(?P<number>[\w|!]{1,3}) (?:van|/) ?(?P<all>[\w|!]{1,3})(?!\w)")
_BEFORE_UNIT = re.compile(
    r"(?<![\w.,/-])(?P<number>[lOSZB]{1,2}|[\dlIOSZB]*\d[lIOSZB]+|[lIOSZB]+\d[\dlIOSZB]*)"
    r"(?= (?:miljoen|miljard|procent|euro|mln|mld)\b)"
)
_QUESTION_NUMBER = re.compile(r"(?<![\w.,/-])(20[012]\d)2(\d{5})(?![\w/-])")
_OLD_LJN = re.compile(r"(ECLI:NL:[A-Z]{2,6}:\d{4}:)([A-Z]{2})([0-9A-Z]{4})(?!\w)")
_POSTCODE = re.compile(r"(?<![\w.,/-])([BSZlIOG]\d{3})(?= [A-Z]{2} [A-Z][a-z])")
_PHONE = re.compile(r"(?:\bT|\bTel\.?|\b[Tt]elefoon)[ :]{1,2}([0oO][0-9oOsSlIBz]{2})(?=[ -]\d{3}\b)")
_DIALLED = str.maketrans("oOsSlIBz", "00881182")
_PAPERS = re.compile(
    r"\b(?:Kamerstuk(?:ken)?|Handelingen|Aanhangsel)[ \n](?P<number>[^\s\d,.]{1,3}|[1lI|!]{1,3})"
    r"(?=[ \n](?:19|20)\d\d\b)"
)
_CHAPTER = re.compile(
    r"\b(?:[Hh]oofdstuk|[Bb]egroting|[Dd]eel|[Tt]itel|[Bb]ijlage)[ \n](?P<number>H|HI|IH|HH)(?=[\s,.;:)])"
)
_STROKES = {"H": 2, "N": 2, "U": 2, "n": 2, "u": 2, "K": 2}


def codes(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield the numbers and acronyms of a text that stand where another one must."""
    text = words.text
    yield from _numbers(text)
    yield from _pages(text)
    yield from _roman(text)
    for match in _QUESTION_NUMBER.finditer(text):
        yield *match.span(), reasons.DIGITS, f"{match[1]}Z{match[2]}", 0.9
    for match in _OLD_LJN.finditer(text):
        number = match[3].translate(_FIGURE_OF)
        if number != match[3] and number.isdigit():
            yield *match.span(), reasons.DIGITS, match[1] + match[2] + number, 0.9
    for pattern in (_POSTCODE, _PHONE):
        for match in pattern.finditer(text):
            likely = match[1].translate(_DIALLED if pattern is _PHONE else _FIGURE_OF)
            if likely.isdigit() and likely != match[1]:
                yield *match.span(1), reasons.DIGITS, likely, 0.9
    yield from _acronyms(text, lexicon)


def _numbers(text: str) -> Iterator[Finding]:
    for pattern in (_NUMBERED, _BEFORE_UNIT):
        for match in pattern.finditer(text):
            read = match["number"]
            likely = read.translate(_FIGURE_OF)
            if likely.isdigit() and likely != read and likely[0] != "0" and not _is_roman(read):
                yield *match.span("number"), reasons.DIGITS, likely, 0.92 if len(read) > 1 else 0.85


def _pages(text: str) -> Iterator[Finding]:
    """Yield the numbers of pages that are none: what the other pages say comes first."""
    found = list(_PAGES.finditer(text))
    totals = Counter(match["all"] for match in found if match["all"].isdigit())
    total = totals.most_common(1)[0][0] if totals else ""
    for place, match in enumerate(found):
        number, last = match["number"], match["all"]
        if not last.isdigit() and (likely := total or _figures(last)):
            yield *match.span("all"), reasons.DIGITS, likely, 0.93 if total else 0.6
        if not number.isdigit() and (likely := _counted(found, place) or _figures(number)):
            yield *match.span("number"), reasons.DIGITS, likely, 0.92


def _counted(found: list[re.Match[str]], place: int) -> str:
    """Return a page's number by those before and behind it."""
    for other, step in ((place - 1, 1), (place + 1, -1)):
        if 0 <= other < len(found) and found[other]["number"].isdigit():
            return str(int(found[other]["number"]) + step)
    return ""


def _figures(read: str) -> str:
    likely = read.translate(_FIGURE_OF).translate(_MAY_BE)
    return likely if likely.isdigit() and likely[0] != "0" else ""


def _roman(text: str) -> Iterator[Finding]:
    for match in _PAPERS.finditer(text):
        read = match["number"]
        strokes = sum(_STROKES.get(sign, 1) for sign in read)
        if read not in ("I", "II") and all(sign in "IlL1|!iíìjJtT[](){}HNUnu" for sign in read):
            yield *match.span("number"), reasons.ROMAN, "I" if strokes == 1 else "II", 0.92
    for match in _CHAPTER.finditer(text):
        yield *match.span("number"), reasons.ROMAN, match["number"].replace("H", "II"), 0.85


def _is_roman(read: str) -> bool:
    return not read.strip("IVX")


def _acronyms(text: str, lexicon: Lexicon) -> Iterator[Finding]:
    tokens = [match for match in _TOKEN.finditer(text) if _is_like_acronym(match[0])]
    times = Counter(match[0] for match in tokens)
    own = frozenset(one for one, count in times.items() if count >= _OWN and one.isupper() and one.isalpha())
    for match in tokens:
        read = match[0]
        if (likely := _meant(read, times, own, lexicon)) is not None:
            yield *match.span(), reasons.MISREAD, likely, 0.92
    for match in _OTHER_CASE.finditer(text):
        yield *match.span(), reasons.CAPITALS, "GroenLinks", 0.9
    for match in _REFERENCE.finditer(text):
        if match[1] not in _PREFIXES:
            likely = next((one for one in _one_misreading(match[1]) if one in _PREFIXES), None)
            if likely is not None:
                yield *match.span(1), reasons.MISREAD, likely, 0.92


def _is_like_acronym(token: str) -> bool:
    return sum(map(str.isupper, token)) >= 2 or (token[0] == "l" and token[-1].isupper())


def _meant(read: str, times: Counter[str], own: frozenset[str], lexicon: Lexicon) -> str | None:
    """Return the acronym that one is misread from, None where it may well be one itself."""
    if read in ACRONYMS or times[read] > 1 or len(read) < 3 or read.isdigit():
        return None
    odd = not read.isalpha() or read[0].islower()
    for likely in _one_misreading(read):
        if odd and (likely in ACRONYMS or likely in own):
            return likely
        if not odd and likely in own and times[likely] >= (_OFTEN if lexicon.entry(read.lower()) else _OWN):
            return likely
    return None


def _one_misreading(read: str) -> Iterator[str]:
    for place, sign in enumerate(read):
        for true in _ALIKE.get(sign, ""):
            yield read[:place] + true + read[place + 1 :]
    odd = [place for place, sign in enumerate(read) if not sign.isalpha()]
    if len(odd) == 2:
        for chosen in product(*(_ALIKE.get(read[place], "") for place in odd)):
            made = list(read)
            for place, sign in zip(odd, chosen, strict=True):
                made[place] = sign
            yield "".join(made)
