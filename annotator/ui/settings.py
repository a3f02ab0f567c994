"""The settings of this computer's analyst: a table of what there is, kept in an ini file."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.setting import LONGEST_TEXT, Setting, Shown, Value
from annotator.ui.settings_file import DIGEST, digest, is_detail, is_key, opened

_log = logging.getLogger(__name__)
_LARGEST_LAYOUT = 1 << 16  # bytes
_MOST_RECENT = 9
_MOST_KEYS = 8
_LONGEST_KEYS = 60  # characters
_LONGEST_NAME, _MOST_LAYOUTS = 60, 30  # characters; of layouts


_AS_THE_SYSTEM = QT_TRANSLATE_NOOP("Settings", "as the system does")
_PER_CENT = QT_TRANSLATE_NOOP("Settings", "{value} %")


def _sizes(smallest: int, largest: int) -> tuple[tuple[Value, str], ...]:
    return tuple((size, _PER_CENT) for size in range(smallest, largest + 1, 10))


# key: what it is, and how it is asked for. A new setting is one row; the order is that of the dialog.
SETTINGS: dict[str, Setting] = {
    "analyst": Setting(
        "",
        longest=80,
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "&Analyst"),
            QT_TRANSLATE_NOOP("Settings", "Goes with every change from now on; earlier ones keep theirs."),
            required=True,
        ),
    ),
    "language": Setting(
        "",  # follows the system
        ("", "nl", "en"),
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "&Language"),
            QT_TRANSLATE_NOOP("Settings", "The language changes when you close the settings."),
            (("", _AS_THE_SYSTEM), ("nl", "Nederlands"), ("en", "English")),
        ),
    ),
    "theme": Setting(
        "system",
        ("system", "light", "dark"),
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "&Colours"),
            choices=(
                ("system", _AS_THE_SYSTEM),
                ("light", QT_TRANSLATE_NOOP("Settings", "light")),
                ("dark", QT_TRANSLATE_NOOP("Settings", "dark")),
            ),
        ),
    ),
    "contrast": Setting(
        "system",
        ("system", "high", "normal"),
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "Co&ntrast"),
            choices=(
                ("system", _AS_THE_SYSTEM),
                ("high", QT_TRANSLATE_NOOP("Settings", "high")),
                ("normal", QT_TRANSLATE_NOOP("Settings", "normal")),
            ),
        ),
    ),
    "motion": Setting(
        True, shown=Shown("general", QT_TRANSLATE_NOOP("Settings", "Let page images g&lide to the line"))
    ),
    "text_size": Setting(
        100,  # per cent, of the letter's text
        range(60, 241),
        shown=Shown("general", QT_TRANSLATE_NOOP("Settings", "&Text of the letter"), choices=_sizes(60, 240)),
    ),
    "window_size": Setting(
        100,  # per cent, of all other text
        range(80, 201),
        shown=Shown("general", QT_TRANSLATE_NOOP("Settings", "&Other text"), choices=_sizes(80, 200)),
    ),
    "slips": Setting(
        True,
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "Doubt &typing slips, too"),
            QT_TRANSLATE_NOOP("Settings", "In letters that were typed and are no scans: is it written so?"),
        ),
    ),
    "tags_precision": Setting(
        80,  # per cent
        range(50, 100),
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "Propose a learnt tag where it is &right in"),
            QT_TRANSLATE_NOOP("Settings", "Of what it would have proposed in letters that were decided on."),
            choices=tuple((share, _PER_CENT) for share in (60, 70, 80, 90, 95)),
        ),
    ),
    "hints": Setting(
        True,
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "&Hints with the first letter"),
            QT_TRANSLATE_NOOP("Settings", "Each comes once; untick and tick this to have them again."),
        ),
    ),
    "hints_seen": Setting("", longest=200),
    "selection_bar": Setting(
        True,
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "&Bar at a selection"),
            QT_TRANSLATE_NOOP("Settings", "Tags, fields and copying, beside the words that are selected."),
        ),
    ),
    "recognise": Setting(
        "auto",
        ("auto", "ask", "never"),
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "&Pages that are pictures"),
            QT_TRANSLATE_NOOP("Settings", "What import does with the pages of scans that have no text."),
            (
                ("auto", QT_TRANSLATE_NOOP("Settings", "recognise their text")),
                ("ask", QT_TRANSLATE_NOOP("Settings", "ask each time")),
                ("never", QT_TRANSLATE_NOOP("Settings", "leave them without text")),
            ),
        ),
    ),
    "read_twice": Setting(
        False,
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "Read scans that &have text a second time"),
            QT_TRANSLATE_NOOP(
                "Settings",
                "After import: their text stays, and what was read differently makes suspects.",
            ),
        ),
    ),
    "models_folder": Setting(
        "",  # those that come with the program
        is_path=True,
        shown=Shown(
            "general",
            QT_TRANSLATE_NOOP("Settings", "&Folder with more models"),
            QT_TRANSLATE_NOOP(
                "Settings", "Of Tesseract (.traineddata), for other languages than Dutch and English."
            ),
        ),
    ),
    "backup_automatic": Setting(True),
    "backup_folder": Setting("", is_path=True),  # "" is beside the project
    "pane_sizes": Setting("", longest=40),  # as they were chosen by hand
    "focus_layout": Setting(False),
    "page_place": Setting("", ("", "beside", "above", "hidden")),  # of the page images; "" goes by the room
    "page_share": Setting(0, range(1000)),  # of the width beside the text, in thousandths; 0: nobody chose
    "strip_height": Setting(0, range(10_000)),  # pixels; 0: nobody chose
    "page_zoom": Setting("text", longest=9),
    "page_follows": Setting(True),
    "last_project": Setting("", is_path=True),
    "last_export_folder": Setting("", is_path=True),
    "last_export_format": Setting("", longest=40),
    "last_export_ticked": Setting(""),  # formats that are written together
    "last_export_name": Setting("", longest=120),  # of the one file, without its ending
    "last_export_scope": Setting("", ("", "one", "chosen", "filtered", "all")),
    "last_export_proposals": Setting(True),
    "last_export_hide": Setting(True),  # where the codebook says that something is personal
    "last_export_naming": Setting("kept", ("kept", "pseudonyms", "left_out")),
    "last_export_choices": Setting("{}"),  # of each format, by its id
    "last_folder": Setting("", is_path=True),
    # Of projects, by their paths: when they were open, and what was in them.
    "recent_details": Setting("{}", longest=100_000),
    "recent_choices": Setting(""),  # of the palette, the last one first
    "find_match_case": Setting(False),
    "find_whole_word": Setting(False),
    "find_ignore_accents": Setting(True),
    "find_regular": Setting(False),
}
# A key that one system leaves free may be another's own.
_KEYS = f"keys-{sys.platform}"


class Settings:
    """Typed access to the settings; what the file has in a wrong form is the default, and is logged."""

    def __init__(self, folder: Path | None = None) -> None:
        import platformdirs

        self.folder = folder or Path(platformdirs.user_config_dir("kanttekening"))
        self._store = opened(self.folder / "kanttekening.ini")
        self._reported: set[str] = set()

    def _read(self, key: str) -> Value:
        setting, raw = SETTINGS[key], self._store.value(key)
        if raw is None:
            return setting.default
        value = setting.read(raw)
        if value is None:
            self._report(key)
            return setting.default
        return value

    def _report(self, key: str) -> None:
        """Say once in the log that the file has something else where a setting is."""
        if key not in self._reported:
            self._reported.add(key)
            _log.warning("the setting %s cannot be read: it is taken as it came", key)

    def value(self, key: str) -> Value:
        """Return a setting of any kind."""
        return self._read(key)

    def text(self, key: str) -> str:
        """Return a setting that is a text."""
        return str(self._read(key))

    def number(self, key: str) -> int:
        """Return a setting that is a whole number."""
        return int(self._read(key))

    def flag(self, key: str) -> bool:
        """Return a setting that is on or off."""
        return bool(self._read(key))

    def set(self, key: str, value: str | int | bool) -> None:
        """Keep a setting."""
        if key not in SETTINGS:
            raise KeyError(key)
        self._store.setValue(key, value)

    def sync(self) -> None:
        """Write what was set now; it is written soon anyway."""
        self._store.sync()

    def state(self, key: str) -> QByteArray:
        """Return a saved layout; empty where there is none, or another one than was saved.

        Qt believes whatever it is given: a flipped byte can end the program.
        """
        value = self._store.value(f"layout/{key}")
        kept = bytes(value.data()) if isinstance(value, QByteArray) else b""
        state = kept[DIGEST:] if len(kept) <= _LARGEST_LAYOUT else b""
        if not state or digest(state) != kept[:DIGEST]:
            if value is not None:
                self._report(f"layout/{key}")
            return QByteArray()
        return QByteArray(state)

    def set_state(self, key: str, value: QByteArray) -> None:
        """Keep a layout."""
        state = bytes(value.data())
        self._store.setValue(f"layout/{key}", QByteArray(digest(state) + state))

    def keys(self) -> dict[str, tuple[str, ...]]:
        """Return the keys that were given to commands on this platform, by the command's id."""
        self._store.beginGroup(_KEYS)
        given = {name: self._store.value(name) for name in self._store.childKeys()}
        self._store.endGroup()
        return {name: keys for name, raw in given.items() if (keys := self._keys(name, raw)) is not None}

    def _keys(self, name: str, raw: object) -> tuple[str, ...] | None:
        keys = tuple(raw.split()) if isinstance(raw, str) and len(raw) <= _LONGEST_KEYS else None
        if keys is None or len(keys) > _MOST_KEYS or not all(map(is_key, keys)):
            self._report(f"{_KEYS}/{name}")
            return None
        return keys

    def set_keys(self, given: Mapping[str, tuple[str, ...]]) -> None:
        """Keep the keys of the commands that have others than they came with; none is kept as none."""
        self._store.remove(_KEYS)
        for name, keys in given.items():
            self._store.setValue(f"{_KEYS}/{name}", " ".join(keys))

    def recent(self) -> list[str]:
        """Return the projects opened before, the last one first."""
        value = self._store.value("recent", [])
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list):
            return []
        read = (SETTINGS["last_project"].read(name) for name in names)
        return [str(name) for name in read if name][:_MOST_RECENT]

    def forget_project(self, path: str) -> None:
        """Take a project out of the recent ones; its file stays where it is."""
        self._store.setValue("recent", [known for known in self.recent() if known != path])
        if self.text("last_project") == path:
            self.set("last_project", "")

    def recent_details(self) -> dict[str, dict[str, object]]:
        """Return what is known of recent projects: `opened` (ISO 8601), `letters`, `done`."""
        import json  # 5 ms that the first picture does without

        try:
            details = json.loads(self.text("recent_details"))
        except (ValueError, RecursionError):
            details = None
        if not isinstance(details, dict):
            self._report("recent_details")
            return {}
        return {path: entry for path, entry in details.items() if is_detail(entry)}

    def remember_details(self, path: str, **details: object) -> None:
        """Keep something of a recent project; what is known of others that are no longer recent goes."""
        import json

        known = self.recent_details()
        known[path] = known.get(path, {}) | details
        kept = {name: entry for name, entry in known.items() if name in {path, *self.recent()}}
        self.set("recent_details", json.dumps(kept))

    def remember_project(self, path: str) -> None:
        """Put a project at the head of the recent ones."""
        self._store.setValue("recent", [path, *(p for p in self.recent() if p != path)][:_MOST_RECENT])
        self.set("last_project", path)

    def layouts(self) -> list[str]:
        """Return the names of the layouts that were kept, in their order."""
        value = self._store.value("layouts", [])
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list):
            return []
        return [n for n in names if isinstance(n, str) and 0 < len(n) <= _LONGEST_NAME][:_MOST_LAYOUTS]

    def set_layouts(self, names: Sequence[str]) -> None:
        """Keep the names of the layouts."""
        self._store.setValue("layouts", list(names)[:_MOST_LAYOUTS])

    def place(self, path: str) -> str:
        """Return what was kept of where one was in a project; "" where nothing was."""
        value = self._store.value(f"places/{digest(path.encode(errors='surrogateescape')).hex()}")
        return value if isinstance(value, str) and len(value) <= LONGEST_TEXT else ""

    def set_place(self, path: str, place: str) -> None:
        """Keep where one was in a project, as long as it is one of the recent ones."""
        kept = {digest(p.encode(errors="surrogateescape")).hex(): p for p in (path, *self.recent())}
        self._store.beginGroup("places")
        for name in self._store.childKeys():
            if name not in kept:
                self._store.remove(name)
        self._store.endGroup()
        self._store.setValue(f"places/{digest(path.encode(errors='surrogateescape')).hex()}", place)
