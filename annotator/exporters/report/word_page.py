"""A report as a Word file: counts, and a table for each tag, whose heads come again on each page."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters.interface import ExportContext
from annotator.exporters.report.collecting import Collected, Count, Group
from annotator.exporters.report.rows import Row
from annotator.exporters.report.web_page import COLUMNS, COUNTS
from annotator.exporters.word_file.markup import (
    CELL,
    TABLE_END,
    Look,
    head_cells,
    paragraph,
    row_of,
    run,
    said,
    table_of_texts,
    table_start,
    tint,
)
from annotator.exporters.word_file.package import About, write_package
from annotator.exporters.wording import word

_WIDTHS = (5_400, 3_000, 1_600, 1_800, 1_150, 1_050)  # twentieths of a point
_CHUNK = 1_000_000
_MOST = 1_500_000_000  # bytes of one part: what an archive without extensions holds, with room
TOO_MUCH = QT_TRANSLATE_NOOP(
    "Export", "These are more passages than a Word file can hold: choose fewer letters, or the report as CSV."
)


def row(one: Row, context: ExportContext) -> bytes:
    """Return a row of the tables of passages."""
    before, quote, after = one.sentence
    tag = context.codebook.tag(one.tag)
    look = Look(bold=True, fill=tint(tag.colour_light) if tag else "")
    texts = run(before) * bool(before) + run(quote, look) + run(after) * bool(after)
    more = [one.note] if one.note else []
    more += [word("proposed", context.language)] if one.is_proposed else []
    below = said(f"({'; '.join(more)})", CELL) if more else ""
    title = f"{one.title} ({one.letter_id})"
    rest = [said(text, CELL) for text in (title, one.date_shown, one.sender, one.dossier, str(one.page))]
    return row_of([paragraph(texts, CELL) + below, *rest], _WIDTHS).encode()


def whole(collected: Collected) -> Iterator[bytes]:
    """Yield the file."""
    if collected.size > _MOST:
        raise UserError(Message("Export", TOO_MUCH))
    context = collected.context
    about = About(word("report", context.language), context.program, context.made_at, context.language)
    with tempfile.TemporaryFile(prefix="kanttekening-") as file:
        write_package(file, _body(collected), about, is_wide=True)
        file.seek(0)
        while data := file.read(_CHUNK):
            yield data


def _body(collected: Collected) -> Iterator[str]:
    context, language = collected.context, collected.context.language
    groups = collected.groups()
    yield said(word("report", language), "Title")
    yield said(word("counts", language), "Heading1")
    yield table_of_texts(("", *(word(name, language) for name in COUNTS)), _counts(collected, groups))
    heads = row_of(head_cells(word(name, language) for name in COLUMNS), _WIDTHS, is_head=True)
    for group in groups:
        yield said(group.name, "Heading1")
        for part in group.parts:
            if part.name:
                yield said(part.name, "Heading2")
            yield table_start(_WIDTHS) + heads
            for data in collected.read(part.key):
                yield data.decode()
            yield TABLE_END
    yield said("") + said(word("made_by", language, program=context.program, moment=context.made_at[:10]))


def _counts(collected: Collected, groups: Sequence[Group]) -> Iterator[tuple[str, ...]]:
    for group in groups:
        yield _count(group.name, group.counted)
        for part in group.parts:
            if part.name:
                yield _count(f"{group.name}: {part.name}", part.counted)
    yield _count(word("all", collected.context.language).capitalize(), collected.total)


def _count(name: str, count: Count) -> tuple[str, ...]:
    return (name, str(count.passages), str(count.proposed), str(count.letters))
