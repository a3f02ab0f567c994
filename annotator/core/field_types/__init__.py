"""The types of fields. A new type is one file here and one entry in FIELD_TYPES.

Normal forms: see docs/codebook.md. Where the form is to have another editor for a type than a line, it
stands in `EDITORS` of `annotator.ui.features.panels.form.editors`.
"""

from __future__ import annotations

from annotator.core.field_types.choices import CHOICE, SEVERAL_CHOICES
from annotator.core.field_types.dates import DATE, PERIOD
from annotator.core.field_types.group import GROUP
from annotator.core.field_types.interface import FieldType
from annotator.core.field_types.reference import REFERENCE
from annotator.core.field_types.text import LONG_TEXT, TEXT, TEXT_PATTERNS, TextPattern
from annotator.core.field_types.whole_number import WHOLE_NUMBER
from annotator.core.field_types.yes_no import YES_NO

__all__ = ["FIELD_TYPES", "TEXT_PATTERNS", "FieldType", "TextPattern", "chooses", "type_ids", "type_of"]

FIELD_TYPES: tuple[FieldType, ...] = (
    TEXT,
    LONG_TEXT,
    DATE,
    PERIOD,
    WHOLE_NUMBER,
    YES_NO,
    CHOICE,
    SEVERAL_CHOICES,
    REFERENCE,
    GROUP,
)


def type_of(type_id: str) -> FieldType:
    """Return a type by its id; one that is not known is read as text."""
    return next((each for each in FIELD_TYPES if each.id == type_id), TEXT)


def type_ids() -> tuple[str, ...]:
    """Return the ids of all types, in the order in which they are offered."""
    return tuple(each.id for each in FIELD_TYPES)


def chooses(type_id: str) -> bool:
    """Tell whether a field of the type has choices in the codebook."""
    return bool(type_of(type_id).chooses)
