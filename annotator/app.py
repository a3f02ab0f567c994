"""The composition root: settings, translator, store, session, window, put together and started."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator, qInstallMessageHandler
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from annotator.cli.window_arguments import LANGUAGES
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.stopping import held, let_through
from annotator.core.user_errors import UserError
from annotator.jobs.lazy import LazyWorker, more_workers
from annotator.resources import resource_path
from annotator.ui.settings import Settings
from annotator.ui.shell.first_picture import FirstPicture
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.theme.keeper import ThemeKeeper

if TYPE_CHECKING:
    import argparse

    from annotator.jobs.runner import Runner
    from annotator.ui.shell.idle_collector import IdleCollector

_log = logging.getLogger(__name__)
# What Qt's own Dutch has only in an older wording, so that it would stay English.
QT_LEFT_OUT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


def run(options: argparse.Namespace) -> int:
    """Open the window and run until it is closed; return the exit code."""
    if no_display():
        with contextlib.suppress(OSError):  # an output that is closed or full
            print(
                "kanttekening: There is no display to open a window on. "
                "Render one with: kanttekening screenshot",
                file=sys.stderr,
            )
        return 1
    app = QApplication(["kanttekening"])
    app.setApplicationName("Kanttekening")
    app.setDesktopFileName("kanttekening")
    worker, more = LazyWorker(), more_workers()
    started(app, options, Settings(), worker, more)
    code = app.exec()
    for each in (worker, *more):
        each.close()
    let_go_of_clipboard(app)
    return code


def started(
    app: QApplication,
    options: argparse.Namespace,
    settings: Settings,
    worker: Runner,
    more_workers: Sequence[Runner] = (),
) -> Shown:
    """Show the window with what was asked for; what the first picture does without follows behind it."""
    language = options.language or settings.text("language") or system_language()
    translators = install_translators(app, language)
    choice = options.theme or settings.text("theme")
    themes = ThemeKeeper(app, choice, settings.number("window_size"), settings.text("contrast"))  # type: ignore[arg-type]
    window = MainWindow(settings, themes, worker, language, more_runners=more_workers, front_first=True)
    window.composition.context.analyst = options.analyst or settings.text("analyst")
    shown = Shown(app, window, translators)
    report_bugs(shown)
    window.composition.startup.start(options.paths, options.project, sample=options.sample)
    window.show()
    if window.session is None:
        QTimer.singleShot(0, lambda: _finish_start(shown))
    else:
        FirstPicture(window.views.text.viewport(), lambda: _finish_start(shown))
    return shown


def let_go_of_clipboard(app: QApplication) -> None:
    """Take away what the program put on a clipboard of its own: Qt lets it go after Python has ended."""
    if app.platformName() == "offscreen":
        app.clipboard().clear()


class Shown:
    """The window on the screen; it is made anew where the screen is to speak another language."""

    def __init__(self, app: QApplication, window: MainWindow, translators: Sequence[QTranslator]) -> None:
        self._app, self.window, self.translators = app, window, translators
        self._collector: IdleCollector | None = None
        window.language_wanted.connect(self.change_language)

    def change_language(self, language: str) -> None:
        """Show the same project, letter and place in another language; "" follows the system."""
        old, language = self.window, language or system_language()
        composition = old.composition
        if language == composition.context.language:
            return
        place = composition.opening.leave()
        if place is None:
            return  # something is not saved: the window says what
        for translator in self.translators:
            self._app.removeTranslator(translator)
        self.translators = install_translators(self._app, language)
        composition.workers.close()
        context = composition.context
        window = MainWindow(
            context.settings,
            composition.themes,
            context.runner,
            language,
            more_runners=context.more_runners,
        )
        window.composition.context.analyst = context.analyst
        window.language_wanted.connect(self.change_language)
        window.composition.opening.come_back(place)
        self.window = window
        if self._collector is not None:
            self.collect_garbage(self._collector)
        window.show()  # before the old one goes: without a window the program ends
        window.activateWindow()
        old.hide()
        old.deleteLater()

    def collect_garbage(self, collector: IdleCollector) -> None:
        """Have garbage collected while nobody types in the window."""
        self._collector = collector
        self.window.views.text.edited.connect(lambda *_: collector.wait())


def _finish_start(shown: Shown) -> None:
    """Do what the first picture could do without."""
    from annotator.core.drafts import sweep_noted
    from annotator.ui.shell.ending import EndBySignal
    from annotator.ui.shell.idle_collector import IdleCollector

    app = QApplication.instance()
    assert app is not None
    EndBySignal(QApplication.closeAllWindows, app)
    sweep_noted()
    _set_icon()
    shown.window.composition.startup.after_first_paint()
    shown.collect_garbage(IdleCollector(app))


def _set_icon() -> None:
    """Give the windows the program's icon; behind the first picture, which does without."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in (16, 32, 48, 128):
        icon.addFile(str(resource_path(f"desktop/kanttekening-{size}.png")))
    QApplication.setWindowIcon(icon)


def no_display() -> bool:
    """Tell whether there is no screen to open a window on."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def system_language() -> str:
    """Return the language of the screen that the system asks for; English where it asks for another."""
    wanted = [name.split("-")[0] for name in QLocale.system().uiLanguages()]
    return next((name for name in wanted if name in LANGUAGES), "en")


def install_translators(app: QApplication, language: str) -> list[QTranslator]:
    """Have the screen speak the language: ours, and Qt's own dialogs."""
    installed = []
    QLocale.setDefault(QLocale(language))
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
        # The last one is asked first: our short names of keys go before Qt's.
        (str(resource_path("translations")), f"kanttekening_{language}"),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


def report_bugs(shown: Shown) -> None:
    """Log a bug with its traceback, and say so in the window; nothing is lost by
    it."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            shown.window.close()
            return
        if isinstance(error, UserError):
            shown.window.say(error.message)
            return
        _log.error("a bug", exc_info=(kind, error, trace))
        text = QT_TRANSLATE_NOOP(
            "App", "Something went wrong in the program ({kind}). Your work is kept. Please report this."
        )
        shown.window.say(Message("App", text, {"kind": kind.__name__}))

    sys.excepthook = hook


def screenshot(
    project: Path, out: Path, letter_id: int | None, size: tuple[int, int], *, dark: bool, language: str = ""
) -> None:
    """Render the main window with a project to a PNG, without a screen. Raises `UserError` where that
    cannot be."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # What Qt finds to say of a screen that is none is no line for people.
    qInstallMessageHandler(lambda kind, context, text: _log.debug("Qt: %s", text))
    app = QApplication.instance() or QApplication(["kanttekening"])
    assert isinstance(app, QApplication)
    import tempfile

    language = language or system_language()
    install_translators(app, language)
    # An exception of a signal amidst a call of Qt into Python would crash: it is let through between calls.
    with held(), tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder))
        themes = ThemeKeeper(app, "dark" if dark else "light")
        worker = LazyWorker()
        window = MainWindow(settings, themes, worker, language)
        try:
            window.resize(*size)
            window.composition.context.analyst = "screenshot"
            window.composition.opening.open_path(project, read_only=True, loud=True)
            let_through()
            if letter_id is not None and window.session is not None:
                window.session.open_letter(letter_id)
            window.show()
            _wait_until_shown(app, window)
            saved = _written(window.grab(), out)
        finally:
            window.close()
            worker.close()
            qInstallMessageHandler(None)
            settings.sync()  # else it writes when it goes, into a folder that is gone
    if not saved:
        text = QT_TRANSLATE_NOOP(
            "App", "The picture cannot be written to {name}. Choose another place with --out."
        )
        raise UserError(Message("App", text, {"name": str(out)}))


def _written(picture: QPixmap, out: Path) -> bool:
    """Write a picture as a PNG: whole, or not at all."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    from annotator.core.whole_file import write_whole

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        return False
    try:
        write_whole(out, bytes(data.data()))
    except OSError:
        return False
    return True


def _wait_until_shown(app: QApplication, window: MainWindow) -> None:
    """Wait until suspects and page images are there, or will not come."""
    import time

    end = time.monotonic() + 15
    while time.monotonic() < end:
        app.processEvents()
        let_through()
        here = window.composition.workspace
        if here is None or here.session.letter is None:
            break
        if here.suspecting.ready and here.page_images.ready:
            break
        time.sleep(0.02)
    for _ in range(5):
        app.processEvents()
