"""A warm worker process that does named requests one at a time, off the UI thread.

    worker = Worker()
    worker.submit("suspects", suspects_job, text, state, done=show, failed=tell, timeout=30)

The process is started with the first request and stays. Answers come by callbacks on the worker's own thread:
the caller brings them to its UI thread. A request that takes longer than its time limit costs the process its
life; the next request gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import multiprocessing
import pickle
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import connection as mp_connection
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from annotator.core.user_errors import UserError
from annotator.jobs.child import CANCEL, serve
from annotator.jobs.collecting import without_collecting

_log = logging.getLogger(__name__)

_START_SECONDS = 12.0  # that a process may take to start, beyond the time of a step
_CANCEL_GRACE = 0.5  # seconds that a cancelled job has to notice
_END_GRACE = 0.5  # seconds that an idle process has to end

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]
Progress = Callable[[int, int], None]


class JobFailed(Exception):
    """A request got no answer: `reason` is timeout, crash or error, `details` the worker's traceback."""

    def __init__(self, key: str, reason: str, details: str = "") -> None:
        super().__init__(f"{key}: {reason}\n{details}".rstrip())
        self.key = key
        self.reason = reason
        self.details = details


@dataclass(frozen=True, slots=True, eq=False)
class _Request:
    number: int
    key: str
    function: Callable[..., Any]
    args: tuple[Any, ...]
    done: Done | None
    failed: Failed | None
    progress: Progress | None
    timeout: float
    by_step: bool


@dataclass(slots=True)
class _Running:
    request: _Request
    deadline: float
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class _Process:
    process: SpawnProcess
    connection: Connection[Any, Any]


class Worker:
    """One worker process and the thread that watches it; both start with the first request.

    Requests wait in order; a newer request of the same key takes the older one's place if that still
    waits (the older one is then never answered). `submit` and `cancel` may be called from any thread.
    """

    def __init__(
        self,
        name: str = "kanttekening-worker",
        memory_limit: int | None = None,
        *,
        patient: bool = True,
        idle_end: float | None = None,
    ) -> None:
        """`memory_limit` is bytes of address space. A patient process lets the window go first where the
        machine is busy. After `idle_end` seconds without a request the process ends; the next starts one."""
        self._name = name
        self._memory_limit = memory_limit
        self._patient = patient
        self._idle_end = idle_end
        self._lock = threading.Lock()
        self._waiting: OrderedDict[str, _Request] = OrderedDict()
        self._cancelled: set[str] = set()
        self._numbers = 0
        self._closing = False
        self._thread: threading.Thread | None = None
        self._bell, self._ringer = multiprocessing.Pipe(duplex=False)

    def submit(
        self,
        key: str,
        function: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        progress: Progress | None = None,
        timeout: float = 60.0,
        by_step: bool = False,
        urgent: bool = False,
    ) -> None:
        """Ask for `function(*args)`, a module-level function with arguments that can be pickled.

        Exactly one of `done(result)` and `failed(error)` follows, on the worker's thread, unless the request
        is replaced, cancelled, or the worker closed; `error` is a `UserError` or a `JobFailed`. With
        `progress` the function gets a keyword `report`, to be called as `report(done, total)`. `timeout` is
        in seconds from the moment the request is handed over; `by_step` it begins anew with each report, and
        `report(done, total, seconds)` asks for more. An urgent request goes in front.
        """
        with self._lock:
            if self._closing:
                return
            self._numbers += 1
            request = _Request(self._numbers, key, function, args, done, failed, progress, timeout, by_step)
            self._waiting.pop(key, None)
            self._waiting[key] = request
            if urgent:
                self._waiting.move_to_end(key, last=False)
            self._start_thread()
            self._ring()

    def cancel(self, key: str) -> None:
        """Forget the request of this key: a waiting one is dropped, a running one is ended."""
        with self._lock:
            self._waiting.pop(key, None)
            if self._thread is not None and not self._closing:
                self._cancelled.add(key)
                self._ring()

    def close(self, timeout: float = 3.0) -> None:
        """End the process, whatever it does, and the thread; no callback comes afterwards. Safe to repeat."""
        atexit.unregister(self.close)
        with self._lock:
            self._closing = True
            self._waiting.clear()
            thread = self._thread
            if thread is not None and thread.is_alive():
                self._ring()
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout)

    def _start_thread(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
            atexit.register(self.close)  # before multiprocessing ends the process under the thread's feet

    def _ring(self) -> None:
        with contextlib.suppress(OSError):
            self._ringer.send_bytes(b"!")

    # ---- the thread

    def _run(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            # The process inherits this: Ctrl+C while it starts would otherwise print a traceback.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        process: _Process | None = None
        running: _Running | None = None
        try:
            while not self._closing:
                if running is None and (request := self._next()) is not None:
                    process, running = self._begin(process, request)
                if not self._wait(process, running) and running is None:
                    _end(process, kill=False)
                    process = None
                process, running = self._look(process, running)
        finally:
            _end(process, kill=running is not None)

    def _next(self) -> _Request | None:
        with self._lock:
            self._cancelled.clear()  # those of requests that are over
            return self._waiting.popitem(last=False)[1] if self._waiting else None

    def _begin(self, process: _Process | None, request: _Request) -> tuple[_Process | None, _Running | None]:
        try:
            work = pickle.dumps((request.function, request.args))
        except Exception as error:
            self._fail(request, JobFailed(request.key, "error", f"the request cannot be sent: {error!r}"))
            return process, None
        try:
            patience = request.timeout
            if process is None or not process.process.is_alive():
                _end(process, kill=True)
                process = self._spawn()
                # Before its first step it may be late because the machine is busy: the job is not to blame.
                patience += _START_SECONDS if request.by_step else 0.0
            process.connection.send((request.number, work, request.progress is not None))
        except OSError as error:
            _end(process, kill=True)
            self._fail(request, JobFailed(request.key, "crash", repr(error)))
            return None, None
        return process, _Running(request, time.monotonic() + patience)

    def _spawn(self) -> _Process:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve,
            args=(theirs, self._memory_limit, self._patient),
            name=self._name,
            daemon=True,
        )
        process.start()
        theirs.close()
        return _Process(process, ours)

    def _wait(self, process: _Process | None, running: _Running | None) -> bool:
        """Wait for an answer, a death, a ring or the time limit; tell whether it was not the last."""
        things: list[Any] = [self._bell]
        if process is not None:
            things += [process.connection, process.process.sentinel]
        if running is not None:
            patience: float | None = max(0.0, running.deadline - time.monotonic())
        else:
            patience = self._idle_end if process is not None else None
        came = mp_connection.wait(things, patience)
        while self._bell.poll():
            self._bell.recv_bytes()
        return bool(came)

    def _look(
        self, process: _Process | None, running: _Running | None
    ) -> tuple[_Process | None, _Running | None]:
        if process is None or self._closing:
            return process, running
        try:
            while process.connection.poll():
                running = self._heard(process.connection.recv(), running)
        except (EOFError, OSError):
            return self._lost(process, running, "crash")
        if running is None:
            return process, running
        self._pass_on_cancel(process, running)
        if time.monotonic() >= running.deadline:
            return self._lost(process, running, "timeout")
        return process, running

    def _heard(self, answer: tuple[int, str, Any], running: _Running | None) -> _Running | None:
        number, what, content = answer
        if running is None or number != running.request.number:
            return running
        if what == "progress":
            if not running.cancelled:
                done, total, seconds = content
                self._call(running.request.progress, done, total)
                if running.request.by_step:
                    running.deadline = time.monotonic() + max(running.request.timeout, seconds)
            return running
        if not running.cancelled:
            self._deliver(running.request, what, content)
        return None

    def _deliver(self, request: _Request, what: str, pickled: bytes) -> None:
        try:
            with without_collecting():
                content = pickle.loads(pickled)
        except Exception as error:
            what, content = "error", f"the answer cannot be read: {error!r}"
        if what == "done":
            self._call(request.done, content)
        else:
            self._fail(request, content if what == "problem" else JobFailed(request.key, "error", content))

    def _pass_on_cancel(self, process: _Process, running: _Running) -> None:
        with self._lock:
            wanted = running.request.key in self._cancelled
            self._cancelled.clear()
        if wanted and not running.cancelled:
            running.cancelled = True
            running.deadline = min(running.deadline, time.monotonic() + _CANCEL_GRACE)
            with contextlib.suppress(OSError):
                process.connection.send(CANCEL)

    def _lost(self, process: _Process, running: _Running | None, reason: str) -> tuple[None, None]:
        _end(process, kill=True)
        if running is not None and not running.cancelled:
            self._fail(running.request, JobFailed(running.request.key, reason))
        return None, None

    def _fail(self, request: _Request, error: UserError | JobFailed) -> None:
        level = logging.INFO if isinstance(error, UserError) else logging.WARNING
        _log.log(level, "job %s failed: %s", request.key, type(error).__name__)
        self._call(request.failed, error)

    def _call(self, callback: Callable[..., None] | None, *args: Any) -> None:
        if callback is None or self._closing:
            return
        try:
            callback(*args)
        except Exception:
            _log.exception("a job's callback failed")


def _end(process: _Process | None, kill: bool) -> None:
    """End a process and wait for it, so that no zombie stays."""
    if process is None:
        return
    if not kill:
        with contextlib.suppress(OSError):
            process.connection.send(None)
        process.process.join(_END_GRACE)
    if process.process.is_alive():
        process.process.kill()
    process.process.join(5)
    process.connection.close()
