"""Why something is proposed: every code that the engine can give has a sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import annotator.structure
from annotator.core.codebook_room import room_of
from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.structure.commitments import _PROMISES
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from annotator.structure.reasons import SENTENCES, SURE, sentence
from annotator.structure.rows import as_proposed

# Where the code stands among the arguments of what carries one.
_PLACES = {"Found": 5, "FoundReference": 4, "_Part": 5, "Reason": 0}


def _written() -> Iterator[str]:
    for path in sorted(Path(annotator.structure.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = _PLACES.get(node.func.id)
            if place is None:
                continue
            said = node.args[place : place + 1] + [k.value for k in node.keywords if k.arg == "code"]
            for argument in said:
                for part in ast.walk(argument):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def test_every_code_in_the_source_has_a_sentence() -> None:
    codes = {*_written(), *(code for _, _, code in _PROMISES)}
    assert len(codes) > 25
    assert codes <= SENTENCES.keys()


def test_what_is_proposed_says_why_and_how_sure() -> None:
    text = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")
    room = room_of(read_codebook(resource_path("codebooks/kamerbrieven.toml")))
    proposed = as_proposed(text, propose(LetterText(text, triggers={"country": ("Nederland",)})), room)
    assert proposed.reasons.keys() == {*proposed.sections, *proposed.passages, *proposed.values}
    for code, params in proposed.reasons.values():
        assert code in SENTENCES
        assert 0 <= int(params[SURE]) <= 100
        message = sentence(code, params)
        assert message.text.format(**message.params)


def test_a_code_of_another_version_has_a_sentence_too() -> None:
    assert sentence("seen by a later version", {}).text
