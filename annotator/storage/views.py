"""The documented views, for others' tools: stable names and columns, in this order.

Each is fast for one letter (`WHERE letter_id = ?`) and for one row (`WHERE id = ?`): what depends on a
letter's other rows is a subquery over that letter's index, not a window over the whole project, which a
filter on `id` could not be pushed into.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.storage.text_pieces import PIECE

_TEXTS = """
    LEFT JOIN letter_ocr o ON o.letter_id = {row}.letter_id
    LEFT JOIN letter_text t ON t.letter_id = {row}.letter_id"""
_TEXT = "coalesce(t.text, o.text)"


def _quote(row: str, start: str, end: str) -> str:
    """Quote a place of the row's letter: of the pieces that it touches, or else of the whole text.

    The pieces come in the order of their numbers, since the only index that leads to them is in that order.
    """
    pieces = f"""SELECT substr(group_concat(q.text, ''), {start} % {PIECE} + 1, {end} - {start})
        FROM text_piece q WHERE q.letter_id = {row}.letter_id
            AND q.number BETWEEN {start} / {PIECE} AND {end} / {PIECE}"""
    return f"""CASE WHEN {start} IS NOT NULL THEN
        coalesce(({pieces}), substr({_TEXT}, {start} + 1, {end} - {start})) END"""


# LEFT JOINs on primary keys: SQLite leaves out those whose columns are not asked for.
_LETTERS = f"""CREATE VIEW letters AS
SELECT l.id, l.uid, l.title, l.source_name, s.sha256 AS source_sha256, l.status, l.pages,
    o.text AS ocr_text, {_TEXT} AS text, l.created_at, l.updated_at
FROM letter l
    LEFT JOIN source s ON s.id = l.source_id
    LEFT JOIN letter_ocr o ON o.letter_id = l.id
    LEFT JOIN letter_text t ON t.letter_id = l.id"""

_CORRECTIONS = """CREATE VIEW corrections AS
SELECT c.id, c.letter_id, c.ocr_start, c.ocr_end,
    p.start, p.start + c.ocr_end - c.ocr_start + c.grows AS "end",
    c.before, c.after, c.kind, c.origin, c.reason, c.analyst, c.made_at
FROM correction c LEFT JOIN correction_start p ON p.correction_id = c.id"""

_SECTIONS = f"""CREATE VIEW sections AS
SELECT s.id, s.uid, s.letter_id, p.position, s.level, nullif(s.tag, '') AS tag,
    replace({_quote("s", "s.heading_start", "s.heading_end")}, char(10), ' ') AS heading,
    s.start, p."end", p.subtree_end, {_quote("s", "s.start", 'p."end"')} AS text,
    s.state, s.analyst, s.made_at
FROM section s JOIN section_place p ON p.section_id = s.id{_TEXTS.format(row="s")}"""

_PASSAGES = f"""CREATE VIEW passages AS
SELECT p.id, p.uid, p.letter_id, p.tag, a.start, a."end", {_quote("p", "a.start", 'a."end"')} AS quote,
    p.note, p.state, p.analyst, p.made_at, p.origin
FROM passage p LEFT JOIN passage_place a ON a.passage_id = p.id{_TEXTS.format(row="p")}"""

_FORM_VALUES = f"""CREATE VIEW form_values AS
SELECT v.id, v.uid, v.letter_id, v.field, v.position, v.value, v.shown, v.evidence_start, v.evidence_end,
    {_quote("v", "v.evidence_start", "v.evidence_end")} AS evidence_quote, v.state, v.confidence,
    v.analyst, v.made_at
FROM form_value v{_TEXTS.format(row="v")}"""

VIEWS: Mapping[str, str] = {
    "letters": _LETTERS,
    "corrections": _CORRECTIONS,
    "sections": _SECTIONS,
    "passages": _PASSAGES,
    "form_values": _FORM_VALUES,
    "verdicts": """CREATE VIEW verdicts AS
SELECT id, letter_id, start, "end", reading, verdict, chosen, analyst, made_at FROM verdict""",
    "changes": """CREATE VIEW changes AS
SELECT id, label, analyst, made_at, state <> 'done' AS undone FROM change""",
    "change_letters": """CREATE VIEW change_letters AS
SELECT change_id, letter_id FROM change_letter""",
}
