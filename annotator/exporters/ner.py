"""Tokens with the tags of passages, for models that learn to find them: CoNLL's two columns, IOB2."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.json_lines import Marked, marked, tokens, trimmed

# Where a sentence ends: a sign that ends one and a blank before a capital, or an empty line.
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9ÀÈÉÖ])|\n[ \t]*\n\s*")
_NOT_IN_A_NAME = re.compile(r"\s+")
OVERLAPS = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "passages overlap a longer or earlier one, and are left out")
)


def _pieces(letters: Iterable[ExportLetter], _context: ExportContext) -> Iterator[Piece]:
    for one in letters:
        yield Piece("", ("-DOCSTART-\tO\n\n" + "".join(_lines(one))).encode())


def _lines(one: ExportLetter) -> Iterator[str]:
    text, kept = one.letter.text, _apart(one)[0]
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    starts, inside = {m.span.start: m for m in kept}, None
    written = False
    for token in tokens(text, [*ends, *(edge for m in kept for edge in m.span)]):
        word = text[token.start : token.end]
        if ends and token.start >= ends[0] and inside is None:
            while ends and token.start >= ends[0]:
                ends.pop(0)
            if written:
                yield "\n"
            written = False
        if word.isspace():
            continue
        fresh = starts.get(token.start)
        inside = fresh or (inside if inside and token.start < inside.span.end else None)
        tag = f"{'B' if fresh else 'I'}-{_NOT_IN_A_NAME.sub('_', inside.tag)}" if inside else "O"
        yield f"{word}\t{tag}\n"
        written = True
        if inside and token.end >= inside.span.end:
            inside = None
    if written:
        yield "\n"


def _apart(one: ExportLetter) -> tuple[list[Marked], int]:
    """Return the passages that do not meet each other, longer ones first, and how many were left out."""
    kept: list[Marked] = []
    left = 0
    text = one.letter.text
    found = [m._replace(span=trimmed(text, m.span)) for m in marked(one)]
    by_length = sorted(found, key=lambda m: (m.span.start - m.span.end, m.span.start))
    for m in by_length:
        if m.span.start == m.span.end or any(_meet(m.span, other.span) for other in kept):
            left += 1
        else:
            kept.append(m)
    return sorted(kept, key=lambda m: m.span.start), left


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    if left := _apart(one)[1]:
        yield Omission(OVERLAPS, left)


NER = Exporter(
    "ner",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Words with tags for models (CoNLL, IOB2)")),
    _pieces,
    ".conll",
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP("Export", "For training models that find passages: a word and its tag a line."),
    ),
    leaves_out=_leaves_out,
)
