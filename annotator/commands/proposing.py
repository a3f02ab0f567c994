"""Confirming and turning down what the program proposes: the one at hand, or all of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.commands.command import CONTEXT, Workbench, letter_of
from annotator.core import operations
from annotator.core.document import Letter, PlacedSection, Stamp
from annotator.core.history import Delta
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, trimmed
from annotator.session.project import labels

KINDS = ("section", "value", "passage")
_NO_SPAN = Span(0, 0)
NONE_LEFT = Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "Nothing is proposed here now."))
FIRST_STAYS = Message(
    CONTEXT,
    QT_TRANSLATE_NOOP("Command", "The first section cannot be turned down: give it another tag instead."),
)


class Offer(NamedTuple):
    """An open proposal: where it stands (a section by its heading or first line), its kind and uid."""

    span: Span
    kind: str
    uid: str


def open_offers(letter: Letter) -> list[Offer]:
    """Return the open proposals of a letter as they stand in the text; those without a place come first."""
    found = []
    for placed in letter.placed_sections():
        if placed.section.state == "proposed" and placed.section.tag:
            found.append(Offer(_shown_span(letter, placed), "section", placed.section.uid))
    for uid, value in letter.values.items():
        if value.state == "proposed":
            found.append(Offer(letter.spans.get(uid, _NO_SPAN), "value", uid))
    for uid, passage in letter.passages.items():
        if passage.state == "proposed":
            found.append(Offer(letter.spans[uid], "passage", uid))
    return sorted(
        found, key=lambda offer: (offer.span.start, KINDS.index(offer.kind), offer.span.end, offer.uid)
    )


def _shown_span(letter: Letter, placed: PlacedSection) -> Span:
    if placed.heading is not None:
        return placed.heading
    first = trimmed(letter.text, Span(placed.start, placed.end))
    line = letter.text.find("\n", first.start, first.end)
    return Span(first.start, first.end if line < 0 else line)


def at_hand(letter: Letter, selection: Span) -> list[Offer]:
    """Return the proposals at hand: those selected, else the innermost around the caret, else none.

    A value and a passage of the very same words are one thing: both are at hand.
    """
    offers = open_offers(letter)
    if selection.start < selection.end:
        chosen = [offer for offer in offers if offer.span == selection]
        if chosen:
            return chosen
    at = selection.start
    around = [
        offer for offer in offers if offer.kind != "section" and offer.span.start <= at < offer.span.end
    ]
    if around:
        inner = min(around, key=lambda offer: offer.span.end - offer.span.start).span
        return [offer for offer in around if offer.span == inner]
    section = letter.section_at(at)
    if section is None or section.section.state != "proposed":
        return []
    # Also the one that nobody has tagged: an imported letter has it.
    return [Offer(_shown_span(letter, section), "section", section.section.uid)]


def confirm(bench: Workbench) -> None:
    """Confirm the proposal at hand and go to the next; with none at hand go to the next."""
    letter = letter_of(bench)
    if letter is None:
        return
    offers = at_hand(letter, bench.selection())
    if offers:
        delta = confirmed(letter, offers, bench.project.stamp())
        bench.project.do(labels.confirmed(said_of(letter, offers[0]), len(offers)), delta)
    _go_on(bench, offers)


def turn_down(bench: Workbench) -> None:
    """Turn the proposal at hand down and go to the next."""
    letter = letter_of(bench)
    if letter is None:
        return
    offers = at_hand(letter, bench.selection())
    if offers:
        delta = turned_down(letter, offers)
        if not bench.project.do(labels.turned_down(said_of(letter, offers[0])), delta):
            bench.say(FIRST_STAYS)
            return
    _go_on(bench, offers)


def confirm_all(bench: Workbench) -> None:
    """Confirm all proposals of the kind that is at hand: the outline, the form, or the passages."""
    letter = letter_of(bench)
    if letter is None:
        return
    offers = at_hand(letter, bench.selection()) or open_offers(letter)[:1]
    if not offers:
        bench.say(NONE_LEFT)
        return
    _confirm_kind(bench, letter, offers[0].kind)


def confirm_outline(bench: Workbench) -> None:
    """Confirm the whole outline."""
    letter = letter_of(bench)
    if letter is not None:
        _confirm_kind(bench, letter, "section")


def confirm_form(bench: Workbench) -> None:
    """Confirm the whole form."""
    letter = letter_of(bench)
    if letter is not None:
        _confirm_kind(bench, letter, "value")


def _confirm_kind(bench: Workbench, letter: Letter, kind: str) -> None:
    offers = [offer for offer in open_offers(letter) if offer.kind == kind]
    if not offers:
        bench.say(NONE_LEFT)
        return
    bench.project.do(
        labels.confirmed_all(kind, len(offers)), confirmed(letter, offers, bench.project.stamp())
    )
    _go_on(bench, offers, at=bench.selection().start)


def confirmed(letter: Letter, offers: Sequence[Offer], stamp: Stamp) -> Delta:
    """Return the change that confirms proposals."""
    delta = Delta()
    for offer in offers:
        if offer.kind == "section":
            step = operations.confirm_section(letter, offer.uid, stamp)
        elif offer.kind == "passage":
            step = operations.confirm_passage(letter, offer.uid, stamp)
        else:
            step = operations.confirm_value(letter, offer.uid, stamp)
        delta = operations.joined(delta, step)
    left = {offer.uid for offer in open_offers(letter) if offer.kind == "section"}
    if left and left <= {offer.uid for offer in offers}:
        # With the last of them the outline is decided on: corrections of the text make no new sections.
        delta = operations.joined(delta, operations.settle_outline(stamp))
    return delta


def turned_down(letter: Letter, offers: Sequence[Offer]) -> Delta:
    """Return the change that turns proposals down."""
    delta = Delta()
    for offer in offers:
        if offer.kind == "section":
            step = operations.merge_section(letter, offer.uid)
        elif offer.kind == "passage":
            step = operations.remove_passage(letter, offer.uid)
        else:
            step = operations.drop_value(letter, offer.uid)
        delta = operations.joined(delta, step)
    return delta


def offer_of(letter: Letter, uid: str) -> Offer | None:
    """Return the open proposal with a uid; None where it was decided on, or is gone."""
    found = next((offer for offer in open_offers(letter) if offer.uid == uid), None)
    section = letter.sections.get(uid)
    if found is None and section is not None and section.state == "proposed":  # one without a tag
        placed = next(p for p in letter.placed_sections() if p.section.uid == uid)
        return Offer(_shown_span(letter, placed), "section", uid)
    return found


def said_of(letter: Letter, offer: Offer) -> str:
    """Return what is said of a proposal on the undo command."""
    if offer.kind == "value":
        return letter.values[offer.uid].shown or letter.values[offer.uid].value
    return letter.text[offer.span.start : offer.span.end]


def _go_on(bench: Workbench, done: Sequence[Offer], at: int | None = None) -> None:
    """Select the next open proposal behind what was done, or from an offset on, else the first one left."""
    letter = bench.project.letter
    offers = open_offers(letter) if letter is not None else []
    if not offers:
        if not done:
            bench.say(NONE_LEFT)
        return
    if at is None:
        at = max((offer.span.start for offer in done), default=bench.selection().start)
    gone = {offer.uid for offer in done}
    later = [offer for offer in offers if offer.span.start >= at and offer.uid not in gone] or offers
    bench.select(later[0].span)
