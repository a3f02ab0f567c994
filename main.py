"""Start Kanttekening: the window, or a command without one."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    # Before anything else is imported: Ctrl+C ends the program without a word. `_signal` is built in.
    import _signal  # type: ignore[import-not-found]
    import os

    if _signal.getsignal(_signal.SIGINT) is not _signal.SIG_IGN:
        _signal.signal(_signal.SIGINT, lambda *_: os._exit(130))


def main() -> int:
    """Hand the command line to the program; return its exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a bundle starts its worker processes by itself
    from annotator.launch import main as launch

    return launch()


if __name__ == "__main__":
    sys.exit(main())
