"""Journeys: legs between located stops, ends that were only meant, waits, and what no source locates."""

from __future__ import annotations

from collections.abc import Callable

from macros.atlas import Atlas, EventEntry
from macros.derive.journeys import journey, journeys

Write = Callable[..., tuple[Atlas, EventEntry]]
DEPARTURE = "bayt-suwan/2012-03-departure"


def test_stops_ends_and_what_is_not_drawn(atlas: Atlas) -> None:
    found = journey(atlas, atlas.events[DEPARTURE])
    assert (found.stops, found.ends, found.unplaced) == (("gate-nine",), ("far-north",), ("far-north",))
    assert [(leg.start, leg.end, leg.firm) for leg in found.legs] == [("bayt-suwan", "gate-nine", True)]
    assert found.figure is not None
    assert found.members[0].id == DEPARTURE


def test_a_stop_no_source_locates_is_left_out_of_the_line(written: Write) -> None:
    made, event = written("source: sahl-post/2012-03-07, via: [far-north, gate-nine], bound_for: tell-marmar")
    found = journey(made, event)
    assert [(leg.start, leg.end, leg.firm) for leg in found.legs] == [
        ("bayt-suwan", "gate-nine", True),
        ("gate-nine", "tell-marmar", False),
    ]
    assert found.unplaced == ("far-north",)


def test_one_account_that_says_reached_makes_a_leg_firm(written: Write) -> None:
    made, event = written(
        "source: sahl-post/2012-03-07, bound_for: tell-marmar", "source: far-wire/2012-03-06, reached: tell-marmar"
    )
    assert [(leg.end, leg.firm) for leg in journey(made, event).legs] == [("tell-marmar", True)]


def test_a_leg_that_only_leaves_out_stops_is_not_drawn_twice(written: Write) -> None:
    made, event = written(
        "source: sahl-post/2012-03-07, reached: tell-marmar",
        "source: far-wire/2012-03-06, via: gate-nine, reached: tell-marmar",
    )
    assert [(leg.start, leg.end) for leg in journey(made, event).legs] == [
        ("bayt-suwan", "gate-nine"),
        ("gate-nine", "tell-marmar"),
    ]


def test_a_departure_without_any_stop_is_a_journey_without_legs(written: Write) -> None:
    made, event = written("source: sahl-post/2012-03-07")
    assert (journey(made, event).legs, journey(made, event).stops) == ((), ())


def test_the_real_journeys_begin_where_they_are_filed(real: Atlas) -> None:
    found = journeys(real)
    assert found
    for one in found:
        assert one.members[0] is one.event
        kinds = {real.words["event-type"][member.record.type].key_figures for member in one.members[1:]}
        assert kinds <= {()}
    assert any(one.waits and one.waits[0].figure for one in found)
