"""Whether an import recognises the text of pages that are pictures: by the settings, or by asking."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from annotator.ui.context import Context


def mode_for(paths: Sequence[Path], context: Context) -> str:
    """Return `auto` or `never`; asks where the settings say so and what is imported may have such pages."""
    mode = str(context.settings.value("recognise"))
    if mode != "ask":
        return mode
    return "auto" if _may_have_pictures(paths) and _is_wanted(context) else "never"


def _may_have_pictures(paths: Sequence[Path]) -> bool:
    from annotator.importers import IMPORTERS  # not on the way to the first paint

    suffixes = {suffix for importer in IMPORTERS if importer.recognises for suffix in importer.suffixes}
    return any(path.suffix.lower() in suffixes or path.is_dir() for path in paths)


def _is_wanted(context: Context) -> bool:
    box = QMessageBox(context.dialogs.parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(QCoreApplication.translate("Imports", "Recognise the text of pages that are pictures?"))
    box.setInformativeText(
        QCoreApplication.translate(
            "Imports", "It takes a few seconds a page. Without it they come in without text."
        )
    )
    recognise = QCoreApplication.translate("Imports", "&Recognise")
    yes = box.addButton(recognise, QMessageBox.ButtonRole.YesRole)
    box.addButton(QCoreApplication.translate("Imports", "&Leave them"), QMessageBox.ButtonRole.NoRole)
    box.setDefaultButton(yes)
    box.exec()
    return box.clickedButton() is yes
