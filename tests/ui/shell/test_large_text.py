"""All other text at 200 %, on the screens of offices: no view is cut, and all its buttons are in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QDialog, QLineEdit, QWidget

from annotator.ui.features.hints.bar import HintBar
from annotator.ui.widgets.cap_button import CapButton
from annotator.ui.widgets.key_button import KeyButton
from tests.ui.shell.making import FIRST, SECOND, Bench, OpenBench, settle
from tests.ui.test_translations import DIALOGS, OpenWindow, open_window, speak

__all__ = ["open_window", "speak"]

SIZES = ((1366, 768), (1920, 1080))
PAGES = (
    "review_words",
    "find_in_project",
    "manual",
    "letters_table",
    "passages_table",
    "statistics",
    "learnt",
)
KINDS = (QAbstractButton, CapButton, QLineEdit, QComboBox)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}")
def large(request: pytest.FixtureRequest, open_bench: OpenBench) -> Iterator[Bench]:
    bench = open_bench(letters=(FIRST, SECOND))
    bench.window.composition.themes.set_percent(200)
    bench.window.resize(*request.param)
    settle()
    settle()
    yield bench
    bench.window.composition.themes.set_percent(100)


def scrolls(widget: QWidget) -> bool:
    """Tell whether a widget lies in an area that scrolls to it."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def cut(window: QWidget) -> list[str]:
    """Return what is seen of a window in part only."""
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, KINDS) or not widget.isVisible() or scrolls(widget):
            continue
        seen = widget.visibleRegion().boundingRect()
        name = widget.accessibleName() or getattr(widget, "text", str)()
        if widget.objectName().startswith("qt_") or seen.isEmpty():
            continue  # behind another tab, or of a bar that has more than it shows
        if seen != widget.rect():
            found.append(f"{type(widget).__name__} {name!r}: {seen} of {widget.rect()}")
    return found


def test_the_letter_and_its_box_are_whole(large: Bench) -> None:
    window, size = large.window, large.window.size()
    assert cut(window) == []
    done = window.menuBar().cornerWidget().findChild(KeyButton, "done_next")
    assert done.visibleRegion().boundingRect() == done.rect()
    large.keys("F3")
    settle()
    assert large.box.isVisible()
    assert cut(window) == []
    assert window.size() == size
    assert window.views.text.viewport().height() > 2 * window.views.text.fontMetrics().height()


def test_a_hint_does_not_take_the_room_of_the_text(large: Bench) -> None:
    text = large.window.views.text
    bar = HintBar(text, large.window.views.letter_page)
    bar.show_hint("Enter takes what the field holds and goes to the next word. Ctrl+D: it is right. " * 2)
    for wide in (560, 1100):
        bar.resize(wide, 100)
        settle()
        assert bar.heightForWidth(wide) < 300


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole(large: Bench, page: str) -> None:
    window, size = large.window, large.window.size()
    window.composition.actions[page].trigger()
    settle()
    settle()
    assert window.size() == size
    assert cut(window) == []


@pytest.fixture(params=DIALOGS)
def dialog(
    request: pytest.FixtureRequest, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QWidget]:
    window = open_window("nl")
    window.composition.themes.set_percent(200)
    settle()
    made = DIALOGS[request.param](window, monkeypatch)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    window.composition.themes.set_percent(100)


def test_a_dialog_fits(dialog: QWidget) -> None:
    if isinstance(dialog, QDialog):
        least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        assert least == least.boundedTo(QSize(*SIZES[0])), least
    assert dialog.isVisible()
