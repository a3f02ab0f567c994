"""Work that takes long is a quiet strip: what, how far, how long still, and a way to stop it."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.progress_strip import Progress, ProgressStrips


@pytest.fixture
def strips(qtbot: QtBot) -> ProgressStrips:
    made = ProgressStrips()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(qtbot: QtBot, strips: ProgressStrips, total: int = 300) -> Progress:
    strip = strips.begin("Importing letters…", total)
    qtbot.waitUntil(strip.isVisible)
    return strip


def test_it_says_what_and_how_far(qtbot: QtBot, strips: ProgressStrips) -> None:
    strip = shown(qtbot, strips)
    strip.tell(12, name="brief-12.pdf")
    assert strip.text() == "Importing letters… brief-12.pdf · 12 of 300"


@pytest.mark.parametrize(
    ("seconds", "said"), [(10.0, "less than a minute to go"), (60.0, "some 4 minute(s) to go"), (1.0, "")]
)
def test_it_guesses_how_long_still(
    qtbot: QtBot, strips: ProgressStrips, seconds: float, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = shown(qtbot, strips)
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + seconds)
    strip.tell(60)
    assert strip.text().partition("60 of 300")[2].strip(" ·") == said


def test_work_that_is_soon_done_is_not_spoken_of(qtbot: QtBot, strips: ProgressStrips) -> None:
    strip = strips.begin("Correcting…")
    strip.close()
    other = shown(qtbot, strips)
    assert strips.running() == [other]


def test_its_button_stops_the_work_once(qtbot: QtBot, strips: ProgressStrips) -> None:
    strip = shown(qtbot, strips)
    told: list[bool] = []
    strip.canceled.connect(lambda: told.append(True))
    strip.findChild(QPushButton).click()
    assert strip.wasCanceled() and not strip.cancel()
    assert told == [True]
    strip.tell(40)  # the work ends in a moment: what it says still is not shown
    assert "Stopping…" in strip.text() and "40" not in strip.text()


def test_one_step_cannot_be_stopped_halfway(qtbot: QtBot, strips: ProgressStrips) -> None:
    strip = shown(qtbot, strips)
    strip.forbid_stopping()
    assert not strip.cancel()


def test_what_comes_after_the_end_is_let_go(qtbot: QtBot, strips: ProgressStrips) -> None:
    strip = shown(qtbot, strips)
    with qtbot.waitSignal(strip.destroyed):
        strip.close()
    strip.tell(3)
    assert not strip.wasCanceled()
