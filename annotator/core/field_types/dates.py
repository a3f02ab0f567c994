"""A date; and a period, which is one date or two."""

from __future__ import annotations

from annotator.core.dates import read_date, read_period, show_date, show_period
from annotator.core.field_types.interface import FieldType
from annotator.core.messages import QT_TRANSLATE_NOOP

DATE = FieldType(
    "date",
    QT_TRANSLATE_NOOP("FieldTypes", "date"),
    lambda field, text, language: read_date(text),
    lambda field, value, language: show_date(value, language),
)
PERIOD = FieldType(
    "period",
    QT_TRANSLATE_NOOP("FieldTypes", "period"),
    lambda field, text, language: read_period(text),
    lambda field, value, language: show_period(value, language),
)
