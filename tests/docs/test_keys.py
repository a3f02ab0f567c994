"""The pages of keys are what the registry of commands says, in both languages."""

from __future__ import annotations

import pytest

from tests.docs.pages import script


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_of_keys_is_up_to_date(language: str) -> None:
    make = script("make_keys")
    page = make.PAGES[language].read_text(encoding="utf-8")
    assert page == make.page(language), "run tools/make_keys.py"
