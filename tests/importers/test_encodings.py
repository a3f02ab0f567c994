"""The encodings are told apart by their bytes, and what is damaged is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import normalise
from annotator.core.user_errors import UserError
from annotator.importers import ImportedLetter, read_file
from annotator.importers.encodings import decode
from annotator.importers.twice_encoded import read_as_meant

DUTCH = "De Ministers van België en Slovenië spraken over één “voorstel”.\nHoogachtend,\n"
LATIN = st.text(
    st.sampled_from(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:()-\néëïöüáàçÉ«»§°¹²½€‘’“”–"
    ),
    max_size=200,
)
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


def imported(path: Path, data: bytes) -> ImportedLetter:
    path.write_bytes(data)
    return read_file(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_text_comes_back_from_each_encoding(encoding: str, tmp_path: Path) -> None:
    assert imported(tmp_path / "a.txt", DUTCH.encode(encoding)).text == DUTCH


@pytest.mark.parametrize("mark, encoding", [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_a_byte_order_mark_is_believed(mark: bytes, encoding: str) -> None:
    assert decode(mark + DUTCH.encode(encoding)) == DUTCH


@given(LATIN)
def test_random_dutch_comes_back_from_windows_1252(text: str) -> None:
    assert decode((DUTCH + text).encode("cp1252")) == DUTCH + text


@given(ANY_TEXT.filter(lambda text: read_as_meant(text)[1] == 0))
def test_any_text_comes_back_from_utf_8(text: str) -> None:
    assert decode((DUTCH + text).encode()) == DUTCH + text


@given(
    ANY_TEXT.filter(lambda text: read_as_meant(text)[1] == 0),
    st.sampled_from([(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]),
)
def test_any_text_comes_back_from_marked_utf_16(text: str, kind: tuple[bytes, str]) -> None:
    assert decode(kind[0] + text.encode(kind[1])) == text


@given(LATIN, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_dutch_comes_back_from_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode((DUTCH + text).encode(encoding)) == DUTCH + text


def test_utf_8_with_one_damaged_byte_stays_utf_8() -> None:
    data = DUTCH.encode().replace("België".encode(), b"Belgi\xc3")
    assert decode(data) == DUTCH.replace("België", "Belgi\ufffd")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_that_are_no_utf_8_are_read_as_windows_1252_and_told(mark: bytes, tmp_path: Path) -> None:
    written = "Naschrift: de re\u00eble kosten, \u201cBelgi\u00eb\u201d, \u20ac 5 \u2013 \u00e0 10.\n"
    letter = imported(tmp_path / "a.txt", mark + 2 * DUTCH.encode() + written.encode("cp1252"))
    assert letter.text == 2 * DUTCH + written
    (told,) = letter.warnings
    assert "two encodings: 7 signs" in str(told)
    assert "line 5" in str(told)


@pytest.mark.parametrize("left", [b"pati\xa9nt", b"pati\xc3nt", b"\xe2\x80 x", b"\x80\x9cx", b"x\x81x"])
def test_what_is_left_of_utf_8_is_damaged_and_no_windows_1252(left: bytes) -> None:
    text = decode(DUTCH.encode() + left)
    assert text is not None
    assert set(text.removeprefix(DUTCH)) <= set("patinx \ufffd")


def test_one_accent_of_windows_1252_is_enough_to_tell() -> None:
    assert decode(b"Belgi\xeb") == "België"


def test_the_line_of_the_damage_is_named(tmp_path: Path) -> None:
    letter = imported(tmp_path / "a.txt", DUTCH.encode() + b"\nItali\xc3 en Slovenie\n")
    assert "line 4" in str(letter.warnings[0])


def test_a_whole_text_has_no_warnings(tmp_path: Path) -> None:
    assert imported(tmp_path / "a.txt", DUTCH.encode()).warnings == ()


def test_an_undefined_byte_of_windows_1252_becomes_a_replacement_character() -> None:
    assert decode(b"Belgi\xeb en Itali\x81, Sloveni\xeb") == "België en Itali\ufffd, Slovenië"


def test_cyrillic_of_another_encoding_is_not_read_as_accents() -> None:
    assert decode("Уважаемый председатель, направляю вам".encode("cp1251")) is None


@given(st.binary(max_size=600))
def test_random_bytes_make_a_letter_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("random") / "a.txt"
    try:
        letter = imported(path, data)
    except UserError as problem:
        assert str(path) in str(problem)
    else:
        assert letter.text.strip()
        assert letter.page_starts[0] == 0


@given(st.binary(max_size=200), st.sampled_from([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]))
def test_random_bytes_after_a_mark_are_decoded_or_refused(data: bytes, mark: bytes) -> None:
    text = decode(mark + data)
    assert text is None or "\0" not in normalise(text).text


def test_the_text_is_what_the_model_makes_of_it(tmp_path: Path) -> None:
    raw = "Eerste\r\nbladzijde\f\u00a0tweede\u2028bladzijde\tmet e\u0301\x1b\n"
    letter = imported(tmp_path / "a.txt", raw.encode())
    assert (letter.text, letter.page_starts) == (normalise(raw).text, normalise(raw).page_starts)
