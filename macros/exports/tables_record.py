"""The tables of what the record is about: places, events, forces, people, publishers, sources, and their names.

In: the Atlas. Out: `Table` values; a row per record, in the order of the files, events in order of time.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses, dates
from macros.atlas import Atlas
from macros.dates import When
from macros.derive.disagreements import state
from macros.derive.origins import summarise
from macros.derive.towns import outcome
from macros.edition import Edition
from macros.exports.tables import Cell, Column, Table, both, days, ident
from macros.records.base import Text

Row = Iterator[tuple[Cell, ...]]
PAGE = Column("page", needed=True)


def texts(text: Text | None) -> tuple[str | None, str | None]:
    """A text in English and Arabic; None where it is awaited."""
    return (text.en, text.ar) if text else (None, None)


def dated(when: When | None) -> tuple[Cell, Cell, Cell]:
    """A date as EDTF with its first and last day."""
    return (dates.machine(when), when.first, when.last) if when else (None, None, None)


def spaced(names: tuple[str, ...]) -> str | None:
    """Several ids or words in one cell."""
    return " ".join(names) or None


def page(edition: Edition, kind: str, name: str) -> str:
    """The address of a record's English page, for a file in the folder of downloads."""
    return edition.to(addresses.of(kind, name) or "", "data/")


def _places(atlas: Atlas, edition: Edition) -> Row:
    for name, place in atlas.places.items():
        where = place.location
        yield (
            name,
            place.name.en,
            place.name.ar,
            place.kind,
            place.parent,
            where.kind if where else None,
            where.lat if where else None,
            where.lon if where else None,
            (where.of or where.around) if where else None,
            *texts(where.basis if where else None),
            where.source if where else None,
            outcome(atlas, name).outcome,
            len(atlas.events_of.get(name, ())),
            *texts(place.summary),
            page(edition, "place", name),
        )


def _events(atlas: Atlas, edition: Edition) -> Row:
    for event in atlas.timeline():
        origins = summarise(atlas, event.reports or event.accounts)
        yield (
            event.id,
            event.place,
            event.record.type,
            *texts(event.record.title),
            *dated(event.when),
            state(atlas, event).value,
            len(event.accounts),
            len(origins.known),
            origins.unnamed,
            event.record.part_of,
            event.record.follows,
            event.record.at_place,
            *texts(event.record.note),
            page(edition, "event", event.id),
        )


def _forces(atlas: Atlas, edition: Edition) -> Row:
    for name, force in atlas.forces.items():
        since, until = (dates.machine(when) if when else None for when in (force.since, force.until))
        count = len(atlas.roles_of.get(name, ()))
        named = (name, force.name.en, force.name.ar, force.kind, since, until)
        yield (*named, *texts(force.description), count, page(edition, "force", name))


def _people(atlas: Atlas, edition: Edition) -> Row:
    for name, person in atlas.people.items():
        named = (name, person.name.en, person.name.ar, *texts(person.role), person.speaks_for)
        yield (*named, len(atlas.roles_of.get(name, ())), page(edition, "person", name))


def _publishers(atlas: Atlas, edition: Edition) -> Row:
    for name, one in atlas.publishers.items():
        named = (name, one.name.en, one.name.ar, one.kind, spaced(one.languages), one.country, one.url)
        yield (*named, one.stance, one.stance_source, len(one.items), page(edition, "publisher", name))


def _sources(atlas: Atlas, edition: Edition) -> Row:
    for name, source in atlas.sources.items():
        item = source.record
        yield (
            name,
            source.publisher,
            item.heading("en")[0],
            item.heading("ar")[0],
            item.title is None,
            item.author,
            item.language,
            *dated(item.published),
            item.url,
            item.archived,
            dates.machine(item.accessed) if item.accessed else None,
            item.read,
            len(atlas.accounts_of.get(name, ())),
            page(edition, "item", name),
        )


def _entities(atlas: Atlas, edition: Edition) -> Row:
    for kind, holder in (*atlas.named(), ("publisher", atlas.publishers)):
        for name, record in holder.items():
            yield name, kind, record.name.en, record.name.ar, page(edition, kind, name)
    for kind in ("group", "voice"):
        for name, word in atlas.words.get(kind, {}).items():
            yield name, kind, word.en, word.ar, None


def _names(atlas: Atlas, _: Edition) -> Row:
    for kind, holder in (*atlas.named(), ("publisher", atlas.publishers)):
        for name, record in holder.items():
            main = (record.name.en, record.name.ar)
            for spelling in dict.fromkeys((*main, *getattr(record, "variants", ()))):
                yield name, kind, spelling, script(spelling), spelling in main


def script(text: str) -> str:
    """The script of a name, by ISO 15924: Arabic if a letter of it is, else Latin."""
    return "Arab" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "Latn"


PLACES = Table(
    "places",
    (
        ident(),
        *both("name", needed=True),
        Column("kind", needed=True, words="kind.place"),
        Column("parent_id", refers="places"),
        Column("location", words="point|proxy|area"),
        Column("lat", "number"),
        Column("lon", "number"),
        Column("location_of", refers="places"),
        *both("basis"),
        Column("location_source_id", refers="sources"),
        Column("outcome", needed=True, words="outcome"),
        Column("events", "integer", needed=True),
        *both("summary"),
        PAGE,
    ),
    ("id",),
    _places,
)
EVENTS = Table(
    "events",
    (
        ident(),
        ident("places", "place_id"),
        Column("type", needed=True, words="event-type"),
        *both("title"),
        *days(),
        Column("state", needed=True, words="one-account|one-origin|compatible|differ|denied"),
        Column("accounts", "integer", needed=True),
        Column("origins", "integer", needed=True),
        Column("unnamed", "integer", needed=True),
        Column("part_of", refers="events"),
        Column("follows", refers="events"),
        Column("at_place", refers="places"),
        *both("note"),
        PAGE,
    ),
    ("id",),
    _events,
)
FORCES = Table(
    "forces",
    (
        ident(),
        *both("name", needed=True),
        Column("kind", needed=True, words="kind.force"),
        Column("since"),
        Column("until"),
        *both("description"),
        Column("events", "integer", needed=True),
        PAGE,
    ),
    ("id",),
    _forces,
)
PEOPLE = Table(
    "people",
    (
        ident(),
        *both("name", needed=True),
        *both("role"),
        Column("speaks_for", refers="entities"),
        Column("events", "integer", needed=True),
        PAGE,
    ),
    ("id",),
    _people,
)
PUBLISHERS = Table(
    "publishers",
    (
        ident(),
        *both("name", needed=True),
        Column("kind", needed=True, words="kind.publisher"),
        Column("languages", many=True),
        Column("country"),
        Column("url"),
        Column("stance", words="kind.stance"),
        Column("stance_source_id", refers="sources"),
        Column("items", "integer", needed=True),
        PAGE,
    ),
    ("id",),
    _publishers,
)
SOURCES = Table(
    "sources",
    (
        ident(),
        ident("publishers", "publisher_id"),
        *both("title", needed=True),
        Column("title_by_us", "boolean", needed=True),
        Column("author"),
        Column("language"),
        *days(),
        Column("url"),
        Column("archived"),
        Column("accessed"),
        Column("read", needed=True, words="kind.read"),
        Column("accounts", "integer", needed=True),
        PAGE,
    ),
    ("id",),
    _sources,
)
ENTITIES = Table(
    "entities",
    (
        ident(),
        Column("kind", needed=True, words="place|force|person|concept|publisher|group|voice"),
        *both("name", needed=True),
        Column("page"),
    ),
    ("id",),
    _entities,
)
NAMES = Table(
    "names",
    (
        ident("entities", "entity_id"),
        Column("kind", needed=True, words="place|force|person|concept|publisher"),
        Column("name", needed=True),
        Column("script", needed=True, words="Latn|Arab"),
        Column("main", "boolean", needed=True),
    ),
    ("entity_id", "name"),
    _names,
)
