"""Disagreements: where the accounts of one event cannot all be right, or one denies what another says.

In: an event. Out: its `Disagreement` values (figure, date, place, role, term, occurrence) and the event's state.
Silence is never a disagreement, and a date we inferred is never held against another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.dates import When
from macros.derive.figures import State, figures
from macros.derive.origins import body, summarise


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One point on which accounts differ: its kind, the measure, role or term it is about, the accounts involved.

    Kinds: occurrence, date, place, figure, role, term, kept, and first (the record has an earlier event of that kind).
    """

    event: str
    kind: str
    subject: str
    accounts: tuple[AccountEntry, ...]


@cache
def disagreements(atlas: Atlas, event: EventEntry) -> tuple[Disagreement, ...]:
    """Every disagreement among the accounts of an event."""
    return (
        *_occurrence(event),
        *_dates(event),
        *_places(atlas, event),
        *(
            Disagreement(event.id, "figure", figure.measure, tuple(given.account for given in figure.given))
            for figure in figures(atlas, event)
            if figure.state is State.DIFFER
        ),
        *_roles(atlas, event),
        *_terms(atlas, event),
        *_firsts(atlas, event),
    )


@cache
def state(atlas: Atlas, event: EventEntry) -> State:
    """The state of an event: denied, differ, one account, one origin, or compatible."""
    found = disagreements(atlas, event)
    if any(one.kind == "occurrence" for one in found):
        return State.DENIED
    if found:
        return State.DIFFER
    if len(event.reports) <= 1:
        return State.ONE
    return State.RELAYED if summarise(atlas, event.reports).single else State.COMPATIBLE


def _occurrence(event: EventEntry) -> Iterator[Disagreement]:
    if any(account.denies_event for account in event.accounts):
        yield Disagreement(event.id, "occurrence", "event", event.accounts)


def _dates(event: EventEntry) -> Iterator[Disagreement]:
    dated = [a for a in event.reports if a.record.when and "when" not in a.record.inferred]
    apart = [
        (a, b)
        for a, b in combinations(dated, 2)
        if a.record.when and b.record.when and not a.record.when.overlaps(b.record.when)
    ]
    if apart:
        yield Disagreement(event.id, "date", "when", tuple(dated))


def _places(atlas: Atlas, event: EventEntry) -> Iterator[Disagreement]:
    placed = [a for a in event.reports if a.record.where and "where" not in a.record.inferred]
    if any(not _touch(atlas, a.record.where, b.record.where) for a, b in combinations(placed, 2)):
        yield Disagreement(event.id, "place", "where", tuple(placed))
    for denier in event.accounts:
        denied = denier.record.denies.where if denier.record.denies else ()
        against = [a for a in event.reports if set(a.record.where) & set(denied)]
        if against:
            yield Disagreement(event.id, "place", "where", (*against, denier))


def _touch(atlas: Atlas, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two lists of places share one, or one lies within another."""
    return bool((set(one) & _around(atlas, two)) | (set(two) & _around(atlas, one)))


def _around(atlas: Atlas, names: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    for name in names:
        here: str | None = name
        while here and here not in found:
            found.add(here)
            here = atlas.places[here].parent
    return found


def _roles(atlas: Atlas, event: EventEntry) -> Iterator[Disagreement]:
    """A role only one side can hold, given to parties that have nothing to do with each other; and denied roles."""
    mutual = atlas.words["event-type"][event.record.type].mutual
    for role, word in atlas.words["role"].items():
        named = [
            account
            for account in event.reports
            if role in account.record.who
            and role not in account.record.inferred
            and _names_somebody(atlas, account, role)
        ]
        apart = (
            word.exclusive != "no"
            and not mutual
            and any(
                _unrelated(atlas, a.record.who[role], b.record.who[role], groups=word.exclusive == "all")
                for a, b in combinations(named, 2)
            )
        )
        deniers = [account for account in event.accounts if account.record.denies and role in account.record.denies.who]
        if apart or deniers:
            chosen = {account.id for account in (*named, *deniers)}
            yield Disagreement(event.id, "role", role, tuple(a for a in event.accounts if a.id in chosen))


def _names_somebody(atlas: Atlas, account: AccountEntry, role: str) -> bool:
    """Whether the role holds more than groups that name nobody."""
    groups = atlas.words.get("group", {})
    return any(party not in groups or not groups[party].unknown for party in account.record.who[role])


def _unrelated(atlas: Atlas, one: tuple[str, ...], two: tuple[str, ...], *, groups: bool) -> bool:
    """Whether no party of one list is, covers or belongs to a party of the other.

    Two unnamed groups can always be the same people; a group and a body cannot, where `groups` count.
    """
    known = atlas.words.get("group", {})
    bare = [all(party in known for party in parties) for parties in (one, two)]
    if all(bare) or (any(bare) and not groups):
        return False
    own = [{body(atlas, name) for name in parties} for parties in (one, two)]
    wider = [set().union(*(above(atlas, name, frozenset()) for name in names)) for names in own]
    return not (own[0] & wider[1] or own[1] & wider[0])


def above(atlas: Atlas, name: str, seen: frozenset[str]) -> set[str]:
    """A body, the wider names that cover it, and all bodies some source puts it under or at the head of."""
    if name in seen:
        return set()
    seen = seen | {name}
    found = {name}
    force, person, group = atlas.forces.get(name), atlas.people.get(name), atlas.words.get("group", {}).get(name)
    higher = list(group.within) if group else []
    higher += [*force.within, *(up for s in force.accounts for up in s.under)] if force else []
    higher += [up for s in person.accounts for up in (*s.leads, *s.member_of)] if person else []
    for up in higher:
        found |= above(atlas, up, seen)
    return found


def earlier(atlas: Atlas, event: EventEntry, account: AccountEntry) -> tuple[EventEntry, ...]:
    """The events that stand against an account's "first": same type, in its scope, since its date, before this one."""
    claim = account.record.first
    if claim is None:
        return ()
    return tuple(
        other
        for other in atlas.events.values()
        if other.record.type == event.record.type
        and other.reports
        and ended(other) < begun(event)
        and (claim.since is None or begun(other) > ended_of(claim.since))
        and lies_in(atlas, other.place, claim.in_)
    )


def begun(event: EventEntry) -> date:
    """The first day of an event's span; an open start counts from its last day."""
    return event.when.first or event.when.last or date.max


def ended(event: EventEntry) -> date:
    """The last day of an event's span; an open end counts from its first day."""
    return ended_of(event.when)


def ended_of(when: When) -> date:
    """The last day of a date; an open end counts from its first day."""
    return when.last or when.first or date.max


def lies_in(atlas: Atlas, place: str, scope: str) -> bool:
    """Whether a place is the scope, lies in it, or lies in a place the scope covers."""
    above = _around(atlas, (place,))
    return bool(above & {scope, *atlas.places[scope].covers})


def _firsts(atlas: Atlas, event: EventEntry) -> Iterator[Disagreement]:
    claims = tuple(account for account in event.reports if earlier(atlas, event, account))
    if claims:
        yield Disagreement(event.id, "first", "first", claims)


def _terms(atlas: Atlas, event: EventEntry) -> Iterator[Disagreement]:
    """Terms that some account has agreed and another denies or rules out; and terms kept by one, broken by another."""
    words = atlas.words["term"]
    for term in words:
        promised = [a for a in event.reports if term in a.record.promises]
        denied = [a for a in event.accounts if a.record.denies and term in a.record.denies.terms]
        against = [a for a in event.reports if any(words[t].rules_out == term for t in a.record.promises)]
        if denied or (promised and against):
            chosen = {account.id for account in (*promised, *denied, *against)}
            yield Disagreement(event.id, "term", term, tuple(a for a in event.accounts if a.id in chosen))
        kept = [a for a in event.reports if term in a.record.keeps]
        if len({a.record.keeps[term] for a in kept}) > 1:
            yield Disagreement(event.id, "kept", term, tuple(kept))
