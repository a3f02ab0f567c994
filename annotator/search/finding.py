"""Finding plain text: what is looked for, how alike it must be, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.core.text import Span, clean
from annotator.search.folding import Likeness, fold, folded_query

LONGEST = 2_000  # characters of what is looked for
# A space that is typed may be any white space of one line, or a line's end; a blank line parts.
_GAP = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
_WORD = "[^\\W_\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]"

_TOO_LONG = QT_TRANSLATE_NOOP(
    "Search", "This is too long to look for: {count} characters. Take {most} at most."
)
_NOTHING = QT_TRANSLATE_NOOP("Search", "Type what to look for.")


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
    """Raise Problem where there is nothing to look for, or too much."""
    if not find.text:
        raise Problem(Message("Search", _NOTHING))
    if len(find.text) > LONGEST:
        raise Problem(Message("Search", _TOO_LONG, {"count": len(find.text), "most": LONGEST}))


@dataclass(frozen=True, slots=True)
class PlainFinder:
    """Finds plain text in texts, also in broken words; make it once for many."""

    likeness: Likeness
    pattern: re.Pattern[str]

    def find(self, text: str) -> list[Span]:
        """Return where it stands, in order; places neither overlap nor are empty."""
        found = self._find(text, self.likeness)
        if "\n" in text and _is_broken(text):
            joined = replace(self.likeness, join_broken=True)
            broken = [span for span in self._find(text, joined) if _is_broken(text[span.start : span.end])]
            found = _apart(found + broken) if broken else found
        return found

    def _find(self, text: str, likeness: Likeness) -> list[Span]:
        folded = fold(text, likeness)
        places = (folded.original(*match.span()) for match in self.pattern.finditer(folded.text))
        return [span for span in places if span is not None and span.start < span.end]


def plain_finder(find: Find) -> PlainFinder:
    """Return what finds a plain text. Raises Problem where there is nothing to look for, or too much."""
    require_findable(find)
    likeness = Likeness(find.match_case, find.ignore_accents)
    return PlainFinder(likeness, re.compile(_pattern(clean(find.text), likeness, whole_word=find.whole_word)))


def _pattern(text: str, likeness: Likeness, *, whole_word: bool) -> str:
    wanted = folded_query(text, likeness)
    if not wanted:  # nothing but soft hyphens or accents
        return r"(?!)"
    parts = re.split(r"(\s+)", wanted)
    pattern = "".join(_GAP if part[:1].isspace() else re.escape(part) for part in parts if part)
    if not whole_word:
        return pattern
    starts = re.match(_WORD, wanted) is not None
    ends = re.match(_WORD, wanted[-1]) is not None
    return "".join((f"(?<!{_WORD})" if starts else "", pattern, f"(?!{_WORD})" if ends else ""))


def _is_broken(text: str) -> bool:
    return ("-" in text or "\u2010" in text) and re.search(r"[-\u2010][ \t]*\n", text) is not None


def _apart(spans: list[Span]) -> list[Span]:
    """Return the spans in order; of two that overlap, the first."""
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
