"""Disagreements: every point on which accounts differ, its versions side by side, each with who holds it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.derive.disagreements import Disagreement, disagreements, earlier
from macros.derive.figures import figures
from macros.derive.origins import summarise
from macros.views.accounts import account_link
from macros.views.desk import Desk, Link
from macros.views.events import counts, event_row


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a disputed point: what is said, by which accounts, going back to how many origins."""

    says: tuple[Link, ...]
    accounts: tuple[Link, ...]
    counts: str


@dataclass(frozen=True, slots=True)
class Point:
    """One disputed point of an event."""

    kind: str
    label: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class EventPoints:
    """The disputed points of an event."""

    event: Link
    anchor: str
    when: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class TownLine:
    """A town in the index: its link, its disputed points by kind."""

    link: Link
    total: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsPage:
    """The index: how many points, by kind and by town."""

    total: str
    kinds: tuple[tuple[str, str], ...]
    towns: tuple[TownLine, ...]


@dataclass(frozen=True, slots=True)
class TownDisagreements:
    """One town's disputed points, event by event."""

    place: Link
    events: tuple[EventPoints, ...]


def disagreements_page(desk: Desk) -> DisagreementsPage:
    """The index of disagreements."""
    tongue = desk.tongue
    overall: dict[str, int] = {}
    towns: list[tuple[int, str, dict[str, int]]] = []
    for place, events in desk.atlas.events_of.items():
        own: dict[str, int] = {}
        for event in events:
            for one in disagreements(desk.atlas, event):
                own[one.kind] = own.get(one.kind, 0) + 1
                overall[one.kind] = overall.get(one.kind, 0) + 1
        if own:
            towns.append((sum(own.values()), place, own))
    return DisagreementsPage(
        total=tongue.count("points", sum(overall.values())),
        kinds=tuple((tongue.ui(f"differ_on_{kind}"), tongue.count("points", n)) for kind, n in _most(overall)),
        towns=tuple(
            TownLine(
                Link(tongue.name(place), desk.to(f"disagreements/{place}/")),
                tongue.count("points", n),
                tuple(f"{tongue.ui(f'differ_on_{kind}')} {number}" for kind, number in _most(own)),
            )
            for n, place, own in sorted(towns, key=lambda town: (-town[0], town[1]))
        ),
    )


def _most(numbers: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(numbers.items(), key=lambda item: (-item[1], item[0]))


def town_disagreements(desk: Desk, name: str) -> TownDisagreements:
    """One town's disagreements."""
    found = []
    for event in desk.atlas.timeline(desk.atlas.events_of.get(name, ())):
        points = tuple(_point(desk, event, one) for one in disagreements(desk.atlas, event))
        if points:
            anchor = event.id.partition("/")[2]
            found.append(EventPoints(desk.link(event.id), anchor, event_row(desk, event).when, points))
    return TownDisagreements(desk.link(name), tuple(found))


@cache
def disputed_places(atlas: Atlas) -> dict[str, None]:
    """The places with at least one disputed point, in the order of the record."""
    places = atlas.events_of.items()
    return {place: None for place, events in places if any(disagreements(atlas, event) for event in events)}


def _point(desk: Desk, event: EventEntry, one: Disagreement) -> Point:
    tongue = desk.tongue
    labels = {
        "figure": lambda: tongue.word("measure", one.subject),
        "role": lambda: tongue.role(one.subject, event.record.type),
        "term": lambda: tongue.word("term", one.subject),
        "kept": lambda: tongue.word("term", one.subject),
    }
    label = labels[one.kind]() if one.kind in labels else tongue.ui(f"differ_{one.kind}")
    versions: dict[tuple[Link, ...], list[AccountEntry]] = {}
    for account in one.accounts:
        versions.setdefault(_version(desk, event, one, account), []).append(account)
    measure = one.subject if one.kind == "figure" else None
    return Point(
        one.kind,
        label,
        tuple(
            Version(
                says,
                tuple(account_link(desk, account) for account in accounts),
                counts(desk, summarise(desk.atlas, accounts, measure)),
            )
            for says, accounts in versions.items()
        ),
    )


def _version(desk: Desk, event: EventEntry, one: Disagreement, account: AccountEntry) -> tuple[Link, ...]:
    """What an account says on a disputed point, in the page's words."""
    tongue, record, denies = desk.tongue, account.record, account.record.denies
    if one.kind == "occurrence":
        return (Link(tongue.ui("says_no" if account.denies_event else "says_yes")),)
    if one.kind == "date":
        return (Link(tongue.date(record.when)),) if record.when else ()
    if one.kind == "place":
        if denies and denies.where:
            return (Link(tongue.ui("denies_where")), *desk.links(denies.where))
        return desk.links(record.where)
    if one.kind == "figure":
        given = next(f for f in figures(desk.atlas, event) if f.measure == one.subject).given
        quantity = next(g.quantity for g in given if g.account.id == account.id)
        return (Link(tongue.figure(quantity, one.subject)),)
    if one.kind == "role":
        if denies and one.subject in denies.who:
            return (Link(tongue.ui("denies_this")), *desk.links(denies.who[one.subject]))
        return desk.links(record.who[one.subject])
    if one.kind == "kept":
        return (Link(tongue.ui(f"kept_{record.keeps[one.subject]}")),)
    if one.kind == "first":
        against = tuple(other.id for other in earlier(desk.atlas, event, account))
        return (Link(tongue.ui("first_against")), *desk.links(against))
    agreed = one.subject in record.promises
    return (Link(tongue.ui("term_promised" if agreed else "term_denied")),)
