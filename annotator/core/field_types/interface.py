"""What a type of field is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from annotator.core.codebook import Field
from annotator.core.messages import Message


def _nothing(_field: Field, _language: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class FieldType:
    """How a type of field is read (raising `UnreadableError`) and shown, given the field and a language.

    `id` is what the TOML of a codebook says; `name` (context `FieldTypes`) is for the screen. `chooses` tells
    whether a field of the type has choices in the codebook. `offers` returns the names to choose from in the
    form, where there are some. A `free` text may be of any length; one of `several_lines` keeps its line
    ends. What is `as_letters_write` is read and shown in the language of the letters instead of the screen's.
    """

    id: str
    name: str
    read: Callable[[Field, str, str], str]
    show: Callable[[Field, str, str], str]
    chooses: Literal["", "one", "several"] = ""
    offers: Callable[[Field, str], tuple[str, ...]] = _nothing
    free: bool = False
    several_lines: bool = False
    as_letters_write: bool = False

    @property
    def shown_name(self) -> Message:
        """The name, to be translated."""
        return Message("FieldTypes", self.name)


def begins(text: str, wholes: Iterable[str]) -> bool:
    """Tell whether more typing could make a text one of these."""
    return any(whole.startswith(text) for whole in wholes)


def is_dutch(language: str) -> bool:
    """Tell whether a language is written as Dutch is."""
    return language[:2] == "nl"
