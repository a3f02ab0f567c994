"""Fit the weights of the heading model to letters labelled by hand, and write `heading_weights.py`.

    python tools/fit_headings.py [--write] FOLDER...

A folder holds `NAME.truth.json` beside `NAME.txt`, or `NAME.letter` (see tests/structure/letters/README.md).
Without `--write` it only measures: the model fitted to all letters but one finds the headings of that one.
The fit is logistic regression, held near the weights set by hand below; each letter is seen several times,
with blank lines lost and added as OCR does.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.core.text import normalise
from annotator.structure import headings as model
from annotator.structure.heading_prior import PRIOR, STYLE_PRIOR
from annotator.structure.interface import LetterText
from annotator.structure.sections import anatomy, body_of, own_end
from tests.structure.letters.reading import Labelled, labelled_letters

ROUNDS, RATE, HOLD, VARIANTS = 40, 0.05, 0.01, 4


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate of a letter: its features, and whether it is a heading."""

    features: Mapping[str, float]
    is_heading: bool
    weight: float


def varied(letter: Labelled, seed: int) -> Labelled:
    """Return the letter with blank lines lost and added; seed 0 leaves it as it is."""
    if seed == 0:
        return letter
    chance = random.Random(f"{letter.name}{seed}")
    lost, added = chance.choice([(0.0, 0.05), (0.4, 0.0), (1.0, 0.0), (0.15, 0.1)])
    out: list[str] = []
    starts: dict[int, int] = {}
    place = length = 0
    for line in letter.raw.split("\n"):
        starts[place] = length
        place += len(line) + 1
        if not line.strip() and "\f" not in line and chance.random() < lost:
            continue
        out.append(line)
        length += len(line) + 1
        if line.strip() and chance.random() < added:
            out.append("")
            length += 1
    moved = {
        starts[_line_start(letter.raw, start)] + start - _line_start(letter.raw, start): text
        for start, text in letter.headings.items()
    }
    return replace(letter, raw="\n".join(out), headings=moved)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def bodies(letter: Labelled) -> tuple[model.Body, set[tuple[int, int]]]:
    """Return the letter's body and which stretches of its lines are headings."""
    read = normalise(letter.raw)
    parts = anatomy(LetterText(read.text, read.page_starts))
    body = body_of(parts, parts.opening.body, own_end(parts))
    true: set[tuple[int, int]] = set()
    # Form feeds are gone from the text.
    places = {start - letter.raw[:start].count("\f"): text for start, text in letter.headings.items()}
    for first, line in enumerate(body.lines[: body.count]):
        heading = next((text for start, text in places.items() if abs(start - line.start) < 3), None)
        if heading is None:
            continue
        last = first
        while last + 1 < body.count and len(" ".join(body.texts[first : last + 1])) + 3 < len(heading):
            last += 1
        true.add((first, last))
    return body, true


def examples(letters: Iterable[Labelled]) -> list[tuple[model.Body, set[tuple[int, int]]]]:
    """Return bodies with their truth, each letter in its variants."""
    return [bodies(varied(letter, seed)) for letter in letters for seed in range(VARIANTS)]


def fitted(
    rows: Sequence[tuple[Mapping[str, float], bool, float]], prior: Mapping[str, float]
) -> dict[str, float]:
    """Return the weights that fit the rows (features, truth, log odds known before), held near the prior."""
    weights = dict(prior)
    order = list(rows)
    chance = random.Random(7)
    for turn in range(ROUNDS):
        chance.shuffle(order)
        rate = RATE / (1 + turn / 12)
        for features, is_heading, known in order:
            log_odds = known + sum(weights.get(name, 0.0) * value for name, value in features.items())
            error = (1.0 if is_heading else 0.0) - 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
            pull = 2.0 if is_heading else 1.0
            for name, value in features.items():
                weight = weights.get(name, 0.0)
                weights[name] = weight + rate * (
                    pull * error * value - HOLD * (weight - prior.get(name, 0.0)) * 0.1
                )
    return weights


def fit(seen: Sequence[tuple[model.Body, set[tuple[int, int]]]]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the weights of the first look and of the second."""
    rows: list[tuple[Mapping[str, float], bool, float]] = []
    for body, true in seen:
        rows += [(c.features, (c.first, c.last) in true, 0.0) for c in model.candidates_of(body)]
    weights = fitted(rows, PRIOR)
    second: list[tuple[Mapping[str, float], bool, float]] = []
    for body, true in seen:
        candidates = list(model.candidates_of(body))
        scores = [model.score(c.features, weights) for c in candidates]
        first = model.chosen(candidates, scores)
        style = model.letter_style(first, body)
        ends = {heading.last: heading for heading in first}
        for candidate, known in zip(candidates, scores, strict=True):
            features = model.style_features(candidate, style, body, ends.get(candidate.first - 1))
            if features:
                second.append((features, (candidate.first, candidate.last) in true, known))
    return weights, fitted(second, STYLE_PRIOR)


def main() -> None:
    """Measure, and write the weights on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    letters = [letter for folder in arguments.folders for letter in labelled_letters(folder)]
    if arguments.write:
        write(*fit(examples(letters)))
        return
    right = found_all = true_all = 0
    for letter in letters:
        others = [other for other in letters if other.name != letter.name]
        weights, style = fit(examples(others))
        body, true = bodies(letter)
        found = {(h.first, h.last) for h in model.find_headings(body, weights, style)}
        right += len(found & true)
        found_all += len(found)
        true_all += len(true)
        wrong = (
            [body.texts[first] for first, _ in found - true],
            [body.texts[first] for first, _ in true - found],
        )
        print(f"{letter.name:28} {len(found & true):3} of {len(true):3}, {len(found):3} proposed", *wrong)
    precision, recall = right / found_all, right / true_all
    f1 = 2 * precision * recall / (precision + recall)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def write(weights: Mapping[str, float], style: Mapping[str, float]) -> None:
    """Write the weights as the engine's module."""
    lines = [
        '"""The weights of the heading model (log odds), written by `tools/fit_headings.py`."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
    ]
    for name, table in (("WEIGHTS", weights), ("STYLE_WEIGHTS", style)):
        lines += ["", f"{name}: Mapping[str, float] = {{"]
        lines += [f'    "{key}": {value:.3f},' for key, value in sorted(table.items())]
        lines += ["}"]
    path = Path(model.__file__).with_name("heading_weights.py")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
