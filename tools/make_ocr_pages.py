"""Make OCR pages with known truth: set a text as pages, damage them, read them with Tesseract, align.

usage: python tools/make_ocr_pages.py TEXTS.jsonl PAGES.jsonl --pages N [--seed N]

A row of TEXTS is {"doc": name, "text": paragraphs parted by blank lines}; a row of PAGES has the form of the
benchmarks' pages (`ocr`, `truth`, `pairs`, `kinds`, `ignore`, `hyph`). Needs Tesseract with its Dutch and
English models, some fonts, Pillow and rapidfuzz. What the engine's weights are learnt from is made with it;
the pages themselves are not kept here.
"""

from __future__ import annotations

import argparse
import difflib
import io
import itertools
import json
import os
import random
import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein

FONTS = (
    "Liberation Sans",
    "Liberation Serif",
    "Liberation Sans Narrow",
    "DejaVu Sans",
    "DejaVu Serif",
    "Carlito",
    "Caladea",
    "FreeSans",
    "FreeSerif",
    "Noto Sans",
    "Noto Serif",
    "Lato",
    "Open Sans",
    "Roboto",
    "EB Garamond",
    "Nimbus Sans",
    "Nimbus Roman",
    "C059",
    "P052",
    "URW Bookman",
    "URW Gothic",
)
SUP = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN = str.maketrans(SUP, "0123456789")
DAMAGE = ("none", "blur", "noise", "jpeg", "low", "bold", "thin", "skew", "threshold")
NOTES = (
    "Kamerstukken II 2019/20, 35 300, nr. 12.",
    "Kamerstuk 28 676, nr. 347.",
    "Stb. 2014, 129.",
    "Zie artikel 3, tweede lid.",
    "Aanhangsel Handelingen II 2018/19, nr. 1127, p. 3.",
    "Richtlijn 2013/59/Euratom van de Raad.",
    "De volledige tekst is te vinden op www.rijksoverheid.nl.",
    "Bijlage bij Kamerstuk 33 763, nr. 41.",
    "Dit betreft de jaren 2017 tot en met 2020.",
    "Rapport van de Algemene Rekenkamer, juni 2019.",
)
VOWELS = "aeiouyáéíóúàèëïöüê"


def font_files() -> dict[str, str]:
    """Return the file of each font that is installed."""
    found = {}
    for name in FONTS:
        line = subprocess.run(
            ["fc-match", "-f", "%{family}|%{file}", name], capture_output=True, text=True, check=True
        )
        family, _, path = line.stdout.partition("|")
        if family.split(",")[0].lower() == name.lower():
            found[name] = path
    return found


def hyphenations(word: str) -> list[int]:
    """Return where a word may be broken: before a consonant that a vowel follows, after a vowel came."""
    places = []
    for i in range(2, len(word) - 2):
        if (
            word[i] not in VOWELS
            and word[i + 1] in VOWELS
            and any(c in VOWELS for c in word[:i])
            and word[:i].isalpha()
            and word[i:].rstrip(".,;:)").isalpha()
        ):
            places.append(i)
    return places


@dataclass
class Setting:
    """How a page is set and damaged."""

    font: str
    path: str
    pt: float
    dpi: int
    damage: str
    lang: str


def set_lines(paragraphs: list[str], measure, width: float, rng: random.Random, most: int):
    """Return the lines of a page and its broken words."""
    lines: list[str] = []
    broken = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            trial = f"{line} {word}" if line else word
            if measure(trial) <= width:
                line = trial
                continue
            cuts = (
                [c for c in hyphenations(word) if measure(f"{line} {word[:c]}-") <= width]
                if rng.random() < 0.8
                else []
            )
            dash = word.rfind("-", 0, len(word) - 2)
            if dash > 1 and measure(f"{line} {word[: dash + 1]}") <= width:
                lines.append(f"{line} {word[: dash + 1]}")
                broken.append([word[: dash + 1], word[dash + 1 :], word, "hard"])
                line = word[dash + 1 :]
            elif cuts and line:
                cut = cuts[-1]
                lines.append(f"{line} {word[:cut]}-")
                broken.append([word[:cut] + "-", word[cut:], word, "soft"])
                line = word[cut:]
            else:
                lines.append(line)
                line = word
            if len(lines) > most:
                return lines, broken
        lines += [line, ""]
        if len(lines) > most:
            break
    return lines, broken


def draw(lines: list[str], setting: Setting, rng: random.Random) -> Image.Image:
    """Draw the lines; raised digits are small digits set higher."""
    px = setting.pt * setting.dpi / 72
    font = ImageFont.truetype(setting.path, px)
    small = ImageFont.truetype(setting.path, px * 0.62)
    step = px * rng.uniform(1.18, 1.45)
    margin = int(setting.dpi * 0.8)
    page = Image.new("L", (int(setting.dpi * 8.27), int(margin * 2 + step * (len(lines) + 1))), 255)
    pen = ImageDraw.Draw(page)
    ink = rng.randrange(0, 60)
    for number, line in enumerate(lines):
        x, y = float(margin), margin + number * step
        for piece in re.findall(f"[{SUP}]+|[^{SUP}]+", line):
            if piece[0] in SUP:
                pen.text((x, y - px * 0.02), piece.translate(PLAIN), font=small, fill=ink)
                x += small.getlength(piece.translate(PLAIN))
            else:
                pen.text((x, y), piece, font=font, fill=ink)
                x += font.getlength(piece)
    return page


def damaged(page: Image.Image, kind: str, dpi: int, rng: random.Random) -> Image.Image:
    """Return the page as a bad scan has it."""
    if kind == "blur":
        page = page.filter(ImageFilter.GaussianBlur(dpi / 150 * rng.uniform(0.5, 1.2)))
    elif kind == "noise":
        noise = Image.effect_noise(page.size, rng.uniform(30, 90))
        page = Image.blend(page, noise, rng.uniform(0.15, 0.35)).filter(ImageFilter.GaussianBlur(0.6))
    elif kind == "jpeg":
        buffer = io.BytesIO()
        page.save(buffer, "JPEG", quality=rng.randrange(8, 30))
        page = Image.open(buffer).convert("L")
    elif kind == "low":
        small = page.resize((int(page.width * 0.62), int(page.height * 0.62)), Image.Resampling.BILINEAR)
        page = small.resize(page.size, Image.Resampling.BICUBIC)
    elif kind == "bold":
        page = page.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.GaussianBlur(0.5))
    elif kind == "thin":
        page = page.filter(ImageFilter.GaussianBlur(0.8)).point(lambda v: 0 if v < INK_LEVEL else 255)
    elif kind == "skew":
        page = page.rotate(rng.uniform(-1.2, 1.2), Image.Resampling.BICUBIC, fillcolor=255).filter(
            ImageFilter.GaussianBlur(0.5)
        )
    elif kind == "threshold":
        page = page.filter(ImageFilter.GaussianBlur(dpi / 150 * 0.7)).point(lambda v: 0 if v < 150 else 255)
    return page


INK_LEVEL = 95


def read(page: Image.Image, setting: Setting) -> str:
    """Return what Tesseract reads on the page."""
    buffer = io.BytesIO()
    page.save(buffer, "PNG", dpi=(setting.dpi, setting.dpi))
    command = ["tesseract", "-", "-", "-l", setting.lang, "--psm", "6", "--dpi", str(setting.dpi)]
    done = subprocess.run(
        command,
        input=buffer.getvalue(),
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    text = unicodedata.normalize("NFC", done.stdout.decode("utf8"))
    return re.sub(r"[^\S\n\t ]", " ", text.replace("\f", "")).strip() + "\n"


def unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def kind_of(read: str, true: str) -> str:
    """Return the kind of an error, as the benchmarks name them."""
    plain = str.maketrans("’‘“”–—", "''\"\"--")
    read, true = read.translate(plain), true.translate(plain)
    strip = lambda s: re.sub(r"^[^\w]+|[^\w]+$", "", s)  # noqa: E731
    if any(c in SUP for c in true):
        return "fn"
    if strip(read) == strip(true) and len(read.split()) == len(true.split()):
        return "punct"
    if "".join(read.split()) == "".join(true.split()):
        return "space"
    if len(read.split()) != len(true.split()):
        return "space+"
    if unaccented(strip(read)) == unaccented(strip(true)):
        return "diac"
    if strip(read).lower() == strip(true).lower():
        return "case"
    return "num" if sum(map(str.isdigit, true)) * 2 >= len(strip(true)) else "word"


def aligned(ocr: str, truth: str):
    """Return the differing pairs between shared spaces, and the zones that are too long to be one."""
    flat = lambda s: re.sub(r"\s", " ", s)  # noqa: E731
    a, b = flat(ocr), flat(truth)
    pairs, ignore, at, bt = [], [], 0, 0
    shared = [(0, 0)]
    for op in Levenshtein.opcodes(a, b):
        if op.tag == "equal":
            for k in range(op.src_end - op.src_start):
                if a[op.src_start + k] == " ":
                    shared.append((op.src_start + k + 1, op.dest_start + k + 1))
    shared.append((len(a) + 1, len(b) + 1))
    for (at, bt), (au, bu) in itertools.pairwise(shared):
        one, other = a[at : au - 1], b[bt : bu - 1]
        if one.split() == other.split():
            continue
        start = at + len(one) - len(one.lstrip())
        end = start + len(one.strip())
        if (
            not one.strip()
            or not other.strip()
            or len(one) > 40 + 2 * len(other)
            or len(one.split()) > 3
            or len(other.split()) > 3
        ):
            if end > start:
                ignore.append([start, end])
            continue
        if difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() < 0.3 and len(one) > 3:
            ignore.append([start, end])
            continue
        pairs.append([start, end, ocr[start:end], " ".join(other.split())])
    return pairs, ignore


def with_notes(paragraphs: list[str], rng: random.Random) -> list[str]:
    """Return the paragraphs with marks of notes at some words, and the notes behind them."""
    if any(c in SUP for p in paragraphs for c in p) or rng.random() < 0.45:
        return paragraphs
    number = rng.choice((1, 1, 1, 2, 5, 9))
    out, notes = [], []
    for paragraph in paragraphs:
        words = paragraph.split()
        for i in range(4, len(words)):
            if (
                rng.random() < (0.06 if words[i][-1] in ".;," else 0.008)
                and words[i][-1].isalnum() | (words[i][-1] in ".,;")
                and len(notes) < 7
            ):
                mark = "".join(SUP[int(d)] for d in str(number))
                words[i] += mark
                notes.append(f"{mark} {rng.choice(NOTES)}")
                number += 1
        out.append(" ".join(words))
    return [*out, *notes]


def make_page(
    doc: str, paragraphs: list[str], fonts: dict[str, str], rng: random.Random
) -> dict[str, object]:
    """Return one page: set, damaged, read and aligned."""
    name = rng.choice(list(fonts))
    setting = Setting(
        name,
        fonts[name],
        rng.choice((9, 9.5, 10, 10, 10.5, 11, 12)),
        rng.choice((110, 130, 150, 150, 170, 200)),
        rng.choice(DAMAGE),
        rng.choice(("nld", "eng")),
    )
    font = ImageFont.truetype(setting.path, setting.pt * setting.dpi / 72)
    lines, broken = set_lines(
        with_notes(paragraphs, rng), font.getlength, setting.dpi * rng.uniform(4.8, 6.6), rng, 46
    )
    page = damaged(draw(lines, setting, rng), setting.damage, setting.dpi, rng)
    ocr, truth = read(page, setting), "\n".join(lines)
    pairs, ignore = aligned(ocr, truth)
    return {
        "doc": doc,
        "page": 1,
        "lang": setting.lang,
        "deg": setting.damage,
        "dpi": setting.dpi,
        "font": name,
        "pt": setting.pt,
        "ocr": ocr,
        "truth": truth,
        "pairs": pairs,
        "kinds": [kind_of(p[2], p[3]) for p in pairs],
        "ignore": ignore,
        "hyph": broken,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("texts", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    fonts = font_files()
    texts = [json.loads(line) for line in arguments.texts.read_text("utf8").splitlines()]
    with arguments.target.open("a", encoding="utf8") as target:
        for number in range(arguments.pages):
            row = texts[(number * 7 + arguments.seed) % len(texts)]
            paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", row["text"]) if p.strip()]
            start = rng.randrange(max(1, len(paragraphs) - 5))
            page = make_page(row["doc"], paragraphs[start:], fonts, rng)
            target.write(json.dumps(page, ensure_ascii=False) + "\n")
            target.flush()


if __name__ == "__main__":
    main()
