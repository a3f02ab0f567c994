"""The settings: who works, how the screen looks and speaks, backups, and the keys."""

from annotator.ui.settings_dialog.dialog import SettingsDialog
from annotator.ui.settings_dialog.keys_page import KeysPage

__all__ = ["KeysPage", "SettingsDialog"]
