"""Plots: numbers where they belong, words as words, both directions."""

from __future__ import annotations

from collections.abc import Callable
from math import isclose

import pytest

from macros.atlas import Atlas, EventEntry
from macros.authors import MACROS
from macros.records.base import LANGS
from macros.views.desk import Desk
from macros.views.plots import END, START, FigurePlot, figure_plots, scale

Write = Callable[..., tuple[Atlas, EventEntry]]
THREE = ("sahl-post/2012-03-07", "far-wire/2012-03-06", "plain-dealer/2012-03-08")


def plot(made: Atlas, event: EventEntry, lang: str = "en") -> FigurePlot | None:
    (found,) = figure_plots(Desk(made, lang, ""), event)  # type: ignore[arg-type]
    return found


def accounts(*figures: str) -> list[str]:
    return [f"source: {source}, figures: {{travellers: {n}}}" for source, n in zip(THREE, figures, strict=False)]


def test_below_three_accounts_there_is_nothing_to_see(written: Write) -> None:
    assert plot(*written(*accounts("80", "120"))) is None


def test_words_alone_make_no_plot_and_break_no_page(written: Write) -> None:
    made, event = written(*accounts("dozens", "dozens", "dozens"))
    assert plot(made, event) is None
    for lang in LANGS:
        assert "g-dot" not in MACROS["event_page"](Desk(made, lang, ""), event.id)


def test_words_beside_numbers_stand_as_words(written: Write) -> None:
    more = "source: valley-monitor/2012-03-05, figures: {travellers: dozens}"
    made, event = written(*accounts("80", "100", "120"), more)
    found = plot(made, event)
    assert found
    assert [(row.mark, row.text) for row in found.rows if row.mark == "word"] == [("word", "dozens")]
    assert "<circle" in MACROS["event_page"](Desk(made, "en", ""), event.id)


def test_every_form_has_its_mark(written: Write) -> None:
    for given, mark in (
        ("about 90", "about"),
        ("nearly 90", "about"),
        ("80 to 90", "bar"),
        ("about 80 to 90", "about-bar"),
        ("more than 90", "up"),
        ("at least 90", "up"),
        ("up to 90", "down"),
        ("fewer than 90", "down"),
    ):
        found = plot(*written(*accounts("70", "100", given)))
        assert found
        assert sorted(row.mark for row in found.rows) == sorted(["exact", "exact", mark]), given


def test_open_ends_reach_the_end_of_the_scale(written: Write) -> None:
    found = plot(*written(*accounts("70", "100", "more than 80")))
    assert found
    (row,) = [row for row in found.rows if row.mark == "up"]
    assert isclose(float(row.x[:-1]) + float(row.width[:-1]), END, abs_tol=0.11)


def test_the_plot_is_mirrored_in_arabic(written: Write) -> None:
    made, event = written(*accounts("70", "80", "100"))
    en, ar = plot(made, event), plot(made, event, "ar")
    assert en
    assert ar
    for one, two in zip(en.rows, ar.rows, strict=True):
        assert isclose(float(one.x[:-1]) + float(two.x[:-1]), 100, abs_tol=0.11)
    assert (en.edge, ar.edge) == ("0%", "100%")


def test_accounts_stand_under_whom_they_go_back_to(written: Write) -> None:
    made, event = written(
        "source: sahl-post/2012-03-07, from: valley-monitor, figures: {travellers: 80}",
        "source: far-wire/2012-03-06, from: valley-monitor, figures: {travellers: 90}",
        "source: plain-dealer/2012-03-08, figures: {travellers: 100}",
        "source: plain-dealer/2012-03-08, from: unknown, figures: {travellers: 110}",
    )
    found = plot(made, event)
    assert found
    assert len(found.heads) == 3
    assert "Valley Monitor" in found.heads[0].text
    assert found.heads[-1].text == made.words["interface"]["plot_unnamed"].en
    assert [row.y for row in found.rows] == sorted(row.y for row in found.rows)


@pytest.mark.parametrize(
    ("low", "high"), [(0, 0), (1, 1), (1, 2), (19, 26), (30, 32), (100, 150), (9878, 10500), (5, 3000000), (7, 7)]
)
def test_scales_hold_their_numbers_on_few_round_steps(low: int, high: int) -> None:
    span = scale(low, high)
    assert span.low <= low
    assert span.high >= high
    assert 1 <= (span.high - span.low) / span.step <= 8
    assert START <= span.at(low) <= span.at(high) <= END


def test_numbers_that_lie_close_together_are_told_apart(real: Atlas) -> None:
    span = scale(9878, 10500)
    assert span.low > 0
    assert span.at(10500) - span.at(9878) > 20


def test_every_event_of_the_record_can_be_plotted(real: Atlas) -> None:
    drawn = 0
    for lang in LANGS:
        for event in real.events.values():
            for found in figure_plots(Desk(real, lang, ""), event):
                drawn += found is not None
                assert found is None or all(0 <= float(row.x[:-1]) <= 100 for row in found.rows)
    assert drawn > 100
