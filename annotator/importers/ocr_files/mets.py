"""METS: lists of files that belong together, page by page, with the order of the pages.

http://www.loc.gov/standards/mets/: `fileSec` names files in groups (pictures, ALTO, PAGE), the physical
`structMap` says which of them are of which page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from annotator.importers.ocr_files.pictures import SUFFIXES
from annotator.importers.ocr_files.reading import LeftOut, Names, parsed, root_name
from annotator.importers.xml_reading import Element

_LINK = "{http://www.w3.org/1999/xlink}href"
_OF_TEXT = ("FULLTEXT", "OCR", "ALTO", "PAGE")
_OF_PICTURES = ("DEFAULT", "IMG", "MAX", "MASTER")


class Listed(NamedTuple):
    """A file of a page: the group that it is of, and what it is called, with its folders and without."""

    group: str
    path: str
    name: str


class _Found(NamedTuple):
    group: str
    name: str
    is_text: bool


def sniff(data: bytes) -> bool:
    """Tell whether a file is METS by its beginning."""
    return root_name(data) == "mets"


def listed(shown: str, data: bytes, left_out: LeftOut) -> list[list[Listed]]:
    """Return the files of each page, in the order of the pages. Raises `UserError`."""
    root, names = parsed(shown, data, left_out), Names()
    files: dict[str, Listed] = {}
    for group in root.iter("{*}fileGrp"):
        for file in group.iterchildren("{*}file"):
            link = next((e.get(_LINK) or e.get("href") or "" for e in file.iter("{*}FLocat")), "")
            path = unquote(link.strip().removeprefix("file://").split("?")[0]).replace("\\", "/")
            path = path.removeprefix("./")
            files[file.get("ID") or str(len(files))] = Listed(
                group.get("USE") or file.get("USE") or "", path, path.rpartition("/")[2]
            )
    maps = list(root.iter("{*}structMap"))
    physical = [each for each in maps if (each.get("TYPE") or "").upper() == "PHYSICAL"] or maps[:1]
    pages = [found for each in physical for found in _of_map(each, files, names)]
    return pages or _by_place(files)


def _of_map(structure: Element, files: dict[str, Listed], names: Names) -> list[list[Listed]]:
    """Return the files of each division of a map that names files."""
    made: list[list[Listed]] = []
    waiting: list[Element] = [structure]
    while waiting:
        element = waiting.pop()
        divisions = [child for child in element if names[child.tag] == "div"]
        pointers = [child for child in element if names[child.tag] == "fptr"]
        ids = [each.get("FILEID") or "" for pointer in pointers for each in pointer.iter()]
        found = [files[each] for each in dict.fromkeys(ids) if each in files]
        if found and not divisions:
            made.append(found)
        orders = [division.get("ORDER") or "" for division in divisions]
        if all(order.isdecimal() for order in orders):
            places = sorted(range(len(divisions)), key=lambda n: int(orders[n]))
            divisions = [divisions[n] for n in places]
        waiting += reversed(divisions)
    return made


def _by_place(files: dict[str, Listed]) -> list[list[Listed]]:
    """Return the files of each page where no map says so: the first of each group are of the first page."""
    groups: dict[str, list[Listed]] = {}
    for file in files.values():
        groups.setdefault(file.group, []).append(file)
    longest = max(map(len, groups.values()), default=0)
    same = [group for group in groups.values() if len(group) == longest]
    return [[group[n] for group in same] for n in range(longest)]


def names_of(page: Sequence[Listed], has: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return the groups and names of those files of a page that are there: by their paths, else by names."""
    found = [(file.group, next(filter(has, (file.path, file.name)), "")) for file in page]
    return [(group, name) for group, name in found if name]


def pages(
    listed_pages: Sequence[Sequence[Listed]], has: Callable[[str], bool], is_text: Callable[[str], bool]
) -> list[tuple[str, str]]:
    """Return for each page the file with its text and that with its picture, "" where there is none.

    Where several groups have text, that with the most pages is taken, then the one that is called so, then
    the last one: programs add what they made of another group behind it.
    """
    rows = [
        [
            _Found(group, name, is_text(name))
            for group, name in names_of(page, has)
            if PurePosixPath(name).suffix.lower() in (*SUFFIXES, ".xml", ".alto", ".hocr", ".html", ".page")
        ]
        for page in listed_pages
    ]
    text = _best_group([[each for each in row if each.is_text] for row in rows], _OF_TEXT)
    pictures = [[each for each in row if PurePosixPath(each.name).suffix.lower() in SUFFIXES] for row in rows]
    picture = _best_group(pictures, _OF_PICTURES)
    found = [
        (
            next((each.name for each in row if each.is_text and each.group == text), ""),
            next((each.name for each in of_page if each.group == picture), ""),
        )
        for row, of_page in zip(rows, pictures, strict=True)
    ]
    return [page for page in found if any(page)] if any(name for name, _ in found) else []


def _best_group(rows: Sequence[Sequence[_Found]], usual: Sequence[str]) -> str:
    counts = Counter(group for row in rows for group in {each.group for each in row})
    places = {group: place for place, group in enumerate(dict.fromkeys(e.group for row in rows for e in row))}

    def rank(group: str) -> tuple[int, bool, int]:
        return counts[group], any(word in group.upper() for word in usual), places[group]

    return max(counts, key=rank, default="")
