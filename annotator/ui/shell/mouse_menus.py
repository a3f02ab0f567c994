"""Context menus that fit the place: a suspect, a proposal, a passage, a section, words that are typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu

from annotator.commands import deciding
from annotator.commands.proposing import at_hand, offer_of
from annotator.commands.tagging import passages_at
from annotator.core.codebook import Tag
from annotator.core.text import Span
from annotator.ui.context import Context
from annotator.ui.features.editor.selection_bar import swatch_icon
from annotator.ui.features.review.suggestions import Suggestions
from annotator.ui.shell.actions import Actions
from annotator.ui.shell.views import Views
from annotator.ui.shell.workspace import Workspace
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_cap import key_text

_READING = ("correct_word", "copy", "copy_with_source", "start_section", "set_heading", "fill_field")


class MouseMenus(QObject):
    """Fills menus for what was pointed at; each row does one thing to it, as one change."""

    def __init__(
        self, here: Workspace, suggestions: Suggestions, views: Views, context: Context, actions: Actions
    ) -> None:
        super().__init__(here)
        self._here, self._suggestions, self._views = here, suggestions, views
        self._context, self._actions = context, actions

    # --- the text -------------------------------------------------------------------------------------

    def of_text(self, menu: QMenu, offset: int) -> None:
        """Fill the menu of a place of the text."""
        text, letter = self._views.text, self._here.session.letter
        if letter is None:
            return
        writes = not self._here.session.read_only
        if writes:
            self._add_suspect(menu, offset)
        if text.editing:
            self._add_editing(menu)
            return
        if writes:
            offers = at_hand(letter, Span(offset, offset))
            self._add_decisions(menu, [offer.uid for offer in offers])
            under = passages_at(letter, Span(offset, offset))
            if under:
                self._add_passage(menu, under[0])
        menu.addActions([self._actions[command] for command in _READING])
        tags = menu.addMenu(self.tr("Tag"))
        tags.setToolTipsVisible(True)
        tags.addActions(list(self._actions.tag_actions))
        section = letter.section_at(offset)
        heading = section.heading if section is not None else None
        if writes and section is not None and heading is not None and heading.start <= offset <= heading.end:
            menu.addSeparator()
            self._add_section(menu, section.section.uid)

    def _add_suspect(self, menu: QMenu, offset: int) -> None:
        suggestions = self._suggestions
        suspect = suggestions.suspect_at(offset)
        if suspect is None:
            return
        for number, text in enumerate(suggestions.texts(suspect)):
            action = self._add(menu, text.replace("\n", "⏎"), partial(suggestions.accept, suspect, text))
            if number == 0:
                bold = QFont(action.font())
                bold.setBold(True)
                action.setFont(bold)
        self._add(menu, self.tr("Right as it stands"), partial(suggestions.judge_right, suspect))
        menu.addSeparator()

    def _add_editing(self, menu: QMenu) -> None:
        text = self._views.text
        start, end = text.selection()
        for name, keys, do, can in (
            (self.tr("Cut"), "Ctrl+X", text.cut, start < end),
            (self.tr("Copy"), "Ctrl+C", text.copy, start < end),
            (self.tr("Paste"), "Ctrl+V", text.paste, text.canPaste()),
            (self.tr("Select all"), "Ctrl+A", text.selectAll, bool(text.text())),
        ):
            self._add(menu, f"{name}\t{key_text(keys)}", do).setEnabled(can)

    # --- rows of the panels ---------------------------------------------------------------------------

    def of_section(self, menu: QMenu, uid: str) -> None:
        """Fill the menu of a section in the outline."""
        if self._here.session.read_only:
            return
        self._add_decisions(menu, [uid])
        self._add_section(menu, uid)

    def of_passage(self, menu: QMenu, uid: str) -> None:
        """Fill the menu of a passage in the list."""
        if not self._here.session.read_only:
            self._add_decisions(menu, [uid])
            self._add_passage(menu, uid)

    # --- parts ----------------------------------------------------------------------------------------

    def _add_decisions(self, menu: QMenu, uids: list[str]) -> None:
        letter = self._here.session.letter
        if letter is not None and any(offer_of(letter, uid) for uid in uids):
            self._add(menu, self.tr("Confirm"), partial(self._do, deciding.confirm_one, *uids))
            self._add(menu, self.tr("Turn down"), partial(self._do, deciding.turn_down_one, *uids))
            menu.addSeparator()

    def _add_passage(self, menu: QMenu, uid: str) -> None:
        letter, codebook = self._here.session.letter, self._here.session.codebook
        if letter is None or uid not in letter.passages:
            return
        tag_id = letter.passages[uid].tag
        tags = [tag for tag in codebook.passage_tags if tag.id != tag_id]
        self._add_tags(menu, self.tr("Change the tag"), tags, partial(self._do, deciding.retag_passage, uid))
        if letter.passages[uid].state != "proposed":
            tag = codebook.tag(tag_id)
            name = tag.name(self._context.language) if tag else tag_id
            removed = partial(self._here.panel_edits.remove_passage, uid)
            self._add(menu, self.tr("Remove “{tag}”").format(tag=name), removed)
        menu.addSeparator()

    def _add_section(self, menu: QMenu, uid: str) -> None:
        letter, codebook = self._here.session.letter, self._here.session.codebook
        if letter is None or uid not in letter.sections:
            return
        level = letter.sections[uid].level
        tags = [tag for tag in codebook.section_tags if tag.id != letter.sections[uid].tag]
        self._add_tags(menu, self.tr("Tag the section"), tags, partial(self._do, deciding.tag_section, uid))
        change = partial(self._do, deciding.level_section, uid)
        self._add(menu, self.tr("A level up"), partial(change, level - 1)).setEnabled(level > 1)
        self._add(menu, self.tr("A level down"), partial(change, level + 1))
        merge = self._add(
            menu, self.tr("Merge with the section before"), partial(self._do, deciding.merge_one, uid)
        )
        merge.setEnabled(letter.placed_sections()[0].section.uid != uid)

    def _add_tags(self, menu: QMenu, name: str, tags: Iterable[Tag], do: Callable[[str], None]) -> None:
        below, dark = menu.addMenu(name), theme_of(menu).dark
        for tag in tags:
            text = f"{tag.name(self._context.language)}\t{tag.key}".replace("&", "&&")
            self._add(below, text, partial(do, tag.id)).setIcon(swatch_icon(tag.colour(dark)))

    def _add(self, menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - without the state that Qt gives along
        return action

    def _do(self, act: Callable[..., None], *given: object) -> None:
        self._context.attempt(partial(act, self._here.session, *given))
