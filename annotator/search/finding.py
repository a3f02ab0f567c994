"""Finding plain text: what is looked for, how alike it must be, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.core.folding import has_line_break, has_special, line_breaks, plain_signs
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, clean
from annotator.core.user_errors import UserError
from annotator.search.folding import Likeness, fold, folded_query

LONGEST = 2_000  # characters of what is looked for
# A space that is typed may be any white space of one line, or a line's end; a blank line parts.
_GAP = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
# A hyphen that is typed between letters may be one that a line end follows.
_HYPHEN = r"\-(?:[^\S\n]*\n\s*)?"
_HYPHENED = re.compile(r"(?<=[^\W_])(-)(?=[^\W_])")
_WORD = "[^\\W_\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]"

_TOO_LONG = QT_TRANSLATE_NOOP(
    "Search", "This is too long to look for: {count:character|characters}. Take {most:,} at most."
)
_NOTHING = QT_TRANSLATE_NOOP("Search", "Type what to look for.")

_EXACT = Likeness(match_case=True, ignore_accents=False)


@dataclass(frozen=True, slots=True)
class Find:
    """What is looked for: plain text, or (`regular`) a regular expression."""

    text: str
    whole_word: bool = False
    match_case: bool = False
    ignore_accents: bool = True
    regular: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)


def require_findable(find: Find) -> None:
    """Raise UserError where there is nothing to look for, or too much."""
    if not find.text:
        raise UserError(Message("Search", _NOTHING))
    if len(find.text) > LONGEST:
        raise UserError(Message("Search", _TOO_LONG, {"count": len(find.text), "most": LONGEST}))


@dataclass(frozen=True, slots=True)
class PlainFinder:
    """Finds plain text in texts, also in broken words; make it once for many."""

    likeness: Likeness
    pattern: re.Pattern[str]

    def find(self, text: str) -> list[Span]:
        """Return where it stands, in order; places neither overlap nor are empty."""
        found = self._find(text, self.likeness)
        if has_line_break(text):
            broken = self._find(text, replace(self.likeness, join_broken=True))
            found = _apart(found + broken) if broken else found
        return found

    def _find(self, text: str, likeness: Likeness) -> list[Span]:
        return _folded_places(self.pattern, text, likeness)


def _folded_places(pattern: re.Pattern[str], text: str, likeness: Likeness) -> list[Span]:
    folded = fold(text, likeness)
    places = (folded.original(*match.span()) for match in pattern.finditer(folded.text))
    return [span for span in places if span is not None and span.start < span.end]


def plain_finder(find: Find) -> PlainFinder:
    """Return what finds a plain text. Raises UserError where there is nothing to look for, or too much."""
    require_findable(find)
    likeness = Likeness(find.match_case, find.ignore_accents)
    return PlainFinder(likeness, re.compile(_pattern(clean(find.text), likeness, whole_word=find.whole_word)))


@dataclass(frozen=True, slots=True)
class ExactFinder:
    """Finds what was typed sign for sign, and what says the same in other signs or in a broken word.

    Signs that say the same are those of `annotator.core.folding`: a no-break space is found by a space. Where
    nothing but such signs was typed, they themselves are found.
    """

    typed: str
    literal: re.Pattern[str]
    folded: re.Pattern[str] | None = None
    pairs: frozenset[str] = frozenset()  # neighbours in what is looked for

    def find(self, text: str) -> list[Span]:
        """Return where it stands, in order; places neither overlap nor are empty."""
        found = [Span(*match.span()) for match in self.literal.finditer(text)]
        if self.folded is None:
            return found
        likenesses = []
        special = has_special(text)
        if special or "-" in self.typed:
            likenesses.append(_EXACT)
        if any(special or text[start - 1] + text[end] in self.pairs for start, end in line_breaks(text)):
            likenesses.append(replace(_EXACT, join_broken=True))
        for likeness in likenesses:
            found += _folded_places(self.folded, text, likeness)
        return _apart(found) if likenesses else found


def exact_finder(typed: str) -> ExactFinder:
    """Return what finds exactly what was typed. Raises UserError where there is nothing, or too much."""
    require_findable(Find(typed))
    wanted, literal = plain_signs(typed), re.compile(re.escape(typed))
    if not wanted.strip() or all(map(has_special, typed.strip())):  # such a sign itself is looked for
        return ExactFinder(typed, literal)
    parts = (_HYPHEN if part == "-" else re.escape(part) for part in _HYPHENED.split(wanted))
    pairs = frozenset(map("".join, pairwise(wanted)))
    return ExactFinder(typed, literal, re.compile("".join(parts)), pairs)


def _pattern(text: str, likeness: Likeness, *, whole_word: bool) -> str:
    wanted = folded_query(text, likeness)
    if not wanted:  # nothing but soft hyphens or accents
        return r"(?!)"
    pattern = "".join(map(_part, re.split(r"(\s+|(?<=[^\W_])-(?=[^\W_]))", wanted)))
    if not whole_word:
        return pattern
    starts = re.match(_WORD, wanted) is not None
    ends = re.match(_WORD, wanted[-1]) is not None
    return "".join((f"(?<!{_WORD})" if starts else "", pattern, f"(?!{_WORD})" if ends else ""))


def _part(part: str) -> str:
    return _GAP if part[:1].isspace() else _HYPHEN if part == "-" else re.escape(part)


def _apart(spans: list[Span]) -> list[Span]:
    """Return the spans in order; of two that overlap, the first."""
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
