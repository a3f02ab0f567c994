"""Tags, sections and the selection, with single keys."""

from __future__ import annotations

import pytest

from tests.ui.looking import model_of
from tests.ui.shell.making import FIRST, Bench

PASSAGE_TAGS = [
    ("T", "commitment"),
    ("B", "decision"),
    ("N", "position"),
    ("R", "reference"),
    ("P", "person"),
    ("G", "organisation"),
    ("L", "country"),
    ("Q", "amount"),
    ("D", "date"),
]
SECTION_TAGS = [
    ("K", "letterhead"),
    ("A", "salutation"),
    ("I", "introduction"),
    ("O", "topic"),
    ("Z", "closing"),
    ("U", "signature"),
    ("F", "footnote"),
    ("J", "attachment"),
]


def sections(bench: Bench) -> list[tuple[str | None, int, str]]:
    """Tag, level and first word of the sections in the file."""
    found = bench.rows("SELECT tag, level, text FROM sections WHERE letter_id = 1 ORDER BY position")
    return [(tag, level, text.split()[0]) for tag, level, text in found]


# --- passages ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "tag"), PASSAGE_TAGS)
def test_a_passage_tag_goes_on_the_selection(bench: Bench, key: str, tag: str) -> None:
    bench.select("missie in Irak")
    bench.keys(key)
    assert bench.passages() == [(tag, "missie in Irak")]
    assert bench.drawn() == [(key, "missie in Irak")]


def test_without_a_selection_a_passage_tag_goes_on_the_word(bench: Bench) -> None:
    bench.caret("missie")
    bench.keys("G")
    assert bench.passages() == [("organisation", "missie")]


def test_a_selection_is_trimmed(bench: Bench) -> None:
    bench.select(" missie in Irak ")
    bench.keys("G")
    assert bench.passages() == [("organisation", "missie in Irak")]


def test_the_same_tag_twice_says_so(bench: Bench) -> None:
    bench.select("missie")
    bench.keys("G", "G")
    assert bench.passages() == [("organisation", "missie")]
    assert bench.said[-1].startswith("This passage has that tag already.")


def test_where_there_is_no_word_a_tag_says_so(bench: Bench) -> None:
    bench.caret("\n\nLastenverdeling", by=1)
    bench.keys("L")
    assert bench.passages() == []
    assert bench.said[-1].startswith("There is no word here to tag")


def test_passages_overlap_and_nest(bench: Bench) -> None:
    for words, key in (("missie in Irak", "G"), ("Irak gaat", "T"), ("in", "L")):
        bench.select(words) if words != "in" else bench.select("in Irak gaat")
        bench.keys(key)
    assert sorted(bench.drawn()) == [("G", "missie in Irak"), ("L", "in Irak gaat"), ("T", "Irak gaat")]


def test_space_goes_through_the_passages_under_the_caret(bench: Bench) -> None:
    for words, key in (("missie in Irak", "G"), ("Irak gaat", "T")):
        bench.select(words)
        bench.keys(key)
    bench.caret("Irak gaat")
    seen = []
    for _ in range(3):
        bench.keys("Space")
        seen.append(bench.selected)
    assert set(seen) == {"missie in Irak", "Irak gaat"}


def test_delete_removes_the_selected_passage(bench: Bench) -> None:
    for words, key in (("missie in Irak", "G"), ("Irak gaat", "T")):
        bench.select(words)
        bench.keys(key)
    bench.caret("Irak gaat")
    bench.keys("Space")
    gone = bench.selected
    bench.keys("Delete")
    assert gone not in [quote for _, quote in bench.passages()]
    assert len(bench.passages()) == 1
    assert bench.text == FIRST


def test_delete_takes_no_text_and_no_section(bench: Bench) -> None:
    bench.caret("Lastenverdeling")
    bench.keys("S", "Delete")
    assert bench.text == FIRST
    assert len(sections(bench)) == 2
    assert bench.said[-1] == "There is no passage at the caret."


def test_delete_takes_no_value(bench: Bench) -> None:
    bench.select("22 oktober 2020")
    bench.keys("V", "Delete")
    assert bench.one("SELECT count(*) FROM form_values") == 1


def test_tagging_is_undone_and_redone(bench: Bench) -> None:
    bench.select("missie")
    bench.keys("G", "Ctrl+Z")
    assert bench.passages() == []
    assert bench.drawn() == []
    bench.keys("Ctrl+Shift+Z")
    assert bench.passages() == [("organisation", "missie")]
    assert bench.drawn() == [("G", "missie")]


def test_the_passages_are_listed(bench: Bench) -> None:
    bench.select("missie")
    bench.keys("G")
    assert model_of(bench.window.views.side.passages).rowCount() == 1


# --- the selection ----------------------------------------------------------------------------------------


def test_e_grows_the_selection_step_by_step(bench: Bench) -> None:
    bench.caret("missie")
    seen = []
    for _ in range(4):
        bench.keys("E")
        seen.append(bench.selected)
    assert seen[0] == "missie"
    assert seen[1] == "De missie in Irak gaat door."
    assert seen[2].startswith("De missie") and seen[2].endswith("België.")
    assert seen[3] == FIRST.strip()


def test_shift_e_shrinks_it_again(bench: Bench) -> None:
    bench.caret("De missie")
    bench.keys("E", "E", "E", "Shift+E")
    assert bench.selected == "De missie in Irak gaat door."
    bench.keys("Shift+E")
    assert bench.selected == "De"


def test_shrinking_comes_back_to_the_word_it_grew_from(bench: Bench) -> None:
    bench.caret("missie")
    bench.keys("E", "E", "Shift+E")
    assert bench.selected == "missie"


def test_a_grown_selection_is_tagged(bench: Bench) -> None:
    bench.caret("missie")
    bench.keys("E", "E", "T")
    assert bench.passages() == [("commitment", "De missie in Irak gaat door.")]


# --- sections ---------------------------------------------------------------------------------------------


def test_s_starts_a_section_at_the_line(bench: Bench) -> None:
    bench.caret("Lastenverdeling", by=4)
    bench.keys("S")
    assert sections(bench) == [(None, 1, "De"), (None, 1, "Lastenverdeling")]


def test_a_section_that_looks_like_it_takes_its_heading(bench: Bench) -> None:
    bench.caret("Lastenverdeling", by=4)
    bench.keys("S")
    assert bench.rows("SELECT heading FROM sections WHERE letter_id = 1 ORDER BY position")[1] == (
        "Lastenverdeling",
    )


def test_s_twice_says_so(bench: Bench) -> None:
    bench.caret("Lastenverdeling", by=4)
    bench.keys("S", "S")
    assert len(sections(bench)) == 2
    assert bench.said[-1] == "A section starts at this line already."


def test_m_merges_with_the_section_before(bench: Bench) -> None:
    bench.caret("Lastenverdeling", by=4)
    bench.keys("S", "M")
    assert sections(bench) == [(None, 1, "De")]


def test_m_in_the_first_section_says_so(bench: Bench) -> None:
    bench.caret("Minister")
    bench.keys("M")
    assert bench.said[-1].startswith("This is the first section")


@pytest.mark.parametrize(("lower", "raise_"), [(">", "<"), ("Alt+Shift+Right", "Alt+Shift+Left")])
def test_levels(bench: Bench, lower: str, raise_: str) -> None:
    bench.caret("Lastenverdeling", by=4)
    bench.keys("S", lower)
    assert [level for _, level, _ in sections(bench)] == [1, 2]
    bench.keys(raise_)
    assert [level for _, level, _ in sections(bench)] == [1, 1]


def test_a_level_stays_within_its_bounds(bench: Bench) -> None:
    bench.caret("Lastenverdeling", by=4)
    bench.keys("S", "<")
    assert [level for _, level, _ in sections(bench)] == [1, 1]


@pytest.mark.parametrize(("key", "tag"), SECTION_TAGS)
def test_a_section_tag_goes_to_the_section_at_the_caret(bench: Bench, key: str, tag: str) -> None:
    bench.caret("missie")
    bench.keys(key)
    assert [t for t, _, _ in sections(bench)] == [tag]


def test_a_section_tag_with_a_selection_starts_a_section_there(bench: Bench) -> None:
    bench.select("Lastenverdeling")
    bench.keys("O")
    assert sections(bench) == [(None, 1, "De"), ("topic", 1, "Lastenverdeling")]


def test_h_makes_the_line_the_heading_and_takes_it_away(bench: Bench) -> None:
    bench.caret("De Minister")
    bench.keys("H")
    assert bench.one("SELECT heading FROM sections WHERE letter_id = 1") == FIRST.split("\n", 1)[0]
    bench.keys("H")
    assert bench.one("SELECT heading FROM sections WHERE letter_id = 1") is None


def test_h_makes_the_selection_the_heading(bench: Bench) -> None:
    bench.select("De Minister van Defensie")
    bench.keys("H")
    assert bench.one("SELECT heading FROM sections WHERE letter_id = 1") == "De Minister van Defensie"


@pytest.mark.parametrize(("forth", "back"), [("]", "["), ("Alt+Down", "Alt+Up")])
def test_going_from_section_to_section(bench: Bench, forth: str, back: str) -> None:
    for words in ("Lastenverdeling", "Irak\n\nDe missie"):
        bench.caret(words)
        bench.keys("S")
    bench.caret("De Minister", by=0)
    bench.keys(forth)
    assert bench.text[bench.window.views.text.caret() :].startswith("Lastenverdeling")
    bench.keys(forth)
    assert bench.text[bench.window.views.text.caret() :].startswith("Irak\n\nDe missie")
    bench.keys(back, back)
    assert bench.window.views.text.caret() == 0


def test_sections_are_undone_and_redone(bench: Bench) -> None:
    bench.select("Lastenverdeling")
    bench.keys("O", ">", "Ctrl+Z", "Ctrl+Z")
    assert sections(bench) == [(None, 1, "De")]
    bench.keys("Ctrl+Y", "Ctrl+Y")
    assert sections(bench) == [(None, 1, "De"), ("topic", 2, "Lastenverdeling")]


def test_the_outline_shows_the_sections(bench: Bench) -> None:
    bench.select("Lastenverdeling")
    bench.keys("O")
    assert model_of(bench.window.views.side.outline).rowCount() == 2


def test_the_outline_follows_the_caret(bench: Bench) -> None:
    bench.select("Lastenverdeling")
    bench.keys("O")
    bench.caret("missie")
    session = bench.window.session
    assert session.letter is not None
    here = session.letter.section_at(bench.window.views.text.caret())
    assert here is not None
    bench.qtbot.waitUntil(lambda: bench.window.views.side.outline.current() == here.section.uid)


def test_c_confirms_the_section_at_the_caret(bench: Bench) -> None:
    bench.caret("missie")
    bench.keys("C")
    assert bench.one("SELECT state FROM sections WHERE letter_id = 1") == "confirmed"


# --- letters typed elsewhere never tag --------------------------------------------------------------------


def test_letters_typed_in_the_filter_never_tag(bench: Bench) -> None:
    bench.select("missie")
    bench.keys("Ctrl+L")
    bench.type("leg ps")
    assert bench.rows("SELECT * FROM changes") == []


# The list of choices comes up, which this platform warns about.
@pytest.mark.qt_log_ignore("support raise", "grabbing the keyboard", extend=True)
def test_letters_typed_in_the_form_never_tag(bench: Bench) -> None:
    bench.select("missie")
    bench.keys("Shift+V")
    bench.type("les,.<>[]")
    bench.keys("Esc")
    assert bench.passages() == []
    assert len(sections(bench)) == 1


def test_letters_typed_in_the_note_never_tag(bench: Bench) -> None:
    bench.select("missie")
    bench.keys("Ctrl+M")
    bench.type("les mvc")
    bench.keys("Esc")
    assert bench.passages() == []
    assert len(sections(bench)) == 1


def test_ctrl_down_goes_from_paragraph_to_heading(bench: Bench) -> None:
    bench.keys("Ctrl+Home", "Ctrl+Down")
    assert bench.window.views.text.caret() == bench.window.views.text.text().index("Lastenverdeling")
    bench.keys("Ctrl+Down", "Ctrl+Up")
    assert bench.window.views.text.caret() == bench.window.views.text.text().index("Lastenverdeling")


def test_tagging_a_word_leaves_the_other_tags_of_its_line_drawn(bench: Bench) -> None:
    bench.select("Irak")
    bench.keys("L")
    bench.select("partners")
    bench.keys("G")
    assert bench.drawn() == [("L", "Irak"), ("G", "partners")]
