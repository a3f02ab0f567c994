"""The table of cases: words and numbers in signs that say the same as others, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass

BLANKS = "\t\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000"
NO_WIDTH = "\u180e\u200b\u200c\u200d\u200e\u200f\u202c\u2060\u2063\u2069\ufe0f\u00ad"
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
HYPHENS = "-\u2010\u2011\ufe63\uff0d\u00ad\u00ac\u2e17~"


@dataclass(frozen=True)
class Case:
    """What stands in a letter, in which sentence; what it says in plain signs.

    `stands` is what import makes of `raw`. `suspect` is what must be suggested for it first; None where it
    must be no suspect. `reads` is a type of field with the value that the reader makes of it, `names` the
    paper it names. Not `exactly`: a space was typed, and the line ends there.
    """

    raw: str
    says: str
    sentence: str = "Daarover sprak de commissie met {} in de vergadering."
    stands: str = ""
    suspect: str | None = None
    reads: tuple[str, str] | None = None
    names: str = ""
    exactly: bool = True

    @property
    def kept(self) -> str:
        """Return what the letter holds of it."""
        return self.stands or self.raw

    @property
    def text(self) -> str:
        """Return the whole letter as its file has it."""
        return f"Geachte voorzitter,\n\n{self.sentence.format(self.raw)}\n"


def _cases() -> list[Case]:
    said = "Dit staat in {}."
    cases = []
    for blank in BLANKS:
        number = f"28{blank}676"
        paper = f"Kamerstuk {number}, nr.{blank}347"
        cases += [
            Case(number, "28 676", reads=("dossier", "28676")),
            Case(f"12{blank}500", "12 500", reads=("whole_number", "12500")),
            Case(
                paper, "Kamerstuk 28 676, nr. 347", said, reads=("reference", "28676/347"), names="28676/347"
            ),
            Case(
                f"3{blank}mei{blank}2018",
                "3 mei 2018",
                "Dit is op {} besloten.",
                reads=("date", "2018-05-03"),
            ),
            Case(f"de{blank}minister", "de minister", reads=("choice", "minister")),
        ]
    for sign in NO_WIDTH:
        cases += [
            Case(f"ver{sign}plichtingen", "verplichtingen", reads=("text", "verplichtingen")),
            Case(f"Ij{sign}sselmeer", "Ijsselmeer", suspect="IJsselmeer"),
            Case(f"minis{sign}ter", "minister", reads=("choice", "minister")),
            Case(f"3 m{sign}ei 2018", "3 mei 2018", "Dit is op {} besloten.", reads=("date", "2018-05-03")),
            Case(
                f"Kamer{sign}stuk 28 676, nr. 347",
                "Kamerstuk 28 676, nr. 347",
                said,
                reads=("reference", "28676/347"),
                names="28676/347",
            ),
        ]
    words = {
        "ﬀ": "eﬀect",
        "ﬁ": "ﬁnanciële",
        "ﬂ": "conﬂict",
        "ﬃ": "eﬃciency",
        "ﬄ": "souﬄeur",
        "ﬅ": "beﬅaat",
        "ﬆ": "beﬆaat",
    }
    for ligature, letters in LIGATURES.items():
        word = words[ligature]
        plain = word.replace(ligature, letters)
        cases.append(Case(word, plain, suspect=plain, reads=("text", plain)))
    for word, plain in (
        ("b\u0133drage", "bijdrage"),
        ("\u0132sselmeer", "IJsselmeer"),
        ("\u0132zer", "IJzer"),
        ("H\u0133", "Hij"),
        ("\u0133s", "ijs"),
    ):
        cases.append(Case(word, plain, suspect=plain, reads=("text", plain)))
    for half, whole in (("Ijsselmeer", "IJsselmeer"), ("Ijzer", "IJzer"), ("Ijmuiden", "IJmuiden")):
        cases += [Case(half, half, suspect=whole), Case(whole, whole)]
    for hyphen in HYPHENS:
        for left, right in (("verplich", "tingen"), ("over", "eenkomst"), ("kabinets", "formatie")):
            for gap in ("\n", " \n", "\u00a0\n  "):
                broken = f"{left}{hyphen}{gap}{right}"
                cases.append(Case(broken, left + right, suspect=left + right))
        cases.append(
            Case(
                f"3 decem{hyphen}\nber 2018",
                "3 december 2018",
                "Op {} is besloten.",
                suspect="december",
                reads=("date", "2018-12-03"),
            )
        )
    for line_end in ("\x0b", "\r\n", "\x85", "\u2028", "\u2029"):
        cases.append(Case(f"de{line_end}minister", "de minister", stands="de\nminister", exactly=False))
        cases.append(
            Case(
                f"3 mei{line_end}2018",
                "3 mei 2018",
                "Dit is op {} besloten.",
                "3 mei\n2018",
                reads=("date", "2018-05-03"),
                exactly=False,
            )
        )
    cases.append(Case("ver\u00adplich\u00ac\ntingen", "verplichtingen", suspect="verplichtingen"))
    cases.append(Case("\ufb01nanci\u00eble ver\u200bplich-\ntingen", "financiële verplichtingen"))
    return cases


CASES = _cases()
