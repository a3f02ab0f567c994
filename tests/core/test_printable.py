"""Names of files as they can be shown."""

from __future__ import annotations

import pytest

from annotator.core.printable import printable


@pytest.mark.parametrize(
    "sign", ["\x1b", "\x00", "\n", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\udcff"], ids=ascii
)
def test_what_steers_a_terminal_is_replaced(sign: str) -> None:
    assert printable(f"a{sign}b") == "a\ufffdb"


def test_accents_and_emoji_stay() -> None:
    assert printable("België 😀 a\u0301") == "België 😀 a\u0301"
