"""Letters in which a tag can be learnt, and a project of them."""

from __future__ import annotations

from pathlib import Path

from annotator.core import operations
from annotator.core.codebook_toml import read_codebook
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store

LABEL = Message("Test", "test")
TAG = "position"
_THINGS = ("de woningbouw", "het spoor", "de visserij", "het onderwijs", "de zorg", "het klimaat", "de post")
_SAID = (
    "Nederland steunt het voorstel voor {thing} in de Raad.",
    "Nederland zal het voorstel over {thing} in de Raad steunen.",
    "In de Raad steunt Nederland het voorstel dat over {thing} gaat.",
)
_OTHERS = (
    "De Raad sprak lang over {thing} en de gevolgen ervan.",
    "Het rapport over {thing} is in mei aan de sector gestuurd.",
    "Voor {thing} is dit jaar minder geld nodig dan gedacht.",
    "De gemeenten werken samen met de provincie aan {thing}.",
    "Uit het onderzoek blijkt dat {thing} onder druk staat.",
    "Veel partijen hebben vragen gesteld over {thing}.",
)


def text_of(number: int) -> tuple[str, str]:
    """Return a letter's text, and the sentence in it that says a position."""
    said = _SAID[number % 3].format(thing=_THINGS[number % 7])
    others = [other.format(thing=_THINGS[(number + n) % 7]) for n, other in enumerate(_OTHERS)]
    body = " ".join([*others[:3], said, *others[3:]])
    head = f"Geachte voorzitter,\n\nHierbij antwoord ik op brief {number}.\n\nInhoud\n\n"
    return f"{head}{body}\n\nHoogachtend,\n\nde minister van Zaken,\n\nA. Jansen\n", said


def project_of_letters(folder: Path, count: int) -> Path:
    """Make a project of so many letters; their ids go from 1."""
    paths = [folder / f"{number:02}.txt" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        path.write_text(text_of(number)[0], encoding="utf-8")
    project = folder / "p.kant"
    with Store.create(project, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan") as store:
        import_paths(store, paths, "jan")
    return project


def tag_letter(session: Session, letter_id: int, uid: str = "") -> Span:
    """Tag the sentence of a letter, as an analyst does; return its place."""
    session.open_letter(letter_id)
    assert session.letter is not None
    said = text_of(letter_id)[1]
    start = session.letter.text.index(said)
    span = Span(start, start + len(said))
    uid = uid or f"p{letter_id}"
    session.do(LABEL, operations.add_passage(span, TAG, session.stamp(), uid))
    return span
