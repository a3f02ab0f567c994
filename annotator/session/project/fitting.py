"""Looking at a change that the file has before it is undone or done again: does it fit what there is?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from annotator.core import codebook_delta, history
from annotator.core.codebook import Codebook, entry_to_json
from annotator.core.codebook_mending import mended
from annotator.core.document import Letter
from annotator.core.history import Change
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.core.user_errors import UserError
from annotator.storage.changes import Mode
from annotator.storage.soundness import place_faults

_HISTORY = QT_TRANSLATE_NOOP(
    "Session",
    "The project {name} is damaged: what it has of its history does not fit its letters. They can be worked "
    "on; what was done before now cannot be undone.",
)


def fitting(
    change: Change | None, mode: Mode, letters: Mapping[int, Letter], codebook: Codebook, path: Path
) -> Change | None:
    """Return a change that was read from the file, which `mode` undo or redo is about to apply.

    `letters` are those in memory. Raises UserError where it does not fit them or the codebook.
    """
    if change is None:
        return None
    try:
        for letter_id in letters.keys() & change.deltas.keys():
            delta = change.deltas[letter_id]
            _require_whole(history.apply(letters[letter_id], delta.inverse() if mode == "undo" else delta))
        if change.codebook:
            _require_sound(codebook, change.codebook.inverse() if mode == "undo" else change.codebook)
    except (ValueError, KeyError) as error:
        name = printable(path.name)
        raise UserError(Message("Session", _HISTORY, {"name": name})) from error
    return change


def _require_whole(letter: Letter) -> None:
    for fault, _ in place_faults(letter):
        raise ValueError(fault)


def _require_sound(codebook: Codebook, delta: codebook_delta.CodebookDelta) -> None:
    after = codebook_delta.apply(codebook, delta)
    rows = (((entry.id, entry_to_json(entry)) for entry in entries) for entries in (after.tags, after.fields))
    if mended({"id": after.id, "names": after.names}, *rows) != after:
        raise ValueError("a codebook that no program of ours makes")
