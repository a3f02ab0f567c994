"""The parts of a Word file: which is the text, and which parts it names. Nothing outside is ever followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.office import sentences
from annotator.importers.office.archive import Archive, DamagedPart, plain_name
from annotator.importers.office.content import Content
from annotator.importers.office.docx_marks import children
from annotator.importers.xml_reading import Element, name_of

_USUAL = "word/document.xml"
_TYPES = "[Content_Types].xml"
_MAIN = (
    "document.main+xml",
    "template.main+xml",
    "documentMacroEnabled.main+xml",
    "templateMacroEnabledTemplate.main+xml",
)


class Parts:
    """The text of a Word file and the parts that belong to it. Raises `UserError` where there is no text."""

    def __init__(self, archive: Archive, content: Content) -> None:
        self._archive = archive
        self._content = content
        self._main = next(filter(self._is_there, self._candidates()), "")
        if not self._main:
            raise _problem(archive.shown, sentences.NO_DOCUMENT)
        self.text = self._text()
        self._named = {name: (kind, target) for name, kind, target in self._relations(self._main)}

    def named(self, relation: str) -> Element | None:
        """Return the root of the part that a relation's id names; None where none can be read."""
        _, target = self._named.get(relation, ("", ""))
        return self.root(target) if target else None

    def of_kind(self, kind: str) -> Element | None:
        """Return the root of the part of a kind (`styles`, `footnotes`, ...), where there is one."""
        named = next((target for its_kind, target in self._named.values() if its_kind == kind), "")
        beside = posixpath.join(posixpath.dirname(self._main), f"{kind}.xml")
        found = self.root(named) if named else None
        return found if found is not None or named == beside else self.root(beside)

    def root(self, name: str) -> Element | None:
        """Return the root of a part; None where there is none, and where it is damaged, which is noted."""
        try:
            return self._archive.root_of(name)
        except DamagedPart:
            if name not in self._content.damaged:
                self._content.damaged.append(name)
            return None

    def _text(self) -> Element:
        try:
            return self._archive.root_of(self._main)
        except DamagedPart as error:
            raise _problem(self._archive.shown, sentences.BROKEN) from error

    def _is_there(self, name: str) -> bool:
        return plain_name(name) in self._archive.names

    def _candidates(self) -> Iterator[str]:
        yield from (target for _, kind, target in self._relations("") if kind == "officeDocument")
        yield _USUAL
        for each in children(self.root(_TYPES), "Override"):
            if (each.get("ContentType") or "").endswith(_MAIN):
                yield (each.get("PartName") or "").lstrip("/")

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield the id, the kind and the name of each part in the file that a part names."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in () if root is None else root:
            if name_of(each) != "Relationship" or (each.get("TargetMode") or "").casefold() == "external":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target") or ""))
            kind = (each.get("Type") or "").rpartition("/")[2]
            yield each.get("Id") or "", kind, target.lstrip("/")


def _problem(shown: str, text: str) -> UserError:
    return UserError(Message("Import", text, {"name": shown}))
