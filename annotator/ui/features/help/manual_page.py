"""The manual in the window: its contents at the left, its pages at the right, a field to search it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotator.resources import docs_folder
from annotator.ui.features.help.manual_files import (
    MANUAL,
    Section,
    excerpt,
    folder_of,
    matching,
    page_text,
    slug,
)
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.text_fields import LineField

_WIDEST = 900  # pixels of a line that one still reads well
_SECTION = int(Qt.ItemDataRole.UserRole)


class Pages(QTextBrowser):
    """A page of the manual. Pictures come from the manual's own folder; nothing is fetched."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(28)
        self.setMaximumWidth(_WIDEST)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the manual, as wide as there is room; what lies elsewhere is not read."""
        url = self.document().baseUrl().resolved(QUrl(name))
        path = Path(url.toLocalFile()) if url.isLocalFile() else Path()
        if kind != int(QTextDocument.ResourceType.ImageResource.value) or not _in_docs(path):
            return None
        image, room = QImage(str(path)), self.viewport().width() - 64
        if image.isNull() or room < 100 or image.width() <= room:
            return image
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and go from link to link; what is typed is looked for."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _in_docs(path: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(docs_folder().resolve())


class ManualPage(QWidget):
    """Show the manual in a language. Esc leaves it."""

    help_section = None  # F1 on it does nothing more
    left = Signal()
    keys_wanted = Signal()

    def __init__(
        self, language: str, known: list[Section], keys_key: str, parent: QWidget | None = None
    ) -> None:
        """Make the page of these sections; `keys_key` is what shows the key sheet."""
        super().__init__(parent)
        self._language, self._known = language, known
        self._page, self._shown_width = "", 0
        self._search = LineField(self)
        self._search.setPlaceholderText(self.tr("Search the manual"))
        self._search.setAccessibleName(self.tr("Search the manual"))
        self._search.setClearButtonEnabled(True)
        self.contents = QListWidget(self)
        self.contents.setProperty("class", "pages")
        self.contents.setAccessibleName(self.tr("Contents of the manual"))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = Pages(self)
        self.pages.setAccessibleName(self.tr("The manual"))
        self._lay_out(keys_key)
        self._search.textChanged.connect(self._fill)
        self._search.installEventFilter(self)
        self.contents.currentItemChanged.connect(self._chosen)
        self.contents.itemActivated.connect(lambda _: self.pages.setFocus())
        self.pages.anchorClicked.connect(self._follow)
        self.pages.typed.connect(self._look_for)
        self.setFocusProxy(self.pages)
        self._fill()

    def _lay_out(self, keys_key: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.addWidget(PanelHeader(self.tr("Manual"), parent=self, ruled=False), 1)
        back, keys = KeyHint("Esc", self.tr("back"), self), KeyHint(keys_key, self.tr("all keys"), self)
        back.clicked.connect(self.left)
        keys.clicked.connect(self.keys_wanted)
        head.addWidget(keys)
        head.addWidget(back)
        side = QVBoxLayout()
        side.setContentsMargins(10, 10, 4, 0)
        side.addWidget(self._search)
        side.addWidget(self.contents, 1)
        aside = QWidget(self)
        aside.setLayout(side)
        aside.setFixedWidth(290)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(aside)
        middle.addWidget(Separator(Qt.Orientation.Vertical, self))
        middle.addStretch(1)
        middle.addWidget(self.pages, 1000)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(middle, 1)

    # --- what is shown --------------------------------------------------------------------------------

    def show_section(self, number: int) -> None:
        """Show a section of the first page by its number; the list goes along."""
        for row in range(self.contents.count()):
            section = self._section_at(row)
            if (section.page, section.number) == (MANUAL, number):
                self.contents.setCurrentRow(row)
                return
        self.contents.setCurrentRow(0)

    def shown(self) -> tuple[str, str]:
        """Return the page that is shown and the title of the section at its top."""
        row = self.contents.currentRow()
        return self._page, self._section_at(row).title if row >= 0 else ""

    def _section_at(self, row: int) -> Section:
        section = self.contents.item(row).data(_SECTION)
        assert isinstance(section, Section)
        return section

    def _fill(self) -> None:
        wanted = self._search.text().strip()
        self.contents.blockSignals(True)
        self.contents.clear()
        found = matching(self._known, wanted) if wanted else [s for s in self._known if _is_in_contents(s)]
        for section in found:
            indent = "" if section.level == 1 and not section.page.startswith("formats/") else "    "
            below = f"\n{excerpt(section, wanted)}" if wanted else ""
            item = QListWidgetItem(f"{'' if wanted else indent}{section.title}{below}", self.contents)
            item.setData(_SECTION, section)
        self.contents.blockSignals(False)
        if wanted and found:
            self.contents.setCurrentRow(0)
        elif wanted:
            item = QListWidgetItem(self.tr("Nothing found."), self.contents)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        section: object = item.data(_SECTION) if item is not None else None
        if isinstance(section, Section):
            self._show(section.page, section.number)
            if words := self._search.text().split():
                self._mark(words[0])

    def _show(self, page: str, number: int = 0) -> None:
        if page != self._page:
            self._load(page)
        self._scroll_to(number)

    def _load(self, page: str) -> None:
        folder, width = folder_of(self._language), self.pages.viewport().width()
        document = self.pages.document()
        document.clear()
        document.setBaseUrl(QUrl.fromLocalFile(str((folder / page).resolve())))
        self.pages.setMarkdown(page_text(self._language, page))
        _give_room(document)
        _rule_tables(document.rootFrame(), QColor(theme_of(self).line))
        self._page, self._shown_width = page, width

    def _scroll_to(self, number: int) -> None:
        block, seen = self.pages.document().begin(), -1
        while block.isValid():
            seen += block.blockFormat().headingLevel() > 0
            if seen == number:
                break
            block = block.next()
        self._put_at_top(block if block.isValid() and number else self.pages.document().begin())

    def _put_at_top(self, block: QTextBlock) -> None:
        self.pages.setTextCursor(QTextCursor(block))
        top = self.pages.document().documentLayout().blockBoundingRect(block).top()
        self.pages.verticalScrollBar().setValue(max(0, round(top) - 16))

    def _mark(self, word: str) -> None:
        self.pages.find(word)

    def _follow(self, url: QUrl) -> None:
        """Go where a link of the manual leads: another page of it, or a section."""
        base = self.pages.document().baseUrl()
        path = Path(base.resolved(url).toLocalFile()) if url.path() else Path(base.toLocalFile())
        folder = folder_of(self._language).resolve()
        if path.suffix != ".md" or not _in_docs(path):
            return
        page = _beside(path.resolve(), folder)
        self._load(page)
        titles = [s for s in self._known if s.page == page and slug(s.title) == url.fragment()]
        self._scroll_to(titles[0].number if titles else 0)

    def _look_for(self, text: str) -> None:
        self._search.setFocus()
        self._search.insert(text)

    # --- keys -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Clear the search, or leave the manual where nothing is searched for."""
        if self._search.text():
            self._search.clear()
            self.pages.setFocus()
        else:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows in the field go through what was found, and Enter into it."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = self.contents.currentRow() + step
                self.contents.setCurrentRow(min(max(row, 0), self.contents.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.pages.setFocus()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page and abs(self.pages.viewport().width() - self._shown_width) > 8:
            at = self.pages.verticalScrollBar().value()
            self._load(self._page)  # pictures are as wide as there is room
            self.pages.verticalScrollBar().setValue(at)


def _is_in_contents(section: Section) -> bool:
    return section.level == 1 or (section.page == MANUAL and section.level == 2)


def _beside(path: Path, folder: Path) -> str:
    """Return a page as it is named from a folder; the Dutch pages lie one folder deeper than the English."""
    if path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return f"../{path.relative_to(folder.parent).as_posix()}"


def _give_room(document: QTextDocument) -> None:
    """Part headings and paragraphs; Markdown as Qt reads it has no room between them."""
    block = document.begin()
    while block.isValid():
        form, head = block.blockFormat(), block.blockFormat().headingLevel() > 0
        if QTextCursor(block).currentTable() is None:
            form.setTopMargin(18 if head else form.topMargin())
            form.setBottomMargin(6 if head or block.textList() else 10)
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()


def _rule_tables(frame: object, line: QColor) -> None:
    for child in frame.childFrames():  # type: ignore[attr-defined]
        if isinstance(child, QTextTable):
            form = child.format().toTableFormat()
            form.setCellPadding(5)
            form.setBorder(1)
            form.setBorderBrush(line)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderCollapse(True)
            child.setFormat(form)
        _rule_tables(child, line)
