"""Roles: what a field, tag or choice is for. The program looks for roles, never for ids of one codebook.

`structure` proposes by role, the list of letters shows the roles `letter_date` and `sender`, a citation names
`dossier` and `sub_number`. docs/codebook.md lists them for those who write a codebook.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.messages import QT_TRANSLATE_NOOP, Message

# The roles of fields, with the types that a field with this role may have.
FIELD_ROLES: Mapping[str, tuple[str, ...]] = {
    "kind": ("choice",),
    "letter_date": ("date",),
    "meeting_date": ("period",),
    "subject": ("text", "long_text"),
    "our_reference": ("text",),
    "your_reference": ("text",),
    "sender": ("text",),
    "signatory": ("text",),
    "signatory_role": ("text",),
    "addressee": ("text", "long_text"),
    "chamber": ("choice",),
    "session_year": ("text",),
    "dossier": ("text",),
    "sub_number": ("text",),
    "attachments": ("text",),
    "reference": ("reference",),
}
TAG_ROLES: Mapping[str, tuple[str, ...]] = {
    "section": (
        "letterhead",
        "salutation",
        "introduction",
        "topic",
        "closing",
        "signature",
        "footnote",
        "attachment",
    ),
    "passage": ("commitment", "reference", "date", "amount"),
}
# The roles of choices, by the role of their field.
CHOICE_ROLES: Mapping[str, tuple[str, ...]] = {
    "kind": (
        "government_letter",
        "answers_to_questions",
        "postponement",
        "motion_or_commitment",
        "meeting_report",
        "annotated_agenda",
        "written_consultation",
        "consultation_report",
        "committee_request",
        "cabinet_response",
        "progress_report",
        "new_eu_proposal",
        "policy_note",
    ),
    "chamber": ("tweede_kamer", "eerste_kamer", "both"),
}
# Texts with these roles have a normal form of their own, where the field has the pattern of the same name.
PATTERNED = frozenset({"session_year", "dossier", "sub_number"})

_NAMES: Mapping[str, str] = {
    "kind": QT_TRANSLATE_NOOP("Roles", "the kind of letter"),
    "letter_date": QT_TRANSLATE_NOOP("Roles", "the date of the letter"),
    "meeting_date": QT_TRANSLATE_NOOP("Roles", "the date of the meeting"),
    "subject": QT_TRANSLATE_NOOP("Roles", "the subject"),
    "our_reference": QT_TRANSLATE_NOOP("Roles", "the sender's reference"),
    "your_reference": QT_TRANSLATE_NOOP("Roles", "the addressee's reference"),
    "sender": QT_TRANSLATE_NOOP("Roles", "the sender"),
    "signatory": QT_TRANSLATE_NOOP("Roles", "the name of who signs"),
    "signatory_role": QT_TRANSLATE_NOOP("Roles", "the office of who signs"),
    "addressee": QT_TRANSLATE_NOOP("Roles", "the addressee"),
    "chamber": QT_TRANSLATE_NOOP("Roles", "the chamber of parliament"),
    "session_year": QT_TRANSLATE_NOOP("Roles", "the parliamentary year"),
    "dossier": QT_TRANSLATE_NOOP("Roles", "the number of the dossier"),
    "sub_number": QT_TRANSLATE_NOOP("Roles", "the number within the dossier"),
    "attachments": QT_TRANSLATE_NOOP("Roles", "the attachments"),
    "reference": QT_TRANSLATE_NOOP("Roles", "papers that are referred to"),
    "letterhead": QT_TRANSLATE_NOOP("Roles", "the letterhead"),
    "salutation": QT_TRANSLATE_NOOP("Roles", "the salutation"),
    "introduction": QT_TRANSLATE_NOOP("Roles", "the introduction"),
    "topic": QT_TRANSLATE_NOOP("Roles", "a part under a heading"),
    "closing": QT_TRANSLATE_NOOP("Roles", "the closing"),
    "signature": QT_TRANSLATE_NOOP("Roles", "the signature"),
    "footnote": QT_TRANSLATE_NOOP("Roles", "notes"),
    "attachment": QT_TRANSLATE_NOOP("Roles", "an attachment in the text"),
    "commitment": QT_TRANSLATE_NOOP("Roles", "a commitment"),
    "date": QT_TRANSLATE_NOOP("Roles", "a date"),
    "amount": QT_TRANSLATE_NOOP("Roles", "an amount"),
    "government_letter": QT_TRANSLATE_NOOP("Roles", "a letter from the government"),
    "answers_to_questions": QT_TRANSLATE_NOOP("Roles", "answers to parliamentary questions"),
    "postponement": QT_TRANSLATE_NOOP("Roles", "a notice of postponement"),
    "motion_or_commitment": QT_TRANSLATE_NOOP("Roles", "the follow-up of a motion or commitment"),
    "meeting_report": QT_TRANSLATE_NOOP("Roles", "the report of a meeting"),
    "annotated_agenda": QT_TRANSLATE_NOOP("Roles", "an annotated agenda"),
    "written_consultation": QT_TRANSLATE_NOOP("Roles", "the report of a written consultation"),
    "consultation_report": QT_TRANSLATE_NOOP("Roles", "the report of a consultation"),
    "committee_request": QT_TRANSLATE_NOOP("Roles", "a reply to a committee"),
    "cabinet_response": QT_TRANSLATE_NOOP("Roles", "a government response"),
    "progress_report": QT_TRANSLATE_NOOP("Roles", "a progress report"),
    "new_eu_proposal": QT_TRANSLATE_NOOP("Roles", "an assessment of a Commission proposal"),
    "policy_note": QT_TRANSLATE_NOOP("Roles", "a policy paper"),
    "tweede_kamer": QT_TRANSLATE_NOOP("Roles", "the House of Representatives"),
    "eerste_kamer": QT_TRANSLATE_NOOP("Roles", "the Senate"),
    "both": QT_TRANSLATE_NOOP("Roles", "both chambers"),
}


def role_name(role: str) -> Message:
    """Return what a role is called on the screen."""
    return Message("Roles", _NAMES[role])


def roles_of_type(type_: str) -> tuple[str, ...]:
    """Return the roles that a field of this type may have."""
    return tuple(role for role, types in FIELD_ROLES.items() if type_ in types)


# ---- codebooks that were made before there were roles: their ids said what the program looked for

_PARTS_BEFORE = {"signatory.name": "signatory", "signatory.role": "signatory_role"}


def tag_role_before(kind: str, tag_id: str) -> str:
    """Return the role that a tag of this id had when ids were looked for, "" for none."""
    return tag_id if tag_id in TAG_ROLES.get(kind, ()) else ""


def field_role_before(path: str, type_: str) -> str:
    """Return the role that a field of this id (a part: `group.part`) had, "" for none."""
    role = _PARTS_BEFORE.get(path, "" if path == "signatory" else path)
    return role if type_ == FIELD_ROLES.get(role, ("",))[0] else ""


def choice_role_before(field_role: str, choice_id: str) -> str:
    """Return the role that a choice of this id had in a field with this role, "" for none."""
    return choice_id if choice_id in CHOICE_ROLES.get(field_role, ()) else ""
