"""Why a place is doubted: the codes, and the sentence for each."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.language.interface import Reason

NOT_A_WORD = "not_a_word"
MISREAD = "misread"
ACCENT = "accent"
RARE = "rare"
CAPITALS = "capitals"
DIGITS = "digits"
ROMAN = "roman"
RUN_TOGETHER = "run_together"
TORN_APART = "torn_apart"
BROKEN = "broken"
BROKEN_HYPHEN = "broken_hyphen"
NOTE_MARK = "note_mark"
NOTE_START = "note_start"
FALSE_BREAK = "false_break"
CORRECTED_BEFORE = "corrected_before"
OFTEN = "often"
ACCENT_OFTEN = "accent_often"
ADDRESS = "address"
NO_CAPITAL = "no_capital"
SEQUENCE = "sequence"
FITS_BETTER = "fits_better"
DISPUTED = "disputed"
READ_TWICE = "read_twice"
READ_UNSURELY = "read_unsurely"
SLIP = "slip"

SENTENCES: dict[str, str] = {
    NOT_A_WORD: QT_TRANSLATE_NOOP("Suspects", "“{reading}” is not a word."),
    MISREAD: QT_TRANSLATE_NOOP("Suspects", "“{reading}” is not a word; the OCR may have misread “{likely}”."),
    ACCENT: QT_TRANSLATE_NOOP("Suspects", "The accent in “{reading}” seems misread."),
    RARE: QT_TRANSLATE_NOOP("Suspects", "“{reading}” is much rarer than “{likely}”, which looks like it."),
    CAPITALS: QT_TRANSLATE_NOOP("Suspects", "“{likely}” is written with a capital."),
    DIGITS: QT_TRANSLATE_NOOP("Suspects", "“{reading}” mixes digits and letters that look alike."),
    ROMAN: QT_TRANSLATE_NOOP("Suspects", "“{reading}” seems to be a Roman number."),
    RUN_TOGETHER: QT_TRANSLATE_NOOP("Suspects", "A space seems to be missing in “{reading}”."),
    TORN_APART: QT_TRANSLATE_NOOP("Suspects", "“{likely}” seems to be one word."),
    BROKEN: QT_TRANSLATE_NOOP("Suspects", "“{likely}” is broken at the line end."),
    BROKEN_HYPHEN: QT_TRANSLATE_NOOP("Suspects", "“{likely}” is broken at its hyphen at the line end."),
    NOTE_MARK: QT_TRANSLATE_NOOP("Suspects", "The sign “{sign}” may be a footnote mark."),
    NOTE_START: QT_TRANSLATE_NOOP("Suspects", "The sign “{sign}” may be the mark of this footnote."),
    FALSE_BREAK: QT_TRANSLATE_NOOP("Suspects", "The sentence goes on after the blank line."),
    OFTEN: QT_TRANSLATE_NOOP("Suspects", "“{reading}” is not a word; “{true}” is often read as “{read}”."),
    ACCENT_OFTEN: QT_TRANSLATE_NOOP(
        "Suspects", "“{reading}” is not written so; “{true}” is often read as “{read}”."
    ),
    ADDRESS: QT_TRANSLATE_NOOP("Suspects", "The address “{reading}” seems misread."),
    NO_CAPITAL: QT_TRANSLATE_NOOP("Suspects", "“{likely}” has no capital inside a sentence."),
    SEQUENCE: QT_TRANSLATE_NOOP("Suspects", "“{reading}” breaks the order of the numbers around it."),
    FITS_BETTER: QT_TRANSLATE_NOOP("Suspects", "“{likely}” fits between its neighbours much better."),
    DISPUTED: QT_TRANSLATE_NOOP("Suspects", "You made it “{reading}”; read anew, it says “{likely}”."),
    READ_TWICE: QT_TRANSLATE_NOOP("Suspects", "“{reading}” was read a second time: “{likely}”."),
    READ_UNSURELY: QT_TRANSLATE_NOOP("Suspects", "The OCR was not sure of “{reading}”."),
    SLIP: QT_TRANSLATE_NOOP("Suspects", "Is it written so? This page was typed; “{likely}” may be meant."),
    CORRECTED_BEFORE: QT_TRANSLATE_NOOP("Suspects", "“{reading}” was corrected to “{likely}” before."),
}


_EMPTY = {"reading": "", "likely": "", "sign": "", "read": "", "true": ""}


def sentence(reason: Reason) -> Message:
    """Return the reason as a sentence to translate and show."""
    text = SENTENCES.get(reason.code, SENTENCES[NOT_A_WORD])
    return Message("Suspects", text, {**_EMPTY, **reason.params})
