"""Towns: what was promised and kept, what is not known, what a town's events add up to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.atlas import Atlas, EventEntry, read_atlas
from macros.derive.towns import gaps, outcome, terms

Write = Callable[..., tuple[Atlas, EventEntry]]
Change = Callable[[str, str, str], Path]
A, B = "source: valley-monitor/2012-03-05", "source: plain-dealer/2012-03-08"
ACCORD = "data/places/bayt-suwan/2012-03-accord.yml"
DEPARTURE = "data/places/bayt-suwan/2012-03-departure.yml"


def who(accounts: tuple[object, ...]) -> list[str]:
    return [account.publisher for account in accounts]  # type: ignore[attr-defined]


def test_promised_denied_kept_and_carried_out(atlas: Atlas) -> None:
    found = {term.term: term for term in terms(atlas, "bayt-suwan")}
    assert set(found) == {"leave-town", "quiet"}
    leave, quiet = found["leave-town"], found["quiet"]
    assert (who(leave.promised), who(leave.denied)) == (["sahl-post", "valley-monitor"], ["far-wire"])
    assert (leave.carried_out, leave.kept) == ("bayt-suwan/2012-03-departure", ())
    assert {how: who(accounts) for how, accounts in quiet.kept} == {"kept": ["far-wire"], "broken": ["valley-monitor"]}
    assert quiet.carried_out is None


def test_a_demand_is_no_promise(atlas: Atlas) -> None:
    assert "return-of-goods" not in {term.term for term in terms(atlas, "bayt-suwan")}


def test_what_accounts_of_the_outcome_say_counts_for_the_agreement_and_is_not_told_twice(change: Change) -> None:
    folder = change(DEPARTURE, "  figures: {travellers: 80, halt: 2}\n", "  keeps: {leave-town: partly}\n")
    atlas = read_atlas(folder)
    found = [term for term in terms(atlas, "bayt-suwan") if term.term == "leave-town"]
    assert [term.event for term in found] == ["bayt-suwan/2012-03-accord"]
    assert [(how, who(accounts)) for how, accounts in found[0].kept] == [("partly", ["plain-dealer"])]


def test_a_promise_nobody_reports_on_has_neither_report_nor_verdict(atlas: Atlas) -> None:
    found = {term.term: term for term in terms(atlas, "tell-marmar")}
    assert set(found) == {"leave-town", "stay"}
    assert all(term.kept == () and term.carried_out is None for term in found.values())


def test_a_place_without_agreements_has_no_terms(atlas: Atlas) -> None:
    assert terms(atlas, "far-north") == ()
    assert terms(atlas, "nowhere") == ()


# kind of event, accounts -> questions left open
GAPS = {
    "nothing but the day": ("raid", [A], ["who.by", "who.against", "figures.hurt"]),
    "answered by one": ("raid", [f"{A}, who: {{by: lantern-group, against: traders}}, figures: {{hurt: 2}}"], []),
    "answered by several together": (
        "raid",
        [f"{A}, who: {{by: lantern-group}}", f"{B}, who: {{against: traders}}"],
        ["figures.hurt"],
    ),
    "nobody knows who is no answer": (
        "raid",
        [f"{A}, who: {{by: masked-riders, against: traders}}, figures: {{hurt: 2}}"],
        ["who.by"],
    ),
    "a number in words is one": (
        "raid",
        [f"{A}, who: {{by: salt-clan, against: traders}}, figures: {{hurt: several}}"],
        [],
    ),
    "a denial answers nothing": (
        "raid",
        [A, f"{B}, denies: event, who: {{by: lantern-group}}"],
        ["who.by", "who.against", "figures.hurt"],
    ),
    "a measure that holds the one asked for": (
        "removal",
        [f"{A}, figures: {{travellers: 9}}"],
        ["figures.carts", "reached"],
    ),
    "a part of it is not the whole": (
        "removal",
        [f"{A}, figures: {{guards: 9}}"],
        ["figures.travellers", "figures.carts", "reached"],
    ),
}


@pytest.mark.parametrize(("kind", "accounts", "expected"), GAPS.values(), ids=GAPS)
def test_what_no_account_answers(written: Write, kind: str, accounts: list[str], expected: list[str]) -> None:
    atlas, event = written(*accounts, kind=kind)
    assert [gap.question for gap in gaps(atlas, event)] == expected


def test_an_account_of_a_part_answers_for_the_whole_in_the_same_town(atlas: Atlas) -> None:
    # The carts are counted by the account of a part; that of another town's part would not do.
    assert [gap.question for gap in gaps(atlas, atlas.events["bayt-suwan/2012-03-departure"])] == []


def test_an_account_of_another_towns_part_does_not(copy: Path) -> None:
    (copy / "data/places/bayt-suwan/2012-03-first-carts.yml").unlink()
    atlas = read_atlas(copy)
    assert [gap.question for gap in gaps(atlas, atlas.events["bayt-suwan/2012-03-departure"])] == ["figures.carts"]


def test_outcomes_of_the_made_up_record(atlas: Atlas) -> None:
    assert outcome(atlas, "bayt-suwan").outcome == "deported"
    assert set(outcome(atlas, "bayt-suwan").because) == {
        "bayt-suwan/2012-03-departure",
        "bayt-suwan/2012-03-first-carts",
    }
    assert (outcome(atlas, "tell-marmar").outcome, outcome(atlas, "tell-marmar").because) == (
        "differ",
        ("tell-marmar/2012-04-accord",),
    )
    assert (outcome(atlas, "far-north").outcome, outcome(atlas, "far-north").because) == ("named", ())


# event files of a town of its own: kind and accounts -> outcome
OUTCOMES = {
    "no event": ([], "named"),
    "an event that decides nothing": ([("gathering", [A])], "named"),
    "an accord": ([("accord", [A])], "settled"),
    "a raid and an accord": ([("accord", [A]), ("raid", [A])], "tension"),
    "a removal beside all else": ([("accord", [A]), ("raid", [A]), ("removal", [A])], "deported"),
    "a removal that one account denies": ([("removal", [A, f"{B}, denies: event"])], "differ"),
    "a removal everybody denies": ([("removal", [f"{B}, denies: event"])], "named"),
    "a denied raid": ([("raid", [A, f"{B}, denies: event"])], "named"),
    "a denied raid and an accord": ([("raid", [A, f"{B}, denies: event"]), ("accord", [A])], "settled"),
    "leaving agreed by one, denied by another": (
        [("accord", [f"{A}, promises: leave-town", f"{B}, denies: {{terms: leave-town}}"])],
        "differ",
    ),
    "leaving agreed by one, ruled out by another": (
        [("accord", [f"{A}, promises: leave-town", f"{B}, promises: stay"])],
        "differ",
    ),
    "leaving agreed, nobody against": (
        [("accord", [f"{A}, promises: leave-town", f"{B}, promises: quiet"])],
        "settled",
    ),
    "leaving demanded, staying agreed": (
        [("accord", [f"{A}, demands: leave-town", f"{B}, promises: stay"])],
        "settled",
    ),
}


@pytest.mark.parametrize(("events", "expected"), OUTCOMES.values(), ids=OUTCOMES)
def test_what_the_events_of_a_town_add_up_to(copy: Path, events: list[tuple[str, list[str]]], expected: str) -> None:
    folder = copy / "data/places/new-town"
    folder.mkdir()
    (folder / "place.yml").write_text("name: {en: New, ar: جديدة}\nkind: town\n", encoding="utf-8")
    for n, (kind, accounts) in enumerate(events):
        lines = [f"- {{at: p{m + 11}, when: 2012-06-01, {account}}}" for m, account in enumerate(accounts)]
        text = "\n".join([f"type: {kind}", "title: {en: An event, ar: حدث}", "accounts:", *lines])
        (folder / f"2012-06-event-{n}.yml").write_text(text + "\n", encoding="utf-8")
    assert outcome(read_atlas(copy), "new-town").outcome == expected
