"""What docs/development.md says of adding a thing is true: a toy of each kind, in as many places, is used."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QWidget,
)

from annotator import exporters, importers
from annotator.cli.main import main
from annotator.commands.command import Command
from annotator.core import field_types
from annotator.core.codebook import Field
from annotator.core.codebook_toml import read_codebook, write_codebook
from annotator.core.field_types import FieldType
from annotator.core.messages import Message
from annotator.core.parcels import parts_of
from annotator.core.unreadable import UnreadableError
from annotator.exporters import ExportContext, Exporter, ExportLetter, Piece
from annotator.importers import ImportedLetter, Importer
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from annotator.ui import settings
from annotator.ui.features.projects.welcome import Welcome
from annotator.ui.features.transfer.export_dialog import ExportDialog
from annotator.ui.features.transfer.import_report import ImportReport
from annotator.ui.features.transfer.pages_dialog import PagesDialog
from annotator.ui.setting import Setting, Shown
from annotator.ui.shell import commands, panels
from annotator.ui.widgets.letter_panel import LetterPanel
from annotator.ui.widgets.panel_row import PanelRow
from tests.docs.pages import ROOT
from tests.ui.features.palette.test_palette_controller import choose
from tests.ui.features.transfer.test_imports import press, when_asked
from tests.ui.looking import lines_of
from tests.ui.shell.making import FIRST, Bench, OpenBench, settle

# In how many files each toy below would stand: its own, where it needs one, and that of the table.
PLACES = {"importer": 2, "exporter": 2, "field type": 2, "setting": 1, "command": 1, "panel": 2}


def test_the_page_says_as_many_places() -> None:
    page = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
    said = re.findall(r"^\| (?:an?) ([a-z ]+?) \| (\d) \|", page, re.MULTILINE)
    assert {name: int(count) for name, count in said if name in PLACES} == PLACES


# --- an importer ------------------------------------------------------------------------------------------


def read_toy(shown: str, name: str, data: bytes) -> ImportedLetter:
    pages = [part.removeprefix(b"TOY\n").decode() for part in (parts_of(data) or {name: data}).values()]
    starts = tuple(sum(map(len, pages[:number])) for number in range(len(pages)))
    return ImportedLetter(name, name, hashlib.sha256(data).hexdigest(), data, "".join(pages), starts)


@pytest.fixture
def importer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Add an importer; return a file for it."""
    toy = Importer(
        Message("Import", "Toys"),
        (".toy",),
        1000,
        lambda data: data[:4] == b"TOY\n",
        read_toy,
        are_pages=True,
    )
    monkeypatch.setattr(importers, "IMPORTERS", (*importers.IMPORTERS, toy))
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.toy"
    path.write_bytes(b"TOY\nEen speelgoedbrief.\n")
    return path


@pytest.fixture
def pages(importer: Path) -> dict[str, bytes]:
    """Files of a folder that are the pages of a letter."""
    made = {f"brief-{number}.toy": f"TOY\nBladzijde {number}.\n".encode() for number in (1, 2, 10, 3)}
    del made["brief-10.toy"]
    for name, data in made.items():
        (importer.parent / name).write_bytes(data)
    return made


def text_of(project: Path, letter_id: int) -> str:
    with Store.open(project, read_only=True) as store:
        return store.reader.letter(letter_id).text


def test_an_importer_on_the_command_line(importer: Path, tmp_path: Path) -> None:
    project = tmp_path / "P.kant"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(importer.parent)]) == 0  # found in a folder by its suffix
    assert text_of(project, 1) == "Een speelgoedbrief.\n"


def test_several_files_of_an_importer_are_one_letter(
    importer: Path, pages: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "P.kant"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(importer.parent)]) == 0
    assert text_of(project, 2) == "Bladzijde 1.\nBladzijde 2.\nBladzijde 3.\n"
    with Store.open(project, read_only=True) as store:
        assert store.reader.letter(2).page_starts() == [0, 13, 26]
        assert parts_of(store.reader.source_bytes(2)) == pages
        assert store.reader.details(2).source_name == "brief.zip"
    told = capsys.readouterr()
    assert "brief (brief-1.toy, brief-2.toy, brief-3.toy): imported as letter 2" in told.out
    assert "brief was made of 3 files by the numbers in their names: brief-1.toy to brief-3.toy." in told.err
    assert main(["import", str(project), str(importer.parent)]) == 0
    assert "is there already, as letter 2" in capsys.readouterr().out


def test_several_files_of_an_importer_in_the_window(
    importer: Path, pages: dict[str, bytes], bench: Bench
) -> None:
    (importer.parent / "brief-2.toy").write_bytes(b"")  # one that cannot be read costs all of its letter
    said: list[str] = []

    def answer(dialog: QWidget) -> None:
        said.append(lines_of(dialog))
        press(dialog, "Close")

    def asked(dialog: QWidget) -> None:
        press(dialog, "Import")  # pages of one letter, as it is proposed
        when_asked(ImportReport, answer, [])

    when_asked(PagesDialog, asked, [])
    bench.window.composition.import_paths([importer.parent / name for name in pages])
    bench.qtbot.waitUntil(lambda: bool(said))
    assert "brief was left out with all its files (3)" in said[0] and "brief-2.toy is empty" in said[0]
    assert bench.one("SELECT count(*) FROM letters") == 3


def test_an_importer_in_the_window(importer: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(parent: QWidget, title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [str(importer)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    bench.keys("Ctrl+I")
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said)
    assert "*.toy" in asked[0]
    assert bench.file_text(4) == "Een speelgoedbrief.\n"


def test_the_welcome_page_names_an_importer(importer: Path, bench: Bench) -> None:
    page = Welcome(bench.window)
    assert any("Toys" in label.text() for label in page.findChildren(QLabel))


# --- an exporter ------------------------------------------------------------------------------------------


@pytest.fixture
def exporter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add an exporter that makes one file of bytes."""

    def pieces(letters: Iterable[ExportLetter], _context: ExportContext) -> Iterator[Piece]:
        yield Piece("", b"\xff")
        for one in letters:
            yield Piece("", f"{one.id};".encode())

    toy = Exporter("toy", Message("Export", "Toys"), pieces, ".toy")
    monkeypatch.setattr(exporters, "EXPORTERS", (*exporters.EXPORTERS, toy))


def test_an_exporter_on_the_command_line(
    exporter: None, bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out" / "all.toy"
    assert main(["export", str(bench.path), "--format", "toy", "--out", str(out)]) == 0
    assert out.read_bytes() == b"\xff1;2;3;"
    capsys.readouterr()
    assert main(["export", "--help"]) == 0
    assert ", toy." in " ".join(capsys.readouterr().out.split())


def test_an_exporter_in_the_window(exporter: None, bench: Bench, tmp_path: Path) -> None:
    bench.window.composition.context.settings.set("last_export_folder", str(tmp_path))
    shown: list[Path] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        [formats] = dialog.findChildren(QListWidget)
        [toys] = formats.findItems("Toys", Qt.MatchFlag.MatchExactly)
        formats.setCurrentItem(toys)
        shown.append(dialog.out)
        dialog.accept()

    QTimer.singleShot(0, answer)
    bench.keys("Ctrl+Shift+S")
    bench.qtbot.waitUntil(lambda: any("written to" in said for said in bench.said))
    assert shown == [tmp_path / "letters.toy"]
    assert shown[0].read_bytes() == b"\xff1;"


# --- a field type -----------------------------------------------------------------------------------------


@pytest.fixture
def with_field(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Add a type of field that takes capitals alone; return a project whose form asks for one."""

    def read(_field: Field, text: str, _language: str) -> str:
        if not text.isalpha():
            raise UnreadableError("“{text}” is no shout: leave out what is no letter.", text=text)
        return text.upper()

    toy = FieldType("shout", "shout", read, lambda field, value, language: f"{value}!")
    monkeypatch.setattr(field_types, "FIELD_TYPES", (*field_types.FIELD_TYPES, toy))
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    asked = Field("toy", "shout", {"en": "Toy", "nl": "Speelgoed"}, position=len(book.fields))
    path, letter = tmp_path / "P.kant", tmp_path / "a.txt"
    letter.write_text(FIRST, encoding="utf-8")
    toml = write_codebook(replace(book, fields=(*book.fields, asked)))
    with Store.create(path, read_codebook(toml), "jan") as store:
        import_paths(store, [letter], "jan")
    return path


def test_a_field_type_in_the_window(with_field: Path, open_bench: OpenBench) -> None:
    bench = open_bench(with_field)
    form = bench.window.views.side.form
    form.set_chosen("toy")
    form.edit_chosen()
    bench.type("hoera")
    form.flush()
    found = bench.rows("SELECT value, shown FROM form_values WHERE field = 'toy'")
    assert found == [("HOERA", "hoera")]


def test_a_field_type_on_the_command_line(with_field: Path, tmp_path: Path) -> None:
    assert main(["export", str(with_field), "--format", "csv", "--out", str(tmp_path / "out")]) == 0
    assert "toy" in (tmp_path / "out" / "letters.csv").read_text(encoding="utf-8").split("\n")[0]


# --- a setting --------------------------------------------------------------------------------------------


def test_a_setting(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.SETTINGS, "toy", Setting(False, shown=Shown("general", "&Toys")))
    composition = bench.window.composition
    dialog = composition.settings.dialog()
    [box] = [found for found in dialog.findChildren(QCheckBox) if found.text() == "&Toys"]
    box.click()
    dialog.deleteLater()
    assert composition.context.settings.flag("toy") is True


# --- a command --------------------------------------------------------------------------------------------


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Add a command; return what it was given when it ran."""
    given: list[object] = []
    toy: Command[object] = Command("toy", "Toy", "View", given.append, ("Ctrl+Alt+Y",), needs_letter=False)
    monkeypatch.setattr(commands, "COMMANDS", (*commands.COMMANDS, toy))
    return given


def test_a_command(ran: list[object], bench: Bench) -> None:
    composition = bench.window.composition
    bench.keys("Ctrl+Alt+Y")
    assert ran == [composition.workspace]
    assert composition.actions["toy"] in composition.actions.menu("View").actions()
    choose(bench, "toy")  # in the palette
    assert ran == [composition.workspace] * 2


# --- a panel ----------------------------------------------------------------------------------------------


class ToyPanel(LetterPanel):
    """Shows how long the letter is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Toys", parent)
        self.shown = QLabel(self)
        self._column.addWidget(self.shown)

    def _refresh(self) -> None:
        self.shown.setText(str(len(self._letter.text)) if self._letter else "")


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a panel."""
    row = PanelRow("toy", "Toys", ToyPanel, frozenset({"text"}))
    monkeypatch.setattr(panels, "PANELS", (*panels.PANELS, row))


def test_a_panel(panel: None, bench: Bench) -> None:
    bench.window.composition.show_panel("toy")
    settle()
    [toy] = bench.window.findChildren(ToyPanel)
    assert toy.isVisible() and toy.shown.text() == str(len(bench.text))
    bench.caret("België")
    bench.keys("F2")
    bench.type("xy")
    bench.saved()
    assert toy.shown.text() == str(len(FIRST) + 2)
