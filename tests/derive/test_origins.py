"""Origins: relays followed to their root, spokesmen counted as their body, a number lent, and nobody counted twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.atlas import Atlas, EventEntry
from macros.derive.origins import body, origins, summarise

Write = Callable[..., tuple[Atlas, EventEntry]]
MONITOR, WIRE, POST, AGAIN = (
    "source: valley-monitor/2012-03-05",
    "source: far-wire/2012-03-06",
    "source: sahl-post/2012-03-07",
    "source: sahl-post/2012-03-30",
)
DEALER, LATE_POST = "source: plain-dealer/2012-03-08", "source: sahl-post/2012-04-12"
TEN, ELEVEN = "figures: {carts: 10}", "figures: {carts: 11}"

# accounts -> the origins of each one's figure for carts
CASES = {
    "its own word": ([f"{MONITOR}, {TEN}"], ["valley-monitor"]),
    "its own reporter is its own word": ([f"{DEALER}, from: own-reporter, {TEN}"], ["plain-dealer"]),
    "a relay of what nobody read": ([f"{DEALER}, from: hill-radio, {TEN}"], ["hill-radio"]),
    "a relay of a page": ([f"{DEALER}, from: valley-monitor/2012-03-05, {TEN}"], ["valley-monitor"]),
    "an agency that speaks for an army": ([f"{WIRE}, {TEN}"], ["high-command"]),
    "a spokesman": ([f"{DEALER}, from: yusuf-anbar, {TEN}"], ["valley-council"]),
    "a person who speaks for nobody": ([f"{DEALER}, from: rim-haddad, {TEN}"], ["rim-haddad"]),
    "a witness, known to the paper": ([f"{DEALER}, from: witness, {TEN}"], ["witness@plain-dealer"]),
    "townspeople nobody names": ([f"{DEALER}, from: townspeople, {TEN}"], [""]),
    "a group": ([f"{DEALER}, from: traders, {TEN}"], [""]),
    "not shown": ([f"{DEALER}, from: unknown, {TEN}"], [""]),
    "two speakers": ([f"{DEALER}, from: [hill-radio, yusuf-anbar], {TEN}"], ["hill-radio valley-council"]),
    "a named and an unnamed speaker": ([f"{DEALER}, from: [hill-radio, unknown], {TEN}"], ["hill-radio"]),
    "a chain of three": (
        [
            f"{DEALER}, from: sahl-post, {TEN}",
            f"{POST}, from: valley-monitor, {TEN}",
            f"{MONITOR}, from: hill-radio, {TEN}",
        ],
        ["hill-radio", "hill-radio", "hill-radio"],
    ),
    "a chain in any order": (
        [
            f"{MONITOR}, from: hill-radio, {TEN}",
            f"{POST}, from: valley-monitor, {TEN}",
            f"{DEALER}, from: sahl-post, {TEN}",
        ],
        ["hill-radio", "hill-radio", "hill-radio"],
    ),
    "a chain is of one number": (
        [f"{DEALER}, from: valley-monitor, {TEN}", f"{MONITOR}, from: hill-radio, {ELEVEN}"],
        ["valley-monitor", "hill-radio"],
    ),
    "about does not break a chain": (
        [f"{DEALER}, from: valley-monitor, figures: {{carts: about 10}}", f"{MONITOR}, from: hill-radio, {TEN}"],
        ["hill-radio", "hill-radio"],
    ),
    "more than breaks it": (
        [f"{DEALER}, from: valley-monitor, figures: {{carts: more than 10}}", f"{MONITOR}, from: hill-radio, {TEN}"],
        ["valley-monitor", "hill-radio"],
    ),
    "a circle has no root": (
        [f"{DEALER}, from: valley-monitor, {TEN}", f"{MONITOR}, from: plain-dealer, {TEN}"],
        ["", ""],
    ),
    "a page that cites itself": ([f"{MONITOR}, from: valley-monitor, {TEN}"], ["valley-monitor"]),
    "a number once attributed is lent to its bare repeat": (
        [f"{POST}, from: hill-radio, {TEN}", f"{AGAIN}, {TEN}"],
        ["hill-radio", "hill-radio"],
    ),
    "another number is not": (
        [f"{POST}, from: hill-radio, {TEN}", f"{AGAIN}, {ELEVEN}"],
        ["hill-radio", "sahl-post"],
    ),
    "nor to another publisher": (
        [f"{POST}, from: hill-radio, {TEN}", f"{DEALER}, {TEN}"],
        ["hill-radio", "plain-dealer"],
    ),
    "nor backwards in time": (
        [f"{LATE_POST}, from: hill-radio, {TEN}", f"{POST}, {TEN}"],
        ["hill-radio", "sahl-post"],
    ),
    "an unnamed source lends nothing": (
        [f"{POST}, from: unknown, {TEN}", f"{AGAIN}, {TEN}"],
        ["", "sahl-post"],
    ),
}


@pytest.mark.parametrize(("accounts", "expected"), CASES.values(), ids=CASES)
def test_the_origins_of_a_figure(written: Write, accounts: list[str], expected: list[str]) -> None:
    atlas, event = written(*accounts)
    assert [" ".join(sorted(origins(atlas, account, "carts"))) for account in event.accounts] == expected


def test_without_a_figure_nothing_is_lent_and_every_relay_is_followed(written: Write) -> None:
    atlas, event = written(
        f"{POST}, from: hill-radio, {TEN}", f"{AGAIN}, {TEN}", f"{DEALER}, from: sahl-post/2012-03-07"
    )
    assert [set(origins(atlas, account)) for account in event.accounts] == [
        {"hill-radio"},
        {"sahl-post"},
        {"hill-radio"},
    ]


def test_a_relay_is_followed_into_the_parts_of_an_event_and_up_again(atlas: Atlas) -> None:
    departure = atlas.events["bayt-suwan/2012-03-departure"]
    by_id = {
        account.id.rpartition("/")[2]: set(origins(atlas, account, "travellers")) for account in departure.accounts
    }
    assert by_id == {
        "valley-monitor-2012-03-05-p2": {"valley-monitor"},
        "sahl-post-2012-03-07-p1": {"valley-monitor"},
        "far-wire-2012-03-06-p3": {"valley-monitor"},
        "plain-dealer-2012-03-08-p1": {"hill-radio"},
        "plain-dealer-2012-03-08-p2": set(),
        "sahl-post-2012-03-story-p3": {"valley-monitor"},
        "plain-dealer-2012-03-08-p3": {"witness@plain-dealer"},
    }


# accounts -> accounts, known origins, unnamed, whether one origin stands behind all
COUNTS = {
    "five relays of one": (
        [f"{s}, from: hill-radio, {TEN}" for s in (MONITOR, WIRE, POST, AGAIN, DEALER)],
        (5, 1, 0, True),
    ),
    "one, and one nobody names": ([f"{MONITOR}, {TEN}", f"{DEALER}, from: unknown, {TEN}"], (2, 1, 1, False)),
    "two nobody names": ([f"{POST}, from: unknown, {TEN}", f"{DEALER}, from: townspeople, {TEN}"], (2, 0, 2, False)),
    "two of their own": ([f"{MONITOR}, {TEN}", f"{POST}, {TEN}"], (2, 2, 0, False)),
    "the army and its agency": ([f"{WIRE}, {TEN}", f"{DEALER}, from: high-command, {TEN}"], (2, 1, 0, True)),
    "a council and its spokesman": (
        [f"{POST}, from: yusuf-anbar, {TEN}", f"{DEALER}, from: valley-council, {TEN}"],
        (2, 1, 0, True),
    ),
    "witnesses of two papers": ([f"{POST}, from: witness, {TEN}", f"{DEALER}, from: witness, {TEN}"], (2, 2, 0, False)),
    "one publisher twice": ([f"{POST}, {TEN}", f"{AGAIN}, {TEN}"], (2, 1, 0, True)),
}


@pytest.mark.parametrize(("accounts", "expected"), COUNTS.values(), ids=COUNTS)
def test_how_many_origins_stand_behind_accounts(
    written: Write, accounts: list[str], expected: tuple[int, int, int, bool]
) -> None:
    atlas, event = written(*accounts)
    found = summarise(atlas, event.accounts, "carts")
    assert (found.accounts, len(found.known), found.unnamed, found.single) == expected


def test_the_body_somebody_speaks_for(atlas: Atlas) -> None:
    assert body(atlas, "yusuf-anbar") == "valley-council"
    assert body(atlas, "far-wire") == "high-command"
    assert body(atlas, "rim-haddad") == "rim-haddad"
    assert body(atlas, "hill-radio") == "hill-radio"


def test_a_spokesman_of_an_agency_counts_as_the_agencys_body(
    change: Callable[[str, str, str], Path], written: Write
) -> None:
    change("data/people/yusuf-anbar.yml", "speaks_for: valley-council", "speaks_for: far-wire")
    atlas, event = written(f"{DEALER}, from: yusuf-anbar, {TEN}")
    assert set(origins(atlas, event.accounts[0], "carts")) == {"high-command"}
