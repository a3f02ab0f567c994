"""Field types: reading what is typed or found in a letter to a normal form, and showing it again.

Normal forms: see docs/codebook.md. For every value that `parse` gives,
`parse(field, format(field, value, language), language).value == value`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from annotator.core.codebook import Choice, Field, plain_name
from annotator.core.dates import read_date, read_period, show_date, show_period
from annotator.core.folding import joined, read_whole
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.references import (
    read_dossier,
    read_reference,
    read_session_year,
    read_sub_number,
    show_dossier,
    show_reference,
)
from annotator.core.text import clean
from annotator.core.unreadable import UnreadableError

TOO_LONG = QT_TRANSLATE_NOOP("Fields", "This is too long for this field: keep only what it asks for.")
NOT_A_NUMBER = QT_TRANSLATE_NOOP(
    "Fields", "“{text}” is not a whole number: write it in digits, as 12 or {example}."
)
NOT_YES_OR_NO = QT_TRANSLATE_NOOP("Fields", "“{text}” is not yes or no: write ja or nee.")
NOT_A_CHOICE = QT_TRANSLATE_NOOP("Fields", "“{text}” is not among the choices: choose {names}.")

# Nobody types more into a date or a reference; a pasted letter must not keep the readers busy.
_LONGEST = 500
_CHOICES_NAMED = 5
_NUMBER = re.compile(r"(-?)(\d{1,3}(?:([. ])\d{3})(?:\3\d{3})*|\d+)", re.ASCII)
_NUMBER_EN = re.compile(r"(-?)(\d{1,3}(?:([., ])\d{3})(?:\3\d{3})*|\d+)", re.ASCII)
_NUMBER_BEGUN = re.compile(r"-?(?:\d{1,3}(?:[., ]\d{3})*[., ]\d{0,2})?", re.ASCII)
# fmt: off
_NUMBER_WORDS = {
    "nul": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}
# fmt: on
_YES = frozenset({"ja", "j", "yes", "y", "waar", "true"})
_NO = frozenset({"nee", "neen", "n", "no", "onwaar", "false"})
_YES_NO_NAMES = {"nl": {"yes": "Ja", "no": "Nee"}, "en": {"yes": "Yes", "no": "No"}}


@dataclass(frozen=True, slots=True)
class FieldResult:
    """What a text says to a field.

    `value` is normalised; None where the text could not be read, "" where there is none. `shown` is the text
    as it is kept beside it, also when it could not be read. `problem` says what is wrong; `incomplete` tells
    that more typing may put it right, so that a form can stay calm until the field is left.
    """

    value: str | None
    shown: str
    problem: Message | None = None
    incomplete: bool = False

    @property
    def stored(self) -> str:
        """The value as a letter keeps it: "" where the text could not be read."""
        return self.value or ""


class FieldType(NamedTuple):
    """How a type of field is read (raising UnreadableError) and shown, given the field and a language."""

    id: str
    read: Callable[[Field, str, str], str]
    show: Callable[[Field, str, str], str]


class TextPattern(NamedTuple):
    """A form that a text field may ask for by its `pattern`."""

    id: str
    read: Callable[[str], str]
    show: Callable[[str, str], str]


def parse(field: Field, typed: str, language: str) -> FieldResult:
    """Read a text, typed or taken from a letter, as a value of the field; no text makes it raise."""
    shown = _shown(field, typed)
    if not shown:
        return FieldResult("", "")
    if len(shown) > _LONGEST and not _is_free(field):
        return FieldResult(None, shown, Message("Fields", TOO_LONG))
    try:
        return FieldResult(field_type(field).read(field, shown, language), shown)
    except UnreadableError as error:
        whole = _shown(field, joined(clean(typed)))
        if whole != shown:  # a word in it was broken at a line end
            return replace(parse(field, whole, language), shown=shown)
        return FieldResult(None, shown, error.message, error.incomplete)


def format(field: Field, value: str, language: str) -> str:
    """Return a normalised value as a form shows it in the language; a value of another form as it is."""
    try:
        return field_type(field).show(field, value, language) if value else ""
    except ValueError:
        # Another version of the codebook may have had another type for this field: show, never fail.
        return value


def language_for(field: Field, screen: str, letters: str) -> str:
    """Return the language that a field is read and shown in: numbers as the letters write them.

    `1.250` is another number in an English letter than in a Dutch one, whatever language the screen has.
    Dates are read in either language, and shown, as the names of choices are, in that of the screen.
    """
    field = field.leaves()[0]
    return letters if field_type(field).id == "whole_number" else screen


def field_type(field: Field) -> FieldType:
    """Return the type of the field; a type that is not known is read as text."""
    return next((each for each in FIELD_TYPES if each.id == field.type), FIELD_TYPES[0])


def _shown(field: Field, typed: str) -> str:
    text = clean(typed)
    if field_type(field).id == "long_text":
        return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return read_whole(text)


def _is_free(field: Field) -> bool:
    return field_type(field).id in ("text", "long_text") and not field.pattern


# --- one pair for each type ------------------------------------------------------------------------------


def _read_text(field: Field, text: str, _language: str) -> str:
    pattern = _pattern(field)
    return pattern.read(text) if pattern else text


def _show_text(field: Field, value: str, language: str) -> str:
    pattern = _pattern(field)
    return pattern.show(value, language) if pattern else value


def _pattern(field: Field) -> TextPattern | None:
    return next((each for each in TEXT_PATTERNS if each.id == field.pattern), None)


def _read_long_text(_field: Field, text: str, _language: str) -> str:
    return text


def _read_number(_field: Field, text: str, language: str) -> str:
    low = text.lower().replace("\u2212", "-").replace("\u2013", "-")
    if low in _NUMBER_WORDS:
        return str(_NUMBER_WORDS[low])
    match = (_NUMBER if _is_dutch(language) else _NUMBER_EN).fullmatch(low)
    if match is None:
        begun = _NUMBER_BEGUN.fullmatch(low) is not None or _begins(low, _NUMBER_WORDS)
        example = "1.250" if _is_dutch(language) else "1,250"
        raise UnreadableError(NOT_A_NUMBER, text=text, example=example, incomplete=begun)
    digits = re.sub("[., ]", "", match[2]).lstrip("0") or "0"
    return digits if digits == "0" else match[1] + digits


def _show_number(_field: Field, value: str, language: str) -> str:
    sign, digits = value[: value.startswith("-")], value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(value)
    first = len(digits) % 3 or 3
    groups = [digits[:first], *(digits[index : index + 3] for index in range(first, len(digits), 3))]
    return sign + ("." if _is_dutch(language) else ",").join(groups)


def _read_yes_no(_field: Field, text: str, _language: str) -> str:
    low = text.casefold().rstrip(".")
    if low in _YES or low in _NO:
        return "yes" if low in _YES else "no"
    raise UnreadableError(NOT_YES_OR_NO, text=text, incomplete=_begins(low, _YES | _NO))


def _show_yes_no(_field: Field, value: str, language: str) -> str:
    return _YES_NO_NAMES["nl" if _is_dutch(language) else "en"].get(value, value)


def _read_choice(field: Field, text: str, language: str) -> str:
    choice = _choice_called(field, text) or _choice_inside(field, text)
    if choice is None:
        spellings = [spelling for each in field.choices for spelling in each.spellings()]
        raise _not_a_choice(field, text, language, incomplete=_begins(plain_name(text), spellings))
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
            raise _not_a_choice(
                field, name.strip(), language, incomplete=_begins(plain_name(name), spellings)
            )
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


def _begins(text: str, wholes: Iterable[str]) -> bool:
    return any(whole.startswith(text) for whole in wholes)


def _read_group(field: Field, text: str, language: str) -> str:
    return field_type(field.parts[0]).read(field.parts[0], text, language) if field.parts else text


def _show_group(field: Field, value: str, language: str) -> str:
    return format(field.parts[0], value, language) if field.parts else value


def _is_dutch(language: str) -> bool:
    return language[:2] == "nl"


# --- what is plugged in ----------------------------------------------------------------------------------

TEXT_PATTERNS = (
    TextPattern("session_year", read_session_year, lambda value, language: value),
    TextPattern("dossier", read_dossier, show_dossier),
    TextPattern("sub_number", read_sub_number, lambda value, language: value),
)

FIELD_TYPES = (
    FieldType("text", _read_text, _show_text),
    FieldType("long_text", _read_long_text, lambda field, value, language: value),
    FieldType(
        "date", lambda field, text, language: read_date(text), lambda f, value, lang: show_date(value, lang)
    ),
    FieldType(
        "period",
        lambda field, text, language: read_period(text),
        lambda f, value, lang: show_period(value, lang),
    ),
    FieldType("whole_number", _read_number, _show_number),
    FieldType("yes_no", _read_yes_no, _show_yes_no),
    FieldType("choice", _read_choice, _show_choice),
    FieldType("several_choices", _read_several_choices, _show_several_choices),
    FieldType(
        "reference",
        lambda field, text, language: read_reference(text),
        lambda field, value, language: show_reference(value, language),
    ),
    # A group has no value of its own: what is given to it as a whole goes to its first part.
    FieldType("group", _read_group, _show_group),
)
