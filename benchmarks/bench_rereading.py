"""Measure how a letter of twenty pages is held against a new reading of its source, and what it loses.

Run: python benchmarks/bench_rereading.py [--json]. Exit code 1 when a bound is missed. The paper is made of
the words of the sample letters; two scanners misread some of them, and break the lines elsewhere. Times are
those of the processor.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz.distance import Levenshtein

from annotator.core import history, operations
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction
from annotator.core.read_anew import read_anew
from annotator.core.readings import NewReading
from annotator.core.text import Span
from benchmarks.measuring import Figure, arguments, median, show

_SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
_WORDS, _CORRECTED, _TAGGED = 10_000, 400, 300
_STAMP = Stamp("bench", "2026-01-01T00:00:00.000Z")
_MISREAD = {"e": "c", "i": "l", "l": "1", "n": "ri", "m": "rn", "t": "l", "o": "0", "h": "b"}


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    asked = arguments(__doc__).parse_args()
    figures = [
        *_figures("a word in 12 misread, one in 40 anew", 1 / 12, 1 / 40),
        *_figures("a word in 3 misread, one in 10 anew", 1 / 3, 1 / 10),
    ]
    return show(figures, as_json=asked.json)


def _figures(name: str, first: float, second: float) -> Iterator[Figure]:
    chance = random.Random(f"{name}")
    paper = _paper(chance)
    old = [_misread(word, first, chance) for word in paper]
    new = [_misread(word, second, chance) for word in paper]
    letter = _worked_on(paper, old, chance)
    reading = NewReading(2, _lines(new, 13), (0,))
    times = [_spent(lambda: read_anew(letter, reading)) for _ in range(5)]
    before, after = letter.text.split(), reading.text.split()
    bare = median([_spent(lambda: Levenshtein.opcodes(before, after)) for _ in range(5)])
    delta, found = read_anew(letter, reading)
    made = history.apply(letter, delta)
    yield Figure(
        f"20 pages beside a new reading, {name}",
        median(times),
        1000,
        bare,
        "rapidfuzz aligns the words alone",
    )
    lost = sum(letter.quote(uid).split() != made.quote(uid).split() for uid in _sound(letter, paper, new))
    yield Figure("the same: tags that changed words both have", lost, 0, unit="")
    for what, text in (("before", letter.text), ("new reading", reading.text), ("after", made.text)):
        wrong = Levenshtein.distance(text.split(), paper) / len(paper) * 100
        yield Figure(f"the same: wrong words, {what}", wrong, unit="%")
    yield Figure("the same: corrections not needed any more", len(found.agreed), unit="")
    yield Figure("the same: corrections disputed", len(found.disputed), unit="")


def _spent(job: Callable[[], object]) -> float:
    """Return how long the processor works on a job, in milliseconds."""
    begin = time.process_time()
    job()
    return (time.process_time() - begin) * 1000


def _paper(chance: random.Random) -> list[str]:
    said = "\n".join(path.read_text("utf-8") for path in sorted(_SAMPLE.glob("*.txt")))
    sentences = [sentence.split() for sentence in re.split(r"(?<=[.])\s", said) if len(sentence.split()) > 3]
    paper = list[str]()
    while len(paper) < _WORDS:
        paper += chance.choice(sentences)
    return paper[:_WORDS]


def _misread(word: str, share: float, chance: random.Random) -> str:
    places = [at for at, sign in enumerate(word) if sign in _MISREAD]
    if chance.random() > share or not places:
        return word
    at = chance.choice(places)
    return word[:at] + _MISREAD[word[at]] + word[at + 1 :]


def _lines(words: list[str], width: int) -> str:
    return "\n".join(" ".join(words[at : at + width]) for at in range(0, len(words), width))


def _worked_on(paper: list[str], old: list[str], chance: random.Random) -> Letter:
    """Return a letter of which some words were corrected, and some stretches tagged."""
    letter = new_letter(_lines(old, 12), (0,), "letter", _STAMP)
    starts, at = [], 0
    for word in old:
        starts.append(at)
        at += len(word) + 1
    wrong = [index for index, word in enumerate(old) if word != paper[index]]
    chosen = sorted(chance.sample(wrong, min(_CORRECTED, len(wrong))))
    made = [Correction(starts[i], starts[i] + len(old[i]), old[i], paper[i]) for i in chosen]
    spans = [(starts[i], starts[i + 4] + len(old[i + 4])) for i in range(0, _WORDS - 5, _WORDS // _TAGGED)]
    for number, (start, end) in enumerate(spans):
        letter = history.apply(letter, operations.add_passage(Span(start, end), "tag", _STAMP, f"p{number}"))
    return history.apply(letter, operations.correct(letter, made, _STAMP))


def _sound(letter: Letter, paper: list[str], new: list[str]) -> Iterator[str]:
    """Yield the tags whose words both texts have as they stand on the paper."""
    for number, index in enumerate(range(0, _WORDS - 5, _WORDS // _TAGGED)):
        words = paper[index : index + 5]
        if letter.quote(f"p{number}").split() == words == new[index : index + 5]:
            yield f"p{number}"


if __name__ == "__main__":
    sys.exit(main())
