"""Geometry: plane and earth measures for maps, on plain pairs of numbers.

In: points as (x, y), or as (longitude, latitude) in degrees where the name says so. Out: numbers and lists of points.
Why by hand: a map of a region needs five small functions, not a library of projections.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Line = tuple[Point, ...]

KM = 111.2  # kilometres in a degree of latitude


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its sides; of degrees or of picture units."""

    left: float
    low: float
    right: float
    high: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, its sides included."""
        return self.left <= point[0] <= self.right and self.low <= point[1] <= self.high

    def meets(self, other: Box) -> bool:
        """Whether two rectangles share an area."""
        apart = self.right <= other.left or other.right <= self.left or self.high <= other.low or other.high <= self.low
        return not apart


def around(points: Iterable[Point]) -> Box:
    """The smallest rectangle with all points, of which there must be one."""
    found = list(points)
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return Box(min(xs), min(ys), max(xs), max(ys))


def kilometres(one: Point, two: Point) -> float:
    """The distance of two points (longitude, latitude), good to a per cent within a country."""
    width = math.cos(math.radians((one[1] + two[1]) / 2))
    return KM * math.hypot((two[0] - one[0]) * width, two[1] - one[1])


def bearing(one: Point, two: Point) -> int:
    """In which eighth of the compass the second point (longitude, latitude) lies: 0 north, 2 east ... 7 north-west."""
    width = math.cos(math.radians((one[1] + two[1]) / 2))
    return round(math.atan2((two[0] - one[0]) * width, two[1] - one[1]) / (math.pi / 4)) % 8


def simplified(line: Sequence[Point], tolerance: float) -> Line:
    """A line without the points that lie within `tolerance` of it (Douglas and Peucker); its ends stay."""
    if len(line) < 3:
        return tuple(line)
    keep = {0, len(line) - 1}
    work = [(0, len(line) - 1)]
    while work:
        first, last = work.pop()
        far, at = 0.0, 0
        for n in range(first + 1, last):
            distance = _off(line[n], line[first], line[last])
            if distance > far:
                far, at = distance, n
        if far > tolerance:
            keep.add(at)
            work += [(first, at), (at, last)]
    return tuple(line[n] for n in sorted(keep))


def _off(point: Point, one: Point, two: Point) -> float:
    """The distance of a point from the stretch between two others."""
    (x, y), (ax, ay), (bx, by) = point, one, two
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))


def inside(point: Point, rings: Iterable[Sequence[Point]]) -> bool:
    """Whether a point lies in a polygon, given as closed rings of which holes are some."""
    x, y = point
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                odd = not odd
    return odd


def off_ring(point: Point, rings: Iterable[Sequence[Point]]) -> float:
    """How far a point lies from the nearest edge of a polygon, in the unit of the points."""
    return min(_off(point, one, two) for ring in rings for one, two in pairwise(ring))


def cut(line: Sequence[Point], box: Box) -> list[Line]:
    """The stretches of a line that lie in a rectangle."""
    found: list[list[Point]] = []
    for one, two in pairwise(line):
        part = _cut(one, two, box)
        if part is None:
            continue
        if found and found[-1][-1] == part[0]:
            found[-1].append(part[1])
        else:
            found.append([part[0], part[1]])
    return [tuple(points) for points in found]


def _cut(one: Point, two: Point, box: Box) -> tuple[Point, Point] | None:
    """The stretch between two points that lies in a rectangle (Liang and Barsky), or None."""
    (x, y), dx, dy = one, two[0] - one[0], two[1] - one[1]
    start, end = 0.0, 1.0
    for step, room in ((-dx, x - box.left), (dx, box.right - x), (-dy, y - box.low), (dy, box.high - y)):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            start = max(start, room / step)
        else:
            end = min(end, room / step)
    if start >= end:
        return None
    return (one if start == 0 else (x + start * dx, y + start * dy)), (
        two if end == 1 else (x + end * dx, y + end * dy)
    )


def centre(rings: Sequence[Sequence[Point]]) -> Point:
    """The centre of the area of a polygon's first ring."""
    ring = rings[0]
    area = x = y = 0.0
    for (ax, ay), (bx, by) in pairwise(ring):
        cross = ax * by - bx * ay
        area += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return (x / (3 * area), y / (3 * area)) if area else ring[0]
