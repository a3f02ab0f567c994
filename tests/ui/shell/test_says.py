"""The window says what happened, by keys: what was done, what is saved, what cannot be done now, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from annotator.commands import DESK, AnyCommand
from annotator.ui.shell.commands import COMMANDS
from tests.ui.shell.making import Bench, OpenBench, nothing_runs, settle

BY_ID = {command.id: command for command in COMMANDS}
Setup = Callable[[Bench], object]


def strip_says(bench: Bench) -> str:
    """Return what the bottom line says in its row of keys."""
    return bench.hints.accessibleName()


# --- what was done -----------------------------------------------------------------------------------------


def test_what_was_done_is_said_with_the_key_that_undoes_it(bench: Bench) -> None:
    bench.select("motie Jansen")
    bench.keys("R")
    assert bench.hints.done_text() == "Tag “motie Jansen” as Reference · Ctrl+Z"
    assert "F3 next suspect" in strip_says(bench)  # the keys that matter now are still there
    bench.keys("Ctrl+Z")
    assert bench.hints.done_text() == ""
    assert strip_says(bench).startswith("Undone: Tag “motie Jansen”")


def test_the_tag_of_a_section_is_named(bench: Bench) -> None:
    bench.caret("Lastenverdeling")
    bench.keys("S", "O")
    assert bench.hints.done_text() == "Tag section “Lastenverdeling” as Topic · Ctrl+Z"


def test_a_click_on_the_key_undoes_it(bench: Bench) -> None:
    bench.select("motie Jansen")
    bench.keys("R")
    settle()
    place = bench.hints.place_of("Ctrl+Z")
    assert not place.isEmpty()
    bench.qtbot.mouseClick(bench.hints, Qt.MouseButton.LeftButton, pos=place.center())
    assert bench.passages() == []


@pytest.mark.parametrize("way", ["form", "status", "typed"])
def test_each_way_of_changing_says_so(bench: Bench, way: str) -> None:
    if way == "form":
        while bench.window.views.side.form.chosen != "letter_date":
            bench.keys(".")
        bench.select("22 oktober 2020")
        bench.keys("V")
        assert bench.hints.done_text() == "Fill Date with “22 oktober 2020” · Ctrl+Z"
    elif way == "status":
        bench.keys("Ctrl+3")
        assert bench.hints.done_text() == "Change the status · Ctrl+Z"
    else:
        bench.caret("Lastenverdeling", by=0)
        bench.keys("F2")
        bench.type("De ")
        bench.keys("Esc")
        assert bench.hints.done_text().startswith("Type “De")


def test_what_is_said_of_a_change_stands_beside_it(bench: Bench) -> None:
    bench.keys("C")  # the one section that an imported letter has
    assert bench.hints.done_text()
    assert "Confirm" in strip_says(bench)
    bench.keys("C")
    assert bench.said[-1].startswith("Nothing is proposed")
    assert not bench.hints.done_text()


# --- saved -------------------------------------------------------------------------------------------------


def test_ctrl_s_says_that_all_is_saved_by_itself(bench: Bench) -> None:
    bench.keys("Ctrl+S")
    assert bench.said[-1] == "All is saved by itself."
    bench.select("motie Jansen")
    bench.keys("R")
    bench.saved()
    when = bench.window.session.save_state.when
    assert when is not None
    bench.keys("Ctrl+S")
    assert bench.said[-1] == f"All is saved by itself, {when:%H:%M}."


def test_ctrl_s_in_a_field_takes_what_is_typed(bench: Bench) -> None:
    while bench.window.views.side.form.chosen != "subject":
        bench.keys(".")
    bench.keys("Shift+V")
    bench.type("Verslag")
    bench.keys("Ctrl+S")
    bench.saved()
    assert bench.one("SELECT shown FROM form_values") == "Verslag"
    bench.qtbot.waitUntil(lambda: bench.said[-1].startswith("All is saved by itself, "))


def test_an_import_is_the_last_thing_that_was_saved(bench: Bench) -> None:
    assert bench.window.session.save_state.when is None  # nothing was done here yet
    more = bench.path.parent / "more.txt"
    more.write_text("Nog een brief.\n", encoding="utf-8")
    bench.window.composition.import_paths([more])
    bench.qtbot.waitUntil(lambda: bench.window.session.save_state.when is not None)
    bench.qtbot.waitUntil(nothing_runs)


# --- nothing to do -----------------------------------------------------------------------------------------


def _at_start(bench: Bench) -> None:
    bench.window.views.text.setFocus()
    bench.window.views.text.move_caret(0)


def _at_end(bench: Bench) -> None:
    bench.window.views.text.setFocus()
    bench.window.views.text.move_caret(len(bench.text))


def _on_blank_line(bench: Bench) -> None:
    bench.window.views.text.setFocus()
    bench.window.views.text.move_caret(bench.text.index("\n\n") + 1)


def _all_selected(bench: Bench) -> None:
    bench.window.views.text.setFocus()
    bench.window.views.text.select(0, len(bench.text))


def _pressed(*keys: str) -> Setup:
    def press(bench: Bench) -> None:
        _at_start(bench)
        bench.keys(*keys)

    return press


def _last_letter(bench: Bench) -> None:
    bench.keys("Ctrl+PgDown", "Ctrl+PgDown")
    bench.suspects_ready()


def _closed(bench: Bench) -> None:
    bench.keys("Ctrl+W")


# What can have nothing to do, and how that comes about.
NOTHING_TO_DO: dict[str, Setup] = {
    "undo": _at_start,
    "redo": _at_start,
    "save": _at_start,
    "grow": _all_selected,
    "shrink": _at_start,
    "start_section": _pressed("S"),
    "merge_section": _at_start,
    "raise_section": _pressed("<"),
    "lower_section": _pressed(*[">"] * 9),
    "set_heading": _on_blank_line,
    "previous_section": _at_start,
    "next_section": _at_start,
    "previous_paragraph": _at_start,
    "next_paragraph": _at_end,
    "confirm": _pressed("C"),
    "confirm_all": _pressed("C"),
    "turn_down": _pressed("C"),
    "confirm_outline": _at_start,
    "confirm_form": _at_start,
    "next_passage": _at_start,
    "remove_passage": _at_start,
    "fill_field": _on_blank_line,
    "point_out": _at_start,
    "next_suspect": _last_letter,
    "previous_suspect": _last_letter,
    "copy": _at_start,
    "copy_with_source": _at_start,
    "to_evidence": _at_start,
    "next_letter": _last_letter,
    "previous_letter": _at_start,
    "status_todo": _at_start,
    "correct_word": _on_blank_line,
    "pages_place": _at_start,
    "pages_bigger": _at_start,
    "pages_smaller": _at_start,
    "pages_fit_text": _at_start,
    "pages_fit_width": _at_start,
    "pages_fit_page": _at_start,
    "pages_follow": _at_start,
    "bigger": _at_start,
    "smaller": _at_start,
    "normal_size": _at_start,
    "open_export_folder": _at_start,
    "close_project": _closed,
    "stop_work": _at_start,
    "cut": _at_start,
    "paste": _at_start,
    "pages_hide": _at_start,
    "previous_page": _at_start,
    "next_page": _at_start,
}
# What is always seen by itself: a dialog, a page, a bar, a pane, another mode, letter or field.
# fmt: off
SEEN = frozenset({
    "new_project", "open_project", "open_sample", "import", "import_folder", "export", "backup", "restore",
    "propose_for_all", "done_next", "settings", "quit", "find", "find_in_project", "replace",
    "review_words", "learnt", "codebook", "import_codebook", "export_codebook", "edit_mode", "status_busy",
    "status_done", "status_second_look", "note", "go_to_line", "focus_filter", "filter_conditions",
    "rename_letter", "remove_letters", "find_duplicates", "read_anew", "recognise_anew", "readings",
    "previous_field", "next_field", "edit_field", "letters_table", "passages_table", "statistics",
    "next_pane", "previous_pane", "go_to_letter", "palette", "key_sheet", "about", "absent",
    "select_all", "read_twice", "focus_layout", "choose_layout", "save_layout", "usual_layout", "manual",
})
# fmt: on


def test_each_command_is_one_of_these() -> None:
    known = NOTHING_TO_DO.keys() | SEEN
    assert {command.id for command in COMMANDS} <= known, "say when it has nothing to do, or show it"
    assert not NOTHING_TO_DO.keys() & SEEN


def press(bench: Bench, command: AnyCommand) -> None:
    """Press the key of a command, or choose it in its menu where it has none."""
    if command.keys:
        bench.keys(command.keys[0])
    else:
        bench.window.composition.actions[command.id].trigger()


@pytest.mark.parametrize("name", NOTHING_TO_DO)
def test_a_command_with_nothing_to_do_says_so(bench: Bench, name: str) -> None:
    NOTHING_TO_DO[name](bench)
    before = (bench.text, bench.window.views.text.selection())
    bench.said.clear()
    press(bench, BY_ID[name])
    assert bench.said, f"{name} says nothing"
    assert (bench.text, bench.window.views.text.selection()) == before


# --- what is refused ---------------------------------------------------------------------------------------


# Enter opens the box also there: what is accepted in it is refused.
@pytest.mark.parametrize("name", [c.id for c in COMMANDS if c.changes and c.keys and c.id != "correct_word"])
def test_a_key_that_changes_says_that_the_project_is_read_only(open_bench: OpenBench, name: str) -> None:
    bench = open_bench(read_only=True)
    _at_start(bench)
    bench.said.clear()
    press(bench, BY_ID[name])
    assert bench.said and "reading only" in bench.said[-1], bench.said
    assert not isinstance(QApplication.activeModalWidget(), QDialog)


def test_the_key_of_a_tag_says_that_the_project_is_read_only(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    bench.select("motie Jansen")
    bench.keys("R")
    assert "reading only" in bench.said[-1]


@pytest.mark.parametrize("name", [c.id for c in COMMANDS if c.where != DESK and not c.of_window and c.keys])
def test_a_key_without_a_project_says_so(bench: Bench, name: str) -> None:
    bench.keys("Ctrl+W")
    bench.said.clear()
    press(bench, BY_ID[name])
    assert bench.said and "no project is open" in bench.said[-1], bench.said


@pytest.mark.parametrize(
    "name", [c.id for c in COMMANDS if c.where != DESK and c.needs_letter and c.keys and not c.of_window]
)
def test_a_key_without_a_letter_says_so(open_bench: OpenBench, name: str) -> None:
    bench = open_bench(letters=())
    bench.said.clear()
    press(bench, BY_ID[name])
    assert bench.said and "no letter is open" in bench.said[-1], bench.said


def test_what_can_be_done_is_not_refused(bench: Bench) -> None:
    bench.select("motie Jansen")
    bench.keys("R")
    assert not any("reading only" in said or "not possible" in said for said in bench.said)
