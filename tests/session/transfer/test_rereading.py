"""Reading a letter anew in an open project: previewed, one change, undone also after a restart."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Letter, Stamp
from annotator.core.history import Change, Correction
from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, PageLayout, WordBox, WordReading
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.importers.interface import ImportedLetter
from annotator.language.interface import LearntState
from annotator.language.record import suspects_from_json
from annotator.language.worker import suspects_json_job
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.project.at_once import answered, made
from annotator.session.project.letter_actions import rename
from annotator.session.suspects import reviewing
from annotator.session.suspects.suspecting import apart_places, disputed_places, here_places
from annotator.session.transfer.importing import import_paths
from annotator.session.transfer.reading_again import file_read_again
from annotator.session.transfer.recognising import kept_folder
from annotator.session.transfer.rereading import Reread, as_source, previewing, read_again, rereading
from annotator.storage.check import check
from annotator.storage.kept_readings import ReadSource
from annotator.storage.store import Store
from tests.recognition.drawing import drawn, needs_engine, pdf_of_pictures

FULL = os.environ.get("KANTTEKENING_TEST_PROFILE") == "full"
OLD = "De mnister zegt\ndat Belgié gczegd heeft.\fDe rnotie van Irak."
NEW = "De minister zegt\ndat Belgie gezegd heeft.\fDe motie van Irak.\fEinde."
STAMP = Stamp("tester", "2026-01-01T00:00:00.000Z")
DO = Message("Test", "do")


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    with Store.open(path, must_write=True) as store:
        session = Session(store, "tester")
        yield session
        session.settle()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with a letter that was corrected, tagged and filled in."""
    (tmp_path / "brief.txt").write_text(OLD, encoding="utf-8")
    with Store.create(
        tmp_path / "p.kant", read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    ) as store:
        import_paths(store, [tmp_path / "brief.txt"], "tester")
        session = Session(store, "tester")
        correct(session, "mnister", "minister")
        correct(session, "Belgié", "België")
        correct(session, "Irak", "Syrië")
        letter = session.letter_of(1)
        session.do_all(
            DO, {1: operations.add_passage(place(letter, "België gczegd"), "commitment", STAMP, "p")}
        )
        letter = session.letter_of(1)
        value = operations.set_value(letter, "subject", 0, "motie", "motie", place(letter, "rnotie"), STAMP)
        session.do_all(DO, {1: value})
        session.settle()
    return tmp_path / "p.kant"


def place(letter: Letter, words: str) -> Span:
    start = letter.text.index(words)
    return Span(start, start + len(words))


def correct(session: Session, before: str, after: str) -> None:
    letter = session.letter_of(1)
    start, end = place(letter, before)
    made = Correction(start, end, before, after)
    session.do_all(DO, {1: operations.correct(letter, (made,), STAMP)})


def better(tmp_path: Path, text: str = NEW, name: str = "better.txt") -> ReadSource:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_again(tmp_path / name)


def test_what_was_decided_stays_and_all_else_gets_better(path: Path, tmp_path: Path) -> None:
    with opened(path) as session:
        before = session.letter_of(1)
        asked = Reread(1, better(tmp_path))
        preview = answered(session, previewing(asked))
        assert session.letter_of(1) == before
        outcome = made(session, rereading(asked))
        after = session.letter_of(1)
        assert outcome.told == preview
        assert (preview.number, preview.agreed, preview.kept, preview.pages) == (2, 1, 1, (2, 3))
        assert [(p.before, p.yours, p.new) for p in preview.disputed] == [("Belgié", "België", "Belgie")]
        assert after.text == "De minister zegt\ndat België gezegd heeft.\nDe motie van Syrië.\nEinde."
        assert (after.quote("p"), after.reading) == ("België gezegd", 2)
        assert [after.quote(v.uid) for v in after.values_of("subject")] == ["motie"]
        assert len(after.pages) == 3
        assert session.store.reader.letter(1) == after
    assert check(path) == []
    with opened(path) as session:
        assert session.letter_of(1) == after
        kept = session.store.reader.kept_readings(1)
        assert [(k.number, k.source_name, k.is_current) for k in kept] == [
            (1, "brief.txt", False),
            (2, "better.txt", True),
        ]
        assert kept[1].sha256 == hashlib.sha256(session.store.reader.source_bytes(1)).hexdigest()
        session.undo()
        session.undo()
        assert session.letter_of(1) == before
        session.settle()
        assert session.store.reader.letter(1) == before
    assert check(path) == []
    with opened(path) as session:
        session.redo()
        session.redo()
        assert session.letter_of(1) == after == session.store.reader.letter(1)


@pytest.mark.parametrize("named", ["", "Mijn brief"])
def test_the_title_goes_with_the_reading_unless_an_analyst_named_the_letter(
    path: Path, tmp_path: Path, named: str
) -> None:
    with opened(path) as session:
        if named:
            rename(session, 1, session.letter_of(1).about, named)
        assert session.letter_of(1).about.title == (named or "De mnister zegt")
        made(session, rereading(Reread(1, better(tmp_path))))
        assert session.letter_of(1).about.title == (named or "De minister zegt")
        session.settle()
        assert session.store.reader.letter(1).about.title == (named or "De minister zegt")
        if not isinstance(session.undo(), Change):
            session.undo()  # no letter is open: asked again it is done
        assert session.letter_of(1).about.title == (named or "De mnister zegt")


@needs_engine
def test_recognised_pages_are_kept_until_the_reading_is_in_the_project(path: Path, tmp_path: Path) -> None:
    scan, folder = tmp_path / "scan.pdf", Path(kept_folder())
    shutil.rmtree(folder, ignore_errors=True)  # of other tests
    scan.write_bytes(
        pdf_of_pictures([drawn((line,), size=(300, 120)) for line in ("De minister zegt", "Einde")])
    )
    with opened(path) as session:
        source = file_read_again(session.store, scan)
        assert len(list(folder.glob("*/*.json"))) == 2  # who is killed at the preview need not wait again
        made(session, rereading(Reread(1, source)))
        session.settle()
        assert not list(folder.iterdir()) and session.letter_of(1).reading == 2


def test_going_back_is_the_same_operation(path: Path, tmp_path: Path) -> None:
    with opened(path) as session:
        made(session, rereading(Reread(1, better(tmp_path))))
        made(session, rereading(Reread(1, number=1)))
        letter = session.letter_of(1)
        assert (letter.reading, len(letter.pages)) == (1, 2)
        assert letter.ocr_text == OLD.replace("\f", "\n")
        assert "dat België gczegd" in letter.text and "van Syrië." in letter.text
        # The same file is the same reading; nothing is kept twice.
        made(session, rereading(Reread(1, better(tmp_path))))
        assert [k.number for k in session.store.reader.kept_readings(1)] == [1, 2]
    assert check(path) == []


def test_what_changes_nothing_or_is_not_there_is_refused(path: Path, tmp_path: Path) -> None:
    with opened(path) as session:
        for asked in (
            Reread(1, better(tmp_path, OLD, "brief.txt")),
            Reread(1, number=1),
            Reread(1, number=7),
        ):
            with pytest.raises(UserError):
                made(session, rereading(asked))
        with pytest.raises(UserError, match="white space"):
            better(tmp_path, " \n ")
        other = answered(
            session, previewing(Reread(1, better(tmp_path, "Iets heel anders, uit een andere brief")))
        )
        assert other.is_other
        assert [k.number for k in session.store.reader.kept_readings(1)] == [1]


def test_a_disputed_place_is_a_suspect_with_both_readings_until_it_is_settled(
    path: Path, tmp_path: Path
) -> None:
    def suspects(letter: Letter) -> list[list[str]]:
        found = suspects_json_job(
            letter.text,
            LearntState(),
            here_places(letter),
            apart_places(letter),
            "nl",
            disputed_places(letter),
        )
        return [[s.text, *(g.text for g in s.suggestions)] for s in suspects_from_json(found, letter.text)
                if s.reason.code == "disputed"]  # fmt: skip

    with opened(path) as session:
        made(session, rereading(Reread(1, better(tmp_path))))
        letter = session.letter_of(1)
        assert suspects(letter) == [["België", "Belgie", "België"]]
        span = place(letter, "België")
        there = reviewing.ReviewPlace(span.start, span.end, "België", None)
        session.do_all(DO, {1: reviewing.judge(there, "here", STAMP)})
        assert suspects(session.letter_of(1)) == []
        session.undo()
        session.undo()
        correct(session, "België", "Belgie")
        assert suspects(session.letter_of(1)) == []


def test_pages_are_those_of_the_reading(path: Path) -> None:
    text = "De minister zegt."
    layout = PageLayout(
        1,
        0,
        600,
        800,
        (WordBox(0, 2, 1, 2, 3, 4),),
        ("turned_90",),
        (WordReading(3, 11, 40.0, ("rninister",)),),
    )
    source = ReadSource("scan.pdf", "0" * 64, b"scan", text, (0,), [layout], [Furniture(0, 2, "head")])
    with opened(path) as session:
        made(session, rereading(Reread(1, source)))
        reader = session.store.reader
        (page,) = reader.page_layouts(1)
        assert (page.words, page.flags) == (layout.words, layout.flags)
        assert session.letter_of(1).furniture == (Furniture(0, 2, "head"),)
        assert session.letter_of(1) == reader.letter(1)
        assert reader.source_bytes(1) == b"scan"
        session.undo()
        session.undo()
        session.settle()
        assert reader.page_layouts(1) == []
        assert reader.details(1).source_name == "brief.txt"
        assert session.letter_of(1) == reader.letter(1)


def test_a_folder_with_the_pages_of_a_letter_is_one_reading(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scan"
    folder.mkdir()
    for number, said in enumerate(NEW.split("\f"), 1):
        line = f"<span class='ocr_line' title='bbox 10 10 900 40'>{said}</span>"
        (folder / f"brief-{number}.hocr").write_text(
            f"<html><head><meta name='ocr-system' content='t'/></head><body><div class='ocr_page'"
            f" title='bbox 0 0 1000 1400'>{line}</div></body></html>",
            encoding="utf-8",
        )
    with opened(path) as session:
        preview = made(session, rereading(Reread(1, read_again(folder)))).told
        assert preview.pages == (2, 3)
        assert "van Syrië" in session.letter_of(1).text
    (folder / "ander.txt").write_text("Een andere brief.", encoding="utf-8")
    with pytest.raises(UserError, match="2 letters"):
        read_again(folder)


def test_what_is_said_of_a_file_names_it_without_its_folder() -> None:
    said = Message("Import", "{name} is odd.", {"name": "/home/els/scan.txt"})
    read = ImportedLetter("t", "scan.txt", "0" * 64, b"x", "x", (0,), (said,))
    assert [str(note) for note in as_source(read).notes] == ["scan.txt is odd."]


def test_a_removed_letter_leaves_no_reading(path: Path, tmp_path: Path) -> None:
    with opened(path) as session:
        made(session, rereading(Reread(1, better(tmp_path, NEW.replace("Einde", "Geheimzinnig")))))
        session.remove_letters([1])
        session.store.flush()
    with closing(sqlite3.connect(path)) as conn:
        for table in ("reading", "disputed", "source", "source_bytes"):
            assert conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert b"Geheimzinnig" not in path.read_bytes()


def test_a_file_that_a_letter_was_read_from_before_is_known(path: Path, tmp_path: Path) -> None:
    with opened(path) as session:
        made(session, rereading(Reread(1, better(tmp_path))))
        report = import_paths(session.store, [tmp_path / "brief.txt", tmp_path / "better.txt"], "tester")
        assert [file.outcome for file in report] == ["known", "known"]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE letter SET reading = 3", "not kept"),
        ("UPDATE reading SET text = 'x' WHERE number = 2", "not that of the reading"),
        ("UPDATE reading SET content = x'00' WHERE number = 1", "damaged"),
    ],
)
def test_check_finds_readings_that_are_not_what_they_were(
    path: Path, tmp_path: Path, statement: str, said: str
) -> None:
    with opened(path) as session:
        made(session, rereading(Reread(1, better(tmp_path))))
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(statement)
        conn.commit()
    assert any(said in str(fault) for fault in check(path))


@pytest.mark.parametrize("seed", range(40 if FULL else 4))
def test_random_work_over_readings_is_undone_to_the_last_letter(
    path: Path, tmp_path: Path, seed: int
) -> None:
    """Corrections, tags and readings in any order: file and memory agree, and undo goes all the way back."""
    chance = random.Random(seed)
    with opened(path) as session:
        states = [session.letter_of(1)]
        for number in range(12):
            letter = session.letter_of(1)
            start = chance.randrange(len(letter.text))
            span = Span(start, min(len(letter.text), start + chance.randint(1, 9)))
            what = chance.random()
            if what < 0.4:
                after = chance.choice(["", "woord", "Belgie", "een\ntwee"])
                change = Correction(*span, letter.text[slice(*span)], after)
                session.do_all(DO, {1: operations.correct(letter, (change,), STAMP)})
            elif what < 0.6:
                session.do_all(DO, {1: operations.add_passage(span, "commitment", STAMP, f"t{number}")})
            else:
                words = [
                    w if chance.random() > 0.3 else f"{w}x" for w in chance.choice([OLD, NEW]).split(" ")
                ]
                said = f"{number} {' '.join(words)}"
                made(session, rereading(Reread(1, better(tmp_path, said, f"{number}.txt"))))
            if session.letter_of(1) != letter:
                states.append(session.letter_of(1))
            session.settle()
            assert session.store.reader.letter(1) == session.letter_of(1)
    assert check(path) == []
    with opened(path) as session:
        session.open_letter(1)
        for state in reversed(states[:-1]):
            session.undo()
            assert session.letter_of(1) == state
            session.settle()
            assert session.store.reader.letter(1) == replace(state)
    assert check(path) == []
