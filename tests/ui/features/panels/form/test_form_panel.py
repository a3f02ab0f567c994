from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from annotator.core import operations
from annotator.core.codebook import Choice, Codebook, Field
from annotator.ui.features.panels.form import FormPanel
from annotator.ui.features.panels.form.place import ValuePlace
from tests.ui.conftest import STAMP
from tests.ui.looking import detail_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def places(panel: FormPanel) -> list[ValuePlace]:
    """Return the places that are shown, from top to bottom."""
    return [place for place in panel.findChildren(ValuePlace) if place.isVisibleTo(panel)]


class Form:
    """The panel, and what it told."""

    def __init__(self, panel: FormPanel) -> None:
        self.panel = panel
        self.told: list[tuple[str, int, str, str]] = []
        self.removed: list[str] = []
        panel.value_edited.connect(lambda *value: self.told.append(value))
        panel.value_removed.connect(self.removed.append)

    def place(self, field: str, position: int = 0) -> ValuePlace:
        """Return a place that is shown."""
        return next(p for p in places(self.panel) if (p.field.id, p.position) == (field, position))

    def editor(self, field: str, position: int = 0):
        """Return the editor of a place."""
        return self.place(field, position).editor

    def focus(self, field: str, position: int = 0):
        """Give an editor the keys and return it."""
        editor = self.editor(field, position)
        editor.setFocus()
        return editor

    def state(self, field: str, position: int = 0) -> str:
        """Return the look of a place."""
        return self.editor(field, position).property("state")

    def problem(self, field: str) -> str:
        """Return the sentence below a place."""
        labels = self.place(field).findChildren(QLabel)
        return next((label.text() for label in labels if not label.isHidden()), "")

    def positions(self, field: str) -> int:
        """Return how many places of a field are shown."""
        return sum(p.field.id == field for p in places(self.panel))


@pytest.fixture
def form(qtbot: QtBot, desk) -> Form:
    desk.fill("subject", "Verslag")
    desk.fill("signatory.name", "A. Jansen")
    desk.fill("signatory.role", "Minister")
    desk.fill("reference", "28 676, nr. 347", evidence="28 676, nr. 347", state="proposed")
    panel = FormPanel()
    qtbot.addWidget(panel)
    panel.set_codebook(desk.codebook, "en")
    panel.resize(330, 600)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    panel.show_letter(desk.letter)
    return Form(panel)


# --- showing ---------------------------------------------------------------------------------------------


def test_values_are_shown(form):
    assert form.editor("subject").text() == "Verslag"
    assert form.editor("signatory.role").text() == "Minister"


def test_the_header_counts_what_an_analyst_filled_in(form):
    assert detail_of(form.panel) == "2 of 6 filled in"


def test_what_the_letter_does_not_have_counts_as_answered(form, desk):
    desk.do(operations.set_absent(desk.letter, "letter_date", 0, STAMP))
    form.panel.show_letter(desk.letter)
    assert detail_of(form.panel) == "3 of 6 filled in"
    form.panel.set_chosen("subject")
    form.panel.choose_next_empty()
    assert form.panel.chosen == "chamber"


def test_a_required_field_without_a_value_says_that_it_is_missing(form):
    assert form.state("letter_date") == "missing"
    assert form.editor("letter_date").placeholderText().startswith("missing")
    assert form.place("letter_date").label.text() == "Date *"


def test_a_proposed_value_looks_proposed(form):
    assert form.state("reference") == "proposed"


def test_a_value_is_shown_in_its_normal_form(form, desk):
    desk.fill("letter_date", "22-10-2020")
    form.panel.show_letter(desk.letter)
    assert form.editor("letter_date").text() == "22 October 2020"


def test_a_value_that_cannot_be_read_says_why(form, desk):
    desk.fill("letter_date", "31 februari 2020")
    form.panel.show_letter(desk.letter)
    assert form.state("letter_date") == "wrong"
    assert "does not exist" in form.problem("letter_date")


def test_several_values_stand_under_each_other(form, desk):
    desk.fill("reference", "34 919, nr. 71", 1)
    form.panel.show_letter(desk.letter)
    assert form.positions("reference") == 2


def test_a_letter_with_fewer_values_takes_the_places_away(form, desk, make_desk):
    desk.fill("reference", "34 919, nr. 71", 1)
    form.panel.show_letter(desk.letter)
    form.panel.show_letter(make_desk("Leeg.\n").letter)
    assert form.positions("reference") == 1
    assert form.editor("reference").text() == ""


def test_what_is_being_typed_is_not_disturbed(form, desk, qtbot):
    editor = form.focus("subject")
    qtbot.keyClicks(editor, " nieuw")
    desk.fill("subject", "van een ander")
    form.panel.show_letter(desk.letter)
    assert "nieuw" in editor.text()


def test_another_letter_replaces_what_was_being_typed(form, make_desk, qtbot):
    qtbot.keyClicks(form.focus("subject"), "nieuw")
    form.panel.flush()
    form.panel.show_letter(make_desk("Leeg.\n").letter)
    assert form.editor("subject").text() == ""


def test_no_letter_shows_no_values(form):
    form.panel.show_letter(None)
    assert form.editor("subject").text() == ""


def test_markup_in_evidence_stays_text(form, make_desk):
    desk = make_desk("Zie <b>28 676</b>, nr. 347.\n")
    desk.fill("reference", "28 676, nr. 347", evidence="<b>28 676</b>, nr. 347")
    form.panel.show_letter(desk.letter)
    assert "<b>" not in form.place("reference").target.toolTip()
    assert "&lt;b&gt;28 676" in form.place("reference").target.toolTip()


def test_the_form_can_go_while_it_is_typed_in(qtbot, desk):
    form = Form(FormPanel())
    form.panel.set_codebook(desk.codebook, "en")
    form.panel.show()
    qtbot.keyClicks(form.focus("subject"), "x")
    shiboken6.delete(form.panel)
    QApplication.processEvents()


def test_another_codebook_takes_the_place_of_one_that_is_typed_in(form, qtbot):
    qtbot.keyClicks(form.focus("letter_date"), "22-10-2020")
    form.panel.set_codebook(Codebook("c", {}, (), (Field("one", "text", {"en": "One"}),)), "en")
    QApplication.processEvents()
    assert [place.field.id for place in places(form.panel)] == ["one"]
    assert len(form.told) == 1


# --- editing ---------------------------------------------------------------------------------------------


def test_a_value_is_told_when_its_editor_is_left(form, qtbot):
    qtbot.keyClicks(form.focus("letter_date"), "22-10-2020")
    assert form.told == []
    form.focus("subject")
    assert form.told == [("letter_date", 0, "22-10-2020", "2020-10-22")]


def test_the_normal_form_appears_when_the_editor_is_left(form, qtbot):
    qtbot.keyClicks(form.focus("letter_date"), "22-10-2020")
    form.focus("subject")
    assert form.editor("letter_date").text() == "22 October 2020"


def test_enter_tells_and_goes_on(form, qtbot):
    editor = form.focus("letter_date")
    qtbot.keyClicks(editor, "22 okt 2020")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert form.told == [("letter_date", 0, "22 okt 2020", "2020-10-22")]
    assert form.editor("chamber").hasFocus()


def test_a_pause_tells(form, qtbot):
    editor = form.focus("letter_date")
    editor.settling.findChild(QTimer).setInterval(1)
    with qtbot.waitSignal(form.panel.value_edited):
        qtbot.keyClicks(editor, "22-10-2020")
    qtbot.waitUntil(lambda: form.told[-1] == ("letter_date", 0, "22-10-2020", "2020-10-22"))


def test_after_a_pause_the_text_stays_as_typed_until_it_is_left(form, desk, qtbot):
    editor = form.focus("letter_date")
    qtbot.keyClicks(editor, "22-10-2020")
    editor.settling.settle(paused=True)
    desk.fill("letter_date", "22-10-2020")
    form.panel.show_letter(desk.letter)
    assert editor.text() == "22-10-2020"
    form.focus("subject")
    assert editor.text() == "22 October 2020"


def test_flush_tells(form, qtbot):
    qtbot.keyClicks(form.focus("letter_date"), "22-10-2020")
    form.panel.flush()
    assert len(form.told) == 1


def test_leaving_an_untouched_editor_tells_nothing(form):
    form.focus("subject")
    form.focus("letter_date")
    assert form.told == []


def test_typing_what_is_not_complete_stays_calm(form, qtbot):
    qtbot.keyClicks(form.focus("letter_date"), "22 okt")
    assert form.state("letter_date") == ""


def test_leaving_what_is_not_complete_says_what_is_wrong(form, qtbot):
    qtbot.keyClicks(form.focus("letter_date"), "22 okt")
    form.focus("subject")
    assert form.state("letter_date") == "wrong"
    assert form.told == [("letter_date", 0, "22 okt", "")]


def test_enter_confirms_a_proposed_value(form, qtbot):
    qtbot.keyClick(form.focus("reference"), Qt.Key.Key_Return)
    assert form.told == [("reference", 0, "28 676, nr. 347", "28676/347")]


def test_an_emptied_value_is_removed(form, desk, qtbot):
    editor = form.focus("subject")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    form.focus("letter_date")
    assert form.removed == [desk.letter.values_of("subject")[0].uid]


def test_a_pause_on_an_emptied_field_removes_nothing(form, qtbot):
    editor = form.focus("subject")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    editor.settling.settle(paused=True)
    assert form.removed == []
    form.focus("letter_date")
    assert len(form.removed) == 1


def test_emptying_a_part_leaves_the_rest_of_the_group(form, qtbot):
    editor = form.focus("signatory.role")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    form.focus("subject")
    assert (form.told, form.removed) == ([("signatory.role", 0, "", "")], [])


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_a_choice_is_completed_from_its_list(form, qtbot):
    editor = form.focus("chamber")
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = editor.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert form.told == [("chamber", 0, "Lower", "tk")]


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_a_choice_that_was_taken_leads_to_the_next_field(form, qtbot):
    editor = form.focus("chamber")
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(editor.completer().popup(), Qt.Key.Key_Down)
    qtbot.keyClick(editor.completer().popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not editor.hasFocus())
    assert form.panel.chosen != "chamber"


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_the_list_of_choices_is_wide_enough_for_the_longest(form, qtbot):
    names = ("Kort", "Verslag van een vergadering of Raad, met alles erop en eraan, en nog meer")
    choices = tuple(Choice(str(n), {"en": name}) for n, name in enumerate(names))
    form.panel.set_codebook(
        Codebook("c", {}, (), (Field("k", "choice", {"en": "K"}, choices=choices),)), "en"
    )
    editor = form.focus("k")
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = editor.completer().popup()
    assert popup.width() > popup.fontMetrics().horizontalAdvance(names[1])


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_several_choices_are_ticked_in_a_menu(form, qtbot):
    names = ("Defence", "Trade", "Water")
    choices = tuple(Choice(name.lower(), {"en": name}) for name in names)
    field = Field("themes", "several_choices", {"en": "Themes"}, choices=choices)
    form.panel.set_codebook(Codebook("c", {}, (), (field,)), "en")
    editor = form.focus("themes")
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first, _, last = editor.findChild(QMenu).actions()
    last.trigger()
    first.trigger()
    assert form.told[-1] == ("themes", 0, "Water; Defence", "defence;water")


def test_a_long_text_takes_enter(form, qtbot):
    editor = form.focus("summary")
    qtbot.keyClicks(editor, "een")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "twee")
    form.panel.flush()
    assert form.told == [("summary", 0, "een\ntwee", "een\ntwee")]


# --- several values ----------------------------------------------------------------------------------------


def test_control_enter_adds_a_place(form, qtbot):
    qtbot.keyClick(form.focus("reference"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: form.positions("reference") == 2 and form.editor("reference", 1).hasFocus())


def test_an_added_place_tells_its_position(form, qtbot):
    qtbot.keyClick(form.focus("reference"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: form.positions("reference") == 2 and form.editor("reference", 1).hasFocus())
    qtbot.keyClicks(form.editor("reference", 1), "34 919, nr. 71")
    form.panel.flush()
    assert form.told == [("reference", 1, "34 919, nr. 71", "34919/71")]


def test_a_group_is_added_with_all_its_parts(form, qtbot):
    qtbot.keyClick(form.focus("signatory.role"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(
        lambda: form.positions("signatory.name") == 2 and form.editor("signatory.name", 1).hasFocus()
    )
    assert form.positions("signatory.role") == 2


def test_a_field_with_one_value_adds_nothing(form, qtbot):
    qtbot.keyClick(form.focus("subject"), Qt.Key.Key_Return, CONTROL)
    assert form.positions("subject") == 1


def test_a_place_left_empty_goes_away(form, qtbot):
    qtbot.keyClick(form.focus("reference"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: form.positions("reference") == 2 and form.editor("reference", 1).hasFocus())
    form.focus("subject")
    qtbot.waitUntil(lambda: form.positions("reference") == 1)


def test_control_backspace_takes_an_empty_place_away(form, qtbot):
    qtbot.keyClick(form.focus("reference"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: form.positions("reference") == 2 and form.editor("reference", 1).hasFocus())
    qtbot.keyClick(form.editor("reference", 1), Qt.Key.Key_Backspace, CONTROL)
    assert form.positions("reference") == 1
    assert form.editor("reference", 0).hasFocus()


def test_the_cross_removes_a_value(form, desk, qtbot):
    desk.fill("reference", "34 919, nr. 71", 1)
    form.panel.show_letter(desk.letter)
    qtbot.mouseClick(form.place("reference", 0).more, Qt.MouseButton.LeftButton)
    assert form.removed == [desk.letter.values_of("reference")[0].uid]


def test_the_plus_adds_a_place(form, qtbot):
    qtbot.mouseClick(form.place("reference").more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form.positions("reference") == 2)


# --- keys ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab])
def test_down_and_tab_go_to_the_next_field(form, qtbot, key):
    qtbot.keyClick(form.focus("letter_date"), key)
    assert form.editor("chamber").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Backtab])
def test_up_and_shift_tab_go_to_the_field_before(form, qtbot, key):
    qtbot.keyClick(form.focus("letter_date"), key)
    assert form.editor("subject").hasFocus()


def test_escape_tells_and_gives_the_keys_back(form, qtbot):
    editor = form.focus("letter_date")
    qtbot.keyClicks(editor, "22-10-2020")
    with qtbot.waitSignal(form.panel.done):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert len(form.told) == 1


def test_undo_in_an_untouched_editor_goes_to_the_application(form, qtbot):
    with qtbot.waitSignal(form.panel.undo_wanted):
        qtbot.keyClick(form.focus("subject"), Qt.Key.Key_Z, CONTROL)


def test_undo_in_a_touched_editor_is_its_own(form, qtbot):
    editor = form.focus("subject")
    qtbot.keyClicks(editor, "x")
    with qtbot.assertNotEmitted(form.panel.undo_wanted):
        qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == "Verslag"


def test_undo_after_a_value_was_told_goes_to_the_application(form, qtbot):
    editor = form.focus("subject")
    qtbot.keyClicks(editor, "x")
    editor.settling.settle(paused=True)
    with qtbot.waitSignal(form.panel.undo_wanted):
        qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, CONTROL),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, CONTROL),
    ],
)
def test_shortcuts_of_the_window_leave_the_forms_keys_alone(form, key, modifiers):
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    override.ignore()
    QApplication.sendEvent(form.focus("reference"), override)
    assert override.isAccepted()


def test_f4_asks_for_the_evidence(form, desk, qtbot):
    with qtbot.waitSignal(form.panel.evidence_wanted) as asked:
        qtbot.keyClick(form.focus("reference"), Qt.Key.Key_F4)
    assert asked.args == [desk.letter.values_of("reference")[0].uid]


def test_without_evidence_there_is_nothing_to_ask_for(form, qtbot):
    with qtbot.assertNotEmitted(form.panel.evidence_wanted):
        qtbot.keyClick(form.focus("subject"), Qt.Key.Key_F4)
    assert not form.place("letter_date").target.isEnabled()


def test_a_value_that_stands_nowhere_asks_for_its_words(form, qtbot):
    place = form.place("subject")
    assert "Shift+F4" in place.target.toolTip()
    assert "Shift+F4" in place.editor.accessibleDescription()
    with qtbot.waitSignal(form.panel.pointing_wanted):
        qtbot.mouseClick(place.target, Qt.MouseButton.LeftButton)
    assert form.panel.chosen == "subject"


def test_a_summary_is_not_looked_for_in_the_letter(form, desk):
    desk.fill("summary", "Over de missie.")
    form.panel.show_letter(desk.letter)
    assert not form.place("summary").target.isEnabled()


def test_a_value_that_its_evidence_contradicts_says_so(form, desk):
    desk.fill("letter_date", "23 oktober 2020", evidence="22 oktober 2020")
    form.panel.show_letter(desk.letter)
    assert "22 oktober 2020" in form.problem("letter_date")
    assert "read otherwise" in form.editor("letter_date").accessibleDescription()
    desk.fill("letter_date", "22-10-2020", evidence="22 oktober 2020")
    form.panel.show_letter(desk.letter)
    assert form.problem("letter_date") == ""


# --- the chosen field --------------------------------------------------------------------------------------


def test_the_first_field_is_chosen_at_first(form):
    assert form.panel.chosen == "subject"


def test_choosing_goes_through_the_parts_of_a_group(form):
    form.panel.set_chosen("chamber")
    form.panel.choose_next()
    form.panel.choose_next()
    assert form.panel.chosen == "signatory.role"


def test_choosing_goes_round(form):
    form.panel.choose_previous()
    assert form.panel.chosen == "summary"
    form.panel.choose_next()
    assert form.panel.chosen == "subject"


def test_the_next_empty_field_is_chosen(form):
    form.panel.choose_next_empty()
    assert form.panel.chosen == "letter_date"
    form.panel.set_chosen("chamber")
    form.panel.choose_next_empty()
    assert form.panel.chosen == "summary"


def test_one_place_has_the_ring(form):
    form.panel.set_chosen("letter_date")
    ringed = [p.field.id for p in places(form.panel) if p.editor.property("chosen")]
    assert ringed == ["letter_date"]


def test_the_editor_with_the_keys_is_chosen(form, qtbot):
    with qtbot.waitSignal(form.panel.chosen_changed) as told:
        form.focus("chamber")
    assert told.args == ["chamber"]


def test_show_evidence_asks_for_that_of_the_chosen_field(form, desk, qtbot):
    form.panel.set_chosen("reference")
    with qtbot.waitSignal(form.panel.evidence_wanted) as asked:
        form.panel.show_evidence()
    assert asked.args == [desk.letter.values_of("reference")[0].uid]


def test_every_editor_has_a_name(form):
    editors = form.panel.findChildren(QLineEdit)
    assert all(editor.accessibleName() for editor in editors)


def test_a_retired_field_is_shown_only_where_it_holds_something(qtbot: QtBot, desk) -> None:
    retired = tuple(replace(f, retired=f.id in ("subject", "chamber")) for f in desk.codebook.fields)
    desk.fill("subject", "Verslag")
    panel = FormPanel()
    qtbot.addWidget(panel)
    panel.set_codebook(replace(desk.codebook, fields=retired), "en")
    panel.show_letter(desk.letter)
    panel.show()
    shown = {place.field.id for place in places(panel) if place.isVisible()}
    assert "subject" in shown and "chamber" not in shown
    assert detail_of(panel).endswith(f"of {len(retired) - 2} filled in")
