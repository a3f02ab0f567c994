"""What the menus are called."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.translate import name_of

# What each group's menu is called; the letter behind & opens it with Alt.
MENUS = {
    "File": QT_TRANSLATE_NOOP("Menu", "&File"),
    "Edit": QT_TRANSLATE_NOOP("Menu", "&Edit"),
    "Letter": QT_TRANSLATE_NOOP("Menu", "&Letter"),
    "Tag": QT_TRANSLATE_NOOP("Menu", "&Tag"),
    "Correct": QT_TRANSLATE_NOOP("Menu", "&Correct"),
    "Form": QT_TRANSLATE_NOOP("Menu", "F&orm"),
    "View": QT_TRANSLATE_NOOP("Menu", "&View"),
    "Help": QT_TRANSLATE_NOOP("Menu", "&Help"),
}


def menu_name(group: str) -> str:
    """Return what a group's menu is called, without the sign for its letter."""
    return name_of(MENUS[group], "Menu").replace("&", "")
