"""Edits of a codebook's tags, each as the codebook that it leads to. Nothing here changes anything by itself.

What cannot be done raises `UserError` with one sentence. Ids are made once, from the first name, and stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator.core.codebook import Codebook, Field, Tag, plain_name
from annotator.core.codebook_delta import numbered
from annotator.core.colours import is_colour
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.palette import next_colour
from annotator.core.roles import role_name
from annotator.core.user_errors import UserError

NO_NAME = QT_TRANSLATE_NOOP("CodebookEdit", "A name is needed in at least one language: type one.")
SAME_NAME = QT_TRANSLATE_NOOP(
    "CodebookEdit", "Another tag is called “{name}” already: give this one another name."
)
NO_COLOUR = QT_TRANSLATE_NOOP(
    "CodebookEdit", "“{colour}” is not a colour: write # and six digits, as in #247d55."
)
NO_KEY = QT_TRANSLATE_NOOP("CodebookEdit", "A key is one letter from A to Z or one digit: press another.")
KEY_OF_TAG = QT_TRANSLATE_NOOP("CodebookEdit", "The key {key} belongs to the tag “{name}”: press another.")
KEY_OF_COMMAND = QT_TRANSLATE_NOOP(
    "CodebookEdit", "The key {key} belongs to the command “{name}”: press another."
)
OTHER_KIND = QT_TRANSLATE_NOOP(
    "CodebookEdit", "A section tag and a passage tag do not go together: choose a tag of the same kind."
)
CIRCLE = QT_TRANSLATE_NOOP(
    "CodebookEdit", "“{name}” lies under this tag already and cannot stand above it: choose another."
)
LAST = QT_TRANSLATE_NOOP("CodebookEdit", "This is the last entry: a codebook has at least one tag or field.")
ROLE_TAKEN = QT_TRANSLATE_NOOP(
    "CodebookEdit", "“{name}” is for {role} already: take that from it first, or choose something else."
)
NO_TRIGGERS = QT_TRANSLATE_NOOP("CodebookEdit", "Only a tag for passages has trigger phrases.")

_KEY = re.compile(r"[A-Z0-9]")
_LONGEST_ID = 40


def problem(text: str, **params: object) -> UserError:
    """Return a problem with one sentence of this module's context."""
    return UserError(Message("CodebookEdit", text, params))


def add_tag(
    codebook: Codebook, kind: str, name: str, language: str, after: str = "", taken: Collection[str] = ()
) -> tuple[Codebook, str]:
    """Add a tag behind another and under the same parent (without one: at the end); return its id too.

    `taken` are ids that it must not get, because something carries them.
    """
    name = one_line(name)
    if not name:
        raise problem(NO_NAME)
    _require_free_name(codebook, kind, "", name)
    tag_id = id_of(name, (*(tag.id for tag in codebook.tags), *taken), "tag")
    colour = next_colour(tag.colour_light for tag in codebook.tags if tag.kind == kind)
    above = codebook.tag(after)
    parent = above.parent if above is not None and above.kind == kind else None
    tag = Tag(tag_id, kind, {language: name}, colour.light, colour.dark, parent=parent)
    at = codebook.tags.index(above) + 1 if above is not None else len(codebook.tags)
    return _ordered(replace(codebook, tags=(*codebook.tags[:at], tag, *codebook.tags[at:]))), tag_id


def rename_tag(codebook: Codebook, tag_id: str, language: str, name: str) -> Codebook:
    """Give a tag another name in a language; an empty one takes that name away."""
    tag, name = tag_of(codebook, tag_id), one_line(name)
    names = with_text(tag.names, language, name)
    if not names:
        raise problem(NO_NAME)
    if name:
        _require_free_name(codebook, tag.kind, tag_id, name)
    return _changed(codebook, tag_id, names=names)


def _require_free_name(codebook: Codebook, kind: str, tag_id: str, name: str) -> None:
    for other in codebook.tags:
        if other.kind == kind and other.id != tag_id:
            held = {plain_name(each) for each in other.names.values()}
            if plain_name(name) in held:
                raise problem(SAME_NAME, name=name)


def recolour_tag(codebook: Codebook, tag_id: str, light: str, dark: str) -> Codebook:
    """Give a tag other colours, for the light and for the dark window."""
    for colour in (light, dark):
        if not is_colour(colour):
            raise problem(NO_COLOUR, colour=colour)
    return _changed(codebook, tag_id, colour_light=light.lower(), colour_dark=dark.lower())


def set_key(
    codebook: Codebook, tag_id: str, key: str, commands: Mapping[str, str], language: str = "en"
) -> Codebook:
    """Give a tag a key, or none (""). `commands` has the names of commands by the keys that they hold."""
    tag_of(codebook, tag_id)
    key = key.upper()
    if not key:
        return _changed(codebook, tag_id, key="")
    if key in commands:
        raise problem(KEY_OF_COMMAND, key=key, name=commands[key])
    if not _KEY.fullmatch(key):
        raise problem(NO_KEY)
    holder = codebook.by_key(key)
    if holder is not None and holder.id != tag_id:
        raise problem(KEY_OF_TAG, key=key, name=holder.name(language))
    return _changed(codebook, tag_id, key=key)


def describe_tag(codebook: Codebook, tag_id: str, language: str, text: str) -> Codebook:
    """Say in a language what a tag is for."""
    tag = tag_of(codebook, tag_id)
    return _changed(codebook, tag_id, descriptions=with_text(tag.descriptions, language, one_line(text)))


def set_examples(codebook: Codebook, tag_id: str, language: str, lines: Iterable[str]) -> Codebook:
    """Give a tag its examples in a language."""
    examples = dict(tag_of(codebook, tag_id).examples)
    examples.pop(language, None)
    listed = _listed(lines)
    return _changed(codebook, tag_id, examples=examples | ({language: listed} if listed else {}))


def set_hidden(codebook: Codebook, tag_id: str, hidden: bool) -> Codebook:
    """Say whether exports can put something else in the place of what a tag marks."""
    return _changed(codebook, tag_id, hidden=hidden)


def set_triggers(codebook: Codebook, tag_id: str, lines: Iterable[str]) -> Codebook:
    """Give a passage tag its trigger phrases."""
    triggers = _listed(lines)
    if triggers and tag_of(codebook, tag_id).kind != "passage":
        raise problem(NO_TRIGGERS)
    return _changed(codebook, tag_id, triggers=triggers)


def set_tag_role(codebook: Codebook, tag_id: str, role: str, language: str = "en") -> Codebook:
    """Say what a tag is for, as a role; "" for nothing that the program looks for."""
    tag = tag_of(codebook, tag_id)
    row = codebook.section_tags if tag.kind == "section" else codebook.passage_tags
    require_free_role(row, tag_id, role, language)
    return _changed(codebook, tag_id, role=role)


def require_free_role(row: Iterable[Tag | Field], entry_id: str, role: str, language: str) -> None:
    """Raise UserError where another entry in use has the role."""
    for other in row:
        if role and other.role == role and other.id != entry_id:
            raise problem(ROLE_TAKEN, name=other.name(language), role=role_name(role))


def set_parent(codebook: Codebook, tag_id: str, parent: str | None, language: str = "en") -> Codebook:
    """Put a tag under another one, or under none."""
    tag = tag_of(codebook, tag_id)
    if parent is not None:
        above = tag_of(codebook, parent)
        if above.kind != tag.kind:
            raise problem(OTHER_KIND)
        if parent == tag_id or parent in descendants(codebook, tag_id):
            raise problem(CIRCLE, name=above.name(language))
    return _ordered(_changed(codebook, tag_id, parent=parent))


def move_tag(codebook: Codebook, tag_id: str, by: int) -> Codebook:
    """Move a tag, with what lies under it, over the one before (-1) or behind it (1) at its level."""
    tag = tag_of(codebook, tag_id)
    row = siblings(codebook, tag)
    at = [each.id for each in row].index(tag_id)
    if not 0 <= at + by < len(row):
        return codebook
    order = list(codebook.tags)
    here, there = order.index(tag), order.index(row[at + by])
    order[here], order[there] = order[there], order[here]
    return _ordered(replace(codebook, tags=tuple(order)))


def nest_tag(codebook: Codebook, tag_id: str) -> Codebook:
    """Put a tag under the one before it at its level; the first stays where it is."""
    tag = tag_of(codebook, tag_id)
    row = siblings(codebook, tag)
    at = [each.id for each in row].index(tag_id)
    return set_parent(codebook, tag_id, row[at - 1].id) if at else codebook


def unnest_tag(codebook: Codebook, tag_id: str) -> Codebook:
    """Take a tag out from under its parent, to stand right behind it."""
    tag = tag_of(codebook, tag_id)
    parent = codebook.tag(tag.parent) if tag.parent else None
    if parent is None:
        return codebook
    lifted = replace(tag, parent=parent.parent)
    rest = [each for each in codebook.tags if each.id != tag_id]
    rest.insert(rest.index(parent) + 1, lifted)
    return _ordered(replace(codebook, tags=tuple(rest)))


def retire_tag(codebook: Codebook, tag_id: str) -> Codebook:
    """Offer a tag no more; its passages and sections keep it."""
    tag_of(codebook, tag_id)
    return _changed(codebook, tag_id, retired=True)


def unretire_tag(codebook: Codebook, tag_id: str) -> Codebook:
    """Offer a retired tag again; without its key and its role, where another has those by now."""
    tag = tag_of(codebook, tag_id)
    key = "" if codebook.by_key(tag.key) else tag.key
    holder = codebook.tag_for(tag.kind, tag.role) if tag.role else None
    role = tag.role if holder is None or holder.retired else ""
    return _changed(codebook, tag_id, retired=False, key=key, role=role)


def delete_tag(codebook: Codebook, tag_id: str) -> Codebook:
    """Take a tag out of the codebook; what lies under it moves up. Only for a tag that nothing carries."""
    tag = tag_of(codebook, tag_id)
    if len(codebook.tags) + len(codebook.fields) == 1:
        raise problem(LAST)
    rest = (
        replace(each, parent=tag.parent) if each.parent == tag_id else each
        for each in codebook.tags
        if each.id != tag_id
    )
    return _ordered(replace(codebook, tags=tuple(rest)))


def merge_tags(codebook: Codebook, gone: str, kept: str) -> Codebook:
    """Take a tag up into another, which gets its examples, triggers and role, and what lies under it."""
    old, new = tag_of(codebook, gone), tag_of(codebook, kept)
    if old.kind != new.kind or gone == kept:
        raise problem(OTHER_KIND)
    below = kept in descendants(codebook, gone)
    examples = {
        language: _listed((*new.examples.get(language, ()), *old.examples.get(language, ())))
        for language in dict.fromkeys((*new.examples, *old.examples))
    }
    triggers = _listed((*new.triggers, *old.triggers))
    taken = replace(new, examples=examples, triggers=triggers, role=new.role or old.role)
    taken = replace(taken, hidden=new.hidden or old.hidden)
    if below:
        taken = replace(taken, parent=old.parent)
    tags = (taken if tag.id == kept else tag for tag in codebook.tags if tag.id != gone)
    moved = (replace(tag, parent=kept) if tag.parent == gone and tag.id != kept else tag for tag in tags)
    return _ordered(replace(codebook, tags=tuple(moved)))


# --- looking ---------------------------------------------------------------------------------------------


def tag_of(codebook: Codebook, tag_id: str) -> Tag:
    """Return the tag of this id. Raises ValueError where there is none."""
    tag = codebook.tag(tag_id)
    if tag is None:
        raise ValueError(f"there is no tag {tag_id}")
    return tag


def siblings(codebook: Codebook, tag: Tag) -> list[Tag]:
    """Return the tags at the same level as one, itself included, in order."""
    return [each for each in codebook.tags if each.kind == tag.kind and each.parent == tag.parent]


def descendants(codebook: Codebook, tag_id: str) -> set[str]:
    """Return the ids of all tags under a tag."""
    found: set[str] = set()
    wanted = {tag_id}
    while wanted:
        wanted = {tag.id for tag in codebook.tags if tag.parent in wanted} - found
        found |= wanted
    return found


def nested(codebook: Codebook, kind: str) -> list[tuple[int, Tag]]:
    """Return the tags of a kind with their depth, each right behind its parent and those before it there."""
    out: list[tuple[int, Tag]] = []

    def add(parent: str | None, depth: int) -> None:
        for tag in codebook.tags:
            if tag.kind == kind and tag.parent == parent:
                out.append((depth, tag))
                add(tag.id, depth + 1)

    add(None, 0)
    return out


def _ordered(codebook: Codebook) -> Codebook:
    """Return the codebook with its tags in the order in which a list of them shows them."""
    tags = [tag for kind in ("section", "passage") for _, tag in nested(codebook, kind)]
    return numbered(replace(codebook, tags=tuple(tags)))


def _changed(codebook: Codebook, tag_id: str, **changes: Any) -> Codebook:
    tags = (replace(tag, **changes) if tag.id == tag_id else tag for tag in codebook.tags)
    return numbered(replace(codebook, tags=tuple(tags)))


# --- texts -----------------------------------------------------------------------------------------------


def one_line(text: str) -> str:
    """Return a text as the codebook's file keeps it: on one line, with single spaces."""
    return " ".join(text.split())


def with_text(texts: Mapping[str, str], language: str, text: str) -> dict[str, str]:
    """Return texts by language with one of them changed; an empty one is left out."""
    kept = {each: said for each, said in texts.items() if each != language or text}
    return {**kept, language: text} if text else kept


def _listed(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for each in lines if (line := one_line(each))))


def id_of(name: str, taken: Sequence[str], otherwise: str) -> str:
    """Make an id of a name, other than those that are taken: `Réactie (kort)` gives `reactie_kort`."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    made = "_".join(words)[:_LONGEST_ID].strip("_")
    if not made or not made[0].isalpha():
        made = f"{otherwise}_{made}".strip("_")
    number = 1
    while (numbered_id := made if number == 1 else f"{made}_{number}") in taken:
        number += 1
    return numbered_id
