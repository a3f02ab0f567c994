"""Making a letter of what a format has on its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.encodings import CONTROLS, decode, told_encoding
from annotator.importers.layout.words import RawPage
from annotator.importers.ocr_files import sentences
from annotator.importers.xml_reading import BROKEN_XML, Element, name_of, parse_xml

LIMIT = 200_000_000
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
MOST_LINES = 10_000  # of a page: what is compared with all others takes time
_HEAD = 16_384
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,8})|(\d{1,8}));")
# What may stand before the first element: the XML declaration, comments, the kind of document.
_BEFORE_ROOT = re.compile(
    rb"(?:\s|<\?[^>]*>|<!--(?s:.*?)-->|<!(?:DOCTYPE|doctype)[^>\[]*(?:\[[^\]]*\]\s*)?>)*"
)
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_KINDS_NAMED = 3

Report = Callable[[int, int], None]


class OcrPage(NamedTuple):
    """A page of a file, and the picture that the file says it was read from."""

    page: RawPage
    picture: str = ""


class LeftOut:
    """What was left out of a letter, or made up for it: counted, to be named in its report."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.foreign: Counter[str] = Counter()

    def warnings(self, shown: str) -> Iterator[Message]:
        """Yield a sentence for each kind of thing."""
        if self.foreign:
            kinds = ", ".join(f"<{name}>" for name, _ in self.foreign.most_common(_KINDS_NAMED))
            params: dict[str, object] = {"name": shown, "count": self.foreign.total(), "kinds": kinds}
            yield Message("Import", sentences.FOREIGN, params)
        for key, text in (
            ("empty", sentences.EMPTY),
            ("no_place", sentences.NO_PLACE),
            ("order", sentences.ORDER),
            ("other_words", sentences.OTHER_WORDS),
            ("damaged", sentences.DAMAGED),
            ("not_there", sentences.NOT_THERE),
        ):
            if self.counts[key]:
                yield Message("Import", text, {"name": shown, "count": self.counts[key]})


class Names(dict[str, str]):
    """The names of elements without their name spaces, by their tags: each is worked out once."""

    def __missing__(self, tag: str) -> str:
        self[tag] = tag.rpartition("}")[2]
        return self[tag]


def root_name(data: bytes) -> str:
    """Return the name of a file's first element in lower case, "" where it has none, by its beginning."""
    encoding = told_encoding(data)
    head = data[:_HEAD].decode(encoding, "replace").encode() if encoding else data[:_HEAD]
    head = head.removeprefix(b"\xef\xbb\xbf")
    before = _BEFORE_ROOT.match(head)
    root = _ROOT.match(head, before.end() if before else 0)
    return root.group(1).decode().lower() if root else ""


def parsed(shown: str, data: bytes, left_out: LeftOut) -> Element:
    """Return the root of an XML file, also where its encoding is not what it says. Raises `UserError`."""
    plain = in_utf_8(data)
    try:
        return parse_xml(shown, plain)
    except UserError as problem:
        mended = _mended(plain) if problem.message.text == BROKEN_XML else plain
        if mended == plain:
            raise
        root = _parsed_or(problem, shown, mended)
        left_out.counts["damaged"] += 1
        return root


def _parsed_or(problem: UserError, shown: str, data: bytes) -> Element:
    try:
        return parse_xml(shown, data)
    except UserError:
        raise problem from None  # its line is that of the file


def in_utf_8(data: bytes) -> bytes:
    """Return a file that is in UTF-16 or UTF-32 in UTF-8, without its XML declaration; others as they are."""
    encoding = told_encoding(data)
    if not encoding.startswith(("utf-16", "utf-32")):
        return data.lstrip(b" \t\r\n")
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    return _DECLARATION.sub("", text).lstrip().encode()


def _mended(data: bytes) -> bytes:
    """Return the bytes without what no XML may hold: control characters, signs of another encoding."""
    text = decode(data)
    if text is None:
        return data
    text = _DECLARATION.sub("", CONTROLS.sub("", text)).lstrip()
    return _REFERENCE.sub(_allowed, text).encode("utf-8", "replace")


def _allowed(reference: re.Match[str]) -> str:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    surrogate = 0xD800 <= number < 0xE000
    is_text = number in (9, 10, 13) or (32 <= number < 0x110000 and not surrogate)
    return reference[0] if is_text and number not in (0xFFFE, 0xFFFF) else ""


def foreign_text(element: Element, left_out: LeftOut) -> None:
    """Count an element that the format does not know, where it holds any text."""
    attributes = (element.get("CONTENT") or "").strip()
    if attributes or any(text.strip() for text in element.itertext()):
        left_out.foreign[name_of(element)] += 1


def problem(text: str, shown: str, **params: object) -> UserError:
    """Return an error of the file with this sentence."""
    return UserError(Message("Import", text, {"name": shown, **params}))
