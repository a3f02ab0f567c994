"""The pages of the manual, as they lie in the documentation: their sections, and where words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.resources import docs_folder

MANUAL, FORMATS = "manual.md", "formats/index.md"
FIRST_PAGES = (MANUAL, "tour.md", "keys.md", FORMATS)
_HEADING = re.compile(r"(#{1,6}) (.+)")
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_SIGNS = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[`*_|\[\]]|^[-|: ]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it. `number` counts the headings of its page from 0."""

    page: str  # within the folder of its language, with forward slashes
    number: int
    level: int
    title: str
    text: str

    @property
    def id(self) -> str:
        """The name by which links and views know it: the title in small letters, with hyphens."""
        return slug(self.title)


def slug(title: str) -> str:
    """Return a title as the fragment of a link."""
    return re.sub(r"[^\w]+", "-", title.lower()).strip("-")


def folder_of(language: str) -> Path:
    """Return the folder of the pages in a language."""
    docs = docs_folder()
    return docs / "nl" if language == "nl" else docs


def page_text(language: str, page: str) -> str:
    """Return a page as it is shown: without what stands in comments. OSError where it is not there."""
    return _COMMENT.sub("", (folder_of(language) / page).read_text(encoding="utf-8"))


def sections(language: str) -> list[Section]:
    """Return the sections of all pages that the manual has in a language, in the order of its contents."""
    formats = re.findall(r"\]\(((?!\.\.)[\w-]+\.md)\)", page_text(language, FORMATS))
    pages = (*FIRST_PAGES, *dict.fromkeys(f"formats/{name}" for name in formats))
    return [section for page in pages for section in sections_of(language, page)]


def sections_of(language: str, page: str) -> Iterator[Section]:
    """Yield the sections of a page."""
    heads: list[tuple[int, str, list[str]]] = []
    in_code = False
    for line in page_text(language, page).splitlines():
        in_code ^= line.startswith("```")
        head = None if in_code else _HEADING.fullmatch(line)
        if head is not None:
            heads.append((len(head[1]), head[2], []))
        elif heads:
            heads[-1][2].append(line)
    for number, (level, title, lines) in enumerate(heads):
        yield Section(page, number, level, title.replace("`", ""), "\n".join(lines))


def matching(known: Sequence[Section], wanted: str) -> list[Section]:
    """Return the sections that have every word of `wanted`, those with a word in their title first."""
    words = wanted.casefold().split()
    found = [s for s in known if all(word in f"{s.title}\n{s.text}".casefold() for word in words)]
    return sorted(found, key=lambda s: not any(word in s.title.casefold() for word in words))


def excerpt(section: Section, wanted: str, around: int = 60) -> str:
    """Return the words around the first hit in a section, on one line."""
    plain = " ".join(_SIGNS.sub(" ", section.text).split())
    at = min(
        (at for word in wanted.casefold().split() if (at := plain.casefold().find(word)) >= 0), default=0
    )
    start, end = max(0, at - around // 2), at + around
    return f"{'… ' if start else ''}{plain[start:end]}{' …' if end < len(plain) else ''}"
