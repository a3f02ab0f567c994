"""The pictures that lie beside the files of OCR programs: which one a page was read from."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".jp2", ".jpx", ".j2k")
_SIGNATURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\0",
    b"MM\0*",
    b"II+\0",
    b"MM\0+",
    b"\0\0\0\x0cjP  \r\n\x87\n",
    b"\xff\x4f\xff\x51",
)
_TIFF = _SIGNATURES[2:6]
_MOST_FRAMES = 5_000


def is_picture(data: bytes) -> bool:
    """Tell by its first bytes whether a file is a picture of a page."""
    return data.startswith(_SIGNATURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def picture_of(name: str, said: str, has: Callable[[str], bool]) -> str:
    """Return the name of the picture that a file was read from; "" where there is none.

    `said` is what the file itself says: of a path only what lies beside the file, or below it, is looked
    for. Else a picture of the same name is. `has` tells whether there is such a file.
    """
    folder = PurePosixPath(name).parent
    plain = unquote(said.strip().removeprefix("file://")).replace("\\", "/")
    candidates = [plain, plain.rpartition("/")[2]] if plain else []
    stem = PurePosixPath(name).name
    while "." in stem:
        stem = stem.rpartition(".")[0]
        candidates += [stem + suffix for known in SUFFIXES for suffix in (known, known.upper())]
    for candidate in candidates:
        if PurePosixPath(candidate).suffix.lower() in SUFFIXES:
            found = (folder / candidate).as_posix() if not candidate.startswith("/") else ""
            if found and has(found):
                return found
    return ""


class PictureNumbers:
    """The numbers of the pictures in a parcel: they are its pages, in the order of their names."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._first: dict[str, int] = {}
        self._count: dict[str, int] = {}
        self._given: dict[str, int] = {}
        number = 0
        for name, data in parts.items():
            if is_picture(data):
                self._first[name], self._count[name] = number, _frames(data)
                number += self._count[name]
        self._total = number

    def __len__(self) -> int:
        return self._total

    def next_of(self, name: str) -> int | None:
        """Return the number of the next picture in a file: a TIFF may have several."""
        given = self._given.get(name, 0)
        if name not in self._first or given >= self._count[name]:
            return None
        self._given[name] = given + 1
        return self._first[name] + given


def _frames(data: bytes) -> int:
    if not data.startswith(_TIFF):
        return 1
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("TIFF",)) as picture:
            return min(int(getattr(picture, "n_frames", 1)), _MOST_FRAMES)
    except Exception:  # decoders raise errors of all kinds; what cannot be drawn says so there
        return 1
