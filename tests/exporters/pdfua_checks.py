"""What a program can check of PDF/UA-1 (ISO 14289-1) without a checker of others."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

_PAINTS = frozenset(re.findall(r"\S+", "Tj TJ ' \" f F f* B B* b b* S s Do sh EI"))
_INSIDE = {
    "LI": ("L",),
    "LBody": ("LI",),
    "TR": ("Table", "THead", "TBody", "TFoot"),
    "TD": ("TR",),
    "TH": ("TR",),
}
_STANDARD = frozenset(
    re.findall(
        r"\w+",
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6"
        " L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot"
        " Figure Formula Form",
    )
)


def faults(data: bytes) -> list[str]:
    """Return what breaks the rules, each in a few words."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot.K, ""))
        return [
            *_of_document(pdf),
            *_of_structure(pdf, elements),
            *_of_content(pdf, {element.objgen for _, _, element in elements}),
            *_of_fonts(pdf),
        ]


def _of_document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "the document does not say that it is tagged"
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(root.get("/Lang", ""))):
        yield "no language"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "the window would show the file's name and not the title"
    with pdf.open_metadata() as about:
        if not about.get("dc:title"):
            yield "no title"
        if about.get("pdfuaid:part") != "1":
            yield "it does not say that it is PDF/UA-1"
    if pdf.is_encrypted:
        yield "encrypted"


def _elements(kids: Any, above: str) -> Iterator[tuple[str, str, Any]]:
    """Yield elements of the structure in order: kind, kind of the one above, the element."""
    if isinstance(kids, Array):
        for each in kids:
            yield from _elements(each, above)
    elif isinstance(kids, Dictionary) and "/S" in kids:
        kind = str(kids.S).removeprefix("/")
        yield kind, above, kids
        if "/K" in kids:
            yield from _elements(kids.K, kind)


def _of_structure(pdf: pikepdf.Pdf, elements: list[tuple[str, str, Any]]) -> Iterator[str]:
    roles = {str(k).removeprefix("/") for k in pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())}
    level = 0
    for kind, above, element in elements:
        if kind not in _STANDARD and kind not in roles:
            yield f"{kind} is no kind of element"
        if above not in _INSIDE.get(kind, (above,)):
            yield f"{kind} stands in {above}"
        if kind in ("Figure", "Formula") and not str(element.get("/Alt", element.get("/ActualText", ""))):
            yield f"{kind} without words"
        if re.fullmatch("H[1-6]", kind):
            if int(kind[1]) > level + 1:
                yield f"{kind} stands behind H{level}"
            level = int(kind[1])
    if level == 0:
        yield "no heading"


def _of_content(pdf: pikepdf.Pdf, known: set[tuple[int, int]]) -> Iterator[str]:
    parents = dict(_numbers(pdf.Root.StructTreeRoot.get("/ParentTree", Dictionary())))
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page.obj and str(page.obj.get("/Tabs", "")) != "/S":
            yield f"page {number}: annotations without an order"
        owners = parents.get(int(page.obj.get("/StructParents", -1)), [])
        marks: list[int | None] = []  # None of an artifact, -1 of what says nothing
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in ("BDC", "BMC"):
                marks.append(_mark_of(instruction.operands, page))
            elif operator == "EMC":
                marks.pop()
            elif operator in _PAINTS and not any(mark is None or mark >= 0 for mark in marks):
                yield f"page {number}: {operator} outside all marks"
            elif operator in _PAINTS and None not in marks:
                owner = max(mark for mark in marks if mark is not None)
                if owner >= len(owners) or getattr(owners[owner], "objgen", None) not in known:
                    yield f"page {number}: a mark that no element has"


def _mark_of(operands: Any, page: Any) -> int | None:
    if str(operands[0]) == "/Artifact":
        return None
    said = operands[1] if len(operands) > 1 else Dictionary()
    if isinstance(said, pikepdf.Name):
        said = page.obj.Resources.Properties[str(said)]
    return int(said.get("/MCID", -1))


def _numbers(tree: Any) -> Iterator[tuple[int, list[Any]]]:
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)
    pairs = list(tree.get("/Nums", []))
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        yield int(key), list(value) if isinstance(value, Array) else [value]


def _of_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for each in pdf.objects:
        if not isinstance(each, Dictionary) or str(each.get("/Type", "")) != "/Font":
            continue
        if str(each.get("/Subtype", "")) == "/Type0" and "/ToUnicode" not in each:
            yield f"the font {each.get('/BaseFont')} does not say which signs it has"
        about = each.get("/FontDescriptor")
        if about is not None and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(about.keys()):
            yield f"the font {each.get('/BaseFont')} is not in the file"
