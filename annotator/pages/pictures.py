"""Pictures of pages: in a file, many in one file, or those of a parcel. Decoded in worker processes only: a
hostile file may crash a decoder, or keep it busy for ever."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from annotator.core.parcels import parts_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 5_000
MOST_PIXELS = 170_000_000  # of a page: A4 at 1,200 dots an inch has 139 million

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
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "JPEG2000")
_MANY = "TIFF"  # the one format whose pictures are pages; those of others are moving, or previews
_ORIENTATION, _KIND = 274, 254  # TIFF and EXIF tags
_PREVIEW, _MASK = 1, 4  # bits of the kind
# Orientations, and the numbers by which Pillow sets them right.
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
_LYING = (5, 6, 7, 8)  # those that change width and height

_POINTS = 72.0
_A4 = 842.0  # points of its long side
# What the long side of a page may measure, in points, before its resolution is not believed: letters are
# written on paper from A6 to A3, and cameras say 72 dots an inch whatever they took.
_SMALLEST, _LARGEST = 250.0, 1_300.0
_MOST_STRETCHED = 3.0  # a fax has twice as many dots across as down

_STDERR = 2

_T = TypeVar("_T")


class PictureError(Exception):
    """A picture cannot be shown: `reason` is damaged, too_large or too_many; `part` its name in a parcel."""

    def __init__(self, reason: str, part: str = "") -> None:
        super().__init__(f"{part}: {reason}")
        self.reason, self.part = reason, part


class _Page(NamedTuple):
    part: str
    frame: int


def is_picture(data: bytes) -> bool:
    """Tell by its first bytes whether a file is a picture of a kind that can be shown."""
    return data.startswith(_SIGNATURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def has_pictures(data: bytes) -> bool:
    """Tell whether a source is a picture or a parcel with pictures."""
    return is_picture(data) or any(map(is_picture, (parts_of(data) or {}).values()))


class Pictures:
    """The pictures of a source, a page each, counted from 0; what else is in a parcel is left out."""

    def __init__(self, data: bytes) -> None:
        """Find the pages. Raises `PictureError`."""
        parts = parts_of(data) or {"": data}
        self._parts = {name: part for name, part in parts.items() if is_picture(part)}
        self._open: tuple[str, Image] | None = None
        self._pages: list[_Page] = []
        for name in self._parts:
            for frame in self._frames(name):
                self._pages.append(_Page(name, frame))
                if len(self._pages) > MOST_PAGES:
                    raise PictureError("too_many", name)

    def __len__(self) -> int:
        return len(self._pages)

    def part(self, page: int) -> str:
        """Return the name of the file that a page is in; "" for a source that is one file."""
        return self._pages[page].part

    def size(self, page: int) -> tuple[float, float]:
        """Return how large a page is on paper, in points, as it is seen. Raises `PictureError`."""
        part, frame = self._pages[page]

        def look() -> tuple[float, float]:
            picture = self._at(part, frame)
            orientation = picture.getexif().get(_ORIENTATION, 1)
            across, down = _resolution(picture)
            wide, high = picture.size
            if orientation in _LYING:
                # A TIFF has its size turned already, its resolution not.
                wide, high = (wide, high) if picture.format == _MANY else (high, wide)
                across, down = down, across
            return _on_paper(wide, high, across, down)

        return self._guarded(part, look)

    def dots(self, page: int) -> int:
        """Return how many dots a page has, without decoding it. Raises `PictureError`."""
        part, frame = self._pages[page]

        def look() -> int:
            wide, high = self._at(part, frame).size
            return wide * high

        return self._guarded(part, look)

    def load(self, page: int) -> Image:
        """Return a page as it is seen: turned as it says, in grey or colour, on white. Raises
        `PictureError`."""
        part, frame = self._pages[page]

        def decode() -> Image:
            picture = self._at(part, frame)
            picture.load()
            # A TIFF was turned when it was loaded.
            turn = None if picture.format == _MANY else _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
            if picture.format != _MANY:
                self._open = None  # given away rather than copied
            plain = _plain(picture)
            return plain if turn is None else plain.transpose(turn)  # type: ignore[arg-type]

        return self._guarded(part, decode)

    def as_jpeg(self, page: int) -> tuple[bytes, int, int, str] | None:
        """Return the file of a page, its size and its mode ("L", "RGB") where it is a JPEG that is seen as it
        is, else None. Raises `PictureError`."""
        part, frame = self._pages[page]

        def look() -> tuple[bytes, int, int, str] | None:
            picture = self._at(part, frame)
            turned = picture.getexif().get(_ORIENTATION, 1) in _TURNS
            if picture.format != "JPEG" or turned or picture.mode not in ("L", "RGB"):
                return None
            return self._parts[part], *picture.size, picture.mode

        return self._guarded(part, look)

    def close(self) -> None:
        """Close the file that is open."""
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _frames(self, part: str) -> list[int]:
        """Return the numbers of the pictures in a file that are pages."""

        def look() -> list[int]:
            if self._at(part, 0).format != _MANY:
                return [0]
            pages = []
            for frame in range(MOST_PAGES + 1):
                try:
                    kind = self._at(part, frame).tag_v2.get(_KIND, 0)  # type: ignore[attr-defined]
                except EOFError:
                    break
                if not kind & (_PREVIEW | _MASK):
                    pages.append(frame)
            return pages or [0]

        return self._guarded(part, look)

    def _at(self, part: str, frame: int) -> Image:
        """Return a file at one of its pictures. Raises whatever Pillow does."""
        from PIL import Image

        if self._open is None or self._open[0] != part:
            self.close()
            self._open = (part, Image.open(io.BytesIO(self._parts[part]), formats=_FORMATS))
        picture = self._open[1]
        if picture.format == _MANY and picture.tell() != frame:
            picture.seek(frame)
        if picture.size[0] * picture.size[1] > MOST_PIXELS:
            raise PictureError("too_large", part)
        return picture

    def _guarded(self, part: str, work: Callable[[], _T]) -> _T:
        from PIL.Image import DecompressionBombError

        try:
            with _quiet():
                return work()
        except (MemoryError, PictureError):
            self.close()
            raise
        except DecompressionBombError as error:
            self.close()
            raise PictureError("too_large", part) from error
        # A damaged file makes decoders raise errors of all kinds.
        except Exception as error:
            self.close()
            raise PictureError("damaged", part) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Have nothing said of what is odd in a file: what cannot be shown raises an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        processes = sys.modules.get("multiprocessing")  # a worker process has it
        if processes is None or processes.parent_process() is None:
            yield
            return
        # libtiff and libjpeg write to the terminal by themselves. A worker process has nothing to say there.
        kept = os.dup(_STDERR)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, _STDERR)
            yield
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
            os.close(nowhere)


def _resolution(picture: Image) -> tuple[float, float]:
    """Return how many dots an inch a picture says to have, across and down; 0 where it does not say."""
    try:
        across, down = (float(dots) for dots in picture.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return 0.0, 0.0
    return across, down


def _on_paper(wide: int, high: int, across: float, down: float) -> tuple[float, float]:
    if across > 0 and down > 0:
        size = wide * _POINTS / across, high * _POINTS / down
        if _SMALLEST <= max(size) <= _LARGEST and 1 / _MOST_STRETCHED <= across / down <= _MOST_STRETCHED:
            return size
    scale = _A4 / max(wide, high)
    return wide * scale, high * scale


def _plain(picture: Image) -> Image:
    """Return a loaded picture in grey or colour, what can be seen through on white; one of many as a copy."""
    from PIL import Image

    mode = picture.mode
    if mode in ("1", "L", "RGB"):
        if mode == "1":
            return picture.convert("L")
        return picture.copy() if picture.format == _MANY else picture
    if mode == "F" or mode.startswith("I"):
        highest = float(picture.convert("F").getextrema()[1])  # type: ignore[arg-type]
        # Deeper grey than a screen shows: 16 bits a dot, or whatever there is.
        most = 65_535.0 if 255 < highest <= 65_535 else max(highest, 1.0)
        return picture.convert("F").point(lambda dot: dot * (255.0 / most)).convert("L")
    if mode == "LAB":
        return picture.getchannel(0)
    if mode in ("LA", "La", "RGBA", "RGBa", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return picture.convert("RGB")
