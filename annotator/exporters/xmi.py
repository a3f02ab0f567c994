"""UIMA's CAS as XMI, for INCEpTION and other programs on UIMA: a file a letter, and the type system.

With INCEpTION's own layers passages are named entities and sections divisions, which every project of it
has; with this program's layers notes, states and values go along. Offsets count code units of UTF-16, as
UIMA's strings do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from annotator.core.document import Passage, Section, Value
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, sentences, words_and_signs
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import Choice, ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.xml_text import UNFIT_SIGNS, fit_for_xml, unfit_signs

_CORE = "de.tudarmstadt.ukp.dkpro.core.api"
TOKEN, SENTENCE = f"{_CORE}.segmentation.type.Token", f"{_CORE}.segmentation.type.Sentence"
HEADING, ABOUT = f"{_CORE}.segmentation.type.Heading", f"{_CORE}.metadata.type.DocumentMetaData"
ENTITY, DIVISION = f"{_CORE}.ner.type.NamedEntity", f"{_CORE}.segmentation.type.Div"
PASSAGE, SECTION, VALUE = (f"webanno.custom.{name}" for name in ("Passage", "Section", "FormValue"))
_STRING, _NUMBER = "uima.cas.String", "uima.cas.Integer"
_MADE = {"state": _STRING, "analyst": _STRING, "made_at": _STRING}
LAYERS = Choice(
    "layers",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Layers")),
    (
        ("inception", Message("Export", QT_TRANSLATE_NOOP("Export", "those that INCEpTION has"))),
        ("own", Message("Export", QT_TRANSLATE_NOOP("Export", "of this program, with notes and values"))),
    ),
)
# The types with what each is a kind of, and its features.
_TYPES: dict[str, tuple[str, dict[str, str]]] = {
    ABOUT: ("uima.tcas.DocumentAnnotation", {"documentTitle": _STRING, "documentId": _STRING}),
    SENTENCE: ("uima.tcas.Annotation", {}),
    TOKEN: ("uima.tcas.Annotation", {}),
    HEADING: ("uima.tcas.Annotation", {}),
    ENTITY: ("uima.tcas.Annotation", {"value": _STRING, "identifier": _STRING}),
    DIVISION: ("uima.tcas.Annotation", {"divType": _STRING, "id": _STRING}),
    PASSAGE: ("uima.tcas.Annotation", {"tag": _STRING, "note": _STRING, "origin": _STRING, **_MADE}),
    SECTION: ("uima.tcas.Annotation", {"tag": _STRING, "level": _NUMBER, **_MADE}),
    VALUE: ("uima.tcas.Annotation", {"field": _STRING, "position": _NUMBER, "value": _STRING, **_MADE}),
}
_SPACES = {name.rpartition(".")[0]: f"t{number}" for number, name in enumerate(_TYPES)}
TYPE_SYSTEM = "TypeSystem.xml"
_SOFA = 1


def type_system() -> bytes:
    """Return the description of the types that the files use."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "<types>",
    ]
    for name, (above, features) in _TYPES.items():
        lines.append(f"<typeDescription><name>{name}</name><description/>")
        lines.append(f"<supertypeName>{above}</supertypeName><features>")
        for feature, kind in features.items():
            said = f"<name>{feature}</name><description/><rangeTypeName>{kind}</rangeTypeName>"
            lines.append(f"<featureDescription>{said}</featureDescription>")
        lines.append("</features></typeDescription>")
    return "\n".join([*lines, "</types>", "</typeSystemDescription>", ""]).encode()


class _Cas:
    """The annotations of one letter as they are written."""

    def __init__(self, text: str) -> None:
        self._wide = [index for index, sign in enumerate(text) if sign > "\uffff"]
        self._id = _SOFA
        self.lines: list[str] = []

    def add(self, kind: str, span: Span, **features: object) -> None:
        """Add an annotation; features without a value are left out."""
        self._id += 1
        space, _, name = kind.rpartition(".")
        said = "".join(
            f" {key}={_quoted(str(value))}" for key, value in features.items() if value not in ("", None)
        )
        place = f'sofa="{_SOFA}" begin="{self._unit(span.start)}" end="{self._unit(span.end)}"'
        self.lines.append(f'<{_SPACES[space]}:{name} xmi:id="{self._id}" {place}{said}/>')

    def add_all(self, kind: str, spans: Iterable[tuple[int, int]]) -> None:
        """Add many annotations without features: there is one for each word."""
        space, _, name = kind.rpartition(".")
        head = f'<{_SPACES[space]}:{name} sofa="{_SOFA}" xmi:id="'
        first = self._id + 1
        if self._wide:
            spans = [(self._unit(start), self._unit(end)) for start, end in spans]
        made = [
            f'{head}{number}" begin="{start}" end="{end}"/>'
            for number, (start, end) in enumerate(spans, first)
        ]
        self._id += len(made)
        self.lines += made

    def _unit(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset) if self._wide else offset

    def written(self, text: str) -> bytes:
        """Return the whole file."""
        spaces = "".join(
            f' xmlns:{prefix}="http:///{space.replace(".", "/")}.ecore"' for space, prefix in _SPACES.items()
        )
        members = " ".join(str(number) for number in range(_SOFA + 1, self._id + 1))
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"'
            f' xmlns:cas="http:///uima/cas.ecore"{spaces} xmi:version="2.0">\n<cas:NULL xmi:id="0"/>'
        )
        sofa = (
            f'<cas:Sofa xmi:id="{_SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text/plain"'
            f" sofaString={_quoted(text)}/>"
        )
        view = f'<cas:View sofa="{_SOFA}" members="{members}"/>'
        return "\n".join([head, *self.lines, sofa, view, "</xmi:XMI>", ""]).encode()


def _quoted(text: str) -> str:
    # A sign that XML lacks may stand in the text, whose length must stay.
    fit = (
        fit_for_xml(text)
        if not unfit_signs(text)
        else "".join(fit_for_xml(sign) or "\ufffd" for sign in text)
    )
    return quoteattr(fit, {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def cas_of(one: ExportLetter, context: ExportContext) -> bytes:
    """Return a letter as XMI."""
    text = one.letter.text
    cas = _Cas(text)
    about = {"documentTitle": one.letter.about.title, "documentId": one.uid}
    cas.add(ABOUT, Span(0, len(text)), language=context.language, **about)
    cas.add_all(SENTENCE, sentences(text))
    _, starts, ends = words_and_signs(text)
    cas.add_all(TOKEN, zip(starts, ends, strict=True))
    for placed in one.letter.placed_sections():
        if placed.heading and placed.heading.start < placed.heading.end:
            cas.add(HEADING, placed.heading)
    if context.choice(LAYERS) == "own":
        _add_own(cas, one)
    else:
        _add_known(cas, one)
    return cas.written(text)


def _add_known(cas: _Cas, one: ExportLetter) -> None:
    """Add sections and passages in layers that INCEpTION has."""
    for placed in one.letter.placed_sections():
        if placed.start < placed.end:
            level = f"level {placed.section.level}"
            cas.add(DIVISION, Span(placed.start, placed.end), divType=placed.section.tag, id=level)
    for span, passage in one.letter.placed_passages():
        if span.start < span.end:
            cas.add(ENTITY, span, value=passage.tag)


def _add_own(cas: _Cas, one: ExportLetter) -> None:
    """Add sections, passages and values in layers of this program."""
    letter = one.letter
    for placed in letter.placed_sections():
        section = placed.section
        if placed.start < placed.end:
            said: dict[str, object] = {"tag": section.tag, "level": section.level}
            cas.add(SECTION, Span(placed.start, placed.end), **said, **_made(section))
    for span, passage in letter.placed_passages():
        if span.start < span.end:
            own = {"tag": passage.tag, "note": passage.note, "origin": passage.origin}
            cas.add(PASSAGE, span, **own, **_made(passage))
    for value in sorted(letter.values.values(), key=lambda each: (each.field, each.position)):
        if _is_placed(one, value.uid):
            said = {"field": value.field, "position": value.position, "value": value.value or value.shown}
            cas.add(VALUE, letter.spans[value.uid], **said, **_made(value))


def _made(row: Passage | Section | Value) -> dict[str, object]:
    return {"state": row.state, "analyst": row.analyst, "made_at": row.made_at}


def _is_placed(one: ExportLetter, uid: str) -> bool:
    span = one.letter.spans.get(uid)
    return span is not None and span.start < span.end


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    for one in letters:
        yield Piece(letter_file_name(one.id, one.letter.about.title, ".xmi"), cas_of(one, context))
    yield Piece(TYPE_SYSTEM, type_system())


UNPLACED = Message("Export", QT_TRANSLATE_NOOP("Export", "values without evidence in the text are left out"))
REST = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "corrections are applied, but what the OCR said is left out")
)


VALUES = Message("Export", QT_TRANSLATE_NOOP("Export", "values of the form are left out"))
NOTES = Message("Export", QT_TRANSLATE_NOOP("Export", "notes are left out"))
PROPOSED = Message("Export", QT_TRANSLATE_NOOP("Export", "what is only proposed is not marked so"))


def _leaves_out(one: ExportLetter, context: ExportContext) -> Iterator[Omission]:
    letter, is_own = one.letter, context.choice(LAYERS) == "own"
    states = [row.state for row in letter.passages.values()]
    states += [row.state for row in letter.sections.values()]
    noted = sum(bool(row.note) for row in letter.passages.values())
    counted = (
        (REST, len(letter.corrections)),
        (UNPLACED, sum(not _is_placed(one, uid) for uid in letter.values) if is_own else 0),
        (VALUES, 0 if is_own else len(letter.values)),
        (NOTES, bool(letter.about.note) + (0 if is_own else noted)),
        (PROPOSED, 0 if is_own else states.count("proposed")),
        (UNFIT_SIGNS, unfit_signs(letter.text) + unfit_signs(letter.about.title)),
    )
    yield from (Omission(what, times) for what, times in counted if times)


XMI = Exporter(
    "xmi",
    Message("Export", QT_TRANSLATE_NOOP("Export", "UIMA CAS (XMI)")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP("Export", "For INCEpTION and UIMA: words, sentences, sections, passages, values."),
    ),
    leaves_out=_leaves_out,
    choices=(LAYERS,),
)
