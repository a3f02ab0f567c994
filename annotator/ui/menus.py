"""What the menus are called, and how each is laid out: blocks with lines between, some of them sub menus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Block:
    """Commands (ids) of a menu that belong together; with a `name` they are a sub menu."""

    commands: tuple[str, ...]
    name: str = ""


def _block(*commands: str, name: str = "") -> Block:
    return Block(commands, name)


PANES = QT_TRANSLATE_NOOP("Menu", "P&anes")
# Where a civil servant would look. A command that is named nowhere stands in the last block of its menu.
LAYOUT: dict[str, tuple[tuple[Block, ...], ...]] = {
    "File": (
        (_block("new_project", "open_project", "open_sample"),),
        (_block("import", "import_folder", "export"),),
        (_block("backup", "restore"),),
        (_block("settings"),),
        (_block("close_project", "quit"),),
    ),
    "Edit": (
        (_block("undo", "redo"),),
        (_block("cut", "copy", "copy_with_source", "paste", "select_all"),),
        (_block("find", "find_in_project", "replace"),),
        (_block("edit_mode", "grow", "shrink"),),
    ),
    "Letter": (
        (_block("go_to_letter", "previous_letter", "next_letter"),),
        (
            _block("done_next"),
            _block(
                *("status_todo", "status_busy", "status_done", "status_second_look"),
                name=QT_TRANSLATE_NOOP("Menu", "&Status"),
            ),
            _block("note"),
        ),
        (_block("go_to_line", "previous_paragraph", "next_paragraph"),),
        (
            _block("rename_letter", "remove_letters"),
            _block(
                *("read_anew", "recognise_anew", "readings"),
                name=QT_TRANSLATE_NOOP("Menu", "Read &anew"),
            ),
        ),
        (_block("propose_for_all", "find_duplicates"),),
    ),
    "Tag": (
        (_block("confirm", "confirm_all", "turn_down", "confirm_outline"),),
        (
            _block(
                *("start_section", "merge_section", "raise_section", "lower_section", "set_heading"),
                name=QT_TRANSLATE_NOOP("Menu", "&Section"),
            ),
            _block("previous_section", "next_section"),
        ),
        (_block("next_passage", "remove_passage"),),
        (
            _block(
                *("codebook", "import_codebook", "export_codebook"),
                name=QT_TRANSLATE_NOOP("Menu", "Code&book"),
            ),
        ),
    ),
    "Correct": (
        (_block("correct_word"),),
        (_block("next_suspect", "previous_suspect"),),
        (_block("review_words", "learnt"),),
    ),
    "Form": (
        (_block("fill_field", "edit_field", "to_evidence"),),
        (_block("previous_field", "next_field"),),
        (_block("confirm_form"),),
    ),
    "View": (
        (_block("letters_table", "passages_table", "statistics"),),
        (_block("focus_filter", "filter_conditions"),),
        (
            _block("bigger", "smaller", "normal_size", name=QT_TRANSLATE_NOOP("Menu", "Te&xt size")),
            _block(
                *("pages_place", "pages_bigger", "pages_smaller", "pages_fit_text", "pages_fit_width"),
                *("pages_fit_page", "previous_page", "next_page", "pages_follow"),
                name=QT_TRANSLATE_NOOP("Menu", "Page &images"),
            ),
            _block("next_pane", "previous_pane", name=PANES),
            _block("focus_layout"),
        ),
    ),
    "Help": (
        (_block("palette", "manual", "key_sheet"),),
        (_block("about"),),
    ),
}


def blocks(group: str, commands: Iterable[str]) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks of a menu with those of these commands that there are; empty ones are left out."""
    left = list(commands)
    laid_out = LAYOUT[group]
    named = {one for parts in laid_out for part in parts for one in part.commands}
    others = tuple(one for one in left if one not in named)
    for number, parts in enumerate(laid_out):
        found = [Block(tuple(c for c in part.commands if c in left), part.name) for part in parts]
        if number == len(laid_out) - 1 and others:
            found.append(Block(others))
        if any(part.commands for part in found):
            yield tuple(part for part in found if part.commands)


def menu_name(group: str) -> str:
    """Return what a group's menu is called, without the sign for its letter."""
    return name_of(MENUS[group], "Menu").replace("&", "")
