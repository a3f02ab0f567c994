"""Marks of lists as Word counts them: each item gets exactly the mark that the letter has."""

from __future__ import annotations

import re

_COUNTED = re.compile("([0-9]+|[a-z])([.)])")


class Lists:
    """Gives items of lists their numbering. A list goes on as long as its marks count on by one."""

    def __init__(self) -> None:
        self._kinds: dict[str, int] = {}  # what a list looks like, with its number
        self._at: dict[int, tuple[int, int]] = {}  # by kind: the list that goes on, and what it counted to
        self._lists: list[tuple[int, int]] = []  # the kind of each list, and what it begins with

    def item(self, mark: str) -> str:
        """Return the numbering of the next item."""
        text, value = _counted(mark)
        kind = self._kinds.setdefault(text, len(self._kinds))
        going, last = self._at.get(kind, (-1, 0))
        if going < 0 or (value != last + 1 and value >= 0):
            self._lists.append((kind, value))
            going = len(self._lists) - 1
        self._at[kind] = (going, value)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{going + 1}"/></w:numPr>'

    def xml(self) -> str:
        """Return the definitions of the lists there are."""
        kinds = "".join(_kind(number, text) for text, number in self._kinds.items())
        lists = "".join(_list(number, *about) for number, about in enumerate(self._lists, 1))
        return kinds + lists


def _counted(mark: str) -> tuple[str, int]:
    """Return what a list with this mark looks like, and what the mark counts: -1 where it does not."""
    found = _COUNTED.fullmatch(mark)
    if found is None:
        return mark, -1
    counter, sign = found.groups()
    if counter.isalpha():
        return f"lowerLetter %1{sign}", ord(counter) - ord("a") + 1
    # Word would write `01.` as `1.`.
    return (f"decimal %1{sign}", int(counter)) if counter == str(int(counter)) else (mark, -1)


def _kind(number: int, text: str) -> str:
    form, _, shown = text.partition(" ")
    form, shown = (form, shown) if shown else ("bullet", text)
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _list(number: int, kind: int, begins: int) -> str:
    start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{begins}"/></w:lvlOverride>'
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{start if begins >= 0 else ""}</w:num>'
    )
