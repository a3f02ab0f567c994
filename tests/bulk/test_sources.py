"""What a bulk run reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.bulk.sources import Remote, find_letters, source_of, where
from annotator.core.user_errors import UserError
from tests.bulk.letters import written

fsspec = pytest.importorskip("fsspec")


def test_files_and_folders_are_found_in_order_and_once(tmp_path: Path) -> None:
    paths = written(tmp_path / "brieven", 3)
    (tmp_path / "brieven" / "notitie.xyz").write_text("niets")
    found = find_letters([str(paths[2]), str(tmp_path / "brieven")])
    assert [where(item) for item in found] == sorted(map(str, paths))


def test_what_lies_at_an_address_is_listed_and_fetched() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/archief/1952/brief.txt": b"Geachte voorzitter,\n", "/archief/lijst.xyz": b"niets"})
    found = find_letters(["memory://archief"])
    assert [where(item) for item in found] == ["memory:///archief/1952/brief.txt"]
    source = source_of(found[0])
    assert source.data == b"Geachte voorzitter,\n" and source.name == "brief.txt"


@pytest.mark.parametrize("address", ["nietbestaand://iets", "memory://niets/brief.txt"])
def test_what_cannot_be_reached_is_said_in_a_sentence(address: str) -> None:
    with pytest.raises(UserError, match=r"reached|needs the package"):
        source_of(Remote(address))


def test_an_address_that_names_no_kind_of_place_is_refused() -> None:
    with pytest.raises(UserError, match="nietbestaand"):
        find_letters(["nietbestaand://iets"])
