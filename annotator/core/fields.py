"""Field types: reading what is typed or found in a letter to a normal form, and showing it again.

Normal forms: see docs/codebook.md. For every value that `parse` gives,
`parse(field, format(field, value, language), language).value == value`.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.codebook import Field
from annotator.core.field_types import FieldType, type_of
from annotator.core.folding import joined, read_whole
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import clean
from annotator.core.unreadable import UnreadableError

TOO_LONG = QT_TRANSLATE_NOOP("Fields", "This is too long for this field: keep only what it asks for.")

# What is typed for "the letter does not have this": a hyphen alone, of whatever kind.
ABSENT_SIGN = "-"
_ABSENT_SIGNS = frozenset({"-", "\u2013", "\u2014", "\u2212"})

# Nobody types more into a date or a reference; a pasted letter must not keep the readers busy.
_LONGEST = 500


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


def parse(field: Field, typed: str, language: str) -> FieldResult:
    """Read a text, typed or taken from a letter, as a value of the field; no text makes it raise."""
    field = _valued(field)
    shown = _shown(field, typed)
    if not shown:
        return FieldResult("", "")
    if len(shown) > _LONGEST and not _is_free(field):
        return FieldResult(None, shown, Message("Fields", TOO_LONG))
    try:
        return FieldResult(field_type(field).read(field, shown, language), shown)
    except UnreadableError as error:
        for broken in (clean(typed), shown):
            whole = _shown(field, joined(broken))
            if whole != shown:  # a word in it was broken at a line end
                mended = parse(field, whole, language)
                if mended.problem is None:
                    return mended  # what is shown reads as it does
        return FieldResult(None, shown, error.message, error.incomplete)


def says_absent(text: str) -> bool:
    """Tell whether what was typed into a field says that the letter does not have it."""
    return text.strip() in _ABSENT_SIGNS


def format(field: Field, value: str, language: str) -> str:
    """Return a normalised value as a form shows it in the language; a value of another form as it is."""
    field = _valued(field)
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
    return letters if field_type(field).as_letters_write else screen


def field_type(field: Field) -> FieldType:
    """Return the type of the field; a type that is not known is read as text."""
    return type_of(field.type)


def _shown(field: Field, typed: str) -> str:
    text = clean(typed)
    if field_type(field).several_lines:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return read_whole(text)


def _is_free(field: Field) -> bool:
    return field_type(field).free and not field.pattern


def _valued(field: Field) -> Field:
    """Return the field that holds a value given to a field: what a group is given goes to its first part."""
    return field.parts[0] if field.parts else field
