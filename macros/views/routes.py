"""Routes: the ways people were taken north, on a map and in words, for one place or for the whole record.

In: a desk and a place, or none. Out: a `RouteMap` and a line of words per journey. The lines join the stops accounts
name; a stop no source locates is listed and not drawn, and a place with a single located stop has no map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from macros.derive.ground import Spot, spot
from macros.derive.journeys import Journey, journeys, journeys_of
from macros.geometry import Point, around
from macros.quantities import bounds
from macros.views.desk import Desk, Link
from macros.views.labels import SMALL, Label
from macros.views.locator import Circle, Dot
from macros.views.maps import Ground, ground, path, room_of, widened, window_of

WIDTH, HEIGHT = 340, 460
NEAR, BESIDE = 0.5, 0.7  # degrees: so near a territory is named, and so much room its name takes beside it
STEPS = (100, 1000)  # people from which a line is drawn wider
Sort = Literal["origin", "stop", "end"]


@dataclass(frozen=True, slots=True)
class Way:
    """Legs drawn alike: as one path, so many steps wide, dashed where an end was only meant."""

    path: str
    width: int
    firm: bool


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """A journey in words: the event, its date, the range of people, stops and ends, waits, what is not drawn."""

    place: Link
    event: Link
    when: str
    people: str
    label: str
    stops: tuple[Link, ...]
    ends: tuple[Link, ...]
    waits: tuple[tuple[Link, str], ...]
    unplaced: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RouteMap:
    """The map: lines by width, marks by kind, dashed circles where a stop has no point of its own, waits ringed."""

    id: str
    title: str
    ground: Ground
    ways: tuple[Way, ...]
    origins: tuple[Dot, ...]
    stops: tuple[Dot, ...]
    ends: tuple[Dot, ...]
    circles: tuple[Circle, ...]
    waits: tuple[Dot, ...]
    labels: tuple[Label, ...]
    widths: tuple[int, ...]
    dashed: bool


@dataclass(frozen=True, slots=True)
class Routes:
    """Journeys on a map, if any leg is located, and in words."""

    map: RouteMap | None
    lines: tuple[JourneyLine, ...]


def routes(desk: Desk, place: str | None = None) -> Routes:
    """The journeys of a place, or of the whole record."""
    found = journeys(desk.atlas) if place is None else journeys_of(desk.atlas).get(place, ())
    chosen = [one for one in found if one.stops or one.ends]
    return Routes(_map(desk, chosen, place), tuple(_line(desk, one) for one in chosen))


def _line(desk: Desk, one: Journey) -> JourneyLine:
    tongue = desk.tongue
    return JourneyLine(
        place=desk.link(one.event.place),
        event=desk.link(one.event.id),
        when=tongue.date(one.event.when),
        people=tongue.range(one.figure.low, one.figure.high, one.figure.measure) if one.figure else "",
        label=tongue.word("measure", one.figure.measure) if one.figure else "",
        stops=desk.links(one.stops),
        ends=desk.links(one.ends),
        waits=tuple(
            (
                desk.link(wait.place or wait.event),
                tongue.range(wait.figure.low, wait.figure.high, wait.figure.measure) if wait.figure else "",
            )
            for wait in one.waits
        ),
        unplaced=desk.links(one.unplaced),
    )


def _map(desk: Desk, chosen: Sequence[Journey], place: str | None) -> RouteMap | None:
    stops = dict.fromkeys(name for one in chosen for leg in one.legs for name in (leg.start, leg.end))
    spots = {name: here for name in stops if (here := spot(desk.atlas, name))}
    if len({one.at for one in spots.values()}) < 2:
        return None
    box = widened(desk, around(one.at for one in spots.values()), NEAR, BESIDE)
    view = window_of(box, WIDTH, HEIGHT, 0.1)
    room = room_of(desk, view)
    at = {name: view.xy(one.at) for name, one in spots.items()}
    sorts = {name: _sort(name, chosen) for name in spots}
    held = {wait.place for one in chosen for wait in one.waits if wait.place in spots}
    for name, point in at.items():
        room.mark(point, 9 if spots[name].sort != "point" or name in held else 4)
    for leg in (leg for one in chosen for leg in one.legs):
        room.line(at[leg.start], at[leg.end])
    order = sorted(spots, key=lambda name: (sorts[name] != "origin", name not in held, name))
    names = [room.beside(desk.tongue.name(name), at[name], _gap(spots[name], name in held), SMALL) for name in order]
    ways = _ways(desk, chosen, at)

    def dots(names: Sequence[str]) -> tuple[Dot, ...]:
        return tuple(dict.fromkeys(Dot(round(at[name][0]), round(at[name][1])) for name in names))

    title = (
        desk.tongue.ui("routes_title_of", place=desk.tongue.name(place)) if place else desk.tongue.ui("routes_title")
    )
    under = ground(desk, view, room, named=[code for one in spots.values() for code in one.outlines])
    return RouteMap(
        id=f"routes-{place}" if place else "routes",
        title=title,
        # On a place's page, which has two pictures more, the lines inside the country are not worth their bytes.
        ground=replace(under, inner="") if place else under,
        ways=ways,
        origins=dots([name for name in spots if sorts[name] == "origin"]),
        stops=dots([name for name in spots if sorts[name] == "stop"]),
        ends=dots([name for name in spots if sorts[name] == "end"]),
        circles=tuple(Circle(dot.x, dot.y, 9) for dot in dots([n for n, one in spots.items() if one.sort != "point"])),
        waits=dots([name for name in spots if name in held]),
        labels=tuple(label for label in names if label),
        widths=tuple(sorted({way.width for way in ways})),
        dashed=any(not way.firm for way in ways),
    )


def _gap(one: Spot, held: bool) -> float:
    return 12 if one.sort != "point" or held else 7


def _sort(name: str, chosen: Sequence[Journey]) -> Sort:
    """What a stop is: where a journey begins, where one ends, or a stop between."""
    if any(one.event.place == name for one in chosen):
        return "origin"
    return "stop" if any(name in one.stops for one in chosen) else "end"


def _ways(desk: Desk, chosen: Sequence[Journey], at: dict[str, Point]) -> tuple[Way, ...]:
    """Legs of one width and kind as one path; a leg of several journeys is as wide as the widest."""
    legs: dict[tuple[str, str], tuple[int, bool]] = {}
    for one in chosen:
        width = _width(desk, one)
        for leg in one.legs:
            wider, firm = legs.get((leg.start, leg.end), (0, False))
            legs[leg.start, leg.end] = (max(wider, width), firm or leg.firm)
    alike: dict[tuple[int, bool], list[tuple[Point, Point]]] = {}
    for (start, end), kind in legs.items():
        alike.setdefault(kind, []).append((at[start], at[end]))
    return tuple(Way(steps, *kind) for kind, lines in sorted(alike.items()) if (steps := path(lines)))


def _width(desk: Desk, one: Journey) -> int:
    """1, 2 or 3 by the highest number any account gives; the lowest width where none gives a number."""
    if one.figure is None:
        return 1
    numbers = [bounds(given.quantity, desk.atlas.spans) for given in one.figure.given]
    most = max((high if high is not None else low or 0 for low, high in numbers), default=0)
    return 1 + sum(most >= step for step in STEPS)
