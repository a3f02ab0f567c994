"""Count the clicks and the keys for a letter in the real window, from the import to the export.

Each click is a real one, in the middle of what is seen, and each key a real one. Suspects go by the
correction box: “Accept” where it is sure, else its first suggestion, else “right as it stands”; proposals go
by the bottom line. The dialogs of import and export are worked, too: the first in the folder of the letter,
where it has Qt's own form; the second goes to the folder of the last export. The keys are those of the same
work.

Run: python benchmarks/bench_clicks.py [LETTER] [--json] [--folder DIR]. Without a letter the sample letter
with most suspects is taken. Exit code 1 when a bound is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QListView, QMenu, QPushButton, QWidget

from annotator.resources import resource_path
from annotator.storage.store import Store
from annotator.ui.settings import Settings
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.shell.status_strip import HintRow
from annotator.ui.widgets.choice_list import ChoiceRow
from annotator.ui.widgets.key_hint import KeyHint
from benchmarks.big_project import kamerbrief_codebook
from benchmarks.desk import opened_window, settle, until
from benchmarks.measuring import Figure, arguments, show, work_folder

_LETTER = "sample/voortgang-kustwacht-2021.txt"
_MOST_CLICKS, _BESIDE_SUSPECTS = 60, 12


@dataclass
class Hand:
    """The analyst's hand on the window, and how often it pressed."""

    window: MainWindow
    clicks: int = 0
    keys: int = 0

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle(0.02)

    def hint(self, keys: str) -> None:
        """Click a hint of the bottom line."""
        row = self.window.views.strip.findChild(HintRow)
        assert row is not None

        def seen() -> bool:  # a passing message stands in its place
            row.grab()
            return not row.place_of(keys).isEmpty()

        until(seen)
        self.clicks += 1
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.place_of(keys).center())
        settle(0.05)

    def in_dialog(self, ask: Callable[[], None], act: Callable[[QDialog], None]) -> None:
        """Do what asks for something in a dialog that waits, and there what is to be done in it."""
        problems: list[Exception] = []

        def wait() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or not dialog.isVisible():
                QTimer.singleShot(20, wait)
                return
            try:
                settle(0.5)
                act(dialog)
            except Exception as problem:  # within the dialog's own loop it would be lost
                problems.append(problem)
                dialog.reject()

        QTimer.singleShot(20, wait)
        ask()
        if problems:
            raise problems[0]

    def menu(self, command: str) -> None:
        """Click a menu open, and in it the row of a command."""
        action = self.window.composition.actions[command]
        bar = self.window.menuBar()
        for entry in bar.actions():
            menu = entry.menu()
            if isinstance(menu, QMenu) and action in menu.actions():
                self.clicks += 2
                QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(entry).center())
                settle(0.1)
                place = menu.actionGeometry(action).center()
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
                return
        raise RuntimeError(f"{command} is in no menu")

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keys go."""
        self.keys += 1
        widget = QApplication.focusWidget() or QApplication.activeModalWidget()
        assert widget is not None
        QTest.keyClick(widget, key, held)
        settle(0.05)


def _decide_by_mouse(hand: Hand) -> None:
    box = hand.window.views.box
    hand.hint("F3")
    while box.isVisible():
        place = box.place
        rows = [row for row in box.findChildren(ChoiceRow) if row.isVisible()]
        if place.field_text() != place.reading:
            hand.click(_button(box, "Return"))
        elif place.choices and place.choices[0].text != place.reading:
            hand.click(rows[0])
        else:
            hand.click(_button(box, "Ctrl+D"))


def _decide_by_keys(hand: Hand) -> None:
    box = hand.window.views.box
    hand.key(Qt.Key.Key_F3)
    while box.isVisible():
        place = box.place
        if place.field_text() != place.reading:
            hand.key(Qt.Key.Key_Return)
        elif place.choices and place.choices[0].text != place.reading:
            hand.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        else:
            hand.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def _button(box: QWidget, keys: str) -> KeyHint:
    from annotator.ui.widgets.key_cap import key_text

    return next(b for b in box.findChildren(KeyHint) if b.hint()[0] == key_text(keys) and b.isVisible())


def _open_proposals(window: MainWindow) -> int:
    workspace = window.composition.workspace
    assert workspace is not None
    return workspace.proposals.open_count()


def _finish(hand: Hand, *, by_mouse: bool) -> None:
    """Confirm what is proposed, kind by kind, and call the letter done."""
    while (left := _open_proposals(hand.window)) > 0:
        if by_mouse:
            hand.hint("Shift+C")
        else:
            hand.key(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
        if _open_proposals(hand.window) >= left:
            raise RuntimeError("nothing was confirmed")
    if by_mouse:
        hand.window.composition.actions["done_next"].trigger()
        hand.clicks += 1
    else:
        hand.key(Qt.Key.Key_F9)
    settle(0.2)
    dialog = hand.window.findChild(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if dialog is not None and dialog.isVisible():  # something is open still: it is done all the same
        yes = next(b for b in dialog.findChildren(QPushButton) if b.isDefault())
        if by_mouse:
            hand.click(yes)
        else:
            hand.key(Qt.Key.Key_F9)


def _import(hand: Hand, *, by_mouse: bool) -> None:
    """Bring in the one letter of the folder that the dialog shows."""

    def point(dialog: QDialog) -> None:
        files = dialog.findChild(QListView, "listView")
        assert files is not None
        model = files.model()
        until(lambda: model.rowCount(files.rootIndex()) == 1)
        hand.clicks += 1
        place = files.visualRect(model.index(0, 0, files.rootIndex())).center()
        QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle(0.1)
        hand.click(next(b for b in dialog.findChildren(QPushButton) if b.isDefault()))

    def name(dialog: QDialog) -> None:
        hand.key(Qt.Key.Key_Backtab)  # from the name to the files
        files = QApplication.focusWidget()
        assert isinstance(files, QAbstractItemView)
        until(lambda: files.model().rowCount(files.rootIndex()) == 1)
        hand.key(Qt.Key.Key_Space)  # there the first one is current
        hand.key(Qt.Key.Key_Return)

    if by_mouse:
        hand.in_dialog(lambda: hand.menu("import"), point)
    else:
        hand.in_dialog(lambda: hand.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier), name)


def _export(hand: Hand, *, by_mouse: bool) -> None:
    """Write the letter in the first format, to the folder of the last time."""

    def write(dialog: QDialog) -> None:
        until(lambda: any(b.isDefault() and b.isEnabled() for b in dialog.findChildren(QPushButton)))
        if by_mouse:
            hand.click(next(b for b in dialog.findChildren(QPushButton) if b.isDefault()))
        else:
            hand.key(Qt.Key.Key_Return)

    if by_mouse:
        hand.in_dialog(lambda: hand.menu("export"), write)
    else:
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        hand.in_dialog(lambda: hand.key(Qt.Key.Key_S, held), write)


def _through(letter: Path, folder: Path, *, by_mouse: bool) -> tuple[int, int]:
    """Return the clicks, or keys, and how many suspects there were."""
    here = folder / ("mouse" if by_mouse else "keys")
    (here / "in").mkdir(parents=True)
    (here / "out").mkdir()
    copy(letter, here / "in")
    Store.create(here / "P.kant", kamerbrief_codebook(), "jan").close()
    settings = Settings(here / "settings")
    settings.set("last_folder", str(here / "in"))
    settings.set("last_export_folder", str(here / "out"))
    settings.sync()
    with opened_window(here / "P.kant", here / "settings") as window:
        workspace = window.composition.workspace
        assert workspace is not None
        window.activateWindow()
        hand = Hand(window)
        _import(hand, by_mouse=by_mouse)
        until(lambda: window.session.letter_id is not None, 60)
        until(lambda: workspace.suspecting.ready and _open_proposals(window) > 0, 60)
        settle(0.3)
        suspects = len(workspace.suspecting.suspects)
        (_decide_by_mouse if by_mouse else _decide_by_keys)(hand)
        _finish(hand, by_mouse=by_mouse)
        _export(hand, by_mouse=by_mouse)
        until(lambda: any((here / "out").iterdir()))
        return (hand.clicks if by_mouse else hand.keys), suspects


def main() -> int:
    """Count, print and judge."""
    parser = arguments(__doc__)
    parser.add_argument("letter", nargs="?", type=Path, default=resource_path(_LETTER))
    options = parser.parse_args()
    # The system's own dialogs cannot be worked from here.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with work_folder(options) as folder:
        clicks, suspects = _through(options.letter, folder, by_mouse=True)
        keys, _ = _through(options.letter, folder, by_mouse=False)
    return show(
        [
            Figure(f"clicks for a letter with {suspects} suspects", clicks, _MOST_CLICKS, unit="clicks"),
            Figure(
                f"keys for a letter with {suspects} suspects", keys, suspects + _BESIDE_SUSPECTS, unit="keys"
            ),
        ],
        as_json=options.json,
    )


if __name__ == "__main__":
    raise SystemExit(main())
