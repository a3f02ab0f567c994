"""Elements of REFI-QDA's XML, written one by one so that a project of any size fits in memory."""

from __future__ import annotations

from typing import Any

from annotator.exporters.xml_text import fit_for_xml

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_LONGEST_NAME = 100


def element(name: str, /, **attributes: str) -> Any:
    """Make an element; attributes without a value are left out."""
    from lxml import etree  # not for the list of formats

    made = etree.Element(name)
    _give(made, attributes)
    return made


def sub(parent: Any, name: str, text: str = "", /, **attributes: str) -> Any:
    """Add an element to another."""
    made = parent.makeelement(name)
    parent.append(made)
    if text:
        made.text = fit_for_xml(text)
    _give(made, attributes)
    return made


def _give(made: Any, attributes: dict[str, str]) -> None:
    for key, value in attributes.items():
        if value:
            made.set(key, fit_for_xml(value))


def written(made: Any) -> bytes:
    """Return an element as bytes; it belongs to the name space of what it is put in."""
    from lxml import etree

    return bytes(etree.tostring(made, encoding="UTF-8", xml_declaration=False)) + b"\n"


def root_tags(name: str, namespace: str, /, **attributes: str) -> tuple[bytes, bytes]:
    """Return how a file with this root begins and ends."""
    whole = written(element(name, **attributes)).decode().strip().removesuffix("/>")
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n{whole} xmlns="{namespace}">\n'
    return head.encode(), f"</{name}>\n".encode()


def short_name(text: str) -> str:
    """Return what names a stretch of text: its words on one line, cut where they are many."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - 1].rstrip() + "…"
