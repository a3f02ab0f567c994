import json
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from annotator.core.codebook import (
    RESERVED_KEYS,
    Codebook,
    Field,
    Tag,
    entry_to_json,
    field_from_json,
    in_language,
    tag_from_json,
)
from annotator.core.codebook_toml import read_codebook
from annotator.core.colours import contrast, luminance

RESOURCE = Path(__file__).parents[2] / "resources" / "codebooks" / "kamerbrieven.toml"
SECTIONS = [
    "letterhead",
    "salutation",
    "introduction",
    "topic",
    "closing",
    "signature",
    "footnote",
    "attachment",
]
PASSAGES = [
    "commitment",
    "decision",
    "position",
    "reference",
    "person",
    "organisation",
    "country",
    "amount",
    "date",
]
FIELDS = [
    "kind",
    "letter_date",
    "meeting_date",
    "subject",
    "our_reference",
    "your_reference",
    "sender",
    "signatory",
    "addressee",
    "chamber",
    "session_year",
    "dossier",
    "sub_number",
    "attachments",
    "reference",
]


@pytest.fixture(scope="module")
def kamerbrieven() -> Codebook:
    return read_codebook(RESOURCE)


def test_the_section_tags_are_those_of_the_design(kamerbrieven: Codebook) -> None:
    assert [tag.id for tag in kamerbrieven.section_tags] == SECTIONS


def test_the_passage_tags_are_those_of_the_design(kamerbrieven: Codebook) -> None:
    assert [tag.id for tag in kamerbrieven.passage_tags] == PASSAGES


def test_the_fields_are_those_of_the_design(kamerbrieven: Codebook) -> None:
    assert [field.id for field in kamerbrieven.fields] == FIELDS


def test_the_keys_are_those_on_the_key_sheet(kamerbrieven: Codebook) -> None:
    assert "".join(tag.key for tag in kamerbrieven.tags) == "KAIOZUFJTBNRPGLQD"


def test_no_key_is_reserved(kamerbrieven: Codebook) -> None:
    assert not {tag.key for tag in kamerbrieven.tags} & RESERVED_KEYS


def test_required_fields(kamerbrieven: Codebook) -> None:
    required = {field.id for field in kamerbrieven.required_fields()}
    assert required == {"kind", "letter_date", "subject", "signatory.name"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_has_a_name_and_a_description_in_both_languages(
    kamerbrieven: Codebook, language: str
) -> None:
    parts = [part for field in kamerbrieven.fields for part in field.parts]
    for entry in (*kamerbrieven.tags, *kamerbrieven.fields, *parts):
        assert entry.names[language] and entry.descriptions[language], entry.id  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_choices_have_names_in_both_languages(kamerbrieven: Codebook, language: str) -> None:
    assert all(choice.names[language] for field in kamerbrieven.fields for choice in field.choices)


def test_tags_are_described_with_an_example(kamerbrieven: Codebook) -> None:
    assert all(tag.examples_in("nl") for tag in kamerbrieven.tags)


# --- look-ups


def test_a_part_of_a_group_is_found_by_its_whole_id(kamerbrieven: Codebook) -> None:
    role = kamerbrieven.field("signatory.role")
    assert role is not None and (role.id, role.type, role.several) == ("signatory.role", "text", True)


def test_a_group_is_found_by_its_id(kamerbrieven: Codebook) -> None:
    signatory = kamerbrieven.field("signatory")
    assert signatory is not None and [part.id for part in signatory.parts] == ["name", "role"]


def test_value_fields_have_the_parts_in_place_of_their_group(kamerbrieven: Codebook) -> None:
    ids = [field.id for field in kamerbrieven.value_fields()]
    assert ids[ids.index("sender") + 1 :][:3] == ["signatory.name", "signatory.role", "addressee"]


def test_the_group_of_a_part(kamerbrieven: Codebook) -> None:
    group = kamerbrieven.group_of("signatory.name")
    assert group is not None and group.id == "signatory"


@pytest.mark.parametrize("field_id", ["nothing", "signatory.age", "subject.name"])
def test_a_field_that_is_not_there(kamerbrieven: Codebook, field_id: str) -> None:
    assert kamerbrieven.field(field_id) is None


def test_a_tag_is_found_by_its_key_in_either_case(kamerbrieven: Codebook) -> None:
    found = kamerbrieven.by_key("t")
    assert found is not None and found.id == "commitment"


def test_no_key_finds_no_tag() -> None:
    assert Codebook("x", {}, (_tag("a"),)).by_key("") is None


def test_a_retired_tag_is_not_found_by_its_key() -> None:
    assert Codebook("x", {}, (_tag("a", key="T", retired=True),)).by_key("T") is None


def test_a_retired_tag_is_not_offered_but_is_still_known() -> None:
    codebook = Codebook("x", {}, (_tag("a", retired=True),))
    assert codebook.passage_tags == () and codebook.tag("a") is not None


def test_a_name_falls_back_to_another_language() -> None:
    assert _tag("a", names={"fr": "Pays"}).name("nl") == "Pays"


def test_a_name_falls_back_to_english_first() -> None:
    assert in_language({"fr": "Pays", "en": "Country"}, "nl") == "Country"


def test_a_name_is_found_for_a_locale() -> None:
    assert in_language({"en": "Country", "nl": "Land"}, "nl_NL") == "Land"


def test_an_entry_without_a_name_is_called_by_its_id() -> None:
    assert _tag("a", names={}).name("nl") == "a"


# --- rows


def test_a_codebook_survives_json(kamerbrieven: Codebook) -> None:
    assert Codebook.from_json(json.loads(json.dumps(kamerbrieven.to_json()))) == kamerbrieven


def test_a_tag_survives_its_row(kamerbrieven: Codebook) -> None:
    rows = [json.dumps(entry_to_json(tag)) for tag in kamerbrieven.tags]
    assert tuple(tag_from_json(json.loads(row)) for row in rows) == kamerbrieven.tags


def test_a_field_survives_its_row(kamerbrieven: Codebook) -> None:
    rows = [json.dumps(entry_to_json(field)) for field in kamerbrieven.fields]
    assert tuple(field_from_json(json.loads(row)) for row in rows) == kamerbrieven.fields


def test_what_a_newer_version_added_to_a_row_is_left_out() -> None:
    assert tag_from_json(entry_to_json(_tag("a")) | {"icon": "star"}) == _tag("a")


def test_json_rows_come_back_in_the_order_of_their_positions() -> None:
    codebook = Codebook("x", {}, (_tag("a", position=0), _tag("b", position=1)))
    data = codebook.to_json()
    data["tags"].reverse()
    assert Codebook.from_json(data) == codebook


def test_tags_can_stand_in_a_set() -> None:
    assert len({_tag("a"), _tag("a"), _tag("b")}) == 2


def test_fields_can_stand_in_a_set() -> None:
    assert len({Field("a", "text", {"nl": "A"}), Field("a", "text", {"nl": "A"})}) == 1


# --- colours

# Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
_PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
_DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
_AS_IT_IS = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
# In CIELAB, where some 2.3 is the least difference that is noticed, and 10 is plain at a glance.
_APART = 18.0
_VISION = {"all colours": _AS_IT_IS, "protanopia": _PROTANOPIA, "deuteranopia": _DEUTERANOPIA}


@pytest.mark.parametrize(("dark", "paper"), [(False, "#ffffff"), (True, "#1d2120")], ids=["light", "dark"])
def test_a_bar_in_the_colour_of_a_tag_stands_out_from_the_paper(
    kamerbrieven: Codebook, dark: bool, paper: str
) -> None:
    assert all(contrast(tag.colour(dark), paper) >= 3 for tag in kamerbrieven.tags)


@pytest.mark.parametrize("vision", _VISION)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ["section", "passage"])
def test_tags_of_a_kind_differ_for_colour_blind_people_too(
    kamerbrieven: Codebook, kind: str, dark: bool, vision: str
) -> None:
    tags = [tag for tag in kamerbrieven.tags if tag.kind == kind]
    seen = {tag.id: _lab(tag.colour(dark), _VISION[vision]) for tag in tags}
    nearest = min((dist(seen[a], seen[b]), a, b) for a, b in combinations(seen, 2))
    assert nearest[0] >= _APART, nearest


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_luminance_weighs_green_most() -> None:
    assert luminance("#00ff00") == pytest.approx(0.7152)


def _tag(tag_id: str, **kwargs: object) -> Tag:
    given: dict[str, object] = {"names": {"nl": tag_id}, "colour_light": "#247d55", "colour_dark": "#8dcda3"}
    return Tag(id=tag_id, kind="passage", **(given | kwargs))  # type: ignore[arg-type]


def _lab(colour: str, vision: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in vision
    )
    x, y, z = (
        _cube((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047),
        _cube(0.2126 * red + 0.7152 * green + 0.0722 * blue),
        _cube((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883),
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube(value: float) -> float:
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
