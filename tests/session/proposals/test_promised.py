"""The parts of commitments in tables and exports: of the words and the letter's date as they are now."""

from __future__ import annotations

from annotator.core import operations
from annotator.core.history import Correction
from annotator.session import Session
from annotator.session.project.tables import TableRows
from annotator.session.proposals.promised import commitments_of
from annotator.storage.passage_table import PassageQuery, PassageRow
from tests.session.proposals.test_proposing import LABEL, path, session  # noqa: F401

PROMISE = "Uw Kamer ontvangt de uitkomsten voor de zomer van 2021."


def rows(session: Session) -> list[PassageRow]:  # noqa: F811
    session.store.flush()
    ids = session.store.reader.passage_ids(PassageQuery(tag="commitment"))
    return TableRows(session).of_passages(ids)


def test_a_row_says_who_is_promised_what_and_when(session: Session) -> None:  # noqa: F811
    [row] = [each for each in rows(session) if each.letter_id == 1]
    assert " ".join(row.quote.split()) == PROMISE
    assert row.parts.what == "de uitkomsten"
    assert (row.parts.to_whom, row.parts.by_when, row.parts.due) == (
        "Uw Kamer",
        "voor de zomer van 2021",
        "2021-06-30",
    )


def test_the_letters_date_says_of_which_year_the_summer_is(session: Session) -> None:  # noqa: F811
    letter = session.letter
    assert letter is not None
    at = letter.text.index(" van 2021. Daarmee")
    session.do(LABEL, operations.correct(letter, [Correction(at, at + 9, " van 2021", "")], session.stamp()))
    assert session.letter is not None
    dated = operations.set_value(session.letter, "letter_date", 0, "2022-02-01", "", None, session.stamp())
    session.do(LABEL, dated)
    assert session.letter is not None
    [parts] = commitments_of(session.letter, session.codebook).values()
    assert parts.due == "2022-06-30"
    dated = operations.set_value(session.letter, "letter_date", 0, "2022-08-01", "", None, session.stamp())
    session.do(LABEL, dated)
    [parts] = commitments_of(session.letter, session.codebook).values()
    assert parts.due == "2023-06-30"


def test_other_passages_have_no_parts(session: Session) -> None:  # noqa: F811
    reader = session.store.reader
    session.store.flush()
    others = TableRows(session).of_passages(reader.passage_ids(PassageQuery(tag="reference")))
    assert others
    assert {each.parts for each in others} == {("", "", "", "", "")}
