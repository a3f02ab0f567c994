"""Files spoilt at random, in bytes and inside their trees, are whole letters or refused in a sentence."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

from annotator.core.text import normalise
from annotator.core.user_errors import UserError
from annotator.importers.interface import ImportedLetter
from annotator.importers.ocr_files.letters import read
from tools.fuzz_import import WAYS, spoilt
from tools.fuzz_trees import grown, seeds


def test_spoilt_files_are_letters_or_refused() -> None:
    rounds = settings.default.max_examples
    refused = 0
    for data in spoilt(rounds, 7, seeds([]), (*WAYS, *[grown] * 10)):
        try:
            letter = read("a.xml", "a.xml", data)
        except UserError as problem:
            assert "a.xml" in str(problem)
            refused += 1
        else:
            assert faults(letter) == []
    assert 0 < refused < rounds  # else nothing was tried


def faults(letter: ImportedLetter) -> list[str]:
    """What is wrong with a letter."""
    text = letter.text
    boxes = [word for layout in letter.layouts for word in layout.words]
    readings = [reading for layout in letter.layouts for reading in layout.readings]
    rows: list[Any] = [*boxes, *letter.furniture, *letter.lines, *readings]
    spans = [(row.start, row.end) for row in rows]
    checks = {
        "text": normalise(text).text == text,
        "pages": sorted(set(letter.page_starts)) == list(letter.page_starts) and letter.page_starts[0] == 0,
        "layouts": len(letter.layouts) == len(letter.page_starts),
        "spans": all(0 <= start < end <= len(text) for start, end in spans),
        "words": all(len(text[box.start : box.end].split()) == 1 for box in boxes),
        "order": [box.start for box in boxes] == sorted(box.start for box in boxes),
        "boxes": all(0 <= b.left < b.right < 3000 and 0 <= b.top < b.bottom < 3000 for b in boxes),
        "sizes": all(0 < layout.width < 3000 and 0 < layout.height < 3000 for layout in letter.layouts),
        "sure": all(-1 <= reading.confidence <= 100 for reading in readings),
    }
    return [name for name, holds in checks.items() if not holds]
