"""A quote with its source, as plain text and as HTML: what is copied, from which letter, on which page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QMimeData

from annotator.core import fields
from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.core.text import Span
from annotator.ui.widgets.elided_label import escaped


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote on one line, the letter's title, and where it stands: dossier and page."""

    quote: str
    title: str
    where: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The quote and its source as plain text."""
        return f"“{self.quote}” ({', '.join(filter(None, (self.title, *self.where)))})"

    @property
    def html(self) -> str:
        """The quote and its source as HTML, the title as one."""
        title = f"<cite>{escaped(self.title)}</cite>" if self.title else ""
        source = ", ".join(filter(None, (title, *map(escaped, self.where))))
        return f"<p>“{escaped(self.quote)}” ({source})</p>"

    def mime(self) -> QMimeData:
        """Return it as the clipboard takes it: a program that shows markup gets that, others the text."""
        data = QMimeData()
        data.setText(self.text)
        data.setHtml(self.html)
        return data


def citation(letter: Letter, codebook: Codebook, span: Span, language: str) -> Citation:
    """Cite a stretch of a letter."""
    quote = " ".join(letter.text[span.start : span.end].split())
    where = (_dossier(letter, codebook, language), _pages(letter, span))
    return Citation(quote, letter.about.title, tuple(filter(None, where)))


def _dossier(letter: Letter, codebook: Codebook, language: str) -> str:
    dossier, number = (_first(letter, codebook, each, language) for each in ("dossier", "sub_number"))
    if dossier and number:
        return f"{dossier}, nr. {number}"  # so it is written in Dutch and in English
    return dossier


def _first(letter: Letter, codebook: Codebook, role: str, language: str) -> str:
    field = codebook.field_for(role)
    if field is None:
        return ""
    # What is only proposed is no source to cite.
    values = [value for value in letter.values_of(field.id) if value.state == "confirmed"]
    if not values:
        return ""
    return fields.format(field, values[0].value, language) or values[0].shown


def _pages(letter: Letter, span: Span) -> str:
    first, last = letter.page_at(span.start), letter.page_at(max(span.start, span.end - 1))
    if first == last:
        return QCoreApplication.translate("Citation", "p. {page}").format(page=first)
    return QCoreApplication.translate("Citation", "pp. {first}–{last}").format(first=first, last=last)
