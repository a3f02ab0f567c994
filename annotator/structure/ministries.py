"""The names of ministries, to read them whole where a letterhead breaks them over lines."""

from __future__ import annotations

import re

from annotator.structure.lines import near
from annotator.structure.misread import Readings, Reread

# Those of the last thirty years; longer names before those that they begin with.
MINISTRIES = (
    "Algemene Zaken",
    "Asiel en Migratie",
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Binnenlandse Zaken",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "Buitenlandse Zaken",
    "Defensie",
    "Economische Zaken, Landbouw en Innovatie",
    "Economische Zaken en Klimaat",
    "Economische Zaken",
    "Financiën",
    "Infrastructuur en Waterstaat",
    "Infrastructuur en Milieu",
    "Justitie en Veiligheid",
    "Justitie",
    "Klimaat en Groene Groei",
    "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "Landbouw, Natuur en Voedselkwaliteit",
    "Landbouw, Natuurbeheer en Visserij",
    "Onderwijs, Cultuur en Wetenschap",
    "Sociale Zaken en Werkgelegenheid",
    "Veiligheid en Justitie",
    "Verkeer en Waterstaat",
    "Volksgezondheid, Welzijn en Sport",
    "Volkshuisvesting en Ruimtelijke Ordening",
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
    "Wonen, Wijken en Integratie",
)
_MINISTRY = re.compile(r"\bministerie\s+v\w{2}\s+", re.I)
_WORD = Readings(("ministerie",))


def find_ministry(text: str) -> tuple[int, int] | None:
    """Return the span of the first `Ministerie van ...` in the text, its name as far as it is known."""
    read = Reread(text, _WORD)
    for match in _MINISTRY.finditer(read.text):
        end = _name_end(text, read.place(match.end()))
        if end is not None:
            return read.place(match.start()), end
    return None


def _name_end(text: str, start: int) -> int | None:
    best: int | None = None
    for name in MINISTRIES:
        words = name.split()
        pattern = r"[\s-]+".join(rf"\S{{{max(1, len(word) - 2)},{len(word) + 2}}}" for word in words)
        match = re.compile(pattern).match(text, start)
        if match is None:
            continue
        read = re.sub(r"[\W_]+", "", match.group()).casefold()
        wanted = re.sub(r"[\W_]+", "", name).casefold()
        if near(read, wanted, max(1, len(wanted) // 8)) and (best is None or match.end() > best):
            best = match.end()
    return best
