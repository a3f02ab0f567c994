"""What may be wrong with the file of an OCR program, in sentences."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP

NO_TEXT = QT_TRANSLATE_NOOP(
    "Import", "{name} says where lines stand and not what they say: have an OCR program read them first."
)
NO_PAGES = QT_TRANSLATE_NOOP("Import", "{name} has no pages of an OCR program: there is nothing to import.")
ALONE = QT_TRANSLATE_NOOP(
    "Import",
    "{name} is a list of files (METS), and none of them lies beside it: put them there, or import them.",
)
CUT_OFF = QT_TRANSLATE_NOOP("Import", "{name} breaks off in the middle: get another copy.")
TOO_MANY_LINES = QT_TRANSLATE_NOOP(
    "Import", "{name} has {lines:,} lines on page {page}, and a page may have at most {limit:,}: split it."
)

# What was left out or made up, each with a count.
EMPTY = QT_TRANSLATE_NOOP(
    "Import", "{name} has {count:line without text, which was|lines without text, which were} left out."
)
NO_PLACE = QT_TRANSLATE_NOOP(
    "Import",
    "{name} does not say where {count:of its words stands|of its words stand}: the page "
    "image cannot show that.",
)
FOREIGN = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has {count:element|elements} with text that its format does not know ({kinds}), left out here.",
)
ORDER = QT_TRANSLATE_NOOP(
    "Import",
    "{name} names {count:part in its reading order that is|parts in its reading order that are} not there.",
)
OTHER_WORDS = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has {count:line that says something else than its|lines that say something else "
    "than their} words: the words were taken.",
)
DAMAGED = QT_TRANSLATE_NOOP(
    "Import", "{name} holds signs that are no text in its encoding: look whether accented letters read well."
)
NOT_THERE = QT_TRANSLATE_NOOP(
    "Import",
    "{name} lists {count:page whose file is not beside it: it was|pages whose files are not "
    "beside it: they were} left out.",
)
EMPTY_PAGES = QT_TRANSLATE_NOOP("Import", "{name} has no text on {count:page|pages} of {pages:,}.")
