"""Put small faults into modules, one at a time, and see which of them no test finds.

    nice -n 10 python tools/mutate.py [MODULE …] [--each 20] [--seed 1] [--out build/mutation.json]

A MODULE is a file, or a folder of them; without any: core and storage. First the tests run once, to see which
functions each calls; this is kept in `build/` until their file changes. Then each mutant runs in a process of
its own, against those tests that call its function, the fast ones first. It is killed where a test fails or
takes far too long. Processes that the tests start themselves have the module as it is on the disk. A mutant
that lives wants a test, or a reason why it behaves as the module does.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.machinery
import importlib.util
import json
import multiprocessing
import multiprocessing.connection
import os
import random
import signal
import sys
import threading
import time
import types
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pytest  # noqa: E402

from tools.mutations import Mutant, mutants  # noqa: E402

MODULES = (Path("annotator/core"), Path("annotator/storage"))
TESTS = ("tests/core", "tests/storage", "tests/search", "tests/session", "tests/exporters")
_QUIET = ("-q", "-p", "no:cacheprovider", "-p", "no:benchmark", "-m", "not slow and not window")
_AT_ONCE = 2
_MOST_SECONDS = 30.0  # of the tests of one mutant, as they took without a fault
_NO_TESTS = 5  # pytest's exit code

Reached = dict[str, tuple[float, list[str]]]  # test id -> seconds, functions as "module:qualname"


# --- which tests call which functions ----------------------------------------------------------------------


class Calls:
    """Notes the functions of the program that each test calls (a plugin of pytest)."""

    def __init__(self) -> None:
        self.seen: dict[str, set[str]] = defaultdict(set)
        self.shared: dict[str, set[str]] = defaultdict(set)  # by file: fixtures may serve all its tests
        self.seconds: dict[str, float] = {}
        self._at: set[str] = set()
        self._names: dict[types.CodeType, str] = {}
        self._root = str(ROOT / "annotator")

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None]:
        started = time.perf_counter()
        yield
        self.seconds[item.nodeid] = time.perf_counter() - started

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None]:
        yield from self._noting(self.shared[item.nodeid.split("::")[0]])

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None]:
        yield from self._noting(self.seen[item.nodeid])

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None]:
        yield from self._noting(self.seen[item.nodeid])

    def _noting(self, into: set[str]) -> Generator[None]:
        self._at = into
        threading.settrace(self._trace)
        sys.settrace(self._trace)
        yield
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]

    def _trace(self, frame: types.FrameType, event: str, arg: object) -> None:
        code = frame.f_code
        name = self._names.get(code)
        if name is None:
            name = self._names[code] = self._name(code)
        if name:
            self._at.add(name)

    def _name(self, code: types.CodeType) -> str:
        if not code.co_filename.startswith(self._root):
            return ""
        module = Path(code.co_filename).relative_to(ROOT)
        return f"{module}:{code.co_qualname.split('.<locals>')[0]}"

    def reached(self) -> Reached:
        """Return what each test called, and how long it took."""
        return {
            test: (seconds, sorted(self.seen[test] | self.shared[test.split("::")[0]]))
            for test, seconds in self.seconds.items()
        }


def reach(files: Iterable[Path], kept: Path) -> Reached:
    """Return which functions the tests of these files call; what is known of unchanged files is taken."""
    known: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    asked = {str(file.relative_to(ROOT)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    new = [file for file, digest in asked.items() if known.get(file, {}).get("digest") != digest]
    for file in new:
        answer = _in_process(lambda send, file=file: send(_calls_of(file)), 600.0)  # type: ignore[misc]
        known[file] = {"digest": asked[file], "tests": answer or {}}
        print(f"{file}: {len(answer or {})} tests", flush=True)
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(known))
    return {test: told for file in asked for test, told in known[file]["tests"].items()}


def _calls_of(file: str) -> Reached:
    calls = Calls()
    _pytest([file], calls)
    return calls.reached()


# --- a mutant ----------------------------------------------------------------------------------------------


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads one module with its fault."""

    fault: Mutant

    def get_code(self, fullname: str) -> types.CodeType:
        tree = self.fault.tree(Path(self.path).read_text(encoding="utf-8"))
        return compile(tree, self.path, "exec", dont_inherit=True)


class _Finder:
    def __init__(self, module: Path, fault: Mutant) -> None:
        self._name = ".".join(module.with_suffix("").parts)
        self._loader = _Loader(self._name, str(ROOT / module))
        self._loader.fault = fault

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._loader.path, loader=self._loader)


class _Chosen:
    """Runs these tests alone, in this order (a plugin of pytest)."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._order = {test: number for number, test in enumerate(tests)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        kept = [item for item in items if item.nodeid in self._order]
        items[:] = sorted(kept, key=lambda item: self._order[item.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


def tests_of(module: Path, fault: Mutant, reached: Reached) -> list[str]:
    """Return the tests that call a mutant's function, the fast ones first.

    Those of a mutant outside all functions are the tests that call anything of its module.
    """
    place = f"{module}:{fault.function}"
    calling = sorted((seconds, test) for test, (seconds, called) in reached.items() if place in called)
    # What is called when the module is imported is called by no test.
    calling = calling or sorted(
        (seconds, test)
        for test, (seconds, called) in reached.items()
        if any(one.startswith(f"{module}:") for one in called)
    )
    chosen, spent = [], 0.0
    for seconds, test in calling:
        spent += seconds
        if spent > _MOST_SECONDS and chosen:
            break
        chosen.append(test)
    return chosen


def try_out(module: Path, fault: Mutant, tests: Sequence[str]) -> str:
    """Run the tests on a mutant, in this process. Returns the test that failed, or ""."""
    sys.meta_path.insert(0, _Finder(module, fault))  # type: ignore[arg-type]
    chosen = _Chosen(tests)
    code = _pytest(list(dict.fromkeys(test.split("::")[0] for test in tests)), chosen, "-x")
    return "" if code in (0, _NO_TESTS) else chosen.failed or "collecting"


def _pytest(files: Sequence[str], plugin: object, *more: str) -> int:
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    os.chdir(ROOT)
    return int(pytest.main([*_QUIET, *more, *files], plugins=[plugin]))


# --- processes ---------------------------------------------------------------------------------------------

Work = Callable[[Callable[[Any], None]], None]
_FORK = multiprocessing.get_context("fork")


def _begin(work: Work) -> tuple[Any, multiprocessing.connection.Connection]:
    here, there = _FORK.Pipe(duplex=False)

    def run() -> None:
        os.setsid()
        here.close()
        work(there.send)
        there.close()
        os._exit(0)  # threads that a mutant left behind do not hold it

    process = _FORK.Process(target=run)
    process.start()
    there.close()
    return process, here


def _end(process: Any) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)  # the process that we began, and what it began
    except ProcessLookupError:
        process.kill()
    process.join()


def _in_process(work: Work, seconds: float) -> Any:
    process, answers = _begin(work)
    try:
        return answers.recv() if answers.poll(seconds) else None
    except EOFError:
        return None
    finally:
        _end(process)


def run_all(asked: Sequence[tuple[Path, Mutant]], reached: Reached) -> list[dict[str, Any]]:
    """Try mutants, two at once, and say how each went."""
    waiting, told = list(reversed(asked)), []
    running: dict[multiprocessing.connection.Connection, tuple[Any, Path, Mutant, int, float]] = {}
    while waiting or running:
        while waiting and len(running) < _AT_ONCE:
            module, fault = waiting.pop()
            tests = tests_of(module, fault, reached)
            if not tests:
                told.append(_told(module, fault, "no test calls it", 0))
                continue
            limit = 60.0 + 10 * sum(reached[test][0] for test in tests)
            process, answers = _begin(
                lambda send, m=module, f=fault, t=tests: send(try_out(m, f, t))  # type: ignore[misc]
            )
            running[answers] = (process, module, fault, len(tests), time.monotonic() + limit)
        ready = multiprocessing.connection.wait(list(running), timeout=1.0)
        for answers, (process, module, fault, count, until) in list(running.items()):
            if answers not in ready and time.monotonic() < until:
                continue
            try:
                failed = str(answers.recv()) if answers in ready else "too long"
            except EOFError:
                failed = "the process ended"
            _end(process)
            del running[answers]
            told.append(_told(module, fault, failed or "survived", count))
    return told


def _told(module: Path, fault: Mutant, how: str, tests: int) -> dict[str, Any]:
    if how in ("survived", "no test calls it"):
        print(
            f"{module}:{fault.line} {fault.function}: {fault.before[:90]} -> {fault.after[:90]}  ({how})",
            flush=True,
        )
    return {
        "module": str(module),
        "number": fault.number,
        "line": fault.line,
        "function": fault.function,
        "before": fault.before,
        "after": fault.after,
        "how": how,
        "tests": tests,
    }


def modules_of(paths: Sequence[Path]) -> list[Path]:
    """Return the modules that are asked for, relative to the project."""
    found: list[Path] = []
    for path in paths or MODULES:
        at = ROOT / path
        files = sorted(at.rglob("*.py")) if at.is_dir() else [at]
        found += [file.relative_to(ROOT) for file in files if file.name != "__init__.py"]
    return found


def main() -> int:
    """Try mutants of the modules asked for; write what became of each."""
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(ROOT / "build" / "mutation-hypothesis")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", type=Path)
    parser.add_argument("--each", type=int, default=20, help="mutants of each module; 0: all")
    parser.add_argument("--lines", default="", help="only the mutants of these lines: 12,40-60")
    parser.add_argument("--tests", action="append", default=[], help="folders or files of tests")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "mutation.json")
    parser.add_argument("--reach", type=Path, default=ROOT / "build" / "mutation-reach.json")
    asked = parser.parse_args()
    files: list[Path] = []
    for folder in asked.tests or TESTS:
        at = ROOT / folder
        files += sorted(at.rglob("test_*.py")) if at.is_dir() else [at]
    reached = reach(files, asked.reach)
    chosen = [
        (module, fault)
        for module in modules_of(asked.modules)
        for fault in _sample(module, asked.each, asked.seed, asked.lines)
    ]
    told = run_all(chosen, reached)
    asked.out.parent.mkdir(exist_ok=True)
    asked.out.write_text(json.dumps(told, indent=1))
    lived = Counter(one["module"] for one in told if one["how"] in ("survived", "no test calls it"))
    print("\n| module | mutants | killed |\n|---|---|---|")
    for name, count in sorted(Counter(one["module"] for one in told).items()):
        print(f"| {name} | {count} | {count - lived[name]} |")
    print(f"| all | {len(told)} | {len(told) - lived.total()} |")
    return 0


def _sample(module: Path, each: int, seed: int, lines: str) -> list[Mutant]:
    found = mutants((ROOT / module).read_text(encoding="utf-8"))
    if lines:
        wanted: set[int] = set()
        for part in lines.split(","):
            low, _, high = part.partition("-")
            wanted |= set(range(int(low), int(high or low) + 1))
        return [fault for fault in found if fault.line in wanted]
    if not each or len(found) <= each:
        return found
    chance = random.Random(f"{seed} {module}")
    return sorted(chance.sample(found, each), key=lambda fault: fault.number)


if __name__ == "__main__":
    sys.exit(main())
