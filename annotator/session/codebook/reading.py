"""What of a project's codebook cannot be read, and how often what it has is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.core.messages import Message
from annotator.session.project.session import Session

if TYPE_CHECKING:
    from annotator.session.project.operations import At
    from annotator.storage.codebook_use import Usage


def faults(session: Session) -> list[Message]:
    """Return a sentence for each fault of the codebook; what has one is left out."""
    return session.store.reader.codebook_faults()


def usage(at: At, choice_fields: Sequence[str]) -> Usage:
    """Return how often tags, fields and the choices of these fields are used."""
    return at.reader.usage(choice_fields)
