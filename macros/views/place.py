"""A place's page: the answer first, then the doubt, then the evidence."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.atlas import AccountEntry, EventEntry
from macros.derive.figures import figures
from macros.derive.origins import summarise
from macros.derive.towns import Outcome, Term, gaps, outcome, terms
from macros.language import Said
from macros.records.files import Place
from macros.views.accounts import SourceNote, source_note
from macros.views.desk import Desk, Link
from macros.views.events import EventRow, FigureView, counts, event_row, figure_view, gap_word, parents

SHOWN = 2  # key figures in the top block: it has to fit one phone screen


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure of the top block: the event, what is counted, its range and what it rests on."""

    event: Link
    figure: FigureView


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term promised in an agreement: by how many accounts, and what became of it by whose report."""

    term: str
    promised: str
    denied: tuple[Link, ...]
    kept: tuple[tuple[str, str, tuple[Link, ...]], ...]
    carried_out: Link | None


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
class GapRow:
    """What no account of an event says."""

    event: Link
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegRow:
    """One version of a route: the stops in order, where bound, where reached, how long held, by whose account."""

    event: Link
    publishers: tuple[Link, ...]
    stops: tuple[Link, ...]
    bound_for: tuple[Link, ...]
    reached: tuple[Link, ...]
    wait: str


@dataclass(frozen=True, slots=True)
class EventFigures:
    """An event's figures: those in the page's tables, and those told in a line each."""

    event: Link
    tables: tuple[FigureView, ...]
    lines: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source used on the page: how much was read, how many accounts it carries, whom it relays here."""

    publisher: Link
    title: str
    by_us: bool
    language: str
    published: str
    read: str
    read_slug: str
    accounts: str
    relays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocationView:
    """Where a place is, in words: kind, coordinates or basis, source."""

    kind: str
    around: Link | None
    coordinates: str
    basis: Said | None
    source: Link


@dataclass(frozen=True, slots=True)
class StatementView:
    """What a source says of the place itself."""

    source: SourceNote
    says: Said | None
    within: tuple[Link, ...]
    near: tuple[Link, ...]
    figure: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """Everything on a place's page, in order."""

    id: str
    name: str
    other_name: str
    other_lang: str
    kind: str
    parents: tuple[Link, ...]
    summary: Said | None
    outcome: str
    outcome_slug: str
    because: tuple[Link, ...]
    reading: str
    key_figures: tuple[KeyFigure, ...]
    gap_count: str
    terms: tuple[tuple[Link, tuple[TermRow, ...]], ...]
    rows: tuple[EventRow, ...]
    figures: tuple[EventFigures, ...]
    legs: tuple[LegRow, ...]
    roles: tuple[RoleTable, ...]
    gaps: tuple[GapRow, ...]
    unknown: tuple[Said, ...]
    sources: tuple[SourceRow, ...]
    variants: tuple[str, ...]
    location: LocationView | None
    statements: tuple[StatementView, ...]
    inside: tuple[Link, ...]
    elsewhere: tuple[EventRow, ...]
    note: Said | None
    edit: str | None
    file: str


def place_page(desk: Desk, name: str) -> PlacePage:
    """The page of a place; `KeyError` for an unknown id."""
    atlas, tongue = desk.atlas, desk.tongue
    place: Place = atlas.places[name]
    events = atlas.timeline(atlas.events_of.get(name, ()))
    accounts = [account for event in events for account in event.accounts]
    found: Outcome = outcome(atlas, name)
    gap_rows = tuple(row for row in (_gaps(desk, event) for event in events) if row.missing)
    mentioned = atlas.timeline(atlas.events[e] for e in atlas.mentions.get(name, ()))
    return PlacePage(
        id=name,
        name=place.name.get(desk.lang),
        other_name=place.name.get(desk.other),
        other_lang=desk.other,
        kind=tongue.word("kind.place", place.kind),
        parents=desk.links(parents(desk, name)),
        summary=tongue.said(place.summary) if place.summary else None,
        outcome=tongue.word("outcome", found.outcome),
        outcome_slug=found.outcome,
        because=desk.links(found.because),
        reading=_how_read(desk, accounts),
        key_figures=_key_figures(desk, events),
        gap_count=tongue.count("gaps", sum(len(row.missing) for row in gap_rows)),
        terms=_terms(desk, name),
        rows=tuple(event_row(desk, event) for event in events),
        figures=_side_by_side(desk, events),
        legs=tuple(leg for event in events for leg in _legs(desk, event)),
        roles=_roles(desk, events),
        gaps=gap_rows,
        unknown=tuple(tongue.said(text) for text in place.unknown),
        sources=source_rows(desk, accounts),
        variants=place.variants,
        location=_location(desk, place),
        statements=_statements(desk, place),
        inside=desk.links(atlas.inside.get(name, ())),
        elsewhere=tuple(event_row(desk, event) for event in mentioned),
        note=tongue.said(place.note) if place.note else None,
        edit=desk.edit("place", name),
        file=atlas.files["place", name],
    )


def _how_read(desk: Desk, accounts: list[AccountEntry]) -> str:
    """How many accounts from how many sources, and how many of the sources were read whole."""
    items = {account.item for account in accounts}
    whole = sum(desk.atlas.sources[item].record.read == "whole" for item in items)
    tongue = desk.tongue
    publishers = len({account.publisher for account in accounts})
    return tongue.ui(
        "how_read",
        accounts=tongue.count("accounts", len(accounts)),
        sources=tongue.count("sources", len(items)),
        publishers=tongue.count("publishers", publishers),
        whole=whole,
        total=len(items),
    )


def _key_figures(desk: Desk, events: list[EventEntry]) -> tuple[KeyFigure, ...]:
    """The first figure of the events that decide the town's outcome, the most reported two, in order of date."""
    found = []
    for event in events:
        shown = figures(desk.atlas, event) if is_key(desk, event) else ()
        if shown:
            found.append((len(shown[0].given), KeyFigure(desk.link(event.id), figure_view(desk, shown[0]))))
    enough = sorted((n for n, _ in found), reverse=True)[:SHOWN][-1:]
    return tuple(key for n, key in found if n >= enough[0])[:SHOWN]


def is_key(desk: Desk, event: EventEntry) -> bool:
    """Whether an event's kind is one whose figure stands in the top block."""
    return bool(desk.atlas.words["event-type"][event.record.type].key_figure)


def _terms(desk: Desk, name: str) -> tuple[tuple[Link, tuple[TermRow, ...]], ...]:
    """The terms of a place by agreement."""
    by_event: dict[str, list[TermRow]] = {}
    for term in terms(desk.atlas, name):
        by_event.setdefault(term.event, []).append(_term(desk, term))
    return tuple((desk.link(event), tuple(rows)) for event, rows in by_event.items())


def _term(desk: Desk, term: Term) -> TermRow:
    tongue = desk.tongue
    return TermRow(
        term=tongue.word("term", term.term),
        promised=counts(desk, summarise(desk.atlas, term.promised)) if term.promised else "",
        denied=tuple(account_link(desk, account) for account in term.denied),
        kept=tuple(
            (how, tongue.ui(f"kept_{how}"), tuple(account_link(desk, account) for account in accounts))
            for how, accounts in term.kept
        ),
        carried_out=desk.link(term.carried_out) if term.carried_out else None,
    )


def account_link(desk: Desk, account: AccountEntry) -> Link:
    """The publisher's name, leading to the account."""
    return Link(desk.tongue.short(account.publisher), desk.to(addresses.of("account", account.id) or ""))


def _side_by_side(desk: Desk, events: list[EventEntry]) -> tuple[EventFigures, ...]:
    """Every event's figures: the disputed ones of key events as tables here, the others in a line each."""
    found = []
    for event in events:
        own = figures(desk.atlas, event)
        tables = [f for f in own if is_key(desk, event) and len(f.given) > 1]
        lines = [f for f in own if f not in tables]
        if own:
            views = [tuple(figure_view(desk, f) for f in group) for group in (tables, lines)]
            found.append(EventFigures(desk.link(event.id), *views))
    return tuple(found)


def _legs(desk: Desk, event: EventEntry) -> list[LegRow]:
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


def _roles(desk: Desk, events: list[EventEntry]) -> tuple[RoleTable, ...]:
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


def _gaps(desk: Desk, event: EventEntry) -> GapRow:
    words = tuple(gap_word(desk, event, gap.question) for gap in gaps(desk.atlas, event))
    return GapRow(desk.link(event.id), words)


def source_rows(desk: Desk, accounts: list[AccountEntry]) -> tuple[SourceRow, ...]:
    """The sources of some accounts, by publisher and date, with whom each relays."""
    used: dict[str, list[AccountEntry]] = {}
    for account in accounts:
        used.setdefault(account.item, []).append(account)
    rows = []
    for item in sorted(used, key=lambda i: (desk.tongue.short(i.split("/")[0]), i)):
        source, entries = desk.atlas.sources[item], used[item]
        relays = dict.fromkeys(speaker for entry in entries for speaker in entry.record.from_)
        record = source.record
        rows.append(
            SourceRow(
                publisher=Link(desk.tongue.short(source.publisher), desk.link(item).href),
                title=record.title or record.title_by_us or "",
                by_us=record.title is None,
                language=record.language or "en",
                published=desk.tongue.date(record.published),
                read=desk.tongue.word("kind.read", record.read),
                read_slug=record.read,
                accounts=desk.tongue.count("accounts", len(entries)),
                relays=tuple(link.text for link in desk.links(tuple(relays))),
            )
        )
    return tuple(rows)


def _location(desk: Desk, place: Place) -> LocationView | None:
    where = place.location
    if where is None:
        return None
    target = where.of or where.around
    return LocationView(
        kind=desk.tongue.ui(f"location_{where.kind}"),
        around=desk.link(target) if target else None,
        coordinates=f"{where.lat}, {where.lon}" if where.kind == "point" else "",
        basis=desk.tongue.said(where.basis) if where.basis else None,
        source=desk.link(where.source),
    )


def _statements(desk: Desk, place: Place) -> tuple[StatementView, ...]:
    tongue = desk.tongue
    found = [
        StatementView(
            source=source_note(desk, statement),
            says=tongue.said(statement.says) if statement.says else None,
            within=desk.links(statement.within),
            near=desk.links(statement.near),
            figure="",
        )
        for statement in place.accounts
    ]
    found += [
        StatementView(
            source=source_note(desk, statement),
            says=None,
            within=(),
            near=(),
            figure=tongue.ui("population_of", figure=tongue.figure_of(statement.value, "people")),
        )
        for statement in place.population
    ]
    return tuple(found)
