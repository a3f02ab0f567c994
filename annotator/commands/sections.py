"""Cutting, merging, levelling and going through sections."""

from __future__ import annotations

from annotator.commands.command import CONTEXT, Workbench, letter_of
from annotator.core import operations
from annotator.core.document import Letter, PlacedSection
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, line_start, trimmed
from annotator.session.project import labels


def start_section(bench: Workbench) -> None:
    """Start a section at the caret's line."""
    letter = letter_of(bench)
    if letter is not None:
        start_section_at(bench, letter, line_start(letter.text, bench.caret()), "")


def start_section_at(bench: Workbench, letter: Letter, start: int, tag: str) -> None:
    """Start a section at a line's start, at the level of the one it lies in."""
    section = letter.section_at(start)
    level = section.section.level if section else 1
    delta = operations.start_section(letter, start, level, tag, bench.project.stamp())
    line = letter.text[start:].split("\n", 1)[0]
    there = bool(tag) and section is not None and section.start == start
    label = labels.section("tag", line, name_of_tag(bench, tag)) if there else labels.section("start", line)
    if not bench.project.do(label, delta):
        bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "A section starts at this line already.")))


def name_of_tag(bench: Workbench, tag_id: str) -> str:
    """Return what a tag is called on the screen."""
    tag = bench.project.codebook.tag(tag_id)
    return tag.name(bench.project.language) if tag else tag_id


def merge_section(bench: Workbench) -> None:
    """Merge the section at the caret with the one before."""
    letter = letter_of(bench)
    section = letter.section_at(bench.caret()) if letter else None
    if letter is None or section is None:
        return
    delta = operations.merge_section(letter, section.section.uid)
    if not bench.project.do(labels.section("merge", heading_of(letter, section)), delta):
        bench.say(
            Message(
                CONTEXT, QT_TRANSLATE_NOOP("Command", "This is the first section: there is none before it.")
            )
        )


def _change_level(bench: Workbench, by: int) -> None:
    letter = letter_of(bench)
    section = letter.section_at(bench.caret()) if letter else None
    if letter is None or section is None:
        return
    level = min(9, max(1, section.section.level + by))
    delta = operations.change_section(letter, section.section.uid, bench.project.stamp(), level=level)
    if not bench.project.do(labels.section("level", heading_of(letter, section)), delta):
        highest = QT_TRANSLATE_NOOP("Command", "This section has the highest level already.")
        lowest = QT_TRANSLATE_NOOP("Command", "This section has the lowest level already.")
        bench.say(Message(CONTEXT, highest if by < 0 else lowest))


def raise_section(bench: Workbench) -> None:
    """Raise the section at the caret a level."""
    _change_level(bench, -1)


def lower_section(bench: Workbench) -> None:
    """Lower the section at the caret a level: it lies inside the one before."""
    _change_level(bench, 1)


def set_heading(bench: Workbench) -> None:
    """Make the selection, or else the caret's line, the section's heading; where it is that already, take
    it away."""
    letter = letter_of(bench)
    section = letter.section_at(bench.caret()) if letter else None
    if letter is None or section is None:
        return
    span = trimmed(letter.text, bench.selection())
    if span.start == span.end:
        start = line_start(letter.text, bench.caret())
        span = trimmed(letter.text, Span(start, start + len(letter.text[start:].split("\n", 1)[0])))
    inside = section.start <= span.start < span.end <= section.end
    heading = span if inside and span != section.heading else None
    delta = operations.set_heading(letter, section.section.uid, heading)
    if not bench.project.do(labels.section("heading", letter.text[span.start : span.end]), delta):
        text = QT_TRANSLATE_NOOP("Command", "There are no words here that could be a heading.")
        bench.say(Message(CONTEXT, text))


def heading_of(letter: Letter, section: PlacedSection) -> str:
    """Return the words of a section's heading, or of its first line."""
    if section.heading:
        return letter.text[section.heading.start : section.heading.end]
    return letter.text[section.start : section.end].strip().split("\n", 1)[0]


def previous_section(bench: Workbench) -> None:
    """Go to the start of this section, or of the one before."""
    _go_to_section(bench, -1)


def next_section(bench: Workbench) -> None:
    """Go to the next section."""
    _go_to_section(bench, 1)


def _go_to_section(bench: Workbench, by: int) -> None:
    letter = letter_of(bench)
    if letter is None:
        return
    starts = [_first_word(letter.text, s.start, s.end) for s in letter.placed_sections()]
    caret = bench.caret()
    there = [s for s in starts if s > caret] if by > 0 else [s for s in starts if s < caret][::-1]
    if there:
        bench.select(Span(there[0], there[0]))
        return
    last = QT_TRANSLATE_NOOP("Command", "There is no section behind this one.")
    first = QT_TRANSLATE_NOOP("Command", "There is no section before this one.")
    bench.say(Message(CONTEXT, last if by > 0 else first))


def _first_word(text: str, start: int, end: int) -> int:
    return trimmed(text, Span(start, end)).start if text[start:end].strip() else start
