"""The Atlas: faults end it, its indexes agree with the files, ids of accounts are unique and stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from macros.atlas import Atlas, covers, read_atlas
from macros.dates import parse
from macros.faults import RecordError

Write = Callable[..., tuple[Atlas, object]]
Change = Callable[[str, str, str], Path]
DEPARTURE = "bayt-suwan/2012-03-departure"


def ids(accounts: tuple[object, ...]) -> list[str]:
    return [account.id.removeprefix("bayt-suwan/") for account in accounts]  # type: ignore[attr-defined]


def test_a_faulty_record_makes_no_atlas(change: Change) -> None:
    folder = change("data/places/bayt-suwan/2012-02-raid.yml", "by: lantern-group", "by: lantern-grp")
    with pytest.raises(RecordError, match=r"1 fault\ndata/places/bayt-suwan/2012-02-raid\.yml:10:13 unknown-id"):
        read_atlas(folder)


def test_events_by_place_and_by_whole(atlas: Atlas) -> None:
    assert ids(atlas.events_of["bayt-suwan"]) == [
        "2012-02-raid",
        "2012-03-accord",
        "2012-03-first-carts",
        "2012-03-departure",
    ]
    assert {child.id for child in atlas.children[DEPARTURE]} == {
        "bayt-suwan/2012-03-first-carts",
        "tell-marmar/2012-03-second-carts",
    }
    assert "far-north" not in atlas.events_of


def test_who_had_which_role_where(atlas: Atlas) -> None:
    assert dict(atlas.roles_of["valley-council"]) == {"bayt-suwan/2012-03-accord": ("between",)}
    assert dict(atlas.roles_of["salt-clan"]) == {"bayt-suwan/2012-03-accord": ("refuses",)}
    assert dict(atlas.roles_of["river-brigade"]) == {"tell-marmar/2012-03-second-carts": ("by",)}


def test_a_denied_role_is_no_role(change: Change) -> None:
    folder = change("data/places/tell-marmar/2012-03-second-carts.yml", "  who: {by: river-brigade}\n", "")
    assert "river-brigade" not in read_atlas(folder).roles_of


def test_where_a_place_is_mentioned_though_no_event_is_filed_under_it(atlas: Atlas) -> None:
    assert set(atlas.mentions["far-north"]) == {DEPARTURE}
    assert set(atlas.mentions["gate-nine"]) == {DEPARTURE}
    assert "tell-marmar/2012-03-second-carts" in atlas.mentions["bayt-suwan"]
    assert DEPARTURE not in atlas.mentions["bayt-suwan"]


def test_what_a_source_is_used_for_and_who_relays_whom(atlas: Atlas) -> None:
    assert {account.event for account in atlas.accounts_of["sahl-post/2012-04-12"]} == {
        "tell-marmar/2012-04-accord",
        "tell-marmar/2012-04-raid",
        "tell-marmar/2012-05-gathering",
    }
    assert ids(atlas.relayed["hill-radio"]) == ["2012-03-departure/plain-dealer-2012-03-08-p1"]
    assert set(atlas.cited_by["valley-monitor/2012-03-05"]) == {
        "bayt-suwan",
        "gate-nine",
        "tell-marmar",
        "river-brigade",
        "hill-brigade",
        "rim-haddad",
    }


def test_what_lies_inside_a_place(atlas: Atlas) -> None:
    assert set(atlas.inside["sahl-governorate"]) == {"bayt-suwan", "gate-nine", "tell-marmar"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("bayt-suwan", "place"),
        ("high-command", "force"),
        ("yusuf-anbar", "person"),
        ("leaving", "concept"),
        ("far-wire", "publisher"),
        ("far-wire/2012-03-06", "item"),
        (DEPARTURE, "event"),
        ("traders", "group"),
        ("witness", "voice"),
    ],
)
def test_the_kind_of_an_id(atlas: Atlas, name: str, kind: str) -> None:
    assert atlas.kind_of(name) == kind


def test_an_unknown_id_has_no_kind_and_no_label(atlas: Atlas) -> None:
    with pytest.raises(KeyError):
        atlas.kind_of("nobody")
    with pytest.raises(KeyError):
        atlas.label("nobody")


def test_events_come_in_order_of_time(atlas: Atlas) -> None:
    days = [event.when.first for event in atlas.timeline()]
    assert days == sorted(days)
    some = [atlas.events[name] for name in ("tell-marmar/2012-04-raid", DEPARTURE)]
    assert [event.id for event in atlas.timeline(some)] == [DEPARTURE, "tell-marmar/2012-04-raid"]


def test_an_event_comes_after_the_one_it_follows_on_the_same_day(atlas: Atlas, change: Change) -> None:
    carts = "bayt-suwan/2012-03-first-carts"
    folder = change(f"data/places/{carts}.yml", f"part_of: {DEPARTURE}", f"follows: {DEPARTURE}")
    assert atlas.order[carts] < atlas.order[DEPARTURE]
    followed = read_atlas(folder)
    assert followed.order[DEPARTURE] < followed.order[carts]


# `when` of the accounts -> the event's span
SPANS = [
    (["2012-09-01", "2012-09-03"], "2012-09-01/2012-09-03"),
    (["2012-09-03", "2012-09-01"], "2012-09-01/2012-09-03"),
    (["2012-09", "2012-09-03"], "2012-09-03"),
    (["2012", "2012-09", "2012-09-03"], "2012-09-03"),
    (["2012-09", "2012-10-02"], "2012-09/2012-10-02"),
    (["2012-09-01/2012-09-05", "2012-09-03"], "2012-09-01/2012-09-05"),
    (["../2012-09-05", "2012-09-03"], "2012-09-03/2012-09-05"),
]


@pytest.mark.parametrize(("dates", "expected"), SPANS)
def test_an_events_date_is_the_span_of_its_reports(written: Write, dates: list[str], expected: str) -> None:
    _, event = written(*(f"source: far-wire/2012-03-06, when: {when}" for when in dates))
    assert event.when.text == expected  # type: ignore[attr-defined]


def test_a_denials_date_does_not_move_an_event_that_others_report(written: Write) -> None:
    _, event = written(
        "source: far-wire/2012-03-06, when: 2012-09-01, denies: event",
        "source: valley-monitor/2012-03-05, when: 2012-09-07",
    )
    assert event.when.text == "2012-09-07"  # type: ignore[attr-defined]
    assert len(event.reports) == 1  # type: ignore[attr-defined]


def test_an_event_only_denied_has_the_denials_date(written: Write) -> None:
    _, event = written("source: far-wire/2012-03-06, when: 2012-09-01, denies: event")
    assert event.when.text == "2012-09-01"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("vague", "other", "expected"),
    [
        ("2012-09", "2012-09-03", True),
        ("2012", "2012-09", True),
        ("2012-09-03", "2012-09", False),
        ("2012-09", "2012-09", False),
        ("2012-09", "2012-10-01", False),
        ("2012-09-01/2012-09-30", "2012-09-03", False),
        ("start of 2012-09", "2012-09-03", True),
        ("start of 2012-09", "2012-09-13", False),
        ("2012-09", "../2012-09-13", False),
    ],
)
def test_a_vaguer_date_covers_a_closer_one(vague: str, other: str, expected: bool) -> None:
    assert covers(parse(vague), parse(other)) is expected


def test_the_id_of_an_account_says_source_and_pinpoint(atlas: Atlas) -> None:
    account = atlas.events[DEPARTURE].accounts[0]
    assert account.id == f"{DEPARTURE}/valley-monitor-2012-03-05-p2"
    assert (account.event, account.item, account.publisher) == (
        DEPARTURE,
        "valley-monitor/2012-03-05",
        "valley-monitor",
    )


@pytest.mark.parametrize("which", ["atlas", "real"])
def test_ids_of_accounts_are_unique_and_their_anchors_on_their_page(request: pytest.FixtureRequest, which: str) -> None:
    found: Atlas = request.getfixturevalue(which)
    accounts = [account for event in found.events.values() for account in event.accounts]
    assert len({account.id for account in accounts}) == len(accounts)
    for event in found.events.values():
        assert len({account.anchor for account in event.accounts}) == len(event.accounts)
        assert all(account.anchor.replace("-", "").isalnum() and account.anchor.isascii() for account in event.accounts)


def test_two_accounts_from_one_pinpoint_have_two_ids_and_the_first_keeps_its_own(written: Write) -> None:
    one = "source: far-wire/2012-03-06, at: p9"
    _, before = written(one)
    _, after = written(one, f"{one}, figures: {{carts: 2}}", "source: far-wire/2012-03-06, at: p10")
    assert ids(before.accounts) == ["2012-09-case/far-wire-2012-03-06-p9"]  # type: ignore[attr-defined]
    assert ids(after.accounts) == [  # type: ignore[attr-defined]
        "2012-09-case/far-wire-2012-03-06-p9",
        "2012-09-case/far-wire-2012-03-06-p9-n2",
        "2012-09-case/far-wire-2012-03-06-p10",
    ]


def test_pinpoints_that_only_look_alike_have_their_own_ids(written: Write) -> None:
    pins = ["p5, p7", "p5-7", "p57", "item 5", "page 5", "p5", "5:07", "title"]
    _, event = written(*(f'source: far-wire/2012-03-06, at: "{pin}"' for pin in pins))
    assert len(set(ids(event.accounts))) == len(pins)  # type: ignore[attr-defined]


def test_an_account_keeps_its_id_when_others_are_put_before_it(written: Write) -> None:
    mine = "source: plain-dealer/2012-03-08, at: p9"
    _, before = written(mine)
    _, after = written("source: far-wire/2012-03-06, at: p9", "source: plain-dealer/2012-03-08, at: p8", mine)
    assert before.accounts[0].id == after.accounts[2].id  # type: ignore[attr-defined]


def test_nothing_in_it_can_be_changed(atlas: Atlas) -> None:
    with pytest.raises(TypeError):
        atlas.places["new"] = atlas.places["bayt-suwan"]  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        atlas.events[DEPARTURE].place = "x"  # type: ignore[misc]
    with pytest.raises(Exception, match="frozen"):
        atlas.places["bayt-suwan"].kind = "city"
