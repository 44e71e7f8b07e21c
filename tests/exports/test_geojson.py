"""GeoJSON and Linked Places: valid by RFC 7946, whole to a geometry library, and no coordinate made up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from shapely.geometry import Point, shape

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.geojson import areas_geojson, places_geojson, polygons, routes_geojson
from macros.exports.linked_places import linked_places

MAKERS = (places_geojson, areas_geojson, routes_geojson, linked_places)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_it_is_valid_for_any_record(make: Any, any_atlas: Atlas, edition: Edition) -> None:
    made = json.loads(make(any_atlas, edition))
    FeatureCollection.model_validate(made)
    for feature in made["features"]:
        if feature["geometry"] and feature["geometry"].get("geometries", True):
            geometry = shape(feature["geometry"])
            assert geometry.is_valid, feature["properties"]
            west, south, east, north = geometry.bounds
            assert -180 <= west <= east <= 180
            assert -90 <= south <= north <= 90


def test_rings_turn_as_the_standard_says(real: Atlas, edition: Edition) -> None:
    areas = json.loads(areas_geojson(real, edition))["features"]
    assert areas
    for feature in areas:
        found = shape(feature["geometry"])
        for polygon in getattr(found, "geoms", [found]):
            assert polygon.exterior.is_ccw
            assert not any(hole.is_ccw for hole in polygon.interiors)


def test_a_ring_inside_another_is_a_hole_and_one_outside_a_second_polygon() -> None:
    square = ((0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (4.0, 0.0), (0.0, 0.0))
    hole = ((1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 2.0), (1.0, 1.0))
    island = ((9.0, 9.0), (9.0, 10.0), (10.0, 10.0), (9.0, 9.0))
    found = [shape({"type": "Polygon", "coordinates": one}) for one in polygons([hole, island, square])]
    assert [one.area for one in found] == [15.0, 0.5]


def test_a_point_is_a_place_s_own_or_says_whose_it_is(atlas: Atlas, edition: Edition) -> None:
    features = {one["properties"]["id"]: one for one in json.loads(places_geojson(atlas, edition))["features"]}
    own = features["bayt-suwan"]
    assert (own["geometry"]["coordinates"], own["properties"]["borrowed"]) == ([20.25, 10.5], False)
    for name, kind in (("gate-nine", "proxy"), ("tell-marmar", "area")):
        one = features[name]
        assert one["geometry"] == own["geometry"]
        assert (one["properties"]["location"], one["properties"]["borrowed"]) == (kind, True)
        assert one["properties"]["point_of"] == "bayt-suwan"
        assert one["properties"]["basis_en"]
        assert one["properties"]["basis_ar"]
    assert features["far-north"]["geometry"] is None


def test_every_point_of_the_real_record_is_one_the_record_states(real: Atlas, edition: Edition) -> None:
    stated = {
        (p.location.lon, p.location.lat) for p in real.places.values() if p.location and p.location.kind == "point"
    }
    for feature in json.loads(places_geojson(real, edition))["features"]:
        if feature["geometry"]:
            assert tuple(feature["geometry"]["coordinates"]) in stated


def test_a_place_lies_in_its_governorate(real: Atlas, edition: Edition) -> None:
    areas = {a["properties"]["id"]: shape(a["geometry"]) for a in json.loads(areas_geojson(real, edition))["features"]}
    checked = 0
    for feature in json.loads(places_geojson(real, edition))["features"]:
        area, geometry = areas.get(feature["properties"]["parent"]), feature["geometry"]
        if area and geometry:
            checked += 1
            assert area.buffer(0.05).contains(Point(geometry["coordinates"])), feature["properties"]["id"]
    assert checked > 5


def test_a_route_names_who_says_so_and_what_is_missing(atlas: Atlas, edition: Edition) -> None:
    routes = [one["properties"] for one in json.loads(routes_geojson(atlas, edition))["features"]]
    way = next(one for one in routes if one["event"] == "bayt-suwan/2012-03-departure" and one["end_is"] == "bound_for")
    assert way["stops"] == ["bayt-suwan", "gate-nine", "far-north"]
    assert way["not_located"] == ["far-north"]
    assert way["accounts"] == ["bayt-suwan/2012-03-departure/valley-monitor-2012-03-05-p2"]


def test_linked_places_has_what_the_format_asks_for(any_atlas: Atlas, edition: Edition) -> None:
    made = json.loads(linked_places(any_atlas, edition))
    assert made["@context"].endswith("linkedplaces-context-v1.1.jsonld")
    for feature in made["features"]:
        assert feature["@id"].startswith("https://example.org/repo/places/")
        assert feature["properties"]["title"]
        assert {name["lang"] for name in feature["names"]} >= {"en", "ar"}
        assert all(name["citations"] for name in feature["names"])
        assert feature["types"][0]["identifier"].startswith("aat:")
        assert len(feature["types"][0]["sourceLabels"]) == 2


def test_without_an_address_ids_are_names_that_last(atlas: Atlas) -> None:
    made = [json.loads(linked_places(atlas, Edition()))["features"][0]["@id"] for _ in range(2)]
    assert made[0] == made[1]
    assert made[0].startswith("urn:uuid:")
