"""A choice, and several choices, of those that the codebook has for the field."""

from __future__ import annotations

import re

from annotator.core.codebook import Choice, Field, plain_name
from annotator.core.field_types.interface import FieldType, begins
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.unreadable import UnreadableError

NOT_A_CHOICE = QT_TRANSLATE_NOOP("Fields", "“{text}” is not among the choices: choose {names}.")
_CHOICES_NAMED = 5


def _read_choice(field: Field, text: str, language: str) -> str:
    choice = _choice_called(field, text) or _choice_inside(field, text)
    if choice is None:
        spellings = [spelling for each in field.choices for spelling in each.spellings()]
        raise _not_a_choice(field, text, language, incomplete=begins(plain_name(text), spellings))
    return choice.id


def _show_choice(field: Field, value: str, language: str) -> str:
    return next((each.name(language) for each in field.choices if each.id == value), value)


def _read_several_choices(field: Field, text: str, language: str) -> str:
    chosen = {choice.id for piece in text.split(";") for choice in _choices_in(field, piece, language)}
    return ";".join(each.id for each in field.choices if each.id in chosen)


def _choices_in(field: Field, piece: str, language: str) -> list[Choice]:
    """Return the choices that a piece names: one, or several with commas and `en` between them."""
    if not piece.strip():
        return []
    whole = _choice_called(field, piece)
    if whole is not None:
        return [whole]
    named = [(name, _choice_called(field, name)) for name in re.split(r",| en | and ", piece) if name.strip()]
    spellings = [spelling for each in field.choices for spelling in each.spellings()]
    for name, choice in named:
        if choice is None:
            raise _not_a_choice(field, name.strip(), language, incomplete=begins(plain_name(name), spellings))
    return [choice for _, choice in named if choice is not None]


def _show_several_choices(field: Field, value: str, language: str) -> str:
    return "; ".join(_show_choice(field, each, language) for each in value.split(";"))


def _choice_called(field: Field, text: str) -> Choice | None:
    return next((each for each in field.choices if plain_name(text) in each.spellings()), None)


def _choice_inside(field: Field, text: str) -> Choice | None:
    """Return the only choice whose name stands in a text.

    A letter says "de Voorzitter van de Tweede Kamer der Staten-Generaal" where the form has "Tweede Kamer".
    """
    plain = plain_name(text)
    inside = [each for each in field.choices if any(_stands_in(name, plain) for name in each.names.values())]
    return inside[0] if len(inside) == 1 else None


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain_name(name))}(?!\w)", text) is not None


def _not_a_choice(field: Field, text: str, language: str, *, incomplete: bool) -> UnreadableError:
    first = [each.name(language) for each in field.choices[:_CHOICES_NAMED]]
    names = " · ".join(first + ["…"] * (len(field.choices) > _CHOICES_NAMED))
    return UnreadableError(NOT_A_CHOICE, text=text, names=names, incomplete=incomplete)


def _names(field: Field, language: str) -> tuple[str, ...]:
    return tuple(choice.name(language) for choice in field.choices)


CHOICE = FieldType(
    "choice",
    QT_TRANSLATE_NOOP("FieldTypes", "choice"),
    _read_choice,
    _show_choice,
    chooses="one",
    offers=_names,
)
SEVERAL_CHOICES = FieldType(
    "several_choices",
    QT_TRANSLATE_NOOP("FieldTypes", "several choices"),
    _read_several_choices,
    _show_several_choices,
    chooses="several",
    offers=_names,
)
