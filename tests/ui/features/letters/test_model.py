from __future__ import annotations

import pytest

from annotator.storage.letter_list import LetterFilter
from annotator.ui.features.letters import LettersModel
from annotator.ui.features.letters.model import PAGE


@pytest.fixture
def model(many_letters) -> LettersModel:
    model = LettersModel(lambda line: line.title)
    model.show(many_letters, LetterFilter())
    return model


def test_all_rows_are_there_at_once(model):
    assert model.rowCount() == 100_000


def test_nothing_is_read_before_it_is_looked_at(model, many_letters):
    assert many_letters.asked == []


def test_a_look_reads_one_page(model, many_letters):
    model.line(5)
    model.line(60)
    assert many_letters.asked == [(0, 0, PAGE)]


def test_the_next_page_is_read_behind_the_one_before(model, many_letters):
    model.line(0)
    model.line(PAGE)
    assert many_letters.asked[-1] == (PAGE, 0, PAGE)


def test_a_row_far_down_has_its_letter(model):
    assert model.line(87_654).id == 87_655


def test_the_row_of_a_letter_far_down_is_known(model):
    assert model.row_of(87_655) == 87_654


def test_a_letter_that_the_filter_leaves_out_has_no_row(model, many_letters):
    model.show(many_letters, LetterFilter(status="done"))
    assert model.row_of(1) == -1


def test_few_pages_are_kept(model):
    for row in range(0, 100_000, PAGE):
        model.line(row)
    kept = [row for row in range(0, 100_000, PAGE) if model.known(row + 1) is not None]
    assert 0 < len(kept) <= 40


def test_a_letter_that_went_leaves_an_empty_row(model, many_letters):
    many_letters.gone = True
    assert model.line(3) is None


def test_a_new_line_is_shown(model, qtbot):
    from dataclasses import replace

    line = model.line(3)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh(replace(line, title="New"))
    assert changed.args[0].row() == 3
    assert model.line(3).title == "New"
