"""Where an analyst was in a project when it was closed: the letter, the caret, which letters were listed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from itertools import chain
from typing import Any

from annotator.storage.letter_list import ALL_LETTERS, LetterFilter

_LONGEST = 2_000  # characters
_DAYS = ("days", "done_days")


@dataclass(frozen=True, slots=True)
class LastPlace:
    """The open letter (0: none), its caret in code points, and the filter of the list."""

    letter_id: int = 0
    caret: int = 0
    listed: LetterFilter = ALL_LETTERS

    def written(self) -> str:
        """Return it as the settings keep it; without the filter where that is too long."""
        listed = ""
        if self.listed != ALL_LETTERS:
            import json  # 5 ms that most do without

            usual = asdict(ALL_LETTERS)
            listed = json.dumps({n: value for n, value in asdict(self.listed).items() if value != usual[n]})
        return f"{self.letter_id} {self.caret} {listed if len(listed) <= _LONGEST else ''}"

    @staticmethod
    def read(written: str) -> LastPlace:
        """Return what the settings kept; none of it where it is nothing of the kind."""
        letter_id, _, rest = written.partition(" ")
        caret, _, listed = rest.partition(" ")
        if not _is_number(letter_id) or not _is_number(caret):
            return LastPlace()
        return LastPlace(int(letter_id), int(caret), _filter(listed) if listed else ALL_LETTERS)


def _filter(written: str) -> LetterFilter:
    import json

    try:
        kept = json.loads(written)
    except (ValueError, RecursionError):
        return ALL_LETTERS
    if not isinstance(kept, dict) or not set(kept) <= {field.name for field in fields(LetterFilter)}:
        return ALL_LETTERS
    days: dict[str, Any] = {name: kept.pop(name) for name in _DAYS if name in kept}
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in days.values()):
        return ALL_LETTERS
    if not all(isinstance(text, str) for text in (*kept.values(), *chain.from_iterable(days.values()))):
        return ALL_LETTERS
    spans: dict[str, Any] = {name: tuple(pair) for name, pair in days.items()}
    return LetterFilter(**kept, **spans)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16
