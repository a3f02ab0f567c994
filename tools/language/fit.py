"""Fit what OCR reads for what, and the models that judge marks and words; see README.md beside this.

usage: python tools/language/fit.py PAGES.jsonl… --out FOLDER/nl [--folds 3 --without 0]

The models are gradient boosted trees (Friedman, Greedy function approximation, 2001) by scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from annotator.language import evidence
from annotator.language.candidates import Candidates, Near
from annotator.language.channel import Channel, differences
from annotator.language.interface import LearntState
from annotator.language.learnt import Learnt
from annotator.language.lexicon import Lexicon
from annotator.language.mark_signs import SUPERSCRIPTS, Sign, signs
from annotator.language.marks import Marks
from annotator.language.tokens import Words
from tools.language.pages import DIGITS, Page, fold_of, load, restores, share_wrong

_LIGHT = 0.03
_LIGHT_WEIGHT = 3.0  # what a light page counts more: they are the usual ones
_SEEN_LEAST, _RARE = 3, 3_000  # times a misreading is seen; of signs on paper so rare twice is enough
_DEAREST, _CHEAPEST = 10.3, 0.5
_PLAIN = str.maketrans("’‘“”–—", "''\"\"--")
_RAISED = re.compile(f"[{SUPERSCRIPTS}]+")
_ANY_SIGN = "®*°"
_ONE_LIKE, _TWO_LIKE = "!'TlI|’‘Ì", "?”"
_UNSEEN = 0.03


# --- what is read for what -----------------------------------------------------------------------------


def fit_channel(pages: Sequence[Page]) -> list[list[Any]]:
    """Return rows of what was read, what stands on paper, and the cost."""
    confused: Counter[tuple[str, str]] = Counter()
    on_paper: Counter[str] = Counter()
    for page in pages:
        for length in (1, 2, 3):
            text = page["truth"]
            stretches = (text[at : at + length] for at in range(len(text) - length + 1))
            on_paper.update(s for s in stretches if not any(map(str.isspace, s)))
        for (_, _, read, true), kind in zip(page["pairs"], page["kinds"], strict=True):
            if kind not in ("fn", "punct", "space", "space+") and not _RAISED.search(true):
                confused.update(_differences(read.translate(_PLAIN), true.translate(_PLAIN)))
    rows = []
    for (read, true), times in confused.items():
        cost = -math.log(times / (on_paper[true] + 8))
        often = times >= _SEEN_LEAST or (times == _SEEN_LEAST - 1 and on_paper[true] < _RARE)
        if often and cost <= _DEAREST and not any(map(str.isspace, read + true)):
            rows.append([read, true, round(max(_CHEAPEST, cost), 2)])
    return sorted(rows, key=lambda row: (row[2], row[0], row[1]))


def _differences(read: str, true: str) -> list[tuple[str, str]]:
    pairs = list(differences(read, true))
    changed = sum(len(a) + len(b) for a, b in pairs)
    return pairs if changed <= max(6, len(true)) else []  # else the two were not aligned


# --- marks ---------------------------------------------------------------------------------------------


def _raised_and_read(page: Page) -> Iterator[tuple[str, str]]:
    for (_, _, read, true), _kind in zip(page["pairs"], page["kinds"], strict=True):
        raised = _RAISED.search(true)
        if raised is None:
            continue
        base = _RAISED.sub("", true)
        signs_read = read[len(base) :].strip() if read.startswith(base) else ""
        if len(signs_read) == len(raised.group()):
            yield raised.group().translate(DIGITS), signs_read


def read_as(pages: Sequence[Page]) -> dict[str, dict[str, float]]:
    """Return as which signs each digit of a mark is read, with the share."""
    counts: dict[str, Counter[str]] = {digit: Counter() for digit in "0123456789"}
    for page in pages:
        for digits, read in _raised_and_read(page):
            for digit, sign in zip(digits, read, strict=True):
                counts[digit][sign] += 1
    table: dict[str, dict[str, float]] = {}
    for digit, seen in counts.items():
        total = sum(seen.values()) + 3
        row = {s: round(n / total, 4) for s, n in seen.items() if n >= 2 or n / total > 0.02}
        row.setdefault(digit, 0.15)
        likes = _ANY_SIGN + {"1": _ONE_LIKE, "2": _TWO_LIKE}.get(digit, "")
        table[digit] = row | {sign: max(row.get(sign, 0.0), _UNSEEN) for sign in likes}
    return table


def _is_mark(page: Page, sign: Sign) -> bool | None:
    """Tell whether a sign is a mark on paper; None where nobody knows."""
    if any(low < sign.end and sign.start < high for low, high in page["ignore"]):
        return None
    for (low, high, _, true), kind in zip(page["pairs"], page["kinds"], strict=True):
        if low < sign.end and sign.start < high:
            return kind in ("fn", "same") or (kind == "num" and bool(_RAISED.search(true)))
    return False


def _read_otherwise(pages: Sequence[Page], seed: int = 1) -> list[Page]:
    """Return copies of half of the pages in which marks were read as other signs."""
    chance, copies = random.Random(seed), []
    for page in pages:
        if "fn" not in page["kinds"] or chance.random() > 0.5:
            continue
        copy = json.loads(json.dumps(page))
        text = list(copy["ocr"])
        for pair, kind in zip(copy["pairs"], copy["kinds"], strict=True):
            low, high, read, true = pair
            base = _RAISED.sub("", true)
            number = "".join(_RAISED.findall(true)).translate(DIGITS)
            at = low + len(base)
            if kind != "fn" or chance.random() < 0.3 or not read.startswith(base) or high - at != len(number):
                continue
            for place, digit in enumerate(number):
                like = ("!'®’*!°" if base else "TIl!'*®tJ1Ì") if digit == "1" else "®*°’?”!'\"$©"
                text[at + place] = chance.choice(like)
            pair[2] = "".join(text[low:high])
        copy["ocr"] = "".join(text)
        copies.append(copy)
    return copies


def fit_marks(pages: Sequence[Page]) -> dict[str, Any]:
    """Return the weights of `marks.json`."""
    more = [*pages, *_read_otherwise(pages)]
    seen = [(s.seen, _is_mark(p, s)) for p in more for s in signs(p["ocr"]) if not s.read_well]
    data: dict[str, Any] = {"read_as": read_as(pages), "second": {"base": 0.0, "trees": []}}
    data["first"] = _fitted([row for row in seen if row[1] is not None], trees=40, rate=0.15)
    marks = Marks(data)
    numbered = [
        (features, _is_mark(page, sign))
        for page in more
        for sign, _, features in marks.numbered(page["ocr"])
        if not sign.read_well
    ]
    data["second"] = _fitted([row for row in numbered if row[1] is not None], trees=60, rate=0.12)
    return data


# --- words ---------------------------------------------------------------------------------------------


def _judged(pages: Sequence[Page], folder: Path) -> Iterator[tuple[Sequence[float], bool, bool, float]]:
    """Yield what is seen of each word: is it wrong, is its best candidate right, how much it counts."""
    lexicon = Lexicon(folder)
    general = Candidates(lexicon, Channel.general(folder / "channel.json"), Near(lexicon))
    learnt, settled = Learnt(LearntState(), lexicon, general), evidence.settled(lexicon)
    for page in pages:
        words = Words(page["ocr"])
        letter = evidence.LetterEvidence(words, lexicon)
        numbers = [number for number, word in enumerate(words.texts) if not settled(word)]
        own = evidence.of_letter(letter, numbers, lexicon, learnt)
        weight = _LIGHT_WEIGHT if share_wrong(page) < _LIGHT else 1.0
        pairs = sorted(zip(page["pairs"], page["kinds"], strict=True), key=lambda item: item[0][0])
        for seen in evidence.gather(letter, numbers, lexicon, own):
            low, high = seen.word.start, seen.word.end
            if any(a < high and low < b for a, b in page["ignore"]) or _is_half(page["ocr"], seen):
                continue
            hit = next(((p, k) for p, k in pairs if p[0] < high and low < p[1]), None)
            right = bool(hit and seen.candidates) and restores(
                page, low, high, seen.candidates[0].text, hit[0]
            )
            if hit is None:
                yield seen.features, False, False, weight
            elif hit[1] not in ("punct", "same") and (hit[1] != "fn" or right):
                yield seen.features, True, right, weight


def _is_half(text: str, seen: evidence.Evidence) -> bool:
    word = seen.word
    ends_line = text[word.chunk_end - 1 : word.chunk_end + 1] == "-\n"
    return ends_line or text[max(0, word.chunk_start - 2) : word.chunk_start] == "-\n"


def fit_words(pages: Sequence[Page], folder: Path) -> dict[str, Any]:
    """Return the weights of `words.json`; the folder has the language's tables and `channel.json`."""
    rows = list(_judged(pages, folder))
    weights = [row[3] for row in rows]
    return {
        name: _fitted([(r[0], r[at]) for r in rows], trees=70, rate=0.13, weights=weights, most=9)
        for name, at in (("wrong", 1), ("right", 2))
    }


# --- trees ---------------------------------------------------------------------------------------------


def _fitted(
    rows: Sequence[tuple[Sequence[float], Any]],
    *,
    trees: int,
    rate: float,
    weights: Sequence[float] | None = None,
    most: int | None = None,
) -> dict[str, Any]:
    """Return fitted trees as `annotator/language/model.py` reads them."""
    model = GradientBoostingClassifier(
        n_estimators=trees,
        max_depth=4,
        learning_rate=rate,
        subsample=0.6 if most else 0.7,
        min_samples_leaf=10 if most else 8,
        max_features=most,
        random_state=2 if most else 1,
    )
    seen, said = np.array([row[0] for row in rows], float), np.array([int(row[1]) for row in rows])
    model.fit(seen, said, sample_weight=weights)
    base = float(model._raw_predict_init(np.zeros((1, seen.shape[1])))[0][0])
    return {"base": round(base, 4), "trees": [_nodes(e.tree_, rate) for e in model.estimators_[:, 0]]}


def _nodes(tree: Any, rate: float) -> list[list[float]]:
    nodes: list[list[float]] = []
    for at in range(tree.node_count):
        if tree.children_left[at] < 0:
            nodes.append([round(float(tree.value[at][0][0]) * rate, 4)])
        else:
            branches = int(tree.children_left[at]), int(tree.children_right[at])
            nodes.append([int(tree.feature[at]), round(float(tree.threshold[at]), 4), *branches])
    return nodes


def main() -> int:
    """Fit the three files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--out", required=True, type=Path, help="a folder with lexicon.xz and pairs.xz")
    parser.add_argument("--folds", type=int, default=1)
    parser.add_argument("--without", type=int, default=-1, help="the fold that is left out")
    asked = parser.parse_args()
    pages = [page for page in load(asked.pages) if fold_of(page, asked.folds) != asked.without]
    for name, fit in (
        ("channel.json", lambda: fit_channel(pages)),
        ("marks.json", lambda: fit_marks(pages)),
        ("words.json", lambda: fit_words(pages, asked.out)),
    ):
        text = json.dumps(fit(), ensure_ascii=False, separators=(",", ":"))
        (asked.out / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(text):,} characters from {len(pages)} pages", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
