"""Whether colours can be seen on the paper of their windows."""

from __future__ import annotations

from annotator.core.colours import contrast
from annotator.core.palette import ON_PAPER, PAPER_DARK, PAPER_LIGHT


def seen_on_paper(light: str, dark: str) -> bool:
    """Tell whether bars and underlines in these colours stand out."""
    return contrast(light, PAPER_LIGHT) >= ON_PAPER and contrast(dark, PAPER_DARK) >= ON_PAPER
