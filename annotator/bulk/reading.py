"""One letter from its bytes to its rows: read, recognised, doubted, proposed for. Nothing else goes in."""

from __future__ import annotations

import faulthandler
import hashlib
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache, partial
from io import UnsupportedOperation

from annotator import __version__
from annotator.bulk.sources import Letters, source_of, where
from annotator.core.codebook import Codebook
from annotator.core.codebook_room import Room, room_of, several_fields, suited
from annotator.core.document import Letter, Section, Stamp, new_letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.proposals import from_json, laid_over
from annotator.core.user_errors import UserError
from annotator.exporters import ExportLetter
from annotator.exporters.data_set.rows import Rows, failed_row, rows_of
from annotator.importers import FileGroup, ImportedLetter, Source
from annotator.language.interface import LearntState
from annotator.language.record import suspects_from_json
from annotator.language.worker import suspects_json_job
from annotator.recognition.models import Recognition
from annotator.recognition.reading import page_reader
from annotator.session.proposals.overlay import engine_of
from annotator.session.suspects.doubted_readings import doubted_readings
from annotator.session.suspects.suspecting import apart_places, engine_key, typed_places
from annotator.session.transfer.exporting import suspicion
from annotator.structure.worker import propose_json_job

_log = logging.getLogger(__name__)
_FIRST = "first"  # the section that each letter has, whatever is proposed
_STAMP = Stamp("", "")

WENT_WRONG = QT_TRANSLATE_NOOP(
    "Bulk", "{name} could not be read because of a fault in the program ({fault}): tell its makers."
)


@dataclass(frozen=True, slots=True)
class How:
    """With what letters are read: plain data that goes to the workers.

    `seconds` is how long a letter may take before its worker is given up.
    """

    codebook: Codebook
    language: str = "nl"
    learnt: LearntState = field(default_factory=LearntState)
    recognition: Recognition = field(default_factory=Recognition)
    seconds: float = 1200.0

    @property
    def engine(self) -> str:
        """The versions of all that makes the rows: another makes other ones."""
        learnt, ocr = engine_key(self.learnt, self.language), self.recognition
        return f"{__version__} {learnt} {engine_of(self.codebook)} ocr {ocr.mode}"


def read_letter(item: Letters, how: How, sha256: str = "", after: str = "") -> Rows:
    """Return the rows of a letter; where it cannot be read the one row that says why.

    The same bytes make the same rows. `sha256` is that of its source, where it is known already; `after` how
    the first attempt ended, of which nobody heard ("crash").
    """
    name = where(item)
    try:
        with _in_time(how.seconds):
            source = source_of(item)
            sha256 = hashlib.sha256(source.data).hexdigest()
            return _rows(item, source, sha256, how, after)
    except UserError as problem:
        reason = str(problem)
    except Exception as fault:
        _log.exception("a letter could not be read")
        reason = str(Message("Bulk", WENT_WRONG, {"name": name, "fault": type(fault).__name__}))
    return failed_row(sha256 or name, sha256, name, reason, how.engine)


@contextmanager
def _in_time(seconds: float) -> Iterator[None]:
    """End this process where a letter takes too long: whoever gave the work finds out, and goes on."""
    watched = seconds > 0
    with suppress(UnsupportedOperation, ValueError):  # without a stderr to tell the stack to
        faulthandler.dump_traceback_later(seconds, exit=True) if watched else None
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _rows(item: Letters, source: Source, sha256: str, how: How, after: str) -> Rows:
    read = _imported(source, how.recognition, after)
    letter = _with_its_own_uid(new_letter(read.text, read.page_starts, read.title, _STAMP))
    flags = {layout.number: layout.flags for layout in read.layouts if layout.flags}
    letter = replace(letter, furniture=tuple(read.furniture), page_flags=flags)
    suspects = _suspects(letter, read, how)
    proposals = propose_json_job(
        read.text,
        read.page_starts,
        [(one.start, one.end) for one in read.furniture],
        _room(how.codebook),
        read.lines,
    )
    proposed = suited(from_json(proposals), how.codebook)
    shown = laid_over(letter, proposed, several_fields(how.codebook))
    found = [suspicion(one) for one in suspects_from_json(suspects)]
    one = ExportLetter(
        0,
        sha256,
        shown,
        where(item),
        sha256,
        "",
        "",
        layouts=lambda: read.layouts,
        readings=lambda: {layout.number: layout.readings for layout in read.layouts},
        suspects=lambda: found,
    )
    record = _record(item, read, suspects, proposals, how)
    return rows_of(one, how.codebook, sha256, engine=how.engine, record=record)


@lru_cache(maxsize=2)
def _room(codebook: Codebook) -> Room:
    return room_of(codebook)


def _imported(source: Source, recognition: Recognition, after: str) -> ImportedLetter:
    """Read a letter, by the importer's other attempt where the first one failed, as import does."""
    importer = source.importer
    if importer.job is None:
        return importer.read(source.shown, source.name, source.data)
    extra = {"recognising": page_reader(recognition)} if importer.recognises else {}
    job = partial(importer.job, source.shown, source.name, source.data, (), **extra)
    try:
        return job(attempt=importer.again.get(after, importer.attempt))
    except UserError:
        raise
    except Exception:
        if after or "error" not in importer.again:
            raise
        return job(attempt=importer.again["error"])


def _with_its_own_uid(letter: Letter) -> Letter:
    """Return a new letter in which nothing was drawn by chance."""
    (uid,) = letter.sections
    points = {_FIRST if key == uid else key: at for key, at in letter.points.items()}
    return replace(letter, sections={_FIRST: Section(_FIRST, state="proposed")}, points=points)


def _suspects(letter: Letter, read: ImportedLetter, how: How) -> str:
    readings = {layout.number: layout.readings for layout in read.layouts}
    return suspects_json_job(
        letter.text,
        how.learnt,
        (),
        apart_places(letter),
        how.language,
        (),
        doubted_readings(letter, readings),
        typed_places(letter),
    )


def _record(item: Letters, read: ImportedLetter, suspects: str, proposals: str, how: How) -> str:
    """Return what import takes over as it is, beside what the tables have."""
    files = [(name, str(path)) for name, path in item.files] if isinstance(item, FileGroup) else []
    said = {
        "name": read.source_name,
        "files": files,
        "page_starts": read.page_starts,
        "furniture": read.furniture,
        "lines": read.lines,
        "layouts": [
            [one.number, one.source_page, one.width, one.height, one.words, one.flags, one.readings]
            for one in read.layouts
        ],
        "warnings": [asdict(warning) for warning in read.warnings],
        "suspects": suspects,
        "suspects_engine": engine_key(how.learnt, how.language),
        "proposals": proposals,
        "proposals_engine": engine_of(how.codebook),
    }
    return json.dumps(said, ensure_ascii=False, default=str, separators=(",", ":"))


def digest_of(item: Letters) -> str:
    """Return the SHA-256 of a letter's source; "" where it cannot be read."""
    try:
        return hashlib.sha256(source_of(item).data).hexdigest()
    except (UserError, OSError):
        return ""
