"""Letters, lines, panes, evidence, size, copying; the form, the notes and the status by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel

from annotator.core.messages import Message
from annotator.storage.readings import add_import_notes
from annotator.ui.features.proposals.ready_dialog import ReadyDialog
from tests.ui.looking import detail_of, model_of, rows_of
from tests.ui.shell.making import FIRST, SECOND, THIRD, Bench, OpenBench, focused, rows, settle


def value(bench: Bench, field: str) -> tuple[str, str, str | None]:
    """Value, what is shown, and the quote of the evidence of a field in the file."""
    [row] = bench.rows("SELECT value, shown, evidence_quote FROM form_values WHERE field = ?", field)
    return row  # type: ignore[return-value]


# --- letters ----------------------------------------------------------------------------------------------


def test_ctrl_page_down_and_up_go_from_letter_to_letter(bench: Bench) -> None:
    shown = []
    for key in ("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgUp"):
        bench.keys(key)
        shown.append(bench.text)
    assert shown == [SECOND, THIRD, SECOND]
    assert bench.window.views.text.hasFocus()


def test_at_the_last_letter_ctrl_page_down_says_so(bench: Bench) -> None:
    bench.keys("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown")
    assert bench.text == THIRD
    assert bench.said[-1] == "This is the last letter in the list."


def test_the_letter_before_is_not_chosen_too_while_ctrl_is_held(bench: Bench) -> None:
    window = bench.window.windowHandle()
    assert window is not None
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(window, Qt.Key.Key_Control, held)
    QTest.keyClick(window, Qt.Key.Key_PageDown, held)
    settle()
    assert bench.text == SECOND
    assert rows_of(bench.window.views.letters).chosen_rows() == [1]
    QTest.keyRelease(window, Qt.Key.Key_Control)


def test_a_letter_is_opened_where_it_was_left(bench: Bench) -> None:
    bench.caret("missie")
    at = bench.window.views.text.caret()
    bench.keys("Ctrl+PgDown", "Ctrl+PgUp")
    assert bench.window.views.text.caret() == at


def test_f9_is_done_and_goes_on(bench: Bench) -> None:
    bench.keys("F9", "F9")
    assert bench.text == SECOND
    assert bench.rows("SELECT status FROM letters ORDER BY id") == [("done",), ("todo",), ("todo",)]


def asked() -> ReadyDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadyDialog)
    return dialog


def test_f9_says_what_is_open_and_asks(bench: Bench) -> None:
    bench.keys("F9")
    said = [button.text() for button in asked().buttons]
    assert said[-4:] == ["Kind missing", "Date missing", "Subject missing", "Signatory missing"]
    bench.keys("Escape")
    assert bench.text == FIRST
    assert bench.rows("SELECT status FROM letters WHERE id = 1") == [("todo",)]
    bench.keys("F9", "Return")
    assert bench.text == SECOND


def test_a_digit_goes_to_what_is_missing(bench: Bench) -> None:
    bench.keys("F9")
    number = [button.text() for button in asked().buttons].index("Date missing") + 1
    bench.keys(str(number))
    assert QApplication.activeModalWidget() is None
    bench.type("3 maart 2021")
    bench.keys("Return")
    assert bench.one("SELECT value FROM form_values WHERE field = 'letter_date'") == "2021-03-03"
    bench.keys("F9")
    assert "Date missing" not in [button.text() for button in asked().buttons]
    bench.keys("Escape")


def test_above_the_letter_stands_what_is_open(bench: Bench) -> None:
    assert detail_of(bench.window.views.head).endswith("Kind, Date, Subject +1 missing")


def test_f9_in_the_last_letter_says_so(bench: Bench) -> None:
    bench.keys(*["F9"] * 6)
    assert bench.rows("SELECT DISTINCT status FROM letters") == [("done",)]
    assert bench.said[-1].startswith("Done.")


def test_f9_is_undone_by_asking_twice_from_the_next_letter(bench: Bench) -> None:
    bench.keys("F9", "F9", "Ctrl+Z")
    assert bench.rows("SELECT status FROM letters WHERE id = 1") == [("done",)]
    bench.keys("Ctrl+Z")
    assert bench.rows("SELECT status FROM letters WHERE id = 1") == [("todo",)]


@pytest.mark.parametrize(
    ("key", "status"), [("Ctrl+2", "busy"), ("Ctrl+3", "done"), ("Ctrl+4", "second_look")]
)
def test_status_keys(bench: Bench, key: str, status: str) -> None:
    bench.keys(key)
    assert bench.one("SELECT status FROM letters WHERE id = 1") == status
    bench.keys("Ctrl+Z")
    assert bench.one("SELECT status FROM letters WHERE id = 1") == "todo"


def answer(text: str) -> None:
    """Type into the dialog that is about to open, and press Enter."""

    def typed() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(text)
        dialog.accept()

    QTimer.singleShot(0, typed)


@pytest.mark.parametrize(("typed", "line"), [("5", "De inzet"), ("11", "De missie"), ("999", "")])
def test_ctrl_g_goes_to_a_line(bench: Bench, typed: str, line: str) -> None:
    answer(typed)
    bench.keys("Ctrl+G")
    caret = bench.window.views.text.caret()
    assert bench.text[caret:].startswith(line)
    assert caret == 0 or bench.text[caret - 1] == "\n"
    assert bench.window.views.text.hasFocus()


def test_ctrl_g_goes_to_a_page(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Een.\n\fTwee.\n\fDrie.\n",))
    answer("p 3")
    bench.keys("Ctrl+G")
    assert bench.text[bench.window.views.text.caret() :] == "Drie.\n"


def test_ctrl_g_with_nonsense_goes_nowhere(bench: Bench) -> None:
    bench.caret("missie")
    at = bench.window.views.text.caret()
    answer("  ")
    bench.keys("Ctrl+G")
    assert bench.window.views.text.caret() == at


def test_f6_goes_round_all_panes(bench: Bench) -> None:
    seen = []
    for _ in range(20):
        bench.keys("F6")
        seen.append(focused())  # each pane gives the keys to one widget of its own
        if bench.window.views.text.hasFocus():
            break
    assert bench.window.views.text.hasFocus()
    assert len(seen) == len(set(seen)) >= 4


def test_shift_f6_goes_back(bench: Bench) -> None:
    bench.keys("F6", "Shift+F6")
    assert bench.window.views.text.hasFocus()


def test_esc_comes_back_from_every_pane(bench: Bench) -> None:
    for times in range(1, 5):
        bench.keys(*["F6"] * times, "Esc")
        assert bench.window.views.text.hasFocus(), times


def test_zoom(bench: Bench) -> None:
    sizes = []
    for key in ("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"):
        bench.keys(key)
        sizes.append(bench.window.views.text.text_size())
    assert sizes == [110, 120, 110, 100]


# --- copying ----------------------------------------------------------------------------------------------


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_copy(bench: Bench) -> None:
    bench.select("missie in Irak")
    bench.keys("Ctrl+C")
    assert clipboard() == "missie in Irak"


def test_copy_with_its_source(bench: Bench) -> None:
    bench.select("28 676")
    while bench.window.views.side.form.chosen != "dossier":
        bench.keys(".")
    bench.keys("V")
    bench.select("een\nDe missie in Irak"[4:])
    bench.keys("Ctrl+Shift+C")
    title = bench.one("SELECT title FROM letters WHERE id = 1")
    assert clipboard() == f"“De missie in Irak” ({title}, 28 676, p. 1)"


def test_copy_in_the_form_copies_the_field(bench: Bench) -> None:
    bench.select("missie")
    bench.keys("Shift+V")
    while bench.window.views.side.form.chosen != "subject":
        bench.keys("Esc", ".", "Shift+V")
    bench.type("abc")
    bench.keys("Ctrl+A", "Ctrl+C")
    assert clipboard() == "abc"


# --- the form ---------------------------------------------------------------------------------------------


def choose(bench: Bench, field: str) -> None:
    for _ in range(40):
        if bench.window.views.side.form.chosen == field:
            return
        bench.keys(".")
    raise AssertionError(bench.window.views.side.form.chosen)


def test_v_puts_the_selection_into_the_chosen_field(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.select("22 oktober 2020")
    bench.keys("V")
    assert value(bench, "letter_date") == ("2020-10-22", "22 oktober 2020", "22 oktober 2020")


def test_v_chooses_the_next_empty_field(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.select("22 oktober 2020")
    bench.keys("V")
    assert bench.window.views.side.form.chosen == "meeting_date"


def test_comma_and_full_stop_choose_fields(bench: Bench) -> None:
    first = bench.window.views.side.form.chosen
    bench.keys(".")
    assert bench.window.views.side.form.chosen != first
    bench.keys(",")
    assert bench.window.views.side.form.chosen == first


def test_v_again_replaces_the_value_of_a_single_field(bench: Bench) -> None:
    choose(bench, "subject")
    for words in ("Lastenverdeling", "missie in Irak"):
        bench.select(words)
        choose(bench, "subject")
        bench.keys("V")
    assert value(bench, "subject")[1] == "missie in Irak"


def test_v_again_adds_a_value_where_there_may_be_several(bench: Bench) -> None:
    for words in ("Lastenverdeling", "missie in Irak"):
        bench.select(words)
        choose(bench, "dossier")
        bench.keys("V")
    assert bench.rows("SELECT shown FROM form_values WHERE field = 'dossier' ORDER BY position") == [
        ("Lastenverdeling",),
        ("missie in Irak",),
    ]


def test_the_value_is_undone_and_redone(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.select("22 oktober 2020")
    bench.keys("V", "Ctrl+Z")
    assert bench.rows("SELECT * FROM form_values") == []
    bench.keys("Ctrl+Y")
    assert value(bench, "letter_date")[0] == "2020-10-22"


def test_f4_goes_to_the_evidence(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.select("22 oktober 2020")
    bench.keys("V")
    bench.caret("volgt")
    choose(bench, "letter_date")
    bench.keys("F4")
    assert bench.selected == "22 oktober 2020"
    assert bench.window.views.text.hasFocus()


def test_f4_from_the_field_that_is_typed_in(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.select("22 oktober 2020")
    bench.keys("V")
    choose(bench, "letter_date")
    bench.keys("Shift+V", "F4")
    assert bench.selected == "22 oktober 2020"
    assert bench.window.views.text.hasFocus()


def test_evidence_follows_its_words(bench: Bench) -> None:
    choose(bench, "subject")
    bench.select("inzet van Belgié")
    bench.keys("V", "F3", "Ctrl+Return")
    assert value(bench, "subject")[2] == "inzet van België"


def test_a_value_is_typed_in_the_form(bench: Bench) -> None:
    choose(bench, "subject")
    bench.keys("Shift+V")
    bench.type("Verslag NAVO")
    bench.keys("Esc")
    assert value(bench, "subject") == ("Verslag NAVO", "Verslag NAVO", None)
    assert bench.window.views.text.hasFocus()


def test_a_typed_value_is_one_step_for_undo(bench: Bench) -> None:
    choose(bench, "subject")
    bench.keys("Shift+V")
    bench.type("Verslag")
    bench.keys("Esc", "Ctrl+Z")
    assert bench.rows("SELECT * FROM form_values") == []


def test_ctrl_z_in_a_settled_field_undoes_the_last_change(bench: Bench) -> None:
    choose(bench, "subject")
    bench.keys("Shift+V")
    bench.type("Verslag")
    bench.keys("Esc", "Shift+V", "Ctrl+Z")
    assert bench.rows("SELECT * FROM form_values") == []


def test_what_is_typed_in_the_form_is_kept_when_the_letter_is_left(bench: Bench) -> None:
    choose(bench, "subject")
    bench.keys("Shift+V")
    bench.type("Verslag")
    bench.keys("Ctrl+PgDown")
    assert value(bench, "subject")[1] == "Verslag"
    assert bench.one("SELECT letter_id FROM form_values") == 1


def test_what_is_typed_in_the_form_is_kept_when_the_window_closes(bench: Bench) -> None:
    choose(bench, "subject")
    bench.keys("Shift+V")
    bench.type("Verslag")
    bench.window.close()
    assert rows(bench.path, "SELECT shown FROM form_values") == [("Verslag",)]


# --- notes ------------------------------------------------------------------------------------------------


def test_a_note_is_typed_and_undone(bench: Bench) -> None:
    bench.keys("Ctrl+M")
    bench.type("nakijken")
    bench.keys("Esc")
    session = bench.window.session
    assert session.letter is not None
    assert session.letter.about.note == "nakijken"
    bench.keys("Ctrl+Z")
    assert session.letter.about.note == ""


def test_a_note_stays_with_its_letter(bench: Bench) -> None:
    bench.keys("Ctrl+M")
    bench.type("nakijken")
    bench.keys("Ctrl+PgDown", "Ctrl+PgUp")
    session = bench.window.session
    assert session.letter is not None
    assert session.letter.about.note == "nakijken"


# --- the letters list -------------------------------------------------------------------------------------


def test_the_filter_narrows_the_letters_that_page_down_goes_through(bench: Bench) -> None:
    bench.keys("Ctrl+PgDown", "Ctrl+L")
    bench.type("brief-3")
    bench.qtbot.waitUntil(lambda: model_of(bench.window.views.letters).rowCount() == 1)
    bench.keys("Return")
    assert bench.text == THIRD


def test_esc_in_the_filter_clears_it_and_then_leaves(bench: Bench) -> None:
    bench.keys("Ctrl+L")
    bench.type("xyz")
    bench.keys("Esc", "Esc")
    assert bench.window.views.text.hasFocus()


def test_the_first_letter_is_on_the_desk(bench: Bench) -> None:
    assert bench.text == FIRST


def test_the_notes_show_what_import_had_to_say_of_the_letter(bench: Bench) -> None:
    said = Message("Import", "{name} was read as {encoding}.", {"name": "brief.txt", "encoding": "CP850"})
    bench.window.session.store.do(lambda connection: add_import_notes(connection, {2: [said]}))
    bench.keys("Ctrl+M")
    notes = bench.window.views.side.notes.findChild(QLabel, "said_at_import")
    assert not notes.isVisible()
    bench.keys("Esc", "Ctrl+PgDown", "Ctrl+M")
    assert notes.isVisible()
    assert notes.text() == "At import: brief.txt was read as CP850."
