"""The first letter of a start has its page images, as every letter that is opened later."""

from __future__ import annotations

from pathlib import Path

from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from tests.picture_making import saved, sheet
from tests.ui.features.page_images.test_paging import canvas
from tests.ui.shell.making import FIRST, Bench, make_project
from tests.ui.shell.test_starting import Start, folder, start  # noqa: F401 - fixtures


def test_the_pages_of_the_first_letter_are_shown(tmp_path: Path, start: Start) -> None:  # noqa: F811
    (tmp_path / "scan.png").write_bytes(saved(sheet(), "PNG"))
    path = make_project(tmp_path, ())
    with Store.open(path) as store:
        import_paths(store, [tmp_path / "scan.png"], "jan", workers=1)
    window = start(str(path))
    assert window.session.letter_id == 1
    assert canvas(Bench(None, window, path)).page_count() == 1  # type: ignore[arg-type]


def test_a_first_letter_without_pages_shows_none(tmp_path: Path, start: Start) -> None:  # noqa: F811
    path = make_project(tmp_path, (FIRST,))
    window = start(str(path))
    assert not window.views.page_pane.is_open
