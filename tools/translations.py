"""Take the texts of the screen over into resources/translations, and compile what is translated there.

    make translations

lupdate finds the texts in annotator/ and adds new ones to the .ts files, unfinished; texts that are gone go
there too. A translator finishes them (in Qt Linguist, or in an editor), runs this again, and commits the .ts
and the .qm: the program reads the .qm, and a checkout needs no Qt tools to have them. Exit code 1 while a
text has no finished translation.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
# English is what stands in the program: only its plurals ("%n letter(s)") need a file.
LANGUAGES = {"nl": (), "en": ("-pluralonly",)}


def file_of(language: str, ending: str = "ts", folder: Path = FOLDER) -> Path:
    """Return the path of a language's file: `ts`, what translators write, or `qm`, what the program reads."""
    return folder / f"kanttekening_{language}.{ending}"


def update(language: str, folder: Path = FOLDER) -> Path:
    """Take the texts of the program over into a language's .ts file, made where there is none."""
    path = file_of(language, folder=folder)
    sources = sorted(str(source.relative_to(ROOT)) for source in (ROOT / "annotator").rglob("*.py"))
    # No line numbers: they would change the file with every change of the program.
    form = ("-no-obsolete", "-locations", "none", "-sort-messages", "-silent")
    # Another text needs a translator's eye, however alike it looks.
    strict = ("-disable-heuristic", "similartext", "-disable-heuristic", "sametext")
    languages = ("-source-language", "en", "-target-language", language)
    _run("pyside6-lupdate", *sources, *form, *strict, *languages, *LANGUAGES[language], "-ts", str(path))
    return path


def compile_file(language: str, folder: Path = FOLDER) -> Path:
    """Compile a language's .ts file into its .qm file in a folder; unfinished texts are left out."""
    compiled = file_of(language, "qm", folder)
    _run("pyside6-lrelease", "-silent", str(file_of(language)), "-qm", str(compiled))
    return compiled


def unfinished(path: Path) -> list[tuple[str, str]]:
    """Return (context, text) of what has no finished translation in a .ts file."""
    return [
        (context, message.findtext("source", ""))
        for context, message in messages(path)
        if (translation := message.find("translation")) is None
        or translation.get("type")
        or not all(forms_of(message))
    ]


def messages(path: Path) -> Iterable[tuple[str, ET.Element]]:
    """Yield the messages of a .ts file, each with its context."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def forms_of(message: ET.Element) -> list[str]:
    """Return the translation of a message, one text for each of its plural forms."""
    translation = message.find("translation")
    if translation is None:
        return []
    plural = translation.findall("numerusform")
    return [form.text or "" for form in plural] if plural else [translation.text or ""]


def _run(tool: str, *arguments: str) -> None:
    found = Path(sysconfig.get_path("scripts"), tool)
    subprocess.run([str(found), *arguments], cwd=ROOT, check=True)


def main() -> int:
    """Update and compile every language; say what is left to translate."""
    FOLDER.mkdir(exist_ok=True)
    left = 0
    for language in LANGUAGES:
        for context, text in unfinished(update(language)):
            left += 1
            print(f"{language}: not translated yet, in {context}: {text}", file=sys.stderr)
        compile_file(language)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
