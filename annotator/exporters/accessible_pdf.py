"""A tagged, accessible PDF of the letter as it is read (PDF/UA-1), set by typst.

Headings, lists, tables, notes and passages are tagged as what they are; the text is that of the reading copy.
What stands in a letter goes to typst as strings, never as its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from annotator.core import fields
from annotator.core.document import ABSENT
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters.archive_facts import facts_of
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.reading_copy import NO_CORRECTIONS, Block, Run, notes_of, reading_copy
from annotator.exporters.reflow import lines_kept
from annotator.exporters.wording import word
from annotator.exporters.xml_text import UNFIT_SIGNS, fit_for_xml, unfit_signs

_STYLE = """#set page(paper: "a4", margin: 2.5cm, numbering: "1")
#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), size: 11pt)
#set par(leading: 0.7em, spacing: 1.1em)
#show heading: set block(above: 1.6em, below: 0.8em)
"""
NOT_SET = QT_TRANSLATE_NOOP(
    "Export", "“{title}” cannot be set as an accessible PDF ({reason}): choose another format."
)


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    kept = lines_kept(context.codebook)
    for one in letters:
        source = _Document(one, context, reading_copy(one.letter, kept)).source()
        name = letter_file_name(one.id, one.letter.about.title, ".pdf")
        yield Piece(name, _set(source, one.letter.about.title, context.made_at))


def _set(source: str, title: str, made_at: str) -> bytes:
    import typst  # an extra: not for the list of formats

    moment = int(datetime.fromisoformat(made_at).timestamp()) if made_at else 0
    try:
        made = typst.compile(
            source.encode(), format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True, timestamp=moment
        )
    except (RuntimeError, typst.TypstError) as error:
        params: dict[str, object] = {"title": title, "reason": str(error).split("\n")[0][:200]}
        raise UserError(Message("Export", NOT_SET, params)) from error
    return bytes(made)


class _Document:
    """A letter in the language of typst."""

    def __init__(self, one: ExportLetter, context: ExportContext, blocks: Sequence[Block]) -> None:
        self._one, self._context, self._blocks = one, context, blocks
        self._notes = notes_of(blocks)
        self._begun: set[str] = set()
        self._level = 1
        self._marked = {run.note for b in blocks for cell in b.cells or (b.runs,) for run in cell}

    def source(self) -> str:
        """Return the whole document."""
        facts = facts_of(self._one.letter, self._context.codebook, self._context.language)
        title = facts.title or self._one.uid
        about = f"#set document(title: {_string(title)}, author: ({_string(facts.sender)},))\n"
        head = f"#heading(level: 1)[#{_string(title)}]\n"
        body = "\n".join(self._body())
        return f'{about}#set text(lang: "nl")\n{_STYLE}{head}{self._form()}{body}\n'

    def _form(self) -> str:
        rows = []
        book, language = self._context.codebook, self._context.language
        for field in book.value_fields():
            name = book.full_name(field, language)
            for value in self._one.letter.values_of(field.id):
                shown = fields.format(field, value.value, language) or value.shown
                if value.state == ABSENT:
                    shown = word("absent", language)
                if shown:
                    said = f"{shown} ({word('proposed', language)})" if value.state == "proposed" else shown
                    rows.append(f"terms.item[#{_string(name)}][#{_string(said)}]")
        return f'#text(lang: "{language}")[#terms({", ".join(rows)})]\n' if rows else ""

    def _body(self) -> Iterator[str]:
        for kind, group in groupby(self._blocks, key=lambda block: block.kind):
            members = list(group)
            if kind == "row":
                yield self._table(members)
            else:
                for block in members:
                    yield self._block(block)

    def _block(self, block: Block) -> str:
        if block.kind == "note" and block.number in self._marked:
            return ""  # it stands with its mark
        runs = "".join(map(self._run, block.runs))
        if block.kind == "heading":
            # Each level follows the one above it: a gap would break the order that a reader goes by.
            self._level = min(block.level + 1, self._level + 1)
            return f"#heading(level: {self._level})[{runs}]"
        if block.kind == "item":
            return f"#list(marker: [#{_string(block.mark)}])[{runs}]"
        mark = f"#super[#{_string(block.mark)}] " if block.kind == "note" else ""
        return f"#par[{mark}{runs}]"

    def _table(self, rows: Sequence[Block]) -> str:
        columns = max(len(row.cells) for row in rows)
        cells = []
        for row in rows:
            made = ["".join(map(self._run, cell)) for cell in row.cells]
            cells += [f"[{cell}]" for cell in (*made, *[""] * (columns - len(made)))]
        return f"#table(columns: {columns}, {', '.join(cells)})"

    def _run(self, run: Run) -> str:
        text = self._note(run) if run.note >= 0 else f"#{_string(run.text)}"
        for uid in reversed(run.passages):
            passage = self._one.letter.passages[uid]
            tag = self._context.codebook.tag(passage.tag)
            colour = tag.colour_light if tag else "#888888"
            text = f'#underline(stroke: 1.5pt + rgb("{colour}"), offset: 2pt)[{self._label(uid)}{text}]'
        return text

    def _note(self, run: Run) -> str:
        name = f"note-{run.note}"
        if name in self._begun:
            return f"#footnote(label({_string(name)}))"
        self._begun.add(name)
        note = self._notes[run.note]
        inside = "".join(map(self._run, note.runs))
        return f"#[#footnote(numbering: (..n) => {_string(note.mark)})[{inside}]#label({_string(name)})]"

    def _label(self, uid: str) -> str:
        """Return what a passage is, where it begins: a colour alone says nothing to many."""
        if uid in self._begun:
            return ""
        self._begun.add(uid)
        passage, language = self._one.letter.passages[uid], self._context.language
        tag = self._context.codebook.tag(passage.tag)
        said = tag.name(language) if tag else passage.tag
        if passage.state == "proposed":
            said = f"{said} ({word('proposed', language)})"
        if passage.note:
            said = f"{said}: {passage.note}"
        return f'#text(size: 0.75em, lang: "{language}")[#{_string(f"[{said}] ")}]'


def _string(text: str) -> str:
    """Return a text as a string of typst, in brackets: it is data there, whatever it says."""
    said = fit_for_xml(text).replace("\\", "\\\\").replace('"', '\\"')
    return '("' + said.replace("\r", " ").replace("\n", " ") + '")'


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    if count := unfit_signs(one.letter.text):
        yield Omission(UNFIT_SIGNS, count)
    if corrections := len(one.letter.corrections):
        yield Omission(NO_CORRECTIONS, corrections)


PDF_UA = Exporter(
    "pdf-ua",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Accessible PDF for reading (PDF/UA)")),
    _pieces,
    purpose=Message(
        "Export", QT_TRANSLATE_NOOP("Export", "For publishing: a tagged PDF that screen readers read well.")
    ),
    leaves_out=_leaves_out,
    needs="typst",
    extra="pdf-ua",
)
