"""Making REFI-QDA projects as other programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "urn:QDA-XML:project:1.0"
COKE, MILK, FOLDER = (f"{number}0000000-0000-4000-8000-00000000000A" for number in (1, 2, 3))
TEXT_GUID = "A0000000-0000-4000-8000-000000000001"
SELECTION = "E0000000-0000-4000-8000-000000000001"
CODES = (
    f'<Code guid="{FOLDER}" name="Drinks" isCodable="false">'
    f'<Code guid="{COKE}" name="Coke" isCodable="true" color="#F00">'
    "<Description>the breakfast of champions</Description></Code>"
    f'<Code guid="{{{MILK}}}" name="Milk" isCodable="true" color="#463CC8"/></Code>'
)
USERS = '<Users><User guid="C0000000-0000-4000-8000-000000000001" name="Sue"/></Users>'
_MADE = 'creatingUser="C0000000-0000-4000-8000-000000000001" creationDateTime="2018-03-27T20:04:34+01:00"'


def selection(start: object, end: object, *codes: str, name: str = "", inside: str = "") -> str:
    """Return a selection with codings; `inside` is what stands before them."""
    coding = "".join(
        f'<Coding guid="D0000000-0000-4000-8000-{number:012d}"><CodeRef targetGUID="{code}"/></Coding>'
        for number, code in enumerate(codes)
    )
    place = f'startPosition="{start}" endPosition="{end}" name={quoteattr(name)} {_MADE}'
    return f'<PlainTextSelection guid="{SELECTION}" {place}>{inside}{coding}</PlainTextSelection>'


def source(
    *inside: str, path: str = "internal://one.txt", name: str = "Mabel.txt", guid: str = TEXT_GUID
) -> str:
    """Return a text source of a file."""
    held = "".join(inside)
    told = f'guid="{guid}" name={quoteattr(name)} plainTextPath={quoteattr(path)}'
    return f"<TextSource {told}>{held}</TextSource>"


def described(
    sources: str = "", *, codes: str = CODES, before: str = "", after: str = "", namespace: str = NAMESPACE
) -> str:
    """Return a project's description; `before` and `after` stand around its sources."""
    book = f"<CodeBook><Codes>{codes}</Codes></CodeBook>"
    middle = f"<Sources>{sources}</Sources>" if sources else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="{escape(namespace)}" name="Breakfast"'
        f' origin="ATLAS.ti 9">{USERS}{book}{before}{middle}{after}</Project>'
    )


def packed(description: str | bytes, files: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a .qdpx; `files` are those of its folder of sources."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", description)
        for name, data in (files or {}).items():
            archive.writestr(f"sources/{name}", data)
    return made.getvalue()
