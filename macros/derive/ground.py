"""Ground: where a place stands on a map, how sure that is, and which places lie around it.

In: the Atlas and a place. Out: a `Spot`, or None where no source says. A place without a point of its own borrows one,
and the spot says so: nothing here makes a coordinate up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from macros.atlas import Atlas
from macros.geometry import Box, Point, around

Sort = Literal["point", "proxy", "area", "shape"]
CELL = 0.25  # degrees: the grid in which neighbours are looked up


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place stands: at its own point, at another's (proxy), somewhere around another (area), or a whole
    outline or several (shape), whose codes `outlines` names. `at` is longitude, latitude.
    """

    place: str
    sort: Sort
    at: Point
    outlines: tuple[str, ...] = ()


@cache
def spot(atlas: Atlas, place: str) -> Spot | None:
    """Where a place stands, or None."""
    return _spot(atlas, place, frozenset())


def _spot(atlas: Atlas, name: str, seen: frozenset[str]) -> Spot | None:
    if name in seen:
        return None
    place, seen = atlas.places[name], seen | {name}
    where = place.location
    own = (where.lon, where.lat) if where and where.lon is not None and where.lat is not None else None
    outline = atlas.outlines.of(name)
    if outline:
        return Spot(name, "shape", own or outline.at, (outline.code,))
    if own:
        return Spot(name, "point", own)
    target = (where.of or where.around) if where else None
    found = _spot(atlas, target, seen) if target else None
    if where and found:
        return Spot(name, "proxy" if where.kind == "proxy" else "area", found.at)
    parts = [one for one in (_spot(atlas, part, seen) for part in place.covers) if one and one.outlines]
    if parts:
        box = around(one.at for one in parts)
        middle = ((box.left + box.right) / 2, (box.low + box.high) / 2)
        return Spot(name, "shape", middle, tuple(code for one in parts for code in one.outlines))
    return None


@cache
def grid(atlas: Atlas) -> dict[tuple[int, int], tuple[Spot, ...]]:
    """Places with a point of their own by the cell of the earth they lie in."""
    found: dict[tuple[int, int], list[Spot]] = {}
    for name in atlas.places:
        here = spot(atlas, name)
        if here and here.sort == "point":
            found.setdefault(_cell(here.at), []).append(here)
    return {cell: tuple(spots) for cell, spots in found.items()}


def _cell(point: Point) -> tuple[int, int]:
    return math.floor(point[0] / CELL), math.floor(point[1] / CELL)


def within(atlas: Atlas, box: Box) -> list[Spot]:
    """The places with a point of their own in a rectangle of degrees."""
    (west, south), (east, north) = _cell((box.left, box.low)), _cell((box.right, box.high))
    cells = grid(atlas)
    return [
        one
        for x in range(west, east + 1)
        for y in range(south, north + 1)
        for one in cells.get((x, y), ())
        if box.holds(one.at)
    ]


@cache
def borrowers(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """For each place, those that are known only to lie around it."""
    found: dict[str, list[str]] = {}
    for name, place in atlas.places.items():
        if place.location and place.location.kind == "area" and place.location.around:
            found.setdefault(place.location.around, []).append(name)
    return {name: tuple(places) for name, places in found.items()}


def governorate(atlas: Atlas, name: str) -> str | None:
    """The nearest place with an outline that a place is or lies in."""
    seen: set[str] = set()
    here: str | None = name
    while here and here not in seen:
        if atlas.outlines.of(here):
            return here
        seen.add(here)
        here = atlas.places[here].parent
    return None


def moved(one: Spot, at: Point) -> Spot:
    """The same spot drawn elsewhere, so that two that share a point can both be seen."""
    return replace(one, at=at)
