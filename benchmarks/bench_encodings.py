"""Count how many texts come back from each encoding: whole letters, and each paragraph with an accent alone.

Run: python benchmarks/bench_encodings.py [--json] [--texts FOLDER]. The texts are this project's own letters,
or all of a folder. Exit code 1 when a text in UTF-8, UTF-16 or Windows-1252 is misread.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.importers.encodings import decode
from benchmarks.measuring import Figure, arguments, show

_ROOT = Path(__file__).resolve().parent.parent


def held(text: str, encoding: str) -> str:
    """Return the text without the signs that the encoding lacks."""
    return text.encode(encoding, "ignore").decode(encoding)


def again(text: str, encoding: str) -> str:
    """Read the bytes of UTF-8 in another encoding; what that lacks stays a control character."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


def in_two(text: str) -> tuple[str, bytes]:
    """Return a text whose last fifth is in Windows-1252, and its bytes."""
    lines = text.split("\n")
    cut = len(lines) * 4 // 5
    first, last = "\n".join(lines[:cut]) + "\n", held("\n".join(lines[cut:]), "cp1252")
    return first + last, first.encode() + last.encode("cp1252")


def half_twice(text: str) -> tuple[str, bytes]:
    """Return a text, and its bytes with the second half encoded twice."""
    cut = text.find("\n", len(text) // 2) + 1
    return text, (text[:cut] + again(text[cut:], "cp1252")).encode()


def plain(encoding: str) -> Callable[[str], tuple[str, bytes]]:
    """Return what encodes a text once."""
    return lambda text: (held(text, encoding), held(text, encoding).encode(encoding))


WAYS: dict[str, Callable[[str], tuple[str, bytes]]] = {
    "UTF-8": plain("utf-8"),
    "UTF-16 without a mark": plain("utf-16-le"),
    "Windows-1252": plain("cp1252"),
    "CP850": plain("cp858"),
    "Mac Roman": plain("mac_roman"),
    "ISO 8859-15": plain("iso8859_15"),
    "UTF-8 with Windows-1252 in its last fifth": in_two,
    "encoded twice": lambda text: (text, again(text, "cp1252").encode()),
    "encoded thrice": lambda text: (text, again(again(text, "cp1252"), "cp1252").encode()),
    "the second half encoded twice": half_twice,
    "encoded twice by way of Mac Roman": lambda text: (text, again(text, "mac_roman").encode()),
    "encoded twice by way of CP850": lambda text: (text, again(text, "cp850").encode()),
    "Windows-1252 taken for Latin-1": lambda text: (
        held(text, "cp1252"),
        held(text, "cp1252").encode("cp1252").decode("latin-1").encode(),
    ),
}
_NEVER_MISREAD = ("UTF-8", "UTF-16 without a mark", "Windows-1252")


def texts(folder: Path | None) -> Iterator[str]:
    """Yield the letters with signs beyond ASCII."""
    folders = [folder] if folder else [_ROOT / "tests/structure/letters", _ROOT / "resources/sample"]
    for path in sorted(path for each in folders for path in each.iterdir()):
        if path.suffix in (".txt", ".letter") and not (text := path.read_text("utf-8")).isascii():
            yield text


def main() -> int:
    """Print the counts; tell by the exit code whether none is misread that must not be."""
    parser = arguments(__doc__)
    parser.add_argument("--texts", type=Path)
    asked = parser.parse_args()
    letters = list(texts(asked.texts))
    paragraphs = [piece for text in letters for piece in text.split("\n\n") if not piece.isascii()]
    figures = []
    for way, encode in WAYS.items():
        for name, pieces in (("letters", letters), ("paragraphs", paragraphs)):
            pairs = [pair for pair in map(encode, pieces) if not pair[1].isascii()]
            wrong = Counter(decode(data) == text for text, data in pairs)[False]
            bound = 0 if way in _NEVER_MISREAD else None
            figures.append(Figure(f"{way}: {name} misread, of {len(pairs)}", wrong, bound, unit=""))
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
