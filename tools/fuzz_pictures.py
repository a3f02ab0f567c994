"""Pictures and parcels to spoil, and ways to do so that their decoders look at: for tools/fuzz_import.py."""

from __future__ import annotations

import random
import struct
from collections.abc import Sequence
from pathlib import Path

from annotator.core.parcels import MARK, pack
from annotator.pages.pictures import has_pictures
from tests.picture_making import saved, sheet, tiff_of, turned_to

_WORDS = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x7f\xff\xff\xff", b"\0\0\1\0")


def seeds(folders: Sequence[Path] = ()) -> list[bytes]:
    """Return small pictures of every kind, many in one, and parcels; and the pictures of the folders."""
    grey, colour = sheet((64, 96), (8, 8, 40, 20), "L"), sheet((64, 96), (8, 8, 40, 20))
    bilevel = grey.convert("1")
    made = [
        saved(colour, "PNG"),
        saved(grey.convert("P"), "PNG"),
        saved(colour, "JPEG", exif=turned_to(6)),
        saved(grey, "JPEG", progressive=True),
        tiff_of([bilevel, bilevel, bilevel], compression="group4"),
        tiff_of([grey, colour], compression="tiff_lzw"),
        tiff_of([colour, colour]),
        saved(colour, "TIFF", compression="jpeg"),
        saved(colour, "WEBP"),
        saved(colour, "JPEG2000"),
        pack({"1.png": saved(grey, "PNG"), "2.tif": saved(bilevel, "TIFF")}),
    ]
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return [*made, *(data for data in (path.read_bytes() for path in files) if has_pictures(data))]


def bits(data: bytearray, rng: random.Random) -> bytearray:
    """Turn single bits."""
    for _ in range(rng.randint(1, 4)):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def words(data: bytearray, rng: random.Random) -> bytearray:
    """Put numbers at the edge of what fits: sizes, counts and places are of four bytes."""
    at = rng.randrange(len(data))
    data[at : at + 4] = rng.choice((*_WORDS, struct.pack("<I", rng.randrange(len(data) + 1))))
    return data


def shifted(data: bytearray, rng: random.Random) -> bytearray:
    """Leave some bytes out, or double them: all that follows stands elsewhere."""
    at, many = rng.randrange(len(data)), rng.randint(1, 40)
    if rng.random() < 0.5:
        del data[at : at + many]
    else:
        data[at:at] = data[at : at + many]
    return data


def cut(data: bytearray, rng: random.Random) -> bytearray:
    """Cut a file off."""
    del data[rng.randint(1, len(data)) :]
    return data


def in_a_parcel(data: bytearray, rng: random.Random) -> bytearray:
    """Keep the mark of a parcel whose end was spoilt."""
    return data if data.endswith(MARK) or not data.startswith(b"PK") else data + MARK


WAYS = (bits, bits, words, words, words, shifted, cut, in_a_parcel)
