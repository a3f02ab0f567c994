"""Pages come from worker processes as they were sent."""

from __future__ import annotations

import pickle
from copy import deepcopy

from annotator.core.page_layout import PageLayout, WordBox, WordReading

PAGE = PageLayout(
    2,
    1,
    595.3,
    841.9,
    (WordBox(0, 3, 72.0, 100.0, 90.5, 110.0), WordBox(4, 9, 95.0, 100.0, 120.0, 110.0)),
    ("no_text",),
    (WordReading(0, 3, 61.0, ("één",)), WordReading(4, 9, -1.0)),
)


def test_a_page_that_was_sent_is_the_same() -> None:
    for sent in (pickle.loads(pickle.dumps(PAGE)), deepcopy(PAGE)):
        assert sent == PAGE
        assert [type(word) for word in sent.words] == [WordBox, WordBox]
        assert [type(reading) for reading in sent.readings] == [WordReading, WordReading]


def test_words_are_sent_as_columns() -> None:
    # Each word by itself as a named tuple makes a thousand pages wait for seconds.
    assert pickle.dumps(PAGE).count(b"WordBox") == 0
