"""The engine's parts: compounds, confusions, lexicon, words of a text, jobs."""

from __future__ import annotations

import queue
import subprocess
import sys

import pytest

from annotator.jobs.worker import Worker
from annotator.language.channel import Channel, confusion_of, differences
from annotator.language.compounds import split_compound
from annotator.language.interface import LearntState
from annotator.language.lexicon import Lexicon
from annotator.language.model import Model
from annotator.language.numbers import misread_numbers
from annotator.language.tokens import Words, never_looked_at
from annotator.language.worker import is_word_job, suggestions_job, suspects_job, warm_job
from annotator.resources import resource_path


def test_compound_with_a_link_is_split(lexicon: Lexicon) -> None:
    assert split_compound("veiligheidsinstituties", lexicon.weight) == ("veiligheids", "instituties")


@pytest.mark.parametrize("word", ["inschattingwordt", "dezeregeling", "kort", "veiligheidsinstitutlies"])
def test_what_is_no_compound_is_not_split(lexicon: Lexicon, word: str) -> None:
    assert split_compound(word, lexicon.weight) is None


@pytest.fixture(scope="module")
def channel() -> Channel:
    return Channel.general(resource_path("words/nl"))


def test_readings_of_a_confusion(channel: Channel) -> None:
    assert "België" in dict(channel.readings("Belgié"))


def test_cost_of_several_misreadings_is_their_sum(channel: Channel) -> None:
    one, other = channel.cost("Belgié", "België"), channel.cost("sarnen", "samen")
    assert channel.cost("sarnenBelgié", "samenBelgië") == pytest.approx(one + other)


def test_what_is_the_same_costs_nothing(channel: Channel) -> None:
    assert channel.cost("brief", "brief") == 0


def test_accepted_correction_makes_its_confusion_cheaper(channel: Channel) -> None:
    learnt = channel.learnt([("Italig", "Italië", "word", 3)])
    assert learnt.cost("Italig", "Italië") < channel.cost("Italig", "Italië")


def test_corrections_of_marks_teach_no_confusion(channel: Channel) -> None:
    assert channel.learnt([("T", "¹", "mark", 9)]) is channel


@pytest.mark.parametrize(
    ("reading", "likely", "confusion"),
    [
        ("Belgié", "België", "é→ë"),
        ("dewet", "de wet", "∅→␣"),
        ("brief", "brief", ""),
        ("rnet", "met", "rn→m"),
    ],
)
def test_confusion_of_two_readings(reading: str, likely: str, confusion: str) -> None:
    assert confusion_of(reading, likely) == confusion


def test_model_goes_down_its_trees() -> None:
    model = Model({"base": 0.5, "trees": [[[0, 1.0, 1, 2], [-1.0], [2.0]], [[0.25]]]})
    assert (model.log_odds([1.0]), model.log_odds([1.5])) == (-0.25, 2.75)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("de documenten 8, 9, 20, 11, 12 en 13", ["10"]),
        ("de documenten 8, g, 10, 11, 22 en 13", ["9", "12"]),
        ("de documenten 3, 5, 8, 13, 21", []),
        ("in 2019, 2018, 2020, 2017", []),
    ],
)
def test_number_that_breaks_the_order_of_a_list(text: str, likely: list[str]) -> None:
    assert [number for _, _, number, _ in misread_numbers(text)] == likely


def test_differences_are_the_short_replaced_stretches() -> None:
    assert list(differences("gecoordineérd", "gecoördineerd")) == [("o", "ö"), ("é", "e")]


def test_name_in_lower_case_lacks_its_capital(lexicon: Lexicon) -> None:
    assert lexicon.lacks_capital("italië")


def test_usual_form_has_the_capital(lexicon: Lexicon) -> None:
    assert lexicon.usual_form("belgië") == "België"


def test_words_have_their_places_and_neighbours() -> None:
    words = Words("De wet¹, «mooi»\n\nEn nu")
    found = [words.at(number) for number in range(len(words))]
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
        assert answers.get(timeout=100) == suspects_job("Uit Belgié.", LearntState())
    finally:
        worker.close()


def test_importing_the_part_reads_nothing() -> None:
    script = "import sys, annotator.language, annotator.language.worker; print('lzma' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
