"""The form's values, from all extractors, in their normal forms."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.references import read_dossier, read_sub_number
from annotator.core.unreadable import UnreadableError
from annotator.language.interface import Reason
from annotator.structure.content import find_content
from annotator.structure.flow import Flow
from annotator.structure.found import Found, shown
from annotator.structure.interface import ProposedValue
from annotator.structure.letterhead import find_labelled
from annotator.structure.people import find_people
from annotator.structure.sections import Anatomy

_TIED = ("signatory", "signatory_role")  # the office belongs to the name at the same position
_NORMAL = {"dossier": read_dossier, "sub_number": read_sub_number}


def find_values(parts: Anatomy, introduction: Flow, references: Sequence[Found]) -> list[ProposedValue]:
    """Return the values of the form, in the order of the text, numbered within their fields."""
    labelled = find_labelled(parts)
    found = [*labelled, *find_people(parts), *find_content(parts, introduction, labelled), *references]
    values: list[ProposedValue] = []
    counts: dict[str, int] = {}
    for value in sorted(found, key=lambda value: (value.role, value.start)):
        proposed = _proposed(parts.text, value, counts)
        if proposed is not None:
            values.append(proposed)
    return sorted(values, key=lambda value: (value.start if value.start is not None else -1, value.role))


def _proposed(text: str, value: Found, counts: dict[str, int]) -> ProposedValue | None:
    written = shown(text[value.start : value.end]) if value.start >= 0 else ""
    normal = value.value or written
    reader = _NORMAL.get(value.role)
    if reader is not None:
        try:
            normal = reader(written)
        except UnreadableError:
            return None
    if not normal:
        return None
    position = value.position
    if value.role not in _TIED:
        position = counts.get(value.role, 0)
        counts[value.role] = position + 1
    start, end = (value.start, value.end) if value.start >= 0 else (None, None)
    return ProposedValue(
        value.role, position, normal, written, start, end, round(value.confidence, 3), Reason(value.code)
    )
