"""Dates as they are said on the screen."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt


def date_text(date: str) -> str:
    """Return an ISO date as it is said here, short: `22 Oct 2020`; another text as it stands."""
    read = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(read, "d MMM yyyy").replace(".", "") if read.isValid() else date
