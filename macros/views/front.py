"""The front page's blocks: how much the record holds, key figures as ranges, towns by outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros import addresses
from macros.derive.figures import key_figure
from macros.views.desk import Desk, Link
from macros.views.events import FigureView, figure_view
from macros.views.lists import Group, places_page


@dataclass(frozen=True, slots=True)
class FrontFigure:
    """A key figure: the town, the event, its day, the range."""

    place: Link
    event: Link
    when: str
    figure: FigureView


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front page; the figures by year."""

    holds: str
    figures: tuple[tuple[str, str, tuple[FrontFigure, ...]], ...]
    outcomes: tuple[Group, ...]
    ways: tuple[tuple[Link, str], ...]


WAYS = (
    "places",
    "routes",
    "chronology",
    "compare",
    "disagreements",
    "not-known",
    "forces",
    "names",
    "sources",
    "coverage",
    "data",
)


def front_page(desk: Desk) -> FrontPage:
    """The front page's blocks."""
    atlas, tongue = desk.atlas, desk.tongue
    shown: dict[str, list[FrontFigure]] = {}
    for event in atlas.timeline():
        figure = key_figure(atlas, event)
        if figure:
            title = Link(tongue.said(event.record.title).text, desk.to(addresses.of("event", event.id) or ""))
            line = FrontFigure(desk.link(event.place), title, tongue.date(event.when), figure_view(desk, figure))
            shown.setdefault(str((event.when.first or event.when.last or date.min).year), []).append(line)
    accounts = sum(len(event.accounts) for event in atlas.events.values())
    return FrontPage(
        holds=tongue.ui(
            "holds",
            events=tongue.count("events", len(atlas.events)),
            accounts=tongue.count("accounts", accounts),
            sources=tongue.count("sources", len(atlas.sources)),
            publishers=tongue.count("publishers", sum(bool(p.items) for p in atlas.publishers.values())),
        ),
        figures=tuple(
            (year, tongue.count("events", len(lines)), tuple(lines)) for year, lines in sorted(shown.items())
        ),
        outcomes=places_page(desk).outcomes,
        ways=tuple((Link(tongue.ui(f"way_{way}"), desk.to(f"{way}/")), tongue.ui(f"way_{way}_about")) for way in WAYS),
    )
