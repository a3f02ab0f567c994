"""The worker's side: take a request, do it, answer; end when the program does."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from multiprocessing import connection as mp_connection
from multiprocessing.connection import Connection
from typing import Any

from annotator.core.user_errors import UserError
from annotator.jobs.collecting import without_collecting

# A request is (number, pickled function and arguments, whether it reports), an answer (number, what, pickled
# content): what cannot be pickled or read back costs that one request alone.
CANCEL = "cancel"
_NICE = 5  # on a busy machine the window comes before what is worked out beside it


class Cancelled(Exception):
    """The request was cancelled while the worker was at it."""


class Report:
    """What a job calls to tell how far it is; raises `Cancelled` when the job is not wanted any more."""

    def __init__(self, connection: Connection[Any, Any], number: int) -> None:
        self._connection = connection
        self._number = number

    def __call__(self, done: int, total: int, seconds: float = 0.0) -> None:
        """Tell that `done` of `total` steps are behind; the next one may take so many seconds, if that is
        more than any step may."""
        if self._connection.poll():
            self._connection.recv()  # only a cancel can come while a job runs
            raise Cancelled
        self._connection.send((self._number, "progress", (done, total, seconds)))


def serve(connection: Connection[Any, Any], memory_limit: int | None, patient: bool = True) -> None:
    """Do requests one by one until the program closes the connection or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the program's to handle
    if hasattr(signal, "pthread_sigmask"):  # the program started us with it blocked
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    _limit_memory(memory_limit)
    if patient and hasattr(os, "nice"):
        os.nice(_NICE)
    threading.Thread(target=_end_with_the_program, name="watch", daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError), connection:
        while (request := connection.recv()) is not None:
            if request != CANCEL:  # one that came after its job was done
                _answer(connection, *request)


def _answer(connection: Connection[Any, Any], number: int, work: bytes, reports: bool) -> None:
    try:
        function, args = pickle.loads(work)
        extra = {"report": Report(connection, number)} if reports else {}
        result = function(*args, **extra)
        with without_collecting():
            answer = (number, "done", pickle.dumps(result))
    except Cancelled:
        answer = (number, "cancelled", b"")
    except UserError as problem:
        answer = (number, "problem", pickle.dumps(problem))
    except Exception:
        answer = (number, "error", pickle.dumps(traceback.format_exc()))
    connection.send(answer)


def _end_with_the_program() -> None:
    """End the process when the program is gone, also during a job: nothing else would end it."""
    program = multiprocessing.parent_process()
    if program is not None:
        mp_connection.wait([program.sentinel])
        os._exit(0)


def _limit_memory(limit: int | None) -> None:
    if limit is None:
        return
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
