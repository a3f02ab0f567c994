"""The command that lists what the OCR probably misread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from annotator.cli.saying import PATH, complain, say, say_json
from annotator.cli.sources import letters_in
from annotator.core.user_errors import UserError


@click.command()
@click.argument("sources", nargs=-1, required=True, type=PATH)
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
@click.option("--language", default="", help="Of the letters, as nl or en; without, the project's, or nl.")
@click.option("--no-images", is_flag=True, help="By the text alone, without what the pages of scans say.")
def suspects(sources: tuple[Path, ...], as_json: bool, language: str, no_images: bool) -> None:
    """List what the OCR probably misread, in files or in the letters of a project.

    The pages of scans that another program read are read a second time from their pictures, as evidence.
    """
    from annotator.language import engine_for
    from annotator.language.interface import LearntState
    from annotator.language.read_twice import with_readings
    from annotator.language.typed import of_typed

    engines, failed = dict[str, Any](), False
    for source in sources:
        try:
            spoken = language or _language_of(source)
            if spoken not in engines:
                engines[spoken] = engine_for(spoken)
            for name, text, learnt, here, apart, read, typed in _texts(source, spoken, no_images=no_images):
                state = learnt or LearntState()
                found = engines[spoken].suspects(text, state, here, apart)
                is_word = partial(engines[spoken].is_word, state=state)
                found = of_typed(text, found, typed, is_word)
                found = with_readings(text, found, read, [*here, *apart], is_word, state.words)
                _print_suspects(name, text, found, as_json)
        except UserError as problem:
            complain(problem)
            failed = True
    if failed:
        raise click.exceptions.Exit(1)


def _language_of(source: Path) -> str:
    from annotator.language.languages import DUTCH
    from annotator.session.project.text_language import language_of
    from annotator.storage.store import Store

    if source.suffix != ".kant":
        return DUTCH
    with Store.open(source, read_only=True) as store:
        return language_of(store.reader)


def _texts(
    source: Path, language: str, *, no_images: bool
) -> Iterable[tuple[str, str, Any, Any, Any, Any, Any]]:
    from annotator.cli.second_looks import looking
    from annotator.core.document import Stamp, new_letter
    from annotator.session.suspects.doubted_readings import doubted_readings
    from annotator.session.suspects.learnt_state import read_state
    from annotator.session.suspects.suspecting import apart_places, here_places, typed_places
    from annotator.storage.store import Store

    with looking(language, no_images=no_images) as looks:
        if source.suffix != ".kant":
            for path, read in letters_in(source):
                letter = new_letter(read.text, read.page_starts, read.title, Stamp("", ""))
                letter = replace(letter, page_flags={layout.number: layout.flags for layout in read.layouts})
                doubted = doubted_readings(letter, {} if no_images else looks.of_file(read))
                apart = [(f.start, f.end) for f in read.furniture]
                yield str(path), read.text, None, (), apart, doubted, typed_places(letter)
            return
        with Store.open(source, read_only=True) as store:
            state = read_state(store.reader)
            for letter_id in store.reader.letter_ids():
                letter = store.reader.letter(letter_id)
                known = {} if no_images else looks.of_letter(store.reader, letter_id)
                here, apart = here_places(letter), apart_places(letter)
                doubted, typed = doubted_readings(letter, known), typed_places(letter)
                yield f"{source}#{letter_id}", letter.text, state, here, apart, doubted, typed


def _print_suspects(name: str, text: str, found: Iterable[Any], as_json: bool) -> None:
    from annotator.language.reasons import sentence

    if as_json:
        rows = [
            {
                "start": s.start,
                "end": s.end,
                "text": s.text,
                "kind": s.kind,
                "reason": str(sentence(s.reason)),
                "suggestions": [g.text for g in s.suggestions],
            }
            for s in found
        ]
        say_json({"file": name, "text": text, "suspects": rows})
        return
    for s in found:
        line = text.count("\n", 0, s.start) + 1
        shown = s.text.replace("\n", "⏎")
        best = s.suggestions[0].text.replace("\n", "⏎") if s.suggestions else "?"
        say(f"{name}:{line}: {shown} → {best} ({s.kind})")
