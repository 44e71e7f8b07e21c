"""Routes: a map where two stops are located, words in any case."""

from __future__ import annotations

from collections.abc import Callable

from macros import render
from macros.atlas import Atlas, EventEntry
from macros.authors import MACROS
from macros.records.base import LANGS
from macros.views.desk import Desk
from macros.views.routes import routes

Write = Callable[..., tuple[Atlas, EventEntry]]


def test_stops_at_one_point_make_no_map_but_a_line_of_words(atlas: Atlas) -> None:
    found = routes(Desk(atlas, "en", "routes/"), "bayt-suwan")
    assert found.map is None
    (line,) = found.lines
    assert [link.text for link in line.stops] == ["Gate Nine"]
    assert [link.text for link in line.unplaced] == ["Far North"]


def test_a_route_with_an_unknown_stop_breaks_nothing(written: Write) -> None:
    made, _ = written("source: sahl-post/2012-03-07, via: [far-north], bound_for: far-north")
    for lang in LANGS:
        html = MACROS["routes_page"](Desk(made, lang, "routes/"))
        assert "<svg" not in html
        assert Desk(made, lang, "").tongue.ui("route_missing") in html


def test_the_whole_record_on_one_map(real: Atlas) -> None:
    for lang in LANGS:
        desk = Desk(real, lang, "routes/")
        found = routes(desk)
        assert found.map
        assert {way.width for way in found.map.ways} == {1, 2, 3}
        assert {way.firm for way in found.map.ways} == {True, False}
        assert found.map.waits
        assert any(label.kind == "territory" for label in found.map.ground.names)
        html = render.page("routes.html", desk, found)
        assert desk.tongue.ui("map_note") in html
        assert all(line.stops or line.ends for line in found.lines)


def test_every_place_with_two_located_stops_has_a_map(real: Atlas) -> None:
    desk = Desk(real, "ar", "places/x/")
    places = {line.place.text for line in routes(desk).lines}
    drawn = [name for name in real.places if routes(desk, name).map]
    assert 0 < len(drawn) <= len(places)


def test_two_maps_on_one_page_have_different_ids(real: Atlas) -> None:
    desk = Desk(real, "en", "routes/")
    name = next(name for name in real.places if routes(desk, name).map)
    one, two = routes(desk).map, routes(desk, name).map
    assert one
    assert two
    assert one.id != two.id
