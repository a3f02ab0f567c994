"""Letters as Word files for reading: real headings, lists, tables and footnotes, comments at the passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from annotator.core import fields
from annotator.core.document import ABSENT, Passage
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import Choice, ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.reading_copy import NO_CORRECTIONS, Block, Run, notes_of, reading_copy
from annotator.exporters.reflow import lines_kept
from annotator.exporters.word_file.corrections import Corrections
from annotator.exporters.word_file.lists import Lists
from annotator.exporters.word_file.markup import (
    CELL,
    HEAD,
    SAID,
    Look,
    paragraph,
    plain,
    run,
    said,
    table,
    table_of_texts,
    tint,
)
from annotator.exporters.word_file.package import About, moment, package
from annotator.exporters.wording import word
from annotator.exporters.xml_text import UNFIT_SIGNS, unfit_signs

_LOWEST = 9  # Word has nine levels of headings
_NOTE_MARK = Look(style="FootnoteReference")
CORRECTIONS = Choice(
    "corrections",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Corrections")),
    (
        ("appendix", Message("Export", QT_TRANSLATE_NOOP("Export", "in a table at the end"))),
        ("tracked", Message("Export", QT_TRANSLATE_NOOP("Export", "as tracked changes"))),
        ("none", Message("Export", QT_TRANSLATE_NOOP("Export", "not told apart"))),
    ),
)


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    kept = lines_kept(context.codebook)
    for one in letters:
        made = _Document(one, context, reading_copy(one.letter, kept))
        yield Piece(letter_file_name(one.id, one.letter.about.title, ".docx"), made.whole())


class _Document:
    """A letter as a Word file."""

    def __init__(self, one: ExportLetter, context: ExportContext, blocks: Sequence[Block]) -> None:
        self._one, self._context, self._language = one, context, context.language
        self._book = context.codebook
        self._corrections = Corrections(one.letter, context)
        self._is_tracked = context.choice(CORRECTIONS) == "tracked"
        marks = {run.note for block in blocks for run in _all_runs(block)}
        # A note that nothing refers to stays where it stands.
        self._notes = {number: note for number, note in notes_of(blocks).items() if number in marks}
        self._blocks = [b for b in blocks if b.kind != "note" or b.number not in self._notes]
        self._left = Counter(
            uid for block in self._blocks for run in _all_runs(block) for uid in run.passages
        )
        self._comment_ids: dict[str, int] = {}
        self._comments: list[str] = []
        self._footnotes: list[str] = []
        self._placed: set[int] = set()  # notes whose first mark was written
        self._first_note = 1
        self._counted = 0  # the last number that Word gives to a footnote by itself
        self._lists = Lists()
        self._fills = {tag.id: tint(tag.colour_light) for tag in self._book.tags}

    def whole(self) -> bytes:
        """Return the file."""
        title = self._one.letter.about.title
        parts = (said(title, "Title"), self._form(), *self._text(), self._appendix(), self._legend())
        body = "".join((*parts, *self._foot()))
        return package(
            [body],
            About(title, self._context.program, self._context.made_at, self._language),
            footnotes=self._footnotes,
            first_note=self._first_note,
            comments=self._comments,
            numbering=self._lists.xml(),
        )

    def _said(self, key: str, **places: object) -> str:
        return word(key, self._language, **places)

    # -------------------------------------------------------------- around the text
    def _form(self) -> str:
        rows = list(self._form_rows())
        names = map(self._said, ("field", "value", "evidence"))
        return said(self._said("form"), HEAD) + table_of_texts(names, rows) + said("") if rows else ""

    def _form_rows(self) -> Iterator[tuple[str, str, str]]:
        letter = self._one.letter
        for field in self._book.value_fields():
            for value in letter.values_of(field.id):
                shown = fields.format(field, value.value, self._language) or value.shown
                if value.state == ABSENT:
                    shown = self._said("absent")
                if not shown:
                    continue
                proposed = f" ({self._said('proposed')})" if value.state == "proposed" else ""
                name = self._book.full_name(field, self._language)
                place = self._place(value.uid)
                yield name, shown + proposed, place

    def _place(self, uid: str) -> str:
        """Return where the evidence of a value stands, and what it says."""
        letter = self._one.letter
        if uid not in letter.spans:
            return ""
        quote = " ".join(letter.quote(uid).split())
        return f"{self._said('page')} {letter.page_at(letter.spans[uid].start)}: {quote}"

    def _appendix(self) -> str:
        if self._context.choice(CORRECTIONS) == "none":
            return ""
        made = self._corrections.appendix()
        return said(self._said("corrections"), HEAD) + made + said("") if made else ""

    def _legend(self) -> str:
        tagged = {passage.tag for passage in self._one.letter.passages.values()}
        rows = [
            paragraph(
                run(tag.name(self._language), Look(fill=self._fills[tag.id]))
                + run(f" {tag.description(self._language)}".rstrip()),
                SAID,
            )
            for tag in self._book.tags
            if tag.id in tagged
        ]
        return "".join((said(self._said("labels"), HEAD), *rows)) if rows else ""

    def _foot(self) -> Iterator[str]:
        yield said("")
        if self._one.source_name:
            yield said(f"{self._said('source')}: {self._one.source_name}")
        made_at = self._context.made_at[:10]
        yield said(self._said("made_by", program=self._context.program, moment=made_at))

    # -------------------------------------------------------------- the text
    def _text(self) -> Iterator[str]:
        was_table = False
        for is_table, group in groupby(self._blocks, key=lambda block: block.kind == "row"):
            if is_table:
                rows = [[paragraph(self._runs(cell), CELL) for cell in block.cells] for block in group]
                yield table(rows)
            else:
                yield from map(self._block, group)
            was_table = is_table
        if was_table:
            yield said("")

    def _block(self, block: Block) -> str:
        if block.kind == "note":
            mark = run(block.mark, _NOTE_MARK) + run(" ")
            return paragraph(mark + self._runs(block.runs), "FootnoteText")
        runs = self._runs(block.runs)
        if block.kind == "heading":
            return paragraph(runs, f"Heading{min(block.level, _LOWEST)}")
        if block.kind == "item":
            return paragraph(runs, "ListParagraph", self._lists.item(block.mark))
        return paragraph(runs)

    def _runs(self, runs: Sequence[Run]) -> str:
        return "".join(part for one in runs for part in self._run(one))

    def _run(self, one: Run) -> Iterator[str]:
        for uid in one.passages:
            if uid not in self._comment_ids:
                yield f'<w:commentRangeStart w:id="{self._comment(uid)}"/>'
        if one.note >= 0 and one.note not in self._placed:
            yield self._footnote(one)
        else:
            yield self._words(one)
        for uid in reversed(one.passages):
            self._left[uid] -= 1
            if not self._left[uid]:
                yield _comment_end(self._comment_ids[uid])

    def _words(self, one: Run) -> str:
        look = self._look(one)
        return self._corrections.tracked(one, look) if self._is_tracked else run(one.text, look)

    def _look(self, one: Run) -> Look:
        if not one.passages:
            return Look()
        passage = self._one.letter.passages[one.passages[-1]]
        tag = self._book.tag(passage.tag)
        dots = tag.colour_light.removeprefix("#") if tag and passage.state == "proposed" else ""
        return Look(fill=self._fills.get(passage.tag, ""), dots=dots)

    # -------------------------------------------------------------- notes and comments
    def _footnote(self, one: Run) -> str:
        """Write a note, and return its mark: Word's own number where that is the one of the letter."""
        self._placed.add(one.note)
        note, number = self._notes[one.note], len(self._footnotes) + 1
        if number == 1 and note.mark.isdecimal():
            self._first_note = max(1, int(note.mark))
            self._counted = self._first_note - 1
        is_counted = note.mark == str(self._counted + 1)
        self._counted += is_counted
        mark = "<w:footnoteRef/>" if is_counted else f"<w:t>{plain(note.mark)}</w:t>"
        first = f"<w:r>{_NOTE_MARK.xml()}{mark}</w:r>{run(' ')}"
        words = "".join(map(self._words, note.runs))
        self._footnotes.append(
            f'<w:footnote w:id="{number}">{paragraph(first + words, "FootnoteText")}</w:footnote>'
        )
        custom = "" if is_counted else ' w:customMarkFollows="1"'
        shown = "" if is_counted else mark
        look = self._look(one)._replace(style="FootnoteReference").xml()
        made = f'<w:r>{look}<w:footnoteReference{custom} w:id="{number}"/>{shown}</w:r>'
        # Word has no comments in footnotes: those of their passages stand at the mark.
        inside = dict.fromkeys(uid for part in note.runs for uid in part.passages if not self._left[uid])
        ids = [self._comment(uid, quote=True) for uid in inside if uid not in self._comment_ids]
        starts = "".join(f'<w:commentRangeStart w:id="{each}"/>' for each in ids)
        return starts + made + "".join(map(_comment_end, ids))

    def _comment(self, uid: str, *, quote: bool = False) -> int:
        """Write the comment of a passage, and return its id."""
        passage = self._one.letter.passages[uid]
        # LibreOffice mixes up a comment and a footnote that have the same id.
        number = self._comment_ids[uid] = len(self._notes) + len(self._comment_ids) + 1
        lines = [self._comment_text(passage)]
        if quote:
            lines.append(f"“{self._one.letter.quote(uid)}”")
        author = passage.analyst or self._context.program
        initials = "".join(part[0] for part in author.split())
        when = moment(passage.made_at)
        about = f'w:id="{number}" w:author="{plain(author)}" w:initials="{plain(initials)}"'
        date = f' w:date="{when}"' if when else ""
        mark = f"<w:r>{Look(style='CommentReference').xml()}<w:annotationRef/></w:r>"
        texts = "".join(
            paragraph(mark * (not index) + run(text), "CommentText") for index, text in enumerate(lines)
        )
        self._comments.append(f"<w:comment {about}{date}>{texts}</w:comment>")
        return number

    def _comment_text(self, passage: Passage) -> str:
        tag = self._book.tag(passage.tag)
        name = tag.name(self._language) if tag else passage.tag
        if passage.state == "proposed":
            name = f"{name} ({self._said('proposed')})"
        return f"{name}: {passage.note}" if passage.note else name


def _comment_end(number: int) -> str:
    look = Look(style="CommentReference").xml()
    return f'<w:commentRangeEnd w:id="{number}"/><w:r>{look}<w:commentReference w:id="{number}"/></w:r>'


def _all_runs(block: Block) -> Iterator[Run]:
    for cell in block.cells or (block.runs,):
        yield from cell


# ------------------------------------------------------------------ what it cannot hold
def _leaves_out(one: ExportLetter, context: ExportContext) -> Iterator[Omission]:
    letter = one.letter
    blocks = reading_copy(letter, lines_kept(context.codebook))
    held = {uid for block in blocks for run in _all_runs(block) for uid in run.passages}
    is_told = context.choice(CORRECTIONS) == "none"
    counted = (
        (UNFIT_SIGNS, sum(map(unfit_signs, _texts(one)))),
        (NO_TEXT, len(letter.passages.keys() - held)),
        (SECTION_TAGS, sum(bool(row.tag) or row.state == "proposed" for row in letter.sections.values())),
        (NO_FURNITURE, len(letter.furniture)),
        (NO_CORRECTIONS, len(letter.corrections) if is_told else 0),
    )
    yield from (Omission(what, times) for what, times in counted if times)


def _texts(one: ExportLetter) -> Iterator[str]:
    letter = one.letter
    yield from (letter.text, letter.about.title, one.source_name)
    for value in letter.values.values():
        yield value.value or value.shown
    yield from (passage.note for passage in letter.passages.values())


NO_TEXT = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "passages whose text is not in the reading copy are left out")
)
SECTION_TAGS = Message("Export", QT_TRANSLATE_NOOP("Export", "sections keep their headings, not their tags"))
NO_FURNITURE = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "running heads, feet and page numbers are left out")
)
DOCX = Exporter(
    "docx",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Word file for reading (DOCX)")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For readers with Word: headings, footnotes, and comments at the passages."
        ),
    ),
    leaves_out=_leaves_out,
    choices=(CORRECTIONS,),
)
