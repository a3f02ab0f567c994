"""Make a language's word tables, `lexicon.xz` and `pairs.xz`, from a word list and counts.

usage: python make_tables.py FOLDER --dictionary nl [--counts unigrams.tsv.xz] [--web web.tsv.xz]
                             [--pairs bigrams.tsv.xz] [--english en]
       python make_tables.py FOLDER --only-words --dictionary en [--web web.tsv.xz]

`--dictionary` is a word list: a plain text file with a word a line, or a Hunspell dictionary (NAME.dic and
NAME.aff), whose affixes are applied; its compounding is not needed. `--counts` has words as written with
their counts in prose of the kind that is read; `--web` words in lower case with their share of all words;
`--pairs` first word, second word, count, in lower case, with `<s>`, `</s>` and `<n>` for a sentence's bounds
and numbers. Tab-separated UTF-8, plain or xz. A word list and one list of counts are enough. `--english`
marks words that are English too; `--only-words` writes FOLDER/words.xz, a list to be silent on.
"""

from __future__ import annotations

import argparse
import array
import json
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:[-'./][^\W\d_]+)*")
LISTED = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*")
PLAIN = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüçñ", "aaaaaeeeeiiiiooooouuuucn")
IN_DICTIONARY, IS_NAME, IN_OFFICIAL, ON_WEB, IS_ENGLISH = (
    1,
    2,
    4,
    8,
    16,
)  # as in annotator/language/lexicon.py
CAPITALISED, CAPITALS, OTHER_FORM = 32, 64, 128
PAIR_BITS = 19
LEAST_SHARE = 2.5e-8
SLIP = 1.5  # a word without accents is a slip where its accented form is so much more frequent
MOSTLY = 0.9


class Affixes:
    """The affix rules of a Hunspell dictionary."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text("utf8").splitlines()
        self.long = any(line.startswith("FLAG long") for line in lines)
        self.rules: dict[str, tuple[str, bool, list[tuple[str, str, re.Pattern[str] | None, list[str]]]]] = {}
        self.special: dict[str, str] = {}
        for line in lines:
            self._take(line.split())

    def _take(self, fields: list[str]) -> None:
        if not fields:
            return
        if fields[0] in ("NEEDAFFIX", "ONLYINCOMPOUND", "FORBIDDENWORD", "CIRCUMFIX"):
            self.special[fields[1]] = fields[0]
        if fields[0] not in ("SFX", "PFX"):
            return
        if len(fields) == 4 and fields[2] in "YN" and fields[3].isdigit():
            self.rules[fields[1]] = fields[0], fields[2] == "Y", []
        elif len(fields) >= 4:
            add, _, flags = fields[3].partition("/")
            condition = fields[4] if len(fields) > 4 and not fields[4].startswith("#") else "."
            pattern = (
                None
                if condition == "."
                else re.compile(f"{condition}$" if fields[0] == "SFX" else f"^{condition}")
            )
            rule = (
                "" if fields[2] == "0" else fields[2],
                "" if add == "0" else add,
                pattern,
                self.flags(flags),
            )
            self.rules[fields[1]][2].append(rule)

    def flags(self, text: str) -> list[str]:
        """Return the single flags of a string of flags."""
        return [text[i : i + 2] for i in range(0, len(text), 2)] if self.long else list(text)

    def forms(self, word: str, flags: list[str], depth: int = 2) -> Iterator[str]:
        """Yield the word's forms, itself among them where it may stand alone."""
        special = {self.special.get(flag) for flag in flags}
        if "FORBIDDENWORD" in special:
            return
        if not special & {"NEEDAFFIX", "ONLYINCOMPOUND", "CIRCUMFIX"}:
            yield word
        if not depth:
            return
        for flag in flags:
            kind, crosses, rules = self.rules.get(flag, ("", False, []))
            prefixes = [
                other
                for other in flags
                if kind == "SFX"
                and crosses
                and other in self.rules
                and self.rules[other][0] == "PFX"
                and self.rules[other][1]
            ]
            for strip, add, pattern, more in rules:
                if pattern is not None and not pattern.search(word):
                    continue
                if kind == "SFX" and word.endswith(strip):
                    yield from self.forms(word[: len(word) - len(strip)] + add, more + prefixes, depth - 1)
                elif kind == "PFX" and word.startswith(strip):
                    yield from self.forms(add + word[len(strip) :], more, depth - 1)


def listed_words(base: Path) -> set[str]:
    """Return the words of a list, with straight apostrophes."""
    if base.is_file():
        return {line.strip().replace("’", "'") for line in base.read_text("utf8").splitlines()}
    affixes = Affixes(base.with_suffix(".aff"))
    words: set[str] = set()
    for line in base.with_suffix(".dic").read_text("utf8").splitlines()[1:]:
        entry = line.split("\t")[0].strip().replace("\\/", "\0")
        word, _, flags = entry.partition("/")
        if word:
            words.update(affixes.forms(word.replace("\0", "/"), affixes.flags(flags)))
    return {word.replace("ĳ", "ij").replace("Ĳ", "IJ").replace("’", "'") for word in words}


def rows(path: Path | None) -> Iterator[list[str]]:
    """Yield the fields of a table's rows."""
    if path is not None:
        raw = path.read_bytes()
        text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode("utf8")
        for line in text.splitlines():
            yield line.replace("’", "'").split("\t")


def packed(data: bytes) -> bytes:
    """Return the data as small as it gets."""
    return lzma.compress(
        data, filters=[{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 24}]
    )


def main() -> None:
    """Read the sources and write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dictionary", type=Path, required=True)
    for option in ("--counts", "--web", "--pairs", "--english"):
        parser.add_argument(option, type=Path)
    parser.add_argument("--only-words", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    web = {
        word: float(share)
        for word, share in rows(arguments.web)
        if WORD.fullmatch(word) and float(share) >= LEAST_SHARE
    }
    if arguments.only_words:
        words = {word.lower() for word in listed_words(arguments.dictionary) if WORD.fullmatch(word)} | set(
            web
        )
        (arguments.folder / "words.xz").write_bytes(packed("\n".join(sorted(words)).encode()))
        return
    english = {word.lower() for word in listed_words(arguments.english)} if arguments.english else set()
    numbers = write_lexicon(
        arguments.folder, listed_words(arguments.dictionary), arguments.counts, web, english
    )
    if arguments.pairs:
        write_pairs(arguments.folder, arguments.pairs, numbers)


def write_lexicon(
    folder: Path, dictionary: set[str], counts: Path | None, web: dict[str, float], english: set[str]
) -> dict[str, int]:
    """Write `lexicon.xz`: words, odd forms, and columns of counts, shares and flags; return the numbers."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, count in rows(counts):
        if WORD.fullmatch(word):
            forms[word.lower()][word] += int(count)
    total = max(1, sum(counter.total() for counter in forms.values()))
    lower = {word for word in dictionary if word == word.lower() and LISTED.fullmatch(word)}
    names: defaultdict[str, set[str]] = defaultdict(set)
    for word in dictionary:
        if word != word.lower() and LISTED.fullmatch(word):
            names[word.lower()].add(word)
    every = set(forms) | set(web) | lower | set(names)
    share = {
        word: 0.7 * forms[word].total() / total + 0.3 * web.get(word, 0)
        if word in forms
        else 0.3 * web.get(word, 0)
        for word in every
    }
    accented: dict[str, float] = {}
    for word in every:
        if (bare := word.translate(PLAIN)) != word:
            accented[bare] = max(accented.get(bare, 0.0), share[word])
    table = []
    for word in every:
        if word not in lower and word not in names and accented.get(word, 0.0) > share[word] * SLIP:
            continue
        count = forms[word].total() if word in forms else 0
        form = usual_form(word, forms.get(word), names.get(word, set()) if word not in lower else set())
        flags = IN_DICTIONARY * (word in lower) | IS_NAME * (word in names) | IN_OFFICIAL * (count > 0)
        flags |= ON_WEB * (word in web) | IS_ENGLISH * (word in english)
        if form:
            flags |= (
                CAPITALISED if form == word.capitalize() else CAPITALS if form == word.upper() else OTHER_FORM
            )
        table.append((word, count, web.get(word, 0.0), flags, form))
    table += [(mark, 10**6, 0.0, 0, "") for mark in ("<s>", "</s>", "<n>")]
    table.sort(key=lambda row: (-row[1], -row[2], row[0]))
    head = json.dumps({"words": len(table), "counted": total}).encode()
    columns = (
        bytes(min(255, round(10 * math.log(row[1] + 1))) for row in table),
        bytes(255 if not row[2] else min(254, round(-10 * math.log(row[2]))) for row in table),
        bytes(row[3] for row in table),
    )
    listed = "\n".join(row[0] for row in table).encode()
    odd = "\n".join(row[4] for row in table if row[3] & OTHER_FORM).encode()
    (folder / "lexicon.xz").write_bytes(
        packed(head + b"\n" + listed + b"\0" + odd + b"\0" + b"".join(columns))
    )
    write_hyphens(folder, {row[0] for row in table if row[3] & (IN_DICTIONARY | IN_OFFICIAL)})
    return {row[0]: number for number, row in enumerate(table)}


def write_hyphens(folder: Path, words: set[str]) -> None:
    """Write `hyphens.json`: first parts that keep their hyphen in many words, and the odds (a logarithm)."""
    kept: Counter[str] = Counter()
    for word in words:
        first, _, rest = word.partition("-")
        if first.isalpha() and len(first) > 2 and len(rest) > 2 and rest.replace("-", "").isalpha():
            kept[first] += 1
    joined: Counter[str] = Counter()
    for word in words:
        if word.isalpha():
            for cut in range(3, min(16, len(word) - 3)):
                if kept[word[:cut]] > 2 and word[cut:] in words:
                    joined[word[:cut]] += 1
    odds = {
        first: round(math.log((count + 0.3) / (joined[first] + 0.3)), 1)
        for first, count in kept.items()
        if count > 2
    }
    (folder / "hyphens.json").write_text(
        json.dumps(dict(sorted(odds.items())), ensure_ascii=False) + "\n", "utf8"
    )


def usual_form(word: str, counted: Counter[str] | None, names: set[str]) -> str:
    """Return how the word is nearly always written, "" where that is in lower case."""
    if counted:
        form, count = counted.most_common(1)[0]
        return form if form != word and count > MOSTLY * counted.total() else ""
    return min(names, key=lambda name: (name != word.capitalize(), name), default="")


def write_pairs(folder: Path, pairs: Path, numbers: dict[str, int]) -> None:
    """Write `pairs.xz`: the steps between the pairs' sorted numbers, byte by byte, and their counts."""
    found = sorted(
        (numbers[first] << PAIR_BITS | numbers[second], int(count))
        for first, second, count in rows(pairs)
        if first in numbers and second in numbers
    )
    keys = [key for key, _ in found]
    steps = array.array("Q", [now - before for before, now in zip([0, *keys], keys, strict=False)]).tobytes()
    planes = b"".join(steps[place::8] for place in range(5))
    counts = bytes(min(255, round(10 * math.log(count))) for _, count in found)
    (folder / "pairs.xz").write_bytes(
        packed(json.dumps({"pairs": len(keys)}).encode() + b"\n" + planes + counts)
    )


if __name__ == "__main__":
    main()
