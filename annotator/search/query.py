"""What is typed to search the project: words, "phrases", begin*, -without, OR. And where it stands in a text.

    parse('motie "de minister" belg* -irak')

A word counts without its case and accents, as the index reads it (SQLite's FTS5 with unicode61). All that is
typed is data: nothing in it is taken for the index's own language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.core.folding import LINE_BREAK, has_line_break, plain_signs
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, clean
from annotator.core.user_errors import UserError
from annotator.search.finding import LONGEST
from annotator.search.folding import Likeness, fold, folded_query

MOST_TERMS = 60
_ALIKE = Likeness(ligatures=False)  # as the index: `æ` is a letter of its own
_BROKEN = replace(_ALIKE, join_broken=True)
_TERM = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>\*?)')
# What the index takes for a word: letters, figures, marks, and what is for private use.
_TOKEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f\ue000-\uf8ff])+")
_PARTS = r"[\W_]+"

_TOO_LONG = QT_TRANSLATE_NOOP(
    "Search",
    "This is too much to search for: take {most:word|words} and {letters:character|characters} at most.",
)
_NO_WORDS = QT_TRANSLATE_NOOP(
    "Search", "There is no word in this to search for. Choose “Exact” to look for signs."
)
_ONLY_WITHOUT = QT_TRANSLATE_NOOP(
    "Search", "Say also what the letters must hold, not only what they must not."
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase: its words as they were typed; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Of each group one term must be there, of `without` none."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()

    def expression(self) -> str:
        """Return the query in the index's language."""
        wanted = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in self.groups)
        if not self.without:
            return wanted
        return f"({wanted}) NOT ({' OR '.join(map(_quoted, self.without))})"


def parse(typed: str) -> Query:
    """Read what was typed. Raises UserError where it says nothing, or too much."""
    if len(typed) > LONGEST:
        raise UserError(Message("Search", _TOO_LONG, {"most": MOST_TERMS, "letters": LONGEST}))
    groups: list[list[Term]] = []
    without: list[Term] = []
    joins = False
    for match in _TERM.finditer(plain_signs(clean(typed))):
        if match["word"] == "OR" and not match["minus"]:
            joins = bool(groups)
            continue
        term = _term(match)
        if term is None:
            continue
        if match["minus"]:
            without.append(term)
        elif joins:
            groups[-1].append(term)
        else:
            groups.append([term])
        joins = False
    if sum(map(len, groups)) + len(without) > MOST_TERMS:
        raise UserError(Message("Search", _TOO_LONG, {"most": MOST_TERMS, "letters": LONGEST}))
    if not groups:
        raise UserError(Message("Search", _ONLY_WITHOUT if without else _NO_WORDS))
    return Query(tuple(map(tuple, groups)), tuple(without))


def _term(match: re.Match[str]) -> Term | None:
    phrase, word = match["phrase"], match["word"] or ""
    star = bool(match["star"]) or word.endswith("*")
    words = tuple(_TOKEN.findall(phrase if phrase is not None else word))
    return Term(words, star) if words else None


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.prefix else ""}'


class Locator:
    """Finds the words of a query in the text of a letter."""

    def __init__(self, query: Query) -> None:
        terms = {term for group in query.groups for term in group}
        # One by one: each begins with what is looked for, which `re` finds fast; alternatives do not.
        self._patterns = [_compiled(term) for term in terms]

    def find(self, text: str) -> list[Span]:
        """Return where words of the query stand, in order."""
        found = self._find(text, _ALIKE)
        if has_line_break(text):
            found += self._find(text, _BROKEN)
        return _apart(found)

    def _find(self, text: str, likeness: Likeness) -> list[Span]:
        folded = fold(text, likeness)
        places = (
            folded.original(*match.span())
            for pattern in self._patterns
            for match in pattern.finditer(folded.text)
        )
        return [span for span in places if span is not None and span.start < span.end]


def holds(query: Query, text: str) -> bool:
    """Tell whether the query finds a text, as the index would."""
    folded = [fold(text, _ALIKE).text]
    whole = _around_breaks(plain_signs(text))
    if whole:
        folded.append(fold(f" {_WALL} ".join(whole), _ALIKE).text)

    def there(term: Term) -> bool:
        pattern = _compiled(term)
        return any(pattern.search(part) for part in folded)

    return all(any(map(there, group)) for group in query.groups) and not any(map(there, query.without))


@lru_cache(maxsize=4 * MOST_TERMS)
def _compiled(term: Term) -> re.Pattern[str]:
    return re.compile(_pattern(term))


def _pattern(term: Term) -> str:
    first, *others = (re.escape(folded_query(word, _ALIKE)) for word in term.words)
    words = _PARTS.join((rf"{first}(?<![^\W_]{first})", *others))  # what stands before it is looked at last
    return words + (r"[^\W_]*" if term.prefix else r"(?![^\W_])")


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


# Between what is joined for the index: no phrase goes across, as nobody types this.
_WALL = "\ue000"
_BREAKS = re.compile(LINE_BREAK)
_WHITE = re.compile(r"\s")
_BESIDE = 40  # characters


def indexed(text: str) -> str:
    """Return what the index is given of a text: with its signs folded, and behind it its broken words, whole.

    So `verplichtingen` is found where `verplich-⏎tingen` stands, and `generaal` in `secretaris-⏎generaal`.
    What this returns for a text must stay: where it changes, `search_index.INDEX_FORM` does.
    """
    folded = plain_signs(text)
    whole = _around_breaks(folded)
    return f"{folded} {_WALL} {f' {_WALL} '.join(whole)}" if whole else folded


def _around_breaks(text: str) -> list[str]:
    """Return the broken words whole, with what stands around them: they may be in a phrase."""
    stretches: list[tuple[int, int]] = []
    done = 0
    for match in _BREAKS.finditer(text):
        if match.end() + _BESIDE <= done:
            continue
        low = match.start() - _BESIDE
        start = stretches.pop()[0] if stretches and low <= done else _word_before(text, low, match.start())
        done = max(done, _word_behind(text, match.end(), match.end() + _BESIDE))
        stretches.append((start, done))
    return [_BREAKS.sub("", text[start:end]) for start, end in stretches]


def _word_before(text: str, low: int, start: int) -> int:
    """Return where the first whole word behind `low` begins, at the latest the one that `start` lies in."""
    if low <= 0:
        return 0
    white = _WHITE.search(text, low, start)
    if white is not None:
        return white.end()
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    return low


def _word_behind(text: str, end: int, high: int) -> int:
    """Return where the last whole word before `high` ends, at the earliest the one that `end` lies in."""
    if high >= len(text):
        return len(text)
    white = _WHITE.search(text[end : high + 1][::-1])
    if white is not None:
        return high - white.start()
    white = _WHITE.search(text, high)
    return white.start() if white is not None else len(text)
