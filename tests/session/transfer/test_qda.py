"""Projects of other programs brought into one of ours, and one of ours handed over and brought in again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.cli.main import main
from annotator.core import operations
from annotator.core.codebook import Codebook, Field, Tag
from annotator.core.codebook_delta import numbered
from annotator.core.document import Letter, Stamp
from annotator.core.history import Change
from annotator.core.messages import Message
from annotator.core.refi_guids import PROPOSED
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.importers.refi_qda.reading import read, read_project
from annotator.session import Session
from annotator.session.project.at_once import made
from annotator.session.transfer.exporting import Wish, export_letters
from annotator.session.transfer.importing import import_paths
from annotator.session.transfer.qda import Brought, add_texts, carrying
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.qda_making import CODES, COKE, FOLDER, MILK, TEXT_GUID, described, packed, selection, source

LABEL = Message("Test", "test")
TEXT = "Geachte voorzitter,\n\nIrak\n\nBelgië 🦆 steunt de motie.\nNoten\n\nEinde.\n"
ANNA = Stamp("anna", "2026-03-02T10:11:12.000Z")
BOOK = Codebook(
    "brieven",
    {"nl": "Brieven"},
    (
        Tag("country", "section", {"nl": "Land"}, "#2d6c48", "#95e9b9"),
        Tag("position", "passage", {"nl": "Standpunt"}, "#7532aa", "#8462a4"),
        Tag("support", "passage", {"nl": "Steun"}, "#982701", "#ce3f01", parent="position"),
    ),
    (
        Field("day", "date", {"nl": "Datum"}),
        Field("urgent", "yes_no", {"nl": "Spoed"}),
        Field("numbers", "whole_number", {"nl": "Aantal"}, several=True),
        Field("remark", "long_text", {"nl": "Opmerking"}),
        Field(
            "sender",
            "group",
            {"nl": "Afzender"},
            several=True,
            parts=(Field("name", "text", {"nl": "Naam"}),),
        ),
    ),
)


def span(quote: str) -> Span:
    at = TEXT.index(quote)
    return Span(at, at + len(quote))


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Session]:
    """A project with a letter that has one of everything."""
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    with Store.create(tmp_path / "ours.kant", BOOK, "jan") as store:
        import_paths(store, [tmp_path / "1.txt"], "jan")
    session = Session(Store.open(tmp_path / "ours.kant", analyst="jan"), "jan")
    session.open_letter(1)

    def do(delta: Any) -> None:
        assert session.do(LABEL, delta)

    def letter() -> Letter:
        assert session.letter is not None
        return session.letter

    do(operations.start_section(letter(), span("Irak").start, 1, "country", ANNA))
    do(operations.start_section(letter(), span("Noten").start, 3, "", ANNA))
    do(operations.add_passage(span("steunt de motie"), "support", ANNA, note="zie\n2019"))
    do(operations.add_passage(span("België 🦆 steunt"), "position", ANNA))
    for field, position, value, shown in (
        ("day", 0, "2020-10-22", "22 oktober 2020"),
        ("urgent", 0, "no", "Nee"),
        ("numbers", 0, "3", "3"),
        ("numbers", 1, "1250", "1.250"),
        ("remark", 0, "Twee\nregels", "Twee\nregels"),
        ("sender.name", 1, "A. de Vries", "A. de Vries"),
    ):
        do(operations.set_value(letter(), field, position, value, shown, None, ANNA))
    do(operations.set_about(letter(), lambda about: type(about)("Verslag", "done", "Nog eens lezen")))
    session.settle()
    yield session
    session.close()


def brought_in(store: Store, path: Path, analyst: str = "piet") -> Brought:
    project = read_project(path)
    found = add_texts(store, project, analyst, "nl")
    session = Session(store, analyst)
    return made(session, carrying(project, found, "nl")).told


def what_it_has(letter: Letter) -> dict[str, object]:
    """Return what a letter has, without uids."""
    return {
        "text": letter.text,
        "about": letter.about,
        "passages": [
            (place, row.tag, row.note, row.state, row.analyst, row.made_at)
            for place, row in letter.placed_passages()
        ],
        "sections": [
            (each.start, each.section.level, each.section.tag, each.section.state, each.heading)
            for each in letter.placed_sections()
        ],
        "values": sorted((row.field, row.position, row.value) for row in letter.values.values()),
    }


def test_a_round_trip_loses_nothing_that_the_format_holds(ours: Session, tmp_path: Path) -> None:
    path = tmp_path / "out.qdpx"
    export_letters(ours.store, Wish("refi-qda"), path)
    with Store.create(tmp_path / "theirs.kant", BOOK, "piet") as store:
        brought = brought_in(store, path)
        assert (brought.letters, brought.tags, brought.fields, brought.left) == (1, 0, 0, ())
        assert what_it_has(store.reader.letter(1)) == what_it_has(ours.letter_of(1))
    assert check(tmp_path / "theirs.kant") == []


def test_what_comes_back_unchanged_changes_nothing(ours: Session, tmp_path: Path) -> None:
    path = tmp_path / "out.qdpx"
    export_letters(ours.store, Wish("refi-qda"), path)
    before = what_it_has(ours.letter_of(1))
    brought = brought_in(ours.store, path)
    assert (brought.letters, brought.known, brought.passages, brought.values) == (0, 1, 0, 0)
    assert what_it_has(ours.store.reader.letter(1)) == before
    assert len(ours.store.reader.letter_ids()) == 1


def test_what_is_only_proposed_comes_in_so_with_a_new_letter_alone(tmp_path: Path) -> None:
    codes = f'<Code guid="{PROPOSED}" name="proposed" isCodable="true"/>{CODES}'
    path = foreign(tmp_path, selection(13, 17, COKE, PROPOSED), codes=codes)
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        assert brought_in(store, path).passages == 1
        assert [row.state for row in store.reader.letter(1).passages.values()] == ["proposed"]
        path = foreign(tmp_path, selection(0, 5, COKE, PROPOSED), codes=codes)
        assert brought_in(store, path).passages == 0


def test_into_a_letter_that_was_corrected_meanwhile_selections_come_at_their_words(tmp_path: Path) -> None:
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        brought_in(store, foreign(tmp_path))
        session = Session(store, "piet")
        session.open_letter(1)
        session.typed(0, 5, "Anna-Maria")
        session.settle()
        path = foreign(tmp_path, selection(13, 17, COKE), selection(0, 5, MILK))
        brought = brought_in(store, path)
        letter = store.reader.letter(1)
        assert [letter.quote(uid) for uid in letter.passages] == ["Coke"]
        assert "another text" in str(brought.left[0]) and "(1)" in str(brought.left[0])


def test_the_sources_of_an_unpacked_project_are_read_beside_it(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "one.txt").write_text("Mabel drinks Coke.\n")
    (tmp_path / "elsewhere.txt").write_text("secret")
    (tmp_path / "sources" / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    texts = (
        source(selection(13, 17, COKE)),
        source(path="internal://../elsewhere.txt", guid=MILK),
        source(path="internal://link.txt", guid=FOLDER),
    )
    (tmp_path / "project.qde").write_text(described("".join(texts)))
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        brought = brought_in(store, tmp_path / "project.qde")
        assert (brought.letters, brought.passages, len(brought.left)) == (1, 1, 2)
        assert store.reader.letter(1).text == "Mabel drinks Coke.\n"


def confirmed(letter: Letter) -> list[tuple[str, str]]:
    rows = letter.passages.items()
    return sorted((letter.quote(uid), row.tag) for uid, row in rows if row.state == "confirmed")


def outlined(letter: Letter) -> list[tuple[int, str, int]]:
    return [(each.start, each.section.tag, each.section.level) for each in letter.placed_sections()]


@pytest.mark.parametrize("layers", ["own", "inception"])
def test_a_cas_of_ours_comes_back(ours: Session, tmp_path: Path, layers: str) -> None:
    before = ours.letter_of(1)
    export_letters(ours.store, Wish("xmi", chosen={"layers": layers}), tmp_path / "cas")
    [path] = (tmp_path / "cas").glob("*.xmi")
    with Store.create(tmp_path / "q.kant", BOOK, "piet") as store:
        brought = brought_in(store, path)
        letter = store.reader.letter(1)
        assert (brought.letters, brought.tags, brought.left) == (1, 0, ())
        assert (letter.text, letter.about.title) == (before.text, before.about.title)
        assert confirmed(letter) == confirmed(before) != []
        assert outlined(letter) == outlined(before)
        notes = {row.note for row in before.passages.values()} if layers == "own" else {""}
        assert {row.note for row in letter.passages.values()} == notes
    assert brought_in(ours.store, path).letters == 0  # it is known again


def test_a_cas_of_others_comes_in_with_a_tag_for_each_value(tmp_path: Path) -> None:
    text = "\U0001f986 Joe wachtte op de trein."
    kit = "http:///de/tudarmstadt/ukp/dkpro/core/api"
    (tmp_path / "a.xmi").write_text(
        '<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
        ' xmlns:t="http:///uima/tcas.ecore" xmlns:c="http:///webanno/custom.ecore"'
        f' xmlns:s="{kit}/segmentation/type.ecore" xmlns:n="{kit}/ner/type.ecore" xmi:version="2.0">'
        '<cas:NULL xmi:id="0"/><t:DocumentAnnotation xmi:id="1" sofa="9" begin="0" end="28" language="nl"/>'
        '<s:Token xmi:id="2" sofa="9" begin="3" end="6"/>'
        '<n:NamedEntity xmi:id="3" sofa="9" begin="3" end="6" value="PER"/>'
        '<c:Stance xmi:id="4" sofa="9" begin="7" end="14" polarity="negatief"/>'
        '<c:Stance xmi:id="5" sofa="9" begin="900" end="910" polarity="negatief"/>'
        '<c:Link xmi:id="6" role="x" target="3"/>'
        f'<cas:Sofa xmi:id="9" sofaNum="1" sofaID="_InitialView" sofaString="{text}"/>'
        '<cas:View sofa="9" members="1 2 3 4 5"/></xmi:XMI>',
        encoding="utf-8",
    )
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        brought = brought_in(store, tmp_path / "a.xmi")
        letter, book = store.reader.letter(1), store.reader.codebook()
        names = {tag.id: tag.name("nl") for tag in book.tags}
        found = {names[row.tag]: letter.quote(uid) for uid, row in letter.passages.items()}
        assert found == {"PER": "Joe", "negatief": "wachtte"}
        assert len(brought.left) == 2


@pytest.mark.parametrize("inside", ["", "<a/>", '<x xmlns="u" begin="0" end="1"/>'])
def test_a_cas_without_a_text_is_refused(tmp_path: Path, inside: str) -> None:
    path = tmp_path / "a.xmi"
    path.write_text(f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">{inside}</xmi:XMI>')
    with pytest.raises(UserError, match="no text in it"):
        read_project(path)


def foreign(tmp_path: Path, *selections: str, **more: Any) -> Path:
    path = tmp_path / "theirs.qdpx"
    path.write_bytes(packed(described(source(*selections), **more), {"one.txt": "Mabel drinks Coke.\n"}))
    return path


def test_a_foreign_project_comes_in_as_one_change_that_is_undone(tmp_path: Path) -> None:
    chosen = selection(13, 17, COKE, MILK, inside="<Description>Why?</Description>")
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        brought = brought_in(store, foreign(tmp_path, chosen, selection(0, 5)))
        assert (brought.letters, brought.tags, brought.passages, brought.left) == (1, 4, 3, ())
        letter, book = store.reader.letter(1), store.reader.codebook()
        names = {tag.id: tag.name("nl") for tag in book.tags}
        quoted = {names[row.tag]: (letter.quote(uid), row.note) for uid, row in letter.passages.items()}
        assert quoted == {"Coke": ("Coke", "Why?"), "Milk": ("Coke", ""), "Citaat": ("Mabel", "")}
        assert [tag.parent for tag in book.tags if tag.id in ("coke", "milk")] == ["drinks", "drinks"]
        session = Session(store, "piet")
        session.open_letter(1)
        while not isinstance(session.undo(), Change):
            pass  # it is asked first, since it touched the codebook too
        session.settle()
        assert store.reader.codebook() == numbered(BOOK)
        assert not store.reader.letter(1).passages
    assert check(tmp_path / "p.kant") == []


def test_bringing_it_in_again_adds_what_is_new_alone(tmp_path: Path) -> None:
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        brought_in(store, foreign(tmp_path, selection(13, 17, COKE)))
        brought = brought_in(store, foreign(tmp_path, selection(13, 17, COKE), selection(0, 5, MILK)))
        assert (brought.letters, brought.known, brought.tags, brought.passages) == (0, 1, 0, 1)


def test_codes_of_one_name_stay_apart_and_a_name_that_is_there_is_the_same_tag(tmp_path: Path) -> None:
    guid = "{}0000000-0000-4000-8000-00000000000B"
    twice = (
        f'<Code guid="{guid.format(1)}" name="Why" isCodable="true"><Code guid="{guid.format(2)}" name="Rest"'
        f' isCodable="true"/></Code><Code guid="{guid.format(3)}" name="Rest" isCodable="true"/>'
        f'<Code guid="{guid.format(4)}" name="standpunt" isCodable="true"/>'
    )
    path = foreign(tmp_path, selection(0, 5, guid.format(4)), codes=twice)
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        assert brought_in(store, path).tags == 3
        names = [tag.name("nl") for tag in store.reader.codebook().tags[3:]]
        assert names == ["Why", "Rest (Why)", "Rest"]
        assert [row.tag for row in store.reader.letter(1).passages.values()] == ["position"]


def test_values_become_fields_and_what_a_code_lacks_is_told(tmp_path: Path) -> None:
    age, born = (f"F0000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
    cases = (
        f'<Variables><Variable guid="{age}" name="Age" typeOfVariable="Integer"/><Variable guid="{born}"'
        f' name="Born" typeOfVariable="DateTime"/></Variables><Cases><Case guid="{age[:-1]}3"><VariableValue>'
        f'<VariableRef targetGUID="{age}"/><IntegerValue>67</IntegerValue></VariableValue><VariableValue>'
        f'<VariableRef targetGUID="{born}"/><DateTimeValue>1951-02-03T00:00:00</DateTimeValue>'
        f'</VariableValue><SourceRef targetGUID="{TEXT_GUID}"/></Case></Cases>'
    )
    unknown = selection(0, 5, "99999999-0000-4000-8000-000000000001")
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        brought = brought_in(store, foreign(tmp_path, unknown, before=cases))
        assert (brought.fields, brought.values, brought.passages) == (2, 2, 0)
        assert {row.field: row.value for row in store.reader.letter(1).values.values()} == {
            "age": "67",
            "born": "1951-02-03",
        }
        assert [str(left).split()[0] for left in brought.left] == ["Codings"]


def test_too_many_codes_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    codes = "".join(
        f'<Code guid="{number:08x}-0000-4000-8000-000000000001" name="c{number}" isCodable="true"/>'
        for number in range(600)
    )
    used = "00000007-0000-4000-8000-000000000001"
    with Store.create(tmp_path / "p.kant", BOOK, "piet") as store:
        brought = brought_in(store, foreign(tmp_path, selection(0, 5, used), codes=codes))
        assert (brought.tags, brought.passages) == (1, 1)
        assert any("want of room (599)" in str(left) for left in brought.left)
        project = read(
            "p.qdpx", packed(described(source(guid=COKE), codes=codes), {"one.txt": "Other text\n"})
        )
        with pytest.raises(Exception, match="600 codes"):
            add_texts(store, project, "piet", "nl")
        assert len(store.reader.letter_ids()) == 1


def test_the_command_line_brings_a_project_and_a_codebook_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, project = foreign(tmp_path, selection(13, 17, COKE), selection(0, 400, COKE)), tmp_path / "p.kant"
    assert main(["new", str(project), "--codebook", str(path), "--language", "en"]) == 0
    assert main(["import-project", str(project), str(path)]) == 0
    told = capsys.readouterr()
    assert "letters: 1 new, 0 known" in told.out
    assert "outside its text" in told.err
    assert main(["check", str(project)]) == 0
    assert main(["import-project", str(project), str(tmp_path / "p.kant")]) == 1
    with Store.open(project, read_only=True) as store:
        assert [tag.id for tag in store.reader.codebook().tags] == ["drinks", "coke", "milk"]


def test_a_codebook_of_codes_is_added_in_the_editor_and_takes_nothing_away(
    ours: Session, tmp_path: Path
) -> None:
    from annotator.session.codebook.operations import planning
    from annotator.session.project.at_once import answered

    planned = answered(ours, planning(foreign(tmp_path), "nl"))
    assert {line.what for line in planned.plan.lines} == {"added"}
    assert [line.entry.id for line in planned.plan.lines] == ["drinks", "coke", "milk"]
