"""Suggesting a title for a letter: its subject line, else its first line of prose, else the file's name."""

from __future__ import annotations

import re
from pathlib import PurePath

from annotator.core.folding import plain_signs

LONGEST = 80
_LINES_LOOKED_AT = 80
_SUBJECT = re.compile(
    r"\s*(?:Betreft|Betreffende|Onderwerp|Subject)\b(?P<sign>\s*:)?(?P<rest>.*)", re.IGNORECASE
)
_SALUTATION = re.compile(r"\s*(?:Geachte|Beste|Dear|Excellentie|Mijnheer|Mevrouw)\b")
# What else stands in a letterhead: it ends a subject of several lines.
_OTHER_ENTRY = re.compile(
    r"\s*(?:[A-Z][\w ]{0,30}:|Datum|Ons kenmerk|Onze referentie|Uw kenmerk|Uw referentie|Uw brief"
    r"|Kenmerk|Bijlage|Aan\b|Pagina|Postbus|Contactpersoon|Afschrift|Nr\.|Den Haag)"
)
_DATE = re.compile(r"\s*\d{1,2}(?: [^\W\d_]{3,9} |[-/.]\d{1,2}[-/.])\d{4}\s*")
_PROSE = 80  # signs: a line of a subject is shorter, or goes on in small letters
_WORD = re.compile(r"[^\W\d_]{2,}")


def suggest_title(text: str, name: str) -> str:
    """Return a title of at most 80 characters on one line for the letter; `name` is its file's."""
    text = plain_signs(text)
    lines = text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT]
    body = next((i for i, line in enumerate(lines) if _SALUTATION.match(line)), None)
    found = _subject(lines) if body is None else _subject(lines[:body], is_head=True)
    if not found:
        found = _first_prose(lines if body is None else lines[body + 1 :]) or _first_prose(lines)
    return _one_line(found) or _one_line(PurePath(name).stem) or _one_line(name)


def _subject(lines: list[str], *, is_head: bool = False) -> str:
    """Return the subject that lines name; `is_head` where they are all that stands above the salutation."""
    for index, line in enumerate(lines):
        match = _SUBJECT.fullmatch(line)
        if match is None:
            continue
        rest, following = match["rest"].strip(" :\t"), lines[index + 1 :]
        # `Betreft dit …` in prose goes on in lower case; a subject line has a colon, begins with a capital,
        # or stands above the salutation.
        if rest and not match["sign"] and rest[0].islower() and not is_head:
            continue
        if not rest:
            # In a block of values below a block of labels the date comes first.
            while following and (not following[0].strip() or _DATE.fullmatch(following[0])):
                following = following[1:]
        if rest and following and _is_prose(following[0]):
            return rest
        return _joined([rest, *_continuation(following, 2 if rest else 3)])
    return ""


def _continuation(lines: list[str], most: int) -> list[str]:
    kept: list[str] = []
    for line in lines[:most]:
        if not line.strip() or _OTHER_ENTRY.match(line) or (kept and _is_prose(line)):
            break
        kept.append(line.strip())
    return kept


def _is_prose(line: str) -> bool:
    """Tell whether the letter's text begins in the line, right below its subject."""
    text = line.strip()
    return text[:1].isupper() and (len(text) > _PROSE or re.search(r"[a-z]{2}\. [A-Z]", text) is not None)


def _joined(lines: list[str]) -> str:
    # A broken word keeps its hyphen: whether `secretaris-` loses it is for the analyst to say.
    return re.sub(r"(?<=\w)- (?=[a-z])", "-", " ".join(filter(None, lines))).replace("\u00ad ", "")


def _first_prose(lines: list[str]) -> str:
    return next((line for line in lines if len(_WORD.findall(line)) >= 2), "")


def _one_line(title: str) -> str:
    """Return the title without line breaks and doubled spaces, cut at a word where it is too long."""
    plain = " ".join(title.replace("\u00ad", "").split())
    if len(plain) <= LONGEST:
        return plain
    cut = plain[: LONGEST - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[LONGEST // 2 :] else cut).rstrip(" ,;:-") + "…"
