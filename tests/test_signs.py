"""One table of cases goes through all that compares: import, suspects, readers, proposals, both searches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator.core.codebook import Choice, Field
from annotator.core.codebook_toml import read_codebook
from annotator.core.fields import parse
from annotator.core.text import normalise
from annotator.language import engine_for
from annotator.language.interface import Engine, LearntState
from annotator.resources import resource_path
from annotator.search.finding import Find, plain_finder
from annotator.session.search.indexing import bring_up_to_date
from annotator.session.search.searching import Mode, Search, SearchRequest
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from tests.signs import CASES, Case

each_case = pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.raw!a}" for n, case in enumerate(CASES)])
MINISTER = (Choice("minister", {"nl": "de minister"}), Choice("other", {"nl": "een ander"}))


@pytest.fixture(scope="session")
def engine() -> Engine:
    return engine_for("nl")


@pytest.fixture(scope="module", params=["looked through", "indexed"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A project into which all cases were imported, with and without its index."""
    folder = tmp_path_factory.mktemp("signs")
    for number, case in enumerate(CASES):
        (folder / f"{number:04}.txt").write_bytes(case.text.encode())
    codebook = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    store = Store.create(folder / "P.kant", codebook, "jan")
    import_paths(store, sorted(folder.glob("*.txt")), "jan")
    if request.param == "indexed":
        assert bring_up_to_date(store, lambda done, total: None, lambda: False)
    yield store
    store.close(abandon=True)


def place_of(case: Case) -> tuple[str, int, int]:
    text = normalise(case.text).text
    start = text.index(case.kept)
    return text, start, start + len(case.kept)


@each_case
def test_it_stays_in_the_letter_as_it_came(case: Case) -> None:
    text, start, end = place_of(case)
    assert text[start:end] == case.kept
    assert "\x0b" not in text


@each_case
def test_what_is_doubted(case: Case, engine: Engine) -> None:
    text, start, end = place_of(case)
    suspects = [s for s in engine.suspects(text, LearntState()) if s.start < end and start < s.end]
    assert all(suspect.text == text[suspect.start : suspect.end] for suspect in suspects)
    if case.suspect is not None:
        assert case.suspect in [suspect.suggestions[0].text for suspect in suspects]
    elif "\n" not in case.kept:
        assert suspects == []


@each_case
def test_what_a_reader_of_values_makes_of_it(case: Case) -> None:
    if case.reads is None:
        pytest.skip("no value")
    kind, value = case.reads
    field = Field("f", "text" if kind == "dossier" else kind, {"nl": "F"}, choices=MINISTER)
    if kind == "dossier":
        field = Field("f", "text", {"nl": "F"}, pattern="dossier")
    assert parse(field, case.kept, "nl").value == value


@each_case
def test_what_is_proposed(case: Case) -> None:
    text, start, end = place_of(case)
    found = propose(LetterText(text))
    if case.names:
        named = [(v.value, v.start, v.end) for v in found.values if v.role == "reference"]
        assert named == [(case.names, start, end)]
    if case.reads and case.reads[0] == "date":
        assert [(p.start, p.end) for p in found.passages if p.role == "date"] == [(start, end)]
    assert [s.start for s in found.sections][1:] == [s.end for s in found.sections][:-1]
    assert found.sections[-1].end == len(text)


@each_case
def test_it_is_found_in_the_letter(case: Case) -> None:
    text, start, end = place_of(case)
    for find in (Find(case.says), Find(case.says, whole_word=True), Find(case.says, match_case=True)):
        assert (start, end) in plain_finder(find).find(text)
    assert (start, end) in plain_finder(Find(case.kept)).find(text)


@pytest.fixture(scope="module")
def hits(project: Store) -> dict[tuple[Mode, str], dict[int, list[str]]]:
    """What the search of the project finds for each thing that the cases say, by letter."""
    modes: tuple[Mode, ...] = ("words", "exact")
    return {(mode, case.says): _found(project, case.says, mode) for case in CASES for mode in modes}


@each_case
@pytest.mark.parametrize("mode", ["words", "exact"])
def test_it_is_found_in_the_project(
    case: Case, mode: Mode, hits: dict[tuple[Mode, str], dict[int, list[str]]]
) -> None:
    found = hits[mode, case.says].get(CASES.index(case) + 1, [])
    assert (case.kept in found) is (mode == "words" or case.exactly)


def _found(store: Store, typed: str, mode: Mode) -> dict[int, list[str]]:
    request = SearchRequest(f'"{typed}"' if mode == "words" else typed, mode)
    search = Search(store, request, lambda *_: [])
    *_, last = search.run(lambda done, total: None, lambda: False)
    letters, waiting = [*last.letters], last.waiting
    while waiting:
        more, taken = search.more(waiting)
        letters += more
        waiting = waiting[taken:]
    return {
        letter.letter_id: [_quote(store, letter.letter_id, hit.span) for hit in letter.hits]
        for letter in letters
    }


def _quote(store: Store, letter_id: int, span: tuple[int, int]) -> str:
    return store.reader.letter(letter_id).text[slice(*span)]
