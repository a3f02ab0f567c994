"""Growing and shrinking the selection."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.commands.command import CONTEXT, Workbench, letter_of
from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, paragraph_at, sentence_at, trimmed, word_at


def grow_selection(bench: Workbench) -> None:
    """Grow the selection: word, brackets, sentence, paragraph, section."""
    letter = letter_of(bench)
    if letter is None:
        return
    now = bench.selection()
    wider = next((s for s in steps(letter, now) if _holds(s, now) and s != now), None)
    if wider:
        if bench.grown[-1:] != [now]:
            bench.grown[:] = [now]
        bench.grown.append(wider)
        bench.select(wider)
        return
    bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "The selection cannot grow beyond the section.")))


def _holds(wide: Span, now: Span) -> bool:
    return now.start == now.end or (wide.start <= now.start and wide.end >= now.end)


def shrink_selection(bench: Workbench) -> None:
    """Shrink the selection: back to what it grew from, else section, paragraph, sentence, word."""
    letter = letter_of(bench)
    if letter is None:
        return
    now = bench.selection()
    if now.start == now.end:
        bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "Nothing is selected that could shrink.")))
        return
    if bench.grown[-1:] == [now] and len(bench.grown) > 1:
        bench.grown.pop()
        bench.select(bench.grown[-1])
        return
    inside = [
        s
        for s in steps(letter, Span(now.start, now.start))
        if s.start >= now.start and s.end <= now.end and s != now
    ]
    bench.select(inside[-1] if inside else Span(now.start, now.start))


def _bracketed(text: str, paragraph: Span, at: int) -> list[Span]:
    """Return what stands between the brackets around a place: `Kamerstuk 28 676, nr. 347`; often a reference
    whose full stops look like a sentence's end."""
    opening, closing = text.rfind("(", paragraph.start, at + 1), text.find(")", at, paragraph.end)
    if opening < 0 or closing < 0 or ")" in text[opening:at] or "(" in text[max(at, opening + 1) : closing]:
        return []
    return [Span(opening + 1, closing)]


def steps(letter: Letter, span: Span) -> Sequence[Span]:
    """Return what a selection grows through from a place: word, brackets, sentence, paragraph, section."""
    text, at = letter.text, span.start
    while at < len(text) and span.start == span.end and text[at] in " \t":  # in front of a line's first word
        at += 1
    section = letter.section_at(at)
    word = word_at(text, at)
    found = [word] if word else []
    found += [*_bracketed(text, paragraph_at(text, at), at), sentence_at(text, at), paragraph_at(text, at)]
    if section:
        found.append(trimmed(text, Span(section.start, section.end)))
    return sorted(found, key=lambda step: step.end - step.start)
