"""Signs that were encoded twice are read as they were meant, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers import read_file
from annotator.importers.twice_encoded import read_as_meant

DUTCH = "In België is de financiële bijdrage van één miljoen euro geïnformeerd; « VÓÓR 3 mei »"
TYPED = "’s avonds “ja” – ‘nee’ … € 2.500, 12 °C, 3½ m², art. 5¹"
LATIN = st.text(
    st.sampled_from("abcdeABCDE 0123.,\nëéïöüáàçèêîôûñËÉÏÖÜ€‘’“”–…«»§°¹²³½£\u00a0œŒšž"),
    min_size=1,
    max_size=80,
)


def again(text: str, encoding: str = "cp1252", times: int = 1) -> str:
    """Read the bytes of UTF-8 in an encoding, as programs do: what it lacks stays a control character."""
    for _ in range(times):
        text = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())
    return text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("text", [DUTCH, TYPED, "één", "België"])
def test_what_was_read_in_another_encoding_comes_back(text: str, encoding: str) -> None:
    assert read_as_meant(again(text, encoding))[0] == text


@given(LATIN, st.sampled_from([1, 2]))
def test_any_text_comes_back_from_twice_and_thrice(text: str, times: int) -> None:
    assert read_as_meant(again(text, times=times))[0] == text


@given(LATIN)
def test_what_was_encoded_once_stays(text: str) -> None:
    assert read_as_meant(text) == (text, 0)


@given(LATIN, LATIN)
def test_a_part_that_was_encoded_twice_is_enough(whole: str, part: str) -> None:
    assert read_as_meant(f"{whole}\n{again(part)}")[0] == f"{whole}\n{part}"


def test_windows_1252_that_was_taken_for_latin_1_is_read_as_meant() -> None:
    text = "\x93Ja\x94 \x96 \x80 5\x85"
    assert read_as_meant(text) == ("“Ja” – € 5…", 1)


def test_a_next_line_sign_alone_ends_a_line() -> None:
    assert read_as_meant("een\x85twee") == ("een\x85twee", 0)


def test_a_quote_that_lost_its_last_byte_is_a_quote() -> None:
    assert read_as_meant("Hij zei â€œja graagâ€.")[0] == "Hij zei “ja graag”."


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ” en “MAGALHÔ, ‘SÔ, „Ä“",
        "be¬ëindiging, ver¬\nder, bo¬ô",
        "┌─┬─┐\n├─┼─┤\n│ € │",
        "√ 2 en √π, ‘a ‚Apfel‘",
        "SÃO PAULO, CHÂTEAU, à 5, Â. Ã",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert read_as_meant(text) == (text, 0)


def test_the_report_says_where(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Brief\n\n{again(DUTCH)}\n", "utf-8")
    letter = read_file(path)
    assert letter.text == f"Brief\n\n{DUTCH}\n"
    (told,) = letter.warnings
    assert "encoded twice, the first in line 3" in str(told)
