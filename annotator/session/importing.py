"""Bringing files into a project, in batches, with a report of what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.core.document import Stamp, new_letter, now
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.importers import read_file, walk
from annotator.importers.interface import ImportedLetter
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.reader import Reader
from annotator.storage.store import Store

_BATCH = 50
_PATIENCE = 30.0  # seconds that the disk may stand in the way before the import gives up

Progress = Callable[[int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of a file: "imported" or "known" (as letter `letter_id`), or "failed" with the problem."""

    path: Path
    outcome: str
    letter_id: int | None = None
    problem: Message | None = None
    warnings: tuple[Message, ...] = ()


def import_paths(
    store: Store,
    paths: Iterable[Path | str],
    analyst: str,
    progress: Progress = lambda done, name: None,
    cancelled: Cancelled = lambda: False,
) -> list[ImportedFile]:
    """Import files and folders; a bad file is reported and skipped, a file that is there already is noticed.

    Letters arrive in the file in batches, each whole. Called away from the views' thread: it waits.
    `progress` gets the number of files done and the name of the last. Raises `Problem` when the project
    cannot
    be written.
    """
    if store.read_only:
        raise Problem(
            Message(
                "Import",
                QT_TRANSLATE_NOOP(
                    "Import", "This project is open for reading only: nothing can be imported."
                ),
            )
        )
    report: list[ImportedFile] = []
    files = iter(walk(paths))
    with store.open_reader() as reader:
        while not cancelled() and (batch := list(islice(files, _BATCH))):
            report += _import_batch(store, reader, batch, analyst, progress, len(report), cancelled)
    return report


def _import_batch(
    store: Store,
    reader: Reader,
    batch: Sequence[Path],
    analyst: str,
    progress: Progress,
    done: int,
    cancelled: Cancelled,
) -> list[ImportedFile]:
    read: dict[str, tuple[Path, ImportedLetter]] = {}
    twice: list[tuple[Path, str]] = []
    results: dict[Path, ImportedFile] = {}
    for number, path in enumerate(batch, 1):
        if cancelled():
            break
        try:
            letter = read_file(path)
        except Problem as problem:
            results[path] = ImportedFile(path, "failed", problem=problem.message)
        else:
            known = reader.find_source(letter.sha256)
            if known:
                results[path] = ImportedFile(path, "known", known[0])
            elif letter.sha256 in read:
                twice.append((path, letter.sha256))
            else:
                read[letter.sha256] = (path, letter)
        progress(done + number, path.name)
    ids = _added(store, [letter for _, letter in read.values()], analyst)
    for (path, letter), letter_id in zip(read.values(), ids, strict=True):
        results[path] = ImportedFile(path, "imported", letter_id, warnings=letter.warnings)
    for path, sha256 in twice:
        results[path] = ImportedFile(path, "known", results[read[sha256][0]].letter_id)
    return [results[path] for path in batch if path in results]


def _added(store: Store, letters: Sequence[ImportedLetter], analyst: str) -> list[int]:
    stamp = Stamp(analyst, now())
    prepared = [_prepared(letter, stamp) for letter in letters]
    return store.do(lambda connection: add_letters(connection, prepared), _PATIENCE) if prepared else []


def _prepared(letter: ImportedLetter, stamp: Stamp) -> NewLetter:
    made = new_letter(letter.text, letter.page_starts, letter.title, stamp)
    return NewLetter(made, letter.source_name, letter.sha256, letter.data, letter.layouts, letter.furniture)
