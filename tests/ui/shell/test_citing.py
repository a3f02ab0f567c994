"""Copying with the source: quote, title, dossier number and page, as text and as HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.core import history, operations
from annotator.core.codebook import Codebook
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.resources import resource_path
from annotator.ui.shell.citing import citation
from tests.renaming import other, renamed
from tests.ui.shell.making import Bench

STAMP = Stamp("jan", "2026-01-01T10:00:00.000Z")
TEXT = "Het kabinet\nsteunt <de> motie.\nVolgende pagina hier.\n"


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_codebook(resource_path("codebooks/kamerbrieven.toml"))


@pytest.fixture
def letter() -> Letter:
    return new_letter(TEXT, (0, TEXT.index("Volgende")), "Verslag & meer", STAMP)


def filled(letter: Letter, field: str, value: str, shown: str) -> Letter:
    return history.apply(letter, operations.set_value(letter, field, 0, value, shown, None, STAMP))


def test_a_quote_stands_on_one_line_with_title_and_page(letter: Letter, codebook: Codebook) -> None:
    cited = citation(letter, codebook, Span(4, 30), "nl")
    assert cited.text == "“kabinet steunt <de> motie.” (Verslag & meer, p. 1)"


def test_what_means_something_in_html_is_shown_as_it_is(letter: Letter, codebook: Codebook) -> None:
    cited = citation(letter, codebook, Span(4, 30), "nl")
    assert cited.html == ("<p>“kabinet steunt &lt;de&gt; motie.” (<cite>Verslag &amp; meer</cite>, p. 1)</p>")


def test_the_dossier_comes_with_its_number(letter: Letter, codebook: Codebook) -> None:
    letter = filled(letter, "dossier", "28676", "28676")
    assert citation(letter, codebook, Span(0, 3), "nl").where == ("28 676", "p. 1")
    letter = filled(letter, "sub_number", "347", "nr. 347")
    assert citation(letter, codebook, Span(0, 3), "nl").where == ("28 676, nr. 347", "p. 1")


def test_the_dossier_is_found_whatever_its_id_is(letter: Letter, codebook: Codebook) -> None:
    letter = filled(letter, other("dossier"), "28676", "28676")
    letter = filled(letter, other("sub_number"), "347", "nr. 347")
    assert citation(letter, renamed(codebook), Span(0, 3), "nl").where == ("28 676, nr. 347", "p. 1")


def test_what_is_only_proposed_is_no_source(letter: Letter, codebook: Codebook) -> None:
    letter = filled(letter, "dossier", "28676", "28676")
    values = {uid: replace(value, state="proposed") for uid, value in letter.values.items()}
    assert citation(replace(letter, values=values), codebook, Span(0, 3), "nl").where == ("p. 1",)


def test_a_quote_over_two_pages(letter: Letter, codebook: Codebook) -> None:
    assert citation(letter, codebook, Span(4, len(TEXT)), "nl").where == ("pp. 1–2",)


def test_the_clipboard_has_text_and_html(bench: Bench) -> None:
    bench.select("Lastenverdeling")
    bench.keys("Ctrl+Shift+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("“Lastenverdeling” (")
    assert "<cite>" in data.html()


def test_without_a_selection_the_passage_at_the_caret_is_copied(bench: Bench) -> None:
    session = bench.window.session
    assert session.letter is not None
    at = session.letter.text.index("motie Jansen")
    session.do(Message("Test", "tag"), operations.add_passage(Span(at, at + 12), "decision", STAMP))
    bench.caret("Jansen")
    bench.keys("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().startswith("“motie Jansen” (")


def test_with_nothing_to_copy_it_says_so(bench: Bench) -> None:
    QGuiApplication.clipboard().setText("as it was")
    bench.caret("Lastenverdeling")
    bench.keys("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == "as it was"
