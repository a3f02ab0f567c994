"""docs/keys.md is what the registry of commands says."""

from tests.docs.pages import ROOT, script


def test_the_page_of_keys_is_up_to_date() -> None:
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert page == script("make_keys").page(), "run tools/make_keys.py"
