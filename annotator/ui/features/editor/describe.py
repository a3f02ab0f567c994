"""What is marked at a place, in words: for the tooltip and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from annotator.ui.features.editor.lines import LineMarks, Piece

translate = QCoreApplication.translate


def tooltip_lines(marks: LineMarks, unit: int) -> list[str]:
    """Return what to say about a place of a line, a line each: units from the line's start."""
    lines = []
    lines += [page.mark.explained for page in marks.pages if page.mark.explained]
    for correction in _at(marks.corrections, unit):
        before = correction.mark.before.replace("\n", "⏎") or translate("TextView", "nothing")
        lines.append(translate("TextView", "OCR: {before}").format(before=before))
    lines += [suspect.mark.tooltip for suspect in _at(marks.suspects, unit) if suspect.mark.tooltip]
    for passage in _at(marks.passages, unit):
        mark = passage.mark
        name = (
            translate("TextView", "{name} (proposal)").format(name=mark.name) if mark.proposed else mark.name
        )
        lines.append(f"{name}: {mark.note}" if mark.note else name)
    for evidence in _at(marks.evidence, unit):
        lines.append(translate("TextView", "Evidence for {field}").format(field=evidence.mark.field_name))
    return lines


def description(marks: LineMarks, unit: int) -> str:
    """Return what a screen reader says when the caret comes to a place: everything, in one sentence each."""
    parts = tooltip_lines(marks, unit)
    for section in _at(marks.headings, unit):
        level, name = section.mark.level, section.mark.name
        parts.append(
            translate("TextView", "Heading of a section: {name}, level {level}").format(
                name=name, level=level
            )
        )
    if any(_at(marks.furniture, unit)):
        parts.append(translate("TextView", "Page furniture"))
    return ". ".join(parts)


def _at(pieces: Iterable[Piece[Any]], unit: int) -> list[Piece[Any]]:
    return [piece for piece in pieces if piece.start <= unit < piece.end or piece.start == piece.end == unit]
