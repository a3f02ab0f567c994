"""Letters for bulk runs, and the way they are read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from annotator.bulk.reading import How
from annotator.resources import resource_path
from annotator.session.codebook.files import read_codebook_file

SAMPLE_PDF = resource_path("sample/leeszalen-rijksarchieven-2022.pdf")
_LETTER = """De Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA Den Haag

Datum {day} maart 2021
Betreft Voortgang van dijk {number}

Geachte voorzitter,

Hierbij informeer ik uw Kamer over dijk {number}. De werken zijn gecoordineerd met het waterschap.
Ik zal uw Kamer voor de zomer over de verplich-
tingen informeren.

De Minister van Infrastructuur en Waterstaat,

drs. C. van Nieuwenhuizen Wijbenga
"""


@cache
def how() -> How:
    """Return how letters are read: with the codebook for Kamerbrieven."""
    return How(read_codebook_file(resource_path("codebooks/kamerbrieven.toml"), "nl"))


def written(folder: Path, count: int, first: int = 1) -> list[Path]:
    """Write so many letters of their own into a folder."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(first, first + count):
        paths.append(folder / f"brief-over-dijk-{chr(96 + number % 26)}{number}x.txt")
        paths[-1].write_text(_LETTER.format(number=number, day=number % 28 + 1), encoding="utf-8")
    return paths
