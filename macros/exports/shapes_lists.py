"""Shapes of the API's lists, of its index, and of what stands where a record was; see `shapes`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from macros.exports.shapes import Address, Edition, Id, Kind, Pages, Text
from macros.exports.shapes_event import State


class Listed(TypedDict):
    """A record in a list: its name or title, where its document and its page are."""

    id: Id
    name: Text
    url: Address
    page: Pages


class ListedPlace(Listed):
    """A place in the list of places."""

    place_kind: str
    parent: Id | None
    outcome: str
    events: int


class ListedEvent(Listed):
    """An event in the list of events, which is in order of time."""

    place: Id
    event_type: str
    edtf: str
    first: str | None
    last: str | None
    state: State
    accounts: int


class ListedBody(Listed):
    """A force, person, concept or publisher in its list."""

    of_kind: Annotated[str | None, Field(description="the kind of force or publisher")]


class ListedSource(Listed):
    """A source in the list of sources; its name is its title, in the language it has."""

    publisher: Id
    edtf: str
    read: str
    accounts: int


class ListedDisagreement(Listed):
    """A disagreement in the list; its name is its event's title."""

    event: Id
    point: str
    subject: str


class ListHead(TypedDict):
    """What every list begins with."""

    schema_version: str
    kind: Literal["list"]
    of: Kind
    edition: Edition
    licence: str
    count: int


class Places(ListHead):
    """Every place."""

    items: list[ListedPlace]


class Events(ListHead):
    """Every event, in order of time."""

    items: list[ListedEvent]


class Bodies(ListHead):
    """Every force, person, concept or publisher."""

    items: list[ListedBody]


class Sources(ListHead):
    """Every source."""

    items: list[ListedSource]


class Disagreements(ListHead):
    """Every disagreement."""

    items: list[ListedDisagreement]


class Word(TypedDict):
    """A word of the vocabulary; of a measure its unit too."""

    word: str
    name: Text
    unit: str | None


class Vocabulary(TypedDict):
    """Every list of words that documents use."""

    schema_version: str
    kind: Literal["vocabulary"]
    edition: Edition
    licence: str
    lists: dict[str, list[Word]]


class Entry(TypedDict):
    """A list in the index."""

    url: Address
    count: int


class Index(TypedDict):
    """Where everything is."""

    schema_version: str
    kind: Literal["index"]
    title: Text
    edition: Edition
    licence: str
    description: Annotated[Address, Field(description="the OpenAPI description")]
    documentation: Pages
    lists: dict[str, Entry]
    vocabulary: Address
    downloads: dict[str, Address]
    feeds: dict[str, Pages]


class MovedLinks(TypedDict):
    """The document, and that of the record in its place with its page."""

    self: Address
    to: Address
    page: Pages


class Moved(TypedDict):
    """What stands at the former id of a record."""

    schema_version: str
    kind: Kind
    id: Id
    status: Literal["moved"]
    to: Id
    links: MovedLinks


class Withdrawn(TypedDict):
    """What stands where a record was withdrawn, and why; after a withdrawal for safety nothing but the word."""

    schema_version: str
    status: Literal["withdrawn"]
    why: Text | None
    when: str | None
