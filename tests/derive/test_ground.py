"""Ground: a spot is the place's own, or borrowed and said to be, or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.atlas import Atlas, read_atlas
from macros.derive.ground import borrowers, governorate, spot, within
from macros.geometry import Box

Change = Callable[[str, str, str], Path]


def test_point_proxy_area_and_nothing(atlas: Atlas) -> None:
    found = {name: spot(atlas, name) for name in ("bayt-suwan", "gate-nine", "tell-marmar", "far-north")}
    assert found["far-north"] is None
    assert {name: one.sort for name, one in found.items() if one} == {
        "bayt-suwan": "point",
        "gate-nine": "proxy",
        "tell-marmar": "area",
    }
    assert {one.at for one in found.values() if one} == {(20.25, 10.5)}


def test_a_place_that_lies_around_itself_lies_nowhere(change: Change) -> None:
    folder = change("data/places/tell-marmar/place.yml", "around: bayt-suwan", "around: tell-marmar")
    assert spot(read_atlas(folder), "tell-marmar") is None


def test_neighbours_are_places_with_a_point_of_their_own(atlas: Atlas) -> None:
    assert [one.place for one in within(atlas, Box(20, 10, 21, 11))] == ["bayt-suwan"]
    assert within(atlas, Box(21, 10, 22, 11)) == []
    assert borrowers(atlas) == {"bayt-suwan": ("tell-marmar",)}


def test_without_an_outline_there_is_no_governorate(atlas: Atlas) -> None:
    assert governorate(atlas, "bayt-suwan") is None


def test_every_place_of_the_record_is_somewhere_or_nowhere(real: Atlas) -> None:
    shapes = [one for name in real.places if (one := spot(real, name)) and one.sort == "shape"]
    assert shapes
    codes = {area.code for area in real.outlines.areas}
    assert all(one.outlines and set(one.outlines) <= codes for one in shapes)
