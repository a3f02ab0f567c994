"""Find in the letter and replace, with real keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView

from annotator.ui.widgets.places_preview import PlacesPreview
from tests.ui.looking import label_of
from tests.ui.shell.making import Bench, OpenBench, focused, rows, settle


def count(bench: Bench) -> str:
    return bench.window.views.find_bar.findChildren(QLabel)[0].text()


def told(bench: Bench) -> str:
    problem = label_of(bench.window.views.find_bar, "problem")
    return problem.text() if problem.isVisible() else ""


def looked(bench: Bench, said: str) -> None:
    bench.qtbot.waitUntil(lambda: said in (count(bench), told(bench)))


def hits(bench: Bench) -> list[str]:
    return [words for _, words in bench.marked("hits")]


@pytest.fixture
def finding(bench: Bench) -> Bench:
    bench.window.views.text.move_caret(0)
    bench.keys("Ctrl+F")
    return bench


def test_what_is_typed_is_found_marked_and_counted(finding: Bench) -> None:
    finding.type("belgie")
    looked(finding, "1 of 3")
    assert hits(finding) == ["Belgié", "Belgié", "België"]
    assert finding.selected == "Belgié"


def test_enter_and_f3_go_on_and_shift_goes_back(finding: Bench) -> None:
    finding.type("irak")
    looked(finding, "1 of 4")
    finding.keys("Return")
    assert count(finding) == "2 of 4"
    finding.keys("F3", "F3", "F3")
    assert count(finding) == "1 of 4"
    finding.keys("Shift+F3")
    assert count(finding) == "4 of 4"
    finding.keys("Shift+Return")
    assert count(finding) == "3 of 4"


def test_f3_means_hits_on_the_desk_too_while_the_bar_is_open(finding: Bench) -> None:
    finding.type("irak")
    looked(finding, "1 of 4")
    finding.window.views.text.setFocus()
    finding.keys("F3")
    assert (finding.selected, count(finding)) == ("Irak", "2 of 4")
    assert not finding.box.isVisible()


def test_escape_closes_and_leaves_the_caret_at_the_hit(finding: Bench) -> None:
    finding.type("motie")
    looked(finding, "1 of 1")
    finding.keys("Escape")
    assert not finding.window.views.find_bar.isVisible()
    assert finding.window.views.text.hasFocus()
    assert finding.selected == "motie"
    assert hits(finding) == []


def test_a_selection_is_what_to_find(bench: Bench) -> None:
    bench.select("Irak")
    bench.keys("Ctrl+F")
    looked(bench, "1 of 4")


def test_a_space_may_be_a_line_end_and_a_word_may_be_broken(finding: Bench) -> None:
    finding.type("verplichtingen nagekomen")
    looked(finding, "1 of 1")
    assert finding.selected == "verplich-\ntingen nagekomen"


def test_options_have_their_keys_and_are_remembered(finding: Bench) -> None:
    finding.type("belgie")
    looked(finding, "1 of 3")
    finding.keys("Alt+A")
    looked(finding, "no hits")
    assert finding.window.settings.flag("find_ignore_accents") is False
    finding.keys("Alt+A", "Alt+C")
    looked(finding, "no hits")
    finding.keys("Alt+C", "Alt+W")
    looked(finding, "1 of 3")


def test_a_regular_expression_is_found_by_the_worker(finding: Bench) -> None:
    finding.keys("Alt+R")
    finding.type(r"\d\d \d{3}")
    looked(finding, "1 of 1")
    assert finding.selected == "28 676"


def test_a_wrong_expression_is_told(finding: Bench) -> None:
    finding.keys("Alt+R")
    finding.type("(motie")
    looked(finding, "The expression lacks a closing bracket: )")


def test_hits_follow_the_text(finding: Bench) -> None:
    finding.type("irak")
    looked(finding, "1 of 4")
    finding.window.composition.workspace.navigation.set_editing(True)
    finding.caret("gaat door", by=0)
    finding.type("irak ")
    finding.window.session.flush_typing()
    looked(finding, "5 hits")
    assert len(hits(finding)) == 5


def test_what_is_typed_in_the_bar_is_no_tag(finding: Bench) -> None:
    finding.type("LOSM")
    assert finding.passages() == []


# ------------------------------------------------------------------ replace


class Answer:
    """Presses keys in the preview when it is there."""

    def __init__(self, *keys: str) -> None:
        self.keys, self.seen = keys, 0
        self._timer = QTimer()
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        view = dialog.findChildren(QListView)[0] if isinstance(dialog, PlacesPreview) else None
        if view is not None and getattr(view, "painted", False):
            self._timer.stop()
            self.seen = view.model().rowCount()
            for key in self.keys:
                QTest.keySequence(view, key)


@pytest.fixture
def replacing(bench: Bench) -> Iterator[Bench]:
    bench.keys("Ctrl+H")
    yield bench


def fill(bench: Bench, find: str, by: str, *keys: str) -> None:
    bench.type(find)
    bench.keys("Down")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    bench.type(by)
    bench.keys(*keys)


def test_replace_in_this_letter_alone(replacing: Bench) -> None:
    answer = Answer("Return")
    fill(replacing, "irak", "Iran", "Return")
    replacing.qtbot.waitUntil(lambda: "Iran deed mee" in replacing.text)
    assert answer.seen == 4
    assert "Irak" not in replacing.file_text(1)
    assert "Irak" in replacing.file_text(2)
    assert replacing.rows("SELECT DISTINCT origin FROM corrections") == [("everywhere",)]


def test_replace_in_all_letters_is_one_step(replacing: Bench) -> None:
    before = rows(replacing.path, "SELECT text FROM letters ORDER BY id")
    answer = Answer("Return")
    fill(replacing, "irak", "Iran", "Alt+3", "Return")
    replacing.qtbot.waitUntil(lambda: "Iran deed mee" in replacing.text)
    assert answer.seen == 5
    assert "Iran" in replacing.file_text(2)
    replacing.window.views.text.setFocus()
    replacing.keys("Ctrl+Z", "Ctrl+Z")
    assert replacing.rows("SELECT text FROM letters ORDER BY id") == before


def test_only_what_is_ticked_is_replaced(replacing: Bench) -> None:
    answer = Answer("A", "Space", "Return")
    fill(replacing, "irak", "Iran", "Alt+3", "Return")
    replacing.qtbot.waitUntil(lambda: "Iran" in replacing.text)
    assert (answer.seen, replacing.text.count("Iran")) == (5, 1)
    assert "Iran" not in replacing.file_text(2)


def test_a_cancelled_preview_changes_nothing(replacing: Bench) -> None:
    answer = Answer("Escape")
    fill(replacing, "irak", "Iran", "Alt+3", "Return")
    replacing.qtbot.waitUntil(lambda: answer.seen == 5)
    settle()
    assert replacing.rows("SELECT * FROM corrections") == []


def test_groups_of_an_expression_are_put_in(replacing: Bench) -> None:
    replacing.keys("Alt+R")
    answer = Answer("Return")
    fill(replacing, r"(\d\d) (\d{3})", r"\2 \1", "Return")
    replacing.qtbot.waitUntil(lambda: "676 28" in replacing.text)
    assert answer.seen == 1


def test_tags_stay_and_come_back_exactly(bench: Bench) -> None:
    bench.select("Belgié")
    bench.keys("L")
    tagged = bench.rows("SELECT uid, start, end, quote FROM passages")
    bench.keys("Ctrl+H")
    answer = Answer("Return")
    fill(bench, "belgie", "het Koninkrijk België", "Return")
    bench.qtbot.waitUntil(lambda: "Koninkrijk" in bench.text)
    assert answer.seen == 3
    assert [row[3] for row in bench.rows("SELECT uid, start, end, quote FROM passages")] == [
        "het Koninkrijk België"
    ]
    bench.window.views.text.setFocus()
    bench.keys("Ctrl+Z")
    assert bench.rows("SELECT uid, start, end, quote FROM passages") == tagged


def test_a_project_that_cannot_be_written_is_only_searched(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    bench.keys("Ctrl+F")
    bench.type("irak")
    looked(bench, "1 of 4")
    assert not bench.window.composition.actions["replace"].isEnabled()


def test_tab_goes_from_what_is_found_to_what_it_becomes_and_on_to_the_preview(bench: Bench) -> None:
    bench.window.views.text.move_caret(0)
    bench.keys("Ctrl+H")
    names = [focused().accessibleName()]
    for _ in range(7):
        bench.keys("Tab")
        names.append(focused().accessibleName())
    assert names[1] == "What to replace it with"
    assert [name.partition(" (")[0] for name in names[2:6]] == [
        *("match case", "whole word", "ignore accents", "regular expression")
    ]
    assert "in this letter" in names[6]  # the others by arrows
    assert names[7].startswith("Preview…")
    bench.keys("Shift+Tab")
    assert focused().accessibleName() == names[6]
