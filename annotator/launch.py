"""Tell a command without a window from a start of the window, without importing more than that takes.

What stands here runs before anything can go wrong in order: with hardly any memory, without an output, and
with Ctrl+C while modules are imported. So this module imports nothing at its top but what Python has loaded.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_TOO_LITTLE_MEMORY = "there is not enough memory for this."
_SPARE = 32 << 20  # bytes that there are where memory is not the fault
_STOPPED = 130  # as a shell has it for what Ctrl+C ended
# What the window's first picture needs and what is no Qt, with all that it imports.
PLAIN = (
    "annotator.jobs.lazy",
    "annotator.session.codebook.reading",
    "annotator.session.pages.reading",
    "annotator.session.project.letters",
    "annotator.session.project.opening",
    "annotator.session.suspects.suspecting",
)
_HELP = ("--help", "-h", "--version")


def launch(arguments: Sequence[str]) -> int:
    """Run a command, or open the window; return the exit code."""
    try:
        return _launched(list(arguments))
    except Exception as error:
        if _is_for_want_of_memory(error):
            return _failed(_TOO_LITTLE_MEMORY)
        raise


def _is_for_want_of_memory(error: Exception) -> bool:
    """Tell whether an error came of too little memory: it takes many shapes, also that of an import, of a
    thread that cannot be started, and of Python's own `SystemError`."""
    if isinstance(error, MemoryError):
        return True
    try:
        bytearray(_SPARE)
    except MemoryError:
        return True
    # A library that does not fit any more may be larger than that.
    return type(error) is ImportError and any(word in str(error) for word in ("map segment", "memory"))


def _launched(arguments: list[str]) -> int:
    if "_KANTTEKENING_COMPLETE" in os.environ:
        from annotator.cli.completion import complete
        from annotator.cli.main import cli

        return complete(cli)
    from annotator.cli.names import COMMANDS

    before_files = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asked = [each for each in before_files if each in _HELP][:1]
    is_command = bool(arguments) and arguments[0] in COMMANDS
    if is_command or asked:
        from annotator.cli.main import main

        return main(arguments if is_command else asked, _render)
    from annotator.cli.window_arguments import read

    options = read(arguments)
    if isinstance(options, int):
        return options
    import gc

    # While all is made nothing is thrown away; after the first picture `IdleCollector` collects.
    gc.disable()
    # Once PySide is there it reads the source of each module that follows, to see whether that asks for its
    # features: what is plain comes before it.
    for name in PLAIN:
        __import__(name)
    from annotator.app import run

    return run(options)


def _render(*arguments: Any, **options: Any) -> None:
    from annotator.app import screenshot

    screenshot(*arguments, **options)


def _failed(sentence: str) -> int:
    """Say what went wrong, with no more than there is, and return the exit code of a failed job."""
    try:
        sys.stderr.write(f"kanttekening: {' '.join(sentence.split())}\n")
    except Exception:
        return 1  # nobody hears
    return 1


def main() -> int:
    """Start from the command line of this process."""
    _have_streams()
    end_quietly_by_ctrl_c()
    code = launch(sys.argv[1:])
    _end_streams()
    return code


def end_quietly_by_ctrl_c() -> None:
    """Have Ctrl+C end the process at once and without a word: nothing has begun that could be half done.

    Commands and the window put their own answer in its place when they begin.
    """
    import _signal  # type: ignore[import-not-found]  # built in; `signal` imports more

    if _signal.getsignal(_signal.SIGINT) is not _signal.SIG_IGN:
        _signal.signal(_signal.SIGINT, lambda *_: os._exit(_STOPPED))


def _have_streams() -> None:
    """Put a stream that cannot be written to where there is none.

    Else the next file that is opened would take its number, and what is said would go into it.
    """
    for number, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is not None:
            continue
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is this one.
            os.open(os.devnull, os.O_WRONLY if number == 0 else os.O_RDONLY)
            stream = os.fdopen(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False)
            setattr(sys, name, stream)


def _end_streams() -> None:
    """Hear no more signals, and let what could not be written be: Python would complain of it at its end."""
    import _signal

    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _write_nowhere(stream)


def _write_nowhere(stream: Any) -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
