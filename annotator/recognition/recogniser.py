"""A page of the picture of one: turned upright, read twice, its words with boxes in points."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image

from annotator.core.page_layout import turn_flags
from annotator.importers.layout.words import PageWord, RawPage
from annotator.recognition.engine import Engine, ReadLine
from annotator.recognition.margins import Box, margin_beside, without
from annotator.recognition.models import Recognition, models_for
from annotator.recognition.page_words import sizes_of, skew_of, words_of
from annotator.recognition.second import both
from annotator.recognition.third import with_third
from annotator.recognition.turning import askew, is_sure, sureness, turned_back, turned_clockwise, way_up
from annotator.recognition.type_marks import marks_of

# Dots an inch. Measured: 300 are no better than 200 and take twice the time; the two together find most.
FIRST, SECOND = 200.0, 130.0
_MOST_PIXELS = 16_000_000
_SAME = 0.1  # a picture that has a resolution within so much is taken as it is
_TO_TURN = 3.0  # degrees: the engine follows lines that run down less
_LONG = 8.0  # seconds of the processor: a page of text takes 3
_LEAST_CONTRAST = 40  # of 255: a page with less is blank


@dataclass(frozen=True, slots=True)
class _View:
    """A page as it is read: its picture in grey, and its size in points."""

    image: Image.Image
    width: float
    height: float

    def at(self, dpi: float) -> tuple[Image.Image, float]:
        """Return the picture at about a resolution, and the resolution that it has then."""
        dpi = min(dpi, math.sqrt(_MOST_PIXELS / (self.width / 72 * self.height / 72)))
        if abs(self.image.width / self.width * 72 / dpi - 1) <= _SAME:
            return self.image, self.image.width / self.width * 72
        size = (max(1, round(self.width / 72 * dpi)), max(1, round(self.height / 72 * dpi)))
        shrinks = size[0] < self.image.width
        way = Image.Resampling.BOX if shrinks and size[0] * 3 < self.image.width else Image.Resampling.BICUBIC
        return self.image.resize(size, way), dpi

    def upright(self, turn: int) -> _View:
        """Return the page turned clockwise."""
        size = (self.height, self.width) if turn in (90, 270) else (self.width, self.height)
        return _View(turned_clockwise(self.image, turn), *size)


class Recogniser:
    """Reads pictures of pages with the models for a language; they stay loaded."""

    def __init__(self, choice: Recognition) -> None:
        """Load the model of the language. Raises `UserError` where it is damaged."""
        models = models_for(choice)
        self._engine = Engine(*models[0])
        self._other = Engine(*models[1]) if len(models) > 1 else None
        self._alive: Callable[[], None] = lambda: None
        self._begun = 0.0

    def page(
        self,
        picture: Image.Image,
        width: float,
        height: float,
        alive: Callable[[], None] = lambda: None,
    ) -> tuple[RawPage, tuple[str, ...]]:
        """Return a page and what was noticed of it; `width` and `height` are its size in points.

        `alive` is called before each reading, which may take `engine.patience()` seconds.

        A page that lies on its side or head, or askew, comes upright, and so do its boxes: the flags
        `turned_90` and `straightened_1.25` say how far it is to be turned clockwise when it is drawn.
        """
        self._alive = alive
        self._begun = time.process_time()
        view = _View(_in_grey(picture), width, height)
        if _is_blank(view.image):
            return RawPage(width, height), ("recognised",)
        try:
            return self._page(view)
        finally:
            self._engine.forget()
            if self._other is not None:
                self._other.forget()

    def _page(self, view: _View) -> tuple[RawPage, tuple[str, ...]]:
        lines, turn = self._read(view), 0
        if not is_sure(lines) and not self._is_late():
            image, dpi = view.at(FIRST)
            turn = way_up(image, dpi, lambda strip: self._read_image(strip, dpi), lines)
            view = view.upright(turn)
            lines = self._read(view) if turn else lines
        view, lines, skew = self._straight(view, lines)
        image, _ = view.at(FIRST)
        margin = margin_beside(lines, *image.size)
        words = self._words(view, lines, FIRST, margin, with_marks=True)
        if not self._is_late():
            words = both(words, self._words(view, self._read(view, SECOND), SECOND, margin))
        if self._other is not None and not self._is_late() and not self._skew(view, lines):
            words = self._with_other(view, words)
        flags = ("recognised", *turn_flags(turn, -(skew or self._skew(view, lines))))
        return RawPage(view.width, view.height, tuple(words)), flags

    def _is_late(self) -> bool:
        """Tell whether the page took so long that what may be left out is: it is full of dots, say."""
        return time.process_time() - self._begun > _LONG

    def _read(self, view: _View, dpi: float = FIRST) -> list[ReadLine]:
        return self._read_image(*view.at(dpi))

    def _read_image(self, image: Image.Image, dpi: float) -> list[ReadLine]:
        self._alive()
        return self._engine.read(image, dpi)

    def _straight(self, view: _View, lines: list[ReadLine]) -> tuple[_View, list[ReadLine], float]:
        """Set a page straight that lies too far askew for the engine; return by how many degrees, too."""
        image, dpi = view.at(FIRST)
        skew = skew_of(lines, image.width)
        if self._is_late() or (abs(skew) <= _TO_TURN and is_sure(lines)):
            return view, lines, 0.0
        skew = skew if is_sure(lines) else askew(image, dpi)
        if abs(skew) < 1.0:
            return view, lines, 0.0
        turned, again = self._turned_back(view, skew)
        rest = self._skew(turned, again)
        if rest:
            skew += rest
            turned, again = self._turned_back(view, skew)
        return (turned, again, skew) if sureness(again) > sureness(lines) else (view, lines, 0.0)

    def _turned_back(self, view: _View, skew: float) -> tuple[_View, list[ReadLine]]:
        turned = _View(turned_back(view.image, skew), view.width, view.height)
        return turned, self._read(turned)

    def _with_other(self, view: _View, words: list[PageWord]) -> list[PageWord]:
        """Have the other model read what is doubtful."""
        engine = self._other
        assert engine is not None
        image, real = view.at(FIRST)
        scale, size = real / 72, (view.width, view.height)
        engine.show(image, real)
        self._alive()

        def read(box: tuple[float, float, float, float]) -> list[PageWord]:
            left, top, right, bottom = (edge * scale for edge in box)
            inside = (max(0.0, left), max(0.0, top), min(image.width, right), min(image.height, bottom))
            return words_of(engine.read_line(inside), scale, 0.0, size)

        return with_third(words, read)

    def _skew(self, view: _View, lines: Sequence[ReadLine]) -> float:
        return skew_of(lines, view.at(FIRST)[0].width)

    def _words(
        self,
        view: _View,
        lines: Sequence[ReadLine],
        dpi: float,
        margin: Box | None,
        *,
        with_marks: bool = False,
    ) -> list[PageWord]:
        image, real = view.at(dpi)
        if margin is not None:
            box = margin.of(*image.size)
            lines, place = without(lines, box)
            self._engine.show(image, real)
            lines[place:place] = self._engine.read_column(box)
        marks = marks_of(image, lines, sizes_of(lines, real / 72)) if with_marks else ()
        return words_of(lines, real / 72, skew_of(lines, image.width), (view.width, view.height), marks)


def _in_grey(picture: Image.Image) -> Image.Image:
    """Return a picture in grey; what can be seen through is white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    return picture if picture.mode == "L" else picture.convert("L")


def _is_blank(image: Image.Image) -> bool:
    low, high = image.getextrema()
    return int(high) - int(low) < _LEAST_CONTRAST  # type: ignore[arg-type]
