"""Going through words with real keys: several letters with the same misreading, decided once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.storage.check import check
from annotator.ui.features.help.key_sheet import EntryRow, GroupBlock, KeySheet
from annotator.ui.features.word_review.page import ReviewWordsPage
from annotator.ui.shell.mode_badge import ModeBadge
from annotator.ui.widgets.chip import Chip
from annotator.ui.widgets.key_cap import key_text
from tests.ui.looking import label_of
from tests.ui.shell.making import Bench, Here, OpenBench, nothing_runs, settle

A = "Het overleg met Belgié ging door. De financiéle bijdrage volgt nog.\n"
B = "Ook Belgié en Italié deden mee aan het overleg over de havens.\n"
C = "Over Belgié, de financiéle steun en de onder-\nhandelingen met Italié sprak Belgié niet.\n"
LETTERS = (A, B, C, "Een brief zonder twijfel.\n")
PATIENCE = 60_000  # ms: only so that nothing waits for ever


class Held(Here):
    """Looks letters over one by one, each when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Callable[..., Any], tuple[Any, ...], Any]] = []

    def submit(self, key: str, function: Any, *args: Any, done: Any = None, **rest: Any) -> None:
        if key == "look over":
            self.waiting.append((function, args, done))
        else:
            super().submit(key, function, *args, done=done, **rest)

    def let(self) -> None:
        """Look at the next letter."""
        function, args, done = self.waiting.pop(0)
        done(function(*args))


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    """Return a window in which the words are gone through."""
    bench = open_bench(letters=LETTERS)
    start(bench)
    looked_over(bench)
    return bench


def start(bench: Bench) -> None:
    bench.keys("F7")
    assert bench.window.composition.workspace.word_review.is_open


def page(bench: Bench) -> ReviewWordsPage:
    found = bench.window.composition.workspace.word_review.page
    assert found is not None
    return found


def looks(bench: Bench) -> bool:
    """Tell whether the page says that the letters are being looked at."""
    return page(bench).words_side.progress.isVisible()


def said(bench: Bench) -> str:
    """Return what is said below the places of what goes on."""
    return str(label_of(page(bench).places_side.foot, "said").text())


def looked_over(bench: Bench, *, at_first: bool = True) -> None:
    wait(bench, lambda: not looks(bench) and bench.window.session.store.reader.unknown_letters("") == 0)
    wait(bench, lambda: shown(bench).get("Belgié") == 4)
    if at_first:
        page(bench).words.set_current_row(0)  # where one was when fewer letters were known, one stays
    wait(bench, lambda: not at_first or current(bench) == "Belgié")
    loaded(bench)


def wait(bench: Bench, until: Callable[[], bool]) -> None:
    bench.qtbot.waitUntil(until, timeout=PATIENCE)
    settle()


def shown(bench: Bench) -> dict[str, int]:
    return {word.reading: word.count for word in page(bench).words_side.model.items()}


def current(bench: Bench) -> str:
    word = page(bench).words.current()
    return word.reading if word is not None else ""


def loaded(bench: Bench) -> None:
    """Wait until the places of the word at the cursor are there and painted."""

    def there() -> bool:
        word, places = page(bench).words.current(), page(bench).shown_places()
        return word is not None and len(places) == word.count and page(bench).places.painted

    wait(bench, there)


def idle(bench: Bench) -> None:
    """Wait until what was decided is done."""
    wait(bench, nothing_runs)


def go_to(bench: Bench, reading: str) -> None:
    page(bench).words.set_current_row(list(shown(bench)).index(reading))
    loaded(bench)


def texts(bench: Bench) -> list[str]:
    return [text for (text,) in bench.rows("SELECT text FROM letters ORDER BY id")]


def test_every_reading_stands_once_the_most_frequent_first(bench: Bench) -> None:
    assert list(shown(bench).items())[:3] == [("Belgié", 4), ("financiéle", 2), ("Italié", 2)]
    assert current(bench) == "Belgié"
    assert [p.letter_id for p in page(bench).shown_places()] == [1, 2, 3, 3]


def test_enter_corrects_all_places_as_one_change_and_goes_on(bench: Bench) -> None:
    bench.keys("Return")
    assert current(bench) == "financiéle"
    idle(bench)
    assert all("Belgié" not in text for text in texts(bench))
    assert bench.one("SELECT count(*) FROM changes") == 1
    assert bench.one("SELECT count(*) FROM change_letters") == 3
    assert page(bench).words_side.model.done == {("word", "Belgié", "België"): 4}


def test_words_decided_one_after_the_other_at_once(bench: Bench) -> None:
    for _ in range(2):
        bench.keys("Return")
        loaded(bench)
    bench.keys("Return")
    idle(bench)
    assert texts(bench)[2].startswith("Over België, de financiële steun")
    assert "met Italië sprak België niet" in texts(bench)[2]
    assert bench.one("SELECT count(*) FROM changes") == 3
    assert check(bench.path) == []


def test_a_place_without_a_tick_stays(bench: Bench) -> None:
    bench.keys("Right", "Down", "X", "Return")
    idle(bench)
    assert "Belgié" in texts(bench)[1]
    assert sum(text.count("België") for text in texts(bench)) == 3


def test_a_turns_all_ticks(bench: Bench) -> None:
    bench.keys("A", "Return")
    assert current(bench) == "Belgié"  # without a tick there is nothing to do
    bench.keys("Right", "Down", "Down", "X", "Return")
    idle(bench)
    assert [text.count("België") for text in texts(bench)] == [0, 0, 1, 0]


def test_undo_goes_back_to_the_word_with_its_ticks(bench: Bench) -> None:
    bench.keys("Right", "Down", "X", "Return")
    idle(bench)
    loaded(bench)
    bench.keys("Ctrl+Z")
    idle(bench)
    loaded(bench)
    assert current(bench) == "Belgié"
    assert texts(bench)[0] == A
    assert page(bench).places_side.model.unticked == {1}
    assert bench.window.session.store.reader.unknown_letters("") == 0
    bench.keys("Return")
    idle(bench)
    assert "Belgié" in texts(bench)[1]


def test_redo_decides_again(bench: Bench) -> None:
    bench.keys("Return")
    idle(bench)
    bench.keys("Ctrl+Z")
    idle(bench)
    bench.keys("Ctrl+Y")
    idle(bench)
    assert "België" in texts(bench)[0]
    assert current(bench) == "financiéle"


def test_undo_reaches_no_further_than_the_page(open_bench: OpenBench) -> None:
    bench = open_bench(letters=LETTERS)
    bench.select("overleg")
    bench.keys("L")
    start(bench)
    looked_over(bench)
    bench.keys("Ctrl+Z")
    assert bench.said[-1] == "Nothing was decided here that could be undone."
    assert bench.one("SELECT count(*) FROM passages") == 1


def test_a_tag_stays_on_its_word(open_bench: OpenBench) -> None:
    bench = open_bench(letters=LETTERS)
    bench.select("Belgié")
    bench.keys("L")
    start(bench)
    looked_over(bench)
    bench.keys("Return")
    idle(bench)
    assert bench.passages() == [("country", "België")]


def test_right_as_it_stands(bench: Bench) -> None:
    bench.keys("Ctrl+D")
    idle(bench)
    assert bench.rows("SELECT DISTINCT verdict FROM verdicts") == [("here",)]
    assert bench.one("SELECT count(*) FROM verdicts") == 4
    assert texts(bench)[0] == A


def test_always_right_is_said_once_for_all(bench: Bench) -> None:
    bench.keys("Ctrl+Shift+D")
    idle(bench)
    assert bench.rows("SELECT reading, verdict FROM verdicts") == [("Belgié", "always")]
    bench.keys("Esc", "F7")
    wait(bench, lambda: "Italié" in shown(bench))
    assert page(bench).words_left() == len([r for r in shown(bench) if r != "Belgié"])


def test_later_goes_on_and_decides_nothing(bench: Bench) -> None:
    bench.keys("Space")
    assert current(bench) == "financiéle"
    assert bench.one("SELECT count(*) FROM changes") == 0


def test_another_reading_is_typed(bench: Bench) -> None:
    bench.keys("F2")
    bench.type("Luxemburg")
    bench.keys("Return")
    idle(bench)
    assert "met Luxemburg ging" in texts(bench)[0]
    assert page(bench).words.hasFocus()


def test_esc_in_the_field_brings_the_suggestion_back(bench: Bench) -> None:
    bench.keys("F2")
    bench.type("x")
    bench.keys("Esc")
    assert page(bench).instead.chosen == "België"
    assert page(bench).words.hasFocus()


def test_a_suggestion_is_chosen_by_its_number(bench: Bench) -> None:
    offered = [s.text for s in page(bench).shown_places()[0].suggestions]
    page(bench).instead.offer([*offered[:1], "Balgié"])
    bench.keys("Alt+2")
    assert page(bench).instead.chosen == "Balgié"


def test_a_broken_word_is_joined(bench: Bench) -> None:
    go_to(bench, "onder-\nhandelingen")
    bench.keys("Return")
    idle(bench)
    assert "onderhandelingen\nmet" in texts(bench)[2]


def test_filters_narrow_and_esc_widens(bench: Bench) -> None:
    bench.keys("Ctrl+F")
    bench.type("ital")
    wait(bench, lambda: list(shown(bench)) == ["Italié"])
    bench.keys("Return")
    assert page(bench).words.hasFocus()
    bench.keys("Ctrl+F", "Esc")
    assert len(shown(bench)) > 3


def test_a_kind_is_filtered_by_its_chip(bench: Bench) -> None:
    chips = page(bench).filters.findChildren(Chip)
    chip = next(chip for chip in chips if chip.text().startswith("broken"))
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    bench.keys("Space")
    assert list(shown(bench)) == ["onder-\nhandelingen"]


def test_o_turns_the_order(bench: Bench) -> None:
    before = list(shown(bench))
    bench.keys("O")
    assert page(bench).filters.surest_first
    assert set(shown(bench)) == set(before)
    scores = [round(word.score, 2) for word in page(bench).words_side.model.items()]
    assert scores == sorted(scores, reverse=True)


def test_done_words_come_first_when_the_list_is_made_anew(bench: Bench) -> None:
    go_to(bench, "financiéle")
    bench.keys("Return")
    idle(bench)
    bench.keys("O", "O")
    assert next(iter(shown(bench))) == "financiéle"


def test_a_held_enter_decides_nothing(bench: Bench) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(page(bench).words, event)
    assert bench.one("SELECT count(*) FROM changes") == 0
    assert current(bench) == "Belgié"


# ---------------------------------------------------------------- coming and going


def test_esc_leads_back_to_the_letter_as_it_was(open_bench: OpenBench) -> None:
    bench = open_bench(letters=LETTERS)
    window = bench.window
    bench.select("financiéle")
    window.views.side.docks["outline"].hide()
    shown_before = {name: dock.isVisible() for name, dock in window.views.side.docks.items()}
    start(bench)
    looked_over(bench)
    assert not window.views.letters_dock.isVisible()
    assert not any(dock.isVisible() for dock in window.views.side.docks.values())
    bench.keys("Esc")
    assert not window.composition.workspace.word_review.is_open
    assert {name: dock.isVisible() for name, dock in window.views.side.docks.items()} == shown_before
    assert window.views.letters_dock.isVisible()
    assert window.views.text.hasFocus()
    assert bench.selected == "financiéle"
    assert window.composition.actions["next_suspect"].isEnabled()


def test_esc_leads_back_to_the_selection_where_words_before_it_were_corrected(open_bench: OpenBench) -> None:
    bench = open_bench(letters=LETTERS)
    bench.select("bijdrage volgt")
    start(bench)
    looked_over(bench)
    bench.keys("F2")
    bench.type("Luxemburg")
    bench.keys("Return")
    idle(bench)
    bench.keys("Esc")
    assert bench.selected == "bijdrage volgt"


def test_the_panes_are_as_wide_as_before(open_bench: OpenBench) -> None:
    bench = open_bench(letters=LETTERS)
    docks = (bench.window.views.letters_dock, *bench.window.views.side.docks.values())
    before = [dock.geometry() for dock in docks]
    start(bench)
    looked_over(bench)
    bench.keys("Esc")
    assert [dock.geometry() for dock in docks] == before


def test_the_desk_shows_what_was_corrected(bench: Bench) -> None:
    bench.keys("Return", "Esc")
    assert "België" in bench.text
    bench.suspects_ready()
    assert "Belgié" not in bench.doubted()


def test_leaving_at_once_loses_no_decision(bench: Bench) -> None:
    bench.keys("Return", "Esc")
    assert all("Belgié" not in text for text in texts(bench))
    bench.caret("overleg")
    bench.keys("F2")
    bench.type("druk ")
    bench.keys("Esc")
    bench.saved()
    assert check(bench.path) == []


def test_closing_in_the_middle_keeps_what_was_decided_and_the_layout(bench: Bench) -> None:
    bench.keys("Return")
    bench.window.close()
    from tests.ui.shell.making import rows

    assert all("Belgié" not in text for (text,) in rows(bench.path, "SELECT text FROM letters"))
    assert check(bench.path) == []


def test_ctrl_enter_opens_the_letter_at_the_place(bench: Bench) -> None:
    bench.keys("Right", "Down", "Down", "Down", "Ctrl+Return")
    assert not bench.window.composition.workspace.word_review.is_open
    assert bench.window.session.letter_id == 3
    assert bench.selected == "Belgié"
    assert bench.window.views.text.selection()[0] == C.rindex("Belgié")


def test_a_place_is_opened_where_it_stands_after_a_decision(bench: Bench) -> None:
    bench.keys("F2")
    bench.type("Luxemburg")
    bench.keys("Return")
    loaded(bench)
    bench.keys("Right", "Ctrl+Return")
    assert bench.selected == "financiéle"


def test_coming_back_knows_what_was_done(bench: Bench) -> None:
    bench.keys("Return")
    idle(bench)
    bench.keys("Esc", "F7")
    wait(bench, lambda: current(bench) != "")
    assert ("word", "Belgié", "België") in page(bench).words_side.model.done


def test_letters_that_are_edited_between_two_visits(bench: Bench) -> None:
    loaded(bench)
    bench.keys("Esc", "F2")
    bench.window.views.text.move_caret(0)
    bench.type("Beste lezer. ")
    bench.keys("Esc")
    bench.saved()
    start(bench)
    looked_over(bench)
    bench.keys("Return")
    idle(bench)
    assert texts(bench)[0].startswith("Beste lezer. Het overleg met België")
    assert check(bench.path) == []


def test_a_command_of_the_desk_leads_back_first(bench: Bench) -> None:
    bench.window.composition.actions["find_in_project"].trigger()
    settle()
    assert not bench.window.composition.workspace.word_review.is_open
    assert bench.window.views.letters_dock.isVisible()


def test_keys_of_the_desk_do_nothing_behind_the_page(bench: Bench) -> None:
    bench.keys("F3", "F9", "T")
    assert bench.window.composition.workspace.word_review.is_open
    assert not bench.window.views.box.isVisible()
    assert bench.one("SELECT count(*) FROM changes") == 0


def mode(bench: Bench) -> str:
    badge = bench.window.views.strip.findChild(ModeBadge)
    assert badge.isVisible()
    return str(badge.text())


def test_the_strip_says_where_one_is(bench: Bench) -> None:
    assert mode(bench) == "GOING THROUGH"
    assert bench.window.composition.workspace.word_review.hints()[0][1].startswith(
        f"{len(shown(bench))} word"
    )
    bench.keys("Esc")
    assert mode(bench) == "READING"


def test_another_project_has_a_page_of_its_own(bench: Bench) -> None:
    first = page(bench)
    bench.window.composition.opening.close_project()
    assert bench.window.composition.workspace is None
    bench.window.composition.opening.open_path(bench.path)
    settle()
    start(bench)
    assert page(bench) is not first


# ---------------------------------------------------------------- while letters are looked at


def test_the_list_grows_and_the_word_at_hand_stays(open_bench: OpenBench) -> None:
    runner = Held()
    bench = open_bench(letters=LETTERS, runner=runner)  # the first is known: it is on the desk
    start(bench)
    wait(bench, lambda: shown(bench).get("Belgié") == 1)
    go_to(bench, "financiéle")
    unknown = label_of(page(bench).words_side, "unknown")
    assert unknown.isVisible() and "3 letter(s) not looked at yet" in unknown.text()
    for _ in range(3):
        wait(bench, lambda: bool(runner.waiting))
        runner.let()
        settle()
    looked_over(bench, at_first=False)
    assert current(bench) == "financiéle"
    wait(bench, lambda: len(page(bench).shown_places()) == 2)
    assert not page(bench).words_side.progress.isVisible()


def test_ticks_stay_when_places_come(open_bench: OpenBench) -> None:
    runner = Held()
    bench = open_bench(letters=LETTERS, runner=runner)
    start(bench)
    wait(bench, lambda: shown(bench).get("Belgié") == 1)
    go_to(bench, "Belgié")
    bench.keys("X")
    for _ in range(3):
        wait(bench, lambda: bool(runner.waiting))
        runner.let()
        settle()
    wait(bench, lambda: len(page(bench).shown_places()) == 4)
    assert page(bench).places_side.model.unticked == {0}


def test_a_decided_word_comes_up_again_where_more_of_it_is_found(open_bench: OpenBench) -> None:
    runner = Held()
    bench = open_bench(letters=LETTERS, runner=runner)
    start(bench)
    wait(bench, lambda: shown(bench).get("Belgié") == 1)
    go_to(bench, "Belgié")
    bench.keys("Return")
    idle(bench)
    for _ in range(3):
        wait(bench, lambda: bool(runner.waiting))
        runner.let()
        settle()
    wait(bench, lambda: shown(bench).get("Belgié") == 3)
    assert ("word", "Belgié", "België") not in page(bench).words_side.model.done


def test_leaving_stops_the_looking(open_bench: OpenBench) -> None:
    runner = Held()
    bench = open_bench(letters=LETTERS, runner=runner)
    start(bench)
    wait(bench, lambda: bool(runner.waiting))
    bench.keys("Esc")
    runner.let()  # what was asked for before leads no further
    wait(bench, nothing_runs)
    assert not runner.waiting


def test_a_project_that_is_read_only_is_looked_through(bench: Bench, open_bench: OpenBench) -> None:
    other = open_bench(bench.path, read_only=True)
    start(other)
    wait(other, lambda: shown(other).get("Belgié") == 4)
    loaded(other)
    other.keys("Return", "Ctrl+D", "X")
    assert current(other) == "Belgié"
    assert other.one("SELECT count(*) FROM changes") == 0
    assert "reading only" in said(other)


def test_a_word_that_was_called_right_is_shown_as_right(bench: Bench) -> None:
    bench.keys("Ctrl+D")
    idle(bench)
    model = page(bench).words_side.model
    row = model.row_of(("word", "Belgié", "België"))
    assert model.index(row).data().startswith("Belgié, right as it stands: ")


def test_a_word_is_shown_with_the_reading_that_was_typed(bench: Bench) -> None:
    bench.keys("F2", "Ctrl+A")
    bench.type("Belgie")
    bench.keys("Return")
    idle(bench)
    model = page(bench).words_side.model
    row = model.row_of(("word", "Belgié", "België"))
    assert model.index(row).data().startswith("Belgié → Belgie: ")


def test_l_stops_the_looking_and_goes_on(open_bench: OpenBench) -> None:
    held = Held()
    bench = open_bench(letters=LETTERS, runner=held)
    start(bench)
    assert looks(bench)
    bench.keys("L")
    assert not looks(bench)
    bench.keys("L")
    assert looks(bench)
    held.let()  # what was asked for before the stop leads no further
    settle()
    assert len(held.waiting) == 1
    while held.waiting:
        held.let()
        settle()
    wait(bench, lambda: not looks(bench) and shown(bench).get("Belgié") == 4)


def test_the_key_sheet_lists_the_keys_of_the_page(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    groups: list[tuple[list[str], list[str]]] = []  # the words of the head, and the commands with their keys

    def read(sheet: KeySheet) -> None:
        for block in sheet.findChildren(GroupBlock):
            head = [label.text() for label in block.findChildren(QLabel)]
            groups.append((head, [row.accessibleName() for row in block.findChildren(EntryRow)]))

    monkeypatch.setattr(KeySheet, "exec", read)
    bench.keys("Shift+F1")
    (head, commands), *others = groups
    assert head == ["Going through words", "works here now"]
    find = key_text("Ctrl+F")
    assert f"{find}: Filter the words" in commands
    everywhere = next(commands for head, commands in others if head[0] == "Everywhere")
    assert everywhere and not any(command.startswith(f"{find}:") for command in everywhere)


def test_a_project_without_letters_says_where_to_begin(open_bench: OpenBench) -> None:
    bench = open_bench(letters=())
    start(bench)
    wait(bench, lambda: page(bench).words.empty_text == "There are no letters yet.")
    assert not page(bench).filters.isVisible()
    assert bench.window.composition.workspace.word_review.hints()[0] == ("Ctrl+I", "import letters")


def test_where_nothing_is_doubted_the_page_says_so(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Een brief zonder twijfel.\n",))
    start(bench)
    wait(bench, lambda: "Nothing is doubted" in page(bench).words.empty_text)
    assert page(bench).words_left() == 0
