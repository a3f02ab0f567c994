"""A project that is open for reading only says so for as long as it is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from annotator.storage.store import Store
from tests.ui.looking import label_of
from tests.ui.shell.making import FIRST, SECOND, Bench, OpenBench, make_project


def test_the_strip_says_that_nothing_is_saved(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    bench.window.views.head.set_detail("what else there is to say of a letter")
    said = label_of(bench.window.views.strip, "saved").text()
    assert "read only" in said and "saved" not in said


def again(bench: Bench) -> QPushButton:
    """Return the button of the bar that tries again."""
    bar = bench.window.views.trouble
    return next(b for b in bar.findChildren(QPushButton) if b.text() == "Try again" and b.isVisible())


def test_a_bar_says_who_works_in_it_and_offers_to_try_again(open_bench: OpenBench, tmp_path: Path) -> None:
    path = make_project(tmp_path, (FIRST, SECOND))
    with Store.open(path, analyst="Anna") as other:
        bench = open_bench(path)
        assert bench.window.session.read_only
        holder = bench.window.session.store.locked_by
        assert holder is not None
        bar = bench.window.views.trouble
        assert bar.isVisible()
        said = bar.accessibleName()
        assert said.startswith("Open for reading only. Anna works in it on ")
        assert holder.host in said and "since" in said and holder.since not in said  # in local time
        bench.keys("Ctrl+PgDown")
        again(bench).setFocus()
        bench.keys("Space")  # it is still open there
        assert bench.window.session.read_only and bar.isVisible()
        assert other.reader.letter(1).text
    again(bench).setFocus()
    bench.keys("Space")
    assert not bench.window.session.read_only
    assert not bar.isVisible()
    assert bench.window.session.letter_id == 2  # where the analyst was
    bench.select("Irak")
    bench.keys("L")
    assert bench.passages() == [("country", "Irak")]


def test_a_project_that_can_be_written_has_no_bar(open_bench: OpenBench) -> None:
    bench = open_bench()
    assert not bench.window.views.trouble.isVisible()
