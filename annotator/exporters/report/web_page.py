"""A report as a web page: no script, nothing from elsewhere, light and dark, fit to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from annotator.exporters.interface import ExportContext
from annotator.exporters.report.collecting import Collected, Count, Group
from annotator.exporters.report.rows import Row
from annotator.exporters.wording import word
from annotator.exporters.xml_text import fit_for_xml

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fffefb; --quiet: #55555c; --line: #c9c7c1 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #1b1c1f; --quiet: #b4b4bb; --line: #4a4b50 }
}
html { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem }
a { color: inherit }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; vertical-align: top; text-align: left }
td.count { text-align: right; font-variant-numeric: tabular-nums }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline }
.more { color: var(--quiet); font-size: .875rem }
footer { border-top: 1px solid var(--line); margin-top: 3rem; color: var(--quiet) }
@media print { body { max-width: none; padding: 0 } h2, h3 { break-after: avoid } tr { break-inside: avoid } }
"""
COLUMNS = ("sentence", "letter", "date", "sender", "dossier", "page")
COUNTS = ("passage_count", "proposed_count", "letter_count")


def row(one: Row, context: ExportContext) -> bytes:
    """Return a row of the tables of passages."""
    before, quote, after = map(_plain, one.sentence)
    more = [one.note] if one.note else []
    more += [word("proposed", context.language)] if one.is_proposed else []
    said = f'<div class="more">{_plain("; ".join(more))}</div>' if more else ""
    cells = (one.date_shown, one.sender, one.dossier, str(one.page))
    rest = "".join(f"<td>{_plain(text)}</td>" for text in (f"{one.title} ({one.letter_id})", *cells))
    return f'<tr><td lang="nl">{before}<mark>{quote}</mark>{after}{said}</td>{rest}</tr>\n'.encode()


def whole(collected: Collected) -> Iterator[bytes]:
    """Yield the page."""
    context, language = collected.context, collected.context.language
    groups = collected.groups()
    title = _said("report", language)
    yield (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f'<meta name="generator" content="{_plain(context.program)}"/>\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1></header>\n"
        f"<main>\n{''.join(_counts(collected, groups))}"
    ).encode()
    for number, group in enumerate(groups):
        yield f'<h2 id="g{number}">{_plain(group.name)}</h2>\n'.encode()
        for part in group.parts:
            head = _head(COLUMNS, language)
            yield f"{f'<h3>{_plain(part.name)}</h3>' if part.name else ''}<table>{head}<tbody>\n".encode()
            yield from collected.read(part.key)
            yield b"</tbody></table>\n"
    made = _said("made_by", language, program=context.program, moment=context.made_at[:10])
    yield f"</main>\n<footer><p>{made}</p></footer>\n</body>\n</html>\n".encode()


def _counts(collected: Collected, groups: Sequence[Group]) -> Iterator[str]:
    language = collected.context.language
    yield f"<h2>{_said('counts', language)}</h2>\n<table>{_head(('', *COUNTS), language)}<tbody>\n"
    for number, group in enumerate(groups):
        yield _count(f'<a href="#g{number}">{_plain(group.name)}</a>', group.counted)
        for part in group.parts:
            if part.name:
                yield _count(f"{_plain(group.name)}: {_plain(part.name)}", part.counted)
    yield _count(_said("all", language), collected.total) + "</tbody></table>\n"


def _count(name: str, count: Count) -> str:
    cells = "".join(f'<td class="count">{n}</td>' for n in (count.passages, count.proposed, count.letters))
    return f'<tr><th scope="row">{name}</th>{cells}</tr>\n'


def _head(names: Sequence[str], language: str) -> str:
    heads = "".join(f'<th scope="col">{_said(n, language)}</th>' if n else "<td></td>" for n in names)
    return f"<thead><tr>{heads}</tr></thead>"


def _said(key: str, language: str, **places: object) -> str:
    said = word(key, language, **places)
    return _plain(f"{said[:1].upper()}{said[1:]}")


def _plain(text: str) -> str:
    return escape(fit_for_xml(text))
