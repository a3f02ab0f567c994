"""What a setting does when it is changed; those that are not here are read where they are used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from annotator.ui.context import Context
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.views import Views
from annotator.ui.shell.workspace import Workspace
from annotator.ui.theme.keeper import ThemeKeeper


class Window(Protocol):
    """What the effects are given."""

    context: Context
    frame: Frame
    views: Views
    themes: ThemeKeeper
    workspace: Workspace | None


def _analyst(window: Window, value: object) -> None:
    window.context.analyst = str(value)
    if window.workspace is not None:
        window.workspace.session.end_typing()
        window.workspace.session.analyst = str(value)
        window.views.strip.set_analyst(str(value))


def _theme(window: Window, value: object) -> None:
    window.themes.choose(value)  # type: ignore[arg-type]


def _contrast(window: Window, value: object) -> None:
    window.themes.choose_contrast(value)  # type: ignore[arg-type]


def _motion(window: Window, value: object) -> None:
    window.views.page_view.set_gliding(bool(value))


def _window_size(window: Window, value: object) -> None:
    window.themes.set_percent(int(str(value)))


def _text_size(window: Window, value: object) -> None:
    window.frame.arrangement.show_text_size()


def _backups(window: Window, value: object) -> None:
    if window.workspace is not None:
        window.workspace.backups.watch()


def _hints(window: Window, value: object) -> None:
    """Bring the hints again, or put away the one that is shown."""
    window.context.settings.set("hints_seen", "")
    if window.workspace is not None and not value:
        window.workspace.hints.close()


def _slips(window: Window, value: object) -> None:
    if window.workspace is not None:
        window.workspace.suspecting.slips = bool(value)
        window.workspace.suspecting.forget_state()


def _tags_precision(window: Window, value: object) -> None:
    if window.workspace is not None:
        window.workspace.proposals.learning.look()


def _text_language(window: Window, value: object) -> None:
    """Have the letters of the project looked at in another language."""
    from annotator.session.project.text_language import set_language

    if window.workspace is not None:
        try:
            set_language(window.workspace.session.store, str(value))
        finally:
            window.workspace.suspecting.forget_state()
        form = window.views.side.form
        form.set_text_language(window.workspace.session.text_language)
        form.show_letter(window.workspace.session.letter)


EFFECTS: Mapping[str, Callable[[Window, object], None]] = {
    "analyst": _analyst,
    "theme": _theme,
    "contrast": _contrast,
    "motion": _motion,
    "window_size": _window_size,
    "text_size": _text_size,
    "backup_automatic": _backups,
    "backup_folder": _backups,
    "hints": _hints,
    "slips": _slips,
    "tags_precision": _tags_precision,
    "text_language": _text_language,
}
