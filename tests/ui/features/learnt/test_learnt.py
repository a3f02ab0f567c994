"""The window of what was learnt: read from the record, taken out, begun anew, carried to another project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from annotator.session.suspects.learnt_state import read_state
from annotator.ui.features.learnt.page import LearntPage
from tests.ui.looking import button_of
from tests.ui.shell.making import Bench, OpenBench, settle

LETTER = "Het overleg met Belgié ging door; de financiéle bijdrage van SACEUR aan Belgié volgt.\n"


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    """Return a window in which two words were corrected and one was called always right."""
    bench = open_bench(letters=(LETTER, LETTER))
    for word in ("Belgié", "financiéle"):
        bench.select(word)
        bench.keys("Return")
        bench.keys("Ctrl+A")
        bench.type(word.replace("é", "ë"))
        bench.keys("Return", "Escape")
    bench.select("SACEUR")
    bench.keys("Return", "Ctrl+Shift+D", "Escape")
    bench.window.session.store.flush()
    return bench


def opened(bench: Bench) -> LearntPage:
    bench.keys("Shift+F7")
    dialog = bench.window.composition.workspace.page
    assert isinstance(dialog, LearntPage)
    wait(bench, button_of(dialog, "Learn again from all").isEnabled)
    return dialog


def wait(bench: Bench, until: Callable[[], bool]) -> None:
    bench.qtbot.waitUntil(until)
    settle()


def label(dialog: LearntPage, name: str) -> str:
    return str(dialog.findChild(QLabel, name).text())


def rows(dialog: LearntPage) -> list[tuple[object, ...]]:
    model = dialog.model
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def press(bench: Bench, dialog: LearntPage, *keys: str) -> None:
    assert dialog.isVisible()
    bench.keys(*keys)


def words(dialog: LearntPage) -> list[object]:
    dialog.pages.setCurrentRow(1)
    return [row[0] for row in rows(dialog)]


def test_its_key_opens_it_and_leads_back_to_the_letter(bench: Bench) -> None:
    bench.window.views.text.select(20, 26)
    text, selected = bench.text, bench.window.views.text.selection()
    for way_back in ("Shift+F7", "Escape"):
        dialog = opened(bench)
        assert not bench.window.views.text.isVisible()
        bench.keys(way_back)
        assert bench.window.composition.workspace.page is None and dialog is not None
        assert (bench.text, bench.window.views.text.selection()) == (text, selected)
        assert bench.window.views.text.hasFocus()


def test_confusions_are_counted(bench: Bench) -> None:
    assert rows(opened(bench)) == [("é", "ë", "2", "100 %")]


def test_the_filter_and_the_words(bench: Bench) -> None:
    dialog = opened(bench)
    press(bench, dialog, "Down")
    assert [row[0] for row in rows(dialog)] == ["SACEUR"]
    press(bench, dialog, "Ctrl+F")
    bench.type("x")
    assert rows(dialog) == []
    assert label(dialog, "empty") == "Nothing fits the filter."


def test_a_word_is_taken_out_and_undo_brings_it_back(bench: Bench) -> None:
    dialog = opened(bench)
    press(bench, dialog, "Down")
    press(bench, dialog, "Delete")
    wait(bench, lambda: words(dialog) == [])
    bench.keys("Escape")
    assert bench.one("SELECT count(*) FROM verdicts WHERE verdict = 'always'") == 0
    bench.keys("Ctrl+Z")
    bench.window.session.store.flush()
    assert words(opened(bench)) == ["SACEUR"]


def test_begun_anew_and_learnt_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(bench)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())
    forget = QMessageBox.clickedButton
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: next(b for b in box.buttons() if "Forget" in b.text())
    )
    press(bench, dialog, "Ctrl+Delete")
    wait(bench, lambda: rows(dialog) == [])
    monkeypatch.setattr(QMessageBox, "clickedButton", forget)
    assert bench.one("SELECT count(*) FROM corrections") == 2
    press(bench, dialog, "Ctrl+R")
    wait(bench, lambda: rows(dialog) == [("é", "ë", "2", "100 %")])


def test_keeping_is_the_default(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(bench)
    asked: list[str] = []

    def exec_(box: QMessageBox) -> int:
        default = box.defaultButton()
        asked.append(default.text())
        default.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    press(bench, dialog, "Ctrl+Delete")
    assert asked == ["Keep it"]
    assert rows(dialog) == [("é", "ë", "2", "100 %")]


def test_carried_to_another_project(
    bench: Bench, open_bench: OpenBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(bench)
    path = str(tmp_path / "geleerd")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    press(bench, dialog, "Ctrl+S")
    assert json.loads((tmp_path / "geleerd.json").read_text("utf-8"))["words"] == ["SACEUR"]
    bench.window.session.store.do(
        lambda connection: connection.execute("DELETE FROM verdict WHERE verdict = 'always'")
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (f"{path}.json", ""))
    press(bench, dialog, "Ctrl+O")
    wait(bench, lambda: words(dialog) == ["SACEUR"])
    assert read_state(bench.window.session.store.reader).words == ("SACEUR",)
    press(bench, dialog, "Delete")
    dialog.table.setFocus()
    wait(bench, lambda: words(dialog) == [])


def test_a_file_that_is_none_is_told(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(bench)
    for content in (b"{}", b"\xff\xfe", b""):
        (tmp_path / "x.json").write_bytes(content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.json"), ""))
        press(bench, dialog, "Ctrl+O")
        assert label(dialog, "said").startswith("x.json holds nothing learnt")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "none.json"), ""))
    press(bench, dialog, "Ctrl+O")
    assert label(dialog, "said").startswith("none.json cannot be read")
    assert rows(dialog) == [("é", "ë", "2", "100 %")]


def test_nothing_learnt_is_explained(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Een brief.\n",))
    dialog = opened(bench)
    assert label(dialog, "empty").startswith("Nothing was learnt yet.")
    assert not button_of(dialog, "Export…").isEnabled()
