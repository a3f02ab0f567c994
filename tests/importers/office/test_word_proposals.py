"""A letter that comes from Word gets the same proposals as one on paper."""

from __future__ import annotations

from annotator.importers.word import read
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from tests.importers.office.test_docx import LONG, cell, mark, table
from tests.office_making import docx, p, r

SHORT_NOTES = ("Kamerstuk 28676, nr. 347.", "Idem.", "Later.")


def test_letterhead_headings_signature_and_notes_are_proposed():
    notes = "".join(f'<w:footnote w:id="{n}">{p(note)}</w:footnote>' for n, note in enumerate(SHORT_NOTES))
    head = table(
        cell("Datum") + cell("3 mei 2018"),
        cell("Betreft") + cell("Vervanging materieel"),
        cell("Onze referentie") + cell("BS2018001234"),
    )
    body = (
        p("Aan de Voorzitter van de Tweede Kamer") + p("Postbus 20018") + p("2500 EA Den Haag") + head
        + p("Geachte voorzitter,") + p(r(LONG) + mark(0) + mark(1)) + p("Kosten", '<w:outlineLvl w:val="0"/>')
        + p(r(LONG) + mark(2)) + p() + p("Hoogachtend,") + p() + p("DE MINISTER VAN DEFENSIE") + p()
        + p("A.Th.B. Bijleveld-Schouten")
    )  # fmt: skip
    letter = read("brief.docx", "brief.docx", docx(body, footnotes=notes))
    assert letter.title == "Vervanging materieel"
    found = propose(LetterText(letter.text, letter.page_starts))
    sections = [(section.role, letter.text[section.start : section.start + 6]) for section in found.sections]
    assert sections == [
        ("letterhead", "Aan de"), ("salutation", "Geacht"), ("introduction", "Een zi"), ("topic", "Kosten"),
        ("closing", "Hoogac"), ("signature", "DE MIN"), ("footnote", "¹ Kame"),
    ]  # fmt: skip
    values = {value.role: value.value for value in found.values}
    assert values.items() >= {
        "letter_date": "2018-05-03", "subject": "Vervanging materieel", "our_reference": "BS2018001234",
        "signatory": "A.Th.B. Bijleveld-Schouten", "reference": "28676/347",
    }.items()  # fmt: skip
