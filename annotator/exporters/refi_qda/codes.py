"""The codebook as codes, and as variables."""

from __future__ import annotations

from typing import Any

from annotator.core.codebook import Codebook, Field, Tag
from annotator.core.refi_guids import HEADING, MOST_LEVELS, PROPOSED, SECTIONS, guid_of, level_guid
from annotator.exporters.refi_qda.elements import element, sub
from annotator.exporters.wording import word

TYPES = {"date": "Date", "whole_number": "Integer", "yes_no": "Boolean"}


def code_of(kind: str, tag_id: str) -> str:
    """Return the GUID of a tag's code."""
    return guid_of("tag", kind, tag_id)


def codes_of(codebook: Codebook, language: str, *, whole: bool = True) -> Any:
    """Return the codes: passages' tags as they are nested, and a folder with those of sections.

    `whole` adds the codes that only a project needs: levels, headings, what is only proposed.
    """
    codes = element("Codes")
    by_parent: dict[tuple[str, str | None], list[Tag]] = {}
    for tag in codebook.tags:
        by_parent.setdefault((tag.kind, tag.parent), []).append(tag)
    _add(codes, by_parent, "passage", None, language)
    if whole or ("section", None) in by_parent or not len(codes):
        folder = _code(codes, SECTIONS, word("sections", language), is_codable=False)
        _add(folder, by_parent, "section", None, language)
        if whole:
            for level in range(1, MOST_LEVELS + 1):
                _code(folder, level_guid(level), f"{word('level', language)} {level}")
            _code(folder, HEADING, word("heading", language))
            _code(codes, PROPOSED, word("proposed", language))
    return codes


def _add(
    parent: Any,
    tags: dict[tuple[str, str | None], list[Tag]],
    kind: str,
    above: str | None,
    language: str,
) -> None:
    for tag in tags.get((kind, above), ()):
        code = _code(parent, code_of(kind, tag.id), tag.name(language), tag.colour_light)
        if description := tag.description(language):
            sub(code, "Description", description)
        _add(code, tags, kind, tag.id, language)


def _code(parent: Any, guid: str, name: str, colour: str = "", *, is_codable: bool = True) -> Any:
    codable = "true" if is_codable else "false"
    return sub(parent, "Code", guid=guid, name=name, isCodable=codable, color=colour)


def type_of_variable(field: Field) -> str:
    """Return REFI-QDA's type for the values of a field."""
    return TYPES.get(field.type, "Text")


def name_of_variable(codebook: Codebook, field: Field, position: int, language: str) -> str:
    """Return the name of a variable: its group's, its field's, and from the second value on its number."""
    name = codebook.full_name(field, language)
    return name if position == 0 else f"{name} {position + 1}"
