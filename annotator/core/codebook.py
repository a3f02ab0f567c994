"""The codebook: the tags that sections and passages carry, and the fields of the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, TypeVar

from annotator.core.folding import plain_signs
from annotator.core.roles import choice_role_before, field_role_before, tag_role_before

Texts = TypeVar("Texts", str, tuple[str, ...])

KINDS = ("section", "passage")
# What a text field may ask of its text: `annotator.core.field_types.text` reads them.
PATTERNS = ("session_year", "dossier", "sub_number")
# Keys of the editor, which no tag may have: grow the selection, start and merge sections, confirm,
# levels, previous and next section; V, H and the two last signs are kept free for commands to come.
RESERVED_KEYS = frozenset((*"ESMCVH<>[],. ", "Delete"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer of a choice field; its id is the normalised value, its role one of CHOICE_ROLES."""

    id: str
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    role: str = ""

    def name(self, language: str) -> str:
        """Return the name in the language, else in any, else the id."""
        return in_language(self.names, language) or self.id

    def spellings(self) -> set[str]:
        """Return what may be typed for it: the id and the names, as `plain_name` gives them."""
        return {plain_name(spelling) for spelling in (self.id, *self.names.values())}


@dataclass(frozen=True, slots=True)
class Tag:
    """An entry that a section or passage carries; `key` is one upper-case letter or digit, or "".

    A retired tag is not offered any more and holds no key; what carries it keeps it. `examples` are by
    language; `triggers` are phrases that make the program propose a passage with this tag. `role` says what
    it is for: see `annotator.core.roles`. What a `hidden` one marks is personal: an export can put something
    else in its place.
    """

    id: str
    kind: str
    names: Mapping[str, str] = field(hash=False)
    colour_light: str
    colour_dark: str
    key: str = ""
    descriptions: Mapping[str, str] = field(default_factory=dict, hash=False)
    parent: str | None = None
    position: int = 0
    retired: bool = False
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    triggers: tuple[str, ...] = ()
    role: str = ""
    hidden: bool = False

    def name(self, language: str) -> str:
        """Return the name in the language, else in any, else the id."""
        return in_language(self.names, language) or self.id

    def description(self, language: str) -> str:
        """Return the description in the language, else in any, else ""."""
        return in_language(self.descriptions, language)

    def examples_in(self, language: str) -> tuple[str, ...]:
        """Return the examples in the language, else in any."""
        return in_language(self.examples, language) or ()

    def colour(self, dark: bool) -> str:
        """Return the colour for the dark or the light window."""
        return self.colour_dark if dark else self.colour_light


@dataclass(frozen=True, slots=True)
class Field:
    """An entry of the form. `several`: it may hold more than one value.

    A retired field is not asked any more; its values stay, and are exported. Only choice fields have
    `choices`, only a group has `parts`, only a text may have a `pattern`. `role` says what it is for: see
    `annotator.core.roles`; of a group its parts have one.
    """

    id: str
    type: str
    names: Mapping[str, str] = field(hash=False)
    descriptions: Mapping[str, str] = field(default_factory=dict, hash=False)
    required: bool = False
    several: bool = False
    choices: tuple[Choice, ...] = ()
    parts: tuple[Field, ...] = ()
    position: int = 0
    pattern: str = ""
    retired: bool = False
    role: str = ""

    def name(self, language: str) -> str:
        """Return the name in the language, else in any, else the id."""
        return in_language(self.names, language) or self.id

    def description(self, language: str) -> str:
        """Return the description in the language, else in any, else ""."""
        return in_language(self.descriptions, language)

    def leaves(self) -> tuple[Field, ...]:
        """Return the fields that hold values: itself, or the parts of a group under their whole ids.

        A part is required when both the group and the part are, and holds several values when the group does.
        """
        return tuple(_leaf(self, part) for part in self.parts) if self.type == "group" else (self,)


def _leaf(group: Field, part: Field) -> Field:
    required = group.required and part.required
    return replace(part, id=f"{group.id}.{part.id}", required=required, several=group.several)


@dataclass(frozen=True, slots=True)
class Codebook:
    """The tags and fields of a project, in the order of their positions."""

    id: str
    names: Mapping[str, str] = field(hash=False)
    tags: tuple[Tag, ...] = ()
    fields: tuple[Field, ...] = ()

    def name(self, language: str) -> str:
        """Return the name in the language, else in any, else the id."""
        return in_language(self.names, language) or self.id

    def tag(self, tag_id: str) -> Tag | None:
        """Return the tag of this id, a retired one too."""
        return next((tag for tag in self.tags if tag.id == tag_id), None)

    def field(self, field_id: str) -> Field | None:
        """Return the field of this id; a part of a group as `group.part`."""
        if "." not in field_id:
            return next((entry for entry in self.fields if entry.id == field_id), None)
        return next((leaf for leaf in self.value_fields() if leaf.id == field_id), None)

    def field_for(self, role: str) -> Field | None:
        """Return the field with this role (a part under its whole id), one in use before a retired one."""
        held = [
            (entry.retired, leaf) for entry in self.fields for leaf in entry.leaves() if leaf.role == role
        ]
        return min(held, key=lambda pair: pair[0])[1] if held else None

    def tag_for(self, kind: str, role: str) -> Tag | None:
        """Return the tag of a kind that has this role, one in use before a retired one."""
        held = [tag for tag in self.tags if (tag.kind, tag.role) == (kind, role)]
        return min(held, key=lambda tag: tag.retired) if held else None

    def by_key(self, key: str) -> Tag | None:
        """Return the tag in use that this key gives, in either case of letter."""
        wanted = key.upper()
        return next((tag for tag in self.tags if wanted and tag.key == wanted and not tag.retired), None)

    @property
    def section_tags(self) -> tuple[Tag, ...]:
        """The tags in use for sections."""
        return tuple(tag for tag in self.tags if tag.kind == "section" and not tag.retired)

    @property
    def passage_tags(self) -> tuple[Tag, ...]:
        """The tags in use for passages."""
        return tuple(tag for tag in self.tags if tag.kind == "passage" and not tag.retired)

    def value_fields(self) -> tuple[Field, ...]:
        """Return the fields that hold values, flat: a group is replaced by its parts (`signatory.name`)."""
        return tuple(leaf for entry in self.fields for leaf in entry.leaves())

    def required_fields(self) -> tuple[Field, ...]:
        """Return the fields of `value_fields` that need a value before a letter is done."""
        asked = (entry for entry in self.fields if not entry.retired)
        return tuple(leaf for entry in asked for leaf in entry.leaves() if leaf.required)

    def full_name(self, field: Field, language: str) -> str:
        """Return the name of a field where it stands alone: a part of a group has the group's before it."""
        group, name = self.group_of(field.id), field.name(language)
        return f"{group.name(language)}: {name}" if group else name

    def group_of(self, field_id: str) -> Field | None:
        """Return the group that the part `group.part` belongs to."""
        group, dot, _ = field_id.partition(".")
        return self.field(group) if dot else None

    def to_json(self) -> dict[str, Any]:
        """Return the codebook as plain data that JSON can hold."""
        return {
            "id": self.id,
            "names": dict(self.names),
            "tags": [entry_to_json(tag) for tag in self.tags],
            "fields": [entry_to_json(entry) for entry in self.fields],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Codebook:
        """Return the codebook that `to_json` wrote; what a newer version added is left out."""
        tags = sorted(map(tag_from_json, data["tags"]), key=lambda tag: tag.position)
        entries = sorted(map(field_from_json, data["fields"]), key=lambda entry: entry.position)
        return cls(data["id"], dict(data["names"]), tuple(tags), tuple(entries))


def has_roles(codebook: Codebook) -> bool:
    """Tell whether any entry says what it is for."""
    rows: list[Tag | Field | Choice] = [*codebook.tags, *codebook.value_fields()]
    choices = [choice for entry in codebook.value_fields() for choice in entry.choices]
    return any(row.role for row in [*rows, *choices])


def with_roles_before(codebook: Codebook) -> Codebook:
    """Return a codebook without roles with those that its ids had before there were any."""
    data = codebook.to_json()
    for entry in (*data["tags"], *data["fields"]):
        _drop_roles(entry)
    return Codebook.from_json(data)


def _drop_roles(entry: dict[str, Any]) -> None:
    entry.pop("role")
    for inner in (*entry.get("choices", ()), *entry.get("parts", ())):
        _drop_roles(inner)


def plain_name(text: str) -> str:
    """Return a name as typed names are compared: small letters, single spaces, no sign at the end."""
    return " ".join(plain_signs(text).casefold().split()).rstrip(".,;: ")


def in_language(texts: Mapping[str, Texts], language: str) -> Texts:
    """Return what is said in the language (`nl`, also for `nl_NL`), else in English, else in any, else ""."""
    for wanted in (language, language[:2], "en"):
        if texts.get(wanted):
            return texts[wanted]
    return next((text for text in texts.values() if text), "")  # type: ignore[arg-type]


def entry_to_json(entry: Tag | Field) -> dict[str, Any]:
    """Return one tag or field as plain data that JSON can hold, for a row of its own."""
    return asdict(entry)


def tag_from_json(data: Mapping[str, Any]) -> Tag:
    """Return the tag that `entry_to_json` wrote; one from before there were roles gets that of its id."""
    read = Tag(**_known(Tag, data))
    examples = {language: tuple(texts) for language, texts in read.examples.items()}
    role = read.role if "role" in data else tag_role_before(read.kind, read.id)
    return replace(read, examples=examples, triggers=tuple(read.triggers), role=role)


def field_from_json(data: Mapping[str, Any], group: str = "") -> Field:
    """Return the field that `entry_to_json` wrote, in the group of this id; its role as `tag_from_json`."""
    choices: Sequence[Mapping[str, Any]] = data.get("choices", ())
    parts: Sequence[Mapping[str, Any]] = data.get("parts", ())
    read = Field(**_known(Field, data))
    path = f"{group}.{read.id}" if group else read.id
    role = read.role if "role" in data else field_role_before(path, read.type)
    return replace(
        read,
        choices=tuple(_choice_from_json(choice, role) for choice in choices),
        parts=tuple(field_from_json(part, read.id) for part in parts),
        role=role,
    )


def _choice_from_json(data: Mapping[str, Any], field_role: str) -> Choice:
    read = Choice(**_known(Choice, data))
    return read if "role" in data else replace(read, role=choice_role_before(field_role, read.id))


def _known(entry: type[Tag | Field | Choice], data: Mapping[str, Any]) -> dict[str, Any]:
    names = {each.name for each in fields(entry)}
    return {name: value for name, value in data.items() if name in names}
