"""Which lines are headings: what makes one, weighed by a small model (`heading_weights.py`).

A candidate is one to three lines. Its features are signs that any heading of any letter may show; the weights
were fitted to letters labelled by hand, by `tools/fit_headings.py`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.structure.heading_weights import STYLE_WEIGHTS, WEIGHTS
from annotator.structure.lines import Line
from annotator.structure.looks import Looks, is_stated, look_score
from annotator.structure.offices import is_name, is_role
from annotator.structure.words import FINITE_VERBS, FUNCTION_WORDS, NEVER_LAST, OPENERS
from annotator.structure.zones import is_closing

NUMBER = re.compile(
    r"^(?:(?i:(?:paragraaf|hoofdstuk|deel|thema|onderdeel)\s+|§\s?))?(?P<number>(?:\d{1,2}|[IVX]{1,4}|[A-Z])(?:[.,]\s?\d{1,2})*)(?P<stop>[.,)]?)\s+(?=[\"'“‘(]?[^\W\d_])"
)
QUESTION = re.compile(
    r"^(?:vr[ae]a?g(?:en)?|antwoord(?:en)?|\d{1,3}(?:\.|\s*$))(?:\s*(?:op )?(?:vr[ae]agn?(?:en)?)?\s*\d{1,3}.*)?$",
    re.I,
)
_CAPTION = re.compile(r"^(?:tabel|figuur|grafiek|kader|box|bron)\s?\d*\s?[:.]", re.I)
# Years that say what a heading is about (`Begroting 2022`, `Planning 2022–2025`), no date of something.
_YEARS = re.compile(
    r"(?<!\d )(?<!januari )(?<!februari )(?<!maart )(?<!april )(?<!mei )(?<!juni )(?<!juli )(?<!augustus )(?<!september )"
    r"(?<!oktober )(?<!november )(?<!december )(?<!van )(?<!sinds )(?<!in )(?<![\d-])(?:19|20)\d\d"
    r"(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d))?(?=\W*$)"
)
_TABLE = re.compile(r"\d[\d.,%]*")
_LONGEST = 3
_OPEN, _FULL = 0.6, 0.8  # of the letter's width: a line behind which a sentence goes on; a full one
_FEW_WORDS = 4


class Candidate(NamedTuple):
    """A stretch of lines that may be a heading: `first` and `last` are indices into the body's lines."""

    first: int
    last: int
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: lines of the body from `first` to `last`, and how sure it is (0 to 1)."""

    first: int
    last: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Body:
    """The lines that may hold headings, without furniture, and what is known of each.

    Only the first `count` may be headings: those behind them tell what stands below the last ones.
    `texts` are the lines' texts, cut where the margin runs into them; `breaks` tells where something stood
    between a line and the one before it (furniture, a note, a page's end). `looks` are how lines are set, by
    their index in the letter, where its source says so.
    """

    lines: Sequence[Line]
    texts: Sequence[str]
    breaks: Sequence[bool]
    width: int
    count: int
    looks: Looks = field(default_factory=dict)


def find_headings(
    body: Body, weights: Mapping[str, float] = WEIGHTS, style_weights: Mapping[str, float] = STYLE_WEIGHTS
) -> list[Heading]:
    """Return the headings in the body, in order; no two share a line."""
    candidates = list(candidates_of(body))
    plain = [
        score(candidate.features, weights)
        + look_score(candidate.first, candidate.last, body.lines, body.looks)
        for candidate in candidates
    ]
    first = chosen(candidates, plain)
    style = letter_style(first, body)
    ends = {heading.last: heading for heading in first}
    scores = [
        log_odds + score(style_features(candidate, style, body, ends.get(candidate.first - 1)), style_weights)
        for candidate, log_odds in zip(candidates, plain, strict=True)
    ]
    return chosen(candidates, scores)


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of the features (log odds)."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def probability(log_odds: float) -> float:
    """Return the probability for log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def chosen(candidates: Sequence[Candidate], scores: Sequence[float]) -> list[Heading]:
    """Return the best candidates that share no line and are likelier headings than not."""
    likely = {
        (candidate.first, candidate.last)
        for log_odds, candidate in zip(scores, candidates, strict=True)
        if log_odds > 0
    }
    ranked = sorted(
        (
            (log_odds, candidate)
            for log_odds, candidate in zip(scores, candidates, strict=True)
            # `2.2 Samenwerking met de spoedeisende` / `hulp`: the heading goes on in small letters.
            if not (candidate.features.get("after_small") and (candidate.first, candidate.last + 1) in likely)
        ),
        key=lambda pair: -pair[0],
    )
    taken: set[int] = set()
    found: list[Heading] = []
    for log_odds, candidate in ranked:
        if log_odds <= 0:
            break
        span = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            found.append(Heading(candidate.first, candidate.last, probability(log_odds)))
    return sorted(found, key=lambda heading: heading.first)


def candidates_of(body: Body) -> Iterator[Candidate]:
    """Yield what may be a heading at all, with its features."""
    for first, line in enumerate(body.lines[: body.count]):
        stated = is_stated(first, first, body.lines, body.looks)
        if not stated and not _may_begin(line, body.texts[first]):
            continue
        for last in range(first, min(first + _LONGEST, body.count)):
            stated = stated and is_stated(first, last, body.lines, body.looks)
            if last > first and not stated and not _may_go_on(body, first, last):
                break
            features = _features(body, first, last)
            if features is None and stated and last + 1 < len(body.lines):
                features = {}  # it looks like none, and the source says it is one
            if features is not None:
                yield Candidate(first, last, features)


def _may_begin(line: Line, text: str) -> bool:
    if not text or text[0] in "[(€<>|" or _CAPTION.match(text) or line.starts_small or is_closing(line):
        return False
    if line.list_mark and not NUMBER.match(text):
        return False
    return any(sign.isalpha() for sign in text) and (
        line.starts_large or text[0].isdigit() or text[0] in "'\"“‘«§"
    )


def _may_go_on(body: Body, first: int, last: int) -> bool:
    """Tell whether the heading may go on into the line `last`: the one before it was full, or has no end."""
    before, text = body.texts[last - 1], body.texts[last]
    line = body.lines[last]
    if (
        body.lines[last - 1].ends_sentence
        or before[-1:] in ":;"
        or line.list_mark
        or body.lines[last].page != body.lines[first].page
    ):
        return False
    if line.gap:
        # `2.3 Wijziging van de Mijnbouwwet` / `voor een eigen vergunningenstelsel`
        return text[:1].islower() and len(text) < 0.8 * body.width and not line.ends_sentence
    return (
        text[:1].islower()
        or len(before) > 0.6 * body.width
        or before.rpartition(" ")[2].casefold() in FUNCTION_WORDS
        or before[-1:] in "-,&"
    )


def _features(body: Body, first: int, last: int) -> dict[str, float] | None:
    lines, texts, width = body.lines, body.texts, body.width
    text = " ".join(texts[first : last + 1])
    before = lines[first - 1] if first else None
    after = lines[last + 1] if last + 1 < len(lines) else None
    if len(text) > 230 or after is None:
        return None
    end = text.rstrip("\"'”’»)")[-1:]
    if end in ",;" or text[-1:] in ",;-" or text.count("(") > text.count(")"):
        return None
    words = re.findall(r"[^\W\d_]+", text)
    if words and text[-1:].isalpha() and words[-1] in NEVER_LAST:
        return None
    if sum(map(str.isdigit, text)) > sum(map(len, words)) and NUMBER.match(text) is None:
        return None  # a reference, an amount
    if not words or (len(words) == 1 and len(words[0]) < 3 and not text[0].isdigit()):
        return None
    if first == last and before is not None and _is_of_a_paragraph(body, first, text, words, end):
        return None
    length = len(texts[last]) / width
    features = {
        "bias": 1.0,
        f"lines_{last - first + 1}": 1.0,
        "short": max(0.0, 0.6 - length) if first == last else 0.0,
        "very_long": float(length > 0.92),
        "long": float(0.7 < length <= 0.92),
        "words": min(len(words), 20) / 10,
    }
    features |= _edges(body, first, last, text, words, end)
    features |= _around(body, first, last, before, after)
    features |= _shape(body, first, last, text, words)
    return {name: value for name, value in features.items() if value}


def _is_of_a_paragraph(body: Body, at: int, text: str, words: Sequence[str], end: str) -> bool:
    """Tell whether a line that begins with a capital is the last or the first one of a paragraph."""
    before, after = body.lines[at - 1], body.lines[at + 1]
    if NUMBER.match(text) or is_stated(at, at, body.lines, body.looks):
        return False
    is_open = not (before.ends_sentence or body.lines[at].gap or body.texts[at - 1][-1:] in ":;")
    if is_open and end == "." and len(body.texts[at - 1]) > _OPEN * body.width:
        return True  # `… krijgen ook de` / `NSM-raketten.`
    if after.gap or end == "?":
        return False
    first_word = body.texts[at + 1].split()[0] if body.texts[at + 1] else ""
    is_full = len(text) + 1 + len(first_word) > body.width and len(text) > _FULL * body.width
    # `Fregatten vormen de ruggengraat van de oppervlaktevloot van de Koninklijke` / `Marine.`
    names_only = text.endswith(")") or ":" in text  # `Bedrijfsgegevens (artikel 10, eerste lid, onder c)`
    return (is_full and not names_only) or (words[-1] in FINITE_VERBS and len(words) > _FEW_WORDS)


def _edges(body: Body, first: int, last: int, text: str, words: Sequence[str], end: str) -> dict[str, float]:
    return {
        "stop": float(
            end in (".", "!", "…")
            and not re.search(r"\b[A-Za-z]\.[A-Za-z]\.$|\b(?:c\.s|enz|etc|e\.d)\.$", text)
        ),
        "colon": float(end == ":"),
        "long_colon": float(end == ":" and len(words) > 3),
        "question": float(end == "?"),
        "inner_stop": float(bool(re.search(r"[a-z)]{3}[.?!] [\"'“]?[A-Z]", text))),
        "function_end": float(end != "?" and words[-1].casefold() in FUNCTION_WORDS),
        "verbs": min(
            2.0,
            float(sum(word in FINITE_VERBS for word in words[1:]) + (words[0].casefold() in FINITE_VERBS)),
        ),
        "opener": float(words[0].casefold() in OPENERS),
        "pronoun": float(any(word in ("ik", "u", "wij", "mij", "hij", "zij") for word in words)),
        "number": float(bool(NUMBER.match(text)) and not text[:2].isalpha() and text[0].isdigit()),
        "number_deep": float(bool(re.match(r"^\d{1,2}[.,]\d", text))),
        "letter_number": float(bool(re.match(r"^(?:[A-Z]|[IVX]{1,4})[.)] \S", text))),
        "vraag": float(bool(QUESTION.match(text)) and not text[0].isdigit()),
        "capitals": float(text.isupper() and len(words) > 1),
    }


def _around(body: Body, first: int, last: int, before: Line | None, after: Line) -> dict[str, float]:
    lines, texts, width = body.lines, body.texts, body.width
    gap_before = lines[first].gap or (body.breaks[first] and (before is None or before.ends_sentence))
    gap_after = after.gap
    first_word = texts[last + 1].split()[0] if texts[last + 1] else ""
    room = width - len(texts[last]) - 1 - len(first_word)
    after_long = len(texts[last + 1]) > 0.6 * width
    after_ends = after.ends_sentence
    after_large = after.starts_large
    before_text = texts[first - 1] if first else ""
    return {
        "first": float(before is None),
        "before_ends": float(before is not None and before.ends_sentence),
        "before_colon": float(before_text[-1:] in ":;"),
        "before_comma": float(before_text[-1:] in ",-" and before_text != ","),
        "before_open": float(
            before is not None
            and not before.ends_sentence
            and before_text[-1:] not in ":;,-"
            and len(before_text) > 0.7 * width
        ),
        "before_short": float(before is not None and len(before_text) < 0.7 * width),
        "before_list": float(before is not None and bool(before.list_mark)),
        "gap_before": float(gap_before),
        "gap_after": float(gap_after),
        "gap_both": float(gap_before and gap_after),
        "no_gap_at_all": float(not gap_before and not gap_after),
        "broken_early": float(room > 0 and not after.starts_small),
        "much_room": float(room > 0.25 * width),
        "no_room": float(room <= 0),
        "after_small": float(after.starts_small and not gap_after),
        "after_small_gap": float(after.starts_small and gap_after),
        "after_large": float(after_large),
        "after_prose": float(after_long),
        "after_sentence": float(after_ends and not after_long),
        "after_list": float(bool(after.list_mark) and not NUMBER.match(after.text)),
        "after_digit": float(after.text[0].isdigit()),
        "after_short": float(not after_long and not after_ends and after_large),
        "after_break": float(body.breaks[last + 1]),
    }


def _shape(body: Body, first: int, last: int, text: str, words: Sequence[str]) -> dict[str, float]:
    timeless = _YEARS.sub("", text)
    numbers = len(_TABLE.findall(NUMBER.sub("", timeless)))
    lines, texts = body.lines, body.texts
    after = texts[last + 1]
    inner_full = all(
        len(texts[index]) + 1 + len(texts[index + 1].split()[0]) > 0.86 * body.width
        for index in range(first, last)
    )
    inner_small = all(texts[index + 1][:1].islower() for index in range(first, last))
    return {
        "table": float(numbers >= 3 or (numbers >= 2 and len(_TABLE.findall(after)) >= 2)),
        "digits": min(3, numbers) / 3,
        "euro": float("€" in text),
        "name": float(first == last and is_name(lines[first])),
        "role": float(is_role(lines[first])),
        "inner_full": float(first != last and inner_full),
        "inner_small": float(first != last and inner_small),
        "inner_large": float(first != last and not inner_small and not inner_full),
        "one_word": float(len(words) == 1),
        "comma": float(
            "," in re.sub(r"\(.*?\)", "", text) and not any(word in FINITE_VERBS for word in words)
        ),
        "bracket_end": float(text.endswith(")") and not any(word in FINITE_VERBS for word in words)),
        "dates": float(bool(re.search(r"\b\d{4}\b", timeless))),
        "dash": float(bool(re.search(r"\s[-–—]\s", text))),
        "paper": float("kamerstuk" in text.casefold()),
    }


class Style(NamedTuple):
    """How this letter's sure headings stand: shares from 0 to 1, and how many there are."""

    sure: int
    gap_before: float
    gap_after: float
    numbered: float
    capitals: float


def letter_style(headings: Sequence[Heading], body: Body) -> Style:
    """Return how the headings found so far stand in the text."""
    sure = [heading for heading in headings if heading.confidence > 0.7]
    if not sure:
        return Style(0, 0.5, 0.5, 0.0, 0.0)
    count = len(sure)
    fresh = [heading for heading in sure if not body.breaks[heading.first]]
    return Style(
        count,
        sum(body.lines[heading.first].gap for heading in fresh) / max(1, len(fresh)) if fresh else 0.5,
        sum(body.lines[heading.last + 1].gap for heading in sure) / count,
        sum(bool(re.match(r"\d", body.texts[heading.first])) for heading in sure) / count,
        sum(body.texts[heading.first].isupper() for heading in sure) / count,
    )


def style_features(candidate: Candidate, style: Style, body: Body, above: Heading | None) -> dict[str, float]:
    """Return how well a candidate stands as the letter's other headings do; `above` is one right above it."""
    features = _below(candidate, body, above) if above is not None else {}
    if style.sure < 3:
        return features
    trust = min(1.0, (style.sure - 1) / 5)
    first, last = candidate.first, candidate.last
    fresh = body.breaks[first]
    before = 0.0 if fresh else (style.gap_before - 0.5) * (1 if body.lines[first].gap else -1)
    after = (style.gap_after - 0.5) * (1 if body.lines[last + 1].gap else -1)
    numbered = (style.numbered - 0.5) * (1 if body.texts[first][:1].isdigit() else -1)
    return features | {
        "same_gap_before": trust * before,
        "same_gap_after": trust * after,
        "same_number": trust * numbered if style.numbered > 0.5 else 0.0,
    }


def _below(candidate: Candidate, body: Body, above: Heading) -> dict[str, float]:
    text = body.texts[candidate.first]
    asked = QUESTION.match(body.texts[above.first]) is not None
    return {
        "below_heading": above.confidence,
        # `Vraag 1` / `Kent u het bericht?`
        "below_question": float(asked and QUESTION.match(text) is None),
    }
