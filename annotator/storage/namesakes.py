"""What tells a letter from others of the same title, wherever letters are listed."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePath

# For a letter `l`: "" where no other has its title, else the name of its file; where that is the same too,
# with the letter's number. The index `letter_namesake` answers both questions.
APART = """CASE
    WHEN NOT EXISTS (SELECT 1 FROM letter n WHERE n.title = l.title AND n.id <> l.id) THEN ''
    WHEN NOT EXISTS (SELECT 1 FROM letter n WHERE n.title = l.title AND n.source_name = l.source_name
        AND n.id <> l.id) THEN l.source_name
    ELSE l.source_name || ' · ' || l.id END"""

_MOST = 8  # letters of one title, or one name of file, that are looked at for a letter


def perhaps_the_same(conn: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return pairs of letters that may have come in twice: one of these, and another with its title, or with
    a name of file that differs in its kind alone (`brief.txt`, `brief.pdf`)."""
    stems: dict[str, list[int]] = defaultdict(list)
    names: dict[int, str] = {}
    for letter_id, name in conn.execute("SELECT id, source_name FROM letter ORDER BY id"):
        names[letter_id] = PurePath(str(name)).stem.casefold()
        stems[names[letter_id]].append(letter_id)
    pairs = set[tuple[int, int]]()
    same_title = (
        "SELECT n.id FROM letter l JOIN letter n ON n.title = l.title AND n.id <> l.id WHERE l.id = ?"
        f" LIMIT {_MOST}"
    )
    for letter_id in ids:
        others = [int(row[0]) for row in conn.execute(same_title, (letter_id,))]
        others += [one for one in stems[names.get(letter_id, "")][: _MOST + 1] if one != letter_id]
        pairs |= {(min(letter_id, other), max(letter_id, other)) for other in others}
    return sorted(pairs)
