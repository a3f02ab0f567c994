"""Small projects for the tests, and random real changes that can be played twice."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from annotator.core import codebook_delta, codebook_edits, history, operations
from annotator.core.codebook import Codebook, Field, Tag
from annotator.core.codebook_delta import NOTHING, CodebookDelta
from annotator.core.document import Letter, Stamp, Value, Verdict, new_letter
from annotator.core.history import Change, Correction, Delta, RowChange, SpanChange
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.storage.changes import Mode, save_change
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.store import Store

STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")
LABEL = Message("Test", "Correct {word}", {"word": "Belgié"})
TEXT = """Geachte voorzitter,

Belgié en Duits-
land 😀 steunen de motie Jansen.
Zie de brief van 2 maart 2026.
De minister van Defensie,
"""
TAG = Tag("country", "passage", {"en": "Country"}, "#d55e00", "#e69f00", "L")
CODEBOOK = Codebook("test", {"en": "Test"}, (TAG,), (Field("subject", "text", {"en": "Subject"}),))


def letter(text: str = TEXT, title: str = "Letter", pages: tuple[int, ...] = (0,)) -> Letter:
    """Return a letter as imported."""
    return new_letter(text, pages, title, STAMP)


def added(made: Letter, name: str = "brief.txt") -> NewLetter:
    """Return a letter with its source, to add."""
    content = made.ocr_text.encode()
    return NewLetter(made, name, hashlib.sha256(content).hexdigest(), content)


def project(path: Path, *letters: Letter) -> Store:
    """Make a project with these letters, with ids from 1, and open it."""
    store = Store.create(path, CODEBOOK, "jan")
    store.do(lambda conn: add_letters(conn, [added(made) for made in letters]))
    return store


def save(
    store: Store,
    change_id: int,
    deltas: Mapping[int, Delta],
    mode: Mode = "new",
    book: CodebookDelta = NOTHING,
) -> dict[int, int]:
    """Save a change and wait until it is on the disk."""
    change = Change(change_id, LABEL, STAMP.analyst, STAMP.made_at, deltas, book)
    return store.do(lambda conn: save_change(conn, change, mode), timeout=30)


def corrected(made: Letter, before: str, after: str) -> Delta:
    """Return the delta that corrects the first place that reads `before`."""
    at = made.text.index(before)
    correction = Correction(at, at + len(before), before, after, "word", "suggestion")
    return operations.correct(made, (correction,), STAMP)


def tagged(made: Letter, quote: str, uid: str, tag: str = "country") -> Delta:
    """Return the delta that tags the first place that reads `quote`."""
    at = made.text.index(quote)
    return operations.add_passage(Span(at, at + len(quote)), tag, STAMP, uid)


class Player:
    """Does random real changes to letters in memory: the same seed plays the same piece."""

    def __init__(self, letters: Mapping[int, Letter], seed: int, codebook: Codebook = CODEBOOK) -> None:
        self.letters = dict(letters)
        self.codebook = codebook
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self._chance = random.Random(seed)
        self._last_id = 0
        self._steps = 0

    def next(self) -> tuple[Change, Mode]:
        """Do the next step in memory; return what must be saved for it."""
        self._steps += 1
        kind = self._chance.randrange(10)
        if kind == 0 and self.done:
            change = self.done.pop()
            self.undone.append(change)
            self._apply({letter_id: delta.inverse() for letter_id, delta in change.deltas.items()})
            self.codebook = codebook_delta.apply(self.codebook, change.codebook.inverse())
            return change, "undo"
        if kind == 1 and self.undone:
            change = self.undone.pop()
            self.done.append(change)
            self._apply(change.deltas)
            self.codebook = codebook_delta.apply(self.codebook, change.codebook)
            return change, "redo"
        if kind == 2 and self.done and not self.done[-1].codebook:
            return self._amended(), "amend"
        self._last_id += 1
        deltas, book = ({}, self._edit()) if kind == 3 else (self._deltas(), NOTHING)
        if kind == 4:
            deltas, book = self._merged()
        change = Change(self._last_id, LABEL, STAMP.analyst, STAMP.made_at, deltas, book)
        self.done.append(change)
        self.undone.clear()
        self._apply(change.deltas)
        self.codebook = codebook_delta.apply(self.codebook, book)
        return change, "new"

    def _edit(self) -> CodebookDelta:
        used = {name for tag in self.codebook.tags for name in tag.names.values()}
        name = next(f"Tag {number}" for number in range(10_000) if f"Tag {number}" not in used)
        if self._chance.random() < 0.5:
            return codebook_delta.between(
                self.codebook, codebook_edits.add_tag(self.codebook, "passage", name, "en")[0]
            )
        last = self.codebook.tags[-1].id
        return codebook_delta.between(
            self.codebook, codebook_edits.rename_tag(self.codebook, last, "nl", name)
        )

    def _merged(self) -> tuple[dict[int, Delta], CodebookDelta]:
        """Merge the tag that all passages have into another, in all letters."""
        first = self.codebook.tags[0]
        made = codebook_edits.id_of("merged", [tag.id for tag in self.codebook.tags], "tag")
        book = replace(self.codebook, tags=(*self.codebook.tags, replace(TAG, id=made, key="")))
        after = codebook_edits.merge_tags(book, first.id, made) if self._chance.random() < 0.5 else book
        deltas = {}
        for letter_id, held in self.letters.items():
            rows = [RowChange(p, replace(p, tag=made)) for p in held.passages.values() if p.tag == first.id]
            if rows and after is not book:
                deltas[letter_id] = Delta(rows=tuple(rows))
        return deltas, codebook_delta.between(self.codebook, after)

    def _amended(self) -> Change:
        old = self.done.pop()
        self._apply({letter_id: delta.inverse() for letter_id, delta in old.deltas.items()})
        change = Change(old.id, old.label, old.analyst, old.made_at, self._deltas())
        self.done.append(change)
        self.undone.clear()
        self._apply(change.deltas)
        return change

    def _apply(self, deltas: Mapping[int, Delta]) -> None:
        for letter_id, delta in deltas.items():
            self.letters[letter_id] = history.apply(self.letters[letter_id], delta)

    def _deltas(self) -> dict[int, Delta]:
        while True:
            chosen = self._chance.sample(
                sorted(self.letters), self._chance.choice((1, 1, 1, len(self.letters)))
            )
            deltas = {letter_id: self._delta(self.letters[letter_id]) for letter_id in chosen}
            if all(deltas.values()):
                return deltas

    def _delta(self, made: Letter) -> Delta:
        chance, uid = self._chance, f"{self._steps}"
        start = chance.randrange(len(made.text) + 1)
        span = Span(start, min(len(made.text), start + chance.randrange(1, 12)))
        match chance.randrange(7):
            case 0:
                return operations.add_passage(span, "country", STAMP, f"passage-{uid}")
            case 1:
                row = Verdict(
                    f"verdict-{uid}", made.text[span.start : span.end], "here", "", "jan", STAMP.made_at
                )
                return Delta(
                    rows=(RowChange(None, row),), spans=(SpanChange("verdict", row.uid, None, span),)
                )
            case 2:
                value = Value(f"value-{uid}", "subject", self._steps, "x", made.text[span.start : span.end])
                return Delta(
                    rows=(RowChange(None, value),), spans=(SpanChange("value", value.uid, None, span),)
                )
            case 3:
                line = made.text.rfind("\n", 0, start) + 1
                return operations.start_section(
                    made, line, chance.randrange(1, 4), "topic", STAMP, f"section-{uid}"
                )
        after = chance.choice(("", "België", " ", "é 😀 x\ny", "woord"))
        correction = Correction(*span, made.text[span.start : span.end], after, "word", "typed")
        return operations.correct(made, (correction,), STAMP)
