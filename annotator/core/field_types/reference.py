"""A reference to a document of parliament."""

from __future__ import annotations

from annotator.core.field_types.interface import FieldType
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.references import read_reference, show_reference

REFERENCE = FieldType(
    "reference",
    QT_TRANSLATE_NOOP("FieldTypes", "reference"),
    lambda field, text, language: read_reference(text),
    lambda field, value, language: show_reference(value, language),
)
