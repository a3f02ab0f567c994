"""The engine: what the parts find in a letter, put in order and made disjoint.

It is made for Dutch. For another language it has that language's words, the weights that were fitted on Dutch
pages, and none of the rules that speak of Dutch words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from annotator.core.folding import fold_signs, plain_signs
from annotator.language import reasons
from annotator.language.breaks import FalseBreak, false_breaks
from annotator.language.candidates import Candidates, Near
from annotator.language.channel import Channel
from annotator.language.codes import codes
from annotator.language.evidence import LetterEvidence, of_letter
from annotator.language.foot_notes import foot_notes
from annotator.language.foreign_signs import foreign_signs
from annotator.language.forms import HALF_WORDS
from annotator.language.glued import glued
from annotator.language.interface import Here, LearntState, Reason, Stretch, Suggestion, Suspect
from annotator.language.learnt import Learnt
from annotator.language.lexicon import Lexicon, read_json, with_fallback
from annotator.language.line_ends import BrokenWord, broken_words, readings_of
from annotator.language.mark_suspects import marked_suspect, of_figure, with_marks
from annotator.language.marks import Marks, StrayMark
from annotator.language.numbers import misread_numbers, roman_bars
from annotator.language.signs import in_plain_signs, placed
from annotator.language.spacing import Finding, odd_spaces
from annotator.language.tokens import Words, never_looked_at
from annotator.language.torn import Torn, torn_at_hyphens, torn_numbers
from annotator.language.unreadable import unreadable
from annotator.language.version import VERSION
from annotator.language.words import WordDoubts
from annotator.resources import resource_path

__all__ = ["VERSION", "SuspectEngine"]

_WINDOW = 2_000  # signs on either side of a place; lines may be endless
_HALVES = re.compile(r"(\S+?)[-\u00ad]?[^\S\n]*\n\s*(\S+)", re.DOTALL)


class SuspectEngine:
    """Finds suspects in letters; reads its word lists when first asked. Not for two threads at once."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource_path("words/nl")
        self._lexicon = Lexicon(self._folder)
        self._learnt: Learnt | None = None
        self._last: tuple[str, Learnt, Learnt] | None = None  # a text, all learnt, and its letter's

    @property
    def version(self) -> str:
        """Return what changes when the answers do."""
        return VERSION

    @cached_property
    def _doubts(self) -> WordDoubts:
        return WordDoubts(with_fallback(self._folder, "words.json"), self._lexicon)

    @cached_property
    def _marks(self) -> Marks:
        return Marks(read_json(with_fallback(self._folder, "marks.json")))

    @cached_property
    def _general(self) -> Candidates:
        return Candidates(
            self._lexicon, Channel.general(with_fallback(self._folder, "channel.json")), Near(self._lexicon)
        )

    def is_word(self, word: str, state: LearntState) -> bool:
        """Tell whether the word can stand in a letter as it is."""
        learnt = self._ready(state)
        word = plain_signs(word)
        return learnt.is_project_word(word) or never_looked_at(word) or self._lexicon.knows(word)

    def suspects(
        self, text: str, state: LearntState, here: Sequence[Here] = (), apart: Sequence[Stretch] = ()
    ) -> list[Suspect]:
        """Return the suspects of the text in order, disjoint; places judged right here are none."""
        folded = fold_signs(text)
        letter = LetterEvidence(Words(folded.text), self._lexicon)
        furniture = [(folded.place(start), folded.place(end)) for start, end in apart]
        found = self._suspects(letter, self._of_letter(letter, self._ready(state)), apart=furniture)
        if folded.text != text:
            found = _disjoint(placed(text, folded, found, state))
        settled = {(start, end) for start, end, reading in here if text[start:end] == reading}
        return [suspect for suspect in found if not (_is_settled(suspect, settled) or _is_in(suspect, apart))]

    def _suspects(
        self,
        letter: LetterEvidence,
        learnt: Learnt,
        within: Stretch | None = None,
        apart: Sequence[Stretch] = (),
    ) -> list[Suspect]:
        """Return the suspects; of words in the place of others only those `within` a stretch, where given."""
        words, text = letter.words, letter.words.text
        own_words = Counter(word.lower() for word in words.texts)
        found = [*unreadable(text, self._lexicon, learnt), *_formed(text)]
        if self._lexicon.is_dutch:
            foreign, taken = foreign_signs(text, self._lexicon, learnt), _Taken(found)
            found += (one for one in foreign if not taken.overlaps(one.start, one.end))
        taken = _Taken(found)
        found += (
            self._broken(text, broken, learnt)
            for broken in broken_words(text, self._lexicon, own_words, apart)
            if not taken.overlaps(broken.start, broken.end)
        )
        notes = foot_notes(text)
        marked = [
            marked_suspect(text, mark, letter.share_strange)
            for mark in (
                *map(of_figure, notes.marks),
                *self._marks.stray_marks(text, read_well=notes.read_well),
            )
            if not self._is_letter(text, mark) and not taken.overlaps(mark.start, mark.end)
        ]
        found = with_marks(found, marked)
        found = _disjoint(found)
        taken = _Taken(found)
        if self._lexicon.is_dutch:
            parted = _spaced(
                text,
                [
                    *codes(words, self._lexicon),
                    *torn_numbers(text),
                    *torn_at_hyphens(text, self._lexicon),
                    *glued(words, self._lexicon, learnt),
                ],
            )
            found = _disjoint([*found, *(one for one in parted if not taken.overlaps(one.start, one.end))])
        found += _misnumbered(text, _Taken(found))
        found += self._words(letter, _Taken(found), learnt, within)
        taken = _Taken(found)
        found += (_gap(text, gap, taken) for gap in false_breaks(text))
        return [suspect for suspect in _disjoint(found) if not learnt.leaves_alone(suspect.text)]

    def suggestions(
        self, text: str, start: int, end: int, state: LearntState, limit: int = 5
    ) -> list[Suggestion]:
        """Return what `text[start:end]` may stand for, best first, never the reading itself."""
        folded, written = fold_signs(text), text[start:end]
        text, start, end = folded.text, folded.place(start), folded.place(end)
        low, high = _lines_around(text, start, end)
        learnt = self._ready(state)
        if self._last is not None and self._last[0] == text and self._last[1] is learnt:
            learnt = self._last[2]
        else:
            learnt = self._of_letter(LetterEvidence(Words(text), self._lexicon), learnt)
        letter = LetterEvidence(Words(text[low:high]), self._lexicon)
        inside = [
            suspect
            for suspect in self._suspects(letter, learnt, within=(start - low, end - low))
            if start <= suspect.start + low and suspect.end + low <= end
        ]
        if len(inside) == 1 and (inside[0].start + low, inside[0].end + low) == (start, end):
            return list(inside[0].suggestions[:limit])
        reading = text[start:end]
        found = [
            *in_plain_signs(written),
            *_all_corrected(reading, start - low, inside),
            *self._readings(reading, learnt),
        ]
        return _distinct(found, written)[:limit]

    def _ready(self, state: LearntState) -> Learnt:
        if self._learnt is None or self._learnt.state != state:
            self._learnt = Learnt(state, self._lexicon, self._general)
        return self._learnt

    def _of_letter(self, letter: LetterEvidence, learnt: Learnt) -> Learnt:
        """Return what is learnt with the habits that the letter shows by itself."""
        text = letter.words.text
        own = of_letter(letter, self._unsettled(letter.words), self._lexicon, learnt)
        self._last = text, learnt, own
        return own

    def _unsettled(self, words: Words) -> list[int]:
        settled = self._doubts.settled
        return [number for number, word in enumerate(words.texts) if not settled(word)]

    def _broken(self, text: str, broken: BrokenWord, learnt: Learnt) -> Suspect:
        ranked = _joined(broken.readings)
        best = ranked[0].text
        if not broken.keeps_hyphen and not self._lexicon.knows(best) and not learnt.is_project_word(best):
            ranked = self._corrected(best, ranked, learnt)
        code = reasons.BROKEN_HYPHEN if broken.keeps_hyphen else reasons.BROKEN
        reason = Reason(code, {"likely": ranked[0].text})
        if broken.between:
            ranked = tuple(replace(one, text=one.text + broken.tail + broken.between) for one in ranked)
        return _suspect(text, broken.start, broken.end, "hyphen", reason, ranked)

    def _is_letter(self, text: str, mark: StrayMark) -> bool:
        """Tell whether an exclamation mark is a misread `l` instead (`onderdee!`)."""
        if text[mark.start : mark.end] != "!" or mark.starts_note:
            return False
        before = text[mark.word_start : mark.start]
        return (
            bool(before)
            and self._lexicon.knows(before + "l")
            and (not self._lexicon.knows(before) or before in HALF_WORDS)
        )

    def _corrected(
        self, whole: str, ranked: tuple[Suggestion, ...], learnt: Learnt
    ) -> tuple[Suggestion, ...]:
        """Put what a joined word that is none may stand for in front (`geéxploi-⏎teerd`)."""
        letter = LetterEvidence(Words(whole), self._lexicon)
        if len(letter.words) != 1 or letter.words.texts[0] != whole:
            return ranked
        better = self._doubts.best(letter, 0, learnt)
        if not better or better[0].score < 0.5 or " " in better[0].text:
            return ranked
        rest = 1 - better[0].score
        return (*better[:2], *(Suggestion(s.text, s.score * rest) for s in ranked))

    def _words(
        self, letter: LetterEvidence, taken: _Taken, learnt: Learnt, within: Stretch | None
    ) -> list[Suspect]:
        words, text = letter.words, letter.words.text
        numbers = [n for n in self._unsettled(words) if not taken.overlaps(*words.spans[n])]
        found: list[Suspect] = []
        torn = Torn(letter, self._lexicon, learnt).found(numbers)
        found += (one for one in _spaced(text, torn) if not taken.overlaps(one.start, one.end))
        whole = _Taken(found)
        numbers = [number for number in numbers if not whole.overlaps(*words.spans[number])]
        doubts = list(self._doubts.doubts(letter, numbers, learnt))
        doubted = {word.start for word, _, _ in doubts}
        first, end = (0, len(words)) if within is None else words.numbers_in(*within)
        others = [number for number in range(first, end) if words.spans[number][0] not in doubted]
        misplaced = self._doubts.misplaced(letter, others, learnt)
        misplaced = (
            doubt
            for doubt in misplaced
            if not any(one.overlaps(doubt[0].start, doubt[0].end) for one in (taken, whole))
        )
        for word, reason, ranked in (*doubts, *misplaced):
            kind = "space" if reason.code == reasons.RUN_TOGETHER else "word"
            found.append(_suspect(text, word.start, word.end, kind, reason, ranked))
        return _disjoint(found)

    def _readings(self, reading: str, learnt: Learnt) -> Iterable[Suggestion]:
        """Return suggestions for any selection: a word, a broken word, or several words."""
        halves = _HALVES.fullmatch(reading)
        if halves and len(reading.split()) == 2:
            return _joined(readings_of(halves[1], halves[2], self._lexicon, {}))
        parts = reading.split()
        if len(parts) != 1:
            return _whole(parts, self._lexicon)
        letter = LetterEvidence(Words(parts[0]), self._lexicon)
        if len(letter.words) != 1:
            return ()
        core = letter.words.texts[0]
        ranked = self._doubts.best(letter, 0, learnt) or self._any(core, learnt)
        return (Suggestion(reading.replace(core, s.text, 1), s.score, s.detail) for s in ranked)

    def _any(self, core: str, learnt: Learnt) -> Iterator[Suggestion]:
        """Yield what even a word may stand for: the analyst asked."""
        found = learnt.candidates.of(core).items()
        for reading, (prior, cost) in sorted(found, key=lambda item: item[1][1] - item[1][0])[:9]:
            yield Suggestion(reading, 0.3 * math.exp(min(0.0, prior - cost + 14)))


def _lines_around(text: str, start: int, end: int, lines: int = 3) -> tuple[int, int]:
    """Return the stretch of whole lines around a place that is enough to judge it."""
    low, high = start, end
    for _ in range(lines):
        low = max(0, text.rfind("\n", 0, max(0, low - 1)) + 1)
        following = text.find("\n", min(len(text), high + 1))
        high = len(text) if following < 0 else following
    return max(low, start - _WINDOW), min(high, end + _WINDOW)


def _all_corrected(reading: str, offset: int, inside: Sequence[Suspect]) -> Iterator[Suggestion]:
    """Yield the selection with the best suggestion of every suspect in it."""
    corrected, score = reading, 1.0
    for suspect in reversed(inside):
        if suspect.suggestions:
            best = suspect.suggestions[0]
            low, high = suspect.start - offset, suspect.end - offset
            corrected, score = corrected[:low] + best.text + corrected[high:], score * best.score
    if corrected != reading:
        yield Suggestion(corrected, score)


def _distinct(found: Iterable[Suggestion], reading: str) -> list[Suggestion]:
    best: dict[str, Suggestion] = {}
    for suggestion in found:
        if suggestion.text != reading:
            best.setdefault(suggestion.text, suggestion)
    return list(best.values())


class _Taken:
    """The stretches that suspects found before cover."""

    def __init__(self, found: Iterable[Suspect]) -> None:
        self._offsets = {offset for suspect in found for offset in range(suspect.start, suspect.end)}

    def overlaps(self, start: int, end: int) -> bool:
        return any(offset in self._offsets for offset in range(start, end))


def _joined(readings: Iterable[tuple[str, float]]) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(word, share) for word, share in readings)


def _whole(parts: list[str], lexicon: Lexicon) -> Iterator[Suggestion]:
    whole = "".join(parts)
    if 1 < len(parts) <= 3 and lexicon.knows(whole):
        yield Suggestion(whole, 0.6)


def _misnumbered(text: str, taken: _Taken) -> Iterator[Suspect]:
    for start, end, likely, score in misread_numbers(text):
        if not taken.overlaps(start, end):
            reason = Reason(reasons.SEQUENCE, {"reading": text[start:end], "likely": likely})
            yield _suspect(text, start, end, "word", reason, (Suggestion(likely, score),))


def _formed(text: str) -> Iterator[Suspect]:
    """Yield what its form alone tells: lost spaces, Roman numbers read as bars."""
    for start, end, likely, score in roman_bars(text):
        reason = Reason(reasons.ROMAN, {"reading": text[start:end], "likely": likely})
        yield _suspect(text, start, end, "word", reason, (Suggestion(likely, score),))
    yield from _spaced(text, odd_spaces(text))


def _spaced(text: str, found: Iterable[Finding]) -> Iterator[Suspect]:
    for start, end, code, likely, score in found:
        reason = Reason(code, {"reading": text[start:end], "likely": likely})
        kind = "space" if code in (reasons.RUN_TOGETHER, reasons.TORN_APART) else "word"
        yield _suspect(text, start, end, kind, reason, (Suggestion(likely, score),))


def _gap(text: str, gap: FalseBreak, taken: _Taken) -> Suspect:
    """Make a suspect of a false break, without the words beside it where they are suspects themselves."""
    start = gap.gap_start if taken.overlaps(gap.start, gap.gap_start) else gap.start
    end = gap.gap_end if taken.overlaps(gap.gap_end, gap.end) else gap.end
    joined = text[start : gap.gap_start].rstrip() + "\n" + text[gap.gap_end : end]
    return _suspect(text, start, end, "break", Reason(reasons.FALSE_BREAK), (Suggestion(joined, gap.likely),))


def _suspect(
    text: str, start: int, end: int, kind: str, reason: Reason, suggestions: tuple[Suggestion, ...]
) -> Suspect:
    sure = bool(suggestions) and suggestions[0].sure
    return Suspect(start, end, text[start:end], kind, reason, suggestions, sure)


def _disjoint(found: Iterable[Suspect]) -> list[Suspect]:
    """Return the suspects in order; of two that overlap the first to start stays."""
    kept: list[Suspect] = []
    for suspect in sorted(found, key=lambda suspect: (suspect.start, suspect.end)):
        if not kept or suspect.start >= kept[-1].end:
            kept.append(suspect)
    return kept


def _is_in(suspect: Suspect, apart: Iterable[Stretch]) -> bool:
    """Tell whether a suspect begins or ends in what stands apart; one may step over it."""
    return any(start <= at < end for start, end in apart for at in (suspect.start, suspect.end - 1))


def _is_settled(suspect: Suspect, settled: Iterable[Stretch]) -> bool:
    return any(start < suspect.end and suspect.start < end for start, end in settled)
