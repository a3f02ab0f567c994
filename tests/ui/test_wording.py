"""What the screen says, by one rule: what would a civil servant say?

The words that the screen does not use stand in GLOSSARY.md. A count has its word behind it, singular for one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.app import install_translators
from annotator.core.messages import Message, fill, is_form
from annotator.session.project import labels
from annotator.storage.changes import message_from_json, message_to_json
from annotator.ui.translate import filled, translated
from tools import translations

GLOSSARY = (translations.ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
DUTCH = {
    (context, message.findtext("source", "")): translations.forms_of(message)
    for context, message in translations.messages(translations.file_of("nl"))
}
# Where a word is right all the same: names of formats, what other programs do, and what an English word is.
RIGHT = {
    "PDF": r"PDF/UA|\(PDF",
    "opslaan": r"sla .* op\b",
    "tag": r"#|\{\w+\}",
    "tags": r"\{\w+\}",
    "data": r"schone data",
}
ENGLISH_NOT = ("type or point", "goes there", "changes over", "has these words", "became of", "is like that")
# Places that hold a count; which line or level it is, is none.
NAMES = (
    "n|count|total|places|letters|pages|passages|values|tags|fields|files|words|changes|left|more|ticked|gone|"
    "disputed|done|limit|most|missing|damaged|length|minutes|inserted|deleted|shown"
)
COUNTS = re.compile(rf"(?<!line )(?<!level )\{{(?:{NAMES})\}}(?! ?%)")
# A text with these names holds what is no number there.
NO_COUNT = {
    "Fill {field} with “{shown}”",
    "{places} in {letters} · {ticked:,} ticked",
    "read before: {words}",
    "{done}. With this all words that are shown are decided.",
    "{name} has a comment at “{words}”: {comment}",
}
PROGRAM = sorted((translations.ROOT / "annotator").rglob("*.py"))


def not_used() -> list[tuple[str, str]]:
    """Return each word that GLOSSARY.md keeps off a Dutch screen, and what is said instead."""
    table = GLOSSARY.split("| not | but |\n|---|---|\n")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    return [(word.strip(), instead) for words, instead in rows for word in words.split(",")]


def faults_in(text: str) -> list[str]:
    """Return the words of a Dutch text that the screen does not use."""
    found = []
    for word, instead in not_used():
        right = RIGHT.get(word)
        plain = re.sub(right, "", text) if right else text
        flags = 0 if word.isupper() else re.IGNORECASE
        if re.search(rf"(?<![\w{{-]){re.escape(word)}(?![\w}}-])", plain, flags):
            found.append(f"{word}: say {instead}")
    return found


def test_a_dutch_text_has_no_word_that_was_replaced() -> None:
    wrong = {form: faults_in(form) for forms in DUTCH.values() for form in forms}
    assert {form: found for form, found in wrong.items() if found} == {}


def test_the_search_for_words_that_were_replaced_finds_them() -> None:
    assert faults_in("F4 gaat naar de bewijsplaats") == ["bewijsplaats: say vindplaats"]
    assert faults_in("twijfels over: 3") == ["twijfels: say twijfelgeval, twijfelgevallen"]
    assert faults_in("3 twijfelgevallen over") == []


def test_no_english_text_says_what_was_replaced() -> None:
    said = [text for _, text in DUTCH if any(words in text for words in ENGLISH_NOT)]
    assert said == []


def test_what_is_curly_is_curly_everywhere() -> None:
    """Quotes are “so”, and an apostrophe is ' in every Dutch text."""
    assert [form for forms in DUTCH.values() for form in forms if set(form) & set("‘’„")] == []


# ------------------------------------------------------------------ counts


def count_faults(text: str, forms: list[str]) -> list[str]:
    """Return what is wrong with how a text, or a translation of it, tells numbers."""
    wrong = []
    if text not in NO_COUNT and COUNTS.search(text):
        wrong.append("say {count:letter|letters}, or {count:,} for a figure")
    for form in (text, *forms):
        if "%n" in form:
            wrong.append("%Ln is written as the language writes figures")
        if re.search(r"\w: \{(?:n|count|\w+:,)\}", form):
            wrong.append("a count stands before its word")
        for name, spec in re.findall(r"\{(\w+):([^}]*)\}", form):
            if not is_form(spec) or f"{{{name}:" not in text:
                wrong.append(f"{name} is no count in the source, or one of another form")
    return wrong


def test_every_count_has_its_word() -> None:
    wrong = {text: count_faults(text, forms) for (_, text), forms in DUTCH.items()}
    assert {text: found for text, found in wrong.items() if found} == {}


@pytest.mark.parametrize("text", ["{count} letters", "%n letter(s)", "Letters: {count}", "Letters: {some:,}"])
def test_the_search_for_counts_without_a_word_finds_them(text: str) -> None:
    assert count_faults(text, []) != []


def test_a_text_with_a_count_is_filled_as_one() -> None:
    """`str.format` knows nothing of a count with its word, and writes figures the English way."""
    wrong = []
    for source in PROGRAM:
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                wrong += [f"{source.name}:{line}" for line in _formatted_counts(function)]
    assert wrong == []


def _formatted_counts(function: ast.FunctionDef) -> Iterator[int]:
    counted = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and _holds_a_count(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            of = node.func.value
            if (isinstance(of, ast.Name) and of.id in counted) or (
                isinstance(of, ast.Call) and _holds_a_count(of)
            ):
                yield node.lineno


def _holds_a_count(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "filled":
        return False
    return any(
        isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and re.search(r"\{\w+:(,|[^}]*\|)", part.value)
        for part in ast.walk(node)
    )


def test_no_text_is_asked_for_inside_an_f_string() -> None:
    """What collects the texts for translation does not look there."""
    hidden = [
        f"{source.name}:{node.lineno}"
        for source in PROGRAM
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and (getattr(call.func, "attr", "") or getattr(call.func, "id", "")) in ("tr", "translate")
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_one_and_several() -> None:
    text = "{letters:letter|letters} in {files:file|files}"
    assert fill(text, {"letters": 1, "files": 4211}) == "1 letter in 4,211 files"
    assert fill(text, {"letters": 0, "files": "1"}) == "0 letters in 1 file"


@pytest.mark.parametrize("template", ["{n:>9999999999}", "{n!r}x{m:0}", "{n:a|b|c}"])
def test_a_template_asks_for_nothing_else(template: str) -> None:
    with pytest.raises(ValueError, match="form"):
        fill(template, {"n": 1, "m": 2})


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    """Have the screen speak Dutch until the test is over."""
    before = QLocale()
    installed: list[QTranslator] = install_translators(qapp, "nl")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_figures_are_written_as_dutch_writes_them(dutch: None) -> None:
    assert filled("{n:brief|brieven}", n=4211) == "4.211 brieven"
    assert translated(labels.corrected_all("Belgié", "België", 4211)) == (
        "“Belgié” op 4.211 plaatsen corrigeren tot “België”"
    )
    assert translated(labels.corrected_all("Belgié", "België", 1)).startswith("“Belgié” op 1 plaats ")


def test_a_section_without_a_heading_is_not_called_nothing() -> None:
    for verb in ("start", "merge", "tag", "level", "confirm"):
        assert "“" not in str(labels.section(verb, ""))
        assert "“Inleiding”" in str(labels.section(verb, "Inleiding"))


def test_what_a_file_keeps_in_older_words_is_still_said_in_dutch(dutch: None) -> None:
    old = "Confirm the outline ({n} sections)"
    kept = message_to_json(Message("Change", old, {"n": 3}))
    assert translated(message_from_json(kept)) == "Indeling bevestigen (3 secties)"


@pytest.mark.parametrize("keep", [message_to_json])
def test_what_is_kept_with_a_count_comes_back(keep: Callable[[Message], str], tmp_path: Path) -> None:
    label = labels.corrected_all("a", "b", 3)
    assert message_from_json(keep(label)) == label
