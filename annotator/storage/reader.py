"""Reading a project: one connection that cannot write, short transactions, plain data out."""

from __future__ import annotations

from annotator.storage.queries.codebook import CodebookQueries
from annotator.storage.queries.history import HistoryQueries
from annotator.storage.queries.letters import LetterQueries
from annotator.storage.queries.pages import PageQueries
from annotator.storage.queries.proposals import ProposalQueries
from annotator.storage.queries.search import SearchQueries
from annotator.storage.queries.suspects import SuspectQueries
from annotator.storage.queries.tables import TableQueries


class Reader(
    LetterQueries,
    TableQueries,
    PageQueries,
    ProposalQueries,
    SearchQueries,
    SuspectQueries,
    CodebookQueries,
    HistoryQueries,
):
    """Reads a project through a connection of its own; use it in the thread that made it, and close it there.

    Every method raises UserError where the file cannot be read.
    """
