"""The codebooks that a new project may begin with: those that come with the program, or one of one's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.resources import resource_path

FIRST = "kamerbrieven"


class CodebookChoice:
    """The types of file in the dialog that asks where a new project goes: each is a codebook."""

    def __init__(self, language: str) -> None:
        from annotator.core.codebook_toml import read_codebook

        paths = sorted(resource_path("codebooks").glob("*.toml"), key=lambda path: (path.stem != FIRST, path))
        pattern = QCoreApplication.translate("Projects", "{codebook} (*.kant)")
        self._shipped = {pattern.format(codebook=read_codebook(path).name(language)): path for path in paths}
        self._own = QCoreApplication.translate("Projects", "A codebook of your own (*.kant)")

    @property
    def filters(self) -> str:
        """What the file dialog offers, the usual codebook first."""
        return ";;".join([*self._shipped, self._own])

    def chosen(self, said: str, folder: str, parent: QWidget) -> Path | None:
        """Return the codebook that was chosen, None where one of one's own was wanted and none was named."""
        if said != self._own:
            return self._shipped.get(said, next(iter(self._shipped.values())))
        title = QCoreApplication.translate("Projects", "Choose a codebook")
        files = QCoreApplication.translate("Projects", "Codebooks (*.toml *.qdc *.qdpx)")
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, files)
        return Path(name) if name else None
