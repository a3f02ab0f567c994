"""The parts of commitments: derived when they are asked for, of their words and the letter's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from annotator.core.codebook import Codebook
from annotator.core.commitments import CommitmentParts
from annotator.core.document import Letter
from annotator.storage.passage_table import PassageRow
from annotator.storage.reader import Reader

ROLE = "commitment"
DATE = "letter_date"


def commitments_of(letter: Letter, codebook: Codebook) -> dict[str, CommitmentParts]:
    """Return the parts of a letter's commitments, by the uid of the passage."""
    tags = promising_tags(codebook)
    promises = {uid: row for uid, row in letter.passages.items() if row.tag in tags}
    if not promises:
        return {}
    from annotator.structure.commitment_parts import parts_of

    field = codebook.field_for(DATE)
    said = [value.value for value in letter.values_of(field.id)] if field else []
    written = day_of(said[0]) if said else None
    return {uid: parts_of(letter.quote(uid), written) for uid in promises}


def promising_tags(codebook: Codebook) -> frozenset[str]:
    """Return the tags of passages that promise something."""
    return frozenset(tag.id for tag in codebook.passage_tags if tag.role == ROLE)


def day_of(value: str) -> date | None:
    """Return the day that a value of the form says, None for none."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def with_parts(reader: Reader, codebook: Codebook, ids: Sequence[int]) -> list[PassageRow]:
    """Return the rows of these passages, with the parts of those that promise something."""
    rows, tags = reader.passage_rows(ids), promising_tags(codebook)
    letters = sorted({row.letter_id for row in rows if row.tag in tags})
    if not letters:
        return rows
    from annotator.structure.commitment_parts import parts_of

    field = codebook.field_for(DATE)
    dates = reader.dates_of(field.id, letters) if field else {}
    return [
        replace(row, parts=parts_of(row.quote, day_of(dates.get(row.letter_id, ""))))
        if row.tag in tags
        else row
        for row in rows
    ]
