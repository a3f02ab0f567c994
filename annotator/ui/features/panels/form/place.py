"""One place of the form: its name, its editor, the way to its evidence, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QLineEdit, QWidget

from annotator.core import fields
from annotator.core.codebook import Field
from annotator.core.messages import Message
from annotator.ui.features.panels.form.editors import editor_for
from annotator.ui.features.panels.form.hover import PlaceDecisions
from annotator.ui.features.panels.form.shown import NOTHING, Shown
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import translated
from annotator.ui.widgets.elided_label import ElidedLabel, plain_tooltip
from annotator.ui.widgets.icons import Name, paint_icon

_BUTTON = 20  # pixels
_HEIGHT = 26


class ValuePlace(QWidget):
    """Show and edit one value of one field. It knows its field and position, and no letter."""

    edited = Signal(object, str, str, bool)  # this place, shown, value, paused
    confirmed = Signal(object)
    stepped = Signal(object, int)
    entered = Signal(object)
    add_wanted = Signal(object)
    removal_wanted = Signal(object)
    evidence_wanted = Signal(object)
    pointing_wanted = Signal(object)
    absent_wanted = Signal(object)
    focused = Signal(object)
    left = Signal(object)

    def __init__(
        self, field: Field, position: int, label: str, languages: tuple[str, str], parent: QWidget
    ) -> None:
        """`languages` are that of the screen and that of the letters."""
        super().__init__(parent)
        language = languages[0]
        self.reads = fields.language_for(field, *languages)  # what is typed, and what is shown
        self.field, self.position = field, position
        self._language = language
        self._shown = NOTHING
        self._told = ""
        self._asks = False  # a value was typed here: where it stands is asked, if it is not found
        self.why: Callable[[str], str] = lambda uid: ""
        self._look = ("", False)
        self.label = FieldLabel(label, field.description(language), self)
        self.editor = editor_for(field, language, self)
        self.target = IconButton("locate", self)
        self.more = IconButton("plus", self)
        self.decisions = PlaceDecisions(self, self.editor, lambda: self._shown.proposed)
        self._problem: QLabel | None = None
        self._grid = QGridLayout(self)
        self._build()
        self._wire()
        self._refresh()

    def _build(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.setColumnMinimumWidth(1, 8)
        grid.addWidget(self.editor, 0, 2)
        grid.addWidget(self.target, 0, 3, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.more, 0, 4, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(2, 1)
        self.label.clicked.connect(self.editor.setFocus)
        self.editor.setProperty("class", "place" if isinstance(self.editor, QLineEdit) else "field")
        self.editor.setAccessibleName(self.label.text().rstrip(" *"))
        self.editor.setAccessibleDescription(self.field.description(self._language))

    def _wire(self) -> None:
        keys, settling = self.editor.keys, self.editor.settling
        self.decisions.buttons.confirmed.connect(lambda: self.confirmed.emit(self))
        self.decisions.buttons.turned_down.connect(lambda: self.removal_wanted.emit(self))
        settling.settled.connect(self._settled)
        keys.stepped.connect(lambda by: self.stepped.emit(self, by))
        keys.entered.connect(self._enter)
        keys.add_wanted.connect(lambda: self.add_wanted.emit(self))
        keys.removal_wanted.connect(lambda: self.removal_wanted.emit(self))
        keys.evidence_wanted.connect(lambda: self.evidence_wanted.emit(self))
        keys.focused.connect(lambda: self.focused.emit(self))
        keys.left.connect(self._leave)
        self.editor.textChanged.connect(self._refresh)
        self.target.clicked.connect(self._target_clicked)

    # --- what the panel says ------------------------------------------------------------------------

    @property
    def shown(self) -> Shown:
        """Return what the letter holds here."""
        return self._shown

    @property
    def empty(self) -> bool:
        """Tell whether nothing is held here and nothing is being typed."""
        return not self._shown.filled and not self.editor.plain().strip()

    def show_value(self, shown: Shown, *, another: bool = False) -> None:
        """Show what the letter holds. What is being typed stays, unless it is `another` letter."""
        if shown == self._shown and not another:
            return
        changed, self._shown = shown.text != self._shown.text or shown.shown != self._shown.shown, shown
        mine = (
            self.editor.hasFocus()
            and not another
            and (self.editor.settling.touched or shown.shown == self._told)
        )
        if (changed or another) and not mine:
            self._told = shown.shown
            self.editor.show_text(shown.text)
        if another:
            self._asks = False
        self._show_target()
        self._show_sure()
        self._refresh()

    def set_chosen(self, chosen: bool) -> None:
        """Wear the accent's ring, or not."""
        self._set_look(self._look[0], chosen)

    def set_more(self, icon: Name | None, tooltip: str) -> None:
        """Offer to add a value (`plus`) or to take this one away (`close`), or neither."""
        self.more.set_icon(icon, tooltip)

    # --- editing ------------------------------------------------------------------------------------

    def _settled(self, text: str, paused: bool) -> None:
        if fields.says_absent(text):
            self.absent_wanted.emit(self)
            return
        result = fields.parse(self.field, text, self.reads)
        self._told = result.shown
        self._asks = True
        self.edited.emit(self, result.shown, result.stored, paused)
        if not self.editor.hasFocus():
            self._show_normal_form()
        self._refresh()

    def _show_normal_form(self) -> None:
        """Show the value as it is kept, now that nobody types: `22-10-2020` as `22 oktober 2020`."""
        result = fields.parse(self.field, self.editor.plain(), self.reads)
        if fields.says_absent(self.editor.plain()):
            self.editor.show_text("")  # the placeholder says it
        elif result.value:
            self.editor.show_text(fields.format(self.field, result.value, self.reads))

    def _enter(self) -> None:
        if self._shown.proposed and not self.editor.settling.touched:
            self.confirmed.emit(self)
        self.editor.settling.settle()
        self.entered.emit(self)

    def _leave(self) -> None:
        if not self.editor.settling.touched:
            self._show_normal_form()
        self._refresh()
        self.left.emit(self)

    def _target_clicked(self) -> None:
        (self.pointing_wanted if self._shown.unplaced else self.evidence_wanted).emit(self)

    # --- looks --------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        state, problem = self._state()
        self._set_look(state, self._look[1])
        missing = self.field.required and self.position == 0
        hint = self.tr("missing: fill it in") if missing else ""
        self.editor.setPlaceholderText(self.tr("not in the letter") if self._shown.absent else hint)
        self._show_problem(translated(problem) if problem else self._question())

    def _question(self) -> str:
        """Return what is to be said of the evidence below the value, "" for nothing."""
        if self.editor.settling.touched or not self.editor.plain().strip():
            return ""
        asked = self._shown.otherwise or (self._shown.unplaced and self._asks)
        return self.target.accessibleName() if asked else ""

    def _state(self) -> tuple[str, Message | None]:
        text = self.editor.plain()
        if not text.strip() and self._shown.absent:
            return "absent", None
        if not text.strip():
            return ("missing" if self.field.required and self.position == 0 else "empty"), None
        typing = self.editor.settling.touched
        if not typing and self._shown.value:
            return ("proposed" if self._shown.proposed else ""), None
        result = fields.parse(self.field, text, self.reads)
        calm = result.incomplete and self.editor.hasFocus()
        return ("", None) if result.problem is None or calm else ("wrong", result.problem)

    def _set_look(self, state: str, chosen: bool) -> None:
        if (state, chosen) == self._look:
            return
        self._look = (state, chosen)
        self.editor.setProperty("state", state)
        self.editor.setProperty("chosen", chosen)
        style = self.editor.style()
        style.unpolish(self.editor)
        style.polish(self.editor)

    def _show_problem(self, problem: str) -> None:
        if not problem and self._problem is None:
            return
        if self._problem is None:
            self._problem = QLabel(self)
            self._problem.setTextFormat(Qt.TextFormat.PlainText)
            self._problem.setWordWrap(True)
            self._problem.setProperty("class", "problem")
            self._grid.addWidget(self._problem, 1, 2, 1, 3)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _show_target(self) -> None:
        shown = self._shown
        self.target.set_icon("warning" if shown.otherwise else "ask" if shown.unplaced else "locate", "")
        if shown.otherwise:
            said = self.tr("The words there read otherwise: “{quote}”. F4 goes to them.")
            self.target.set_tone("amber", said.format(quote=shown.quote))
        elif shown.unplaced:
            self.target.set_tone(
                "muted", self.tr("Not found in the letter: select the words that prove it, then Shift+F4.")
            )
        elif shown.gone:
            self.target.set_tone("amber", self.tr("The words that this was taken from were deleted."))
        elif shown.evidence:
            self.target.set_tone("accent", self.tr("F4 goes to: {quote}").format(quote=shown.quote))
        else:
            self.target.set_tone("", "")

    def _show_sure(self) -> None:
        sure, said = self._shown.sure, ""
        if sure is not None:
            said = self.tr("Proposed, {n}% sure: Enter confirms it, emptying it turns it down.").format(
                n=sure
            )
        elif self._shown.proposed:
            said = self.tr("Proposed: Enter confirms it, emptying it turns it down.")
        if self._shown.proposed and (why := self.why(self._shown.uid)):
            said = f"{said}\n{why}"
        self.editor.setToolTip(plain_tooltip(said))
        description = self.field.description(self._language)
        if self._shown.absent:
            said = self.tr("not in the letter")
        where = self.target.accessibleName() if self._shown.otherwise or self._shown.unplaced else ""
        self.editor.setAccessibleDescription("\n".join(filter(None, (description, said, where))))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.editor.dress()
        super().changeEvent(event)


class FieldLabel(ElidedLabel):
    """The name of a field; its tooltip says what the field is for."""

    clicked = Signal()

    def __init__(self, name: str, description: str, parent: QWidget) -> None:
        super().__init__(name, parent, align=Qt.AlignmentFlag.AlignRight, tone="muted")
        self._description = description

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and self._description:
            self.setToolTip(plain_tooltip(f"{self.text().rstrip(' *')}\n{self._description}"))
        return super().event(event)


class IconButton(QAbstractButton):
    """A small button that is only an icon. The keys have their own way, so it takes no focus."""

    def __init__(self, icon: Name, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon: Name | None = icon
        self._tone = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(_BUTTON, _HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon(self, icon: Name | None, tooltip: str) -> None:
        """Show another icon, None for none: then it does nothing, and keeps its room."""
        self._icon = icon
        self.setEnabled(icon is not None)
        self._say(tooltip)

    def set_tone(self, tone: str, tooltip: str) -> None:
        """Show the icon in one of the theme's colours; "" dims it: there is nowhere to go."""
        self._tone = tone
        self.setEnabled(bool(tone))
        self._say(tooltip)

    def _say(self, tooltip: str) -> None:
        self.setAccessibleName(tooltip)
        self.setToolTip(plain_tooltip(tooltip))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BUTTON, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon is None:
            return
        theme, painter = theme_of(self), QPainter(self)
        if self.underMouse() and self.isEnabled():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(self.rect(), 4, 4)
        colour = getattr(theme, self._tone or ("muted" if self.isEnabled() else "line_strong"))
        side = 14.0
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, self._icon, colour)
