"""Dutch compounds that no word list has: `veiligheid` + `s` + `instituties`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from annotator.language.listed import listed

_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 9
_USED = 20  # a part must be this frequent to build with
_LINKS = ("", "s", "e", "en")

# Words that end no compound: taking them would hide a missing space (`inschattingwordt`).
_NEVER_LAST = listed(
    """aan achter alle alleen anders beide bent bij binnen boven buiten daar daarbij daarin daarmee daarom
    daarop daarvan deze dezelfde die dien dient dit doen door drie echter eens eerst eigen elke enkele
    enige geen gaan gaat geeft geheel gelet haar hebben heeft heel hier hierbij hiermee hiervan hoewel
    immers indien inzake kamer kan kunnen maar meer mede meest mijn moet moeten mogen naar namens nemen
    niet nieuwe noch nodig omdat onder onze ontvangt over reeds sinds slechts staat stelt steeds tegen
    tenzij tevens toch toen tussen vanaf vanuit veel verder vier volgens voor vooral waar waarbij waarin
    waarmee waarop waarvan wanneer want waren welke werd werden weer wordt worden zelf zich ziet zijn
    zoals zodat zonder zowel zullen zulke iedere ieder ander andere tijdens thans"""
)
_NEVER_FIRST = listed(
    """deze daar deel dient dien heeft hebben haar indien maar naar niet onze over werd worden wordt zijn
    zoals zullen zich waar welke zodat omdat tussen inzake door geen mijn ieder iedere andere alle"""
)
# Forms that are no words by themselves but start many: `tele` + `conferentie`.
_COMBINING = listed(
    """agro anti auto bio cyber elektro euro foto geo hydro inter intra macro mega micro mini mono multi
    neuro pseudo psycho radio semi socio super techno tele thermo trans ultra video"""
)


def split_compound(
    word: str, count: Callable[[str], int], starts: Callable[[str], bool] | None = None
) -> tuple[str, ...] | None:
    """Return the parts of a compound of two or three frequent words with their links, or None.

    `count` gives how often a word is used, `starts` what `is_head` says and may remember. Words with other
    signs than letters are no compounds here.
    """
    lower = word.lower()
    if len(lower) < _SHORTEST_COMPOUND or not lower.isalpha() or word[1:] != lower[1:]:
        return None
    if starts is None:
        starts = partial(is_head, count=count)
    return _split(lower, count, starts, parts_left=3)


def _split(
    word: str, count: Callable[[str], int], starts: Callable[[str], bool], parts_left: int
) -> tuple[str, ...] | None:
    for cut in range(len(word) - _SHORTEST_PART, 2, -1):
        head, rest = word[:cut], word[cut:]
        if starts(head):
            if rest not in _NEVER_LAST and count(rest) >= _USED:
                return head, rest
            if parts_left > 2 and (more := _split(rest, count, starts, parts_left - 1)):
                return head, *more
    return None


def is_head(head: str, count: Callable[[str], int]) -> bool:
    """Tell whether a compound may begin so: with a frequent word and a link, or a form such as `tele`."""
    if head in _NEVER_FIRST:
        return False
    if head in _COMBINING:
        return True
    stems = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
    return any(len(stem) >= _SHORTEST_PART and count(stem) >= _USED for stem in stems)
