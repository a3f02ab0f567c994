"""Pages that were read are kept until their letter is in the project: a long scan is taken up where it was.

They lie in a folder for each source, by its SHA-256. What lies there is text of letters, so nobody else may
read it, and it goes when the letter is in the project, or after some days.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.importers.layout.words import PageWord, RawPage

_DAYS = 7
_FORM = 1  # of what is kept; another one is read anew

Kept = tuple[RawPage, tuple[str, ...]]


class KeptPages:
    """The pages of a source that were read before in the same way (`how`); without a folder none are kept."""

    def __init__(self, folder: str, sha256: str, how: str) -> None:
        self._folder = Path(folder, sha256) if folder and sha256 else None
        self._how = f"{_FORM}-{how}"

    def get(self, number: int) -> Kept | None:
        """Return a page, None where it is not there or cannot be read."""
        if self._folder is None:
            return None
        try:
            return _read(json.loads(self._path(number).read_bytes()))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def put(self, number: int, page: Kept) -> None:
        """Keep a page; where that cannot be done it is read again the next time."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError, UserError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._path(number), json.dumps(_written(page)).encode())

    def _path(self, number: int) -> Path:
        assert self._folder is not None
        return self._folder / f"{number}-{self._how}.json"


def forget(folder: str, sha256: str) -> None:
    """Remove what was kept of a source."""
    if folder and sha256:
        shutil.rmtree(Path(folder, sha256), ignore_errors=True)


def forget_old(folder: str) -> None:
    """Remove what nobody came back for."""
    if not folder:
        return
    limit = time.time() - _DAYS * 86_400
    with contextlib.suppress(OSError):
        for path in Path(folder).iterdir():
            if path.is_dir() and path.stat().st_mtime < limit:
                shutil.rmtree(path, ignore_errors=True)


def _written(kept: Kept) -> dict[str, Any]:
    page, flags = kept
    return {
        "width": page.width,
        "height": page.height,
        "flags": list(flags),
        "words": [list(word) for word in page.words],
    }


def _read(found: dict[str, Any]) -> Kept:
    words = tuple(_word(row) for row in found["words"])
    page = RawPage(float(found["width"]), float(found["height"]), words)
    return page, tuple(map(str, found["flags"]))


def _word(row: Sequence[Any]) -> PageWord:
    text, left, top, right, bottom, size, turn, bold, italic, confidence, others = row
    box = (float(left), float(top), float(right), float(bottom))
    return PageWord(
        str(text), *box, float(size), int(turn), bool(bold), bool(italic), float(confidence), tuple(others)
    )
