"""The two words of a row share its room by what each needs: none is cut while the other has room to spare."""

from __future__ import annotations

import pytest

from annotator.ui.features.word_review.word_list import shared


@pytest.mark.parametrize(
    ("wide", "room", "given"),
    [
        ([80, 60], 200, (100, 100)),  # columns
        ([130, 60], 200, (130, 70)),
        ([60, 130], 200, (70, 130)),
        ([150, 120], 200, (100, 100)),  # both are cut: there is no room
        ([250, 20], 200, (180, 20)),
    ],
)
def test_a_word_is_not_cut_while_the_other_has_room(
    wide: list[int], room: int, given: tuple[int, int]
) -> None:
    assert shared(wide, room) == given
    assert sum(given) == room
