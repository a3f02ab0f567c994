"""Where a value of the form stands in a letter: evidence follows the value, and must not say otherwise.

    evidence_for(letter, field, result, old, "nl")   Span(1204, 1219), None where nothing proves it

A value is looked for as it was typed, as it is shown in Dutch and in English, and in the other ways in which
its kind is written. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from annotator.core import fields, operations
from annotator.core.codebook import Field
from annotator.core.document import Letter, Stamp, Value
from annotator.core.fields import FieldResult, field_type
from annotator.core.history import Delta
from annotator.core.text import Span

_NEAR = 400  # code points from the old evidence: a line above, the sentence behind
_TELLING = 4  # letters and digits that a value has, to be looked for where nothing points to a place
_LONGEST = 2_000  # a text longer than that stands in no letter as it was typed
_WINDOW = 6  # words that a date or a reference has at most
_LONGEST_QUOTE = 60  # words of evidence that are read for another value


def filled(
    letter: Letter,
    field: Field,
    position: int,
    result: FieldResult,
    stamp: Stamp,
    language: str,
    near: Span | None = None,
) -> Delta:
    """Give a field (a leaf) the value that was typed for it, with the evidence that is found for that one.

    `near` is where its evidence may be where none is held: where that of the value before was.
    """
    held = next((value for value in letter.values_of(field.id) if value.position == position), None)
    evidence = evidence_for(letter, field, result, held, language, near or _beside(letter, field, position))
    return operations.set_value(letter, field.id, position, result.stored, result.shown, evidence, stamp)


def _beside(letter: Letter, field: Field, position: int) -> Span | None:
    """Return the evidence of another part of the same group: the office stands by the name."""
    group, _, part = field.id.rpartition(".")
    parts = (v for v in letter.values.values() if part and v.position == position)
    beside = (letter.spans.get(v.uid) for v in parts if group and v.field.startswith(f"{group}."))
    return next((span for span in beside if span is not None), None)


def evidence_for(
    letter: Letter,
    field: Field,
    result: FieldResult,
    held: Value | None,
    language: str,
    near: Span | None = None,
) -> Span | None:
    """Return the evidence of a value that takes the place of another: where it stands in the letter.

    The evidence that is there stays where the value does, or where its words read as the new value. Else the
    value is looked for: first near the old evidence (or near `near`), then in the whole letter, where it must
    stand once. None where it is not found, or more than once.
    """
    old = letter.spans.get(held.uid) if held is not None else None
    if held is not None and old is not None:
        same = result.value == held.value if result.value else result.shown == held.shown
        if same or _reads_so(field, result, letter.text[old.start : old.end], language):
            return old
    return _found(letter, field, result, old or near)


def stands_in_words(field: Field) -> bool:
    """Tell whether what a field holds is looked for in the letter: a summary, or yes, stands nowhere."""
    kind = field_type(field)
    return not kind.several_lines and kind.id != "yes_no"


def contradicts(letter: Letter, field: Field, held: Value, language: str) -> bool:
    """Tell whether the words that a value is said to come from read as another value."""
    span = letter.spans.get(held.uid)
    if span is None or span.start == span.end or not held.shown:
        return False
    return _otherwise(field, held.value, held.shown, letter.text[span.start : span.end], language)


@lru_cache(maxsize=256)
def _otherwise(field: Field, value: str, shown: str, quote: str, language: str) -> bool:
    kind = field_type(field)
    if kind.several_lines or _stands_in(field, value, shown, quote):
        return False
    if kind.free and not field.pattern:
        return not _stands_in(field, quote, quote, shown)
    if not value:
        return False
    read = set(_values_in(field, quote, language))
    return bool(read) and value not in read


def _reads_so(field: Field, result: FieldResult, quote: str, language: str) -> bool:
    """Tell whether evidence, as a whole, reads as a value."""
    if not result.value or not quote.strip():
        return False
    return fields.parse(field, quote, language).value == result.value


def _values_in(field: Field, quote: str, language: str) -> Iterator[str]:
    """Yield the values that evidence reads as: as a whole, else the longest stretches of it that do."""
    whole = fields.parse(field, quote, language)
    if whole.value:
        yield whole.value
        return
    yield from (value for _, value in _dates(field, quote))
    words = quote.split()[:_LONGEST_QUOTE]
    at = 0
    while at < len(words):
        for length in range(min(_WINDOW, len(words) - at), 0, -1):
            piece = " ".join(words[at : at + length]).strip(".,;:()")
            read = fields.parse(field, piece, language)
            if read.value and (field_type(field).chooses or any(c.isdigit() for c in piece)):
                yield read.value
                at += length - 1
                break
        at += 1


def _found(letter: Letter, field: Field, result: FieldResult, near: Span | None) -> Span | None:
    spellings = _spellings(field, result.stored, result.shown)
    telling = max((sum(map(str.isalnum, each)) for each in spellings), default=0)
    if not spellings or telling < (_TELLING if near is None or result.value is None else 1):
        return None
    dates = [span for span, value in _dates(field, letter.text) if value == result.value]
    places = dates or _places(letter.text, spellings)
    if near is not None and places:
        nearest = min(places, key=lambda place: _apart(place, near))
        if _apart(nearest, near) <= _NEAR:
            return nearest
    if telling < _TELLING:
        return None
    furniture = [span for span, _ in letter.furniture_spans()]
    running = [place for place in places if not any(_apart(place, span) == 0 for span in furniture)]
    alone = running or places
    return alone[0] if len(alone) == 1 else None


def _apart(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _stands_in(field: Field, value: str, shown: str, text: str) -> bool:
    written = any(said == value for _, said in _dates(field, text)) if value else False
    return written or bool(_places(text, _spellings(field, value, shown)))


def _dates(field: Field, text: str) -> Iterator[tuple[Span, str]]:
    """Yield the dates in a text, as a field of dates keeps them; also those that the OCR misread a little."""
    if field_type(field).id in ("date", "period"):
        from annotator.structure.found_dates import find_dates

        yield from ((Span(found.start, found.end), found.value) for found in find_dates(text) if found.value)


def _spellings(field: Field, value: str, shown: str) -> tuple[str, ...]:
    """Return the ways in which a value may be written; none of a type that says nothing in its own words."""
    kind = field_type(field)
    if not stands_in_words(field) or max(len(value), len(shown)) > _LONGEST:
        return ()
    written = {shown, value} if kind.chooses != "one" else {shown}
    for language in ("nl", "en") if value else ():
        written.add(fields.format(field, value, language))
    for choice in field.choices if kind.chooses else ():
        if choice.id in value.split(";"):
            written.update(choice.names.values())
    return tuple(sorted(filter(None, (" ".join(each.split()) for each in written)), key=len, reverse=True))


def _places(text: str, spellings: Iterable[str]) -> list[Span]:
    """Return where any of these stands as whole words, in order; of those that overlap the longest."""
    from annotator.search.finding import Find, plain_finder  # not on the way to the first picture

    taken: list[Span] = []
    for spelling in spellings:
        for place in plain_finder(Find(spelling, whole_word=True)).find(text):
            if not _is_part_of_a_number(text, place) and not any(_meet(place, other) for other in taken):
                taken.append(place)
    return sorted(taken)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_part_of_a_number(text: str, place: Span) -> bool:
    """Tell whether figures go on beside it: the 12 of `12.500`."""
    before, after = text[max(0, place.start - 2) : place.start], text[place.end : place.end + 2]
    return (text[place.start].isdigit() and before[:1].isdigit() and before[1:] in (".", ",")) or (
        text[place.end - 1].isdigit() and after[:1] in (".", ",") and after[1:].isdigit()
    )
