"""Ways to misuse the command line: what is given to which command, and in what world it is run."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from annotator.cli.names import COMMANDS

# What each command takes: the kinds of its arguments. `?` may be left out, `*` given several times.
_USES: dict[str, tuple[str, ...]] = {
    "new": ("new", "--codebook? book", "--language? language", "--analyst? text"),
    "import": (
        *("project", "letters*", "--password? text", "--pages? pages", "--ocr? ocr", "--no-proposals?"),
        *("--where? where", "--analyst? text"),
    ),
    "import-project": ("project", "qda", "--analyst? text"),
    "recognise": (
        *("project", "--letter? number", "--page? number", "--all?", "--dry-run?", "--password? text"),
        "--analyst? text",
    ),
    "read-twice": ("project", "--letter? number", "--all?", "--password? text", "--analyst? text"),
    "notes": ("project", "--letter? number", "--json?"),
    "reread": ("project", "letter", "--letter number", "--reading? number", "--dry-run?", "--anyway?"),
    "readings": ("project", "--letter number", "--json?"),
    "export": (
        *("project", "--format format", "--out out", "--letter? number", "--letter? number", "--confirmed?"),
        *("--names? names", "--choose? choice", "--language? language", "--hide?", "--force?"),
    ),
    "bulk": (
        *("letters*", "--out set", "--workers? workers", "--learnt? path", "--codebook? book"),
        *("--ocr? ocr", "--language? language"),
    ),
    "suspects": ("letters*", "--json?", "--language? language", "--no-images?"),
    "outline": ("letters*", "--json?"),
    "check": ("project", "--backups?", "--folder? path"),
    "backup": ("project", "new", "--force?"),
    "backups": ("project", "--folder? path"),
    "restore": ("backup", "new"),
    "screenshot": ("project", "--out picture", "--letter? number", "--size? size", "--dark?", "--force?"),
    "install-desktop": ("--remove?",),
}
_GOOD = {
    "new": (b"N.kant", b"map/N.kant"),
    "picture": (b"N.png", b"map/N.png"),
    "project": (b"P.kant",),
    "letters": (b"brief.txt", b"map"),
    "letter": (b"brief.txt",),
    "qda": (b"boek.toml",),
    "pages": (b"each", b"name"),
    "ocr": (b"never", b"auto"),
    "names": (b"kept", b"pseudonyms", b"left_out"),
    "choice": (b"form=spacy", b"packing=zip"),
    "path": (b"map",),
    "out": (b"uit",),
    "backup": (b"BACKUP",),
    "book": (b"boek.toml",),
    "format": (b"txt", b"reflow", b"ocr", b"json", b"csv", b"csv-semicolon", b"jsonl", b"html"),
    "number": (b"1", b"2"),
    "size": (b"400x300",),
    "language": (b"nl", b"en"),
    "text": (b"jan",),
    "where": (b"letter_date > '2020'", b"page_count = 1"),
    "workers": (b"1",),
    "set": (b"tabellen",),
}
# `NUL`, `FULL` and `ZERO` are devices in the folder itself, so that none of the machine's is ever spoilt.
_NAMES = (
    b"", b".", b"-", b"--", b"-x", b"~", b"nothing", b"nothing/at/all", b"nothing.kant", b"brief.txt/x",
    b"P.kant", b"Q.kant", b"brief.txt", b"map", b"map/", b"leeg", b"empty.kant", b"empty.txt", b"other.db",
    b"other.kant", b"cut.kant", b"garbage.kant", b"fifo", b"fifo.kant", b"fifo.txt", b"socket.kant",
    b"folder.kant", b"loop", b"loop.kant", b"broken.kant", b"to_zero.txt", b"hard.kant", b"P.kant-wal",
    b".P.kant.lock", b"NUL", b"FULL", b"ZERO", b"NUL/x", b"ZERO.kant", b"/proc/nothing.kant",
    b"a\xff\xfe.txt", b"a\x1b]0;x\x07.txt", b"new\nline.txt", b"n\xffw.kant", b"x" * 255,
    b"x" * 251 + b".kant", b"x" * 300, b"y/" * 2100 + b"z", b"BACKUP", b"shut.kant", b"shut.txt",
    b"shut/x.kant", b"boek.toml", b"\xe2\x80\xaegnp.kant", b"http://x/y.kant", b"C:\\x.kant", b"*.kant",
    b"%s%n", b"{0}", b"$HOME", b"deep.toml", b"bad.toml",
)  # fmt: skip
_WORDS = (
    b"", b" ", b"0", b"-1", b"1", b"00001", b"1.5", b"1e3", b"nan", b"\xc2\xb2", b"\xd9\xa3", b"9" * 19,
    b"9" * 21, b"9" * 5000, b"0x10", b"1_000", b"+1", b" 1", b"1;2", b"True", b"\xff", b"\xed\xa0\x80",
    b"\x1b[31m", b"a\nb", b"nl", b"NL", b"fr", b"../nl", b"/nl", b"txt", b"TXT", b"docx", b"txt,json",
    b"\xc2\xb200x300", b"0x0", b"-5x10", b"99999999x9", b"400x300", b"400X300", b"400", b"x", b"400x",
    b"400x300x2", b"400*300", b" 400x300", b"400x300\n", b"8001x200", b"--help", b"--", b"-h", b"x" * 100_000,
    b"\xe2\x80\xae", b"'; DROP TABLE letters; --", b"\xf0\x9f\x92\xa9",
)  # fmt: skip


_CHOSEN = ("number", "size", "language", "text", "format", "pages", "ocr", "names", "choice")


@dataclass(frozen=True)
class Misuse:
    """A command line, and the world that it is run in."""

    arguments: tuple[bytes, ...]
    environment: dict[str, str | None] = field(default_factory=dict)
    stdout: str = "pipe"
    stderr: str = "pipe"
    memory: int = 0  # megabytes of address space
    signal_after: float = 0.0
    without_rights: bool = False

    def __str__(self) -> str:
        shown = [argument[:60] + (b"..." if len(argument) > 60 else b"") for argument in self.arguments]
        world = [f"{k}={v}" for k, v in self.environment.items()]
        world += [f"stdout={self.stdout}"] * (self.stdout != "pipe") + [f"stderr={self.stderr}"] * (
            self.stderr != "pipe"
        )
        world += [f"{self.memory} MB"] * bool(self.memory) + ["without rights"] * self.without_rights
        world += [f"SIGINT after {self.signal_after:.3f} s"] * bool(self.signal_after)
        return f"{shown} {' '.join(world)}"


# --- the misuses -------------------------------------------------------------------------------------------


def misuses(seed: int, rounds: int) -> Iterator[Misuse]:
    """Yield misuses, the same ones for the same seed."""
    for number in range(rounds):
        chance = random.Random(f"{seed}/{number}")
        yield _misuse(chance)


def _misuse(chance: random.Random) -> Misuse:
    arguments = tuple(_arguments(chance, spoilt=chance.random() < 0.7))
    made = Misuse(arguments)
    if chance.random() < 0.5:
        return made
    return chance.choice(_WORLDS)(chance, arguments)


def _arguments(chance: random.Random, *, spoilt: bool) -> list[bytes]:
    command = chance.choice(list(COMMANDS))
    parts = [part for use in _USES[command] if (part := list(_part(chance, use, 0.4 if spoilt else 0.0)))]
    if spoilt and chance.random() < 0.25:
        chance.choice(_SPOILING)(chance, parts)
    given = [command.encode(), *(word for part in parts for word in part)]
    if spoilt and chance.random() < 0.08:
        given[0] = chance.choice((command[:-1], command.upper(), f"{command}s", f"--{command}")).encode()
    return given


def _part(chance: random.Random, use: str, spoilt: float) -> Iterator[bytes]:
    option, _, kind = use.rpartition(" ")
    if not option and kind.startswith("--"):
        option, kind = kind, ""
    if option.endswith("?") and chance.random() < 0.5:
        return
    if option:
        yield option.rstrip("?").encode()
    for _ in range(chance.randint(1, 3) if kind.endswith("*") else bool(kind)):
        name = kind.rstrip("*")
        odd = _WORDS if name in _CHOSEN else _NAMES
        yield chance.choice(odd if chance.random() < spoilt else _GOOD[name])


def _twice(chance: random.Random, parts: list[list[bytes]]) -> None:
    if parts:
        parts.append(chance.choice(parts))


def _left_out(chance: random.Random, parts: list[list[bytes]]) -> None:
    if parts:
        parts.pop(chance.randrange(len(parts)))


def _value_left_out(chance: random.Random, parts: list[list[bytes]]) -> None:
    if parts:
        parts[-1] = parts[-1][:-1]


def _unknown(chance: random.Random, parts: list[list[bytes]]) -> None:
    odd = (b"--no-such", b"-z", b"--forse", b"--out=", b"--\xff", b"---", b"--json=1", b"--help=x", b"--=")
    parts.insert(chance.randint(0, len(parts)), [chance.choice(odd)])


def _other_word(chance: random.Random, parts: list[list[bytes]]) -> None:
    parts.insert(chance.randint(0, len(parts)), [chance.choice((*_WORDS, *_NAMES))])


def _mixed(chance: random.Random, parts: list[list[bytes]]) -> None:
    chance.shuffle(parts)


_SPOILING: tuple[Callable[[random.Random, list[list[bytes]]], None], ...] = (
    _twice, _left_out, _value_left_out, _unknown, _other_word, _mixed,
)  # fmt: skip


def _without_home(chance: random.Random, arguments: tuple[bytes, ...]) -> Misuse:
    value = chance.choice((None, "", "/nonexistent", "relative", "/dev/null", "/proc"))
    names = ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR")
    changed: dict[str, str | None] = dict.fromkeys(chance.sample(names, chance.randint(1, 5)), value)
    return Misuse(arguments, changed, without_rights=chance.random() < 0.3)


def _other_encoding(chance: random.Random, arguments: tuple[bytes, ...]) -> Misuse:
    odd: tuple[dict[str, str | None], ...] = (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "nonsense", "LANG": "nonsense"},
        {"PYTHONIOENCODING": "latin-1"},
    )
    return Misuse(arguments, chance.choice(odd))


def _no_output(chance: random.Random, arguments: tuple[bytes, ...]) -> Misuse:
    kinds = ("pipe", "closed", "full", "broken")
    return Misuse(arguments, stdout=chance.choice(kinds[1:]), stderr=chance.choice(kinds))


def _little_memory(chance: random.Random, arguments: tuple[bytes, ...]) -> Misuse:
    return Misuse(arguments, memory=chance.choice((30, 60, 100, 150, 200, 300, 500)))


def _interrupted(chance: random.Random, arguments: tuple[bytes, ...]) -> Misuse:
    return Misuse(arguments, signal_after=chance.uniform(0.04, 1.2))


def _without_rights(chance: random.Random, arguments: tuple[bytes, ...]) -> Misuse:
    return Misuse(arguments, without_rights=True)


_WORLDS: tuple[Callable[[random.Random, tuple[bytes, ...]], Misuse], ...] = (
    _without_home, _other_encoding, _no_output, _little_memory, _interrupted, _without_rights,
)  # fmt: skip
