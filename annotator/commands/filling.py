"""Filling the form from the text; the letter's status."""

from __future__ import annotations

from dataclasses import replace

from annotator.commands.command import CONTEXT, Workbench, letter_of
from annotator.core import operations
from annotator.core.document import ABSENT, Letter
from annotator.core.fields import parse
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.statuses import STATUSES
from annotator.core.text import Span, trimmed, word_at
from annotator.session import Session
from annotator.session.project import labels

SELECT_FIRST = Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "Select the words that prove the value first."))


def fill_field(bench: Workbench) -> None:
    """Put the selection into the chosen field, linked as its evidence, and choose the next empty field."""
    letter = letter_of(bench)
    if letter is None:
        return
    span = trimmed(letter.text, bench.selection())
    if span.start == span.end:
        span = word_at(letter.text, bench.caret()) or span
    field_id = bench.chosen_field()
    if not field_id or span.start == span.end:
        bench.say(SELECT_FIRST)
        return
    fill_from_span(bench.project, letter, field_id, span)
    bench.choose_next_field()


def fill_from_span(session: Session, letter: Letter, field_id: str, span: Span) -> None:
    """Put a span's words into a field: into its first place, or behind the others where it may hold
    several."""
    field = session.codebook.field(field_id)
    if field is None:
        return
    field = field.leaves()[0]  # a group's words go to its first part
    field_id = field.id
    shown = " ".join(letter.text[span.start : span.end].split())
    result = parse(field, shown, session.text_language)
    held = letter.values_of(field_id)
    group = session.codebook.field(field_id.split(".", maxsplit=1)[0])
    several = field.several or bool(group and group.several)
    position = max((v.position for v in held if v.state != ABSENT), default=-1) + 1 if several else 0
    delta = operations.set_value(letter, field_id, position, result.value or "", shown, span, session.stamp())
    session.do(labels.filled(field.name(session.language), shown), delta)


def point_out(bench: Workbench) -> None:
    """Make the selection the evidence of the chosen field's value, which stays as it is."""
    letter, field_id = letter_of(bench), bench.chosen_field()
    field = bench.project.codebook.field(field_id)
    if letter is None or field is None:
        return
    span = trimmed(letter.text, bench.selection())
    if span.start == span.end:
        bench.say(SELECT_FIRST)
        return
    held = [value for value in letter.values_of(field.leaves()[0].id) if value.shown or value.value]
    if not held:
        text = QT_TRANSLATE_NOOP("Command", "{field} has no value yet: put the words into it first.")
        bench.say(Message(CONTEXT, text, {"field": field.name(bench.project.language)}))
        return
    unplaced = [value for value in held if value.uid not in letter.spans]
    value = (unplaced or held[-1:])[0]
    delta = operations.set_evidence(letter, value.uid, span, bench.project.stamp())
    if not bench.project.do(labels.pointed_out(field.name(bench.project.language)), delta):
        text = QT_TRANSLATE_NOOP("Command", "These words are the evidence of {field} already.")
        bench.say(Message(CONTEXT, text, {"field": field.name(bench.project.language)}))


def mark_absent(bench: Workbench) -> None:
    """Say that the letter does not have the chosen field, and go on; on one that says so take it back."""
    letter, field = letter_of(bench), bench.project.codebook.field(bench.chosen_field())
    if letter is None or field is None:
        return
    leaf = field.leaves()[0]
    held = letter.values_of(leaf.id)
    name, taken_back = field.name(bench.project.language), next((v for v in held if v.state == ABSENT), None)
    if taken_back is not None:
        bench.project.do(labels.filled(name, ""), operations.drop_value(letter, taken_back.uid))
        return
    bench.project.do(labels.absent(name), operations.set_absent(letter, leaf.id, 0, bench.project.stamp()))
    bench.choose_next_field()


def set_status(session: Session, status: str) -> bool:
    """Give the open letter another status; False where it has that one."""
    if session.letter is not None and status in STATUSES:
        delta = operations.set_about(session.letter, lambda about: replace(about, status=status))
        return session.do(labels.about("status"), delta)
    return False
