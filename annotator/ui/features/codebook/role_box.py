"""The choice of what a tag, a field or a choice is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.core.roles import role_name
from annotator.ui.translate import translated

_FLAGS = Qt.ItemDataRole.UserRole - 1  # where an item of a box has its flags: without any it cannot be chosen


class RoleBox(QComboBox):
    """Offer the roles that an entry may have, and none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Role"))
        self.setToolTip(
            self.tr(
                "What the program takes it for: by this it proposes, lists letters, cites, not by the name."
            )
        )
        # As wide as there is room: the longest role would make the editor wider than a small screen.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumWidth(200)

    def show_role(self, role: str, roles: Iterable[str], holders: Mapping[str, str]) -> None:
        """Show the roles that there are and the one that is held; those of `holders` are not free."""
        self.clear()
        self.addItem(self.tr("(none)"), "")
        for each in roles:
            name, holder = translated(role_name(each)), holders.get(each, "")
            if holder:
                name = self.tr("{role}: “{name}”").format(role=name, name=holder)
            self.addItem(name, each)
            if holder:
                self.setItemData(self.count() - 1, 0, _FLAGS)
        self.setCurrentIndex(max(0, self.findData(role)))

    @property
    def role(self) -> str:
        """The role that is chosen, "" for none."""
        return str(self.currentData() or "")
