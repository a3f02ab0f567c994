"""Dates as they are said on the screen."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt


def date_text(date: str) -> str:
    """Return an ISO date as it is said here, short: `22 Oct 2020`; another text as it stands."""
    read = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(read, "d MMM yyyy").replace(".", "") if read.isValid() else date


def moment_text(moment: str) -> str:
    """Return a moment (ISO, UTC) in local time: `14:05` where it is of today, else `22 Oct 2020 14:05`."""
    read = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not read.isValid():
        return moment
    time, day = read.toString("HH:mm"), read.date()
    return time if day == QDate.currentDate() else f"{date_text(day.toString(Qt.DateFormat.ISODate))} {time}"
