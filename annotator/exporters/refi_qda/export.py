"""A project for ATLAS.ti, NVivo, MAXQDA, QualCoder (REFI-QDA 1.5), and its codebook alone.

Offsets are code points, ends exclusive, as those programs write them. GUIDs are made of the letters' own
uids: the same export has the same.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import IO

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.refi_guids import STATUS, field_guid, guid_of
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.refi_qda.areas import SOURCES, areas_for
from annotator.exporters.refi_qda.codes import codes_of, name_of_variable, type_of_variable
from annotator.exporters.refi_qda.elements import CODEBOOK, PROJECT, element, root_tags, sub, written
from annotator.exporters.refi_qda.letter import LetterElements, is_held
from annotator.exporters.wording import word
from annotator.exporters.xml_text import UNFIT_SIGNS, unfit_signs

_CHUNK = 1_000_000
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # ZIP knows none before; the same export is the same bytes
_PARTS = ("Cases", "Sources", "Notes")


class _Project:
    """A project that is written letter by letter: what was written is not kept in memory."""

    def __init__(
        self, archive: zipfile.ZipFile, context: ExportContext, parts: Mapping[str, IO[bytes]]
    ) -> None:
        """`parts` are files, each for one of _PARTS."""
        self._zip, self._context, self._parts = archive, context, parts
        self._users: dict[str, str] = {}
        self._positions: dict[str, set[int]] = {}

    def _user(self, analyst: str) -> str:
        return self._users.setdefault(analyst, guid_of("user", analyst)) if analyst else ""

    def add(self, one: ExportLetter) -> None:
        """Add a letter: its text at once, its elements to the parts that wait."""
        context = self._context
        areas = areas_for(one, context)
        made = LetterElements(one, context.codebook, context.language, self._user, areas)
        self._parts["Sources"].write(written(made.source()))
        for note in made.notes:
            self._parts["Notes"].write(written(note))
        for field, value in made.values():
            self._positions.setdefault(field.id, set()).add(value.position)
        self._parts["Cases"].write(written(made.case()))
        self._put(f"sources/{made.file_name}", [one.letter.text.encode()])
        if areas is not None:
            self._put(f"sources/{made.pdf_name}", [areas.data])

    def close(self) -> None:
        """Write what describes the project, of its parts in their order."""
        self._put("project.qde", self._described())

    def _put(self, name: str, data: Iterable[bytes]) -> None:
        info = zipfile.ZipInfo(name, _EARLIEST)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        with self._zip.open(info, "w", force_zip64=True) as file:
            for piece in data:
                file.write(piece)

    def _described(self) -> Iterator[bytes]:
        context, language = self._context, self._context.language
        head, end = root_tags(
            "Project",
            PROJECT,
            name=context.codebook.name(language) or "Kanttekening",
            origin=context.program,
            creationDateTime=context.made_at,
        )
        yield head
        if self._users:
            users = element("Users")
            for name, guid in self._users.items():
                sub(users, "User", guid=guid, name=name)
            yield written(users)
        book = element("CodeBook")
        book.append(codes_of(context.codebook, language))
        yield written(book)
        yield self._variables()
        for name, part in self._parts.items():
            if part.tell():
                yield f"<{name}>\n".encode()
                part.seek(0)
                while data := part.read(_CHUNK):
                    yield data
                yield f"</{name}>\n".encode()
        yield end

    def _variables(self) -> bytes:
        book, language = self._context.codebook, self._context.language
        variables = element("Variables")
        sub(variables, "Variable", guid=STATUS, name=word("status", language), typeOfVariable="Text")
        for field in book.value_fields():
            for position in sorted({0} | self._positions.get(field.id, set())):
                sub(
                    variables,
                    "Variable",
                    guid=field_guid(field.id, position),
                    name=name_of_variable(book, field, position, language),
                    typeOfVariable=type_of_variable(field),
                )
        return written(variables)


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    with (
        tempfile.TemporaryDirectory(prefix="kanttekening-") as folder,
        tempfile.TemporaryFile(dir=folder) as file,
        ExitStack() as held,
    ):
        parts = {part: held.enter_context(tempfile.TemporaryFile(dir=folder)) for part in _PARTS}
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            project = _Project(archive, context, parts)
            for one in letters:
                project.add(one)
                yield Piece("", b"")  # a moment to hear of a cancel
            project.close()
        file.seek(0)
        while data := file.read(_CHUNK):
            yield Piece("", data)


def _codebook_pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    for _ in letters:
        yield Piece("", b"")
    head, end = root_tags("CodeBook", CODEBOOK, origin=context.program)
    yield Piece("", head + written(codes_of(context.codebook, context.language, whole=False)) + end)


# ---------------------------------------------------------------------- what stays behind
CORRECTIONS = Message(
    "Export",
    QT_TRANSLATE_NOOP("Export", "corrections are applied, but what the OCR said is left out"),
)
EVIDENCE = Message("Export", QT_TRANSLATE_NOOP("Export", "values go without their evidence"))
VALUES = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "values that are only proposed or could not be read are left out")
)
EMPTIED = Message("Export", QT_TRANSLATE_NOOP("Export", "passages whose words were deleted are left out"))
PAGES = Message("Export", QT_TRANSLATE_NOOP("Export", "page breaks are left out"))
VERDICTS = Message("Export", QT_TRANSLATE_NOOP("Export", "verdicts on suspects are left out"))
LETTERS = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "letters are left out: this format holds the codebook's tags alone")
)


def _leaves_out(one: ExportLetter, context: ExportContext) -> Iterator[Omission]:
    letter = one.letter
    held = {
        value.uid
        for value in letter.values.values()
        if (field := context.codebook.field(value.field)) is not None and is_held(field, value)
    }
    notes = [letter.about.note, letter.about.title, *(row.note for row in letter.passages.values())]
    counted = (
        (CORRECTIONS, len(letter.corrections)),
        (EVIDENCE, len(held & letter.spans.keys())),
        (VALUES, len(letter.values) - len(held)),
        (EMPTIED, sum(span.start == span.end for span, _ in letter.placed_passages())),
        (PAGES, max(0, len(letter.pages) - 1)),
        (VERDICTS, len(letter.verdicts)),
        (UNFIT_SIGNS, sum(map(unfit_signs, notes))),
    )
    yield from (Omission(what, times) for what, times in counted if times)


def _leaves_letters_out(_one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    yield Omission(LETTERS, 1)


REFI_QDA = Exporter(
    "refi-qda",
    Message("Export", QT_TRANSLATE_NOOP("Export", "REFI-QDA project (.qdpx)")),
    _pieces,
    ".qdpx",
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export",
            "For ATLAS.ti, NVivo, MAXQDA, QualCoder: texts, codes, passages, sections, notes, values.",
        ),
    ),
    leaves_out=_leaves_out,
    choices=(SOURCES,),
)
REFI_QDC = Exporter(
    "refi-qdc",
    Message("Export", QT_TRANSLATE_NOOP("Export", "REFI-QDA codebook (.qdc)")),
    _codebook_pieces,
    ".qdc",
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP("Export", "For ATLAS.ti, NVivo, MAXQDA, QualCoder: the codebook's tags alone."),
    ),
    leaves_out=_leaves_letters_out,
)
