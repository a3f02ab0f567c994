"""The settings of this computer's analyst: a table of what there is, kept in an ini file."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", str, int, bool)

# key: what it is when nobody chose. A new setting is one row.
DEFAULTS: dict[str, str | int | bool] = {
    "analyst": "",
    "language": "",  # "" follows the system
    "theme": "system",
    "text_size": 100,  # per cent, of the letter's text
    "window_size": 100,  # per cent, of all other text
    "backup_automatic": True,
    "backup_folder": "",  # "" is beside the project
    "page_place": "",  # of the page images: beside, above or hidden; "" goes by the room
    "page_zoom": "text",
    "page_follows": True,
    "last_project": "",
    "last_export_folder": "",
    "last_folder": "",
    "recent_details": "{}",  # of projects, by their paths: when they were open, and what was in them
    "recent_choices": "",  # of the palette, the last one first
    "find_match_case": False,
    "find_whole_word": False,
    "find_ignore_accents": True,
    "find_regular": False,
}
# A key that one system leaves free may be another's own.
_KEYS = f"keys-{sys.platform}"


class Settings:
    """Typed access to the settings; an ini file gives strings back, so each value is read as its
    default's type."""

    def __init__(self, folder: Path | None = None) -> None:
        import platformdirs

        self._folder = folder or Path(platformdirs.user_config_dir("kanttekening"))
        self._store = QSettings(str(self._folder / "kanttekening.ini"), QSettings.Format.IniFormat)

    def text(self, key: str) -> str:
        """Return a setting that is a text."""
        return str(self._store.value(key, DEFAULTS[key], type=str))

    def number(self, key: str) -> int:
        """Return a setting that is a whole number."""
        return int(str(self._store.value(key, DEFAULTS[key], type=int)))

    def flag(self, key: str) -> bool:
        """Return a setting that is on or off."""
        return bool(self._store.value(key, DEFAULTS[key], type=bool))

    def set(self, key: str, value: str | int | bool) -> None:
        """Keep a setting."""
        if key not in DEFAULTS:
            raise KeyError(key)
        self._store.setValue(key, value)

    def sync(self) -> None:
        """Write what was set now; it is written soon anyway."""
        self._store.sync()

    def state(self, key: str) -> QByteArray:
        """Return a saved layout; empty where there is none."""
        value = self._store.value(f"layout/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, value: QByteArray) -> None:
        """Keep a layout."""
        self._store.setValue(f"layout/{key}", value)

    def keys(self) -> dict[str, tuple[str, ...]]:
        """Return the keys that were given to commands on this platform, by the command's id."""
        self._store.beginGroup(_KEYS)
        given = {name: str(self._store.value(name, "", type=str)) for name in self._store.childKeys()}
        self._store.endGroup()
        return {name: tuple(keys.split()) for name, keys in given.items()}

    def set_keys(self, given: Mapping[str, tuple[str, ...]]) -> None:
        """Keep the keys of the commands that have others than they came with; none is kept as none."""
        self._store.remove(_KEYS)
        for name, keys in given.items():
            self._store.setValue(f"{_KEYS}/{name}", " ".join(keys))

    def recent(self) -> list[str]:
        """Return the projects opened before, the last one first."""
        value = self._store.value("recent", [])
        names = [value] if isinstance(value, str) else value
        return [str(name) for name in names] if isinstance(names, list) else []

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
        except ValueError:
            return {}
        return {path: entry for path, entry in details.items() if isinstance(entry, dict)}

    def remember_details(self, path: str, **details: object) -> None:
        """Keep something of a recent project; what is known of others that are no longer recent goes."""
        import json

        known = self.recent_details()
        known[path] = known.get(path, {}) | details
        kept = {name: entry for name, entry in known.items() if name in {path, *self.recent()}}
        self.set("recent_details", json.dumps(kept))

    def remember_project(self, path: str) -> None:
        """Put a project at the head of the recent ones."""
        self._store.setValue("recent", [path, *(p for p in self.recent() if p != path)][:9])
        self.set("last_project", path)
