"""Labels of lists and marks of notes: numbers as digits, letters, Roman numerals, raised digits; bullets."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3_999
_MOST_LETTERS = 26 * 8
DECIMAL, LETTERS, ROMAN, PADDED, ORDINAL = "decimal", "letters", "roman", "padded", "ordinal"
BULLET = "•"


def numbered(number: int, form: str, capitals: bool = False) -> str:
    """Return a number as a label says it; in digits where the form has none for it."""
    text = str(number)
    if form == LETTERS and 0 < number <= _MOST_LETTERS:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)  # z, aa, bb
    elif form == ROMAN and 0 < number <= _MOST_ROMAN:
        text = _roman(number)
    elif form == PADDED:
        text = f"{number:02}"
    elif form == ORDINAL:
        text = f"{number}e"
    return text.upper() if capitals else text


def raised(text: str) -> str:
    """Return a text with its digits raised: the mark of a note."""
    return text.translate(_RAISED)


def is_all_digits(text: str) -> bool:
    """Tell whether a text is nothing but plain digits."""
    return text.isascii() and text.isdigit()


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said
