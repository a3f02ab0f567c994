"""The choice of a tag's colour: a palette that all can tell apart, other colours, and how they look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.codebook import Tag
from annotator.core.colours import contrast, is_colour
from annotator.core.palette import APART, ON_PAPER, PALETTE, PAPER_DARK, PAPER_LIGHT, apart
from annotator.ui.features.codebook.wired import FaultLabel, LineEditor, caption
from annotator.ui.theme.colours import mix
from annotator.ui.theme.theme import DARK, LIGHT, Theme, theme_of
from annotator.ui.translate import filled
from annotator.ui.widgets.badge import badge_text, badge_width, paint_badge
from annotator.ui.widgets.roles import tell_role

_SIDE = 24
_GAP = 5
_TINT = 0.22


class Palette(QWidget):
    """The palette, a swatch for each pair of colours; arrows go about, Space takes one."""

    taken = Signal(str, str)  # light, dark

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen, self._at = -1, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tell_role(self, QAccessible.Role.ColorChooser)
        self.setAccessibleName(self.tr("Palette"))
        self.setToolTip(self.tr("These differ for people who see no red or no green too."))

    def show_colours(self, light: str, dark: str) -> None:
        """Mark the pair that the tag has."""
        pairs = [(pair.light, pair.dark) for pair in PALETTE]
        self._chosen = pairs.index((light, dark)) if (light, dark) in pairs else -1
        self._at = max(0, self._chosen)
        self._tell()

    def _tell(self) -> None:
        text = filled(self.tr("colour {number} of {count:,}"), number=self._at + 1, count=len(PALETTE))
        self.setAccessibleDescription(text)
        self.update()

    def _place(self, number: int) -> QRectF:
        return QRectF(3 + number * (_SIDE + _GAP), 3, _SIDE, _SIDE)

    def sizeHint(self) -> QSize:
        return QSize(len(PALETTE) * (_SIDE + _GAP) + 3, _SIDE + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self._at = max(0, min(len(PALETTE) - 1, self._at + by))
            self._tell()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(*PALETTE[self._at])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, pair in enumerate(PALETTE):
            if self._place(number).contains(event.position()):
                self._at = number
                self.taken.emit(*pair)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, pair in enumerate(PALETTE):
            place = self._place(number)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(pair.dark if theme.dark else pair.light))
            painter.drawRoundedRect(place, 4, 4)
            if number == self._chosen:
                painter.setPen(QPen(QColor(theme.paper), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 2.5, 2.5)
                painter.setPen(QPen(QColor(theme.ink), 1.5))
                painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 5, 5)
            if number == self._at and self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 6, 6)


class _Sample(QWidget):
    """A word tagged so, on the paper of one window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._colour, self._key, self._name = theme, "#000000", "", ""
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tag(self, colour: str, key: str, name: str) -> None:
        self._colour, self._key, self._name = colour, key, name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillRect(QRectF(5, 5, 3, self.height() - 10), QColor(self._colour))
        words = self.tr("words")
        metrics = self.fontMetrics()
        place = QRectF(
            15, (self.height() - metrics.height()) / 2, metrics.horizontalAdvance(words), metrics.height()
        )
        painter.fillRect(place.adjusted(-2, -1, 2, 1), QColor(mix(self._colour, theme.paper, _TINT)))
        painter.fillRect(
            QRectF(place.left() - 2, place.bottom() + 1, place.width() + 4, 2), QColor(self._colour)
        )
        painter.setPen(QColor(theme.ink))
        painter.drawText(place, Qt.TextFlag.TextSingleLine, words)
        # The badge's letters are smaller than those that are measured; the key takes its share.
        room = self.width() - place.right() - 16
        text = badge_text(
            self._key, metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, round((room - 26) / 0.85))
        )
        badge = QRectF(place.right() + 7, (self.height() - 16) / 2, badge_width(text, self.font()), 16)
        paint_badge(painter, badge, text, self._colour, theme, self.font())


class ColourChoice(QWidget):
    """The palette, the two colours in digits, and how a tag looks with them in both windows."""

    taken = Signal(str, str)  # light, dark
    undo_wanted = Signal()
    redo_wanted = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_row = Palette(self)
        self.light = LineEditor(self.tr("Colour in the light window"), self._wrong, self)
        self.dark = LineEditor(self.tr("Colour in the dark window"), self._wrong, self)
        self._samples = (_Sample(LIGHT, self), _Sample(DARK, self))
        self._warning = FaultLabel(self)
        self._warning.setObjectName("warning")
        self.palette_row.taken.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.palette_row)
        row = QHBoxLayout()
        row.setSpacing(8)
        names = (self.tr("Light"), self.tr("Dark"))
        for name, editor, sample in zip(names, (self.light, self.dark), self._samples, strict=True):
            editor.setFixedWidth(92)
            editor.settled.connect(self._typed)
            for signal, own in (
                (editor.undo_wanted, self.undo_wanted),
                (editor.redo_wanted, self.redo_wanted),
                (editor.done, self.done),
            ):
                signal.connect(own)
            row.addWidget(caption(name, self, muted=True))
            row.addWidget(editor)
            row.addWidget(sample, 1)
        column.addLayout(row)
        column.addWidget(self._warning)
        self.setFocusProxy(self.palette_row)

    def _wrong(self, text: str) -> str:
        return "" if is_colour(text.strip()) else self.tr("# and six digits, as in #247d55")

    def _typed(self) -> None:
        light, dark = self.light.field.text().strip(), self.dark.field.text().strip()
        if is_colour(light) and is_colour(dark):
            self.taken.emit(light, dark)

    def show_tag(self, tag: Tag, others: Sequence[Tag], language: str, *, anew: bool) -> None:
        """Show a tag's colours, and say what is wrong with them beside those of the others of its kind."""
        self.palette_row.show_colours(tag.colour_light, tag.colour_dark)
        self.light.show_text(tag.colour_light, anew=anew)
        self.dark.show_text(tag.colour_dark, anew=anew)
        for sample, colour in zip(self._samples, (tag.colour_light, tag.colour_dark), strict=True):
            sample.show_tag(colour, tag.key, tag.name(language))
        self._warning.say(self._fault(tag, others, language))

    def _fault(self, tag: Tag, others: Sequence[Tag], language: str) -> str:
        if contrast(tag.colour_light, PAPER_LIGHT) < ON_PAPER:
            return self.tr("The light window's colour is hard to see on white paper: choose a darker one.")
        if contrast(tag.colour_dark, PAPER_DARK) < ON_PAPER:
            return self.tr("The dark window's colour is hard to see on dark paper: choose a lighter one.")
        for other in others:
            nearest = min(
                apart(tag.colour_light, other.colour_light), apart(tag.colour_dark, other.colour_dark)
            )
            if other.id != tag.id and not other.retired and nearest < APART:
                text = self.tr("Not everybody can tell it from the colour of “{name}”.")
                return text.format(name=other.name(language))
        return ""
