"""Who signs, however the names and offices stand."""

from __future__ import annotations

import pytest

from tests.structure.reading import outline_of, proposed, values_of

LETTER = (
    "Ministerie van Financiën\nPostbus 20201\nDatum 3 mei 2004\nBetreft Haven\n\nGeachte voorzitter,\n\n"
    "Hierbij informeer ik u over de voortgang van de aanleg van de vaarweg naar de haven,\n"
    "waarover uw Kamer in het overleg van 11 maart vragen heeft gesteld aan de minister.\n\n"
)


def signed(block: str) -> list[tuple[str, str]]:
    _, proposals = proposed(f"{LETTER}{block}\n")
    return list(zip(values_of(proposals, "signatory"), values_of(proposals, "signatory_role"), strict=True))


TRADE = "De Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking"
HEALTH = "De Minister van Volksgezondheid, Welzijn en Sport"


@pytest.mark.parametrize(
    "block",
    [
        "De Minister voor Buitenlandse Handel     De Minister van Volksgezondheid, Welzijn\n"
        "en Ontwikkelingssamenwerking,            en Sport,\n\nL. Ploem          E. Schip",
        "De Minister voor Buitenlandse Handel De Minister van Volksgezondheid, Welzijn\n"
        "en Ontwikkelingssamenwerking, en Sport,\n\nL. Ploem E. Schip",
        "De Minister voor Buitenlandse Handel\nen Ontwikkelingssamenwerking,\n\n"
        "De Minister van Volksgezondheid, Welzijn\nen Sport,\n\nL. Ploem E. Schip",
    ],
)
def test_two_side_by_side_whose_offices_go_on_below(block: str) -> None:
    assert signed(block) == [("L. Ploem", TRADE), ("E. Schip", HEALTH)]


def test_a_name_in_small_letters_side_by_side_is_no_text() -> None:
    offices = "DE MINISTER VAN DEFENSIE DE STAATSSECRETARIS VAN DEFENSIE"
    block = f"{offices}\n\ndrs. K.H. Ollens mr. drs. C.A. van der Maas"
    assert signed(block) == [
        ("drs. K.H. Ollens", "DE MINISTER VAN DEFENSIE"),
        ("mr. drs. C.A. van der Maas", "DE STAATSSECRETARIS VAN DEFENSIE"),
    ]


@pytest.mark.parametrize(
    ("block", "name", "office"),
    [
        ("De Minister van Financiën\n\nW. Bossen", "W. Bossen", "De Minister van Financiën"),
        (
            "DE MINISTER VAN LANDBOUW,\nNATUURBEHEER EN VISSERIJ,\n\n(w.g.) dr. ir. P. Bakels",
            "dr. ir. P. Bakels",
            "DE MINISTER VAN LANDBOUW, NATUURBEHEER EN VISSERIJ",
        ),
        (
            "De Minister van Financiën,\nnamens deze,\nde directeur-generaal Begroting\ni.o. mr. A.P. Dijk",
            "mr. A.P. Dijk",
            "de directeur-generaal Begroting",
        ),
        (
            "DE MINISTER VAN FINANCIËN\nnamens deze, de Directeur-Generaal Luchtvaart en\n\n"
            "Maritieme Zaken,\n\nR.W.C. Klabbers",
            "R.W.C. Klabbers",
            "de Directeur-Generaal Luchtvaart en Maritieme Zaken",
        ),
    ],
)
def test_one_signs(block: str, name: str, office: str) -> None:
    assert signed(f"Hoogachtend,\n\n{block}") == [(name, office)]


def test_the_margins_label_may_stand_before_the_formula() -> None:
    text, proposals = proposed(
        f"{LETTER}Pagina 1 van 1 Met vriendelijke groet,\n\nDe Minister van Financiën,\n\nW. Bossen\n"
    )
    assert [role for role, _, _ in outline_of(text, proposals)][-2:] == ["closing", "signature"]


def test_a_margin_beside_the_signature_takes_nothing_of_it() -> None:
    block = "Hoogachtend,\nde minister van Financiën,\n\nmw. drs. E.I. Schip\n\nPagina 2 van 2"
    margin = "Kenmerk\n751238-135278-IZ"
    text, proposals = proposed(f"{LETTER}Pagina 1 van 2\n\n\f{margin}\n\n{block}\n")
    assert values_of(proposals, "signatory") == ["mw. drs. E.I. Schip"]
    assert [role for role, _, _ in outline_of(text, proposals)][-2:] == ["closing", "signature"]
