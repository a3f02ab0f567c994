"""What is dragged here is copied, never moved: who drags a file removes it when it hears "moved"."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

_LOCAL = re.compile(rb"file:(?://(?:localhost)?)?(/[^?#]*)", re.IGNORECASE)


SELECTION = "application/x-kanttekening-selection"  # the letter's selection, with its words as plain text


def holds_selection(mime: QMimeData) -> bool:
    """Tell whether dragged data is the selection of the open letter."""
    return mime.hasFormat(SELECTION)


def take_as_copy(event: QDropEvent) -> None:
    """Accept a drag or a drop, and answer that it was copied."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def holds_files(mime: QMimeData) -> bool:
    """Tell whether dragged data holds local files or folders; an address on a network is none."""
    return any(url.isLocalFile() for url in mime.urls())


def dropped_paths(mime: QMimeData) -> list[Path]:
    """Return the local files and folders in dragged data, whatever bytes their names are made of."""
    if sys.platform == "win32":
        return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    # Names need not be UTF-8: in the place of other bytes Qt puts a sign that leads nowhere.
    addresses = bytes(mime.data("text/uri-list").data()).splitlines()
    found = (_LOCAL.match(address.strip()) for address in addresses)
    return [Path(os.fsdecode(unquote_to_bytes(match[1]))) for match in found if match]
