"""What import noticed of a page, in words: short for the rule above the page, whole for its tooltip."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.page_layout import named_lines
from annotator.ui.translate import name_of

_SHORT = {
    "no_text": QT_TRANSLATE_NOOP("PageNotice", "no text yet"),
    "order_differs": QT_TRANSLATE_NOOP("PageNotice", "order of the text was changed"),
    "unreadable": QT_TRANSLATE_NOOP("PageNotice", "signs that cannot be read"),
    "unmapped": QT_TRANSLATE_NOOP("PageNotice", "letters may be wrong"),
    "overlapping": QT_TRANSLATE_NOOP("PageNotice", "text over text"),
    "form": QT_TRANSLATE_NOOP("PageNotice", "filled in form"),
    "recognised": QT_TRANSLATE_NOOP("PageNotice", "recognised here"),
    "hidden": QT_TRANSLATE_NOOP("PageNotice", "hidden text"),
    "across": QT_TRANSLATE_NOOP("PageNotice", "a stamp across the text"),
}
_WHOLE = {
    "no_text": QT_TRANSLATE_NOOP("PageNotice", "No text was found on this page."),
    "order_differs": QT_TRANSLATE_NOOP(
        "PageNotice",
        "The file has the text of this page in another order than it has on paper. It follows the paper "
        "here: look whether it reads well.",
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "PageNotice", "Some signs of this page could not be read: they are shown as \ufffd."
    ),
    "unmapped": QT_TRANSLATE_NOOP(
        "PageNotice",
        "A font of this page does not say which letters its signs are: compare the text with the page.",
    ),
    "overlapping": QT_TRANSLATE_NOOP(
        "PageNotice", "Text stands over other text on this page: words may have run together."
    ),
    "form": QT_TRANSLATE_NOOP(
        "PageNotice", "What was filled in stands at the place of its field: look whether it reads well."
    ),
    "recognised": QT_TRANSLATE_NOOP(
        "PageNotice", "The text of this page was recognised by this program, from its picture."
    ),
    "hidden": QT_TRANSLATE_NOOP(
        "PageNotice",
        "The file has text that is not to be seen on the page (under a bar, white on white, outside the "
        "page, cut off, or on a layer that is switched off): it was left out. Lines: {lines}.",
    ),
    "across": QT_TRANSLATE_NOOP(
        "PageNotice",
        "A stamp or watermark lies across the text: it stands by itself, behind the text of the page. "
        "Lines: {lines}.",
    ),
}


def notice(flags: Sequence[str]) -> str:
    """Return in a few words what was noticed; flags that this program does not know are left out."""
    codes = [flag.partition(":")[0] for flag in flags]
    return ", ".join(name_of(_SHORT[code], "PageNotice") for code in codes if code in _SHORT)


def explanation(flags: Sequence[str]) -> str:
    """Return in sentences what was noticed, with the lines that a flag names."""
    codes = [flag.partition(":")[0] for flag in flags]
    return " ".join(
        name_of(_WHOLE[code], "PageNotice").replace("{lines}", named_lines(flags, code))
        for code in codes
        if code in _WHOLE
    )
