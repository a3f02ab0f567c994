"""The settings come back from the file as they were kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from annotator.ui.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "settings"


def written(folder: Path) -> Settings:
    """Return what a program that starts anew reads."""
    return Settings(folder)


def test_what_nobody_chose_is_the_default(folder: Path) -> None:
    settings = Settings(folder)
    assert settings.flag("backup_automatic") is True
    assert (settings.number("text_size"), settings.text("theme")) == (100, "system")


def test_off_stays_off_after_a_restart(folder: Path) -> None:
    settings = Settings(folder)
    settings.set("backup_automatic", False)
    settings.sync()
    assert written(folder).flag("backup_automatic") is False


def test_keys_come_back_also_where_there_are_none(folder: Path) -> None:
    settings = Settings(folder)
    given = {"undo": (), "redo": ("Ctrl+Y", "F8"), "grow": ("<",), "copy": ("Ctrl+,",)}
    settings.set_keys(given)
    settings.sync()
    assert written(folder).keys() == given


def test_keys_that_are_reset_are_gone(folder: Path) -> None:
    settings = Settings(folder)
    settings.set_keys({"undo": ("F8",)})
    settings.set_keys({})
    assert settings.keys() == {}


def test_a_layout_comes_back(folder: Path) -> None:
    settings = Settings(folder)
    settings.set_state("docks", QByteArray(b"\xff\0layout"))
    settings.sync()
    assert written(folder).state("docks") == QByteArray(b"\xff\0layout")


@pytest.mark.parametrize("at", range(4))
def test_a_layout_with_a_flipped_byte_is_none(
    folder: Path, at: int, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(folder)
    settings.set_state("docks", QByteArray(b"abcd"))
    settings.sync()
    content = (folder / "kanttekening.ini").read_bytes()
    other = folder / "other"  # Qt knows what it read of the first one
    other.mkdir()
    flipped = bytes(c ^ (n == at) for n, c in enumerate(b"abcd"))
    (other / "kanttekening.ini").write_bytes(content.replace(b"abcd", flipped))
    assert written(other).state("docks").isEmpty()  # Qt would believe it, and may end the program
    assert "layout/docks" in caplog.text


def test_an_unknown_setting_is_a_mistake(folder: Path) -> None:
    with pytest.raises(KeyError):
        Settings(folder).set("colour", 1)
