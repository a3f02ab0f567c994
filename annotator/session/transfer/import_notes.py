"""What is kept with a letter of its import: what was guessed, dropped, or left alone around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.session.project.session import Session

_MOST_NAMED = 5
OTHER_KINDS = QT_TRANSLATE_NOOP(
    "Import",
    "Its folder holds {count:file of another kind, which was|files of other kinds, which "
    "were} left alone: {names}.",
)
ALSO_CALLED = QT_TRANSLATE_NOOP("Import", "{name} has the same content, and was not imported a second time.")


def import_notes(session: Session) -> tuple[Message, ...]:
    """Return what import had to say of the open letter."""
    letter_id = session.letter_id
    return session.store.reader.import_notes(letter_id) if letter_id is not None else ()


def to_keep(warnings: Sequence[Message], source_name: str) -> tuple[Message, ...]:
    """Return what is kept of warnings: the source by its name alone, since a project may be handed on."""
    return tuple(
        replace(warning, params=warning.params | {"name": source_name})
        if "name" in warning.params
        else warning
        for warning in warnings
    )


class _Became(Protocol):
    """What is asked of the report on a file."""

    @property
    def path(self) -> Path: ...
    @property
    def outcome(self) -> str: ...
    @property
    def letter_id(self) -> int | None: ...


class LeftAlone:
    """Files of kinds that are not imported, by the folder that they lie in."""

    def __init__(self, others: Iterable[Path]) -> None:
        self._names: dict[Path, list[str]] = {}
        for path in others:
            if path.suffix.startswith(".kant"):
                continue  # a project, or what SQLite keeps beside it
            self._names.setdefault(path.parent, []).append(printable(path.name))

    def notes(
        self, report: Sequence[_Became], source_name: Callable[[int], str]
    ) -> Mapping[int, Sequence[Message]]:
        """Return what to keep with the letters of a report, by their ids."""
        notes: dict[int, list[Message]] = {}
        for file in report:
            if file.letter_id is None:
                continue
            if file.outcome == "imported" and (names := self._names.get(file.path.parent)):
                notes.setdefault(file.letter_id, []).append(_others(names))
            name = printable(file.path.name)
            if file.outcome == "known" and name != source_name(file.letter_id):
                notes.setdefault(file.letter_id, []).append(Message("Import", ALSO_CALLED, {"name": name}))
        return notes


def _others(names: Sequence[str]) -> Message:
    more = "…" if len(names) > _MOST_NAMED else ""
    said = ", ".join(names[:_MOST_NAMED]) + more
    return Message("Import", OTHER_KINDS, {"count": len(names), "names": said})
