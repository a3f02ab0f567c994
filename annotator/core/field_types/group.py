"""A group of fields: it has no value of its own, its parts have."""

from __future__ import annotations

from annotator.core.field_types.interface import FieldType
from annotator.core.messages import QT_TRANSLATE_NOOP

GROUP = FieldType(
    "group",
    QT_TRANSLATE_NOOP("FieldTypes", "group"),
    lambda field, text, language: text,
    lambda field, value, language: value,
)
