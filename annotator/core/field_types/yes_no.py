"""Yes or no."""

from __future__ import annotations

from annotator.core.codebook import Field
from annotator.core.field_types.interface import FieldType, begins, is_dutch
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.unreadable import UnreadableError

NOT_YES_OR_NO = QT_TRANSLATE_NOOP("Fields", "“{text}” is not yes or no: write ja or nee.")
_YES = frozenset({"ja", "j", "yes", "y", "waar", "true"})
_NO = frozenset({"nee", "neen", "n", "no", "onwaar", "false"})
_YES_NO_NAMES = {"nl": {"yes": "Ja", "no": "Nee"}, "en": {"yes": "Yes", "no": "No"}}


def _read_yes_no(_field: Field, text: str, _language: str) -> str:
    low = text.casefold().rstrip(".")
    if low in _YES or low in _NO:
        return "yes" if low in _YES else "no"
    raise UnreadableError(NOT_YES_OR_NO, text=text, incomplete=begins(low, _YES | _NO))


def _show_yes_no(_field: Field, value: str, language: str) -> str:
    return _YES_NO_NAMES["nl" if is_dutch(language) else "en"].get(value, value)


def _both(field: Field, language: str) -> tuple[str, ...]:
    return tuple(_show_yes_no(field, value, language) for value in ("yes", "no"))


YES_NO = FieldType(
    "yes_no", QT_TRANSLATE_NOOP("FieldTypes", "yes or no"), _read_yes_no, _show_yes_no, offers=_both
)
