"""Sentences made by modules that know no Qt, translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from string import Formatter

Figure = Callable[[int], str]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Return the text itself; the name makes lupdate extract it for translation."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with named places, to be translated by its context.

    `text` is a template for `fill`, marked with QT_TRANSLATE_NOOP(context, text) where it is made, e.g.
    `Message("Import", QT_TRANSLATE_NOOP("Import", "{name} is empty: there is nothing to import."),
    {"name": "a.txt"})`.
    """

    context: str
    text: str
    params: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return fill(self.text, self.params)


def fill(text: str, params: Mapping[str, object], figure: Figure = "{:,}".format) -> str:
    """Return a template with its places filled.

    `{name}` is what is said, as it is. `{n:letter|letters}` is a count with its word, singular for one;
    `{n:,}` is a figure alone. Both are written by `figure`. ValueError for any other form, KeyError for a
    place that nothing is said for.
    """
    return _Filling(figure).vformat(text, (), params)


def is_form(spec: str) -> bool:
    """Tell whether a place of a template may have this behind its colon."""
    return spec in ("", ",") or (spec.count("|") == 1 and not set(spec) & set("{}"))


class _Filling(Formatter):
    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def format_field(self, value: object, format_spec: str) -> str:
        if not is_form(format_spec):
            raise ValueError(f"a place may not have the form {format_spec!r}")
        if not format_spec:
            return str(value)
        said = self._figure(value) if isinstance(value, int) else str(value)
        one, several = format_spec.split("|") if "|" in format_spec else ("", "")
        return f"{said} {one if said == '1' else several}".rstrip()
