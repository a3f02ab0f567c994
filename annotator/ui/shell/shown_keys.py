"""Showing the keys that commands have now in all places that show keys."""

from __future__ import annotations

from annotator.ui.shell.actions import Actions
from annotator.ui.shell.corner import Corner
from annotator.ui.shell.frame import Frame
from annotator.ui.widgets.key_hint import KeyHint


def show_keys(frame: Frame, actions: Actions, corner: Corner) -> None:
    """Show the keys in hints, panels and buttons."""
    keys_of, views = actions.keys_of, frame.views
    for hint in frame.findChildren(KeyHint):
        if hint.command:
            hint.set_hint(keys_of(hint.command), hint.hint()[1])
    keys = {command.id: keys_of(command.id) for command in actions.commands}
    for panel in views.side.panels:
        panel.set_keys(keys)
    views.letters.set_import_key(keys["import"])
    views.page_view.tools.set_keys(keys)
    corner.set_keys(keys)
