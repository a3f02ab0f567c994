"""The letters in what a command is given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.core.user_errors import UserError


def letters_in(source: Path) -> Iterable[tuple[Path, Any]]:
    """Yield the letters in a file or folder; raises `UserError` at the first that cannot be read."""
    from annotator.session.transfer.reading_files import read_letters
    from annotator.session.transfer.recognising import recognition

    for found in read_letters([source], recognition=recognition()):
        if found.problem is not None:
            raise UserError(found.problem)
        yield found.item if isinstance(found.item, Path) else found.item.path, found.letter
