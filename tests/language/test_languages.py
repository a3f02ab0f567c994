"""Other languages than Dutch: one that comes with the program, one of a user's own, one that is not there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.language import engine_for
from annotator.language.interface import LearntState
from annotator.language.languages import folder_of, languages, own_folder, version_of
from annotator.resources import resource_path

NOTHING = LearntState()
WORDS = ("blorp", "frenno", "kavitu", "ondarosse", "pelumi", "sestri", "trovano", "vilaro", "zantu", "merika")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a user's own folder of languages."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert str(tmp_path) in str(own_folder())
    return own_folder()


def make(folder: Path, tmp_path: Path) -> None:
    """Make a language of a word list and a list of counts, as the docs say."""
    (tmp_path / "words.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    counts = "".join(f"{word}\t{1000 - n}\n" for n, word in enumerate(WORDS))
    (tmp_path / "counts.tsv").write_text(counts, encoding="utf-8")
    tool = resource_path("words/make_tables.py")
    lists = ["--dictionary", str(tmp_path / "words.txt"), "--counts", str(tmp_path / "counts.tsv")]
    subprocess.run([sys.executable, str(tool), str(folder), *lists], check=True, capture_output=True)


def readings(language: str, text: str) -> dict[str, str]:
    return {
        s.text: s.suggestions[0].text if s.suggestions else ""
        for s in engine_for(language).suspects(text, NOTHING)
    }


def test_dutch_comes_first() -> None:
    assert list(languages())[:2] == ["nl", "en"]


def test_english_knows_english() -> None:
    text = "The governrnent has decided to publish the report. Is this an answer? Over time, yes.\n"
    assert readings("en", text) == {"governrnent": "government"}
    assert len(readings("nl", "The decision was published yesterday throughout the neighbourhood.\n")) == 0
    assert readings("en", "Het kabinet heeft besloten.\n") != {}


def test_rules_of_dutch_words_are_silent_in_english() -> None:
    assert readings("en", "They walk from five a ten. In the report Is the answer.\n").get("a") is None
    assert "Is" not in readings("en", "In the report Is the answer.\n")


def test_a_word_list_and_counts_are_enough(home: Path, tmp_path: Path) -> None:
    make(home / "xx", tmp_path)
    assert sorted(path.name for path in (home / "xx").iterdir() if path.suffix == ".xz") == ["lexicon.xz"]
    assert languages()["xx"] == home / "xx"
    text = "blorp frenno kavitu ondarosse pelumi sestri trovano vilaro zantu merika ondarcsse blorp\n"
    assert readings("xx", text) == {"ondarcsse": "ondarosse"}


def test_a_users_own_goes_before_the_programs(home: Path, tmp_path: Path) -> None:
    make(home / "en", tmp_path)
    assert folder_of("en") == home / "en"


def test_one_that_is_not_there_is_told(home: Path) -> None:
    with pytest.raises(UserError) as caught:
        engine_for("fy")
    said = str(caught.value)
    assert "fy" in said
    assert "nl, en" in said
    assert str(home) in said


def test_a_damaged_one_is_told(home: Path) -> None:
    (home / "yy").mkdir(parents=True)
    (home / "yy" / "lexicon.xz").write_bytes(b"not at all")
    with pytest.raises(UserError) as caught:
        engine_for("yy").suspects("blorp", NOTHING)
    assert str(home / "yy" / "lexicon.xz") in str(caught.value)


def test_what_is_kept_for_one_language_is_not_for_another() -> None:
    assert not version_of("nl-be").startswith(version_of("nl"))
    assert version_of("en") != version_of("nl")
