"""What a reader of values raises when it cannot read the text."""

from __future__ import annotations

from annotator.core.messages import Message


class UnreadableError(Exception):
    """A text that is no value of its type: why, and whether more typing could make it one."""

    def __init__(self, sentence: str, *, incomplete: bool = False, **params: object) -> None:
        self.message = Message("Fields", sentence, params)
        self.incomplete = incomplete
        super().__init__(str(self.message))
