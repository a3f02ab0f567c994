"""What may be wrong with a REFI-QDA file, and what of it was not brought in."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP

BROKEN = QT_TRANSLATE_NOOP(
    "Qda", "{name} is damaged and cannot be read as a REFI-QDA project: export it again."
)
LOCKED = QT_TRANSLATE_NOOP("Qda", "{name} is locked with a password: export it without one.")
BOMB = QT_TRANSLATE_NOOP(
    "Qda", "{name} unpacks to far more than a project is ({part}), which may do harm: export it again."
)
TOO_MANY_PARTS = QT_TRANSLATE_NOOP(
    "Qda", "{name} has more than {limit:,} files in it: export the project in smaller parts."
)
NO_PROJECT = QT_TRANSLATE_NOOP(
    "Qda", "{name} is no REFI-QDA project: choose a .qdpx file, or a .qdc file for a codebook."
)
NO_CODEBOOK = QT_TRANSLATE_NOOP(
    "Qda", "{name} has no codes in it: choose a .qdc or .qdpx file with a codebook."
)
TOO_MANY_CODES = QT_TRANSLATE_NOOP(
    "Qda",
    "{name} has {count:,} codes, and a codebook may have at most {most:,} tags: merge some, "
    "and export again.",
)

NO_CAS_TEXT = QT_TRANSLATE_NOOP("Qda", "{name} has no text in it: export it as XMI 1.0 with its text.")
OFF_CAS = QT_TRANSLATE_NOOP(
    "Qda", "Marks that lie outside the text, or hold nothing, were left out ({count:,})."
)
RELATIONS = QT_TRANSLATE_NOOP("Qda", "Relations and chains between marks were left out ({count:,}).")
SOURCE_MISSING = QT_TRANSLATE_NOOP(
    "Qda", "The text of “{title}” is not in the file: it was left out, with {count:selection|selections}."
)
SOURCE_UNREADABLE = QT_TRANSLATE_NOOP(
    "Qda", "The text of “{title}” cannot be read: it was left out, with {count:selection|selections}."
)
OFF_TEXT = QT_TRANSLATE_NOOP(
    "Qda",
    "“{title}” has {count:selection that lies outside its text or holds nothing|selections "
    "that lie outside its text or hold nothing}: left out here.",
)
MEDIA = QT_TRANSLATE_NOOP(
    "Qda", "Pictures, sound, video and PDFs without a text were left out ({count:,}): {names}."
)
AREAS = QT_TRANSLATE_NOOP(
    "Qda", "Selections that are areas of a page or stretches of time were left out ({count:,})."
)
NO_CODE = QT_TRANSLATE_NOOP(
    "Qda", "Codings with a code that is not in the codebook were left out ({count:,})."
)
NOTES = QT_TRANSLATE_NOOP("Qda", "Notes that belong to no text or selection were left out ({count:,}).")
SETS = QT_TRANSLATE_NOOP("Qda", "Sets, links and graphs were left out ({count:,}).")
CASES = QT_TRANSLATE_NOOP("Qda", "Values of cases without a text were left out ({count:,}).")
VALUES = QT_TRANSLATE_NOOP("Qda", "Values that their field cannot read were left out ({count:,}).")
