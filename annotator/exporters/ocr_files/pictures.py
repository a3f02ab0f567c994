"""Pictures of the pages beside what says where words stand on them, for programs that show both."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.interface import Choice, ExportContext, ExportLetter
from annotator.exporters.page_pictures import Wanted, as_file, drawn_for, has_pages
from annotator.pages.parts import page_size

DOTS_PER_INCH = 300
PICTURES = Choice(
    "pictures",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Page images")),
    (
        ("no", Message("Export", QT_TRANSLATE_NOOP("Export", "not beside it"))),
        ("yes", Message("Export", QT_TRANSLATE_NOOP("Export", "beside it, as files"))),
    ),
)


def pictures_of(one: ExportLetter, context: ExportContext) -> dict[int, tuple[str, bytes]]:
    """Return the ending and the bytes of the picture of each page, by its number, where they are asked for.

    Raises `UserError` where the source cannot be opened.
    """
    if context.choice(PICTURES) != "yes" or one.is_redacted or not has_pages(one.source()):
        return {}
    layouts = one.layouts()
    wanted = [
        Wanted(layout.source_page, *page_size(layout.width, layout.height), layout.turn, None, DOTS_PER_INCH)
        for layout in layouts
    ]
    drawn = drawn_for(one, one.source(), wanted, context)
    return {
        layout.number: as_file(picture)
        for layout, picture in zip(layouts, drawn, strict=True)
        if picture is not None
    }
