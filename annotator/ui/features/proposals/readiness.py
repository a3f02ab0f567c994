"""What is still open in the letter on the desk: said above it, asked before it is called done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from annotator.commands import set_status
from annotator.commands.proposing import at_hand, open_offers
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    from annotator.session import Session
    from annotator.ui.shell.main_window import MainWindow

_FIELDS_NAMED = 3


class Open(NamedTuple):
    """Something that is open: what is said of it, and what goes there."""

    text: str
    go: Callable[[], object]


class Readiness(QObject):
    """Knows what keeps a letter from being done."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    # --- above the letter ---------------------------------------------------------------------------

    def show(self) -> None:
        """Say above the letter why the proposal at the caret is made; without one, what is open."""
        window, session = self._window, self._window.session
        if session is None or session.letter_id is None:
            window.head.set_detail("")
        elif not window.view.editing and not window.word_review.is_open:
            # While somebody types, asking for the letter would end the wait for more keys.
            window.head.set_detail(self._why_here(session) or self.summary())

    def show_value(self, uid: str) -> None:
        """Say why the value at which the keys are in the form is proposed."""
        if uid and (why := self._window.proposal_desk.why(uid)):
            self._window.head.set_detail(why)
        else:
            self.show()

    def _why_here(self, session: Session) -> str:
        letter = session.letter
        if letter is None or not self._window.proposal_desk.open_count():
            return ""
        offers = at_hand(letter, self._window.selection())
        whys = (self._window.proposal_desk.why(offer.uid) for offer in offers)
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
        return " · ".join(said)

    # --- what is open -------------------------------------------------------------------------------

    def _suspects(self) -> Open:
        suspecting = self._window.suspecting
        count = len(suspecting.suspects) if suspecting is not None else 0
        return Open(self.tr("%n suspect(s)", "", count) if count else "", self._window.review_next)

    def _proposals(self) -> Open:
        count = self._window.proposal_desk.open_count()
        return Open(self.tr("%n proposal(s)", "", count) if count else "", self._go_to_proposal)

    def _go_to_proposal(self) -> None:
        session = self._window.session
        offers = open_offers(session.letter) if session is not None and session.letter is not None else []
        placed = [offer for offer in offers if offer.span.start < offer.span.end]
        if placed:
            self._window.select(placed[0].span, focus=True)

    def _missing_fields(self) -> list[tuple[str, str]]:
        """Return the required fields without a value in the letter on the desk: the leaf and the name."""
        session = self._window.session
        if session is None or session.letter is None:
            return []
        letter, codebook = session.letter, session.codebook
        empty = [leaf.id for leaf in codebook.required_fields() if not letter.values_of(leaf.id)]
        named: dict[str, str] = {}
        for leaf in empty:
            field = codebook.field(leaf.split(".", maxsplit=1)[0])
            if field is not None:
                named.setdefault(field.name(session.language), leaf)
        return [(leaf, name) for name, leaf in named.items()]

    def _go_to_field(self, leaf: str) -> None:
        form = self._window.form
        self._window.side.docks["form"].show()
        form.set_chosen(leaf)
        form.edit_chosen()

    def open_things(self) -> list[Open]:
        """Return all that is open in the letter on the desk."""
        missing = self.tr("{field} missing")
        return [
            *(thing for thing in (self._suspects(), self._proposals()) if thing.text),
            *(
                Open(missing.format(field=name), partial(self._go_to_field, leaf))
                for leaf, name in self._missing_fields()
            ),
        ]

    # --- done ---------------------------------------------------------------------------------------

    def done_next(self) -> None:
        """Set the letter's status to done and open the next; asked before where something is still open."""
        window = self._window
        if window.session is None or window.session.letter_id is None:
            return
        window.flush_panels()
        things = self.open_things()
        if not things or window.session.read_only:
            self._done()
            return
        from annotator.ui.features.proposals.ready_dialog import ReadyDialog

        keys = window.actions_.keys_of("done_next")
        dialog = ReadyDialog([thing.text for thing in things], keys, window)
        dialog.wanted.connect(lambda which: things[which].go())
        dialog.accepted.connect(lambda: window.attempt(self._done))
        dialog.finished.connect(lambda _: part_with(dialog))
        dialog.open()

    def _done(self) -> None:
        window = self._window
        if window.session is None:
            return
        following = window.moves.neighbour(1)
        set_status(window.session, "done")
        if following is None:
            text = QT_TRANSLATE_NOOP("Window", "Done. This was the last letter in the list.")
            window.say(Message("Window", text))
        else:
            window.open_letter(following)
