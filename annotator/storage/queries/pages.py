"""What the pages of a letter hold beside its text, and what import had to say of it."""

from __future__ import annotations

from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout, WordReading
from annotator.storage import page_layouts, readings
from annotator.storage.queries.moments import Moments, read
from annotator.storage.troubles import damaged


class PageQueries(Moments):
    """What the pages of a letter hold beside its text, and what import had to say of it."""

    @read
    def page_layouts(self, letter_id: int) -> list[PageLayout]:
        """Return where the words stand on the letter's pages; none where its source has no pages."""
        try:
            return page_layouts.load_layouts(self._conn, letter_id)
        except ValueError as error:  # this program did not write it
            raise damaged(self._path) from error

    @read
    def readings(self, letter_id: int) -> dict[int, tuple[WordReading, ...]]:
        """Return how sure the words of the letter's OCR text were read, by page; none where nobody said."""
        return readings.load_readings(self._conn, letter_id)

    @read
    def line_styles(self, letter_id: int) -> tuple[LineStyle, ...]:
        """Return how the lines of the letter's OCR text are set; none where its source does not tell."""
        return readings.load_line_styles(self._conn, letter_id)

    @read
    def import_notes(self, letter_id: int) -> tuple[Message, ...]:
        """Return what import guessed, dropped or left alone of the letter."""
        return readings.load_import_notes(self._conn, letter_id)

    @read
    def has_pages(self) -> bool:
        """Tell whether the source of any letter has pages to show."""
        return page_layouts.has_layouts(self._conn)

    @read
    def pages_size(self, letter_id: int) -> tuple[int, int]:
        """Return how many pages the letter's source has to show, and how many bytes their words take here."""
        return page_layouts.layouts_size(self._conn, letter_id)

    @read
    def furniture(self, letter_id: int) -> list[Furniture]:
        """Return what is furniture in the letter's OCR text, in order."""
        return page_layouts.load_furniture(self._conn, letter_id)
