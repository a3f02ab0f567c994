"""The same keys with pauses between them and without: the same text, tags and corrections."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session import Session
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.store import Store

TEXT = "Het Belgié van 😀 nu is verplich-\n tingen® aan,\n\u00a0de 'motie e\u0301en."
PIECES = ("ë", "n", " ", "\n", "-", ",", "👩\u200d💻", "\u0301", "\u00a0", "van", " Irak ", "")
LABEL = Message("Test", "test")
Edit = tuple[int, int, str]


def keys(chance: random.Random, length: int) -> list[Edit]:
    """Return contiguous edits as fingers make them: keys, backspaces, deletes, pastes over a selection."""
    caret, edits = chance.randrange(length + 1), []
    for _ in range(chance.randrange(1, 10)):
        back, on = chance.choice(((0, 0), (0, 0), (0, 0), (1, 0), (0, 1), (3, 2)))
        start, end = max(0, caret - back), min(length, caret + on)
        after = chance.choice(PIECES) if back + on != 1 else ""
        edits.append((start, end, after))
        caret, length = start + len(after), length + len(after) - (end - start)
    return edits


def played(session: Session, letter_id: int, tags: list[Span], edits: list[Edit], *, pauses: bool) -> Letter:
    session.open_letter(letter_id)
    for number, span in enumerate(tags):
        session.do(LABEL, operations.add_passage(span, "country", session.stamp(), f"p{number}"))
    for start, end, after in edits:
        session.typed(start, end, after)
        if pauses:
            session.flush_typing()
    session.end_typing()
    assert session.letter is not None
    return session.letter


def tags_of(chance: random.Random) -> list[Span]:
    starts = [chance.randrange(len(TEXT) - 1) for _ in range(4)]
    return [Span(start, min(len(TEXT), start + chance.randrange(1, 12))) for start in starts]


@pytest.mark.parametrize("seed", range(25))
def test_pauses_change_nothing(project: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Store.open(project) as store:
        made = new_letter(TEXT, (0, 24), "letter", Stamp("jan", ""))
        ids = store.do(lambda conn: add_letters(conn, [NewLetter(made, "x", "0" * 64, b"x")] * 2))
    session = Session(Store.open(project), "jan", clock=lambda: "2026-01-01T00:00:00.000Z")
    tags, edits = tags_of(chance), keys(chance, len(TEXT))
    with_pauses = played(session, ids[0], tags, edits, pauses=True)
    without = played(session, ids[1], tags, edits, pauses=False)
    assert with_pauses == without
    session.store.flush()
    assert session.store.reader.letter(ids[0]) == with_pauses
    session.close()
