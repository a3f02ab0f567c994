"""Scans that another program read are read a second time; what was read is kept beside the words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.cli.main import main
from annotator.core.codebook_toml import read_codebook
from annotator.core.page_layout import WordReading
from annotator.recognition.models import Recognition
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.session.transfer.second_looks import SecondLooks, keep_looks, unlooked_letters, with_looks
from annotator.storage.store import Store
from tests.pdf_making import at, page, pdf_of
from tests.recognition.drawing import needs_engine, scanned

Run = Callable[..., tuple[int, str]]
SHOWN = ("Geachte voorzitter,", "Dit is een belangrijk gevolg", "van het besluit van de Kamer.")
SAID = ("Geachte voorzitter,", "Dit is een belangrijk gevoig", "van het besluit van de Kamer.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a scan that a scanner read, and a digital letter."""
    folder = tmp_path / "brieven"
    folder.mkdir()
    (folder / "1.pdf").write_bytes(scanned(SHOWN, SAID))
    (folder / "2.pdf").write_bytes(pdf_of(page(at(72, 100, "Geachte heer Jansen,", 14))))
    path = tmp_path / "P.kant"
    store = Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan")
    import_paths(store, [folder], "jan", recognition=Recognition("never"), workers=1)
    store.close()
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command, and says its exit code and all that it printed."""

    def runs(*arguments: object) -> tuple[int, str]:
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return runs


def suggested(said: str) -> dict[str, list[str]]:
    rows = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return {s["text"]: s["suggestions"] for row in rows for s in row["suspects"]}


def kept(project: Path) -> dict[str, tuple[str, ...]]:
    with Store.open(project, read_only=True) as store:
        text = store.reader.letter(1).text
        pages = store.reader.readings(1)
        return {text[r.start : r.end]: r.others for page in pages.values() for r in page if r.others}


@needs_engine
def test_what_was_read_differently_is_kept_and_the_text_stays(project: Path, run: Run) -> None:
    with Store.open(project, read_only=True) as store:
        before, history = store.reader.letter(1), list(store.reader.kept_readings(1))
    code, said = run("read-twice", project)
    assert code == 0 and "letter 1: 1 pages read twice, 1 places read differently" in said, said
    assert kept(project) == {"gevoig": ("gevolg",)}
    with Store.open(project, read_only=True) as store:
        assert (store.reader.letter(1), list(store.reader.kept_readings(1))) == (before, history)
        assert unlooked_letters(store.reader) == [2]  # a letter that is no scan costs a look each time
    code, said = run("read-twice", project, "--letter", 1)
    assert code == 0 and kept(project) == {"gevoig": ("gevolg",)}


@needs_engine
def test_suspects_take_the_second_reading_first_unless_it_is_left_out(project: Path, run: Run) -> None:
    for source in (project, project.parent / "brieven" / "1.pdf"):
        _, said = run("suspects", source, "--json")
        assert suggested(said)["gevoig"][0] == "gevolg"
    run("read-twice", project)
    with Store.open(project, analyst="jan") as store:
        looks = store.reader.readings(1)[1]
        twisted = [one._replace(others=("gevoeld",)) if one.others else one for one in looks]
        from annotator.storage.readings import save_page_readings

        store.submit(lambda connection: save_page_readings(connection, 1, 1, twisted))
        store.flush()
    assert suggested(run("suspects", project, "--json")[1])["gevoig"][0] == "gevoeld"
    plain = suggested(run("suspects", project, "--json", "--no-images")[1])
    assert plain["gevoig"][0] == "gevolg"
    _, said = run("suspects", project.parent / "brieven" / "1.pdf", "--json", "--no-images")
    assert suggested(said).keys() == {"gevoig"}


@needs_engine
def test_import_reads_twice_where_that_is_asked_for(project: Path, run: Run) -> None:
    other = project.parent / "Q.kant"
    Store.create(other, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan").close()
    code, said = run("import", other, project.parent / "brieven" / "1.pdf", "--twice", "--no-proposals")
    assert code == 0, said
    assert kept(other) == {"gevoig": ("gevolg",)}


@needs_engine
def test_a_letter_that_goes_by_another_reading_by_now_keeps_nothing_of_it(project: Path) -> None:
    with Store.open(project, analyst="jan") as store, SecondLooks(Recognition()) as looks:
        looked = looks.at_letter(store.reader, 1)
        for other in (looked._replace(reading=2), looked._replace(ocr_text="x")):
            keep_looks(store, other)
        store.flush()
        assert store.reader.readings(1) == {}
        keep_looks(store, looked)
        store.flush()
        assert store.reader.readings(1)[1] == tuple(looked.readings[1])  # a tenth of a percent is kept


def test_what_a_source_says_itself_is_kept_beside_a_second_look() -> None:
    said = [WordReading(0, 3, 60.0, ("eon",)), WordReading(4, 8, 40.0), WordReading(9, 12, 90.0)]
    looks = [
        WordReading(0, 3, -1.0, ("oen",), 95.0),
        WordReading(4, 8, -1.0, (), 96.0),
        WordReading(13, 15, -1.0, ("ja",), 97.0),
    ]
    assert with_looks(said, looks) == [
        WordReading(0, 3, 60.0, ("oen", "eon"), 95.0),
        WordReading(4, 8, 40.0, (), 96.0),
        WordReading(9, 12, 90.0),
        WordReading(13, 15, -1.0, ("ja",), 97.0),
    ]
    assert with_looks(with_looks((), looks), looks[:1]) == looks[:1]
