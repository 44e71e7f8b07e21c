"""Maps: names that never cover each other, both languages, and nothing drawn where nothing is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import render
from macros.atlas import Atlas
from macros.derive.ground import spot
from macros.geometry import Box
from macros.records.base import LANGS, Lang
from macros.views import place
from macros.views.desk import Desk
from macros.views.labels import Room
from macros.views.locator import locator
from macros.views.maps import path, window, window_of
from macros.views.places_map import places_map

FRAME = Box(0, 0, 360, 260)


def desks(atlas: Atlas) -> Iterator[Desk]:
    for lang in LANGS:
        yield Desk(atlas, lang, "places/x/")


# The plane.


def test_a_window_shows_its_middle_in_its_middle() -> None:
    view = window((36.1, 32.7), 60, 360, 260)
    assert view.xy((36.1, 32.7)) == pytest.approx((180, 130))
    assert view.box.holds((36.1, 32.7))
    assert view.xy((view.box.left, view.box.high)) == pytest.approx((0, 0))


@pytest.mark.parametrize("box", [Box(36, 32, 37, 33), Box(36, 32, 36.1, 36), Box(36, 33, 36, 33), Box(36, 32, 42, 33)])
def test_a_window_of_a_box_holds_the_box(box: Box) -> None:
    view = window_of(box, 340, 460)
    assert 0 < view.height <= 460
    for corner in ((box.left, box.low), (box.right, box.high)):
        x, y = view.xy(corner)
        assert 0 <= x <= view.width
        assert 0 <= y <= view.height


def test_a_path_is_whole_relative_steps() -> None:
    assert path([((1.2, 2.4), (5.4, 1.6), (5.3, 1.7), (0, 9))]) == "M1 2l4 0-5 7"
    assert path([((1, 1), (1.2, 1.2))]) == ""
    assert path([((0, 0), (3, 4)), ((9, 9), (8, 8))]) == "M0 0l3 4M9 9l-1-1"


POINT = st.tuples(st.floats(-50, 400), st.floats(-50, 300))


@given(st.lists(st.tuples(POINT, st.text("abcdefgh ", min_size=1, max_size=24)), max_size=25), st.sampled_from(LANGS))
def test_no_name_covers_another_or_leaves_the_picture(marks: list[tuple[tuple[float, float], str]], lang: Lang) -> None:
    room = Room(FRAME, lang)
    for at, text in marks:
        room.beside(text, at, 6)
        room.put(text.strip() or "x", [at], "governorate")
    for n, box in enumerate(room.taken):
        assert FRAME.left <= box.left
        assert box.right <= FRAME.right
        assert not any(box.meets(other) for other in room.taken[n + 1 :])


def test_a_name_right_of_its_mark_starts_there_in_english_and_ends_there_in_arabic() -> None:
    for lang, anchor in (("en", "start"), ("ar", "end")):
        label = Room(FRAME, lang).beside("name", (100, 100), 6)
        assert label
        assert (label.x, label.anchor) == (106, anchor)


# The locator.


def test_a_place_with_a_point_has_a_dot_and_one_without_a_circle(atlas: Atlas) -> None:
    for desk in desks(atlas):
        own = locator(desk, "bayt-suwan")
        assert own
        assert own.at
        assert own.circle is None
        assert [link.text for link in own.unplaced] == [atlas.places["tell-marmar"].name.get(desk.lang)]
        for name in ("tell-marmar", "gate-nine"):
            other = locator(desk, name)
            assert other
            assert other.at is None
            assert other.circle
            assert other.circle_says


def test_nothing_is_drawn_where_nothing_is_known_and_the_page_says_so(atlas: Atlas) -> None:
    for desk in desks(atlas):
        assert locator(desk, "far-north") is None
        html = render.page("place.html", desk, place.place_page(desk, "far-north"))
        assert "<svg" not in html
        assert desk.tongue.ui("map_none") in html


def test_every_place_of_the_record_has_its_map_or_none(real: Atlas) -> None:
    for desk in desks(real):
        for name in real.places:
            found = locator(desk, name)
            assert (found is None) == (spot(real, name) is None), name
            if found:
                frame = Box(0, 0, found.ground.width, found.ground.height)
                marks = [*found.dots, *([found.at] if found.at else [])]
                assert all(frame.holds((dot.x, dot.y)) for dot in marks), name
                assert len(found.neighbours) == len(found.dots)
                assert all(link.link.href for link in found.neighbours)


def test_the_territory_is_named_wherever_a_point_of_it_is_in_view(real: Atlas) -> None:
    (territory,) = [name for name in real.outlines.names if name.kind == "territory"]
    for desk in desks(real):
        for name in real.places:
            here, found = spot(real, name), locator(desk, name)
            if here and found and here.sort != "shape":
                view = window(here.at, 56, 360, 260).box
                middle = Box(view.left + 0.08, view.low + 0.04, view.right - 0.08, view.high - 0.04)
                if middle.holds(territory.spots[0]):
                    assert any(label.kind == "territory" for label in found.ground.names), name


# The map of places.


def test_the_map_of_places_has_every_place_with_events_once(real: Atlas) -> None:
    for desk in desks(real):
        found = places_map(desk)
        assert found
        marks = sum(shape.path.count("M") for shape in found.shapes)
        assert marks + len(found.wholes) + len(found.unplaced) == len(real.events_of)
        assert len({(key.path, key.filled) for key in found.key}) == len(found.key)
        assert all(key.word.text for key in found.key)


def test_outcomes_of_another_vocabulary_have_shapes_too(atlas: Atlas) -> None:
    for desk in desks(atlas):
        found = places_map(desk)
        assert found
        # Tell Marmar is known only to lie around Bayt Suwan, so it stands aside in a circle.
        assert len(found.circles) == 1
        points = re.findall(r"M(-?\d+) (-?\d+)", "".join(shape.path for shape in found.shapes))
        assert len(set(points)) == len(points) == 2
