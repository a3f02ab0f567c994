"""What each change is called in the history and on the undo command."""

from __future__ import annotations

from annotator.core.history import Correction
from annotator.core.messages import QT_TRANSLATE_NOOP, Message

_LONGEST = 40


def typed(correction: Correction) -> Message:
    """Label a run of typing."""
    if not correction.after:
        return Message(
            "Change", QT_TRANSLATE_NOOP("Change", "Delete “{text}”"), {"text": short(correction.before)}
        )
    return Message("Change", QT_TRANSLATE_NOOP("Change", "Type “{text}”"), {"text": short(correction.after)})


def corrected(before: str, after: str) -> Message:
    """Label a correction."""
    text = QT_TRANSLATE_NOOP("Change", "Correct “{before}” to “{after}”")
    return Message("Change", text, {"before": short(before), "after": short(after)})


def corrected_all(before: str, after: str, places: int) -> Message:
    """Label a correction made at several places in one go."""
    text = QT_TRANSLATE_NOOP("Change", "Correct “{before}” to “{after}” in {places:place|places}")
    return Message("Change", text, {"before": short(before), "after": short(after), "places": places})


def corrected_words(words: int, places: int) -> Message:
    """Label a correction of many words in one go, each to its likely reading."""
    text = QT_TRANSLATE_NOOP("Change", "Correct {words:sure word|sure words} in {places:place|places}")
    return Message("Change", text, {"words": words, "places": places})


def restored(before: str) -> Message:
    """Label the return to the OCR's reading."""
    return Message(
        "Change", QT_TRANSLATE_NOOP("Change", "Restore the OCR's reading “{text}”"), {"text": short(before)}
    )


def judged(reading: str, verdict: str) -> Message:
    """Label a verdict: "here" or "always"."""
    text = QT_TRANSLATE_NOOP("Change", "“{reading}” is right here")
    if verdict == "always":
        text = QT_TRANSLATE_NOOP("Change", "“{reading}” is always right")
    return Message("Change", text, {"reading": short(reading)})


def distrusted(reading: str) -> Message:
    """Label the taking back of a word from the project's words."""
    text = QT_TRANSLATE_NOOP("Change", "Take “{reading}” out of the project's words")
    return Message("Change", text, {"reading": short(reading)})


def tagged(tag: str, quote: str) -> Message:
    """Label the tagging of a passage; `tag` is the tag's name."""
    return Message(
        "Change", QT_TRANSLATE_NOOP("Change", "Tag “{quote}” as {tag}"), {"quote": short(quote), "tag": tag}
    )


def moved(tag: str, quote: str) -> Message:
    """Label the moving of a passage's ends; `quote` is what it is now."""
    text = QT_TRANSLATE_NOOP("Change", "Move the ends of {tag}: “{quote}”")
    return Message("Change", text, {"quote": short(quote), "tag": tag})


def untagged(tag: str, quote: str) -> Message:
    """Label the removal of a passage."""
    text = QT_TRANSLATE_NOOP("Change", "Remove {tag} from “{quote}”")
    return Message("Change", text, {"quote": short(quote), "tag": tag})


def noted(tag: str) -> Message:
    """Label the note of a passage."""
    return Message("Change", QT_TRANSLATE_NOOP("Change", "Change the note of a {tag}"), {"tag": tag})


def section(verb: str, heading: str, tag: str = "") -> Message:
    """Label what was done to a section: start, merge, tag (with its name), level, heading, confirm."""
    if not heading:
        return _section_without_heading(verb)
    texts = {
        "start": QT_TRANSLATE_NOOP("Change", "Start section “{heading}”"),
        "merge": QT_TRANSLATE_NOOP("Change", "Merge section “{heading}” with the one before"),
        "tag": QT_TRANSLATE_NOOP("Change", "Tag section “{heading}” as {tag}"),
        "level": QT_TRANSLATE_NOOP("Change", "Change the level of section “{heading}”"),
        "heading": QT_TRANSLATE_NOOP("Change", "Change the heading of section “{heading}”"),
        "confirm": QT_TRANSLATE_NOOP("Change", "Confirm section “{heading}”"),
    }
    params: dict[str, object] = {"heading": short(heading)}
    if verb == "tag":
        params["tag"] = tag
    return Message("Change", texts[verb], params)


def _section_without_heading(verb: str) -> Message:
    texts = {
        "start": QT_TRANSLATE_NOOP("Change", "Start a section"),
        "merge": QT_TRANSLATE_NOOP("Change", "Merge a section with the one before"),
        "tag": QT_TRANSLATE_NOOP("Change", "Tag a section"),
        "level": QT_TRANSLATE_NOOP("Change", "Change the level of a section"),
        "heading": QT_TRANSLATE_NOOP("Change", "Change the heading of a section"),
        "confirm": QT_TRANSLATE_NOOP("Change", "Confirm a section"),
    }
    return Message("Change", texts[verb])


def confirmed(quote: str, count: int = 1) -> Message:
    """Label the confirming of a proposal; `count` of the same words."""
    return Message(
        "Change", QT_TRANSLATE_NOOP("Change", "Confirm “{text}”"), {"text": short(quote), "n": count}
    )


def confirmed_all(kind: str, count: int) -> Message:
    """Label the confirming of all proposals of a kind: section, value or passage."""
    texts = {
        "section": QT_TRANSLATE_NOOP("Change", "Confirm the outline ({n:section|sections})"),
        "value": QT_TRANSLATE_NOOP("Change", "Confirm the form ({n:value|values})"),
        "passage": QT_TRANSLATE_NOOP("Change", "Confirm {n:passage|passages}"),
    }
    return Message("Change", texts[kind], {"n": count})


def decided_in_letters(count: int, letters: int, *, turn_down: bool = False) -> Message:
    """Label the confirming, or turning down, of proposals in several letters."""
    text = QT_TRANSLATE_NOOP("Change", "Confirm {count:proposal|proposals} in {letters:letter|letters}")
    if turn_down:
        text = QT_TRANSLATE_NOOP("Change", "Turn down {count:proposal|proposals} in {letters:letter|letters}")
    return Message("Change", text, {"count": count, "letters": letters})


def turned_down(quote: str) -> Message:
    """Label the turning down of a proposal."""
    return Message("Change", QT_TRANSLATE_NOOP("Change", "Turn down “{text}”"), {"text": short(quote)})


def filled(field: str, shown: str) -> Message:
    """Label the filling of a field; `field` is its name."""
    if not shown:
        return Message("Change", QT_TRANSLATE_NOOP("Change", "Clear {field}"), {"field": field})
    text = QT_TRANSLATE_NOOP("Change", "Fill {field} with “{shown}”")
    return Message("Change", text, {"field": field, "shown": short(shown)})


def absent(field: str) -> Message:
    """Label the saying that a letter does not have a field; `field` is its name."""
    text = QT_TRANSLATE_NOOP("Change", "{field}: not in the letter")
    return Message("Change", text, {"field": field})


def pointed_out(field: str) -> Message:
    """Label the pointing to the words that prove a value; `field` is its field's name."""
    return Message(
        "Change", QT_TRANSLATE_NOOP("Change", "Point to the evidence of {field}"), {"field": field}
    )


def about(what: str) -> Message:
    """Label a change of the letter's status, note or title."""
    texts = {
        "status": QT_TRANSLATE_NOOP("Change", "Change the status"),
        "note": QT_TRANSLATE_NOOP("Change", "Change the note"),
        "title": QT_TRANSLATE_NOOP("Change", "Change the title"),
    }
    return Message("Change", texts[what])


def status_of(letters: int) -> Message:
    """Label a change of the status of several letters."""
    return Message(
        "Change", QT_TRANSLATE_NOOP("Change", "Change the status of {n:letter|letters}"), {"n": letters}
    )


def short(text: str) -> str:
    """Return the text on one line, with its middle left out where it is long."""
    line = " ".join(text.split()) if text.strip() else text.replace("\n", "⏎")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 12]}…{line[-10:]}"
