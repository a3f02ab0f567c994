"""Letters of other layouts: printed papers, a city's letter, answers to questions, several signatories."""

from __future__ import annotations

import pytest

from annotator.structure.interface import Proposals
from tests.structure.letters.reading import Labelled, labelled_letters
from tests.structure.reading import outline_of, passages_of, proposed

LETTERS = {letter.name: letter for letter in labelled_letters()}
# Type alone tells these levels: nothing in the text does.
LEVELS_UNTOLD = {"huur", "soorten", "stikstof"}
SCORED = (
    "letter_date our_reference your_reference subject sender addressee attachments"
    " signatory signatory_role session_year dossier sub_number reference"
)


@pytest.fixture(params=sorted(LETTERS))
def letter(request: pytest.FixtureRequest) -> tuple[Labelled, str, Proposals]:
    """Return a letter with its truth, its text, and what is proposed for it."""
    labelled = LETTERS[request.param]
    return labelled, *proposed(labelled.raw)


def test_sections_and_headings(letter: tuple[Labelled, str, Proposals]) -> None:
    labelled, text, proposals = letter
    assert [(tag, heading) for tag, _, heading in outline_of(text, proposals)] == [
        (section.tag, section.heading) for section in labelled.sections
    ]


def test_levels(letter: tuple[Labelled, str, Proposals]) -> None:
    labelled, text, proposals = letter
    found = [level for _, level, _ in outline_of(text, proposals)] == [s.level for s in labelled.sections]
    assert found == (labelled.name not in LEVELS_UNTOLD)  # one that is found is to be taken off the list


def test_sections_start_with_their_first_sign(letter: tuple[Labelled, str, Proposals]) -> None:
    labelled, text, proposals = letter
    starts = [section.start - labelled.raw[: section.start].count("\f") for section in labelled.sections]
    assert [section.start for section in proposals.sections] == starts
    assert all(not text[start].isspace() for start in starts)


def test_values(letter: tuple[Labelled, str, Proposals]) -> None:
    labelled, _, proposals = letter
    for field in SCORED.split():
        wanted = sorted(value for name, value in labelled.fields if name == field)
        assert sorted(value.value for value in proposals.values if value.role == field) == wanted, field


def test_the_parts_of_signatories_are_tied(letter: tuple[Labelled, str, Proposals]) -> None:
    labelled, _, proposals = letter
    names = [value for name, value in labelled.fields if name == "signatory"]
    roles = [value for name, value in labelled.fields if name == "signatory_role"]
    tied = {
        position: {
            v.role: v.value
            for v in proposals.values
            if v.role in ("signatory", "signatory_role") and v.position == position
        }
        for position in range(len(names))
    }
    for position, (name, role) in enumerate(zip(names, roles, strict=True)):
        assert tied[position] == {"signatory": name, "signatory_role": role}


def test_commitments(letter: tuple[Labelled, str, Proposals]) -> None:
    labelled, text, proposals = letter
    assert passages_of(text, proposals, "commitment") == list(labelled.commitments)
