"""Suspects written down and read again."""

from __future__ import annotations

from annotator.language.interface import LearntState, Reason, Suggestion, Suspect
from annotator.language.record import suspects_from_json, suspects_to_json
from annotator.language.worker import suspects_job, suspects_json_job


def test_what_is_written_is_read_again() -> None:
    suspects = (
        Suspect(
            0, 3, "Irâk", "word", Reason("unknown", {"word": "Irâk"}), (Suggestion("Irak", 0.9, "x"),), True
        ),
        Suspect(5, 6, "'", "mark", Reason("mark")),
    )
    assert suspects_from_json(suspects_to_json(suspects)) == suspects


def test_the_job_writes_what_the_other_job_finds() -> None:
    text = "Uit Belgié."
    found = suspects_job(text, LearntState())
    assert found
    assert suspects_from_json(suspects_json_job(text, LearntState())) == tuple(found)
