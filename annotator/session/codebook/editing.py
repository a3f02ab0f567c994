"""What the codebook's editor may ask for, and the edit that each comes to. Pure: nothing is changed here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.core import codebook_edits as tags
from annotator.core import field_edits as fields
from annotator.core.codebook import Codebook, Field, Tag
from annotator.core.codebook_checks import CodebookProblem, faults_of
from annotator.core.messages import Message
from annotator.session.codebook.labels import codebook_change


class EntryId(NamedTuple):
    """An entry of the codebook: kind `section`, `passage`, `field`, `part` or `choice`.

    `id` is a tag's id or a field's path; `choice` the id of one of that field's choices.
    """

    kind: str
    id: str
    choice: str = ""

    @property
    def is_tag(self) -> bool:
        """Tell whether it is a tag."""
        return self.kind in ("section", "passage")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One edit that is asked for; which of the entries count depends on `what`.

    `text` in `language`; `lines`; `other` is another entry's id or a second text; `by` is a direction.
    """

    what: str
    entry: EntryId
    language: str = "en"
    text: str = ""
    other: str = ""
    lines: tuple[str, ...] = ()
    by: int = 0
    on: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What an edit must know beside the codebook.

    The screen's language, the names of commands by their keys in reading mode, what the first choice or part
    of a field is called, and ids that letters carry.
    """

    language: str
    commands: Mapping[str, str] = field(default_factory=dict)
    first: str = "1"
    taken: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """The codebook as it will be, what the change is called, and the entry to show then."""

    after: Codebook
    label: Message
    entry: EntryId
    merged: Mapping[str, str] = field(default_factory=dict)


def edited(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    """Return what an edit comes to. Raises UserError, with one sentence, where it cannot be."""
    kind = "tag" if wanted.entry.is_tag else "choice" if wanted.entry.kind == "choice" else "field"
    edit = _EDITS[kind, wanted.what](codebook, wanted, around)
    name = codebook.name(around.language)
    faults = faults_of(edit.after, name)
    # A fault that an older version let through must not block every edit.
    if faults and not faults_of(codebook, name):
        raise CodebookProblem(faults)
    return edit


def is_there(codebook: Codebook, entry: EntryId) -> bool:
    """Tell whether the codebook has an entry; one that was chosen may be gone by an undo."""
    if entry.is_tag:
        return codebook.tag(entry.id) is not None
    field = codebook.field(entry.id)
    if field is None or entry.kind != "choice":
        return field is not None
    return any(choice.id == entry.choice for choice in field.choices)


def name_of(codebook: Codebook, entry: EntryId, language: str) -> str:
    """Return what an entry is called in the language."""
    if entry.is_tag:
        tag = codebook.tag(entry.id)
        return tag.name(language) if tag else entry.id
    held = codebook.field(entry.id)
    if held is None:
        return entry.id
    if entry.kind != "choice":
        return held.name(language)
    return next((each.name(language) for each in held.choices if each.id == entry.choice), entry.choice)


# --- tags and fields alike ----------------------------------------------------------------------------------


def _of_entry(done: str, edit: Callable[[Codebook, Wanted, Around], Codebook]) -> _Edit:
    def run(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
        name = name_of(codebook, wanted.entry, around.language)
        return Edited(edit(codebook, wanted, around), codebook_change(done, name), wanted.entry)

    return run


def _renamed(
    done: str,
    rename: Callable[[Codebook, str, str, str], Codebook],
    held: Callable[[Codebook, str], Tag | Field],
) -> _Edit:
    def run(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
        after = rename(codebook, wanted.entry.id, wanted.language, wanted.text)
        old = held(codebook, wanted.entry.id)
        other = tags.one_line(wanted.text) or held(after, wanted.entry.id).name(around.language)
        name = old.names.get(wanted.language) or old.name(around.language)
        return Edited(after, codebook_change(done, name, other), wanted.entry)

    return run


# --- tags ------------------------------------------------------------------------------------------------


def _tag(codebook: Codebook, wanted: Wanted) -> Tag:
    return tags.tag_of(codebook, wanted.entry.id)


def _add_tag(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    kind = wanted.entry.kind
    after, made = tags.add_tag(codebook, kind, wanted.text, around.language, wanted.entry.id, around.taken)
    if wanted.by:  # below the tag instead of behind it
        after = tags.set_parent(after, made, wanted.entry.id)
    return Edited(after, codebook_change("add_tag", tags.one_line(wanted.text)), EntryId(kind, made))


def _key(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    after = tags.set_key(codebook, wanted.entry.id, wanted.text, around.commands, around.language)
    name, key = _tag(codebook, wanted).name(around.language), _tag(after, wanted).key
    label = codebook_change("key_tag", name, key) if key else codebook_change("unkey_tag", name)
    return Edited(after, label, wanted.entry)


def _retire_tag(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    name, edit = _tag(codebook, wanted).name(around.language), tags.retire_tag
    if not wanted.on:
        edit = tags.unretire_tag
    label = codebook_change("retire_tag" if wanted.on else "unretire_tag", name)
    return Edited(edit(codebook, wanted.entry.id), label, wanted.entry)


def _delete_tag(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    tag = _tag(codebook, wanted)
    row = [each for each in codebook.tags if each.kind == tag.kind and each.id != tag.id]
    at = [each for each in codebook.tags if each.kind == tag.kind].index(tag)
    near = EntryId(tag.kind, row[min(at, len(row) - 1)].id if row else "")
    label = codebook_change("delete_tag", tag.name(around.language))
    return Edited(tags.delete_tag(codebook, tag.id), label, near)


def _merge(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    gone, kept = wanted.entry.id, wanted.other
    after = tags.merge_tags(codebook, gone, kept)
    names = (tags.tag_of(codebook, each).name(around.language) for each in (gone, kept))
    return Edited(after, codebook_change("merge_tag", *names), EntryId(wanted.entry.kind, kept), {gone: kept})


# --- fields and their parts --------------------------------------------------------------------------------


def _add_field(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    path, label = wanted.entry.id, codebook_change("add_field", tags.one_line(wanted.text))
    if wanted.entry.kind == "part" or wanted.on:  # behind a part, or the first thing in a group
        group, _, part = path.rpartition(".") if wanted.entry.kind == "part" else (path, "", "")
        after, made = fields.add_part(codebook, group, wanted.text, around.language, part)
        return Edited(after, label, EntryId("part", made))
    after, made = fields.add_field(codebook, wanted.text, around.language, path, around.taken)
    return Edited(after, label, EntryId("field", made))


def _field(codebook: Codebook, wanted: Wanted) -> Field:
    return fields.field_at(codebook, wanted.entry.id)


def _retire_field(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    name = _field(codebook, wanted).name(around.language)
    label = codebook_change("retire_field" if wanted.on else "unretire_field", name)
    return Edited(fields.retire_field(codebook, wanted.entry.id, wanted.on), label, wanted.entry)


def _delete_field(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    after = fields.delete_field(codebook, wanted.entry.id, around.language)
    label = codebook_change("delete_field", _field(codebook, wanted).name(around.language))
    group, _, part = wanted.entry.id.rpartition(".")
    if group:
        return Edited(after, label, EntryId("field", group))
    at = [each.id for each in codebook.fields].index(part)
    near = after.fields[min(at, len(after.fields) - 1)].id if after.fields else ""
    return Edited(after, label, EntryId("field", near))


def _set(name: str) -> Callable[[Codebook, Wanted, Around], Codebook]:
    return lambda book, w, _: fields.change_field(book, w.entry.id, **{name: w.on})


# --- choices -----------------------------------------------------------------------------------------------


def _add_choice(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    path, behind = wanted.entry.id, wanted.entry.choice
    after, made = fields.add_choice(codebook, path, wanted.text, around.language, behind)
    label = codebook_change("add_choice", tags.one_line(wanted.text))
    return Edited(after, label, EntryId("choice", path, made))


def _rename_choice(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    _, path, choice = wanted.entry
    after = fields.rename_choice(codebook, path, choice, wanted.language, wanted.text)
    name = name_of(codebook, wanted.entry, wanted.language)
    other = tags.one_line(wanted.text) or name_of(after, wanted.entry, around.language)
    return Edited(after, codebook_change("rename_choice", name, other), wanted.entry)


def _choice_role(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    _, path, choice = wanted.entry
    after = fields.set_choice_role(codebook, path, choice, wanted.other, around.language)
    label = codebook_change("role_choice", name_of(codebook, wanted.entry, around.language))
    return Edited(after, label, wanted.entry)


def _move_choice(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    _, path, choice = wanted.entry
    label = codebook_change("move_choice", name_of(codebook, wanted.entry, around.language))
    return Edited(fields.move_choice(codebook, path, choice, wanted.by), label, wanted.entry)


def _delete_choice(codebook: Codebook, wanted: Wanted, around: Around) -> Edited:
    _, path, choice = wanted.entry
    after = fields.delete_choice(codebook, path, choice, around.language)
    label = codebook_change("delete_choice", name_of(codebook, wanted.entry, around.language))
    return Edited(after, label, EntryId("field" if "." not in path else "part", path))


_Edit = Callable[[Codebook, Wanted, Around], Edited]

_EDITS: Mapping[tuple[str, str], _Edit] = {
    ("tag", "add"): _add_tag,
    ("tag", "rename"): _renamed("rename_tag", tags.rename_tag, tags.tag_of),
    ("tag", "key"): _key,
    ("tag", "retire"): _retire_tag,
    ("tag", "delete"): _delete_tag,
    ("tag", "merge"): _merge,
    ("tag", "colour"): _of_entry(
        "colour_tag", lambda book, w, _: tags.recolour_tag(book, w.entry.id, w.text, w.other)
    ),
    ("tag", "describe"): _of_entry(
        "describe_tag", lambda book, w, _: tags.describe_tag(book, w.entry.id, w.language, w.text)
    ),
    ("tag", "examples"): _of_entry(
        "examples_tag", lambda book, w, _: tags.set_examples(book, w.entry.id, w.language, w.lines)
    ),
    ("tag", "triggers"): _of_entry(
        "triggers_tag", lambda book, w, _: tags.set_triggers(book, w.entry.id, w.lines)
    ),
    ("tag", "hide"): _of_entry("hide_tag", lambda book, w, _: tags.set_hidden(book, w.entry.id, w.on)),
    ("tag", "role"): _of_entry(
        "role_tag", lambda book, w, a: tags.set_tag_role(book, w.entry.id, w.other, a.language)
    ),
    ("tag", "parent"): _of_entry(
        "move_tag", lambda book, w, a: tags.set_parent(book, w.entry.id, w.other or None, a.language)
    ),
    ("tag", "move"): _of_entry("move_tag", lambda book, w, _: tags.move_tag(book, w.entry.id, w.by)),
    ("tag", "nest"): _of_entry(
        "move_tag",
        lambda book, w, _: (tags.nest_tag if w.by > 0 else tags.unnest_tag)(book, w.entry.id),
    ),
    ("field", "add"): _add_field,
    ("field", "rename"): _renamed("rename_field", fields.rename_field, fields.field_at),
    ("field", "retire"): _retire_field,
    ("field", "delete"): _delete_field,
    ("field", "describe"): _of_entry(
        "describe_field", lambda book, w, _: fields.describe_field(book, w.entry.id, w.language, w.text)
    ),
    ("field", "type"): _of_entry(
        "change_field", lambda book, w, a: fields.set_type(book, w.entry.id, w.other, a.first, a.language)
    ),
    ("field", "pattern"): _of_entry(
        "change_field", lambda book, w, _: fields.set_pattern(book, w.entry.id, w.other)
    ),
    ("field", "role"): _of_entry(
        "change_field", lambda book, w, a: fields.set_role(book, w.entry.id, w.other, a.language)
    ),
    ("field", "required"): _of_entry("change_field", _set("required")),
    ("field", "several"): _of_entry("change_field", _set("several")),
    ("field", "move"): _of_entry("move_field", lambda book, w, _: fields.move_field(book, w.entry.id, w.by)),
    ("field", "add_choice"): _add_choice,
    ("choice", "add"): _add_choice,
    ("choice", "rename"): _rename_choice,
    ("choice", "role"): _choice_role,
    ("choice", "move"): _move_choice,
    ("choice", "delete"): _delete_choice,
}
