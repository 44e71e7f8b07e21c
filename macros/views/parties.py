"""Who, by role, and by which way: the parties of a place's events and the versions of a route."""

from __future__ import annotations

from dataclasses import dataclass

from macros.atlas import AccountEntry, EventEntry
from macros.views.accounts import account_link
from macros.views.desk import Desk, Link


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party in a role: the events it had it in, each with the publishers that say so."""

    party: Link
    events: tuple[tuple[Link, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """All parties some account puts in one role."""

    role: str
    rows: tuple[PartyRow, ...]


@dataclass(frozen=True, slots=True)
class LegRow:
    """One version of a route: the stops in order, where bound, where reached, how long held, by whose account."""

    event: Link
    publishers: tuple[Link, ...]
    stops: tuple[Link, ...]
    bound_for: tuple[Link, ...]
    reached: tuple[Link, ...]
    wait: str


def role_tables(desk: Desk, events: list[EventEntry]) -> tuple[RoleTable, ...]:
    """Who, by role: each party with its events and the publishers that say so."""
    tables: dict[str, dict[str, dict[str, dict[str, None]]]] = {role: {} for role in desk.atlas.words["role"]}
    for event in events:
        for account in event.reports:
            for role, parties_named in account.record.who.items():
                for party in parties_named:
                    sayers = tables[role].setdefault(party, {}).setdefault(event.id, {})
                    sayers[desk.tongue.short(account.publisher)] = None
    return tuple(
        RoleTable(
            desk.tongue.word("role", role),
            tuple(
                PartyRow(desk.link(party), tuple((desk.link(event), tuple(who)) for event, who in by_event.items()))
                for party, by_event in rows.items()
            ),
        )
        for role, rows in tables.items()
        if rows
    )


def legs(desk: Desk, event: EventEntry) -> list[LegRow]:
    """The versions of an event's route, accounts that give the same one together."""
    durations = [m for m, word in desk.atlas.words["measure"].items() if word.duration]
    versions: dict[tuple[object, ...], list[AccountEntry]] = {}
    for entry in event.reports:
        account = entry.record
        held = [desk.tongue.figure(account.figures[m], m) for m in durations if m in account.figures]
        key = (account.via, account.bound_for, account.reached, desk.tongue.comma.join(held))
        if account.via or account.reached or account.bound_for or held:
            versions.setdefault(key, []).append(entry)
    return [
        LegRow(
            event=desk.link(event.id),
            publishers=tuple(account_link(desk, entry) for entry in entries),
            stops=desk.links(entries[0].record.via),
            bound_for=desk.links(entries[0].record.bound_for),
            reached=desk.links(entries[0].record.reached),
            wait=str(held),
        )
        for (_, _, _, held), entries in versions.items()
    ]
