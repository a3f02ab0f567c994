"""Reading JSON that lies in a file: what this program would never write is refused before it is used."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any, NoReturn

MOST = 64_000_000  # characters; a change of ten thousand letters has some millions
_LARGEST = 2**53
# Only text with one of these is looked at more closely, so that all other costs nothing.
_LONG_NUMBER = re.compile(r"[0-9]{16}|[0-9][eE]\+?[0-9]{3}")
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def read_json(source: object, most: int = MOST) -> Any:
    """Return what a JSON text says.

    Raises ValueError where it is none, is longer than `most` characters, or holds what our programs never
    write: numbers that are not finite or beyond 2**53, halves of surrogate pairs, hundreds of levels.
    """
    if not isinstance(source, str) or len(source) > most:
        raise ValueError("no text of JSON, or one that is too long")
    parse: dict[str, Any] = {}
    if _LONG_NUMBER.search(source):
        parse = {"parse_int": _int, "parse_float": _float}
    try:
        read = json.loads(source, parse_constant=_refuse, **parse)
    except RecursionError as error:
        raise ValueError("JSON of too many levels") from error
    if _HALF.search(source):
        _require_whole(read)
    return read


def is_text(value: object, longest: int) -> bool:
    """Tell whether a value is a text that can be shown and kept, of at most so many characters."""
    return isinstance(value, str) and len(value) <= longest and not _HALF_PAIR.search(value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number that a program of ours writes")


def _int(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > _LARGEST:
        raise ValueError("a number that no program of ours writes")
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError("a number that is not finite")
    return number


def _require_whole(read: object) -> None:
    # Written again, a pair that was whole is one character, and half of one cannot be encoded.
    json.dumps(read, ensure_ascii=False).encode()
