"""An export is whole or it leaves nothing: not on a full disk, when stopped, where a file is in the way."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.codebook import Codebook
from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.exporters import (
    EXPORTERS,
    ExportCancelled,
    ExportContext,
    Exporter,
    ExportLetter,
    FileInTheWay,
    Part,
    Piece,
    export,
    export_together,
    exporter_of,
    writing,
)
from tests.other_user import run_python
from tests.pdf_making import at, page, pdf_of

TEXT = exporter_of("txt")


def contents(folder: Path) -> dict[str, str]:
    """Return everything in the folder, hidden files too."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def refusal(*args: object, **options: object) -> str:
    with pytest.raises(UserError) as caught:
        export(*args, **options)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.fixture
def letters(example: ExportLetter) -> list[ExportLetter]:
    return [replace(example, id=number, uid=f"letter-{number}") for number in (1, 2, 3)]


@pytest.fixture
def names() -> list[str]:
    return [f"000{number}-verslag-navo-ministeriele.txt" for number in (1, 2, 3)]


def test_the_paths_are_returned_and_nothing_else_is_left(
    letters: list[ExportLetter], codebook: Codebook, names: list[str], tmp_path: Path
) -> None:
    assert export(TEXT, letters, ExportContext(codebook), tmp_path) == [tmp_path / name for name in names]
    assert contents(tmp_path) == dict.fromkeys(names, letters[0].letter.text)


def test_line_ends_are_the_same_on_every_system(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    [path, *_] = export(TEXT, letters, ExportContext(codebook), tmp_path)
    assert path.read_bytes() == letters[0].letter.text.encode()


def scan() -> bytes:
    """Return a PDF of one page: a format may be made of the source."""
    return pdf_of(page(at(72, 100, "Brief")))


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.id)
def test_every_format_can_be_written(
    exporter: Exporter, letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    out = tmp_path / f"made{exporter.suffix}" if exporter.suffix else tmp_path
    scans = [replace(one, source=scan) for one in letters]
    made = export(exporter, scans, ExportContext(codebook), out)
    assert made and all(path.stat().st_size for path in made)


def test_the_texts_and_the_json_go_into_one_folder(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    made = [
        path
        for exporter in EXPORTERS[:4]
        for path in export(exporter, letters, ExportContext(codebook), tmp_path)
    ]
    assert len(set(made)) == 12


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"no format wp51: .* txt, reflow, ocr, .*json, csv"):
        exporter_of("wp51")


def test_the_folder_is_made(letters: list[ExportLetter], codebook: Codebook, tmp_path: Path) -> None:
    assert (
        export(TEXT, letters, ExportContext(codebook), tmp_path / "a" / "b")[0].parent == tmp_path / "a" / "b"
    )


def test_progress_counts_the_letters(letters: list[ExportLetter], codebook: Codebook, tmp_path: Path) -> None:
    seen: list[int] = []
    export(TEXT, letters, ExportContext(codebook), tmp_path, progress=seen.append)
    assert seen == [1, 2, 3]


def test_many_files_can_alternate(codebook: Codebook, tmp_path: Path) -> None:
    def pieces(_letters: Iterable[ExportLetter], _context: ExportContext) -> Iterator[Piece]:
        for part in "abc":
            yield from (Piece(f"{number}.txt", part.encode()) for number in range(20))

    export(Exporter("many", Message("Export", "Many"), pieces), [], ExportContext(codebook), tmp_path)
    assert contents(tmp_path) == {f"{number}.txt": "abc" for number in range(20)}


def toy(*made: tuple[str, bytes], suffix: str = "") -> Exporter:
    """Return an exporter that makes these pieces."""

    def pieces(_letters: Iterable[ExportLetter], _context: ExportContext) -> Iterator[Piece]:
        for _ in _letters:
            pass
        yield from (Piece(name, data) for name, data in made)

    return Exporter("toy", Message("Export", "Toy"), pieces, suffix)


def test_bytes_are_written_as_they_are(codebook: Codebook, tmp_path: Path) -> None:
    [path] = export(toy(("a.bin", b"\xff\x00\r\n")), [], ExportContext(codebook), tmp_path)
    assert path.read_bytes() == b"\xff\x00\r\n"


def test_a_format_may_make_one_file(codebook: Codebook, tmp_path: Path) -> None:
    one = toy(("", b"a"), ("", b"b"), suffix=".toy")
    out = tmp_path / "new" / "all.toy"
    assert export(one, [], ExportContext(codebook), out) == [out]
    assert (out.read_bytes(), [p.name for p in out.parent.iterdir()]) == (b"ab", ["all.toy"])
    assert "is already there" in refusal(one, [], ExportContext(codebook), out)
    assert export(one, [], ExportContext(codebook), out, force=True) == [out]


def test_files_may_lie_in_folders(codebook: Codebook, tmp_path: Path) -> None:
    made = export(toy(("a/b/c.bin", b"c"), ("a/d.bin", b"d")), [], ExportContext(codebook), tmp_path)
    assert made == [tmp_path / "a/b/c.bin", tmp_path / "a/d.bin"]
    assert {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")} == {
        "a",
        "a/b",
        "a/b/c.bin",
        "a/d.bin",
    }


def test_a_failed_move_leaves_no_folders(
    codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    replace_file = os.replace

    def fails(source: Path, target: Path) -> None:
        if "new" in Path(source).parts and Path(target).name == "d.bin":
            raise PermissionError(errno.EACCES, "open elsewhere")
        replace_file(source, target)

    monkeypatch.setattr(writing.os, "replace", fails)  # type: ignore[attr-defined]
    refusal(toy(("a/b/c.bin", b"c"), ("d.bin", b"d")), [], ExportContext(codebook), tmp_path)
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")] == ["a"]


@pytest.mark.parametrize("name", ["/etc/a", "../a", "a/../../b", ""])
def test_no_file_leaves_the_folder(name: str, codebook: Codebook, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no name of a file"):
        export(toy((name, b"a")), [], ExportContext(codebook), tmp_path / "in")
    assert list(tmp_path.iterdir()) == []


def test_a_long_file_can_be_cancelled_between_its_pieces(codebook: Codebook, tmp_path: Path) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) == 3

    pieces = [("", b"x")] * 100
    with pytest.raises(ExportCancelled):
        export(
            toy(*pieces, suffix=".toy"), [], ExportContext(codebook), tmp_path / "a.toy", cancelled=cancelled
        )
    assert (len(asked), list(tmp_path.iterdir())) == (3, [])


def test_a_file_in_the_way_is_named_and_kept(
    letters: list[ExportLetter], codebook: Codebook, names: list[str], tmp_path: Path
) -> None:
    (tmp_path / names[1]).write_text("oud", encoding="utf-8")
    assert f"{names[1]} is already there" in refusal(TEXT, letters, ExportContext(codebook), tmp_path)
    assert contents(tmp_path) == {names[1]: "oud"}


def test_a_dangling_link_is_in_the_way(
    letters: list[ExportLetter], codebook: Codebook, names: list[str], tmp_path: Path
) -> None:
    (tmp_path / names[1]).symlink_to(tmp_path / "weg")
    assert "is already there" in refusal(TEXT, letters, ExportContext(codebook), tmp_path)


def test_a_file_that_appears_meanwhile_is_kept(
    letters: list[ExportLetter], codebook: Codebook, names: list[str], tmp_path: Path
) -> None:
    def appears(done: int) -> None:
        if done == 3:
            (tmp_path / names[2]).write_text("oud", encoding="utf-8")

    refusal(TEXT, letters, ExportContext(codebook), tmp_path, progress=appears)
    assert contents(tmp_path) == {names[2]: "oud"}


def test_force_replaces_files(
    letters: list[ExportLetter], codebook: Codebook, names: list[str], tmp_path: Path
) -> None:
    (tmp_path / names[1]).write_text("oud", encoding="utf-8")
    export(TEXT, letters, ExportContext(codebook), tmp_path, force=True)
    assert contents(tmp_path) == dict.fromkeys(names, letters[0].letter.text)


def test_force_replaces_a_link_and_not_what_it_points_to(
    letters: list[ExportLetter], codebook: Codebook, names: list[str], tmp_path: Path
) -> None:
    (tmp_path / "elders").write_text("oud", encoding="utf-8")
    (tmp_path / names[1]).symlink_to(tmp_path / "elders")
    export(TEXT, letters, ExportContext(codebook), tmp_path, force=True)
    assert (tmp_path / "elders").read_text(encoding="utf-8") == "oud"


def test_force_does_not_replace_a_folder(
    letters: list[ExportLetter], codebook: Codebook, names: list[str], tmp_path: Path
) -> None:
    (tmp_path / names[1]).mkdir()
    assert "is a folder" in refusal(TEXT, letters, ExportContext(codebook), tmp_path, force=True)
    assert [path.name for path in tmp_path.iterdir()] == [names[1]]


def test_a_stopped_export_leaves_nothing(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    done: list[int] = []
    with pytest.raises(ExportCancelled):
        export(
            TEXT,
            letters,
            ExportContext(codebook),
            tmp_path / "a" / "b",
            progress=done.append,
            cancelled=lambda: len(done) == 2,
        )
    assert (done, list(tmp_path.iterdir())) == ([1, 2], [])


def test_a_bug_of_an_exporter_leaves_nothing(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    def pieces(_letters: Iterable[ExportLetter], _context: ExportContext) -> Iterator[Piece]:
        yield Piece("a.txt", b"a")
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        export(Exporter("bad", Message("Export", "Bad"), pieces), letters, ExportContext(codebook), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing_move", [1, 2, 3])
@pytest.mark.parametrize("links", [True, False])
def test_a_failed_move_puts_everything_back(
    failing_move: int,
    links: bool,
    letters: list[ExportLetter],
    codebook: Codebook,
    names: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in names[1:]:
        (tmp_path / name).write_text("oud", encoding="utf-8")
    moves, replace_file = [], os.replace

    def fails(source: Path, target: Path) -> None:
        if "new" in Path(source).parts:
            moves.append(target)
            if len(moves) == failing_move:
                raise PermissionError(errno.EACCES, "open elsewhere")
        replace_file(source, target)

    def no_links(*_args: object, **_options: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(writing.os, "replace", fails)  # type: ignore[attr-defined]
    if not links:
        monkeypatch.setattr(writing.os, "link", no_links)  # type: ignore[attr-defined]
    assert "open elsewhere" in refusal(TEXT, letters, ExportContext(codebook), tmp_path, force=True)
    assert contents(tmp_path) == dict.fromkeys(names[1:], "oud")


def test_a_disk_that_is_full_when_writing(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.BytesIO):
        def write(self, _data: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", lambda *_: Full())
    assert "is full: nothing was exported" in refusal(TEXT, letters, ExportContext(codebook), tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of files there")
def test_a_file_that_may_grow_no_further(tmp_path: Path) -> None:
    # The limit strikes where a full disk does: in the write of a buffer, or when the file is closed.
    program = """
        import resource, signal, sys
        from annotator.core.codebook import Codebook
        from annotator.core.document import About, Letter
        from annotator.exporters import ExportLetter, export, exporter_of

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        letters = [ExportLetter(n, "", Letter("x" * size, "x" * size, About("a")), "", "", "", "")
                   for n, size in enumerate((100, 1999, 2001))]
        export(exporter_of("txt"), letters, Codebook("k", {}, (), ()), sys.argv[1])
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "nothing was exported" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_rights(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    program = """
        import sys
        from annotator.core.codebook import Codebook
        from annotator.exporters import export, exporter_of

        export(exporter_of("csv"), [], Codebook("k", {}, (), ()), sys.argv[1])
    """
    done = run_python("-c", textwrap.dedent(program), str(tmp_path / "a"))
    assert f"Files in {tmp_path / 'a'} cannot be written" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    (tmp_path / "a").write_text("oud", encoding="utf-8")
    assert "is not a folder" in refusal(TEXT, letters, ExportContext(codebook), tmp_path / "a")
    assert "is not a folder" in refusal(TEXT, letters, ExportContext(codebook), tmp_path / "a" / "b")


def moving(letters: list[ExportLetter], folder: Path, away: Path, behind: int = 1) -> Iterator[ExportLetter]:
    """Give letters; behind one of them somebody moves the folder away."""
    for number, one in enumerate(letters, 1):
        yield one
        if number == behind:
            folder.rename(away)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder with open files cannot be moved there")
@pytest.mark.parametrize("format_id", ["txt", "jsonl"])
@pytest.mark.parametrize("behind", [1, 3])
def test_a_folder_that_is_moved_meanwhile_has_nothing_of_the_export(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path, format_id: str, behind: int
) -> None:
    folder, away = tmp_path / "uit", tmp_path / "elders"
    folder.mkdir()
    (folder / "oud.txt").write_text("oud", encoding="utf-8")
    exporter = exporter_of(format_id)
    out = folder / f"a{exporter.suffix}" if exporter.suffix else folder
    said = refusal(exporter, moving(letters, folder, away, behind), ExportContext(codebook), out)
    assert "nothing was exported" in said
    assert [path.name for path in tmp_path.iterdir()] == ["elders"]
    assert contents(away) == {"oud.txt": "oud"}


@pytest.mark.skipif(sys.platform == "win32", reason="a folder with open files cannot be removed there")
def test_a_folder_that_is_removed_meanwhile_is_not_made_anew(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    def removing() -> Iterator[ExportLetter]:
        for one in letters:
            yield one
            shutil.rmtree(tmp_path / "uit", ignore_errors=True)

    (tmp_path / "uit").mkdir()
    assert "nothing was exported" in refusal(TEXT, removing(), ExportContext(codebook), tmp_path / "uit")
    assert list(tmp_path.iterdir()) == []


def test_several_formats_are_written_or_none(
    letters: list[ExportLetter], codebook: Codebook, tmp_path: Path
) -> None:
    context = ExportContext(codebook)
    (tmp_path / "b.jsonl").write_text("oud", encoding="utf-8")
    parts = [
        Part(TEXT, letters, context, "txt"),
        Part(exporter_of("jsonl"), letters, context, "b.jsonl"),
    ]
    with pytest.raises(FileInTheWay):
        export_together(parts, tmp_path)
    assert contents(tmp_path) == {"b.jsonl": "oud"}
    counted: list[int] = []
    paths = export_together(parts, tmp_path, force=True, progress=counted.append)
    assert len(paths) == 4 and all(path.is_file() for path in paths)
    assert counted == [1, 2, 3, 4, 5, 6]
