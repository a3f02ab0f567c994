"""Text on one line, which may have a pattern; and text of several lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from annotator.core.codebook import Field
from annotator.core.field_types.interface import FieldType
from annotator.core.messages import QT_TRANSLATE_NOOP


class TextPattern(NamedTuple):
    """A form that a text field may ask for by its `pattern`."""

    id: str
    read: Callable[[str], str]
    show: Callable[[str, str], str]


def _read_text(field: Field, text: str, _language: str) -> str:
    pattern = pattern_of(field)
    return pattern.read(text) if pattern else text


def _show_text(field: Field, value: str, language: str) -> str:
    pattern = pattern_of(field)
    return pattern.show(value, language) if pattern else value


def pattern_of(field: Field) -> TextPattern | None:
    """Return the pattern that a text field asks for."""
    return next((each for each in TEXT_PATTERNS if each.id == field.pattern), None)


def _read_long_text(_field: Field, text: str, _language: str) -> str:
    return text


def _read_session_year(text: str) -> str:
    from annotator.core.references import read_session_year  # when one is read: see `dates`

    return read_session_year(text)


def _read_dossier(text: str) -> str:
    from annotator.core.references import read_dossier

    return read_dossier(text)


def _show_dossier(value: str, language: str) -> str:
    from annotator.core.references import show_dossier

    return show_dossier(value, language)


def _read_sub_number(text: str) -> str:
    from annotator.core.references import read_sub_number

    return read_sub_number(text)


TEXT_PATTERNS = (
    TextPattern("session_year", _read_session_year, lambda value, language: value),
    TextPattern("dossier", _read_dossier, _show_dossier),
    TextPattern("sub_number", _read_sub_number, lambda value, language: value),
)

TEXT = FieldType("text", QT_TRANSLATE_NOOP("FieldTypes", "text"), _read_text, _show_text, free=True)
LONG_TEXT = FieldType(
    "long_text",
    QT_TRANSLATE_NOOP("FieldTypes", "long text"),
    _read_long_text,
    lambda field, value, language: value,
    free=True,
    several_lines=True,
)
