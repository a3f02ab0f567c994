"""The screen in Dutch and English: every text is found, translated, compiled and shown."""

from __future__ import annotations

import ast
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDockWidget,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.app import install_translators
from annotator.cli.window_arguments import LANGUAGES
from annotator.commands import GROUPS
from annotator.commands.held_keys import BOX_KEYS, WORD_KEYS
from annotator.core.codebook_edits import rename_tag, retire_tag
from annotator.core.codebook_import import plan_import
from annotator.core.field_edits import delete_field
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.exporters import EXPORTERS
from annotator.importers import FileGroup
from annotator.session.codebook.editing import EntryId
from annotator.session.transfer.rereading import Place, Preview
from annotator.storage.kept_readings import KeptReading
from annotator.storage.letter_care import MadeOf
from annotator.ui.features.backups.restore_dialog import BackupLine, RestoreDialog
from annotator.ui.features.codebook.import_preview import ImportPreview
from annotator.ui.features.codebook.merge_dialog import MergeDialog
from annotator.ui.features.duplicates.dialog import DuplicateLine, DuplicatesDialog
from annotator.ui.features.help.key_sheet import KeySheet
from annotator.ui.features.letters.removal_dialog import RemovalDialog
from annotator.ui.features.projects.name_dialog import NameDialog
from annotator.ui.features.projects.save_problem_bar import SaveProblemBar
from annotator.ui.features.projects.welcome import Welcome
from annotator.ui.features.rereading.preview_dialog import PreviewDialog
from annotator.ui.features.rereading.readings_dialog import ReadingsDialog
from annotator.ui.features.rereading.scope_dialog import (
    CHOSEN,
    LETTER,
    PAGES,
    POOR,
    PROJECT,
    Offer,
    ScopeDialog,
)
from annotator.ui.features.statistics.charts import charts_of, overview_charts
from annotator.ui.features.statistics.overview import overview
from annotator.ui.features.transfer.export_dialog import ExportDialog
from annotator.ui.features.transfer.export_wish import Asked, Scopes
from annotator.ui.features.transfer.import_report import ImportReport
from annotator.ui.features.transfer.pages_dialog import PagesDialog
from annotator.ui.settings import Settings
from annotator.ui.shell.commands import COMMANDS
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.shell.mode_badge import ModeBadge
from annotator.ui.shell.status_strip import HintRow
from annotator.ui.theme.keeper import ThemeKeeper
from annotator.ui.translate import translated
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.password_dialog import PasswordDialog
from annotator.ui.widgets.places_preview import PlacesPreview, PreviewPlace
from tests.ui.shell.making import FIRST, SECOND, Here, make_project, settle
from tools import translations

Texts = dict[tuple[str, str], list[str]]
PROGRAM = sorted((translations.ROOT / "annotator").rglob("*.py"))
_TRANSLATING = ("tr", "translate", "QT_TRANSLATE_NOOP")


def texts_of(path: Path) -> Texts:
    """Return (context, text) and what it is in the file's language, a form each."""
    return {
        (context, message.findtext("source", "")): translations.forms_of(message)
        for context, message in translations.messages(path)
    }


DUTCH = texts_of(translations.file_of("nl"))


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# ------------------------------------------------------------------ what the files say


@pytest.fixture(scope="module")
def updated(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a language's .ts file as it is when the program's texts are taken over now."""
    folder = tmp_path_factory.mktemp(language)
    shutil.copy(translations.file_of(language), folder)
    return translations.update(language, folder)


def test_every_text_has_a_finished_translation(updated: Path) -> None:
    assert translations.unfinished(updated) == [], "run `make translations` and translate these"


def test_no_translation_is_of_a_text_that_is_gone(language: str, updated: Path) -> None:
    assert texts_of(translations.file_of(language)).keys() - texts_of(updated).keys() == set()


def test_what_is_compiled_is_what_was_translated(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(translations.file_of(language, "qm")))
    for (context, text), forms in texts_of(translations.file_of(language)).items():
        counts = (1, 2) if len(forms) > 1 else (-1,)
        assert [compiled.translate(context, text, "", n) for n in counts] == forms, "run `make translations`"


@pytest.mark.parametrize("source", DUTCH, ids=lambda source: f"{source[0]}: {source[1][:30]}")
def test_a_translation_has_the_places_of_its_text(source: tuple[str, str]) -> None:
    for form in DUTCH[source]:
        assert places(form) == places(source[1])


def places(text: str) -> Counter[str]:
    """Return the places of a template: `{name}`, `%n`, and the letter behind an `&`, whichever it is."""
    named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    return Counter([*named, *re.findall(r"%n|%\d", text), *re.findall(r"(&)\w", text)])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_translated(command: object) -> None:
    for text in (command.name, command.description):  # type: ignore[attr-defined]
        assert not text or ("Command", text) in DUTCH


@pytest.mark.parametrize("name", [entry.name for entry in (*BOX_KEYS, *WORD_KEYS)])
def test_a_key_of_the_correction_box_and_of_the_words_is_translated(name: str) -> None:
    assert ("Command", name) in DUTCH


# ------------------------------------------------------------------ what the program says


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _TRANSLATING:
                yield node, name


@pytest.mark.parametrize("source", PROGRAM, ids=lambda path: str(path.relative_to(translations.ROOT)))
def test_texts_are_given_so_that_they_can_be_found(source: Path) -> None:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    for call, name in calls(tree):
        where = f"{source.name}:{call.lineno}"
        for argument in call.args[:2]:
            assert not any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in ast.walk(argument)), where
        if name == "tr" and isinstance(call.func, ast.Attribute):
            # lupdate takes the variable's name for the context.
            assert isinstance(call.func.value, ast.Name) and call.func.value.id == "self", where
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert all(a.name != "QT_TRANSLATE_NOOP" or a.asname is None for a in node.names), "no alias"


# ------------------------------------------------------------------ what the screen says


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Have the screen speak a language until the test is over."""
    installed: list[QTranslator] = []
    locale = QLocale()

    def say(language: str) -> None:
        installed.extend(install_translators(qapp, language))

    yield say
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


OpenWindow = Callable[[str], MainWindow]


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, speak: Callable[[str], None]
) -> Iterator[OpenWindow]:
    """Open the window on two letters in a language."""
    opened: list[MainWindow] = []

    def make(language: str) -> MainWindow:
        speak(language)
        themes = ThemeKeeper(qapp, "light")
        window = MainWindow(Settings(tmp_path / "settings"), themes, Here(), language)
        themes.setParent(window)
        opened.append(window)
        window.composition.context.analyst = "jan"
        window.resize(1280, 800)
        window.composition.opening.open_path(make_project(tmp_path, (FIRST, SECOND)))
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.views.text.setFocus()
        settle()
        return window

    yield make
    for window in opened:
        if window.session is not None:
            window.session.abandon()
        window.close()
        window.deleteLater()
    settle()


def said_by(root: QWidget) -> set[str]:
    """Return what a widget and all in it say: on the screen, in tooltips and to a screen reader."""
    said: set[str] = set()
    for thing in (root, *root.findChildren(QObject)):
        for getter in ("text", "title", "placeholderText", "windowTitle", "accessibleName", "toolTip"):
            said.update(_asked(thing, getter))
        if isinstance(thing, KeyHint):
            said.add(thing.hint()[1])
        elif isinstance(thing, HintRow):
            said.update(thing.accessibleName().split("; "))
    return {text.replace("&", "") for text in said if text}


def _asked(thing: QObject, getter: str) -> list[str]:
    known = (QAbstractButton, QLabel, QAction, QMenu, QDockWidget, ElidedLabel, ModeBadge)
    if getter in ("text", "title") and not isinstance(thing, known):
        return []
    found = getattr(thing, getter, None)
    answer = found() if callable(found) else ""
    return [answer] if isinstance(answer, str) else []


def english_in(said: set[str]) -> set[str]:
    """Return what is an English text of ours, and no Dutch one."""
    dutch = {form.replace("&", "") for forms in DUTCH.values() for form in forms}
    patterns = [
        re.compile(re.sub(r"\\{\w+\\}|%n", r"\\S+", re.escape(text.replace("&", ""))))
        for (_, text), forms in DUTCH.items()
        if forms != [text] and text.replace("&", "") not in dutch and re.search(r"[A-Za-z]{2}", text)
    ]
    return {text for text in said if any(pattern.fullmatch(text) for pattern in patterns)}


def test_the_search_for_english_finds_it(open_window: OpenWindow) -> None:
    found = english_in(said_by(open_window("en")))
    assert {"Outline", "File", "Next suspect", "READING", "analyst: jan"} <= found


def test_no_english_is_left_in_the_dutch_window(open_window: OpenWindow) -> None:
    window = open_window("nl")
    assert english_in(said_by(window)) == set()
    assert {"Indeling", "Bestand", "Volgend twijfelgeval", "LEZEN", "analist: jan"} <= said_by(window)


def test_no_english_is_left_while_editing(open_window: OpenWindow) -> None:
    window = open_window("nl")
    window.composition.workspace.navigation.set_editing(True)
    assert english_in(said_by(window)) == set()
    assert "TYPEN" in said_by(window)


def test_no_english_is_left_in_the_correction_box(open_window: OpenWindow) -> None:
    window = open_window("nl")
    window.composition.workspace.next_suspect()
    settle()
    assert english_in(said_by(window)) == set()
    assert "Correctievenster" in said_by(window.views.box)


def test_what_was_undone_is_said_in_dutch(open_window: OpenWindow) -> None:
    window = open_window("nl")
    window.composition.select(Span(FIRST.index("Irak"), FIRST.index("Irak") + 4))
    window.composition.apply_tag("country")
    window.composition.run(next(command for command in COMMANDS if command.id == "undo"))
    assert "Ongedaan gemaakt: “Irak” labelen als Land" in said_by(window.views.strip)


def test_the_menus_open_by_different_letters(open_window: OpenWindow, language: str) -> None:
    titles = [action.text() for action in open_window(language).menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(GROUPS)


def test_long_names_of_keys_are_short_in_dutch(speak: Callable[[str], None]) -> None:
    speak("nl")
    native = QKeySequence.SequenceFormat.NativeText
    assert [QKeySequence(keys).toString(native) for keys in ("Alt+Up", "Space")] == ["Alt+↑", "Spatie"]
    assert [key_text(keys) for keys in ("Alt+Down", "Return")] == ["Alt+↓", "Enter"]


def test_qts_own_buttons_speak_dutch(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    speak("nl")
    box = QMessageBox()
    qtbot.addWidget(box)
    button = box.addButton(QMessageBox.StandardButton.Cancel)
    assert button.text().replace("&", "") == "Annuleren"


def test_qts_file_dialog_speaks_dutch(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    speak("nl")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    said = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert said == {"Zoeken in:", "Bestandsnaam:", "Bestandstype:"}


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("nl", 1, "1 bestand zat al in het project:"),
        ("nl", 3, "3 bestanden zaten al in het project:"),
        ("en", 1, "1 file was in the project already:"),
        ("en", 3, "3 files were in the project already:"),
    ],
)
def test_one_and_several_are_told_apart(
    speak: Callable[[str], None], language: str, count: int, said: str
) -> None:
    speak(language)
    text = "%Ln file(s) were in the project already:"
    assert QCoreApplication.translate("Imports", text, None, count) == said


def test_a_message_in_a_message_is_translated_too(speak: Callable[[str], None]) -> None:
    speak("nl")
    inner = Message("Change", QT_TRANSLATE_NOOP("Change", "Change the status"))
    outer = Message("Command", QT_TRANSLATE_NOOP("Command", "Undone: {label}"), {"label": inner})
    assert translated(outer) == "Ongedaan gemaakt: Status wijzigen"


# ------------------------------------------------------------------ every dialog, in every language


def key_sheet(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    shown: list[KeySheet] = []
    monkeypatch.setattr(KeySheet, "exec", lambda sheet: shown.append(sheet))
    window.composition.show_keys()
    return shown[0]


def about(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    shown: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box))
    window.composition.help.show_about()
    return shown[0]


def export(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    return ExportDialog(window, "/home/jan/brieven", Scopes(1, 2, 3, 4), Asked("docx"))


def preview(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    return PlacesPreview("Belgié", "België", [PreviewPlace("in ", " is", "7"), PreviewPlace("", "", "9")])


def save_problem(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    bar = SaveProblemBar()
    bar.show_problem("De schijf is vol.")
    return bar


def restore(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    dialog = RestoreDialog("brieven.kant", window)
    line = BackupLine("a", "dinsdag 24 november 2026, 14:05", "3 · jan", "200 kB")
    dialog.set_backups([line])
    dialog.show_effect("a", "-", possible=True)
    return dialog


def codebook(entry: EntryId) -> Callable[[MainWindow, pytest.MonkeyPatch], QWidget]:
    def made(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
        window.composition.workspace.codebook.open()
        editor = window.composition.workspace.codebook.editor
        assert editor is not None
        editor.list.set_current_row(editor.list.entries.row_of(entry))
        return editor

    return made


def merge(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    return MergeDialog(
        window.session.codebook, EntryId("passage", "country"), None, window.composition.context.language
    )


def import_codebook(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    before = window.session.codebook
    other = retire_tag(rename_tag(before, "country", window.composition.context.language, "Staat"), "person")
    plan = plan_import(before, delete_field(other, "subject"), lambda _: True, lambda _: False)
    return ImportPreview("ander.toml", plan, 3, window.composition.context.language)


def settings_page(page: str) -> Callable[[MainWindow, pytest.MonkeyPatch], QWidget]:
    return lambda window, monkeypatch: window.composition.settings.dialog(page)


def statistics(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    dialog = window.composition.workspace.statistics.page()
    assert dialog is not None
    session = window.session
    found, today = session.store.reader.statistics(), date(2026, 3, 2)
    charts = charts_of(found, session.codebook, window.composition.context.language)
    dialog.set_charts(overview(found, today), today, overview_charts(found), charts)
    return dialog


def _duplicates(*lines: DuplicateLine, parent: QWidget) -> QWidget:
    dialog = DuplicatesDialog(parent)
    dialog.set_lines(lines)
    return dialog


def duplicates(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    return _duplicates(
        DuplicateLine(1, 2, 1, "Een brief", "brief.txt", 1.0, 3),
        DuplicateLine(1, 2, 2, "Een brief", "brief.pdf", 0.93, 3),
        parent=window,
    )


def reading_anew(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    return PreviewDialog(Preview(2, 3, 4, 5, (Place(1, "a", "b", "c"),), 1, 0.1, (2, 3)), "brief.txt", window)


def kept_readings(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    kept = [KeptReading(n, "2026-03-02T09:00:00Z", "jan", "brief.txt", "", 2, 99, n == 1) for n in (1, 2)]
    return ReadingsDialog(kept, window)


DIALOGS = {
    "codebook, a tag": codebook(EntryId("passage", "country")),
    "codebook, a field": codebook(EntryId("field", "chamber")),
    "codebook, a heading": codebook(EntryId("section", "")),
    "import of a codebook": import_codebook,
    "merge tags": merge,
    "import report": lambda window, monkeypatch: ImportReport("3", [], alike=True),
    "key sheet": key_sheet,
    "about": about,
    "export": export,
    "name": lambda window, monkeypatch: NameDialog("", None),
    "pages": lambda window, monkeypatch: PagesDialog(
        [FileGroup(Path("a"), "a.zip", tuple((f"a-{n}.png", Path(f"a-{n}.png")) for n in (1, 2)))]
    ),
    "scope": lambda window, monkeypatch: ScopeDialog(
        "…", "", "…", Offer(2, 3, 4, 9), (PAGES, LETTER, CHOSEN, POOR, PROJECT)
    ),
    "password": lambda window, monkeypatch: PasswordDialog(["a.pdf", "b.pdf"], again=False),
    "password, again": lambda window, monkeypatch: PasswordDialog(["a.pdf"], again=True),
    "preview": preview,
    "restore": restore,
    "save problem": save_problem,
    "removal": lambda window, monkeypatch: RemovalDialog(
        ["Een brief"] * 9, MadeOf(1200, 34, 5, 1, 12, 2), window
    ),
    "statistics": statistics,
    "duplicates": duplicates,
    "read anew": reading_anew,
    "readings": kept_readings,
    "settings": settings_page("general"),
    "settings, backups": settings_page("backups"),
    "settings, keys": settings_page("keys"),
    "welcome": lambda window, monkeypatch: Welcome(),
}


@pytest.fixture(params=DIALOGS)
def dialog(
    request: pytest.FixtureRequest, open_window: OpenWindow, language: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QWidget]:
    # The screen here is 800 pixels wide: how dialogs fit on small ones is `test_small_screen.py`'s to ask.
    monkeypatch.setattr("annotator.ui.widgets.dialog.hold_in_room", lambda dialog: None)
    made = DIALOGS[request.param](open_window(language), monkeypatch)
    if not isinstance(made, QDialog):
        made.resize(1000, made.sizeHint().height())
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()


def test_a_dialog_speaks_the_language_of_the_screen(dialog: QWidget, language: str) -> None:
    assert bool(english_in(said_by(dialog))) == (language == "en")


def test_no_word_of_a_dialog_is_cut_off(dialog: QWidget) -> None:
    for widget in dialog.findChildren(QWidget):
        one_line = isinstance(widget, QAbstractButton | KeyHint) or (
            isinstance(widget, QLabel) and not widget.wordWrap()
        )
        if one_line and widget.isVisible():
            assert widget.width() >= widget.minimumSizeHint().width(), widget.accessibleName()
            right = widget.mapTo(dialog, widget.rect().topRight()).x()
            assert right <= dialog.width(), widget.accessibleName()


def test_the_export_dialog_fits_a_small_window(open_window: OpenWindow, language: str) -> None:
    window = open_window(language)
    window.resize(800, 600)
    dialog = ExportDialog(window, "/home/jan", Scopes(1, 2_000, 2_000, 10_000, True), Asked("txt"))
    dialog.page.show_waiting(1_000)
    dialog.show()
    for exporter in EXPORTERS:
        dialog.choose_format(exporter.id)
        seen = dialog.page.parentWidget().width()
        assert dialog.page.minimumSizeHint().width() <= seen, exporter.id
        assert dialog.width() <= 720, exporter.id
    dialog.close()
