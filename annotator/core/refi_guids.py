"""The GUIDs in REFI-QDA files of this program: the same for the same thing, so that it is known again.

https://www.qdasoftware.org
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from annotator.core.codebook import Codebook

_SPACE = uuid.UUID("6d0a4f1e-2c55-5b0e-9a3e-5d1f0c6b7a21")
MOST_LEVELS = 9


def guid_of(*what: object) -> str:
    """Return the GUID of a thing by what it is: its kind first, then what tells it from others."""
    return str(uuid.uuid5(_SPACE, "/".join(map(str, what))))


def letter_guid(uid: str) -> str:
    """Return the GUID of a letter as a text source."""
    return guid_of("letter", uid)


def pdf_guid(uid: str) -> str:
    """Return the GUID of the PDF that a letter came from."""
    return guid_of("pdf", uid)


def area_guid(selection: str, page: int) -> str:
    """Return the GUID of the area on a further page of a selection that begins on another one.

    It leads back: the same of that GUID and page is the selection's. Raises ValueError for what is no GUID.
    """
    return str(uuid.UUID(int=uuid.UUID(selection).int ^ page))


def field_guid(field_id: str, position: int) -> str:
    """Return the GUID of the variable for the values that a field (a leaf's id) has at a position."""
    return guid_of("field", field_id, position)


def level_guid(level: int) -> str:
    """Return the GUID of the code that sections of a level carry."""
    return guid_of("level", level)


# Codes and variables that are no tags and fields, but say what a letter has beside them.
SECTIONS = guid_of("sections")
HEADING = guid_of("heading")
PROPOSED = guid_of("proposed")
STATUS = guid_of("status")


def tags_by_guid(codebook: Codebook) -> dict[str, str]:
    """Return the ids of the codebook's tags by the GUIDs of their codes."""
    return {guid_of("tag", tag.kind, tag.id): tag.id for tag in codebook.tags}


def fields_by_guid(codebook: Codebook, positions: Iterable[int]) -> dict[str, tuple[str, int]]:
    """Return fields and positions by the GUIDs of their variables, for the positions given."""
    wanted = tuple(positions)
    return {
        field_guid(leaf.id, position): (leaf.id, position)
        for leaf in codebook.value_fields()
        for position in wanted
    }
