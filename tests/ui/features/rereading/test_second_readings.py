"""Scans are read a second time in the window: the text stays, and F3 stops where the readings differ."""

from __future__ import annotations

from pathlib import Path

from annotator.recognition.models import Recognition
from annotator.session.transfer.importing import import_paths
from annotator.ui.features.rereading.scope_dialog import LETTER, PROJECT, ScopeDialog
from tests.recognition.drawing import needs_engine, scanned
from tests.ui.features.rereading.test_recognising_anew import choose
from tests.ui.features.rereading.test_rereading import answer
from tests.ui.shell.making import Bench

SHOWN = ("Geachte voorzitter,", "Er is flink gesproken over", "het besluit van de Kamer der Staten.")
SAID = ("Geachte voorzitter,", "Er is funk gesproken over", "het besluit van de Kamer der Staten.")


def scan(path: Path) -> Path:
    path.write_bytes(scanned(SHOWN, SAID))
    return path


@needs_engine
def test_a_word_that_passes_for_one_is_a_suspect_after_a_second_reading(bench: Bench, tmp_path: Path) -> None:
    store = bench.window.session.store
    (file,) = import_paths(
        store, [scan(tmp_path / "1.pdf")], "jan", recognition=Recognition("never"), workers=1
    )
    assert file.letter_id is not None
    bench.window.composition.open_letter(file.letter_id)
    bench.suspects_ready()
    suspecting, text = bench.window.composition.workspace.suspecting, bench.text
    assert "funk" in text and "read_twice" not in {s.reason.code for s in suspecting.suspects}
    answer(bench, ScopeDialog, choose(LETTER))
    bench.window.composition.workspace.rereading.second_readings.ask()
    bench.qtbot.waitUntil(lambda: any(s.reason.code == "read_twice" for s in suspecting.suspects))
    (suspect,) = (s for s in suspecting.suspects if s.reason.code == "read_twice")
    assert (suspect.text, suspect.suggestions[0].text) == ("funk", "flink")
    assert bench.text == text and "1" in bench.said[-1]


@needs_engine
def test_with_the_setting_an_import_is_read_twice_by_itself(bench: Bench, tmp_path: Path) -> None:
    bench.window.composition.context.settings.set("read_twice", True)
    bench.window.composition.workspace.transfer.imports.begin([scan(tmp_path / "1.pdf")])
    bench.qtbot.waitUntil(lambda: any("1 letter read a second time" in said for said in bench.said))
    reader = bench.window.session.store.reader
    (page,) = reader.readings(max(reader.letter_ids())).values()
    assert [one.others for one in page if one.others] == [("flink",)]


@needs_engine
def test_without_a_scan_it_says_so(bench: Bench) -> None:
    answer(bench, ScopeDialog, choose(PROJECT))
    bench.window.composition.workspace.rereading.second_readings.ask()
    bench.qtbot.waitUntil(lambda: bench.said[-1:] == ["There was no scan to read a second time."])
