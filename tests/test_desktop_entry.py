"""The program in the menus of a desktop: its entry, its icon, its kind of file."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from annotator import desktop_entry
from annotator.cli.main import main
from annotator.core.user_errors import UserError
from annotator.resources import resource_path
from tests.storage.making import letter, project

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktops of Linux")
MIME = "application/x-kanttekening"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def entry_of(home: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(home / "applications" / "kanttekening.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_names_command_icon_and_kind_of_file(home: Path) -> None:
    desktop_entry.install('"/opt/a b/kanttekening"')
    entry = entry_of(home)
    assert shlex.split(entry["Exec"]) == ["/opt/a b/kanttekening", "%F"]
    assert entry["MimeType"] == f"{MIME};"
    assert (home / "icons/hicolor/48x48/apps" / f"{entry['Icon']}.png").is_file()
    assert (home / "icons/hicolor/scalable/apps" / f"{entry['Icon']}.svg").is_file()


def test_a_project_is_known_by_what_it_is(home: Path, tmp_path: Path) -> None:
    desktop_entry.install("kanttekening")
    root = ET.parse(home / "mime" / "packages" / "kanttekening.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    [kind] = root.findall("m:mime-type", space)
    assert kind.get("type") == MIME
    [glob] = kind.findall("m:glob", space)
    assert glob.get("pattern") == "*.kant"
    project(tmp_path / "P.kant", letter()).close()
    content = (tmp_path / "P.kant").read_bytes()
    for match in kind.iter(f"{{{space['m']}}}match"):
        at = int(match.get("offset", ""))
        assert content[at:].startswith(str(match.get("value")).encode())


@pytest.mark.skipif(
    not (shutil.which("gio") and shutil.which("update-mime-database")), reason="no database of kinds here"
)
def test_the_desktop_tells_a_project_without_its_ending(home: Path, tmp_path: Path) -> None:
    desktop_entry.install("kanttekening")
    project(tmp_path / "P.kant", letter()).close()
    (tmp_path / "P.kant").rename(tmp_path / "P")
    # Not xdg-mime: where no desktop runs it asks `file`, which knows the kinds of no user.
    found = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", str(tmp_path / "P")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split()[-1] == MIME


def test_it_is_taken_away_again(home: Path) -> None:
    written = desktop_entry.install("kanttekening")
    assert set(desktop_entry.remove()) == set(written)
    assert not any(path.exists() for path in written)
    assert desktop_entry.remove() == []


def test_where_it_cannot_be_written_it_is_said(home: Path) -> None:
    home.write_text("a file")
    with pytest.raises(UserError, match="cannot be written to"):
        desktop_entry.install("kanttekening")


def test_the_command_installs_what_starts_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["install-desktop"]) == 0
    assert str(home / "applications" / "kanttekening.desktop") in capsys.readouterr().out
    assert Path(shlex.split(entry_of(home)["Exec"])[0]).is_absolute()
    assert main(["install-desktop", "--remove"]) == 0


@pytest.mark.parametrize("name", ["a b", 'a"b', "a$b", "a`b", "a%b", "a\\b"])
def test_odd_names_are_quoted(name: str) -> None:
    # As a desktop reads it: first the escapes of the value, then the quotes, then the field codes.
    value = desktop_entry._quoted(f"/opt/{name}").replace("\\\\", "\\")
    inside = re.fullmatch(r'"(.*)"', value)
    assert inside is not None
    assert re.sub(r'\\([\\"`$])', r"\1", inside[1]).replace("%%", "%") == f"/opt/{name}"


def test_every_size_of_the_icon_is_there() -> None:
    for size in desktop_entry.SIZES:
        assert resource_path(f"desktop/kanttekening-{size}.png").is_file()
