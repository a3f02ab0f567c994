import os
import re
from pathlib import Path
from string import printable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.codebook import Choice, Codebook, Field, Tag
from annotator.core.codebook_checks import CodebookProblem
from annotator.core.codebook_toml import read_codebook, write_codebook
from annotator.core.field_types import chooses, type_ids
from annotator.core.user_errors import UserError
from tests.core.papers import seen_on_paper

RESOURCE = Path(__file__).parents[2] / "resources" / "codebooks" / "kamerbrieven.toml"

SMALL = """
[[tags]]
id = "country"
kind = "passage"
name = { nl = "Land", en = "Country" }
key = "L"
colour = { light = "#0993a0", dark = "#81dadc" }

[[fields]]
id = "subject"
type = "text"
name = { nl = "Onderwerp", en = "Subject" }
"""


def problem_of(text: str) -> str:
    with pytest.raises(CodebookProblem) as caught:
        read_codebook(text, "my.toml")
    return str(caught.value)


def tag(tag_id: str, key: str = "", rest: str = "", kind: str = "passage", colour: str = '"#0993a0"') -> str:
    keyed = f'key = "{key}"\n' if key else ""
    return f'[[tags]]\nid = "{tag_id}"\nkind = "{kind}"\nname = "X"\n{keyed}colour = {colour}\n{rest}\n'


def field(field_id: str, kind: str = "text", rest: str = "") -> str:
    return f'[[fields]]\nid = "{field_id}"\ntype = "{kind}"\nname = "X"\n{rest}\n'


# --- reading


def test_a_small_codebook() -> None:
    codebook = read_codebook(SMALL)
    country = codebook.tag("country")
    assert country == Tag("country", "passage", {"nl": "Land", "en": "Country"}, "#0993a0", "#81dadc", "L")


def test_order_in_the_file_is_position() -> None:
    codebook = read_codebook(tag("b") + tag("a"))
    assert [(t.id, t.position) for t in codebook.tags] == [("b", 0), ("a", 1)]


def test_a_plain_name_is_dutch() -> None:
    assert read_codebook(tag("a")).tags[0].names == {"nl": "X"}


def test_one_colour_serves_light_and_dark() -> None:
    read = read_codebook(tag("a")).tags[0]
    assert (read.colour_light, read.colour_dark) == ("#0993a0", "#0993a0")


def test_a_small_letter_as_key_is_its_capital() -> None:
    assert read_codebook(tag("a", key="t")).tags[0].key == "T"


def test_a_key_of_a_retired_tag_is_free() -> None:
    read = read_codebook(tag("a", key="T", rest="retired = true") + tag("b", key="T"))
    found = read.by_key("T")
    assert found is not None and found.id == "b"


def test_a_parent_may_stand_behind_its_child() -> None:
    assert read_codebook(tag("a", rest='parent = "b"') + tag("b")).tags[0].parent == "b"


def test_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "bom.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert read_codebook(path) == read_codebook(SMALL)


def test_a_file_from_windows(tmp_path: Path) -> None:
    path = tmp_path / "crlf.toml"
    path.write_bytes(SMALL.replace("\n", "\r\n").encode())
    assert read_codebook(path) == read_codebook(SMALL)


def test_examples_and_triggers_are_read_on_one_line_and_once() -> None:
    rest = 'examples = { nl = ["Slovenië", ""], en = [] }\ntriggers = ["zeg  toe", "zeg toe", "beloof"]'
    read = read_codebook(tag("a", rest=rest)).tags[0]
    assert (read.examples, read.triggers) == ({"nl": ("Slovenië",)}, ("zeg toe", "beloof"))


def test_a_plain_list_of_examples_is_dutch() -> None:
    assert read_codebook(tag("a", rest='examples = ["Irak"]')).tags[0].examples == {"nl": ("Irak",)}


def test_a_retired_field() -> None:
    read = read_codebook(field("a", rest="required = true\nretired = true"))
    assert read.fields[0].retired
    assert read.required_fields() == ()
    assert [leaf.id for leaf in read.value_fields()] == ["a"]


# --- writing


def test_the_codebook_for_kamerbrieven_survives_writing() -> None:
    codebook = read_codebook(RESOURCE)
    assert read_codebook(write_codebook(codebook)) == codebook


def test_signs_that_toml_escapes_survive() -> None:
    odd = Codebook("x", {"nl": 'a "b" \\ c \x7f'}, read_codebook(SMALL).tags)
    assert read_codebook(write_codebook(odd)).names == odd.names


_ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
_words = st.text(
    alphabet=st.sampled_from(printable.replace(";", "") + "éë“€😀\u00a0\u2028"), min_size=1, max_size=12
)
_clean_words = _words.map(lambda text: " ".join(text.split())).filter(lambda text: text)
_names = st.dictionaries(st.sampled_from(["nl", "en", "fy-NL", "x y"]), _clean_words, min_size=1)
_lists = st.lists(_clean_words, max_size=3, unique=True)
_colours = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
_kinds = st.sampled_from(["section", "passage"])


@st.composite
def _tags(draw: st.DrawFn, position: int, tag_id: str, key: str) -> Tag:
    light, dark = draw(_colours), draw(_colours)
    retired, kind = draw(st.booleans()), draw(_kinds)
    triggers = tuple(draw(_lists)) if kind == "passage" else ()
    examples = {language: tuple(draw(_lists)) for language in draw(_names)}
    examples = {language: texts for language, texts in examples.items() if texts}
    named = (draw(_names), light, dark, key, draw(_names))
    return Tag(tag_id, kind, *named, None, position, retired, examples, triggers)


@st.composite
def _fields(draw: st.DrawFn, position: int, field_id: str, types: tuple[str, ...] = type_ids()) -> Field:
    kind = draw(st.sampled_from(types))
    choice_ids = draw(st.lists(_ids, min_size=1, max_size=3, unique=True)) if chooses(kind) else []
    part_ids = draw(st.lists(_ids, min_size=1, max_size=3, unique=True)) if kind == "group" else []
    simple = tuple(each for each in type_ids() if each != "group")
    parts = (draw(_fields(number, part_id, simple)) for number, part_id in enumerate(part_ids))
    nested = types != type_ids()
    return Field(
        field_id,
        kind,
        draw(_names),
        draw(_names),
        draw(st.booleans()),
        not nested and draw(st.booleans()),
        tuple(Choice(each, {"nl": f"Keuze {each}"}) for each in choice_ids),
        tuple(parts),
        position,
        draw(st.sampled_from(["", "dossier"])) if kind == "text" else "",
        not nested and draw(st.booleans()),
    )


@st.composite
def _codebooks(draw: st.DrawFn) -> Codebook:
    tag_ids = draw(st.lists(_ids, min_size=1, max_size=4, unique=True))
    field_ids = draw(st.lists(_ids, max_size=4, unique=True))
    tags = tuple(
        draw(_tags(number, each, key))
        for number, (each, key) in enumerate(zip(tag_ids, "T4BN", strict=False))
    )
    fields = tuple(draw(_fields(number, each)) for number, each in enumerate(field_ids))
    return Codebook(draw(_ids), draw(_names), tags, fields)


@given(_codebooks())
@settings(max_examples=min(100, settings.default.max_examples))
def test_every_codebook_survives_writing(codebook: Codebook) -> None:
    assert read_codebook(write_codebook(codebook)) == codebook


@given(_codebooks())
@settings(max_examples=min(100, settings.default.max_examples))
def test_every_codebook_survives_json(codebook: Codebook) -> None:
    assert Codebook.from_json(codebook.to_json()) == codebook


# --- what may be wrong: the file, the place, what to do


def test_an_entry_that_is_missing() -> None:
    said = problem_of('[[tags]]\nid = "a"\nkind = "passage"\nname = "X"\n')
    assert said == "my.toml, tags.a: colour is missing: add it."


def test_a_tag_without_an_id_is_named_by_its_number() -> None:
    assert (
        problem_of('[[fields]]\ntype = "text"\nname = "X"\n') == "my.toml, fields.1: id is missing: add it."
    )


def test_a_slip_in_the_name_of_an_entry() -> None:
    said = problem_of(tag("a", rest='colur = "#123456"'))
    assert said == "my.toml, tags.a: colur is not known here: correct its name or remove it."


def test_a_slip_in_the_name_of_a_table() -> None:
    assert "my.toml: tag is not known here" in problem_of(SMALL + '[[tag]]\nid = "a"\n')


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("required = 1", "required must be true or false"),
        ('required = "yes"', "required must be true or false"),
        ("pattern = 3", "pattern must be text in quotes"),
        ("description = [1]", "description must be texts by language"),
        ("description = { nl = 1 }", "description must be texts by language"),
        ('choices = "a, b"', "choices must be a list of tables"),
        ('choices = ["a"]', "choices must be a list of tables"),
        ("choices = { a = 1 }", "choices must be a list of tables"),
    ],
)
def test_a_value_of_the_wrong_type(entry: str, said: str) -> None:
    assert said in problem_of(field("a", rest=entry))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('examples = "Belgié"', "examples must be lists of texts by language"),
        ("examples = [1]", "examples must be a list of texts"),
        ('examples = { nl = "Belgié" }', "examples must be lists of texts by language"),
        ("examples = { nl = [[]] }", "examples must be lists of texts by language"),
        ('triggers = "zeg toe"', "triggers must be a list of texts"),
        ("triggers = [{}]", "triggers must be a list of texts"),
        ('triggers = { nl = ["zeg toe"] }', "triggers must be a list of texts"),
    ],
)
def test_examples_and_triggers_of_the_wrong_type(entry: str, said: str) -> None:
    assert said in problem_of(tag("a", rest=entry))


@pytest.mark.parametrize("colour", ["3", '{ light = "#123456" }', "{ light = 1, dark = 2 }"])
def test_a_colour_of_the_wrong_type(colour: str) -> None:
    assert "my.toml, tags.a: colour must be a colour" in problem_of(tag("a", colour=colour))


def test_not_toml_is_told_with_its_line() -> None:
    assert problem_of('[[tags]]\nid = "a"\nkind passage\n').startswith("my.toml, line 3: this is not TOML (")


def test_toml_that_ends_too_early_is_told_with_its_last_line() -> None:
    assert problem_of('[[tags]]\nid = "a').startswith("my.toml, line 2: this is not TOML (")


def test_toml_nested_without_end() -> None:
    assert "this is not TOML" in problem_of("a = " + "[" * 5000)


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_file(text: str) -> None:
    assert problem_of(text) == "my.toml is empty: choose a codebook with tags and fields."


def test_a_file_with_nothing_in_it() -> None:
    assert "has no tags and no fields" in problem_of("# nothing yet\n")


def test_a_codebook_for_another_version() -> None:
    assert "this codebook is for another version" in problem_of("format = 2\n" + SMALL)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_bytes(SMALL.replace("Land", "Belgié").encode("cp1252"))
    with pytest.raises(
        UserError, match=r"^old\.toml, line 5: this is not UTF-8: save the file as UTF-8 text\.$"
    ):
        read_codebook(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^gone\.toml cannot be read \(No such file or directory\)"):
        read_codebook(tmp_path / "gone.toml")


def test_a_file_that_is_too_large() -> None:
    assert problem_of("#" * 1_000_001) == "my.toml is too large to be a codebook: choose another file."


def test_no_more_of_a_file_is_read_than_a_codebook_can_have(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(50 * 2**30)  # a hole: it takes no room on the disk
    with pytest.raises(UserError, match=r"^huge\.toml is too large to be a codebook"):
        read_codebook(path)


@given(st.text(max_size=60))
def test_no_text_is_anything_but_a_codebook_or_a_problem(text: str) -> None:
    with pytest.raises(UserError):
        read_codebook(text)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(UserError, match=r"pipe.toml cannot be read \(not a file\)"):
        read_codebook(tmp_path / "pipe.toml")


# --- roles -------------------------------------------------------------------------------------------------


def with_role(text: str, entry: str, role: str) -> str:
    return text.replace(f'id = "{entry}"', f'id = "{entry}"\nrole = "{role}"')


@pytest.mark.parametrize(
    ("entry", "role", "sentence"),
    [
        ("subject", "title", "fields.subject: it cannot have the role “title”: choose from subject,"),
        ("subject", "letter_date", "fields.subject: it cannot have the role “letter_date”: choose from"),
        ("country", "topic", "tags.country: it cannot have the role “topic”: choose from commitment,"),
    ],
)
def test_a_role_that_is_none_is_refused(entry: str, role: str, sentence: str) -> None:
    assert sentence in problem_of(with_role(SMALL, entry, role))


def test_a_type_without_roles_has_none() -> None:
    text = SMALL.replace('type = "text"', 'type = "whole_number"\nrole = "subject"')
    assert "fields.subject: it cannot have the role “subject”: remove it." in problem_of(text)


def test_two_fields_in_use_cannot_have_one_role() -> None:
    second = '[[fields]]\nid = "title"\ntype = "text"\nname = "Titel"\nrole = "subject"\n'
    text = f"{with_role(SMALL, 'subject', 'subject')}\n{second}"
    assert "“subject” and “title” both have the role “subject”: leave it to one of them." in problem_of(text)
    assert read_codebook(f"{text}retired = true\n").field_for("subject").id == "subject"  # type: ignore[union-attr]


def test_a_file_that_says_no_role_is_from_before_there_were_any() -> None:
    assert read_codebook(SMALL).fields[0].role == "subject"
    assert read_codebook(with_role(SMALL, "country", "")).fields[0].role == ""
    plain = RESOURCE.read_text(encoding="utf-8")
    before = re.sub(r', role = "\w+"', "", re.sub(r'^role = "\w+"\n', "", plain, flags=re.MULTILINE))
    assert read_codebook(before) == read_codebook(RESOURCE)


def test_a_codebook_that_wants_no_roles_comes_back_without() -> None:
    book = read_codebook(with_role(SMALL, "country", ""))
    assert read_codebook(write_codebook(book)) == book


@pytest.mark.parametrize("path", sorted(RESOURCE.parent.glob("*.toml")), ids=lambda path: path.stem)
def test_every_codebook_that_is_shipped_has_roles_and_colours_to_be_seen(path: Path) -> None:
    book = read_codebook(path)
    assert read_codebook(write_codebook(book)) == book
    for role in ("letter_date", "sender", "subject", "dossier", "signatory", "signatory_role"):
        assert book.field_for(role) is not None, role
    assert all(seen_on_paper(tag.colour_light, tag.colour_dark) for tag in book.tags)
    assert len({tag.key for tag in book.tags}) == len(book.tags)
