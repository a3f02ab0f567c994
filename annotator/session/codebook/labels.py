"""What changes of the codebook are called in the history and on the undo command."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message

# Of a tag, a field or a choice: `name` is its name, quoted.
_DONE = {
    "add_tag": QT_TRANSLATE_NOOP("Change", "Codebook: add tag “{name}”"),
    "rename_tag": QT_TRANSLATE_NOOP("Change", "Codebook: rename tag “{name}” to “{other}”"),
    "colour_tag": QT_TRANSLATE_NOOP("Change", "Codebook: other colour for tag “{name}”"),
    "key_tag": QT_TRANSLATE_NOOP("Change", "Codebook: key {other} for tag “{name}”"),
    "unkey_tag": QT_TRANSLATE_NOOP("Change", "Codebook: no key for tag “{name}”"),
    "move_tag": QT_TRANSLATE_NOOP("Change", "Codebook: move tag “{name}”"),
    "describe_tag": QT_TRANSLATE_NOOP("Change", "Codebook: describe tag “{name}”"),
    "examples_tag": QT_TRANSLATE_NOOP("Change", "Codebook: examples of tag “{name}”"),
    "triggers_tag": QT_TRANSLATE_NOOP("Change", "Codebook: trigger phrases of tag “{name}”"),
    "role_tag": QT_TRANSLATE_NOOP("Change", "Codebook: role of tag “{name}”"),
    "hide_tag": QT_TRANSLATE_NOOP("Change", "Codebook: hiding of tag “{name}” in exports"),
    "retire_tag": QT_TRANSLATE_NOOP("Change", "Codebook: retire tag “{name}”"),
    "unretire_tag": QT_TRANSLATE_NOOP("Change", "Codebook: use tag “{name}” again"),
    "delete_tag": QT_TRANSLATE_NOOP("Change", "Codebook: delete tag “{name}”"),
    "merge_tag": QT_TRANSLATE_NOOP("Change", "Codebook: merge tag “{name}” into “{other}”"),
    "add_field": QT_TRANSLATE_NOOP("Change", "Codebook: add field “{name}”"),
    "rename_field": QT_TRANSLATE_NOOP("Change", "Codebook: rename field “{name}” to “{other}”"),
    "change_field": QT_TRANSLATE_NOOP("Change", "Codebook: change field “{name}”"),
    "move_field": QT_TRANSLATE_NOOP("Change", "Codebook: move field “{name}”"),
    "describe_field": QT_TRANSLATE_NOOP("Change", "Codebook: describe field “{name}”"),
    "retire_field": QT_TRANSLATE_NOOP("Change", "Codebook: retire field “{name}”"),
    "unretire_field": QT_TRANSLATE_NOOP("Change", "Codebook: ask field “{name}” again"),
    "delete_field": QT_TRANSLATE_NOOP("Change", "Codebook: delete field “{name}”"),
    "add_choice": QT_TRANSLATE_NOOP("Change", "Codebook: add choice “{name}”"),
    "rename_choice": QT_TRANSLATE_NOOP("Change", "Codebook: rename choice “{name}” to “{other}”"),
    "role_choice": QT_TRANSLATE_NOOP("Change", "Codebook: role of choice “{name}”"),
    "move_choice": QT_TRANSLATE_NOOP("Change", "Codebook: move choice “{name}”"),
    "delete_choice": QT_TRANSLATE_NOOP("Change", "Codebook: delete choice “{name}”"),
    "import": QT_TRANSLATE_NOOP("Change", "Codebook: import {name}"),
}


def codebook_change(done: str, name: str, other: str = "") -> Message:
    """Label a change of the codebook; `name` is what the entry was called before it."""
    params: dict[str, object] = {"name": name}
    return Message("Change", _DONE[done], params | ({"other": other} if other else {}))
