"""The commands: one function each, with its description.

Menu, shortcut, key sheet and manual all follow from the entry in SESSION_COMMANDS; nothing else has to be
written for
it. Commands that need widgets are in `annotator.ui.shell.commands`.
"""

from __future__ import annotations

from annotator.commands.command import DESK, EVERYWHERE, GROUPS, AnyCommand, Command, Workbench
from annotator.commands.filling import fill_field, mark_absent, point_out, set_status
from annotator.commands.going import next_paragraph, previous_paragraph
from annotator.commands.proposing import confirm, confirm_all, confirm_form, confirm_outline, turn_down
from annotator.commands.sections import (
    lower_section,
    merge_section,
    next_section,
    previous_section,
    raise_section,
    set_heading,
    start_section,
)
from annotator.commands.selecting import grow_selection, shrink_selection
from annotator.commands.tagging import apply_tag, next_passage, remove_passage, remove_passage_of
from annotator.commands.undoing import redo, undo
from annotator.core.messages import QT_TRANSLATE_NOOP

__all__ = [
    "DESK",
    "EVERYWHERE",
    "GROUPS",
    "SESSION_COMMANDS",
    "AnyCommand",
    "Command",
    "Workbench",
    "apply_tag",
    "remove_passage_of",
    "set_status",
]

SESSION_COMMANDS: tuple[Command[Workbench], ...] = (
    Command(
        "undo",
        QT_TRANSLATE_NOOP("Command", "Undo"),
        "Edit",
        undo,
        ("Ctrl+Z",),
        changes=True,
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Undo the last change: text, tag, section or form. It works across a restart."
        ),
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("Command", "Redo"),
        "Edit",
        redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        changes=True,
        needs_letter=False,
        description=QT_TRANSLATE_NOOP("Command", "Do again what was undone."),
    ),
    Command(
        "grow",
        QT_TRANSLATE_NOOP("Command", "Grow the selection"),
        "Edit",
        grow_selection,
        ("E",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "Word, what stands in brackets, sentence, paragraph, section."),
    ),
    Command(
        "shrink",
        QT_TRANSLATE_NOOP("Command", "Shrink the selection"),
        "Edit",
        shrink_selection,
        ("Shift+E",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "Section, paragraph, sentence, word."),
    ),
    Command(
        "start_section",
        QT_TRANSLATE_NOOP("Command", "Start a section here"),
        "Tag",
        start_section,
        ("S",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "At the caret's line; a line that looks like a heading becomes it."),
        changes=True,
    ),
    Command(
        "merge_section",
        QT_TRANSLATE_NOOP("Command", "Merge with the section before"),
        "Tag",
        merge_section,
        ("M",),
        DESK,
        changes=True,
    ),
    Command(
        "raise_section",
        QT_TRANSLATE_NOOP("Command", "Raise the section's level"),
        "Tag",
        raise_section,
        ("<", "Alt+Shift+Left"),
        DESK,
        changes=True,
    ),
    Command(
        "lower_section",
        QT_TRANSLATE_NOOP("Command", "Lower the section's level"),
        "Tag",
        lower_section,
        (">", "Alt+Shift+Right"),
        DESK,
        changes=True,
    ),
    Command(
        "set_heading",
        QT_TRANSLATE_NOOP("Command", "Heading: this line or selection"),
        "Tag",
        set_heading,
        ("H",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "Again on the same words: no heading."),
        changes=True,
    ),
    Command(
        "previous_section",
        QT_TRANSLATE_NOOP("Command", "Previous section"),
        "Tag",
        previous_section,
        ("[", "Alt+Up"),
        DESK,
    ),
    Command(
        "next_section",
        QT_TRANSLATE_NOOP("Command", "Next section"),
        "Tag",
        next_section,
        ("]", "Alt+Down"),
        DESK,
    ),
    Command(
        "previous_paragraph",
        QT_TRANSLATE_NOOP("Command", "Previous paragraph or heading"),
        "Letter",
        previous_paragraph,
        ("Ctrl+Up",),
        DESK,
    ),
    Command(
        "next_paragraph",
        QT_TRANSLATE_NOOP("Command", "Next paragraph or heading"),
        "Letter",
        next_paragraph,
        ("Ctrl+Down",),
        DESK,
    ),
    Command(
        "confirm",
        QT_TRANSLATE_NOOP("Command", "Confirm the proposal"),
        "Tag",
        confirm,
        ("C",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "The one that is selected or at the caret; then go to the next."),
        changes=True,
    ),
    Command(
        "confirm_all",
        QT_TRANSLATE_NOOP("Command", "Confirm all of this kind"),
        "Tag",
        confirm_all,
        ("Shift+C",),
        DESK,
        QT_TRANSLATE_NOOP(
            "Command", "The whole outline, the whole form, or all passages: what the proposal at hand is of."
        ),
        changes=True,
    ),
    Command(
        "turn_down",
        QT_TRANSLATE_NOOP("Command", "Turn the proposal down"),
        "Tag",
        turn_down,
        ("Shift+Delete",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "It is not proposed again; then go to the next."),
        changes=True,
    ),
    Command(
        "confirm_outline",
        QT_TRANSLATE_NOOP("Command", "Confirm the whole outline"),
        "Tag",
        confirm_outline,
        ("Ctrl+Alt+O",),
        changes=True,
    ),
    Command(
        "confirm_form",
        QT_TRANSLATE_NOOP("Command", "Confirm the whole form"),
        "Form",
        confirm_form,
        ("Ctrl+Alt+V",),
        changes=True,
    ),
    Command(
        "next_passage",
        QT_TRANSLATE_NOOP("Command", "Next passage under the caret"),
        "Tag",
        next_passage,
        ("Space",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "Where passages overlap, each in turn."),
    ),
    Command(
        "remove_passage",
        QT_TRANSLATE_NOOP("Command", "Remove this passage"),
        "Tag",
        remove_passage,
        ("Delete",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "The tag goes, the text stays. Never a section or a value."),
        changes=True,
    ),
    Command(
        "fill_field",
        QT_TRANSLATE_NOOP("Command", "Put the selection into the chosen field"),
        "Form",
        fill_field,
        ("V",),
        DESK,
        QT_TRANSLATE_NOOP(
            "Command",
            "The words become the field's value, linked to this place; then the next empty field is chosen.",
        ),
        changes=True,
    ),
    Command(
        "absent",
        QT_TRANSLATE_NOOP("Command", "Not in the letter"),
        "Form",
        mark_absent,
        ("-",),
        DESK,
        QT_TRANSLATE_NOOP(
            "Command",
            "The letter does not have what the chosen field asks for. Again: take that back.",
        ),
        changes=True,
    ),
    Command(
        "point_out",
        QT_TRANSLATE_NOOP("Command", "Point to the evidence"),
        "Form",
        point_out,
        ("Shift+F4",),
        description=QT_TRANSLATE_NOOP(
            "Command", "The selected words become the evidence of the chosen field; its value stays as it is."
        ),
        changes=True,
    ),
)
