"""Count the clicks and the keys for a letter in the real window, from the import to the letter that is done.

Each click is a real one, in the middle of what is seen. Suspects go by the correction box: “Accept” where it
is sure, else its first suggestion, else “right as it stands”; proposals go by the bottom line. Import and
export are clicks in dialogs of the system: they count for four each (menu, row, file, open; menu, row,
folder, export). The keys are those of the same work.

Run: python benchmarks/bench_clicks.py [LETTER] [--json] [--folder DIR]. Without a letter the sample letter
with most suspects is taken. Exit code 1 when a bound is missed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.shell.status_strip import HintRow
from annotator.ui.widgets.choice_list import ChoiceRow
from annotator.ui.widgets.key_hint import KeyHint
from benchmarks.big_project import kamerbrief_codebook
from benchmarks.desk import opened_window, settle, until
from benchmarks.measuring import Figure, arguments, show, work_folder

_LETTER = "sample/voortgang-kustwacht-2021.txt"
_MOST_CLICKS, _BESIDE_SUSPECTS = 60, 20
_SYSTEM_CLICKS = 4 + 4  # of import and export
_SYSTEM_KEYS = 2 + 3  # Ctrl+I, Enter; Ctrl+E, Enter, Enter


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

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keys go."""
        self.keys += 1
        widget = QApplication.activeModalWidget() or QApplication.focusWidget()
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
            hand.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
            hand.key(Qt.Key.Key_Return)
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


def _through(letter: Path, folder: Path, *, by_mouse: bool) -> tuple[int, int]:
    """Return the clicks, or keys, and how many suspects there were."""
    project = folder / ("mouse.kant" if by_mouse else "keys.kant")
    with Store.create(project, kamerbrief_codebook(), "jan") as store:
        import_paths(store, [letter], "jan")
    with opened_window(project, folder / f"settings-{by_mouse}") as window:
        workspace = window.composition.workspace
        assert workspace is not None
        until(lambda: workspace.suspecting.ready and _open_proposals(window) > 0, 60)
        window.activateWindow()
        window.composition.focus_text()
        settle(0.3)
        hand, suspects = Hand(window), len(workspace.suspecting.suspects)
        (_decide_by_mouse if by_mouse else _decide_by_keys)(hand)
        _finish(hand, by_mouse=by_mouse)
        return (hand.clicks + _SYSTEM_CLICKS if by_mouse else hand.keys + _SYSTEM_KEYS), suspects


def main() -> int:
    """Count, print and judge."""
    parser = arguments(__doc__)
    parser.add_argument("letter", nargs="?", type=Path, default=resource_path(_LETTER))
    options = parser.parse_args()
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
