"""What is proposed and doubted in a letter."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.storage import proposals, suspect_cache, tag_decisions
from annotator.storage.proposals import OpenCounts
from annotator.storage.queries.moments import Moments, read
from annotator.storage.tag_decisions import DecidedLetter


class ProposalQueries(Moments):
    """What is proposed and doubted in a letter."""

    @read
    def open_counts(self, letter_id: int) -> OpenCounts | None:
        """Return what is open in a letter, None where nothing was proposed for it yet."""
        return proposals.open_counts(self._conn, letter_id)

    @read
    def letters_to_propose(
        self, engine: str, after: int, limit: int, *, changed: bool = False
    ) -> Sequence[int]:
        """Return the next letters behind `after` for which nothing was proposed as they read now.

        With `changed` only those whose proposals were made for another text.
        """
        return proposals.letters_to_propose(self._conn, engine, after, limit, changed=changed)

    @read
    def count_to_propose(self, engine: str, *, changed: bool = False) -> int:
        """Return how many letters `letters_to_propose` gives in all."""
        return proposals.count_to_propose(self._conn, engine, changed=changed)

    @read
    def decided_letters(self, tag: str) -> list[DecidedLetter]:
        """Return the letters in which a tag was decided on last, in the order of the decisions."""
        return tag_decisions.decided_letters(self._conn, tag)

    @read
    def tag_fingerprint(self, tags: Sequence[str]) -> str:
        """Return what changes when other passages of these tags are decided on, or read otherwise."""
        return tag_decisions.fingerprint(self._conn, tags)

    @read
    def tags_off(self) -> frozenset[str]:
        """Return the tags for which nothing learnt is proposed."""
        return tag_decisions.tags_off(self._conn)

    @read
    def suspects(self, letter_id: int, version: int, engine: str) -> str | None:
        """Return what this engine found in this content version, as JSON; None if it did not look."""
        return suspect_cache.load_suspects(self._conn, letter_id, version, engine)

    @read
    def suspects_engine(self, letter_id: int) -> str:
        """Return which engine, with what it had learnt, found the letter's kept suspects."""
        return suspect_cache.load_engine(self._conn, letter_id)
