"""Run Python as another user: root may read and write everything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache

import pytest

NOBODY = 65534


@cache
def _why_not(user: int) -> str:
    """Return why nothing can be run as a user; nothing where it can."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("setpriv") is None:
        return "another user is needed: run as root, with setpriv"
    tried = subprocess.run([*_command(user), "-c", "import annotator"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "another user cannot run this Python"


def _command(user: int) -> list[str]:
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", sys.executable]


def need_other_user(user: int = NOBODY) -> None:
    """Skip the test where nothing can be run as another user."""
    if reason := _why_not(user):
        pytest.skip(reason)


def run_python(*arguments: str, user: int = NOBODY) -> subprocess.CompletedProcess[str]:
    """Run Python with arguments as another user; skip the test where that cannot be."""
    need_other_user(user)
    return subprocess.run([*_command(user), *arguments], capture_output=True, text=True, check=False)
