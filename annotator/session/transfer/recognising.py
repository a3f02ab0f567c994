"""Recognising pages that are pictures, as import asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers.interface import ImportedLetter
from annotator.importers.pdf.sentences import NO_TEXT
from annotator.recognition.models import Recognition, not_installed

NO_FOLDER = QT_TRANSLATE_NOOP(
    "Recognition",
    "There is no folder {folder} with models for recognising text: name another one, or none.",
)

NOT_INSTALLED_AT_ALL = QT_TRANSLATE_NOOP(
    "Recognition",
    'Nothing is installed that recognises text: install the extra "ocr" (pip install "kanttekening[ocr]").',
)


def recognition(mode: str = "auto", own_models: str = "") -> Recognition:
    """Return what is recognised at import: `mode` is one of `MODES`, `own_models` a folder or "".

    What was recognised is kept in the user's cache folder until its letter is in the project. Raises
    `UserError` where the folder is not there.
    """
    if own_models and not Path(own_models).is_dir():
        raise UserError(Message("Recognition", NO_FOLDER, {"folder": own_models}))
    return Recognition(mode, own_models=own_models, kept=kept_folder())


def kept_folder() -> str:
    """Return the folder in which recognised pages are kept until the project has them."""
    import platformdirs

    return str(Path(platformdirs.user_cache_dir("kanttekening")) / "recognised")


def saying_what_to_install(letter: ImportedLetter) -> ImportedLetter:
    """Have the remark that pages have no text say what to install, so that they are recognised."""
    warnings = tuple(
        not_installed(letter.source_name, int(str(w.params["count"])), int(str(w.params["pages"])))
        if w.text == NO_TEXT
        else w
        for w in letter.warnings
    )
    return replace(letter, warnings=warnings) if warnings != letter.warnings else letter
