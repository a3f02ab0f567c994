"""What becomes of letters before a format gets them: proposals left out, analysts without their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from annotator.core.document import Dismissal, Letter, Passage, Section, Value, Verdict
from annotator.core.messages import QT_TRANSLATE_NOOP, Message

NAMES_KEPT, NAMES_LEFT_OUT, PSEUDONYMS = "kept", "left_out", "pseudonyms"
# How analysts are named, in the order of the dialog.
NAMING: dict[str, Message] = {
    NAMES_KEPT: Message("Export", QT_TRANSLATE_NOOP("Export", "with their names")),
    PSEUDONYMS: Message("Export", QT_TRANSLATE_NOOP("Export", "as analyst 1, analyst 2…")),
    NAMES_LEFT_OUT: Message("Export", QT_TRANSLATE_NOOP("Export", "without names")),
}
_Done = TypeVar("_Done", Passage, Section, Value, Verdict, Dismissal)


def confirmed_only(letter: Letter) -> Letter:
    """Return the letter without the proposals that nobody has decided on."""
    return replace(
        letter,
        sections={uid: row for uid, row in letter.sections.items() if row.state != "proposed"},
        passages={uid: row for uid, row in letter.passages.items() if row.state != "proposed"},
        values={uid: row for uid, row in letter.values.items() if row.state != "proposed"},
    )


class Names:
    """Gives analysts other names: the same one the same name in all letters of an export.

    The program's own name, "" where nobody did a thing, stays.
    """

    def __init__(self, naming: str, word: str) -> None:
        """`word` stands before the number of a pseudonym, as `analist`."""
        self._naming, self._word = naming, word
        self._given: dict[str, str] = {}

    def name(self, analyst: str) -> str:
        """Return the name to write for an analyst."""
        if self._naming == NAMES_KEPT or not analyst:
            return analyst
        if self._naming == NAMES_LEFT_OUT:
            return ""
        return self._given.setdefault(analyst, f"{self._word} {len(self._given) + 1}")

    def letter(self, letter: Letter) -> Letter:
        """Return the letter with all analysts named so."""
        if self._naming == NAMES_KEPT:
            return letter
        return replace(
            letter,
            corrections=tuple(replace(row, analyst=self.name(row.analyst)) for row in letter.corrections),
            passages=self._named(letter.passages),
            sections=self._named(letter.sections),
            values=self._named(letter.values),
            verdicts=self._named(letter.verdicts),
            dismissals=self._named(letter.dismissals),
        )

    def _named(self, rows: Mapping[str, _Done]) -> dict[str, _Done]:
        return {uid: replace(row, analyst=self.name(row.analyst)) for uid, row in rows.items()}
