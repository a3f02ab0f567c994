"""A fresh letter from its first suspect to done, with keys only: how many it takes, what is there then."""

from __future__ import annotations

from annotator.resources import resource_path
from annotator.storage.check import check
from tests.ui.shell.making import Bench, Here, OpenBench

LETTER = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")
MOST = 40


class Keys:
    """Press keys and count them."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.count = bench, 0

    def press(self, *keys: str) -> None:
        self.bench.keys(*keys)
        self.count += len(keys)


def test_a_fresh_letter_takes_at_most_forty_keys(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(LETTER, "Een tweede brief.\n"), runner=Here(proposes=True))
    keys, window = Keys(bench), bench.window
    doubted = len(window.composition.workspace.suspecting.suspects)
    keys.press("F3")
    for _ in range(doubted):
        assert window.views.box.isVisible()
        keys.press(*(("Return",) if window.views.box.place.sure else ("Alt+Return",)))
    assert not window.views.box.isVisible()
    assert window.composition.workspace.suspecting.suspects == ()
    corrected = keys.count
    keys.press("Ctrl+Alt+O", "Ctrl+Alt+V", "C", "Shift+C", "F9")
    window.session.store.flush()
    for view in ("sections", "form_values", "passages"):
        assert bench.rows(f"SELECT DISTINCT state FROM {view} WHERE letter_id = 1") == [("confirmed",)]
    assert bench.one("SELECT status FROM letters WHERE id = 1") == "done"
    assert bench.one("SELECT count(*) FROM corrections WHERE letter_id = 1") == doubted
    assert window.session.letter_id == 2
    assert corrected == doubted + 1
    assert keys.count <= MOST
    assert check(bench.path) == []
