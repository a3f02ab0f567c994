"""What became worse than a kept run: by more than its noise, and by the ratio where there is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import comparing, run, short
from benchmarks.measuring import Figure


def rounds(*figures: Figure) -> comparing.Rounds:
    kept = comparing.Rounds()
    for figure in figures:
        comparing.add(kept, "bench_start", [figure])
    return kept


def test_worse_by_more_than_the_rounds_lay_apart() -> None:
    kept = rounds(*(Figure("flush", value) for value in (20, 24, 30)))
    assert not comparing.worse(kept, rounds(Figure("flush", 34)))
    [found] = comparing.worse(kept, rounds(Figure("flush", 35)))
    assert (found.was, found.now, found.noise) == (24, 35, 10)


def test_a_single_round_has_a_tenth_for_its_noise() -> None:
    kept = rounds(Figure("flush", 20))
    assert not comparing.worse(kept, rounds(Figure("flush", 21.9)))
    assert comparing.worse(kept, rounds(Figure("flush", 22.1)))


def test_what_has_a_baseline_is_compared_by_its_ratio() -> None:
    kept = rounds(Figure("start", 300, baseline=100))
    busy = Figure("start", 900, baseline=300)
    assert not comparing.worse(kept, rounds(busy))
    assert comparing.worse(kept, rounds(Figure("start", 300, baseline=80)))


def test_the_worst_comes_first_and_a_new_figure_is_none() -> None:
    kept = rounds(Figure("little", 10), Figure("much", 10))
    found = comparing.worse(kept, rounds(Figure("little", 15), Figure("much", 40), Figure("new", 9)))
    assert [each.name for each in found] == ["bench_start: much", "bench_start: little"]


def test_a_kept_run_is_read_as_it_was(tmp_path: Path) -> None:
    kept = rounds(Figure("start", 300, baseline=100), Figure("start", 310, baseline=100))
    comparing.write(tmp_path / "kept.json", "2 cores", kept)
    assert comparing.read(tmp_path / "kept.json") == kept


def test_a_benchmark_that_failed_is_not_called_as_good(capsys: pytest.CaptureFixture[str]) -> None:
    kept = rounds(Figure("start", 300)) | {"bench_typing: flush": [20.0]}
    assert not run.compared(kept, {}, ["bench_start"])
    assert "not measured: bench_start: start" in capsys.readouterr().out
    assert run.compared(kept, rounds(Figure("start", 300)), ["bench_start"])


def test_the_figures_are_read_from_what_a_benchmark_prints() -> None:
    printed = json.dumps([{"name": "start", "value": 3.0, "bound": 4.0}])
    assert run.figures_of(f"lost: a word\n{printed}\n") == [Figure("start", 3.0, 4.0)]
    assert run.figures_of("Traceback") is None


def test_the_short_form_measures_again_what_is_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    spent = iter([9.0] * short.ROUNDS + [3.0] * short.ROUNDS)
    path = short.Measured("start", lambda: next(spent), lambda: 1.0)
    monkeypatch.setattr(short, "paths", lambda folder, stack: [path])
    assert short.measure({"start": 4.0}) == {"start": 3.0}


def test_the_short_form_fails_where_it_is_slow_each_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "short.json"
    kept.write_text('{"start": 4.0}')
    monkeypatch.setattr(short, "KEPT", kept)
    monkeypatch.setattr("sys.argv", ["short.py"])
    for spent, code in ((9.0, 1), (7.9, 0)):
        path = short.Measured("start", lambda spent=spent: spent, lambda: 1.0)  # type: ignore[misc]
        monkeypatch.setattr(short, "paths", lambda folder, stack, path=path: [path])
        assert short.main() == code
