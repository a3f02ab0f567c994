"""What is done to one proposal, passage or section that was pointed at, wherever the caret is."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.commands.command import CONTEXT
from annotator.commands.proposing import FIRST_STAYS, Offer, confirmed, offer_of, said_of, turned_down
from annotator.commands.sections import heading_of
from annotator.core import operations
from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, trimmed
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project import labels

_DEEPEST = 9


def confirm_one(session: Session, *uids: str) -> None:
    """Confirm a proposal of the open letter, or those of the same words; what is decided on stays."""
    session.flush_typing()
    letter = session.letter
    offers = _offers(letter, uids)
    if letter is not None and offers:
        label = labels.confirmed(said_of(letter, offers[0]), len(offers))
        session.do(label, confirmed(letter, offers, session.stamp()))


def turn_down_one(session: Session, *uids: str) -> None:
    """Turn a proposal of the open letter down, or those of the same words. Raises `UserError` for the first
    section, which stays."""
    session.flush_typing()
    letter = session.letter
    offers = _offers(letter, uids)
    if letter is None or not offers:
        return
    if not session.do(labels.turned_down(said_of(letter, offers[0])), turned_down(letter, offers)):
        raise UserError(FIRST_STAYS)


def _offers(letter: Letter | None, uids: Iterable[str]) -> list[Offer]:
    found = (offer_of(letter, uid) for uid in uids) if letter is not None else ()
    return [offer for offer in found if offer is not None]


def retag_passage(session: Session, uid: str, tag_id: str) -> None:
    """Give a passage another tag; one that was proposed is confirmed by it."""
    session.flush_typing()
    letter, tag = session.letter, session.codebook.tag(tag_id)
    if letter is None or tag is None or uid not in letter.passages or letter.passages[uid].tag == tag_id:
        return
    delta = operations.retag_passage(letter, uid, tag_id, session.stamp())
    session.do(labels.tagged(tag.name(session.language), letter.quote(uid)), delta)


def move_passage(session: Session, uid: str, span: Span) -> None:
    """Let a passage stand from where to where it was drawn; one that was proposed is confirmed by it."""
    session.flush_typing()
    letter = session.letter
    if letter is None or uid not in letter.passages:
        return
    span = trimmed(letter.text, span)
    if span.start == span.end or span == letter.spans[uid]:
        return
    tag = session.codebook.tag(letter.passages[uid].tag)
    name = tag.name(session.language) if tag else letter.passages[uid].tag
    delta = operations.move_passage(letter, uid, span, session.stamp())
    session.do(labels.moved(name, letter.text[span.start : span.end]), delta)


def level_section(session: Session, uid: str, level: int) -> None:
    """Put a section at a level, from 1."""
    session.flush_typing()
    letter = session.letter
    if letter is None or uid not in letter.sections:
        return
    level = min(_DEEPEST, max(1, level))
    placed = next(p for p in letter.placed_sections() if p.section.uid == uid)
    if placed.section.level != level:
        delta = operations.change_section(letter, uid, session.stamp(), level=level)
        session.do(labels.section("level", heading_of(letter, placed)), delta)


def tag_section(session: Session, uid: str, tag_id: str) -> None:
    """Give a section another tag."""
    session.flush_typing()
    letter = session.letter
    if letter is None or uid not in letter.sections:
        return
    placed = next(p for p in letter.placed_sections() if p.section.uid == uid)
    delta = operations.change_section(letter, uid, session.stamp(), tag=tag_id)
    session.do(labels.section("tag", heading_of(letter, placed)), delta)


def merge_one(session: Session, uid: str) -> None:
    """Merge a section with the one before. Raises `UserError` for the first."""
    session.flush_typing()
    letter = session.letter
    if letter is None or uid not in letter.sections:
        return
    placed = next(p for p in letter.placed_sections() if p.section.uid == uid)
    delta = operations.merge_section(letter, uid)
    if not session.do(labels.section("merge", heading_of(letter, placed)), delta):
        text = QT_TRANSLATE_NOOP("Command", "This is the first section: there is none before it.")
        raise UserError(Message(CONTEXT, text))
