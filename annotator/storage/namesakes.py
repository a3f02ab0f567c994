"""What tells a letter from others of the same title, wherever letters are listed."""

from __future__ import annotations

# For a letter `l`: "" where no other has its title, else the name of its file; where that is the same too,
# with the letter's number. The index `letter_namesake` answers both questions.
APART = """CASE
    WHEN NOT EXISTS (SELECT 1 FROM letter n WHERE n.title = l.title AND n.id <> l.id) THEN ''
    WHEN NOT EXISTS (SELECT 1 FROM letter n WHERE n.title = l.title AND n.source_name = l.source_name
        AND n.id <> l.id) THEN l.source_name
    ELSE l.source_name || ' · ' || l.id END"""
