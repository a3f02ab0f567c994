"""The jobs of the language part, here and in a worker process."""

from __future__ import annotations

import queue
import subprocess
import sys

from annotator.jobs.worker import Worker
from annotator.language.interface import LearntState
from annotator.language.worker import suggestions_job, suspects_job, warm_job


def test_jobs_answer_as_the_engine() -> None:
    text, state = "Aanwezig was Belgié.", LearntState()
    assert warm_job()
    assert suspects_job(text, state, ())[0].suggestions[0].text == "België"
    assert suggestions_job(text, 13, 19, state)[0].text == "België"


def test_jobs_run_in_a_worker_process() -> None:
    answers: queue.Queue[object] = queue.Queue()
    worker = Worker()
    worker.submit("s", suspects_job, "Uit Belgié.", LearntState(), done=answers.put, failed=answers.put)
    try:
        assert answers.get(timeout=100) == suspects_job("Uit Belgié.", LearntState())
    finally:
        worker.close()


def test_importing_the_part_reads_nothing() -> None:
    script = "import sys, annotator.language, annotator.language.worker; print('lzma' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
