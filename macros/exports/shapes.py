"""Shapes: what each document of the API under /api/v1/ looks like; the OpenAPI description is made from these.

Every key of a shape is always there: what is not known is null or an empty list. The promise that goes with them is on
the page about the API. `Labels` gives the name, in both languages, of every id and word a document uses.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

VERSION = "1.0"

Kind = Literal["place", "event", "force", "person", "concept", "source", "publisher", "disagreement"]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")]
Address = Annotated[str, Field(description="absolute, or relative to this document while no address is configured")]
Ids = list[Id]
Words = list[str]


class Text(TypedDict):
    """A text in both languages; null where one is awaited."""

    en: str | None
    ar: str | None


Labels = dict[str, Text]


class Pages(TypedDict):
    """The page in both languages."""

    en: Address
    ar: Address


class Edition(TypedDict):
    """Which state of the record this is: the version, and the day of its last change (empty: unknown)."""

    version: str
    as_of: str


class Links(TypedDict):
    """Where else the record is: this document, its page, the file it is written in, citations, linked data, a feed."""

    self: Address
    page: Pages
    file: Annotated[str, Field(description="the file's path in the project")]
    yaml: Annotated[str | None, Field(description="its address; null while no repository is configured")]
    cite: Annotated[dict[str, Address], Field(description="bibtex, ris and csl")]
    feed: Pages | None


class Date(TypedDict):
    """A date as the source gives it, as EDTF, and its first and last day (null: open)."""

    text: str
    edtf: str
    first: str | None
    last: str | None


class Origins(TypedDict):
    """How many accounts, whom they go back to, and how many name nobody."""

    accounts: int
    known: Words
    unnamed: int


class Head(TypedDict):
    """What every document that is here begins with."""

    schema_version: str
    kind: Kind
    id: Id
    status: Literal["published"]
    edition: Edition
    licence: str
    links: Links


class Record(Head):
    """A head, and what every record has."""

    former_ids: Ids
    corrections: Annotated[Words, Field(description="ids in the log of corrections")]
    labels: Labels


Spoken = TypedDict("Spoken", {"from": Words})  # a key that Python keeps for itself


class Statement(Spoken):
    """What one source says of a place, force, person or concept; `values` by key, such as under or within."""

    source: Id
    at: str
    when: Date | None
    values: dict[str, Words]
    says: Text | None
    wording: Text | None
    note: Text | None
    inferred: Words
    unconfirmed: Words


class Location(TypedDict):
    """Where a place is: a point of its own, another place's (proxy), or an area around another; with its source."""

    kind: Literal["point", "proxy", "area"]
    lat: float | None
    lon: float | None
    of: Annotated[Id | None, Field(description="the place whose point stands for it, or around which it lies")]
    basis: Text | None
    source: Id


class Outcome(TypedDict):
    """How a town counts, derived from its events, and the events that make it so."""

    outcome: str
    because: Ids


class Place(Record):
    """A place."""

    name: Text
    variants: Words
    place_kind: str
    parent: Id | None
    covers: Ids
    inside: Ids
    location: Location | None
    summary: Text | None
    note: Text | None
    unknown: list[Text]
    outcome: Outcome
    events: Ids
    mentioned_in: Ids
    statements: list[Statement]
    reviewed: Date | None


class Body(Record):
    """What forces and persons share: events by role, and what sources say of them."""

    name: Text
    variants: Words
    roles: Annotated[dict[str, Words], Field(description="event → the roles some account gives it there")]
    below: Annotated[Ids, Field(description="forces and persons some source puts under it")]
    statements: list[Statement]
    reviewed: Date | None


class Force(Body):
    """A force, committee or other body."""

    force_kind: str
    description: Text
    since: Date | None
    until: Date | None


class Person(Body):
    """A person with a public role."""

    role: Text
    speaks_for: Id | None


class Concept(Record):
    """A term and who uses which word for it."""

    name: Text
    variants: Words
    definition: Text
    legal: Text | None
    legal_sources: Ids
    related: Ids
    statements: list[Statement]
    reviewed: Date | None


class Publisher(Record):
    """A publisher and its items."""

    name: Text
    short: Text | None
    publisher_kind: str
    languages: Words
    country: str | None
    url: str | None
    stance: str | None
    stance_source: Id | None
    speaks_for: Id | None
    items: Ids


class Source(Record):
    """One page, report or broadcast, and everything that rests on it."""

    publisher: Id
    title: Annotated[str | None, Field(description="as the page has it, in its language; null if it was not seen")]
    title_by_us: Annotated[Text | None, Field(description="ours, where the page's title was not seen")]
    author: str | None
    published: Date
    language: str | None
    url: str | None
    archived: str | None
    accessed: Date | None
    read: Literal["whole", "opening", "passage"]
    copy_on: str | None
    dating: Text | None
    accounts: Words
    records: Annotated[Ids, Field(description="places, forces, persons and concepts with a statement from it")]
