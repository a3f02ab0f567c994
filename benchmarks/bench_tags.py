"""How well a tag is learnt: 50 passages are tagged, then the next 200 letters are proposed for.

Run: python benchmarks/bench_tags.py [FOLDER] [--examples 50] [--bound 0.8]. Without a folder it makes
letters (`made_letters.py`). A folder has NAME.txt with NAME.truth.json, whose `passages` have a tag, start
and end; its letters are tagged in the order of their names until there are enough, the others follow.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from annotator.structure.tags.model import TagModel, to_json
from annotator.structure.tags.training import DecidedLetter, Decision, train
from benchmarks.made_letters import TAGS, MadeLetter, made_letters


def measure(
    tag: str, first: Sequence[MadeLetter], later: Sequence[MadeLetter], examples: int, bound: float
) -> None:
    """Print what a tag's model does with the letters that follow."""
    decided: list[DecidedLetter] = []
    count = used = 0
    for letter in first:
        used += 1
        places = [(start, end) for name, start, end in letter.tagged if name == tag]
        if not places:
            continue
        count += len(places)
        decided.append(DecidedLetter(letter.text, tuple(Decision(start, end, True) for start, end in places)))
        if count >= examples:
            break
    begin = time.perf_counter()
    model = train(tag, decided, bound)
    seconds = time.perf_counter() - begin
    right = proposed = true = 0
    for letter in (*later, *first[used:]):
        places = [(start, end) for name, start, end in letter.tagged if name == tag]
        found = found_in(letter.text, model)
        true += len(places)
        proposed += len(found)
        right += sum(any(start < last and first_ < end for start, end in places) for first_, last in found)
    print(
        f"{tag:12} examples {model.examples:3}  expected {model.precision:.2f} at {model.recall:.2f}"
        f"  precision {right / max(1, proposed):.2f}  recall {right / max(1, true):.2f} ({true})"
        f"  {len(model.weights)} weights  trained in {seconds:.2f} s"
    )


def found_in(text: str, model: TagModel) -> list[tuple[int, int]]:
    """Return the places that the model proposes in a letter."""
    found = propose(LetterText(text, learnt=to_json([model])))
    return [(each.start, each.end) for each in found.passages if each.tag == model.tag]


def _read(folder: Path) -> list[MadeLetter]:
    letters = []
    for path in sorted(folder.glob("*.truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        text = path.with_name(path.name.replace(".truth.json", ".txt")).read_text("utf-8")
        places = tuple((each["tag"], each["start"], each["end"]) for each in truth.get("passages", ()))
        letters.append(MadeLetter(text, places))
    return letters


def main() -> int:
    """Measure each tag."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--examples", type=int, default=50)
    parser.add_argument("--bound", type=float, default=0.8)
    asked = parser.parse_args()
    if asked.folder:
        first, later = _read(asked.folder), []
        tags = sorted({tag for letter in first for tag, _, _ in letter.tagged})
    else:
        first, later = made_letters(60, seed=1), made_letters(200, seed=2, later=True)
        tags = sorted(TAGS)
    for tag in tags:
        measure(tag, first, later, asked.examples, asked.bound)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
