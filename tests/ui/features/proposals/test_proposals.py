"""Proposals in the window: shown, confirmed and turned down by keys, counted; never a step of undo."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.commands.proposing import open_offers
from annotator.resources import resource_path
from annotator.ui.features.letters.rows import date_and_sender
from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.features.proposals.ready_dialog import ReadyDialog
from annotator.ui.widgets.key_hint import KeyHint
from tests.ui.looking import detail_of, model_of
from tests.ui.shell.making import Bench, Here, OpenBench

LETTER = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=(LETTER, LETTER.replace("2021", "2020")), runner=Here(proposes=True))
    bench.window.session.store.flush()  # what was found is written down behind the window's back
    return bench


def states(bench: Bench, view: str) -> dict[str, int]:
    return dict(bench.rows(f"SELECT state, count(*) FROM {view} WHERE letter_id = 1 GROUP BY state"))


def hints(bench: Bench) -> str:
    return bench.hints.accessibleName()


def test_the_panels_show_what_is_proposed(bench: Bench) -> None:
    letter = bench.window.session.letter
    assert letter is not None
    assert {section.state for section in letter.sections.values()} == {"proposed"}
    assert bench.window.views.side.outline.current() in letter.sections
    assert {value.state for value in letter.values_of("subject")} == {"proposed"}


def test_the_strip_says_how_many_are_open(bench: Bench) -> None:
    count = bench.window.composition.workspace.proposals.open_count()
    assert count > 20
    assert f"C confirm · {count} proposed" in hints(bench)
    bench.keys("C")
    assert f"C confirm · {count - 1} proposed" in hints(bench)


def test_the_list_says_how_many_are_open_as_soon_as_they_are_known(bench: Bench) -> None:
    count = bench.window.composition.workspace.proposals.open_count()

    def listed() -> int | None:
        line = model_of(bench.window.views.letters).line(0)
        return line.proposals_left if line is not None else None

    bench.qtbot.waitUntil(lambda: listed() == count)


def test_the_list_doubts_a_date_until_somebody_has_decided(bench: Bench) -> None:
    def listed() -> tuple[str, str]:
        line = model_of(bench.window.views.letters).line(0)
        return date_and_sender(line) if line is not None else ("", "")

    ministry = "Ministerie van Economische Zaken en Klimaat"
    bench.qtbot.waitUntil(lambda: listed() == ("2 Dec 2021?", f"{ministry}?"))
    bench.keys("Ctrl+Alt+V")
    bench.qtbot.waitUntil(lambda: listed() == ("2 Dec 2021", ministry))


def test_c_confirms_and_goes_to_the_next(bench: Bench) -> None:
    bench.caret("Waarom bewaking")
    bench.keys("C")
    assert bench.rows("SELECT heading FROM sections WHERE letter_id = 1 AND state = 'confirmed'") == [
        ("Waarom bewaking nodig is",)
    ]
    start, end = bench.window.views.text.selection()
    assert bench.text[start:end] == "€ 140 miljoen"
    bench.keys("C")
    confirmed = bench.rows("SELECT quote FROM passages WHERE letter_id = 1 AND state = 'confirmed'")
    assert confirmed == [("€ 140 miljoen",)]


def test_a_value_and_a_passage_of_the_same_words_are_confirmed_at_once(bench: Bench) -> None:
    bench.caret("Kamerstuk 39 412, nr. 21")
    bench.keys("C")
    assert states(bench, "form_values")["confirmed"] == 1
    assert states(bench, "passages")["confirmed"] == 1


def test_shift_c_confirms_the_outline_then_the_form_then_the_passages(bench: Bench) -> None:
    bench.caret("Waarom bewaking")
    bench.keys("Shift+C")
    assert states(bench, "sections") == {"confirmed": 9}
    assert "confirmed" not in states(bench, "passages")
    bench.keys("Ctrl+Alt+V")
    assert set(states(bench, "form_values")) == {"confirmed"}
    bench.keys("Shift+C")
    assert set(states(bench, "passages")) == {"confirmed"}
    bench.keys("C")
    assert bench.said[-1] == "Nothing is proposed here now."


def test_a_whole_outline_is_one_step_of_undo(bench: Bench) -> None:
    bench.keys("Ctrl+Alt+O")
    assert states(bench, "sections") == {"confirmed": 9}
    bench.keys("Ctrl+Z")
    assert states(bench, "sections") == {"proposed": 9}
    bench.keys("Ctrl+Y")
    assert states(bench, "sections") == {"confirmed": 9}


def test_what_is_turned_down_goes_and_stays_away(bench: Bench) -> None:
    bench.caret("Ik zeg uw Kamer")
    bench.keys("Shift+Delete")
    quotes = bench.rows("SELECT quote FROM passages WHERE letter_id = 1 AND tag = 'commitment'")
    assert len(quotes) == 1
    bench.keys("Ctrl+PgDown", "Ctrl+PgUp")
    assert len(bench.rows("SELECT 1 FROM passages WHERE letter_id = 1 AND tag = 'commitment'")) == 1
    bench.keys("Ctrl+Z")
    assert len(bench.rows("SELECT 1 FROM passages WHERE letter_id = 1 AND tag = 'commitment'")) == 2


def test_the_key_of_a_proposed_passage_confirms_it(bench: Bench) -> None:
    letter = bench.window.session.letter
    assert letter is not None
    uid, passage = next((u, p) for u, p in letter.passages.items() if p.tag == "date")
    assert passage.state == "proposed"
    span = letter.spans[uid]
    bench.window.composition.select(span, focus=True)
    bench.keys("D")
    said = "SELECT state FROM passages WHERE letter_id = 1 AND tag = 'date' AND start = ?"
    assert bench.rows(said, span.start) == [("confirmed",)]
    bench.keys("D")
    assert bench.said[-1].startswith("This passage has that tag already.")


def test_a_key_tags_a_proposed_section_anew(bench: Bench) -> None:
    bench.caret("Waarom bewaking")
    bench.keys("I")
    assert bench.rows("SELECT tag FROM sections WHERE letter_id = 1 AND state = 'confirmed'") == [
        ("introduction",)
    ]


def test_f9_says_what_is_open(bench: Bench) -> None:
    count = bench.window.composition.workspace.proposals.open_count()
    bench.keys("F9")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadyDialog)
    said = [button.text() for button in dialog.buttons]
    assert f"{count} proposal(s)" in said
    bench.keys(str(said.index(f"{count} proposal(s)") + 1))
    assert bench.window.composition.workspace.selection() != (0, 0)


def test_why_something_is_proposed_is_said_without_a_mouse(bench: Bench) -> None:
    bench.caret("Waarom bewaking")
    bench.qtbot.waitUntil(lambda: "sure)" in detail_of(bench.window.views.head))
    letter = bench.window.session.letter
    assert letter is not None
    whys = {
        offer.kind: bench.window.composition.workspace.proposals.why(offer.uid)
        for offer in open_offers(letter)
    }
    assert all(why.startswith("Why (") for why in whys.values())
    outline = model_of(bench.window.views.side.outline)
    assert whys["section"] in "".join(outline.index(row).data() for row in range(outline.rowCount()))


def test_all_letters_in_the_background(bench: Bench) -> None:
    bench.window.composition.workspace.proposals.propose_for_all()
    bench.qtbot.waitUntil(
        lambda: (
            bench.rows("SELECT count(*) FROM form_values WHERE letter_id = 2 AND field = 'sender'") == [(1,)]
        ),
    )
    line = bench.window.session.store.reader.letter_line(2)
    assert line is not None
    assert line.proposals_left
    assert line.sender == "Ministerie van Economische Zaken en Klimaat"


def place_of(bench: Bench, field: str) -> ValuePlace:
    found = [
        p
        for p in bench.window.views.side.form.findChildren(ValuePlace)
        if p.field.id == field and not p.isHidden()
    ]
    assert found
    return found[0]


def values_of(bench: Bench, field: str) -> list[tuple[str, str]]:
    found = bench.rows("SELECT state, value FROM form_values WHERE letter_id = 1 AND field = ?", field)
    return [(str(state), str(value)) for state, value in found]


def test_enter_in_the_form_confirms(bench: Bench) -> None:
    (before,) = values_of(bench, "sender")
    place_of(bench, "sender").editor.setFocus()
    bench.keys("Return")
    assert values_of(bench, "sender") == [("confirmed", before[1])]


def test_what_is_edited_in_the_form_is_confirmed_as_edited(bench: Bench) -> None:
    place_of(bench, "sender").editor.setFocus()
    bench.keys("Ctrl+A")
    bench.type("Ministerie van Defensie")
    bench.keys("Return")
    assert values_of(bench, "sender") == [("confirmed", "Ministerie van Defensie")]


def test_what_is_emptied_in_the_form_is_not_proposed_again(bench: Bench) -> None:
    assert [state for state, _ in values_of(bench, "sender")] == ["proposed"]
    place_of(bench, "sender").editor.setFocus()
    bench.keys("Ctrl+A", "Backspace", "Return")
    assert values_of(bench, "sender") == []
    bench.keys("Ctrl+PgDown", "Ctrl+PgUp")
    assert values_of(bench, "sender") == []


def test_delete_on_a_proposed_passage_turns_it_down(bench: Bench) -> None:
    bench.caret("Ik zeg uw Kamer")
    bench.keys("Delete")
    assert len(bench.rows("SELECT 1 FROM passages WHERE letter_id = 1 AND tag = 'commitment'")) == 1


def test_m_on_a_proposed_section_turns_it_down(bench: Bench) -> None:
    heading = "SELECT state FROM sections WHERE letter_id = 1 AND heading = 'Waarom bewaking nodig is'"
    assert bench.rows(heading) == [("proposed",)]
    bench.caret("Waarom bewaking")
    bench.keys("M")
    assert bench.rows(heading) == []
    bench.keys("Ctrl+Z")
    assert bench.rows(heading) == [("proposed",)]


def test_the_form_says_how_sure_the_program_is(bench: Bench) -> None:
    editor = place_of(bench, "sender").editor
    assert "% sure: Enter confirms it" in editor.toolTip()
    assert "% sure" in editor.accessibleDescription()
    bench.keys("Ctrl+Alt+V")
    assert editor.toolTip() == ""
    assert "% sure" not in editor.accessibleDescription()


def shows_how_to_confirm_the_form(bench: Bench) -> bool:
    hints = bench.window.findChildren(KeyHint)
    return any(hint.isVisible() for hint in hints if hint.command == "confirm_form")


def test_the_form_s_head_shows_the_key_as_long_as_something_is_proposed(bench: Bench) -> None:
    assert shows_how_to_confirm_the_form(bench)
    bench.keys("Ctrl+Alt+V")
    assert not shows_how_to_confirm_the_form(bench)
    bench.keys("Ctrl+Z")
    assert shows_how_to_confirm_the_form(bench)


def test_a_project_opened_for_reading_shows_proposals_and_keeps_none(open_bench: OpenBench) -> None:
    first = open_bench(letters=(LETTER,))
    everything = "SELECT * FROM sections"
    before = first.rows(everything)
    second = open_bench(first.path, read_only=True, runner=Here(proposes=True))
    assert second.window.composition.workspace.proposals.open_count() > 20
    second.keys("C", "Shift+C", "Ctrl+Alt+O", "Shift+Delete")
    assert second.window.composition.workspace.proposals.open_count() > 20
    assert first.rows(everything) == before
    assert first.rows("SELECT 1 FROM passages") == first.rows("SELECT 1 FROM form_values") == []


def test_with_the_last_section_the_outline_is_decided_on(bench: Bench) -> None:
    bench.keys("Ctrl+Alt+O")
    query = "SELECT kind, what FROM dismissal"
    assert bench.rows(query) == [("section", "*")]
    bench.keys("Ctrl+Z")
    assert bench.rows(query) == []
