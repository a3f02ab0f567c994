"""The codebook as a TOML file: reading it, with every fault named, and writing it."""

from __future__ import annotations

import errno
import re
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from annotator.core.codebook import Choice, Codebook, Field, Tag, has_roles, with_roles_before
from annotator.core.codebook_checks import CodebookProblem, faults_of
from annotator.core.field_types import type_ids
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.project_files import require_closed
from annotator.core.user_errors import UserError

FORMAT = 1
_LARGEST = 1_000_000
_MOST_BYTES = 4 * _LARGEST
_LINE = re.compile(
    r"^(?P<reason>.*?) \((?:at line (?P<line>\d+), column \d+|at end of document)\)$", re.DOTALL
)
_T = TypeVar("_T")


def read_codebook(source: Path | str, name: str = "") -> Codebook:
    """Read a codebook from a file (a Path) or from TOML text (a str); `name` is the file's name in sentences.

    Raises CodebookProblem with every fault that is found, or with the first one that stops the reading.
    """
    name = name or (source.name if isinstance(source, Path) else "codebook")
    text = _read_file(source, name) if isinstance(source, Path) else source
    root = _Table(_parse(text, name), "", name, [])
    codebook = _codebook(root)
    root.leave()
    # A value of the wrong type would only cause further, misleading faults.
    faults = root.faults or faults_of(codebook, name)
    if faults:
        raise CodebookProblem(faults)
    return codebook


def _read_file(path: Path, name: str) -> str:
    require_closed(path)
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise OSError(errno.EINVAL, "not a file")  # reading from a pipe would never end
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)  # no more: it may be anything, of any size
    except OSError as error:
        text = QT_TRANSLATE_NOOP("Codebook", "{file} cannot be read ({reason}): choose another file.")
        reason = error.strerror or type(error).__name__
        raise UserError(Message("Codebook", text, {"file": name, "reason": reason})) from error
    if len(raw) > _MOST_BYTES:
        raise CodebookProblem([_too_large(name)])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        text = QT_TRANSLATE_NOOP(
            "Codebook", "{file}, line {line}: this is not UTF-8: save the file as UTF-8 text."
        )
        raise CodebookProblem([Message("Codebook", text, {"file": name, "line": line})]) from error


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomllib  # needed only when a codebook is read: off the path to the first paint

    if len(text) > _LARGEST:
        raise CodebookProblem([_too_large(name)])
    if not text.strip():
        empty = QT_TRANSLATE_NOOP("Codebook", "{file} is empty: choose a codebook with tags and fields.")
        raise CodebookProblem([Message("Codebook", empty, {"file": name})])
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CodebookProblem([_not_toml(str(error), text, name)]) from error


def _too_large(name: str) -> Message:
    large = QT_TRANSLATE_NOOP("Codebook", "{file} is too large to be a codebook: choose another file.")
    return Message("Codebook", large, {"file": name})


def _not_toml(error: str, text: str, name: str) -> Message:
    match = _LINE.match(error)
    reason = match["reason"] if match else error
    line = int(match["line"]) if match and match["line"] else text.count("\n") + 1
    sentence = QT_TRANSLATE_NOOP(
        "Codebook", "{file}, line {line}: this is not TOML ({reason}): correct it there."
    )
    return Message("Codebook", sentence, {"file": name, "line": line, "reason": reason})


class _Table:
    """A table of the file, from which entries are taken by name; what is wrong is added to `faults`."""

    def __init__(self, data: Mapping[str, Any], place: str, file: str, faults: list[Message]) -> None:
        self.data = dict(data)
        self.place = place
        self.file = file
        self.faults = faults

    def text(self, name: str, default: str | None = None) -> str:
        value = self._take(
            name, str, QT_TRANSLATE_NOOP("Codebook", "{entry} must be text in quotes"), default
        )
        return " ".join(value.split()) if value is not None else ""

    def truth(self, name: str) -> bool:
        wanted = QT_TRANSLATE_NOOP("Codebook", "{entry} must be true or false, without quotes")
        return bool(self._take(name, bool, wanted, False))

    def by_language(self, name: str, default: dict[str, str] | None = None) -> dict[str, str]:
        wanted = QT_TRANSLATE_NOOP(
            "Codebook", '{entry} must be texts by language, as in {{ nl = "…", en = "…" }}'
        )
        if isinstance(self.data.get(name), str):
            return {"nl": self.text(name)}
        found = self._take(name, dict, wanted, default) or {}
        if not all(isinstance(text, str) for text in found.values()):
            self._fault(wanted, name)
            return {}
        return {language: " ".join(text.split()) for language, text in found.items()}

    def texts(self, name: str) -> tuple[str, ...]:
        wanted = QT_TRANSLATE_NOOP("Codebook", '{entry} must be a list of texts, as in ["…", "…"]')
        return self._listed(name, self._take(name, list, wanted, []), wanted)

    def texts_by_language(self, name: str) -> dict[str, tuple[str, ...]]:
        wanted = QT_TRANSLATE_NOOP(
            "Codebook", '{entry} must be lists of texts by language, as in {{ nl = ["…"], en = ["…"] }}'
        )
        if isinstance(self.data.get(name), list):
            return {"nl": self.texts(name)}
        found: dict[str, Any] = self._take(name, dict, wanted, {}) or {}
        listed = {language: self._listed(name, texts, wanted) for language, texts in found.items()}
        return {language: texts for language, texts in listed.items() if texts}

    def _listed(self, name: str, found: Any, wanted: str) -> tuple[str, ...]:
        """Return texts, each on one line and once, without the empty ones."""
        if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
            if found is not None:
                self._fault(wanted, name)
            return ()
        return tuple(dict.fromkeys(line for text in found if (line := " ".join(text.split()))))

    def colours(self) -> tuple[str, str]:
        if isinstance(self.data.get("colour"), str):
            one = self.text("colour")
            return one, one
        wanted = QT_TRANSLATE_NOOP(
            "Codebook", '{entry} must be a colour, as in "#247d55", or {{ light = "#…", dark = "#…" }}'
        )
        found = self._take("colour", dict, wanted, None) or {}
        pair = found.get("light"), found.get("dark")
        if not found or not all(isinstance(each, str) for each in pair) or len(found) != len(pair):
            if found:
                self._fault(wanted, "colour")
            return "", ""
        return str(pair[0]), str(pair[1])

    def tables(self, name: str) -> list[_Table]:
        wanted = QT_TRANSLATE_NOOP("Codebook", "{entry} must be a list of tables")
        found = self._take(name, list, wanted, [])
        if found is None or not all(isinstance(table, dict) for table in found):
            if found is not None:
                self._fault(wanted, name)
            return []
        base = f"{self.place}.{name}" if self.place else name
        return [
            _Table(data, f"{base}.{data.get('id', number)}", self.file, self.faults)
            for number, data in enumerate(found, 1)
        ]

    def leave(self) -> None:
        """Add a fault for each entry that was not read: a misspelt name would go unnoticed otherwise."""
        for name in self.data:
            self._fault(
                QT_TRANSLATE_NOOP("Codebook", "{entry} is not known here: correct its name or remove it"),
                name,
            )

    def _take(self, name: str, kind: type[_T], wanted: str, default: _T | None) -> _T | None:
        if name not in self.data:
            if default is None:
                self._fault(QT_TRANSLATE_NOOP("Codebook", "{entry} is missing: add it"), name)
            return default
        value = self.data.pop(name)
        if not isinstance(value, kind):
            self._fault(wanted, name)
            return None
        return value

    def _fault(self, text: str, name: str) -> None:
        place = f"{self.file}, {self.place}" if self.place else self.file
        self.faults.append(_in_place(text, place, name))


def _in_place(text: str, place: str, entry: str) -> Message:
    sentence = QT_TRANSLATE_NOOP("Codebook", "{place}: {what}.")
    return Message(
        "Codebook", sentence, {"place": place, "what": Message("Codebook", text, {"entry": entry})}
    )


def _codebook(root: _Table) -> Codebook:
    says_roles = _says_roles(root.data)
    stated = root.data.pop("format", FORMAT)
    if stated != FORMAT:
        newer = QT_TRANSLATE_NOOP(
            "Codebook", "{entry} must be 1: this codebook is for another version of the program"
        )
        root.faults.append(_in_place(newer, root.file, "format"))
    read = Codebook(
        root.text("id", "codebook"),
        root.by_language("name", {}),
        tuple(_tag(table, position) for position, table in enumerate(root.tables("tags"))),
        tuple(_field(table, position) for position, table in enumerate(root.tables("fields"))),
    )
    return read if says_roles or root.faults else with_roles_before(read)


def _says_roles(data: object) -> bool:
    """Tell whether any entry of the file says what it is for: a file in which none does is an older one."""
    if isinstance(data, list):
        return any(map(_says_roles, data))
    return isinstance(data, dict) and ("role" in data or any(map(_says_roles, data.values())))


def _tag(table: _Table, position: int) -> Tag:
    colours = table.colours()
    tag = Tag(
        id=table.text("id"),
        kind=table.text("kind"),
        names=table.by_language("name"),
        colour_light=colours[0],
        colour_dark=colours[1],
        key=_key(table),
        descriptions=table.by_language("description", {}),
        parent=table.text("parent", "") or None,
        position=position,
        retired=table.truth("retired"),
        examples=table.texts_by_language("examples"),
        triggers=table.texts("triggers"),
        role=table.text("role", ""),
        hidden=table.truth("hidden"),
    )
    table.leave()
    return tag


def _key(table: _Table) -> str:
    written = table.data.get("key")
    # Space is one of the reserved keys: it must arrive at the check, not be stripped to "no key".
    return str(table.data.pop("key")) if written == " " else _upper(table.text("key", ""))


def _upper(key: str) -> str:
    return key.upper() if len(key) == 1 else key


def _field(table: _Table, position: int) -> Field:
    entry = Field(
        id=table.text("id"),
        type=table.text("type"),
        names=table.by_language("name"),
        descriptions=table.by_language("description", {}),
        required=table.truth("required"),
        several=table.truth("several"),
        choices=tuple(map(_choice, table.tables("choices"))),
        parts=tuple(_field(part, number) for number, part in enumerate(table.tables("parts"))),
        position=position,
        pattern=table.text("pattern", ""),
        retired=table.truth("retired"),
        role=table.text("role", ""),
    )
    table.leave()
    return entry


def _choice(table: _Table) -> Choice:
    choice = Choice(table.text("id"), table.by_language("name"), table.text("role", ""))
    table.leave()
    return choice


_EXPLAINED = (
    "# A codebook of Kanttekening: what can be tagged in a letter, and what the form asks.",
    "#",
    "# Tags: kind is section or passage; key is the key on the reading desk that tags with it; colour has",
    "# one for the light window and one for the dark; description says when to use it; examples are lists by",
    "# language; triggers are phrases that make the program propose a passage; parent is the id of the tag",
    "# above it; a tag with retired = true is not offered any more; what one with hidden = true marks can be",
    "# kept out of exports. An id stays when the name changes.",
    "# role says what a tag, field or choice is for, so that the program finds it whatever its id is.",
    "#",
)


def _types_explained() -> list[str]:
    *ids, last = type_ids()
    said = (
        f"Fields: type is {', '.join(ids)} or {last}; choices belong to the two choice types, parts to a"
        " group, pattern to text (session_year, dossier or sub_number)."
    )
    return textwrap.wrap(said, 100, initial_indent="# ", subsequent_indent="# ")


def write_codebook(codebook: Codebook) -> str:
    """Return the codebook as the text of a TOML file; `read_codebook` gives the same codebook back."""
    # A codebook that wants no roles must not be read as one from before there were any.
    bare = not has_roles(codebook) and has_roles(with_roles_before(codebook))
    head = [
        *_EXPLAINED,
        *_types_explained(),
        "",
        f"format = {FORMAT}",
        f"id = {_quoted(codebook.id)}",
        f"name = {_inline(codebook.names)}",
    ]
    none = ['role = ""'] if bare else []
    tags = (_written([*_tag_lines(tag), *none], "tags") for tag in codebook.tags)
    entries = (_written([*none, *_field_lines(entry)], "fields") for entry in codebook.fields)
    return "\n\n".join(["\n".join(head), *tags, *entries]) + "\n"


def _written(lines: Iterable[str], table: str) -> str:
    return "\n".join([f"[[{table}]]", *lines])


def _tag_lines(tag: Tag) -> list[str]:
    lines = [f"id = {_quoted(tag.id)}", f"kind = {_quoted(tag.kind)}", f"name = {_inline(tag.names)}"]
    if tag.key:
        lines.append(f"key = {_quoted(tag.key)}")
    lines.append(f"colour = {_inline({'light': tag.colour_light, 'dark': tag.colour_dark})}")
    lines += _dotted("description", tag.descriptions)
    lines += [f"examples.{_bare(key)} = {_listed(texts)}" for key, texts in tag.examples.items() if texts]
    if tag.triggers:
        lines.append(f"triggers = {_listed(tag.triggers)}")
    if tag.parent is not None:
        lines.append(f"parent = {_quoted(tag.parent)}")
    lines += _role_lines(tag.role)
    return lines + [f"{name} = true" for name in ("hidden", "retired") if getattr(tag, name)]


def _field_lines(entry: Field, table: str = "fields") -> list[str]:
    lines = [f"id = {_quoted(entry.id)}", f"type = {_quoted(entry.type)}", f"name = {_inline(entry.names)}"]
    lines += _role_lines(entry.role)
    lines += _dotted("description", entry.descriptions)
    if entry.pattern:
        lines.append(f"pattern = {_quoted(entry.pattern)}")
    lines += [f"{name} = true" for name in ("required", "several", "retired") if getattr(entry, name)]
    if entry.choices:
        lines += ["choices = [", *map(_choice_line, entry.choices), "]"]
    for part in entry.parts:
        lines += ["", f"[[{table}.parts]]", *_field_lines(part, f"{table}.parts")]
    return lines


def _choice_line(choice: Choice) -> str:
    role = "".join(f", {line}" for line in _role_lines(choice.role))
    return f"  {{ id = {_quoted(choice.id)}, name = {_inline(choice.names)}{role} }},"


def _role_lines(role: str) -> list[str]:
    return [f"role = {_quoted(role)}"] if role else []


def _inline(texts: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{_bare(key)} = {_quoted(text)}" for key, text in texts.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _dotted(name: str, texts: Mapping[str, str]) -> list[str]:
    """Write long texts on lines of their own: an inline table has to stand on one."""
    return [f"{name}.{_bare(key)} = {_quoted(text)}" for key, text in texts.items()]


def _bare(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _quoted(key)


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda match: f"\\u{ord(match[0]):04x}", plain) + '"'
