"""Bringing a project of another program (REFI-QDA) into one of ours: texts as letters, then what they carry.

Its texts come in first, as other imports do; all that they carry, with the tags and fields for it, is one
change after that, which can be undone. Begun again it adds what is not there yet.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotator.core.document import Stamp, new_letter, now
from annotator.core.history import Delta
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.refi_guids import letter_guid
from annotator.importers.refi_qda import sentences
from annotator.importers.refi_qda.model import QdaLetter, QdaProject
from annotator.session.codebook.from_codes import adopted
from annotator.session.project.operations import At, Edit, Outcome
from annotator.session.project.text_language import language_of
from annotator.session.transfer.qda_changed import carried
from annotator.session.transfer.qda_letters import adding
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.reader import Reader
from annotator.storage.store import Store

_BATCH = 50  # letters that are written at once
_PATIENCE = 30.0  # seconds that the disk may block before the import gives up
_LABEL = QT_TRANSLATE_NOOP("Qda", "Import the project “{name}”")
_OTHER_TEXT = QT_TRANSLATE_NOOP(
    "Qda",
    "“{title}” is letter {id} already, with another text: what was selected is at its words there; where "
    "those changed, it was left out ({count:,}).",
)
_NO_ROOM = QT_TRANSLATE_NOOP(
    "Qda", "Codes that no selection carries were left out, for want of room ({count:,})."
)


@dataclass(frozen=True, slots=True)
class Found:
    """Which letter each text of a project is, in their order, and which of them are new."""

    ids: tuple[int, ...]
    new: frozenset[int]


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in of a project, counted, and what did not."""

    letters: int
    known: int
    tags: int
    fields: int
    passages: int
    sections: int
    values: int
    left: tuple[Message, ...]


def language_in(store: Store) -> str:
    """Return the language of the letters of a project. May be called in any thread."""
    with store.open_reader() as reader:
        return language_of(reader)


def add_texts(
    store: Store,
    project: QdaProject,
    analyst: str,
    language: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Found:
    """Add the texts of a project as letters, where it has them not, in batches; return which letter each is.

    May be called in any thread. Raises `UserError` where the codebook has no room for its codes, or the
    project cannot be written: what was written until then stays.
    """
    with store.open_reader() as reader:
        adopted(project, reader.codebook(), language)  # before anything is written
        known = _known(reader, project.letters)
    ids: dict[int, int] = {index: letter_id for index, letter_id in enumerate(known) if letter_id}
    missing = [index for index, letter_id in enumerate(known) if not letter_id]
    stamp = Stamp(analyst, now())
    new: set[int] = set()
    for begin in range(0, len(missing), _BATCH):
        if cancelled():
            break
        batch = missing[begin : begin + _BATCH]
        prepared = [_prepared(project.letters[index], stamp) for index in batch]
        made = store.do(lambda connection, p=prepared: add_letters(connection, p), _PATIENCE)  # type: ignore[misc]
        ids.update(zip(batch, made, strict=True))
        new.update(made)
    return Found(tuple(ids.get(index, 0) for index in range(len(known))), frozenset(new))


def _prepared(qda: QdaLetter, stamp: Stamp) -> NewLetter:
    letter = new_letter(qda.text, qda.page_starts, qda.title, stamp)
    return NewLetter(letter, qda.source_name, hashlib.sha256(qda.data).hexdigest(), qda.data)


def _known(reader: Reader, letters: Iterable[QdaLetter]) -> list[int]:
    """Return the letter that each text is already, 0 where it is none: by its GUID, else by its bytes."""
    details = {letter_id: reader.details(letter_id) for letter_id in reader.letter_ids()}
    by_guid = {letter_guid(each.uid): letter_id for letter_id, each in details.items()}
    by_bytes: dict[str, list[int]] = {}
    for letter_id, each in sorted(details.items()):
        by_bytes.setdefault(each.source_sha256, []).append(letter_id)
    found = []
    for qda in letters:
        same = by_bytes.get(hashlib.sha256(qda.data).hexdigest(), [])
        called = [each for each in same if details[each].source_name == qda.source_name]
        found.append(by_guid.get(qda.guid) or next(iter(called), 0))
    return found


def carrying(project: QdaProject, found: Found, language: str) -> Edit[Brought]:
    """Return the edit that adds what the texts of a project carry to their letters."""

    def work(at: At) -> Outcome[Brought]:
        made = adopted(project, at.codebook, language)
        counts: Counter[str] = Counter()
        left = list(project.left)
        deltas: dict[int, Delta] = {}
        for index, (qda, letter_id) in enumerate(zip(project.letters, found.ids, strict=True), 1):
            at.progress(index, qda.title)
            if at.cancelled() or not letter_id or letter_id in deltas:
                continue
            letter = at.reader.letter(letter_id)
            is_new = letter_id in found.new
            told = qda
            if letter.text != qda.text:
                told, lost = carried(qda, letter.text)
                params = {"title": qda.title, "id": letter_id, "count": lost}
                left.append(Message("Qda", _OTHER_TEXT, params))
            delta, added = adding(letter, told, made, at.stamp, language, is_new=is_new)
            counts += added
            if delta:
                deltas[letter_id] = delta
        left += [Message("Qda", _NO_ROOM, {"count": made.left})] if made.left else []
        for name, sentence in (("unknown", sentences.NO_CODE), ("unread", sentences.VALUES)):
            if counts[name]:
                left.append(Message("Qda", sentence, {"count": counts[name]}))
        brought = Brought(
            len(found.new),
            len({each for each in found.ids if each} - found.new),
            len(made.codebook.tags) - len(at.codebook.tags),
            len(made.codebook.fields) - len(at.codebook.fields),
            counts["passages"],
            counts["sections"],
            counts["values"],
            tuple(left),
        )
        return Outcome(brought, deltas, made.codebook)

    return Edit(lambda _: Message("Qda", _LABEL, {"name": project.name}), work)
