"""Plain text, as most OCR programs write it: one line a line of the paper, a form feed between pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import normalise
from annotator.core.user_errors import UserError
from annotator.importers.disguises import disguise
from annotator.importers.encodings import CONTROLS, REPLACEMENT, Decoded, read_as_windows_1252, read_bytes
from annotator.importers.files import NOT_TEXT
from annotator.importers.interface import ImportedLetter, Importer
from annotator.importers.titles import suggest_title

LIMIT = 20_000_000
MOST_PAGES = 10_000
MOST_LINES = 200_000
# A word of a million letters takes minutes to lay out.
LONGEST_LINE = 100_000
_END_OF_FILE = "\x1a"  # as DOS programs mark it

ONLY_SPACE = QT_TRANSLATE_NOOP("Import", "{name} holds only white space: there is nothing to import.")
TOO_MANY_PAGES = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has {pages:,} page breaks, and a letter may have at most {limit:,}: choose another file.",
)
TOO_MANY_LINES = QT_TRANSLATE_NOOP(
    "Import", "{name} has {lines:,} lines, and a letter may have at most {limit:,}: split it."
)
LINE_TOO_LONG = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has {length:,} characters in line {line}, and a line may have at most {limit:,}: "
    "put line breaks in it, or choose another file.",
)
TWO_ENCODINGS = QT_TRANSLATE_NOOP(
    "Import",
    "{name} is in two encodings: {count:sign that is|signs that are} not UTF-8, the first in "
    "line {line}, read as Windows-1252.",
)
TOLD_BY_WORDS = QT_TRANSLATE_NOOP(
    "Import",
    "{name} was read as {encoding}, which makes the best words of it: look whether its accents are right.",
)
ENCODED_TWICE = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has signs that were encoded twice, the first in line {line}: they were read as they were meant.",
)
MAY_BE_OTHER = QT_TRANSLATE_NOOP(
    "Import",
    "{name} may be in another encoding than Windows-1252, as which it was read: look at its accents, or save"
    " it as UTF-8 and import that.",
)
DAMAGED = QT_TRANSLATE_NOOP(
    "Import", "{name} is damaged in {count:place|places}, the first in line {line}: each now reads {sign}."
)
CONTROLS_GONE = QT_TRANSLATE_NOOP(
    "Import",
    "{name} holds {count:sign that is no text|signs that are no text}, the first in line "
    "{line}: left out here.",
)


def read(shown: str, source_name: str, data: bytes) -> ImportedLetter:
    """Read plain text in whatever encoding its bytes and words tell. Raises `UserError` where it is none."""
    decoded = read_bytes(data)
    if decoded is None:
        raise UserError(Message("Import", NOT_TEXT, {"name": shown}))
    raw = decoded.text
    pages = raw.count("\f")
    if pages > MOST_PAGES:
        raise UserError(
            Message("Import", TOO_MANY_PAGES, {"name": shown, "pages": pages, "limit": MOST_PAGES})
        )
    normalised = normalise(raw)
    text = normalised.text
    if not text or text.isspace():
        raise UserError(Message("Import", ONLY_SPACE, {"name": shown}))
    require_lines_that_can_be_shown(shown, text)
    digest = hashlib.sha256(data).hexdigest()
    title, warnings = suggest_title(text, source_name), _warnings(shown, data, decoded, text)
    return ImportedLetter(title, source_name, digest, data, text, normalised.page_starts, warnings)


def require_lines_that_can_be_shown(shown: str, text: str) -> None:
    """Raise `UserError` where a text has more lines, or a longer one, than the window can show."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES + 1:  # nothing stands behind the last line end
        params = {"name": shown, "lines": len(lines) - 1, "limit": MOST_LINES}
        raise UserError(Message("Import", TOO_MANY_LINES, params))
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            params = {"name": shown, "length": len(line), "line": number, "limit": LONGEST_LINE}
            raise UserError(Message("Import", LINE_TOO_LONG, params))


def _sniff(data: bytes) -> bool:
    # Cheap: whether the bytes really hold text is found out by reading them.
    return disguise(data) is None


def _warnings(shown: str, data: bytes, decoded: Decoded, text: str) -> tuple[Message, ...]:
    raw = decoded.text
    controls = [match.start() for match in CONTROLS.finditer(raw.rstrip(_END_OF_FILE))]
    others = read_as_windows_1252(data, decoded.raw)
    places = (
        (TWO_ENCODINGS, decoded.raw, others[0] if others else -1, len(others)),
        (DAMAGED, text, text.find(REPLACEMENT), text.count(REPLACEMENT)),
        (CONTROLS_GONE, raw, controls[0] if controls else -1, len(controls)),
    )
    return (
        *_guesses(shown, decoded),
        *(
            Message(
                "Import",
                said,
                {"name": shown, "count": count, "line": seen.count("\n", 0, first) + 1, "sign": REPLACEMENT},
            )
            for said, seen, first, count in places
            if count
        ),
    )


def _guesses(shown: str, decoded: Decoded) -> Iterator[Message]:
    if decoded.encoding:
        yield Message("Import", TOLD_BY_WORDS, {"name": shown, "encoding": decoded.encoding})
    if decoded.is_odd:
        yield Message("Import", MAY_BE_OTHER, {"name": shown})
    if decoded.twice_encoded:
        yield Message("Import", ENCODED_TWICE, {"name": shown, "line": decoded.twice_encoded})


PLAIN_TEXT = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "Plain text")), (".txt", ".text"), LIMIT, _sniff, read
)
