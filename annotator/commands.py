"""What a command is, and the commands that need no widget.

A command is one function with its description. Menu, shortcut, key sheet and manual all follow from the entry; nothing
else has to be written for it. Commands that need widgets are in `annotator.ui.window.window_commands`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from annotator.core import operations
from annotator.core.document import STATUSES, Letter, PlacedSection
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, line_start, paragraph_at, sentence_at, trimmed, word_at
from annotator.session import Session, UndoQuestion, labels

CONTEXT = "Command"
EVERYWHERE, DESK, BOX, LIST, FORM = "everywhere", "desk", "box", "list", "form"
PLACES = (EVERYWHERE, DESK, BOX, LIST, FORM)


class Workbench(Protocol):
    """What a command may ask of the window: the session, the caret and the selection, and a line to say."""

    @property
    def project(self) -> Session:
        """The session of the open project; commands run only while one is open."""

    def caret(self) -> int:
        """Return the caret's offset in the text."""

    def selection(self) -> Span:
        """Return the selection; empty at the caret where nothing is selected."""

    def select(self, span: Span) -> None:
        """Select a span and bring it into view."""

    def say(self, message: Message) -> None:
        """Show a passing message."""

    def chosen_field(self) -> str:
        """Return the id of the field that a selection goes into."""

    def choose_next_field(self) -> None:
        """Choose the next field that is still empty."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the program does: `run` is given the workbench (for window commands: the window).

    `keys` are portable key sequences, the first one is shown; `where` is where they work; `group` names the menu.
    Texts are English, marked for translation in the context "Command".
    """

    id: str
    name: str
    group: str
    run: Callable[[Any], object]
    keys: tuple[str, ...] = ()
    where: str = EVERYWHERE
    description: str = ""
    needs_letter: bool = True
    changes: bool = False
    in_menu: bool = True


GROUPS = (
    QT_TRANSLATE_NOOP("Command", "File"),
    QT_TRANSLATE_NOOP("Command", "Edit"),
    QT_TRANSLATE_NOOP("Command", "Letter"),
    QT_TRANSLATE_NOOP("Command", "Tag"),
    QT_TRANSLATE_NOOP("Command", "Correct"),
    QT_TRANSLATE_NOOP("Command", "Form"),
    QT_TRANSLATE_NOOP("Command", "View"),
    QT_TRANSLATE_NOOP("Command", "Help"),
)


def _letter(bench: Workbench) -> Letter | None:
    bench.project.flush_typing()
    return bench.project.letter


# --- selection -----------------------------------------------------------------------------------------


def grow_selection(bench: Workbench) -> None:
    """Grow the selection: word, sentence, paragraph, section."""
    letter = _letter(bench)
    if letter is None:
        return
    now = bench.selection()
    wider = next(
        (
            s
            for s in steps(letter, now)
            if s.start <= now.start and s.end >= now.end and s != now and s.end > s.start
        ),
        None,
    )
    if wider:
        bench.select(wider)


def shrink_selection(bench: Workbench) -> None:
    """Shrink the selection: section, paragraph, sentence, word."""
    letter = _letter(bench)
    if letter is None:
        return
    now = bench.selection()
    inside = [
        s
        for s in steps(letter, Span(now.start, now.start))
        if s.start >= now.start and s.end <= now.end and s != now
    ]
    bench.select(inside[-1] if inside else Span(now.start, now.start))


def steps(letter: Letter, span: Span) -> Sequence[Span]:
    """Return what a selection grows through from a place: word, sentence, paragraph, section."""
    text, at = letter.text, span.start
    section = letter.section_at(at)
    word = word_at(text, at)
    found = [word] if word else []
    found += [sentence_at(text, at), paragraph_at(text, at)]
    if section:
        found.append(trimmed(text, Span(section.start, section.end)))
    return found


# --- tags and sections ---------------------------------------------------------------------------------


def apply_tag(bench: Workbench, tag_id: str) -> None:
    """Tag the selection; with none, a section tag goes to the section at the caret, a passage tag to the word."""
    letter = _letter(bench)
    tag = bench.project.codebook.tag(tag_id)
    if letter is None or tag is None:
        return
    if tag.kind == "section":
        _tag_section(bench, letter, tag_id)
    else:
        _tag_passage(bench, letter, tag_id)


def _tag_section(bench: Workbench, letter: Letter, tag_id: str) -> None:
    selection = bench.selection()
    if selection.start < selection.end:
        _start_section(bench, letter, line_start(letter.text, selection.start), tag_id)
        return
    section = letter.section_at(bench.caret())
    if section is not None:
        delta = operations.change_section(letter, section.section.uid, bench.project.stamp(), tag=tag_id)
        bench.project.do(labels.section("tag", heading_of(letter, section)), delta)


def _tag_passage(bench: Workbench, letter: Letter, tag_id: str) -> None:
    span = trimmed(letter.text, bench.selection())
    if span.start == span.end:
        span = word_at(letter.text, bench.caret()) or span
    if span.start == span.end:
        bench.say(
            Message(
                CONTEXT, QT_TRANSLATE_NOOP("Command", "There is no word here to tag: select a passage first.")
            )
        )
        return
    same = [uid for uid, p in letter.passages.items() if p.tag == tag_id and letter.spans[uid] == span]
    if same:
        bench.say(
            Message(
                CONTEXT, QT_TRANSLATE_NOOP("Command", "This passage has that tag already. Delete removes it.")
            )
        )
        return
    tag = bench.project.codebook.tag(tag_id)
    name = tag.name("en") if tag else tag_id
    quote = letter.text[span.start : span.end]
    bench.project.do(labels.tagged(name, quote), operations.add_passage(span, tag_id, bench.project.stamp()))


def passages_at(letter: Letter, span: Span) -> list[str]:
    """Return the uids of the passages under a place, innermost first; a passage just selected comes last."""
    at = span.start
    found = [
        (s, p.uid) for s, p in letter.placed_passages() if s.start <= at < s.end or s.start == at == s.end
    ]
    return [uid for _, uid in sorted(found, key=lambda item: (item[0].end - item[0].start, item[1]))]


def next_passage(bench: Workbench) -> None:
    """Select the next passage under the caret."""
    letter = _letter(bench)
    if letter is None:
        return
    now = bench.selection()
    under = passages_at(letter, now)
    if not under:
        bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "There is no passage at the caret.")))
        return
    at = next((i for i, uid in enumerate(under) if letter.spans[uid] == now), -1)
    bench.select(letter.spans[under[(at + 1) % len(under)]])


def remove_passage(bench: Workbench) -> None:
    """Remove the passage under the caret: the selected one, else the innermost."""
    letter = _letter(bench)
    if letter is None:
        return
    now = bench.selection()
    under = passages_at(letter, now)
    uid = next((uid for uid in under if letter.spans[uid] == now), under[0] if under else None)
    if uid is None:
        bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "There is no passage at the caret.")))
        return
    remove_passage_of(bench.project, uid)


def remove_passage_of(session: Session, uid: str) -> None:
    """Remove a passage of the letter on the desk."""
    letter = session.letter
    if letter is not None and uid in letter.passages:
        tag = session.codebook.tag(letter.passages[uid].tag)
        name = tag.name("en") if tag else letter.passages[uid].tag
        session.do(labels.untagged(name, letter.quote(uid)), operations.remove_passage(letter, uid))


def start_section(bench: Workbench) -> None:
    """Start a section at the caret's line."""
    letter = _letter(bench)
    if letter is not None:
        _start_section(bench, letter, line_start(letter.text, bench.caret()), "")


def _start_section(bench: Workbench, letter: Letter, start: int, tag: str) -> None:
    section = letter.section_at(start)
    level = section.section.level if section else 1
    delta = operations.start_section(letter, start, level, tag, bench.project.stamp())
    line = letter.text[start:].split("\n", 1)[0]
    if not bench.project.do(
        labels.section("tag" if section and section.start == start else "start", line), delta
    ):
        bench.say(Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "A section starts at this line already.")))


def merge_section(bench: Workbench) -> None:
    """Merge the section at the caret with the one before."""
    letter = _letter(bench)
    section = letter.section_at(bench.caret()) if letter else None
    if letter is None or section is None:
        return
    delta = operations.merge_section(letter, section.section.uid)
    if not bench.project.do(labels.section("merge", heading_of(letter, section)), delta):
        bench.say(
            Message(
                CONTEXT, QT_TRANSLATE_NOOP("Command", "This is the first section: there is none before it.")
            )
        )


def _change_level(bench: Workbench, by: int) -> None:
    letter = _letter(bench)
    section = letter.section_at(bench.caret()) if letter else None
    if letter is None or section is None:
        return
    level = min(9, max(1, section.section.level + by))
    delta = operations.change_section(letter, section.section.uid, bench.project.stamp(), level=level)
    bench.project.do(labels.section("level", heading_of(letter, section)), delta)


def raise_section(bench: Workbench) -> None:
    """Raise the section at the caret a level."""
    _change_level(bench, -1)


def lower_section(bench: Workbench) -> None:
    """Lower the section at the caret a level: it lies inside the one before."""
    _change_level(bench, 1)


def set_heading(bench: Workbench) -> None:
    """Make the selection, or else the caret's line, the section's heading; where it is that already, take it away."""
    letter = _letter(bench)
    section = letter.section_at(bench.caret()) if letter else None
    if letter is None or section is None:
        return
    span = trimmed(letter.text, bench.selection())
    if span.start == span.end:
        start = line_start(letter.text, bench.caret())
        span = trimmed(letter.text, Span(start, start + len(letter.text[start:].split("\n", 1)[0])))
    inside = section.start <= span.start < span.end <= section.end
    heading = span if inside and span != section.heading else None
    delta = operations.set_heading(letter, section.section.uid, heading)
    bench.project.do(labels.section("heading", letter.text[span.start : span.end]), delta)


def heading_of(letter: Letter, section: PlacedSection) -> str:
    """Return the words of a section's heading, or of its first line."""
    if section.heading:
        return letter.text[section.heading.start : section.heading.end]
    return letter.text[section.start : section.end].strip().split("\n", 1)[0]


def previous_section(bench: Workbench) -> None:
    """Go to the start of this section, or of the one before."""
    _go_to_section(bench, -1)


def next_section(bench: Workbench) -> None:
    """Go to the next section."""
    _go_to_section(bench, 1)


def _go_to_section(bench: Workbench, by: int) -> None:
    letter = _letter(bench)
    if letter is None:
        return
    starts = [_first_word(letter.text, s.start, s.end) for s in letter.placed_sections()]
    caret = bench.caret()
    there = [s for s in starts if s > caret] if by > 0 else [s for s in starts if s < caret][::-1]
    if there:
        bench.select(Span(there[0], there[0]))


def _first_word(text: str, start: int, end: int) -> int:
    return trimmed(text, Span(start, end)).start if text[start:end].strip() else start


def confirm(bench: Workbench) -> None:
    """Confirm the proposed section at the caret, and go to the next proposed one."""
    letter = _letter(bench)
    section = letter.section_at(bench.caret()) if letter else None
    if letter is None or section is None:
        return
    delta = operations.confirm_section(letter, section.section.uid, bench.project.stamp())
    bench.project.do(labels.section("confirm", heading_of(letter, section)), delta)
    after = bench.project.letter or letter
    proposed = [s for s in after.placed_sections() if s.section.state == "proposed"]
    later = [s for s in proposed if s.start > section.start] or proposed
    if later:
        at = _first_word(after.text, later[0].start, later[0].end)
        bench.select(Span(at, at))


# --- form ----------------------------------------------------------------------------------------------


def fill_field(bench: Workbench) -> None:
    """Put the selection into the chosen field, linked as its evidence, and choose the next empty field."""
    letter = _letter(bench)
    if letter is None:
        return
    span = trimmed(letter.text, bench.selection())
    if span.start == span.end:
        span = word_at(letter.text, bench.caret()) or span
    field_id = bench.chosen_field()
    if not field_id or span.start == span.end:
        bench.say(
            Message(CONTEXT, QT_TRANSLATE_NOOP("Command", "Select the words that prove the value first."))
        )
        return
    fill_from_span(bench.project, letter, field_id, span)
    bench.choose_next_field()


def fill_from_span(session: Session, letter: Letter, field_id: str, span: Span) -> None:
    """Put a span's words into a field: into its first place, or behind the others where it may hold several."""
    from annotator.core.fields import parse

    field = session.codebook.field(field_id)
    if field is None:
        return
    shown = " ".join(letter.text[span.start : span.end].split())
    result = parse(field, shown, "nl")
    held = letter.values_of(field_id)
    group = session.codebook.field(field_id.split(".", maxsplit=1)[0])
    several = field.several or bool(group and group.several)
    position = max((v.position for v in held), default=-1) + 1 if several else 0
    delta = operations.set_value(letter, field_id, position, result.value or "", shown, span, session.stamp())
    session.do(labels.filled(field.name("en"), shown), delta)


def set_status(session: Session, status: str) -> None:
    """Give the letter on the desk another status."""
    if session.letter is not None and status in STATUSES:
        delta = operations.set_about(session.letter, lambda about: replace(about, status=status))
        session.do(labels.about("status"), delta)


# --- undo ----------------------------------------------------------------------------------------------


def undo(bench: Workbench) -> None:
    """Undo the last change, whatever it touched."""
    _say_undone(bench, bench.project.undo(), QT_TRANSLATE_NOOP("Command", "Nothing to undo."), back=True)


def redo(bench: Workbench) -> None:
    """Do again what was undone."""
    _say_undone(bench, bench.project.redo(), QT_TRANSLATE_NOOP("Command", "Nothing to do again."), back=False)


def _say_undone(bench: Workbench, answer: object, nothing: str, *, back: bool) -> None:
    if answer is None:
        bench.say(Message(CONTEXT, nothing))
        return
    if isinstance(answer, UndoQuestion):
        text = QT_TRANSLATE_NOOP(
            "Command", "“{label}”: {places} places in {letters} other letters. Press again to do it."
        )
        params: dict[str, object] = {
            "label": str(answer.change.label),
            "places": answer.places,
            "letters": answer.letters,
        }
        bench.say(Message(CONTEXT, text, params))
        return
    text = (
        QT_TRANSLATE_NOOP("Command", "Undone: {label}")
        if back
        else QT_TRANSLATE_NOOP("Command", "Done again: {label}")
    )
    bench.say(Message(CONTEXT, text, {"label": str(getattr(answer, "label", ""))}))


N = QT_TRANSLATE_NOOP
SESSION_COMMANDS: tuple[Command, ...] = (
    Command("undo", N("Command", "Undo"), "Edit", undo, ("Ctrl+Z",), changes=True, needs_letter=False,
            description=N("Command", "Undo the last change: text, tag, section or form. It works across a restart.")),
    Command("redo", N("Command", "Redo"), "Edit", redo, ("Ctrl+Shift+Z", "Ctrl+Y"), changes=True, needs_letter=False,
            description=N("Command", "Do again what was undone.")),
    Command("grow", N("Command", "Grow the selection"), "Edit", grow_selection, ("E",), DESK,
            N("Command", "Word, sentence, paragraph, section.")),
    Command("shrink", N("Command", "Shrink the selection"), "Edit", shrink_selection, ("Shift+E",), DESK,
            N("Command", "Section, paragraph, sentence, word.")),
    Command("start_section", N("Command", "Start a section here"), "Tag", start_section, ("S",), DESK,
            N("Command", "At the caret's line; a line that looks like a heading becomes it."), changes=True),
    Command("merge_section", N("Command", "Merge with the section before"), "Tag", merge_section, ("M",), DESK,
            changes=True),
    Command("raise_section", N("Command", "Raise the section's level"), "Tag", raise_section, ("<", "Alt+Shift+Left"), DESK,
            changes=True),
    Command("lower_section", N("Command", "Lower the section's level"), "Tag", lower_section, (">", "Alt+Shift+Right"), DESK,
            changes=True),
    Command("set_heading", N("Command", "Heading: this line or selection"), "Tag", set_heading, ("H",), DESK,
            N("Command", "Again on the same words: no heading."), changes=True),
    Command("previous_section", N("Command", "Previous section"), "Tag", previous_section, ("[", "Alt+Up"), DESK),
    Command("next_section", N("Command", "Next section"), "Tag", next_section, ("]", "Alt+Down"), DESK),
    Command("confirm", N("Command", "Confirm the proposal"), "Tag", confirm, ("C",), DESK,
            N("Command", "Confirm the section at the caret and go to the next proposed one."), changes=True),
    Command("next_passage", N("Command", "Next passage under the caret"), "Tag", next_passage, ("Space",), DESK,
            N("Command", "Where passages overlap, each in turn.")),
    Command("remove_passage", N("Command", "Remove this passage"), "Tag", remove_passage, ("Delete",), DESK,
            N("Command", "The tag goes, the text stays. Never a section or a value."), changes=True),
    Command("fill_field", N("Command", "Put the selection into the chosen field"), "Form", fill_field, ("V",), DESK,
            N("Command", "The words become the field's value, linked to this place; then the next empty field is chosen."),
            changes=True),
)  # fmt: skip
