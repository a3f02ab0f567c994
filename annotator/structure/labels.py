"""The labels of a letterhead (`Datum`, `Ons kenmerk`, ...) and what addresses look like."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from annotator.structure.lines import Line, near
from annotator.structure.misread import Readings

OTHER = "other"
# The fields that labels stand for; `other` labels say nothing that the form asks.
_LABELS: tuple[tuple[str, str], ...] = (
    (
        "letter_date",
        r"datum(?: brief| verzending)?|dagtekening|verzenddatum|(?:verzonden|verstuurd)(?: per (?:e-?)?mail)?(?: op| d\.?d\.?)?",
    ),
    ("subject", r"betreft|betreffende|onderwerp|inzake"),
    (
        "our_reference",
        r"(?:(?:ons|onze) (?:kenmerk(?:en)?|referentie(?:nummer)?|nummer|zaaknummer|ref)"
        r"|kenmerk|referentie(?:nummer)?|zaaknummer|zaakkenmerk|registratienummer|documentnummer|briefnummer)",
    ),
    (
        "your_reference",
        r"uw (?:kenmerk(?:en)?|referentie(?:nummer)?|nummer|(?:brief|e-?mail|mail|bericht)"
        r"(?: ?\(?kenmerk\)?| van| d\.?d\.?)?)",
    ),
    ("attachments", r"(?:aantal )?bijlagen?"),
    ("dossier", r"(?:kamer)?dossier(?:nummer)?"),
    (
        OTHER,
        r"contactpers(?:oo?n|onen)|contact|inlichtingen(?: bij)?|behandeld door|behandelaar|telefoon(?:nummer)?"
        r"|doorkiesnummer|fax(?:nummer)?|e-?mail(?:adres)?|bezoekadres|postadres|factuuradres|correspondentieadres"
        r"|retour ?adres|afdeling|per e-?mail|kopie(?: aan)?|afschrift aan|cc|c\.c\.|internet|website|iban|kvk"
        r"|medewerker|functie|pagina",
    ),
)
LABEL_PATTERNS = tuple(
    # A label may be printed twice (`Onze referentieOnze referentie`), have a number in brackets (`Bijlage(n)`).
    (role, re.compile(rf"(?:{words})(?:(?:{words})|\s?\([a-z]\))*\s*(?:(?P<colon>[:;])|(?=\s)|$)\s*", re.I))
    for role, words in _LABELS
)
_LONG = (
    ("letter_date", "datum"),
    ("subject", "betreft"),
    ("subject", "onderwerp"),
    ("our_reference", "onskenmerk"),
    ("our_reference", "kenmerk"),
    ("our_reference", "onzereferentie"),
    ("your_reference", "uwkenmerk"),
    ("your_reference", "uwreferentie"),
    ("attachments", "bijlagen"),
    (OTHER, "contactpersoon"),
    (OTHER, "bezoekadres"),
    (OTHER, "postadres"),
    (OTHER, "behandelddoor"),
)
_LABEL_WORDS = Readings(
    ("datum", "betreft", "onderwerp", "kenmerk", "referentie", "bijlage", "bijlagen", "onze")
)
_ADDRESS = re.compile(
    r"\b\d{4} ?(?-i:[A-Z]{2})\b|\bpost(?:bus|ius|box)\b|^[TFEM]\s*[:.]?\s*\(?[+\d][\d ()-]{5,}|\bwww[.,]|https?:"
    r"|[\w.-]+@[\w.-]+|\bretou?wr?[a-z]*ad?r[a-z]*|\brijksoverheid\.n|^\S*\.nl?$|^\(?0\d{1,3}\)?[- ]?\d[\d ]{5,}",
    re.I,
)
_STREET = re.compile(
    r"^[A-Z0-9'’][\w'’. -]*(?:straat|weg|plein|laan|kade|gracht|hof|dijk|singel|markt|dreef|poort|hout|burg|steeg|plaats)"
    r"(?: \w+)? ?\d{1,4}[a-z]?$|^(?:Korte|Lange) \w+ \d+$|^[A-Z][a-z]+ \d{1,3}$",
)
UNIT = re.compile(
    r"^(?:directoraat|directie|dir\.|bestuurskern|dienst|afdeling|kabinet|hoofddirectie|inspectie|rijksdienst"
    r"|ministerie|juridische zaken|programma|project|bureau|sectie|sector|divisie|cluster|team|dg\b|raad|agentschap"
    r"|belastingdienst|autoriteit|gemeente|college|openbaar ministerie|nederlandse)\b",
    re.I,
)
_SMALL_PRINT = re.compile(
    r"^(?:bij beantwoording|wilt u slechts|brief behandelen|correspondentie uitsluitend|en ons kenmerk"
    r"|richten aan het|met vermelding van|en het kenmerk van)",
    re.I,
)


class Label(NamedTuple):
    """A label that a line begins with: the role of its field, where its value begins in the line, whether a colon is there."""

    role: str
    value_at: int
    colon: bool


def label_of(line: Line) -> Label | None:
    """Return the label that the line begins with."""
    text = line.text.lstrip("> ")
    shift = len(line.text) - len(text)
    if text[:1] and (text[:1].isupper() or text[:1].islower()):
        for role, pattern in LABEL_PATTERNS:
            if match := pattern.match(text):
                return Label(role, shift + match.end(), bool(match["colon"]))
    if 4 < len(line.key) < 16:
        for role, word in _LONG:
            if len(line.key) > 6 and near(line.key, word, 1):
                return Label(role, len(line.text), False)
    return _misread_label(line, shift)


def _misread_label(line: Line, shift: int) -> Label | None:
    """Return the label whose first or second word was misread, with its value behind it: `Bctreft Subsidie`."""
    words = line.text[shift:].split(maxsplit=2)[:2]
    if len(words) < 2 or not words[0][:1].isupper() or all(_read(word) == word.casefold() for word in words):
        return None
    text = line.text[shift:]
    for word in words:
        if (meant := _read(word)) != word.casefold():
            text = text.replace(word, meant, 1)
    moved = len(line.text) - shift - len(text)
    for role, pattern in LABEL_PATTERNS:
        if (match := pattern.match(text)) and (match["colon"] or match.end() < len(text)):
            return Label(role, shift + moved + match.end(), bool(match["colon"]))
    return None


@lru_cache(8192)
def _read(word: str) -> str:
    return _LABEL_WORDS.read(word.casefold())


def is_bare_label(line: Line) -> bool:
    """Tell whether the line is a label and nothing more."""
    label = label_of(line)
    return label is not None and not line.text[label.value_at :].strip(" :-–.()n")


def is_address(line: Line) -> bool:
    """Tell whether the line belongs to an address: a postcode, a box, a telephone, a site, a street."""
    return len(line.text) < 60 and bool(_ADDRESS.search(line.text) or _STREET.match(line.text))


def is_unit(line: Line) -> bool:
    """Tell whether the line names a part of an organisation, as a margin does."""
    return len(line.text) < 50 and bool(UNIT.match(line.text)) and not line.ends_sentence


def is_small_print(line: Line) -> bool:
    """Tell whether the line is the request that letterheads carry (`Bij beantwoording de datum ...`)."""
    return bool(_SMALL_PRINT.match(line.text))
