from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core import fields
from annotator.core.codebook import PATTERNS, Choice, Codebook, Field
from annotator.core.codebook_toml import read_codebook
from annotator.core.field_types import TEXT_PATTERNS, type_ids
from annotator.core.fields import FieldResult, parse

CHOICES = (
    Choice("tweede_kamer", {"nl": "Tweede Kamer", "en": "House of Representatives"}),
    Choice("eerste_kamer", {"nl": "Eerste Kamer", "en": "Senate"}),
    Choice("both", {"nl": "Beide Kamers", "en": "Both chambers"}),
    Choice("peace", {"nl": "Vrouwen, vrede en veiligheid", "en": "Women, peace and security"}),
)
LANGUAGES = st.sampled_from(["nl", "en"])


def field(kind: str, pattern: str = "") -> Field:
    parts = (Field("name", "text", {}), Field("role", "text", {})) if kind == "group" else ()
    choices = CHOICES if "choice" in kind else ()
    return Field("x", kind, {"nl": "X"}, choices=choices, parts=parts, pattern=pattern)


def value(kind: str, typed: str, language: str = "nl") -> str | None:
    return parse(field(kind), typed, language).value


def refused(result: FieldResult) -> bool:
    return result.value is None and result.problem is not None and not result.incomplete


def unfinished(result: FieldResult) -> bool:
    return result.value is None and result.problem is not None and result.incomplete


@pytest.fixture(scope="module")
def kamerbrieven() -> Codebook:
    return read_codebook(Path(__file__).parents[2] / "resources" / "codebooks" / "kamerbrieven.toml")


def test_there_is_a_reader_for_each_pattern() -> None:
    assert tuple(each.id for each in TEXT_PATTERNS) == PATTERNS


# --- for every type


@pytest.mark.parametrize("kind", type_ids())
@pytest.mark.parametrize("typed", ["", "  ", "\n", "\u00a0"])
def test_nothing_typed_is_no_value_and_no_problem(kind: str, typed: str) -> None:
    assert parse(field(kind), typed, "nl") == FieldResult("", "")


@pytest.mark.parametrize("kind", type_ids())
def test_nothing_is_shown_for_no_value(kind: str) -> None:
    assert fields.format(field(kind), "", "nl") == ""


@pytest.mark.parametrize("kind", ["date", "period", "whole_number", "yes_no", "choice", "reference"])
def test_what_cannot_be_read_is_kept_as_shown(kind: str) -> None:
    result = parse(field(kind), "ergens  in\nhet najaar", "nl")
    assert (result.shown, result.stored, refused(result)) == ("ergens in het najaar", "", True)


@pytest.mark.parametrize("kind", ["date", "period", "whole_number", "yes_no", "choice", "reference"])
def test_a_whole_letter_pasted_is_refused(kind: str) -> None:
    assert refused(parse(field(kind), "1 " * 50_000, "nl"))


@pytest.mark.parametrize("kind", type_ids())
def test_a_value_of_another_type_is_shown_as_it_is(kind: str) -> None:
    assert fields.format(field(kind), "iets anders", "nl") == "iets anders"


@pytest.mark.parametrize("kind", type_ids())
@given(typed=st.text(max_size=40), language=LANGUAGES)
def test_no_text_makes_a_reader_fail(kind: str, typed: str, language: str) -> None:
    result = parse(field(kind), typed, language)
    assert (result.value is None) == (result.problem is not None)


@pytest.mark.parametrize("kind", type_ids())
@given(typed=st.text(alphabet="0123456789 -/.,januiIVXRnrt&\u00a0\n", max_size=24), language=LANGUAGES)
def test_what_is_read_is_read_again_from_what_is_shown(kind: str, typed: str, language: str) -> None:
    read = parse(field(kind), typed, language)
    if read.value:
        assert value(kind, fields.format(field(kind), read.value, language), language) == read.value


@pytest.mark.parametrize("pattern", PATTERNS)
@given(typed=st.text(alphabet="0123456789 -/.,IVXRnrEv", max_size=14), language=LANGUAGES)
def test_what_a_pattern_reads_is_read_again(pattern: str, typed: str, language: str) -> None:
    patterned = field("text", pattern)
    read = parse(patterned, typed, language)
    if read.value:
        assert parse(patterned, fields.format(patterned, read.value, language), language).value == read.value


@pytest.mark.parametrize("kind", type_ids())
@given(typed=st.text(max_size=40), language=LANGUAGES)
@example(typed="A¬\xadA", language="nl")
@example(typed="0-\r0", language="nl")
def test_what_is_kept_as_shown_is_kept_again(kind: str, typed: str, language: str) -> None:
    once = parse(field(kind), typed, language)
    assert parse(field(kind), once.shown, language) == once


# --- text


def test_text_is_one_line() -> None:
    assert value("text", " verslag van\nde  bijeenkomst\u00a0van ") == "verslag van de bijeenkomst van"


def test_long_text_keeps_its_lines() -> None:
    assert value("long_text", "\neen \r\n\r\n  twee\n") == "een\n\n  twee"


def test_text_is_composed() -> None:
    assert value("text", "Belgie\u0308") == "België"


# --- whole numbers


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12", "12"),
        ("1.250", "1250"),
        ("1 250", "1250"),
        ("1\u00a0250", "1250"),
        ("12.500.000", "12500000"),
        ("007", "7"),
        ("000", "0"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("-0", "0"),
        ("twee", "2"),
        ("Één", "1"),
        ("twelve", "12"),
        ("9" * 400, "9" * 400),
        ("1.250³", "1250"),
    ],
)
def test_whole_numbers(typed: str, expected: str) -> None:
    assert value("whole_number", typed) == expected


@pytest.mark.parametrize(
    "typed", ["1,5", "1.5 miljoen", "12.50.0", "€ 3", "1.250 000", "1,250", "²", "٣", "--1"]
)
def test_no_whole_numbers(typed: str) -> None:
    assert value("whole_number", typed) is None


def test_an_english_number_has_commas() -> None:
    assert value("whole_number", "1,250", "en") == "1250"


@pytest.mark.parametrize("typed", ["-", "1.", "1.2", "1.250.00", "tw"])
def test_a_number_on_its_way(typed: str) -> None:
    assert unfinished(parse(field("whole_number"), typed, "nl"))


@pytest.mark.parametrize(("language", "shown"), [("nl", "-1.234.567"), ("en", "-1,234,567")])
def test_a_number_is_shown_in_threes(language: str, shown: str) -> None:
    assert fields.format(field("whole_number"), "-1234567", language) == shown


@given(st.integers(), LANGUAGES)
def test_every_number_survives(number: int, language: str) -> None:
    shown = fields.format(field("whole_number"), str(number), language)
    assert value("whole_number", shown, language) == str(number)


# --- yes and no


@pytest.mark.parametrize("typed", ["ja", "Ja", "J", "yes", "waar", "ja."])
def test_yes(typed: str) -> None:
    assert value("yes_no", typed) == "yes"


@pytest.mark.parametrize("typed", ["nee", "Neen", "n", "no", "onwaar"])
def test_no(typed: str) -> None:
    assert value("yes_no", typed) == "no"


def test_a_yes_on_its_way() -> None:
    assert unfinished(parse(field("yes_no"), "ye", "nl"))


def test_neither_yes_nor_no() -> None:
    assert refused(parse(field("yes_no"), "misschien", "nl"))


@pytest.mark.parametrize(("language", "shown"), [("nl", "Nee"), ("en", "No")])
def test_no_is_shown_in_the_language(language: str, shown: str) -> None:
    assert fields.format(field("yes_no"), "no", language) == shown


# --- choices


@pytest.mark.parametrize(
    "typed", ["Tweede Kamer", "tweede  kamer", "House of Representatives", "tweede_kamer"]
)
def test_a_choice_by_any_of_its_names(typed: str) -> None:
    assert value("choice", typed) == "tweede_kamer"


def test_a_choice_inside_a_longer_text() -> None:
    assert value("choice", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal") == "tweede_kamer"


def test_two_choices_inside_a_text_are_refused() -> None:
    assert refused(parse(field("choice"), "de Tweede Kamer en de Eerste Kamer", "nl"))


def test_a_choice_inside_a_word_is_none() -> None:
    assert value("choice", "Tweede Kamerbrief") is None


def test_a_choice_on_its_way() -> None:
    assert unfinished(parse(field("choice"), "twee", "nl"))


def test_a_wrong_choice_names_the_choices() -> None:
    problem = parse(field("choice"), "Raad van State", "nl").problem
    assert str(problem).startswith("“Raad van State” is not among the choices: choose Tweede Kamer · Eerste")


@pytest.mark.parametrize(("language", "shown"), [("nl", "Tweede Kamer"), ("en", "House of Representatives")])
def test_a_choice_is_shown_in_the_language(language: str, shown: str) -> None:
    assert fields.format(field("choice"), "tweede_kamer", language) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "Eerste Kamer; Tweede Kamer",
        "Tweede Kamer, Eerste Kamer",
        "Tweede Kamer en Eerste Kamer",
        "Senate;tweede_kamer;",
    ],
)
def test_several_choices_stand_in_the_order_of_the_codebook(typed: str) -> None:
    assert value("several_choices", typed) == "tweede_kamer;eerste_kamer"


def test_a_choice_with_a_comma_in_its_name() -> None:
    assert value("several_choices", "Vrouwen, vrede en veiligheid; Senate") == "eerste_kamer;peace"


def test_a_wrong_one_among_several_choices_is_named() -> None:
    assert "“Raad”" in str(parse(field("several_choices"), "Tweede Kamer, Raad", "nl").problem)


@given(st.sets(st.sampled_from([choice.id for choice in CHOICES]), min_size=1), LANGUAGES)
def test_every_set_of_choices_survives(chosen: set[str], language: str) -> None:
    normal = ";".join(choice.id for choice in CHOICES if choice.id in chosen)
    shown = fields.format(field("several_choices"), normal, language)
    assert value("several_choices", shown, language) == normal


# --- groups


def test_what_is_given_to_a_group_goes_to_its_first_part() -> None:
    assert value("group", "A.B. de Vries-Jansen") == "A.B. de Vries-Jansen"


# --- dates, periods and references as fields


DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@given(DAYS, LANGUAGES)
def test_every_date_survives(day: date, language: str) -> None:
    shown = fields.format(field("date"), day.isoformat(), language)
    assert value("date", shown, language) == day.isoformat()


@given(DAYS, st.integers(min_value=1, max_value=800), LANGUAGES)
def test_every_period_survives(day: date, days: int, language: str) -> None:
    last = min(day + timedelta(days), date(2199, 12, 31))
    normal = "/".join(dict.fromkeys((day.isoformat(), last.isoformat())))
    shown = fields.format(field("period"), normal, language)
    assert value("period", shown, language) == normal


DOSSIERS = st.integers(min_value=10_000, max_value=99_999).map(str)
ADDITIONS = st.sampled_from(
    ["", "-I", "-IIA", "-IV", "-V", "-VIII", "-IXB", "-X", "-XV", "-XVII", "-A", "-J", "-07", "-R2142"]
)
SUB_NUMBERS = st.integers(min_value=1, max_value=9999).map(str) | st.sampled_from(
    ["A", "E", "N", "V", "AB", "IV"]
)


@given(DOSSIERS, ADDITIONS, SUB_NUMBERS, LANGUAGES)
def test_every_reference_survives(dossier: str, addition: str, sub: str, language: str) -> None:
    normal = f"{dossier}{addition}/{sub}"
    shown = fields.format(field("reference"), normal, language)
    assert value("reference", shown, language) == normal


@given(DOSSIERS, st.sampled_from(["", "-V", "-X", "-XV", "-IXB", "-R2142"]), LANGUAGES)
def test_every_dossier_survives(dossier: str, addition: str, language: str) -> None:
    patterned = field("text", "dossier")
    shown = fields.format(patterned, dossier + addition, language)
    assert parse(patterned, shown, language).value == dossier + addition


@given(DOSSIERS, ADDITIONS, SUB_NUMBERS)
def test_the_normal_form_of_a_reference_is_read_as_itself(dossier: str, addition: str, sub: str) -> None:
    assert value("reference", f"{dossier}{addition}/{sub}") == f"{dossier}{addition}/{sub}"


# --- the form for Kamerbrieven


@pytest.mark.parametrize(
    ("field_id", "typed", "expected"),
    [
        ("kind", "Brief regering", "government_letter"),
        ("letter_date", "Den Haag, 22 oktober 2020", "2020-10-22"),
        ("meeting_date", "22 en 23 oktober 2020", "2020-10-22/2020-10-23"),
        ("signatory", "A.B. de Vries", "A.B. de Vries"),
        ("signatory.role", "De Minister van\nDefensie", "De Minister van Defensie"),
        ("chamber", "De Voorzitter van de Eerste Kamer der Staten-Generaal", "eerste_kamer"),
        ("session_year", "2020/21", "2020-2021"),
        ("dossier", "35 300-XV", "35300-XV"),
        ("sub_number", "nr. 28", "28"),
        ("reference", "Kamerstuk 28 676,\nnr. 347", "28676/347"),
        ("reference", "Kamerstuk 28 676, nr. 347⁴", "28676/347"),
        ("letter_date", "3 mei 2018⁵", "2018-05-03"),
        ("dossier", "35 300²-XV¹²", "35300-XV"),
        ("session_year", "2018-2019 ¹", "2018-2019"),
    ],
)
def test_what_a_letter_says(kamerbrieven: Codebook, field_id: str, typed: str, expected: str) -> None:
    asked = kamerbrieven.field(field_id)
    assert asked is not None and parse(asked, typed, "nl").value == expected
