"""The engine's parts: compounds, confusions, lexicon, words of a text, jobs."""

from __future__ import annotations

import queue
import subprocess
import sys

import pytest

from annotator.jobs.worker import Worker
from annotator.language.compounds import split_compound
from annotator.language.confusions import differences, general_table, learnt_table, readings
from annotator.language.interface import LearntState
from annotator.language.lexicon import Lexicon
from annotator.language.tokens import never_looked_at, words
from annotator.language.worker import is_word_job, suggestions_job, suspects_job, warm_job


def test_compound_with_a_link_is_split(lexicon: Lexicon) -> None:
    assert split_compound("veiligheidsinstituties", lexicon.count) == ("veiligheids", "instituties")


@pytest.mark.parametrize("word", ["inschattingwordt", "dezeregeling", "kort", "veiligheidsinstitutlies"])
def test_what_is_no_compound_is_not_split(lexicon: Lexicon, word: str) -> None:
    assert split_compound(word, lexicon.count) is None


def test_readings_of_a_confusion() -> None:
    assert "België" in dict(readings("Belgié", general_table()))


def test_accepted_correction_makes_its_confusion_cheaper() -> None:
    general = general_table()
    learnt = learnt_table(general, [("Italig", "Italië", "word", 3)])
    assert dict(learnt["g"])["ë"] < dict(general["g"])["ë"]


def test_corrections_of_marks_teach_no_confusion() -> None:
    general = general_table()
    learnt = learnt_table(general, [("T", "¹", "mark", 9)])
    assert "¹" not in dict(learnt["T"])


def test_differences_are_the_short_replaced_stretches() -> None:
    assert list(differences("gecoordineérd", "gecoördineerd")) == [("o", "ö"), ("é", "e")]


def test_name_in_lower_case_lacks_its_capital(lexicon: Lexicon) -> None:
    assert lexicon.lacks_capital("italië")


def test_usual_form_has_the_capital(lexicon: Lexicon) -> None:
    assert lexicon.usual_form("belgië") == "België"


def test_words_have_their_places_and_neighbours() -> None:
    found = words("De wet¹, «mooi»\n\nEn nu")
    assert [(word.text, word.opens, word.after) for word in found] == [
        ("De", True, "wet"),
        ("wet", False, "mooi"),
        ("mooi", False, ""),
        ("En", True, "nu"),
        ("nu", False, ""),
    ]


@pytest.mark.parametrize("word", ["2020", "36-229", "o.g.v", "NAVO", "info@minez.nl", "A.Th.B", "§3a"])
def test_what_is_no_word_is_never_looked_at(word: str) -> None:
    assert never_looked_at(word)


def test_jobs_answer_as_the_engine() -> None:
    text, state = "Aanwezig was Belgié.", LearntState()
    assert warm_job()
    assert suspects_job(text, state, ())[0].suggestions[0].text == "België"
    assert suggestions_job(text, 13, 19, state)[0].text == "België"
    assert is_word_job("België", state)


def test_jobs_run_in_a_worker_process() -> None:
    answers: queue.Queue[object] = queue.Queue()
    worker = Worker()
    worker.submit("s", suspects_job, "Uit Belgié.", LearntState(), done=answers.put, failed=answers.put)
    try:
        assert answers.get(timeout=20) == suspects_job("Uit Belgié.", LearntState())
    finally:
        worker.close()


def test_importing_the_part_reads_nothing() -> None:
    script = "import sys, annotator.language, annotator.language.worker; print('hunspell' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
