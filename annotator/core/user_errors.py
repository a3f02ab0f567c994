"""Errors of the disk, the files or the input, not bugs: shown to the analyst as one sentence."""

from __future__ import annotations

from annotator.core.messages import Message


class UserError(Exception):
    """Something the analyst can understand and act on: what is wrong, where, and what to do.

    Anything that is not a `UserError` is a bug: logged with its traceback and shown as such.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message
