"""Suspects of footnote marks: with the word that a mark hangs on, or that a line end breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.language import reasons
from annotator.language.foot_notes import FigureMark
from annotator.language.interface import Reason, Suggestion, Suspect
from annotator.language.mark_signs import superscript
from annotator.language.marks import StrayMark
from annotator.language.words import less_sure

_NUMBERS_SHOWN, _NUMBER_LIKELY = 3, 0.05  # numbers that a mark may have


def of_figure(mark: FigureMark) -> StrayMark:
    """Return a mark in plain figures as one of a sign."""
    return StrayMark(mark.start, mark.end, False, mark.likely, mark.word_start, numbers=((mark.number, 1.0),))


def marked_suspect(text: str, mark: StrayMark, strange: float) -> Suspect:
    """Make a suspect of a mark: with the word it hangs on, so that the box shows where it is."""
    is_alone = mark.starts_note or mark.stands_alone
    start = mark.start if is_alone else mark.word_start
    before = text[start : mark.start]
    choices = [
        Suggestion(before + superscript(number), less_sure(mark.likely * share, strange))
        for number, share in mark.numbers[:_NUMBERS_SHOWN]
        if share > _NUMBER_LIKELY or (number, share) == mark.numbers[0]
    ]
    choices.append(Suggestion(before, (1 - less_sure(mark.likely, strange)) / 2))
    code = reasons.NOTE_START if is_alone else reasons.NOTE_MARK
    reason = Reason(code, {"sign": text[mark.start : mark.end]})
    return Suspect(start, mark.end, text[start : mark.end], "mark", reason, tuple(choices), choices[0].sure)


def with_marks(found: Sequence[Suspect], marked: Iterable[Suspect]) -> list[Suspect]:
    """Return the suspects with those of marks; a word broken at a line end is one with the mark behind it."""
    broken = {one.end: one for one in found if one.kind == "hyphen"}
    rest = list[Suspect]()
    for mark in marked:
        word = next((broken[end] for end in range(mark.start + 1, mark.end) if end in broken), None)
        if word is None:
            rest.append(mark)
            continue
        del broken[word.end]
        half = word.end - mark.start
        ranked = tuple(
            Suggestion(whole.text + behind.text[half:], whole.score * behind.score)
            for behind in mark.suggestions
            for whole in word.suggestions
            if behind.text[:half] == mark.text[:half] and word.text.endswith(behind.text[:half])
        )
        text = word.text + mark.text[half:]
        sure = ranked[0].sure
        broken[mark.end] = Suspect(word.start, mark.end, text, "hyphen", word.reason, ranked, sure)
    return [*broken.values(), *(one for one in found if one.kind != "hyphen"), *rest]
