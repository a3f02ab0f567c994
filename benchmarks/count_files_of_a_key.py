"""Count the files that a key press goes through until what it typed is on the disk.

Run: python benchmarks/count_files_of_a_key.py. A letter of 200 words is typed in, in a window
that has settled. Counted are the files of `annotator/` of which a function ran in the call chain from the key
to the commit: in the window's thread from the key press to the handing over to the writer, in the writer's
thread until it has committed. Files that only hear of it (panels, counts, workers) are listed apart.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, press, settle, until  # isort: skip

from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from benchmarks.big_project import STAMP, full_letter, kamerbrief_codebook, new_from

# Where what is typed becomes a change of the letter, and where a change is written.
ENTERED = ("core/typing_run.py", "storage/write_line.py", "storage/changes.py", "storage/texts.py")
# What runs under these is of the text model itself, and so on the way.
MODEL = ("core/typing_run.py", "session/project/taking.py")
ROOT = Path(__file__).resolve().parent.parent
PACKAGE = str(ROOT / "annotator")


class Stacks:
    """Notes which files stand on the stack when the text model or the file is entered, in any thread."""

    def __init__(self) -> None:
        self.heard: set[str] = set()
        self.on_the_way: set[str] = set()
        self.is_noting = False

    def note(self, frame: FrameType, event: str, _: Any) -> None:
        """Look at one call."""
        name = frame.f_code.co_filename
        if not self.is_noting or event != "call" or not name.startswith(PACKAGE):
            return
        self.heard.add(name)
        stack: set[str] = set()
        at: FrameType | None = frame
        while at is not None:
            stack.add(at.f_code.co_filename)
            at = at.f_back
        if name.endswith(ENTERED) or any(each.endswith(MODEL) for each in stack):
            self.on_the_way |= {each for each in stack if each.startswith(PACKAGE)}


def main() -> None:
    """Type a sign into a letter and say which files it went through."""
    stacks = Stacks()
    threading.setprofile(stacks.note)
    application()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "P.kant")
        with Store.create(path, kamerbrief_codebook(), STAMP.analyst) as store:
            letters = [new_from(full_letter(200, 5, 2, pages=1), "a.txt")]
            store.do(lambda conn: add_letters(conn, letters))
        with opened_window(path, Path(name, "settings")) as window:
            session = window.session
            assert session is not None
            window.composition.workspace.navigation.set_editing(True)
            window.views.text.move_caret(40)
            settle(3.0)
            stacks.is_noting = True
            sys.setprofile(stacks.note)
            press(window.views.text, "b")
            session.flush_typing()
            until(lambda: session.save_state.state == "saved")
            sys.setprofile(None)
            stacks.is_noting = False
    say("from the key to the disk", stacks.on_the_way)
    say("that heard of it, for what is shown and reckoned", stacks.heard - stacks.on_the_way)


def say(what: str, files: set[str]) -> None:
    """Print a list of files."""
    print(f"{len(files)} files {what}")
    for name in sorted(files):
        print(f"  {Path(name).relative_to(ROOT)}")


if __name__ == "__main__":
    main()
