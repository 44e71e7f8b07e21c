"""The locator: a place and its surroundings on a small map, and the same in words.

In: a desk and a place. Out: a `Locator`, or None where no source read says where the place lies: then nothing is drawn
and the page says so. A place without a point of its own is a dashed circle, never a dot.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from macros.atlas import Atlas
from macros.derive.ground import Spot, borrowers, governorate, spot, within
from macros.geometry import Box, around, bearing, kilometres
from macros.views.desk import Desk, Link
from macros.views.labels import NAME, SMALL, Label, Room
from macros.views.maps import Ground, Window, drawn, ground, room_of, window, window_of

WIDTH, HEIGHT = 360, 260
ACROSS = (56, 120, 240)  # kilometres a town's map shows: as few as have neighbours in them
MOST, ENOUGH = 9, 2  # neighbours at most, and as many as orient
TRIED = 24  # neighbours for whose names room is sought
INSET = 64  # width of the small map of the whole country
EIGHTHS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@dataclass(frozen=True, slots=True)
class Dot:
    """A neighbour on the map."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Circle:
    """A dashed circle: somewhere around here."""

    x: int
    y: int
    r: int


@dataclass(frozen=True, slots=True)
class Inset:
    """The whole country in a corner, and where the map lies in it."""

    x: int
    y: int
    width: int
    height: int
    outer: str
    mark: Dot


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place on the map in words: its name, how far it lies and in which direction (empty where that is not known)."""

    link: Link
    way: str


@dataclass(frozen=True, slots=True)
class Locator:
    """A place's map. `at` is its own mark, `circle` a dashed one; a whole governorate has neither."""

    title: str
    ground: Ground
    at: Dot | None
    circle: Circle | None
    labels: tuple[Label, ...]
    dots: tuple[Dot, ...]
    inset: Inset | None
    neighbours: tuple[Neighbour, ...]
    unplaced: tuple[Link, ...]
    circle_says: str
    lead: str


def locator(desk: Desk, name: str) -> Locator | None:
    """The map of a place and its surroundings, or None."""
    here = spot(desk.atlas, name)
    if here is None:
        return None
    view = _view(desk, here)
    room = room_of(desk, view)
    inset = _inset(desk, view)
    if inset:
        room.take(Box(inset.x - 4, inset.y - 4, inset.x + inset.width + 4, inset.y + inset.height + 4))
    labels, circle = _own(desk, here, view, room)
    found = _neighbours(desk, here, view)[:TRIED]
    places = [view.xy(one.at) for one in found]
    for x, y in places:
        room.mark((x, y), 3)
    dots: list[Dot] = []
    shown: list[Spot] = []
    for one, (x, y) in zip(found, places, strict=True):
        label = room.beside(desk.tongue.name(one.place), (x, y), 6, SMALL)
        if label and len(shown) < MOST:
            labels.append(label)
            dots.append(Dot(round(x), round(y)))
            shown.append(one)
    x, y = view.xy(here.at)
    return Locator(
        title=desk.tongue.ui("map_title", place=desk.tongue.name(name)),
        ground=ground(desk, view, room, here.outlines),
        at=Dot(round(x), round(y)) if here.sort == "point" else None,
        circle=circle,
        labels=tuple(labels),
        dots=tuple(dots),
        inset=inset,
        neighbours=tuple(
            Neighbour(desk.link(one.place), _way(desk, here, one))
            for one in sorted(shown, key=lambda one: (kilometres(here.at, one.at), one.place))
        ),
        unplaced=desk.links(borrowers(desk.atlas).get(name, ())),
        lead=desk.tongue.ui("map_near" if here.sort == "point" else "map_on"),
        circle_says=desk.tongue.ui(f"map_{here.sort}") if circle else "",
    )


def _view(desk: Desk, here: Spot) -> Window:
    """The window: around a place, or around the outlines it is made of."""
    rings = [ring for area in desk.atlas.outlines.areas if area.code in here.outlines for ring in area.rings]
    if rings:
        return window_of(around(point for ring in rings for point in ring), WIDTH, WIDTH)
    views = [window(here.at, across, WIDTH, HEIGHT) for across in ACROSS]
    return next((view for view in views if len(within(desk.atlas, view.box)) > ENOUGH), views[0])


def _own(desk: Desk, here: Spot, view: Window, room: Room) -> tuple[list[Label], Circle | None]:
    """The place's own name, put first so that it is never the one left out, and its circle."""
    x, y = view.xy(here.at)
    name = desk.tongue.name(here.place)
    if here.sort == "shape":
        return [], None
    if here.sort == "point":
        room.mark((x, y), 6)
        label = room.beside(name, (x, y), 9, NAME, "own")
        return [label] if label else [], None
    radius = 58 if desk.atlas.places[here.place].kind == "region" else 38
    label = room.beside(name, (x, y - radius - NAME), 0, NAME, "own")
    return [label] if label else [], Circle(round(x), round(y), radius)


def _neighbours(desk: Desk, here: Spot, view: Window) -> list[Spot]:
    """The places around: those in the area itself first, then those with events of their own, then the nearer ones."""
    atlas = desk.atlas
    found = [one for one in within(atlas, view.box) if one.place != here.place]

    def order(one: Spot) -> tuple[bool, bool, float, str]:
        home = governorate(atlas, one.place)
        outline = atlas.outlines.of(home) if home else None
        outside = here.sort == "shape" and (outline is None or outline.code not in here.outlines)
        return outside, not atlas.events_of.get(one.place), kilometres(here.at, one.at), one.place

    return sorted(found, key=order)


def _way(desk: Desk, here: Spot, other: Spot) -> str:
    """How far and in which direction a neighbour lies, from the two points; empty where the place has none."""
    if here.sort != "point":
        return ""
    direction = desk.tongue.ui(f"compass_{EIGHTHS[bearing(here.at, other.at)]}")
    return desk.tongue.ui("map_way", n=max(1, round(kilometres(here.at, other.at))), direction=direction)


def _inset(desk: Desk, view: Window) -> Inset | None:
    """The whole country small, in the corner where a line of text ends; none where the map shows most of it."""
    found = _country(desk.atlas)
    middle = ((view.box.left + view.box.right) / 2, (view.box.low + view.box.high) / 2)
    if found is None or not found[0].box.holds(middle):
        return None
    small, outer = found
    if (view.box.high - view.box.low) * 2 > small.box.high - small.box.low:
        return None
    x = view.width - small.width - 6 if desk.lang == "en" else 6
    at = small.xy(middle)
    return Inset(x, 6, small.width, small.height, outer, Dot(round(at[0]), round(at[1])))


@cache
def _country(atlas: Atlas) -> tuple[Window, str] | None:
    """The outer lines of everything there is, in a window of a thumb's width."""
    borders = [border for border in atlas.outlines.borders if border.outer]
    if not borders:
        return None
    small = window_of(around(point for border in borders for point in border.points), INSET, INSET, 0.04)
    return small, drawn(borders, small)
