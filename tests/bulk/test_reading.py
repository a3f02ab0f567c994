"""One letter from its bytes to its rows."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.bulk import reading
from annotator.bulk.reading import digest_of, read_letter
from annotator.bulk.sources import source_of
from annotator.exporters.data_set.tables import TABLES
from annotator.importers import ImportedLetter, find
from annotator.language.interface import LearntState
from tests.bulk.letters import SAMPLE_PDF, how, written


def test_a_letter_becomes_rows_of_each_table(tmp_path: Path) -> None:
    (path,) = written(tmp_path, 1)
    rows = read_letter(path, how())
    (letter,) = rows["letters"]
    assert letter["outcome"] == "read" and letter["sha256"] == digest_of(path)
    text = letter["text"]
    assert [text[s["start"] : s["end"]] for s in rows["suspects"]] == [s["text"] for s in rows["suspects"]]
    assert {"gecoordineerd", "verplich-\ntingen"} <= {s["text"] for s in rows["suspects"]}
    values = {row["role"]: row["value"] for row in rows["values"]}
    assert values["letter_date"] == "2021-03-02"
    assert any(row["tag"] == "commitment" for row in rows["passages"])
    assert all(
        row["state"] == "proposed" for name in ("values", "passages", "sections") for row in rows[name]
    )
    assert all(row["letter"] == letter["letter"] for table in rows.values() for row in table)


def test_the_columns_are_those_that_are_described() -> None:
    rows = read_letter(SAMPLE_PDF, how())
    for table in TABLES:
        names = {column.name for column in table.columns}
        if table.name not in ("corrections",):
            assert rows[table.name]
            assert names - {key for row in rows[table.name] for key in row} == set(), table.name


def test_words_of_a_page_carry_their_boxes() -> None:
    rows = read_letter(SAMPLE_PDF, how())
    text = rows["letters"][0]["text"]
    assert all(text[w["ocr_start"] : w["ocr_end"]] == w["word"] for w in rows["words"])
    pages = {page["page"]: page for page in rows["pages"]}
    assert all(
        0 <= w["left"] < w["right"] <= pages[w["page"]]["width"] + 1 and w["top"] < w["bottom"]
        for w in rows["words"]
    )
    assert all(
        pages[w["page"]]["start"] <= w["ocr_start"] < w["ocr_end"] <= pages[w["page"]]["end"]
        for w in rows["words"]
    )


def test_the_same_bytes_make_the_same_rows(tmp_path: Path) -> None:
    (path,) = written(tmp_path, 1)
    for one in (path, SAMPLE_PDF):
        assert json.dumps(read_letter(one, how())) == json.dumps(read_letter(one, how()))


def test_a_letter_that_cannot_be_read_is_a_row_with_its_reason(tmp_path: Path) -> None:
    broken, gone = tmp_path / "stuk.pdf", tmp_path / "weg.txt"
    broken.write_bytes(b"%PDF-1.7\nthis is no PDF at all")
    for path in (broken, gone):
        rows = read_letter(path, how())
        (letter,) = rows["letters"]
        assert letter["outcome"] == "failed"
        assert path.name in letter["reason"] and "Traceback" not in letter["reason"]
        assert list(rows) == ["letters"]
    assert read_letter(broken, how())["letters"][0]["sha256"] == digest_of(broken)
    assert digest_of(gone) == ""


def test_files_that_are_pages_of_one_letter_are_one(tmp_path: Path) -> None:
    from tests.picture_making import saved, sheet

    for number in (1, 2):
        (tmp_path / f"scan-{number}.png").write_bytes(saved(sheet(), "PNG"))
    (item,) = find([tmp_path]).items
    rows = read_letter(item, how())
    assert rows["letters"][0]["page_count"] == 2
    assert len(json.loads(rows["records"][0]["record"])["files"]) == 2


def test_what_was_learnt_belongs_to_the_engine(tmp_path: Path) -> None:
    (path,) = written(tmp_path, 1)
    knows = replace(how(), learnt=LearntState(words=("gecoordineerd",)))
    assert knows.engine != how().engine
    found = {row["text"] for row in read_letter(path, knows)["suspects"]}
    assert "gecoordineerd" not in found


@pytest.mark.parametrize("after", ["", "crash"])
def test_what_fails_in_one_way_is_read_in_the_other(monkeypatch: pytest.MonkeyPatch, after: str) -> None:
    source = source_of(SAMPLE_PDF)
    job, again = source.importer.job, source.importer.again
    assert job is not None and again["error"] != source.importer.attempt
    asked = []

    def fails_at_first(*args: object, attempt: str, **more: object) -> ImportedLetter:
        asked.append(attempt)
        if attempt == source.importer.attempt:
            raise IndexError("a fault in a package")
        return job(*args, attempt=attempt, **more)

    flaky = replace(source, importer=replace(source.importer, job=fails_at_first))
    monkeypatch.setattr(reading, "source_of", lambda item: flaky)
    (letter,) = read_letter(SAMPLE_PDF, how(), after=after)["letters"]
    assert letter["outcome"] == "read" and "Geachte" in letter["text"]
    assert asked[-1] in again.values() and len(asked) == (1 if after else 2)
