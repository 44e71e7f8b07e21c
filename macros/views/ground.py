"""A place on the ground: where it lies, what sources say of it, and which sources its page rests on."""

from __future__ import annotations

from dataclasses import dataclass

from macros.atlas import AccountEntry
from macros.language import Said
from macros.records.files import Place
from macros.views.accounts import SourceNote, source_note
from macros.views.desk import Desk, Link


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
    note: Said | None


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
                title=record.heading(desk.lang)[0],
                by_us=record.title is None,
                language=record.heading(desk.lang)[1],
                published=desk.tongue.date(record.published),
                read=desk.tongue.word("kind.read", record.read),
                read_slug=record.read,
                accounts=desk.tongue.count("accounts", len(entries)),
                relays=tuple(link.text for link in desk.links(tuple(relays))),
            )
        )
    return tuple(rows)


def location(desk: Desk, place: Place) -> LocationView | None:
    """Where a place lies, or None where no source says."""
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


def statements(desk: Desk, place: Place) -> tuple[StatementView, ...]:
    """What sources say of the place itself, population figures last."""
    tongue = desk.tongue
    found = [
        StatementView(
            source=source_note(desk, statement),
            says=tongue.said(statement.says) if statement.says else None,
            within=desk.links(statement.within),
            near=desk.links(statement.near),
            figure="",
            note=tongue.said(statement.note) if statement.note else None,
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
            note=tongue.said(statement.note) if statement.note else None,
        )
        for statement in place.population
    ]
    return tuple(found)
