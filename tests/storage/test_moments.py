"""The moment that a read sees ends with the read, also with one that fails."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.store import Store


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


def test_an_error_that_is_kept_keeps_no_moment(closed: Path) -> None:
    page = "(1, {}, {}, 100, 100, '{{}}', x'00')"
    pages = ", ".join(page.format(number, number) for number in range(1, 30))
    columns = "letter_id, number, source_page, width, height, flags, words"
    sql(closed, f"INSERT INTO page_layout ({columns}) VALUES {pages}")
    with Store.open(closed) as store:
        with pytest.raises(UserError) as kept:
            store.reader.page_layouts(1)  # comes no further than the first page
        store.do(lambda conn: conn.execute("UPDATE letter SET title = 'Later'"))
        store.flush()
        assert {row.title for row in store.reader.letters_page()} == {"Later"}
        assert kept.value.__cause__ is not None  # as a view keeps it that shows what is wrong
