"""A place's page: the answer first, then the doubt, then the evidence."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.derive.figures import figures, key_figure
from macros.derive.towns import Outcome, gaps, outcome
from macros.language import Said
from macros.records.files import Place
from macros.views.agreed import TermRow, agreed
from macros.views.desk import Desk, Link
from macros.views.events import EventRow, FigureView, event_row, figure_view, gap_word, parents
from macros.views.ground import LocationView, SourceRow, StatementView, location, source_rows, statements
from macros.views.locator import Locator, locator
from macros.views.parties import LegRow, RoleTable, legs, role_tables
from macros.views.routes import Routes, routes
from macros.views.timelines import Timeline, place_timeline

# A place with more sources than this has them, and who is named in which role, on a page of their own: a page should
# open on a weak line.
MOST_SOURCES = 60
SHOWN = 2  # key figures in the top block: it has to fit one phone screen


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure of the top block: the event, what is counted, its range and what it rests on."""

    event: Link
    figure: FigureView


@dataclass(frozen=True, slots=True)
class GapRow:
    """What no account of an event says."""

    event: Link
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventFigures:
    """An event's figures: those in the page's tables, and those told in a line each."""

    event: Link
    tables: tuple[FigureView, ...]
    lines: tuple[FigureView, ...]


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
    timeline: Timeline | None
    figures: tuple[EventFigures, ...]
    legs: tuple[LegRow, ...]
    routes: Routes
    roles: tuple[RoleTable, ...]
    evidence: Link | None
    gaps: tuple[GapRow, ...]
    unknown: tuple[Said, ...]
    sources: tuple[SourceRow, ...]
    variants: tuple[str, ...]
    location: LocationView | None
    map: Locator | None
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
        terms=agreed(desk, name),
        rows=tuple(event_row(desk, event) for event in events),
        timeline=place_timeline(desk, name),
        figures=_side_by_side(desk, events),
        legs=tuple(leg for event in events for leg in legs(desk, event)),
        routes=routes(desk, name),
        roles=role_tables(desk, events),
        evidence=_evidence(desk, name),
        gaps=gap_rows,
        unknown=tuple(tongue.said(text) for text in place.unknown),
        sources=source_rows(desk, accounts),
        variants=place.variants,
        location=location(desk, place),
        map=locator(desk, name),
        statements=statements(desk, place),
        inside=desk.links(atlas.inside.get(name, ())),
        elsewhere=tuple(event_row(desk, event) for event in mentioned),
        note=tongue.said(place.note) if place.note else None,
        edit=desk.edit("place", name),
        file=atlas.files["place", name],
    )


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Who is named in which role, and every source, of a place with many."""

    title: str
    place: Link
    reading: str
    roles: tuple[RoleTable, ...]
    sources: tuple[SourceRow, ...]


def evidence_page(desk: Desk, name: str) -> EvidencePage:
    """The page of a place's roles and sources; `KeyError` for an unknown id."""
    events = desk.atlas.timeline(desk.atlas.events_of.get(name, ()))
    accounts = [account for event in events for account in event.accounts]
    return EvidencePage(
        title=evidence_title(desk, name),
        place=desk.link(name),
        reading=_how_read(desk, accounts),
        roles=role_tables(desk, events),
        sources=source_rows(desk, accounts),
    )


def evidence_title(desk: Desk, name: str) -> str:
    """What that page is called."""
    return desk.tongue.ui("evidence_of", place=desk.tongue.name(name))


def has_evidence_page(atlas: Atlas, name: str) -> bool:
    """Whether a place's sources are too many for its page."""
    events = atlas.events_of.get(name, ())
    return len({account.item for event in events for account in event.accounts}) > MOST_SOURCES


def _evidence(desk: Desk, name: str) -> Link | None:
    if not has_evidence_page(desk.atlas, name):
        return None
    return Link(evidence_title(desk, name), desk.to(addresses.evidence(name)))


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
    """The key figures of the two events whose figure most accounts give, in order of date.

    A figure only one account gives stands there only where the town has no other.
    """
    found = [(event, figure) for event in events if (figure := key_figure(desk.atlas, event))]
    found = [pair for pair in found if len(pair[1].given) > 1] or found
    most = sorted(found, key=lambda pair: -len(pair[1].given))[:SHOWN]
    return tuple(KeyFigure(desk.link(event.id), figure_view(desk, f)) for event, f in found if (event, f) in most)


def _side_by_side(desk: Desk, events: list[EventEntry]) -> tuple[EventFigures, ...]:
    """Every event's figures: the disputed ones of key events as tables here, the others in a line each."""
    found = []
    for event in events:
        own = figures(desk.atlas, event)
        tables = [f for f in own if key_figure(desk.atlas, event) and len(f.given) > 1]
        lines = [f for f in own if f not in tables]
        if own:
            views = [tuple(figure_view(desk, f) for f in group) for group in (tables, lines)]
            found.append(EventFigures(desk.link(event.id), *views))
    return tuple(found)


def _gaps(desk: Desk, event: EventEntry) -> GapRow:
    words = tuple(gap_word(desk, event, gap.question) for gap in gaps(desk.atlas, event))
    return GapRow(desk.link(event.id), words)
