"""Pages with known truth, as the weights are fitted on: read, told apart by document, marks sorted out."""

from __future__ import annotations

import json
import unicodedata
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.language.mark_signs import SUPERSCRIPTS

Page = dict[str, Any]
DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_PUNCTUATION = "P"


def load(paths: Iterable[Path]) -> list[Page]:
    """Return the pages of some files; a mark that was read as the digit it is gets the kind `same`."""
    pages = []
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                page = json.loads(line)
                pairs = zip(page["pairs"], page["kinds"], strict=True)
                page["kinds"] = ["same" if kind == "fn" and _is_read(pair) else kind for pair, kind in pairs]
                pages.append(page)
    return pages


def _is_read(pair: list[Any]) -> bool:
    return str(pair[2]).translate(DIGITS) == str(pair[3]).translate(DIGITS)


def fold_of(page: Page, folds: int) -> int:
    """Return the fold that a page's document is in."""
    document = str(page.get("srcdoc") or page["doc"]).split("#", maxsplit=1)[0]
    return zlib.crc32(document.encode()) % folds


def share_wrong(page: Page) -> float:
    """Return how much of a page's words is wrong, punctuation apart."""
    wrong = sum(kind not in ("punct", "same") for kind in page["kinds"])
    return wrong / max(1, len(page["ocr"].split()))


def core(text: str) -> str:
    """Return a text without punctuation at its ends."""
    start, end = 0, len(text)
    while start < end and unicodedata.category(text[start]).startswith(_PUNCTUATION):
        start += 1
    while end > start and unicodedata.category(text[end - 1]).startswith(_PUNCTUATION):
        end -= 1
    return text[start:end]


def restores(page: Page, start: int, end: int, likely: str, pair: list[Any]) -> bool:
    """Tell whether `likely` in place of `ocr[start:end]` gives what stands on paper for a misread token."""
    low, high, _, true = pair
    if start < low or end > high:
        return False
    whole = page["ocr"][low:start] + likely + page["ocr"][end:high]
    return core(whole) == core(true)
