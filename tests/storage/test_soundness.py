"""What a file may hold that no program of ours writes: each is told, and what is sound passes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import pytest

from annotator.core import operations
from annotator.core.document import (
    About,
    Dismissal,
    Letter,
    Page,
    Passage,
    Section,
    Value,
    Verdict,
)
from annotator.core.history import apply
from annotator.core.in_force import InForce
from annotator.core.page_layout import WordBox
from annotator.core.text import Span
from annotator.storage.soundness import legible, letter_faults, place_faults, require_sound
from tests.storage.making import STAMP, corrected, letter, tagged


class Pair(NamedTuple):
    first: int
    second: str


@dataclass(frozen=True)
class Row:
    name: str
    number: int = 0
    size: int = 0
    share: float = 0.0
    way: Literal["a", "b"] = "a"
    maybe: str | None = None
    many: tuple[int, ...] = ()


@pytest.mark.parametrize(
    "value",
    [
        None,
        "text",
        b"bytes",
        1.5,
        2**31 - 1,
        -(2**31) + 1,
        {"a": [1, 2]},
        (1, 2),
        {3},
        Pair(1, "x"),
        WordBox(0, 1, "what", "ever", 0, 2**40),  # type: ignore[arg-type]
        Row("x", 1, 2**40, 1, "b", "y", (1,)),
        [Row("x"), {"k": Row("y")}],
    ],
)
def test_what_is_sound(value: object) -> None:
    require_sound(value)


@pytest.mark.parametrize(
    "value",
    [
        2**31,
        -(2**31),
        {"a": 2**31},
        [1, [2**31]],
        (2**40,),
        Pair("x", "y"),  # type: ignore[arg-type]
        Pair(2**31, "y"),
        Row(3),  # type: ignore[arg-type]
        Row("x", "3"),  # type: ignore[arg-type]
        Row("x", 2**31),
        Row("x", True),
        Row("x", share="y"),  # type: ignore[arg-type]
        Row("x", way=3),  # type: ignore[arg-type]
        Row("x", maybe=3),  # type: ignore[arg-type]
        Row("x", many=(2**31,)),
        [Row(b"x")],  # type: ignore[arg-type]
    ],
)
def test_what_is_not(value: object) -> None:
    with pytest.raises(ValueError, match=r"another type|no program of ours"):
        require_sound(value)


def faults(made: Letter) -> list[str]:
    return [fault.format(id=1, **params) for fault, params in letter_faults(made)]


def good() -> Letter:
    made = letter(pages=(0, 21))
    made = apply(made, tagged(made, "motie", "p"))
    made = apply(made, operations.set_value(made, "subject", 0, "x", "x", Span(0, 7), STAMP))
    made = apply(made, operations.judge(Span(0, 7), "Geachte", "here", "", STAMP))
    made = apply(made, corrected(made, "Belgié", "België"))
    return replace(
        made, dismissals={"d": Dismissal("d", "passage", "tag")}, spans={**made.spans, "d": Span(0, 1)}
    )


def test_a_good_letter_has_no_faults() -> None:
    assert faults(good()) == []


def test_places_may_reach_to_the_end() -> None:
    made, length = good(), len(good().text)
    made = replace(
        made, spans={**made.spans, "p": Span(length, length)}, points={**made.points, "page:2": length}
    )
    assert faults(made) == []


VALUE = Value("v", "subject", 0, "x", "x")
LONG = "x" * 2_001
OVERLAP = "two corrections overlap"
HOLDS = "holds what the program never writes"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"corrections": (InForce(0, 5, "x"), InForce(4, 6, "y"))}, OVERLAP),
        ({"corrections": (InForce(-1, 5, "x"),)}, OVERLAP),
        ({"corrections": (InForce(0, 10_000, "x"),)}, OVERLAP),
        ({"corrections": (InForce(5, 4, "x"),)}, OVERLAP),
        ({"corrections": ()}, "with its corrections is not the text"),
        ({"passages": {"p": Passage("p", LONG)}}, f"a passage {HOLDS}"),
        ({"passages": {"p": Passage("p", "t", state="x")}}, f"a passage {HOLDS}"),
        ({"passages": {"p": Passage("p", "t", analyst=LONG)}}, f"a passage {HOLDS}"),
        ({"values": {"v": replace(VALUE, position=-1)}}, f"a value {HOLDS}"),
        ({"values": {"v": replace(VALUE, position=100_000)}}, f"a value {HOLDS}"),
        ({"values": {"v": replace(VALUE, confidence=1.1)}}, f"a value {HOLDS}"),
        ({"values": {"v": replace(VALUE, confidence=-0.1)}}, f"a value {HOLDS}"),
        ({"values": {"v": replace(VALUE, confidence=float("nan"))}}, f"a value {HOLDS}"),
        ({"values": {"v": replace(VALUE, field=LONG)}}, f"a value {HOLDS}"),
        ({"verdicts": {"r": Verdict("r", "x", "perhaps")}}, f"a verdict {HOLDS}"),
        ({"verdicts": {"r": Verdict("r", "x", "here", analyst=LONG)}}, f"a verdict {HOLDS}"),
        ({"dismissals": {"d": Dismissal("d", "letter", "x")}}, f"a dismissal {HOLDS}"),
        ({"about": About("x" * 20_001)}, f"a letter {HOLDS}"),
        ({"about": About("x", "lost")}, f"a letter {HOLDS}"),
        ({"pages": {}}, "the pages leave part"),
        ({"pages": {"page:2": Page("page:2", 2, 21)}}, "the pages leave part"),
        ({"sections": {}}, "the sections leave part"),
        ({"ocr_text": "a\0b"}, "signs that no letter has"),
        ({"text": "a\u2028b"}, "signs that no letter has"),
    ],
)
def test_each_fault_of_a_letter_is_told(changed: dict[str, object], said: str) -> None:
    told = faults(replace(good(), **changed))  # type: ignore[arg-type]
    assert any(said in one for one in told), told


@pytest.mark.parametrize(
    ("uid", "what"), [("p", "passage"), ("d", "dismissal"), ("value", "value"), ("verdict", "verdict")]
)
@pytest.mark.parametrize("span", [Span(-1, 3), Span(4, 3), Span(0, 10_000)])
def test_a_place_outside_the_text_is_told(uid: str, what: str, span: Span) -> None:
    made = good()
    uid = {"value": next(iter(made.values)), "verdict": next(iter(made.verdicts))}.get(uid, uid)
    assert faults(replace(made, spans={**made.spans, uid: span})) == [
        f"Letter 1: a {what} lies outside the text."
    ]


@pytest.mark.parametrize("start", [1, 10_000])
def test_sections_and_pages_begin_in_the_text(start: int) -> None:
    made = good()
    (section,) = made.sections
    said = [fault for fault, _ in place_faults(replace(made, points={**made.points, section: start}))]
    assert len(said) == 1
    for page in ("page:1", "page:2") if start == 1 else ("page:2",):
        wrong = {**made.points, page: start if page == "page:1" else 10_000}
        assert len(list(place_faults(replace(made, points=wrong)))) == 1


@pytest.mark.parametrize(("level", "is_good"), [(0, False), (1, True), (99, True), (100, False)])
def test_levels_of_sections(level: int, is_good: bool) -> None:
    made = good()
    (uid,) = made.sections
    assert (faults(replace(made, sections={uid: Section(uid, level)})) == []) == is_good


def test_a_damaged_text_is_shown_with_a_sign_for_any() -> None:
    assert legible("a\0b\rc\u2029d") == "a\ufffdb\ufffdc\ufffdd"
