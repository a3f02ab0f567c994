"""Makes small PDFs with a text layer, byte by byte: pages of lines at chosen places, in standard fonts.

    pdf_of(page(at(72, 72, "Geachte voorzitter,"), at(72, 90, "Met deze brief …")))

Places are points from the top left, as `WordBox` has them: `y` is where the line stands. What a test needs
of a PDF that is out of the ordinary (a font without a map, a form, a lock) has a parameter or a function
here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

A4 = (595.0, 842.0)
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class At(NamedTuple):
    """A piece of text at a place; `turn` in degrees counter-clockwise; `font` F1, F2 bold, F3 italic."""

    x: float
    y: float
    text: str
    size: float = 10.0
    turn: int = 0
    font: str = "F1"
    invisible: bool = False


def at(x: float, y: float, text: str, size: float = 10.0, turn: int = 0, font: str = "F1") -> At:
    """Return a piece of text at a place."""
    return At(x, y, text, size, turn, font)


def lines_at(x: float, y: float, lines: str, size: float = 10.0, leading: float = 1.25) -> list[At]:
    """Return lines under each other; an empty one leaves room as a blank line does."""
    return [At(x, y + n * size * leading, line, size) for n, line in enumerate(lines.split("\n")) if line]


@dataclass(frozen=True)
class Page:
    """What stands on a page, in the order in which it is drawn."""

    parts: tuple[At, ...] = ()
    size: tuple[float, float] = A4
    rotation: int = 0
    fields: tuple[tuple[str, str], ...] = ()
    raw: bytes = b""


def page(*parts: At | Iterable[At], size: tuple[float, float] = A4, rotation: int = 0) -> Page:
    """Return a page with these pieces of text."""
    flat: list[At] = []
    for part in parts:
        flat += [part] if isinstance(part, At) else list(part)
    return Page(tuple(flat), size, rotation)


def pdf_of(*pages: Page, to_unicode: dict[str, str] | None = None, owner: str = "", user: str = "") -> bytes:
    """Return a PDF; with `to_unicode` its fonts say that these characters are others (a ligature, U+FFFD).

    With `owner` or `user` it is locked (RC4, 40 bits): an owner's password alone opens to everybody.
    """
    return Writer(to_unicode or {}, owner, user).written(pages)


class Writer:
    """Writes a PDF, object by object."""

    def __init__(self, to_unicode: dict[str, str], owner: str, user: str) -> None:
        self._to_unicode = to_unicode
        self._lock = _Lock(owner or user, user) if owner or user else None
        self._objects: list[bytes] = []

    def written(self, pages: Sequence[Page]) -> bytes:
        """Return the file's bytes."""
        self._objects = [b"", b""]  # the catalogue, the list of pages
        fonts = b" ".join(self._font(name, base) for name, base in _FONTS)
        kids, fields = [], []
        for one in pages:
            content = self._stream(b"", one.raw or _content(one))
            boxes = [self._field(name, value, n) for n, (name, value) in enumerate(one.fields)]
            fields += boxes
            references = b" ".join(b"%d 0 R" % box for box in boxes)
            width, height = one.size
            kids.append(
                self._add(
                    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Rotate %d /Contents %d 0 R"
                    b" /Resources << /Font << %s >> >> /Annots [%s] >>"
                    % (width, height, one.rotation, content, fonts, references)
                )
            )
        form = b""
        if fields:
            form = b"/AcroForm << /Fields [%s] >>" % b" ".join(b"%d 0 R" % field for field in fields)
        self._objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % form
        kid_list = b" ".join(b"%d 0 R" % kid for kid in kids)
        self._objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kid_list, len(kids))
        return self._file()

    def _font(self, name: str, base: str) -> bytes:
        to_unicode = b""
        if self._to_unicode:
            rows = "\n".join(
                f"<{ord(sign):02X}> <{text.encode('utf-16-be').hex()}>"
                for sign, text in self._to_unicode.items()
            )
            cmap = (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def"
                " 1 begincodespacerange <00> <FF> endcodespacerange"
                f" {len(self._to_unicode)} beginbfchar\n{rows}\nendbfchar endcmap end end"
            )
            to_unicode = b"/ToUnicode %d 0 R" % self._stream(b"", cmap.encode())
        font = self._add(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding %s >>"
            % (base.encode(), to_unicode)
        )
        return b"/%s %d 0 R" % (name.encode(), font)

    def _field(self, name: str, value: str, number: int) -> int:
        top = 700 - 20 * number
        return self._add(
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (%s) /V (%s) /Rect [72 %d 300 %d] /F 4"
            b" /DA (/Helv 10 Tf 0 g) >>" % (_escaped(name), _escaped(value), top - 12, top)
        )

    def _add(self, content: bytes) -> int:
        self._objects.append(content)
        return len(self._objects)

    def _stream(self, keys: bytes, content: bytes) -> int:
        number = len(self._objects) + 1
        if self._lock:
            content = self._lock.locked(number, content)
        return self._add(b"<< %s /Length %d >>\nstream\n%s\nendstream" % (keys, len(content), content))

    def _file(self) -> bytes:
        if self._lock:
            self._add(self._lock.dictionary())
        made, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
        for number, content in enumerate(self._objects, 1):
            places.append(len(made))
            made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        count = len(self._objects) + 1
        rows = b"".join(b"%010d 00000 n \n" % place for place in places)
        lock = b""
        if self._lock:
            lock = b"/Encrypt %d 0 R /ID [<%s> <%s>]" % (count - 1, self._lock.id, self._lock.id)
        end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (count, lock, len(made))
        return made + b"xref\n0 %d\n0000000000 65535 f \n" % count + rows + end


_FONTS = (("F1", "Helvetica"), ("F2", "Helvetica-Bold"), ("F3", "Helvetica-Oblique"))
_TURNS = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


def _content(one: Page) -> bytes:
    made = b""
    for part in one.parts:
        show = "3" if part.invisible else "0"
        place = f"{_TURNS[part.turn]} {part.x:g} {one.size[1] - part.y:g} Tm"
        made += f"BT /{part.font} {part.size:g} Tf {show} Tr {place} ".encode()
        made += b"(%s) Tj ET\n" % _escaped(part.text)
    return made


def _escaped(text: str) -> bytes:
    encoded = text.encode("cp1252")
    return encoded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


class _Lock:
    """The standard lock of PDF 1.1: RC4 with 40 bits. All is allowed but for what the password keeps."""

    def __init__(self, owner: str, user: str) -> None:
        self.id = b"00112233445566778899aabbccddeeff"
        owner_key = hashlib.md5(_padded(owner)).digest()[:5]
        self._owner = _rc4(owner_key, _padded(user))
        made = (
            _padded(user)
            + self._owner
            + (-4 & 0xFFFFFFFF).to_bytes(4, "little")
            + bytes.fromhex(self.id.decode())
        )
        self._key = hashlib.md5(made).digest()[:5]
        self._user = _rc4(self._key, _PADDING)

    def dictionary(self) -> bytes:
        return b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
            self._owner.hex().encode(),
            self._user.hex().encode(),
        )

    def locked(self, number: int, content: bytes) -> bytes:
        key = hashlib.md5(self._key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return _rc4(key, content)


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    made = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        made.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(made)
