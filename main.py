"""Start Kanttekening: the window, or a command without one."""

from __future__ import annotations

import sys


def main() -> int:
    """Hand the command line to the program; return its exit code."""
    import multiprocessing

    from annotator.launch import launch

    multiprocessing.freeze_support()  # a bundle starts its worker processes by itself
    return launch(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
