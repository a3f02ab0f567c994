"""The languages that letters can be in: a folder of word tables each.

Some come with the program (`resources/words`); others a user puts beside them, into `words` in the program's
data folder. `make_tables.py` makes a folder's `lexicon.xz` of a word list and a list of counts; nothing else
is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.language.version import VERSION
from annotator.resources import resource_path

DUTCH = "nl"
ENGLISH = "en"
NAMES: Mapping[str, str] = {
    DUTCH: QT_TRANSLATE_NOOP("Languages", "Dutch"),
    ENGLISH: QT_TRANSLATE_NOOP("Languages", "English"),
}
_NEEDED = "lexicon.xz"
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{1,15}")
_MISSING = QT_TRANSLATE_NOOP(
    "Languages",
    "There are no word tables for the language {language}: choose one of {known}, or put a folder of that"
    " name into {folder}.",
)


def own_folder() -> Path:
    """Return the folder in which a user puts the folders of other languages; it need not be there."""
    import platformdirs

    return Path(platformdirs.user_data_dir("kanttekening")) / "words"


def languages() -> dict[str, Path]:
    """Return the folders by the language's id (`nl`), Dutch first; a user's own goes before the program's."""
    found: dict[str, Path] = {}
    for folder in (own_folder(), resource_path("words")):
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if _ID.fullmatch(path.name) and (path / _NEEDED).is_file():
                    found.setdefault(path.name, path)
    return dict(sorted(found.items(), key=lambda item: (item[0] != DUTCH, item[0])))


def is_id(name: str) -> bool:
    """Tell whether a language can have this id."""
    return _ID.fullmatch(name) is not None


def folder_of(language: str) -> Path:
    """Return a language's folder. Raises UserError, which names those that there are."""
    found = languages()
    if language not in found:
        params: dict[str, object] = {
            "language": language,
            "known": ", ".join(found),
            "folder": str(own_folder()),
        }
        raise UserError(Message("Languages", _MISSING, params))
    return found[language]


def version_of(language: str) -> str:
    """Return what changes when the answers for a language may: what is kept under it begins so."""
    return f"{VERSION}:{language}|"
