"""The manual in the window: it opens at what one looks at, is searched, and is left as it was entered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QListWidget

from annotator.ui.features.help.manual_files import Section, excerpt, matching, sections
from annotator.ui.features.help.manual_page import ManualPage, Pages
from tests.ui.shell.making import Bench, focused, settle

IMAGE = int(QTextDocument.ResourceType.ImageResource.value)


def manual(bench: Bench) -> ManualPage:
    page = bench.window.views.pages.currentWidget()
    assert isinstance(page, ManualPage)
    return page


def is_shown(bench: Bench) -> bool:
    return isinstance(bench.window.views.pages.currentWidget(), ManualPage)


def titles(page: ManualPage) -> list[str]:
    found = page.findChildren(QListWidget)[0]
    return [found.item(row).text().strip().split("\n")[0] for row in range(found.count())]


def text_of(page: ManualPage) -> str:
    return page.findChildren(Pages)[0].toPlainText()


def test_it_opens_at_the_section_of_what_has_the_focus(bench: Bench) -> None:
    bench.window.views.side.form.setFocus()
    bench.keys("F1")
    assert manual(bench).shown() == ("manual.md", "The form")
    assert not any(dock.isVisible() for dock in bench.window.views.docks)
    bench.keys("Esc")
    assert not is_shown(bench)
    assert bench.window.views.side.form.isAncestorOf(focused())
    bench.window.views.text.setFocus()
    bench.keys("F1")
    assert manual(bench).shown() == ("manual.md", "The text")
    bench.keys("F1")
    assert not is_shown(bench) and bench.window.views.text.hasFocus()


def test_the_panes_come_back_as_they_were(bench: Bench) -> None:
    bench.window.views.dock("notes").hide()
    before = {dock.objectName(): dock.isVisible() for dock in bench.window.views.docks}
    bench.keys("F1", "Esc")
    assert {dock.objectName(): dock.isVisible() for dock in bench.window.views.docks} == before


def test_a_command_leaves_it_first(bench: Bench) -> None:
    bench.keys("F1")
    bench.window.composition.actions["next_suspect"].trigger()
    settle()
    assert not is_shown(bench) and bench.box.isVisible()


def test_what_is_typed_is_searched_for(bench: Bench) -> None:
    bench.keys("F1")
    contents = titles(manual(bench))
    assert contents[:2] == ["The manual", "The window"] and "Word file (docx)" in contents
    bench.type("searchable pdf")
    found = titles(manual(bench))
    assert found[0] == "Searchable PDF (pdf)" and len(found) < len(contents)
    assert "invisible text" in text_of(manual(bench))
    bench.keys("Down")
    assert manual(bench).shown()[1] == found[1]
    bench.keys("Esc")
    assert titles(manual(bench)) == contents
    bench.keys("Esc")
    assert not is_shown(bench)


def test_a_word_that_is_nowhere_is_said_not_to_be_found(bench: Bench) -> None:
    bench.keys("F1")
    bench.type("xyzzy")
    assert titles(manual(bench)) == ["Nothing found."]


def test_a_link_leads_to_its_page_and_section(bench: Bench) -> None:
    bench.keys("F1")
    pages = manual(bench).findChildren(Pages)[0]
    pages.anchorClicked.emit(QUrl("importing.md#reading-a-letter-anew"))
    assert "Reading a letter anew" in pages.toPlainText()
    before = pages.toPlainText()
    for elsewhere in ("https://example.org/", "../pyproject.toml", "../README.md"):
        pages.anchorClicked.emit(QUrl(elsewhere))
    assert pages.toPlainText() == before


def test_pictures_come_from_the_manual_alone(bench: Bench, tmp_path: Path) -> None:
    bench.keys("F1")
    pages = manual(bench).findChildren(Pages)[0]
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / "a.png"))
    assert pages.loadResource(IMAGE, QUrl.fromLocalFile(str(tmp_path / "a.png"))) is None
    assert pages.loadResource(IMAGE, QUrl("https://example.org/a.png")) is None
    shown = pages.loadResource(IMAGE, QUrl("images/main-light.png"))
    assert isinstance(shown, QImage) and 100 < shown.width() < pages.width()


def test_it_is_there_without_a_project(bench: Bench) -> None:
    bench.window.composition.opening.close_session()
    bench.window.composition.opening.show_welcome()
    settle()
    below = bench.window.views.pages.currentWidget()
    bench.keys("F1")
    assert manual(bench).shown()[1] == "The first letter"
    bench.keys("Esc")
    assert bench.window.views.pages.currentWidget() is below


def test_a_dialog_has_it_above_itself(bench: Bench) -> None:
    seen: list[tuple[str, str]] = []

    def look() -> None:
        settings = QApplication.activeModalWidget()
        if not isinstance(settings, QDialog) or not settings.isActiveWindow():
            QTimer.singleShot(20, look)
            return
        QTimer.singleShot(0, leave)
        bench.keys("F1")
        assert settings.isVisible()
        settings.reject()

    def leave() -> None:
        above = QApplication.activeModalWidget()
        assert above is not None
        seen.append(above.findChildren(ManualPage)[0].shown())
        above.findChildren(ManualPage)[0].left.emit()

    QTimer.singleShot(0, look)
    bench.window.composition.actions["settings"].trigger()
    assert seen == [("manual.md", "Settings")]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_section_is_found_by_all_words_its_title_first(language: str) -> None:
    known = sections(language)
    found = matching(known, "codebook ctrl+b" if language == "en" else "codeboek ctrl+b")
    assert found[0].title in ("Codebook", "Codeboek")
    assert "Ctrl+B" in excerpt(found[0], "ctrl+b")
    assert matching(known, "xyzzy") == []


def test_an_excerpt_has_neither_pictures_nor_where_links_lead() -> None:
    text = "![Export](images/export.png)\n\nHow to export: [more](export.md), in `Export…`."
    section = Section("manual.md", 1, 2, "Writing", text)
    assert excerpt(section, "export") == "How to export: more , in Export… ."


def test_a_dialog_that_goes_takes_the_manual_above_it_along(bench: Bench) -> None:
    below = QDialog(bench.window)
    below.open()
    QTimer.singleShot(0, bench.window, lambda: QTimer.singleShot(0, bench.window, below.deleteLater))
    bench.window.composition.help.show_manual()
    assert bench.window.isVisible()
    assert not any("went wrong" in said for said in bench.said)
