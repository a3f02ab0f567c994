"""Typing in the letter: tags keep their words, key by key, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.ui.features.editor.margin import DeskMargin
from tests.ui.shell.making import FIRST, Bench, OpenBench, settle


def tag(bench: Bench, words: str, key: str = "L", nth: int = 0) -> None:
    bench.select(words, nth)
    bench.keys(key)


def paste(bench: Bench, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    bench.keys("Ctrl+V")


def covered(bench: Bench) -> str:
    """What the one passage covers, in the file and on the desk alike."""
    [(_, quote)] = bench.passages()
    [(_, drawn)] = bench.drawn()
    assert drawn == quote
    return quote


# --- the table: what is tagged, what is done, what the tag covers then ------------------------------------


def test_a_tagged_word_typed_over(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.select("Belgié")
    bench.type("België")
    assert covered(bench) == "België"


def test_a_tagged_word_typed_over_and_saved_at_each_key(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.select("Belgié")
    for key in "België":
        bench.type(key)
        bench.saved()
    assert covered(bench) == "België"
    assert bench.one("SELECT count(*) FROM changes WHERE label LIKE 'Type%'") == 1


def test_the_last_letter_deleted_and_typed(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.caret("Belgié", by=6)
    bench.keys("Backspace")
    bench.type("ë")
    assert covered(bench) == "België"


def test_the_last_letter_deleted_saved_and_typed(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.caret("Belgié", by=6)
    bench.keys("Backspace")
    assert covered(bench) == "Belgi"
    bench.type("ë")
    assert covered(bench) == "België"


def test_deleted_and_then_typed_at_once(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.select("Belgié")
    bench.keys("Delete")
    bench.type("België")
    assert covered(bench) == "België"


def test_deleted_and_typed_after_the_run_has_ended(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.select("Belgié")
    bench.keys("Delete")
    bench.window.session.end_typing()
    bench.type("België")
    assert covered(bench) == "België"


def test_deleted_saved_and_typed_as_it_was(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.select("Belgié")
    bench.keys("Delete")
    assert covered(bench) == ""
    bench.type("Belgié")
    assert covered(bench) == "Belgié"
    assert bench.rows("SELECT * FROM corrections") == []


def test_backspaced_away_letter_by_letter_and_typed(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.caret("Belgié", by=6)
    bench.keys(*["Backspace"] * 6)
    bench.type("België")
    assert covered(bench) == "België"


def test_the_first_letter_overwritten(bench: Bench) -> None:
    tag(bench, "substantiélere\u0020bijdragen")
    bench.keys("F2")
    start = bench.span("substantiélere").start
    bench.window.views.text.select(start, start + 1)
    settle()
    bench.type("S")
    assert covered(bench) == "Substantiélere bijdragen"


def test_pasted_over(bench: Bench) -> None:
    tag(bench, "Belgié")
    bench.keys("F2")
    bench.select("Belgié")
    paste(bench, "Duitsland")
    assert covered(bench) == "Duitsland"


def test_a_stretch_around_it_deleted_and_undone(bench: Bench) -> None:
    tag(bench, "Belgié", nth=1)
    bench.keys("F2")
    bench.select("van Belgié is")
    bench.keys("Delete")
    assert covered(bench) == ""
    bench.keys("Ctrl+Z")
    assert covered(bench) == "Belgié"
    assert bench.text == FIRST


def test_an_emoji_before_the_tag(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Een 😀 in Belgié.\nDe motie Jansen is 😀 aangenomen, de motie Jansen.\n",))
    tag(bench, "motie Jansen")
    bench.keys("F3", "Return", "Esc", "F2")
    bench.caret("Een", by=3)
    bench.type(" extra 2")
    assert covered(bench) == "motie Jansen"


def test_a_word_broken_over_two_pages_is_joined(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("De veiligheidsin-\n\f stituties van Irak.\n",))
    bench.caret("veiligheidsin")
    bench.keys("Return", "Return")
    assert bench.file_text() == "De veiligheidsinstituties\nvan Irak.\n"
    session = bench.window.session
    assert session.letter is not None
    assert session.letter.page_starts() == [0, len("De veiligheidsinstituties\n")]


def test_a_tag_on_half_a_broken_word_takes_the_whole(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("De veiligheidsin-\n\f stituties van Irak.\n",))
    tag(bench, "veiligheidsin-", "G")
    bench.caret("veiligheidsin")
    bench.keys("Return", "Return")
    assert covered(bench) == "veiligheidsinstituties"


# --- modes ------------------------------------------------------------------------------------------------


def test_reading_types_nothing(bench: Bench) -> None:
    bench.caret("Lastenverdeling")
    bench.type("xyz123")
    assert bench.text == FIRST


@pytest.mark.parametrize("key", ["Backspace", "Delete", "Ctrl+X", "Ctrl+V", "Ctrl+Backspace", "Shift+Delete"])
def test_reading_deletes_nothing(bench: Bench, key: str) -> None:
    QGuiApplication.clipboard().setText("geplakt")
    bench.select("Lastenverdeling")
    bench.keys(key)
    assert bench.text == FIRST


def test_f2_goes_to_editing_and_esc_back(bench: Bench) -> None:
    bench.keys("F2")
    assert bench.window.views.text.editing
    bench.keys("Esc")
    assert not bench.window.views.text.editing
    assert bench.window.views.text.hasFocus()


def test_tag_keys_type_while_editing(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("lesmvco ")
    assert "lesmvco Lastenverdeling" in bench.file_text()
    assert bench.passages() == []


def test_every_single_key_of_the_desk_types_while_editing(bench: Bench) -> None:
    keys = "eEsSmM<>hH[]cCvV,. lLtT"
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type(keys)
    assert keys + "Lastenverdeling" in bench.text


def test_enter_breaks_the_line_while_editing(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Ook Irak", by=0)
    bench.keys("Return")
    assert "nagekomen. \nOok Irak" in bench.file_text()
    assert not bench.box.isVisible()


def test_another_letter_is_opened_in_reading_mode(bench: Bench) -> None:
    bench.keys("F2", "Ctrl+PgDown")
    assert not bench.window.views.text.editing


def test_what_was_typed_is_kept_when_the_letter_is_left_at_once(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De ")
    bench.keys("Ctrl+PgDown")
    assert "De Lastenverdeling" in bench.file_text()


def test_what_was_typed_is_saved_by_itself(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De ")
    session = bench.window.session
    bench.qtbot.waitUntil(lambda: session.save_state.state == "saving")
    bench.qtbot.waitUntil(lambda: session.save_state.state == "saved")
    assert "De Lastenverdeling" in bench.file_text()


# --- runs -------------------------------------------------------------------------------------------------


def test_a_run_is_one_step_for_undo(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De hele ")
    bench.keys("Ctrl+Z")
    assert bench.file_text() == FIRST


def test_a_jump_of_the_caret_ends_the_run(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De ")
    bench.caret("De missie", by=0)
    bench.type("En ")
    bench.keys("Ctrl+Z")
    assert bench.file_text() == FIRST.replace("Lastenverdeling", "De Lastenverdeling")


def test_an_arrow_away_and_back_ends_the_run(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De")
    bench.keys("Left", "Right")
    bench.type(" ")
    bench.keys("Ctrl+Z")
    assert bench.file_text() == FIRST.replace("Lastenverdeling", "DeLastenverdeling")


def test_esc_ends_the_run(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De ")
    bench.keys("Esc", "F2")
    bench.type("en ")
    bench.keys("Ctrl+Z")
    assert "De Lastenverdeling" in bench.text


def test_undo_in_editing_mode_stays_there(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De ")
    bench.keys("Ctrl+Z", "Ctrl+Y")
    assert bench.window.views.text.editing
    assert "De Lastenverdeling" in bench.file_text()


def test_after_undo_the_caret_is_where_it_happened(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De ")
    bench.caret("volgt")
    bench.keys("Ctrl+Z")
    assert bench.window.views.text.caret() == FIRST.index("Lastenverdeling")


def test_typed_and_typed_back_is_no_correction(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    bench.type("De ")
    bench.keys("Backspace", "Backspace", "Backspace")
    assert bench.rows("SELECT * FROM corrections") == []


def test_typing_is_recorded_as_a_correction(bench: Bench) -> None:
    bench.keys("F2")
    bench.select("Lastenverdeling")
    bench.type("Lasten")
    assert bench.rows("SELECT before, after, origin FROM corrections") == [
        ("Lastenverdeling", "Lasten", "typed")
    ]


# --- cut and paste ----------------------------------------------------------------------------------------


def test_cut_and_paste_takes_a_tag_along(bench: Bench) -> None:
    tag(bench, "Irak", nth=2)
    bench.keys("F2")
    bench.select("missie in Irak")
    bench.keys("Ctrl+X")
    bench.caret("Lastenverdeling", by=0)
    bench.keys("Ctrl+V")
    assert "missie in IrakLastenverdeling" in bench.file_text()
    assert covered(bench) == "Irak"


def test_cut_and_paste_is_undone_with_the_tag_in_place(bench: Bench) -> None:
    tag(bench, "Irak", nth=2)
    where = bench.span("Irak", 2)
    bench.keys("F2")
    bench.select("missie in Irak")
    bench.keys("Ctrl+X")
    bench.caret("Lastenverdeling", by=0)
    bench.keys("Ctrl+V", "Ctrl+Z", "Ctrl+Z")
    assert bench.text == FIRST
    assert bench.rows('SELECT start, "end" FROM passages') == [tuple(where)]


def test_a_copy_leaves_the_tag(bench: Bench) -> None:
    tag(bench, "Irak", nth=2)
    bench.keys("F2")
    bench.select("missie in Irak")
    bench.keys("Ctrl+C")
    bench.caret("Lastenverdeling", by=0)
    bench.keys("Ctrl+V")
    assert len(bench.passages()) == 1
    assert covered(bench) == "Irak"


def test_pasted_line_ends_are_the_model_s(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    paste(bench, "een\r\ntwee\u2028drie\u00a0vier ")
    assert "een\ntwee\ndrie\u00a0vier Lastenverdeling" in bench.file_text()


def test_what_is_pasted_is_never_markup(bench: Bench) -> None:
    bench.keys("F2")
    bench.caret("Lastenverdeling", by=0)
    paste(bench, "<b>vet</b>")
    assert "<b>vet</b>Lastenverdeling" in bench.file_text()


def ends_of_bars(bench: Bench) -> int:
    """How many ends the bars in the margin have."""
    margin = bench.window.views.text.findChild(DeskMargin)
    return sum(bar.last for row in margin.rows(0, margin.height()) for bar in row.bars)


def test_the_bar_of_a_section_stays_whole_beside_a_line_that_was_typed_in(bench: Bench) -> None:
    assert ends_of_bars(bench) == 1
    bench.keys("F2")
    bench.caret("De missie", by=0)
    bench.type("En ")
    bench.saved()
    assert ends_of_bars(bench) == 1
