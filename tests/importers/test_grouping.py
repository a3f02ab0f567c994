"""Which files are one letter: by what an importer knows, and by the numbers in their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from annotator.core.messages import Message
from annotator.importers import folders, plain_text
from annotator.importers.grouping import BY_NAME, EACH, GUESS, FilesBeside
from annotator.importers.interface import FileGroup, Folder, Importer, Together

PICTURES = Importer(
    Message("Import", "Toys"), (".tif", ".png"), 1000, lambda data: True, plain_text.read, are_pages=True
)


def beside(folder: Folder, names: Sequence[str]) -> Iterable[Together]:
    """A file lists others in it; another one has a picture of the same name beside it."""
    for name in names:
        if name == "list.xml":
            listed = (folder.read(name, 1000) or b"").decode().split()
            yield Together((name, *listed), is_whole=True)
    for name in names:
        if folder.has(name.replace(".xml", ".tif")):
            yield Together((name, name.replace(".xml", ".tif")))


BESIDE = Importer(
    Message("Import", "Toys"),
    (".xml",),
    1000,
    lambda data: True,
    plain_text.read,
    together=beside,
    are_pages=True,
)
IMPORTERS = (plain_text.PLAIN_TEXT, BESIDE, PICTURES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "brieven"
    made.mkdir()
    return made


def written(folder: Path, *names: str, text: str = "x") -> list[Path]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in names]


def found(paths: list[Path], pages: str = GUESS) -> list[object]:
    """What is found: the name of a file, or what a group is called with the names of its files."""
    items = folders.find(paths, IMPORTERS, pages).items
    return [
        (item.path.name, *(name for name, _ in item.files)) if isinstance(item, FileGroup) else item.name
        for item in items
    ]


def test_pages_by_their_numbers_are_one_letter_where_they_stood(folder: Path) -> None:
    written(folder, "aa.txt", "brief-012-1.tif", "brief-012-2.tif", "brief-012-10.txt", "zz.txt")
    assert found([folder]) == [
        "aa.txt",
        ("brief-012", "brief-012-1.tif", "brief-012-2.tif"),
        "brief-012-10.txt",
        "zz.txt",
    ]


@pytest.mark.parametrize(
    ("names", "guessed", "by_name"),
    [
        (["b-0.tif", "b-1.tif"], True, True),
        (["b-1.tif", "b-2.tif", "b-3.tif"], True, True),
        (["b-1.tif", "b-3.tif"], False, True),  # one is missing
        (["b-12.tif", "b-13.tif"], False, True),  # letters 12 and 13 as likely as not
        (["b-1.tif", "b-01.tif"], False, True),
        (["b-1.tif"], False, False),
        (["b-1.tif", "c-2.tif"], False, False),
        (["b-1.tif", "b-2.png"], False, False),
        (["b-1.tif", "map/b-2.tif"], False, False),
        (["b_p001.tif", "b_p002.tif"], True, True),
        (["b (1).tif", "b (2).tif"], True, True),
        (["b pagina 1.tif", "b pagina 2.tif"], True, True),
        (["scan0001.tif", "scan0002.tif"], True, True),
        (["1.tif", "2.tif"], True, True),
        (["B-1.tif", "b-2.TIF"], True, True),
        (["een.tif", "twee.tif"], False, False),
    ],
)
def test_when_numbers_make_a_letter(names: list[str], guessed: bool, by_name: bool, folder: Path) -> None:
    paths = written(folder, *names)
    for pages, joined in ((GUESS, guessed), (BY_NAME, by_name), (EACH, False)):
        groups = folders.find(paths, IMPORTERS, pages).groups
        assert [len(group.files) for group in groups] == ([len(names)] if joined else []), pages
        assert all(group.is_guess == (pages == GUESS) for group in groups)


def test_numbers_alone_make_a_letter_that_is_called_like_their_folder(folder: Path) -> None:
    written(folder, "1.tif", "2.tif")
    assert found([folder]) == [("brieven", "1.tif", "2.tif")]


def test_texts_by_their_numbers_are_letters(folder: Path) -> None:
    written(folder, "brief-1.txt", "brief-2.txt")
    assert found([folder], BY_NAME) == ["brief-1.txt", "brief-2.txt"]


def test_what_lies_beside_a_named_file_comes_along(folder: Path) -> None:
    written(folder, "a.xml", "a.tif", "b.tif")
    assert found([folder / "a.xml"]) == [("a.xml", "a.xml", "a.tif")]
    assert found([folder], EACH) == [("a.xml", "a.xml", "a.tif"), "b.tif"]


def test_pairs_by_their_numbers_are_one_letter(folder: Path) -> None:
    written(folder, "a-1.xml", "a-1.tif", "a-2.xml", "a-2.tif")
    whole = ("a", "a-1.xml", "a-1.tif", "a-2.xml", "a-2.tif")
    assert found([folder]) == [whole]
    assert found([folder], EACH) == [("a-1.xml", "a-1.xml", "a-1.tif"), ("a-2.xml", "a-2.xml", "a-2.tif")]


def test_a_file_that_lists_others_in_folders_below_is_asked_first(folder: Path) -> None:
    written(folder, "a/p-1.xml", "a/p-1.tif", "a/p-2.xml")
    written(folder, "list.xml", text="a/p-1.xml a/p-2.xml")
    assert found([folder]) == ["p-1.tif", ("list.xml", "list.xml", "a/p-1.xml", "a/p-2.xml")]
    assert found([folder], BY_NAME) == found([folder])


def test_nothing_outside_the_folder_comes_along(folder: Path) -> None:
    (outside,) = written(folder.parent, "geheim.tif")
    (folder / "link.tif").symlink_to(outside)
    written(folder, "list.xml", text=f"../geheim.tif {outside} link.tif ./link.tif a/../../geheim.tif")
    assert found([folder / "list.xml"]) == ["list.xml"]
    view = FilesBeside(folder)
    assert not any(view.has(name) for name in ("../geheim.tif", str(outside), "link.tif", "", ".", "a\0b"))
    assert view.read("../geheim.tif", 9) is None and view.read("list.xml", 2) == b".."


def test_a_link_that_is_named_may_lead_out(folder: Path) -> None:
    (outside,) = written(folder.parent, "elders.xml")
    (folder / "a.xml").symlink_to(outside)
    written(folder, "a.tif")
    assert found([folder / "a.xml"]) == [("a.xml", "a.xml", "a.tif")]


def test_a_file_is_in_one_letter_alone(folder: Path) -> None:
    written(folder, "a-1.tif", "a-2.tif", "a-1.xml")
    assert found([folder]) == [("a-1.xml", "a-1.xml", "a-1.tif"), "a-2.tif"]


def test_a_file_named_twice_is_told_twice_as_before(folder: Path) -> None:
    path, *_ = written(folder, "a.txt")
    assert found([path, path]) == ["a.txt", "a.txt"]


def test_signs_that_no_parcel_has_are_put_in_another_way(folder: Path) -> None:
    written(folder, "12:30 1.tif", "12:30 2.tif")
    (group,) = folders.find([folder], IMPORTERS).groups
    assert [name for name, _ in group.files] == ["12_30 1.tif", "12_30 2.tif"]
    assert group.path.name == "12:30"
