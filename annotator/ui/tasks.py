"""Work that takes longer than a frame: a thread of its own, progress and cancel, the end in the window's
thread. What reads or changes letters goes through the operations of their project."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog

if TYPE_CHECKING:
    from annotator.session import Session
    from annotator.session.project.operations import Operations, Running
    from annotator.ui.translate import figure
from annotator.ui.widgets.progress_strip import Progress

T = TypeVar("T")
Work = Callable[[Callable[[int, str], None], Callable[[], bool]], T]


class Background(QObject):
    """Runs work in threads and brings calls from any thread into the window's."""

    _called = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._called.connect(self._run_here, Qt.ConnectionType.QueuedConnection)
        self._held: dict[threading.Thread, object] = {}

    def post(self, call: Callable[[], None]) -> None:
        """Run a call in the window's thread, soon; from any thread."""
        try:
            self._called.emit(call)
        except RuntimeError:
            return  # the window is gone: nobody is left to be told

    def _run_here(self, call: Callable[[], None]) -> None:
        call()

    def run(
        self,
        work: Work[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        dialog: Progress | QProgressDialog | None = None,
    ) -> None:
        """Run `work(progress, cancelled)` in a thread; `done` or `failed` follow in the window's thread."""
        stop = threading.Event()
        if dialog is not None:
            # Not `stop.set` itself: PySide takes such a connection apart in whatever thread lets `stop` go.
            dialog.canceled.connect(lambda: stop.set())  # noqa: PLW0108

        def progress(count: int, name: str) -> None:
            if dialog is not None:
                self.post(lambda: show_progress(dialog, count, name))

        def body() -> None:
            try:
                result = work(progress, stop.is_set)
            except Exception as error:
                caught = error
                self.post(lambda: end(lambda: failed(caught)))
            else:
                self.post(lambda: end(lambda: done(result)))

        thread = threading.Thread(target=body, name="background", daemon=True)
        self._held[thread] = (body, progress, work, done, failed, dialog)

        def end(tell: Callable[[], None]) -> None:
            # What the thread held may end in Qt: where that happens in the thread, it waits for the window's,
            # which may be waiting for it. So it is held until the thread is gone, and let go here.
            thread.join()
            held = self._held.pop(thread)
            tell()
            del held

        thread.start()


def show_progress(dialog: Progress | QProgressDialog, count: int, name: str) -> None:
    """Show how far the work is that a strip or a dialog stands for, if it still does."""
    if not isinstance(dialog, QProgressDialog):
        dialog.tell(count, name=name)
    elif dialog.isVisible():
        dialog.setLabelText(f"{figure(count)} · {name}" if name else figure(count))


class Tasks(QObject):
    """The operations of one open project, as its window shows them."""

    def __init__(
        self,
        parent: QObject,
        session: Session,
        background: Background,
        holding: Callable[[str], QProgressDialog],
    ) -> None:
        super().__init__(parent)
        self._background, self._holding = background, holding
        self._modal: QProgressDialog | None = None
        self._session = session

    @cached_property
    def operations(self) -> Operations:
        """What runs the operations."""
        from annotator.session.project.operations import Operations

        operations = Operations(self._session, self._background)
        operations.held.connect(self._held)
        operations.changed.connect(lambda _: self._let_go())
        return operations

    def show(self, running: Running, dialog: Progress | QProgressDialog) -> None:
        """Show how far an operation is on a strip or dialog, whose button cancels it."""
        post = self._background.post
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108
        running.progressed = lambda count, name: post(lambda: show_progress(dialog, count, name))

    def _held(self, running: Running) -> None:
        """Keep the keys from the window: others' changes came twice while it was worked out."""
        dialog = self._modal = self._holding(self.tr("Changing letters…"))
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108
        dialog.show()

    def _let_go(self) -> None:
        dialog, self._modal = self._modal, None
        if dialog is not None:
            dialog.close()
