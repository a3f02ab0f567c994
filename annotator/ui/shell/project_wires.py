"""What connects the features of one project: each request of a view or a feature to what answers it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from annotator.core.codebook import Codebook, Field
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session import LetterChange, SaveState, Session
from annotator.session.transfer.import_notes import import_notes
from annotator.ui.context import Context
from annotator.ui.shell.actions import Actions
from annotator.ui.shell.by_mouse import ByMouse
from annotator.ui.shell.status import Status
from annotator.ui.shell.typing_question import TypingQuestion
from annotator.ui.shell.views import Views
from annotator.ui.shell.workspace import Workspace
from annotator.ui.translate import translated

_PLACE_MS = 30  # after the caret came to rest
_PROPOSED = frozenset({"section", "passage", "value"})


def connect(workspace: Workspace, views: Views, context: Context, actions: Actions, status: Status) -> None:
    """Make the features that every project has, and connect them."""
    wires = _Wires(workspace, views, context, actions, status)
    wires.connect_letter()
    wires.connect_text()
    wires.connect_panels()
    wires.connect_letters()
    wires.connect_status()
    wires.connect_hints()
    ByMouse(workspace, views, context, actions)
    TypingQuestion(workspace, views)
    workspace.made.connect(wires.connect_made)
    wires.show_saving(workspace.session.save_state)
    workspace.backups.watch()
    wires.show_codebook(workspace.session.codebook)
    wires.show_letter()


class _Wires:
    def __init__(
        self, workspace: Workspace, views: Views, context: Context, actions: Actions, status: Status
    ) -> None:
        self._here, self._views, self._context = workspace, views, context
        self._actions, self._status = actions, status
        self._stale: set[int] = set()  # letters that the list shows as they were before the last changes
        self._listed: tuple[Field | None, Field | None] | None = None  # what the list shows of the form
        self._list_is_stale = False
        self._notes_are_stale = False  # until the file has the reading that the letter goes by now

    @property
    def _session(self) -> Session:
        return self._here.session

    # --- the open letter ------------------------------------------------------------------------------

    def connect_letter(self) -> None:
        here, session = self._here, self._session
        here.index  # noqa: B018 - it keeps the index from now on
        session.opened.connect(lambda _: self.show_letter())
        session.touched.connect(self._touched)
        session.made.connect(self._say_made)
        session.saving.connect(self.show_saving)
        session.letter_changed.connect(self._stale.add)
        session.codebook_changed.connect(self.show_codebook)
        here.proposals.came.connect(self._proposals_came)
        here.proposals.decided.connect(self._show_open)
        here.proposals.changed.connect(self._views.letters.refresh_later)
        here.proposals.done.connect(self._views.letters.reload)
        here.readiness.suspect_wanted.connect(here.next_suspect)
        here.readiness.value_wanted.connect(self._edit_value)
        here.wire(self._views.trouble.try_again, session.store.retry)
        here.wire(self._views.trouble.save_copy, here.transfer.copy_dialog)

    def show_letter(self) -> None:
        """Show the letter that the session opened."""
        here, letter = self._here, self._session.letter
        if here.reviews_words:
            here.word_review.leave()
        if here.page is not None:
            here.pages.leave()
        here.navigation.set_editing(False)
        here.find.letter_changed()
        self._views.side.show_letter(letter)
        if letter is not None:
            self._status.set_line_numbers(letter.line_numbers())
        self._show_what_can_be_done()
        self._status.show_place()
        self._status.show_suspects_left()
        self._show_open()

    def _say_made(self, label: Message) -> None:
        self._views.strip.set_done(translated(label), self._actions.keys_of("undo"))

    def _touched(self, touched: LetterChange) -> None:
        letter = self._session.letter
        if letter is None:
            return
        if "text" in touched.kinds:
            self._here.find.letter_changed()
        self._views.side.refresh(letter, touched.kinds)
        self._notes_are_stale |= touched.delta.reading is not None
        if "about" in touched.kinds:
            self._views.head.set_title(letter.about.title)

    def _proposals_came(self) -> None:
        letter = self._session.letter
        if letter is not None:
            self._views.side.refresh(letter, _PROPOSED)
            self._show_open()

    def _show_open(self) -> None:
        self._status.show_hints()
        self._here.readiness.show()

    def show_saving(self, state: SaveState) -> None:
        """Say why nothing is saved, or take that away."""
        trouble, here = self._views.trouble, self._here
        if state.problem is not None:
            trouble.show_problem(translated(state.problem), lost=state.lost)
            if state.lost:
                here.navigation.set_editing(False)
                here.editor.show_letter()
        elif state.state == "saved":
            if not self._session.read_only:
                trouble.clear()
            if self._notes_are_stale:
                self._notes_are_stale = False
                self._views.side.notes.show_import()
            if self._list_is_stale:
                self._list_is_stale = False
                self._views.letters.reload()
            for letter_id in self._stale:
                self._views.letters.refresh_later(letter_id)
            self._stale.clear()

    def show_codebook(self, codebook: Codebook) -> None:
        """Show the codebook's names, colours and keys in all views but the text, which does so itself."""
        here, views, language = self._here, self._views, self._context.language
        # The codebook editor hides the form, so it is made anew when that is closed.
        show = views.side.set_tags if here.edits_codebook else views.side.set_codebook
        views.side.form.set_text_language(self._session.text_language)
        show(codebook, language)
        views.letters.set_codebook(codebook, language)
        listed = codebook.field_for("letter_date"), codebook.field_for("sender")
        self._list_is_stale |= self._listed not in (None, listed)
        self._listed = listed
        self._actions.set_tags(
            codebook, language, lambda tag: self._context.attempt(lambda: here.apply_tag(tag))
        )
        if here.edits_codebook:
            here.codebook.codebook_changed(codebook)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        has_letter = self._session.letter_id is not None and not self._here.letter_is_aside
        self._actions.enable(letter=has_letter, writable=not self._session.read_only)

    # --- the text -------------------------------------------------------------------------------------

    def connect_text(self) -> None:
        here, views = self._here, self._views
        timer = QTimer(here)
        timer.setSingleShot(True)
        timer.setInterval(_PLACE_MS)
        timer.timeout.connect(self._status.show_place)
        timer.timeout.connect(here.readiness.show)
        here.wire(views.text.caret_moved, lambda _: timer.start())
        here.session.touched.connect(lambda _: timer.start())  # also where the caret stays at its offset
        here.wire(views.text.word_activated, here.review.open_on)
        here.wire(views.page_view.activated, self._correct_on_page)
        here.editor.numbered.connect(self._status.set_line_numbers)
        here.navigation.box_wanted.connect(here.review.open_on)
        here.navigation.mode_changed.connect(lambda _: self._mode_changed())
        here.review.place_changed.connect(self._box_moved)
        here.review.place_changed.connect(here.page_images.review)
        here.review.place_changed.connect(lambda span: here.box_images.watch(here.review, span))
        here.find.opened.connect(lambda _: self._status.show_hints())
        here.find.replace_wanted.connect(here.replace.replace)
        here.search.changed.connect(self._status.show_hints)

    def _mode_changed(self) -> None:
        self._status.show_mode()
        self._status.show_hints()

    def _box_moved(self, span: Span | None) -> None:
        self._here.editor.mark_current(span.start if span is not None else None)
        self._status.show_hints()

    def _correct_on_page(self, page: int, x: float, y: float) -> None:
        """Open the correction box on the word at a point of a page."""
        span = self._here.page_images.span_at(page, x, y)
        if span is not None and span.start < span.end:
            self._here.navigation.focus_text()  # where Esc in the box leads back to
            self._here.review.open_on(*span)

    # --- the panels -----------------------------------------------------------------------------------

    def connect_panels(self) -> None:
        here, side = self._here, self._views.side
        edits, navigation = here.panel_edits, here.navigation
        for panel in side.panels:
            panel.why = here.proposals.why
        here.wire(side.form.value_focused, here.readiness.show_value)
        here.wire(side.form.value_edited, edits.value_edited)
        here.wire(side.form.value_removed, edits.value_removed)
        here.wire(side.form.evidence_wanted, navigation.show_evidence)
        here.wire(side.form.absent_wanted, edits.field_absent)
        here.wire(side.form.pointing_wanted, self._actions["point_out"].trigger)
        here.wire(side.outline.section_wanted, navigation.go_to_section)
        here.wire(side.passages.passage_wanted, navigation.go_to_passage)
        here.wire(side.passages.passage_removal_wanted, edits.remove_passage)
        here.wire(side.passages.note_edited, edits.passage_noted)
        here.wire(side.corrections.place_wanted, self._go_to)
        here.wire(side.corrections.restore_wanted, edits.restore_reading)
        side.notes.said_at_import = lambda: [translated(note) for note in import_notes(here.session)]
        here.wire(side.notes.note_edited, edits.note_edited)
        here.wire(side.notes.status_wanted, navigation.set_status)

    def _go_to(self, start: int, end: int) -> None:
        self._here.navigation.select(Span(start, end), focus=True)

    def _edit_value(self, leaf: str) -> None:
        self._views.side.form.set_chosen(leaf)
        self._views.side.form.edit_chosen()

    # --- the list of letters --------------------------------------------------------------------------

    def connect_letters(self) -> None:
        here, letters, actions = self._here, self._views.letters, self._here.letter_actions
        attempt = self._context.attempt
        here.wire(
            letters.letter_wanted, lambda letter_id: attempt(lambda: here.navigation.open_letter(letter_id))
        )
        here.wire(letters.rename_wanted, lambda letter_id: attempt(lambda: actions.rename(letter_id)))
        here.wire(letters.removal_wanted, lambda ids: attempt(lambda: actions.remove(ids)))
        here.wire(letters.menu_wanted, actions.show_menu)
        here.wire(letters.statuses_wanted, actions.show_statuses)
        here.wire(letters.filter_changed, here.search.filter_changed)
        here.navigation.status_of_chosen_wanted.connect(
            lambda ids, status: attempt(lambda: actions.set_status(ids, status))
        )
        here.transfer.imports.arrived.connect(self._letters_arrived)
        here.transfer.imports.duplicates_wanted.connect(lambda: here.duplicates.start())  # noqa: PLW0108 - made when asked

    def _letters_arrived(self, ids: list[int]) -> None:
        """Show letters that came in; the first of them is opened if none was."""
        here, session = self._here, self._session
        session.tell_saved()
        self._views.letters.reload()
        here.index.wake()
        here.proposals.letters_came()
        here.page_images.warm()
        if self._context.settings.flag("read_twice") and not session.read_only:
            here.rereading.second_readings.begin(ids, quiet=True)
        if session.letter_id is None and ids:
            session.open_letter(ids[0])
            here.navigation.focus_text()

    # --- the status strip -----------------------------------------------------------------------------

    def connect_status(self) -> None:
        here, strip = self._here, self._views.strip
        here.suspecting.changed.connect(lambda _: self._status.show_suspects_left())
        here.backups.told.connect(lambda text, more, failed: strip.set_backup(text, more, failed=failed))

    def connect_hints(self) -> None:
        """Have hints follow what is done with the first letter."""
        here, text, hints = self._here, self._views.text, self._here.hints
        here.suspecting.changed.connect(lambda _: hints.suspects_came() if here.suspecting.counts() else None)
        here.review.place_changed.connect(hints.box_moved)

        def selected() -> None:
            if text.hasFocus() and not here.review.is_open:
                hints.selected(*text.selection())

        here.wire(text.selectionChanged, selected)

    def connect_made(self, name: str) -> None:
        """Connect a feature that is seldom used, when it is made."""
        if name == "codebook":
            self._here.codebook.closed.connect(lambda: self.show_codebook(self._session.codebook))
        elif name == "word_review":
            self._connect_words()
        elif name == "pages":
            self._here.pages.changed.connect(self._page_changed)

    def _connect_words(self) -> None:
        here, words = self._here, self._here.word_review
        words.opening.connect(here.review.close)
        words.opening.connect(here.find.close)
        words.opened.connect(self._letter_put_aside)
        words.left.connect(self._letter_back)
        words.changed.connect(self._status.show_hints)

    def _page_changed(self) -> None:
        if self._here.page is not None:
            self._letter_put_aside()
        else:
            self._letter_back()

    def _letter_put_aside(self) -> None:
        strip = self._views.strip
        strip.set_place(None)
        strip.set_suspects_left(None)
        self._status.show_mode()
        self._here.readiness.is_aside = True
        self._show_what_can_be_done()
        self._status.show_hints()

    def _letter_back(self) -> None:
        self._here.readiness.is_aside = False
        self._status.show_mode()
        if not self._session.closed:
            self._show_what_can_be_done()
            self._status.show_place()
            self._status.show_suspects_left()
        self._status.show_hints()
