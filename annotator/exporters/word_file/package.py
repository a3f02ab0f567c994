"""The parts around the text of a Word file, and the file itself: the same parts make the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import IO, NamedTuple

from annotator.exporters.word_file.markup import CELL, HEAD, SAID, plain

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
# The parts of the text, with the ends of their kinds.
_PARTS = ("styles", "settings", "numbering", "footnotes", "comments")
_ALWAYS = ("word/styles.xml", "word/settings.xml")
_ABOUT = {
    f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
    f"{_OFFICE}/extended-properties": "docProps/app.xml",
}


class About(NamedTuple):
    """What a file says of itself; `language` is that of what the program says in it, `made_at` ISO 8601."""

    title: str
    program: str
    made_at: str
    language: str


def package(
    body: Iterable[str],
    about: About,
    *,
    footnotes: Sequence[str] = (),
    first_note: int = 1,
    comments: Sequence[str] = (),
    numbering: str = "",
) -> bytes:
    """Return a Word file. `first_note` is the number of the first footnote that Word numbers."""
    made = io.BytesIO()
    parts = {
        "word/numbering.xml": f"<w:numbering {_W}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{_SEPARATORS}{''.join(footnotes)}</w:footnotes>",
        "word/comments.xml": f"<w:comments {_W}>{''.join(comments)}</w:comments>",
    }
    write_package(made, body, about, parts, first_note)
    return made.getvalue()


def write_package(
    to: IO[bytes],
    body: Iterable[str],
    about: About,
    parts: Mapping[str, str] = MappingProxyType({}),
    first_note: int = 1,
    *,
    is_wide: bool = False,
) -> None:
    """Write a Word file, its body piece by piece; `parts` are those beside it that are not always there.

    `is_wide`: the pages lie on their side.
    """
    known = {part: f"word/{part}.xml" for part in _PARTS if f"word/{part}.xml" in {*_ALWAYS, *parts}}
    documents = {f"{_OFFICE}/officeDocument": "word/document.xml"} | _ABOUT
    before = {
        "[Content_Types].xml": _content_types(tuple(known)),
        "_rels/.rels": _relations(documents),
        "docProps/core.xml": _core(about),
        "docProps/app.xml": _app(about.program),
        "word/_rels/document.xml.rels": _relations({f"{_OFFICE}/{part}": f"{part}.xml" for part in known}),
        "word/styles.xml": _styles(about.language),
        "word/settings.xml": _settings(has_notes="footnotes" in known),
        **parts,
    }
    with zipfile.ZipFile(to, "w") as archive:
        for name, text in before.items():
            archive.writestr(_entry(name), f"{_HEAD}{text}".encode())
        with archive.open(_entry("word/document.xml"), "w") as file:
            file.write(f"{_HEAD}<w:document {_W}><w:body>".encode())
            for piece in body:
                file.write(piece.encode())
            file.write(f"{_page(first_note, is_wide=is_wide)}</w:body></w:document>".encode())


def _page(first_note: int, *, is_wide: bool) -> str:
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if is_wide else 'w:w="11906" w:h="16838"'
    return (
        f'<w:sectPr><w:footnotePr><w:numStart w:val="{first_note}"/></w:footnotePr><w:pgSz {size}/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709"'
        ' w:gutter="0"/></w:sectPr>'
    )


def moment(made_at: str) -> str:
    """Return a moment (ISO 8601, UTC) as Word has it: without parts of a second."""
    return f"{made_at[:19]}Z" if made_at else ""


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
    return entry


@cache
def _content_types(parts: tuple[str, ...]) -> str:
    named = {
        "/word/document.xml": f"{_KIND}.document.main+xml",
        **{f"/word/{part}.xml": f"{_KIND}.{part}+xml" for part in parts},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    kinds = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in named.items())
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{rels}"/>'
    default += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{default}{kinds}</Types>'


def _settings(*, has_notes: bool) -> str:
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if has_notes else ""
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/>{notes}<w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/></w:settings>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(about: About) -> str:
    when = moment(about.made_at)
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>'
        for name in ("created", "modified")
        if when
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{plain(about.title)}</dc:title><dc:creator>{plain(about.program)}</dc:creator>"
        f"<dc:language>nl</dc:language>{times}</cp:coreProperties>"
    )


def _app(program: str) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'<Properties xmlns="{kind}"><Application>{plain(program)}</Application></Properties>'


# ------------------------------------------------------------------ how it looks
def _style(
    key: str,
    name: str,
    look: str = "",
    place: str = "",
    *,
    kind: str = "paragraph",
    based: str = "Normal",
    more: str = "",
) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    following = '<w:next w:val="Normal"/>' if key.startswith(("Heading", "Title")) else ""
    own = ' w:customStyle="1"' if name.startswith("Kanttekening") else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"{own}><w:name w:val="{name}"/>'
        f"{base}{following}<w:qFormat/>{f'<w:pPr>{place}</w:pPr>' if place else ''}"
        f"{f'<w:rPr>{look}</w:rPr>' if look else ''}{more}</w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


@cache
def _styles(language: str) -> str:
    tongue = f'<w:lang w:val="{_LANGUAGES.get(language, "en-GB")}"/>'
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    sizes = (34, 28, 25, 23, 22, 22, 22, 22, 22)
    made = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(22)}"
        '<w:lang w:val="nl-NL" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins}</w:tblPr></w:style>',
        _style("Title", "Title", f"<w:b/>{_size(40)}", _space(0, 240)),
        *(
            _style(
                f"Heading{n}",
                f"heading {n}",
                f"<w:b/>{_size(size)}",
                f'<w:keepNext/>{_space(280 if n == 1 else 200, 80)}<w:outlineLvl w:val="{n - 1}"/>',
            )
            for n, size in enumerate(sizes, 1)
        ),
        _style("ListParagraph", "List Paragraph", "", '<w:ind w:left="567"/><w:contextualSpacing/>'),
        _style("FootnoteText", "footnote text", _size(18), '<w:spacing w:after="0" w:line="240"/>'),
        _style("CommentText", "annotation text", f"{_size(20)}{tongue}"),
        _style(
            "FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>',
            kind="character", based="",
        ),
        _style("CommentReference", "annotation reference", _size(16), kind="character", based=""),
        _style(
            "TableGrid", "Table Grid", kind="table", based="TableNormal",
            more=f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>",
        ),
        _style(
            HEAD, "Kanttekening head", f'<w:b/><w:color w:val="404040"/>{_size(26)}{tongue}',
            f'<w:keepNext/>{_space(360, 100)}<w:outlineLvl w:val="0"/>',
        ),
        _style(SAID, "Kanttekening text", f"{_size(20)}{tongue}", _space(0, 60)),
        _style(CELL, "Kanttekening cell", _size(20), _space(20, 20)),
    )  # fmt: skip
    return f"<w:styles {_W}>{''.join(made)}</w:styles>"
