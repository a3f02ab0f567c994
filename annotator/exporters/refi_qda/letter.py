"""A letter as a text source with its selections, as a case with its values, and as notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from annotator.core.codebook import Codebook, Field
from annotator.core.document import Passage, Section, Value
from annotator.core.fields import format as shown_value
from annotator.core.refi_guids import (
    HEADING,
    MOST_LEVELS,
    PROPOSED,
    STATUS,
    area_guid,
    field_guid,
    guid_of,
    letter_guid,
    level_guid,
    pdf_guid,
)
from annotator.core.text import Span
from annotator.exporters.interface import ExportLetter
from annotator.exporters.refi_qda.areas import PdfAreas
from annotator.exporters.refi_qda.codes import code_of, type_of_variable
from annotator.exporters.refi_qda.elements import element, short_name, sub

UserGuid = Callable[[str], str]


def is_told(section: Section, heading: Span | None) -> bool:
    """Tell whether a section says something: not the one that each new letter begins with."""
    return bool(section.tag or heading) or section.state == "confirmed"


class LetterElements:
    """Makes the elements of one letter; `user` gives an analyst's GUID, "" for nobody.

    With `areas` it is a PDF, whose text has the same selections.
    """

    def __init__(
        self,
        one: ExportLetter,
        codebook: Codebook,
        language: str,
        user: UserGuid,
        areas: PdfAreas | None = None,
    ) -> None:
        self._one, self._letter, self._guid = one, one.letter, letter_guid(one.uid)
        self._codebook, self._language, self._user = codebook, language, user
        self._tags = {(tag.kind, tag.id) for tag in codebook.tags}
        self.notes: list[Any] = []
        self._areas, self._drawn = areas, list[Any]()

    @property
    def file_name(self) -> str:
        """The name of the file with the text, in the folder of sources."""
        return f"{self._guid}.txt"

    @property
    def pdf_name(self) -> str:
        """The name of the file with the PDF, in the folder of sources."""
        return f"{pdf_guid(self._one.uid)}.pdf"

    def source(self) -> Any:
        """Return the source, a text or a PDF with its text; its notes are in `notes` then."""
        if self._areas is None:
            return self._text("TextSource")
        text = self._text("Representation")
        pdf = element(
            "PDFSource",
            guid=pdf_guid(self._one.uid),
            path=f"internal://{self.pdf_name}",
            **self._named(),
        )
        pdf.extend([*self._drawn, text])
        return pdf

    def _named(self) -> dict[str, str]:
        return {
            "name": self._letter.about.title or self._one.source_name,
            "creationDateTime": self._one.created_at,
            "modifiedDateTime": self._one.updated_at,
        }

    def _text(self, name: str) -> Any:
        path = f"internal://{self.file_name}"
        source = element(name, guid=self._guid, plainTextPath=path, **self._named())
        for span, passage in self._letter.placed_passages():
            if span.start < span.end:
                self._passage(source, span, passage)
        for placed in self._letter.placed_sections():
            if is_told(placed.section, placed.heading):
                self._section(source, Span(placed.start, placed.end), placed.section, placed.heading)
        if note := self._letter.about.note:
            self._note(source, note, "letter", self._one.uid)
        return source

    def _passage(self, source: Any, span: Span, row: Passage) -> None:
        name = short_name(self._letter.text[slice(*span)])
        made = self._selection(source, span, name, row)
        self._coded(made, row)
        if row.note:
            self._note(made, row.note, "passage", row.uid, row)
        for number, area in enumerate(self._areas.of(span) if self._areas else ()):
            guid = made.get("guid")
            drawn = element(
                "PDFSelection",
                # As ATLAS.ti has it: the area and the words are one selection.
                guid=area_guid(guid, area.page) if number else guid,
                name=name,
                page=str(area.page),
                firstX=str(area.left),
                firstY=str(area.bottom),
                secondX=str(area.right),
                secondY=str(area.top),
                creatingUser=self._user(row.analyst),
                creationDateTime=row.made_at,
            )
            self._coded(drawn, row, f"area-{area.page}")
            self._drawn.append(drawn)

    def _coded(self, selection: Any, row: Passage, what: str = "") -> None:
        if ("passage", row.tag) in self._tags:
            self._coding(selection, code_of("passage", row.tag), row, what)
        if row.state == "proposed":
            self._coding(selection, PROPOSED, row, what)

    def _section(self, source: Any, span: Span, row: Section, heading: Span | None) -> None:
        words = self._letter.text[slice(*heading)] if heading else ""
        tag = self._codebook.tag(row.tag)
        name = short_name(words) or (tag.name(self._language) if tag else "")
        made = self._selection(source, span, name, row)
        if ("section", row.tag) in self._tags:
            self._coding(made, code_of("section", row.tag), row)
        self._coding(made, level_guid(min(row.level, MOST_LEVELS)), row)
        if row.state == "proposed":
            self._coding(made, PROPOSED, row)
        if heading and heading.start < heading.end:
            head = self._selection(source, heading, name, row, "heading")
            self._coding(head, HEADING, row, "heading")

    def _selection(
        self, source: Any, span: Span, name: str, row: Passage | Section, what: str = "selection"
    ) -> Any:
        return sub(
            source,
            "PlainTextSelection",
            guid=guid_of(what, self._one.uid, row.uid),
            name=name,
            startPosition=str(span.start),
            endPosition=str(span.end),
            creatingUser=self._user(row.analyst),
            creationDateTime=row.made_at,
        )

    def _coding(self, selection: Any, code: str, row: Passage | Section, what: str = "") -> None:
        coding = sub(
            selection,
            "Coding",
            guid=guid_of("coding", self._one.uid, row.uid, code, what),
            creatingUser=self._user(row.analyst),
            creationDateTime=row.made_at,
        )
        sub(coding, "CodeRef", targetGUID=code)

    def _note(self, of: Any, text: str, kind: str, uid: str, row: Passage | None = None) -> None:
        guid = guid_of("note", kind, self._one.uid, uid)
        note = element(
            "Note",
            guid=guid,
            name=short_name(text)[:60],
            creatingUser=self._user(row.analyst) if row else "",
            creationDateTime=row.made_at if row else "",
        )
        sub(note, "PlainTextContent", text)
        self.notes.append(note)
        sub(of, "NoteRef", targetGUID=guid)

    # ------------------------------------------------------------------ values
    def values(self) -> Iterator[tuple[Field, Value]]:
        """Yield the values that a variable holds, with their fields."""
        for value in sorted(self._letter.values.values(), key=lambda row: (row.field, row.position)):
            field = self._codebook.field(value.field)
            if field is not None and is_held(field, value):
                yield field, value

    def case(self) -> Any:
        """Return the case with the letter's values and status."""
        case = element("Case", guid=guid_of("case", self._one.uid), name=self._letter.about.title)
        self._value(case, STATUS, "TextValue", self._letter.about.status)
        for field, value in self.values():
            kind = type_of_variable(field)
            shown = value.value
            if kind == "Boolean":
                shown = "true" if value.value == "yes" else "false"
            elif kind == "Text":
                shown = shown_value(field, value.value, self._language) or value.shown
            self._value(case, field_guid(field.id, value.position), f"{kind}Value", shown)
        sub(case, "SourceRef", targetGUID=pdf_guid(self._one.uid) if self._areas else self._guid)
        return case

    def _value(self, case: Any, variable: str, name: str, text: str) -> None:
        held = sub(case, "VariableValue")
        sub(held, "VariableRef", targetGUID=variable)
        sub(held, name, text)


def is_held(field: Field, value: Value) -> bool:
    """Tell whether a variable can hold a value: it is decided on, and read as its type asks."""
    return value.state == "confirmed" and bool(value.value or type_of_variable(field) == "Text")
