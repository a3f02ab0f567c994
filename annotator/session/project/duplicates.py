"""Letters whose texts are the same, or nearly: found in the background, told apart by the analyst."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from annotator.core.likeness import Fingerprint, LikePair, fingerprint, likeness, near_pairs
from annotator.core.read_json import read_json
from annotator.storage.names import SETTING_NO_DUPLICATES
from annotator.storage.project import save_setting
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

ALIKE = 0.5  # of the shingles: below that two letters only have a subject in common
_TOKEN = re.compile(r"\w+|[^\w\s]")
_MOST_TOKENS = 20_000  # beyond that nothing is marked: it would take minutes
_ALL_LOOKED_AT = 150  # letters of a project, all of which are looked at when some came in
_AT_ONCE = 200  # letters read between two looks at the cancel button

Progress = Callable[[int, str], None]
Cancelled = Callable[[], bool]
Pair = tuple[str, str]  # uids


def find_duplicates(store: Store, progress: Progress, cancelled: Cancelled) -> list[LikePair]:
    """Return the pairs of letters that are alike, the most alike first; without those said to be two.

    Called away from the views' thread. Cancelled, it returns what was found until then. Raises `UserError`
    where the project cannot be read.
    """
    store.flush()
    with store.open_reader() as reader:
        prints = _fingerprints(reader, progress, cancelled)
        uids, apart = reader.uids(list(prints)), no_duplicates(reader)
        found: list[LikePair] = []
        for one, other in near_pairs(prints):
            if cancelled():
                break
            if _pair(uids[one], uids[other]) in apart:
                continue
            alike = likeness(_text(reader, one), _text(reader, other))
            if alike >= ALIKE:
                found.append(LikePair(min(one, other), max(one, other), alike))
    return sorted(found, key=lambda pair: (-pair.likeness, pair.one, pair.other))


def _fingerprints(reader: Reader, progress: Progress, cancelled: Cancelled) -> dict[int, Fingerprint]:
    prints: dict[int, Fingerprint] = {}
    ids = reader.letter_ids()
    for start in range(0, len(ids), _AT_ONCE):
        if cancelled():
            break
        for letter_id, _, text in reader.plain_texts(ids[start : start + _AT_ONCE]):
            prints[letter_id] = fingerprint(text)
        progress(min(len(ids), start + _AT_ONCE), "")
    return prints


def _text(reader: Reader, letter_id: int) -> str:
    found = reader.plain_texts([letter_id])
    return found[0][2] if found else ""


def no_duplicates(reader: Reader) -> set[Pair]:
    """Return the pairs of letters (uids) that an analyst said are two."""
    return _kept_pairs(reader.setting(SETTING_NO_DUPLICATES, "[]"))


def _kept_pairs(source: str) -> set[Pair]:
    """Return the pairs that a setting holds; none where it is damaged: they are asked about again."""
    try:
        pairs = [(str(one), str(other)) for one, other in read_json(source)]
    except (ValueError, TypeError):
        return set()
    return {_pair(*pair) for pair in pairs}


@dataclass(frozen=True, slots=True)
class Alike:
    """A letter that is like one which was there: how alike, 0 to 1, and the names of their files."""

    letter_id: int
    name: str
    other_name: str
    likeness: float


def alike_with(store: Store, new: Sequence[int], cancelled: Cancelled) -> list[Alike]:
    """Return which of these letters, that just came in, are like another of the project.

    In a large project only letters of the same title or with files of the same name are looked at: it must
    not take longer than the import did. Called away from the views' thread. Raises `UserError` where the
    project cannot be read.
    """
    store.flush()
    with store.open_reader() as reader:
        wanted = set(new)
        if reader.letters_count() <= _ALL_LOOKED_AT:
            prints = _fingerprints(reader, lambda count, name: None, cancelled)
            pairs = [pair for pair in near_pairs(prints) if wanted.intersection(pair)]
        else:
            pairs = reader.perhaps_the_same(new)
        found: dict[int, tuple[int, float]] = {}
        for one, other in pairs:
            if cancelled():
                break
            alike = likeness(_text(reader, one), _text(reader, other))
            letter, known = (other, one) if other in wanted else (one, other)
            if alike >= ALIKE and alike > found.get(letter, (0, 0.0))[1]:
                found[letter] = known, alike
        ids = sorted({*found, *(known for known, _ in found.values())})
        names = {line.id: line.source_name for line in reader.letter_lines(ids)}
    return [Alike(one, names[one], names[other], alike) for one, (other, alike) in sorted(found.items())]


def keep_apart(store: Store, pairs: Collection[Pair]) -> None:
    """Keep that the two letters of each pair (uids) are two, so that they are not asked about again."""
    apart = {_pair(*pair) for pair in pairs}

    def job(conn: WriteConnection) -> None:
        from annotator.storage.project import load_setting

        kept = _kept_pairs(load_setting(conn, SETTING_NO_DUPLICATES, "[]"))
        save_setting(conn, SETTING_NO_DUPLICATES, json.dumps(sorted(kept | apart)))

    store.submit(job)


def still_there(pairs: Collection[LikePair], gone: Collection[int]) -> list[LikePair]:
    """Return the pairs of which both letters are still there; those that were alike by way of one that is
    gone are a group still."""
    left = list(pairs)
    for one in gone:
        ended = [pair for pair in left if one in (pair.one, pair.other)]
        left = [pair for pair in left if one not in (pair.one, pair.other)]
        others = sorted((pair.one if pair.other == one else pair.other, pair.likeness) for pair in ended)
        known = {(pair.one, pair.other) for pair in left}
        for (first, alike), (other, also) in pairwise(others):
            if (first, other) not in known:
                left.append(LikePair(first, other, min(alike, also)))
    return left


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two letters that are compared; its text in pieces, each with whether the other lacks it."""

    letter_id: int
    title: str
    status: str
    source_name: str
    pieces: tuple[tuple[str, bool], ...]


def compare(store: Store, one: int, other: int) -> tuple[Side, Side]:
    """Return two letters with the words marked in which they differ. Called away from the views' thread."""
    with store.open_reader() as reader:
        texts = [_text(reader, letter_id) for letter_id in (one, other)]
        lines = {line.id: line for line in reader.letter_lines([one, other])}
    tokens = [list(_TOKEN.finditer(text)) for text in texts]
    left_words, right_words = ([token.group().casefold() for token in found] for found in tokens)
    steps = []
    if max(map(len, tokens)) <= _MOST_TOKENS:
        steps = [s for s in SequenceMatcher(None, left_words, right_words).get_opcodes() if s[0] != "equal"]
    spans = (
        [(tokens[0][a].start(), tokens[0][b - 1].end()) for _, a, b, _, _ in steps if b > a],
        [(tokens[1][c].start(), tokens[1][d - 1].end()) for _, _, _, c, d in steps if d > c],
    )
    left, right = (
        Side(line.id, line.title, line.status, line.source_name, tuple(_pieces(text, marked)))
        for line, text, marked in zip((lines[one], lines[other]), texts, spans, strict=True)
    )
    return left, right


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in spans:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False
