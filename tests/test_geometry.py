"""Geometry: distances, directions, what lies in what, lines cut and simplified."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.geometry import Box, around, bearing, centre, cut, inside, kilometres, off_ring, simplified

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
HOLE = ((1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (2.0, 1.0), (1.0, 1.0))
BOX = Box(0, 0, 10, 10)
NUMBER = st.floats(-30, 30, allow_nan=False)
LINE = st.lists(st.tuples(NUMBER, NUMBER), min_size=2, max_size=12)


def test_distances_shrink_with_latitude() -> None:
    assert kilometres((0, 0), (1, 0)) == pytest.approx(111.2, rel=0.01)
    assert kilometres((0, 60), (1, 60)) == pytest.approx(55.6, rel=0.01)
    assert kilometres((5, 5), (5, 5)) == 0


@pytest.mark.parametrize(
    ("to", "eighth"),
    [((0, 1), 0), ((1, 1), 1), ((1, 0), 2), ((1, -1), 3), ((0, -1), 4), ((-1, -1), 5), ((-1, 0), 6), ((-1, 1), 7)],
)
def test_the_eighths_of_the_compass(to: tuple[float, float], eighth: int) -> None:
    assert bearing((0, 0), to) == eighth


def test_inside_a_polygon_but_not_in_its_hole() -> None:
    assert inside((3, 3), [SQUARE, HOLE])
    assert not inside((1.5, 1.5), [SQUARE, HOLE])
    assert not inside((5, 3), [SQUARE, HOLE])
    assert off_ring((3.5, 3), [SQUARE, HOLE]) == pytest.approx(0.5)


def test_the_middle_of_a_polygon() -> None:
    assert centre([SQUARE]) == pytest.approx((2, 2))
    assert centre([((1, 1), (1, 1))]) == (1, 1)


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    assert cut([(1, 5), (1, 15), (9, 15), (9, 5)], BOX) == [((1, 5), (1, 10)), ((9, 10), (9, 5))]
    assert cut([(-5, -5), (-5, 20)], BOX) == []
    assert cut([(-5, 5), (15, 5)], BOX) == [((0, 5), (10, 5))]


@given(LINE)
def test_what_is_cut_lies_in_the_box(line: list[tuple[float, float]]) -> None:
    wider = Box(-1e-6, -1e-6, 10 + 1e-6, 10 + 1e-6)
    assert all(wider.holds(point) for part in cut(line, BOX) for point in part)


@given(LINE, st.floats(0.1, 5))
def test_a_simplified_line_keeps_its_ends_and_stays_near(line: list[tuple[float, float]], tolerance: float) -> None:
    found = simplified(line, tolerance)
    assert (found[0], found[-1]) == (line[0], line[-1])
    assert set(found) <= set(line)
    assert all(off_ring(point, [found]) <= tolerance + 1e-9 for point in line)


def test_boxes() -> None:
    assert around([(1, 5), (3, 2)]) == Box(1, 2, 3, 5)
    assert BOX.meets(Box(9, 9, 12, 12))
    assert not BOX.meets(Box(10, 0, 12, 12))
    assert math.isclose(BOX.right, 10)
