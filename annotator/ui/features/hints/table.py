"""The hints: what each says, and the commands whose keys stand in it. Each comes once."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.messages import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Hint:
    """One sentence or two; `keys` gives each place of the text the command whose key stands there."""

    id: str
    text: str
    keys: dict[str, str]


HINTS = (
    Hint(
        "suspect",
        QT_TRANSLATE_NOOP("Hints", "{next} goes to the first word that the program doubts."),
        {"next": "next_suspect"},
    ),
    Hint(
        "box",
        QT_TRANSLATE_NOOP(
            "Hints",
            "Enter takes over what the field holds and goes on to the next word. Ctrl+D: it is right as it "
            "stands.",
        ),
        {},
    ),
    Hint(
        "corrected",
        QT_TRANSLATE_NOOP(
            "Hints",
            "What the OCR read is kept, under Corrections. {undo} undoes; {review} shows the doubtful words "
            "of all letters at once.",
        ),
        {"undo": "undo", "review": "review_words"},
    ),
    Hint(
        "selected",
        QT_TRANSLATE_NOOP(
            "Hints",
            "The letter of a tag tags the words that are selected; {fill} puts them into the chosen field. "
            "{keys} shows all letters.",
        ),
        {"fill": "fill_field", "keys": "key_sheet"},
    ),
    Hint(
        "tagged",
        QT_TRANSLATE_NOOP(
            "Hints", "The tag stays on its words, whatever you correct. {remove} takes it away again."
        ),
        {"remove": "remove_passage"},
    ),
    Hint(
        "proposed",
        QT_TRANSLATE_NOOP(
            "Hints",
            "What is dashed the program proposes: {confirm} confirms it and goes to the next, {turn_down} "
            "turns it down.",
        ),
        {"confirm": "confirm", "turn_down": "turn_down"},
    ),
    Hint(
        "filled",
        QT_TRANSLATE_NOOP(
            "Hints", "The value knows its words: {evidence} goes to them. {next} chooses the next field."
        ),
        {"evidence": "to_evidence", "next": "next_field"},
    ),
    Hint(
        "done",
        QT_TRANSLATE_NOOP(
            "Hints", "The letter is done. {export} exports what you made, {manual} opens the manual."
        ),
        {"export": "export", "manual": "manual"},
    ),
)
BY_ID = {hint.id: hint for hint in HINTS}
