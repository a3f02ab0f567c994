"""A whole number: digits, dots between thousands, or a word."""

from __future__ import annotations

import re

from annotator.core.codebook import Field
from annotator.core.field_types.interface import FieldType, begins, is_dutch
from annotator.core.folding import without_raised
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.unreadable import UnreadableError

NOT_A_NUMBER = QT_TRANSLATE_NOOP(
    "Fields", "“{text}” is not a whole number: write it in digits, as 12 or {example}."
)
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


def _read_number(_field: Field, text: str, language: str) -> str:
    low = without_raised(text).strip().lower().replace("\u2212", "-").replace("\u2013", "-")
    if low in _NUMBER_WORDS:
        return str(_NUMBER_WORDS[low])
    match = (_NUMBER if is_dutch(language) else _NUMBER_EN).fullmatch(low)
    if match is None:
        begun = _NUMBER_BEGUN.fullmatch(low) is not None or begins(low, _NUMBER_WORDS)
        example = "1.250" if is_dutch(language) else "1,250"
        raise UnreadableError(NOT_A_NUMBER, text=text, example=example, incomplete=begun)
    digits = re.sub("[., ]", "", match[2]).lstrip("0") or "0"
    return digits if digits == "0" else match[1] + digits


def _show_number(_field: Field, value: str, language: str) -> str:
    sign, digits = value[: value.startswith("-")], value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(value)
    first = len(digits) % 3 or 3
    groups = [digits[:first], *(digits[index : index + 3] for index in range(first, len(digits), 3))]
    return sign + ("." if is_dutch(language) else ",").join(groups)


# `1.250` is another number in an English letter than in a Dutch one, whatever language the screen has.
WHOLE_NUMBER = FieldType(
    "whole_number",
    QT_TRANSLATE_NOOP("FieldTypes", "whole number"),
    _read_number,
    _show_number,
    as_letters_write=True,
)
