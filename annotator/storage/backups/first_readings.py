"""Packs hold what letters had at first: a letter that was read anew since has its first reading in them.

So a pack stays right for all backups of a folder, older and newer. Those made since have all readings of such
letters among their rows, and the one in use is laid over what came from the packs.
"""

from __future__ import annotations

import sqlite3

from annotator.storage.backups.packs import OWNERS, TABLES, Kind, Packed, columns_of
from annotator.storage.kept_readings import PARTS, put_rows, unpacked_rows


def rows_of(conn: sqlite3.Connection, packed: Packed, database: str, wanted: str) -> str:
    """Return what to select a packed table's rows from, as letters had them at first.

    `database` is `main` or an attached project; `wanted` selects the ids of the letters whose rows count.
    """
    table = f"{database}.{packed.table}"
    if packed.owner != "letter_id" or not columns_of(conn, database, "reading"):
        return table
    if not _note(conn, packed, database, wanted):
        return table
    others = f"SELECT * FROM {table} WHERE letter_id NOT IN (SELECT letter_id FROM temp.read_anew)"
    return f"({others} UNION ALL SELECT * FROM temp.first_{packed.table})"


def _note(conn: sqlite3.Connection, packed: Packed, database: str, wanted: str) -> bool:
    """Make the temporary tables of letters that were read anew, and of the rows that they had at first."""
    name = f"first_{packed.table}"
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS read_anew (letter_id INTEGER PRIMARY KEY)")
    conn.execute("DELETE FROM temp.read_anew")
    conn.execute(f"INSERT INTO temp.read_anew SELECT letter_id FROM {database}.reading WHERE number = 1")
    conn.execute(f"DROP TABLE IF EXISTS temp.{name}")
    conn.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM {database}.{packed.table} LIMIT 0")
    ids = conn.execute(f"SELECT letter_id FROM temp.read_anew WHERE letter_id IN ({wanted})").fetchall()
    for (letter_id,) in ids:
        text, content = conn.execute(
            f"SELECT text, content FROM {database}.reading WHERE letter_id = ? AND number = 1", (letter_id,)
        ).fetchone()
        if packed.table in PARTS:
            try:
                rows = unpacked_rows(content).get(packed.table, ())
            except (ValueError, TypeError, AttributeError):
                continue  # damaged, as the check says: the letter is whole without it
            put_rows(conn, f"temp.{name}", letter_id, rows)
        else:
            conn.execute(f"INSERT INTO temp.{name} (letter_id, text) VALUES (?, ?)", (letter_id, text))
    return conn.execute("SELECT 1 FROM temp.read_anew LIMIT 1").fetchone() is not None


def unpack(conn: sqlite3.Connection, kind: Kind, database: str, *, from_pack: bool) -> None:
    """Put rows into the project of the connection (`main`) that it lacks, from a pack or another project.

    `database` is the attached file that has them.
    """
    for packed in TABLES[kind]:
        columns = columns_of(conn, "main", packed.table)
        there = columns_of(conn, database, packed.table)
        if not columns or not there:
            continue
        names = [column for column in columns if column != packed.owner and column in there]
        into = ", ".join(f'"{column}"' for column in (packed.owner, *names))
        listed = ", ".join(f't."{column}"' for column in names)
        held = f"{database}.{packed.table}"
        if not from_pack:
            lacking = (
                f"SELECT k.id FROM {database}.letter k JOIN main.letter o USING (uid)"
                f" WHERE o.id NOT IN (SELECT letter_id FROM main.{packed.table})"
            )
            held = rows_of(conn, packed, database, lacking)
        joined = "" if from_pack else packed.joined.format(db=f"{database}.")
        key = "t.key" if from_pack else f"k.{packed.key}"
        conn.execute(
            f"INSERT OR IGNORE INTO main.{packed.table} ({into}) SELECT o.id, {listed}"
            f" FROM {held} t {joined} JOIN main.{OWNERS[kind]} o ON o.{packed.key} = {key}"
        )
