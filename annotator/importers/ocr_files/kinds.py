"""What the formats call the regions of a page, and which of them are furniture."""

from __future__ import annotations

import re

_NAMES = {
    "head": "header runninghead runningtitle runningheader pageheader",
    "foot": "footer runningfoot runningfooter pagefooter signaturemark catchword quiremarks",
    "page_number": "pagenumber pageno numbering folio pagination",
    "margin": "margin marginalia marginalium marginalnote marginnote margintext sidenote",
    # What is said to be one of these is no furniture, wherever it stands.
    "": "main heading title caption footnote footnotecontinued endnote tocentry dropcapital",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_SIGNS = re.compile("[^a-z]")


def kind_of(label: str) -> str | None:
    """Return the kind of furniture that a type of region names; "" for text, None where it tells neither.

    Knows the types of PAGE and hOCR, and those of SegmOnto (`MarginTextZone:note`) that eScriptorium uses.
    """
    plain = _SIGNS.sub("", re.split("[:#]", label, maxsplit=1)[0].casefold())
    return _KINDS.get(plain.removesuffix("zone"))
