"""The start: what the first picture does without comes behind it, and what is seldom used when asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.shell.making import make_project

ROOT = Path(__file__).parents[1]
# Each stands for what comes with it: what is changed, checked, read, looked for, asked and drawn.
LATER = (
    "annotator.commands",
    "annotator.exporters",
    "annotator.importers",
    "annotator.search",
    "annotator.core.dates",
    "annotator.core.operations",
    "annotator.core.references",
    "annotator.core.worddiff",
    "annotator.language.engine",
    "annotator.structure.interface",
    "annotator.session.project.operations",
    "annotator.session.search",
    "annotator.session.transfer",
    "annotator.storage.backup",
    "annotator.storage.changes",
    "annotator.storage.check",
    "annotator.storage.deltas",
    "annotator.storage.migrations",
    "annotator.storage.removing",
    "annotator.storage.rescue",
    "annotator.ui.features.codebook",
    "annotator.ui.features.page_images.pane",
    "annotator.ui.features.panels.form",
    "annotator.ui.features.review",
    "annotator.ui.features.search",
    "annotator.ui.features.settings",
    "annotator.ui.features.tables",
    "annotator.ui.features.word_review",
    "annotator.ui.shell.actions",
    "annotator.ui.shell.commands",
    "annotator.ui.widgets.ask_text",
    "click",
    "difflib",
    "docx",
    "importlib.resources",
    "lxml",
    "multiprocessing",
    "numpy",
    "pdfplumber",
    "pypdfium2",
    "rapidfuzz",
    "sqlite_utils",
    "subprocess",
    "unittest",
)
# What is made when it is asked for, though every project has its commands.
SELDOM = (
    "annotator.core.codebook_edits",
    "annotator.session.words",
    "annotator.storage.statistics",
    "annotator.ui.features.codebook.dialog",
    "annotator.ui.features.duplicates.dialog",
    "annotator.ui.features.learnt.page",
    "annotator.ui.features.settings.dialog",
    "annotator.ui.features.statistics.page",
    "annotator.ui.features.tables.controller",
    "annotator.ui.features.word_review.page",
)
_PROGRAM = """
import builtins, enum, os, sys
plain_import = builtins.__import__
import annotator.ui.shell.composition as composition

made_rest = composition.Composition.make_rest

def rest(self):
    assert self.session.letter is not None
    assert builtins.__import__ is not plain_import, "PySide6's import is taken off"
    # A class of widgets that nothing here uses: with it, PySide has made them all.
    assert "WizardButton" not in [each.__name__ for each in enum.Enum.__subclasses__()]
    print(*sys.modules)
    made_rest(self)
    print(*sys.modules, flush=True)
    os._exit(0)

composition.Composition.make_rest = rest
from annotator.launch import launch
launch(sys.argv[1:])
"""


def test_what_the_start_does_without_is_not_imported_by_it(tmp_path: Path) -> None:
    project = make_project(tmp_path, ["Geachte voorzitter,\nDe brief.\n"])
    env = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(project), "--analyst", "jan"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    imported, with_rest = (set(line.split()) for line in done.stdout.splitlines())
    assert "annotator.ui.features.letters.panel" in imported
    assert [name for name in LATER if name in imported] == []
    assert "annotator.ui.shell.commands" in with_rest
    assert [name for name in SELDOM if name in with_rest] == []


def test_what_is_plain_is_imported_before_qt() -> None:
    program = "import sys; from annotator.launch import PLAIN; [__import__(name) for name in PLAIN]; "
    program += "print(*sys.modules); import annotator.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    plain, all_of_it = (set(line.split()) for line in done.stdout.splitlines())
    assert "PySide6" not in plain
    later = {name for name in all_of_it - plain if name.startswith("annotator.")}
    assert {name for name in later if not name.startswith(("annotator.ui", "annotator.app"))} <= {
        "annotator.cli",
        "annotator.cli.names",
        "annotator.cli.window_arguments",
        "annotator.language.reasons",
    }
