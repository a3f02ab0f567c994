"""Files come into a project, each letter whole or not at all, with a report of what became of each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session.transfer import importing
from annotator.session.transfer.importing import ImportStep, import_paths
from annotator.session.transfer.reading_files import FileReader
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.pdf_making import at, lines_at, page, pdf_of

LETTER = "Geachte voorzitter,\n\nHierbij bied ik u het verslag aan van de bijeenkomst."


def letter_pdf(number: int) -> bytes:
    text = page(lines_at(72, 100, LETTER), at(72, 300, f"Kenmerk {number}"), at(460, 800, "Pagina 1 van 1"))
    return pdf_of(text)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(
        tmp_path / "P.kant", read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan"
    )
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with letters, one of them damaged, one locked, one twice."""
    made = tmp_path / "brieven"
    (made / "b").mkdir(parents=True)
    for number in (1, 2, 10):
        (made / f"brief {number}.pdf").write_bytes(letter_pdf(number))
    (made / "b" / "nog een.txt").write_text("Een brief in platte tekst.\n", encoding="utf-8")
    (made / "brief 3.pdf").write_bytes(letter_pdf(3)[:400])
    (made / "brief 4.pdf").write_bytes(pdf_of(page(at(72, 100, "Geheim")), user="sesam"))
    (made / "brief 5.pdf").write_bytes(letter_pdf(2))
    return made


def outcomes(report: list[importing.ImportedFile]) -> dict[str, str]:
    return {file.path.name: file.outcome for file in report}


def test_a_folder_is_imported_and_each_file_reported(store: Store, folder: Path) -> None:
    report = import_paths(store, [folder], "jan", workers=2)
    assert outcomes(report) == {
        "nog een.txt": "imported",
        "brief 1.pdf": "imported",
        "brief 2.pdf": "imported",
        "brief 10.pdf": "imported",
        "brief 3.pdf": "failed",
        "brief 4.pdf": "locked",
        "brief 5.pdf": "known",
    }
    (failed,) = (file.problem for file in report if file.outcome == "failed")
    assert "brief 3.pdf is damaged" in str(failed)
    assert check(store.path) == []


def test_what_is_left_alone_in_a_folder_is_reported(store: Store, folder: Path, tmp_path: Path) -> None:
    (folder / "brief.pages").write_bytes(b"PK")
    (folder / "b" / "elders").symlink_to(tmp_path)
    report = import_paths(store, [folder], "jan", workers=2)
    left = {file.path.relative_to(folder).as_posix(): file.outcome for file in report[-2:]}
    assert left == {"brief.pages": "other", "b/elders": "outside"}
    assert len(report) == 9


def test_a_letter_has_its_layouts_furniture_and_source(store: Store, folder: Path) -> None:
    (file,) = import_paths(store, [folder / "brief 1.pdf"], "jan", workers=1)
    with store.open_reader() as reader:
        letter = reader.letter(file.letter_id)
        assert letter.text == f"{LETTER}\n\nKenmerk 1\n\nPagina 1 van 1\n"
        assert [letter.text[slice(*span)] for span, _ in letter.furniture_spans()] == ["Pagina 1 van 1"]
        (layout,) = reader.page_layouts(file.letter_id)
        assert letter.text[layout.words[0].start : layout.words[0].end] == "Geachte"
        assert reader.source_bytes(file.letter_id) == (folder / "brief 1.pdf").read_bytes()


def test_a_password_opens_what_is_locked(store: Store, folder: Path) -> None:
    report = import_paths(store, [folder / "brief 4.pdf"], "jan", passwords=["mis", "sesam"], workers=1)
    assert outcomes(report) == {"brief 4.pdf": "imported"}


def test_an_import_that_was_stopped_goes_on_where_it_was(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 1)
    steps: list[ImportStep] = []
    first = import_paths(store, [folder], "jan", steps.append, lambda: len(steps) >= 2, workers=1)
    assert 0 < sum(file.outcome == "imported" for file in first) < 4
    again = outcomes(import_paths(store, [folder], "jan", workers=1))
    assert all(again[file.path.name] == "known" for file in first if file.outcome == "imported")
    with store.open_reader() as reader:
        assert reader.letters_count() == 4


def test_progress_says_how_far_it_is(store: Store, folder: Path) -> None:
    steps: list[ImportStep] = []
    import_paths(store, [folder], "jan", steps.append, workers=1)
    assert [step.done for step in steps] == list(range(1, 8))
    assert {step.total for step in steps} == {7}
    assert steps[-1].pages == 5


def hangs(*_args: object, report: object) -> None:
    while True:
        pass


def dies(*_args: object, report: object) -> None:
    os._exit(9)


@pytest.mark.parametrize(
    ("job", "limit", "says"), [(hangs, 0.5, "takes too long"), (dies, 100.0, "failed: it was skipped")]
)
def test_a_file_that_hangs_or_kills_its_reader_is_named(
    job: object, limit: float, says: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FileReader(workers=1, step_timeout=100.0) as reader:
        assert [read.problem for read in reader.read([folder / "brief 1.pdf"])] == [None]  # it is warm
        monkeypatch.setattr(reader, "_step_timeout", limit)
        request = reader._request
        monkeypatch.setattr(reader, "_request", lambda task: _with_job(request(task), job))
        (read,) = reader.read([folder / "brief 1.pdf"])
    assert read.letter is None
    assert f"brief 1.pdf {says}" in str(read.problem)


def _with_job(request: object, job: object) -> object:
    from dataclasses import replace

    return replace(request, function=job)  # type: ignore[type-var]


def test_text_without_words_makes_a_letter_that_holds_together(store: Store, tmp_path: Path) -> None:
    (tmp_path / "leeg.pdf").write_bytes(pdf_of(page(), page()))
    (file,) = import_paths(store, [tmp_path / "leeg.pdf"], "jan", workers=1)
    assert "no text on 2 pages of 2" in str(file.warnings[0])
    with store.open_reader() as reader:
        letter = reader.letter(file.letter_id)
        assert (letter.text, letter.page_starts()) == ("\n\n", [0, 1])
        assert [layout.flags for layout in reader.page_layouts(file.letter_id)] == [("no_text",)] * 2
    assert check(store.path) == []


def notes_of(store: Store, letter_id: int) -> list[str]:
    return [str(note) for note in store.reader.import_notes(letter_id)]


def test_what_was_guessed_is_kept_with_the_letter(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes("In België is de financiële bijdrage geïnformeerd.\n".encode("cp850"))
    (file,) = import_paths(store, [path], "jan")
    (warning,), (kept,) = file.warnings, notes_of(store, file.letter_id)
    assert kept.startswith("brief.txt was read as CP850")  # a project that is handed on tells no folders
    assert str(warning) == str(path.with_name(kept))


def test_files_of_other_kinds_are_named_with_the_letters_beside_them(store: Store, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("brief.txt", "brief.md", "brief.xyz", "b/elders.txt"):
        (tmp_path / name).write_text(f"De brief {name} in platte tekst.\n", encoding="utf-8")
    report = import_paths(store, [tmp_path], "jan")
    ids = {file.path.name: file.letter_id for file in report if file.letter_id}
    (said,) = notes_of(store, ids["brief.txt"])
    assert "2 files of other kinds, which were left alone: brief.md, brief.xyz." in said
    assert notes_of(store, ids["elders.txt"]) == []


def test_a_copy_of_a_letter_s_source_is_named_with_the_letter_once(store: Store, tmp_path: Path) -> None:
    for name in ("brief.txt", "kopie.txt"):
        (tmp_path / name).write_text("Een brief in platte tekst.\n", encoding="utf-8")
    for _ in range(2):
        report = import_paths(store, [tmp_path], "jan")
    letter_id = report[0].letter_id
    assert notes_of(store, letter_id) == [
        "kopie.txt has the same content, and was not imported a second time."
    ]
