"""Passages as they stand in the table of all passages, as one CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from annotator.core.commitments import CommitmentParts
from annotator.exporters.csv_cells import defuse
from annotator.storage.passage_table import PassageRow

_PLACE = ("letter_id", "title", "tag", "start", "end")
COLUMNS = (
    *_PLACE,
    "before",
    "quote",
    "after",
    "note",
    "state",
    "analyst",
    "origin",
    *CommitmentParts._fields,
)


def passages_csv(rows: Iterable[PassageRow]) -> str:
    """Return the rows as CSV with a head; cells that a spreadsheet would change are defused."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        state = "proposed" if row.proposed else "confirmed"
        texts = (row.before, row.quote, row.after, row.note)
        before, quote, after, note = (defuse(" ".join(text.split())) for text in texts)
        place = (row.letter_id, defuse(row.title), row.tag, row.start, row.end)
        writer.writerow(
            (
                *place,
                before,
                quote,
                after,
                note,
                state,
                defuse(row.analyst),
                row.origin,
                *map(defuse, row.parts),
            )
        )
    return out.getvalue()
