"""Proposals on behalf of the window: made for the letter on the desk and for all letters, counted, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QProgressDialog

from annotator.commands.proposing import open_offers
from annotator.session import SaveState, Session, Touched
from annotator.session.proposing import Proposing, ProposingForAll
from annotator.ui.translate import translated

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow

_AFTER_TYPING_MS = 700
_WHEN_IDLE_MS = 4_000  # after the last save, or after the project was opened
_ALL = frozenset({"section", "passage", "value"})


class ProposalDesk(QObject):
    """Has proposals made, and tells the views when they have come."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._proposing: Proposing | None = None
        self._for_all: ProposingForAll | None = None
        self._dialog: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_TYPING_MS)
        self._timer.timeout.connect(self._catch_up)
        self._keeping = False  # at letters that were changed, while nobody waits for anything
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_WHEN_IDLE_MS)
        self._idle.timeout.connect(self._keep_up)

    def show_session(self, session: Session) -> None:
        """Make proposals for another project."""
        window = self._window
        self.leave()
        self._proposing = Proposing(session, window.runner, window.background.post)
        self._proposing.waits_while_typing = True
        self._for_all = ProposingForAll(session, self._proposing, window.runner)
        self._for_all.progressed.connect(self._progressed)
        self._for_all.finished.connect(self._finished)
        session.proposed.connect(lambda _: self._came(session))
        session.touched.connect(self._touched)
        session.letter_changed.connect(lambda letter_id: self._kept(session, letter_id))
        session.saving.connect(lambda state: self._saved(session, state))
        self._proposing.catch_up()
        self._idle.start()

    def leave(self) -> None:
        """Stop: the project is closed or another one opened."""
        self._timer.stop()
        self._idle.stop()
        if self._for_all is not None:
            self._for_all.stop()
        self._proposing = self._for_all = None

    def open_count(self) -> int:
        """Return how many proposals of the letter on the desk nobody has decided on."""
        session = self._window.session
        letter = session.letter if session is not None else None
        return len(open_offers(letter)) if letter is not None else 0

    def why(self, uid: str) -> str:
        """Return why a proposal of the letter on the desk is made, "" where that is not known."""
        session = self._window.session
        if session is None or session.letter_id is None:
            return ""
        reason = session.proposals_of(session.letter_id).reasons.get(uid)
        if reason is None:
            return ""
        from annotator.structure.reasons import SURE, sentence

        code, params = reason
        said = translated(sentence(code, params))
        if SURE not in params:
            return self.tr("Why: {reason}").format(reason=said)
        return self.tr("Why ({n}% sure): {reason}").format(n=params[SURE], reason=said)

    def letters_came(self) -> None:
        """Make proposals for letters that came in, quietly."""
        if self._for_all is not None and self._window.session and not self._window.session.read_only:
            self._stop_keeping()
            self._for_all.start()

    def propose_for_all(self) -> None:
        """Make proposals for all letters, with progress and a way to stop."""
        if self._for_all is None:
            return
        self._stop_keeping()
        self._dialog = self._window.files.progress(self.tr("Looking through all letters…"))
        self._dialog.canceled.connect(self._for_all.stop)
        self._for_all.start()

    def _saved(self, session: Session, state: SaveState) -> None:
        """Keep up with what was changed some seconds after the last change, and give way to the next."""
        if self._window.session is not session:
            return
        if state.state == "saved":
            self._idle.start()
        else:
            self._idle.stop()
            self._stop_keeping()

    def _keep_up(self) -> None:
        """Propose anew for letters that were changed since: what was proposed before stands until then."""
        session, for_all = self._window.session, self._for_all
        if for_all is None or for_all.running or session is None or session.read_only:
            return
        self._keeping = True
        for_all.start(changed=True)

    def _stop_keeping(self) -> None:
        if self._keeping and self._for_all is not None:
            self._for_all.stop()

    def _catch_up(self) -> None:
        if self._proposing is not None:
            self._proposing.catch_up()

    def _touched(self, touched: Touched) -> None:
        if touched.typed:
            self._timer.start()
        window = self._window
        if window.is_complete and touched.kinds & (_ALL | {"dismissal"}):
            window.help.show_hints()
            window.readiness.show()

    def _kept(self, session: Session, letter_id: int) -> None:
        """Show in the list what is open now; a change of the letter is shown when it is saved."""
        window = self._window
        if window.session is session and window.is_complete and session.save_state.state == "saved":
            window.letters.refresh_later(letter_id)

    def _came(self, session: Session) -> None:
        window = self._window
        if window.session is session and session.letter is not None and window.is_complete:
            window.side.refresh(session.letter, _ALL)
            window.help.show_hints()
            window.readiness.show()

    def _progressed(self, progress: tuple[int, int]) -> None:
        dialog = self._dialog
        if dialog is not None and not dialog.wasCanceled():
            done, total = progress
            dialog.setMaximum(total)
            dialog.setValue(done)
            dialog.setLabelText(self.tr("Letter {done} of {total}").format(done=done, total=total))

    def _finished(self, complete: bool) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
        keeping, self._keeping = self._keeping, False
        if complete and not keeping and self._window.session is not None:
            self._window.letters.reload()  # letters that were kept up with are told one by one
