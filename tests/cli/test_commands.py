"""The command line: what each command does, its exit codes, one readable line for what is wrong."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.cli.main import main
from annotator.cli.names import COMMANDS
from annotator.core import operations
from annotator.core.messages import Message
from annotator.resources import resource_path
from annotator.session import Session
from annotator.storage.store import Store
from tests.picture_making import saved, sheet

TEXT = "Geachte voorzitter,\n\nHet deel van Belgié is verplich-\ntingen aan.\n"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command."""

    def runs(*arguments: object) -> Ran:
        code = main([str(a) for a in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(code, said.out, said.err)

    return runs


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Return a file with a letter."""
    path = tmp_path / "brief.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def project(run: Run, tmp_path: Path, letter: Path) -> Path:
    """Return a project with that letter."""
    path = tmp_path / "P.kant"
    assert run("new", path).code == 0
    assert run("import", path, letter).code == 0
    return path


def failed_with_one_line(ran: Ran, *words: str, code: int = 1) -> None:
    assert ran.code == code
    lines = ran.err.strip().split("\n")
    assert len(lines) == 1, ran.err
    assert lines[0].startswith("kanttekening: ")
    for word in words:
        assert word in lines[0]


def text_of(path: Path, sql: str) -> object:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchone()[0]
    finally:
        connection.close()


# --- new --------------------------------------------------------------------------------------------------


def test_new_makes_a_project(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "P.kant", "--analyst", "jan").code == 0
    assert text_of(tmp_path / "P.kant", "SELECT count(*) FROM letters") == 0


def test_new_in_a_language(run: Run, tmp_path: Path, letter: Path) -> None:
    project = tmp_path / "P.kant"
    assert run("new", project, "--language", "en").code == 0
    run("import", project, letter)
    dutch = {s["text"] for s in json.loads(run("suspects", letter, "--json").out)["suspects"]}
    english = {s["text"] for s in json.loads(run("suspects", project, "--json").out)["suspects"]}
    assert english - dutch
    again = json.loads(run("suspects", project, "--json", "--language", "nl").out)["suspects"]
    assert {s["text"] for s in again} == dutch


def test_new_in_a_language_that_is_not_there(run: Run, tmp_path: Path) -> None:
    failed_with_one_line(run("new", tmp_path / "P.kant", "--language", "fy"), "fy")
    assert not (tmp_path / "P.kant").exists()


def test_new_replaces_nothing(run: Run, letter: Path) -> None:
    failed_with_one_line(run("new", letter), "brief.txt")
    assert letter.read_text(encoding="utf-8") == TEXT


def test_new_in_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    failed_with_one_line(run("new", tmp_path / "geen" / "P.kant"), "geen")


@pytest.mark.parametrize(
    "book",
    [
        "dit is geen toml [",
        "",
        'id = "x"\n[[tags]]\nid = "a"\n',
        'id = "x"\nname = "X"\n'
        '[[tags]]\nid = "a"\nkind = "passage"\nname = "A"\ncolour = "#000000"\nkey = "A"\n'
        '[[tags]]\nid = "b"\nkind = "passage"\nname = "B"\ncolour = "#000000"\nkey = "A"\n',
    ],
    ids=["no toml", "empty", "half", "equal keys"],
)
def test_a_bad_codebook_makes_no_project(run: Run, tmp_path: Path, book: str) -> None:
    (tmp_path / "b.toml").write_text(book, encoding="utf-8")
    failed_with_one_line(run("new", tmp_path / "P.kant", "--codebook", tmp_path / "b.toml"), "b.toml")
    assert not (tmp_path / "P.kant").exists()


def test_a_codebook_that_is_not_there(run: Run, tmp_path: Path) -> None:
    failed_with_one_line(run("new", tmp_path / "P.kant", "--codebook", tmp_path / "geen.toml"), "geen.toml")


# --- import -----------------------------------------------------------------------------------------------


def test_import_proposes(run: Run, project: Path) -> None:
    assert text_of(project, "SELECT count(*) FROM sections WHERE state = 'proposed' AND tag <> ''") == 2
    assert run("check", project).code == 0


def test_import_proposes_later_what_was_left(run: Run, tmp_path: Path, letter: Path) -> None:
    path = tmp_path / "Q.kant"
    run("new", path)
    assert run("import", path, letter, "--no-proposals").code == 0
    assert text_of(path, "SELECT count(*) FROM sections WHERE tag <> ''") == 0
    assert "is there already" in run("import", path, letter).out
    assert text_of(path, "SELECT count(*) FROM sections WHERE tag <> ''") == 2


def test_import_says_what_it_left_alone(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "brief.txt").write_text("Geachte voorzitter,\n", encoding="utf-8")
    for number in range(22):
        (tmp_path / "map" / f"brief {number}.pages").write_bytes(b"PK")
    (tmp_path / "map" / "elders").symlink_to(tmp_path)
    ran = run("import", project, tmp_path / "map")
    assert ran.code == 0
    assert "22 files of other kinds were left alone: brief 0.pages, brief 1.pages," in ran.err
    assert "brief 19.pages and 2 more." in ran.err
    assert "1 link out of the folder was not followed: elders." in ran.err


def test_import_prints_a_line_per_file(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for name in ("a", "b"):
        (tmp_path / "map" / f"{name}.txt").write_text(f"Brief {name}.\n", encoding="utf-8")
    ran = run("import", project, tmp_path / "map")
    assert (ran.code, len(ran.out.strip().split("\n"))) == (0, 2)
    assert text_of(project, "SELECT count(*) FROM letters") == 3


def test_import_takes_numbered_files_as_it_is_told(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for number in (1, 3):
        picture = sheet((100 + number, 200))
        (tmp_path / "map" / f"scan-{number}.png").write_bytes(saved(picture, "PNG"))
    letters = "SELECT count(*) FROM letters"
    assert run("import", project, tmp_path / "map", "--pages", "name").code == 0
    assert text_of(project, letters) == 2
    assert text_of(project, "SELECT pages FROM letters WHERE id = 2") == 2
    assert run("import", project, tmp_path / "map").code == 0  # a number is missing: letters of their own
    assert text_of(project, letters) == 4
    again = run("import", project, tmp_path / "map", "--pages", "each")
    assert again.out.count("is there already") == 2 and text_of(project, letters) == 4


def test_the_same_file_twice_is_noticed(run: Run, project: Path, letter: Path) -> None:
    ran = run("import", project, letter)
    assert (ran.code, "there already" in ran.out) == (0, True)
    assert text_of(project, "SELECT count(*) FROM letters") == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [("leeg.txt", b""), ("binair.txt", b"\x00\x01\x02\xff" * 400), ("wit.txt", b" \n\n ")],
)
def test_a_bad_file_is_reported_and_the_rest_comes_in(
    run: Run, project: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "goed.txt").write_text("Goed.\n", encoding="utf-8")
    failed_with_one_line(run("import", project, tmp_path / name, tmp_path / "goed.txt"), name)
    assert text_of(project, "SELECT count(*) FROM letters") == 2


def test_a_file_that_is_not_there(run: Run, project: Path, tmp_path: Path) -> None:
    failed_with_one_line(run("import", project, tmp_path / "geen.txt"), "geen.txt")


def test_an_empty_folder(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    failed_with_one_line(run("import", project, tmp_path / "leeg"), "no letter")


# --- export -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_id", ["txt", "reflow", "ocr", "json", "csv", "csv-semicolon"])
def test_every_format_is_written(run: Run, project: Path, tmp_path: Path, format_id: str) -> None:
    ran = run("export", project, "--format", format_id, "--out", tmp_path / "uit")
    assert ran.code == 0
    written = [Path(line) for line in ran.out.strip().split("\n")]
    assert written
    assert sorted(written) == sorted((tmp_path / "uit").iterdir())


def test_several_formats_are_written_together(run: Run, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    ran = run("export", project, "--format", "txt", "--format", "page", "--format", "xlsx", "--out", out)
    assert ran.code == 0
    written = sorted(str(path.relative_to(out)) for path in out.rglob("*.*"))
    assert [name for name in written if "/" not in name] == ["letters.xlsx"]
    assert {name.split("/")[0] for name in written if "/" in name} == {"page", "txt"}


def test_export_replaces_nothing_without_force(run: Run, project: Path, tmp_path: Path) -> None:
    arguments = ("export", project, "--format", "txt", "--out", tmp_path / "uit")
    [file] = [Path(line) for line in run(*arguments).out.split("\n") if line]
    file.write_text("van mij", encoding="utf-8")
    failed_with_one_line(run(*arguments), file.name)
    assert file.read_text(encoding="utf-8") == "van mij"
    assert run(*arguments, "--force").code == 0
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_letter_named_twice_is_one_letter(run: Run, project: Path, tmp_path: Path) -> None:
    twice = ("--letter", 1, "--letter", "01")
    ran = run("export", project, "--format", "txt", "--out", tmp_path / "uit", *twice)
    assert (ran.code, len(ran.out.splitlines())) == (0, 1)


@pytest.mark.parametrize("number", ["9" * 21, "9" * 19, "-1", "²", "٣", "1.0", "", "\udcff"])
def test_what_is_no_number_of_a_letter_is_wrong_usage(
    run: Run, project: Path, tmp_path: Path, number: str
) -> None:
    ran = run("export", project, "--format", "txt", "--out", tmp_path / "uit", f"--letter={number}")
    assert (ran.code, ran.err.count("\n")) == (2, 2)
    assert ran.err.startswith("Usage: ")
    assert not (tmp_path / "uit").exists()


def test_an_empty_path_is_wrong_usage(run: Run, project: Path) -> None:
    for arguments in (["new", ""], ["import", project, ""], ["export", project, "--format=txt", "--out="]):
        ran = run(*arguments)
        assert ran.code == 2
        assert "a path is empty" in ran.err


def test_who_works_is_written_as_it_can_be_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "P.kant"
    assert run("new", path, "--analyst", " jan\x1b\udcff ").code == 0
    assert run("check", path).code == 0


def test_backups_of_a_project_that_never_was(run: Run, tmp_path: Path) -> None:
    failed_with_one_line(run("backups", tmp_path / "geen.kant"), "no project", "no backups")


def test_an_unknown_format(run: Run, project: Path, tmp_path: Path) -> None:
    ran = run("export", project, "--format", "wp51", "--out", tmp_path / "uit")
    assert ran.code in (1, 2)
    assert "wp51" in ran.err
    assert not (tmp_path / "uit").exists()


def test_a_letter_that_is_not_there(run: Run, project: Path, tmp_path: Path) -> None:
    failed_with_one_line(
        run("export", project, "--format", "txt", "--out", tmp_path / "uit", "--letter", 99), "99"
    )


# --- suspects ---------------------------------------------------------------------------------------------


def test_suspects_as_json(run: Run, letter: Path) -> None:
    ran = run("suspects", letter, "--json")
    [line] = ran.out.strip().split("\n")
    found = json.loads(line)
    assert set(found) == {"file", "text", "suspects"}
    assert (found["file"], found["text"]) == (str(letter), TEXT)
    assert [s["text"] for s in found["suspects"]] == ["Belgié", "verplich-\ntingen"]
    for suspect in found["suspects"]:
        assert set(suspect) == {"start", "end", "text", "kind", "reason", "suggestions"}
        assert TEXT[suspect["start"] : suspect["end"]] == suspect["text"]
    assert found["suspects"][0]["suggestions"][0] == "België"
    assert found["suspects"][1]["suggestions"][0] == "verplichtingen"


def test_suspects_of_a_project(run: Run, project: Path) -> None:
    found = json.loads(run("suspects", project, "--json").out)
    assert found["text"] == TEXT
    assert found["file"].startswith(str(project))


def test_suspects_for_people(run: Run, letter: Path) -> None:
    assert f"{letter}:3: Belgié → België (word)" in run("suspects", letter).out


def test_suspects_of_a_bad_file_and_a_good_one(run: Run, letter: Path, tmp_path: Path) -> None:
    ran = run("suspects", tmp_path / "geen.txt", letter, "--json")
    failed_with_one_line(ran, "geen.txt")
    assert json.loads(ran.out)["text"] == TEXT


# --- outline ----------------------------------------------------------------------------------------------

REPORT = """Hierbij ontvangt u het verslag van de bijeenkomst van ministers op 3 en 4 mei 2021 in
Lissabon, waar werd gesproken over de stand van zaken (Kamerstuk 28 676, nr. 347).

Vervolg

Uw Kamer ontvangt de uitkomsten voor de zomer van 2021. Daarmee is dit onderwerp
voorlopig afgerond en kan de aandacht naar andere zaken.

De Minister van Defensie,
A.B. de Vries
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a file with a letter that has something to propose."""
    path = tmp_path / "verslag.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_outline_as_json(run: Run, report: Path) -> None:
    [line] = run("outline", report, "--json").out.strip().split("\n")
    found = json.loads(line)
    assert set(found) == {"file", "text", "sections", "fields", "passages"}
    assert (found["file"], found["text"]) == (str(report), REPORT)
    tags = [(section["tag"], section["level"], section["heading"]) for section in found["sections"]]
    assert tags == [("introduction", 1, None), ("topic", 1, "Vervolg"), ("signature", 1, None)]
    for section in found["sections"]:
        assert set(section) == {"start", "end", "level", "heading", "tag"}
    values = {value["field"]: value["value"] for value in found["fields"]}
    assert values["signatory"] == "A.B. de Vries"
    assert values["signatory_role"] == "De Minister van Defensie"
    assert values["reference"] == "28676/347"
    assert values["meeting_date"] == "2021-05-03/2021-05-04"
    assert "letter_date" not in values
    for value in found["fields"]:
        assert set(value) == {"field", "value", "shown", "start", "end", "confidence"}
    for passage in found["passages"]:
        assert set(passage) == {"tag", "start", "end", "text"}
        assert REPORT[passage["start"] : passage["end"]] == passage["text"]
    promised = [passage["text"] for passage in found["passages"] if passage["tag"] == "commitment"]
    assert promised == ["Uw Kamer ontvangt de uitkomsten voor de zomer van 2021."]


def test_outline_of_a_project(run: Run, project: Path) -> None:
    found = json.loads(run("outline", project, "--json").out)
    assert found["text"] == TEXT
    assert [(row["tag"], row["state"]) for row in found["sections"]] == [
        ("salutation", "proposed"),
        ("introduction", "proposed"),
    ]


def decide(path: Path) -> None:
    """Confirm a section, correct the signatory and turn a paper down, in the project's first letter."""
    session = Session(Store.open(path, analyst="jan"), "jan")
    session.open_letter(1)
    letter = session.letter
    assert letter is not None
    label = Message("Test", "test")
    topic = next(uid for uid, section in letter.sections.items() if section.tag == "topic")
    session.do(label, operations.confirm_section(letter, topic, session.stamp()))
    name = operations.set_value(letter, "signatory.name", 0, "A.B. Vis", "A.B. Vis", None, session.stamp())
    session.do(label, name)
    [paper] = letter.values_of("reference")
    session.do(label, operations.remove_value(session.letter_of(1), paper.uid))
    session.close()


def test_outline_of_a_project_prints_what_was_decided(run: Run, tmp_path: Path, report: Path) -> None:
    path = tmp_path / "Q.kant"
    run("new", path)
    run("import", path, report)
    decide(path)
    found = json.loads(run("outline", path, "--json").out)
    assert [(row["tag"], row["heading"], row["state"]) for row in found["sections"]] == [
        ("introduction", None, "proposed"),
        ("topic", "Vervolg", "confirmed"),
        ("signature", None, "proposed"),
    ]
    values = {row["field"]: (row["value"], row["state"]) for row in found["fields"]}
    assert values["signatory"] == ("A.B. Vis", "confirmed")
    assert values["signatory_role"] == ("De Minister van Defensie", "proposed")
    assert "reference" not in values
    assert {row["state"] for row in found["passages"]} == {"proposed"}
    said = run("outline", path).out
    assert "Vervolg (topic, confirmed)" in said
    assert "signatory_role, proposed: De Minister van Defensie" in said


def test_outline_of_a_project_is_what_its_views_say(run: Run, tmp_path: Path, report: Path) -> None:
    path = tmp_path / "Q.kant"
    run("new", path)
    run("import", path, report)
    decide(path)
    found = json.loads(run("outline", path, "--json").out)
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    sections = connection.execute(
        'SELECT start, "end", level, heading, tag, state FROM sections ORDER BY start'
    )
    assert [tuple(row.values()) for row in found["sections"]] == sections.fetchall()
    passages = connection.execute('SELECT tag, start, "end", quote, state FROM passages')
    assert sorted(tuple(row.values()) for row in found["passages"]) == sorted(passages.fetchall())
    values = connection.execute("SELECT value, evidence_start, state FROM form_values").fetchall()
    assert sorted((row["value"], str(row["start"]), row["state"]) for row in found["fields"]) == sorted(
        (value, str(start), state) for value, start, state in values
    )
    connection.close()


def test_outline_makes_what_the_project_has_not(run: Run, tmp_path: Path, report: Path) -> None:
    path = tmp_path / "Q.kant"
    run("new", path)
    run("import", path, report, "--no-proposals")
    assert text_of(path, "SELECT count(*) FROM form_values") == 0
    found = json.loads(run("outline", path, "--json").out)
    assert ("topic", "proposed") in [(row["tag"], row["state"]) for row in found["sections"]]
    assert text_of(path, "SELECT count(*) FROM form_values") == 0


def test_outline_knows_the_trigger_phrases_of_the_projects_codebook(
    run: Run, tmp_path: Path, report: Path
) -> None:
    book = resource_path("codebooks/kamerbrieven.toml").read_text(encoding="utf-8")
    own = '[[tags]]\nid = "tempo"\nkind = "passage"\nname = "Tempo"\ncolour = "#704000"\n'
    own += 'triggers = ["voorlopig afgerond"]\n'
    (tmp_path / "b.toml").write_text(f"{book}\n{own}", encoding="utf-8")
    path = tmp_path / "Q.kant"
    assert run("new", path, "--codebook", tmp_path / "b.toml").code == 0
    run("import", path, report)
    found = json.loads(run("outline", path, "--json").out)
    assert "tempo" in {row["tag"] for row in found["passages"]}


def test_outline_for_people(run: Run, report: Path) -> None:
    said = run("outline", report).out
    assert "Vervolg (topic)" in said
    assert "signatory: A.B. de Vries" in said


def test_outline_of_a_bad_file_and_a_good_one(run: Run, report: Path, tmp_path: Path) -> None:
    ran = run("outline", tmp_path / "geen.txt", report, "--json")
    failed_with_one_line(ran, "geen.txt")
    assert json.loads(ran.out)["text"] == REPORT


# --- check and backup -------------------------------------------------------------------------------------


def test_check_finds_nothing_in_a_sound_project(run: Run, project: Path) -> None:
    assert run("check", project).code == 0


def test_check_finds_a_fault(run: Run, project: Path) -> None:
    connection = sqlite3.connect(project)
    with connection:
        connection.execute("UPDATE letter_ocr SET text = text || 'x'")
        connection.execute("INSERT INTO letter_text (letter_id, text) VALUES (1, 'iets anders')")
    connection.close()
    ran = run("check", project)
    assert ran.code == 1
    assert ran.err


def test_backup_copies_a_project_that_is_open(run: Run, project: Path, tmp_path: Path) -> None:
    with Store.open(project, must_write=True):
        assert run("backup", project, tmp_path / "kopie.kant").code == 0
    assert text_of(tmp_path / "kopie.kant", "SELECT text FROM letters") == TEXT


def test_backup_replaces_nothing_without_force(run: Run, project: Path, letter: Path) -> None:
    failed_with_one_line(run("backup", project, letter), "brief.txt")
    assert letter.read_text(encoding="utf-8") == TEXT


def test_backups_are_listed_and_restored(run: Run, project: Path) -> None:
    from annotator.storage.backup_names import folder_of
    from annotator.storage.backups.making import back_up

    made = back_up(project, folder_of(project), "jan").newest
    assert made is not None
    assert "letters: 1, changes: 0" in run("backups", project).out
    project.unlink()
    assert run("restore", made.path, project).code == 0
    assert text_of(project, "SELECT text FROM letters") == TEXT


def test_what_is_no_backup_is_not_restored(run: Run, project: Path, letter: Path) -> None:
    before = project.read_bytes()
    failed_with_one_line(run("restore", letter, project), "brief.txt")
    assert project.read_bytes() == before


# --- projects that are none -------------------------------------------------------------------------------

ON_PROJECTS = {
    "import": ("{brief}",),
    "export": ("--format", "txt", "--out", "{uit}"),
    "check": (),
    "backup": ("{kopie}",),
}


def missing(path: Path) -> None:
    """Leave nothing at the path."""


def no_database(path: Path) -> None:
    path.write_text("geen project", encoding="utf-8")


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE iets (a)")
    connection.commit()
    connection.close()


def empty(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def made(path: Path) -> None:
    main(["new", str(path)])


def newer(path: Path) -> None:
    made(path)
    connection = sqlite3.connect(path)
    table = "_sqlite_migrations"
    connection.execute(f"INSERT INTO {table} SELECT * FROM {table} WHERE 0")
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    row = list(connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone())
    row[columns.index("name")] = "something_from_the_future"
    if "id" in columns:
        row[columns.index("id")] = 999
    connection.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", row)
    connection.commit()
    connection.close()


def damaged(path: Path) -> None:
    made(path)
    content = bytearray(path.read_bytes())
    content[200 : len(content) - 200] = b"\x7f" * (len(content) - 400)
    path.write_bytes(content)


@pytest.mark.parametrize("spoil", [missing, no_database, foreign, empty, folder, newer, damaged])
@pytest.mark.parametrize("command", ON_PROJECTS)
def test_what_is_no_project_is_refused_in_one_line(
    run: Run, tmp_path: Path, letter: Path, command: str, spoil: Callable[[Path], None]
) -> None:
    if (command, spoil) == ("backup", newer):
        pytest.skip("a copy of a newer project is as good as any")
    path = tmp_path / "Q.kant"
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    places = {"brief": letter, "uit": tmp_path / "uit", "kopie": tmp_path / "kopie.kant"}
    ran = run(command, path, *(argument.format(**places) for argument in ON_PROJECTS[command]))
    assert ran.code == 1
    assert "Q.kant" in ran.err
    assert len(ran.err.strip().split("\n")) == 1
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_project_that_another_program_writes(run: Run, project: Path, letter: Path) -> None:
    with Store.open(project, must_write=True, analyst="piet"):
        failed_with_one_line(run("import", project, letter), "P.kant", "piet")


# --- wrong usage ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("new",),
        ("new", "P.kant", "--nonsense"),
        ("import", "P.kant"),
        ("export", "P.kant"),
        ("export", "P.kant", "--format", "txt", "--out", "uit", "--letter", "een"),
        ("suspects",),
        ("outline",),
        ("screenshot", "P.kant", "--out", "x.png", "--size", "groot"),
        ("screenshot", "P.kant", "--out", "x.png", "--size", "²00x300"),
        ("screenshot", "P.kant", "--out", "x.png", "--size", "٤٠٠x٤٠٠"),
        ("screenshot", "P.kant", "--out", "x.png", "--size", "0x0"),
        ("screenshot", "P.kant", "--out", "x.png", "--size", "-5x10"),
        ("screenshot", "P.kant", "--out", "x.png", "--size", "99999999x9"),
        ("screenshot", "P.kant", "--out", "x.png", "--size", "400x300\n"),
        ("screenshot", "P.kant", "--out", "x.png", "--language", "fr"),
        ("nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err


def test_a_letter_is_read_anew_and_goes_back(run: Run, project: Path, tmp_path: Path) -> None:
    better = tmp_path / "better.txt"
    better.write_text(TEXT.replace("Belgié", "België"), encoding="utf-8")
    dry = run("reread", project, better, "--letter", 1, "--dry-run")
    assert (dry.code, "places that change: 1" in dry.out) == (0, True)
    assert run("readings", project, "--letter", 1).out.count("\n") == 1
    assert run("reread", project, better, "--letter", 1, "--analyst", "Els").code == 0
    kept = [json.loads(line) for line in run("readings", project, "--letter", 1, "--json").out.splitlines()]
    assert [(k["number"], k["analyst"], k["source_name"], k["is_current"]) for k in kept] == [
        (1, "", "brief.txt", False),
        (2, "Els", "better.txt", True),
    ]
    assert "* 2" in run("readings", project, "--letter", 1).out
    same = run("reread", project, better, "--letter", 1)
    assert (same.code, same.err.count("\n")) == (1, 1)
    assert run("reread", project, "--letter", 1, "--reading", 1).code == 0
    assert run("check", project).code == 0


def test_a_file_of_another_letter_is_read_anew_only_when_asked(
    run: Run, project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Iets wat daar helemaal niet op lijkt, van een ander.", encoding="utf-8")
    refused = run("reread", project, other, "--letter", 1)
    assert (refused.code, "another letter" in refused.err) == (1, True)
    assert run("readings", project, "--letter", 1).out.count("\n") == 1
    assert run("reread", project, other, "--letter", 1, "--anyway").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--letter", "1"), 2),
        (("--letter", "x", "--reading", "1"), 2),
        (("--letter", "9", "--reading", "1"), 1),
        (("--letter", "1", "--reading", "5"), 1),
        (("nothing.txt", "--letter", "1"), 1),
    ],
)
def test_what_cannot_be_read_anew(run: Run, project: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = run("reread", project, *arguments)
    assert ran.code == code
    assert ran.err
    assert run("check", project).code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert "Usage" in ran.out


def test_a_project_with_the_codebook_of_another_domain(run: Run, tmp_path: Path) -> None:
    path, letter = tmp_path / "G.kant", resource_path("sample-gemeente/besluit-kapvergunning-2021.txt")
    run("new", path, "--codebook", resource_path("codebooks/gemeentebrieven.toml"))
    run("import", path, letter)
    of_project, of_file = (json.loads(run("outline", each, "--json").out) for each in (path, letter))
    fields = [{(row["field"], row["value"]) for row in each["fields"]} for each in (of_project, of_file)]
    assert fields[0] == fields[1] >= {("letter_date", "2021-04-12"), ("sender", "Gemeente Lindenveen")}
    assert {"kop", "onderdeel", "namens"} <= {row["tag"] for row in of_project["sections"]}
    assert run("export", path, "--format", "json", "--out", tmp_path / "uit").code == 0
    [made] = (tmp_path / "uit").iterdir()
    assert "verzonden" in {row["field"] for row in json.loads(made.read_text("utf-8"))["form_values"]}
    assert run("check", path).code == 0
