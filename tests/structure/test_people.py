"""Who signs, in the ways that letters are signed."""

from __future__ import annotations

import pytest

from tests.structure.reading import proposed, values_of

BODY = """Geachte voorzitter,

In deze brief ga ik in op de vragen van de commissie over de uitvoering van de regeling en
de gevolgen daarvan voor de betrokken gemeenten in het noorden van het land.

Vervolg

Ik zal uw Kamer in het najaar informeren over de uitkomsten van het overleg met de provincies
en de waterschappen.

"""
SIGNED = {
    "De Minister van Defensie,   De Minister van Buitenlandse Zaken,\n\n\nA.B. Bijl-Smit   Stef Blokhuis\n": [
        ("De Minister van Defensie", "A.B. Bijl-Smit"),
        ("De Minister van Buitenlandse Zaken", "Stef Blokhuis"),
    ],
    "DE MINISTER VAN FINANCIËN,\n\n(w.g.) W.B. Hoekema\n": [("DE MINISTER VAN FINANCIËN", "W.B. Hoekema")],
    "Sophie Hermsen\nMinister van Klimaat en Groene Groei\n": [
        ("Minister van Klimaat en Groene Groei", "Sophie Hermsen")
    ],
    "De Staatssecretaris van Financiën,\nmede namens de Minister van Financiën,\n\n\nM.L.A. van Rijs\n": [
        ("De Staatssecretaris van Financiën", "M.L.A. van Rijs")
    ],
    "DE MINISTER-PRESIDENT,\nMinister van Algemene Zaken,\n\n\nMark Rutgers\n": [
        ("DE MINISTER-PRESIDENT, Minister van Algemene Zaken", "Mark Rutgers")
    ],
    "Minister van Justitie en Veiligheid,\n\nFerd Graaf\n\nMinister voor Rechtsbescherming,\n\nS. Dek\n": [
        ("Minister van Justitie en Veiligheid", "Ferd Graaf"),
        ("Minister voor Rechtsbescherming", "S. Dek"),
    ],
    "De Minister voor Buitenlandse Handel\nen Ontwikkelingssamenwerking,\n\n\nSigrid A.M. Kaagman\n": [
        ("De Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", "Sigrid A.M. Kaagman")
    ],
    "Hoogachtend,\n\nDE MINISTER VAN DEFENSIE,\nnamens deze:\n\n\ndrs. M.A. Ruijs\nSecretaris-Generaal\n": [
        ("Secretaris-Generaal", "drs. M.A. Ruijs")
    ],
}


@pytest.mark.parametrize("block", SIGNED)
def test_who_signs(block: str) -> None:
    text, proposals = proposed(BODY + block)
    assert values_of(proposals, "signatory_role") == [role for role, _ in SIGNED[block]]
    assert values_of(proposals, "signatory") == [name for _, name in SIGNED[block]]
    assert proposals.sections[-1].role == "signature"
    for value in proposals.values:
        if value.start is not None and value.end is not None and value.role == "signatory":
            assert text[value.start : value.end] == value.value
