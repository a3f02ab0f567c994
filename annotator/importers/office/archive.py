"""The parts of a ZIP archive, as an office file is one: read one by one, each within limits."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import NamedTuple

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.office import sentences
from annotator.importers.xml_reading import Element, parse_xml

MOST_PARTS = 20_000
MOST_BYTES = 300_000_000  # unpacked, of all parts that are read
# Text packs to a tenth, tables to a fiftieth. What packs better, and is large, was made to do harm.
_MOST_RATIO = 400
_SMALL = 20_000_000  # bytes that may be packed as well as they like
_LOCAL, _END = b"PK\x03\x04", b"PK\x05\x06"
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_ENCRYPTED = 0x1

# What reading damaged archives raises, beside what it should.
_DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    struct.error,
)


class Said(NamedTuple):
    """What is said of an archive that cannot be read."""

    broken: str
    locked: str
    bomb: str
    too_many: str


OFFICE = Said(sentences.BROKEN, sentences.LOCKED, sentences.BOMB, sentences.TOO_MANY_PARTS)


class DamagedPart(Exception):
    """A part is there but cannot be unpacked."""


class Archive:
    """The parts of an archive by their names; `said` has the sentences for its kind of file.

    Raises `UserError` where the file is no archive.
    """

    def __init__(self, shown: str, data: bytes, said: Said = OFFICE) -> None:
        self.shown, self._said = shown, said
        self._left = MOST_BYTES
        if _count(data) > MOST_PARTS:
            raise self._problem(self._said.too_many, limit=MOST_PARTS)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise self._problem(self._said.broken) from error
        self._parts = {plain_name(info.filename): info for info in self._zip.infolist()}
        if len(self._parts) > MOST_PARTS:
            raise self._problem(self._said.too_many, limit=MOST_PARTS)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in small letters."""
        return tuple(self._parts)

    def bytes_of(self, name: str) -> bytes | None:
        """Return what a part holds; None where there is none. Raises `DamagedPart`, and `UserError`."""
        info = self._parts.get(plain_name(name))
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise self._problem(self._said.locked)
        most = min(self._left, max(_SMALL, _MOST_RATIO * info.compress_size))
        try:
            with self._zip.open(info) as part:
                data = part.read(most + 1)
        except _DAMAGE as error:
            raise DamagedPart(name) from error
        if len(data) > most:
            raise self._problem(self._said.bomb, part=name)
        self._left -= len(data)
        return data

    def root_of(self, name: str) -> Element | None:
        """Return the root of a part of XML; None where there is no such part.

        Raises `DamagedPart` where it is damaged, and `UserError` where it is beyond the limits or does harm.
        """
        data = self.bytes_of(name)
        if data is None:
            return None
        try:
            return parse_xml(self.shown, data)
        except UserError as problem:
            if problem.message.params.get("line") is None:
                raise
            raise DamagedPart(name) from problem

    def _problem(self, text: str, **params: object) -> UserError:
        return UserError(Message("Import", text, {"name": self.shown, **params}))


def plain_name(name: str) -> str:
    """Return the name of a part as it is looked for: capitals do not matter, and some write `\\` for `/`."""
    return name.replace("\\", "/").lstrip("/").lower()


def names_in(data: bytes) -> tuple[str, ...] | None:
    """Return the names of the parts of a ZIP archive, in small letters; None where there are none."""
    if not data.startswith(_LOCAL) or not 0 <= _count(data) <= MOST_PARTS:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(map(plain_name, archive.namelist()))
    except _DAMAGE:
        return None


def _count(data: bytes) -> int:
    """Return how many parts the end of an archive says that it has; -1 where it has no end.

    Listing them takes time and memory: this comes before.
    """
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    return int.from_bytes(data[at + 10 : at + 12], "little") if at >= 0 else -1
