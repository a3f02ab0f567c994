"""Letters for programs of language data: each form says the same passages, in its own unit."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About, Letter, Passage
from annotator.core.text import Span
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.json_lines import FORM, JSONL, tokens
from annotator.exporters.ner import NER
from tests.storage.making import CODEBOOK

FORMS = [form for form, _ in FORM.options]


def letter(text: str, *spans: tuple[int, int], state: str = "confirmed") -> ExportLetter:
    rows = {f"p{n}": Passage(f"p{n}", f"tag{n}", "een noot", state) for n in range(len(spans))}
    places = {f"p{n}": Span(*span) for n, span in enumerate(spans)}
    return ExportLetter(
        1, "u", Letter(text, text, About("T"), passages=rows, spans=places), "a.pdf", "", "", ""
    )


def lines(form: str, *letters: ExportLetter) -> list[Any]:
    data = b"".join(
        piece.data for piece in JSONL.pieces(letters, ExportContext(CODEBOOK, chosen={"form": form}))
    )
    return [json.loads(line) for line in data.decode().splitlines()]


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_is_a_line(form: str) -> None:
    assert len(lines(form, letter("Een.\n\u2028Twee.\n", (0, 3)), letter("Drie.\n"))) == 2


TEXTS = st.text(alphabet="ab .\n\u00a0😀é", max_size=24)
PLACES = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=3)


def made(text: str, places: list[tuple[int, int]]) -> tuple[ExportLetter, list[str]]:
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    one = letter(text, *spans)
    return one, [
        text[span.start : span.end] for span, _ in one.letter.placed_passages() if span.start < span.end
    ]


@given(TEXTS, PLACES)
def test_plain_and_doccano_count_code_points(text: str, places: list[tuple[int, int]]) -> None:
    one, quotes = made(text, places)
    (plain,), (doccano,) = lines("plain", one), lines("doccano", one)
    assert [plain["text"][s["start"] : s["end"]] for s in plain["spans"]] == quotes
    assert [doccano["text"][start:end] for start, end, _ in doccano["label"]] == quotes


@given(TEXTS, PLACES)
def test_label_studio_counts_units_of_utf16(text: str, places: list[tuple[int, int]]) -> None:
    one, quotes = made(text, places)
    (task,) = lines("label-studio", one)
    units = task["data"]["text"].encode("utf-16-le")
    values = [region["value"] for region in task["annotations"][0]["result"]]
    assert [units[2 * v["start"] : 2 * v["end"]].decode("utf-16-le") for v in values] == quotes
    assert [v["text"] for v in values] == quotes


@given(TEXTS, PLACES)
def test_a_web_annotation_quotes_what_stands_there(text: str, places: list[tuple[int, int]]) -> None:
    one, quotes = made(text, places)
    (page,) = lines("web-annotation", one)
    for item, quote in zip(page["items"], quotes, strict=True):
        position, said = item["target"]["selector"]
        assert page["text"][position["start"] : position["end"]] == quote == said["exact"]
        assert said["prefix"] + quote + said["suffix"] in page["text"]


@given(TEXTS, PLACES)
def test_tokens_of_spacy_make_the_text_again(text: str, places: list[tuple[int, int]]) -> None:
    one, _ = made(text, places)
    (doc,) = lines("spacy", one)
    at, kept = 0, doc["tokens"]
    for token in kept:  # as `Doc.from_json` reads them: together, or with one space between them
        assert text[at : token["start"]] in ("", " ")
        at = token["end"]
    assert text[at:] in ("", " ")
    starts, ends = {t["start"] for t in kept}, {t["end"] for t in kept}
    for span in doc["spans"]["sc"]:
        assert span["start"] in starts
        assert span["end"] in ends


def test_spacy_builds_the_doc_and_its_spans() -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    one = letter("De motie 😀 Jansen\u00a0en  anderen.\n\nIs af.", (3, 17), (3, 8))
    (said,) = lines("spacy", one)
    doc = spacy.tokens.Doc(spacy.vocab.Vocab()).from_json(said)
    assert doc.text == one.letter.text
    assert [(span.text, span.label_) for span in doc.spans["sc"]] == [
        ("motie 😀 Jansen", "tag0"),
        ("motie", "tag1"),
    ]


def test_prodigy_names_the_words_of_a_passage() -> None:
    (task,) = lines("prodigy", letter("De motie Jansen is af.", (2, 15)))
    (span,) = task["spans"]
    words = [token["text"] for token in task["tokens"]]
    assert words[span["token_start"] : span["token_end"] + 1] == ["motie", "Jansen"]


def test_proposals_are_predictions_of_label_studio() -> None:
    (task,) = lines("label-studio", letter("De motie.", (3, 8), state="proposed"))
    assert task["annotations"][0]["result"] == []
    assert len(task["predictions"][0]["result"]) == 1


def told(exporter: Any, one: ExportLetter, form: str = "") -> list[int]:
    return [each.times for each in exporter.leaves_out(one, ExportContext(CODEBOOK, chosen={"form": form}))]


def test_what_a_form_cannot_hold_is_told() -> None:
    one = letter("De motie is af.", (2, 8), (2, 3), state="proposed")
    assert told(JSONL, one, "spacy") == [1, 1, 2]
    assert told(JSONL, one, "plain") == []


@given(TEXTS, st.lists(st.integers(0, 24), max_size=5))
def test_tokens_cover_the_text(text: str, cuts: list[int]) -> None:
    found = tokens(text, cuts)
    assert "".join(text[token.start : token.end] for token in found) == text
    edges = {edge for token in found for edge in token} | {0, len(text)}
    assert {cut for cut in cuts if cut <= len(text)} <= edges


def columns(one: ExportLetter) -> list[list[tuple[str, str]]]:
    text = b"".join(piece.data for piece in NER.pieces([one], ExportContext(CODEBOOK))).decode()
    sentences = [part for part in text.split("\n\n") if part]
    return [
        [(line.split("\t")[0], line.split("\t")[1]) for line in part.split("\n") if line]
        for part in sentences
    ]


def test_words_have_the_tag_of_their_passage() -> None:
    assert columns(letter("De motie Jansen is af. Meer niet.", (3, 15))) == [
        [("-DOCSTART-", "O")],
        [("De", "O"), ("motie", "B-tag0"), ("Jansen", "I-tag0"), ("is", "O"), ("af", "O"), (".", "O")],
        [("Meer", "O"), ("niet", "O"), (".", "O")],
    ]


def test_of_passages_that_overlap_the_longest_stays_and_it_is_told() -> None:
    one = letter("De motie Jansen is af.", (3, 8), (3, 15))
    assert {tag for sentence in columns(one) for _, tag in sentence} == {"O", "B-tag1", "I-tag1"}
    assert told(NER, one) == [1]


def test_two_passages_side_by_side_both_begin() -> None:
    (_, sentence) = columns(letter("motie Jansen", (0, 5), (5, 12)))
    assert [tag for _, tag in sentence] == ["B-tag0", "B-tag1"]


@given(TEXTS, PLACES)
def test_all_words_are_there_and_no_tag_goes_on_without_a_beginning(
    text: str, places: list[tuple[int, int]]
) -> None:
    one, _ = made(text, places)
    found = [pair for sentence in columns(one)[1:] for pair in sentence]
    assert "".join(word for word, _ in found) == "".join(text.split())
    before = "O"
    for _, tag in found:
        assert not tag.startswith("I-") or before[2:] == tag[2:]
        before = tag
