"""Figures: side by side, the range in the accounts' own words, the state, and what rolls up from an event's parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.atlas import Atlas, EventEntry, read_atlas
from macros.derive.figures import Figure, State, figures

Write = Callable[..., tuple[Atlas, EventEntry]]
MONITOR, DEALER, POST = (
    "source: valley-monitor/2012-03-05",
    "source: plain-dealer/2012-03-08",
    "source: sahl-post/2012-03-07",
)
DEPARTURE = "bayt-suwan/2012-03-departure"


def figure(atlas: Atlas, event: EventEntry, measure: str) -> Figure | None:
    return next((found for found in figures(atlas, event) if found.measure == measure), None)


# figures of three independent accounts (None: the account gives none) -> state, lowest, highest
STATES = {
    "one": (["150"], State.ONE, "150", "150"),
    "one among silent accounts": (["150", None, None], State.ONE, "150", "150"),
    "the same": (["150", "150"], State.COMPATIBLE, "150", "150"),
    "about can be right": (["150", "about 140"], State.COMPATIBLE, "about 140", "150"),
    "about cannot": (["150", "about 100"], State.DIFFER, "about 100", "150"),
    "more than holds": (["150", "more than 100"], State.COMPATIBLE, "more than 100", "150"),
    "more than does not": (["150", "more than 150"], State.DIFFER, "150", "more than 150"),
    "two of three differ": (["150", "about 150", "30"], State.DIFFER, "30", "150"),
    "each pair must hold": (["100", "95 to 105", "104"], State.DIFFER, "95 to 105", "95 to 105"),
    "a word bounds from below": (["150", "dozens"], State.COMPATIBLE, "150", "150"),
    "a word excludes": (["15", "dozens"], State.DIFFER, "15", "15"),
    "most excludes nothing": (["15", "most"], State.COMPATIBLE, "15", "15"),
    "words alone": (["dozens", "several"], State.COMPATIBLE, "several", "dozens"),
}


@pytest.mark.parametrize(("given", "state", "low", "high"), STATES.values(), ids=STATES)
def test_state_and_range(written: Write, given: list[str | None], state: State, low: str, high: str) -> None:
    sources = (MONITOR, DEALER, POST)
    parts = (f", figures: {{hurt: {text}}}" if text else "" for text in given)
    atlas, event = written(*(source + part for source, part in zip(sources, parts, strict=False)))
    found = figure(atlas, event, "hurt")
    assert found is not None
    assert (found.state, found.low.text, found.high.text) == (state, low, high)
    assert len(found.given) == len([text for text in given if text])


def test_an_account_without_the_figure_has_none_and_no_figure_is_made_of_nothing(written: Write) -> None:
    atlas, event = written(MONITOR, DEALER)
    assert figures(atlas, event) == ()


def test_relays_of_one_origin_are_no_agreement(written: Write) -> None:
    ten = "figures: {hurt: 10}"
    atlas, event = written(
        f"{MONITOR}, {ten}", f"{DEALER}, from: valley-monitor, {ten}", f"{POST}, from: valley-monitor, {ten}"
    )
    found = figure(atlas, event, "hurt")
    assert found is not None
    assert found.state is State.RELAYED
    assert (found.origins.accounts, found.origins.known) == (3, ("valley-monitor",))


def test_relays_of_one_origin_that_differ_still_differ(written: Write) -> None:
    atlas, event = written(
        f"{DEALER}, from: valley-monitor, figures: {{hurt: 10}}", f"{POST}, from: valley-monitor, figures: {{hurt: 20}}"
    )
    found = figure(atlas, event, "hurt")
    assert found is not None
    assert (found.state, len(found.origins.known)) == (State.DIFFER, 1)


def test_an_unnamed_origin_is_not_taken_for_the_known_one(written: Write) -> None:
    atlas, event = written(f"{MONITOR}, figures: {{hurt: 10}}", f"{DEALER}, from: unknown, figures: {{hurt: 10}}")
    found = figure(atlas, event, "hurt")
    assert found is not None
    assert found.state is State.COMPATIBLE


def test_the_account_that_denies_an_event_gives_it_no_figure(written: Write) -> None:
    atlas, event = written(f"{MONITOR}, figures: {{hurt: 10}}", f"{DEALER}, denies: event, figures: {{hurt: 0}}")
    found = figure(atlas, event, "hurt")
    assert found is not None
    assert (found.state, found.high.text) == (State.ONE, "10")


def test_measures_never_meet(written: Write) -> None:
    atlas, event = written(f"{MONITOR}, figures: {{travellers: 150}}", f"{DEALER}, figures: {{guards: 30}}")
    assert [(one.measure, one.state, one.low.text) for one in figures(atlas, event)] == [
        ("travellers", State.ONE, "150"),
        ("guards", State.ONE, "30"),
    ]


def test_figures_come_in_the_order_of_the_vocabulary_and_lowest_first(written: Write) -> None:
    atlas, event = written(
        f"{MONITOR}, figures: {{hurt: 3, travellers: 9}}",
        f"{DEALER}, figures: {{hurt: 1}}",
        f"{POST}, figures: {{hurt: dozens}}",
    )
    found = figures(atlas, event)
    assert [one.measure for one in found] == ["travellers", "hurt"]
    assert [given.quantity.text for given in found[1].given] == ["1", "3", "dozens"]


# Roll-up: 4 carts in a part of the same town, 9 in a part filed under another town.


def test_a_parts_figure_counts_for_the_whole_in_the_same_town_only(atlas: Atlas) -> None:
    found = figure(atlas, atlas.events[DEPARTURE], "carts")
    assert found is not None
    assert [given.quantity.text for given in found.given] == ["4"]
    assert found.given[0].account.event == "bayt-suwan/2012-03-first-carts"


def test_it_stays_with_the_part_too(atlas: Atlas) -> None:
    for name, carts in {"bayt-suwan/2012-03-first-carts": "4", "tell-marmar/2012-03-second-carts": "9"}.items():
        found = figure(atlas, atlas.events[name], "carts")
        assert found is not None
        assert found.low.text == carts


def part(folder: Path, name: str, account: str, whole: str = DEPARTURE) -> None:
    text = (
        f"type: removal\ntitle: {{en: Part, ar: جزء}}\npart_of: {whole}\naccounts:\n- {{{account}, when: 2012-03-05}}\n"
    )
    (folder / f"data/places/bayt-suwan/{name}.yml").write_text(text, encoding="utf-8")


def test_only_measures_that_roll_up_do(copy: Path) -> None:
    part(copy, "2012-03-part", f"{MONITOR}, at: p12, figures: {{hurt: 5, guards: 6}}")
    atlas = read_atlas(copy)
    whole = atlas.events[DEPARTURE]
    assert figure(atlas, whole, "hurt") is None
    guards = figure(atlas, whole, "guards")
    assert guards is not None
    assert {given.quantity.text for given in guards.given} == {"dozens", "6"}


def test_parts_of_parts_count_too(copy: Path) -> None:
    part(copy, "2012-03-part", f"{MONITOR}, at: p12, figures: {{guards: 6}}")
    part(copy, "2012-03-smaller", f"{POST}, at: p12, figures: {{guards: 2}}", whole="bayt-suwan/2012-03-part")
    atlas = read_atlas(copy)
    guards = figure(atlas, atlas.events[DEPARTURE], "guards")
    assert guards is not None
    assert {given.quantity.text for given in guards.given} == {"dozens", "6", "2"}


def test_one_statement_filed_with_two_parts_counts_once(copy: Path) -> None:
    part(copy, "2012-03-part", f"{MONITOR}, at: p12, figures: {{guards: 6}}")
    part(copy, "2012-03-other", f"{MONITOR}, at: p12, figures: {{guards: 6}}")
    part(copy, "2012-03-third", f"{MONITOR}, at: p13, from: hill-radio, figures: {{guards: 6}}")
    atlas = read_atlas(copy)
    guards = figure(atlas, atlas.events[DEPARTURE], "guards")
    assert guards is not None
    # The same page in its own voice once, what it relays from the radio once more.
    assert [given.quantity.text for given in guards.given].count("6") == 2


def test_nothing_is_added_up(copy: Path) -> None:
    part(copy, "2012-03-part", f"{MONITOR}, at: p12, figures: {{carts: 5}}")
    atlas = read_atlas(copy)
    carts = figure(atlas, atlas.events[DEPARTURE], "carts")
    assert carts is not None
    assert (carts.low.text, carts.high.text) == ("4", "5")


def test_the_disputed_figure_of_the_made_up_record(atlas: Atlas) -> None:
    found = figure(atlas, atlas.events[DEPARTURE], "travellers")
    assert found is not None
    assert (found.state, found.low.text, found.high.text) == (State.DIFFER, "80", "120")
    assert (found.origins.accounts, set(found.origins.known), found.origins.unnamed) == (
        6,
        {"valley-monitor", "hill-radio"},
        1,
    )
