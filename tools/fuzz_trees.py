"""Files of OCR programs, and what spoils them inside their trees: elements and attributes, not bytes."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from lxml import etree

from tests.ocr_making import alto, hocr, page_file, page_xml, rows

_TEXT = "Hierbij bied ik u het verslag aan van de\nbijeenkomst in Brussel van 22 ok-\ntober, met de bijlagen"
_VALUES = (
    *(
        "",
        "0",
        "-1",
        "1",
        "65535",
        "2147483648",
        "1e308",
        "-1e308",
        "nan",
        "inf",
        "0x10",
        "²",
        "١٢",
        "x" * 70_000,
    ),
    *("../../etc/passwd", "http://127.0.0.1:9/x.png", "C:\\x.png", "a\tb\nc", "\u202e", "1 2 3", "1,2 3,4 5"),
    *("bbox 9 9 1 1", "bbox 0 0 1e9 1e9", "r0 r0 r0", "readingOrder {index:99999999999;}", "superscript"),
)
_NAMES = (
    *(
        "Page",
        "TextBlock",
        "TextLine",
        "String",
        "SP",
        "HYP",
        "ComposedBlock",
        "TopMargin",
        "Glyph",
        "Variant",
    ),
    *("TextRegion", "TableRegion", "Word", "TextEquiv", "Unicode", "Coords", "ReadingOrder", "OrderedGroup"),
    *("div", "span", "p", "script", "ins", "del", "sup", "alto", "PcGts", "html", "mets", "Onbekend"),
)
_ATTRIBUTES = (
    *("HPOS", "VPOS", "WIDTH", "HEIGHT", "CONTENT", "WC", "ID", "IDNEXT", "STYLEREFS", "TAGREFS", "ROTATION"),
    *("SUBS_TYPE", "class", "title", "points", "custom", "type", "orientation", "imageWidth", "index"),
    *("regionRef", "id", "conf", "STYLE", "FONTSIZE", "REF"),
)
_STYLES = "<TextStyle ID='f' FONTSIZE='10' FONTSTYLE='bold'/>"
_REGIONS = """
<ReadingOrder><OrderedGroup id='g'><RegionRefIndexed index='0' regionRef='b'/>
<OrderedGroupIndexed index='1' id='h' regionRef='a'><RegionRefIndexed index='0' regionRef='c'/>
</OrderedGroupIndexed></OrderedGroup></ReadingOrder>
<TextRegion id='a' type='header'><Coords points='1,1 90,1 90,9'/>
<TextEquiv index='1'><Unicode>de kop</Unicode></TextEquiv>
<TextRegion id='c'><TextLine custom='readingOrder {index:0;}'><Coords points='1,20 90,20 90,30'/>
<TextEquiv conf='0.5'><Unicode>nr. 3474</Unicode></TextEquiv></TextLine></TextRegion></TextRegion>
<TextRegion id='b'><TextLine><Word><Coords points='1,40 90,50'/>
<TextEquiv><Unicode>een</Unicode></TextEquiv></Word><TextEquiv><Unicode>een</Unicode></TextEquiv>
</TextLine></TextRegion>
"""
_WORDS = (
    b"<html><body><div class='ocr_page' title='image \"a.png\"; bbox 0 0 900 1200'><h2><span class='ocr_line'"
    b" title='bbox 1 1 90 9; textangle 90'><span class='ocrx_word' title='bbox 1 1 90 9; x_wconf 61'>rn<span"
    b" class='ocrx_cinfo'><span class='ocrx_cinfo' title='x_confs 40'>m</span></span></span></span></h2>"
    b"<p class='ocr_par'>los<span class='ocrx_word' title='bbox 1 20 90 29'><ins>a</ins><del>b</del></span>"
    b"</p></div></body></html>"
)


def seeds(folders: Sequence[Path]) -> list[bytes]:
    """Return the files to spoil: some made here, and those of the folders."""
    page = [rows(_TEXT), rows(_TEXT, top=900), rows("Pagina 1 van 2", 2000, 3400)]
    made = [
        hocr(page, page),
        alto(page, page, styles=_STYLES),
        alto(page, unit="mm10"),
        page_xml(page),
        page_file(_REGIONS),
        _WORDS,
    ]
    for folder in folders:
        suffixes = (".xml", ".hocr", ".html")
        made += [path.read_bytes() for path in sorted(folder.rglob("*.*")) if path.suffix in suffixes]
    return made


def grown(data: bytearray, rng: random.Random) -> bytearray:
    """Change the tree of a file, where it still has one."""
    try:
        root = etree.fromstring(bytes(data), etree.XMLParser(recover=True, load_dtd=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return data
    if root is None:
        return data
    for _ in range(rng.choice((1, 2, 5, 20))):
        elements = [each for each in root.iter() if isinstance(each.tag, str)]
        with suppress(ValueError):  # names that lxml itself does not take, after bytes were spoilt
            rng.choice(_WAYS)(rng.choice(elements), rng.choice(elements), rng)
    return bytearray(etree.tostring(root))


def _with_value(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    names = [*one.keys(), rng.choice(_ATTRIBUTES)]
    one.set(rng.choice(names), rng.choice((*_VALUES, *other.values())))


def _without_value(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    if one.keys():
        del one.attrib[rng.choice(one.keys())]


def _renamed(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    space = str(one.tag).rpartition("}")[0]
    one.tag = rng.choice((f"{space}}}" if space else "", "", "{x}")) + rng.choice(_NAMES)


def _removed(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _copied(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    if len(one) < 200:
        other.append(copy.deepcopy(one))


def _nested(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    for _ in range(rng.choice((3, 100, 240, 1000))):
        inner = etree.SubElement(one, rng.choice((str(other.tag), "div", "TextRegion", "ComposedBlock")))
        one = inner
    one.text = "diep"


def _other_text(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    said = rng.choice(
        ("", " ", "\n", "woord", "x" * 70_000, "a b " * 5_000, "\u00ad", "\ufffd", other.text or "")
    )
    one.text, one.tail = said, rng.choice((None, "los", "\n"))


_WAYS: tuple[Callable[[etree._Element, etree._Element, random.Random], None], ...] = (
    *(_with_value, _with_value, _with_value, _without_value, _without_value),
    *(_renamed, _removed, _copied, _nested, _other_text),
)
