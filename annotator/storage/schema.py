"""The tables, as the migrations make them. Never edit those of a released one: later migrations alter."""

from __future__ import annotations

# `letter` is narrow, so that a list over 100,000 letters scans fast; the texts lie in tables of their own.
# Passages have their places apart for the same reason: an edit shifts 10,000 of them, and then 12 bytes a row
# are written instead of 120 (measured: 3.4 ms a commit instead of 9).
FIRST_SCHEMA = (
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        size INTEGER NOT NULL
    )""",
    """CREATE TABLE source_bytes (
        source_id INTEGER PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE,
        bytes BLOB NOT NULL
    )""",
    """CREATE TABLE letter (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        status TEXT NOT NULL,
        source_id INTEGER REFERENCES source(id),
        source_name TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 1,
        pages INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX letter_status ON letter(status)",
    "CREATE INDEX letter_source ON letter(source_id)",
    """CREATE TABLE letter_ocr (
        letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
        text TEXT NOT NULL
    )""",
    """CREATE TABLE letter_text (
        letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
        text TEXT NOT NULL
    )""",
    """CREATE TABLE page (
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        ocr_start INTEGER NOT NULL,
        start INTEGER NOT NULL,
        PRIMARY KEY (letter_id, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE section (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        level INTEGER NOT NULL,
        tag TEXT NOT NULL,
        start INTEGER NOT NULL,
        heading_start INTEGER,
        heading_end INTEGER,
        state TEXT NOT NULL,
        analyst TEXT NOT NULL,
        made_at TEXT NOT NULL,
        UNIQUE (letter_id, uid)
    )""",
    """CREATE TABLE passage (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        note TEXT NOT NULL,
        state TEXT NOT NULL,
        analyst TEXT NOT NULL,
        made_at TEXT NOT NULL,
        UNIQUE (letter_id, uid)
    )""",
    """CREATE TABLE passage_place (
        passage_id INTEGER PRIMARY KEY REFERENCES passage(id) ON DELETE CASCADE,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL
    )""",
    "CREATE INDEX passage_place_letter ON passage_place(letter_id)",
    """CREATE TABLE form_value (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        position INTEGER NOT NULL,
        value TEXT NOT NULL,
        shown TEXT NOT NULL,
        evidence_start INTEGER,
        evidence_end INTEGER,
        state TEXT NOT NULL,
        confidence REAL,
        analyst TEXT NOT NULL,
        made_at TEXT NOT NULL,
        UNIQUE (letter_id, uid)
    )""",
    "CREATE INDEX form_value_field ON form_value(letter_id, field, position)",
    """CREATE TABLE verdict (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        reading TEXT NOT NULL,
        verdict TEXT NOT NULL,
        chosen TEXT NOT NULL,
        analyst TEXT NOT NULL,
        made_at TEXT NOT NULL,
        UNIQUE (letter_id, uid)
    )""",
    # `grows` is in the index, so that the view finds a correction's place in the text without reading its
    # row.
    """CREATE TABLE correction (
        id INTEGER PRIMARY KEY,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        ocr_start INTEGER NOT NULL,
        ocr_end INTEGER NOT NULL,
        after TEXT NOT NULL,
        kind TEXT NOT NULL,
        origin TEXT NOT NULL,
        reason TEXT NOT NULL,
        analyst TEXT NOT NULL,
        made_at TEXT NOT NULL,
        grows INTEGER NOT NULL
    )""",
    "CREATE INDEX correction_place ON correction(letter_id, ocr_start, ocr_end, grows)",
    """CREATE TABLE change (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        label_json TEXT NOT NULL,
        analyst TEXT NOT NULL,
        made_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
    )""",
    "CREATE INDEX change_state ON change(state)",
    """CREATE TABLE change_letter (
        change_id INTEGER NOT NULL REFERENCES change(id) ON DELETE CASCADE,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        delta TEXT NOT NULL,
        PRIMARY KEY (change_id, letter_id)
    )""",
    "CREATE INDEX change_letter_letter ON change_letter(letter_id)",
    """CREATE TABLE codebook_tag (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        position INTEGER NOT NULL,
        json TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE codebook_field (
        id TEXT PRIMARY KEY,
        type TEXT NOT NULL,
        position INTEGER NOT NULL,
        json TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE suspect_cache (
        letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        engine TEXT NOT NULL,
        suspects_left INTEGER NOT NULL,
        json TEXT NOT NULL
    )""",
)

# Migration 2. One row a page, its words packed (`page_layouts.packed`): rows for single words would be 240
# million in 100,000 letters.
PAGE_LAYOUTS = (
    """CREATE TABLE page_layout (
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        source_page INTEGER NOT NULL,
        width REAL NOT NULL,
        height REAL NOT NULL,
        flags TEXT NOT NULL,
        words BLOB NOT NULL,
        PRIMARY KEY (letter_id, number)
    )""",
    """CREATE TABLE furniture (
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        ocr_start INTEGER NOT NULL,
        ocr_end INTEGER NOT NULL,
        kind TEXT NOT NULL,
        PRIMARY KEY (letter_id, ocr_start)
    ) WITHOUT ROWID""",
)

# Migration 3. What a change did to the codebook, where it did something; and what finds those that carry a
# tag without going through all passages.
CODEBOOK_CHANGES = (
    """CREATE TABLE change_codebook (
        change_id INTEGER PRIMARY KEY REFERENCES change(id) ON DELETE CASCADE,
        delta TEXT NOT NULL
    )""",
    "CREATE INDEX passage_tag ON passage(tag)",
    "CREATE INDEX section_tag ON section(tag)",
    "CREATE INDEX form_value_of ON form_value(field, value)",
)

# Migration 4. What the search keeps of letters; the index itself is made when it is first filled
# (`annotator.storage.indexing`).
SEARCH = (
    """CREATE TABLE search_letter (
        letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        corrections TEXT NOT NULL
    )""",
    "CREATE TABLE search_stale (letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE)",
    "INSERT INTO search_stale SELECT id FROM letter",
)

# Migration 5. What the program proposes for a letter's content version, as it was found; the rows that nobody
# has decided on yet lie with the letter's own, in the state `proposed`. And what analysts turned down.
PROPOSALS = (
    """CREATE TABLE proposal (
        letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        engine TEXT NOT NULL,
        sections_open INTEGER NOT NULL DEFAULT 0,
        passages_open INTEGER NOT NULL DEFAULT 0,
        values_open INTEGER NOT NULL DEFAULT 0,
        missing TEXT NOT NULL DEFAULT '[]',
        json TEXT NOT NULL
    )""",
    """CREATE TABLE dismissal (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL,
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        value TEXT NOT NULL,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        analyst TEXT NOT NULL,
        made_at TEXT NOT NULL,
        UNIQUE (letter_id, uid)
    )""",
)

# Migration 6. Where corrections in force stand in the text, and what the OCR read there, kept by the writer:
# a view that worked them out for each row took time that grew with the square of a letter's corrections.
PLACES_OF_CORRECTIONS = (
    "ALTER TABLE correction ADD COLUMN before TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE correction_start (
        correction_id INTEGER PRIMARY KEY REFERENCES correction(id) ON DELETE CASCADE,
        start INTEGER NOT NULL
    )""",
)

# Migration 7. What keeps the views fast for a letter of a megabyte with thousands of rows: where sections end
# (`section_places`), and long texts in pieces (`text_pieces`).
QUICK_QUOTES = (
    """CREATE TABLE section_place (
        section_id INTEGER PRIMARY KEY REFERENCES section(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        subtree_end INTEGER NOT NULL
    )""",
    """CREATE TABLE text_piece (
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (letter_id, number)
    ) WITHOUT ROWID""",
)

# Migration 8. What a source says of its words and lines beside their text, as JSON that anybody reads, and
# what import had to say of a letter. Written once, at import, and for a page that is read a second time.
READINGS = (
    """CREATE TABLE page_words (
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY (letter_id, number)
    )""",
    """CREATE TABLE line_style (
        letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
        lines TEXT NOT NULL
    )""",
    """CREATE TABLE import_note (
        letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
        notes TEXT NOT NULL
    )""",
)

# Migration 9. Which reading of its source a letter goes by, and each reading of letters that were read anew:
# `content` is what lies in the tables of pages and styles for the one in use (`kept_readings`). And which
# corrections the reading in use disputes.
READINGS_KEPT = (
    "ALTER TABLE letter ADD COLUMN reading INTEGER NOT NULL DEFAULT 1",
    """CREATE TABLE reading (
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        analyst TEXT NOT NULL,
        source_id INTEGER REFERENCES source(id),
        source_name TEXT NOT NULL,
        text TEXT NOT NULL,
        pages TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (letter_id, number)
    )""",
    "CREATE INDEX reading_source ON reading(source_id)",
    """CREATE TABLE disputed (
        letter_id INTEGER NOT NULL REFERENCES letter(id) ON DELETE CASCADE,
        ocr_start INTEGER NOT NULL,
        ocr_end INTEGER NOT NULL,
        after TEXT NOT NULL,
        PRIMARY KEY (letter_id, ocr_start, ocr_end)
    ) WITHOUT ROWID""",
)

# Migration 10. Which letters have the same title, and the same name of file: a list says beside each row what
# tells it from the others (`namesakes`).
NAMESAKES = ("CREATE INDEX letter_namesake ON letter(title, source_name)",)

# Migration 12. Who or what a passage is from: a person (""), or what had proposed it (`Passage.origin`).
ORIGIN_OF_PASSAGES = ("ALTER TABLE passage ADD COLUMN origin TEXT NOT NULL DEFAULT ''",)

# Migration 13. A list of letters with suspects left need not read past what was found in each. The index
# gives their ids in order: out of order it takes SQLite ten times as long to look a million of them up.
SUSPECTS_LEFT = ("CREATE INDEX suspect_cache_left ON suspect_cache(letter_id, suspects_left)",)
