"""Measure what a scanner's habits do to letters, and how soon they are easy; see README.md beside this.

usage: python tools/language/habits.py PAGES.jsonl… --words FOLDER/nl [--fold 0 --folds 3]

The truths of the pages are clean letters. Half of the documents of the fold teach, the other half is read.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from annotator.language.engine import SuspectEngine
from annotator.language.interface import AcceptedCorrection, LearntState
from annotator.language.learning import learn
from tools.language.pages import Page, core, fold_of, load, restores

Habit = tuple[tuple[str, str, float], ...]  # on paper, read, how often
HABITS: dict[str, Habit] = {
    "every e as a": (("e", "a", 1.0),),
    "one e in seven as a": (("e", "a", 0.15),),
    "accents wrong": (("ë", "é", 1.0), ("ï", "i", 1.0), ("ö", "o", 1.0), ("é", "e", 0.5)),
    "rn, h, m": (("rn", "m", 0.5), ("m", "rn", 0.05), ("h", "b", 0.08)),
    "n, u, c, f": (("n", "u", 0.03), ("u", "n", 0.05), ("c", "e", 0.1), ("f", "t", 0.1)),
    "s, w, ij": (("s", "a", 0.08), ("w", "vv", 0.3), ("ij", "ü", 0.5)),
    "l, t, d": (("l", "i", 0.03), ("t", "f", 0.02), ("d", "cl", 0.03)),
    "k, g, o": (("k", "lc", 0.2), ("g", "q", 0.15), ("o", "c", 0.05)),
}
_TAUGHT, _MEASURED = 20, 15
_LONG_ENOUGH, _MOST = 150, 3_500  # words; code points


def misread(text: str, habit: Habit, chance: random.Random) -> Page:
    """Return a letter as the scanner reads it, with the tokens that it misread."""
    parts: list[str] = []
    pairs: list[list[object]] = []
    at = 0
    for token in re.findall(r"\S+|\s+", text):
        read = token if token.isspace() else _read(token, habit, chance)
        if read != token:
            pairs.append([at, at + len(read), read, token])
        parts.append(read)
        at += len(read)
    return {"ocr": "".join(parts), "pairs": pairs, "kinds": ["word"] * len(pairs), "ignore": []}


def _read(token: str, habit: Habit, chance: random.Random) -> str:
    read, at = "", 0
    while at < len(token):
        for true, wrong, rate in habit:
            if token.startswith(true, at) and chance.random() < rate:
                read, at = read + wrong, at + len(true)
                break
        else:
            read, at = read + token[at], at + 1
    return read


def letters(pages: list[Page]) -> tuple[list[str], list[str]]:
    """Return clean letters to teach and to measure with, of different documents."""
    by_document: dict[str, list[str]] = {}
    for text, document in {page["truth"]: page["doc"] for page in pages}.items():
        if len(text.split()) >= _LONG_ENOUGH:
            by_document.setdefault(document, []).append(text[:_MOST])
    documents = sorted(by_document)
    chance = random.Random(4)
    chance.shuffle(documents)
    halves = documents[: len(documents) // 2], documents[len(documents) // 2 :]
    taught, measured = ([t for document in half for t in by_document[document]] for half in halves)
    chance.shuffle(taught)
    chance.shuffle(measured)
    return taught, measured


def share_right(engine: SuspectEngine, state: LearntState, pages: list[Page]) -> tuple[float, int]:
    """Return how much of the misread tokens the first suggestions restore, and how many there are."""
    right = total = 0
    for page in pages:
        suspects = engine.suspects(page["ocr"], state)
        for pair in page["pairs"]:
            if not core(pair[3]):
                continue
            total += 1
            right += any(
                s.suggestions
                and s.start < pair[1]
                and pair[0] < s.end
                and restores(page, s.start, s.end, s.suggestions[0].text, pair)
                for s in suspects
            )
    return right / max(1, total), total


def main() -> int:
    """Print a line for each habit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--words", required=True, type=Path, help="a folder of word tables, named nl")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--folds", type=int, default=3)
    asked = parser.parse_args()
    pages = [page for page in load(asked.pages) if fold_of(page, asked.folds) == asked.fold]
    engine = SuspectEngine(asked.words)
    taught, measured = letters(pages)
    for name, habit in HABITS.items():
        chance = random.Random(1)
        teaching = [misread(text, habit, chance) for text in taught[:_TAUGHT]]
        reading = [misread(text, habit, chance) for text in measured[:_MEASURED]]
        events = [
            AcceptedCorrection(core(read) or read, core(true) or true, "word")
            for page in teaching
            for _, _, read, true in page["pairs"]
            if core(read) != core(true)
        ]
        shares = []
        for count in (0, 5, 20, len(events)):
            share, total = share_right(engine, learn(LearntState(), events[:count]), reading)
            shares.append(f"{count}: {share:.3f}")
        print(f"{name:24} {total:6} errors   one key after so many corrections  {'   '.join(shares)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
