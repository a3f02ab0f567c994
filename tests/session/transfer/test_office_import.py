"""Word and Writer files come into a project by worker processes, with what was noticed of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.office_making import docx, odt, p, r


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(
        tmp_path / "P.kant", read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan"
    )
    yield made
    made.close()


def test_a_folder_of_them_comes_in_whole(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "brieven"
    folder.mkdir()
    hidden = r("geheim ", "<w:vanish/>")
    word = docx(p("Inleiding", '<w:outlineLvl w:val="0"/>') + p(r("Dit ") + hidden + r("is.")))
    (folder / "a.docx").write_bytes(word)
    (folder / "b.odt").write_bytes(odt("<text:p>Uit Writer.</text:p>"))
    (folder / "c.docx").write_bytes(word[:-90])
    (folder / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    report = import_paths(store, [folder, folder / "d.doc"], "jan", workers=2)
    found = {file.path.name: file for file in report if file.outcome != "other"}
    assert {name: file.outcome for name, file in found.items()} == {
        "a.docx": "imported", "b.odt": "imported", "c.docx": "failed", "d.doc": "failed",
    }  # fmt: skip
    assert "is damaged and cannot be read as a Word or Writer file" in str(found["c.docx"].problem)
    assert "save it as a .docx file" in str(found["d.doc"].problem)
    letter_id = found["a.docx"].letter_id
    letter = store.reader.letter(letter_id)
    assert letter.text == "Inleiding\n\nDit is.\n"
    lines = store.reader.line_styles(letter_id)
    assert [(line.start, line.end, line.level) for line in lines] == [(0, 9, 1), (11, 18, 0)]
    notes = [str(note) for note in store.reader.import_notes(letter_id)]
    assert sum("has hidden text in 1 place, which was left out" in note for note in notes) == 1
    assert check(store.path) == []
