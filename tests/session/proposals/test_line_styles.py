"""What the source says of how lines are set goes into the proposals, wherever they are made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.cli.main import main
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Letter
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.proposals.line_styles import styles_of
from annotator.session.proposals.outlining import shown_letters
from annotator.session.proposals.overlay import engine_of
from annotator.session.proposals.proposing import Proposing
from annotator.session.proposals.proposing_now import propose_now
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from tests.pdf_making import At, lines_at, page, pdf_of
from tests.session.proposals.test_proposing import AtOnce, correct

PROSE = (
    "Hierbij bied ik u het verslag aan van de bijeenkomst in Brussel die op\n"
    "deze dagen heeft plaatsgevonden, met de bijlagen waarnaar verwezen wordt.\n"
    "Ik heb de betrokken gemeenten daarvan op de hoogte gesteld."
)
HEADINGS = (
    ("Wettelijk kader", 1),
    ("/Persoonlijke gegevens", 2),
    ("/Intern beraad", 2),
    ("Openbaarmaking", 1),
)


def written(folder: Path) -> Path:
    """Write a letter whose headings are bold, and those below them italic."""
    parts: list[At] = [*lines_at(72, 100, f"Geachte voorzitter,\n\n{PROSE}")]
    y = 185.0
    for heading, level in HEADINGS:
        parts.append(At(72, y, heading.lstrip("/"), font="F2" if level == 1 else "F3"))
        parts += lines_at(72, y + 12.5, PROSE)
        y += 75
    parts += lines_at(72, y, "Hoogachtend,\n\nJ. de Vries")
    path = folder / "brief.pdf"
    path.write_bytes(pdf_of(page(parts)))
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture
def store(tmp_path: Path, source: Path) -> Iterator[Store]:
    codebook = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    with Store.create(tmp_path / "p.kant", codebook, "jan") as made:
        import_paths(made, [source], "jan")
        yield made


def topics(letter: Letter) -> list[tuple[str, int]]:
    return [
        (letter.text[placed.heading.start : placed.heading.end], placed.section.level)
        for placed in letter.placed_sections()
        if placed.heading is not None
    ]


SHOWN = [(heading.lstrip("/"), level) for heading, level in HEADINGS]


def test_a_letter_that_is_opened_has_the_levels_that_its_type_tells(store: Store) -> None:
    session = Session(store, "jan")
    Proposing(session, AtOnce(), lambda call: call())  # type: ignore[arg-type]
    session.open_letter(1)
    assert session.letter is not None
    assert topics(session.letter) == SHOWN


def test_proposals_for_many_and_those_that_are_only_shown_have_them(store: Store) -> None:
    ((_, shown),) = shown_letters(store.reader)
    assert topics(shown) == SHOWN
    assert propose_now(store, [1]) == 1
    proposed = store.reader.proposals(1, engine_of(store.reader.codebook()))
    assert proposed is not None
    assert sorted(section.level for section, _ in proposed.sections.values()).count(2) == 2


def test_the_command_line_reads_them_from_the_file(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", str(source), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["heading"], row["level"]) for row in found["sections"] if row["heading"]] == SHOWN


def test_styles_go_along_with_what_was_corrected(store: Store) -> None:
    session = Session(store, "jan")
    Proposing(session, AtOnce(), lambda call: call())  # type: ignore[arg-type]
    session.open_letter(1)
    correct(session, "Geachte voorzitter", "Geachte mevrouw de voorzitter")
    correct(session, "Persoonlijke gegevens", "De persoonlijke gegevens")
    correct(session, "Intern beraad\n", "")
    session.store.flush()
    assert session.letter is not None
    letter = session.letter
    styles = {letter.text[s.start : s.end]: s for s in styles_of(store.reader, 1, letter)}
    assert styles["De persoonlijke gegevens"].italic
    assert styles["Openbaarmaking"].bold
    assert not styles["Geachte mevrouw de voorzitter,"].bold
    assert topics(letter) == [SHOWN[0], ("De persoonlijke gegevens", 2), SHOWN[3]]
