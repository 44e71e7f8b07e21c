"""Timelines: a place's events by date and state, a strip for each year, the months side by side.

In: a desk and a place. Out: a `Timeline`, which the list of events on the page repeats. Time runs as the language is
read: to the left in Arabic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros import dates
from macros.atlas import EventEntry
from macros.derive.disagreements import state
from macros.derive.figures import State
from macros.views.desk import Desk
from macros.views.events import StateView
from macros.views.strips import (
    TOP,
    Bar,
    Mark,
    ends,
    percent,
)

FEWEST = 3  # events from which a picture shows more than the list
START, WIDTH = 13.0, 86.0  # per cent of the width: where a year begins and how long it is
LANE, MARK = 13, 0.034  # pixels; the part of a year a mark takes on a phone
QUARTERS = (1, 4, 7, 10)


@dataclass(frozen=True, slots=True)
class Signs:
    """All events of one state: where each of their signs stands, as two lists, which is the shortest way to say it."""

    slug: str
    count: int
    xs: str
    ys: str


@dataclass(frozen=True, slots=True)
class YearStrip:
    """A year: its number, its line and the spans of its events."""

    year: str
    y: int
    line: int
    spans: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A place's years, one below the other, with the months above and the states that occur."""

    title: str
    height: int
    edge: str
    months: tuple[Mark, ...]
    years: tuple[YearStrip, ...]
    signs: tuple[Signs, ...]
    states: tuple[StateView, ...]


def place_timeline(desk: Desk, name: str) -> Timeline | None:
    """The timeline of a place, or None where it has too few events."""
    events = [event for event in desk.atlas.timeline(desk.atlas.events_of.get(name, ())) if ends(event.when)]
    if len(events) < FEWEST:
        return None
    spans = {event.id: days for event in events if (days := ends(event.when))}
    strips, y = [], TOP
    signs: dict[State, list[tuple[str, int]]] = {}
    for year in sorted({year for first, last in spans.values() for year in range(first.year, last.year + 1)}):
        strip, y = _year(desk, year, y, [event for event in events if _in(year, spans[event.id])], signs)
        strips.append(strip)
    found = [s for s in State if s in signs]
    return Timeline(
        title=desk.tongue.ui("timeline_title", place=desk.tongue.name(name)),
        height=y,
        edge=across(desk, 0),
        months=_quarters(desk),
        years=tuple(strips),
        signs=tuple(
            Signs(s.value, len(signs[s]), " ".join(x for x, _ in signs[s]), " ".join(str(y) for _, y in signs[s]))
            for s in found
        ),
        states=tuple(StateView(s.value, desk.tongue.ui(f"state_{s.value}"), "") for s in found),
    )


def _in(year: int, days: tuple[date, date]) -> bool:
    return days[0].year <= year <= days[1].year


def _year(
    desk: Desk, year: int, top: int, events: Sequence[EventEntry], signs: dict[State, list[tuple[str, int]]]
) -> tuple[YearStrip, int]:
    """A year's strip and where the next begins, its signs added to `signs`; events that would meet stand in lanes."""
    lanes: list[float] = []
    bars = []
    for event in events:
        first, last = ends(event.when) or (date(year, 1, 1), date(year, 1, 1))
        start = _part(max(first, date(year, 1, 1)))
        end = _part(min(last, date(year, 12, 31)))
        lane = next((n for n, taken in enumerate(lanes) if taken <= start), len(lanes))
        lanes[lane : lane + 1] = [max(start + MARK, end)]
        y = top + 6 + lane * LANE
        if end - start > MARK:
            width = (end - start) * WIDTH
            left = START + start * WIDTH
            bars.append(Bar(across(desk, left if desk.lang == "en" else left + width), percent(width), y + 5, 3))
        if first.year == year:
            at = min(start + MARK / 2, 1 - MARK / 2)
            signs.setdefault(state(desk.atlas, event), []).append((across(desk, START + at * WIDTH), y + 11))
    foot = top + 6 + max(1, len(lanes)) * LANE + 6
    return YearStrip(str(year), top + 17, foot - 3, tuple(bars)), foot


def _part(day: date) -> float:
    """How far into its year a day lies, 0 to 1."""
    return (day.timetuple().tm_yday - 1) / 366


def across(desk: Desk, part: float) -> str:
    """A distance from the side where lines start, as one from the left."""
    return percent(part if desk.lang == "en" else 100 - part)


def _quarters(desk: Desk) -> tuple[Mark, ...]:
    found = []
    for month in QUARTERS:
        x = across(desk, START + (month - 1) / 12 * WIDTH)
        found.append(Mark(x, dates.month_name(month, desk.lang), x))
    return tuple(found)
