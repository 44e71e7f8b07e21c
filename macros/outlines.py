"""Outlines: the governorates and the lines between them, and the names on maps that no place record holds.

In: the GeoJSON files of data/geo/. `outlines.geojson` is made by `macros.datamaps` and never edited: polygons for what
lies where, lines for what is drawn. `names.geojson` is written by hand: where a name stands and which place it is.
Out: an `Outlines` value, part of the Atlas. Without the files it is empty and maps have no lines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.geometry import Line, Point

FOLDER = "data/geo"


@dataclass(frozen=True, slots=True)
class Outline:
    """An area with its code, the place it is if the record has one, its polygon and where its name may stand."""

    code: str
    place: str | None
    en: str
    ar: str
    rings: tuple[Line, ...]
    spots: tuple[Point, ...]

    @property
    def at(self) -> Point:
        """Where its name stands first of all."""
        return self.spots[0]


@dataclass(frozen=True, slots=True)
class Border:
    """A line that is drawn, with the codes of the one or two areas it bounds."""

    codes: tuple[str, ...]
    points: Line

    @property
    def outer(self) -> bool:
        """Whether nothing of ours lies on its other side."""
        return len(self.codes) == 1


@dataclass(frozen=True, slots=True)
class AreaName:
    """A name on the map that is no governorate's: a territory or a neighbouring country, and where it may stand."""

    kind: str
    en: str
    ar: str
    spots: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Everything maps are drawn on."""

    areas: tuple[Outline, ...] = ()
    borders: tuple[Border, ...] = ()
    names: tuple[AreaName, ...] = ()

    def of(self, place: str) -> Outline | None:
        """The outline of a place of the record, if it has one."""
        return next((area for area in self.areas if area.place == place), None)


def read_outlines(root: Path) -> Outlines:
    """The outlines under a project's folder; empty where it has none."""
    drawn, named = (_features(root / FOLDER / f"{name}.geojson") for name in ("outlines", "names"))
    about: dict[str, Mapping[str, Any]] = {
        one["properties"]["code"]: one for one in named if one["properties"]["layer"] == "governorate"
    }
    areas = []
    for one in drawn:
        code = one["properties"].get("code")
        if code in about:
            words = about[code]["properties"]
            rings = tuple(_line(ring) for ring in one["geometry"]["coordinates"])
            areas.append(Outline(code, words.get("place"), words["en"], words["ar"], rings, _spots(about[code])))
    borders = tuple(
        Border(tuple(one["properties"]["between"]), _line(one["geometry"]["coordinates"]))
        for one in drawn
        if one["geometry"]["type"] == "LineString"
    )
    names = tuple(
        AreaName(words["layer"], words["en"], words["ar"], _spots(one))
        for one in named
        if (words := one["properties"])["layer"] in ("territory", "country")
    )
    return Outlines(tuple(areas), borders, names)


def _features(file: Path) -> list[dict[str, Any]]:
    if not file.is_file():
        return []
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["features"]
    return found


def _spots(feature: Mapping[str, Any]) -> tuple[Point, ...]:
    """A point, or several of which the first that has room is taken."""
    found = feature["geometry"]["coordinates"]
    return _line(found) if feature["geometry"]["type"] == "MultiPoint" else (_point(found),)


def _point(pair: Sequence[float]) -> Point:
    return float(pair[0]), float(pair[1])


def _line(points: Sequence[Sequence[float]]) -> Line:
    return tuple(_point(pair) for pair in points)
