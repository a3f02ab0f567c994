"""The palette on behalf of the window: what it offers now, and what a choice does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.commands import AnyCommand
from annotator.commands.going import asked_place
from annotator.core.codebook import Codebook
from annotator.session import Session
from annotator.session.project.letters import Letters
from annotator.storage.letter_list import LetterLine
from annotator.ui.context import Context
from annotator.ui.features.palette import Item, Palette
from annotator.ui.features.palette.items import Found, ranked
from annotator.ui.menus import menu_name
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import name_of
from annotator.ui.widgets.dates import date_text
from annotator.ui.widgets.parting import part_with

_RECENT_CHOICES, _RECENT_LETTERS = 12, 20
_LETTERS = 50
_KNOWN_BY = ("dossier", "our_reference", "your_reference")  # roles


class Commands(Protocol):
    """The commands with the keys that work now."""

    commands: tuple[AnyCommand, ...]

    def can(self, command_id: str) -> bool:
        """Tell whether a command can be run now."""


class PaletteController(QObject):
    """Shows the palette, and asks for what is chosen in it.

    `project` returns the open project, None while there is none.
    """

    command_wanted = Signal(str)
    tag_wanted = Signal(str)
    letter_wanted = Signal(int)
    place_wanted = Signal(str)
    project_wanted = Signal(str)
    settings_wanted = Signal(str)
    theme_wanted = Signal(str)
    layout_wanted = Signal(str)  # its name

    def __init__(
        self, context: Context, commands: Commands, project: Callable[[], Session | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._commands, self._project = context, commands, project
        self._visited: list[int] = []
        self._open: Palette | None = None

    def visited(self, letter_id: int | None) -> None:
        """Remember that a letter was opened: it is offered first."""
        if letter_id is not None:
            self._visited = [letter_id, *(one for one in self._visited if one != letter_id)][:_RECENT_LETTERS]

    def forget(self) -> None:
        """Forget the letters of a project that is closed."""
        self._visited = []

    # --- the palettes -------------------------------------------------------------------------------

    def show_palette(self) -> None:
        """Offer everything: commands, tags, settings, letters, and lines and pages by their numbers."""
        items, recent = self._all_items(), self._recent()
        palette = Palette(
            lambda text: [*self._place(text), *ranked(items, text, recent)],
            self.tr("Find a command, a tag, a letter or a setting; p 3 is page 3"),
            self._context.dialogs.parent,
        )
        self._run(palette, letters_of_none=False)

    def go_to_letter(self) -> None:
        """Offer letters: those that were opened last; what is typed is title, source, date, dossier."""
        session = self._project()
        if session is None:
            return
        here = session.letter_id
        known = [self._letter_item(line) for line in self._lines(one for one in self._visited if one != here)]
        palette = Palette(
            lambda text: ranked(known, text) if text.strip() else [Found(item) for item in known],
            self.tr("Title, source, date or dossier number of a letter"),
            self._context.dialogs.parent,
        )
        self._run(palette, letters_of_none=True)

    def _run(self, palette: Palette, *, letters_of_none: bool) -> None:
        palette.wanted.connect(lambda text: self._find_letters(palette, text, of_none=letters_of_none))
        self._open = palette
        chosen = palette.chosen if palette.exec() else None
        self._open = None
        part_with(palette)
        if chosen is not None:
            self._choose(chosen)

    def _choose(self, item: Item) -> None:
        kind, _, name = item.id.partition(":")
        if kind not in {"letter", "place", "project", "layout"}:
            kept = [item.id, *(one for one in self._recent() if one != item.id)][:_RECENT_CHOICES]
            self._context.settings.set("recent_choices", " ".join(kept))
        if kind == "letter":
            self.letter_wanted.emit(int(name))
            return
        asked = {
            "command": self.command_wanted,
            "tag": self.tag_wanted,
            "place": self.place_wanted,
            "project": self.project_wanted,
            "settings": self.settings_wanted,
            "theme": self.theme_wanted,
            "layout": self.layout_wanted,
        }
        asked[kind].emit(name)

    def _recent(self) -> list[str]:
        return self._context.settings.text("recent_choices").split()

    # --- what there is ------------------------------------------------------------------------------

    def _all_items(self) -> list[Item]:
        session = self._project()
        items = [self._command_item(one) for one in self._commands.commands if one.id != "palette"]
        if session is not None:
            items += self._tag_items(session.codebook)
        return [*items, *self._setting_items(), *self._project_items()]

    def _command_item(self, command: AnyCommand) -> Item:
        name, english = name_of(command.name), command.name
        also = (english, name_of(command.description), *command.keys)
        return Item(
            f"command:{command.id}",
            name.removesuffix("…"),
            menu_name(command.group),
            command.keys[0] if command.keys else "",
            tuple(filter(None, also)),
            self.why_not(command),
        )

    def _tag_items(self, codebook: Codebook) -> list[Item]:
        language, dark = self._context.language, theme_of(self._context.dialogs.parent).dark
        why_not = self.why_not(changes=True)
        return [
            Item(
                f"tag:{tag.id}",
                self.tr("Tag as {tag}").format(tag=tag.name(language)),
                tag.description(language),
                tag.key,
                (tag.name("en"), tag.name("nl"), tag.id),
                why_not,
                tag.colour(dark),
            )
            for tag in (*codebook.section_tags, *codebook.passage_tags)
            if not tag.retired
        ]

    def _setting_items(self) -> list[Item]:
        settings = self.tr("settings")
        pages = (
            (
                "settings:general",
                self.tr("Settings: analyst, language, colours, text size"),
                ("language", "taal"),
            ),
            ("settings:backups", self.tr("Settings: backups"), ("backup folder",)),
            ("settings:keys", self.tr("Settings: keys"), ("shortcuts", "keyboard", "toetsenbord")),
            ("theme:light", self.tr("Colours: light"), ("theme", "thema")),
            ("theme:dark", self.tr("Colours: dark"), ("theme", "thema")),
            ("theme:system", self.tr("Colours: as the system does"), ("theme", "thema")),
        )
        items = [Item(name, title, settings, also=also) for name, title, also in pages]
        layout = self.tr("Layout: {name}")
        names = self._context.settings.layouts() if self._project() is not None else ()
        return items + [Item(f"layout:{name}", layout.format(name=name), also=("layout",)) for name in names]

    def _project_items(self) -> list[Item]:
        session = self._project()
        here = str(session.store.path) if session is not None else ""
        text = self.tr("Open the project {name}")
        return [
            Item(f"project:{path}", text.format(name=Path(path).stem), str(Path(path).parent))
            for path in self._context.settings.recent()
            if path != here
        ]

    def _place(self, text: str) -> list[Found]:
        """Return going to a line or page, where a number is typed for one."""
        place, session = asked_place(text), self._project()
        if place is None or session is None or session.letter is None:
            return []
        title = self.tr("Go to page {number}") if place[0] == "page" else self.tr("Go to line {number}")
        item = Item(f"place:{text.strip()}", title.format(number=place[1]), session.letter.about.title)
        return [Found(item)]

    def why_not(self, command: AnyCommand | None = None, *, changes: bool = False) -> str:
        """Return why a command, or (without one) nothing in a letter, can be done now; "" where it can."""
        session = self._project()
        needs_letter = command is None or command.needs_letter
        if session is None and (needs_letter or (command is not None and not command.of_window)):
            return self.tr("no project is open")
        if needs_letter and (session is None or session.letter_id is None):
            return self.tr("no letter is open")
        if (changes or (command is not None and command.changes)) and (session is None or session.read_only):
            return self.tr("the project is open for reading only")
        if command is not None and not self._commands.can(command.id):
            return self.tr("not possible now")
        return ""

    # --- letters ------------------------------------------------------------------------------------

    def _lines(self, ids: object) -> list[LetterLine]:
        session = self._project()
        return Letters(session).lines(list(ids)) if session is not None else []  # type: ignore[call-overload]

    @staticmethod
    def _letter_item(line: LetterLine) -> Item:
        said = (date_text(line.date), line.sender, "" if line.apart else line.source_name)
        detail = " · ".join(filter(None, (line.apart, *said)))
        also = (line.source_name,)
        return Item(f"letter:{line.id}", line.title, detail, also=also, status=line.status, apart=line.apart)

    def _find_letters(self, palette: Palette, text: str, *, of_none: bool) -> None:
        """Look for letters in a thread: at a hundred thousand of them it takes longer than a frame."""
        session, words = self._project(), text.split()
        if session is None or not (words or of_none) or (len(text.strip()) < 2 and not of_none):
            palette.add(text, [])
            return

        letters = Letters(session)

        def look(fields: Sequence[str]) -> list[LetterLine]:
            return letters.find(words, fields, _LETTERS)

        def done(lines: Sequence[LetterLine]) -> None:
            if self._project() is session and self._open is palette:
                palette.add(text, [_found(self._letter_item(line), text) for line in lines])

        run = self._context.tasks.run
        run(lambda progress, cancelled: look(()), done, lambda error: None)
        if any(character.isdigit() for character in text):  # values take longer than titles
            fields = _fields_of(session.codebook)
            run(lambda progress, cancelled: look(fields), done, lambda error: None)


def _fields_of(codebook: Codebook) -> list[str]:
    """Return the fields whose values letters are known by: dates, and numbers of dossiers and references."""
    leaves = codebook.value_fields()
    return [leaf.id for leaf in leaves if leaf.type in ("date", "reference") or leaf.role in _KNOWN_BY]


def _found(item: Item, text: str) -> Found:
    from annotator.commands.matching import match

    matched = match(text, item.title)
    return Found(item, matched.spans if matched else ())


def palette_hint() -> str:
    """Return what stands on the palette's button."""
    return QCoreApplication.translate("PaletteController", "Find a command or letter…")
