"""What is asked of an export in its dialog, and how the settings keep it for the next time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotator import exporters
from annotator.exporters.preparing import NAMES_KEPT, NAMING
from annotator.ui.settings import Settings

Scope = Literal["one", "chosen", "filtered", "all"]
SCOPES: tuple[Scope, ...] = ("one", "chosen", "filtered", "all")


@dataclass(frozen=True, slots=True)
class Scopes:
    """The letters that may be asked for: the open one, those chosen in a list, those it shows, and all.

    `one`, `chosen` and `filtered` are None where there are none of their own: no letter is open, no more than
    one is chosen, the list shows all. Numbers are of letters.
    """

    one: int | None = None
    chosen: int | None = None
    filtered: int | None = None
    all: int = 0
    has_hidden: bool = False  # whether the codebook has tags whose words can be hidden

    def number(self, scope: Scope) -> int | None:
        """Return how many letters a scope has, None where it cannot be asked for."""
        return {"one": self.one, "chosen": self.chosen, "filtered": self.filtered, "all": self.all}[scope]

    def first(self, last: str) -> Scope:
        """Return the scope to begin with, where `last` is that of the last time.

        Letters that were chosen in the list were chosen for something.
        """
        if self.chosen is not None:
            return "chosen"
        fallback: Scope = "one" if self.one is not None else "all"
        return next((known for known in SCOPES if known == last and self.number(known)), fallback)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: a format, letters, and how; `choices` are those of every format, by its id.

    `format_id` is the format that is shown; `ticked` are those to be written together, none for that one
    alone.
    """

    format_id: str = ""
    scope: str = ""
    proposals: bool = True
    naming: str = NAMES_KEPT
    hide: bool = True
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()

    @property
    def formats(self) -> tuple[str, ...]:
        """Return the ids of the formats that are to be written."""
        return self.ticked or (self.format_id,)


def asked_before(settings: Settings) -> Asked:
    """Return what was asked for the last time."""
    return Asked(
        settings.text("last_export_format") or exporters.EXPORTERS[0].id,
        settings.text("last_export_scope"),
        settings.flag("last_export_proposals"),
        settings.text("last_export_naming"),
        settings.flag("last_export_hide"),
        _choices(settings.text("last_export_choices")),
        tuple(filter(None, settings.text("last_export_ticked").split())),
    )


def remember(settings: Settings, asked: Asked) -> None:
    """Keep what was asked for."""
    settings.set("last_export_format", asked.format_id)
    settings.set("last_export_ticked", " ".join(asked.ticked))
    settings.set("last_export_scope", asked.scope)
    settings.set("last_export_proposals", asked.proposals)
    settings.set("last_export_naming", asked.naming if asked.naming in NAMING else NAMES_KEPT)
    settings.set("last_export_hide", asked.hide)
    settings.set("last_export_choices", json.dumps(asked.choices))


def _choices(source: str) -> dict[str, dict[str, str]]:
    try:
        read = json.loads(source)
    except ValueError:
        return {}
    if not isinstance(read, dict):
        return {}
    return {
        format_id: {key: option for key, option in chosen.items() if isinstance(option, str)}
        for format_id, chosen in read.items()
        if isinstance(chosen, dict)
    }
