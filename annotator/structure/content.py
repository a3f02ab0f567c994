"""What only the text tells: the subject of a letter without a letterhead, its kind, the meeting, the paper's own number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from annotator.core.references import read_session_year
from annotator.core.unreadable import UnreadableError
from annotator.structure.flow import Flow
from annotator.structure.found import Found, tightened
from annotator.structure.found_dates import find_dates
from annotator.structure.sections import Anatomy
from annotator.structure.sentences import sentences

_ANNOUNCES = (
    # What is sent: `Hierbij ontvangt u het verslag van ...`, `Bijgaand bied ik u ... aan`
    re.compile(
        r"^(?:(?:hierbij|bijgaand|bijgevoegd|met deze brief|in deze brief|bij deze|met genoegen|graag)\s+|(?=(?:ik|wij) (?:zend|stuur|bied|doe)))(?:(?:ik|wij) (?:zend|stuur|bied|doe)(?:en)?(?: (?:u|uw kamer))?|ontvangt (?:u|uw kamer)|treft (?:u|uw kamer)|(?:zend|stuur|bied|doe|verstrek)(?:en)? (?:ik|wij)(?: (?:u|uw kamer))?)(?: hierbij| bijgaand)?"
        r"(?:,? mede namens [^,]{5,120},)?\s+(?:toekomen )?(?:de |het |een |mijn |onze )?(?P<what>.+?)(?:\s+(?:aan|toe|toekomen))?(?:[.;:]|, (?:die|dat|waarin|zoals)\b|$)",
        re.I,
    ),
    # What is spoken of: `Met deze brief informeer ik uw Kamer over ...`
    re.compile(
        r"^(?:hierbij|met deze brief|in deze brief|bij deze|graag|middels deze brief)\s+(?:informer?|informeer|bericht|geef|geven|reager?|reageer|ga|schets|licht|beantwoord)\w* (?:ik|wij)\b.*?\b(?:over|op|van|in op)\s+(?:de |het |een )?(?P<what>.+?)(?:[.;:]|, (?:die|dat|waarin|zoals|mede)\b|$)",
        re.I,
    ),
)
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "answers_to_questions",
        r"beantwoording (?:van )?(?:de )?(?:kamer|schriftelijke )?vragen|antwoorden? op (?:de )?(?:kamer|schriftelijke )?vragen|kamervragen|vragen van (?:het lid|de leden)",
    ),
    ("postponement", r"\buitstel\b|niet binnen de gebruikelijke termijn"),
    ("annotated_agenda", r"geannoteerde agenda"),
    (
        "meeting_report",
        r"\bverslag\b.{0,60}\b(?:raad|bijeenkomst|vergadering|top|conferentie|raden)\b|verslag van de (?:\w+\s)?raad|\bverslag (?:\w+)?(?:raad|bijeenkomst)",
    ),
    ("written_consultation", r"schriftelijk overleg"),
    ("consultation_report", r"verslag van een (?:algemeen |commissie)?(?:overleg|debat)"),
    ("new_eu_proposal", r"\bfiche\b|bnc-fiche|nieuwe commissievoorstellen"),
    (
        "committee_request",
        r"verzoek van (?:de |uw )?(?:vaste |algemene )?(?:kamer)?commissie|commissieverzoek|reactie op verzoek",
    ),
    ("motion_or_commitment", r"\bmoties?\b|\btoezegging(?:en)?\b"),
    (
        "cabinet_response",
        r"kabinetsreactie|beleidsreactie|kabinetsstandpunt|reactie op (?:het )?(?:rapport|advies)",
    ),
    ("progress_report", r"voortgangs?(?:rapportage|brief)|\bvoortgang\b|stand van zaken"),
    ("policy_note", r"\bnota\b|\bnotitie\b"),
)
_COMPILED_KINDS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)
_MEETING = re.compile(
    r"\b(?:raad|bijeenkomst|vergadering|top|conferentie|ministeri[eë]le|eurogroep|ecofinraad|overleg|bijeenkwam|bijeen)\w*\b|\b\w+raad\b",
    re.I,
)
_SESSION = re.compile(r"\b(?:vergaderjaar|zitting)\s+((?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d))", re.I)
_OWN_DOSSIER = re.compile(
    r"^(\d\d ?\d{3}(?: ?-?\(?[IVXR][\dIVXA-H]*\)?)?)(?:[^\S\n]+(?:[A-Z][\w-]+.*|hoofdstuk.*))?$", re.M
)
_OWN_NUMBER = re.compile(
    r"^(?:nr\.?|nummer)\s*(\d{1,4}|[A-Z]{1,3})\b(?=\s*(?:brief|verslag|lijst|$))", re.M | re.I
)


def find_content(parts: Anatomy, introduction: Flow, labelled: list[Found]) -> list[Found]:
    """Return what the words themselves tell."""
    found: list[Found] = []
    subject = next((value for value in labelled if value.role == "subject"), None)
    if subject is None and (announced := _announced(parts, introduction)) is not None:
        found.append(announced)
        subject = announced
    found += _kind(parts, subject, introduction)
    found += _meeting(parts, subject, introduction)
    found += _own_paper(parts)
    return found


def _announced(parts: Anatomy, introduction: Flow) -> Found | None:
    """Return the subject that the first sentence announces."""
    for number, (start, end) in enumerate(sentences(introduction)):
        if number > 2:
            break
        sentence = introduction.text[start:end]
        for rank, pattern in enumerate(_ANNOUNCES):
            match = pattern.match(sentence)
            if match and len(match["what"]) > 8:
                first, last = introduction.span(start + match.start("what"), start + match.end("what"))
                first, last = tightened(parts.text, first, last)
                return Found("subject", first, last, "", 0.72 if rank == 0 else 0.6, "first_sentence")
    return None


def _kind(parts: Anatomy, subject: Found | None, introduction: Flow) -> Iterator[Found]:
    if subject is not None:
        text = parts.text[subject.start : subject.end].replace("\n", " ")
        if said := _kind_in(text):
            kind, start, end = said
            yield Found("kind", subject.start + start, subject.start + end, kind, 0.85, "words")
            return
    if said := _kind_in(introduction.text[:400]):
        kind, start, end = said
        yield Found("kind", *introduction.span(start, end), kind, 0.65, "words")
        return
    if parliamentary(parts):
        yield Found("kind", -1, -1, "government_letter", 0.5, "default")


def _kind_in(text: str) -> tuple[str, int, int] | None:
    for kind, pattern in _COMPILED_KINDS:
        if match := pattern.search(text):
            return kind, match.start(), match.end()
    return None


def parliamentary(parts: Anatomy) -> bool:
    """Tell whether the letter speaks to parliament."""
    return re.search(r"\b(?:uw|de|tweede|eerste)\s+kamer\b", parts.text, re.I) is not None


def _meeting(parts: Anatomy, subject: Found | None, introduction: Flow) -> Iterator[Found]:
    """Return the day or days of the meeting: in the first sentences, near its name, else in the subject."""
    for start, end in list(sentences(introduction))[:2]:
        sentence = introduction.text[start:end]
        if not re.search(r"\bverslag\b|\bagenda\b|\bbijeenkomst\b|\braad\b|\b\w+raad\b", sentence, re.I):
            continue
        for date in find_dates(sentence):
            if date.value and _MEETING.search(sentence[max(0, date.start - 70) : date.start]):
                first, last = introduction.span(start + date.start, start + date.end)
                yield Found("meeting_date", first, last, date.value, 0.8, "in_first_sentence")
                return
    if subject is not None:
        text = parts.text[subject.start : subject.end].replace("\n", " ")
        for date in find_dates(text) if _MEETING.search(text) else ():
            if date.value:
                first, last = subject.start + date.start, subject.start + date.end
                yield Found("meeting_date", first, last, date.value, 0.85, "in_subject")
                return


def _own_paper(parts: Anatomy) -> Iterator[Found]:
    """Return session year, dossier and sub-number of a letter printed as a parliamentary paper."""
    lines = parts.lines[: max(parts.opening.body, 12)]
    if not lines:
        return
    start, end = lines[0].start, lines[-1].end
    zone = parts.text[start:end]
    session = _SESSION.search(zone)
    if session is None:
        return
    with suppress(UnreadableError):
        year = read_session_year(session[1])
        yield Found("session_year", start + session.start(1), start + session.end(1), year, 0.9, "printed")
    if dossier := _OWN_DOSSIER.search(zone, session.end()):
        yield Found("dossier", start + dossier.start(1), start + dossier.end(1), "", 0.85, "printed")
    if number := _OWN_NUMBER.search(zone, session.end()):
        yield Found("sub_number", start + number.start(1), start + number.end(1), "", 0.85, "printed")
