"""Tesseract: an image in, lines of words out. Without the extra `ocr` there is none."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

_SECONDS = 15.0  # that one reading of a page may take: a picture of noise may keep it busy for minutes
_MOST_BUSY = 6.0
BAD_MODEL = QT_TRANSLATE_NOOP(
    "Recognition",
    "The model {name} for recognising text cannot be read: put another {name}.traineddata into {folder}.",
)


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word as read, with its box in pixels and how sure the engine is, 0 to 100."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as read: its words, two points of its baseline, and its height, all in pixels.

    The height is from the lowest descender to the highest ascender. `opens_block` tells that a block of text
    begins with it.
    """

    words: tuple[ReadWord, ...]
    baseline: tuple[float, float, float, float]
    height: float
    opens_block: bool


def patience() -> float:
    """Return how many seconds one reading of a page may take: more on a machine that has more to do."""
    if not hasattr(os, "getloadavg"):
        return 2 * _SECONDS
    return _SECONDS * min(_MOST_BUSY, max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)))


def is_installed() -> bool:
    """Tell whether there is an engine to recognise text with."""
    return importlib.util.find_spec("tesserocr") is not None and importlib.util.find_spec("PIL") is not None


class Engine:
    """Tesseract with one model, which it keeps loaded."""

    def __init__(self, model: str, folder: Path) -> None:
        """Load a model from the folder of its `.traineddata`. Raises `UserError` where it is damaged."""
        # One page, one core: other processes read other pages. The engine looks at this when it is loaded.
        os.environ["OMP_THREAD_LIMIT"] = "1"
        import tesserocr

        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        try:
            self._api = tesserocr.PyTessBaseAPI(
                path=str(folder), lang=model, oem=tesserocr.OEM.LSTM_ONLY, psm=tesserocr.PSM.AUTO
            )
        except RuntimeError as error:
            params: dict[str, object] = {"name": model, "folder": str(folder)}
            raise UserError(Message("Recognition", BAD_MODEL, params)) from error
        self._api.SetVariable("debug_file", os.devnull)
        self._level = tesserocr.RIL
        self._modes = tesserocr.PSM

    def read(self, image: Image, dpi: float) -> list[ReadLine]:
        """Read an image in shades of grey; `dpi` is its resolution. No lines where it takes too long."""
        self._api.SetPageSegMode(self._modes.AUTO)
        self._show(image, dpi)
        return self._lines()

    def read_column(self, box: tuple[float, float, float, float]) -> list[ReadLine]:
        """Read a column of text in the image that is shown: left, top, right, bottom."""
        return self._read_box(box, self._modes.SINGLE_COLUMN)

    def read_line(self, box: tuple[float, float, float, float]) -> list[ReadLine]:
        """Read a line of text in the image that is shown."""
        return self._read_box(box, self._modes.SINGLE_LINE)

    def _read_box(self, box: tuple[float, float, float, float], mode: Any) -> list[ReadLine]:
        left, top, right, bottom = (round(edge) for edge in box)
        self._api.SetPageSegMode(mode)
        self._api.SetRectangle(left, top, right - left, bottom - top)
        return self._lines()

    def show(self, image: Image, dpi: float) -> None:
        """Take an image of which parts are to be read."""
        self._show(image, dpi)

    def forget(self) -> None:
        """Let the image go."""
        self._api.Clear()

    def _show(self, image: Image, dpi: float) -> None:
        self._api.SetImage(image)
        self._api.SetSourceResolution(round(dpi))

    def _lines(self) -> list[ReadLine]:
        if not self._api.Recognize(round(patience() * 1000)):
            return []
        found = self._api.GetIterator()
        if found is None:
            return []
        lines: list[ReadLine] = []
        words: list[ReadWord] = []
        while True:
            if found.IsAtBeginningOf(self._level.TEXTLINE):
                words = []
                opens = bool(found.IsAtBeginningOf(self._level.BLOCK))
                baseline, height = _frame(found, self._level)
            word = self._word(found)
            if word is not None:
                if not words:
                    lines.append(ReadLine((), baseline, height, opens))
                words.append(word)
            ends = found.IsAtFinalElement(self._level.TEXTLINE, self._level.WORD)
            if ends and words:
                lines[-1] = ReadLine(tuple(words), baseline, height, opens)
            if not found.Next(self._level.WORD):
                return lines

    def _word(self, found: Any) -> ReadWord | None:
        box = found.BoundingBox(self._level.WORD)
        if box is None or found.Empty(self._level.WORD):
            return None
        text = found.GetUTF8Text(self._level.WORD).strip()
        if not text:
            return None
        return ReadWord(text, found.Confidence(self._level.WORD), *map(float, box))


def _frame(found: Any, level: Any) -> tuple[tuple[float, float, float, float], float]:
    box = found.BoundingBox(level.TEXTLINE) or (0, 0, 1, 1)
    ends = found.Baseline(level.TEXTLINE)
    (x1, y1), (x2, y2) = ends if ends is not None else ((box[0], box[3]), (box[2], box[3]))
    row = found.RowAttributes() or {}
    return (float(x1), float(y1), float(x2), float(y2)), float(row.get("row_height") or box[3] - box[1])
