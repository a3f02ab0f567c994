from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl

from annotator.ui.widgets.drops import dropped_paths, holds_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names are text there")


class FromOutside(QMimeData):
    """What another program drags, byte for byte."""

    def __init__(self, addresses: bytes) -> None:
        super().__init__()
        self._addresses = addresses

    def formats(self) -> list[str]:
        return ["text/uri-list"]

    def hasFormat(self, name: str) -> bool:
        return name == "text/uri-list"

    def retrieveData(self, name: str, kind: Any) -> Any:
        return QByteArray(self._addresses)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (b"file:///tmp/Belgi%EB.txt", b"/tmp/Belgi\xeb.txt"),
        (b"file:///tmp/Belgi\xeb.txt", b"/tmp/Belgi\xeb.txt"),
        (b"file:///tmp/Belgi%C3%AB.txt", "/tmp/België.txt".encode()),
        (b"file:///tmp/a%23b%3Fc%25d%20e.txt", b"/tmp/a#b?c%d e.txt"),
        (b"file://localhost/tmp/brief.txt", b"/tmp/brief.txt"),
        (b"FILE:/tmp/brief.txt", b"/tmp/brief.txt"),
    ],
)
def test_a_name_is_its_bytes(address: bytes, path: bytes) -> None:
    assert dropped_paths(FromOutside(address + b"\r\n")) == [Path(os.fsdecode(path))]


def test_only_files_are_taken_in_their_order() -> None:
    lines = b"# note\r\nfile:///tmp/b\r\nhttps://example.org/x\r\nfile:///tmp/a\r\n"
    assert dropped_paths(FromOutside(lines)) == [Path("/tmp/b"), Path("/tmp/a")]


def test_what_qt_made_is_read_as_well() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a b#%41?ë.txt")])
    assert dropped_paths(data) == [Path("/tmp/a b#%41?ë.txt")]


def test_an_address_on_the_network_is_no_file() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/brief.txt")])
    assert not holds_files(data)
    assert dropped_paths(data) == []
