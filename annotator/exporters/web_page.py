"""One accessible web page a letter: no script, nothing from elsewhere, light and dark, fit to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from annotator.core import fields
from annotator.core.codebook import Codebook
from annotator.core.document import ABSENT
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.reading_copy import NO_CORRECTIONS, Block, Run, reading_copy
from annotator.exporters.reflow import lines_kept
from annotator.exporters.wording import word
from annotator.exporters.xml_text import UNFIT_SIGNS, fit_for_xml, unfit_signs

_STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1d1d1f; --paper: #fffefb; --quiet: #55555c; --line: #c9c7c1; --link: #0b4f9e;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #1b1c1f; --quiet: #b4b4bb; --line: #4a4b50; --link: #9cc4ff }
}
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem }
header, nav, footer { font-family: system-ui, sans-serif; font-size: .9rem }
h1 { font-size: 1.6rem; line-height: 1.25 }
h2 { font-size: 1.3rem }
h3 { font-size: 1.1rem }
h4, h5, h6 { font-size: 1rem }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem }
dt { color: var(--quiet) }
dd { margin: 0 }
mark { background: none; color: inherit; border-bottom: .18em solid var(--tag); padding-bottom: .05em }
.tag { font: .75rem/1 system-ui, sans-serif; color: var(--quiet) }
.items { list-style: none; padding-left: 1.2rem }
.items li { margin: .3rem 0 }
table { border-collapse: collapse }
td { border: 1px solid var(--line); padding: .2rem .6rem; vertical-align: top }
.page {
  display: block; margin-top: 1.2rem; border-top: 1px dotted var(--line);
  color: var(--quiet); font: .75rem/1.6 system-ui, sans-serif;
}
.proposed { font-style: italic; color: var(--quiet) }
footer { border-top: 1px solid var(--line); margin-top: 3rem; color: var(--quiet) }
@media print {
  nav { display: none }
  body { max-width: none; padding: 0 }
  a { color: inherit; text-decoration: none }
  h2, h3, h4 { break-after: avoid }
}
"""
_HIGHEST = 6


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    kept = lines_kept(context.codebook)
    for one in letters:
        page = _Page(one, context, reading_copy(one.letter, kept))
        yield Piece(letter_file_name(one.id, one.letter.about.title, ".html"), page.whole().encode())


class _Page:
    """A letter as a page; what stands in it is data, never markup."""

    def __init__(self, one: ExportLetter, context: ExportContext, blocks: Sequence[Block]) -> None:
        self._one, self._context, self._blocks = one, context, blocks
        self._book: Codebook = context.codebook
        self._language = context.language
        tagged = {passage.tag for passage in one.letter.passages.values()}
        self._used = [tag for tag in self._book.tags if tag.id in tagged]
        self._classes = {tag.id: f"t-{number}" for number, tag in enumerate(self._used)}
        self._marks = {run.note for block in blocks for cell in block.cells or (block.runs,) for run in cell}
        self._begun: set[str] = set()  # passages whose label, and notes whose first mark, were written

    def whole(self) -> str:
        """Return the page."""
        title = _plain(self._one.letter.about.title)
        parts = (self._head(title), self._contents(), self._text(), self._foot())
        return "\n".join(
            (
                "<!DOCTYPE html>",
                '<html lang="nl">',
                "<head>",
                '<meta charset="utf-8"/>',
                '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
                f'<meta name="generator" content="{_plain(self._context.program)}"/>',
                f"<title>{title}</title>",
                f"<style>{_STYLE}{self._colours()}</style>",
                "</head>",
                "<body>",
                *filter(None, parts),
                "</body>",
                "</html>\n",
            )
        )

    def _said(self, key: str, **places: object) -> str:
        return _plain(word(key, self._language, **places))

    def _colours(self) -> str:
        light = "".join(f".t-{n} {{ --tag: {tag.colour_light} }}\n" for n, tag in enumerate(self._used))
        dark = " ".join(f".t-{n} {{ --tag: {tag.colour_dark} }}" for n, tag in enumerate(self._used))
        return f"{light}@media (prefers-color-scheme: dark) {{ {dark} }}\n"

    # -------------------------------------------------------------- around the text
    def _head(self, title: str) -> str:
        rows = "".join(self._form())
        head = f'<section aria-labelledby="form"><h2 id="form">{self._said("form")}</h2>'
        form = f"{head}<dl>{rows}</dl></section>"
        return f'<header lang="{self._language}"><h1 lang="nl">{title}</h1>{form if rows else ""}</header>'

    def _form(self) -> Iterator[str]:
        for field in self._book.value_fields():
            name = f"<dt>{_plain(self._book.full_name(field, self._language))}</dt>"
            for value in self._one.letter.values_of(field.id):
                shown = fields.format(field, value.value, self._language) or value.shown
                if value.state == ABSENT:
                    shown = self._said("absent")
                if not shown:
                    continue
                said = f' <span class="proposed">({self._said("proposed")})</span>'
                proposed = said if value.state == "proposed" else ""
                yield f"{name}<dd>{_plain(shown)}{proposed}</dd>"
                name = ""  # several values of a field have its name once

    def _contents(self) -> str:
        rows = "".join(
            f'<li><a href="#b{number}">{_plain(block.text)}</a></li>'
            for number, block in enumerate(self._blocks)
            if block.kind == "heading"
        )
        head = f'<h2 id="contents">{self._said("contents")}</h2><ol lang="nl">{rows}</ol>'
        return f'<nav aria-labelledby="contents" lang="{self._language}">{head}</nav>' if rows else ""

    def _foot(self) -> str:
        tags = "".join(
            f'<li><mark class="t-{number}">{_plain(tag.name(self._language))}</mark>'
            f" {_plain(tag.description(self._language))}</li>"
            for number, tag in enumerate(self._used)
        )
        legend = f"<h2>{self._said('labels')}</h2><ul>{tags}</ul>" if tags else ""
        source = f"<p>{self._said('source')}: {_plain(self._one.source_name)}</p>"
        made = self._said("made_by", program=self._context.program, moment=self._context.made_at[:10])
        return f'<footer lang="{self._language}">{legend}{source}<p>{made}</p></footer>'

    # -------------------------------------------------------------- the text
    def _text(self) -> str:
        made: list[str] = []
        page = 1
        for kind, group in groupby(enumerate(self._blocks), key=lambda each: each[1].kind):
            members = list(group)
            if kind == "row":
                rows = "".join(self._row(block) for _, block in members)
                made.append(f"<table><tbody>{rows}</tbody></table>")
            elif kind == "item":
                items = "".join(f"<li>{_plain(one.mark)} {self._runs(one.runs)}</li>" for _, one in members)
                made.append(f'<ul class="items">{items}</ul>')
            else:
                for number, block in members:
                    made += [self._break(n) for n in range(page + 1, block.page + 1)]
                    page = max(page, block.page)
                    made.append(self._block(number, block))
        inside = "\n".join(made)
        return f"<main>\n{inside}\n</main>"

    def _break(self, number: int) -> str:
        said = f"{self._said('page')} {number}"
        about = f'role="doc-pagebreak" aria-label="{said}" lang="{self._language}"'
        return f'<span class="page" id="page-{number}" {about}>{said}</span>'

    def _block(self, number: int, block: Block) -> str:
        runs = self._runs(block.runs)
        if block.kind == "heading":
            level = min(block.level + 1, _HIGHEST)
            return f'<h{level} id="b{number}">{runs}</h{level}>'
        if block.kind == "note":
            about = f'role="doc-backlink" aria-label="{self._said("to_text")}"'
            back = f' <a href="#mark-{block.number}" {about}>↩</a>' if block.number in self._marks else ""
            return f'<p id="note-{block.number}"><sup>{_plain(block.mark)}</sup> {runs}{back}</p>'
        return f"<p>{runs}</p>"

    def _row(self, block: Block) -> str:
        return "<tr>" + "".join(f"<td>{self._runs(cell)}</td>" for cell in block.cells) + "</tr>"

    def _runs(self, runs: Sequence[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        text = _plain(run.text)
        if run.note >= 0:
            place = f' id="mark-{run.note}"' if self._is_first(f"mark-{run.note}") else ""
            text = f'<a{place} href="#note-{run.note}" role="doc-noteref">{text}</a>'
        for uid in reversed(run.passages):
            passage = self._one.letter.passages[uid]
            colour = f' class="{self._classes[passage.tag]}"' if passage.tag in self._classes else ""
            text = f"<mark{colour}>{self._label(uid)}{text}</mark>"
        return text

    def _label(self, uid: str) -> str:
        """Return what a passage is, where it begins: a colour alone says nothing to many."""
        if not self._is_first(uid):
            return ""
        passage = self._one.letter.passages[uid]
        tag = self._book.tag(passage.tag)
        said = tag.name(self._language) if tag else passage.tag
        if passage.state == "proposed":
            said = f"{said} ({word('proposed', self._language)})"
        if passage.note:
            said = f"{said}: {passage.note}"
        return f'<span class="tag" lang="{self._language}">[{_plain(said)}]</span> '

    def _is_first(self, name: str) -> bool:
        is_first = name not in self._begun
        self._begun.add(name)
        return is_first


def _plain(text: str) -> str:
    return escape(fit_for_xml(text))


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    if count := unfit_signs(one.letter.text):
        yield Omission(UNFIT_SIGNS, count)
    if corrections := len(one.letter.corrections):
        yield Omission(NO_CORRECTIONS, corrections)


HTML = Exporter(
    "html",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Web page for reading (HTML)")),
    _pieces,
    purpose=Message(
        "Export", QT_TRANSLATE_NOOP("Export", "For reading and publishing: one accessible page a letter.")
    ),
    leaves_out=_leaves_out,
)
