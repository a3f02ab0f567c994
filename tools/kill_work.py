"""Kill long work at random moments, again and again, and look at what is left.

    python tools/kill_work.py [--rounds 500] [--seed 1] [--work import,everywhere,…]

Each round does one piece of work in a process of its own and kills it (`kill -9`; exports to several formats
also by what Ctrl+C and a system that goes down send) at a random moment. The
project must then open without faults, have all that was said to be done, and the same work must be done
without a trace of the kill when it is asked for again: no draft is left anywhere. Exit code 1 where it is
not so.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LETTERS, IN_LETTER = 60, 5
FILES, AT_ONCE = 60, 10
BACKUPS = 4
_TITLE = "Brief {n}\n\n"
_NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
_SAMPLE = ROOT / "resources" / "sample"
_FORMATS = ("pdf", "page", "docx", "txt")
_FIXTURES = ROOT / "tests" / "storage" / "fixtures"


def say(what: str) -> None:
    """Say a line to the process that kills: at once, whole."""
    os.write(1, f"{what}\n".encode())


def quiet(what: str) -> None:
    """Say nothing: nobody listens."""


Say = Callable[[str], None]


def text_of(number: int) -> str:
    """Return the text of a letter."""
    return _TITLE.format(n=number) + f"De Minister van Belgié sprak over nummer {number}.\n" * IN_LETTER


# --- the works: what is made before, what is done until the kill, what must hold afterwards -----------------


def make_project(path: Path, letters: int) -> None:
    """Make a project with letters."""
    from annotator.storage.letters import add_letters
    from annotator.storage.store import Store
    from tests.storage.making import CODEBOOK, added, letter

    with Store.create(path, CODEBOOK, "jan") as store:
        new = [added(letter(text_of(n), f"Brief {n}"), f"{n}.txt") for n in range(letters)]
        store.do(lambda conn: add_letters(conn, new))


def set_up_import(path: Path) -> None:
    make_project(path, 0)
    files = path.with_name("files")
    files.mkdir()
    for number in range(FILES):
        (files / f"{number:03}.txt").write_text(text_of(number), encoding="utf-8")


def do_import(path: Path, say: Say = quiet) -> None:
    from annotator.session.transfer.importing import import_paths
    from annotator.storage.store import Store

    files = sorted(path.with_name("files").iterdir())
    with Store.open(path, must_write=True) as store:
        say("begin")
        for at in range(0, FILES, AT_ONCE):
            import_paths(store, files[at : at + AT_ONCE], "jan")
            say(f"done {at + AT_ONCE}")


def after_import(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.store import Store

    with Store.open(path, must_write=True) as store:
        found = [store.reader.letter(n).text for n in store.reader.letter_ids()]
    wanted = {text_of(n) for n in range(FILES)}
    if len(found) < done or not set(found) <= wanted:
        yield f"{len(found)} letters where {done} were said to be there, or a letter is not whole"
    do_import(path)
    with Store.open(path) as store:
        if sorted(store.reader.letter(n).text for n in store.reader.letter_ids()) != sorted(wanted):
            yield "taken up again, the import does not have each letter once"


def set_up_everywhere(path: Path) -> None:
    make_project(path, LETTERS)


def do_everywhere(path: Path, say: Say = quiet) -> None:
    from annotator.session import Session
    from annotator.session.project import labels
    from annotator.session.search.everywhere import Replace, correct_everywhere, find_everywhere
    from annotator.storage.store import Store

    with Store.open(path, must_write=True) as store:
        session = Session(store, "jan")
        say("begin")
        readings = ("Belgié", "België")
        for number in range(4):
            old, new = readings[number % 2], readings[1 - number % 2]
            what = Replace(new, reading=old)
            places = find_everywhere(store, what, None, lambda done, name: None, lambda: False)
            deltas = correct_everywhere(store, places, None, session.stamp(), lambda done, name: None)
            session.do_all(labels.corrected_all(old, new, len(places)), deltas)
            store.flush()
            say(f"done {number + 1}")


def after_everywhere(path: Path, done: int) -> Iterator[str]:
    from annotator.session import Session
    from annotator.storage.store import Store

    with Store.open(path, must_write=True) as store:
        session = Session(store, "jan")
        texts = {store.reader.letter(n).text.count("Belgié") for n in store.reader.letter_ids()}
        changes = store.reader.last_change_id()
        if texts not in ({0}, {IN_LETTER}):
            yield "some places are corrected and some are not"
        elif texts != {IN_LETTER if changes % 2 == 0 else 0} or changes < done:
            yield f"{changes} changes where {done} were said to be saved"
        session.open_letter(1)
        for _ in range(2 * changes):
            session.undo()
        store.flush()
        if [store.reader.letter(n + 1).text for n in range(LETTERS)] != [text_of(n) for n in range(LETTERS)]:
            yield "undo does not lead back to the beginning"


def set_up_backup(path: Path) -> None:
    make_project(path, LETTERS)


def do_backup(path: Path, say: Say = quiet) -> None:
    from annotator.storage.backup_names import folder_of
    from annotator.storage.backups.making import back_up
    from annotator.storage.letters import add_letters
    from annotator.storage.store import Store
    from tests.storage.making import added, letter

    with Store.open(path, must_write=True) as store:
        say("begin")
        for number in range(BACKUPS):
            back_up(path, folder_of(path), "jan", moment=_NOON + timedelta(hours=number))
            say(f"done {number + 1}")
            new = added(letter(text_of(1000 + number)), "new.txt")
            store.do(lambda conn, new=new: add_letters(conn, [new]))


def after_backup(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.backup_names import folder_of
    from annotator.storage.backups.folder import backup_paths, list_backups
    from annotator.storage.backups.making import back_up
    from annotator.storage.backups.restoring import restore
    from annotator.storage.check import check
    from annotator.storage.store import Store

    folder = folder_of(path)
    Store.open(path, must_write=True).close()
    later = back_up(path, folder, "jan", moment=_NOON + timedelta(days=1))
    found = list_backups(folder)
    if len(found) < min(done, 3) or len(found) != len(backup_paths(folder)):
        yield f"{len(found)} backups where {done} were made, or one is half"
    if later.sources_left or list(folder.glob(".*.part")):
        yield "a draft is left, or sources are in no pack"
    for backup in found:
        elsewhere = path.with_name("restored.kant")
        elsewhere.unlink(missing_ok=True)
        restored = restore(backup.path, elsewhere)
        if restored.sources_missing or restored.letters < LETTERS or check(elsewhere):
            yield f"the backup {backup.path.name} does not come back whole"


def set_up_restore(path: Path) -> None:
    make_project(path, LETTERS)
    do_backup(path)


def do_restore(path: Path, say: Say = quiet) -> None:
    from annotator.storage.backup_names import folder_of
    from annotator.storage.backups.folder import list_backups
    from annotator.storage.backups.restoring import restore

    say("begin")
    for number, backup in enumerate(list_backups(folder_of(path))):
        restore(backup.path, path)
        say(f"done {number + 1}")


def after_restore(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.backup_names import copies_beside
    from annotator.storage.check import check
    from annotator.storage.store import Store

    with Store.open(path, must_write=True) as store:
        letters = store.reader.letters_count()
    # The newest backup has all but the last letter; each older one has one less.
    before = LETTERS + BACKUPS if done == 0 else LETTERS + BACKUPS - done
    if letters not in (before, LETTERS + BACKUPS - done - 1):
        yield f"{letters} letters after {done} restores"
    kept = copies_beside(path)
    if len(kept) < done or any(check(copy) for copy in kept):
        yield "what was there before is not kept"
    do_restore(path)


def set_up_migration(path: Path) -> None:
    shutil.copy(random.choice(sorted(_FIXTURES.glob("schema_*.kant"))[:-1]), path)


def do_migration(path: Path, say: Say = quiet) -> None:
    from annotator.storage import upgrade  # noqa: F401  brought in before the clock runs
    from annotator.storage.store import Store

    say("begin")
    Store.open(path, must_write=True).close()
    say("done 1")


def after_migration(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.check import check
    from annotator.storage.store import Store

    copies = list(path.parent.glob("*.bak"))
    with Store.open(path, must_write=True) as store:
        if store.reader.letter(1).quote("p") != "motie Jansen" or store.reader.letters_count() != 2:
            yield "the letters are not what they were"
        while (change := store.reader.next_undo()) is not None:
            from tests.storage.making import save

            save(store, change.id, {}, "undo")
    if done and not copies:
        yield "there is no copy of the project before its update"
    for copy in [*copies, *path.parent.glob("*.bak")]:
        with Store.open(copy) as store:  # a copy is a whole project of old, or it has no name
            if store.reader.letter(1).quote("p") != "motie Jansen":
                yield "the copy made before is not the project of old"
        if check(copy):
            yield "the copy made before has faults"


def set_up_removal(path: Path) -> None:
    make_project(path, LETTERS)
    do_backup(path)


def do_removal(path: Path, say: Say = quiet) -> None:
    import threading

    from annotator.storage.store import Store

    with Store.open(path, must_write=True) as store:
        say("begin")
        for number in range(3):
            ended = threading.Event()
            end = ended.set
            store.remove_letters(
                [number + 1],
                from_backups=True,
                done=lambda _, end=end: end(),  # type: ignore[misc]
                failed=lambda _, end=end: end(),  # type: ignore[misc]
            )
            ended.wait(30)
            say(f"done {number + 1}")


def after_removal(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.backup_names import folder_of
    from annotator.storage.backups.erasing import erase_everywhere
    from annotator.storage.backups.folder import list_backups
    from annotator.storage.backups.restoring import restore
    from annotator.storage.check import check
    from annotator.storage.store import Store

    with Store.open(path, must_write=True) as store:
        there = set(store.reader.letter_ids())
    gone = {n for n in (1, 2, 3) if n not in there}
    if len(gone) < done:
        yield f"{len(gone)} letters are gone where {done} were said to be"
    traces = [f"nummer {n - 1}.".encode() for n in range(1, done + 1)]
    for file in [f for f in path.parent.rglob("*") if f.is_file()]:
        if any(trace in file.read_bytes() for trace in traces):
            yield f"text of a removed letter is left in {file.name}"
    erase_everywhere(path, folder_of(path), [])
    for backup in list_backups(folder_of(path)):
        elsewhere = path.with_name("restored.kant")
        elsewhere.unlink(missing_ok=True)
        if restore(backup.path, elsewhere).sources_missing or check(elsewhere):
            yield f"the backup {backup.path.name} does not come back whole"


def set_up_copy(path: Path) -> None:
    make_project(path, LETTERS)


def do_copy(path: Path, say: Say = quiet) -> None:
    from annotator.storage.backup import backup

    say("begin")
    for number in range(4):
        backup(path, path.with_name("copy.kant"), replace=True)
        say(f"done {number + 1}")


def after_copy(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.check import check
    from annotator.storage.store import Store

    Store.open(path, must_write=True).close()  # the next start: what was left goes
    copy = path.with_name("copy.kant")
    if (done and not copy.exists()) or (copy.exists() and check(copy)):
        yield "the copy is not there or not whole"
    do_copy(path)


def set_up_export(path: Path) -> None:
    make_project(path, LETTERS)


def do_export(path: Path, say: Say = quiet) -> None:
    from annotator.session.transfer.exporting import Wish, export_letters
    from annotator.storage.store import Store

    with Store.open(path, read_only=True) as store:
        say("begin")
        for number in range(4):
            export_letters(store, Wish("txt"), path.with_name("out"), force=True)
            say(f"done {number + 1}")


def after_export(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.store import Store

    Store.open(path, must_write=True).close()  # the next start: what was left goes
    wanted = {text_of(n) for n in range(LETTERS)}
    files = list(path.with_name("out").glob("*")) if path.with_name("out").exists() else []
    if any(not file.is_file() or file.read_text(encoding="utf-8") not in wanted for file in files):
        yield "something other than whole files is left of the export"
    if done and len(files) != LETTERS:
        yield f"{len(files)} files where {LETTERS} were said to be there"
    do_export(path)


def set_up_formats(path: Path) -> None:
    from annotator.session.transfer.importing import import_paths
    from annotator.storage.store import Store

    make_project(path, IN_LETTER)
    with Store.open(path, must_write=True) as store:
        import_paths(store, list(_SAMPLE.glob("*.pdf")), "jan")


def do_formats(path: Path, say: Say = quiet) -> None:
    from annotator.launch import launch
    from annotator.session.transfer import one_moment

    one_moment.LONG = 0.0  # so that the copy of the moment is killed, too
    formats = [word for name in _FORMATS for word in ("--format", name)]
    say("begin")
    for number in range(2):
        if launch(["export", str(path), *formats, "--out", str(path.with_name("out")), "--force"]):
            return
        say(f"done {number + 1}")


def after_formats(path: Path, done: int) -> Iterator[str]:
    from annotator.storage.store import Store

    Store.open(path, must_write=True).close()  # the next start: what was left goes
    out = path.with_name("out")
    found = {str(file.relative_to(out)) for file in out.rglob("*") if file.is_file()}
    for name in found:
        if not is_whole(out / name):
            yield f"{name} is not whole"
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        do_formats(path)
    wanted = {str(file.relative_to(out)) for file in out.rglob("*") if file.is_file()}
    if not found <= wanted or (done and found != wanted):
        yield f"{len(found)} files are there of {len(wanted)}, after {done} exports"


def is_whole(file: Path) -> bool:
    """Tell whether a file can be read to its end by what it is for."""
    import zipfile

    import pikepdf
    from lxml import etree

    try:
        if file.suffix == ".pdf":
            with pikepdf.open(file) as pdf:
                return len(pdf.pages) > 0 and not pdf.check_pdf_syntax()
        if file.suffix == ".docx":
            with zipfile.ZipFile(file) as archive:
                return archive.testzip() is None
        if file.suffix == ".xml":
            return etree.parse(str(file)).getroot() is not None
        return file.read_text(encoding="utf-8").endswith("\n")
    except (OSError, ValueError, pikepdf.PdfError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return False


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work: how it is set up and done, what must hold when it was killed after some steps, and by
    which signals it is killed."""

    set_up: Callable[[Path], None]
    do: Callable[[Path, Say], None]
    after: Callable[[Path, int], Iterator[str]]
    signals: Sequence[signal.Signals] = (signal.SIGKILL,)


WORKS = {
    "import": Work(set_up_import, do_import, after_import),
    "everywhere": Work(set_up_everywhere, do_everywhere, after_everywhere),
    "backup": Work(set_up_backup, do_backup, after_backup),
    "restore": Work(set_up_restore, do_restore, after_restore),
    "migration": Work(set_up_migration, do_migration, after_migration),
    "removal": Work(set_up_removal, do_removal, after_removal),
    "copy": Work(set_up_copy, do_copy, after_copy),
    "export": Work(set_up_export, do_export, after_export),
    "formats": Work(
        set_up_formats, do_formats, after_formats, (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
    ),
}


# --- the process that kills ---------------------------------------------------------------------------------


def run(
    name: str, path: Path, kill_after: float | None, by: signal.Signals = signal.SIGKILL
) -> tuple[int, float, str]:
    """Do the work until the kill; return the steps it said were done, how long it took, and its stderr."""
    command = [sys.executable, str(Path(__file__).resolve()), "--do", name, "--path", str(path)]
    errors = path.with_name("stderr.txt")
    with (
        errors.open("wb") as err,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err, start_new_session=True) as child,
    ):
        assert child.stdout is not None
        said = child.stdout.readline()
        begun = time.perf_counter()
        if kill_after is not None:
            while time.perf_counter() - begun < kill_after and child.poll() is None:
                time.sleep(0.0005)
            child.send_signal(by)
        said += child.stdout.read()
        took = time.perf_counter() - begun
    steps = [int(line[5:]) for line in said.decode().split("\n") if line.startswith("done ")]
    return max(steps, default=0), took, errors.read_text(encoding="utf-8", errors="replace")


def drafts_below(folder: Path) -> list[Path]:
    """Return the drafts in a folder, and the notes of where drafts are."""
    return [path for path in folder.rglob("*") if path.name.startswith(".kanttekening-")]


def one_round(name: str, template: Path, seed: int, longest: float) -> list[str]:
    """Kill one piece of work and look at what is left."""
    from annotator.core.user_errors import UserError
    from annotator.storage.check import check

    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")  # has the notes of where drafts are
        place = Path(folder) / "work"
        shutil.copytree(template.parent, place)
        path = place / template.name
        done, _, errors = run(name, path, chance.random() * longest, chance.choice(WORKS[name].signals))
        faults = [errors[-1000:]] if "Traceback" in errors else []
        try:
            faults += WORKS[name].after(path, done)
            faults += [str(fault) for fault in check(path)]
            faults += [f"{draft.name} is left" for draft in drafts_below(Path(folder))]
        except UserError as problem:
            faults.append(f"after {done} steps: {problem}")
    return faults


def rounds_of(name: str, count: int, seed: int) -> list[str]:
    """Kill a kind of work so many times; return what was wrong."""
    random.seed(seed)
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template" / "P.kant"
        template.parent.mkdir()
        WORKS[name].set_up(template)
        trial = Path(folder) / "trial"
        shutil.copytree(template.parent, trial)
        steps, longest, errors = run(name, trial / template.name, None)
        if not steps:
            return [f"{name} does nothing: {errors[-1000:]}"]
        for number in range(seed, seed + count):
            if name == "migration":
                template.unlink()
                WORKS[name].set_up(template)
            faults += [
                f"{name}, round {number}: {fault}" for fault in one_round(name, template, number, longest)
            ]
    return faults


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the rounds and print what they found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", default=",".join(WORKS))
    parser.add_argument("--do", choices=WORKS, help=argparse.SUPPRESS)
    parser.add_argument("--path", type=Path, help=argparse.SUPPRESS)
    asked: Any = parser.parse_args(arguments)
    if asked.do:
        WORKS[asked.do].do(asked.path, say)
        return 0
    names, bad = asked.work.split(","), 0
    for number, name in enumerate(names):
        count = asked.rounds // len(names) + (number < asked.rounds % len(names))
        faults = rounds_of(name, count, asked.seed)
        bad += len(faults)
        for fault in faults:
            print(fault, flush=True)
        print(f"{name}: {count} kills, {len(faults)} faults", flush=True)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
