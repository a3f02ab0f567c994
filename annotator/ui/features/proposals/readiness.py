"""What is still to do in the open letter: said above it, asked before it is called done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from annotator.commands import set_status
from annotator.commands.proposing import at_hand, open_offers
from annotator.core.document import is_answer, is_unreadable
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.session import Session
from annotator.session.suspects.suspecting import Suspecting
from annotator.ui.context import Context
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.parting import part_with

_FIELDS_NAMED = 3


class Proposals(Protocol):
    """What is proposed for the open letter."""

    def open_count(self) -> int:
        """Return how many proposals nobody has decided on."""

    def why(self, uid: str) -> str:
        """Return why a proposal is made, "" where that is not known."""


class Open(NamedTuple):
    """Something that is open: what is said of it, and what goes there."""

    text: str
    go: Callable[[], object]


class Readiness(QObject):
    """Knows what keeps a letter from being done.

    `head` says it above the letter. `value_wanted` asks for a field of the form, `suspect_wanted` for the
    next suspect.
    """

    value_wanted = Signal(str)
    suspect_wanted = Signal()

    def __init__(
        self,
        session: Session,
        context: Context,
        suspecting: Suspecting,
        proposals: Proposals,
        head: PanelHeader,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._suspecting = session, context, suspecting
        self._proposed, self._head = proposals, head
        self.is_aside = False  # another page stands in the letter's place

    # --- above the letter ---------------------------------------------------------------------------

    def show(self) -> None:
        """Say above the letter why the proposal at the caret is made; without one, what is open."""
        if self._session.letter_id is None:
            self._head.set_detail("")
        elif not self._context.text.editing and not self.is_aside:
            # While somebody types, asking for the letter would end the wait for more keys.
            self._head.set_detail(self._why_here() or self.summary())

    def show_value(self, uid: str) -> None:
        """Say why the value at which the keys are in the form is proposed."""
        if uid and (why := self._proposed.why(uid)):
            self._head.set_detail(why)
        else:
            self.show()

    def _why_here(self) -> str:
        letter = self._session.letter
        if letter is None or not self._proposed.open_count():
            return ""
        offers = at_hand(letter, Span(*self._context.text.selection()))
        whys = (self._proposed.why(offer.uid) for offer in offers)
        return next(filter(None, whys), "")

    def summary(self) -> str:
        """Return what is open, on one line: `3 suspects · 2 proposals · Date missing`."""
        missing = self._missing_fields()
        said = [text for text, _ in (self._suspects(), self._proposals()) if text]
        if missing:
            names = ", ".join(name for _, name in missing[:_FIELDS_NAMED])
            if len(missing) > _FIELDS_NAMED:
                names = f"{names} +{len(missing) - _FIELDS_NAMED}"
            said.append(self.tr("{field} missing").format(field=names))
        said += [self.tr("{field} unreadable").format(field=name) for _, name in self._unreadable_fields()]
        return " · ".join(said)

    # --- what is open -------------------------------------------------------------------------------

    def _suspects(self) -> Open:
        count = len(self._suspecting.suspects)
        return Open(self.tr("%Ln suspect(s)", "", count) if count else "", self.suspect_wanted.emit)

    def _proposals(self) -> Open:
        count = self._proposed.open_count()
        return Open(self.tr("%Ln proposal(s)", "", count) if count else "", self._go_to_proposal)

    def _go_to_proposal(self) -> None:
        letter = self._session.letter
        offers = open_offers(letter) if letter is not None else []
        placed = [offer for offer in offers if offer.span.start < offer.span.end]
        if placed:
            self._context.navigator.select(placed[0].span, focus=True)

    def _missing_fields(self) -> list[tuple[str, str]]:
        """Return the required fields without a value in the open letter: the leaf and the name."""
        letter, codebook = self._session.letter, self._session.codebook
        if letter is None:
            return []
        leaves = (leaf.id for leaf in codebook.required_fields())
        return self._named([leaf for leaf in leaves if not any(map(is_answer, letter.values_of(leaf)))])

    def _unreadable_fields(self) -> list[tuple[str, str]]:
        """Return the required fields of the open letter with a value that cannot be read."""
        letter = self._session.letter
        if letter is None:
            return []
        leaves = (leaf.id for leaf in self._session.codebook.required_fields())
        return self._named([leaf for leaf in leaves if any(map(is_unreadable, letter.values_of(leaf)))])

    def _named(self, leaves: Iterable[str]) -> list[tuple[str, str]]:
        """Return each field once: the first of these leaves that it has, and its name."""
        named: dict[str, str] = {}
        for leaf in leaves:
            field = self._session.codebook.field(leaf.split(".", maxsplit=1)[0])
            if field is not None:
                named.setdefault(field.name(self._session.language), leaf)
        return [(leaf, name) for name, leaf in named.items()]

    def _go_to_field(self, leaf: str) -> None:
        self._context.navigator.show_panel("form")
        self.value_wanted.emit(leaf)

    def open_things(self) -> list[Open]:
        """Return all that is to do in the open letter."""
        missing, unreadable = self.tr("{field} missing"), self.tr("{field} unreadable")
        return [
            *(thing for thing in (self._suspects(), self._proposals()) if thing.text),
            *(
                Open(missing.format(field=name), partial(self._go_to_field, leaf))
                for leaf, name in self._missing_fields()
            ),
            *(
                Open(unreadable.format(field=name), partial(self._go_to_field, leaf))
                for leaf, name in self._unreadable_fields()
            ),
        ]

    # --- done ---------------------------------------------------------------------------------------

    def done_next(self) -> None:
        """Set the letter's status to done and open the next; asked before where something is still open."""
        if self._session.letter_id is None:
            return
        self._context.navigator.finish_typing()
        things = self.open_things()
        if not things or self._session.read_only:
            self._done()
            return
        from annotator.ui.features.proposals.ready_dialog import ReadyDialog

        keys = self._context.keys_of("done_next")
        dialog = ReadyDialog([thing.text for thing in things], keys, self._context.dialogs.parent)
        dialog.wanted.connect(lambda which: things[which].go())
        dialog.accepted.connect(lambda: self._context.attempt(self._done))
        dialog.finished.connect(lambda _: part_with(dialog))
        dialog.open()

    def _done(self) -> None:
        following = self._context.navigator.neighbour(1)
        set_status(self._session, "done")
        if following is None:
            text = QT_TRANSLATE_NOOP("Window", "Done. This was the last letter in the list.")
            self._context.say(Message("Window", text))
        else:
            self._context.navigator.open_letter(following)
