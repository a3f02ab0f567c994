"""Pictures come into a project through worker processes; several files are one letter, hostile ones none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PIL import Image

from annotator.core.codebook_toml import read_codebook
from annotator.core.parcels import parts_of
from annotator.importers.grouping import BY_NAME, EACH
from annotator.pages.drawing import Shelf
from annotator.pages.parts import whole
from annotator.pages.pictures import has_pictures
from annotator.recognition.models import Recognition
from annotator.resources import resource_path
from annotator.session.transfer.importing import ImportedFile, import_paths
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.picture_making import saved, sheet
from tests.recognition.drawing import DPI, drawn, needs_engine
from tools.fuzz_import import spoilt
from tools.fuzz_pictures import WAYS, seeds

BOOK = read_codebook(resource_path("codebooks/kamerbrieven.toml"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "P.kant", BOOK, "jan")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "scans"
    made.mkdir()
    for number in (1, 2, 10):
        (made / f"brief-012-{number}.tif").write_bytes(
            saved(sheet((100 + number, 200), mode="1"), "TIFF", compression="group4")
        )
    for number in (1, 2):
        (made / f"brief-013-{number}.png").write_bytes(saved(sheet((100 + number, 200)), "PNG"))
    return made


def imported(store: Store, folder: Path, pages: str = "") -> dict[str, str]:
    return {
        file.path.name: file.outcome for file in import_paths(store, [folder], "jan", workers=1, pages=pages)
    }


def test_unasked_pages_are_together_where_their_numbers_run(store: Store, folder: Path) -> None:
    report = import_paths(store, [folder], "jan", workers=1)
    assert [(file.path.name, len(file.parts)) for file in report] == [
        ("brief-012-1.tif", 0),
        ("brief-012-2.tif", 0),
        ("brief-012-10.tif", 0),
        ("brief-013", 2),
    ]
    said = str(report[-1].warnings[0])
    assert said == (
        "brief-013 was made of 2 files by the numbers in their names: brief-013-1.png to brief-013-2.png."
    )
    with store.open_reader() as reader:
        source = reader.source_bytes(report[-1].letter_id)
        assert parts_of(source) == {path.name: path.read_bytes() for path in sorted(folder.glob("*.png"))}
        assert [layout.source_page for layout in reader.page_layouts(report[-1].letter_id)] == [0, 1]
    assert check(store.path) == []


def test_by_name_all_pages_of_a_name_are_a_letter_and_nothing_was_guessed(store: Store, folder: Path) -> None:
    report = import_paths(store, [folder], "jan", workers=1, pages=BY_NAME)
    assert [(file.path.name, file.outcome, len(file.parts)) for file in report] == [
        ("brief-012", "imported", 3),
        ("brief-013", "imported", 2),
    ]
    assert all("numbers in their names" not in str(said) for file in report for said in file.warnings)
    with store.open_reader() as reader:
        sizes = [layout.width for layout in reader.page_layouts(report[0].letter_id)]
        assert sizes == sorted(sizes)  # page 10 comes last


def test_each_file_may_be_a_letter(store: Store, folder: Path) -> None:
    assert set(imported(store, folder, EACH).values()) == {"imported"}
    assert len(imported(store, folder, EACH)) == 5
    assert set(imported(store, folder, EACH).values()) == {"known"}


def test_a_letter_of_several_files_is_known_again(store: Store, folder: Path) -> None:
    imported(store, folder, BY_NAME)
    assert imported(store, folder, BY_NAME) == {"brief-012": "known", "brief-013": "known"}


def test_one_damaged_page_keeps_its_letter_out_and_no_other(store: Store, folder: Path) -> None:
    path = folder / "brief-013-2.png"
    path.write_bytes(path.read_bytes()[:60])
    report = import_paths(store, [folder], "jan", workers=1, pages=BY_NAME)
    assert [file.outcome for file in report] == ["imported", "failed"]
    assert "brief-013 (brief-013-2.png) is damaged" in str(report[1].problem)
    with store.open_reader() as reader:
        assert reader.letters_count() == 1


# --- with their text ----------------------------------------------------------------------------------------

LINES = ("Geachte voorzitter,", "Hierbij ontvangt u het verslag.", "De minister van Landbouw")


@needs_engine
@pytest.mark.parametrize(("quarter", "slant"), [(0, 0.0), (90, 0.0), (180, 0.0), (0, 2.0), (270, -1.5)])
def test_text_is_recognised_and_its_words_lie_on_what_is_drawn(
    quarter: int, slant: float, store: Store, tmp_path: Path
) -> None:
    straight = drawn(LINES, size=(420, 594))
    scanned = straight.rotate(slant, Image.Resampling.BICUBIC, fillcolor=255).rotate(quarter, expand=True)
    (tmp_path / "scan.png").write_bytes(saved(scanned, "PNG", dpi=(DPI, DPI)))
    (file,) = import_paths(store, [tmp_path / "scan.png"], "jan", workers=1, recognition=Recognition())
    with store.open_reader() as reader:
        text = reader.letter(file.letter_id).text
        (layout,) = reader.page_layouts(file.letter_id)
        source = reader.source_bytes(file.letter_id)
    assert "ontvangt u het verslag" in text and "minister van Landbouw" in text
    assert (layout.turn + 180) % 360 - 180 == pytest.approx((quarter + slant + 180) % 360 - 180, abs=0.7)
    assert layout.width < layout.height
    scale = 3
    part = whole(0, round(layout.width * scale), round(layout.height * scale), layout.turn)
    room, shelf = bytearray(part.width * part.height * 4), Shelf()
    shelf.draw("a", lambda: source, part, room)
    shelf.close()
    shown = Image.frombytes("RGB", (part.width, part.height), bytes(room), "raw", "BGRX").convert("L")
    dark = shown.point(lambda dot: 255 * (dot < 128))
    whole_ink, ink_in_words = sum(dark.tobytes()), 0
    for word in layout.words:
        left, top, right, bottom = (round(edge * scale) for edge in word[2:])
        ink_in_words += sum(dark.crop((left - 3, top - 3, right + 3, bottom + 3)).tobytes())
    assert ink_in_words > 0.95 * whole_ink > 0


@needs_engine
def test_pages_in_several_files_are_recognised_as_one_letter(store: Store, tmp_path: Path) -> None:
    for number in (1, 2):
        page = drawn((*LINES, f"Dit is bladzijde {number}."), size=(420, 300))
        (tmp_path / f"scan-{number}.tif").write_bytes(saved(page, "TIFF", dpi=(DPI, DPI)))
    paths = [tmp_path / "scan-1.tif", tmp_path / "scan-2.tif"]
    (file,) = import_paths(store, paths, "jan", workers=1, pages=BY_NAME, recognition=Recognition())
    with store.open_reader() as reader:
        letter = reader.letter(file.letter_id)
    first, second = letter.page_starts()
    assert "bladzijde 1" in letter.text[first:second] and "bladzijde 2" in letter.text[second:]
    assert file.warnings == ()


# --- files that were spoilt ---------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_spoilt_pictures_are_letters_or_one_sentence_each(store: Store, tmp_path: Path) -> None:
    rounds = 2 * settings.default.max_examples  # 2,000 in the full profile
    (tmp_path / "spoilt").mkdir()
    for number, data in enumerate(spoilt(rounds, 12, seeds(), WAYS)):
        (tmp_path / "spoilt" / f"{number}.png").write_bytes(data)
    report = import_paths(store, [tmp_path / "spoilt"], "jan", workers=2, pages=EACH)
    assert len(report) == rounds
    told = [file for file in report if file.outcome not in ("imported", "known")]
    assert told and all(one_sentence(file) for file in told)
    with store.open_reader() as reader:
        made = [file for file in report if file.outcome == "imported"]
        assert reader.letters_count() == len(made)
        for file in made:
            assert reader.source_bytes(file.letter_id) == file.path.read_bytes()
            if not has_pictures(file.path.read_bytes()):
                continue  # so spoilt that it is a text by now
            letter = reader.letter(file.letter_id)
            assert len(letter.page_starts()) == len(reader.page_layouts(file.letter_id)) > 0
    assert check(store.path) == []


def one_sentence(file: ImportedFile) -> bool:
    said = str(file.problem)
    return (
        file.outcome == "failed" and file.path.name in said and said.endswith(".") and "Traceback" not in said
    )
