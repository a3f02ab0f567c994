"""Make the sample file of the present schema, once, when it is released; then it is never made again.

Run from the top of the project: python -m tests.storage.make_fixture
"""

from __future__ import annotations

from pathlib import Path

from annotator.core import codebook_delta, operations
from annotator.core.codebook_edits import rename_tag
from annotator.core.read_anew import read_anew
from annotator.core.readings import NewReading
from annotator.core.text import Span
from annotator.storage.kept_readings import ReadSource, keep_reading
from annotator.storage.names import MIGRATION_NAMES
from tests.storage.making import STAMP, Player, corrected, letter, project, save, tagged


def main() -> None:
    """Make a small project with some of everything."""
    path = Path(__file__).parent / "fixtures" / f"schema_{len(MIGRATION_NAMES):04}.kant"
    with project(path, letter(pages=(0, 21)), letter("Belgié steunt\nde motie.\n", "Second")) as store:
        save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
        save(store, 2, {1: tagged(store.reader.letter(1), "motie Jansen", "p")})
        made = store.reader.letter(1)
        at = made.text.index("2 maart 2026")
        date = operations.set_value(
            made, "letter_date", 0, "2026-03-02", "2 maart 2026", Span(at, at + 12), STAMP
        )
        save(store, 3, {1: date})
        save(store, 4, {1: operations.judge(Span(at, at + 1), "2", "here", "", STAMP)})
        player = Player({2: store.reader.letter(2)}, 1)
        for _ in range(8):
            change, mode = player.next()
            save(store, 4 + change.id, change.deltas, mode, change.codebook)
        book = store.reader.codebook()
        renamed = codebook_delta.between(book, rename_tag(book, "country", "nl", "Land"))
        last = store.reader.last_change_id() + 1
        save(store, last, {}, "new", renamed)
        text = store.reader.letter(1).ocr_text.replace("steunen", "steunden")
        source = ReadSource("scan.txt", "0" * 64, text.encode(), text, (0, 21))
        store.do(lambda conn: keep_reading(conn, 1, 2, source, STAMP.analyst, STAMP.made_at))
        anew, _ = read_anew(store.reader.letter(1), NewReading(2, text, (0, 21)))
        save(store, last + 1, {1: anew})
        absent = operations.set_absent(store.reader.letter(1), "meeting_date", 0, STAMP)
        save(store, last + 2, {1: absent})


if __name__ == "__main__":
    main()
