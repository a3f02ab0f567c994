"""The migrations of the project file, in order: one function each, added at the end, never renamed.

Import it only to make or migrate a file: it brings sqlite_utils in. A new one also goes into
`names.MIGRATION_NAMES`, and gets a sample file of the schema before it in tests/storage/fixtures.
"""

from __future__ import annotations

import json
import sqlite3

from sqlite_utils import Database, Migrations

from annotator.storage.names import APPLICATION_ID, MIGRATION_SET
from annotator.storage.project import load_codebook
from annotator.storage.proposals import missing_fields
from annotator.storage.rows import PROPOSED, place_corrections
from annotator.storage.schema import (
    CODEBOOK_CHANGES,
    FIRST_SCHEMA,
    NAMESAKES,
    ORIGIN_OF_PASSAGES,
    PAGE_LAYOUTS,
    PLACES_OF_CORRECTIONS,
    PROPOSALS,
    QUICK_QUOTES,
    READINGS,
    READINGS_KEPT,
    SEARCH,
    SUSPECTS_LEFT,
)
from annotator.storage.section_places import place_sections
from annotator.storage.text_pieces import keep_all_pieces
from annotator.storage.views import VIEWS

migrations = Migrations(MIGRATION_SET)


@migrations()
def m0001_first_schema(db: Database) -> None:
    """Make the tables of the first schema."""
    for statement in FIRST_SCHEMA:
        db.execute(statement)


@migrations()
def m0002_page_layouts(db: Database) -> None:
    """Make the tables of where words stand on the pages, and of furniture."""
    for statement in PAGE_LAYOUTS:
        db.execute(statement)


@migrations()
def m0003_codebook_changes(db: Database) -> None:
    """Make the table of what changes did to the codebook, and the indexes of what carries a tag."""
    for statement in CODEBOOK_CHANGES:
        db.execute(statement)


@migrations()
def m0004_search(db: Database) -> None:
    """Make the tables of the search; every letter is to be put into the index."""
    for statement in SEARCH:
        db.execute(statement)


@migrations()
def m0005_proposals(db: Database) -> None:
    """Make the tables of what the program proposes, and of what analysts turned down."""
    for statement in PROPOSALS:
        db.execute(statement)


@migrations()
def m0006_places_of_corrections(db: Database) -> None:
    """Keep where corrections stand in the text, and what the OCR read there, for those that are there."""
    for statement in PLACES_OF_CORRECTIONS:
        db.execute(statement)
    conn = db.conn
    # A value of another type was put there by another program: it is reported as damaged when it is read.
    corrected = "typeof(text) = 'text' AND letter_id IN (SELECT letter_id FROM correction)"
    plain = "typeof(ocr_start) = 'integer' AND typeof(ocr_end) = 'integer'"
    for letter_id, text in conn.execute(f"SELECT letter_id, text FROM letter_ocr WHERE {corrected}"):
        rows = conn.execute(
            f"SELECT id, ocr_start, ocr_end FROM correction WHERE letter_id = ? AND {plain}", (letter_id,)
        ).fetchall()
        befores = [(text[max(0, start) : max(0, end)], row_id) for row_id, start, end in rows]
        conn.executemany("UPDATE correction SET before = ? WHERE id = ?", befores)
        place_corrections(conn, letter_id)


@migrations()
def m0007_quick_quotes(db: Database) -> None:
    """Keep where sections end, and long texts in pieces, for the letters that are there."""
    for statement in QUICK_QUOTES:
        db.execute(statement)
    conn = db.conn
    texts = "letter_ocr o LEFT JOIN letter_text t USING (letter_id)"
    lengths = conn.execute(f"SELECT o.letter_id, length(coalesce(t.text, o.text)) FROM {texts}").fetchall()
    for letter_id, length in lengths:
        place_sections(conn, letter_id, length)
    keep_all_pieces(conn)


@migrations()
def m0008_readings(db: Database) -> None:
    """Make the tables of how sure words were read, how lines are set, and what import had to say."""
    for statement in READINGS:
        db.execute(statement)


@migrations()
def m0009_readings_kept(db: Database) -> None:
    """Make the tables of the readings of letters that are read anew."""
    for statement in READINGS_KEPT:
        db.execute(statement)


@migrations()
def m0010_namesakes(db: Database) -> None:
    """Make the index by which letters of the same title are found."""
    for statement in NAMESAKES:
        db.execute(statement)


@migrations()
def m0011_absent_values(db: Database) -> None:
    """Let values be in the state `absent`, which older programs take for damage: they refuse the file now.

    A required value that cannot be read counts as missing from here on, as an emptied part of a group does.
    """
    missing = "SELECT letter_id, missing FROM proposal WHERE json_valid(missing)"
    held = "SELECT DISTINCT field FROM form_value WHERE letter_id = ? AND value = '' AND state = 'confirmed'"
    conn = db.conn
    required = {leaf.id for leaf in load_codebook(conn).required_fields()}
    for letter_id, known in conn.execute(missing).fetchall():
        open_now = [field for (field,) in conn.execute(held, (letter_id,)) if field in required]
        if open_now:
            both = [*missing_fields(known), *open_now]
            conn.execute(
                "UPDATE proposal SET missing = ? WHERE letter_id = ?",
                (json.dumps(list(dict.fromkeys(both))), letter_id),
            )


@migrations()
def m0012_origin_of_passages(db: Database) -> None:
    """Keep with each passage what had proposed it."""
    for statement in ORIGIN_OF_PASSAGES:
        db.execute(statement)
    db.execute(f"UPDATE passage SET origin = 'rule' WHERE {PROPOSED}")


@migrations()
def m0013_suspects_left(db: Database) -> None:
    """Index how many suspects letters have left."""
    for statement in SUSPECTS_LEFT:
        db.execute(statement)


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the file up to the newest schema, each migration in a transaction of its own, then its views.

    Foreign keys must be off: with them on, `transform()` would delete the rows that refer to a table.
    """
    db = Database(conn)
    migrations.apply(db)
    with db.atomic():
        _refresh_views(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(migrations.applied(db))}")


def _refresh_views(db: Database) -> None:
    for name, statement in VIEWS.items():
        db.execute(f"DROP VIEW IF EXISTS {name}")
        db.execute(statement)
