"""Letters that are in the project are recognised anew, under what was done to them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from annotator.cli.main import main
from annotator.core.codebook_toml import read_codebook
from annotator.core.user_errors import UserError
from annotator.recognition import reading
from annotator.recognition.models import Recognition
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.session.transfer.recognising_again import poor_letters, recognise_again
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.pdf_making import at, page, pdf_of
from tests.recognition.drawing import drawn, needs_engine, pdf_of_pictures

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a scan that nobody recognised, a digital letter, and one in plain text."""
    folder = tmp_path / "brieven"
    folder.mkdir()
    scan = pdf_of_pictures(
        [drawn(("Geachte voorzitter,", "Hierbij het verslag van de visserij."), size=(300, 120))]
    )
    (folder / "1.pdf").write_bytes(scan)
    (folder / "2.pdf").write_bytes(pdf_of(page(at(72, 100, "Geachte heer Jansen,", 14))))
    (folder / "3.txt").write_text("Geachte mevrouw,\n", encoding="utf-8")
    path = tmp_path / "P.kant"
    store = Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan")
    import_paths(store, [folder], "jan", recognition=Recognition("never"), workers=1)
    store.close()
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return what runs a command, and says its exit code and all that it printed."""

    def runs(*arguments: object) -> tuple[int, str]:
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return runs


def text_of(project: Path, letter_id: int) -> str:
    with Store.open(project, read_only=True) as store:
        return store.reader.letter(letter_id).text


@needs_engine
def test_letters_without_text_get_theirs_and_the_others_are_left(project: Path, run: Run) -> None:
    with Store.open(project, read_only=True) as store:
        assert poor_letters(store.reader) == [1]
    code, said = run("recognise", project, "--dry-run")
    assert code == 0 and "letter 1:" in said and text_of(project, 1) == "\n"
    code, said = run("recognise", project)
    assert code == 0, said
    assert "verslag van de visserij" in text_of(project, 1)
    assert text_of(project, 2) == "Geachte heer Jansen,\n"
    code, said = run("recognise", project)
    assert code == 0 and "no letter has pages without text" in said


@needs_engine
def test_a_letter_is_recognised_by_its_number_and_keeps_how_sure_it_was_read(project: Path, run: Run) -> None:
    code, said = run("recognise", project, "--letter", 2)
    assert code in (0, 1), said  # read as it is printed, there is nothing to change but how it was read
    with Store.open(project, read_only=True) as store:
        read = recognise_again(store.reader, 2, Recognition())
        assert "Jansen" in read.text and read.source_name == "2.pdf"
        assert read.layouts[0].readings and "recognised" in read.layouts[0].flags


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    """A project with a scan of two pages, whose text layer is poor: one word a page."""
    folder = tmp_path / "scans"
    folder.mkdir()
    pictures = [
        drawn(("De eerste bladzijde.",), size=(300, 120)),
        drawn(("Hier staat de tweede.",), size=(300, 120)),
    ]
    (folder / "1.pdf").write_bytes(pdf_of_pictures(pictures))
    path = tmp_path / "T.kant"
    store = Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan")
    import_paths(store, [folder], "jan", recognition=Recognition("never"), workers=1)
    store.close()
    return path


@needs_engine
def test_one_page_is_recognised_and_the_others_stay_as_they_are(two_pages: Path, run: Run) -> None:
    code, said = run("recognise", two_pages, "--letter", 1, "--page", 2)
    assert code == 0, said
    assert text_of(two_pages, 1).split() == ["Hier", "staat", "de", "tweede."]
    with Store.open(two_pages, read_only=True) as store:
        flags = [layout.flags for layout in store.reader.page_layouts(1)]
        assert "no_text" in flags[0] and "recognised" in flags[1]
        assert poor_letters(store.reader) == [1]
    code, said = run("recognise", two_pages, "--letter", 1, "--page", 1)
    assert code == 0, said
    assert text_of(two_pages, 1).split() == ["De", "eerste", "bladzijde.", "Hier", "staat", "de", "tweede."]
    with Store.open(two_pages, read_only=True) as store:
        assert store.reader.readings(1).keys() == {1, 2}  # the page that was read before keeps its own
    code, said = run("recognise", two_pages, "--all")
    assert code == 0 and "the program read all pages itself already" in said


@needs_engine
def test_a_page_that_is_not_there_is_said_so(two_pages: Path, run: Run) -> None:
    code, said = run("recognise", two_pages, "--letter", 1, "--page", 3)
    assert code == 1 and "Letter 1 has 2 pages: there is no page 3" in said
    code, said = run("recognise", two_pages, "--page", 1)
    assert code == 2 and "--letter" in said


@needs_engine
def test_plain_text_has_no_pages_to_recognise(project: Path, run: Run) -> None:
    code, said = run("recognise", project, "--letter", 3)
    assert code == 1
    assert "letter 3 has no pages that can be recognised" in said


def test_without_an_engine_it_says_what_to_install(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "is_installed", lambda: False)
    with Store.open(project, read_only=True) as store, pytest.raises(UserError, match='the extra "ocr"'):
        recognise_again(store.reader, 1, Recognition())


def test_what_import_had_to_say_is_listed(project: Path, run: Run) -> None:
    code, said = run("notes", project)
    assert code == 0
    assert said.splitlines()[0].startswith("letter 1: 1.pdf has no text on 1")
    code, said = run("notes", project, "--letter", 1, "--json")
    assert code == 0 and json.loads(said)["source"] == "1.pdf"
    assert run("notes", project, "--letter", 3) == (0, "")
    code, said = run("notes", project, "--letter", 9)
    assert code == 1 and "9" in said


@needs_engine
def test_a_picture_of_a_gigapixel_is_one_sentence_and_the_letter_stays(tmp_path: Path, run: Run) -> None:
    wide, high = 34_000, 36_000
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        picture = pdf.make_stream(b"")
        picture.write(zlib.compress(b"\xff" * (wide // 8 * high), 9), filter=pikepdf.Name.FlateDecode)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = wide, high, 1
        picture.ColorSpace = pikepdf.Name.DeviceGray
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
        pdf.pages[0].contents_add(b"q 595 0 0 842 0 0 cm /I Do Q")
        pdf.save(tmp_path / "giga.pdf")
    path = tmp_path / "G.kant"
    Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan").close()
    code, said = run("import", path, tmp_path / "giga.pdf", "--ocr", "never", "--no-proposals")
    assert code == 0, said
    code, said = run("recognise", path, "--letter", 1)
    assert code == 1 and said.count("\n") == 1 and "letter 1" in said, said
    assert text_of(path, 1).strip() == "" and not check(path)
