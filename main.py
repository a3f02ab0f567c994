"""Start Kanttekening: the window, or a command without one."""

from __future__ import annotations

import sys


def main() -> int:
    """Hand the command line to the program; return its exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a bundle starts its worker processes by itself
    from annotator.launch import main as launch

    return launch()


if __name__ == "__main__":
    sys.exit(main())
