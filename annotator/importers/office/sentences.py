"""What may be wrong with a Word or Writer file, and what is said of how it was read."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP

BROKEN = QT_TRANSLATE_NOOP(
    "Import", "{name} is damaged and cannot be read as a Word or Writer file: get another copy."
)
NO_DOCUMENT = QT_TRANSLATE_NOOP(
    "Import", "{name} has no text of a Word or Writer file in it: get another copy, or save it as .docx."
)
LOCKED = QT_TRANSLATE_NOOP(
    "Import", "{name} is locked with a password: save it without one in Word or Writer, then import it again."
)
BOMB = QT_TRANSLATE_NOOP(
    "Import", "{name} unpacks to far more than a letter is ({part}), which may do harm: get another copy."
)
TOO_MANY_PARTS = QT_TRANSLATE_NOOP(
    "Import", "{name} has more than {limit:,} parts, too many for a letter: get another copy."
)
TOO_DEEP = QT_TRANSLATE_NOOP(
    "Import", "{name} holds tables or boxes in one another, deeper than a letter has them: get another copy."
)

TRACKED = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has tracked changes, read as accepted: {inserted:insertion|insertions}, "
    "{deleted:deletion|deletions}.",
)
HIDDEN = QT_TRANSLATE_NOOP("Import", "{name} has hidden text in {count:place|places}, which was left out.")
PICTURES = QT_TRANSLATE_NOOP(
    "Import", "{name} has pictures, charts or objects ({count:,}); what stands in them was left out."
)
EMBEDDED = QT_TRANSLATE_NOOP(
    "Import",
    "{name} takes in {count:other document, whose text was|other documents, whose text was} left out.",
)
NO_NOTE = QT_TRANSLATE_NOOP(
    "Import", "{name} has {count:mark of a note whose text is|marks of notes whose text is} not in the file."
)
END_NOTES = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has footnotes and {count:endnote|endnotes}: endnotes have the numbers behind the footnotes.",
)
SYMBOLS = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has {count:sign of a symbol font that is|signs of symbol fonts that are} not "
    "known here: each now reads {sign}.",
)
DAMAGED_PART = QT_TRANSLATE_NOOP(
    "Import", "{name} is damaged in part: {part} cannot be read and was left out."
)
COMMENT = QT_TRANSLATE_NOOP("Import", "{name} has a comment at “{words}”: {comment}")
COMMENT_ALONE = QT_TRANSLATE_NOOP("Import", "{name} has a comment: {comment}")
MORE_COMMENTS = QT_TRANSLATE_NOOP("Import", "{name} has {count:more comment|more comments} than are kept.")
