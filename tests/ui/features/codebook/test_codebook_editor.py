"""The codebook's editor in the real window, with real keys: what is seen, and what the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.core import operations
from annotator.core.codebook import Codebook, Tag
from annotator.core.codebook_edits import rename_tag
from annotator.core.codebook_toml import read_codebook, write_codebook
from annotator.core.document import Letter
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session.codebook.editing import EntryId
from annotator.storage.check import check
from annotator.ui.features.codebook.dialog import CodebookEditor
from annotator.ui.features.codebook.import_preview import ImportPreview
from annotator.ui.features.codebook.merge_dialog import MergeDialog
from annotator.ui.features.codebook.wired import FaultLabel
from annotator.ui.features.panels.form.entry import FieldEntry
from tests.ui.looking import model_of
from tests.ui.shell.making import Bench, OpenBench, nothing_runs, settle

Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Desk:
    """The editor, the hands on it, and the file behind it."""

    def __init__(self, qtbot: QtBot, bench: Bench) -> None:
        self.qtbot, self.bench, self.window = qtbot, bench, bench.window
        bench.window.composition.actions["codebook"].trigger()
        self.wait()

    @property
    def editor(self) -> CodebookEditor:
        editor = self.window.composition.workspace.codebook.editor
        assert editor is not None
        return editor

    def wait(self) -> None:
        """Wait until it is known how often things are used, and nothing is under way."""
        settle()
        self.qtbot.waitUntil(nothing_runs)
        settle()

    def at(self, kind: str, entry_id: str, choice: str = "") -> None:
        row = self.editor.list.entries.row_of(EntryId(kind, entry_id, choice))
        assert row >= 0, (kind, entry_id)
        self.editor.list.setFocus()
        self.editor.list.set_current_row(row)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
        QTest.keyClick(on or self.editor.focusWidget() or self.editor, key, modifier)
        self.wait()

    def type(self, text: str, on: QWidget | None = None) -> None:
        QTest.keyClicks(on or self.editor.focusWidget(), text)
        settle()

    @property
    def warning(self) -> str:
        """What is said below the colours of a tag."""
        shown = self.editor.tag_form.colours.findChild(FaultLabel, "warning")
        return str(shown.text()) if shown.isVisible() else ""

    def tag(self, tag_id: str) -> Tag:
        tag = self.book.tag(tag_id)
        assert tag is not None
        return tag

    @property
    def book(self) -> Codebook:
        """The codebook of the file, which must be the session's."""
        session = self.window.session
        session.store.flush()
        read = session.store.reader.codebook()
        assert read == session.codebook
        return read

    @property
    def chosen(self) -> EntryId:
        entry = self.editor.list.current()
        assert entry is not None
        return entry.id

    def rows(self) -> list[str]:
        return ["  " * e.depth + e.name for e in self.editor.list.entries.items() if not e.head]


@pytest.fixture
def desk(qtbot: QtBot, bench: Bench) -> Desk:
    return Desk(qtbot, bench)


def letter_of(bench: Bench) -> Letter:
    letter = bench.window.session.letter
    assert letter is not None
    return letter


def tagged(bench: Bench, words: str, tag: str) -> None:
    session, at = bench.window.session, letter_of(bench).text.index(words)
    delta = operations.add_passage(Span(at, at + len(words)), tag, session.stamp())
    session.do(Message("Test", "tag"), delta)


def answer(kind: type[QWidget], act: object) -> None:
    """Act on a modal dialog as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)  # type: ignore[operator]
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def test_the_list_has_tags_fields_parts_and_choices(desk: Desk) -> None:
    rows = desk.rows()
    assert "Country" in rows and "Signatory *" in rows and "  Role" in rows and "  Senate" in rows


def test_insert_adds_a_tag_and_its_name_is_typed_at_once(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_Insert)
    desk.type("Party")
    assert desk.book.tag("party") is None
    desk.press(Key.Key_Return)
    assert desk.chosen == EntryId("passage", "party")
    assert desk.tag("party").names == {"en": "Party"}
    ids = [tag.id for tag in desk.book.tags]
    assert ids.index("party") == ids.index("country") + 1
    assert desk.editor.list.hasFocus()


def test_shift_insert_adds_below(desk: Desk) -> None:
    desk.at("passage", "person")
    desk.press(Key.Key_Insert, SHIFT)
    desk.type("Minister")
    desk.press(Key.Key_Return)
    assert desk.tag("minister").parent == "person"
    desk.press(Key.Key_Z, CONTROL)
    assert desk.book.tag("minister") is None


def test_a_name_that_is_taken_is_told_while_it_is_typed_and_esc_adds_nothing(desk: Desk) -> None:
    before = desk.book
    desk.at("passage", "country")
    desk.press(Key.Key_Insert)
    desk.type("Person")
    said = desk.editor.new_page.problem.text()
    assert said == "Another tag is called “Person” already: give this one another name."
    desk.press(Key.Key_Return)
    assert desk.book == before
    desk.press(Key.Key_Escape)
    assert desk.editor.list.hasFocus() and desk.book == before
    assert desk.editor.stack.currentIndex() == 0


def test_a_key_is_pressed_and_works_on_the_desk(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_X, on=desk.editor.tag_form.key)
    assert desk.tag("country").key == "X"
    actions = {
        action.data(): action.shortcut().toString() for action in desk.window.composition.actions.tag_actions
    }
    assert actions["country"] == "X"


def test_a_key_that_another_tag_has_is_refused_by_its_name(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_P, on=desk.editor.tag_form.key)
    assert desk.tag("country").key == "L"
    problem = desk.editor.tag_form.key_problem
    assert problem.isVisible()
    assert problem.text() == "The key P belongs to the tag “Person”: press another."


def test_a_key_of_a_command_is_refused_by_its_name(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_S, on=desk.editor.tag_form.key)
    said = desk.editor.tag_form.key_problem.text()
    assert said == "The key S belongs to the command “Start a section here”: press another."


def test_backspace_takes_the_key_away(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_Backspace, on=desk.editor.tag_form.key)
    assert desk.tag("country").key == ""


def test_a_name_is_checked_while_it_is_typed(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_F2)
    desk.type("Person")
    problem = desk.editor.tag_form.names["en"].problem
    assert problem.text() == "Another tag is called “Person” already: give this one another name."
    desk.press(Key.Key_Return)
    assert desk.tag("country").names["en"] == "Country"
    desk.type("s")
    assert problem.text() == ""
    desk.press(Key.Key_Return)
    assert desk.tag("country").names["en"] == "Persons"


def test_tags_move_and_nest_by_keys(desk: Desk) -> None:
    desk.at("passage", "person")
    desk.press(Key.Key_Down, ALT)
    rows = desk.rows()
    assert rows.index("Person") == rows.index("Organisation") + 1
    desk.press(Key.Key_Right, ALT)
    assert desk.tag("person").parent == "organisation"
    assert "  Person" in desk.rows()
    assert desk.chosen == EntryId("passage", "person")
    desk.press(Key.Key_Left, ALT)
    assert desk.tag("person").parent is None


def test_ctrl_z_undoes_in_the_editor(desk: Desk) -> None:
    before = desk.book
    desk.at("passage", "person")
    desk.press(Key.Key_Down, ALT)
    desk.press(Key.Key_Z, CONTROL)
    assert desk.book == before
    assert desk.editor.message.text() == "Undone: Codebook: move tag “Person”"
    desk.press(Key.Key_Y, CONTROL)
    assert desk.book != before


def test_a_colour_is_taken_from_the_palette_by_keys(desk: Desk) -> None:
    desk.at("passage", "country")
    palette = desk.editor.tag_form.colours.palette_row
    palette.setFocus()
    desk.press(Key.Key_Right, on=palette)
    desk.press(Key.Key_Space, on=palette)
    assert (desk.tag("country").colour_light, desk.tag("country").colour_dark) == ("#999009", "#e3d36d")
    assert desk.warning == "Not everybody can tell it from the colour of “Amount”."


def test_a_colour_that_cannot_be_seen_is_told(desk: Desk) -> None:
    desk.at("passage", "country")
    light = desk.editor.tag_form.colours.light
    light.field.setFocus()
    light.field.selectAll()
    desk.type("#ffff99", on=light.field)
    desk.press(Key.Key_Return, on=light.field)
    assert desk.tag("country").colour_light == "#ffff99"
    assert "hard to see on white paper" in desk.warning


def test_examples_and_triggers_are_lines(desk: Desk) -> None:
    desk.at("passage", "country")
    form = desk.editor.tag_form
    form.triggers.setFocus()
    desk.type("the state of", on=form.triggers)
    desk.press(Key.Key_Return, on=form.triggers)
    desk.type("the republic of", on=form.triggers)
    form.examples["en"].setFocus()
    desk.type("Iraq", on=form.examples["en"])
    desk.editor.list.setFocus()
    settle()
    assert desk.tag("country").triggers == ("the state of", "the republic of")
    assert desk.tag("country").examples["en"] == ("Iraq",)
    tip = next(a.toolTip() for a in desk.window.composition.actions.tag_actions if a.data() == "country")
    assert "For example: “Iraq”" in tip


def test_delete_removes_what_is_not_used(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_Delete)
    assert desk.book.tag("country") is None
    assert desk.chosen == EntryId("passage", "amount")


def test_delete_retires_what_is_used_and_its_passages_stay(qtbot: QtBot, bench: Bench) -> None:
    tagged(bench, "Irak", "country")
    desk = Desk(qtbot, bench)
    desk.at("passage", "country")
    desk.press(Key.Key_Delete)
    assert desk.tag("country").retired
    assert [p.tag for p in letter_of(bench).passages.values()] == ["country"]
    assert "country" not in [a.data() for a in desk.window.composition.actions.tag_actions]
    desk.press(Key.Key_Delete)
    assert "It is retired already" in desk.editor.message.text()


def test_m_merges_with_the_tag_that_is_chosen_and_undo_asks_first(qtbot: QtBot, bench: Bench) -> None:
    tagged(bench, "Irak", "country")
    desk = Desk(qtbot, bench)
    desk.at("passage", "country")

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, MergeDialog)
        names = [entry.name for entry in dialog.list.entries.items()]
        assert "Country" not in names and "Topic" not in names
        dialog.list.set_current_row(names.index("Person"))
        QTest.keyClick(dialog.list, Key.Key_Return)

    answer(MergeDialog, choose)
    desk.press(Key.Key_M)
    assert desk.book.tag("country") is None
    assert [p.tag for p in letter_of(bench).passages.values()] == ["person"]
    assert desk.chosen == EntryId("passage", "person")
    desk.press(Key.Key_Z, CONTROL)
    assert [p.tag for p in letter_of(bench).passages.values()] == ["country"]
    assert desk.tag("country").key == "L"
    assert check(desk.window.session.store.path) == []


def test_a_field_its_type_and_its_choices(desk: Desk) -> None:
    desk.at("field", "subject")
    desk.press(Key.Key_Insert)
    desk.type("Urgency")
    desk.press(Key.Key_Return)
    assert desk.chosen == EntryId("field", "urgency")
    box = desk.editor.field_form.type_box
    box.setCurrentIndex(box.findData("choice"))
    box.activated.emit(box.currentIndex())
    desk.wait()
    field = desk.book.field("urgency")
    assert field is not None and (field.type, field.names) == ("choice", {"en": "Urgency"})
    desk.editor.list.setFocus()
    desk.press(Key.Key_Insert, SHIFT)
    desk.type("High")
    desk.press(Key.Key_Return)
    field = desk.book.field("urgency")
    assert field is not None and [c.name("en") for c in field.choices] == ["First", "High"]
    assert desk.chosen.kind == "choice"
    desk.editor.list.setFocus()
    desk.press(Key.Key_Up, ALT)
    field = desk.book.field("urgency")
    assert field is not None and [c.name("en") for c in field.choices] == ["High", "First"]
    desk.editor.close()
    settle()
    assert "urgency" in [entry.field.id for entry in desk.window.views.side.form.findChildren(FieldEntry)]


def test_a_role_is_chosen_by_keys_and_had_by_one_field_alone(desk: Desk) -> None:
    desk.at("field", "subject")
    box = desk.editor.field_form.role_box
    assert (box.role, box.currentText()) == ("subject", "the subject")
    box.setFocus()
    desk.press(Key.Key_Home, on=box)  # no role
    assert desk.book.field_for("subject") is None
    desk.at("field", "our_reference")
    assert (box.role, box.currentText()) == ("our_reference", "the sender's reference")
    assert box.itemText(box.findData("dossier")) == "the number of the dossier: “Dossier”"
    box.setFocus()
    desk.press(Key.Key_Up, on=box)  # the one above that nothing else has
    assert (box.role, desk.book.field("our_reference").role) == ("subject", "subject")  # type: ignore[union-attr]
    for _ in range(12):
        desk.press(Key.Key_Down, on=box)
    assert box.role == "our_reference"  # those below belong to others


def test_tags_choices_and_parts_have_roles_of_their_own(desk: Desk) -> None:
    desk.at("passage", "decision")
    assert desk.editor.tag_form.role_box.role == ""
    desk.at("passage", "commitment")
    assert desk.editor.tag_form.role_box.role == "commitment"
    desk.at("choice", "chamber", "both")
    assert desk.editor.field_form.role_box.role == "both"
    desk.at("part", "signatory.role")
    assert desk.editor.field_form.role_box.role == "signatory_role"
    desk.at("field", "signatory")
    assert desk.editor.field_form.role_box.isHidden()


def test_a_type_that_values_cannot_follow_is_refused_and_shown_as_it_was(qtbot: QtBot, bench: Bench) -> None:
    session = bench.window.session
    made = letter_of(bench)
    session.do(
        Message("Test", "fill"),
        operations.set_value(made, "subject", 0, "Voortgang", "Voortgang", None, session.stamp()),
    )
    desk = Desk(qtbot, bench)
    desk.at("field", "subject")
    box = desk.editor.field_form.type_box
    box.setCurrentIndex(box.findData("date"))
    box.activated.emit(box.currentIndex())
    desk.wait()
    assert desk.book.field("subject").type == "text"  # type: ignore[union-attr]
    assert box.currentData() == "text"
    said = desk.editor.field_form.problem.text()
    assert said.startswith("“Subject” has 1 value that would not fit, such as “Voortgang”")


def test_what_is_typed_in_something_that_an_undo_takes_away_goes_with_it(desk: Desk) -> None:
    before = desk.book
    desk.at("choice", "chamber", "eerste_kamer")
    desk.press(Key.Key_Insert)
    desk.type("Both")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_F2)
    desk.type("Neither")
    desk.window.session.undo()
    settle()
    assert desk.book == before
    desk.editor.close()
    settle()
    assert desk.book == before


def test_what_is_typed_is_kept_when_the_editor_is_closed(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_F2)
    desk.type("State")
    desk.editor.close()
    settle()
    assert desk.tag("country").names["en"] == "State"


def test_esc_goes_to_the_list_and_then_out(desk: Desk) -> None:
    desk.at("passage", "country")
    desk.press(Key.Key_F2)
    desk.press(Key.Key_Escape)
    assert desk.editor.list.hasFocus()
    QTest.keyClick(desk.editor.list, Key.Key_Escape)
    settle()
    assert desk.window.composition.workspace.codebook.editor is None


def test_a_second_window_shows_it_for_reading(qtbot: QtBot, open_bench: OpenBench) -> None:
    first = open_bench()
    second = open_bench(first.path, read_only=True)
    desk = Desk(qtbot, second)
    assert not desk.editor.tag_form.isEnabled() and not desk.editor.import_button.isEnabled()
    desk.at("passage", "country")
    before = desk.window.session.codebook
    for key in (Key.Key_Insert, Key.Key_Delete, Key.Key_M):
        desk.press(key)
    desk.press(Key.Key_Down, ALT)
    assert desk.window.session.codebook == before


# --- files


@pytest.fixture
def chosen_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "my.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def test_what_is_exported_can_be_read_and_is_equal(desk: Desk, chosen_file: Path) -> None:
    desk.editor.export_button.click()
    text = chosen_file.read_text(encoding="utf-8")
    assert text.startswith("# A codebook of Kanttekening")
    assert read_codebook(chosen_file) == desk.book


def test_an_import_shows_what_it_would_change_and_is_one_change(desk: Desk, chosen_file: Path) -> None:
    before = desk.book
    other = rename_tag(before, "country", "en", "State")
    chosen_file.write_text(write_codebook(other), encoding="utf-8")
    seen: list[str] = []

    def accept(dialog: QWidget) -> None:
        assert isinstance(dialog, ImportPreview)
        seen.extend(dialog.lines.data(dialog.lines.index(row)) for row in range(dialog.lines.rowCount()))
        QTest.keyClick(dialog.list, Key.Key_Return)

    answer(ImportPreview, accept)
    desk.editor.import_button.click()
    desk.qtbot.waitUntil(lambda: bool(seen))
    desk.wait()
    assert seen == ["passage tag State: changed (name Country → State)"]
    assert desk.book == other
    desk.press(Key.Key_Z, CONTROL)
    assert desk.book == before


def test_an_import_can_be_left(desk: Desk, chosen_file: Path) -> None:
    before = desk.book
    chosen_file.write_text(write_codebook(rename_tag(before, "country", "en", "State")), encoding="utf-8")
    left: list[bool] = []

    def leave(dialog: QWidget) -> None:
        QTest.keyClick(dialog, Key.Key_Escape)
        left.append(True)

    answer(ImportPreview, leave)
    desk.editor.import_button.click()
    desk.qtbot.waitUntil(lambda: bool(left))
    desk.wait()
    assert desk.book == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "my.toml is empty"),
        ("name = 'Belgi\u00e9'".encode("cp1252"), "this is not UTF-8"),
        (b"[[tags]]\nid = 1", "my.toml, tags.1:"),
        (b"[[tags]", "this is not TOML"),
        (b"#" * 1_100_000, "too large to be a codebook"),
    ],
)
def test_a_bad_file_is_one_sentence(desk: Desk, chosen_file: Path, content: bytes, said: str) -> None:
    before = desk.book
    chosen_file.write_bytes(content)
    seen: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        seen.append(dialog.text())
        dialog.accept()

    answer(QMessageBox, read)
    desk.editor.import_button.click()
    desk.qtbot.waitUntil(lambda: bool(seen))
    desk.wait()
    assert said in seen[0] and "\n" not in seen[0]
    assert desk.book == before


def test_the_list_of_letters_shows_the_date_of_the_field_that_has_the_role(desk: Desk) -> None:
    session = desk.window.session
    value = operations.set_value(
        session.letter, "letter_date", 0, "2021-04-12", "12 april", None, session.stamp()
    )
    session.do(Message("Test", "fill"), value)
    shown = model_of(desk.window.views.letters)

    def date() -> str:
        line = shown.line(0)
        return line.date if line is not None else "?"

    desk.qtbot.waitUntil(lambda: date() == "2021-04-12")
    desk.at("field", "letter_date")
    box = desk.editor.field_form.role_box
    box.setFocus()
    desk.press(Key.Key_Home, on=box)
    desk.qtbot.waitUntil(lambda: date() == "")
    desk.press(Key.Key_Z, CONTROL)
    desk.qtbot.waitUntil(lambda: date() == "2021-04-12")
