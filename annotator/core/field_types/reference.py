"""A reference to a document of parliament."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.field_types.interface import FieldType
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.core.codebook import Field


def _read(field: Field, text: str, language: str) -> str:
    from annotator.core.references import read_reference  # when one is read: see `dates`

    return read_reference(text)


def _show(field: Field, value: str, language: str) -> str:
    from annotator.core.references import show_reference

    return show_reference(value, language)


REFERENCE = FieldType("reference", QT_TRANSLATE_NOOP("FieldTypes", "reference"), _read, _show)
