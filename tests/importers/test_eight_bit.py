"""Encodings of one byte a sign are told apart by the words they make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers import ImportedLetter, read_file
from annotator.importers.eight_bit import NAMES, WINDOWS_1252, tell
from annotator.importers.encodings import decode
from annotator.importers.twice_encoded import read_as_meant

WORDS = tuple(
    re.findall(
        r"\w+",
        "België financiële één geïnformeerd coördinatie patiënten comité vóór ministeriële reële categorieën"
        " beëindigd geëvalueerd efficiënte café privé tracé Israël Oekraïne reünie hygiëne carrière enquête"
        " crème José Curaçao façade ruïne tweeëntwintig ideeën zeeën knieën industriële Azië coöperatie",
    )
)
SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:()-\n"
LETTER = (
    "Geachte voorzitter,\n\nIn België is de financiële bijdrage van één miljoen vóór 3 mei geïnformeerd.\n"
)


def is_encoded_once(text: str) -> bool:
    """Tell whether a text is none that looks encoded twice: `Â¡`."""
    return read_as_meant(text) == (text, 0)


def letters(encoding: str) -> st.SearchStrategy[str]:
    """Return texts with many Dutch words and a few of whatever the encoding holds."""
    held = "".join(filter(str.isprintable, bytes(range(0xA0, 0x100)).decode(encoding)))
    # In one of ISO 8859-15 and Windows-1252, alone, they tell nothing; and a `¤` is no sign of letters.
    held = held.translate(dict.fromkeys(map(ord, "¤" + "€ŠšŽžŒœŸ" * (encoding == "iso8859_15"))))
    others = st.text(st.sampled_from(SIGNS + held), max_size=8).filter(is_encoded_once)
    words = st.lists(st.sampled_from(WORDS), min_size=12, max_size=40, unique=True)
    return st.builds(lambda words, other: " ".join(words) + "\n" + other, words, others)


def imported(path: Path, data: bytes) -> ImportedLetter:
    path.write_bytes(data)
    return read_file(path)


@given(st.data(), st.sampled_from([*NAMES, WINDOWS_1252]))
def test_what_has_enough_dutch_words_comes_back_from_each(data: st.DataObject, encoding: str) -> None:
    text = data.draw(letters(encoding))
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", [*NAMES, WINDOWS_1252])
@pytest.mark.parametrize("word", ["België", "geïnformeerd", "coördinatie", "één", "comité", "vóór"])
def test_one_word_is_enough(word: str, encoding: str) -> None:
    text = f"Over {word} is gesproken.\n"
    assert decode(text.encode(encoding)) == text


def test_a_euro_tells_iso_8859_15() -> None:
    text = "Dit kost € 2.500 per jaar.\n"
    assert decode(text.encode("iso8859_15")) == text


def test_quotes_tell_mac_roman() -> None:
    text = "Zie de ‘bijlage’ en de “brief” – van 3 mei.\n"
    assert decode(text.encode("mac_roman")) == text


@pytest.mark.parametrize(
    "text",
    [
        "De minister’s en D66’s woorden, ’s avonds.\n",
        "Van 2 … 3, en € 5 – of ‘meer’: “ja”.\n",
        "Dit is en‚ zo meer onder e‚ van de leden.\n",
        "‚‚naar de letter’’ van de wet.\n",
        "luchtruimverdediging® en 20°, zie noot»\n",
        "Zoals être, niño, São Paulo en Ørsted.\n",
        "it kunt ú tere\n",
    ],
)
def test_windows_1252_stays_what_it_is(text: str) -> None:
    data = text.encode("cp1252")
    assert tell(data) == WINDOWS_1252
    assert decode(data) == text


@pytest.mark.parametrize("encoding", NAMES)
def test_the_report_says_what_was_told(encoding: str, tmp_path: Path) -> None:
    letter = imported(tmp_path / "a.txt", f"{LETTER}Dit kost € 5.\n".encode(encoding))
    (told,) = letter.warnings
    assert f"was read as {NAMES[encoding]}" in str(told)


def test_windows_1252_is_no_guess(tmp_path: Path) -> None:
    assert imported(tmp_path / "a.txt", LETTER.encode("cp1252")).warnings == ()


def test_what_fits_nowhere_is_told(tmp_path: Path) -> None:
    letter = imported(tmp_path / "a.txt", "Łódź, Kraków, Wrocław: źródło, życie, ręką".encode("cp1250"))
    (told,) = letter.warnings
    assert "may be in another encoding" in str(told)
