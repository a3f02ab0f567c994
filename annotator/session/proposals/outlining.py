"""What stands in the letters of a project: decided where somebody decided, proposed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.codebook import Codebook
from annotator.core.codebook_room import room_of, several_fields, suited
from annotator.core.document import Letter
from annotator.core.proposals import laid_over
from annotator.session.proposals.line_styles import styles_of
from annotator.session.proposals.overlay import engine_of
from annotator.session.tags.kept import LEARNT, LEARNT_KEY
from annotator.storage.reader import Reader
from annotator.structure.record import on_one_line
from annotator.structure.worker import proposed_for

Row = dict[str, Any]


def shown_letters(reader: Reader) -> Iterator[tuple[int, Letter]]:
    """Yield the letters as the window shows them; proposals that the file has not are made."""
    codebook = reader.codebook()
    engine, room = engine_of(codebook, reader.setting(LEARNT_KEY)), room_of(codebook)
    learnt, several = reader.setting(LEARNT), several_fields(codebook)
    for letter_id in reader.letter_ids():
        with reader.moment():
            letter, proposed = reader.letter(letter_id), reader.proposals(letter_id, engine)
            styles = styles_of(reader, letter_id, letter) if proposed is None else ()
        if proposed is None:
            furniture = [(span.start, span.end) for span, _ in letter.furniture_spans()]
            proposed = proposed_for(letter.text, letter.page_starts(), furniture, room, styles, learnt)
        yield letter_id, laid_over(letter, suited(proposed, codebook), several)


def outline_of(letter: Letter, codebook: Codebook) -> dict[str, list[Row]]:
    """Return the rows that `outline --json` prints of a letter in a project, each with its state.

    Fields are named by their roles, as for a file, those without one by their ids; tags as the codebook does.
    """
    roles = {leaf.id: leaf.role for leaf in codebook.value_fields()}
    order = {field.id: n for n, field in enumerate(codebook.value_fields())}
    values = sorted(
        letter.values.values(), key=lambda v: (order.get(v.field, len(order)), v.field, v.position, v.uid)
    )
    return {
        "sections": [
            {
                "start": placed.start,
                "end": placed.end,
                "level": placed.section.level,
                "heading": on_one_line(letter.text, placed.heading),
                "tag": placed.section.tag or None,
                "state": placed.section.state,
            }
            for placed in letter.placed_sections()
        ],
        "fields": [
            {
                "field": roles.get(value.field) or value.field,
                "value": value.value,
                "shown": value.shown,
                "start": place.start if (place := letter.spans.get(value.uid)) else None,
                "end": place.end if place else None,
                "confidence": value.confidence,
                "state": value.state,
            }
            for value in values
        ],
        "passages": [
            {
                "tag": passage.tag,
                "start": span.start,
                "end": span.end,
                "text": letter.text[span.start : span.end],
                "state": passage.state,
            }
            for span, passage in letter.placed_passages()
        ],
    }
