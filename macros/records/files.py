"""The kinds of files: places, events, forces, people, concepts, publishers and founding documents' readings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from macros.records.account import PARTY, Account, Statement
from macros.records.base import Line, Lines, Quantity, Record, Ref, Text, Url, When, _one_or_many
from macros.records.vocabulary import Label

Places = Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("place",))]
Forces = Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("force",))]


class Location(Record):
    """Where a place is: a point, another place's point, or an area around something; always with its source."""

    kind: Literal["point", "proxy", "area"]
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    of: Annotated[str | None, Ref(("place",))] = None
    around: Annotated[str | None, Ref(("place",))] = None
    basis: Text | None = None
    source: Annotated[str, Ref(("item",))]

    @model_validator(mode="after")
    def _whole(self) -> Location:
        if self.kind == "point" and (self.lat is None or self.lon is None):
            raise ValueError("a point needs `lat` and `lon`")
        if self.kind != "point" and (self.lat is not None or self.lon is not None):
            raise ValueError("only a point has `lat` and `lon`")
        if self.kind == "proxy" and self.of is None:
            raise ValueError("a proxy needs `of`, the place whose point it uses")
        if self.kind == "area" and self.around is None:
            raise ValueError("an area needs `around`, the place it lies around")
        if self.kind != "point" and self.basis is None:
            raise ValueError("say in `basis` what the location is drawn from")
        return self


class Population(Statement):
    """A population figure as one source gives it."""

    value: Quantity


class PlaceStatement(Statement):
    """What a source says of the place itself."""

    within: Places = ()
    near: Places = ()


class Place(Record):
    """A place: its names, kind, location, summary, and what sources say of the place itself.

    `parent` is the place it lies in; `covers` are the places a region takes in without being their parent.
    """

    name: Label
    variants: Lines = ()
    kind: Annotated[str, Ref(("kind.place",))]
    parent: Annotated[str | None, Ref(("place",))] = None
    covers: Places = ()
    location: Location | None = None
    population: tuple[Population, ...] = ()
    summary: Text | None = None
    accounts: tuple[PlaceStatement, ...] = ()
    unknown: tuple[Text, ...] = ()
    note: Text | None = None
    reviewed: When | None = None
    former_ids: Lines = ()


class Event(Record):
    """One event of a town's history: hardly anything but its accounts."""

    type: Annotated[str, Ref(("event-type",))] = Field(description="a kind of event from vocabulary/event-types.yml")
    title: Text = Field(description="a neutral title, en and ar, each on its own line")
    accounts: tuple[Account, ...] = Field(min_length=1, description="the accounts, at least one with `when`")
    part_of: Annotated[str | None, Ref(("event",))] = None
    follows: Annotated[str | None, Ref(("event",))] = None
    outcome: Annotated[dict[str, str], Ref(("event",), keys=("term",))] = Field(default_factory=dict)
    at_place: Annotated[str | None, Ref(("place",))] = None
    touches: Places = ()
    maybe_same_as: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("event",))] = ()
    note: Text | None = None
    former_ids: Lines = ()

    @model_validator(mode="after")
    def _dated(self) -> Event:
        if self.accounts and all(account.when is None for account in self.accounts):
            raise ValueError("no account has a date; give `when` in at least one account")
        return self


class ForceStatement(Statement):
    """What a source says of a body: whose it is, who commands it, where it sits, when it came and went."""

    under: Forces = ()
    side: Forces = ()
    commander: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("person",))] = ()
    founded: When | None = None
    dissolved: When | None = None
    base: Places = ()
    formed_from: Forces = ()
    represents: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(PARTY)] = ()


class Force(Record):
    """A force, committee, branch or other body; a clan only as a party that sources name.

    `within` are wider names that cover it in common use ("Syrian government forces"): only to see that two accounts can
    mean the same. Who commands whom is a statement with its source, under `accounts`.
    """

    name: Label
    variants: Lines = ()
    kind: Annotated[str, Ref(("kind.force",))]
    description: Text
    since: When | None = None
    until: When | None = None
    within: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("force", "group"))] = ()
    accounts: tuple[ForceStatement, ...] = ()
    to_source: dict[str, Any] = Field(default_factory=dict)
    reviewed: When | None = None
    former_ids: Lines = ()


class PersonStatement(Statement):
    """What a source says of a person's public role."""

    leads: Forces = ()
    member_of: Forces = ()


class Person(Record):
    """A person with a public role, already named in published sources."""

    name: Label
    variants: Lines = ()
    role: Text
    speaks_for: Annotated[str | None, Ref(("force", "publisher"))] = None
    accounts: tuple[PersonStatement, ...] = ()
    to_source: dict[str, Any] = Field(default_factory=dict)
    reviewed: When | None = None
    former_ids: Lines = ()


class Concept(Record):
    """A term, who uses which word for it, and the legal note with its sources."""

    name: Label
    variants: Lines = ()
    definition: Text
    accounts: tuple[Statement, ...] = ()
    legal: Text | None = None
    legal_sources: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("item",))] = ()
    related: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("concept",))] = ()
    to_source: dict[str, Any] = Field(default_factory=dict)
    reviewed: When | None = None
    former_ids: Lines = ()


class Item(Record):
    """One page, report or broadcast of a publisher."""

    title: Line | None = None
    title_by_us: Line | None = None
    author: Line | None = None
    published: When
    language: Line | None = None
    url: Url | None = None
    read: Annotated[Literal["whole", "opening", "passage"], Ref(("kind.read",))]
    dating: Text | None = None
    year: Literal["inferred"] | None = None
    copy_on: Line | None = None
    archived: Url | None = None
    accessed: When | None = None
    reading: str | None = None
    former_ids: Lines = ()

    @model_validator(mode="after")
    def _titled(self) -> Item:
        if (self.title is None) == (self.title_by_us is None):
            raise ValueError("give either `title` (as the page has it) or `title_by_us` (ours, when it was not seen)")
        return self


class Publisher(Record):
    """A publisher and its items; one that is only relayed has none."""

    name: Label
    short: Label | None = None
    kind: Annotated[str, Ref(("kind.publisher",))]
    languages: Lines = ()
    country: Line | None = None
    url: Url | None = None
    stance: Annotated[str | None, Ref(("kind.stance",))] = None
    stance_source: Annotated[str | None, Ref(("item",))] = None
    speaks_for: Annotated[str | None, Ref(("force",))] = None
    former_ids: Lines = ()
    items: dict[str, Item] = Field(default_factory=dict)


class Fact(Record):
    """One fact of a founding document in our own words, and the records that hold it."""

    id: Line
    fact: Line
    held_by: Annotated[
        tuple[str, ...], BeforeValidator(_one_or_many), Ref(("event", "place", "force", "person", "concept"))
    ] = ()
    left_out: Line | None = None

    @model_validator(mode="after")
    def _held(self) -> Fact:
        if bool(self.held_by) == (self.left_out is not None):
            raise ValueError("name the records that hold the fact in `held_by`, or say in `left_out` why none does")
        return self


class Reading(Record):
    """A founding document's reading, paragraph by paragraph; the facts themselves are never published."""

    document: Annotated[str, Ref(("item",))]
    title: Text
    paragraphs: dict[str, tuple[Fact, ...]]
