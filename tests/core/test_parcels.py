"""Several files come back byte for byte from a parcel, and nothing that means harm does."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import parcels
from annotator.core.parcels import MARK, is_parcel, is_safe, pack, parts_of
from annotator.core.user_errors import UserError

FILES = {"brief-10.tif": b"tien", "brief-2.tif": b"twee", "mets.xml": b"<mets/>", "page/1.xml": b""}
_NAMES = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=20).filter(
    is_safe
)


@given(st.dictionaries(_NAMES, st.binary(max_size=200), min_size=1, max_size=8))
def test_what_is_packed_comes_back(files: dict[str, bytes]) -> None:
    assert parts_of(pack(files)) == files


def test_the_parts_are_in_the_order_of_people() -> None:
    assert list(parts_of(pack(FILES)) or ()) == ["brief-2.tif", "brief-10.tif", "mets.xml", "page/1.xml"]


def test_the_same_files_make_the_same_bytes_in_whatever_order() -> None:
    assert pack(FILES) == pack(dict(reversed(FILES.items())))


def test_the_bytes_are_those_of_all_machines_and_times() -> None:
    # A letter is known again by the SHA-256 of its source, so these bytes never change.
    assert pack({"a": b"x"}).hex() == (
        "504b0304140000000000000021008316dc8c0100000001000000010000006178"
        "504b01021403140000000000000021008316dc8c0100000001000000010000000000000000000000a4810000000061"
        "504b050600000000010001002f0000002000000015004b616e7474656b656e696e672070617263656c2031"
    )


def test_another_program_unpacks_it() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(FILES))) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


@pytest.mark.parametrize(
    "name",
    [
        "../a.tif",
        "/a.tif",
        "a/../b.tif",
        "a\\b.tif",
        "C:a.tif",
        "",
        "a//b",
        ".",
        "a/./b",
        "a\0b",
        "x" * 256,
        "a\nb",
    ],
)
def test_a_name_that_leads_elsewhere_is_not_packed_and_not_read(name: str) -> None:
    with pytest.raises(UserError, match="cannot be the name of a letter's file"):
        pack({name: b"x"})
    assert parts_of(zipped({name.replace("\0", "") + "/..": b"x"})) is None


def zipped(files: dict[str, bytes], kind: int = zipfile.ZIP_STORED, mark: bytes = MARK) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.comment = mark
    return made.getvalue()


def test_a_zip_of_others_is_no_parcel() -> None:
    assert parts_of(zipped(FILES, mark=b"")) is None
    assert parts_of(b"PK\x03\x04" + MARK) is None
    assert parts_of(b"") is None


def test_a_bomb_is_not_unpacked() -> None:
    assert parts_of(zipped({"a.tif": bytes(10_000_000)}, zipfile.ZIP_DEFLATED)) is None


def test_more_bytes_than_there_are_are_not_believed() -> None:
    # Two entries that share their bytes: the parcel says that it holds more than it is.
    honest = zipped({f"{number}": b"x" * 1000 for number in range(2)})
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        first, second = archive.infolist()
        second.header_offset = first.header_offset
    at = honest.index(b"PK\x01\x02", honest.index(b"PK\x01\x02") + 4)
    assert parts_of(honest[: at + 42] + bytes(4) + honest[at + 46 :]) is None


def test_limits_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "MOST_PARTS", 2)
    with pytest.raises(UserError, match="4 files are too many for one letter, which may have 2"):
        pack(FILES)
    monkeypatch.setattr(parcels, "MOST_PARTS", 9)
    monkeypatch.setattr(parcels, "MOST_BYTES", 9)
    with pytest.raises(UserError, match="more than 0 MB together"):
        pack(FILES)


def test_a_spoilt_parcel_gives_its_files_or_none() -> None:
    rolls = random.Random(11)
    data = pack(FILES)
    for _ in range(2_000):
        spoilt = bytearray(data)
        for _ in range(rolls.randint(1, 4)):
            spoilt[rolls.randrange(len(spoilt) - len(MARK))] = rolls.randrange(256)
        found = parts_of(bytes(spoilt))
        assert is_parcel(bytes(spoilt)) or found is None
        assert found is None or all(is_safe(name) and data in FILES.values() for name, data in found.items())
