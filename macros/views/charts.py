"""Charts: the roles of a body over time, the whole record and each year by month and kind of event.

In: a desk and a body, a year or nothing. Out: `Chart` values, each of which a list or a table on the page repeats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros import dates
from macros.atlas import EventEntry
from macros.views.desk import Desk
from macros.views.strips import AREA, NAME, TOP, Bar, Chart, Mark, StripRow, by_month, chart_height, monthly, percent
from macros.views.timelines import FEWEST, QUARTERS, across

RARE = 4  # events below which a kind has no row of its own


def roles_chart(desk: Desk, name: str) -> Chart | None:
    """The roles of a body by month, or None where it has too few events."""
    atlas, tongue = desk.atlas, desk.tongue
    roles = atlas.roles_of.get(name, {})
    if len(roles) < FEWEST:
        return None
    rows = []
    for role in (*atlas.words["role"], "refuses"):
        events = [atlas.events[event] for event, had in roles.items() if role in had]
        if events:
            label = tongue.ui("role_refuses") if role == "refuses" else tongue.word("role", role)
            rows.append((label, events))
    return monthly(desk, "roles", tongue.ui("roles_title", name=tongue.name(name)), rows)


def _kinds(desk: Desk, events: Sequence[EventEntry]) -> list[tuple[str, list[EventEntry]]]:
    """Events by kind, the most frequent first."""
    found: dict[str, list[EventEntry]] = {}
    for event in events:
        found.setdefault(event.record.type, []).append(event)
    order = sorted(found, key=lambda kind: (-len(found[kind]), kind))
    return [(desk.tongue.word("event-type", kind), found[kind]) for kind in order]


def record_chart(desk: Desk) -> Chart | None:
    """The whole record by month and kind of event; rare kinds together, which the table tells apart."""
    kinds = _kinds(desk, desk.atlas.timeline())
    rare = [event for _, events in kinds if len(events) < RARE for event in events]
    rows = [(name, events) for name, events in kinds if len(events) >= RARE]
    rows += [(desk.tongue.ui("record_rare"), rare)] if rare else []
    return monthly(desk, "record", desk.tongue.ui("record_title"), rows, desk.tongue.ui("record_all"))


@dataclass(frozen=True, slots=True)
class KindTable:
    """The same as the picture of the whole record, in numbers: kinds by year."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def kind_table(desk: Desk) -> KindTable:
    """How many events of each kind begin in each year."""
    kinds = _kinds(desk, desk.atlas.timeline())
    counted = [(name, by_month(events)) for name, events in kinds]
    years = sorted({year for _, months in counted for year, _ in months})
    rows = []
    for name, months in counted:
        cells = [sum(n for (year, _), n in months.items() if year == one) for one in years]
        rows.append((name, tuple(str(n) if n else "" for n in cells)))
    return KindTable(tuple(str(year) for year in years), tuple(rows))


def year_chart(desk: Desk, year: int, events: Sequence[EventEntry]) -> Chart:
    """One year by month and kind, the number of events above each bar."""
    rows = []
    counted = [(name, by_month(found)) for name, found in _kinds(desk, events)]
    most = max((n for _, months in counted for n in months.values()), default=1)
    each = 100 / 12
    for at, (name, months) in enumerate(counted):
        foot = TOP + (at + 1) * (NAME + AREA)
        bars = []
        for (_, month), n in sorted(months.items()):
            height = max(3, round(n / most * AREA))
            start, width = (month - 1) * each + each * 0.2, each * 0.45
            left = start if desk.lang == "en" else 100 - start - width
            beside = start + width + 0.6
            bars.append(Bar(percent(left), percent(width), foot - height, height, str(n), across(desk, beside)))
        rows.append(StripRow(foot - AREA - 4, name, tuple(bars)))
    marks = tuple(
        Mark(
            across(desk, (m - 1) * each),
            dates.month_name(m, desk.lang) if m in QUARTERS else "",
            across(desk, (m - 1) * each + 1),
        )
        for m in range(1, 13)
    )
    title = desk.tongue.ui("year_title", year=year)
    return Chart(f"year-{year}", title, chart_height(len(rows)), across(desk, 0), tuple(rows), marks, "start")
