"""✓ and ✗ at a proposal in the text that the mouse is over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QCursor, QMouseEvent

from annotator.ui.features.editor.pointing import PointedCanvas
from annotator.ui.widgets.decision_buttons import DecisionButtons

_GAP, _AROUND = 4, 5  # pixels


class ProposalHover(QObject):
    """Tells what was decided by the buttons: the uids of the proposals, which are of the same words."""

    confirm_wanted = Signal(tuple)
    turn_down_wanted = Signal(tuple)

    def __init__(self, view: PointedCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._uids: tuple[str, ...] = ()
        self._keep = QRect()  # where the mouse may go without losing the buttons
        self.enabled = True
        self.buttons = DecisionButtons(view.viewport())
        self.buttons.confirmed.connect(lambda: self._decide(self.confirm_wanted))
        self.buttons.turned_down.connect(lambda: self._decide(self.turn_down_wanted))
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        view.textChanged.connect(self.hide)

    def hide(self) -> None:
        """Take the buttons away."""
        self.buttons.hide()
        self._keep = QRect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            if event.buttons() == Qt.MouseButton.NoButton:
                self._over(event.position().toPoint())
            else:
                self.hide()
        elif (
            event.type() == QEvent.Type.Leave and not self._is_inside()
        ) or event.type() == QEvent.Type.Resize:
            self.hide()
        return super().eventFilter(watched, event)

    def _is_inside(self) -> bool:
        over = self._view.viewport()
        return over.rect().contains(over.mapFromGlobal(QCursor.pos()))

    def _over(self, place: QPoint) -> None:
        if self.buttons.isVisible() and self._keep.contains(place):
            return
        uids, where = self._view.offers_at(place) if self.enabled else ((), QRect())
        if not uids:
            self.hide()
            return
        self._uids = uids
        size, room = self.buttons.size(), self._view.viewport().width()
        left = min(where.right() + _GAP, room - size.width() - _GAP)
        at = QRect(QPoint(left, where.center().y() - size.height() // 2), size)
        self._keep = where.united(at).adjusted(0, -_AROUND, _AROUND, _AROUND)
        self.buttons.setGeometry(at)
        self.buttons.show()
        self.buttons.raise_()

    def _decide(self, wanted: SignalInstance) -> None:
        self.hide()
        wanted.emit(self._uids)
