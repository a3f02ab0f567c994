"""Pages that an OCR program left without text: with their pictures they are recognised like pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from annotator.importers.interface import PageImage, Recognised, Recognises, Report
from annotator.importers.layout.words import RawPage
from annotator.pages.pictures import PictureError, Pictures


def recognised(
    pages: Sequence[RawPage],
    numbers: Sequence[int | None],
    data: bytes,
    recognising: Recognises,
    report: Report,
) -> list[Recognised]:
    """Return the pages, those without text as recognised from their pictures, with what was noticed of each.

    `numbers` are those of the pages' pictures in the source. A picture that is damaged recognises nothing.
    """
    made: list[Recognised] = [(page, ()) for page in pages]
    wanted = {
        number: index
        for index, (page, number) in enumerate(zip(pages, numbers, strict=True))
        if number is not None and recognising.wants(number, has_text=bool(page.lines or page.words))
    }
    if not wanted:
        return made
    try:
        pictures = Pictures(data)
    except PictureError:
        return made
    try:
        images = [image for number in wanted if (image := _image(pictures, number)) is not None]
        for image, found in zip(
            images, recognising.read(images, hashlib.sha256(data).hexdigest(), report), strict=True
        ):
            index = wanted[image.number]
            if found[0].words or not (pages[index].lines or pages[index].words):
                made[index] = found
    finally:
        pictures.close()
    return made


def _image(pictures: Pictures, number: int) -> PageImage | None:
    try:
        return PageImage(number, _drawing(pictures, number), *pictures.size(number))
    except PictureError:
        return None


def _drawing(pictures: Pictures, number: int) -> Callable[[], Any]:
    def draw() -> Any:
        from PIL import Image

        try:
            return pictures.load(number)
        except PictureError:
            return Image.new("L", (1, 1), 255)

    return draw
