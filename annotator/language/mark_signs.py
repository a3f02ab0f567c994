"""The signs of a text that may be footnote marks, and what is seen of each without the others."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
QUOTES = "'’‘”“\"»«"
SIGNS = "®°*}{><^+©™¥§ˆ˜¬~$#|\\!?" + QUOTES
_SIGN_CLASS = re.escape(SIGNS)
# Behind a word: signs, or digits behind a stop or glued to letters (`wordt.2`, `geschil4`).
_TAIL = re.compile(
    rf"(?P<base>\S*?[^\W_][)\]]?)(?P<stop>[.,;:]?)(?:(?P<signs>[{_SIGN_CLASS}]{{1,3}})|(?P<digits>\d{{1,2}}))"
    r"(?P<after>[.,;:)]*)"
)
_TOKEN = re.compile(r"\S+")
_NOTE_START = re.compile(
    rf"(?m)^[^\S\n]*(?P<sign>[{_SIGN_CLASS}£€%&@]{{1,3}}|\d{{1,2}}|[TIlÌÍìíJHtSLi]|[Ss1lI][°®»!?'’*)]|1[a-z])"
    r"[^\S\n]+"
    r"(?=[A-ZÀ-Þ‘“'\"(]|www\.|http|[Ss]tb\.|[Ss]tcrt\.)"
)
_READ_WELL = re.compile(rf"[{SUPERSCRIPTS}]+")
ANY_QUOTE = "“„‘«\"'”’»"
_DOUBLE_QUOTES = ("“", "„", "«", '"')
_CLOSED = re.compile(r"[\w.,!?…)][”’»\"'“‘]+[.,;:)]*$")
_OWN_APOSTROPHE = re.compile(r"[sxz]$", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?i)(?:^|[\s“‘\"'(,])(?:wat|wie|hoe|waarom|waar|welke?|wanneer|hoeveel|waardoor|waarmee|waarbij|kunt|kan|bent|"
    r"is|zijn|heeft|hebben|wilt|wil|zou|zult|deelt|herinnert|klopt|vindt|acht|ziet|gaat|worden|wordt|was|waren|"
    r"mag|moet|moeten|erkent|kent|onderschrijft|klopt|bestaat|heb|zullen|zal|kunnen|mogen|dient)\b"
)
_SENTENCE_START = re.compile(r"[.!?;:]\s+(?=[A-ZÀ-Þ])|\n\s*\n")
LOOK_BACK = 1200
_QUOTED_WORDS = 150
MOST_SIGNS = 1500
_MOST_STARTS = 300


@dataclass(frozen=True, slots=True)
class Sign:
    """A candidate: where it is, what was read, and what is seen of it without the others."""

    start: int
    end: int
    word_start: int
    read: str
    starts_note: bool
    stands_alone: bool
    seen: tuple[float, ...]
    read_well: bool = False


def signs(text: str) -> list[Sign]:
    """Return the signs of the text that may be marks, in order, with those that were read well."""
    found = [*_at_words(text), *_at_line_starts(text)]
    taken = {sign.start for sign in found}
    found += (
        Sign(
            m.start(),
            m.end(),
            m.start(),
            m.group(),
            _at_line_start(text, m.start()),
            False,
            (),
            read_well=True,
        )
        for m in _READ_WELL.finditer(text)
        if m.start() not in taken
    )
    return sorted(found, key=lambda sign: sign.start)


def _at_words(text: str) -> list[Sign]:
    found: list[Sign] = []
    starts = _line_start_signs(text)
    for token in _TOKEN.finditer(text):
        chunk = token.group()
        if chunk[-1].isalpha() or token.start() in starts:
            continue
        if len(found) > MOST_SIGNS:
            break
        if len(chunk) <= 2 and not chunk[0].isalnum() and all(c in SIGNS for c in chunk):
            if not _at_line_start(text, token.start()):
                found.append(
                    _sign(text, token.start(), token.start(), token.end(), "", chunk, "", alone=True)
                )
            continue
        match = _TAIL.fullmatch(chunk)
        if match is None or ("»" in chunk and "«" in text[max(0, token.start() - 400) : token.end()]):
            continue
        digits = match["digits"]
        if digits and not _glued_digits(match["base"], match["stop"]):
            continue
        read = digits or match["signs"]
        at = token.start() + len(match["base"]) + len(match["stop"])
        found.append(_sign(text, token.start(), at, at + len(read), match["base"], read, match["stop"]))
    return found


def _glued_digits(base: str, stop: str) -> bool:
    letters = sum(map(str.isalpha, base))
    return letters == len(base.rstrip(")]")) and base[-2:].islower() and letters >= (2 if stop else 4)


def _sign(
    text: str, word_start: int, at: int, end: int, base: str, read: str, stop: str, *, alone: bool = False
) -> Sign:
    following = text[end : end + 60]
    rest = following.lstrip(".,;:)")
    gap = rest[: len(rest) - len(rest.lstrip())]
    next_sign = rest.lstrip()[:1]
    before = text[max(0, at - LOOK_BACK) : at]
    first = read[0]
    quotes, words_ago = (
        _open_quotes(before[: len(before) - len(base) - len(stop)]) if first in QUOTES else (0.0, 99.0)
    )
    if base[:1] in ANY_QUOTE:
        quotes, words_ago = quotes + 1, 0.0
    sentence = _SENTENCE_START.split(before)[-1]
    seen = (
        float(_CLASS_OF.get(first, 9)),
        float(len(read)),
        float(read.isdigit()),
        float(bool(stop)),
        float(".,;:".find(stop) if stop else -1),
        float(following[:1] in ".,;:)" and following[:1] != ""),
        float("\n\n" in gap) * 2 + float("\n" in gap),
        1.0 if next_sign.islower() else 2.0 if next_sign.isupper() else 3.0 if next_sign.isdigit() else 0.0,
        quotes,
        float(bool(_OWN_APOSTROPHE.search(base))),
        _question(sentence) if "?" in read else -1.0,
        float(len(sentence.split())),
        float(base[-1:].isdigit()) - float(base.isupper()),
        float(alone),
        float(sum(map(str.isalpha, base))),
        words_ago,
        float(min(20, text.count(first))),
    )
    return Sign(at, end, word_start, read, False, alone, seen)


def _question(sentence: str) -> float:
    """Tell whether a sentence asks: 2 where it begins so, 1 where a question word stands in it."""
    first = _QUESTION.search(" ".join(sentence.split()[:2]))
    return 2.0 if first else float(bool(_QUESTION.search(sentence)))


_CLASS_OF = {
    sign: float(number)
    for number, group in enumerate(("®©™", "°", "*", "’‘", "'", "”“", '"', "?", "!"))
    for sign in group
}


def _open_quotes(before: str) -> tuple[float, float]:
    """Return how many quotes of the paragraph are open, and how many words ago the last one was opened."""
    paragraph = before[before.rfind("\n\n") + 1 :]
    opened = 0
    words_ago = 99.0
    pieces = paragraph.split()[-_QUOTED_WORDS:]
    for number, piece in enumerate(pieces):
        if piece[0] in ANY_QUOTE or piece[1:2] in _DOUBLE_QUOTES:
            opened += 1
            words_ago = float(len(pieces) - number)
        if _CLOSED.search(piece) and opened:
            opened -= 1
    return float(opened), words_ago


def _line_start_signs(text: str) -> set[int]:
    return {match.start("sign") for match in _NOTE_START.finditer(text)}


def _at_line_starts(text: str) -> list[Sign]:
    matches = list(_NOTE_START.finditer(text))
    if len(matches) > _MOST_STARTS:
        return []  # a list with bullets
    same = Counter(match["sign"] for match in matches)
    found = []
    for index, match in enumerate(matches):
        read, at, end = match["sign"], match.start("sign"), match.end("sign")
        line_end = text.find("\n", end)
        line = text[end : line_end if line_end >= 0 else len(text)].strip()
        before = text[max(0, at - 60) : at].rstrip(" ")
        tail = before.rstrip()
        seen = (
            float(_CLASS_OF.get(read[0], 9)) if not read[0].isalnum() else 12.0 if read.isdigit() else 11.0,
            float(len(read)),
            float(read.isdigit()),
            float(before.endswith("\n\n") or not tail),
            float(tail[-1:] in ".!?:;"),
            float(same[read]),
            float(_like_note(line)),
            at / max(1, len(text)),
            float(text.count("\n", end)),
            float(len(line.split())),
            float(len(matches)),
            float(index and text.count("\n", matches[index - 1].start(), at)),
            float(text.count("\n", end, matches[index + 1].start())) if index + 1 < len(matches) else 99.0,
            float(read.isalpha()),
            float(int(read)) if read.isdigit() else -1.0,
            1.0,
            float(line[-1:] in ".!?"),
        )
        found.append(Sign(at, end, at, read, True, True, seen))
    return found


_NOTE_LIKE = re.compile(
    r"(?i)kamerstuk|handelingen|stb\.|stcrt|staatsblad|artikel|zie |richtlijn|verordening|pb\b|eu\b|www\.|"
    r"https?:|bijlage|rapport|ecli|cbs|brief|besluit|wet\b|motie|dit betreft|bron|\d{2} ?\d{3}"
)


def _like_note(line: str) -> int:
    return len(_NOTE_LIKE.findall(line[:80]))


def _at_line_start(text: str, at: int) -> bool:
    return not text[max(text.rfind("\n", 0, at) + 1, at - 40) : at].strip()


def number_of(read: str) -> int:
    """Return the number that digits stand for, raised or not, with a stop or a bracket behind them (`1)`)."""
    digits = re.match(r"\d{1,3}", read.translate(DIGITS))
    return int(digits[0]) if digits else 0


def superscript(number: int) -> str:
    """Return the number in raised digits."""
    return "".join(SUPERSCRIPTS[int(digit)] for digit in str(number))
