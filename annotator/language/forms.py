"""Words whose form says what they are: addresses, abbreviations, small words with a capital that is none."""

from __future__ import annotations

import re

from annotator.language import reasons
from annotator.language.lexicon import Lexicon
from annotator.language.listed import listed
from annotator.language.tokens import Word

Form = tuple[str, str, float]  # a reason's code, the likely reading, how likely

# `wuiw.`, `wiww.`, `weww.` before a name, and `.nt`, `.ni`, `.n!` behind one.
_WEB = re.compile(r"(?P<www>[wvu][wvuiea]{1,4}|w{2,4})\.(?=[\w-]{2,}\.)", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.|@|://)\S*?[a-z]\.(?P<nl>n[tTiIhH!1|]|al|ni|nI)(?=$|/)")
_AT = re.compile(r"^[A-Za-z_.-]{3,}O(?=[a-z]{3,}\.nl$)")
_ABBREVIATIONS = listed(
    """o.a. o.g.v. o.b.v. o.l.v. o.m. i.p.v. i.v.m. m.b.t. m.u.v. t.a.v. t.b.v. t.o.v. t.g.v. d.m.v. i.c.
    n.a.v. a.u.b. b.v. d.d. e.d. e.e.a. e.v. i.e. i.o. j.l. m.a.w. m.i. n.v.t. o.i. t.z.t. z.s.m. c.q. c.s.
    m.n. p.m."""
)
_LETTERS_FOR_DIGITS = str.maketrans({"0": "o", "1": "i", "!": "l"})
# Small words that no title begins with: with a capital inside a sentence they are misread.
FALSE_CAPITALS = listed(
    """zoals zij zou zouden zullen zal zich zijn zonder zodat ze zelf zodra zowel zelfs zo wordt worden
    werd werden wel waren was waarbij waarin waarmee waarop waarvoor waardoor wegens omdat ofwel
    slechts steeds"""
)
_I = listed("1k lk |k !k Tk")
_NO_CAPITAL = {"stb": "Stb", "stcrt": "Stcrt"}


def known_form(word: Word, text: str, lexicon: Lexicon) -> Form | None:
    """Return why a word's form is wrong and what it should be, or None."""
    core = word.text
    if core in _I and word.after[:1].islower():
        return reasons.MISREAD, "Ik", 0.9
    if core == "v" and word.chunk_end - word.chunk_start == 1 and not word.opens:  # `v.` is an abbreviation
        return reasons.RARE, "u", 0.75
    if core in _NO_CAPITAL and text[word.end : word.end + 1] == ".":
        return reasons.CAPITALS, _NO_CAPITAL[core], 0.95
    if "." in core or "@" in core:
        return _address(core) or _abbreviation(core, text[word.end : word.end + 1])
    if core.isalpha():
        return _capital(word, text, lexicon)
    return None


def _address(core: str) -> Form | None:
    likely = core
    web = _WEB.match(likely)
    if web and web["www"].lower() != "www":
        likely = "www" + likely[web.end("www") :]
    host = _HOST.search(likely)
    if host:
        likely = likely[: host.start("nl")] + "nl" + likely[host.end("nl") :]
    if "@" not in likely and "www" not in likely and (at := _AT.match(likely)):
        likely = likely[: at.end() - 1] + "@" + likely[at.end() :]
    return (reasons.ADDRESS, likely, 0.92) if likely != core else None


def _abbreviation(core: str, following: str) -> Form | None:
    whole = core + following if following == "." else core
    likely = whole.translate(_LETTERS_FOR_DIGITS)
    if likely != whole and (likely in _ABBREVIATIONS or likely + "." in _ABBREVIATIONS):
        return reasons.MISREAD, core.translate(_LETTERS_FOR_DIGITS), 0.95
    return None


def _capital(word: Word, text: str, lexicon: Lexicon) -> Form | None:
    core = word.text
    if lexicon.lacks_capital(core):
        return reasons.CAPITALS, lexicon.usual_form(core), 0.85
    lower = core.lower()
    if (
        core[0].isupper()
        and core[1:].islower()
        and lower in FALSE_CAPITALS
        and not word.opens
        and word.before[:1].islower()
        and word.after[:1].islower()
        and text[word.start - 1] == " "
    ):
        return reasons.NO_CAPITAL, lower, 0.9
    return None
