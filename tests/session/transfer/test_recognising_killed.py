"""A program that is killed while it recognises loses nothing, and takes up where it was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.recognition.models import Recognition
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.recognition.drawing import drawn, needs_engine, pdf_of_pictures, scanned

ROOT = Path(__file__).resolve().parents[3]
PAGES = (("De eerste bladzijde.",), ("Hier staat de tweede.",))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with three scans of two pages without text, and one that a scanner read."""
    folder = tmp_path / "brieven"
    folder.mkdir()
    for number in (1, 2, 3):
        lines = [(f"{text} Nummer {number}.",) for (text,) in PAGES]
        (folder / f"{number}.pdf").write_bytes(
            pdf_of_pictures([drawn(each, size=(300, 120)) for each in lines])
        )
    (folder / "4.pdf").write_bytes(scanned(("Een belangrijk gevolg",), ("Een belangrijk gevoig",)))
    path = tmp_path / "P.kant"
    store = Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan")
    import_paths(store, [folder], "jan", recognition=Recognition("never"), workers=1)
    store.close()
    return path


def begun(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )


def texts(project: Path) -> dict[int, str]:
    with Store.open(project, must_write=True) as store:
        return {number: store.reader.letter(number).text for number in store.reader.letter_ids()}


@needs_engine
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("letters", [0, 1, 2])
def test_killed_in_the_middle_it_is_taken_up_again(project: Path, letters: int) -> None:
    program = begun("recognise", project)
    assert program.stdout is not None
    for _ in range(letters):
        assert program.stdout.readline().startswith("letter ")
    if not letters:
        kept = Path(os.environ["XDG_CACHE_HOME"], "kanttekening", "recognised")
        while not list(kept.glob("*/*.json")) and program.poll() is None:
            os.sched_yield()
    program.send_signal(signal.SIGKILL)
    program.wait(60)
    program.stdout.close()
    assert not check(project)
    read = [number for number, text in texts(project).items() if number < 4 and text.strip()]
    assert len(read) >= letters
    assert all(f"Nummer {number}." in texts(project)[number] for number in read)  # whole letters alone
    again = begun("recognise", project)
    assert again.communicate(timeout=300)[0].count("letter ") >= 3 - len(read) and again.returncode == 0
    found = texts(project)
    for number in (1, 2, 3):
        assert "eerste bladzijde" in found[number] and "staat de tweede" in found[number]
    assert not check(project)


@needs_engine
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_while_a_letter_is_read_anew_from_a_scan_it_is_taken_up_again(
    project: Path, tmp_path: Path
) -> None:
    before, better = texts(project), tmp_path / "beter.pdf"
    lines = [(f"{text} Beter gelezen.",) for (text,) in PAGES]
    better.write_bytes(pdf_of_pictures([drawn(each, size=(300, 120)) for each in lines]))
    kept = Path(os.environ["XDG_CACHE_HOME"], "kanttekening", "recognised")
    shutil.rmtree(kept, ignore_errors=True)  # of other tests
    program = begun("reread", project, better, "--letter", 1)
    while not list(kept.glob("*/0-*.json")) and program.poll() is None:
        os.sched_yield()
    assert program.stdout is not None
    program.send_signal(signal.SIGKILL)
    program.wait(60)
    program.stdout.close()
    assert not check(project) and texts(project) == before
    (first,) = kept.glob("*/0-*.json")
    first.write_text(first.read_text().replace("eerste", "vroegste"))  # what was read is not read again
    again = begun("reread", project, better, "--letter", 1, "--anyway")
    assert "goes by reading 2" in again.communicate(timeout=300)[0] and again.returncode == 0
    assert "vroegste bladzijde" in texts(project)[1] and "tweede. Beter gelezen" in texts(project)[1]
    assert not list(kept.iterdir()) and not check(project)


@needs_engine
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_while_scans_are_read_twice_the_text_is_as_it_was(project: Path) -> None:
    before = texts(project)
    program = begun("read-twice", project, "--all")
    assert program.stdout is not None
    assert program.stdout.readline().startswith("letter ")
    program.send_signal(signal.SIGKILL)
    program.wait(60)
    program.stdout.close()
    assert not check(project) and texts(project) == before
    again = begun("read-twice", project, "--all")
    assert "1 places read differently" in again.communicate(timeout=300)[0] and again.returncode == 0
    assert texts(project) == before and not check(project)
