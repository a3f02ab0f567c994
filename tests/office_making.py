"""Word and Writer files for tests, made of the XML of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("manifest", "manifest"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
ODT_KIND = b"application/vnd.oasis.opendocument.text"


def zip_of(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of parts; one named `mimetype` is not packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return made.getvalue()


def docx_parts(
    body: str, parts: Mapping[str, str] | None = None, relations: str = ""
) -> dict[str, str | bytes]:
    """Return the parts of a Word file with a body; others are named by kind, as `footnotes`, and wrapped."""
    others = dict(parts or {})
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types"/>',
        "_rels/.rels": relations_of({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_W} {_R} {_MORE}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations
        or relations_of({k: (k.rstrip("0123456789"), f"{k}.xml") for k in others}),
    }
    for name, inner in others.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        made[f"word/{name}.xml"] = f"<w:{root} {_W} {_R} {_MORE}>{inner}</w:{root}>"
    return made


def relations_of(named: Mapping[str, tuple[str, str]]) -> str:
    """Return a part that names others by ids."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{_KIND}{kind}" Target="{target}"/>'
        for name, (kind, target) in named.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file."""
    return zip_of(docx_parts(body, parts))


def p(text: str = "", properties: str = "") -> str:
    """Return a paragraph of one run; of runs where it is given XML."""
    inner = text if text.startswith("<") else r(text) if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{look}{inner}</w:r>"


def odt_parts(body: str, styles: str = "", masters: str = "", layout: str = "") -> dict[str, str | bytes]:
    """Return the parts of a Writer file; `styles` stand in the text, `masters` are heads and feet."""
    return {
        "mimetype": ODT_KIND,
        "content.xml": (
            f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {_ODF}><office:styles>{layout}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
        ),
        "META-INF/manifest.xml": f"<manifest:manifest {_ODF}/>",
    }


def odt(body: str, styles: str = "", masters: str = "", layout: str = "") -> bytes:
    """Return a Writer file."""
    return zip_of(odt_parts(body, styles, masters, layout))


def flat_odt(body: str) -> bytes:
    """Return a Writer file in one piece."""
    return (
        f'<?xml version="1.0"?><office:document {_ODF} office:mimetype="{ODT_KIND.decode()}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()
