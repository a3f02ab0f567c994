"""A letter of pictures shows them beside the text, as a PDF shows its pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from tests.picture_making import saved, sheet
from tests.ui.features.page_images.test_paging import HereToo, canvas, pages_shown
from tests.ui.shell.making import Bench, OpenBench, make_project


def test_the_pictures_of_a_letter_are_seen(
    tmp_path: Path, open_bench: OpenBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path, ["Een brief.\n"])
    for number in (1, 2):
        picture = sheet(mark=(100, 50 * number, 300, 50 * number + 200))
        (tmp_path / f"scan-{number}.png").write_bytes(saved(picture, "PNG"))
    with Store.open(project) as store:
        import_paths(store, [tmp_path / "scan-1.png", tmp_path / "scan-2.png"], "jan", workers=1)
    monkeypatch.setattr("annotator.jobs.lazy.LazyWorker", lambda *_, **__: HereToo())
    bench = open_bench(project)
    bench.window.resize(1600, 900)
    bench.window.composition.open_letter(2)
    pages_shown(bench)
    assert canvas(bench).page_count() == 2
    bench.qtbot.waitUntil(lambda: dark_share(bench) > 0.05)


def dark_share(bench: Bench) -> float:
    """How much of what is shown of the pages is as dark as print."""
    shown = canvas(bench).viewport().grab().toImage().scaled(60, 60)
    dark = sum(QColor(shown.pixel(x, y)).lightness() < 60 for x in range(60) for y in range(60))
    return dark / 3600
