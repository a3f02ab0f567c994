"""Exports in which words are hidden: they stand nowhere in what is written, in no format."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.cli.main import main
from annotator.core import operations
from annotator.core.codebook import Codebook, Tag
from annotator.core.codebook_edits import set_hidden, set_triggers
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction, apply
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.exporters import EXPORTERS, ExportLetter
from annotator.exporters.redacting import HiddenWords
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.transfer.exporting import Wish, export_letters, omissions
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from tests.exporters.pdf_insides import said, shown, streams
from tests.pdf_making import at, page, pdf_of

LABEL = Message("Test", "test")
FIRST = """Verslag van Quirijn Zwaluwe

Geachte voorzitter,

Op 22 oktober 2020 sprak minister Quirijn Zwa1uwe met België. QUIRIJN ZWALUWE was het ermee
eens. Later zei Quirijn Zwa-
luwe dat het goed was, en quirijn  zwaluwe zweeg.

De minister,
Quirijn Zwaluwe
"""
SECOND = "Geachte voorzitter,\n\nIn deze brief komt Quirijn\nZwaluwe zonder label voor, en ook Zwaluwen.\n"
HIDDEN = ("quirijn zwaluwe", "quirijn zwa1uwe", "quirijn_zwaluwe", "zwa-\nluwe", "quirijn\nzwaluwe")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two letters; in the first a name is tagged, once, behind a correction of it."""
    folder = tmp_path_factory.mktemp("hidden")
    (folder / "quirijn_zwaluwe 2020.txt").write_text(FIRST, encoding="utf-8")
    (folder / "z.txt").write_text(SECOND, encoding="utf-8")
    lines = ("Geachte voorzitter,", "Ook hier spreekt Quirijn Zwaluwe, zegt", "Quirijn Zwaluwe.")
    drawn = page(*(at(72, 100 + 30 * row, line) for row, line in enumerate(lines)))
    with pikepdf.open(io.BytesIO(pdf_of(drawn))) as pdf:
        pdf.docinfo["/Author"] = "QUIRIJN ZWALUWE"
        pdf.attachments["quirijn_zwaluwe.txt"] = b"Quirijn Zwaluwe"
        pdf.save(folder / "zz.pdf")
    codebook = set_hidden(read_codebook(resource_path("codebooks/kamerbrieven.toml")), "person", True)
    codebook = set_triggers(codebook, "person", ["minister Quirijn Zwaluwe"])
    path = folder / "p.kant"
    with Store.create(path, codebook, "jan") as store:
        import_paths(store, sorted([*folder.glob("*.txt"), folder / "zz.pdf"]), "jan")
    session = Session(Store.open(path, analyst="jan"), "jan")
    session.open_letter(1)
    work_on(session)
    session.store.flush()
    session.close()
    return path


def work_on(session: Session) -> None:
    def letter() -> Letter:
        assert session.letter is not None
        return session.letter

    at = letter().text.index("Zwa1uwe")
    correction = Correction(at, at + 7, "Zwa1uwe", "Zwaluwe", "word", "suggestion")
    session.do(LABEL, operations.correct(letter(), (correction,), session.stamp()))
    at = letter().text.index("minister Quirijn") + len("minister ")
    name = Span(at, at + len("Quirijn Zwaluwe"))
    session.do(LABEL, operations.add_passage(name, "person", session.stamp(), note="Quirijn Zwaluwe zelf"))
    session.do(
        LABEL,
        operations.set_value(
            letter(), "subject", 0, "Quirijn Zwaluwe", "Quirijn Zwaluwe", name, session.stamp()
        ),
    )
    session.do(LABEL, operations.judge(name, "Quirijn Zwaluwe", "accepted", "", session.stamp()))
    session.do(
        LABEL,
        operations.set_about(
            letter(),
            lambda about: replace(about, title="Brief van Quirijn Zwaluwe", note="Bel Quirijn Zwaluwe"),
        ),
    )


@pytest.fixture
def store(project: Path) -> Iterator[Store]:
    with Store.open(project, read_only=True) as store:
        yield store


def insides(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give what was written, and what is packed in it, unpacked; of a PDF what its pages say, too."""
    yield name, data
    if data.startswith(b"%PDF"):
        yield from ((f"{name}, a stream", stream) for stream in streams(data))
        yield from ((f"{name}, a page", text.encode()) for text in said(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for inside in package.namelist():
                yield inside, inside.encode()
                yield from insides(f"{name}/{inside}", package.read(inside))


def written(store: Store, wish: Wish, out: Path) -> list[Path]:
    """Export; a format of page images writes nothing of letters whose pages must not be shown."""
    try:
        return export_letters(store, wish, out)
    except UserError as problem:
        assert "nothing to write" in str(problem)
        assert wish.format_id in ("page", "alto", "hocr")
        return []


def leaks(data: bytes) -> list[str]:
    found = []
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        said = data.decode(encoding, errors="replace").lower()
        found += [word for word in HIDDEN if word in said]
    return found


@pytest.mark.parametrize("format_id", [exporter.id for exporter in EXPORTERS])
@pytest.mark.parametrize("proposals", [True, False])
def test_no_format_writes_hidden_words(store: Store, tmp_path: Path, format_id: str, proposals: bool) -> None:
    exporter = next(exporter for exporter in EXPORTERS if exporter.id == format_id)
    if exporter.needs and find_spec(exporter.needs) is None:
        pytest.skip(f"{exporter.needs} is not installed")
    choices = [
        {},
        *({choice.id: option} for choice in exporter.choices for option, _ in choice.options),
    ]
    for seen, options in enumerate(choices):
        out = tmp_path / str(seen) / f"all{exporter.suffix}" if exporter.suffix else tmp_path / str(seen)
        wish = Wish(format_id, None, proposals, chosen=options, hide=True)
        for path in written(store, wish, out):
            for name, data in insides(path.name, path.read_bytes()):
                assert leaks(data) == [], (name, options)
                assert leaks(name.encode()) == [], name


def test_the_pages_of_a_pdf_are_burnt_in_a_worker(store: Store, tmp_path: Path) -> None:
    [path] = export_letters(store, Wish("pdf", hide=True), tmp_path)
    [text] = said(path.read_bytes())
    assert "Ook hier spreekt [persoon 1]" in text
    assert shown(path.read_bytes()).getextrema() == (0, 255)


def test_the_same_words_have_the_same_name_in_all_letters(store: Store, tmp_path: Path) -> None:
    export_letters(store, Wish("txt", hide=True), tmp_path)
    first, second, _ = (path.read_text(encoding="utf-8") for path in sorted(tmp_path.iterdir()))
    assert first.count("[persoon 1]") == 6
    assert "minister [persoon 1] met België. [persoon 1] was" in first
    assert "komt [persoon 1] zonder label voor, en ook Zwaluwen." in second
    assert "[persoon 2]" not in first + second


def test_it_is_said_beforehand_how_much_is_replaced(store: Store) -> None:
    said = {str(omission.what): omission.times for omission in omissions(store, Wish("txt", hide=True))}
    assert said["hidden words are replaced"] == 9
    assert said["of those hidden words stand where nobody tagged them"] == 8


def test_the_command_line_hides_and_lists(project: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    arguments = ["export", str(project), "--format", "json", "--out", str(tmp_path / "out")]
    assert main([*arguments, "--hide", "--hidden-list", str(listed)]) == 0
    rows = list(csv.reader(listed.read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [["replaced_by", "words", "times"], ["[persoon 1]", "Quirijn Zwaluwe", "9"]]
    assert all(leaks(path.read_bytes()) == [] for path in (tmp_path / "out").iterdir())


CODEBOOK = Codebook(
    "c", {"en": "C"}, (Tag("p", "passage", {"en": "P"}, "#112233", "#112233", hidden=True),), ()
)
STAMP = Stamp("jan", "2026-01-01T10:00:00.000Z")


@given(st.data())
def test_places_and_texts_stay_together(data: st.DataObject) -> None:
    """Whatever is corrected and tagged: corrections make the text, and other passages keep their words."""
    text = "".join(
        data.draw(st.lists(st.sampled_from(["Jansma", " ", "hij", "\n", "x", "Kees "]), max_size=14))
    )
    letter = new_letter(text, (0,), "t", STAMP)
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(letter.text)))
        end = data.draw(st.integers(start, min(len(letter.text), start + 5)))
        put = data.draw(st.sampled_from(["", "y", "Jansma", " Kees", "sma"]))
        before = letter.text[start:end]
        if before != put:
            letter = apply(
                letter,
                operations.correct(letter, (Correction(start, end, before, put, "word", "typed"),), STAMP),
            )
    for tag in data.draw(st.lists(st.sampled_from(["p", "q"]), max_size=3)):
        start = data.draw(st.integers(0, len(letter.text)))
        end = data.draw(st.integers(start, len(letter.text)))
        if start < end:
            letter = apply(letter, operations.add_passage(Span(start, end), tag, STAMP))
    words = HiddenWords(CODEBOOK, "en")
    words.learn(letter)
    made = words.letter(ExportLetter(1, "u", letter, "a.txt", "", "", "")).letter
    rebuilt, behind = [], 0
    for row in made.corrections:
        rebuilt += [made.ocr_text[behind : row.ocr_start], row.after]
        behind = row.ocr_end
    assert "".join([*rebuilt, made.ocr_text[behind:]]) == made.text
    assert all(0 <= span.start <= span.end <= len(made.text) for span in made.spans.values())
    hidden = [letter.spans[uid] for uid, row in letter.passages.items() if row.tag == "p"]
    for uid, passage in letter.passages.items():
        place = letter.spans[uid]
        if passage.tag == "q" and "[p" not in made.quote(uid):
            assert made.quote(uid) == letter.quote(uid)
        if passage.tag == "p":
            assert "[p " in made.quote(uid)
            assert any(span.start <= place.start < span.end for span in hidden)
