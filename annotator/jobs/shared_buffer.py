"""A block of memory that the program and a worker process share: much comes back without a slow pipe."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from multiprocessing.shared_memory import SharedMemory


class SharedBuffer:
    """Memory that the program makes and lets go; the worker writes into it by its name."""

    def __init__(self, size: int) -> None:
        self._memory = SharedMemory(create=True, size=size)

    @property
    def name(self) -> str:
        """Return what the worker finds it by."""
        return self._memory.name

    def taken(self, size: int) -> bytes:
        """Return a copy of the first `size` bytes."""
        view = self._memory.buf
        return bytes(view[:size]) if view is not None else b""

    def close(self) -> None:
        """Let the memory go. Safe to repeat."""
        self._memory.close()
        with suppress(FileNotFoundError):
            self._memory.unlink()


@lru_cache(maxsize=1)
def attached(name: str) -> SharedMemory:
    """Return the block of this name, in the worker; it stays attached until another one is asked for."""
    return SharedMemory(name)
