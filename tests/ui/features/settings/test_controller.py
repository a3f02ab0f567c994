"""Settings that take effect in the window: other keys work, and are shown everywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from annotator.core import operations
from annotator.core.codebook import Field
from annotator.core.messages import Message
from annotator.ui.features.panels.form.editors import FormLine
from annotator.ui.settings import Settings
from annotator.ui.widgets.key_hint import KeyHint
from tests.ui.shell.making import Bench, OpenBench, settle


def give(bench: Bench, command: str, *keys: str) -> None:
    dialog = bench.window.composition.settings.dialog("keys")
    dialog.keys.keys_given.emit(command, keys)


def hints(bench: Bench) -> str:
    return bench.hints.accessibleName()


def test_the_new_key_works_and_the_old_one_does_not(bench: Bench) -> None:
    give(bench, "done_next", "F8")
    bench.keys("F9")
    assert bench.one("SELECT status FROM letters WHERE id = 1") == "todo"
    bench.keys("F8", "F8")
    assert bench.one("SELECT status FROM letters WHERE id = 1") == "done"


def test_a_changed_key_is_shown_in_the_strip_and_the_panels(bench: Bench) -> None:
    give(bench, "next_suspect", "F8")
    give(bench, "start_section", "Ctrl+K")
    assert "F8 next suspect" in hints(bench) and "F3" not in hints(bench)
    shown = [hint.hint() for hint in bench.window.findChildren(KeyHint) if hint.command == "start_section"]
    assert shown == [("Ctrl+K", "cut")]


def test_keys_are_there_after_a_restart(bench: Bench, open_bench: OpenBench, tmp_path: Path) -> None:
    give(bench, "done_next", "F8")
    bench.saved()
    bench.window.close()
    again = open_bench(bench.path)
    again.keys("F8", "F8")
    assert again.one("SELECT status FROM letters WHERE id = 1") == "done"


def test_two_commands_may_change_keys_one_after_the_other(bench: Bench) -> None:
    give(bench, "next_suspect", "F8")
    give(bench, "done_next", "F3")
    bench.keys("F3", "F3")
    assert bench.one("SELECT status FROM letters WHERE id = 1") == "done"


def test_a_reset_takes_its_key_back_from_whoever_got_it(bench: Bench) -> None:
    give(bench, "next_suspect", "F8")
    give(bench, "done_next", "F3")
    dialog = bench.window.composition.settings.dialog("keys")
    dialog.keys.reset_wanted.emit("next_suspect")
    actions = bench.window.composition.actions
    assert (actions.keys_of("next_suspect"), actions.keys_of("done_next")) == ("F3", "")


def test_a_tags_key_goes_before_one_that_was_given_on_the_desk(bench: Bench) -> None:
    # As with a codebook that is opened later: in the settings the key is refused.
    bench.window.composition.actions.set_keys({"grow": ("L",)})
    bench.select("Irak")
    bench.keys("L")
    assert bench.passages() == [("country", "Irak")]


def test_another_analyst_does_what_comes(bench: Bench) -> None:
    bench.window.composition.settings.change("analyst", "piet")
    bench.select("Irak")
    bench.keys("L")
    assert bench.one("SELECT analyst FROM passages") == "piet"
    assert Settings(bench.window.settings.folder).text("analyst") == "piet"


def test_the_language_of_the_letters_is_the_projects(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Het kabinet heeft besloten.\n",))
    assert bench.window.composition.workspace.suspecting.suspects == ()
    dialog = bench.window.composition.settings.dialog()
    bench.qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(QComboBox, "text_language")
    assert [box.itemText(row) for row in range(2)] == ["Dutch", "English"]
    box.setFocus()
    bench.qtbot.keyClick(box, Qt.Key.Key_Down)
    bench.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert bench.window.composition.workspace.suspecting.language == "en"
    dialog.close()
    bench.window.session.store.flush()
    suspecting = bench.window.composition.workspace.suspecting
    bench.qtbot.waitUntil(lambda: len(suspecting.suspects) > 0)
    again = bench.window.composition.settings.dialog()
    bench.qtbot.addWidget(again)
    assert again.findChild(QComboBox, "text_language").currentText() == "English"


def test_numbers_are_shown_and_read_as_the_letters_write_them(bench: Bench) -> None:
    session = bench.window.session
    costs = Field("costs", "whole_number", {"en": "Costs"})
    session.do_codebook(Message("Test", "test"), replace(session.codebook, fields=(costs,)))
    assert session.letter is not None
    session.do(
        Message("Test", "test"),
        operations.set_value(session.letter, "costs", 0, "1250", "1250", None, session.stamp()),
    )

    def editor() -> FormLine:
        return next(e for e in bench.window.views.side.form.findChildren(FormLine) if e.isVisible())

    settle()
    assert editor().plain() == "1.250"
    bench.window.composition.settings.change("text_language", "en")
    settle()
    assert editor().plain() == "1,250"
    editor().setFocus()
    bench.keys("Ctrl+A")
    bench.type("2,500")
    bench.keys("Return")
    session.store.flush()
    assert bench.rows("SELECT value FROM form_values WHERE field = 'costs'") == [("2500",)]
