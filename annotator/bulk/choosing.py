"""Which letters of a data set are wanted: a small language of comparisons.

    dossier = '28676' and (letter_date >= '2020-01-01' or not title like '%verslag%')

Names are columns of the table of letters, or fields and roles of the form; a letter is chosen by a field when
any of its values is so. Texts stand in quotes, a quote in them is written twice. `like` knows `%` and `_`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from annotator.bulk.partitions import damage_told
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.roles import FIELD_ROLES
from annotator.core.user_errors import UserError
from annotator.exporters.data_set.tables import LETTERS, VALUES

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)|(?P<sign><=|>=|<>|!=|=|<|>|\(|\)|,)"
    r"|(?P<name>[^\W\d][\w.]*))"
)
_DEEPEST = 50
_HIDDEN = frozenset({"text", "ocr_text"})  # large: they are searched in a project
_LETTER_COLUMNS = {c.name: c.kind for c in LETTERS.columns if c.name not in _HIDDEN}

NOT_UNDERSTOOD = QT_TRANSLATE_NOOP(
    "Bulk",
    "The filter is not understood at “{rest}”: it should read as dossier = '28676' and page_count > 2.",
)
NO_SUCH_NAME = QT_TRANSLATE_NOOP(
    "Bulk", "The filter asks for {name}, which this data set does not have. It has: {names}."
)
NO_NUMBER = QT_TRANSLATE_NOOP(
    "Bulk", "The filter compares {name} with a text: it holds numbers. Leave the quotes out."
)

Chosen = frozenset[str]  # letters, by their keys


class _Token(NamedTuple):
    kind: str
    said: str
    start: int


class _Source:
    """The data set, as comparisons are asked of it."""

    def __init__(self, folder: Path) -> None:
        import pyarrow.dataset as ds

        self._letters = ds.dataset(folder / LETTERS.name, format="parquet")
        self._values = ds.dataset(folder / VALUES.name, format="parquet")
        self._fields: dict[str, str] | None = None

    def all(self) -> Chosen:
        """Return the letters that were read."""
        import pyarrow.compute as pc

        return self._found(self._letters, pc.field("outcome") == "read")

    def comparing(self, name: str, sign: str, value: str | float | list[Any]) -> Chosen:
        """Return the letters for which a comparison holds."""
        import pyarrow.compute as pc

        if name in _LETTER_COLUMNS:
            if _LETTER_COLUMNS[name] == "integer":
                _require_number(name, value)
            else:
                value = _as_text(value)
            return self._found(self._letters, _compared(pc.field(name), sign, value))
        column = self._column_of(name)
        held = pc.field(column) == name
        return self._found(self._values, held & _compared(pc.field("value"), sign, _as_text(value)))

    def _column_of(self, name: str) -> str:
        if self._fields is None:
            rows = self._values.to_table(columns=["field", "role"])
            # A role is known although no letter has a value in it.
            self._fields = dict.fromkeys((*FIELD_ROLES, *rows.column("role").unique().to_pylist()), "role")
            self._fields |= dict.fromkeys(rows.column("field").unique().to_pylist(), "field")
            self._fields.pop("", None)
        if name not in self._fields:
            names = ", ".join(sorted({*self._fields, *_LETTER_COLUMNS}))
            raise UserError(Message("Bulk", NO_SUCH_NAME, {"name": name, "names": names}))
        return self._fields[name]

    @staticmethod
    def _found(data: Any, wanted: Any) -> Chosen:
        return frozenset(data.to_table(columns=["letter"], filter=wanted).column("letter").to_pylist())


def _as_text(value: str | float | list[Any]) -> str | list[Any]:
    return [str(one) for one in value] if isinstance(value, list) else str(value)


def _require_number(name: str, value: str | float | list[Any]) -> None:
    if any(isinstance(one, str) for one in (value if isinstance(value, list) else [value])):
        raise UserError(Message("Bulk", NO_NUMBER, {"name": name}))


def _compared(field: Any, sign: str, value: Any) -> Any:
    import pyarrow.compute as pc

    if sign == "in":
        return field.isin(value)
    if sign == "like":
        return pc.match_like(field, value, ignore_case=True)
    signs: dict[str, Callable[[Any, Any], Any]] = {
        "=": lambda a, b: a == b,
        "!=": lambda a, b: a != b,
        "<>": lambda a, b: a != b,
        "<": lambda a, b: a < b,
        "<=": lambda a, b: a <= b,
        ">": lambda a, b: a > b,
        ">=": lambda a, b: a >= b,
    }
    return signs[sign](field, value)


def chosen(folder: Path, where: str) -> Chosen:
    """Return the letters of a data set for which a filter holds; all that were read for an empty one.

    Raises `UserError` with the place where the filter is not understood.
    """
    with damage_told(folder):
        source = _Source(folder)
        read = source.all()
        return read & _Reading(where, source, read).whole() if where.strip() else read


class _Reading:
    """Reads a filter from its beginning: or, and, not, comparisons; each gives the letters it holds for."""

    def __init__(self, where: str, source: _Source, everything: Chosen) -> None:
        self._where, self._source, self._all = where, source, everything
        self._tokens = self._read()
        self._at = self._deep = 0

    def _read(self) -> list[_Token]:
        tokens, at = list[_Token](), 0
        while self._where[at:].strip():
            found = _TOKEN.match(self._where, at)
            if found is None or found.lastgroup is None:
                raise self._wrong(at)
            kind = found.lastgroup
            tokens.append(_Token(kind, found[kind], found.start(kind)))
            at = found.end()
        return [*tokens, _Token("end", "", len(self._where))]

    def _wrong(self, at: int) -> UserError:
        return UserError(Message("Bulk", NOT_UNDERSTOOD, {"rest": self._where[at:].strip()[:40] or "…"}))

    def whole(self) -> Chosen:
        """Return the letters for which the whole filter holds."""
        found = self._either()
        if self._now.kind != "end":
            raise self._wrong(self._now.start)
        return found

    @property
    def _now(self) -> _Token:
        return self._tokens[self._at]

    def _is(self, *words: str) -> bool:
        """Step over a word or sign, where it is the next."""
        here = self._now.kind in ("name", "sign") and self._now.said.lower() in words
        self._at += here
        return here

    def _either(self) -> Chosen:
        found = self._both()
        while self._is("or"):
            found |= self._both()
        return found

    def _both(self) -> Chosen:
        found = self._one()
        while self._is("and"):
            found &= self._one()
        return found

    def _one(self) -> Chosen:
        self._deep += 1
        if self._deep > _DEEPEST:
            raise self._wrong(self._now.start)
        try:
            if self._is("not"):
                return self._all - self._one()
            if self._is("("):
                found = self._either()
                if not self._is(")"):
                    raise self._wrong(self._now.start)
                return found
            return self._comparison()
        finally:
            self._deep -= 1

    def _comparison(self) -> Chosen:
        name, at = self._now, self._now.start
        if name.kind != "name":
            raise self._wrong(at)
        self._at += 1
        sign = self._now.said.lower()
        if self._is("not"):
            sign = self._now.said.lower()
            if sign not in ("in", "like"):
                raise self._wrong(at)
            return self._all - self._rest(name.said)
        return self._rest(name.said)

    def _rest(self, name: str) -> Chosen:
        sign = self._now.said.lower()
        if not self._is("=", "!=", "<>", "<", "<=", ">", ">=", "in", "like"):
            raise self._wrong(self._now.start)
        if sign != "in":
            return self._source.comparing(name, sign, self._value())
        if not self._is("("):
            raise self._wrong(self._now.start)
        values = [self._value()]
        while self._is(","):
            values.append(self._value())
        if not self._is(")"):
            raise self._wrong(self._now.start)
        return self._source.comparing(name, "in", values)

    def _value(self) -> str | float:
        token = self._now
        self._at += 1
        if token.kind == "text":
            return token.said[1:-1].replace("''", "'")
        if token.kind == "number":
            return float(token.said) if "." in token.said else int(token.said)
        raise self._wrong(token.start)
