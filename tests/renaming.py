"""The same codebook with other ids: what it does must not hang on them."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.codebook import Codebook, Field


def renamed(codebook: Codebook) -> Codebook:
    """Return the codebook with every id another one, also those of parts and choices."""
    tags = tuple(
        replace(tag, id=other(tag.id), parent=other(tag.parent) if tag.parent else None)
        for tag in codebook.tags
    )
    return Codebook("anders", codebook.names, tags, tuple(map(_field, codebook.fields)))


def other(name: str) -> str:
    """Return what an id is called in the renamed codebook; a part is `group.part`."""
    return ".".join(f"x_{part[::-1]}" for part in name.split("."))


def _field(field: Field) -> Field:
    choices = tuple(replace(choice, id=other(choice.id)) for choice in field.choices)
    return replace(field, id=other(field.id), choices=choices, parts=tuple(map(_field, field.parts)))
