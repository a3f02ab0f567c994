"""Reading letters of a project again in the background: each question has a reader of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from annotator.recognition.models import Recognition
from annotator.session.project.text_language import language_of
from annotator.session.transfer.recognising import recognition
from annotator.session.transfer.recognising_again import RecognisesAgain, poor_letters, unrecognised_letters
from annotator.session.transfer.rereading import read_again
from annotator.session.transfer.second_looks import Looked, SecondLooks, choice_of, unlooked_letters
from annotator.storage.kept_readings import ReadSource
from annotator.storage.store import Store

Cancelled = Callable[[], bool]


def letters_to_recognise(store: Store, chosen: Iterable[int] | None, *, poor: bool = False) -> list[int]:
    """Return the letters to recognise anew: those with `poor` text, or those (all, without any chosen) that
    the program did not read itself."""
    with store.open_reader() as reader:
        return poor_letters(reader) if poor else unrecognised_letters(reader, chosen)


def recognised_again(
    store: Store, again: RecognisesAgain, letter_id: int, cancelled: Cancelled, pages: Sequence[int] = ()
) -> ReadSource:
    """Return a letter, or pages of it, as recognised anew. Raises `UserError` where that cannot be."""
    with store.open_reader() as reader:
        return again.read(reader, letter_id, cancelled, pages)


def file_read_again(
    store: Store,
    path: Path,
    passwords: tuple[str, ...] = (),
    cancelled: Cancelled = bool,
    own_models: str = "",
    paged: Callable[[int, int], None] = lambda done, total: None,
) -> ReadSource:
    """Return a file as another reading of a letter, as `read_again` does, its pages without text recognised
    in the language of the project; what was recognised is taken up where it was ended."""
    with store.open_reader() as reader:
        choice = replace(recognition("auto", own_models), language=language_of(reader))
    return read_again(path, passwords, cancelled, choice=choice, paged=paged)


def letters_to_look_at(
    store: Store, letter_ids: Sequence[int] | None, own_models: str, *, anew: bool
) -> tuple[Recognition, Sequence[int]]:
    """Return how letters are looked at a second time, and which; `anew` all of the named ones. Raises
    `UserError` where nothing can look."""
    with store.open_reader() as reader:
        choice = choice_of(language_of(reader), own_models)
        return choice, letter_ids if anew and letter_ids else unlooked_letters(reader, letter_ids)


def looked_at(store: Store, looks: SecondLooks, letter_id: int, cancelled: Cancelled) -> Looked:
    """Return what a second look tells of a letter. Raises `UserError` as `SecondLooks.at` does."""
    with store.open_reader() as reader:
        return looks.at_letter(reader, letter_id, cancelled)
