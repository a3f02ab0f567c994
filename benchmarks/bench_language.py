"""Speed and memory of the language part: from nothing to ready, detection, suggestions.

usage: python benchmarks/bench_language.py [FILE...]     letters to look at; the sample letters without
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from annotator.language.interface import LearntState
from annotator.language.worker import suggestions_job, suspects_job, warm_job

SAMPLE = Path(__file__).parent.parent / "resources" / "sample"


def main(names: list[str]) -> None:
    """Print the figures."""
    start = time.process_time(), time.perf_counter()
    warm_job()
    spent = time.process_time() - start[0]
    print(f"ready     {spent:.2f} s of the processor, {time.perf_counter() - start[1]:.2f} s")
    paths = [Path(name) for name in names] or sorted(SAMPLE.glob("*.txt"))
    texts = [path.read_text("utf8") for path in paths]
    state = LearntState()
    for text in texts:
        suspects_job(text, state)
    words, rounds = sum(len(text.split()) for text in texts), 5
    begun = time.process_time()
    for _ in range(rounds):
        found = [suspects_job(text, state) for text in texts]
    print(f"detection {words * rounds / (time.process_time() - begun):,.0f} words/s over {words} words")
    places = [(text, s) for text, suspects in zip(texts, found, strict=True) for s in suspects][:200]
    begun = time.process_time()
    for text, s in places:
        suggestions_job(text, s.start, s.end, state)
    print(f"suggestions {len(places) / (time.process_time() - begun):,.0f} a second")
    print(f"memory    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main(sys.argv[1:])
