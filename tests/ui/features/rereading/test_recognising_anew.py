"""Recognising the open letter anew in the window: its pages are read, previewed, and taken as one change."""

from __future__ import annotations

from pathlib import Path

from annotator.recognition.models import Recognition
from annotator.session.transfer.importing import import_paths
from annotator.ui.features.rereading.preview_dialog import PreviewDialog
from tests.recognition.drawing import drawn, needs_engine, pdf_of_pictures
from tests.ui.features.rereading.test_rereading import answer, press
from tests.ui.shell.making import Bench


@needs_engine
def test_a_letter_without_text_gets_its_text_and_undo_takes_it_back(bench: Bench, tmp_path: Path) -> None:
    bench.window.composition.context.settings.set("recognise", "never")
    path = tmp_path / "scan.pdf"
    path.write_bytes(
        pdf_of_pictures([drawn(("Geachte voorzitter,", "Hierbij het verslag."), size=(300, 120))])
    )
    session = bench.window.session
    (file,) = import_paths(session.store, [path], "jan", recognition=Recognition("never"), workers=1)
    bench.window.composition.open_letter(file.letter_id)
    assert bench.text.strip() == ""
    answer(bench, PreviewDialog, press("Return"))
    bench.window.composition.workspace.rereading.recognise()
    bench.qtbot.waitUntil(lambda: "Hierbij het verslag" in bench.text)
    session.undo()
    bench.qtbot.waitUntil(lambda: bench.text.strip() == "")
