"""Sentences made by modules that know no Qt, translated where they are shown."""

from __future__ import annotations

from dataclasses import dataclass, field


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Return the text itself; the name makes lupdate extract it for translation."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with named places, to be translated by its context.

    `text` is a `str.format` template, marked with QT_TRANSLATE_NOOP(context, text) where it is made, e.g.
    `Message("Import", QT_TRANSLATE_NOOP("Import", "{name} is empty: there is nothing to import."),
    {"name": "a.txt"})`.
    """

    context: str
    text: str
    params: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.params)
