"""Readings of the OCR text stand at their words in the text, as long as nobody corrected them."""

from __future__ import annotations

from annotator.core import operations
from annotator.core.document import Stamp, new_letter
from annotator.core.history import Correction, apply
from annotator.core.page_layout import WordReading
from annotator.language.interface import LearntState
from annotator.language.record import suspects_from_json
from annotator.language.worker import suspects_json_job
from annotator.session.suspects.doubted_readings import doubted_readings

STAMP = Stamp("jan", "2024-01-01T00:00:00Z")
TEXT = "de brier van de mimster\n"
READ = {
    1: (
        WordReading(0, 2, 96.0),
        WordReading(3, 8, 62.0, ("brief",)),
        WordReading(9, 12, 41.0),
        WordReading(16, 23, 88.0, ("minister",)),
    )
}


def test_only_words_that_were_read_unsurely_or_differently_are_told() -> None:
    letter = new_letter(TEXT, (0,), "brief", STAMP)
    assert doubted_readings(letter, READ) == list(READ[1][1:])
    assert doubted_readings(letter, {}) == []


def test_they_move_with_their_words_and_go_with_a_correction() -> None:
    letter = new_letter(TEXT, (0,), "brief", STAMP)
    letter = apply(letter, operations.correct(letter, (Correction(3, 8, "brier", "lange brief"),), STAMP))
    told = doubted_readings(letter, READ)
    assert [(letter.text[one.start : one.end], one.others) for one in told] == [
        ("van", ()),
        ("mimster", ("minister",)),
    ]


def test_the_worker_answers_with_them() -> None:
    letter = new_letter(TEXT, (0,), "brief", STAMP)
    read = doubted_readings(letter, READ)
    found = suspects_from_json(
        suspects_json_job(letter.text, LearntState(), (), (), "nl", (), read), letter.text
    )
    by_text = {suspect.text: [each.text for each in suspect.suggestions] for suspect in found}
    assert by_text["mimster"][0] == "minister"
    assert "van" not in by_text
