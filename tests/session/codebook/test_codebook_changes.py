"""Changes of the codebook: in the one history, across a restart, with what follows in the letters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import codebook_edits, field_edits, fields, operations
from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.core.history import Delta
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.session import Session, UndoQuestion
from annotator.session.codebook.codebook_migration import CancelledError, Following, concerns_letters, follow
from annotator.session.codebook.labels import codebook_change
from annotator.storage.check import check
from annotator.storage.store import Store

LABEL = Message("Test", "test")


def renamed(session: Session, name: str = "Staat") -> None:
    after = codebook_edits.rename_tag(session.codebook, "country", "nl", name)
    session.do_codebook(codebook_change("rename_tag", "Land", name), after)


def tag(session: Session, letter_id: int, words: str, tag_id: str, uid: str, note: str = "") -> None:
    start = session.letter_of(letter_id).text.index(words)
    delta = operations.add_passage(Span(start, start + len(words)), tag_id, session.stamp(), uid, note)
    session.do_all(LABEL, {letter_id: delta})


def fill(session: Session, letter_id: int, field_id: str, text: str, position: int = 0) -> None:
    field = session.codebook.field(field_id)
    assert field is not None
    result, made = fields.parse(field, text, "nl"), session.letter_of(letter_id)
    delta = operations.set_value(made, field_id, position, result.stored, result.shown, None, session.stamp())
    session.do_all(LABEL, {letter_id: delta})


def followed(session: Session, after: Codebook, merged: dict[str, str] | None = None) -> Following:
    return follow(
        session.store, session.codebook, after, merged or {}, "nl", lambda n, name: None, lambda: False
    )


def merge(session: Session, gone: str, kept: str) -> Following:
    after = codebook_edits.merge_tags(session.codebook, gone, kept)
    following = followed(session, after, {gone: kept})
    session.do_codebook(codebook_change("merge_tag", gone, kept), after, following.deltas)
    return following


def letters(session: Session) -> dict[int, Letter]:
    session.store.flush()
    return {n: session.store.reader.letter(n) for n in (1, 2)}


def shown(session: Session, letter_id: int = 1) -> list[tuple[str, str]]:
    made = session.letter_of(letter_id)
    return [(row.tag, made.text[span.start : span.end]) for span, row in made.placed_passages()]


def in_file(session: Session) -> Codebook:
    session.store.flush()
    return session.store.reader.codebook()


# --- one history


def test_a_change_of_the_codebook_arrives_in_the_file_and_is_told(session: Session) -> None:
    told: list[Codebook] = []
    session.codebook_changed.connect(told.append)
    renamed(session)
    assert session.codebook.tag("country").name("nl") == "Staat"  # type: ignore[union-attr]
    assert in_file(session) == session.codebook == told[0]


def test_it_is_in_the_log_under_a_name_that_can_be_read(session: Session) -> None:
    renamed(session)
    session.store.flush()
    line = session.store.reader.changes(limit=1)[0]
    assert str(line.label) == "Codebook: rename tag “Land” to “Staat”"
    assert (line.analyst, line.state, line.letters) == ("jan", "done", 0)


def test_it_is_undone_at_once_and_done_again(session: Session) -> None:
    session.open_letter(1)
    before = session.codebook
    renamed(session)
    after = session.codebook
    assert not isinstance(session.undo(), UndoQuestion)
    assert session.codebook == before == in_file(session)
    session.redo()
    assert session.codebook == after == in_file(session)


def test_it_stands_in_order_with_changes_of_letters(session: Session) -> None:
    session.open_letter(1)
    tag(session, 1, "Belgié", "country", "a")
    renamed(session)
    tag(session, 1, "deel", "country", "b")
    session.undo()
    session.undo()
    assert session.codebook.tag("country").name("nl") == "Land"  # type: ignore[union-attr]
    assert shown(session) == [("country", "Belgié")]


def test_it_is_undone_after_a_restart(project: Path) -> None:
    first = Session(Store.open(project), "jan")
    before = first.codebook
    renamed(first)
    first.close()
    again = Session(Store.open(project), "jan")
    assert again.codebook.tag("country").name("nl") == "Staat"  # type: ignore[union-attr]
    again.undo()
    assert again.codebook == before
    again.redo()
    assert again.codebook.tag("country").name("nl") == "Staat"  # type: ignore[union-attr]
    again.close()
    assert check(project) == []


def test_nothing_is_changed_in_a_project_that_is_read(project: Path) -> None:
    writer = Session(Store.open(project), "jan")
    reader = Session(Store.open(project), "piet")
    with pytest.raises(UserError, match="reading only"):
        renamed(reader)
    assert reader.codebook == writer.codebook
    reader.close()
    writer.close()


def test_an_edit_that_changes_nothing_is_no_change(session: Session) -> None:
    assert not session.do_codebook(LABEL, session.codebook)
    assert session.last_change() == 0


def test_a_removed_letter_leaves_the_codebooks_history(session: Session) -> None:
    tag(session, 2, "Belgié", "country", "a")
    before = session.codebook
    merge(session, "country", "person")
    session.remove_letters([2])
    session.undo()
    assert session.codebook == before == in_file(session)


# --- merging


def test_merging_retags_all_letters_and_one_undo_brings_all_back(session: Session) -> None:
    session.open_letter(1)
    tag(session, 1, "Belgié", "country", "a")
    tag(session, 2, "Italig", "country", "b", note="?")
    second = session.letter_of(2)
    first_section = second.placed_sections()[0].section.uid
    topic = operations.change_section(second, first_section, session.stamp(), tag="topic")
    session.do_all(LABEL, {2: topic})
    before, book = letters(session), session.codebook
    following = merge(session, "country", "person")
    assert following.retagged == 2
    assert session.codebook.tag("country") is None
    assert shown(session, 1) == [("person", "Belgié")]
    assert shown(session, 2) == [("person", "Italig")]
    merge(session, "topic", "closing")
    assert session.letter_of(2).placed_sections()[0].section.tag == "closing"
    for _ in range(2):
        assert isinstance(session.undo(), UndoQuestion)  # it reaches another letter
        session.undo()
    assert (letters(session), session.codebook, in_file(session)) == (before, book, book)


def test_the_question_tells_how_many_places_lie_elsewhere(session: Session) -> None:
    session.open_letter(1)
    tag(session, 2, "Italig", "country", "a")
    tag(session, 2, "Belgié", "country", "b")
    merge(session, "country", "person")
    question = session.undo()
    assert isinstance(question, UndoQuestion)
    assert (question.places, question.letters) == (2, 1)


def test_passages_of_both_tags_that_overlap_all_stay(session: Session) -> None:
    session.open_letter(1)
    tag(session, 1, "deel van Belgié", "country", "outer")
    tag(session, 1, "Belgié", "person", "inner")
    merge(session, "country", "person")
    assert shown(session) == [("person", "deel van Belgié"), ("person", "Belgié")]


def test_two_on_the_very_same_words_become_one_and_undo_brings_both_back(session: Session) -> None:
    session.open_letter(1)
    tag(session, 1, "Belgié", "country", "one")
    tag(session, 1, "Belgié", "person", "other", note="seen")
    before = letters(session)
    following = merge(session, "country", "person")
    assert (following.retagged, following.doubles) == (1, 1)
    assert shown(session) == [("person", "Belgié")]
    assert session.letter_of(1).passages["other"].note == "seen"
    assert letters(session)[1] == session.letter_of(1)
    session.undo()
    assert letters(session) == before
    session.redo()
    assert shown(session) == [("person", "Belgié")]


def test_a_note_is_never_lost_by_merging(session: Session) -> None:
    session.open_letter(1)
    tag(session, 1, "Belgié", "country", "one", note="mine")
    tag(session, 1, "Belgié", "person", "other", note="yours")
    merge(session, "country", "person")
    assert sorted(p.note for p in session.letter_of(1).passages.values()) == ["mine", "yours"]


def test_merging_can_be_cancelled(session: Session) -> None:
    tag(session, 1, "Belgié", "country", "a")
    after = codebook_edits.merge_tags(session.codebook, "country", "person")
    with pytest.raises(CancelledError):
        follow(
            session.store, session.codebook, after, {"country": "person"}, "nl", lambda *_: None, lambda: True
        )


def test_a_tag_in_use_is_not_deleted(session: Session) -> None:
    tag(session, 1, "Belgié", "country", "a")
    after = codebook_edits.delete_tag(session.codebook, "country")
    with pytest.raises(UserError, match=r"“Land” is in use .1×.: retire it"):
        followed(session, after)


def test_a_retired_tag_keeps_its_passages(session: Session) -> None:
    session.open_letter(1)
    tag(session, 1, "Belgié", "country", "a")
    session.do_codebook(LABEL, codebook_edits.retire_tag(session.codebook, "country"))
    assert shown(session) == [("country", "Belgié")]
    assert session.codebook.by_key("L") is None


# --- fields


def change(session: Session, after: Codebook) -> Following:
    following = followed(session, after)
    session.do_codebook(LABEL, after, following.deltas)
    return following


def test_values_are_read_anew_where_they_follow(session: Session) -> None:
    session.open_letter(1)
    fill(session, 1, "subject", "22 oktober 2020")
    before = letters(session)
    after = field_edits.set_type(session.codebook, "subject", "date", "", "nl")
    assert concerns_letters(session.codebook, after)
    assert change(session, after).values == 1
    value = session.letter_of(1).values_of("subject")[0]
    assert (value.value, value.shown) == ("2020-10-22", "22 oktober 2020")
    assert letters(session)[1] == session.letter_of(1)
    session.undo()
    assert letters(session) == before


def test_values_that_cannot_follow_stand_in_the_way_and_stay(session: Session) -> None:
    fill(session, 1, "subject", "22 oktober 2020")
    fill(session, 2, "subject", "Voortgang")
    before = letters(session)
    after = field_edits.set_type(session.codebook, "subject", "date", "", "nl")
    with pytest.raises(UserError) as caught:
        followed(session, after)
    said = str(caught.value)
    assert said.startswith("“Onderwerp” has 1 value that would not fit, such as “Voortgang”, in “")
    assert letters(session) == before


def test_a_field_with_values_is_not_deleted(session: Session) -> None:
    fill(session, 1, "reference", "28 676, nr. 1", 0)
    after = field_edits.delete_field(session.codebook, "reference")
    with pytest.raises(UserError, match=r"would not fit"):
        followed(session, after)


def test_further_values_stand_in_the_way_of_one_alone(session: Session) -> None:
    fill(session, 1, "reference", "28 676, nr. 1", 0)
    fill(session, 1, "reference", "28 676, nr. 2", 1)
    after = field_edits.change_field(session.codebook, "reference", several=False)
    with pytest.raises(UserError, match=r"would not fit, such as “28 676, nr\. 2”"):
        followed(session, after)


def test_a_choice_that_is_a_value_is_not_deleted(session: Session) -> None:
    fill(session, 1, "chamber", "Tweede Kamer")
    after = field_edits.delete_choice(session.codebook, "chamber", "tweede_kamer")
    with pytest.raises(UserError, match=r"would not fit, such as “Tweede Kamer”"):
        followed(session, after)
    other = field_edits.delete_choice(session.codebook, "chamber", "eerste_kamer")
    assert followed(session, other).deltas == {}


def test_a_choice_keeps_its_values_under_another_name(session: Session) -> None:
    fill(session, 1, "chamber", "Tweede Kamer")
    after = field_edits.rename_choice(session.codebook, "chamber", "tweede_kamer", "nl", "De Kamer")
    assert not concerns_letters(session.codebook, after)
    session.do_codebook(LABEL, after)
    value = session.letter_of(1).values_of("chamber")[0]
    field = session.codebook.field("chamber")
    assert field is not None and fields.format(field, value.value, "nl") == "De Kamer"


def test_one_choice_becomes_several(session: Session) -> None:
    fill(session, 1, "chamber", "Tweede Kamer")
    after = field_edits.set_type(session.codebook, "chamber", "several_choices", "", "nl")
    change(session, after)
    assert session.letter_of(1).values_of("chamber")[0].value == "tweede_kamer"


def test_what_could_not_be_read_before_stands_in_nobodys_way(session: Session) -> None:
    fill(session, 1, "letter_date", "ergens in mei")
    after = field_edits.set_type(session.codebook, "letter_date", "whole_number", "", "nl")
    change(session, after)
    value = session.letter_of(1).values_of("letter_date")[0]
    assert (value.value, value.shown) == ("", "ergens in mei")
    change(session, field_edits.set_type(session.codebook, "letter_date", "text", "", "nl"))
    assert session.letter_of(1).values_of("letter_date")[0].value == "ergens in mei"


def test_a_retired_field_keeps_its_values(session: Session) -> None:
    fill(session, 1, "subject", "Voortgang")
    after = field_edits.retire_field(session.codebook, "subject", True)
    assert not concerns_letters(session.codebook, after)
    session.do_codebook(LABEL, after)
    assert session.letter_of(1).values_of("subject")[0].value == "Voortgang"


def test_usage_counts_tags_fields_and_choices(session: Session) -> None:
    tag(session, 1, "Belgié", "country", "a")
    tag(session, 2, "Italig", "country", "b")
    fill(session, 1, "chamber", "Tweede Kamer")
    fill(session, 1, "signatory.name", "A. Jansen")
    session.store.flush()
    usage = session.store.reader.usage(("chamber",))
    assert usage.tags == {"country": 2}
    assert usage.of_field("signatory") == 1 and usage.of_field("chamber") == 1
    assert usage.choices["chamber"] == {"tweede_kamer": 1}


def test_a_change_made_for_another_codebook_does_not_fit(session: Session) -> None:
    other = replace(session.codebook, names={"nl": "Anders"})
    delta = codebook_edits.rename_tag(other, "country", "nl", "Staat")
    session.do_codebook(LABEL, delta)
    assert in_file(session).names == {"nl": "Anders"}
    assert session.do_all(LABEL, {1: Delta()}) is False
