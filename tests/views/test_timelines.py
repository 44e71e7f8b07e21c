"""Timelines, charts and lines of command: time runs as the language is read, and every count is the list's."""

from __future__ import annotations

from datetime import date
from math import isclose

from macros.atlas import Atlas
from macros.authors import MACROS
from macros.dates import parse
from macros.records.base import LANGS
from macros.views.charts import kind_table, record_chart, roles_chart, year_chart
from macros.views.chronology import years
from macros.views.command import body_pictures, command_chart, mediations
from macros.views.desk import Desk
from macros.views.strips import Stretch, by_month, ends, stretch
from macros.views.timelines import place_timeline


def number(per_cent: str) -> float:
    return float(per_cent.removesuffix("%"))


def test_open_dates_have_two_ends() -> None:
    assert ends(parse("../2021-05-13")) == (date(2021, 5, 13), date(2021, 5, 13))
    assert ends(parse("2021-05")) == (date(2021, 5, 1), date(2021, 5, 31))


def test_time_runs_to_the_left_in_arabic() -> None:
    en, ar = Stretch(2018, 2021, "en"), Stretch(2018, 2021, "ar")
    assert number(en.x(en.part(date(2018, 1, 1)))) == 0
    assert number(ar.x(ar.part(date(2018, 1, 1)))) == 100
    assert isclose(en.part(date(2020, 1, 1)), 50)
    bar = ar.bar(0, 25, 0, 8)
    assert (bar.x, bar.width) == ("75%", "25%")
    assert en.bar(100, 100, 0, 8).x == "99.2%"


def test_a_place_with_few_events_has_no_timeline(atlas: Atlas) -> None:
    assert place_timeline(Desk(atlas, "en", ""), "far-north") is None


def test_every_event_of_a_place_has_its_sign_once(real: Atlas) -> None:
    for lang in LANGS:
        desk = Desk(real, lang, "")
        for name in real.places:
            found = place_timeline(desk, name)
            if found:
                assert sum(run.count for run in found.signs) == len(real.events_of[name]), name
                spots = [spot for run in found.signs for spot in zip(run.xs.split(), run.ys.split(), strict=True)]
                assert len(set(spots)) == len(spots), name
                assert all(0 <= number(x) <= 100 and 0 < int(y) < found.height for x, y in spots)
                assert [one.slug for one in found.states] == [run.slug for run in found.signs]


def test_the_picture_of_the_record_counts_every_event(real: Atlas) -> None:
    for lang in LANGS:
        desk = Desk(real, lang, "chronology/")
        chart, table = record_chart(desk), kind_table(desk)
        assert chart
        assert chart.long
        assert sum(int(n or 0) for _, cells in table.rows for n in cells) == len(real.events)
        assert str(len(real.events)) in chart.rows[0].name
        assert all(bar.y + bar.height < chart.height for row in chart.rows for bar in row.bars)


def test_a_year_prints_the_number_of_each_month(real: Atlas) -> None:
    for lang in LANGS:
        desk = Desk(real, lang, "")
        for year, months in years(desk).items():
            events = [event for found in months.values() for event in found]
            chart = year_chart(desk, year, events)
            assert sum(int(bar.text) for row in chart.rows for bar in row.bars) == len(events)
            assert all(0 <= number(bar.x) <= 100 for row in chart.rows for bar in row.bars)


def test_roles_over_time_agree_with_the_index(real: Atlas) -> None:
    name = max(real.forces, key=lambda force: len(real.roles_of.get(force, {})))
    chart = roles_chart(Desk(real, "en", ""), name)
    assert chart
    assert len(chart.rows) == len({role for roles in real.roles_of[name].values() for role in roles})


def test_the_line_of_command_has_a_row_per_superior_and_leader(real: Atlas) -> None:
    desk = Desk(real, "en", "")
    charts = {name: command_chart(desk, name) for name in (*real.forces, *real.people)}
    drawn = {name: chart for name, chart in charts.items() if chart}
    assert drawn
    for name, chart in drawn.items():
        assert len({row.name for row in chart.rows}) == len(chart.rows), name
        assert all(row.bars for row in chart.rows)


def test_mediation_needs_an_account_with_both(real: Atlas) -> None:
    desk = Desk(real, "ar", "")
    found = [one for name in real.forces for one in mediations(desk, name)]
    assert found
    assert all(one.parties and one.mediators and one.events for one in found)


def test_bodies_without_anything_to_draw_have_a_page(atlas: Atlas) -> None:
    for lang in LANGS:
        desk = Desk(atlas, lang, "")
        for name in atlas.forces:
            assert body_pictures(desk, name).mediations == mediations(desk, name)
            assert "s-page" in MACROS["force_page"](desk, name)


def test_nothing_to_stretch_over(atlas: Atlas) -> None:
    assert stretch(Desk(atlas, "en", ""), []) is None
    assert by_month([]) == {}
