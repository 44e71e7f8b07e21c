"""Maps: the ground every map is drawn on, in picture units: the stretch of the earth, its lines, area names, scale.

In: a desk, a `Window` of the earth and the `Room` its names have. Out: a `Ground`, whose paths are whole numbers and
whose lines are simplified to what the eye can see at that size.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from macros.geometry import KM, Box, Line, Point, around, cut, inside, simplified
from macros.outlines import Border
from macros.views.desk import Desk
from macros.views.labels import Label, Room

FINE, COARSE = 0.8, 2.5  # picture units by which a line may be off, on a map of a province and of a country
FAR = 200  # units per degree below which a map shows a country rather than a province
LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200)  # kilometres a scale may show


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the earth and its picture: west and north in degrees, units per degree of latitude, size."""

    west: float
    north: float
    unit: float
    squeeze: float
    width: int
    height: int

    def xy(self, point: Point) -> Point:
        """Where a point (longitude, latitude) lies in the picture."""
        return (point[0] - self.west) * self.squeeze * self.unit, (self.north - point[1]) * self.unit

    @property
    def frame(self) -> Box:
        """The picture."""
        return Box(0, 0, self.width, self.height)

    @property
    def box(self) -> Box:
        """The stretch of the earth, in degrees."""
        east = self.west + self.width / self.unit / self.squeeze
        return Box(self.west, self.north - self.height / self.unit, east, self.north)


def window(middle: Point, kilometres: float, width: int, height: int) -> Window:
    """A window of so many kilometres' width around a point."""
    unit = width / kilometres * KM
    squeeze = math.cos(math.radians(middle[1]))
    return Window(middle[0] - width / 2 / unit / squeeze, middle[1] + height / 2 / unit, unit, squeeze, width, height)


def window_of(box: Box, width: int, most: int, margin: float = 0.12) -> Window:
    """A window around a rectangle of degrees; one that would be higher than `most` gets room at its sides."""
    middle = ((box.left + box.right) / 2, (box.low + box.high) / 2)
    squeeze = math.cos(math.radians(middle[1]))
    across = max((box.right - box.left) * squeeze, 0.2) * (1 + 2 * margin)
    along = max(box.high - box.low, 0.2) * (1 + 2 * margin)
    height = min(most, round(width * along / across))
    return window(middle, KM * max(across, along * width / height), width, height)


@dataclass(frozen=True, slots=True)
class Scale:
    """The bar that shows a length: where it lies, how long it is, what it says."""

    x: int
    y: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What every map has: its size, the outer and inner lines, the lines of marked areas, names, the scale."""

    width: int
    height: int
    outer: str
    inner: str
    marked: str
    names: tuple[Label, ...]
    scale: Scale


def widened(desk: Desk, box: Box, near: float, beside: float = 0.0) -> Box:
    """A rectangle of degrees with the names of territories that lie so near to it, and with room for them beside."""
    wide = Box(box.left - near, box.low - near, box.right + near, box.high + near)
    names = [name.spots[0] for name in desk.atlas.outlines.names if name.kind == "territory"]
    found = [(x - beside, y) for x, y in names if wide.holds((x, y))]
    return around([(box.left, box.low), (box.right, box.high), *found])


def room_of(desk: Desk, view: Window) -> Room:
    """The room for names in a window: that of the scale is taken, and the names of territories stand already."""
    scale = _scale(desk, view)
    room = Room(view.frame, desk.lang, [Box(scale.x - 4, scale.y - 20, scale.x + scale.length + 4, view.height)])
    _area_names(desk, view, room, "territory")
    return room


def ground(desk: Desk, view: Window, room: Room, marked: Sequence[str] = (), named: Collection[str] = ()) -> Ground:
    """The lines and area names of a window, without the areas already `named`; it takes the room left for names."""
    borders = desk.atlas.outlines.borders
    plain = [border for border in borders if not _is(marked, border.codes)]
    return Ground(
        width=view.width,
        height=view.height,
        outer=drawn((border for border in plain if border.outer), view),
        inner=drawn((border for border in plain if not border.outer), view),
        marked=drawn((border for border in borders if _is(marked, border.codes)), view),
        names=_names(desk, view, room, named),
        scale=_scale(desk, view),
    )


def drawn(borders: Iterable[Border], view: Window) -> str:
    """Lines as one path."""
    return path(line for border in borders for line in _seen(border.points, view))


def _is(marked: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether a line bounds a marked area; the line between two marked ones does not."""
    return len(set(marked) & set(codes)) == 1


def _seen(points: Line, view: Window) -> list[Line]:
    """The stretches of a line inside the window, in picture units, without what the eye would not see."""
    tolerance = FINE if view.unit >= FAR else COARSE
    return [simplified(part, tolerance) for part in cut([view.xy(point) for point in points], view.frame)]


def _names(desk: Desk, view: Window, room: Room, named: Collection[str]) -> tuple[Label, ...]:
    """The names of territories, which `room_of` put first, then of countries and governorates."""
    _area_names(desk, view, room, "country")
    for area in (area for area in desk.atlas.outlines.areas if area.code not in named):
        spots = [view.xy(spot) for spot in (*area.spots, *_inner_spots(view, area.rings))]
        room.put(area.en if desk.lang == "en" else area.ar, spots, "governorate")
    return tuple(room.areas)


def _area_names(desk: Desk, view: Window, room: Room, kind: str) -> None:
    """The names of one kind; a territory too small for its name at this size has it beside."""
    for name in (name for name in desk.atlas.outlines.names if name.kind == kind):
        spots = [view.xy(spot) for spot in name.spots]
        beside = kind == "territory" and view.unit < FAR
        room.put(name.en if desk.lang == "en" else name.ar, spots, kind, -1 if beside else 0)


def _inner_spots(view: Window, rings: Sequence[Line]) -> Iterable[Point]:
    """Points of a coarse net over the window that lie in an area, away from the middle, where the place itself is."""
    box = view.box
    across, along = box.right - box.left, box.high - box.low
    for x, y in ((0.3, 0.3), (0.7, 0.7), (0.3, 0.7), (0.7, 0.3), (0.5, 0.85), (0.5, 0.15), (0.15, 0.5), (0.85, 0.5)):
        spot = (box.left + x * across, box.high - y * along)
        if inside(spot, rings):
            yield spot


def _scale(desk: Desk, view: Window) -> Scale:
    """A round length no longer than a quarter of the picture, at the foot, where a line starts in this language."""
    per = view.unit / KM
    length = max((n for n in LENGTHS if n * per <= view.width / 4), default=LENGTHS[0])
    units = round(length * per)
    x = 8 if desk.lang == "en" else view.width - 8 - units
    return Scale(x, view.height - 8, units, desk.tongue.ui("map_km", n=length))


def path(lines: Iterable[Sequence[Point]]) -> str:
    """An SVG path of whole, relative steps: the fewest bytes a line can have."""
    found = []
    for line in lines:
        x, y = round(line[0][0]), round(line[0][1])
        steps = ""
        for point in line[1:]:
            dx, dy = round(point[0]) - x, round(point[1]) - y
            if dx or dy:
                steps += f"{' ' if steps and dx >= 0 else ''}{dx}{' ' if dy >= 0 else ''}{dy}"
                x, y = x + dx, y + dy
        if steps:
            found.append(f"M{round(line[0][0])} {round(line[0][1])}l{steps}")
    return "".join(found)
