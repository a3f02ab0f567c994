"""The header of a TEI file: what the form says, who did what when, and the codebook as a taxonomy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.core.codebook import Tag
from annotator.core.document import Passage, Section, Value
from annotator.core.in_force import InForce
from annotator.exporters.archive_facts import Facts, facts_of
from annotator.exporters.elements import as_name, element, tag
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.wording import word

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?")


class Header:
    """The header of a letter, and the names that the text refers to."""

    def __init__(self, one: ExportLetter, context: ExportContext) -> None:
        self._one, self._context = one, context
        self._language = context.language
        letter = one.letter
        rows: tuple[InForce | Passage | Section, ...] = (
            *letter.corrections,
            *letter.passages.values(),
            *letter.sections.values(),
        )
        done_by = dict.fromkeys(row.analyst for row in rows if row.analyst)
        self._analysts = {name: f"analyst-{number}" for number, name in enumerate(done_by, 1)}
        moments = sorted({(row.made_at, row.analyst) for row in letter.corrections})
        self._changes = {moment: f"change-{number}" for number, moment in enumerate(moments, 1)}
        used = dict.fromkeys(
            [row.tag for row in letter.sections.values()] + [row.tag for row in letter.passages.values()]
        )
        ids = dict.fromkeys([each.id for each in context.codebook.tags]) | used
        self._tags = {tag_id: f"tag-{as_name(tag_id)}" for tag_id in ids if tag_id}
        ordered = sorted(letter.values.values(), key=lambda value: (value.field, value.position, value.uid))
        self._values = {value.uid: f"value-{number}" for number, value in enumerate(ordered, 1)}

    def tag_id(self, tag_id: str) -> str:
        """Return the name of a tag's category; "" without a tag."""
        return self._tags.get(tag_id, "")

    def value_id(self, value: Value) -> str:
        """Return the name of a value of the form."""
        return self._values[value.uid]

    def analyst_ref(self, analyst: str) -> str:
        """Return a reference to an analyst; "" for nobody."""
        return f"#{self._analysts[analyst]}" if analyst in self._analysts else ""

    def change_ref(self, row: InForce) -> str:
        """Return a reference to when a correction was made, and by whom."""
        return f"#{self._changes[row.made_at, row.analyst]}"

    def whole(self) -> str:
        """Return the header."""
        facts = facts_of(self._one.letter, self._context.codebook, self._language)
        parts = (
            "<teiHeader>",
            "<fileDesc>",
            *self._title(facts),
            *self._published(),
            *self._notes(),
            *self._source(facts),
            "</fileDesc>",
            *self._encoding(),
            *self._profile(facts),
            *self._revisions(),
            "</teiHeader>",
        )
        return "\n".join(parts) + "\n"

    # -------------------------------------------------------------- the file
    def _title(self, facts: Facts) -> Iterator[str]:
        yield "<titleStmt>"
        yield element("title", facts.title or self._one.uid)
        if facts.sender:
            yield element("author", facts.sender, ref=facts.tooi)
        for name, key in self._analysts.items():
            analyst = element("name", name, **{"xml:id": key})
            yield f"<respStmt>{element('resp', word('analyst', self._language))}{analyst}</respStmt>"
        yield "</titleStmt>"

    def _published(self) -> Iterator[str]:
        moment = self._context.made_at[:10]
        yield "<publicationStmt>"
        yield element("p", word("made_by", self._language, program=self._context.program, moment=moment))
        yield "</publicationStmt>"

    def _notes(self) -> Iterator[str]:
        if note := self._one.letter.about.note.strip():
            yield f"<notesStmt>{element('note', note, type='analyst')}</notesStmt>"

    def _source(self, facts: Facts) -> Iterator[str]:
        yield "<sourceDesc>"
        yield "<bibl>"
        yield element("title", facts.title or self._one.uid)
        for name, text, about in (
            ("author", facts.sender, {"ref": facts.tooi}),
            ("date", facts.day, {"when": facts.day if _MOMENT.fullmatch(facts.day) else ""}),
            ("idno", facts.dossier, {"type": "dossier"}),
            ("idno", facts.reference, {"type": "reference"}),
            ("idno", self._one.uid, {"type": "uid"}),
            ("idno", self._one.source_name, {"type": "file"}),
            ("idno", self._one.source_sha256, {"type": "sha256"}),
        ):
            if text:
                yield element(name, text, **about)
        yield "</bibl>"
        yield "</sourceDesc>"

    # -------------------------------------------------------------- how it was made
    def _encoding(self) -> Iterator[str]:
        yield "<encodingDesc>"
        yield f"<editorialDecl>{element('p', word('tei_lines', self._language))}</editorialDecl>"
        book = self._context.codebook
        tags = [each for each in book.tags if each.id in self._tags]
        known = {each.id for each in tags}
        if self._tags:
            yield "<classDecl>"
            yield f'<taxonomy xml:id="codebook">{element("bibl", book.name(self._language))}'
            for tag_ in tags:
                if tag_.parent not in known or tag_.parent == tag_.id:
                    yield from self._category(tag_, tags, ())
            for tag_id, name in self._tags.items():
                if tag_id not in known:  # of a codebook that has it no more
                    yield f'<category xml:id="{name}">{element("catDesc", tag_id)}</category>'
            yield "</taxonomy>"
            yield "</classDecl>"
        yield "</encodingDesc>"

    def _category(self, one: Tag, tags: list[Tag], above: tuple[str, ...]) -> Iterator[str]:
        said = ": ".join(filter(None, (one.name(self._language), one.description(self._language))))
        yield f"{tag('category', n=one.kind, **{'xml:id': self._tags[one.id]})}{element('catDesc', said)}"
        for other in tags:
            if other.parent == one.id and other.id not in (*above, one.id):
                yield from self._category(other, tags, (*above, one.id))
        yield "</category>"

    # -------------------------------------------------------------- the form
    def _profile(self, facts: Facts) -> Iterator[str]:
        yield "<profileDesc>"
        if _MOMENT.fullmatch(facts.day):
            yield f"<creation>{element('date', facts.day, when=facts.day)}</creation>"
        yield '<langUsage><language ident="nl">Nederlands</language></langUsage>'
        terms = list(self._terms())
        if terms:
            yield "<textClass><keywords>"
            yield from terms
            yield "</keywords></textClass>"
        yield "</profileDesc>"

    def _terms(self) -> Iterator[str]:
        """Yield the values of the form, each with its field and how it stands in the letter."""
        values = self._one.letter.values
        for uid, key in self._values.items():
            value = values[uid]
            text = value.value or value.shown
            yield element(
                "term",
                text,
                type=as_name(value.field) or "value",
                rend=value.state if value.state != "confirmed" else "",
                n=value.position,
                **{"xml:id": key},
            )

    def _revisions(self) -> Iterator[str]:
        """Yield when corrections were made, and by whom, the last first."""
        if not self._changes:
            return
        yield "<revisionDesc>"
        for (moment, analyst), key in reversed(self._changes.items()):
            when = moment if _MOMENT.fullmatch(moment) else ""
            yield element(
                "change",
                word("corrections", self._language),
                who=self.analyst_ref(analyst),
                when=when,
                **{"xml:id": key},
            )
        yield "</revisionDesc>"
