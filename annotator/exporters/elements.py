"""Elements as text: what is put in is data, never markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from annotator.exporters.xml_text import fit_for_xml

_PLAIN = re.compile(r"[\w \-.,:;#/()]*", re.ASCII)  # most texts of attributes
_SPECIAL = re.compile("[^\t\n\u0020-%'-;=?-\ud7ff]")  # what may not stand in an element as it is
_SPACES = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_NO_NAME = re.compile("[^A-Za-z0-9_.-]")


def escaped(text: str) -> str:
    """Return text as the content of an element."""
    if text.isalnum() or not _SPECIAL.search(text):  # most
        return text
    return escape(fit_for_xml(text), quote=False).replace("\r", "&#13;")


def tag(name: str, /, **attributes: object) -> str:
    """Return the start of an element; attributes that are "" are left out."""
    return f"<{name}{_said(attributes)}>"


def empty(name: str, /, **attributes: object) -> str:
    """Return an element that holds nothing."""
    return f"<{name}{_said(attributes)}/>"


def element(name: str, text: str, /, **attributes: object) -> str:
    """Return an element with a text."""
    said = _said(attributes)
    return f"<{name}{said}>{escaped(text)}</{name}>" if text else f"<{name}{said}/>"


def as_name(text: str) -> str:
    """Return a text with what no name in XML may have replaced."""
    return _NO_NAME.sub("_", text)


def attribute(text: str) -> str:
    """Return text as the value of an attribute between double quotes."""
    if text.isalnum() or _PLAIN.fullmatch(text):
        return text
    plain = escape(fit_for_xml(text))
    return re.sub("[\t\n\r]", lambda found: _SPACES[found[0]], plain)


def _said(attributes: Mapping[str, object]) -> str:
    return "".join(f' {key}="{attribute(str(value))}"' for key, value in attributes.items() if value != "")
