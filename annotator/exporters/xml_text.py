"""Text for files that are XML inside: what XML cannot hold is left out, and counted beforehand."""

from __future__ import annotations

import re

from annotator.core.messages import QT_TRANSLATE_NOOP, Message

# https://www.w3.org/TR/xml/#charsets, and characters that stand for none.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNFIT_SIGNS = Message(
    "Export",
    QT_TRANSLATE_NOOP("Export", "signs that no such file can hold (control characters) are left out"),
)


def fit_for_xml(text: str) -> str:
    """Return the text without what XML cannot hold."""
    return _UNFIT.sub("", text)


def unfit_signs(text: str) -> int:
    """Return how many signs of a text XML cannot hold."""
    return len(_UNFIT.findall(text))
