"""The one style sheet of the application: calm, two greys, one accent; the focus wears the accent's ring."""

from __future__ import annotations

from pathlib import Path
from string import Template

from annotator.ui.theme.colours import mix
from annotator.ui.theme.theme import Theme

_ICONS = Path(__file__).parent / "icons"

_SHEET = Template("""
QMainWindow, QDialog { background: $background; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { background: $panel; titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title {
    background: $panel; padding: 10px 12px; text-align: left; border-bottom: 1px solid $line;
}

QToolTip { background: $panel; color: $ink; border: 1px solid $line_strong; padding: 5px 7px; }

QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 4px 6px; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selection; }
QMenu { background: $panel; border: 1px solid $line_strong; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 6px; }

QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }

QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit[class="field"], QTextEdit[class="field"] {
    background: $field; color: $ink; border: 1px solid $line_strong; border-radius: 5px; padding: 4px 7px;
    selection-background-color: $marked; selection-color: $ink;
}
QLineEdit:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus,
QPlainTextEdit[class="field"]:focus, QTextEdit[class="field"]:focus {
    border: 2px solid $accent; padding: 3px 6px;
}
QLineEdit:disabled, QComboBox:disabled { color: $muted; background: $background; }
QLineEdit:read-only { background: $background; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QLineEdit[state="empty"], QPlainTextEdit[state="empty"] { border-color: $line; }
QLineEdit[state="proposed"] { border-color: $field; color: $accent; }
QPlainTextEdit[state="proposed"] { border: 1px dashed $accent; color: $accent; }
QLineEdit[state="missing"], QPlainTextEdit[state="missing"] {
    border-color: $amber_line; placeholder-text-color: $amber;
}
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"] { border-color: $amber; color: $amber; }
QLabel[class="problem"] { color: $amber; }
QLabel[class="muted"] { color: $muted; }
QLineEdit[chosen="true"], QPlainTextEdit[chosen="true"],
QLineEdit[state]:focus, QPlainTextEdit[state]:focus {
    border-color: $accent; border-width: 2px; padding: 3px 6px;
}
QLineEdit[chosen="true"][state="proposed"], QLineEdit[state="proposed"]:focus { border-color: $field; }
QLineEdit[class="place"] { padding: 3px 7px; }
QLineEdit[class="place"][chosen="true"], QLineEdit[class="place"]:focus { padding: 2px 6px; }

QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/chevron.svg"); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $line_strong; padding: 4px; outline: none;
    selection-background-color: $selection; selection-color: $ink;
}

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton {
    background: $field; color: $ink; border: 1px solid $line_strong; border-radius: 5px; padding: 5px 14px;
    min-height: 16px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $muted; background: $background; border-color: $line; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton:default:hover { background: $accent_hover; }
QPushButton:default:focus { border: 2px solid $accent_ring; }
QPushButton:default:disabled { background: $background; color: $muted; border-color: $line; }
QPushButton[class="corner"], QPushButton[class="corner"]:default { padding: 2px 8px; min-height: 16px; }
QPushButton[class="corner"]:checked { background: $selection; border-color: $accent; }
QPushButton[class="quiet"], QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 5px;
}
QToolButton { padding: 3px; }
QToolButton[class="on_page"] { background: $panel; border: 1px solid $line_strong; padding: 2px 6px; }
QToolButton[class="on_page"]:hover { background: $hover; }
QToolButton[class="on_page"]:checked { background: $selection; border-color: $accent; }
QToolButton[class="on_page"]:disabled { color: $muted; }
QPushButton[class="quiet"]:hover, QToolButton:hover { background: $hover; }
QPushButton[class="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QToolButton::menu-indicator { image: none; }
QToolButton:checked { background: $selection; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $muted; background: $field; border-radius: 3px;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$mode.svg");
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QRadioButton::indicator:checked:focus { border: 4px solid $accent; width: 8px; height: 8px; }
QTreeView::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $muted; background: $field; border-radius: 3px;
}

QAbstractItemView {
    background: $panel; border: 1px solid transparent; outline: none;
    selection-background-color: $selection; selection-color: $ink;
}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $selection; color: $ink;
}
QListView[class="pages"], QListView[class="pages"]:focus {
    background: $panel; border: none; padding: 14px 8px;
}
QListView[class="pages"]::item { padding: 8px 12px; border-radius: 5px; }
QListView[class="pages"]::item:selected { background: $selection; color: $ink; }
QListView[class="pages"]::item:selected:active { border-left: 3px solid $accent; }
QListView[class="choices"] { border: 1px solid $line_strong; }
QListView[class="choices"]::item { padding: 5px 8px; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 1px solid $accent; }
QTableView { gridline-color: $line; background: $paper; }
QTableView[class="rows"] { background: $panel; }
QListView[class="rows"], QTableView[class="rows"] { border: none; }
QHeaderView { background: $panel; }
QHeaderView::section {
    background: $panel; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px;
}
QTableCornerButton::section { background: $panel; border: none; }

QTabBar { background: $panel; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 12px;
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QMainWindow > QTabBar::tab { padding: 7px 9px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }

QScrollArea { background: $panel; border: none; }
QScrollArea[class="plain"] { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
""")


def stylesheet(theme: Theme) -> str:
    """Return the application's style sheet for a theme."""
    colours = {name: getattr(theme, name) for name in theme.__dataclass_fields__ if name != "dark"}
    return _SHEET.substitute(
        colours,
        mode="dark" if theme.dark else "light",
        icons=_ICONS.as_posix(),
        field=mix("#ffffff", theme.panel, 0.04) if theme.dark else theme.paper,
        accent_hover=mix(theme.ink, theme.accent, 0.15),
        accent_ring=mix(theme.ink, theme.accent, 0.55),
        amber_line=mix(theme.amber, theme.panel, 0.45),
        scroll=mix(theme.muted, theme.panel, 0.45),
    )
