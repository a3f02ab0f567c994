"""Which models there are to recognise text with, and which a letter in a language is read with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.resources import resource_path

SUFFIX = ".traineddata"
MODES = ("auto", "all", "never")  # recognise pages without text, all pages, none
_OTHER = "eng"  # reads what is doubtful once more
# Names of models are ISO 639-2, languages of projects mostly ISO 639-1.
_NAMES: Mapping[str, str] = {
    "nl": "nld",
    "en": "eng",
    "de": "deu",
    "fr": "fra",
    "fy": "fry",
    "es": "spa",
    "it": "ita",
    "da": "dan",
    "sv": "swe",
    "pt": "por",
}
NOT_INSTALLED = QT_TRANSLATE_NOOP(
    "Recognition",
    "{name} has no text on {count:page|pages} of {pages:,}, and nothing is installed "
    'that recognises it: install the extra "ocr" (pip install "kanttekening[ocr]"), then '
    "import it again.",
)


@dataclass(frozen=True, slots=True)
class Recognition:
    """What is recognised at import, and how; plain data for worker processes.

    `mode` is one of MODES; `language` that of the letters (`nl`); `own_models` a folder with more models, or
    "". `kept` is the folder in which pages are kept until their letter is in the project; "" keeps none.
    With `pages` (from 0, in the source) these alone are recognised.
    """

    mode: str = "auto"
    language: str = "nl"
    own_models: str = ""
    kept: str = ""
    pages: tuple[int, ...] = ()


def models(own: str = "") -> dict[str, Path]:
    """Return the folders of all models by their names (`nld`); a user's own go before the program's."""
    found: dict[str, Path] = {}
    for folder in (*((Path(own),) if own else ()), resource_path("tessdata")):
        if folder.is_dir():
            for file in sorted(folder.glob(f"*{SUFFIX}")):
                found.setdefault(file.name.removesuffix(SUFFIX), folder)
    return found


def models_for(choice: Recognition) -> list[tuple[str, Path]]:
    """Return the models that letters are read with: that of their language, and another for what is doubtful.

    A language without a model is read with the other one.
    """
    known = models(choice.own_models)
    wanted = (_NAMES.get(choice.language, choice.language), _OTHER, "nld")
    return [(name, known[name]) for name in dict.fromkeys(wanted) if name in known][:2]


def not_installed(name: str, count: int, pages: int) -> Message:
    """Say that pages without text stay so, and what to install."""
    return Message("Recognition", NOT_INSTALLED, {"name": name, "count": count, "pages": pages})
