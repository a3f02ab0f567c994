"""The manual, the tour, the keys and the pages of formats say the same in Dutch and in English."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotator.ui.features.help.manual_files import FIRST_PAGES, MANUAL, sections, sections_of
from tests.docs.pages import ROOT, script

ENGLISH, DUTCH = ROOT / "docs", ROOT / "docs" / "nl"
PAGES = sorted(page.relative_to(DUTCH).as_posix() for page in DUTCH.rglob("*.md"))
_KEYS = (
    r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:\w+|[+,\-])|\bF\d{1,2}\b"
    r"|\b(?:Esc|Enter|Space|Delete|Home|End|PgUp|PgDn)\b"
)
MOST_KB = 3_000  # of all pictures together


def text_of(folder: Path, page: str) -> str:
    return (folder / page).read_text(encoding="utf-8")


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def keys_in(text: str) -> Counter[str]:
    """Return which keys a page names."""
    return Counter(set(re.findall(_KEYS, without_code(text))))


def shape(text: str) -> dict[str, Any]:
    """Return what must be the same in every language: sections, lists, tables, code, pictures, links."""
    plain = without_code(text)
    return {
        "levels of headings": [len(level) for level in re.findall(r"^(#+) ", plain, re.MULTILINE)],
        "items": len(re.findall(r"^(?:- |\d+\. )", plain, re.MULTILINE)),
        "rows": [line.count("|") for line in plain.splitlines() if line.startswith("|")],
        "code": re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL),
        "pictures": re.findall(r"!\[[^\]]*\]\(images/([\w-]+\.png)\)", plain),
        "links": Counter(Path(link).name for link in re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]+)", plain)),
    }


def test_there_are_as_many_pages_in_dutch() -> None:
    formats = [f"formats/{page.name}" for page in (ENGLISH / "formats").glob("*.md")]
    assert sorted([*FIRST_PAGES[:3], *formats]) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_sections_tables_code_and_pictures(page: str) -> None:
    english, dutch = shape(text_of(ENGLISH, page)), shape(text_of(DUTCH, page))
    if page == MANUAL:
        # Each leads to the other.
        english["links"], dutch["links"] = (
            links - Counter({MANUAL: links[MANUAL]}) for links in (english["links"], dutch["links"])
        )
    for what, found in english.items():
        assert dutch[what] == found, what


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_the_same_keys(page: str) -> None:
    assert keys_in(text_of(DUTCH, page)) == keys_in(text_of(ENGLISH, page))


def test_the_tour_is_that_of_the_readme() -> None:
    assert text_of(ENGLISH, "tour.md") == script("make_tour").page(), "run tools/make_tour.py"


def test_the_tours_have_the_same_words_to_type() -> None:
    spans = [re.findall(r"`([^`]+)`", text_of(folder, "tour.md")) for folder in (ENGLISH, DUTCH)]
    assert Counter(spans[0]) == Counter(spans[1])


def test_what_differs_is_found() -> None:
    assert keys_in("press Ctrl+Shift+F or F3") != keys_in("druk op Ctrl+F of F3")
    assert shape("## A\n\n- b\n") != shape("## A\n\n- b\n- c\n")


def test_the_pictures_are_there_in_both_languages_and_take_little_room() -> None:
    names = [{picture.name for picture in (folder / "images").glob("*.png")} for folder in (ENGLISH, DUTCH)]
    assert names[0] == names[1]
    shown = set(re.findall(r"images/([\w-]+\.png)", text_of(DUTCH, MANUAL)))
    assert shown == names[1]
    size = sum(p.stat().st_size for folder in (ENGLISH, DUTCH) for p in (folder / "images").glob("*.png"))
    assert size < MOST_KB * 1000


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_section_of_the_window_is_in_the_manual(language: str) -> None:
    ids = [section.id for section in sections_of("en", MANUAL)]
    assert len(set(ids)) == len(ids) == len(list(sections_of(language, MANUAL)))
    named = {
        found
        for source in (ROOT / "annotator" / "ui").rglob("*.py")
        for found in re.findall(r'help_section = "([\w-]+)"', source.read_text(encoding="utf-8"))
    }
    assert len(named) > 15
    assert named - set(ids) == set()
    assert {section.page for section in sections(language)} >= set(PAGES)
