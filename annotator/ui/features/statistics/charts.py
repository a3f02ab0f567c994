"""From counts to charts: names in the screen's language, rows in an order that says something."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from annotator.core.codebook import Codebook
from annotator.core.correction_kinds import CORRECTION_KINDS, correction_kind
from annotator.core.document import ORIGINS, STATES
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.statuses import STATUSES
from annotator.storage.letter_list import LetterFilter
from annotator.storage.statistics import PairRow, Statistics
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.chart import Chart, ChartRow
from annotator.ui.widgets.status import status_name

translate = QCoreApplication.translate
_MOST_COLUMNS = 62
_MOST_ANALYSTS = 5
_NAMES = {
    "typed": QT_TRANSLATE_NOOP("Charts", "typed"),
    "suggestion": QT_TRANSLATE_NOOP("Charts", "suggestion"),
    "everywhere": QT_TRANSLATE_NOOP("Charts", "everywhere"),
    "rule": QT_TRANSLATE_NOOP("Charts", "rule"),
    "confirmed": QT_TRANSLATE_NOOP("Charts", "confirmed"),
    "proposed": QT_TRANSLATE_NOOP("Charts", "proposed"),
    "absent": QT_TRANSLATE_NOOP("Charts", "not in the letter"),
    "corrections": QT_TRANSLATE_NOOP("Charts", "corrections"),
    "sections": QT_TRANSLATE_NOOP("Charts", "sections"),
    "passages": QT_TRANSLATE_NOOP("Charts", "passages"),
    "values": QT_TRANSLATE_NOOP("Charts", "values"),
}
Titles = tuple[str, str, str, str]  # per day, week, month, year
_MADE = ("corrections", "sections", "passages", "values")


def _name(key: str) -> str:
    return translate("Charts", _NAMES[key]) if key in _NAMES else key


def _kind_name(kind_id: str) -> str:
    kind = correction_kind(kind_id)
    return translated(kind.named(kind.plural))


def charts_of(found: Statistics, codebook: Codebook, language: str) -> tuple[Chart, ...]:
    """Return the charts of a project's statistics."""
    return (
        _stacked(
            translate("Charts", "Corrections by kind and origin"),
            found.corrections,
            CORRECTION_KINDS,
            ORIGINS,
            _kind_name,
            lambda kind: LetterFilter(kind=kind),
        ),
        _tags(found, codebook, language),
        _fields(found, codebook, language),
        _analysts(found),
        over_time(found.days),
    )


def overview_charts(found: Statistics) -> tuple[Chart, ...]:
    """Return the charts below the overview: by status, and by whom letters were done, and when."""
    counts: dict[str, int] = {}
    for _, analyst, count in found.done:
        counts[analyst] = counts.get(analyst, 0) + count
    rows = tuple(
        ChartRow(name or translate("Charts", "(no name)"), (counts[name],), LetterFilter(done_by=name))
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    )
    charts = [_statuses(found)]
    if rows:
        charts.append(Chart(translate("Charts", "Letters done, by whom"), rows))
        charts.append(over_time(found.done, _done_titles(), lambda days: LetterFilter(done_days=days)))
    return tuple(charts)


def _statuses(found: Statistics) -> Chart:
    counts = dict(found.statuses)
    rows = tuple(
        ChartRow(status_name(status), (counts.get(status, 0),), LetterFilter(status=status))
        for status in STATUSES
    )
    note = filled(
        translate("Charts", "{letters:letter|letters}, {pages:page|pages}"),
        letters=found.letters,
        pages=found.pages,
    )
    return Chart(translate("Charts", "Letters by status"), rows, note=note)


def _stacked(
    title: str,
    rows: Sequence[PairRow],
    keys: Sequence[str],
    parts: Sequence[str],
    name: Callable[[str], str],
    leads: Callable[[str], LetterFilter],
    note: str = "",
) -> Chart:
    """Return a chart of pairs: a row for each key (also those without any), a series for each part in use."""
    used = [part for part in parts if any(row[1] == part for row in rows)] or list(parts[:1])
    counts = {(key, part): count for key, part, count in rows}
    shown = [*keys, *dict.fromkeys(row[0] for row in rows if row[0] not in keys)]
    return Chart(
        title,
        tuple(
            ChartRow(name(key), tuple(counts.get((key, part), 0) for part in used), leads(key))
            for key in shown
        ),
        tuple(map(_name, used)),
        note or _total_note(rows),
    )


def _total_note(rows: Sequence[PairRow]) -> str:
    return filled(translate("Charts", "{n:,} in all"), n=sum(row[2] for row in rows))


def _tags(found: Statistics, codebook: Codebook, language: str) -> Chart:
    names = {tag.id: tag.name(language) for tag in codebook.tags}
    used = list(dict.fromkeys(row[0] for row in found.tags))
    idle = [tag.id for tag in codebook.tags if tag.id not in used and not tag.retired]
    return _stacked(
        translate("Charts", "Tags, and how often"),
        found.tags,
        [*used, *idle],
        _states(),
        lambda tag: names.get(tag, tag),
        lambda tag: LetterFilter(tag=tag),
    )


def _states() -> tuple[str, ...]:
    return tuple(reversed(STATES))  # confirmed first


def _fields(found: Statistics, codebook: Codebook, language: str) -> Chart:
    leaves = codebook.value_fields()
    names = {leaf.id: _field_name(codebook, leaf.id, language) for leaf in leaves}
    note = filled(
        translate("Charts", "In how many of {letters:letter|letters} a field has a value"),
        letters=found.letters,
    )
    return _stacked(
        translate("Charts", "Fields that are filled in"),
        found.fields,
        [leaf.id for leaf in leaves],
        ("confirmed", "absent", "proposed"),
        lambda field: names.get(field, field),
        lambda field: LetterFilter(field=field),
        note,
    )


def _field_name(codebook: Codebook, field_id: str, language: str) -> str:
    group, _, part = field_id.partition(".")
    leaf, whole = codebook.field(field_id), codebook.field(group)
    name = leaf.name(language) if leaf else field_id
    return f"{whole.name(language)}: {name}" if part and whole else name


def _analysts(found: Statistics) -> Chart:
    names = list(dict.fromkeys(row[0] for row in found.analysts))
    return _stacked(
        translate("Charts", "What each analyst made"),
        found.analysts,
        names,
        _MADE,
        lambda name: name or translate("Charts", "(no name)"),
        lambda name: LetterFilter(analyst=name),
    )


def _change_titles() -> Titles:
    return (
        translate("Charts", "Changes per day"),
        translate("Charts", "Changes per week"),
        translate("Charts", "Changes per month"),
        translate("Charts", "Changes per year"),
    )


def _done_titles() -> Titles:
    return (
        translate("Charts", "Letters done per day"),
        translate("Charts", "Letters done per week"),
        translate("Charts", "Letters done per month"),
        translate("Charts", "Letters done per year"),
    )


def over_time(
    days: Sequence[PairRow],
    titles: Titles | None = None,
    leads: Callable[[tuple[str, str]], LetterFilter] = lambda days: LetterFilter(days=days),
) -> Chart:
    """Return what was done per day; per week or month where there are many days."""
    totals: dict[str, int] = {}
    for _, analyst, count in days:
        totals[analyst] = totals.get(analyst, 0) + count
    most = sorted(totals, key=lambda name: (-totals[name], name))
    named = most[:_MOST_ANALYSTS] if len(most) > _MOST_ANALYSTS + 1 else most
    series = [*named, *(["\0"] if len(most) > len(named) else [])]  # all others together
    counts = {day: dict.fromkeys(series, 0) for day in _all_days(days)}
    for day, analyst, count in days:
        counts[day][analyst if analyst in named else "\0"] += count
    title, label = _label_for(list(counts), titles or _change_titles())
    ends = {label(day): (day, day) for day in reversed(counts)}  # the first day of each
    ends |= {label(day): (ends[label(day)][0], day) for day in counts}
    rows = tuple(
        ChartRow(name, tuple(parts[one] for one in series), leads(ends[name]))
        for name, parts in _by(label, counts).items()
    )
    names = tuple(
        translate("Charts", "others") if name == "\0" else name or translate("Charts", "(no name)")
        for name in series
    )
    return Chart(title, rows, names or ("",), _total_note(days), over_time=True)


def _all_days(days: Sequence[PairRow]) -> list[str]:
    """Return all days from the first to the last, those without work too."""
    if not days:
        return []
    first, last = date.fromisoformat(days[0][0]), date.fromisoformat(days[-1][0])
    if (last - first).days > 366 * 100:  # a clock that was wrong: no empty century is drawn
        return list(dict.fromkeys(day for day, _, _ in days))
    return [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]


def _label_for(days: Sequence[str], titles: Titles) -> tuple[str, Callable[[str], str]]:
    """Return the title, and what a day is shown as: itself, its week, month or year, so that there are not
    too many columns."""
    ways = tuple(zip(titles, (_day, _week, _month, _year), strict=True))
    fitting = (way for way in ways if len(set(map(way[1], days))) <= _MOST_COLUMNS)
    return next(fitting, ways[-1])


def _by(label: Callable[[str], str], counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Return the counts of days, added up by what the label says of a day."""
    grouped: dict[str, dict[str, int]] = {}
    for day, parts in counts.items():
        into = grouped.setdefault(label(day), dict.fromkeys(parts, 0))
        for name, count in parts.items():
            into[name] += count
    return grouped


def _year(day: str) -> str:
    return day[:4]


def _day(day: str) -> str:
    return QLocale().toString(QDate.fromString(day, "yyyy-MM-dd"), "d MMM yyyy").replace(".", "")


def _week(day: str) -> str:
    monday = date.fromisoformat(day)
    return _day((monday - timedelta(days=monday.weekday())).isoformat())


def _month(day: str) -> str:
    return QLocale().toString(QDate.fromString(day, "yyyy-MM-dd"), "MMM yyyy").replace(".", "")
