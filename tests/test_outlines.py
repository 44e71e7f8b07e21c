"""Outlines: what maps are drawn on agrees with the record, and no line runs where none may."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from macros.atlas import Atlas
from macros.datamaps import outlines, written
from macros.derive.ground import governorate
from macros.geometry import KM, inside, kilometres, off_ring
from macros.outlines import Outlines, read_outlines
from tests.projects import ROOT

NEAR = 2 / KM  # degrees: the outlines are simplified to some 400 metres, and a town may lie on a border


@pytest.fixture(scope="module")
def drawn() -> Outlines:
    return read_outlines(ROOT)


def test_each_point_lies_within_its_governorate(real: Atlas) -> None:
    checked = 0
    for name, place in real.places.items():
        home = governorate(real, name)
        where = place.location
        if home and where and where.lon is not None and where.lat is not None:
            outline = real.outlines.of(home)
            assert outline
            point = (where.lon, where.lat)
            near = inside(point, outline.rings) or off_ring(point, outline.rings) < NEAR
            assert near, f"{name} does not lie in {home}: check its coordinates or its parent"
            checked += 1
    assert checked > 15


def test_every_point_of_the_record_lies_in_the_country(real: Atlas) -> None:
    for name, place in real.places.items():
        where = place.location
        if where and where.lon is not None and where.lat is not None:
            assert any(inside((where.lon, where.lat), area.rings) for area in real.outlines.areas), name


def test_places_on_the_map_are_places_of_the_record(real: Atlas) -> None:
    for area in real.outlines.areas:
        assert area.place is None or area.place in real.places
        assert any(inside(spot, area.rings) for spot in area.spots), area.en


def test_polygons_are_closed_and_share_their_points(drawn: Outlines) -> None:
    assert len(drawn.areas) == 14
    steps = {frozenset(pair) for border in drawn.borders for pair in pairwise(border.points)}
    for area in drawn.areas:
        assert all(ring[0] == ring[-1] for ring in area.rings)
    edges = {frozenset(pair) for area in drawn.areas for ring in area.rings for pair in pairwise(ring)}
    assert steps <= edges


def test_no_line_runs_across_the_territory_that_is_only_named(drawn: Outlines) -> None:
    (territory,) = [name for name in drawn.names if name.kind == "territory"]
    assert (territory.en, territory.ar) == ("Occupied Syrian Golan", "الجولان السوري المحتل")
    points = [point for border in drawn.borders for point in border.points]
    for spot in territory.spots:
        assert not any(inside(spot, area.rings) for area in drawn.areas)
        # From the name westward nothing is drawn, and eastward nothing before the governorate's own eastern side.
        beside = [x for x, y in points if abs(y - spot[1]) < 0.05 and x < 36.2]
        assert min(beside) > spot[0]
        assert all(kilometres(spot, point) > 3 for point in points)


def test_the_open_side_of_a_joined_unit_is_not_drawn(drawn: Outlines) -> None:
    joined = {
        feature["properties"]["joins"]
        for feature in json.loads((ROOT / "data/geo/names.geojson").read_text(encoding="utf-8"))["features"]
        if "joins" in feature["properties"]
    }
    (code,) = joined
    steps = {frozenset(pair) for border in drawn.borders for pair in pairwise(border.points)}
    (area,) = [area for area in drawn.areas if area.code == code]
    open_side = [pair for ring in area.rings for pair in pairwise(ring) if frozenset(pair) not in steps]
    assert open_side
    assert all(not border.outer for border in drawn.borders if code in border.codes)


def test_a_project_without_outlines_has_none(tmp_path: Path) -> None:
    assert read_outlines(tmp_path) == Outlines()


# Two squares side by side; the second is a unit that joins the first, a third touches both from above.
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [30, 30]},
    "arcs": [
        [[1, 1], [-1, 0], [0, -1], [1, 0]],  # 0: the first's outer side
        [[1, 0], [0, 1]],  # 1: between first and second
        [[1, 0], [1, 0], [0, 1]],  # 2: the second's outer side
        [[2, 1], [-1, 0]],  # 3: between second and third
        [[1, 1], [0, 1], [1, 0], [0, -1]],  # 4: the third's outer side
    ],
    "objects": {
        "x": {
            "geometries": [
                {"id": "A", "type": "Polygon", "arcs": [[0, 1]]},
                {"id": "B", "type": "Polygon", "arcs": [[2, 3, -2]]},
                {"id": "C", "type": "Polygon", "arcs": [[4, 3]]},
            ]
        }
    },
}


def test_a_joined_unit_loses_its_inner_line_and_its_edge() -> None:
    features = outlines(TOPOLOGY, {"B": "A"})
    lines = {tuple(f["properties"]["between"]) for f in features if f["geometry"]["type"] == "LineString"}
    assert lines == {("A",), ("A", "C"), ("C",)}
    polygons = {f["properties"]["code"]: f for f in features if f["geometry"]["type"] == "Polygon"}
    assert set(polygons) == {"A", "C"}
    (ring,) = polygons["A"]["geometry"]["coordinates"]
    assert ring[0] == ring[-1]
    assert {(31.0, 30.0), (32.0, 31.0), (30.0, 31.0)} <= set(ring)
    assert json.loads(written(features))["features"]
