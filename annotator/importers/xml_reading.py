"""Parsing XML and HTML that others wrote: no network, no DTD, no entities of their own, and with limits."""

from __future__ import annotations

from html.entities import html5
from typing import Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError

Element = Any  # lxml's elements have no types

# A thousand pages of an OCR program have about a million; each takes some 120 bytes.
MOST_TAGS = 6_000_000
# libxml2's numbers of what went wrong.
_OUT_OF_MEMORY = 2
_LIMITS = (89, 114)  # entities in a circle; too deep, too large

BROKEN_XML = QT_TRANSLATE_NOOP(
    "Import",
    "{name} is damaged: its XML cannot be read from line {line} on. Get another copy, or save it anew.",
)
OWN_ENTITIES = QT_TRANSLATE_NOOP(
    "Import", "{name} defines entities of its own in its XML, which may do harm: save it without them."
)
BEYOND_LIMITS = QT_TRANSLATE_NOOP(
    "Import",
    "{name} holds XML that is nested too deep or too large for a letter: get another copy, or split it.",
)


def parse_xml(shown: str, data: bytes, lenient: bool = False) -> Element:
    """Return the root of an XML file; `shown` is its name in messages.

    `lenient` reads on behind what is not well formed. There are neither comments, instructions nor entities
    in the tree: those of HTML are text, others are left out. Raises `UserError` where the file is damaged,
    beyond the limits, or defines entities.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=lenient,
        remove_comments=True,
        remove_pis=True,
    )
    root = _parsed(shown, data, parser)
    # An entity cannot grow here (see the parser's limits), but nothing that is meant well defines one.
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise _problem(OWN_ENTITIES, shown)
    if dtd is not None or lenient:  # elsewhere an unknown entity is a fault
        _spell_out(root)
    return root


def parse_html(shown: str, data: bytes, encoding: str | None = None) -> Element:
    """Return the root of an HTML file, however badly it is formed. Raises `UserError` where it is none."""
    from lxml import etree

    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding=encoding
    )
    return _parsed(shown, data, parser)


def name_of(element: Element) -> str:
    """Return an element's name without its name space."""
    return str(element.tag).rpartition("}")[2]


def _parsed(shown: str, data: bytes, parser: Any) -> Element:
    from lxml import etree

    if data.count(b"<") > MOST_TAGS:
        raise _problem(BEYOND_LIMITS, shown)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == _OUT_OF_MEMORY:
            raise MemoryError from error
        if error.code in _LIMITS:
            raise _problem(BEYOND_LIMITS, shown) from error
        raise _problem(BROKEN_XML, shown, line=error.lineno or 1) from error
    except (ValueError, LookupError, AttributeError) as error:
        # lxml's own words for an encoding that nobody knows, and for a tree that was given up.
        raise _problem(BROKEN_XML, shown, line=1) from error
    if root is None:
        raise _problem(BROKEN_XML, shown, line=1)
    return root


def _spell_out(root: Element) -> None:
    """Put the text of HTML's named entities in their place."""
    from lxml import etree

    for entity in list(root.iter(etree.Entity)):
        before, parent = entity.getprevious(), entity.getparent()
        text = html5.get(f"{entity.name};", "") + (entity.tail or "")
        if before is not None:
            before.tail = (before.tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        entity.tail = None
        parent.remove(entity)


def _problem(text: str, shown: str, **params: object) -> UserError:
    return UserError(Message("Import", text, {"name": shown, **params}))
