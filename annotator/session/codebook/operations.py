"""Changes of the codebook that letters must follow, as edits: worked out for the codebook as it is then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.core.codebook import Codebook
from annotator.core.codebook_import import CodebookImport, plan_import
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session.codebook.codebook_migration import Following, follow
from annotator.session.codebook.editing import Around, Edited, Wanted, edited, is_there
from annotator.session.codebook.files import is_of_codes, read_codebook_file, with_codes_of
from annotator.session.codebook.labels import codebook_change
from annotator.session.project.operations import At, Edit, Outcome, Query

_ENTRY_GONE = QT_TRANSLATE_NOOP("CodebookEdit", "This entry was removed from the codebook meanwhile.")
_CHANGED = QT_TRANSLATE_NOOP(
    "CodebookEdit", "The codebook was changed meanwhile: import {name} again to see what it would change now."
)


@dataclass(frozen=True, slots=True)
class Changed:
    """An edit of the codebook, and what followed in the letters."""

    edit: Edited
    following: Following


@dataclass(frozen=True, slots=True)
class Planned:
    """What importing a codebook would change in the codebook `before`, and in the letters."""

    name: str
    before: Codebook
    plan: CodebookImport
    following: Following


def changing(wanted: Wanted, around: Around) -> Edit[Changed]:
    """Return the edit that changes the codebook, and what must follow in the letters."""

    def work(at: At) -> Outcome[Changed]:
        if wanted.entry.id and not is_there(at.codebook, wanted.entry):
            raise UserError(Message("CodebookEdit", _ENTRY_GONE))
        edit = edited(at.codebook, wanted, around)
        following = _follow(at, edit.after, around.language, edit)
        return Outcome(Changed(edit, following), following.deltas, edit.after)

    return Edit(lambda outcome: outcome.told.edit.label, work)


def planning(path: Path, language: str) -> Query[Planned]:
    """Return the query that reads a codebook and says what its import would change."""

    def work(at: At) -> Planned:
        usage = at.reader.usage()
        if is_of_codes(path):
            file = with_codes_of(path, at.codebook, language)
        else:
            file = read_codebook_file(path, language)
        plan = plan_import(
            at.codebook, file, lambda tag: bool(usage.tags.get(tag)), lambda each: bool(usage.of_field(each))
        )
        return Planned(path.name, at.codebook, plan, _follow(at, plan.after, language))

    return Query(work)


def importing(planned: Planned, language: str) -> Edit[Following]:
    """Return the edit that does what was planned, as long as the codebook is the one it was planned for."""

    def work(at: At) -> Outcome[Following]:
        if at.codebook != planned.before:
            raise UserError(Message("CodebookEdit", _CHANGED, {"name": planned.name}))
        following = _follow(at, planned.plan.after, language)
        return Outcome(following, following.deltas, planned.plan.after)

    return Edit(lambda _: codebook_change("import", planned.name), work)


def _follow(at: At, after: Codebook, language: str, edit: Edited | None = None) -> Following:
    merged = edit.merged if edit is not None else {}
    return follow(at.store, at.codebook, after, merged, language, at.progress, at.cancelled)
