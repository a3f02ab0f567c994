"""The form's panel: all entries under each other, and which of them V fills."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.core.codebook import Codebook
from annotator.ui.features.panels.form import drops, heights
from annotator.ui.features.panels.form.entry import FieldEntry
from annotator.ui.features.panels.form.hints import hint_line
from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.features.panels.form.shown import by_place
from annotator.ui.translate import filled
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.letter_panel import LetterPanel
from annotator.ui.widgets.parting import part_with

_LABEL_SHARE = 0.32  # of the width, at most
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class FormPanel(LetterPanel):
    """Show a letter's values; tell what is typed, and what is asked for.

    `value_edited` gives the field (a part of a group as `group.part`), the position, the text as typed and
    the normalised value ("" where it cannot be read). It comes when an editor is left, on Enter, and after a
    pause. With an empty text it clears one part of a group whose other parts stay; what holds nothing at all
    any more is told by `value_removed`.
    """

    help_section = "the-form"

    value_edited = Signal(str, int, str, str)
    value_removed = Signal(str)  # uid
    evidence_wanted = Signal(str)  # uid
    absent_wanted = Signal(str, int)  # the letter does not have this field, at this position
    pointing_wanted = Signal()  # the selected words prove the value of the chosen field
    chosen_changed = Signal(str)  # field
    value_focused = Signal(str)  # uid of the value where the keys are, "" for none
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Form"), parent)
        self._entries: list[FieldEntry] = []
        self._chosen = ""
        self._inside, self._is_roomy = False, True  # it has the keys; it has room for hints
        self._letters = ""  # the language that they are in; "" where nobody said: that of the screen
        self._ringed: ValuePlace | None = None
        self.drops = drops.SelectionDrops(self, over=self.set_chosen)
        self._desk_hints = hint_line(
            self,
            (
                ("V", self.tr("fills"), "fill_field"),
                (",", "", "previous_field"),
                (".", self.tr("choose"), "next_field"),
                ("-", self.tr("not in the letter"), "absent"),
                ("F4", self.tr("evidence"), "to_evidence"),
            ),
        )
        self._confirm_hint = KeyHint("Ctrl+Alt+V", self.tr("✓ all"), self, command="confirm_form")
        self._confirm_hint.setToolTip(self.tr("Confirm all that is proposed for the form"))
        self._header.add_widget(self._confirm_hint)
        self._confirm_hint.hide()
        self._form_hints = hint_line(
            self,
            (
                ("Return", self.tr("next"), ""),
                ("Ctrl+Return", self.tr("add"), ""),
                ("-", self.tr("not in the letter"), ""),
                ("Esc", self.tr("back"), ""),
            ),
        )
        self._enter_hint, self._add_hint, *_ = self._form_hints.findChildren(KeyHint)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(self._desk_hints)
        self._column.addWidget(self._form_hints)
        self._column.addWidget(self._scroll, 1)
        self._form_hints.hide()

    # --- what the window says -----------------------------------------------------------------------

    def set_text_language(self, letters: str) -> None:
        """Read and show numbers as the letters write them; the form is made anew."""
        if letters != self._letters:
            self._letters, codebook = letters, self._codebook
            if self._entries:
                self._put_away()
                self.set_codebook(codebook, self._language)

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Make the form of a codebook, named in a language (`nl`, `en`)."""
        if self._entries and (self._codebook.fields, self._language) == (codebook.fields, language):
            super().set_codebook(codebook, language)
            return
        self._put_away()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, heights.MARGIN, 5, heights.MARGIN)
        for field in codebook.fields:
            entry = FieldEntry(field, language, self._letters or language, inside)
            entry.made.connect(self._wire)
            entry.start()
            column.addWidget(entry)
            self._entries.append(entry)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # the panel's own colour shows through
        self._another = True
        super().set_codebook(codebook, language)
        self._fit_labels()
        self._fit_rows()
        leaves = self._leaves()
        self.set_chosen(self._chosen if self._chosen in leaves else next(iter(leaves), ""))

    def _put_away(self) -> None:
        """Take the form that is shown away, after telling what is being typed in it."""
        for place in self._places():
            place.editor.clearFocus()
        self.flush()
        self._entries, self._ringed = [], None
        old = self._scroll.takeWidget()
        if old is not None:
            # Not at once: an editor that dies while it has the keys would still hear that it loses them.
            old.hide()
            part_with(old)

    def flush(self) -> None:
        """Tell what is being typed now."""
        for place in self._places():
            place.editor.settling.settle()

    @property
    def chosen(self) -> str:
        """Return the id of the field that the key V fills."""
        return self._chosen

    def set_chosen(self, field_id: str) -> None:
        """Choose the field that the key V fills, and bring it into view."""
        told = field_id != self._chosen
        self._chosen = field_id
        self._ring(self._place_to_fill(field_id))
        if told:
            self.chosen_changed.emit(field_id)

    def choose_next(self) -> None:
        """Choose the next field; behind the last comes the first."""
        self._choose(1)

    def choose_previous(self) -> None:
        """Choose the field before; before the first comes the last."""
        self._choose(-1)

    def choose_next_empty(self) -> None:
        """Choose the next field that has no value; stay where all have one."""
        leaves = self._leaves()
        at = leaves.index(self._chosen) if self._chosen in leaves else -1
        holders = {leaf.id: entry for entry in self._entries for leaf in entry.field.leaves()}
        for leaf in leaves[at + 1 :] + leaves[: at + 1]:
            if not holders[leaf].holds(leaf):
                self.set_chosen(leaf)
                return

    def show_evidence(self) -> None:
        """Ask for the evidence of the chosen field's value: the last that has any."""
        places = [p for p in self._places() if p.field.id == self._chosen and p.shown.evidence]
        focused = [place for place in places if place.editor.hasFocus()]
        for place in (focused or places[-1:])[:1]:
            self.evidence_wanted.emit(place.shown.uid)

    def edit_chosen(self) -> None:
        """Give the chosen field the keys."""
        place = self._ringed or next(iter(self._places()), None)
        if place is not None:
            self._go_to(place, Qt.FocusReason.ShortcutFocusReason)

    # --- showing ------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        held = by_place(self._letter)
        for entry in self._entries:
            entry.show_values(held, self._letter, another=self._another)
            entry.setVisible(entry.is_there)
        self._show_count()
        self._fit_rows()
        self._confirm_hint.setVisible(any(value.state == "proposed" for value in held.values()))
        if not any(place.editor.hasFocus() for place in self._places()):
            self._ring(self._place_to_fill(self._chosen), reveal=False)

    def _show_count(self) -> None:
        asked = [entry for entry in self._entries if not entry.field.retired]
        given, total = sum(entry.filled for entry in asked), len(asked)
        text = filled(self.tr("{n:,} of {total:,} filled in"), n=given, total=total)
        self._header.set_detail(text if self._letter and total else "")

    def _places(self) -> list[ValuePlace]:
        return [place for entry in self._entries if entry.is_there for place in entry.places()]

    def _leaves(self) -> list[str]:
        asked = (entry.field for entry in self._entries if not entry.field.retired)
        return [leaf.id for field in asked for leaf in field.leaves()]

    def _entry_of(self, place: ValuePlace) -> FieldEntry:
        return next(entry for entry in self._entries if place in entry.places())

    def _place_to_fill(self, field_id: str) -> ValuePlace | None:
        places = [place for place in self._places() if place.field.id == field_id]
        return next((place for place in places if place.empty), places[-1] if places else None)

    def _ring(self, place: ValuePlace | None, *, reveal: bool = True) -> None:
        if place is not self._ringed:
            if self._ringed is not None:
                self._ringed.set_chosen(False)
            self._ringed = place
        if place is not None:
            place.set_chosen(True)
            self.setFocusProxy(place.editor)
            if reveal:
                self._reveal(place)

    def _reveal(self, place: ValuePlace) -> None:
        if self.isVisible():
            self._scroll.ensureWidgetVisible(place, 0, 24)

    def _choose(self, by: int) -> None:
        leaves = self._leaves()
        if leaves:
            at = leaves.index(self._chosen) if self._chosen in leaves else -by
            self.set_chosen(leaves[(at + by) % len(leaves)])

    # --- what the places tell -------------------------------------------------------------------------

    def _wire(self, place: ValuePlace) -> None:
        place.why = self._why
        self.drops.watch(place)
        place.edited.connect(self._edited)
        place.confirmed.connect(
            lambda p: self.value_edited.emit(p.field.id, p.position, p.shown.shown, p.shown.value)
        )
        place.stepped.connect(self._step)
        place.entered.connect(lambda p: self._step(p, 1))
        place.add_wanted.connect(self._add)
        place.removal_wanted.connect(self._remove)
        place.evidence_wanted.connect(self._evidence)
        place.pointing_wanted.connect(self._point)
        place.absent_wanted.connect(lambda p: self.absent_wanted.emit(p.field.id, p.position))
        place.focused.connect(self._focused)
        place.left.connect(self._left)
        settling = place.editor.settling
        settling.undo_wanted.connect(self.undo_wanted)
        settling.redo_wanted.connect(self.redo_wanted)
        settling.done.connect(self.done)
        place.editor.dress()
        place.label.setFixedWidth(self._label_width())

    def _edited(self, place: ValuePlace, shown: str, value: str, paused: bool) -> None:
        if shown or self._has_other_parts(place):
            self.value_edited.emit(place.field.id, place.position, shown, value)
        elif place.shown.filled:
            self.value_removed.emit(place.shown.uid)

    def _has_other_parts(self, place: ValuePlace) -> bool:
        group = place.field.id.partition(".")[0]
        return (
            any(
                p.shown.filled and p.position == place.position and p.field.id.partition(".")[0] == group
                for p in self._places()
                if p is not place
            )
            and "." in place.field.id
        )

    def _step(self, place: ValuePlace, by: int) -> bool:
        places = self._places()
        at = places.index(place) + by if place in places else -1
        if 0 <= at < len(places):
            self._go_to(places[at], _TAB[by < 0])
            return True
        return False

    def _go_to(self, place: ValuePlace, reason: Qt.FocusReason) -> None:
        place.editor.setFocus(reason)
        self._reveal(place)

    def _add(self, place: ValuePlace) -> None:
        place.editor.settling.settle()
        added = self._entry_of(place).add()
        if added is not None:
            # The new place has its geometry only when the layout was done.
            QTimer.singleShot(0, added, lambda: self._go_to(added, Qt.FocusReason.OtherFocusReason))

    def _remove(self, place: ValuePlace) -> None:
        entry = self._entry_of(place)
        before = [
            p for p in entry.places() if p.position < place.position and p.field == entry.field.leaves()[0]
        ]
        if place.shown.uid:
            uid = place.shown.uid
            place.editor.settling.accept(place.editor.plain())
            self.value_removed.emit(uid)
        else:
            entry.drop_added()
        if place.isHidden() and before:
            self._go_to(before[-1], Qt.FocusReason.OtherFocusReason)

    def _evidence(self, place: ValuePlace) -> None:
        if place.shown.evidence:
            self.evidence_wanted.emit(place.shown.uid)

    def _point(self, place: ValuePlace) -> None:
        self.set_chosen(place.field.id)
        self.pointing_wanted.emit()

    def _focused(self, place: ValuePlace) -> None:
        self._show_hints(inside=True)
        self._add_hint.setVisible(place.field.several)
        self._enter_hint.set_hint("Return", self.tr("confirm") if place.shown.proposed else self.tr("next"))
        told, self._chosen = place.field.id != self._chosen, place.field.id
        self._ring(place)
        self.value_focused.emit(place.shown.uid)
        if told:
            self.chosen_changed.emit(self._chosen)

    def _left(self, place: ValuePlace) -> None:
        QTimer.singleShot(0, self, self._after_leaving)

    def _after_leaving(self) -> None:
        """Tidy up when it is known where the keys went."""
        inside = any(place.editor.hasFocus() for place in self._places())
        for entry in self._entries:
            if not any(place.editor.hasFocus() for place in entry.places()):
                entry.drop_added()
        self._show_hints(inside=inside)
        if not inside:
            self.value_focused.emit("")
            self._ring(self._place_to_fill(self._chosen), reveal=False)

    def _why(self, uid: str) -> str:
        return self.why(uid)

    def _show_hints(self, *, inside: bool) -> None:
        self._inside = inside
        self._desk_hints.setVisible(self._is_roomy and not inside)
        self._form_hints.setVisible(self._is_roomy and inside)

    def focusNextPrevChild(self, forward: bool) -> bool:
        focused = next((place for place in self._places() if place.editor.hasFocus()), None)
        return (
            focused is not None and self._step(focused, 1 if forward else -1)
        ) or super().focusNextPrevChild(forward)

    # --- widths ---------------------------------------------------------------------------------------

    def _label_width(self) -> int:
        wants = max((place.label.sizeHint().width() for place in self._places()), default=0)
        return min(wants, round(self.width() * _LABEL_SHARE))

    def _fit_labels(self) -> None:
        width = self._label_width()
        for place in self.findChildren(ValuePlace):
            place.label.setFixedWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_labels()
        self._fit_rows()

    def height_wanted(self) -> int:
        """Return how high the panel would be to show each field, and a few more values, with its hints."""
        # By the codebook, not by the letter: the panes stand still from one letter to the next.
        return self._header.sizeHint().height() + heights.wanted(self._entries)

    def height_needed(self) -> int:
        """Return how high the panel must be to show each field once."""
        return self._header.sizeHint().height() + heights.needed(self._entries)

    def _fit_rows(self) -> None:
        """Put the fields closer together where they do not fit otherwise; hints give way before fields do."""
        inside = self._scroll.widget()
        layout = inside.layout() if inside is not None else None
        if layout is None:
            return
        room = self.height() - (self._header.height() if self._header.parent() is self else 0)
        spacing, self._is_roomy = heights.fitting(
            [place.sizeHint().height() for place in self._places()], room
        )
        if layout.spacing() != spacing:
            layout.setSpacing(spacing)
            for entry in self._entries:
                entry.set_spacing(spacing)
        self._show_hints(inside=self._inside)

    def sizeHint(self) -> QSize:
        return QSize(330, 420)
