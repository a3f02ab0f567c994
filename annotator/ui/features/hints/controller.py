"""Shows a hint when one does something for the first time, and never again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.session import LetterChange, Session
from annotator.ui.context import Context
from annotator.ui.features.hints.bar import HintBar
from annotator.ui.features.hints.table import BY_ID, HINTS
from annotator.ui.translate import filled, name_of
from annotator.ui.widgets.key_cap import key_text

ON, SEEN = "hints", "hints_seen"


class HintsController(QObject):
    """Follows what is done with a letter. `bar` makes the line that shows hints, when one is to be shown."""

    def __init__(
        self, session: Session, context: Context, bar: Callable[[], HintBar], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._make_bar = session, context, bar
        self._bar: HintBar | None = None
        self._shown_id = ""
        session.touched.connect(self._touched)
        session.opened.connect(lambda _: self._letter_opened())

    @property
    def seen(self) -> frozenset[str]:
        """The hints that were shown on this computer."""
        return frozenset(self._context.settings.text(SEEN).split())

    @property
    def is_over(self) -> bool:
        """Tell whether no hint will come any more: none are wanted, or all were shown."""
        return not self._context.settings.flag(ON) or self.seen >= BY_ID.keys()

    def show(self, hint_id: str) -> None:
        """Show a hint, unless it was shown before or none are wanted."""
        settings, hint = self._context.settings, BY_ID[hint_id]
        if hint_id in self.seen or not settings.flag(ON) or self._session.read_only:
            return
        seen = self.seen | {hint_id}
        settings.set(SEEN, " ".join(each.id for each in HINTS if each.id in seen))
        keys = {name: key_text(self._context.keys_of(command)) for name, command in hint.keys.items()}
        if not all(keys.values()):  # a key was taken away in the settings
            return
        self._shown_id = hint_id
        if self._bar is None:
            self._bar = self._make_bar()
        self._bar.show_hint(filled(name_of(hint.text, "Hints"), **keys))

    def close(self) -> None:
        """Put away the hint that is shown."""
        if self._bar is not None:
            self._bar.close_hint()

    def _letter_opened(self) -> None:
        if self._shown_id != "done":  # that opens the next letter, and its hint stays
            self.close()

    def no_more(self) -> None:
        """Show none any more, until the settings ask for them."""
        self._context.settings.set(ON, False)
        self.close()

    # --- what is done ---------------------------------------------------------------------------------

    def suspects_came(self) -> None:
        """Tell where to begin, once there is something that is doubted."""
        self.show("suspect")

    def box_moved(self, span: object) -> None:
        """Tell which keys settle a word, when the correction box is open for the first time."""
        if span is not None:
            self.show("box")

    def selected(self, start: int, end: int) -> None:
        """Tell what words that are selected are for."""
        if start < end:
            self.show("selected")

    def _tell_of_proposals(self) -> None:
        letter = self._session.letter
        if letter is not None and any(row.state == "proposed" for row in letter.passages.values()):
            self.show("proposed")

    def _touched(self, change: LetterChange) -> None:
        if change.aside or change.typed or self.is_over:
            return
        letter = self._session.letter
        if "about" in change.kinds and letter is not None and letter.about.status == "done":
            self.show("done")
        new = {row.kind for row in change.delta.rows if row.before is None and _is_decided(row.after)}
        if "passage" in new:
            self.show("tagged")
        elif "value" in new:
            self.show("filled")
        elif change.delta.meant:
            if "corrected" in self.seen:
                self._tell_of_proposals()
            self.show("corrected")


def _is_decided(row: object) -> bool:
    return row is not None and getattr(row, "state", "") != "proposed"
