"""Lines of pages that another program read, read once more from the page's picture.

Nothing of the text changes: what comes of it is how sure its words are, and what else they may say. A line is
cut out where its words stand, and both readings of it are held against each other sign by sign.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from statistics import fmean, linear_regression, median
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from annotator.core.page_layout import WordReading
from annotator.core.user_errors import UserError
from annotator.importers.interface import Report
from annotator.importers.pdf.scans import page_pictures
from annotator.language import engine_for
from annotator.language.interface import LearntState
from annotator.recognition.engine import Engine, ReadWord, patience
from annotator.recognition.models import Recognition, models_for

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 200.0
_MOST_PIXELS = 16_000_000
_ROOM = 0.2  # of the line's height, above and below: so far its white edge is looked for, out and in
_BESIDE = 4.0  # points: what is read to its left and right
_BORDER = 12  # pixels
_ALIKE = 0.6  # two readings of a line that are less alike are not of the same line
_MOST_WORDS = 3  # that one reading has where the other has others
_SURE = 50.0  # of confidence: what was read less surely says nothing
_FEW, _SHORT = 4, 100.0  # words, points: a shorter line does not tell how it runs
_STEEPEST = 0.2
_BESIDES = 10.0  # seconds for what is done beside reading a line
_LONGEST = 400  # signs of a line


class PlacedWord(NamedTuple):
    """A word of a page: where it stands in the OCR text, what it says, and its box in points."""

    start: int
    end: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


class LookPage(NamedTuple):
    """A page to look at: its number in the letter (from 1) and in the source (from 0), its size in points."""

    number: int
    source_page: int
    width: float
    height: float
    words: tuple[PlacedWord, ...]


class SecondLook:
    """Reads lines once more with the models for a language; they stay loaded."""

    def __init__(self, choice: Recognition) -> None:
        """Load the model of the language. Raises `UserError` where it is damaged."""
        self._engine = Engine(*models_for(choice)[0])

    def read(
        self,
        picture: Image,
        size: tuple[float, float],
        lines: Sequence[Sequence[PlacedWord]],
        alive: Callable[[], None] = lambda: None,
    ) -> list[WordReading]:
        """Return what is told of the words of lines; `size` is that of the page in points.

        `alive` is called before each line.
        """
        grey, scale = _prepared(picture, size)
        made: list[WordReading] = []
        for line in lines:
            alive()
            made += compared(line, self._words(_strip(grey, scale, line), scale))
        return made

    def _words(self, strip: Image | None, scale: float) -> list[ReadWord]:
        if strip is None:
            return []
        self._engine.show(strip, scale * 72)
        try:
            read = self._engine.read_line((0, 0, strip.width, strip.height))
        finally:
            self._engine.forget()
        return [word for one in read for word in one.words]


def lines_of(words: Sequence[PlacedWord]) -> list[list[PlacedWord]]:
    """Return the lines of a page: words that stand behind each other in the text, and on one height."""
    lines: list[list[PlacedWord]] = []
    for word in words:
        if not lines or not _follows(lines[-1][-1], word):
            lines.append([])
        lines[-1].append(word)
    return lines


def _follows(last: PlacedWord, word: PlacedWord) -> bool:
    """Tell whether a word stands behind another one on its line."""
    middle = (word.top + word.bottom) / 2
    return last.top < middle < last.bottom and word.left >= last.left and word.start - last.end <= 1


def compared(line: Sequence[PlacedWord], again: Sequence[ReadWord]) -> list[WordReading]:
    """Return what another reading of a line says of its words: the same, or what it has in their place.

    Where the words differ there is one reading of all that stand in each other's place.
    """
    ours, theirs = " ".join(word.text for word in line), " ".join(word.text for word in again)
    if not theirs or len(ours) > _LONGEST or Levenshtein.normalized_similarity(ours, theirs) < _ALIKE:
        return []
    made = []
    for (first, last), (begin, end) in _blocks(ours, theirs):
        mine, other = line[first:last], again[begin:end]
        if not mine or not other or max(len(mine), len(other)) > _MOST_WORDS:
            continue
        sure = min(word.confidence for word in other)
        said, read = " ".join(word.text for word in mine), " ".join(word.text for word in other)
        if said == read:
            made += [WordReading(word.start, word.end, -1.0, (), round(sure, 1)) for word in mine]
        elif sure >= _SURE:
            made.append(WordReading(mine[0].start, mine[-1].end, -1.0, (read,), round(sure, 1)))
    return made


def _blocks(ours: str, theirs: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the words (from, to) of two lines that stand in each other's place, as few as can be at once."""
    cuts = [(0, 0)]
    for step in Levenshtein.opcodes(ours, theirs):
        if step.tag == "equal":
            start, there = step.src_start, step.dest_start
            cuts += [
                (ours.count(" ", 0, start + n) + 1, theirs.count(" ", 0, there + n) + 1)
                for n in range(step.src_end - start)
                if ours[start + n] == " "
            ]
    cuts.append((ours.count(" ") + 1, theirs.count(" ") + 1))
    for (first, begin), (last, end) in pairwise(cuts):
        yield (first, last), (begin, end)


def _strip(image: Image, scale: float, line: Sequence[PlacedWord]) -> Image | None:
    """Cut a line out of a page and set it straight; None where it has no size."""
    from PIL import ImageOps
    from PIL.Image import Resampling, Transform

    left, right = min(word.left for word in line), max(word.right for word in line)
    slope, across = _slope(line), (left + right) / 2
    tops = [word.top - slope * ((word.left + word.right) / 2 - across) for word in line]
    bottoms = [word.bottom - slope * ((word.left + word.right) / 2 - across) for word in line]
    top, bottom = median(tops), median(bottoms)
    room = _ROOM * (bottom - top)
    x, y = (left - _BESIDE) * scale, (top - room) * scale
    wide, high = round((right - left + 2 * _BESIDE) * scale), round((bottom - top + 2 * room) * scale)
    if not (3 < wide <= 2 * image.width and 3 < high <= image.height):
        return None
    # What lies on the line's own slope comes to lie straight.
    shift = y - slope * (across * scale - x)
    matrix = (1, 0, x, slope, 1, shift)
    straight = image.transform((wide, high), Transform.AFFINE, matrix, Resampling.BICUBIC, fillcolor=255)
    first, last = _between_lines(straight, round(2 * room * scale))
    # Of what touches the edge the engine reads little.
    return ImageOps.expand(straight.crop((0, first, wide, last)), _BORDER, 255)


def _between_lines(strip: Image, near: int) -> tuple[int, int]:
    """Return the rows to cut a line at: the whitest ones so near to the edges, where no other line begins.

    Boxes of words are those of the font, or of the signs; in some files they stand too high.
    """
    from PIL.Image import Resampling

    rows = list(strip.resize((1, strip.height), Resampling.BOX).tobytes())
    soft = [fmean(rows[max(0, n - 1) : n + 2]) for n in range(len(rows))]
    near = max(1, min(near, strip.height // 3))
    top = max(range(near), key=lambda n: (soft[n], n))
    bottom = max(range(strip.height - near, strip.height), key=lambda n: (soft[n], -n))
    return top, bottom + 1


def _slope(line: Sequence[PlacedWord]) -> float:
    """Return by how much a line runs down to the right; 0 of one that is too short to tell."""
    xs = [(word.left + word.right) / 2 for word in line]
    if len(line) < _FEW or xs[-1] - xs[0] < _SHORT:
        return 0.0
    slope = linear_regression(xs, [word.bottom for word in line]).slope
    return slope if abs(slope) <= _STEEPEST else 0.0


def _prepared(picture: Image, size: tuple[float, float]) -> tuple[Image, float]:
    """Return the picture in grey at about the resolution that is read best, and its pixels a point."""
    grey = picture if picture.mode == "L" else picture.convert("L")
    scale = grey.width / size[0]
    wanted = min(_DPI / 72, (_MOST_PIXELS / max(1.0, size[0] * size[1])) ** 0.5)
    if scale > 1.3 * wanted or scale < wanted / 1.3:
        grey = grey.resize((max(1, round(size[0] * wanted)), max(1, round(size[1] * wanted))))
        scale = wanted
    return grey, scale


def second_look_job(
    shown: str,
    data: bytes,
    passwords: Sequence[str],
    text: str,
    pages: Sequence[LookPage],
    choice: Recognition,
    report: Report = lambda done, total, seconds=0.0: None,
) -> dict[int, list[WordReading]]:
    """Look at the pages of a source that are pictures: a job of a worker process, which tells of each.

    Return by page what was read differently, and what was read the same where the OCR text is doubted. Pages
    that are no pictures are not among them. Raises `UserError` where the source cannot be opened.
    """
    doubted: Callable[[int, int], bool] | None = None
    found: dict[int, list[WordReading]] = {}
    with page_pictures(shown, data, passwords) as picture_of:
        for done, page in enumerate(pages):
            alive = partial(report, done, len(pages), patience() + _BESIDES)
            alive()
            picture = picture_of(page.source_page)
            if picture is not None:
                doubted = doubted or _doubted(
                    text, choice.language
                )  # a letter without pictures needs no words
                lines = lines_of(page.words)
                said = _second_look(choice).read(picture, (page.width, page.height), lines, alive)
                found[page.number] = [r for r in said if r.others or doubted(r.start, r.end)]
    report(len(pages), len(pages))
    return found


def _doubted(text: str, language: str) -> Callable[[int, int], bool]:
    """Return what tells whether a stretch of a text has a suspect, by the text alone."""
    try:
        found = engine_for(language).suspects(text, LearntState())
    except UserError:  # of this language there are no words: nothing is doubted
        return lambda start, end: False
    starts, ends = [suspect.start for suspect in found], [suspect.end for suspect in found]
    return lambda start, end: bisect_right(ends, start) < bisect_left(starts, end)


@lru_cache(maxsize=1)
def _second_look(choice: Recognition) -> SecondLook:
    """Return what looks at pages in this process: models are loaded once."""
    return SecondLook(choice)
