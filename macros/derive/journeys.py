"""Journeys: the way people were taken, as the accounts of a departure and of what followed it name its stops.

In: the Atlas and an event of a kind whose figure counts in a town's top block. Out: a `Journey`: the legs between
located stops, the waits, the stops no source locates. A leg says only that an account names the one stop after the
other; it is no road.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.derive.figures import Figure, figures, key_figure
from macros.derive.ground import spot

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Leg:
    """From one located stop to the next; `firm` where an account says it was passed or reached, not only meant."""

    start: str
    end: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Wait:
    """A stay on the way: the event, its place if one is known, how long by its accounts (None: none says)."""

    event: str
    place: str | None
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Journey:
    """A departure with what followed it: stops in the order they are first named, without the origin."""

    event: EventEntry
    members: tuple[EventEntry, ...]
    legs: tuple[Leg, ...]
    stops: tuple[str, ...]
    ends: tuple[str, ...]
    unplaced: tuple[str, ...]
    waits: tuple[Wait, ...]
    figure: Figure | None


@cache
def journeys(atlas: Atlas) -> tuple[Journey, ...]:
    """Every journey of the record, in order of time."""
    kinds = atlas.words["event-type"]
    return tuple(journey(atlas, event) for event in atlas.timeline() if kinds[event.record.type].key_figures)


@cache
def journeys_of(atlas: Atlas) -> dict[str, tuple[Journey, ...]]:
    """Journeys by the place they begin at."""
    found: dict[str, list[Journey]] = {}
    for one in journeys(atlas):
        found.setdefault(one.event.place, []).append(one)
    return {place: tuple(own) for place, own in found.items()}


@cache
def journey(atlas: Atlas, event: EventEntry) -> Journey:
    """The journey that begins with a departure."""
    members = tuple(_members(atlas, event))
    pairs: dict[Pair, bool] = {}
    stops: dict[str, None] = {}
    ends: dict[str, None] = {}
    start = event.place
    for member in members:
        here = member.record.at_place if _waiting(atlas, member) else None
        for account in member.reports:
            passed = list(account.record.via)
            if here and here not in (*passed, *account.record.reached, *account.record.bound_for):
                passed.insert(0, here)
            stops.update(dict.fromkeys(passed))
            ends.update(dict.fromkeys((*account.record.reached, *account.record.bound_for)))
            for pair, firm in _pairs(atlas, start, passed, account):
                pairs[pair] = pairs.get(pair, False) or firm
        start = here if here and spot(atlas, here) else start
    named = (*stops, *(end for end in ends if end not in stops))
    return Journey(
        event=event,
        members=members,
        legs=tuple(Leg(*pair, firm) for pair, firm in pairs.items() if not _shorter(pair, pairs, event.place)),
        stops=tuple(stops),
        ends=tuple(end for end in ends if end not in stops),
        unplaced=tuple(name for name in (event.place, *named) if spot(atlas, name) is None),
        waits=tuple(_wait(atlas, member) for member in members if _waiting(atlas, member)),
        figure=key_figure(atlas, event),
    )


def _members(atlas: Atlas, event: EventEntry) -> Iterator[EventEntry]:
    """The departure, its parts, and the events that follow one of these and tell of the way; no other departures."""
    kinds, seen, work = atlas.words["event-type"], {event.id}, [event]
    found = []
    while work:
        one = work.pop()
        found.append(one)
        after = [e for e in followers(atlas).get(one.id, ()) if any(_travels(atlas, a) for a in e.reports)]
        for other in (*atlas.children.get(one.id, ()), *after):
            if other.id not in seen and not kinds[other.record.type].key_figures:
                seen.add(other.id)
                work.append(other)
    yield event
    yield from atlas.timeline(one for one in found if one is not event)


@cache
def followers(atlas: Atlas) -> dict[str, tuple[EventEntry, ...]]:
    """For each event, those that follow it."""
    found: dict[str, list[EventEntry]] = {}
    for event in atlas.events.values():
        if event.record.follows:
            found.setdefault(event.record.follows, []).append(event)
    return {name: tuple(events) for name, events in found.items()}


def _travels(atlas: Atlas, account: AccountEntry) -> bool:
    """Whether an account tells of a way: a stop, an arrival, a time on the road."""
    durations = any(atlas.words["measure"][m].duration for m in account.record.figures)
    return bool(account.record.via or account.record.reached or durations)


def _waiting(atlas: Atlas, event: EventEntry) -> bool:
    """Whether an event is of a kind whose record should say how long it lasted on the way."""
    asked = [q.removeprefix("figures.") for q in atlas.words["event-type"][event.record.type].questions]
    return any(atlas.words["measure"][m].duration for m in asked if m in atlas.words["measure"])


def _wait(atlas: Atlas, event: EventEntry) -> Wait:
    asked = [q.removeprefix("figures.") for q in atlas.words["event-type"][event.record.type].questions]
    figure = next((f for f in figures(atlas, event) if f.measure in asked), None)
    return Wait(event.id, event.record.at_place, figure)


def _pairs(atlas: Atlas, start: str, passed: list[str], account: AccountEntry) -> Iterator[tuple[Pair, bool]]:
    """The stops an account names one after the other, those it does not locate left out; ends branch off the last."""
    located = [name for name in dict.fromkeys((start, *passed)) if spot(atlas, name)]
    for one, two in pairwise(located):
        yield (one, two), True
    for end in dict.fromkeys((*account.record.reached, *account.record.bound_for)):
        if located and end not in located and spot(atlas, end):
            yield (located[-1], end), end in account.record.reached


def _shorter(pair: Pair, pairs: dict[Pair, bool], origin: str) -> bool:
    """Whether a leg from the origin only leaves out the stops by which another account comes to the same end."""
    start, end = pair
    return start == origin and any(other[1] == end and other[0] not in (origin, end) for other in pairs)
