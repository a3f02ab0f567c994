"""The settings: who works, how the screen looks and speaks, backups, and the keys."""

from annotator.ui.features.settings.dialog import SettingsDialog
from annotator.ui.features.settings.keys_page import KeysPage

__all__ = ["KeysPage", "SettingsDialog"]
