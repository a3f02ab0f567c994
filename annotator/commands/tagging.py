"""Tagging passages and sections with single keys."""

from __future__ import annotations

from annotator.commands.command import CONTEXT, Workbench, letter_of
from annotator.commands.proposing import Offer, confirmed
from annotator.commands.sections import heading_of, name_of_tag, start_section_at
from annotator.core import operations
from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, line_start, trimmed, word_at
from annotator.session import Session
from annotator.session.project import labels


def apply_tag(bench: Workbench, tag_id: str) -> None:
    """Tag the selection; with none, a section tag goes to the section at the caret, a passage tag to the
    word."""
    letter = letter_of(bench)
    tag = bench.project.codebook.tag(tag_id)
    if letter is None or tag is None:
        return
    if tag.kind == "section":
        _tag_section(bench, letter, tag_id)
    else:
        _tag_passage(bench, letter, tag_id)


def _tag_section(bench: Workbench, letter: Letter, tag_id: str) -> None:
    selection = bench.selection()
    if selection.start < selection.end:
        start_section_at(bench, letter, line_start(letter.text, selection.start), tag_id)
        return
    section = letter.section_at(bench.caret())
    if section is not None:
        delta = operations.change_section(letter, section.section.uid, bench.project.stamp(), tag=tag_id)
        name = name_of_tag(bench, tag_id)
        if not bench.project.do(labels.section("tag", heading_of(letter, section), name), delta):
            text = QT_TRANSLATE_NOOP("Command", "This section has that tag already.")
            bench.say(Message(CONTEXT, text))


def _tag_passage(bench: Workbench, letter: Letter, tag_id: str) -> None:
    span = trimmed(letter.text, bench.selection())
    if span.start == span.end:
        span = word_at(letter.text, bench.caret()) or span
    if span.start == span.end:
        bench.say(
            Message(
                CONTEXT, QT_TRANSLATE_NOOP("Command", "There is no word here to tag: select a passage first.")
            )
        )
        return
    same = [uid for uid, p in letter.passages.items() if p.tag == tag_id and letter.spans[uid] == span]
    proposed = [Offer(span, "passage", uid) for uid in same if letter.passages[uid].state == "proposed"]
    if proposed:  # the same is proposed here: to tag it so is to confirm it
        delta = confirmed(letter, proposed, bench.project.stamp())
        bench.project.do(labels.confirmed(letter.text[span.start : span.end], len(proposed)), delta)
        return
    if same:
        bench.say(
            Message(
                CONTEXT, QT_TRANSLATE_NOOP("Command", "This passage has that tag already. Delete removes it.")
            )
        )
        return
    tag = bench.project.codebook.tag(tag_id)
    name = tag.name(bench.project.language) if tag else tag_id
    quote = letter.text[span.start : span.end]
    bench.project.do(labels.tagged(name, quote), operations.add_passage(span, tag_id, bench.project.stamp()))


def passages_at(letter: Letter, span: Span) -> list[str]:
    """Return the uids of the passages under a place, innermost first; a passage just selected comes last."""
    at = span.start
    found = [
        (s, p.uid) for s, p in letter.placed_passages() if s.start <= at < s.end or s.start == at == s.end
    ]
    return [uid for _, uid in sorted(found, key=lambda item: (item[0].end - item[0].start, item[1]))]


def next_passage(bench: Workbench) -> None:
    """Select the next passage under the caret."""
    letter = letter_of(bench)
    if letter is None:
        return
    now = bench.selection()
    under = passages_at(letter, now)
    if not under:
        bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "There is no passage at the caret.")))
        return
    at = next((i for i, uid in enumerate(under) if letter.spans[uid] == now), -1)
    bench.select(letter.spans[under[(at + 1) % len(under)]])


def remove_passage(bench: Workbench) -> None:
    """Remove the passage under the caret: the selected one, else the innermost."""
    letter = letter_of(bench)
    if letter is None:
        return
    now = bench.selection()
    under = passages_at(letter, now)
    uid = next((uid for uid in under if letter.spans[uid] == now), under[0] if under else None)
    if uid is None:
        bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "There is no passage at the caret.")))
        return
    remove_passage_of(bench.project, uid)


def remove_passage_of(session: Session, uid: str) -> None:
    """Remove a passage of the open letter."""
    letter = session.letter
    if letter is not None and uid in letter.passages:
        tag = session.codebook.tag(letter.passages[uid].tag)
        name = tag.name(session.language) if tag else letter.passages[uid].tag
        session.do(labels.untagged(name, letter.quote(uid)), operations.remove_passage(letter, uid))
