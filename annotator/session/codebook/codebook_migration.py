"""What a change of the codebook means for what stands in the letters: retagged, read anew, or in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.core import fields as reading
from annotator.core.codebook import Codebook, Field
from annotator.core.document import Passage, Value
from annotator.core.field_types import chooses, type_of
from annotator.core.history import Delta, RowChange, SpanChange
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.session.project.text_language import language_of
from annotator.storage.reader import Reader
from annotator.storage.store import Store

Progress = Callable[[int, str], None]
Cancelled = Callable[[], bool]

IN_THE_WAY = QT_TRANSLATE_NOOP(
    "CodebookEdit",
    "“{field}” has {count:value|values} that would not fit, such as “{value}”, in {where}: "
    "change those first.",
)
TAG_IN_USE = QT_TRANSLATE_NOOP(
    "CodebookEdit",
    "The tag “{name}” is in use ({count:,}×): retire it, or merge it with another tag.",
)
LETTERS = QT_TRANSLATE_NOOP("CodebookEdit", "{titles} and {more:other letter|other letters}")
_TITLES = 3
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Following:
    """What follows a change of the codebook: deltas of letters, and how much they touch."""

    deltas: Mapping[int, Delta] = field(default_factory=dict)
    retagged: int = 0
    doubles: int = 0  # passages that would stand twice on the same words, and become one
    values: int = 0


class CancelledError(Exception):
    """The analyst cancelled the work; nothing was changed."""


def concerns_letters(before: Codebook, after: Codebook) -> bool:
    """Tell whether the letters must be looked at, because a tag, field or choice goes or reads otherwise."""
    gone = any(after.tag(tag.id) is None or _kind(after, tag.id) != tag.kind for tag in before.tags)
    return gone or any(_reads_otherwise(old, after.field(old.id)) for old in before.value_fields())


def follow(
    store: Store,
    before: Codebook,
    after: Codebook,
    merged: Mapping[str, str],
    language: str,
    progress: Progress,
    cancelled: Cancelled,
) -> Following:
    """Work out what follows in the letters; `merged` says which tag each one that goes is taken up into.

    Called away from the views' thread. Raises UserError where a value cannot follow, CancelledError
    when it was cancelled.
    """
    store.flush()
    with store.open_reader() as reader, reader.moment():
        _require_unused(reader, before, after, merged, language)
        work = _Work(progress, cancelled)
        retagged = sum(_retag(reader, work, old, new) for old, new in merged.items())
        languages = language, language_of(reader)
        values = sum(_read_anew(reader, work, old, after, *languages) for old in before.value_fields())
        return Following(work.deltas(), retagged, work.doubles, values)


class _Work:
    """Collects what is changed in each letter, tells how far it is, and stops when it is asked to."""

    def __init__(self, progress: Progress, cancelled: Cancelled) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._rows: dict[int, list[RowChange]] = defaultdict(list)
        self._spans: dict[int, list[SpanChange]] = defaultdict(list)
        self._count = 0
        self.doubles = 0

    def row(self, letter_id: int, change: RowChange, span: SpanChange | None = None) -> None:
        self._count += 1
        if self._count % _AT_ONCE == 0:
            self._progress(self._count, "")
            if self._cancelled():
                raise CancelledError
        self._rows[letter_id].append(change)
        if span is not None:
            self._spans[letter_id].append(span)

    def deltas(self) -> dict[int, Delta]:
        if self._cancelled():
            raise CancelledError
        return {
            letter_id: Delta(rows=tuple(rows), spans=tuple(self._spans[letter_id]))
            for letter_id, rows in self._rows.items()
        }


# --- tags ------------------------------------------------------------------------------------------------


def _require_unused(
    reader: Reader, before: Codebook, after: Codebook, merged: Mapping[str, str], language: str
) -> None:
    gone = [tag for tag in before.tags if tag.id not in merged and _kind(after, tag.id) != tag.kind]
    counts = reader.usage().tags if gone else {}
    for tag in gone:
        if counts.get(tag.id):
            params: dict[str, object] = {"name": tag.name(language), "count": counts[tag.id]}
            raise UserError(Message("CodebookEdit", TAG_IN_USE, params))


def _kind(codebook: Codebook, tag_id: str) -> str:
    tag = codebook.tag(tag_id)
    return tag.kind if tag is not None else ""


def _retag(reader: Reader, work: _Work, old: str, new: str) -> int:
    """Give all that carries the one tag the other; return how many there are."""
    count = 0
    for letter_id, section in reader.sections_with(old):
        work.row(letter_id, RowChange(section, replace(section, tag=new)))
        count += 1
    found = reader.passages_with((old, new))
    # Where both stand on the same words, with the same note or none, one passage remains.
    standing = {(letter_id, span) for letter_id, row, span in found if row.tag == new}
    notes = defaultdict(set)
    for letter_id, row, span in found:
        if row.tag == new:
            notes[letter_id, span].add(row.note)
    for letter_id, row, span in found:
        if row.tag != old:
            continue
        count += 1
        if (letter_id, span) in standing and _is_double(row, span, notes[letter_id, span]):
            work.doubles += 1
            work.row(letter_id, RowChange(row, None), SpanChange("passage", row.uid, span, None))
        else:
            work.row(letter_id, RowChange(row, replace(row, tag=new)))
    return count


def _is_double(row: Passage, span: Span, notes: set[str]) -> bool:
    return span.start < span.end and (not row.note or row.note in notes)


# --- values ----------------------------------------------------------------------------------------------


def _reads_otherwise(old: Field, new: Field | None) -> bool:
    if new is None:
        return True
    same = (old.type, old.pattern) == (new.type, new.pattern) and (new.several or not old.several)
    gone = {choice.id for choice in old.choices} - {choice.id for choice in new.choices}
    return not same or bool(gone)


def _read_anew(reader: Reader, work: _Work, old: Field, after: Codebook, language: str, letters: str) -> int:
    """Read a field's values as it will be; return how many change. Raises UserError where some do not fit."""
    new = after.field(old.id)
    if not _reads_otherwise(old, new):
        return 0
    rows = reader.values_of(old.id)
    languages = language, letters
    blocking = [(letter_id, value) for letter_id, value in rows if _blocks(value, old, new, languages)]
    if blocking or new is None:
        if not rows:
            return 0
        raise _in_the_way(reader, old, blocking or rows, language)
    changed = 0
    for letter_id, value in rows:
        normal = _normal(value, old, new, languages)
        if normal is not None and normal != value.value:
            work.row(letter_id, RowChange(value, replace(value, value=normal)))
            changed += 1
    return changed


def _blocks(value: Value, old: Field, new: Field | None, languages: tuple[str, str]) -> bool:
    if new is None or (value.position > 0 and not new.several):
        return True
    # What could not be read before may stay unread: nothing is lost by it.
    return bool(value.value) and _normal(value, old, new, languages) is None


def _normal(value: Value, old: Field, new: Field, languages: tuple[str, str]) -> str | None:
    """Return a value's normal form in the field as it will be, None where it has none.

    `languages` are that of the screen and that of the letters.
    """
    if _is_chosen(value.value, old, new):
        return value.value
    # As it stands in the letter; else, as the old field would show it ("second of March" as a date).
    shown = reading.format(old, value.value, reading.language_for(old, *languages))
    for text in (value.shown, shown):
        result = reading.parse(new, text, reading.language_for(new, *languages))
        if result.value:
            return result.value
    return None if value.value else ""


def _is_chosen(value: str, old: Field, new: Field) -> bool:
    """Tell whether the value is made of ids of choices, all of which the field as it will be has too."""
    if not (chooses(old.type) and chooses(new.type)) or not value:
        return False
    chosen = value.split(";")
    return {*chosen} <= {choice.id for choice in new.choices} and (
        type_of(new.type).chooses == "several" or len(chosen) == 1
    )


def _in_the_way(reader: Reader, old: Field, rows: Sequence[tuple[int, Value]], language: str) -> UserError:
    ids = list(dict.fromkeys(letter_id for letter_id, _ in rows))
    params: dict[str, object] = {
        "field": old.name(language),
        "count": len(rows),
        "value": rows[0][1].shown or reading.ABSENT_SIGN,
        "where": _named(reader, ids),
    }
    return UserError(Message("CodebookEdit", IN_THE_WAY, params))


def _named(reader: Reader, ids: Sequence[int]) -> str | Message:
    titles = ", ".join(f"“{title}”" for title in _titles(reader, ids[:_TITLES]))
    if len(ids) <= _TITLES:
        return titles
    return Message("CodebookEdit", LETTERS, {"titles": titles, "more": len(ids) - _TITLES})


def _titles(reader: Reader, ids: Sequence[int]) -> Iterator[str]:
    for letter_id in ids:
        line = reader.letter_line(letter_id)
        yield line.title if line is not None else str(letter_id)
