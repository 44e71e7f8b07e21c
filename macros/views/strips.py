"""Strips: what every picture along time shares: where a day lies, and rows of bars over years or months.

In: days, and rows that are already counted. Out: a `Chart`, measured across in per cent of the width and down in
pixels, so that letters keep their size. Time runs as the language is read: to the left in Arabic.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from macros.atlas import EventEntry
from macros.dates import When
from macros.views.desk import Desk

NAME, AREA, TOP = 17, 15, 18  # pixels: the line of a row's name, its bars, the years above all rows
LONG = 12  # rows from which the years stand below, too
LEAST = 0.8  # per cent of the width: the narrowest bar the eye finds


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its left side and width, its upper side and height, and the number above it, if any."""

    x: str
    width: str
    y: int
    height: int
    text: str = ""
    text_x: str = ""


@dataclass(frozen=True, slots=True)
class StripRow:
    """A row: where its name stands, and its bars."""

    y: int
    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across all rows, and the word above it, which has a spot of its own."""

    x: str
    text: str
    text_x: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows over time; `edge` is the side where lines of text start, `anchor` how the words above are put."""

    id: str
    title: str
    height: int
    edge: str
    rows: tuple[StripRow, ...]
    marks: tuple[Mark, ...]
    anchor: str = "middle"

    @property
    def long(self) -> bool:
        """Whether the picture is so high that its years should stand below, too."""
        return len(self.rows) > LONG


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of whole years, as wide as the picture, in the direction of a language."""

    first: int
    last: int
    lang: str

    def part(self, day: date) -> float:
        """How far into the stretch a day lies, 0 to 100, in reading direction."""
        years = self.last - self.first + 1
        whole = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
        return 100 * (day.year - self.first + (day.timetuple().tm_yday - 1) / whole) / years

    def x(self, part: float, width: float = 0) -> str:
        """The left side of something that begins there in reading direction."""
        return percent(part if self.lang == "en" else 100 - part - width)

    def bar(self, start: float, end: float, y: int, height: int) -> Bar:
        """A bar between two parts, at least as wide as the eye needs."""
        width = max(end - start, LEAST)
        start = min(start, 100 - width)
        return Bar(self.x(start, width), percent(width), y, height)


def percent(number: float) -> str:
    """A part of the width, to a tenth."""
    return f"{round(number, 1):g}%"


def ends(when: When) -> tuple[date, date] | None:
    """The first and last day of a date; an open end is its other end."""
    first, last = when.first or when.last, when.last or when.first
    return (first, last) if first and last else None


def stretch(desk: Desk, dates: Iterable[When]) -> Stretch | None:
    """The years some dates lie in."""
    years = [day.year for when in dates for day in (ends(when) or ())]
    return Stretch(min(years), max(years), desk.lang) if years else None


def years(over: Stretch) -> tuple[Mark, ...]:
    """A line at the start of each year, its number in the middle of it: every second one where they are many."""
    count = over.last - over.first + 1
    step = 1 if count <= 8 else 2
    each = 100 / count
    return tuple(
        Mark(over.x(n * each), str(over.first + n) if n % step == 0 else "", over.x((n + 0.5) * each))
        for n in range(count)
    )


Counted = tuple[str, Sequence[EventEntry]]


def monthly(desk: Desk, id_: str, title: str, rows: Sequence[Counted], total: str = "") -> Chart | None:
    """Rows of events counted by the month of their earliest date; all have one scale but a first row of the `total`."""
    over = stretch(desk, (event.when for _, events in rows for event in events))
    if over is None:
        return None
    counted = [(name, len(events), by_month(events)) for name, events in rows]
    tops = [max((n for _, _, months in counted for n in months.values()), default=1)] * len(counted)
    if total:
        whole = [event for _, events in rows for event in events]
        counted.insert(0, (total, len(whole), by_month(whole)))
        tops.insert(0, max(counted[0][2].values()))
    made, width = [], 100 / (over.last - over.first + 1) / 12
    for at, ((name, count, months), most) in enumerate(zip(counted, tops, strict=True)):
        foot = TOP + (at + 1) * (NAME + AREA)
        bars = []
        for (year, month), n in sorted(months.items()):
            start = 100 * (year - over.first + (month - 1) / 12) / (over.last - over.first + 1)
            height = max(4, round(math.sqrt(n / most) * AREA))  # so that one great month does not flatten the rest
            bars.append(over.bar(start, start + width, foot - height, height))
        label = f"{name}{desk.tongue.comma}{desk.tongue.count('events', count)}"
        made.append(StripRow(foot - AREA - 4, label, tuple(bars)))
    return Chart(id_, title, chart_height(len(made)), over.x(0), tuple(made), years(over))


def chart_height(rows: int, each: int = NAME + AREA) -> int:
    """The height of a picture of so many rows."""
    return TOP + rows * each + (TOP if rows > LONG else 2)


def by_month(events: Iterable[EventEntry]) -> dict[tuple[int, int], int]:
    """How many events begin in each month."""
    found: dict[tuple[int, int], int] = {}
    for event in events:
        days = ends(event.when)
        if days:
            found[days[0].year, days[0].month] = found.get((days[0].year, days[0].month), 0) + 1
    return found
