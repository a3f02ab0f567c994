"""What of a letter is marked in the text, in the colours of the theme that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.core.text import Span
from annotator.language.interface import Suspect
from annotator.language.reasons import sentence
from annotator.ui.features.editor.marks import (
    CorrectionMark,
    DeskMarks,
    EvidenceMark,
    FurnitureMark,
    PageMark,
    PassageMark,
    SectionMark,
    SuspectMark,
)
from annotator.ui.translate import translated
from annotator.ui.widgets.page_notices import explanation, notice

_UNTAGGED = ("#8a938e", "#7d8782")  # a section that nobody tagged yet: light, dark


def desk_marks(
    letter: Letter,
    codebook: Codebook,
    language: str,
    *,
    dark: bool,
    suspects: Iterable[Suspect] = (),
    within: Span | None = None,
) -> DeskMarks:
    """Return the marks of a letter; with `within`, only those that meet that stretch."""
    low, high = within or (0, len(letter.text))
    return DeskMarks(
        passages=_passages(letter, codebook, language, dark, within),
        sections=_sections(letter, codebook, language, dark),
        suspects=suspect_marks(s for s in suspects if s.end >= low and s.start <= high),
        corrections=_corrections(letter, low, high),
        pages=tuple(_page(letter, n, start) for n, start in enumerate(letter.page_starts(), 1)),
        evidence=_evidence(letter, codebook, language, within),
        furniture=tuple(
            FurnitureMark(span.start, span.end)
            for span, _ in letter.furniture_spans()
            if span.end >= low and span.start <= high
        ),
    )


def _page(letter: Letter, number: int, start: int) -> PageMark:
    flags = letter.page_flags.get(number, ())
    return PageMark(number, start, notice(flags), explanation(flags)) if flags else PageMark(number, start)


def _passages(
    letter: Letter, codebook: Codebook, language: str, dark: bool, within: Span | None
) -> tuple[PassageMark, ...]:
    looks = {tag.id: (tag.colour(dark), tag.key, tag.name(language)) for tag in codebook.tags}
    unknown = (_UNTAGGED[dark], "", "?")
    marks = []
    low, high = within or (0, len(letter.text))
    near = [(uid, span) for uid, span in letter.spans.items() if span[1] >= low and span[0] <= high]
    for uid, span in near:
        passage = letter.passages.get(uid)
        if passage is None:
            continue
        colour, key, name = looks.get(passage.tag, unknown)
        proposed = passage.state == "proposed"
        marks.append(PassageMark(uid, span.start, span.end, colour, key, name, proposed, passage.note))
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.uid)))


def _sections(letter: Letter, codebook: Codebook, language: str, dark: bool) -> tuple[SectionMark, ...]:
    marks = []
    for placed in letter.placed_sections():
        section = placed.section
        tag = codebook.tag(section.tag)
        colour = tag.colour(dark) if tag else _UNTAGGED[dark]
        name = tag.name(language) if tag else ""
        heading = (placed.heading.start, placed.heading.end) if placed.heading else None
        marks.append(
            SectionMark(
                section.uid,
                placed.start,
                placed.end,
                colour,
                tag.key if tag else "",
                name,
                section.level,
                heading,
                section.state == "proposed",
            )
        )
    return tuple(marks)


def _corrections(letter: Letter, low: int, high: int) -> tuple[CorrectionMark, ...]:
    return tuple(
        CorrectionMark(span.start, span.end, letter.ocr_text[row.ocr_start : row.ocr_end])
        for row, span in zip(letter.corrections, letter.correction_spans(), strict=True)
        if span.end >= low and span.start <= high
    )


def _evidence(
    letter: Letter, codebook: Codebook, language: str, within: Span | None
) -> tuple[EvidenceMark, ...]:
    marks = []
    for uid, value in letter.values.items():
        span = letter.spans.get(uid)
        if span is None or (within is not None and (span.end < within.start or span.start > within.end)):
            continue
        field = codebook.field(value.field)
        name, proposed = field.name(language) if field else value.field, value.state == "proposed"
        marks.append(EvidenceMark(uid, span.start, span.end, name, proposed))
    return tuple(marks)


def suspect_marks(suspects: Iterable[Suspect], current: Sequence[int] = ()) -> tuple[SuspectMark, ...]:
    """Return the marks of suspects; `current` is the start of the one that the correction box is open on."""
    said: dict[tuple[object, ...], str] = {}  # the same doubt comes back: a sentence takes 7 µs to make
    marks = []
    for s in suspects:
        key = (s.reason.code, *s.reason.params.values())
        if key not in said:
            said[key] = translated(sentence(s.reason))
        marks.append(SuspectMark(s.start, s.end, said[key], s.start in current))
    return tuple(marks)
