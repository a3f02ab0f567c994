"""What a setting is, and how it is asked for in the dialog of the settings."""

from __future__ import annotations

import os
import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

Value = str | int | bool

LONGEST_TEXT = 4_096  # characters: longer than any path
_NUMBER = re.compile(r"-?[0-9]{1,9}")
# Behind these stand bytes of a path that are not UTF-8 (PEP 383); other halves of a pair are no text at all.
_NO_TEXT = re.compile("[\0\ud800-\udc7f\udd00-\udfff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a setting is asked for in the dialog of the settings: as a choice, a tick or a line of text.

    `page` is `general` or `backups`. Texts are English, to be translated in the context `Settings`; the name
    of a choice may have its value in it, as `{value}`. Without choices a setting that is on or off is a tick.
    A text that is `required` stays as it was when it is emptied.
    """

    page: Literal["general", "backups"]
    label: str
    note: str = ""
    choices: tuple[tuple[Value, str], ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting is when nobody chose, and what it may be: one of `among`, or a text of a length.

    A path is whole or "": another one would lead elsewhere from each folder that the program is started in.
    One that is not `shown` in the dialog is kept by the view that it belongs to.
    """

    default: Value
    among: Container[Value] | None = None
    longest: int = LONGEST_TEXT  # characters
    is_path: bool = False
    shown: Shown | None = None

    def read(self, raw: object) -> Value | None:
        """Return the value that the file has for it; None where it is none."""
        value = _READERS[type(self.default)](raw)
        if value is None or (self.among is not None and value not in self.among):
            return None
        if isinstance(value, str) and (len(value) > self.longest or _NO_TEXT.search(value)):
            return None
        if self.is_path and value and not os.path.isabs(str(value)):
            return None
        return value


def _read_text(raw: object) -> str | None:
    return raw if isinstance(raw, str) else None


def _read_number(raw: object) -> int | None:
    if isinstance(raw, str) and _NUMBER.fullmatch(raw):
        return int(raw)
    return raw if type(raw) is int else None


def _read_flag(raw: object) -> bool | None:
    if isinstance(raw, bool):
        return raw
    return {"true": True, "false": False}.get(raw) if isinstance(raw, str) else None


# An ini file gives texts back, whatever was kept.
_READERS = {str: _read_text, int: _read_number, bool: _read_flag}
