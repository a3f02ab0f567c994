"""Which language the letters of a project are in: a setting of the project."""

from __future__ import annotations

from annotator.language.languages import DUTCH, folder_of, is_id, version_of
from annotator.storage.project import save_setting
from annotator.storage.reader import Reader
from annotator.storage.store import Store

_KEY = "text_language"


def language_of(reader: Reader) -> str:
    """Return the id of the language of the project's letters."""
    kept = reader.setting(_KEY)
    return kept if is_id(kept) else DUTCH


def engine_of(reader: Reader) -> str:
    """Return what the key begins with under which suspects are kept: the engine and the language."""
    return version_of(language_of(reader))


def set_language(store: Store, language: str) -> None:
    """Say which language the letters are in; wait until it is in the file.

    What was found in them under another one counts no more. Raises `UserError` if there is no such one.
    """
    folder_of(language)
    store.do(lambda connection: save_setting(connection, _KEY, language))
