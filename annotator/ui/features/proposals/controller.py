"""Proposals on behalf of the window: made for the open letter and for all letters, counted, shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.commands.proposing import open_offers
from annotator.session import LetterChange, SaveState, Session
from annotator.session.proposals.proposing import Proposing, ProposingForAll
from annotator.session.tags.learning import TagLearning
from annotator.ui.context import Context
from annotator.ui.tasks import Tasks
from annotator.ui.translate import translated
from annotator.ui.widgets.progress_strip import Progress

_AFTER_TYPING_MS = 700
_WHEN_IDLE_MS = 4_000  # after the last save, or after the project was opened
_DECIDED_ON = frozenset({"section", "passage", "value", "dismissal"})


class ProposalsController(QObject):
    """Has proposals made.

    `came` tells that those of the open letter are others, `decided` that some were decided on,
    `changed` that other things are open in a letter, `done` that all letters were gone through.
    """

    came = Signal()
    changed = Signal(int)
    done = Signal()
    decided = Signal()

    def __init__(self, session: Session, context: Context, edits: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
        self._dialog: Progress | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_TYPING_MS)
        self._keeping = False  # at letters that were changed, while nobody waits for anything
        self._idle = QTimer(self)
        self._idle.setObjectName("idle")
        self._idle.setSingleShot(True)
        self._idle.setInterval(_WHEN_IDLE_MS)
        self._idle.timeout.connect(self._keep_up)
        self._proposing = Proposing(session, context.runner, context.tasks.post)
        self._proposing.waits_while_typing = True
        settings, post = context.settings, context.tasks.post
        self.learning = TagLearning(
            session, edits.operations, context.runner, post, lambda: settings.number("tags_precision") / 100
        )
        self._timer.timeout.connect(self._proposing.catch_up)
        self._for_all = ProposingForAll(session, self._proposing, context.runner, context.more_runners)
        self._for_all.progressed.connect(self._progressed)
        self._for_all.finished.connect(self._finished)
        session.proposed.connect(lambda _: self.came.emit())
        session.touched.connect(self._touched)
        session.letter_changed.connect(self._kept)
        session.saving.connect(self._saved)
        self._proposing.catch_up()
        self._idle.start()

    def leave(self) -> None:
        """Stop: the project is to be closed."""
        self._timer.stop()
        self._idle.stop()
        self._for_all.stop()

    @property
    def going_through_all(self) -> bool:
        """Tell whether letters are gone through now, asked for or by itself."""
        return self._for_all.running

    def open_count(self) -> int:
        """Return how many proposals of the open letter nobody has decided on."""
        letter = self._session.letter
        return len(open_offers(letter)) if letter is not None else 0

    def why(self, uid: str) -> str:
        """Return why a proposal of the open letter is made, "" where that is not known."""
        session = self._session
        if session.letter_id is None:
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
        if not self._session.read_only:
            self._stop_keeping()
            self._for_all.start()

    def propose_for_all(self) -> None:
        """Make proposals for all letters, with progress and a way to stop."""
        self._stop_keeping()
        self._dialog = self._context.dialogs.progress(self.tr("Looking through all letters…"))
        self._dialog.canceled.connect(self._for_all.stop)
        self._for_all.start()

    def _saved(self, state: SaveState) -> None:
        """Keep up with what was changed some seconds after the last change, and give way to the next."""
        if state.state == "saved":
            self._idle.start()
        else:
            self._idle.stop()
            self._stop_keeping()

    def _keep_up(self) -> None:
        """Propose anew for letters that were changed since: what was proposed before stands until then."""
        if self._for_all.running or self._session.closed or self._session.read_only:
            return
        self.learning.look()
        self._keeping = True
        self._for_all.start(changed=True)

    def _stop_keeping(self) -> None:
        if self._keeping:
            self._for_all.stop()

    def _touched(self, touched: LetterChange) -> None:
        if touched.typed:
            self._timer.start()
        if touched.kinds & _DECIDED_ON:
            self.decided.emit()

    def _kept(self, letter_id: int) -> None:
        """Tell what is open in a letter now; a change of the letter itself is shown when it is saved."""
        if self._session.save_state.state == "saved":
            self.changed.emit(letter_id)

    def _progressed(self, progress: tuple[int, int]) -> None:
        dialog = self._dialog
        if dialog is not None and not dialog.wasCanceled():
            done, total = progress
            dialog.tell(done, total)

    def _finished(self, complete: bool) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog = None
        keeping, self._keeping = self._keeping, False
        if complete and not keeping:
            self.done.emit()  # letters that were kept up with are told one by one
