"""Going through the suspects with the correction box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.jobs.worker import Worker
from annotator.ui.widgets.places_preview import PlacesPreview
from tests.ui.looking import model_of, rows_of
from tests.ui.shell.making import FIRST, Bench, Here, OpenBench, settle

SUSPECTS = [
    "Belgié",
    "Belgié",
    "verplich-\ntingen",
    "substantiélere",
    "financiéle",
    "gecoordineerd",
    "financiéle",
]


def test_the_suspects_are_drawn(bench: Bench) -> None:
    assert bench.doubted() == SUSPECTS


def test_f3_opens_the_box_on_the_first_suspect(bench: Bench) -> None:
    bench.keys("F3")
    assert (bench.asked, bench.field) == ("Belgié", "België")


def test_f3_and_enter_go_through_all_suspects(bench: Bench) -> None:
    asked = []
    bench.keys("F3")
    while bench.asked and len(asked) < 20:
        asked.append(bench.asked)
        bench.keys("Return")
    assert asked == SUSPECTS


def test_the_chain_leaves_a_corrected_text_in_the_file(bench: Bench) -> None:
    bench.keys("F3", *["Return"] * len(SUSPECTS))
    wanted = FIRST.replace("Belgié", "België").replace("verplich-\ntingen ", "verplichtingen\n")
    for wrong, right in (("tiéle", "tiële"), ("ciéle", "ciële"), ("gecoord", "gecoörd")):
        wanted = wanted.replace(wrong, right)
    assert bench.file_text() == bench.text == wanted


def test_corrections_and_verdicts_are_recorded(bench: Bench) -> None:
    bench.keys("F3", "Return")
    assert bench.rows("SELECT before, after, kind, origin, analyst FROM corrections") == [
        ("Belgié", "België", "word", "suggestion", "jan")
    ]
    assert bench.rows("SELECT reading, verdict, chosen FROM verdicts") == [("Belgié", "accepted", "België")]


def test_behind_the_last_suspect_the_box_closes_and_the_desk_has_the_keys(bench: Bench) -> None:
    bench.keys("F3", *["Return"] * len(SUSPECTS))
    bench.suspects_ready()
    assert not bench.box.isVisible()
    assert bench.window.views.text.hasFocus()
    assert bench.said[-1] == "No suspects left in this letter."


def test_shift_f3_goes_back(bench: Bench) -> None:
    bench.keys("F3", "F3", "F3", "Shift+F3")
    assert bench.asked == "Belgié"


def test_shift_f3_from_the_desk_opens_the_one_before(bench: Bench) -> None:
    bench.caret("Irak\n\nDe missie")
    bench.keys("Shift+F3")
    assert bench.asked == "substantiélere"


def test_f3_leaves_the_suspect_as_it_is(bench: Bench) -> None:
    bench.keys("F3", "F3")
    assert bench.text == FIRST
    assert bench.rows("SELECT * FROM changes") == []


def test_f3_in_the_last_goes_round(bench: Bench) -> None:
    bench.keys("F3", *["F3"] * len(SUSPECTS))
    assert bench.asked == "Belgié"
    assert bench.window.views.text.selection()[0] == FIRST.index("Belgié")


def test_right_here_takes_this_one_place_away(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+D")
    bench.suspects_ready()
    assert bench.asked == "Belgié"
    assert bench.doubted() == SUSPECTS[1:]
    assert bench.rows("SELECT reading, verdict FROM verdicts") == [("Belgié", "here")]


def test_always_right_takes_all_its_places_away(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+Shift+D")
    bench.suspects_ready()
    assert bench.doubted() == SUSPECTS[2:]
    assert bench.asked == "verplich-\ntingen"
    assert bench.rows("SELECT reading, verdict FROM verdicts") == [("Belgié", "always")]


def test_a_word_that_is_always_right_is_no_suspect_in_another_letter(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+Shift+D", "Esc", "Ctrl+PgDown")
    bench.suspects_ready()
    assert "Belgié" not in bench.doubted()


def test_a_verdict_is_undone_like_any_change(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+D", "Esc", "Ctrl+Z")
    bench.suspects_ready()
    assert bench.doubted() == SUSPECTS
    assert bench.rows("SELECT * FROM verdicts") == []


def test_ctrl_enter_corrects_every_same_reading_as_one_change(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+Return")
    assert bench.text.count("Belgié") == 0
    assert bench.one("SELECT count(*) FROM changes") == 1
    assert bench.asked == "verplich-\ntingen"


def test_ctrl_enter_is_one_step_for_undo(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+Return", "Esc", "Ctrl+Z")
    assert bench.file_text() == FIRST


MANY = "Het overleg in Belgié ging ook over de reis naar Belgié, en niet over iets anders.\n" * 4


def answer_preview(untick: int = 0, *, cancel: bool = False) -> list[int]:
    """Answer the preview that is about to open; the number of places it showed comes in the list."""
    shown: list[int] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PlacesPreview)
        shown.append(len(dialog.ticked()))
        if untick:
            rows_of(dialog).setCurrentIndex(model_of(dialog).index(0, 0))
            for _ in range(untick):
                QTest.keyClick(rows_of(dialog), Qt.Key.Key_Space)
                QTest.keyClick(rows_of(dialog), Qt.Key.Key_Down)
        dialog.reject() if cancel else dialog.accept()

    QTimer.singleShot(0, answer)
    return shown


def test_more_than_five_places_are_previewed(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(MANY,))
    bench.keys("F3")
    shown = answer_preview()
    bench.keys("Ctrl+Return")
    assert shown == [8]
    assert bench.file_text() == MANY.replace("Belgié", "België")


def test_places_unticked_in_the_preview_stay(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(MANY,))
    bench.keys("F3")
    answer_preview(untick=2)
    bench.keys("Ctrl+Return")
    assert bench.text == MANY.replace("Belgié", "België").replace("België", "Belgié", 2)


def test_a_cancelled_preview_goes_back_to_the_box(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(MANY,))
    bench.keys("F3")
    answer_preview(cancel=True)
    bench.keys("Ctrl+Return")
    assert bench.text == MANY
    assert bench.asked == "Belgié"
    bench.keys("Return")
    assert bench.text == MANY.replace("Belgié", "België", 1)


def test_a_reading_that_is_no_suspect_is_previewed(bench: Bench) -> None:
    bench.caret("Irak deed")
    bench.keys("Return")
    bench.type("Iran")
    shown = answer_preview()
    bench.keys("Ctrl+Return")
    assert shown == [4]
    assert bench.text.count("Iran") == 4


def test_ctrl_z_in_the_untouched_box_goes_back_to_the_last_acceptance(bench: Bench) -> None:
    bench.keys("F3", "Return", "Ctrl+Z")
    assert bench.text == FIRST
    assert bench.asked == "Belgié"
    assert bench.window.views.text.selection()[0] == FIRST.index("Belgié")


def test_ctrl_z_goes_back_acceptance_by_acceptance(bench: Bench) -> None:
    bench.keys("F3", "Return", "Return", "Return", "Ctrl+Z", "Ctrl+Z")
    assert bench.text == FIRST.replace("Belgié", "België", 1)
    assert bench.asked == "Belgié"
    bench.keys("Ctrl+Z")
    assert bench.text == FIRST


def test_after_going_back_enter_accepts_again(bench: Bench) -> None:
    bench.keys("F3", "Return", "Ctrl+Z", "Return")
    assert bench.text == FIRST.replace("Belgié", "België", 1)


def test_ctrl_z_goes_back_to_a_verdict(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+D", "Ctrl+Z")
    assert bench.rows("SELECT * FROM verdicts") == []
    assert bench.asked == "Belgié"


def test_ctrl_z_before_anything_was_accepted_undoes_nothing(bench: Bench) -> None:
    bench.select("Irak")
    bench.keys("L", "F3", "Ctrl+Z")
    assert bench.said[-1] == "Nothing was accepted yet."
    assert bench.passages() == [("country", "Irak")]


def test_ctrl_z_undoes_the_acceptance_and_nothing_else(bench: Bench) -> None:
    bench.keys("F3", "Return", "Esc")
    bench.select("Irak")
    bench.keys("L", "F3", "Ctrl+Z")
    assert bench.passages() == [("country", "Irak")]


def test_ctrl_z_in_a_touched_box_takes_the_typing_back(bench: Bench) -> None:
    bench.keys("F3", "Return")
    bench.type("x")
    bench.keys("Ctrl+Z")
    assert bench.field == "België"
    assert bench.one("SELECT count(*) FROM corrections") == 1


def test_esc_closes_and_gives_the_keys_back(bench: Bench) -> None:
    bench.keys("F3", "Esc")
    assert not bench.box.isVisible()
    assert bench.window.views.text.hasFocus()


def test_after_esc_enter_does_not_go_on_by_itself(bench: Bench) -> None:
    bench.keys("F3", "Esc", "Return")
    assert bench.asked == "Belgié"
    bench.keys("Return")
    assert not bench.box.isVisible()


def test_a_correction_typed_in_the_box(bench: Bench) -> None:
    bench.keys("F3")
    bench.type("Luxemburg")
    bench.keys("Return")
    assert bench.rows("SELECT before, after, origin FROM corrections") == [("Belgié", "Luxemburg", "typed")]


def test_an_unchanged_reading_is_left(bench: Bench) -> None:
    bench.keys("F3")
    bench.type("Belgié")
    bench.keys("Return")
    assert bench.text == FIRST
    assert bench.window.views.text.selection()[0] == FIRST.index("Belgié", 80)


def test_an_emptied_field_takes_the_word_out(bench: Bench) -> None:
    bench.keys("F3", "Delete", "Return")
    assert bench.text.startswith("De Minister van Defensie heeft op 22 oktober 2020 met  gesproken.")


def test_a_suggestion_chosen_by_number(bench: Bench) -> None:
    bench.keys("F3", "F3", "F3", "Alt+2", "Return")
    assert "is verplich-tingen\nnagekomen" in bench.text


def test_down_chooses_the_next_suggestion(bench: Bench) -> None:
    bench.keys("F3", "Down")
    assert bench.field == "Belgié"


def test_enter_opens_the_box_on_any_word(bench: Bench) -> None:
    bench.caret("missie")
    bench.keys("Return")
    assert (bench.asked, bench.field) == ("missie", "missie")


def test_enter_on_a_word_that_is_accepted_closes_the_box(bench: Bench) -> None:
    bench.caret("missie")
    bench.keys("Return")
    bench.type("tocht")
    bench.keys("Return")
    assert "De tocht in Irak" in bench.text
    assert not bench.box.isVisible()
    assert bench.window.views.text.hasFocus()


def test_enter_on_a_selection_takes_all_of_it(bench: Bench) -> None:
    bench.select("missie in Irak")
    bench.keys("Return")
    assert bench.asked == "missie in Irak"


def test_enter_on_half_of_a_broken_word_takes_the_whole(bench: Bench) -> None:
    bench.caret("tingen nagekomen")
    bench.keys("Return")
    assert (bench.asked, bench.field) == ("verplich-\ntingen", "verplichtingen")


def test_suggestions_for_any_word_come_later(bench: Bench) -> None:
    bench.caret("Lastenverdeling")
    bench.keys("Return")
    settle()
    assert bench.asked == "Lastenverdeling"


def test_a_double_click_opens_the_box(bench: Bench) -> None:
    view = bench.window.views.text
    start, end = bench.span("Ministers")
    where = view.place_rect(start, end).center()
    bench.qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle()
    assert bench.asked == "Ministers"


def test_a_tag_follows_its_word_through_the_box(bench: Bench) -> None:
    bench.select("Belgié")
    bench.keys("L", "F3", "Return")
    assert bench.passages() == [("country", "België")]
    assert bench.drawn() == [("L", "België")]


def test_a_word_that_lost_a_letter_keeps_its_tag(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Het bezoek aan Sloveni was kort.\n",))
    bench.select("Sloveni")
    bench.keys("L")
    bench.caret("Sloveni")
    bench.keys("Return")
    bench.type("Slovenië")
    bench.keys("Return")
    assert bench.passages() == [("country", "Slovenië")]


def test_a_stretch_corrected_in_one_go_keeps_the_tag_of_an_unchanged_word(bench: Bench) -> None:
    bench.select("Irak", 3)
    bench.keys("L")
    bench.select("gecoordineerd door Irak en financiéle")
    bench.keys("Return")
    bench.type("gecoördineerd door Irak en financiële")
    bench.keys("Return")
    assert bench.passages() == [("country", "Irak")]


def test_the_strip_shows_the_keys_of_the_desk_again_when_the_box_closes(bench: Bench) -> None:
    before = bench.hints.accessibleName()
    bench.keys("F3")
    assert bench.hints.accessibleName() != before
    bench.keys("Esc")
    assert bench.hints.accessibleName() == before


def test_the_strip_counts_what_is_left(bench: Bench) -> None:
    bench.keys("F3", "Return")
    bench.suspects_ready()
    assert "6" in bench.hints.left_text()


def test_f3_works_from_the_form(bench: Bench) -> None:
    bench.keys("Shift+V")
    assert not bench.window.views.text.hasFocus()
    bench.keys("F3")
    assert bench.asked == "Belgié"


def test_leaving_the_letter_closes_the_box(bench: Bench) -> None:
    bench.keys("F3", "Ctrl+PgDown")
    assert not bench.box.isVisible()


def test_esc_after_f3_from_the_form_goes_to_the_letter(bench: Bench) -> None:
    bench.keys("Shift+V", "F3", "Esc")
    assert bench.window.views.text.hasFocus()


def test_f3_in_a_letter_without_suspects_says_so(bench: Bench) -> None:
    bench.keys("Ctrl+PgDown", "Ctrl+PgDown")
    bench.suspects_ready()
    bench.keys("F3")
    assert bench.said[-1] == "No suspects left in this letter."


def test_the_real_worker_finds_the_suspects(open_bench: OpenBench) -> None:
    worker = Worker()
    try:
        bench = open_bench(runner=worker)
        assert bench.doubted() == SUSPECTS
        bench.keys("F3", "Return")
        assert bench.text == FIRST.replace("Belgié", "België", 1)
    finally:
        worker.close()


@pytest.mark.parametrize("key", ["L", "S", "V", "E", "Space"])
def test_keys_in_the_box_type_and_never_tag(bench: Bench, key: str) -> None:
    bench.keys("F3", key)
    assert bench.rows("SELECT * FROM changes") == []
    assert bench.asked == "Belgié"


class Later(Here):
    """Keeps its answers until they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[Callable[[], None]] = []

    def submit(self, *arguments: Any, **options: Any) -> None:
        """Keep a job."""
        self.kept.append(lambda: Here.submit(self, *arguments, **options))

    def answer(self) -> None:
        """Run what was kept."""
        kept, self.kept = self.kept, []
        for job in kept:
            job()
        settle()


@pytest.fixture
def early(open_bench: OpenBench) -> tuple[Bench, Later]:
    """Return a window whose suspects are not known yet."""
    runner = Later()
    return open_bench(runner=runner, wait=False), runner


def test_f3_before_the_suspects_are_known_opens_the_box_when_they_are(early: tuple[Bench, Later]) -> None:
    bench, runner = early
    bench.keys("F3")
    assert bench.asked == ""
    runner.answer()
    assert bench.asked == "Belgié"


@pytest.mark.parametrize("key", ["Right", "F2", "F6", "Ctrl+2"])
def test_who_goes_on_with_something_else_gets_no_box(early: tuple[Bench, Later], key: str) -> None:
    bench, runner = early
    bench.keys("F3", key)
    runner.answer()
    assert bench.asked == ""


def test_while_suspects_are_looked_for_the_strip_does_not_say_that_none_are_left(bench: Bench) -> None:
    shown = []
    left = bench.window.views.strip.set_suspects_left
    bench.window.views.strip.set_suspects_left = lambda count: (shown.append(count), left(count))[1]  # type: ignore[assignment]
    bench.keys("F2")
    bench.type("x")
    bench.window.session.flush_typing()
    bench.suspects_ready()
    assert 0 not in shown
