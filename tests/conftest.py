"""Set-up of every test: no screen, no user's settings, English, a fixed amount of random testing."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

# All of this must stand before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = ""

# A test never reads nor writes what the user of this machine has: settings, projects, caches.
_HOME = tempfile.TemporaryDirectory(prefix="kanttekening-tests-", ignore_cleanup_errors=True)
for _variable, _folder in (
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_RUNTIME_DIR", "run"),
):
    _path = Path(_HOME.name, _folder)
    _path.mkdir(mode=0o700)
    os.environ[_variable] = str(_path)

# `quick` is for the daily round, `full` is what `make test` runs. A test that needs more than most takes a
# multiple: `@settings(max_examples=10 * settings.default.max_examples)` gives the text model its 10,000.
_SLOW_MACHINES = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("quick", max_examples=30, deadline=None, suppress_health_check=_SLOW_MACHINES)
settings.register_profile("full", max_examples=1000, deadline=None, suppress_health_check=_SLOW_MACHINES)
# What holds a commit up must not differ from run to run: new examples are for who can look at them.
settings.load_profile(os.environ.get("KANTTEKENING_TEST_PROFILE", "quick"))
if os.environ.get("CI"):
    settings.register_profile("steady", parent=settings.default, derandomize=True)
    settings.load_profile("steady")


# A wait ends when what is waited for is there; its limit guards against hanging, however busy the machine is.
_HANGS_MS = 100_000
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    _wait.__kwdefaults__["timeout"] = _HANGS_MS


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test's case after its argument where its value is a file's bytes: those may differ from run to
    run (a moment, a key), and tests that run beside each other are told apart by their names."""
    return argname if isinstance(val, bytes) and len(val) > 60 else None


def pytest_unconfigure() -> None:
    """Remove what the tests kept instead of the user's settings, and what they copied."""
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.clipboard().clear()  # Qt would let go of it after Python has ended, and crash
    _HOME.cleanup()
