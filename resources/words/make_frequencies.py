"""Make nl/frequencies.tsv.xz from a table of words as written and their counts.

usage: python make_frequencies.py UNIGRAMS.tsv[.xz] nl/frequencies.tsv.xz

Input and output are UTF-8, tab-separated, without a header.
A row of the output is a word in lower case, the count
of all its forms and, where more than nine in ten of them are written otherwise (`België`, `NAVO`), that form.
"""

from __future__ import annotations

import collections
import lzma
import re
import sys
from pathlib import Path

# Numbers, references and article marks are no words; the engine does not look them up.
WORD = re.compile(r"[^\W\d_]+(?:[-'’./][^\W\d_]+)*")
MOSTLY = 0.9


def main(source: str, target: str) -> None:
    """Count the forms of each word and write the table."""
    forms: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for line in _lines(Path(source)):
        word, count = line.rstrip("\n").split("\t")
        if WORD.fullmatch(word):
            forms[word.lower()][word] += int(count)
    rows = sorted((_row(word, counts) for word, counts in forms.items()), key=lambda row: (-row[1], row[0]))
    text = "".join("\t".join(map(str, row)).rstrip("\t") + "\n" for row in rows)
    Path(target).write_bytes(lzma.compress(text.encode("utf8"), preset=9 | lzma.PRESET_EXTREME))


def _lines(path: Path) -> list[str]:
    raw = path.read_bytes()
    return (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode("utf8").splitlines()


def _row(word: str, counts: collections.Counter[str]) -> tuple[str, int, str]:
    total = counts.total()
    form, count = counts.most_common(1)[0]
    return word, total, form if form != word and count > MOSTLY * total else ""


if __name__ == "__main__":
    main(*sys.argv[1:])
