"""What a tag is for, said where tags are chosen: its description and its examples."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.codebook import Tag

_MOST = 4  # examples


def tag_text(tag: Tag, language: str) -> str:
    """Return the tag's description and, on a line of their own, its examples; without either, its name."""
    examples = tag.examples_in(language)
    shown = " · ".join(f"“{example}”" for example in examples[:_MOST]) + " · …" * (len(examples) > _MOST)
    said = QCoreApplication.translate("TagText", "For example: {examples}").format(examples=shown)
    lines = (tag.description(language), said if examples else "")
    return "\n".join(filter(None, lines)) or tag.name(language)
