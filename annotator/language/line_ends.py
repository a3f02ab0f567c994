"""Words broken at a line end: are they one word, a word with a hyphen, or two halves that stay apart?"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.language.lexicon import IN_DICTIONARY, Lexicon, plain
from annotator.language.listed import listed

_LETTER = r"[^\W\d_]"
# Bounded: on a page of dots and letters an unbounded one would take for ever.
_HALF = r"[^\W_]{1,60}(?:[-'’./][^\W_]{1,40}){0,6}"
_BROKEN = re.compile(rf"(?<![^\W_])({_HALF})(?<={_LETTER})( ?[-\u00ad]|[=_·—–]) *(\n\s*)({_HALF})")
_RIGHT_HALF = re.compile(rf"(?P<right>{_HALF})(?P<tail>[^\s\w]*)[^\S\n]?")
_PAGE_LINE = re.compile(r"(?:Pagina|Blad|Page) \d{1,3}(?: (?:van|of|/) \d{1,3})?[^\S\n]*(?=\n)")
_MOST_LINE_BREAKS = 4
_USED = 200  # `even-⏎als` is one word
_KEPT_BEFORE = 2.5
_SHORT_NAME = 6  # `Covid-⏎19`
# `in-⏎en uitvoer`: the hyphen stands for the rest of the word.
_STAND_APART = listed("en of als tot dan noch maar respectievelijk t/m c.q alsook")
_HYPHENS = ("-", "\u00ad")
_OFFICES = listed("secretaris-generaal directeur-generaal minister-president inspecteur-generaal")
_CLASHES = listed("aa ae ai ao au ee ei eu ea eo oo ou oe ie ii ij uu ui")


@dataclass(frozen=True, slots=True)
class BrokenWord:
    """A word broken at a line end: its place, its halves, and its readings as one word, best first."""

    start: int
    end: int
    left: str
    right: str
    readings: tuple[tuple[str, float], ...]  # the word, how likely
    between: str = ""  # what of the page stands between the halves: its number, a running head
    tail: str = ""  # what stands behind the word, up to the next one

    @property
    def keeps_hyphen(self) -> bool:
        """Tell whether the best reading has its hyphen where the line ended."""
        return self.readings[0][0] == f"{self.left}-{self.right}"


def broken_words(
    text: str,
    lexicon: Lexicon,
    elsewhere: Mapping[str, int] | None = None,
    apart: Sequence[tuple[int, int]] = (),
) -> Iterator[BrokenWord]:
    """Yield the words that a line end breaks, without those that stay apart (`in-⏎en uitvoer`).

    `elsewhere` counts the letter's own words in lower case: what it writes whole elsewhere decides. What
    stands `apart`, as a page's number, is stepped over.
    """
    counts = Counter() if elsewhere is None else elsewhere
    for match in _BROKEN.finditer(text):
        left, sign, gap, right = match.groups()
        if sign not in _HYPHENS and not _is_misread(left, right, lexicon):
            continue
        behind = _behind_furniture(text, match.start(4), apart)
        if behind > match.start(4):
            if (over := _over_furniture(text, match, behind, lexicon, counts)) is not None:
                yield over
        elif _is_broken(left, gap, right, lexicon):
            readings = readings_of(left, right, lexicon, counts, soft=sign != "-")
            yield BrokenWord(match.start(), match.end(), left, right, readings)


def _is_misread(left: str, right: str, lexicon: Lexicon) -> bool:
    """Tell whether the halves at another sign, or at a space before the hyphen, are one word all the same."""
    if not right[0].islower() or right in _STAND_APART:
        return False
    if f"{left}-{right}".lower() in _OFFICES:
        return True
    are_words = lexicon.weight(plain(left)) and lexicon.weight(plain(right))
    return lexicon.knows(left + right) and not are_words


def _behind_furniture(text: str, at: int, apart: Sequence[tuple[int, int]]) -> int:
    """Return where the letter goes on behind furniture of a page that stands at a place."""
    while True:
        end = next((end for start, end in apart if start <= at < end), at)
        page_line = _PAGE_LINE.match(text, at)
        end = max(end, page_line.end() if page_line else at)
        if end == at:
            return at
        at = end
        while at < len(text) and text[at].isspace():
            at += 1


def _over_furniture(
    text: str, match: re.Match[str], behind: int, lexicon: Lexicon, counts: Mapping[str, int]
) -> BrokenWord | None:
    left, sign, _, _ = match.groups()
    half = _RIGHT_HALF.match(text, behind)
    if half is None or not half["right"][0].islower() or _stands_apart(left, half["right"], lexicon):
        return None
    readings = readings_of(left, half["right"], lexicon, counts, soft=sign != "-")
    if not lexicon.knows(readings[0][0]):
        return None
    between = text[match.start(3) : behind]
    return BrokenWord(match.start(), half.end(), left, half["right"], readings, between, half["tail"])


def _is_broken(left: str, gap: str, right: str, lexicon: Lexicon) -> bool:
    breaks = gap.count("\n")
    if (
        _stands_apart(left, right.lower(), lexicon)
        or breaks > _MOST_LINE_BREAKS
        or (right.isdigit() and not (left[0].isupper() and len(left) <= _SHORT_NAME))
    ):
        return False
    return breaks == 1 or right[0].islower()


def _stands_apart(left: str, right: str, lexicon: Lexicon) -> bool:
    """Tell whether the hyphen stands for the rest of a word; `even-⏎als` is one word all the same."""
    if right not in _STAND_APART:
        return False
    return right in ("en", "of") or lexicon.weight(plain(left + right)) < _USED


def readings_of(
    left: str, right: str, lexicon: Lexicon, elsewhere: Mapping[str, int], soft: bool = False
) -> tuple[tuple[str, float], ...]:
    """Return the two ways to join the halves with how likely each is, the likelier first."""
    joined, hyphenated = left + right, f"{left}-{right}"
    odds = _evidence(joined, lexicon, elsewhere) - _evidence(hyphenated, lexicon, elsewhere)
    odds += 8.0 if soft else _build(left, right, lexicon) - _kept_before(joined, hyphenated, lexicon)
    if hyphenated.lower() in _OFFICES:
        odds = -8.0
    share = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
    both = ((joined, share), (hyphenated, 1 - share))
    return both if share >= 0.5 else (both[1], both[0])


def _evidence(word: str, lexicon: Lexicon, elsewhere: Mapping[str, int]) -> float:
    """Return how much speaks for a form: the letter's own use, then the table, then the dictionary."""
    own = 4.0 if elsewhere.get(word.lower()) else 0.0
    count = max(lexicon.count(form) for form in _forms(word))
    used = 2.0 + 0.6 * math.log(count) if count else 0.0
    if "-" in word:  # a word with a hyphen is known by its parts: that says little
        return own + used + (0.5 if lexicon.knows(word) else 0.0)
    listed_so = lexicon.flags(word) & IN_DICTIONARY
    return own + used + (1.0 if listed_so else 0.5 if lexicon.knows(word) else 0.0)


def _kept_before(joined: str, hyphenated: str, lexicon: Lexicon) -> float:
    """Return what speaks for the hyphen where prose writes the word so: `derde-⏎belanghebbende`."""
    kept = max(lexicon.count(form) for form in _forms(hyphenated))
    return _KEPT_BEFORE if kept and max(lexicon.count(form) for form in _forms(joined)) < 3 * kept else 0.0


def _forms(word: str) -> tuple[str, ...]:
    """Return a word with what its other forms may end in: one of them may have been counted."""
    if len(word) < 9:
        return (word,)
    return word, word + "n", word + "en", word + "s", word.removesuffix("n"), word.removesuffix("s")


def _build(left: str, right: str, lexicon: Lexicon) -> float:
    """Return what the halves say: positive for one word, negative for a hyphen."""
    last = left.rsplit("-", 1)[-1]
    if right[0].isdigit() or _is_capitals(last) or (right[0].isupper() and not left.isupper()):
        return -8.0
    if right.isupper() and left.isupper():
        return 2.0
    if _AND.search(left) and lexicon.knows(right):  # `deur-tot-deur-⏎diensten`
        return -6.0
    lower, joined = plain(last), plain(last + right)
    whole = lexicon.words.get(joined) is not None
    if not lexicon.weight(plain(right)):
        return 1.5
    odds = 1.5
    if lower in lexicon.hyphens:
        odds -= max(-2.0, min(4.0, lexicon.hyphens[lower] + 1.0))
    if right.lower().startswith(lower):  # `win-⏎winoplossing`
        odds -= 6.0
    if not whole and not lexicon.flags(lower) & IN_DICTIONARY and _is_name(last, lexicon):
        odds -= 5.0  # `Egnos-⏎systeem`, `wob-⏎loket`
    both = lexicon.weight(lower) and len(last) > 3 and len(right) > 3
    if both and not whole and lower[-1:] + plain(right)[:1] in _CLASHES:
        odds -= 4.0  # `agenda-⏎afspraken`
    return odds


_AND = re.compile(r"-(?:tot|op|aan|en|in|naar|van|voor|bij)-", re.IGNORECASE)


def _is_name(last: str, lexicon: Lexicon) -> bool:
    return (last[:1].isupper() and len(last) > 3) or lexicon.usual_form(plain(last)) != plain(last)


def _is_capitals(part: str) -> bool:
    return len(part) > 1 and part.isupper()
