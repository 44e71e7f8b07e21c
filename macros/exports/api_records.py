"""The API's documents of places, forces, persons, concepts, publishers and sources.

In: a `Pen` and an id. Out: a document, whole, in the shape that `shapes` gives it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.derive.towns import outcome
from macros.exports import shapes
from macros.exports.api_parts import Pen, date, date_or_none, label, text, text_or_none
from macros.records.files import Location


def place(pen: Pen, name: str) -> shapes.Place:
    """A place."""
    atlas, record = pen.atlas, pen.atlas.places[name]
    events = [event.id for event in atlas.timeline(atlas.events_of.get(name, ()))]
    inside, mentions = list(atlas.inside.get(name, ())), list(atlas.mentions.get(name, ()))
    found = outcome(atlas, name)
    return {
        **pen.record("place", name, record, [name, *events, *inside, *mentions]),
        "name": label(record.name),
        "variants": list(record.variants),
        "place_kind": record.kind,
        "parent": record.parent,
        "covers": list(record.covers),
        "inside": inside,
        "location": _location(record.location) if record.location else None,
        "summary": text_or_none(record.summary),
        "note": text_or_none(record.note),
        "unknown": [text(one) for one in record.unknown],
        "outcome": {"outcome": found.outcome, "because": list(found.because)},
        "events": events,
        "mentioned_in": mentions,
        "statements": pen.statements(record),
        "reviewed": date_or_none(record.reviewed),
    }


def _location(where: Location) -> shapes.Location:
    return {
        "kind": where.kind,
        "lat": where.lat,
        "lon": where.lon,
        "of": where.of or where.around,
        "basis": text_or_none(where.basis),
        "source": where.source,
    }


def _body(pen: Pen, kind: shapes.Kind, name: str, record: Any) -> shapes.Body:
    roles = {event: list(roles) for event, roles in pen.atlas.roles_of.get(name, {}).items()}
    below = list(pen.atlas.below.get(name, ()))
    return {
        **pen.record(kind, name, record, [name, *roles, *below]),
        "name": label(record.name),
        "variants": list(record.variants),
        "roles": roles,
        "below": below,
        "statements": pen.statements(record),
        "reviewed": date_or_none(record.reviewed),
    }


def force(pen: Pen, name: str) -> shapes.Force:
    """A force."""
    record = pen.atlas.forces[name]
    return {
        **_body(pen, "force", name, record),
        "force_kind": record.kind,
        "description": text(record.description),
        "since": date_or_none(record.since),
        "until": date_or_none(record.until),
    }


def person(pen: Pen, name: str) -> shapes.Person:
    """A person."""
    record = pen.atlas.people[name]
    return {**_body(pen, "person", name, record), "role": text(record.role), "speaks_for": record.speaks_for}


def concept(pen: Pen, name: str) -> shapes.Concept:
    """A concept."""
    record = pen.atlas.concepts[name]
    return {
        **pen.record("concept", name, record, [name]),
        "name": label(record.name),
        "variants": list(record.variants),
        "definition": text(record.definition),
        "legal": text_or_none(record.legal),
        "legal_sources": list(record.legal_sources),
        "related": list(record.related),
        "statements": pen.statements(record),
        "reviewed": date_or_none(record.reviewed),
    }


def publisher(pen: Pen, name: str) -> shapes.Publisher:
    """A publisher, its items by id only."""
    record = pen.atlas.publishers[name]
    return {
        **pen.record("publisher", name, record, [name]),
        "name": label(record.name),
        "short": label(record.short) if record.short else None,
        "publisher_kind": record.kind,
        "languages": list(record.languages),
        "country": record.country,
        "url": record.url,
        "stance": record.stance,
        "stance_source": record.stance_source,
        "speaks_for": record.speaks_for,
        "items": [f"{name}/{key}" for key in record.items],
    }


def source(pen: Pen, name: str) -> shapes.Source:
    """A source item and what rests on it."""
    found = pen.atlas.sources[name]
    item, accounts = found.record, pen.atlas.accounts_of.get(name, ())
    records = pen.atlas.cited_by.get(name, ())
    events: Iterable[str] = dict.fromkeys(account.event for account in accounts)
    return {
        **pen.record("source", name, item, [name, *records, *events]),
        "publisher": found.publisher,
        "title": item.title,
        "title_by_us": text_or_none(item.title_by_us),
        "author": item.author,
        "published": date(item.published),
        "language": item.language,
        "url": item.url,
        "archived": item.archived,
        "accessed": date_or_none(item.accessed),
        "read": item.read,
        "copy_on": item.copy_on,
        "dating": text_or_none(item.dating),
        "accounts": [account.id for account in accounts],
        "records": list(records),
    }
