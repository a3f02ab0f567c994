"""The outline of a letter: its parts in order, which leave nothing out."""

from __future__ import annotations

from annotator.structure.interface import LetterText, ProposedSection
from annotator.structure.sections import anatomy, body_of, find_sections, own_end

HEAD = "Ministerie van Defensie\nPostbus 20701\nDatum 3 maart 2026\nBetreft Voortgang\n\n"
PROSE = (
    "In deze brief informeer ik de Kamer over de voortgang van de plannen die ik in\n"
    "het najaar heb toegezegd aan de leden van de commissie en van de andere fracties.\n"
)
SIGNED = "\nHoogachtend,\n\nDe Minister van Defensie,\n\n\nA.B. de Vries\n"
LETTER = f"{HEAD}Geachte voorzitter,\n\n{PROSE}\nVoortgang van de plannen\n\n{PROSE}{SIGNED}"


def sections_of(text: str) -> list[ProposedSection]:
    return find_sections(anatomy(LetterText(text)))


def tags(text: str) -> list[str]:
    return [section.role for section in sections_of(text)]


def test_the_parts_of_a_letter_in_their_order() -> None:
    assert tags(LETTER) == ["letterhead", "salutation", "introduction", "topic", "closing", "signature"]


def test_each_part_begins_where_the_one_before_ends() -> None:
    found = sections_of(LETTER)
    assert [section.start for section in found[1:]] == [section.end for section in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(LETTER))


def test_a_part_begins_with_its_first_sign() -> None:
    assert [LETTER[section.start :][:7] for section in sections_of(LETTER)] == [
        "Ministe",
        "Geachte",
        "In deze",
        "Voortga",
        "Hoogach",
        "De Mini",
    ]


def test_only_a_topic_has_a_heading() -> None:
    found = {section.role: section.heading for section in sections_of(LETTER)}
    heading = found.pop("topic")
    assert heading is not None
    assert LETTER[slice(*heading)] == "Voortgang van de plannen"
    assert set(found.values()) == {None}


def test_a_text_alone_is_an_introduction() -> None:
    assert tags(PROSE) == ["introduction"]


def test_an_empty_text_has_no_parts() -> None:
    assert tags("") == tags(" \n\n") == []


def test_behind_the_signature_stand_attachments_and_the_notice_on_objection() -> None:
    attached = f"{LETTER}\nBijlage 1 – Overzicht\n\n{PROSE}"
    assert tags(attached)[-2:] == ["signature", "attachment"]


def test_the_letters_own_text_ends_at_its_closing() -> None:
    parts = anatomy(LetterText(LETTER))
    assert parts.lines[own_end(parts)].text == "Hoogachtend,"
    alone = anatomy(LetterText(PROSE))
    assert own_end(alone) == len(alone.lines)


def test_the_body_has_neither_furniture_nor_what_lies_outside() -> None:
    page = LETTER.index("Voortgang van de plannen")
    text = f"{LETTER[:page]}- 1 -\n{LETTER[page:]}"
    parts = anatomy(LetterText(text, (0, page + 6)))
    body = body_of(parts, parts.opening.body, own_end(parts))
    assert body.texts[: body.count] == [*PROSE.splitlines(), "Voortgang van de plannen", *PROSE.splitlines()]
    assert body.breaks[: body.count] == [False, False, True, False, False]


def test_spans_that_the_source_calls_furniture_are_left_out() -> None:
    start = LETTER.index("Voortgang van de plannen")
    given = ((start, start + len("Voortgang van de plannen")),)
    assert "topic" not in [s.role for s in find_sections(anatomy(LetterText(LETTER, furniture=given)))]
