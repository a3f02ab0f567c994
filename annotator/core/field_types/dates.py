"""A date; and a period, which is one date or two.

How dates are written is brought in when one is read: its expressions take long to make, and a codebook is
known by its types before the first picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.field_types.interface import FieldType
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.core.codebook import Field


def _read_date(field: Field, text: str, language: str) -> str:
    from annotator.core.dates import read_date

    return read_date(text)


def _show_date(field: Field, value: str, language: str) -> str:
    from annotator.core.dates import show_date

    return show_date(value, language)


def _read_period(field: Field, text: str, language: str) -> str:
    from annotator.core.dates import read_period

    return read_period(text)


def _show_period(field: Field, value: str, language: str) -> str:
    from annotator.core.dates import show_period

    return show_period(value, language)


DATE = FieldType("date", QT_TRANSLATE_NOOP("FieldTypes", "date"), _read_date, _show_date)
PERIOD = FieldType("period", QT_TRANSLATE_NOOP("FieldTypes", "period"), _read_period, _show_period)
