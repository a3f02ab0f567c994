"""Reading a REFI-QDA project (.qdpx, or its project.qde alone) or codebook (.qdc).

Nothing outside the file is looked at, whatever paths it names. What is not read is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from annotator.core.messages import Message
from annotator.core.printable import printable
from annotator.core.user_errors import UserError
from annotator.importers.files import read_bytes
from annotator.importers.office.archive import Archive, DamagedPart, Said
from annotator.importers.refi_qda import sentences
from annotator.importers.refi_qda.model import Code, QdaProject, Variable
from annotator.importers.refi_qda.sources import Sources
from annotator.importers.refi_qda.xmi import of_cases
from annotator.importers.refi_qda.xml import attribute, children, guid, text_of
from annotator.importers.xml_reading import Element, name_of, parse_xml

LIMIT = 1_000_000_000  # bytes: pictures and sound may lie in it, which are not read
_MOST_XML = 100_000_000
_DEEPEST = 50
_DESCRIPTION = "project.qde"
SUFFIXES = (".qdpx", ".qde", ".qdc")
_SAID = Said(sentences.BROKEN, sentences.LOCKED, sentences.BOMB, sentences.TOO_MANY_PARTS)


def is_qda(data: bytes) -> bool:
    """Tell whether a file may be of REFI-QDA, by how it begins: XML or a ZIP archive."""
    head = data[:4].removeprefix(b"\xef\xbb\xbf")
    return data.startswith((b"PK\x03\x04", b"\xff\xfe<\0", b"\xfe\xff\0<")) or head.lstrip()[:1] == b"<"


class Folder:
    """The folder of sources beside a project.qde: plain files in it, and nothing that leads elsewhere."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def bytes_of(self, name: str) -> bytes | None:
        """Return what the file `sources/NAME` holds; None without it. Raises `UserError` where it is too
        large."""
        file = self._path / PurePosixPath(name).name
        if not file.is_file() or file.is_symlink() or self._path.is_symlink():
            return None
        return read_bytes(file, LIMIT)


def read_project(path: Path) -> QdaProject:
    """Read a project or a codebook from a file, and the sources of one that is unpacked. Raises
    `UserError`."""
    return read(printable(path.name), read_bytes(path, LIMIT), Folder(path.parent / "sources"))


def read(shown: str, data: bytes, beside: Folder | None = None) -> QdaProject:
    """Read a project or a codebook; `shown` is the file's name in messages. Raises `UserError`."""
    archive = Archive(shown, data, _SAID) if data.startswith(b"PK") else None
    if archive is not None and (cases := _cases(archive)):
        return of_cases(_stem(shown), [(name, parse_xml(shown, part)) for name, part in cases])
    root = _root(shown, data if archive is None else _described(shown, archive))
    kind = name_of(root)
    if kind == "XMI":
        return of_cases(_stem(shown), [(shown, root)])
    if kind == "CodeBook":
        return QdaProject(_stem(shown), attribute(root, "origin"), tuple(_codes(root)))
    if kind != "Project":
        raise _problem(sentences.NO_PROJECT, shown)
    sources = Sources(root, archive or beside)
    letters = tuple(sources.letters())
    return QdaProject(
        attribute(root, "name") or _stem(shown),
        attribute(root, "origin"),
        tuple(code for book in children(root, "CodeBook") for code in _codes(book)),
        tuple(_variables(root)),
        letters,
        (*sources.left, *_left(root)),
    )


def _cases(archive: Archive) -> list[tuple[str, bytes]]:
    """Return the CAS files of UIMA in an archive that is no project, with their names."""
    if any(name.endswith(".qde") for name in archive.names):
        return []
    names = sorted(name for name in archive.names if name.lower().endswith(".xmi"))
    return [(name, archive.bytes_of(name) or b"") for name in names]


def _described(shown: str, archive: Archive) -> bytes:
    """Return the description of a project: some programs put it in a folder, or give it another name."""
    names = sorted(archive.names, key=lambda name: (name != _DESCRIPTION, name.count("/"), name))
    found = next((name for name in names if name.endswith(".qde")), None)
    if found is None:
        raise _problem(sentences.NO_PROJECT, shown)
    try:
        return archive.bytes_of(found) or b""
    except DamagedPart as error:
        raise _problem(sentences.BROKEN, shown) from error


def _root(shown: str, data: bytes) -> Element:
    if not is_qda(data) or data.startswith(b"PK"):
        raise _problem(sentences.NO_PROJECT, shown)
    if len(data) > _MOST_XML:
        raise _problem(sentences.BOMB, shown, part=_DESCRIPTION)
    return parse_xml(shown, data)


def _codes(book: Element) -> Iterator[Code]:
    for codes in children(book, "Codes"):
        yield from _nested(codes, "", 0)


def _nested(above: Element, parent: str, depth: int) -> Iterator[Code]:
    for each in children(above, "Code") if depth < _DEEPEST else ():
        code_guid = guid(each)
        name = " ".join(attribute(each, "name").split())
        yield Code(code_guid, name, _colour(attribute(each, "color")), text_of(each, "Description"), parent)
        yield from _nested(each, code_guid, depth + 1)


def _colour(said: str) -> str:
    plain = said.strip().lower()
    if len(plain) == len("#rgb"):
        plain = "#" + "".join(2 * sign for sign in plain[1:])
    return plain


def _variables(root: Element) -> Iterator[Variable]:
    for variables in children(root, "Variables"):
        for each in children(variables, "Variable"):
            name = " ".join(attribute(each, "name").split())
            yield Variable(guid(each), name, attribute(each, "typeOfVariable"))


def _left(root: Element) -> Iterator[Message]:
    held = [inner for name in ("Sets", "Links", "Graphs") for each in children(root, name) for inner in each]
    if held:
        yield Message("Qda", sentences.SETS, {"count": len(held)})


def _stem(shown: str) -> str:
    return Path(shown).stem


def _problem(text: str, shown: str, **params: object) -> UserError:
    return UserError(Message("Qda", text, {"name": shown, **params}))
