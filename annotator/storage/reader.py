"""Reading a project: one connection that cannot write, short transactions, plain data out."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from annotator.core import project_files
from annotator.core.codebook import Codebook
from annotator.core.document import About, Letter, Passage, Section, Value
from annotator.core.history import Change
from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, PageLayout
from annotator.core.problems import Problem
from annotator.core.proposals import Proposed
from annotator.core.text import Span
from annotator.language.interface import Event
from annotator.storage import (
    letter_list,
    letter_rows,
    page_layouts,
    project,
    proposals,
    record,
    suspect_cache,
    texts,
)
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter, LetterLine
from annotator.storage.letter_rows import LetterDetails
from annotator.storage.log_watch import log_of
from annotator.storage.proposals import OpenCounts
from annotator.storage.read_connections import open_to_read, stamp_of
from annotator.storage.record import ChangeLine
from annotator.storage.soundness import WRONG, place_faults, require_sound
from annotator.storage.texts import LetterText
from annotator.storage.troubles import (
    as_problems,
    damaged,
    damaged_letter,
    identity_of,
    is_wrong_data,
    problem_of,
    reading_problems,
    replaced,
    way_to,
)

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    from annotator.storage.codebook_use import Usage
    from annotator.storage.indexing import IndexedLetter
    from annotator.storage.letter_care import MadeOf
    from annotator.storage.letter_table import Context, TableQuery, TableRow
    from annotator.storage.passage_table import PassageQuery, PassageRow
    from annotator.storage.search_index import Scope
    from annotator.storage.statistics import Statistics
    from annotator.storage.suspect_words import CachedSuspects, CountedReading

_log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")


def _is_misuse(error: BaseException) -> bool:
    """Tell whether the caller is at fault, not the file: arguments that do not fit, a closed connection.

    SQLite is not reached then, or refuses the call before it looks into the file.
    """
    at = error.__traceback__
    never_ran = isinstance(error, TypeError) and at is not None and at.tb_next is None
    return never_ran or isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError)


def _read(
    method: Callable[Concatenate[Reader, P], T],
) -> Callable[Concatenate[Reader, P], T]:
    """Make all that the method reads one moment's, and the world's errors problems.

    What no program of ours wrote is damage: logged, since it may be a fault of ours.
    """

    def reading(self: Reader, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self.moment():
            try:
                result = method(self, *args, **kwargs)
                require_sound(result)
            except (sqlite3.Error, *WRONG) as error:
                if problem_of(error, self._path) is not None or _is_misuse(error):
                    raise
                _log.warning("what was read is not what the program writes: %s", way_to(error))
                raise damaged(self._path) from error
            return result

    return update_wrapper(reading, method)


class Reader:
    """Reads a project through a connection of its own; use it in the thread that made it, and close it there.

    Every method raises Problem where the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with reading_problems(path):
            self._identity = identity_of(path)
            self._open()
        project_files.opened(path)

    def close(self) -> None:
        """Let the file go."""
        self._conn.close()
        project_files.closed(self._path)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> None:
        self._stamp = stamp_of(self._path)
        self._conn, self._is_quiet = open_to_read(self._path)
        self._log = log_of(self._path)

    def _is_behind(self) -> bool:
        """Tell whether it would not see what is written now: it is quiet, or has a log that was replaced."""
        if self._is_quiet:
            return stamp_of(self._path) != self._stamp
        return log_of(self._path) not in (self._log, None)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Keep the project as it is at this moment for all that is read inside; keep it short."""
        with as_problems(self._path):
            if self._conn.in_transaction:
                yield
                return
            if identity_of(self._path) not in (self._identity, None):
                raise replaced(self._path)  # what stands in its log is of another file
            if self._is_behind():
                self._conn.close()
                self._open()
            self._conn.execute("BEGIN")
            try:
                yield
            finally:
                # A damaged file may have ended it already.
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")

    def _shown(self, read: Callable[[], T]) -> T:
        """Read what a list shows; where a text in it is none, with a sign in the place of what is wrong."""
        try:
            return read()
        except sqlite3.Error as error:
            if not is_wrong_data(error):
                raise
        self._conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            return read()
        finally:
            self._conn.text_factory = str

    # ---------------------------------------------------------------- one letter
    @_read
    def letter(self, letter_id: int) -> Letter:
        """Return a letter with all that was made of it. Raises Problem where there is none with this id."""
        return self._whole(letter_id, letter_rows.load_letter)

    def _whole(self, letter_id: int, load: Callable[[sqlite3.Connection, int], Letter]) -> Letter:
        """Load a letter; where it is not what the program writes, say which one it is."""
        try:
            letter = load(self._conn, letter_id)
            require_sound(letter)
            fault = next(place_faults(letter), None)
        except (sqlite3.Error, *WRONG) as error:
            if _is_misuse(error) or not is_wrong_data(error):
                raise
            _log.warning("letter %s is not what the program writes: %s", letter_id, way_to(error))
            raise damaged_letter(self._path, letter_id) from error
        if fault is not None:
            raise damaged_letter(self._path, letter_id, fault[0], **fault[1])
        return letter

    @_read
    def details(self, letter_id: int) -> LetterDetails:
        """Return what the project knows of a letter beside its content."""
        return letter_rows.load_details(self._conn, letter_id)

    @_read
    def version(self, letter_id: int) -> int:
        """Return the letter's content version: it grows with every change of its text."""
        return letter_rows.load_details(self._conn, letter_id).version

    @_read
    def versions(self, ids: Sequence[int]) -> dict[int, int]:
        """Return the content versions of the letters that are there, by their ids."""
        return letter_rows.load_versions(self._conn, ids)

    @_read
    def source_bytes(self, letter_id: int) -> bytes:
        """Return the letter's source, byte for byte."""
        return letter_rows.load_source_bytes(self._conn, letter_id)

    @_read
    def find_source(self, sha256: str) -> list[int]:
        """Return the ids of the letters that came from the source with this SHA-256 (hexadecimal)."""
        return letter_rows.letters_of_source(self._conn, sha256)

    @_read
    def shown_letter(self, letter_id: int) -> Letter:
        """Return a letter with the proposals that wait in it, as the documented views show it."""
        letter = self._whole(letter_id, letter_rows.load_letter)
        try:
            return self._whole(letter_id, letter_rows.load_shown)
        except Problem:  # what is proposed can be made anew
            return letter

    @_read
    def proposals(self, letter_id: int, engine: str) -> Proposed | None:
        """Return what this engine proposes for the letter as it reads now; None: nothing yet."""
        return proposals.load_proposals(self._conn, letter_id, engine)

    @_read
    def kept_proposals(self, letter_id: int) -> Proposed | None:
        """Return what is proposed until something else is, found for whatever text, at its place now."""
        return proposals.load_kept(self._conn, letter_id)

    # ---------------------------------------------------------------- the tables of all letters and passages
    @_read
    def table_ids(self, query: TableQuery) -> list[int]:
        """Return the letters of the table of all letters, in its order."""
        from annotator.storage import letter_table

        return letter_table.letter_ids(self._conn, query)

    @_read
    def table_rows(self, ids: Sequence[int]) -> list[TableRow]:
        """Return the rows of these letters in the table of all letters."""
        from annotator.storage import letter_table

        return letter_table.table_rows(self._conn, ids)

    @_read
    def context(self, letter_id: int, start: int, end: int) -> Context | None:
        """Return a place of a letter with the text around it, None where there is no such place."""
        from annotator.storage import letter_table

        return letter_table.context(self._conn, letter_id, start, end)

    @_read
    def passage_ids(self, query: PassageQuery) -> list[int]:
        """Return the passages of the table of all passages, in its order."""
        from annotator.storage import passage_table

        return passage_table.passage_ids(self._conn, query)

    @_read
    def passage_rows(self, ids: Sequence[int]) -> list[PassageRow]:
        """Return the rows of these passages in the table of all passages."""
        from annotator.storage import passage_table

        return passage_table.passage_rows(self._conn, ids)

    # ---------------------------------------------------------------- proposals
    @_read
    def open_counts(self, letter_id: int) -> OpenCounts | None:
        """Return what is open in a letter, None where nothing was proposed for it yet."""
        return proposals.open_counts(self._conn, letter_id)

    @_read
    def letters_to_propose(
        self, engine: str, after: int, limit: int, *, changed: bool = False
    ) -> Sequence[int]:
        """Return the next letters behind `after` for which nothing was proposed as they read now.

        With `changed` only those whose proposals were made for another text.
        """
        return proposals.letters_to_propose(self._conn, engine, after, limit, changed=changed)

    @_read
    def count_to_propose(self, engine: str, *, changed: bool = False) -> int:
        """Return how many letters `letters_to_propose` gives in all."""
        return proposals.count_to_propose(self._conn, engine, changed=changed)

    @_read
    def suspects(self, letter_id: int, version: int, engine: str) -> str | None:
        """Return what this engine found in this content version, as JSON; None if it did not look."""
        return suspect_cache.load_suspects(self._conn, letter_id, version, engine)

    @_read
    def suspects_engine(self, letter_id: int) -> str:
        """Return which engine, with what it had learnt, found the letter's kept suspects."""
        return suspect_cache.load_engine(self._conn, letter_id)

    @_read
    def page_layouts(self, letter_id: int) -> list[PageLayout]:
        """Return where the words stand on the letter's pages; none where its source has no pages."""
        try:
            return page_layouts.load_layouts(self._conn, letter_id)
        except ValueError as error:  # no program of ours wrote this
            raise damaged(self._path) from error

    @_read
    def has_pages(self) -> bool:
        """Tell whether the source of any letter has pages to show."""
        return page_layouts.has_layouts(self._conn)

    @_read
    def pages_size(self, letter_id: int) -> tuple[int, int]:
        """Return how many pages the letter's source has to show, and how many bytes their words take here."""
        return page_layouts.layouts_size(self._conn, letter_id)

    @_read
    def furniture(self, letter_id: int) -> list[Furniture]:
        """Return what is furniture in the letter's OCR text, in order."""
        return page_layouts.load_furniture(self._conn, letter_id)

    # ---------------------------------------------------------------- the list of letters
    @_read
    def letters_page(
        self, wanted: LetterFilter = ALL_LETTERS, *, after: int = 0, offset: int = 0, limit: int = 100
    ) -> list[LetterLine]:
        """Return lines of the list, by id: those behind letter `after`, without the first `offset`."""
        return self._shown(lambda: letter_list.page(self._conn, wanted, after, offset, limit))

    @_read
    def letter_line(self, letter_id: int) -> LetterLine | None:
        """Return the line of one letter."""
        return self._shown(lambda: letter_list.line(self._conn, letter_id))

    @_read
    def letter_ids(self, wanted: LetterFilter = ALL_LETTERS) -> list[int]:
        """Return the ids of all letters of the list, in its order."""
        return letter_list.ids(self._conn, wanted)

    @_read
    def letters_count(self, wanted: LetterFilter = ALL_LETTERS) -> int:
        """Return how many letters the list has."""
        return letter_list.count(self._conn, wanted)

    @_read
    def find_letters(
        self, words: Sequence[str], fields: Sequence[str] = (), limit: int = 50
    ) -> list[LetterLine]:
        """Return letters in which each word occurs: in the title, the source's name, or values of fields."""
        return self._shown(lambda: letter_list.find(self._conn, words, fields, limit))

    @_read
    def statistics(self) -> Statistics:
        """Count what is in the project; it takes longer than a frame in a big one."""
        from annotator.storage.statistics import statistics

        return statistics(self._conn)

    @_read
    def abouts(self, ids: Sequence[int]) -> dict[int, About]:
        """Return title, status and note of the letters that are there, by their ids."""
        from annotator.storage.letter_care import abouts

        return abouts(self._conn, ids)

    @_read
    def uids(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the uids of the letters that are there, by their ids."""
        from annotator.storage.letter_care import uids

        return uids(self._conn, ids)

    @_read
    def made_of(self, ids: Sequence[int]) -> MadeOf:
        """Return how much was made of letters: what goes with them when they are removed."""
        from annotator.storage.letter_care import made_of

        return made_of(self._conn, ids)

    @_read
    def letter_lines(self, ids: Sequence[int]) -> list[LetterLine]:
        """Return the lines of letters, in the order of their ids; those that are gone are left out."""
        return self._shown(lambda: letter_list.lines(self._conn, ids))

    @_read
    def status_counts(self) -> dict[str, int]:
        """Return how many letters have each status (statuses that none has are left out)."""
        return letter_list.status_counts(self._conn)

    @_read
    def neighbours(self, letter_id: int, wanted: LetterFilter = ALL_LETTERS) -> tuple[int | None, int | None]:
        """Return the letters before and after this one in the list, which need not be in it itself."""
        return letter_list.neighbours(self._conn, letter_id, wanted)

    # ---------------------------------------------------------------- texts, and the index of them
    @_read
    def letter_texts(self, ids: Sequence[int]) -> list[LetterText]:
        """Return the texts of these letters, in this order; those that are gone are left out."""
        return texts.letter_texts(self._conn, ids)

    @_read
    def plain_texts(self, ids: Sequence[int]) -> list[tuple[int, str, str]]:
        """Return the id, the OCR text and the text of these letters (ids in ascending order)."""
        return list(texts.plain_texts(self._conn, ids))

    @_read
    def last_letter_id(self) -> int:
        """Return the highest id of a letter, 0 where there is none."""
        return texts.last_letter_id(self._conn)

    @_read
    def tagged_spans(self, letter_id: int, tag: str) -> list[Span]:
        """Return where a letter's passages and sections with a tag stand in its text."""
        return texts.tagged_spans(self._conn, letter_id, tag)

    @_read
    def has_index(self) -> bool:
        """Tell whether the project has a full-text index that can be read here."""
        from annotator.storage import search_index

        return search_index.has_index(self._conn)

    @_read
    def ranked(
        self, expression: str, scope: Scope, wanted: LetterFilter = ALL_LETTERS, limit: int = -1
    ) -> list[int] | None:
        """Return the letters that the full-text index finds, the best first, stale ones left out.

        At most `limit`; some fewer where a letter's two texts are both among the best.

        None where the index is damaged.
        """
        from annotator.storage import search_index

        return search_index.ranked(self._conn, expression, scope, wanted, limit)

    @_read
    def stale_ids(self, wanted: LetterFilter = ALL_LETTERS) -> Sequence[int]:
        """Return the letters that the full-text index does not know as they are now."""
        from annotator.storage import search_index

        return search_index.stale_ids(self._conn, wanted)

    @_read
    def stale_letters(self, letters: int, characters: int) -> list[IndexedLetter]:
        """Return the next letters to put into the full-text index."""
        from annotator.storage.indexing import stale_letters

        return stale_letters(self._conn, letters, characters)

    @_read
    def stale_count(self) -> int:
        """Return how many letters are still to be put into the full-text index."""
        from annotator.storage import search_index

        return search_index.stale_count(self._conn)

    @_read
    def can_index(self) -> bool:
        """Tell whether this SQLite can make a full-text index."""
        from annotator.storage import search_index

        return search_index.can_index(self._conn)

    @_read
    def index_is_behind(self) -> bool:
        """Tell whether the index has letters in another version without knowing that they are stale."""
        from annotator.storage import search_index

        return search_index.has_unknown(self._conn)

    # ---------------------------------------------------------------- suspects of all letters
    @_read
    def counted_readings(self, engine: str, after: int, letters: int) -> list[CountedReading]:
        """Return what is doubted in the letters with an id in `(after, after + letters]`, counted."""
        from annotator.storage import suspect_words

        return suspect_words.counted_readings(self._conn, engine, after, letters)

    @_read
    def cached_suspects(self, engine: str, letter_ids: Sequence[int]) -> list[CachedSuspects]:
        """Return the kept suspects of these letters, where they fit the letter as it is now."""
        from annotator.storage import suspect_words

        return suspect_words.cached_suspects(self._conn, engine, letter_ids)

    @_read
    def unknown_letters(self, engine: str) -> int:
        """Return how many letters nobody looked for suspects in as they are now."""
        from annotator.storage import suspect_words

        return suspect_words.unknown_count(self._conn, engine)

    @_read
    def next_to_look_at(self, engine: str, after: int) -> int | None:
        """Return the next letter behind `after` that nobody looked for suspects in as it is now."""
        from annotator.storage import suspect_words

        return suspect_words.next_to_look_at(self._conn, engine, after)

    # ---------------------------------------------------------------- the project
    @_read
    def codebook(self) -> Codebook:
        """Return the project's codebook."""
        return project.load_codebook(self._conn)

    @_read
    def codebook_faults(self) -> list[Message]:
        """Return a sentence for each fault of the codebook that `codebook` left out."""
        return project.codebook_faults(self._conn, self._path.name)

    @_read
    def setting(self, key: str, default: str = "") -> str:
        """Return a setting of the project."""
        return project.load_setting(self._conn, key, default)

    # ---------------------------------------------------------------- what refers to the codebook
    @_read
    def usage(self, choice_fields: Sequence[str] = ()) -> Usage:
        """Return how often tags and fields are used, and the choices of these fields (leaves' ids)."""
        from annotator.storage import codebook_use

        return codebook_use.usage(self._conn, choice_fields)

    @_read
    def passages_with(self, tags: Sequence[str]) -> list[tuple[int, Passage, Span]]:
        """Return the passages that carry one of the tags, with their letters and places, by letter."""
        from annotator.storage import codebook_use

        return list(codebook_use.passages_with(self._conn, tags))

    @_read
    def sections_with(self, tag: str) -> list[tuple[int, Section]]:
        """Return the sections that carry the tag, with their letters."""
        from annotator.storage import codebook_use

        return list(codebook_use.sections_with(self._conn, tag))

    @_read
    def values_of(self, field_id: str) -> list[tuple[int, Value]]:
        """Return the values of a field (a leaf's id), with their letters, by letter."""
        from annotator.storage import codebook_use

        return list(codebook_use.values_of(self._conn, field_id))

    # ---------------------------------------------------------------- the record
    @_read
    def last_change_id(self) -> int:
        """Return the highest id that a change ever had, 0 before the first."""
        return record.last_change_id(self._conn)

    @_read
    def next_undo(self) -> Change | None:
        """Return the change that undo would undo."""
        return record.next_undo(self._conn)

    @_read
    def next_redo(self) -> Change | None:
        """Return the change that redo would do again."""
        return record.next_redo(self._conn)

    @_read
    def changes(self, *, before: int | None = None, limit: int = 100) -> list[ChangeLine]:
        """Return the changes for a history, the last first: those with an id below `before`."""
        return record.changes(self._conn, before, limit)

    @_read
    def letters_that_trust(self, reading: str) -> list[int]:
        """Return the letters in which an analyst called the reading always right."""
        return record.letters_that_trust(self._conn, reading)

    @_read
    def learning_events(self, since: str = "") -> list[Event]:
        """Return what the analysts accepted and judged after a time: corrections in force, then verdicts."""
        return record.learning_events(self._conn, since)
