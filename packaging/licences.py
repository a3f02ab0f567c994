"""The licences of what a bundle ships: gathered into one folder, with a list of what is under which.

Called by `kanttekening.spec`. Texts come from the Python packages, from Python itself, and for the system's
libraries from Debian's own notes of copyright; on another system those are left to who builds the bundle.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PINS = _ROOT / "requirements" / "run.txt"
# What builds the program and is no part of it.
_TOOLS = {"editables", "hatchling", "packaging", "pathspec", "pip", "pluggy", "tomlkit", "trove-classifiers"}
_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
# Under the LGPL and without its text: Qt and its binding. Debian has the text.
_COMMON = Path("/usr/share/common-licenses")
_COMMON_TEXTS = ("LGPL-3", "GPL-3")


def collect(folder: Path, libraries: Iterable[Path]) -> Path:
    """Fill a folder with the licences of the program, its packages and these libraries; return the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [
        "What this program is made of, and under which licence. The texts are in the folders beside.",
        "",
    ]
    _put(folder, "kanttekening", [_ROOT / "LICENSE"])
    lines.append("kanttekening: MIT; its lists of words: CC BY-SA 4.0; its models for OCR: Apache 2.0")
    for found in packages():
        _put(folder, found.name, texts_of(found))
        lines.append(f"{found.name} {found.version}: {licence_of(found)}")
    _put(folder, "python", [Path(sysconfig.get_path("stdlib"), "LICENSE.txt")])
    lines.append(f"Python {sys.version.split()[0]}: PSF-2.0")
    _put(folder, "common", [_COMMON / name for name in _COMMON_TEXTS])
    for package, note in sorted(system_notes(libraries).items()):
        _put(folder, f"system/{package}", [note])
        lines.append(f"{package} (a library of the system): see system/{package}")
    (folder / "LIST.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def packages() -> Iterator[Distribution]:
    """Yield the Python packages that the program needs and that are installed, in order of name."""
    for line in _PINS.read_text(encoding="utf-8").splitlines():
        name = re.match(r"([a-z0-9.-]+)==", line)
        if name is None or name[1] in _TOOLS:
            continue
        try:
            yield distribution(name[1])
        except PackageNotFoundError:
            continue  # of another system, or another Python


def texts_of(found: Distribution) -> list[Path]:
    """Return the files of a package that say its licence."""
    inside = [Path(str(found.locate_file(file))) for file in found.files or () if ".dist-info/" in str(file)]
    return [path for path in inside if _TEXT.search(path.name) and path.is_file()]


def licence_of(found: Distribution) -> str:
    """Return in a few words what a package says of its licence."""
    said = found.metadata
    classified = [
        kind.split("::")[-1].strip() for kind in said.get_all("Classifier") or () if "License ::" in kind
    ]
    free = (said.get("License") or "").strip().splitlines()
    return said.get("License-Expression") or "; ".join(classified) or (free[0] if free else "see its text")


def system_notes(libraries: Iterable[Path]) -> dict[str, Path]:
    """Return the note of copyright of each Debian package that these libraries are of."""
    paths = sorted(
        {str(path.resolve()) for path in libraries if path.is_absolute() and path.parts[1] in {"lib", "usr"}}
    )
    if not paths or shutil.which("dpkg-query") is None:
        return {}
    # Where /lib is a link to /usr/lib, the list of files may have either.
    paths += [path.removeprefix("/usr") for path in paths]
    said = subprocess.run(["dpkg-query", "-S", *paths], check=False, capture_output=True, text=True).stdout
    names = {line.split(":")[0] for line in said.splitlines() if not line.startswith("diversion")}
    notes = {name: Path("/usr/share/doc", name, "copyright") for name in names}
    return {name: note for name, note in notes.items() if note.is_file()}


def _put(folder: Path, name: str, texts: Iterable[Path]) -> None:
    dest = folder / name
    for text in texts:
        if text.is_file():
            dest.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, dest / text.name)
