"""What a backup would bring back, compared with the project as it is now."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.storage.backups.packs import attached
from annotator.storage.connections import connect_to_read
from annotator.storage.examine import require_project
from annotator.storage.troubles import as_problems

_NAMED = 5  # titles that are told


@dataclass(frozen=True, slots=True)
class Made:
    """What one of the two has that the other has not, in letters that both have."""

    corrections: int
    passages: int
    values: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What restoring does: letters that come back, those that go, those that read otherwise then, and the
    steps (changes) made since that go, with how much they made. Of letters that come and go some titles."""

    back: int
    back_titles: tuple[str, ...]
    gone: int
    gone_titles: tuple[str, ...]
    differ: int
    changes_gone: int
    changes_back: int
    made_gone: Made
    made_back: Made


_ONLY = "FROM {a}.letter WHERE uid NOT IN (SELECT uid FROM {b}.letter)"
_CHANGES = """SELECT count(*) FROM {a}.change x WHERE state = 'done' AND NOT EXISTS
    (SELECT 1 FROM {b}.change y WHERE y.id = x.id AND y.made_at = x.made_at AND y.state = 'done')"""
# In letters that both have, and that are not as they were: the others are the same in both.
_MADE = """SELECT count(*) FROM {a}.letter l JOIN {b}.letter m USING (uid)
    JOIN {a}.{table} x ON x.letter_id = l.id
    WHERE l.updated_at <> m.updated_at AND NOT EXISTS
    (SELECT 1 FROM {b}.{table} y WHERE y.letter_id = m.id AND {same})"""
_KINDS = (
    ("correction", "y.ocr_start = x.ocr_start AND y.ocr_end = x.ocr_end AND y.after = x.after"),
    ("passage", "y.uid = x.uid AND y.tag = x.tag AND y.state = x.state"),
    ("form_value", "y.uid = x.uid AND y.shown = x.shown AND y.state = x.state"),
)
_DIFFER = """SELECT count(*) FROM main.letter x JOIN present.letter y USING (uid)
    WHERE x.updated_at <> y.updated_at"""


def compare(backup: Path, present: Path) -> Comparison:
    """Compare a backup with the project, which may be open. Raises UserError where one cannot be read."""
    with (
        as_problems(present),
        closing(connect_to_read(backup)) as conn,
        attached(conn, present, "present", mode="ro"),
    ):

        def only(a: str, b: str) -> tuple[int, tuple[str, ...]]:
            where = _ONLY.format(a=a, b=b)
            (count,) = conn.execute(f"SELECT count(*) {where}").fetchone()
            titles = conn.execute(f"SELECT title {where} ORDER BY id LIMIT {_NAMED}")
            return int(count), tuple(str(title) for (title,) in titles)

        def count(statement: str) -> int:
            return int(conn.execute(statement).fetchone()[0])

        def made(a: str, b: str) -> Made:
            counts = [count(_MADE.format(a=a, b=b, table=table, same=same)) for table, same in _KINDS]
            return Made(*counts)

        require_project(conn, present, "present")
        conn.execute("BEGIN")
        return Comparison(
            *only("main", "present"),
            *only("present", "main"),
            count(_DIFFER),
            count(_CHANGES.format(a="present", b="main")),
            count(_CHANGES.format(a="main", b="present")),
            made("present", "main"),
            made("main", "present"),
        )
