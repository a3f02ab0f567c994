"""Parcels: several files that are one letter, as the bytes of one source.

A parcel is a ZIP that compresses nothing, so any program can unpack it. The same files make the same bytes:
names are in order, there are no dates, no rights, and nothing of the machine that made it. It is known by its
comment. Why it is so: docs/adr/0021-parcels.md.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.natural_order import natural
from annotator.core.user_errors import UserError

# docs/project-file.md describes the format. A source is known by its SHA-256, so the format never changes.
MARK = b"Kanttekening parcel 1"
MOST_PARTS = 5_000
MOST_BYTES = 500_000_000  # of all parts
LONGEST_NAME = 255  # code points
_LOCAL_HEADER = b"PK\x03\x04"
_DATE = (1980, 1, 1, 0, 0, 0)  # the first one that a ZIP knows
_UNIX = 3
_RIGHTS = 0o100644 << 16
_ENCRYPTED = 1
_NOT_IN_NAMES = frozenset('\\:*?"<>|')  # what no file of Windows is called

TOO_MANY = QT_TRANSLATE_NOOP(
    "Import", "{count:,} files are too many for one letter, which may have {limit:,}: split them."
)
BAD_NAME = QT_TRANSLATE_NOOP(
    "Import", "{name} cannot be the name of a letter's file: give it one without signs such as / or \\."
)
TOO_LARGE = QT_TRANSLATE_NOOP(
    "Import", "The files of this letter are more than {limit:,} MB together: split them."
)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the parcel of the files; a name may have folders (`page/1.xml`).

    Raises `UserError` where they are too many or too large, or a name would lead out of the folder that it
    is unpacked in.
    """
    if len(parts) > MOST_PARTS:
        raise UserError(Message("Import", TOO_MANY, {"count": len(parts), "limit": MOST_PARTS}))
    if sum(map(len, parts.values())) > MOST_BYTES:
        raise UserError(Message("Import", TOO_LARGE, {"limit": MOST_BYTES // 1_000_000}))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name in sorted(parts, key=natural):
            if not is_safe(name):
                raise UserError(Message("Import", BAD_NAME, {"name": name}))
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = _UNIX, _RIGHTS
            archive.writestr(info, parts[name])
        archive.comment = MARK
    return made.getvalue()


def is_parcel(data: bytes) -> bool:
    """Tell by its first and last bytes whether this is a parcel."""
    return data.startswith(_LOCAL_HEADER) and data.endswith(MARK)


def parts_of(data: bytes) -> dict[str, bytes] | None:
    """Return the files in a parcel by their names, in order; None where this is no whole parcel.

    What another program put into it is looked at as strictly as if it meant harm: nothing compressed, locked
    or doubled, no name that leads elsewhere, no more bytes than there are.
    """
    if not is_parcel(data):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if not _is_sound(infos, len(data)) or archive.comment != MARK:
                return None
            return {info.filename: archive.read(info) for info in sorted(infos, key=_order)}
    # A damaged ZIP makes Python's reader raise all of these.
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError, EOFError):
        return None


def _order(info: zipfile.ZipInfo) -> tuple[list[tuple[int, int, str]], str]:
    return natural(info.filename)


def _is_sound(infos: list[zipfile.ZipInfo], size: int) -> bool:
    return (
        0 < len(infos) <= MOST_PARTS
        and len({info.filename for info in infos}) == len(infos)
        and sum(info.file_size for info in infos) <= size
        and all(
            info.compress_type == zipfile.ZIP_STORED
            and info.compress_size == info.file_size
            and not info.flag_bits & _ENCRYPTED
            and is_safe(info.filename)
            for info in infos
        )
    )


def is_safe(name: str) -> bool:
    """Tell whether a name stays in the folder that it is put in, on every system."""
    return (
        0 < len(name) <= LONGEST_NAME
        and name.isprintable()
        and not _NOT_IN_NAMES.intersection(name)
        and all(step.strip(". ") for step in name.split("/"))
    )
