"""The map of places: every located place with events, its outcome as a shape, its number of events as a number.

In: a desk. Out: a `PlacesMap` with its key, and lists of the places that have events but no spot on the map. The lists
of the places page, by the same outcomes, say the same in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.ground import Spot, spot
from macros.derive.towns import outcome
from macros.geometry import Box, Point, around
from macros.views.desk import Desk, Link
from macros.views.labels import SMALL, Label, Room
from macros.views.locator import Circle
from macros.views.maps import Ground, Window, ground, room_of, widened, window_of

WIDTH, HEIGHT = 360, 430
# A shape per outcome, in the order of the vocabulary (more than there are begin again): steps from its middle, filled?
SHAPES = (
    ("m-5-5h10v10h-10z", True),
    ("m0-7l7 7-7 7-7-7z", False),
    ("m0-6l6 11h-12z", True),
    ("m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", False),
    ("m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z", True),
)
NEAR = 0.3  # degrees: so near a territory comes into view and is named
ASIDE = ((0, -20), (20, 0), (-20, 0), (0, 20), (16, -16), (-16, -16), (16, 16), (-16, 16))


@dataclass(frozen=True, slots=True)
class Shape:
    """All marks of one outcome as one path; the class says whether they are filled."""

    path: str
    filled: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the key: the shape, what it means, how many places, and where their list is."""

    path: str
    filled: bool
    word: Link
    count: str


@dataclass(frozen=True, slots=True)
class PlacesMap:
    """The map, its key, and what is not on it: whole areas, and places no source locates."""

    title: str
    ground: Ground
    shapes: tuple[Shape, ...]
    circles: tuple[Circle, ...]
    labels: tuple[Label, ...]
    key: tuple[Key, ...]
    wholes: tuple[tuple[Link, str], ...]
    unplaced: tuple[tuple[Link, str], ...]


def places_map(desk: Desk) -> PlacesMap | None:
    """The map of all places with events; None where no source locates any."""
    atlas = desk.atlas
    names = sorted((n for n in atlas.events_of if n in atlas.places), key=lambda n: (-len(atlas.events_of[n]), n))
    spots = {name: spot(atlas, name) for name in names}
    drawn = [one for name in names if (one := spots[name]) and one.sort != "shape"]
    if not drawn:
        return None
    box = widened(desk, around(one.at for one in drawn), NEAR)
    view = window_of(box, WIDTH, HEIGHT, 0.09)
    room = room_of(desk, view)
    at, circles = _spread(drawn, view, room)
    labels = []
    for one in drawn:
        text = f"{desk.tongue.name(one.place)} {len(atlas.events_of[one.place])}"
        label = room.beside(text, at[one.place], 9 if one.sort == "point" else 14, SMALL)
        if label:
            labels.append(label)
    by_outcome: dict[str, list[str]] = {word: [] for word in atlas.words["outcome"]}
    for name in names:
        by_outcome[outcome(atlas, name).outcome].append(name)
    return PlacesMap(
        title=desk.tongue.ui("places_map_title"),
        ground=ground(desk, view, room),
        shapes=tuple(
            Shape("".join(f"M{x:.0f} {y:.0f}{steps}" for n in found if n in at for x, y in [at[n]]), filled)
            for (steps, filled), found in zip(_shapes(len(by_outcome)), by_outcome.values(), strict=True)
        ),
        circles=tuple(circles),
        labels=tuple(labels),
        key=tuple(
            Key(
                f"M0 0{steps}",
                filled,
                Link(desk.tongue.word("outcome", word), desk.to(f"places/#outcome-{word}")),
                desk.tongue.count("places", len(found)),
            )
            for (steps, filled), (word, found) in zip(_shapes(len(by_outcome)), by_outcome.items(), strict=True)
            if found
        ),
        wholes=_counted(desk, [n for n in names if (one := spots[n]) and one.sort == "shape"]),
        unplaced=_counted(desk, [n for n in names if spots[n] is None]),
    )


def _shapes(count: int) -> list[tuple[str, bool]]:
    return [SHAPES[n % len(SHAPES)] for n in range(count)]


def _spread(drawn: list[Spot], view: Window, room: Room) -> tuple[dict[str, Point], list[Circle]]:
    """Where each mark stands. One that borrows another place's point stands in a dashed circle, aside if taken."""
    at: dict[str, Point] = {}
    circles = []
    for one in sorted(drawn, key=lambda spot: spot.sort != "point"):
        x, y = view.xy(one.at)
        if one.sort != "point":
            options = [(x, y), *((x + dx, y + dy) for dx, dy in ASIDE)]
            x, y = next((option for option in options if _clear(option, at)), options[0])
            circles.append(Circle(round(x), round(y), 11))
        at[one.place] = (x, y)
        room.mark((x, y), 6 if one.sort == "point" else 11)
    return at, circles


def _clear(spot: Point, at: dict[str, Point]) -> bool:
    box = Box(spot[0] - 14, spot[1] - 14, spot[0] + 14, spot[1] + 14)
    return not any(box.holds(other) for other in at.values())


def _counted(desk: Desk, names: list[str]) -> tuple[tuple[Link, str], ...]:
    return tuple((desk.link(n), desk.tongue.count("events", len(desk.atlas.events_of[n]))) for n in names)
