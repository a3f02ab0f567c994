"""What the first picture shows of a project: its first letter, its name, whether all is in the file."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import SaveState, Session
from annotator.session.pages.reading import pages_size
from annotator.session.project.letters import Letters
from annotator.storage.lock import Holder
from annotator.ui.context import Context
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.last_place import LastPlace
from annotator.ui.shell.status_strip import SaveState as Shown
from annotator.ui.shell.views import Views
from annotator.ui.shell.workspace import Workspace
from annotator.ui.translate import translated
from annotator.ui.widgets.dates import moment_text


def show_first(workspace: Workspace, frame: Frame, context: Context) -> None:
    """Show the letter that was open the last time, else the first.

    Raises `UserError` where the letters cannot be listed.
    """
    views, session = frame.views, workspace.session
    workspace.suspecting.troubled.connect(lambda problem: context.say(problem.message))
    workspace.editor.refused.connect(context.say)
    session.opened.connect(lambda _: _show_title(views, session))
    session.saving.connect(lambda state: _show_saving(views, state))
    letters, place = Letters(session), LastPlace.read(context.settings.place(str(session.store.path)))
    views.letters.set_source(letters, place.listed)
    views.strip.set_analyst(session.analyst)
    views.pages.setCurrentWidget(views.letter_page)
    frame.setWindowTitle(f"{session.store.path.stem} — Kanttekening")
    _show_saving(views, session.save_state)
    was_open = letters.letter_line(place.letter_id) is not None
    first = place.letter_id if was_open else views.letters.first_letter()
    try:
        session.open_letter(first)
        if was_open:
            views.text.move_caret(min(place.caret, len(views.text.text())))
    except UserError as problem:  # a damaged letter: the others can be worked on
        context.say(problem.message)
    (views.letters if first is None else views.text).setFocus()
    if session.read_only:
        holder = session.store.locked_by
        views.strip.set_read_only(translated(_read_only(holder.who if holder else "")))
        views.trouble.show_reading_only(translated(_why_reading(holder)))
    for warning in session.store.warnings:
        context.say(warning)


def _show_saving(views: Views, state: SaveState) -> None:
    """Show whether all is in the file."""
    names: dict[str, Shown] = {"saved": "saved", "saving": "saving", "failed": "not saved"}
    when = state.when
    detail = translated(state.problem) if state.problem else ""
    views.strip.set_saved(names[state.state], when, detail)


def _show_title(views: Views, session: Session) -> None:
    letter_id, letter = session.letter_id, session.letter
    views.letters.set_current(letter_id)
    views.head.set_title(letter.about.title if letter else "")
    views.strip.set_mode("reading" if letter else None)
    views.page_pane.set_has_pages(pages_size(session, letter_id)[0] > 0)


def _why_reading(holder: Holder | None) -> Message:
    """Return who has the project, where, and since when, as its lock file says."""
    if holder is None:
        return Message(
            "Window", QT_TRANSLATE_NOOP("Window", "You can look at everything, and change nothing.")
        )
    if not holder.since:
        text = QT_TRANSLATE_NOOP(
            "Window", "Another window works in it: you can look at everything, and change nothing."
        )
        return Message("Window", text)
    text = QT_TRANSLATE_NOOP(
        "Window",
        "{who} works in it on {host}, since {since}: you can look at everything, and change nothing.",
    )
    return Message(
        "Window", text, {"who": holder.who, "host": holder.host, "since": moment_text(holder.since)}
    )


def _read_only(who: str) -> Message:
    if not who:
        return Message("Window", QT_TRANSLATE_NOOP("Window", "read only"))
    return Message("Window", QT_TRANSLATE_NOOP("Window", "read only: {who} works in it"), {"who": who})
