"""The documented views, for others' tools: stable names and columns, in this order.

Each is fast for one letter (`WHERE letter_id = ?`) and for one row (`WHERE id = ?`): what depends on a
letter's other rows is a subquery over that letter's index, not a window over the whole project, which a
filter on `id` could not be pushed into.
"""

from __future__ import annotations

from collections.abc import Mapping

_TEXTS = """
    LEFT JOIN letter_ocr o ON o.letter_id = {row}.letter_id
    LEFT JOIN letter_text t ON t.letter_id = {row}.letter_id"""
_TEXT = "coalesce(t.text, o.text)"


def _quote(start: str, end: str) -> str:
    return f"substr({_TEXT}, {start} + 1, {end} - {start})"


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

_SECTION_ORDER = "({0}.start, {0}.made_at, {0}.uid)"
# The section that an imported letter has is shown until one is proposed in its place.
_SHOWN = """({0}.tag <> '' OR {0}.state <> 'proposed' OR {0}.start > 0 OR NOT EXISTS (SELECT 1
        FROM section z WHERE z.letter_id = {0}.letter_id AND z.uid >= 'proposed:' AND z.uid < 'proposed;'
            AND z.start = 0))"""
_NEXT_START = """coalesce((SELECT n.start FROM section n WHERE n.letter_id = s.letter_id{more}
        AND {after} > {this} AND {shown} ORDER BY n.start, n.made_at, n.uid LIMIT 1), length({text}))"""


def _next_start(more: str = "") -> str:
    after, this = _SECTION_ORDER.format("n"), _SECTION_ORDER.format("s")
    return _NEXT_START.format(more=more, after=after, this=this, shown=_SHOWN.format("n"), text=_TEXT)


_SECTIONS = f"""CREATE VIEW sections AS
SELECT p.id, p.uid, p.letter_id, p.position, p.level, p.tag,
    replace({_quote("p.heading_start", "p.heading_end")}, char(10), ' ') AS heading,
    p.start, p."end", p.subtree_end, {_quote("p.start", 'p."end"')} AS text, p.state, p.analyst, p.made_at
FROM (
    SELECT s.id, s.uid, s.letter_id,
        (SELECT count(*) FROM section b WHERE b.letter_id = s.letter_id
            AND {_SECTION_ORDER.format("b")} < {_SECTION_ORDER.format("s")}
            AND {_SHOWN.format("b")}) AS position,
        s.level, nullif(s.tag, '') AS tag, s.heading_start, s.heading_end, s.start,
        {_next_start()} AS "end",
        {_next_start(" AND n.level <= s.level")} AS subtree_end,
        s.state, s.analyst, s.made_at
    FROM section s{_TEXTS.format(row="s")}
    WHERE {_SHOWN.format("s")}
) p{_TEXTS.format(row="p")}"""

_PASSAGES = f"""CREATE VIEW passages AS
SELECT p.id, p.uid, p.letter_id, p.tag, a.start, a."end", {_quote("a.start", 'a."end"')} AS quote,
    p.note, p.state, p.analyst, p.made_at
FROM passage p LEFT JOIN passage_place a ON a.passage_id = p.id{_TEXTS.format(row="p")}"""

_FORM_VALUES = f"""CREATE VIEW form_values AS
SELECT v.id, v.uid, v.letter_id, v.field, v.position, v.value, v.shown, v.evidence_start, v.evidence_end,
    {_quote("v.evidence_start", "v.evidence_end")} AS evidence_quote, v.state, v.confidence,
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
