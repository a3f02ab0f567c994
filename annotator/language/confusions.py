"""What OCR reads for what stands on paper, and how surprising each misreading is.

A cost is a negative natural logarithm of how often the sign on paper is read so; 4 is about one in fifty.
The table is general knowledge of OCR on Dutch print: lost and wrong accents, strokes that look alike, signs
that touch (`rn` and `m`), letters read as digits. What the analysts corrected before makes it cheaper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

Table = Mapping[str, Sequence[tuple[str, float]]]  # what was read: what may stand on paper, with its cost

_COMMON = 2.5
_USUAL = 4.0
_SEEN = 5.0
_DIFFERENT = 6.0

# Each line: cost; pairs of what was read and what stands on paper.
_PAIRS: tuple[tuple[float, str], ...] = (
    (1.0, "é>ë ﬁ>fi ﬂ>fl ﬀ>ff ﬃ>ffi ﬄ>ffl ĳ>ij"),
    (_COMMON, "é>è í>ï ì>ï î>ï ó>ö ò>ö ô>ö ú>ü ù>ü û>ü á>a ä>a à>a í>i ì>i ó>o ú>u i>ï o>ö ê>ë"),
    (_COMMON, "è>ë e>ë e>é ü>u"),
    (3.5, "g>ë é>ê é>ö e>è e>ê u>ü a>á è>é ï>i ë>é é>éé ö>o c>ç n>ñ ê>é ê>è I>l l>I 1>l |>l |>I"),
    (3.5, "!>l 1>I !>i ÿ>ij"),
    (_USUAL, "l>i i>l 1>i 0>o o>0 0>O O>0 rn>m 2>z 5>s 5>S 8>B 6>ö 9>g 6>b d>ö €>e @>a $>s"),
    (_USUAL, "ii>ij ji>ij y>ij v>u"),
    (_USUAL, "í>l Í>I Ì>I j>i t>l l>t c>e ¢>c 2>Z 3>B é>e e>a ij>ÿ vv>w II>ll ll>II 00>oo g>ë"),
    (_USUAL, "o>ó u>ú"),
    (_SEEN, "i>j i>ij i>í m>rn e>c g>gi g>9 u>v n>u u>n h>b b>h f>t t>f l>f f>l f>r cl>d"),
    (_SEEN, "li>h ri>n nn>m n>ri"),
    (_SEEN, "c>o o>c a>o o>a a>e e>o o>e d>cl n>ii ü>ii w>vv vi>w wi>w ti>tl tl>ti fi>f tj>ti"),
    (_SEEN, "il>ll li>ll ij>y"),
    (_SEEN, "Z>z z>Z K>k S>s O>o C>c V>v W>w U>u X>x t>r k>l K>R E>F F>E B>R R>B D>O Q>O G>C"),
    (_SEEN, "C>G H>N N>H T>I T>Z P>F"),
    (_DIFFERENT, "s>a a>s r>t r>n n>r m>nn u>ii uw>w w>uw s>g q>g g>q y>g y>v i>t t>i j>y vw>uw"),
    (_DIFFERENT, "wu>uw d>6 A>4 l>j"),
)

DIGITS_FOR_LETTERS = str.maketrans({"l": "1", "I": "1", "|": "1", "i": "1", "O": "0", "o": "0"})
VOWELS_WITH_ACCENTS = "áàâäãéèêëíìîïóòôöõúùûüýÿ"
_UNACCENTED = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüçñ", "aaaaaeeeeiiiiooooouuuucn")
_CHEAPEST = 1.0


def general_table() -> dict[str, list[tuple[str, float]]]:
    """Return the table that needs no learning."""
    table: dict[str, list[tuple[str, float]]] = {}
    for cost, pairs in _PAIRS:
        for pair in pairs.split():
            read, _, true = pair.partition(">")
            if all(true != other for other, _cost in table.get(read, ())):
                table.setdefault(read, []).append((true, cost))
    return table


def learnt_table(general: Table, corrections: Sequence[tuple[str, str, str, int]]) -> Table:
    """Return the general table with what accepted corrections of words taught: seen often is cheap."""
    table = {read: dict(trues) for read, trues in general.items()}
    for before, after, kind, times in corrections:
        if kind == "word":
            for read, true in differences(before, after):
                costs = table.setdefault(read, {})
                costs[true] = max(_CHEAPEST, costs.get(true, _DIFFERENT + 1) - 0.5 * min(times, 4))
    return {read: tuple(costs.items()) for read, costs in table.items()}


def differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the short stretches in which two readings differ (`é` and `ë`), none of them empty."""
    for operation, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "replace" and b - a <= 3 and d - c <= 3:
            yield before[a:b], after[c:d]


def readings(word: str, table: Table) -> Iterator[tuple[str, float]]:
    """Yield each word that one confusion could have turned into `word`, with the confusion's cost."""
    for length in (1, 2, 3):
        for start in range(len(word) - length + 1):
            for true, cost in table.get(word[start : start + length], ()):
                yield word[:start] + true + word[start + length :], cost


def unaccented(word: str) -> str:
    """Return the word without accents on its letters."""
    return word.translate(_UNACCENTED)


def only_accents_differ(one: str, other: str) -> bool:
    """Tell whether two words are the same but for accents and capitals."""
    return unaccented(one.lower()) == unaccented(other.lower())


def confusion_of(reading: str, likely: str) -> str:
    """Return what was read for what in a word, `é→ë`: the first stretch that differs, "" where none does.

    Nothing is written as `∅`; a space as `␣`.
    """
    for operation, a, b, c, d in SequenceMatcher(None, reading, likely, autojunk=False).get_opcodes():
        if operation != "equal" and b - a <= 3 and d - c <= 3:
            return f"{_visible(reading[a:b])}→{_visible(likely[c:d])}"
    return ""


def _visible(stretch: str) -> str:
    return stretch.replace(" ", "␣") or "∅"
