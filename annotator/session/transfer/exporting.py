"""From the project to files of a format, letter by letter."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from annotator import __version__
from annotator.core.document import now
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters import (
    ExportContext,
    Exporter,
    ExportLetter,
    Omission,
    Part,
    Suspicion,
    export_together,
    exporter_of,
)
from annotator.exporters.preparing import NAMES_KEPT, Names, confirmed_only
from annotator.exporters.redacting import HiddenWords
from annotator.exporters.writing import stop_if
from annotator.language.interface import Suspect
from annotator.session.proposals.promised import commitments_of
from annotator.session.transfer.drawing_pages import PageDrawer
from annotator.session.transfer.one_moment import OneMoment
from annotator.session.transfer.previewing import beginning
from annotator.storage.reader import Reader
from annotator.storage.store import Store

NEEDS = QT_TRANSLATE_NOOP(
    "Export",
    "This format needs the package {package}, which is not installed here: install kanttekening[{extra}].",
)
HIDDEN = QT_TRANSLATE_NOOP("Export", "hidden words are replaced")
HIDDEN_UNTAGGED = QT_TRANSLATE_NOOP("Export", "of those hidden words stand where nobody tagged them")
_ANALYST = {"nl": "analist", "en": "analyst"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, and how.

    `ids` are letters, None for all. `proposals` tells whether what waits for a decision goes along, marked
    so. `naming` is one of `preparing.NAMING`. `chosen` holds the options of the format's choices; `language`
    is "nl" or "en". With `hide` words that hidden tags mark are replaced, wherever they stand.
    """

    format_id: str
    ids: Sequence[int] | None = None
    proposals: bool = True
    naming: str = NAMES_KEPT
    chosen: Mapping[str, str] = field(default_factory=dict)
    language: str = "nl"
    hide: bool = False


def export_letters(
    store: Store,
    wish: Wish,
    out: Path,
    *,
    force: bool = False,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write letters in a format; return the files.

    `out` is the folder, or the file for a format that makes one. Whole files or none. May be called in any
    thread. Raises `UserError` where that cannot be.
    """
    exporter = require_ready(wish)
    folder, name = (out.parent, out.name) if exporter.suffix else (out, "")
    return _written(store, [(wish, name)], folder, force, progress, cancelled)


def export_formats(
    store: Store,
    wishes: Sequence[Wish],
    folder: Path,
    stem: str,
    *,
    force: bool = False,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write letters in several formats, all of them or none; return the files.

    A format that makes one file writes `stem` with its ending into the folder, the others go to a folder in
    it that is called as the format. `progress` counts a letter once in each format. Raises `UserError`.
    """
    named = zip(wishes, names_of([wish.format_id for wish in wishes], stem), strict=True)
    return _written(store, list(named), folder, force, progress, cancelled)


def names_of(format_ids: Sequence[str], stem: str) -> list[str]:
    """Return what the file or the folder of each format is called in an export of several."""
    formats = [exporter_of(format_id) for format_id in format_ids]
    times = Counter(exporter.suffix for exporter in formats)
    endings = (f"-{one.id}{one.suffix}" if times[one.suffix] > 1 else one.suffix for one in formats)
    return [f"{stem}{end}" if one.suffix else one.id for one, end in zip(formats, endings, strict=True)]


def _written(
    store: Store,
    named: Sequence[tuple[Wish, str]],
    folder: Path,
    force: bool,
    progress: Callable[[int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> list[Path]:
    # One moment of the file for all of it: what is typed and undone meanwhile goes along whole or not at all.
    with OneMoment(store, partial(stop_if, cancelled)) as moment, PageDrawer(cancelled) as drawer:
        parts = []
        for wish, name in named:
            exporter, hidden = require_ready(wish), _hidden(moment.reader(), wish)
            letters, context = _letters(moment.reader, wish, hidden), _context(moment.reader(), wish, hidden)
            context = replace(context, run=drawer.run)
            parts.append(Part(exporter, letters, context, name))
        return export_together(parts, folder, force=force, progress=progress, cancelled=cancelled)


def omissions(
    store: Store, wish: Wish, cancelled: Callable[[], bool] = lambda: False, most: int | None = None
) -> list[Omission]:
    """Return what the format cannot hold of the letters, or of the first `most` of them, each thing once.

    May be called in any thread; where it is cancelled it tells of the letters it came to.
    """
    exporter = require_ready(wish)
    found: Counter[str] = Counter()
    messages: dict[str, Message] = {}
    with store.open_reader() as reader:
        hidden = _hidden(reader, wish, most)
        context = _context(reader, wish, hidden)
        for one in islice(_letters(lambda: reader, wish, hidden), most):
            if cancelled():
                break
            for omission in exporter.leaves_out(one, context) if exporter.leaves_out is not None else ():
                found[str(omission.what)] += omission.times
                messages[str(omission.what)] = omission.what
    said = [Omission(messages[said], count) for said, count in found.items()]
    return [*_said_of_hidden(hidden), *said]


def _said_of_hidden(hidden: HiddenWords | None) -> Iterator[Omission]:
    if hidden is not None and hidden.replaced:
        yield Omission(Message("Export", HIDDEN), hidden.replaced.total())
        if hidden.untagged:
            yield Omission(Message("Export", HIDDEN_UNTAGGED), hidden.untagged)


def hidden_words(store: Store, wish: Wish) -> list[tuple[str, str, int]]:
    """Return what an export puts in the place of hidden words, with the words and how often it does so."""
    with store.open_reader() as reader:
        hidden = _hidden(reader, wish)
        if hidden is None:
            return []
        deque(_letters(lambda: reader, wish, hidden), maxlen=0)
    return [(put, words, hidden.replaced[put]) for put, words in hidden.said.items()]


def open_proposals(store: Store, wish: Wish, cancelled: Callable[[], bool] = lambda: False) -> int:
    """Return how many proposals wait for a decision in the letters. May be called in any thread."""
    total = 0
    with store.open_reader() as reader:
        for letter_id in _ids(reader, wish):
            if cancelled():
                break
            if (counts := reader.open_counts(letter_id)) is not None:
                total += counts.sections + counts.passages + counts.values
    return total


def preview(store: Store, wish: Wish, most: int = 4_000) -> str:
    """Return how what a format writes begins, for the first letter: text of at most so many characters.

    "" for a format that writes no text. May be called in any thread. Raises `UserError`.
    """
    exporter = require_ready(wish)
    with store.open_reader() as reader, PageDrawer() as drawer:
        hidden = _hidden(reader, wish, 1)
        letters = islice(_letters(lambda: reader, wish, hidden), 1)
        context = replace(_context(reader, wish, hidden), run=drawer.run)
        return beginning(exporter.pieces(letters, context), most)


def require_ready(wish: Wish) -> Exporter:
    """Return the format that is asked for. Raises `UserError` where it needs a package that is not there."""
    exporter = exporter_of(wish.format_id)
    if exporter.needs and find_spec(exporter.needs) is None:
        raise UserError(Message("Export", NEEDS, {"package": exporter.needs, "extra": exporter.extra}))
    return exporter


def _hidden(reader: Reader, wish: Wish, most: int | None = None) -> HiddenWords | None:
    """Return the words to hide: of all letters before the first is written, as any may have them untagged."""
    if not wish.hide:
        return None
    hidden = HiddenWords(reader.codebook(), wish.language)
    for letter_id in islice(_ids(reader, wish), most):
        hidden.learn(reader.shown_letter(letter_id))
    return hidden


def _ids(reader: Reader, wish: Wish) -> Iterable[int]:
    return reader.letter_ids() if wish.ids is None else dict.fromkeys(wish.ids)


def _context(reader: Reader, wish: Wish, hidden: HiddenWords | None = None) -> ExportContext:
    program, codebook = f"Kanttekening {__version__}", reader.codebook()
    if hidden is not None:
        codebook = hidden.codebook(codebook)
    return ExportContext(codebook, wish.language, wish.chosen, now(), program)


def _letters(
    reader: Callable[[], Reader], wish: Wish, hidden: HiddenWords | None = None
) -> Iterator[ExportLetter]:
    names = Names(wish.naming, _ANALYST.get(wish.language, _ANALYST["en"]))
    codebook = reader().codebook()
    for letter_id in _ids(reader(), wish):
        one = _read(reader, letter_id)
        if hidden is not None:
            one = hidden.letter(one)
        letter = one.letter if wish.proposals else confirmed_only(one.letter)
        letter = names.letter(letter)
        yield replace(one, letter=letter, commitments=commitments_of(letter, codebook))


def _read(reader: Callable[[], Reader], letter_id: int) -> ExportLetter:
    now_reading = reader()
    with now_reading.moment():
        letter, details = now_reading.shown_letter(letter_id), now_reading.details(letter_id)
    return ExportLetter(
        letter_id,
        details.uid,
        letter,
        details.source_name,
        details.source_sha256,
        details.created_at,
        details.updated_at,
        # A format may ask for these more than once: what it leaves out, what it writes, what it copies.
        source=cache(lambda: reader().source_bytes(letter_id)),
        layouts=cache(lambda: reader().page_layouts(letter_id)),
        line_styles=lambda: reader().line_styles(letter_id),
        readings=lambda: reader().readings(letter_id),
        suspects=lambda: _suspects(reader(), letter_id, letter.text),
    )


def _suspects(reader: Reader, letter_id: int, text: str) -> Sequence[Suspicion] | None:
    """Return the suspects that are kept for a letter as it reads now; None where nobody looked for them."""
    from annotator.language.languages import version_of
    from annotator.language.record import suspects_from_json
    from annotator.session.project.text_language import language_of

    kept = reader.suspects(letter_id, reader.version(letter_id), version_of(language_of(reader)))
    try:
        return None if kept is None else [suspicion(one) for one in suspects_from_json(kept, text)]
    except ValueError:  # damaged: they are looked for anew when the letter is opened
        return None


def suspicion(one: Suspect) -> Suspicion:
    """Return a suspect as formats get it."""
    suggestions = tuple((suggestion.text, suggestion.score) for suggestion in one.suggestions)
    return Suspicion(one.start, one.end, one.text, one.kind, one.reason.code, suggestions)
