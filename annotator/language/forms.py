"""Words whose form says what they are: addresses, abbreviations, small words with a capital that is none."""

from __future__ import annotations

import re

from annotator.core.folding import capitalised, has_half_a_capital
from annotator.language import reasons
from annotator.language.lexicon import IN_DICTIONARY, Lexicon
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
    """ik zoals zij zou zouden zullen zal zich zijn zonder zodat ze zelf zodra zowel zelfs zo wordt worden
    werd werden wel waren was waarbij waarin waarmee waarop waarvoor waardoor wegens omdat ofwel
    slechts steeds is en inmiddels immers ook of sinds soms sommige zomaar zeer zeker verder
    vervolgens veelal volgens vanwege vaak wij we welke weer wie wil willen wilde ieder iedere iets
    iemand inzake inclusief indertijd kon konden kunnen kan komt komen kwam ooit overigens omtrent
    onder opdat ondanks"""
)
_I = listed("1k lk |k !k Tk")
# Before these a word with a capital may begin a title: `het rapport Over grenzen`, `mevrouw Uit`.
_BEFORE_TITLES = listed(
    """rapport notitie brief nota brochure programma motie boek publicatie beleidsbrief onderzoek project
    campagne website artikel advies evaluatie handreiking visie agenda actieplan mevrouw heer stichting
    vereniging titel getiteld rapporten adviesrapport leden lid tabel"""
)
HALF_WORDS = listed("doe dee wi ze te financiee onderdee")  # `doe!` is `doel` sooner than `doe`
_USED = -11.0  # how likely a word is of which a misreading is seen for certain
_MUCH_RARER = 4.0
_OWN_I = re.compile(r"l[a-z]{4,}")
_NUMBER_WORDS = listed("twee drie vier vijf zes zeven acht negen tien twaalf vijftien twintig dertig honderd")
_GLUED = re.compile(r"([a-zà-ÿ]{4,})([A-ZÀ-Þ][a-zà-ÿ]{3,})")
_ZEROS = re.compile(r"(?=.*[a-z])(?=.*0)[0a-z]{3,}")
_PARTICIPLES = re.compile(r"ge(?:i(?=nt|nf|nv|nd|ns|mm|mp|mi|so|ro|de|nst|ll)|u(?=rb|ni))[a-z]+(?:d|de|t|te)")
_NO_CAPITAL = {"stb": "Stb", "stcrt": "Stcrt"}


def known_form(word: Word, text: str, lexicon: Lexicon) -> Form | None:
    """Return why a word's form is wrong and what it should be, or None."""
    core = word.text
    if core in _I and word.after[:1].islower():
        return reasons.MISREAD, "Ik", 0.9
    if core == "v" and word.chunk_end - word.chunk_start == 1 and not word.opens:  # `v.` is an abbreviation
        return reasons.RARE, "u", 0.75
    if core[-1] == "!":
        return _misread_l(core[:-1], word, lexicon)
    if core == "a" and _is_number(word.before) and _is_number(word.after):  # `vijf à tien`
        return reasons.ACCENT, "à", 0.92
    if _ZEROS.fullmatch(core) and lexicon.prior(core.replace("0", "o")) > _USED:
        return reasons.DIGITS, core.replace("0", "o"), 0.95
    if core in _NO_CAPITAL and text[word.end : word.end + 1] == ".":
        return reasons.CAPITALS, _NO_CAPITAL[core], 0.95
    if "." in core or "@" in core:
        return _address(core) or _abbreviation(core, text[word.end : word.end + 1])
    if core.isalpha():
        return (
            _half_a_capital(core, lexicon)
            or _glued(core, lexicon)
            or _capital(word, text, lexicon)
            or _own_i(word, lexicon)
            or _diaeresis(core, lexicon)
        )
    return None


def _half_a_capital(core: str, lexicon: Lexicon) -> Form | None:
    """Tell whether only half of a word's `ij` is a capital: `Ijzer`."""
    if not has_half_a_capital(core) or not lexicon.knows(core.lower()):
        return None
    return reasons.CAPITALS, capitalised(core.lower()), 0.95


def _misread_l(base: str, word: Word, lexicon: Lexicon) -> Form | None:
    """Tell whether an exclamation mark inside a sentence is an `l`: `ten doe! openbaarmaking`."""
    if not word.after[:1].islower() or lexicon.prior(base + "l") < _USED:
        return None
    if base not in HALF_WORDS and lexicon.knows(base):
        return None
    return reasons.MISREAD, base + "l", 0.93


def _glued(core: str, lexicon: Lexicon) -> Form | None:
    """Tell whether a name hangs on a word: `invoerbestandenLelystad`."""
    match = _GLUED.fullmatch(core)
    if match is None or not (lexicon.knows(match[1]) and lexicon.entry(match[2].lower())):
        return None
    return reasons.RUN_TOGETHER, f"{match[1]} {match[2]}", 0.88


def _is_number(word: str) -> bool:
    return word.isdigit() or word.lower() in _NUMBER_WORDS


def _own_i(word: Word, lexicon: Lexicon) -> Form | None:
    """Tell whether a word begins with an `l` that is an I: `ledere`."""
    core = word.text
    if not _OWN_I.fullmatch(core) or lexicon.flags(core) & IN_DICTIONARY:
        return None
    likely = "i" + core[1:]
    if lexicon.prior(likely) < max(_USED, lexicon.prior(core) + _MUCH_RARER):
        return None
    return reasons.MISREAD, "I" + core[1:] if word.opens else likely, 0.95


def _diaeresis(core: str, lexicon: Lexicon) -> Form | None:
    """Tell whether a participle lacks the dots that it is always written with: `geimmobiliseerde`."""
    if not _PARTICIPLES.fullmatch(core) or lexicon.flags(core) & IN_DICTIONARY:
        return None
    return reasons.ACCENT, "ge" + {"i": "ï", "u": "ü"}[core[2]] + core[3:], 0.93


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
        and word.before not in _BEFORE_TITLES
        and word.after[:1].islower()
        and text[word.start - 1] == " "
        and (lower != "ik" or text[word.start - 2].isalpha())
        and text[word.chunk_start] == core[0]
    ):
        return reasons.NO_CAPITAL, lower, 0.9
    return None
