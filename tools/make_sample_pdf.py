#!/usr/bin/env python
"""Make the scanned sample letter: `.venv/bin/python tools/make_sample_pdf.py [FILE]`.

The letter stands below as it is printed; `{België|Belgié}` is printed as the first and read by the OCR as the
second. Each page becomes a picture that looks scanned, with the OCR's reading as text that is not shown over
it, word by word in its place. Run it only when the letter changes: another machine's fonts give other bytes.
"""

from __future__ import annotations

import os
import random
import re
import sys
import zlib
from dataclasses import dataclass
from math import cos, radians, sin
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent

from PySide6.QtCore import QBuffer, QByteArray, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPen  # noqa: E402

OUT = ROOT / "resources/sample/leeszalen-rijksarchieven-2022.pdf"
WIDE, HIGH = 595, 842  # points
DOTS = 150 / 72  # of the scan, per point
QUALITY = 38
FAMILY = "Caladea"
SIZE, LEADING, LEFT = 10.5, 15.6, 92.0
SKEW = (0.28, -0.2, 0.16)  # degrees, page by page
COURIER = 0.6  # width of every character, times the size

PAGES = (
    """
@ 222 62 b 11 Ministerie van Onderwijs, Cultuur en
@ 222 76 b 11 Wetenschap
@ 92 128 r 7 > Retouradres Postbus 16375 2500 BJ Den Haag
@ 92 156 r 10.5 De voorzitter van de Tweede Kamer
@ 92 171 r 10.5 der Staten-Generaal
@ 92 186 r 10.5 Postbus 20018
@ 92 201 r 10.5 2500 EA {DEN HAAG|DENHAAG}
@ 92 268 r 10.5 Datum 14 februari 2022
@ 92 283 r 10.5 Betreft Leeszalen en digitale dienstverlening van de rijksarchieven
@ 92 320 r 10.5 Geachte voorzitter,

@ 348
Op 9 december 2021 heeft uw Kamer de motie van het lid Terpstra aan-
genomen, waarin de regering wordt verzocht de leeszalen van de rijks-
archieven open te houden zolang niet alle veelgevraagde stukken digitaal
{beschikbaar|beschikbaat} zijn (Kamerstuk 39 506, nr. 23). Met deze brief informeer
ik u over de uitvoering van die motie en over de voortgang van het
{digitaliseringsprogramma|digitaliseringsprograrnma} dat in 2019 is begonnen.

*Stand van het programma
Het programma heeft tot doel dat in 2026 vijftig {miljoen|rniljoen} bladzijden zijn
gescand en doorzoekbaar zijn gemaakt. Eind 2021 stond de teller op 18,4
miljoen. Dat is iets minder dan gepland: door de sluiting van de gebouwen
in het voorjaar konden de scanstraten elf weken niet draaien. De achter-
stand wordt in 2022 en 2023 ingelopen. De {financiële|financiéle} ruimte daarvoor,
€ 3,2 miljoen, is {gevonden|gevonclen} binnen de begroting van mijn ministerie.

De kwaliteit van de herkende tekst verschilt sterk per bestand. Van ge-
drukte stukken na 1850 wordt gemiddeld 98,6% van de woorden goed
gelezen, van oudere stukken en doorslagen soms niet meer dan 80%. De
{meeste|meesté} fouten zijn klein: een accent dat wegvalt, een letter die op een
andere lijkt, een woord dat aan het einde van een regel is afgebroken.
Voor wie zoekt zijn zij groot: wie op {coördinatie|coordinatie} zoekt, vindt haar niet.

@ 92 790 r 8 Pagina 1 van 3
""",
    """
@ 92 62 b 10.5 Nazorg op de tekst
@ 80
Daarom laat ik het Nationaal Archief een proef doen met nazorg: vrij-
willigers en {analisten|anaIisten} lopen de twijfelgevallen na die de machine zelf
aanwijst, met het beeld van de bladzijde ernaast. In de {eerste|eerstc} drie
maanden zijn zo 11 200 bladzijden verbeterd. De proef loopt tot en met
december 2022; daarna besluit ik, mede op basis van de {evaluatie|evaluatic}, of zij
wordt voortgezet.

*De leeszalen
Uw Kamer vraagt terecht aandacht voor bezoekers die op papier aangewezen
zijn. Ik zeg toe dat de leeszalen in alle elf provincies waar het Rijk
een archief heeft ten minste twee dagen per week open blijven tot de evaluatie
gereed is. In Drenthe, {Zeeland|Zecland} en Limburg wordt de {openingstijd|openingstjd} met een
halve dag {uitgebreid|uitgebrcid}. De {kosten|kostcn} hiervan bedragen € 410.000 per jaar.

Met België en Luxemburg is {overeengekomen|overeengekomcn} dat stukken over grens-
gebieden voortaan over en weer worden gescand. De {coördinatie|coordinatie} ligt bij
het Rijksarchief te Brussel. {België|Belgié} heeft de eerste zestig meter in
november 2021 aangeboden; een tweede levering volgt dit najaar.

*Openbaarheid
Een deel van de stukken is nog niet openbaar. Op grond van artikel 15 van
de Archiefwet 1995 kan de openbaarheid worden beperkt, bijvoorbeeld ter
bescherming van de {persoonlijke|persoonijke} levenssfeer. Bij de {overbrenging|overbrengiug} in 2021
zijn aan 7% van de dossiers zulke beperkingen gesteld. De {Algemene|Algernene} Rijks-
archivaris beziet elk jaar welke daarvan kunnen vervallen. Uw Kamer ont-
vangt het overzicht over 2021 voor 1 juli (zie ook Kamerstukken {II|Il} 2020/21,
39 506, nr. 11).

@ 92 790 r 8 Pagina 2 van 3
""",
    """
@ 92 62 b 10.5 Vervolg
@ 80
In het {najaar|naiaar} zend ik uw Kamer de evaluatie van de proef, samen met een
{raming|rarning} van wat er nodig is om de nazorg voor het hele programma te be-
kostigen. Over de samenwerking met België en Luxemburg {informeer|infonneer} ik u
bij de begroting voor 2023.

Ik dank de vrijwilligers van de {historische|historisehe} verenigingen die zich hiervoor
inzetten. Zonder hen bleef veel van dit geheugen ongelezen.

@ 92 208 r 10.5 Hoogachtend,
@ 92 248 r 10.5 De {Staatssecretaris|Staatsseeretaris} van Onderwijs, Cultuur en Wetenschap,
@ 92 330 r 10.5 J.M. van der Hoeven-Postma
~ 262 296

@ 92 790 r 8 Pagina 3 van 3
""",
)


@dataclass(frozen=True)
class Word:
    """A printed word with what the OCR reads in it: left end of its base line, width and size, in points."""

    x: float
    y: float
    printed: str
    read: str
    size: float
    bold: bool

    @property
    def width(self) -> float:
        """How wide it is printed."""
        return metrics(self.size, self.bold).horizontalAdvance(self.printed) / 10


def font(size: float, bold: bool) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(round(size * 10))  # measured at ten times the size: fonts are hinted at small ones
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setBold(bold)
    return made


def metrics(size: float, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold))


def words_of(text: str) -> tuple[list[Word], tuple[float, float] | None]:
    """Return the words of a page, and where it is signed."""
    words: list[Word] = []
    y, signed = 0.0, None
    for line in text.strip("\n").split("\n"):
        if placed := re.match(r"@ (\d+) (\d+) ([rb]) ([\d.]+) (.*)", line):
            x, at, weight, size, content = placed.groups()
            words += line_of(content, float(x), float(at), float(size), weight == "b")
        elif moved := re.match(r"@ (\d+)$", line):
            y = float(moved.group(1))
        elif mark := re.match(r"~ (\d+) (\d+)$", line):
            signed = (float(mark.group(1)), float(mark.group(2)))
        elif not line:
            y += LEADING * 0.75
        else:
            bold = line.startswith("*")
            words += line_of(line.removeprefix("*"), LEFT, y, SIZE, bold)
            y += LEADING
    return words, signed


def line_of(line: str, x: float, y: float, size: float, bold: bool) -> list[Word]:
    """Set a line: `{two words|twowords}` is one piece."""
    words = []
    for piece in re.findall(r"(?:\{[^}]*\}|[^ {])+", line):
        printed = re.sub(r"\{([^|]*)\|[^}]*\}", r"\1", piece)
        read = re.sub(r"\{[^|]*\|([^}]*)\}", r"\1", piece)
        words.append(Word(x, y, printed, read, size, bold))
        x += words[-1].width + metrics(size, bold).horizontalAdvance(" ") / 10
    return words


def scanned(words: list[Word], signed: tuple[float, float] | None, skew: float, seed: int) -> bytes:
    """Return a page as a scanner sees it: grey, a little askew, with dust; a JPEG."""
    image = QImage(round(WIDE * DOTS), round(HIGH * DOTS), QImage.Format.Format_RGB32)
    image.fill(QColor(247, 246, 243))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    chance = random.Random(seed)
    for _ in range(26):
        grey = chance.randrange(150, 225)
        painter.setPen(QPen(QColor(grey, grey, grey), chance.uniform(0.8, 1.8)))
        painter.drawPoint(QPointF(chance.uniform(0, image.width()), chance.uniform(0, image.height())))
    painter.scale(DOTS, DOTS)
    painter.rotate(skew)
    for word in words:
        painter.setPen(QColor(38, 38, 42))
        painter.save()
        painter.translate(word.x, word.y)
        painter.scale(0.1, 0.1)
        painter.setFont(font(word.size, word.bold))
        painter.drawText(QPointF(0, 0), word.printed)
        painter.restore()
    if signed:
        sign(painter, *signed)
    painter.end()
    soft = image.scaled(
        round(image.width() / 1.25),
        round(image.height() / 1.25),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    grey = soft.convertToFormat(QImage.Format.Format_Grayscale8)  # type: ignore[assignment]
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    grey.save(buffer, "JPEG", QUALITY)  # type: ignore[attr-defined]
    return bytes(data.data())


def sign(painter: QPainter, x: float, y: float) -> None:
    """Draw a scribble that is nobody's signature."""
    from PySide6.QtGui import QPainterPath

    path = QPainterPath(QPointF(x - 150, y))
    for step in range(9):
        left = x - 150 + 17 * step
        high = (24, 8, 15, 7, 11, 6, 9, 5, 3)[step]
        path.cubicTo(left + 4, y - high, left + 13, y - high, left + 11, y + 3)
        path.cubicTo(left + 9, y + high / 2, left + 12, y - 2, left + 17, y - 1)
    painter.setPen(QPen(QColor(52, 58, 92), 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.drawLine(QPointF(x - 140, y + 7), QPointF(x + 12, y + 2))


def text_layer(words: list[Word], skew: float) -> bytes:
    """Return the OCR's reading as text that is not shown, each word as wide as it is printed."""
    turn = radians(skew)
    made = ["BT 3 Tr"]
    for word in words:
        x = word.x * cos(turn) - word.y * sin(turn)
        y = word.x * sin(turn) + word.y * cos(turn)
        stretch = 100 * word.width / (COURIER * word.size * len(word.read))
        shown = word.read.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        made.append(
            f"/F1 {word.size:g} Tf {stretch:.2f} Tz"
            f" {cos(turn):.5f} {-sin(turn):.5f} {sin(turn):.5f} {cos(turn):.5f} {x:.2f} {HIGH - y:.2f} Tm"
            f" ({shown}) Tj"
        )
    made.append("ET")
    return "\n".join(made).encode("cp1252")


def pdf_of(pages: list[tuple[bytes, bytes]]) -> bytes:
    """Return a PDF of pages, each a picture with text over it."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"]
    kids = []
    for picture, text in pages:
        size = QImage.fromData(QByteArray(picture)).size()
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
            b" /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
            % (size.width(), size.height(), len(picture), picture)
        )
        content = zlib.compress(b"q %d 0 0 %d 0 0 cm /P Do Q\n%s" % (WIDE, HIGH, text), 9)
        objects.append(
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> /XObject << /P %d 0 R >> >> >>"
            % (WIDE, HIGH, len(objects), len(objects) - 1)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R /Lang (nl) >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    made, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % count + rows + end


def main() -> None:
    """Write the letter."""
    app = QGuiApplication(sys.argv)
    pages = []
    for number, text in enumerate(PAGES):
        words, signed = words_of(text)
        widest = max(word.x + word.width for word in words)
        if widest > WIDE - 60:
            raise SystemExit(f"a line of page {number + 1} is too long: {widest:.0f} points")
        skew = SKEW[number]
        pages.append((scanned(words, signed, skew, number), text_layer(words, skew)))
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.write_bytes(pdf_of(pages))
    print(out, out.stat().st_size)
    del app


if __name__ == "__main__":
    main()
