"""Opening the file of the settings, whatever stands in its place."""

from __future__ import annotations

import logging
import re
import stat
from pathlib import Path

from PySide6.QtCore import QSettings

_log = logging.getLogger(__name__)
DIGEST = 8  # bytes in front of a layout
_LARGEST_FILE = 1 << 20  # bytes
_ESCAPE = re.compile(rb"\\(?:x([0-9a-fA-F]+)|([0-7]{1,3})|\r?\n|(.))", re.DOTALL)
# What Qt reads with its own reader of binary data, which asks for as much memory as the data says. We never
# write such values.
_BINARY = (b"@Variant(", b"@DateTime(")


def opened(path: Path) -> QSettings:
    """Open the file of the settings.

    What is no file of ours is let be, and nothing is kept; one that could do harm is put aside.
    """
    # A pipe would wait for ever, and so would an endless file; a folder is refused by Qt.
    is_ours = _is_file_of_ours(path)
    if is_ours and _is_harmful(path):
        _put_aside(path)
    store = QSettings(str(path if is_ours else path / "nothing"), QSettings.Format.IniFormat)
    if not is_ours or store.status() is not QSettings.Status.NoError:
        _log.warning("the settings in %s cannot be read: all are taken as they came", path)
    return store


def _is_file_of_ours(path: Path) -> bool:
    try:
        found = path.stat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    is_small_file = stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST_FILE
    return is_small_file or stat.S_ISDIR(found.st_mode)


def _is_harmful(path: Path) -> bool:
    """Tell whether the file has binary values, however they are written."""
    try:
        content = path.read_bytes()
    except OSError:
        return False  # there is none, or Qt cannot read it either
    plain = _ESCAPE.sub(_unescaped, content).replace(b'"', b"")
    return any(sign in plain for sign in _BINARY)


def _unescaped(match: re.Match[bytes]) -> bytes:
    number = int(match[1], 16) & 0xFFFF if match[1] else int(match[2], 8) if match[2] else None
    if number is None:
        return match[3] or b""
    return bytes((number,)) if number < 128 else b"?"


def _put_aside(path: Path) -> None:
    _log.warning("the settings in %s are damaged and were put aside: all are taken as they came", path)
    try:
        path.replace(path.with_name(f"{path.name}.damaged"))
    except OSError:
        path.unlink(missing_ok=True)


def digest(state: bytes) -> bytes:
    """Return what stands in front of a layout, to tell whether it is whole."""
    from hashlib import blake2b

    return blake2b(state, digest_size=DIGEST).digest()


def is_key(keys: str) -> bool:
    """Tell whether Qt can read a key; one that it cannot becomes another key, or none, without a word."""
    from PySide6.QtGui import QKeySequence

    portable = QKeySequence.SequenceFormat.PortableText
    sequence = QKeySequence(keys, portable)
    return keys.isprintable() and "" not in sequence.toString(portable).split(", ")


def is_detail(entry: object) -> bool:
    """Tell whether what is kept of a project that was open lately is sound."""
    if not isinstance(entry, dict):
        return False
    counts = (entry.get("letters", 0), entry.get("done", 0))
    return all(type(count) is int and 0 <= count < 2**31 for count in counts)
