"""The chronology: the whole record by year and month."""

from __future__ import annotations

from dataclasses import dataclass

from macros import dates
from macros.atlas import EventEntry
from macros.views.desk import Desk, Link
from macros.views.events import EventRow, event_row


@dataclass(frozen=True, slots=True)
class Month:
    """A month's events."""

    anchor: str
    title: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year in the chronology's index."""

    year: str
    href: str
    count: str
    months: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ChronologyPage:
    """The index of years."""

    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """One year by month, with its neighbours."""

    year: str
    months: tuple[Month, ...]
    before: Link | None
    after: Link | None


def years(desk: Desk) -> dict[int, dict[int, list[EventEntry]]]:
    """Events by the year and month of their earliest date; open starts by their last day."""
    found: dict[int, dict[int, list[EventEntry]]] = {}
    for event in desk.atlas.timeline():
        day = event.when.first or event.when.last
        if day:
            found.setdefault(day.year, {}).setdefault(day.month, []).append(event)
    return found


def chronology_page(desk: Desk) -> ChronologyPage:
    """The index of the chronology."""
    tongue = desk.tongue
    return ChronologyPage(
        tuple(
            Year(
                str(year),
                desk.to(f"chronology/{year}/"),
                tongue.count("events", sum(len(events) for events in months.values())),
                tuple(
                    (
                        dates.month_name(month, desk.lang),
                        desk.to(f"chronology/{year}/#m{month:02}"),
                        tongue.count("events", len(events)),
                    )
                    for month, events in sorted(months.items())
                ),
            )
            for year, months in sorted(years(desk).items())
        )
    )


def year_page(desk: Desk, year: int) -> YearPage:
    """One year of the chronology; `KeyError` when it has no events."""
    found = years(desk)
    order = sorted(found)
    at = order.index(year)

    def neighbour(n: int) -> Link | None:
        return Link(str(order[n]), desk.to(f"chronology/{order[n]}/")) if 0 <= n < len(order) else None

    return YearPage(
        year=str(year),
        months=tuple(
            Month(
                f"m{month:02}",
                f"{dates.month_name(month, desk.lang)} {year}",
                tuple(event_row(desk, e) for e in events),
            )
            for month, events in sorted(found[year].items())
        ),
        before=neighbour(at - 1),
        after=neighbour(at + 1),
    )
