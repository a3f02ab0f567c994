"""Scans come in with their text: in worker processes, page by page, taken up again after a kill."""

from __future__ import annotations

import multiprocessing
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.core.user_errors import UserError
from annotator.jobs.pool import Pool
from annotator.recognition import reading
from annotator.recognition.models import Recognition
from annotator.recognition.reading import ManyPages, PageReader
from annotator.resources import resource_path
from annotator.session.transfer import reading_files
from annotator.session.transfer.importing import ImportStep, import_paths
from annotator.session.transfer.reading_files import read_letters
from annotator.session.transfer.recognising import recognition
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.ocr_making import alto, hocr, page_xml
from tests.recognition.drawing import drawn, needs_engine, pdf_of_pictures

LINES = ("Geachte voorzitter,", "Hierbij het verslag van de visserij.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(
        tmp_path / "P.kant", read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan"
    )
    yield made
    made.close()


@pytest.fixture
def chosen(tmp_path: Path) -> Recognition:
    return Recognition(kept=str(tmp_path / "kept"))


def scan(tmp_path: Path, pages: int, name: str = "scan.pdf") -> Path:
    pictures = [drawn((*LINES, f"Dit is bladzijde {n}."), size=(300, 140)) for n in range(1, pages + 1)]
    path = tmp_path / name
    path.write_bytes(pdf_of_pictures(pictures))
    return path


def texts(store: Store) -> list[str]:
    with store.open_reader() as reader:
        return [reader.letter(letter_id).text for letter_id in reader.letter_ids()]


def pages_of(text: str) -> list[str]:
    return [word.rstrip(".") for word in text.split() if word.rstrip(".").isdigit()]


@needs_engine
def test_a_scan_comes_in_with_its_text_and_how_sure_each_word_is(
    store: Store, tmp_path: Path, chosen: Recognition
) -> None:
    (file,) = import_paths(store, [scan(tmp_path, 2)], "jan", recognition=chosen, workers=1)
    assert file.outcome == "imported" and file.warnings == ()
    with store.open_reader() as reader:
        text = reader.letter(file.letter_id).text
        readings = reader.readings(file.letter_id)
    assert "verslag van de visserij" in text and pages_of(text) == ["1", "2"]
    assert {page: len(words) > 5 for page, words in readings.items()} == {1: True, 2: True}
    assert not check(store.path)
    assert not list((tmp_path / "kept").iterdir())  # the letter is in the project: nothing is kept beside it


@needs_engine
def test_a_long_scan_is_shared_by_the_workers_and_told_of_page_by_page(
    store: Store, tmp_path: Path, chosen: Recognition
) -> None:
    steps: list[ImportStep] = []
    (file,) = import_paths(store, [scan(tmp_path, 9)], "jan", steps.append, recognition=chosen, workers=2)
    (text,) = texts(store)
    assert file.outcome == "imported"
    assert pages_of(text) == [str(n) for n in range(1, 10)]
    assert any(0 < step.page < step.pages_of_file == 9 for step in steps)
    assert steps[-1].done == steps[-1].total == 1


@needs_engine
def test_what_was_read_before_a_cancel_is_not_read_again(
    store: Store, tmp_path: Path, chosen: Recognition, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = scan(tmp_path, 9), tmp_path / "kept"

    def cancelled() -> bool:
        return len(list(kept.glob("*/*.json"))) >= 3

    assert import_paths(store, [path], "jan", cancelled=cancelled, recognition=chosen, workers=2) == []
    assert texts(store) == []
    first = {file.name: file.stat().st_mtime_ns for file in kept.glob("*/*.json")}
    assert len(first) >= 3
    copy = tmp_path / "copy"
    shutil.copytree(kept, copy)
    for file in copy.glob("*/*.json"):  # told from pages that are read now by a word that is on none
        file.write_text(file.read_text(encoding="utf-8").replace("visserij", "zeevaart"), encoding="utf-8")
    again = replace(chosen, kept=str(copy))
    import_paths(store, [path], "jan", recognition=again, workers=2)
    (text,) = texts(store)
    assert pages_of(text) == [str(n) for n in range(1, 10)]
    assert text.count("zeevaart") == len(first)


@needs_engine
def test_a_killed_worker_costs_no_page(
    store: Store, tmp_path: Path, chosen: Recognition, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[bool] = []
    kept = tmp_path / "kept"

    class Killing(Pool):
        def _submit(self, worker, number, request, heard) -> None:
            def kills_once(key, done, total) -> None:
                heard(key, done, total)
                if not killed and len(list(kept.glob("*/*.json"))) >= 2:
                    killed.append(True)
                    for child in multiprocessing.active_children():
                        child.kill()

            super()._submit(worker, number, request, kills_once)

    monkeypatch.setattr(reading_files, "Pool", Killing)
    import_paths(store, [scan(tmp_path, 9)], "jan", recognition=chosen, workers=2)
    (text,) = texts(store)
    assert killed
    assert pages_of(text) == [str(n) for n in range(1, 10)]


def test_never_leaves_pages_without_text(store: Store, tmp_path: Path, chosen: Recognition) -> None:
    never = replace(chosen, mode="never")
    (file,) = import_paths(store, [scan(tmp_path, 1)], "jan", recognition=never, workers=1)
    assert texts(store) == ["\n"]
    (warning,) = file.warnings
    assert "no text on 1 page of 1" in str(warning) and "install" not in str(warning)


def test_without_an_engine_the_report_says_what_to_install(
    store: Store, tmp_path: Path, chosen: Recognition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "is_installed", lambda: False)
    (file,) = import_paths(store, [scan(tmp_path, 1)], "jan", recognition=chosen, workers=1)
    (warning,) = file.warnings
    assert 'install the extra "ocr"' in str(warning)


def test_many_pages_are_divided_only_where_they_can_be_kept(tmp_path: Path, chosen: Recognition) -> None:
    from annotator.importers.interface import PageImage

    pages = [PageImage(n, lambda: drawn(()), 300, 140) for n in range(7)]
    reader = PageReader(chosen, divides=True)
    with pytest.raises(ManyPages):
        reader.read(pages, "ab12", lambda *_: None)
    share = replace(reader, share=(3, 4), divides=False)
    monkey = [page for page in share.read(pages[:3], "ab12", lambda *_: None) if page[0].words]
    assert monkey == []  # the first three pages are the share of others


def test_a_folder_of_models_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no folder .*weg with models"):
        recognition("auto", str(tmp_path / "weg"))
    assert recognition("auto", str(tmp_path)).own_models == str(tmp_path)


@needs_engine
@pytest.mark.parametrize("form", ["alto", "page", "hocr"])
def test_files_of_ocr_programs_without_text_are_recognised_from_their_pictures(
    form: str, tmp_path: Path
) -> None:
    folder = tmp_path / form
    folder.mkdir()
    drawn(("Geachte voorzitter,", "Hierbij het verslag."), size=(300, 120), dpi=200).save(folder / "a.png")
    made = {
        "alto": ("a.xml", lambda: alto([])),
        "page": ("a.xml", lambda: page_xml([])),
        "hocr": ("a.hocr", lambda: hocr([])),
    }
    name, make = made[form]
    (folder / name).write_bytes(make())
    (read,) = read_letters([folder], recognition=Recognition())
    assert read.letter is not None, read.problem
    assert "Hierbij het verslag" in read.letter.text
    assert "recognised" in read.letter.layouts[0].flags and not read.letter.warnings
    (read,) = read_letters([folder], recognition=Recognition("never"))
    assert read.letter is not None and not read.letter.text.strip() and read.letter.warnings
