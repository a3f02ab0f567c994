"""Letters of a data set into a project, with all that was computed: nothing is read or recognised again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from annotator.bulk.choosing import chosen
from annotator.bulk.partitions import damage_told, require_pyarrow
from annotator.bulk.sources import Letters, Remote, is_address, source_of
from annotator.core.document import Stamp, new_letter, now
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout, WordBox, WordReading
from annotator.core.proposals import from_json, require_fit
from annotator.core.read_json import read_json
from annotator.core.user_errors import UserError
from annotator.exporters.data_set.tables import LETTERS, RECORDS
from annotator.importers import FileGroup
from annotator.language.record import suspects_from_json
from annotator.session.transfer.import_notes import to_keep
from annotator.session.transfer.importing import ImportedFile
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.proposals import save_proposals
from annotator.storage.soundness import WRONG, require_sound
from annotator.storage.store import Store
from annotator.storage.suspect_cache import save_suspects_of_text
from annotator.storage.writer import WriteConnection

_AT_ONCE = 50  # letters in one transaction
_BYTES_AT_ONCE = 32_000_000

CHANGED = QT_TRANSLATE_NOOP(
    "Bulk", "{name} is another file than the one that was read: run bulk again, then bring it in."
)
DAMAGED = QT_TRANSLATE_NOOP("Bulk", "What the data set has of {name} is damaged: run bulk again.")
NO_RECORDS = QT_TRANSLATE_NOOP(
    "Bulk", "{name} is an export of a project, which holds no letters to bring in: choose one made by bulk."
)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A letter ready to be written, with what was found in it (JSON, and by which engine)."""

    source: str
    new: NewLetter
    suspects: tuple[str, str]
    proposals: tuple[str, str]


def bring_in(
    store: Store,
    folder: Path,
    where: str,
    analyst: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[ImportedFile]:
    """Bring the letters of a data set for which a filter holds into a project; return what became of each.

    The bytes of a source are fetched from where it was read, and must be the same. Letters arrive in batches,
    each whole. Raises `UserError` where the filter is wrong or the project cannot be written.
    """
    require_pyarrow()
    if not any((folder / RECORDS.name).glob("*.parquet")):
        raise UserError(Message("Bulk", NO_RECORDS, {"name": str(folder)}))
    wanted = chosen(folder, where)
    report, waiting, size, seen = list[ImportedFile](), list[_Ready](), 0, set[str]()
    with store.open_reader() as reader:
        for row in _rows(folder, wanted):
            path, sha256 = Path(row["source"]), row["sha256"]
            known = reader.find_source(sha256)
            if known or sha256 in seen:
                report.append(ImportedFile(path, "known", known[0] if known else None))
                continue
            seen.add(sha256)
            try:
                waiting.append(_ready(row, Stamp(analyst, now())))
            except UserError as problem:
                report.append(ImportedFile(path, "failed", problem=problem.message))
                continue
            size += len(waiting[-1].new.content)
            if len(waiting) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
                report += _written(store, waiting)
                waiting, size = [], 0
                progress(len(report), len(wanted))
        report += _written(store, waiting)
    progress(len(report), len(wanted))
    return report


def _rows(folder: Path, wanted: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Yield the wanted letters with their records, partition by partition."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    keys = sorted(wanted)
    for part in sorted((folder / LETTERS.name).glob("*.parquet")):
        with damage_told(part):
            mine = pq.read_table(
                part,
                columns=["letter", "sha256", "source", "title", "text"],
                filters=(pc.field("outcome") == "read") & pc.field("letter").isin(keys),
            ).to_pylist()
        if not mine:
            continue
        with damage_told(folder / RECORDS.name / part.name):
            records = pq.read_table(
                folder / RECORDS.name / part.name,
                columns=["letter", "record"],
                filters=pc.field("letter").isin([row["letter"] for row in mine]),
            )
        said = dict(
            zip(records.column("letter").to_pylist(), records.column("record").to_pylist(), strict=True)
        )
        for row in mine:
            yield row | {"record": said.get(row["letter"])}


def _ready(row: dict[str, Any], stamp: Stamp) -> _Ready:
    name = str(row["source"])
    try:
        record = read_json(row["record"])
        letter = new_letter(row["text"], tuple(record["page_starts"]), row["title"], stamp)
        layouts = tuple(map(_layout, record["layouts"]))
        furniture = tuple(Furniture(*one) for one in record["furniture"])
        lines = tuple(LineStyle(*one) for one in record["lines"])
        warnings = tuple(Message(w["context"], w["text"], w["params"]) for w in record["warnings"])
        suspects_from_json(record["suspects"], row["text"])
        proposed = from_json(record["proposals"])
        require_sound(proposed)
        require_fit(proposed, len(row["text"]))
        _require_plain(row, record, layouts, furniture, lines)
    except (*WRONG, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise UserError(Message("Bulk", DAMAGED, {"name": name})) from error
    content = source_of(_item(name, record)).data
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        raise UserError(Message("Bulk", CHANGED, {"name": name}))
    new = NewLetter(
        letter,
        record["name"],
        row["sha256"],
        content,
        layouts,
        furniture,
        lines,
        to_keep(warnings, record["name"]),
    )
    return _Ready(
        name,
        new,
        (record["suspects"], record["suspects_engine"]),
        (record["proposals"], record["proposals_engine"]),
    )


def _require_plain(
    row: dict[str, Any],
    record: dict[str, Any],
    layouts: tuple[PageLayout, ...],
    furniture: tuple[Furniture, ...],
    lines: tuple[LineStyle, ...],
) -> None:
    """Raise ValueError where places lie outside the text, or something is of another type than bulk wrote."""
    length = len(row["text"])
    starts = record["page_starts"]
    if not starts or starts[0] != 0 or starts != sorted(starts):
        raise ValueError("pages out of order")
    placed: list[Any] = [one for layout in layouts for one in (*layout.words, *layout.readings)]
    placed += [*furniture, *lines]
    for start, end in [*((one.start, one.end) for one in placed), (0, starts[-1])]:
        if not (type(start) is type(end) is int and 0 <= start <= end <= length):
            raise ValueError("a place outside the text")
    boxes = [side for layout in layouts for word in layout.words for side in word[2:]]
    sizes = [size for layout in layouts for size in (layout.width, layout.height)]
    sizes += [size for line in lines for size in (line.left, line.size)]
    sizes += [size for layout in layouts for one in layout.readings for size in (one.confidence, one.sure)]
    if not all(type(size) in (int, float) and isfinite(size) for size in (*boxes, *sizes)):
        raise ValueError("no number")
    numbers = [number for layout in layouts for number in (layout.number, layout.source_page)]
    numbers += [line.level for line in lines]
    if not all(type(number) is int and 0 <= number < 2**31 for number in numbers):
        raise ValueError("no number of a page")
    said = [row["sha256"], row["title"], record["name"], *(one.kind for one in furniture)]
    said += [record["suspects_engine"], record["proposals_engine"]]
    said += [flag for layout in layouts for flag in layout.flags]
    said += [other for layout in layouts for one in layout.readings for other in one.others]
    said += [one for pair in record["files"] for one in pair]
    if not all(type(one) is str for one in said):
        raise ValueError("no text")


def _layout(said: list[Any]) -> PageLayout:
    number, source_page, width, height, words, flags, readings = said
    return PageLayout(
        number,
        source_page,
        width,
        height,
        tuple(WordBox(*word) for word in words),
        tuple(flags),
        tuple(WordReading(r[0], r[1], r[2], tuple(r[3]), r[4]) for r in readings),
    )


def _item(source: str, record: dict[str, Any]) -> Letters:
    if is_address(source):
        return Remote(source)
    files = tuple((name, Path(path)) for name, path in record["files"])
    return FileGroup(Path(source), record["name"], files) if files else Path(source)


def _written(store: Store, ready: list[_Ready]) -> list[ImportedFile]:
    def job(connection: WriteConnection) -> list[int]:
        ids = add_letters(connection, [one.new for one in ready])
        for letter_id, one in zip(ids, ready, strict=True):
            text, (suspects, engine) = one.new.letter.text, one.suspects
            count = len(suspects_from_json(suspects))
            save_suspects_of_text(connection, letter_id, text, engine, suspects, count)
            proposals, engine = one.proposals
            save_proposals(connection, letter_id, text, engine, from_json(proposals))
        return ids

    ids = store.do(job) if ready else []
    return [
        ImportedFile(Path(one.source), "imported", letter_id)
        for one, letter_id in zip(ready, ids, strict=True)
    ]
