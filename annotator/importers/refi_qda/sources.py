"""The texts of a REFI-QDA project with their selections, notes and values."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Protocol

from annotator.core.messages import Message
from annotator.core.printable import printable
from annotator.core.refi_guids import area_guid
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.importers.encodings import read_bytes
from annotator.importers.office.archive import DamagedPart
from annotator.importers.plain_text import LIMIT, MOST_PAGES, require_lines_that_can_be_shown
from annotator.importers.refi_qda import sentences
from annotator.importers.refi_qda.model import QdaLetter, Selected
from annotator.importers.refi_qda.places import (
    Named,
    Places,
    counting_of,
    last_sign_counts,
    merged_text,
    span_in,
)
from annotator.importers.refi_qda.xml import attribute, children, guid, moment, text_of
from annotator.importers.word import WORD
from annotator.importers.xml_reading import Element, name_of

_INTERNAL = "internal://"
_MEDIA = ("PictureSource", "AudioSource", "VideoSource", "PDFSource")
_AREAS = ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection")
_HELD = ("TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue")
_MOST_NAMED = 10
_PAGES_DIGITS = 10


@dataclass(slots=True)
class _Text:
    """A text and the elements that say something of it; the first is the one that it is called by."""

    elements: list[Element]
    title: str
    values: dict[str, str] = field(default_factory=dict)


class _Missing(Exception):
    """A source has no text in the file."""


class Files(Protocol):
    """Where the files of a project lie: an archive, or the folder beside its description."""

    def bytes_of(self, name: str) -> bytes | None:
        """Return what a file holds; None without it."""


class Sources:
    """Reads the texts of a project one by one; what was not read is in `left` then."""

    def __init__(self, root: Element, archive: Files | None) -> None:
        self._root, self._archive = root, archive
        self.left: list[Message] = []
        self._users = {
            guid(user): attribute(user, "name") or attribute(user, "id")
            for users in children(root, "Users")
            for user in children(users, "User")
        }
        self._notes = {
            guid(note): note for notes in children(root, "Notes") for note in children(notes, "Note")
        }
        self._noted: set[str] = set()
        self._texts: dict[str, _Text] = {}

    def letters(self) -> Iterator[QdaLetter]:
        """Yield the project's texts as letters."""
        self._find()
        self._give_values()
        for key, text in self._texts.items():
            try:
                yield self._letter(key, text)
            except _Missing:
                self._tell_of(text, sentences.SOURCE_MISSING)
            except (UserError, DamagedPart):
                self._tell_of(text, sentences.SOURCE_UNREADABLE)
        if count := len(self._notes) - len(self._noted):
            self._say(sentences.NOTES, count=count)

    # ------------------------------------------------------------------ finding them
    def _find(self) -> None:
        media: list[str] = []
        selected: set[str] = set()
        areas: list[tuple[str, int]] = []  # the pages beside them
        sources = [each for found in children(self._root, "Sources") for each in found]
        for source in sources:
            title = attribute(source, "name") or guid(source)
            if name_of(source) == "TextSource":
                self._take(source, title)
                continue
            texts = list(children(source, "Representation", "TextDescription", "Transcript"))
            for text in texts:
                self._take(text, attribute(text, "name") if name_of(text) == "Transcript" else title)
                self._values_of(source, self._texts[self._key(text)])
                selected |= {guid(each) for each in children(text, "PlainTextSelection")}
            if not texts and name_of(source) in _MEDIA:
                media.append(title)
            areas += [(guid(each), _page(each)) for each in children(source, *_AREAS)]
        if media:
            names = ", ".join(map(printable, media[:_MOST_NAMED]))
            self._say(sentences.MEDIA, count=len(media), names=names + "…" * (len(media) > _MOST_NAMED))
        if count := sum(not _is_of(area, selected) for area in areas):
            self._say(sentences.AREAS, count=count)

    def _take(self, element: Element, title: str) -> None:
        text = self._texts.setdefault(self._key(element), _Text([], title or guid(element)))
        text.elements.append(element)
        self._values_of(element, text)

    @staticmethod
    def _key(element: Element) -> str:
        """Return what tells a text from others: the file it lies in, which several elements may share."""
        return attribute(element, "plainTextPath") or guid(element) or str(id(element))

    # ------------------------------------------------------------------ values
    def _values_of(self, element: Element, text: _Text) -> None:
        for value in children(element, "VariableValue"):
            variable = next((guid(each, "targetGUID") for each in children(value, "VariableRef")), "")
            said = next((clean for name in _HELD if (clean := text_of(value, name))), "")
            if variable and said:
                text.values.setdefault(variable, said)

    def _give_values(self) -> None:
        """Give the values of cases to the texts that they are cases of."""
        by_guid = {guid(each): text for text in self._texts.values() for each in text.elements}
        for source in (each for found in children(self._root, "Sources") for each in found):
            for inner in children(source, "Representation", "TextDescription", "Transcript"):
                by_guid.setdefault(guid(source), self._texts[self._key(inner)])
        left = 0
        for case in (case for cases in children(self._root, "Cases") for case in children(cases, "Case")):
            held = [by_guid.get(guid(each, "targetGUID")) for each in children(case, "SourceRef")]
            texts = [text for text in held if text is not None]
            for text in texts:
                self._values_of(case, text)
            left += 0 if texts else sum(1 for _ in children(case, "VariableValue"))
        if left:
            self._say(sentences.CASES, count=left)

    # ------------------------------------------------------------------ one of them
    def _letter(self, key: str, text: _Text) -> QdaLetter:
        data, raw = self._text_of(text.elements[0])
        if raw.count("\f") > MOST_PAGES:
            raise UserError(Message("Qda", sentences.SOURCE_UNREADABLE, {"title": text.title, "count": 0}))
        places = Places(raw)
        require_lines_that_can_be_shown(text.title, places.text)
        first = text.elements[0]
        title = printable(" ".join(text.title.split()))
        suffix = ".docx" if data.startswith(b"PK") else ".txt"
        name = title if title.lower().endswith(suffix) else f"{title}{suffix}"
        selected = self._selected(text, places, raw)
        note = merged_text(
            [*(text_of(each, "Description") for each in text.elements), *map(self._note, text.elements)]
        )
        return QdaLetter(
            guid(first), title, name, data, places.text, places.page_starts, note, selected, text.values
        )

    def _selected(self, text: _Text, places: Places, raw: str) -> tuple[Selected, ...]:
        found = [each for element in text.elements for each in children(element, "PlainTextSelection")]
        named = [_named(each) for each in found]
        known = [each for each in named if each is not None]
        way = counting_of(raw, known)
        if last_sign_counts(raw, way, known):
            named = [each and each._replace(end=each.end + 1) for each in named]
        made, off = [], 0
        for element, each in zip(found, named, strict=True):
            span = span_in(places, way, len(raw), each) if each is not None else None
            if span is None:
                off += 1
            else:
                made.append(self._made(element, span))
        whole = Span(0, len(places.text))
        for element in text.elements:
            codes = _codes_of(element)
            if codes and places.text:
                made.append(self._made_of(element, whole, codes, ""))
        if off:
            self._say(sentences.OFF_TEXT, title=printable(text.title), count=off)
        return tuple(made)

    def _made(self, element: Element, span: Span) -> Selected:
        notes = [text_of(element, "Description"), self._note(element)]
        notes += [self._note(coding) for coding in children(element, "Coding")]
        return self._made_of(element, span, _codes_of(element), merged_text(notes))

    def _made_of(self, element: Element, span: Span, codes: tuple[str, ...], note: str) -> Selected:
        first = next(children(element, "Coding"), element)
        user = guid(element, "creatingUser") or guid(first, "creatingUser")
        made_at = moment(attribute(element, "creationDateTime") or attribute(first, "creationDateTime"))
        return Selected(span, codes, note, self._users.get(user, ""), made_at)

    def _note(self, element: Element) -> str:
        """Return what the notes say that an element refers to."""
        said = []
        for reference in children(element, "NoteRef"):
            wanted = guid(reference, "targetGUID")
            note = self._notes.get(wanted)
            if note is not None:
                self._noted.add(wanted)
                said.append(self._said_in(note))
        return merged_text(said)

    def _said_in(self, note: Element) -> str:
        try:
            text = self._text_of(note)[1]
        except (_Missing, UserError, DamagedPart):
            text = ""
        return merged_text([text_of(note, "Description"), Places(text).text])

    def _text_of(self, element: Element) -> tuple[bytes, str]:
        """Return a text's bytes and what they say."""
        inside = next(children(element, "PlainTextContent"), None)
        path = attribute(element, "plainTextPath")
        if inside is None and not path:
            return self._styled(element)
        if inside is not None:
            said = "".join(inside.itertext())
            return said.encode(), said
        data = self._bytes_of(path)
        if data is None:
            raise _Missing
        decoded = read_bytes(data) if len(data) <= LIMIT else None
        if decoded is None and data:
            raise UserError(Message("Qda", sentences.SOURCE_UNREADABLE, {"title": path, "count": 0}))
        return data, decoded.raw if decoded else ""

    def _styled(self, element: Element) -> tuple[bytes, str]:
        """Return a Word file that has no plain text beside it, and what it says."""
        data = self._bytes_of(attribute(element, "richTextPath"))
        if data is None:
            raise _Missing
        if not WORD.sniff(data):
            raise UserError(Message("Qda", sentences.SOURCE_UNREADABLE, {"title": "", "count": 0}))
        return data, WORD.read(attribute(element, "name"), "", data).text

    def _bytes_of(self, path: str) -> bytes | None:
        """Return what the file at a path holds: what leads elsewhere than to the sources is not there."""
        name = PurePosixPath(path.replace("\\", "/").removeprefix(_INTERNAL))
        if self._archive is None or len(name.parts) != 1 or name.name in ("..", "."):
            return None
        return self._archive.bytes_of(f"sources/{name.name}")

    # ------------------------------------------------------------------ what was left
    def _tell_of(self, text: _Text, sentence: str) -> None:
        count = sum(1 for element in text.elements for _ in children(element, "PlainTextSelection"))
        self._say(sentence, title=printable(text.title), count=count)

    def _say(self, sentence: str, **params: object) -> None:
        self.left.append(Message("Qda", sentence, params))


def _page(element: Element) -> int:
    said = attribute(element, "page")
    return int(said) if said.isdecimal() and len(said) < _PAGES_DIGITS else 0


def _is_of(area: tuple[str, int], selected: Collection[str]) -> bool:
    """Tell whether an area is of words that are selected in the text, too, or goes on with those."""
    try:
        return area[0] in selected or area_guid(*area) in selected
    except ValueError:
        return False


def _codes_of(element: Element) -> tuple[str, ...]:
    found = [
        guid(code, "targetGUID")
        for coding in children(element, "Coding")
        for code in children(coding, "CodeRef")
    ]
    return tuple(dict.fromkeys(found))


def _named(element: Element) -> Named | None:
    try:
        start, end = int(attribute(element, "startPosition")), int(attribute(element, "endPosition"))
    except ValueError:
        return None
    return Named(start, end, attribute(element, "name"))
