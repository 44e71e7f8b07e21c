"""Disagreements: what accounts cannot both be right about; silence, vagueness and deduction are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.atlas import Atlas, EventEntry, read_atlas
from macros.derive.disagreements import disagreements, state
from macros.derive.figures import State

Write = Callable[..., tuple[Atlas, EventEntry]]
A, B, C = "source: valley-monitor/2012-03-05", "source: plain-dealer/2012-03-08", "source: sahl-post/2012-03-07"

# accounts -> the kinds of disagreement and what each is about
CASES = {
    "nothing said": ([A, B], []),
    "one says more": ([f"{A}, who: {{by: lantern-group}}, where: bayt-suwan, figures: {{hurt: 2}}", B], []),
    # whether it happened
    "denied": ([A, f"{B}, denies: event"], ["occurrence event"]),
    "denied twice": ([A, f"{B}, denies: event", f"{C}, denies: event"], ["occurrence event"]),
    # when
    "two days": ([f"{A}, when: 2012-09-01", f"{B}, when: 2012-09-02"], ["date when"]),
    "a day and its month": ([f"{A}, when: 2012-09-01", f"{B}, when: 2012-09"], []),
    "a day and about it": ([f"{A}, when: 2012-09-01", f"{B}, when: 2012-09-02~"], []),
    "an evening and the next day": ([f"{A}, when: 2012-09-01 evening", f"{B}, when: 2012-09-02"], ["date when"]),
    "two parts of one day": ([f"{A}, when: 2012-09-01 evening", f"{B}, when: 2012-09-01 dawn"], []),
    "an open start": ([f"{A}, when: 2012-09-05", f"{B}, when: ../2012-09-09"], []),
    "a day we deduced": ([f"{A}, when: 2012-09-01", f"{B}, when: 2012-09-09, inferred: when"], []),
    "a denial's day": ([f"{A}, when: 2012-09-01", f"{B}, when: 2012-09-09, denies: event"], ["occurrence event"]),
    # where
    "two towns": ([f"{A}, where: bayt-suwan", f"{B}, where: tell-marmar"], ["place where"]),
    "a town and its governorate": ([f"{A}, where: bayt-suwan", f"{B}, where: sahl-governorate"], []),
    "lists that share a town": ([f"{A}, where: [bayt-suwan, far-north]", f"{B}, where: [tell-marmar, bayt-suwan]"], []),
    "a place denied that another names": (
        [f"{A}, where: gate-nine", f"{B}, denies: {{where: gate-nine}}"],
        ["place where"],
    ),
    "a place denied that nobody names": ([A, f"{B}, denies: {{where: gate-nine}}"], []),
    "a place we deduced": ([f"{A}, where: bayt-suwan", f"{B}, where: tell-marmar, inferred: where"], []),
    # how many
    "numbers": ([f"{A}, figures: {{hurt: 2}}", f"{B}, figures: {{hurt: 3}}"], ["figure hurt"]),
    "numbers of other things": ([f"{A}, figures: {{hurt: 2}}", f"{B}, figures: {{carts: 3}}"], []),
    # who
    "two actors": ([f"{A}, who: {{by: lantern-group}}", f"{B}, who: {{by: high-command}}"], ["role by"]),
    "a unit and the army above it": ([f"{A}, who: {{by: river-brigade}}", f"{B}, who: {{by: high-command}}"], []),
    "a commander and her brigade": ([f"{A}, who: {{by: rim-haddad}}", f"{B}, who: {{by: river-brigade}}"], []),
    "a commander and the army above": ([f"{A}, who: {{by: rim-haddad}}", f"{B}, who: {{by: high-command}}"], []),
    "a spokesman and his council": ([f"{A}, who: {{by: yusuf-anbar}}", f"{B}, who: {{by: valley-council}}"], []),
    "lists that share a body": ([f"{A}, who: {{by: [lantern-group, salt-clan]}}", f"{B}, who: {{by: salt-clan}}"], []),
    "somebody and nobody knows who": ([f"{A}, who: {{by: lantern-group}}", f"{B}, who: {{by: masked-riders}}"], []),
    "two groups of people may be the same": ([f"{A}, who: {{by: traders}}", f"{B}, who: {{by: families}}"], []),
    "a group and a body, where groups count": (
        [f"{A}, who: {{by: traders}}", f"{B}, who: {{by: high-command}}"],
        ["role by"],
    ),
    "a group and a body, where they do not": (
        [f"{A}, who: {{against: traders}}", f"{B}, who: {{against: high-command}}"],
        [],
    ),
    "a group and the brigade it belongs to": (
        [f"{A}, who: {{by: gatekeepers}}", f"{B}, who: {{by: river-brigade}}"],
        [],
    ),
    "a group and the army above its brigade": (
        [f"{A}, who: {{by: gatekeepers}}", f"{B}, who: {{by: high-command}}"],
        [],
    ),
    "a group and a body it does not belong to": (
        [f"{A}, who: {{by: gatekeepers}}", f"{B}, who: {{by: lantern-group}}"],
        ["role by"],
    ),
    "two units of one army": ([f"{A}, who: {{by: river-brigade}}", f"{B}, who: {{by: hill-brigade}}"], ["role by"]),
    "a role many may hold": ([f"{A}, who: {{between: lantern-group}}", f"{B}, who: {{between: high-command}}"], []),
    "an actor we deduced": ([f"{A}, who: {{by: lantern-group}}", f"{B}, who: {{by: high-command}}, inferred: by"], []),
    "an actor denied": ([f"{A}, who: {{by: high-command}}", f"{B}, denies: {{by: high-command}}"], ["role by"]),
    # what was agreed and kept
    "a term denied": ([f"{A}, promises: leave-town", f"{B}, denies: {{terms: leave-town}}"], ["term leave-town"]),
    "terms only one tells": ([f"{A}, promises: [leave-town, quiet]", f"{B}, promises: quiet"], []),
    "kept and broken": ([f"{A}, keeps: {{quiet: kept}}", f"{B}, keeps: {{quiet: broken}}"], ["kept quiet"]),
    "kept by two": ([f"{A}, keeps: {{quiet: kept}}", f"{B}, keeps: {{quiet: kept}}"], []),
    "kept, and another broken": ([f"{A}, keeps: {{quiet: kept}}", f"{B}, keeps: {{stay: broken}}"], []),
}


@pytest.mark.parametrize(("accounts", "expected"), CASES.values(), ids=CASES)
def test_what_is_a_disagreement(written: Write, accounts: list[str], expected: list[str]) -> None:
    atlas, event = written(*accounts)
    assert [f"{one.kind} {one.subject}" for one in disagreements(atlas, event)] == expected


def test_in_a_mutual_event_each_side_may_be_called_the_actor(written: Write) -> None:
    sides = (f"{A}, who: {{by: lantern-group}}", f"{B}, who: {{by: high-command}}")
    atlas, event = written(*sides, kind="feud")
    assert disagreements(atlas, event) == ()
    atlas, event = written(*sides, kind="raid")
    assert [one.kind for one in disagreements(atlas, event)] == ["role"]


def test_all_disagreements_of_an_event_are_told_with_those_who_take_part(written: Write) -> None:
    atlas, event = written(
        f"{A}, who: {{by: lantern-group}}, figures: {{hurt: 2}}, promises: quiet",
        f"{B}, who: {{by: high-command}}, figures: {{hurt: 9}}",
        f"{C}, denies: {{terms: quiet}}",
    )
    found = {one.kind: [account.publisher for account in one.accounts] for one in disagreements(atlas, event)}
    assert found == {
        "figure": ["valley-monitor", "plain-dealer"],
        "role": ["valley-monitor", "plain-dealer"],
        "term": ["valley-monitor", "sahl-post"],
    }


# accounts -> state of the event
STATES = {
    "one account": ([A], State.ONE),
    "one account and a denial": ([A, f"{B}, denies: event"], State.DENIED),
    "only a denial": ([f"{B}, denies: event"], State.DENIED),
    "two of their own": ([A, B], State.COMPATIBLE),
    "one and its relay": ([A, f"{B}, from: valley-monitor"], State.RELAYED),
    "one and its relay that differ": (
        [f"{A}, figures: {{hurt: 1}}", f"{B}, from: valley-monitor, figures: {{hurt: 2}}"],
        State.DIFFER,
    ),
    "one and an unnamed voice": ([A, f"{B}, from: unknown"], State.COMPATIBLE),
    "denied goes before differing": (
        [f"{A}, when: 2012-09-01", f"{C}, when: 2012-09-05", f"{B}, denies: event"],
        State.DENIED,
    ),
}


@pytest.mark.parametrize(("accounts", "expected"), STATES.values(), ids=STATES)
def test_the_state_of_an_event(written: Write, accounts: list[str], expected: State) -> None:
    atlas, event = written(*accounts)
    assert state(atlas, event) is expected


# A raid of February in bayt-suwan and one of April in tell-marmar stand before the case of September.
FIRSTS = {
    "in its own town, before anything else": ("raid", "{in: bayt-suwan, since: 2012-03}", False),
    "in its own town": ("raid", "{in: bayt-suwan}", True),
    "in the governorate": ("raid", "{in: sahl-governorate}", True),
    "in the governorate, since the last": ("raid", "{in: sahl-governorate, since: 2012-04-10}", False),
    "elsewhere": ("raid", "{in: far-north}", False),
    "of another kind": ("accord", "{in: far-north}", False),
}


@pytest.mark.parametrize(("kind", "claim", "expected"), FIRSTS.values(), ids=FIRSTS)
def test_a_claim_to_be_the_first_is_held_against_the_record(
    written: Write, kind: str, claim: str, expected: bool
) -> None:
    atlas, event = written(f"{A}, first: {claim}", kind=kind)
    assert ("first first" in [f"{one.kind} {one.subject}" for one in disagreements(atlas, event)]) is expected


def test_a_region_takes_in_what_it_covers(copy: Path, written: Write) -> None:
    north = copy / "data/places/far-north/place.yml"
    north.write_text(north.read_text(encoding="utf-8") + "covers: sahl-governorate\n", encoding="utf-8")
    atlas, event = written(f"{A}, first: {{in: far-north}}", kind="raid")
    assert [one.kind for one in disagreements(atlas, event)] == ["first"]


def test_the_states_of_the_made_up_record(atlas: Atlas) -> None:
    assert {name: state(atlas, event).value for name, event in atlas.events.items()} == {
        "bayt-suwan/2012-02-raid": "denied",
        "bayt-suwan/2012-03-accord": "differ",
        "bayt-suwan/2012-03-departure": "differ",
        "bayt-suwan/2012-03-first-carts": "one-account",
        "tell-marmar/2012-03-second-carts": "differ",
        "tell-marmar/2012-04-raid": "one-origin",
        "tell-marmar/2012-04-accord": "differ",
        "tell-marmar/2012-05-gathering": "compatible",
    }


def test_bodies_above_each_other_in_a_circle_do_not_hang(change: Callable[[str, str, str], Path]) -> None:
    command = "\naccounts:\n- {source: valley-monitor/2012-03-05, at: p9, under: river-brigade}\n"
    folder = change("data/forces/high-command.yml", "\nsince: 1999\n", f"{command}since: 1999\n")
    atlas = read_atlas(folder)
    assert all(state(atlas, event) for event in atlas.events.values())
