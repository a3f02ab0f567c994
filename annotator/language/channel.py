"""What OCR reads for what stands on paper, and how surprising each misreading is.

A cost is a negative natural logarithm of how often the signs on paper are read so; 6 is about one in four
hundred. The weights were learnt from pages with known truth (`channel.json`), over general knowledge of what
looks alike; what the analysts corrected makes their project's confusions cheaper.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from heapq import heappop, heappush
from operator import itemgetter
from pathlib import Path

from annotator.core.signs import LINE_END_HYPHENS

Costs = Mapping[str, Mapping[str, float]]  # what was read: what may stand on paper, with its cost
Table = Mapping[str, Sequence[tuple[str, float]]]  # the same, the cheapest first

EDIT = 10.5  # of a letter that is another one, too many or too few, for no known reason
_DOUBLED = 8.0  # a letter too many or too few beside its like (`natuurlijkk`)
_LONGEST = 3
_SEVERAL = 9.0  # what habits may cost together in one word
_MOST_TRIED = 1_500
_LINE_END = re.compile(rf"[{LINE_END_HYPHENS}\s]")
_NEWS = 0.5  # a misreading must be so much cheaper in a letter to count as its habit
_BELIEF = 40.0  # places that what is known beforehand counts for
_CHEAPEST = 0.7
_LEARNT_AT = 6.5  # the most a confusion costs that an analyst corrected once
_CHEAPER = 1.3  # for each doubling of the times
_DIFFERENT_SCANNER = 2.0  # on top of general knowledge that the pages did not show

# General knowledge, for scanners that the pages do not show: a cost; pairs of what was read and what is
_PAIRS: tuple[tuple[float, str], ...] = (
    (1.0, "é>ë ﬁ>fi ﬂ>fl ﬀ>ff ﬃ>ffi ﬄ>ffl ĳ>ij"),
    (2.5, "é>è í>ï ì>ï î>ï ó>ö ò>ö ô>ö ú>ü ù>ü û>ü á>a ä>a à>a í>i ì>i ó>o ú>u i>ï o>ö ê>ë è>ë e>ë e>é ü>u"),
    (
        3.5,
        "g>ë é>ê é>ö e>è e>ê u>ü a>á è>é ï>i ë>é é>éé ö>o c>ç n>ñ ê>é ê>è I>l l>I 1>l |>l |>I !>l 1>I"
        " !>i ÿ>ij",
    ),
    (
        4.0,
        "l>i i>l 1>i 0>o o>0 0>O O>0 rn>m 2>z 5>s 5>S 8>B 6>ö 9>g 6>b d>ö €>e @>a $>s ii>ij ji>ij y>ij v>u",
    ),
    (4.0, "í>l Í>I Ì>I j>i t>l l>t c>e ¢>c 2>Z 3>B é>e e>a ij>ÿ vv>w II>ll ll>II 00>oo o>ó u>ú"),
    (5.0, "i>j i>ij i>í m>rn e>c g>gi g>9 u>v n>u u>n h>b b>h f>t t>f l>f f>l f>r cl>d li>h ri>n nn>m n>ri"),
    (
        5.0,
        "c>o o>c a>o o>a a>e e>o o>e d>cl n>ii ü>ii w>vv vi>w wi>w ti>tl tl>ti fi>f tj>ti il>ll li>ll ij>y",
    ),
    (
        5.0,
        "Z>z z>Z K>k S>s O>o C>c V>v W>w U>u X>x t>r k>l K>R E>F F>E B>R R>B D>O Q>O G>C C>G H>N N>H T>I T>Z",
    ),
    (
        6.0,
        "s>a a>s r>t r>n n>r m>nn u>ii uw>w w>uw s>g q>g g>q y>g y>v i>t t>i j>y vw>uw wu>uw d>6 A>4 l>j P>F",
    ),
    (6.0, "H>ll H>li W>ll"),
)

DIGITS_FOR_LETTERS = str.maketrans({"l": "1", "I": "1", "|": "1", "i": "1", "O": "0", "o": "0"})
_UNACCENTED = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüçñ", "aaaaaeeeeiiiiooooouuuucn")


class Channel:
    """The misreadings that are known, each with its cost."""

    def __init__(self, costs: Costs, table: Table | None = None, habits: Table | None = None) -> None:
        self._costs = costs
        self.habits: Table = {} if habits is None else habits  # of a project or a letter
        self.table = _sorted(costs) if table is None else table

    @classmethod
    def general(cls, path: Path) -> Channel:
        """Return the channel that a file of costs has, over general knowledge."""
        table: dict[str, dict[str, float]] = {}
        for cost, pairs in _PAIRS:
            for pair in pairs.split():
                read, _, true = pair.partition(">")
                table.setdefault(read, {}).setdefault(true, cost + _DIFFERENT_SCANNER)
        if path.is_file():
            for read, true, cost in json.loads(path.read_text("utf8")):
                known = table.setdefault(read, {})
                known[true] = min(known.get(true, math.inf), float(cost))
        return cls(table)

    def learnt(self, corrections: Sequence[tuple[str, str, str, int]]) -> Channel:
        """Return the channel with what accepted corrections of words taught: seen often is cheap."""
        times = confused(corrections)
        if not times:
            return self
        cheaper: dict[str, dict[str, float]] = {}
        for (read, true), count in times.items():
            known = min(self._costs.get(read, {}).get(true, EDIT), _LEARNT_AT)
            cheaper.setdefault(read, {})[true] = max(_CHEAPEST, known - _CHEAPER * math.log2(count + 1))
        return self._with(cheaper)

    def of_letter(self, times: Mapping[tuple[str, str], int], text: str) -> Channel:
        """Return the channel of a letter in which these misreadings were found so often, most likely.

        The cost becomes what the letter shows, the more so the more places it has for it.
        """
        cheaper: dict[str, dict[str, float]] = {}
        for (read, true), count in times.items():
            known = self._costs.get(read, {}).get(true, EDIT)
            places = text.count(true) + count
            share = (count + _BELIEF * math.exp(-known)) / (places + _BELIEF)
            if -math.log(share) < known - _NEWS:
                cheaper.setdefault(read, {})[true] = -math.log(share)
        return self._with(cheaper) if cheaper else self

    def _with(self, costs: Mapping[str, Mapping[str, float]]) -> Channel:
        changed = {read: {**self._costs.get(read, {}), **trues} for read, trues in costs.items()}
        habits = {read: {**dict(self.habits.get(read, ())), **trues} for read, trues in costs.items()}
        return Channel(
            {**self._costs, **changed}, {**self.table, **_sorted(changed)}, {**self.habits, **_sorted(habits)}
        )

    def readings(self, word: str, most: float = math.inf) -> Iterator[tuple[str, float]]:
        """Yield each word that one misreading could have turned into `word`, with its cost."""
        table = self.table
        for length in range(1, _LONGEST + 1):
            for start in range(len(word) - length + 1):
                for true, cost in table.get(word[start : start + length], ()):
                    if cost > most:
                        break
                    yield word[:start] + true + word[start + length :], cost

    def words_among(
        self, word: str, wanted: Container[str], most: float = math.inf, *, any_case: bool = True
    ) -> list[tuple[str, float]]:
        """Return those of `readings` that are wanted, which has words in lower case."""
        table, found = self.table, []
        for length in range(1, _LONGEST + 1):
            for start in range(len(word) - length + 1):
                row = table.get(word[start : start + length])
                if row is None:
                    continue
                head, tail = word[:start], word[start + length :]
                for true, cost in row:
                    if cost > most:
                        break
                    reading = head + true + tail
                    if reading in wanted or (
                        any_case
                        and (not reading.islower() or "’" in reading)
                        and reading.lower().replace("’", "'") in wanted
                    ):
                        found.append((reading, cost))
        return found

    def habitual(self, word: str, most: float = _SEVERAL) -> Iterator[tuple[str, float]]:
        """Yield each word that habits could have turned into `word`, at one place or more, with its cost.

        A scanner that reads every e as a made `gegevens` into `gagavans`.
        """
        begun = [(0.0, 0, "", False)]  # the cost, minus how far, what was written, whether it differs
        tried = 0
        while begun and tried < _MOST_TRIED:
            cost, behind, made, differs = heappop(begun)
            at = -behind
            if at == len(word):
                if differs:
                    yield made, cost
                continue
            tried += 1
            heappush(begun, (cost, -(at + 1), made + word[at], differs))
            for length in range(1, min(_LONGEST, len(word) - at) + 1):
                for true, more in self.habits.get(word[at : at + length], ()):
                    if cost + more <= most:
                        heappush(begun, (cost + more, -(at + length), made + true, True))

    def cost(self, read: str, true: str, most: float = 60.0) -> float:
        """Return the cost of the cheapest way from paper to what was read, `most` where it is more."""
        head = 0
        shortest = min(len(read), len(true))
        while head < shortest and read[head] == true[head]:
            head += 1
        tail = 0
        while tail < shortest - head and read[-1 - tail] == true[-1 - tail]:
            tail += 1
        # One sign of context on either side: `e→ee` and `rn→m` may need a letter that is the same.
        low, high = max(0, head - 1), max(0, tail - 1)
        return self._aligned(read[low : len(read) - high], true[low : len(true) - high], most)

    def _aligned(self, read: str, true: str, most: float) -> float:
        costs, width = self._costs, len(true)
        rows = [[math.inf] * (width + 1) for _ in range(len(read) + 1)]
        rows[0][0] = 0.0
        for i in range(len(read) + 1):
            row = rows[i]
            for j in range(width + 1):
                here = row[j]
                if here >= most:
                    continue
                if i < len(read) and j < width and read[i] == true[j] and here < rows[i + 1][j + 1]:
                    rows[i + 1][j + 1] = here
                for a in range(1, min(_LONGEST, len(read) - i) + 1):
                    known = costs.get(read[i : i + a])
                    if known:
                        for b in range(1, min(_LONGEST, width - j) + 1):
                            cost = known.get(true[j : j + b])
                            if cost is not None and here + cost < rows[i + a][j + b]:
                                rows[i + a][j + b] = here + cost
                self._edit(rows, read, true, i, j)
        return min(most, rows[-1][-1])

    @staticmethod
    def _edit(rows: list[list[float]], read: str, true: str, i: int, j: int) -> None:
        here = rows[i][j]
        if i < len(read):
            cost = here + (_DOUBLED if i and read[i] == read[i - 1] else EDIT)
            rows[i + 1][j] = min(rows[i + 1][j], cost)
            if j < len(true):
                rows[i + 1][j + 1] = min(rows[i + 1][j + 1], here + EDIT)
        if j < len(true):
            cost = here + (_DOUBLED if j and true[j] == true[j - 1] else EDIT)
            rows[i][j + 1] = min(rows[i][j + 1], cost)


def _sorted(costs: Costs) -> Table:
    return {read: tuple(sorted(trues.items(), key=itemgetter(1))) for read, trues in costs.items()}


def confused(corrections: Sequence[tuple[str, str, str, int]]) -> Counter[tuple[str, str]]:
    """Return what was read for what in corrections (before, after, kind, times), and how often.

    A line end that was taken out of a word is no misreading.
    """
    times: Counter[tuple[str, str]] = Counter()
    for before, after, kind, count in corrections:
        if kind in ("word", "hyphen"):
            broken = "\n" in before + after
            pairs = (_LINE_END.sub("", text) if broken else text for text in (before, after))
            for pair in differences(*pairs):
                times[pair] += count
    return times


def differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the short stretches in which two readings differ (`é` and `ë`), none of them empty."""
    for operation, *bounds in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "equal":
            continue
        a, b, c, d = bounds
        if b - a == d - c:
            yield from zip(before[a:b], after[c:d], strict=True)
            continue
        if a == b or c == d:  # with the letter in front, or behind at the start
            a, b, c, d = (a - 1, b, c - 1, d) if a and c else (a, b + 1, c, d + 1)
        if 0 < b - a <= _LONGEST and 0 < d - c <= _LONGEST and before[a:b] != after[c:d]:
            yield before[a:b], after[c:d]


def confusion_of(reading: str, likely: str) -> str:
    """Return what was read for what in a word, `é→ë`: the first stretch that differs, "" where none does.

    Nothing is written as `∅`; a space as `␣`.
    """
    for operation, a, b, c, d in SequenceMatcher(None, reading, likely, autojunk=False).get_opcodes():
        if operation != "equal" and b - a <= _LONGEST and d - c <= _LONGEST:
            return f"{_visible(reading[a:b])}→{_visible(likely[c:d])}"
    return ""


def _visible(stretch: str) -> str:
    return stretch.replace(" ", "␣") or "∅"


def unaccented(word: str) -> str:
    """Return the word without accents on its letters."""
    return word.translate(_UNACCENTED)


def only_accents_differ(one: str, other: str) -> bool:
    """Tell whether two words are the same but for accents and capitals."""
    return unaccented(one.lower()) == unaccented(other.lower())
