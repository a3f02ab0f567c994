#!/usr/bin/env python
"""Write docs/tour.md, for the window, from the README's tour: `.venv/bin/python tools/make_tour.py`."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "tour.md"
HEAD = """\
# A tour of five minutes

<!-- Made by tools/make_tour.py from the README. Do not edit it: run that. -->
"""


def page() -> str:
    """Return docs/tour.md as it has to be: the README's tour, with links as they are from docs/."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    tour = readme.split("## A tour of five minutes\n")[1].split("\n## ")[0]
    return HEAD + re.sub(r"\]\(docs/", "](", tour).rstrip("\n") + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
