"""One letter a line, as programs for language data read it: spaCy, doccano, Label Studio and others.

Each tool counts offsets in its own unit: spaCy, doccano and Prodigy in code points, as this program does,
Label Studio in the code units of JavaScript's UTF-16. A Web Annotation's are code points by its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.exporters.interface import Choice, ExportContext, Exporter, ExportLetter, Omission, Piece

_Object = dict[str, Any]
_WORDS = re.compile(r"\w+|[^\w\s]|\s")
_AROUND = 40  # characters of a quote's neighbours


class Marked(NamedTuple):
    """A passage as these forms have it: its place in code points, its tag's id, and who made it."""

    span: Span
    tag: str
    uid: str
    note: str
    state: str
    analyst: str
    made_at: str
    origin: str

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has decided on it."""
        return self.state == "proposed"


def marked(one: ExportLetter) -> list[Marked]:
    """Return the passages that have a text, in reading order."""
    return [
        Marked(span, row.tag, row.uid, row.note, row.state, row.analyst, row.made_at, row.origin)
        for span, row in one.letter.placed_passages()
        if span.start < span.end
    ]


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the blanks at its ends; empty where it has nothing else."""
    quote = text[span.start : span.end]
    start = span.start + len(quote) - len(quote.lstrip())
    return Span(start, max(start, span.start + len(quote.rstrip())))


def tokens(text: str, bounds: Iterable[int]) -> list[Span]:
    """Return the words, signs and blanks of a text, cut at the bounds of what is tagged; they cover it."""
    cuts, made = sorted(set(bounds)), list[Span]()
    for found in _WORDS.finditer(text):
        start, end = found.span()
        inside = cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]
        edges = [start, *inside, end]
        made += map(Span, edges, edges[1:])
    return made


def _about(one: ExportLetter, context: ExportContext) -> _Object:
    values, absent = {}, list[str]()
    for field in context.codebook.value_fields():
        if held := [v.value for v in one.letter.values_of(field.id) if v.state == "confirmed" and v.value]:
            values[field.id] = held
        elif one.letter.lacks(field.id):
            absent.append(field.id)
    about = {"id": one.id, "uid": one.uid, "title": one.letter.about.title, "status": one.letter.about.status}
    about |= {"source": one.source_name, "values": values}
    return about | {"absent": absent} if absent else about


def _plain(one: ExportLetter, context: ExportContext) -> _Object:
    spans = [
        {
            "start": m.span.start,
            "end": m.span.end,
            "label": m.tag,
            "note": m.note,
            "state": m.state,
            "origin": m.origin,
        }
        for m in marked(one)
    ]
    return {"text": one.letter.text, "spans": spans, "meta": _about(one, context)}


def _spacy(one: ExportLetter, context: ExportContext) -> _Object:
    """Return what `Doc.from_json` reads: tokens that lie close together or have one space between them."""
    text = one.letter.text
    spans = [(trimmed(text, m.span), m.tag) for m in marked(one)]
    spans = [(span, tag) for span, tag in spans if span.start < span.end]
    parts = tokens(text, (edge for span, _ in spans for edge in (span.start, span.end)))
    kept: list[Span] = []
    for part in parts:
        is_blank = text[part.start].isspace()
        if is_blank and kept and kept[-1].end == part.start and text[kept[-1].start].isspace():
            kept[-1] = Span(kept[-1].start, part.end)  # blanks in a row are one token
        elif not (text[part.start] == " " and kept and kept[-1].end == part.start):
            kept.append(part)  # one space behind a word belongs to that
    return {
        "text": text,
        "tokens": [
            {"id": number, "start": token.start, "end": token.end} for number, token in enumerate(kept)
        ],
        "spans": {"sc": [{"start": s.start, "end": s.end, "label": tag, "kb_id": ""} for s, tag in spans]},
        "underscore_doc": {},
        "meta": _about(one, context),
    }


def _doccano(one: ExportLetter, context: ExportContext) -> _Object:
    labels = [[m.span.start, m.span.end, m.tag] for m in marked(one)]
    return {"text": one.letter.text, "label": labels, **_about(one, context)}


def _prodigy(one: ExportLetter, context: ExportContext) -> _Object:
    text = one.letter.text
    spans = [(trimmed(text, m.span), m.tag) for m in marked(one)]
    spans = [(span, tag) for span, tag in spans if span.start < span.end]
    cut = tokens(text, (edge for span, _ in spans for edge in (span.start, span.end)))
    words = [part for part in cut if not text[part.start : part.end].isspace()]
    starts, ends = {w.start: n for n, w in enumerate(words)}, {w.end: n for n, w in enumerate(words)}
    return {
        "text": text,
        "tokens": [
            {
                "id": n,
                "text": text[w.start : w.end],
                "start": w.start,
                "end": w.end,
                "ws": text[w.end : w.end + 1] == " ",
            }
            for n, w in enumerate(words)
        ],
        "spans": [
            {
                "start": span.start,
                "end": span.end,
                "token_start": starts[span.start],
                "token_end": ends[span.end],
                "label": tag,
            }
            for span, tag in spans
        ],
        "answer": "accept",
        "meta": _about(one, context),
    }


def _label_studio(one: ExportLetter, context: ExportContext) -> _Object:
    text, units = one.letter.text, utf16_units(one.letter.text)
    decided, proposed = list[_Object](), list[_Object]()
    for m in marked(one):
        value = {
            "start": units(m.span.start),
            "end": units(m.span.end),
            "text": text[m.span.start : m.span.end],
            "labels": [m.tag],
        }
        region = {"id": m.uid, "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        (proposed if m.is_proposed else decided).append(region)
    made: _Object = {"data": {"text": text, **_about(one, context)}}
    made["annotations"] = [{"result": decided}]
    if proposed:
        made["predictions"] = [{"model_version": context.program, "result": proposed}]
    return made


def _web_annotation(one: ExportLetter, context: ExportContext) -> _Object:
    text, source = one.letter.text, f"urn:uuid:{one.uid}"
    items = [
        {
            "id": f"urn:uuid:{m.uid}" if ":" not in m.uid else f"urn:x-kanttekening:{m.uid}",
            "type": "Annotation",
            "motivation": "tagging" if not m.is_proposed else "classifying",
            "created": m.made_at or None,
            "creator": {"type": "Person", "name": m.analyst} if m.analyst else None,
            "generator": {"type": "Software", "name": m.origin} if m.origin else None,
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": m.tag},
                *([{"type": "TextualBody", "purpose": "commenting", "value": m.note}] if m.note else []),
            ],
            "target": {
                "source": source,
                "selector": [
                    {"type": "TextPositionSelector", "start": m.span.start, "end": m.span.end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": text[m.span.start : m.span.end],
                        "prefix": text[max(0, m.span.start - _AROUND) : m.span.start],
                        "suffix": text[m.span.end : m.span.end + _AROUND],
                    },
                ],
            },
        }
        for m in marked(one)
    ]
    page = {
        "type": "AnnotationPage",
        "items": [{k: v for k, v in item.items() if v is not None} for item in items],
    }
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{source}#page",
        **page,
        "text": text,
        "source": source,
    }


def utf16_units(text: str) -> Callable[[int], int]:
    """Return what turns an offset in code points into one in the code units of UTF-16."""
    wide = [place for place, sign in enumerate(text) if sign > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)


_FORMS: dict[str, Callable[[ExportLetter, ExportContext], _Object]] = {
    "plain": _plain,
    "spacy": _spacy,
    "doccano": _doccano,
    "label-studio": _label_studio,
    "prodigy": _prodigy,
    "web-annotation": _web_annotation,
}
FORM = Choice(
    "form",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Form")),
    (
        ("plain", Message("Export", QT_TRANSLATE_NOOP("Export", "plain"))),
        ("spacy", Message("Export", "spaCy")),
        ("doccano", Message("Export", "doccano")),
        ("label-studio", Message("Export", "Label Studio")),
        ("prodigy", Message("Export", "Prodigy")),
        ("web-annotation", Message("Export", "W3C Web Annotation")),
    ),
)
TRIMMED = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "passages begin or end with a blank, which is left out of them")
)
BLANK = Message("Export", QT_TRANSLATE_NOOP("Export", "passages hold blanks alone, and are left out"))
PROPOSALS_UNMARKED = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "proposed passages cannot be told from decided ones")
)
NO_SECTIONS = Message("Export", QT_TRANSLATE_NOOP("Export", "sections are left out"))


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    import json  # not for the list of formats

    form = _FORMS[context.choice(FORM)]
    for one in letters:
        line = json.dumps(form(one, context), ensure_ascii=False, allow_nan=False)
        # These end a line for programs that split text as people do, and are no line's end in JSON.
        safe = re.sub("[\u0085\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", line)
        yield Piece("", f"{safe}\n".encode())


def _leaves_out(one: ExportLetter, context: ExportContext) -> Iterator[Omission]:
    form, found, text = context.choice(FORM), marked(one), one.letter.text
    if form in ("spacy", "prodigy"):
        blank = sum(not text[m.span.start : m.span.end].strip() for m in found)
        cut = sum(trimmed(text, m.span) != m.span for m in found) - blank
        yield from _told((TRIMMED, cut), (BLANK, blank))
    if form in ("spacy", "doccano", "prodigy"):
        yield from _told((PROPOSALS_UNMARKED, sum(m.is_proposed for m in found)))
    yield from _told((NO_SECTIONS, len(one.letter.sections)))


def _told(*counted: tuple[Message, int]) -> Sequence[Omission]:
    return [Omission(what, times) for what, times in counted if times]


JSONL = Exporter(
    "jsonl",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Language data, a letter on each line (JSON Lines)")),
    _pieces,
    ".jsonl",
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For spaCy, doccano, Label Studio, Prodigy and the like: texts with passages."
        ),
    ),
    leaves_out=_leaves_out,
    choices=(FORM,),
)
