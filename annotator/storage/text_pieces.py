"""The texts of long letters in pieces, so that the documented views quote a place without reading all of it.

For each quote SQLite reads the text from its beginning. A short one is read at once; of a long one only the
pieces that the quote touches are. Where there are no pieces the views quote the text itself, so they may be
missing, but never be of another text.
"""

from __future__ import annotations

import sqlite3

PIECE = 4096  # code points; the views count on it
_LONG = 4 * PIECE

_EVERY_TEXT = (
    "SELECT o.letter_id, coalesce(t.text, o.text) FROM letter_ocr o LEFT JOIN letter_text t USING (letter_id)"
)


def keep_pieces(conn: sqlite3.Connection, letter_id: int, text: str, unchanged: int = 0) -> None:
    """Write the pieces of a letter's text, where it is long.

    The first `unchanged` code points are as they were.
    """
    first = unchanged // PIECE
    if len(text) <= _LONG or not _has_pieces(conn, letter_id):
        first = 0
    conn.execute("DELETE FROM text_piece WHERE letter_id = ? AND number >= ?", (letter_id, first))
    if len(text) > _LONG:
        conn.executemany(
            "INSERT INTO text_piece (letter_id, number, text) VALUES (?, ?, ?)",
            [
                (letter_id, at // PIECE, text[at : at + PIECE])
                for at in range(first * PIECE, len(text), PIECE)
            ],
        )


def keep_all_pieces(conn: sqlite3.Connection) -> None:
    """Make the pieces of all letters anew."""
    conn.execute("DELETE FROM text_piece")
    long = "typeof(coalesce(t.text, o.text)) = 'text' AND length(coalesce(t.text, o.text)) > ?"
    for letter_id, text in conn.execute(f"{_EVERY_TEXT} WHERE {long}", (_LONG,)):
        keep_pieces(conn, letter_id, text)


def _has_pieces(conn: sqlite3.Connection, letter_id: int) -> bool:
    found = conn.execute("SELECT 1 FROM text_piece WHERE letter_id = ? AND number = 0", (letter_id,))
    return found.fetchone() is not None
