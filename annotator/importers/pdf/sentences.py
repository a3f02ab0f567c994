"""What may be wrong with a PDF, in sentences."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP

TOO_MANY_PAGES = QT_TRANSLATE_NOOP(
    "Import", "{name} has {pages:,} pages, and a letter may have at most {limit:,}: split it."
)
TOO_MUCH_TEXT = QT_TRANSLATE_NOOP(
    "Import", "{name} has more than {limit:,} million characters, too many for a letter: split it."
)
NO_PAGES = QT_TRANSLATE_NOOP("Import", "{name} has no pages: there is nothing to import.")
BROKEN = QT_TRANSLATE_NOOP("Import", "{name} is damaged and cannot be read as a PDF: get another copy.")
NEEDS_PASSWORD = QT_TRANSLATE_NOOP(
    "Import", "{name} is locked with a password: give it, then import it again."
)
WRONG_PASSWORD = QT_TRANSLATE_NOOP("Import", "The password does not open {name}: try another one.")
UNKNOWN_LOCK = QT_TRANSLATE_NOOP(
    "Import", "{name} is locked in a way that this program does not know: save it without its lock first."
)
NO_TEXT = QT_TRANSLATE_NOOP(
    "Import", "{name} has no text on {count:page|pages} of {pages:,}: look whether there should be any."
)
UNREADABLE_SIGNS = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has {count:sign|signs} that cannot be read, the first on page {page}: each now reads {sign}.",
)
HIDDEN_TEXT = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has text that is not to be seen on paper, the first on page {page}: it was left out. "
    "Lines: {lines}.",
)
TOO_MUCH_MEMORY = QT_TRANSLATE_NOOP(
    "Import",
    "{name} needs more memory than a letter may take: it was skipped. Get another copy, or split it.",
)
TOO_SLOW = QT_TRANSLATE_NOOP(
    "Import", "{name} takes too long to read: it was skipped. It may be damaged; get another copy."
)
XFA_FORM = QT_TRANSLATE_NOOP(
    "Import", "{name} is a form of a kind (XFA) that only Adobe's programs fill in: print it to a PDF first."
)
