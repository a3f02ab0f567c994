"""The kinds of corrections, and of the suspects that ask for one: a row for each, with its names."""

from __future__ import annotations

from typing import NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message


class CorrectionKind(NamedTuple):
    """A kind; all but `id` is text of the screen, to be translated in the context `CorrectionKinds`."""

    id: str
    name: str  # of one correction, in a line
    plural: str  # beside a count, in a chart
    suspects: str  # of words in doubt, in a filter

    def named(self, text: str) -> Message:
        """Return one of its texts as a message."""
        return Message("CorrectionKinds", text)


KINDS = (
    CorrectionKind(
        "word",
        QT_TRANSLATE_NOOP("CorrectionKinds", "word"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "Words"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "misread"),
    ),
    CorrectionKind(
        "hyphen",
        QT_TRANSLATE_NOOP("CorrectionKinds", "broken word"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "Broken words"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "broken"),
    ),
    CorrectionKind(
        "mark",
        QT_TRANSLATE_NOOP("CorrectionKinds", "mark"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "Footnote marks, stray signs"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "notes and signs"),
    ),
    CorrectionKind(
        "break",
        QT_TRANSLATE_NOOP("CorrectionKinds", "line break"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "Line and paragraph breaks"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "line breaks"),
    ),
    CorrectionKind(
        "space",
        QT_TRANSLATE_NOOP("CorrectionKinds", "space"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "Spaces"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "spaces"),
    ),
    CorrectionKind(
        "slip",
        QT_TRANSLATE_NOOP("CorrectionKinds", "typing slip"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "Typing slips"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "written so?"),
    ),
    CorrectionKind(  # the last one: what a kind that is not known here is shown as
        "other",
        QT_TRANSLATE_NOOP("CorrectionKinds", "other"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "Other"),
        QT_TRANSLATE_NOOP("CorrectionKinds", "other"),
    ),
)
CORRECTION_KINDS = tuple(kind.id for kind in KINDS)


def correction_kind(kind_id: str) -> CorrectionKind:
    """Return a kind by its id; the last one where it is not known."""
    return next((kind for kind in KINDS if kind.id == kind_id), KINDS[-1])
