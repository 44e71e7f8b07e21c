"""The kinds of files: places, events, forces, people, concepts, publishers and founding documents' readings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from macros.messages import RefusedError, say
from macros.records.account import PARTY, Account, Places, Several, Statement
from macros.records.base import Lang, Line, Lines, Quantity, Record, Ref, Text, Url, When
from macros.records.vocabulary import Label

Forces = Annotated[Several, Ref(("force",))]
FORMER = "ids under which this record was published before; the old address leads here"
REVIEWED = "the day somebody last compared the whole record with its sources"
LEADS = "leads nobody has read again; not published"
SPELLINGS = "every other spelling met, in either script"


class Location(Record):
    """Where a place is: a point, another place's point, or an area around something; always with its source."""

    kind: Literal["point", "proxy", "area"] = Field(
        description="point (lat, lon), proxy (the point of another place) or area (around one)"
    )
    lat: float | None = Field(
        None, ge=-90, le=90, description="latitude in degrees, of a settlement and never of a house"
    )
    lon: float | None = Field(None, ge=-180, le=180, description="longitude in degrees")
    of: Annotated[str | None, Ref(("place",))] = Field(None, description="the place whose point a proxy uses")
    around: Annotated[str | None, Ref(("place",))] = Field(None, description="the place around which an area lies")
    basis: Text | None = Field(
        None, description="what the location is drawn from, in words; required unless it is a point"
    )
    source: Annotated[str, Ref(("item",))] = Field(description="the source of the location as publisher/item")

    @model_validator(mode="after")
    def _whole(self) -> Location:
        if self.kind == "point" and (self.lat is None or self.lon is None):
            raise RefusedError(say("location/point"))
        if self.kind != "point" and (self.lat is not None or self.lon is not None):
            raise RefusedError(say("location/no-point"))
        if self.kind == "proxy" and self.of is None:
            raise RefusedError(say("location/proxy"))
        if self.kind == "area" and self.around is None:
            raise RefusedError(say("location/area"))
        if self.kind != "point" and self.basis is None:
            raise RefusedError(say("location/basis"))
        return self


class Population(Statement):
    """A population figure as one source gives it."""

    value: Quantity = Field(description="the number of inhabitants, in the source's own terms")


class PlaceStatement(Statement):
    """What a source says of the place itself."""

    within: Places = Field((), description="what the source says it lies in")
    near: Places = Field((), description="what the source says it lies near")


class Place(Record):
    """A place: its names, kind, location, summary, and what sources say of the place itself.

    `parent` is the place it lies in; `covers` are the places a region takes in without being their parent.
    """

    name: Label = Field(description="the name, en and ar")
    variants: Lines = Field((), description=SPELLINGS)
    kind: Annotated[str, Ref(("kind.place",))] = Field(description="a kind of place from vocabulary/kinds.yml")
    parent: Annotated[str | None, Ref(("place",))] = Field(None, description="the place it lies in")
    covers: Places = Field((), description="what a region takes in besides the places that lie in it")
    location: Location | None = Field(None, description="where it is, with the source for that")
    population: tuple[Population, ...] = Field((), description="population figures, each as one source gives it")
    summary: Text | None = Field(None, description="two or three sentences on what happened here, in neutral words")
    accounts: tuple[PlaceStatement, ...] = Field((), description="what sources say of the place itself")
    unknown: tuple[Text, ...] = Field((), description="what no source read says")
    note: Text | None = Field(None, description="what a reader must know to read this record rightly")
    reviewed: When | None = Field(None, description=REVIEWED)
    former_ids: Lines = Field((), description=FORMER)


class Event(Record):
    """One event of a town's history: hardly anything but its accounts."""

    type: Annotated[str, Ref(("event-type",))] = Field(description="a kind of event from vocabulary/event-types.yml")
    title: Text = Field(description="a neutral title, en and ar, each on its own line")
    accounts: tuple[Account, ...] = Field(min_length=1, description="the accounts, at least one with `when`")
    part_of: Annotated[str | None, Ref(("event",))] = Field(None, description="a larger event of which this is a part")
    follows: Annotated[str | None, Ref(("event",))] = Field(None, description="the event it came out of")
    outcome: Annotated[dict[str, str], Ref(("event",), keys=("term",))] = Field(
        default_factory=dict, description="of an agreement: term and the event that carried it out"
    )
    at_place: Annotated[str | None, Ref(("place",))] = Field(
        None, description="where it happened, if not in the town of this folder"
    )
    touches: Places = Field((), description="further places on whose pages it should be named")
    maybe_same_as: Annotated[Several, Ref(("event",))] = Field(
        (), description="events that may be the same one, where that is in doubt"
    )
    note: Text | None = Field(None, description="what a reader must know to weigh the accounts against each other")
    former_ids: Lines = Field((), description=FORMER)

    @model_validator(mode="after")
    def _dated(self) -> Event:
        if self.accounts and all(account.when is None for account in self.accounts):
            raise RefusedError(say("event/no-date"))
        return self


class ForceStatement(Statement):
    """What a source says of a body: whose it is, who commands it, where it sits, when it came and went."""

    under: Forces = Field((), description="the body it is under")
    side: Forces = Field((), description="the body on whose side it stands")
    commander: Annotated[Several, Ref(("person",))] = Field((), description="who commands it, if a public role")
    founded: When | None = Field(None, description="when it came into being")
    dissolved: When | None = Field(None, description="when it was dissolved")
    base: Places = Field((), description="the place where it sits")
    formed_from: Forces = Field((), description="the bodies it was formed from")
    represents: Annotated[Several, Ref(PARTY)] = Field((), description="whom it speaks for")


class Force(Record):
    """A force, committee, branch or other body; a clan only as a party that sources name.

    `within` are wider names that cover it in common use ("Syrian government forces"): only to see that two accounts can
    mean the same. Who commands whom is a statement with its source, under `accounts`.
    """

    name: Label = Field(description="the name, en and ar")
    variants: Lines = Field((), description=SPELLINGS)
    kind: Annotated[str, Ref(("kind.force",))] = Field(description="a kind of force from vocabulary/kinds.yml")
    description: Text = Field(description="one or two neutral sentences on what it is")
    since: When | None = Field(None, description="the date from which the record uses this name")
    until: When | None = Field(None, description="the date until which the record uses this name")
    within: Annotated[Several, Ref(("force", "group"))] = Field(
        (), description="wider names that cover it in common use"
    )
    accounts: tuple[ForceStatement, ...] = Field((), description="what sources say of it, each with its source")
    to_source: dict[str, Any] = Field(default_factory=dict, description=LEADS)
    reviewed: When | None = Field(None, description=REVIEWED)
    former_ids: Lines = Field((), description=FORMER)


class PersonStatement(Statement):
    """What a source says of a person's public role."""

    leads: Forces = Field((), description="what the person leads")
    member_of: Forces = Field((), description="what the person belongs to")


class Person(Record):
    """A person with a public role, already named in published sources."""

    name: Label = Field(description="the name as published sources give it, en and ar")
    variants: Lines = Field((), description=SPELLINGS)
    role: Text = Field(description="the public role, in a few words")
    speaks_for: Annotated[str | None, Ref(("force", "publisher"))] = Field(
        None, description="the body whose word this person's word counts as"
    )
    accounts: tuple[PersonStatement, ...] = Field((), description="what sources say of the public role")
    to_source: dict[str, Any] = Field(default_factory=dict, description=LEADS)
    reviewed: When | None = Field(None, description=REVIEWED)
    former_ids: Lines = Field((), description=FORMER)


class Concept(Record):
    """A term, who uses which word for it, and the legal note with its sources."""

    name: Label = Field(description="the term, en and ar")
    variants: Lines = Field((), description=SPELLINGS)
    definition: Text = Field(description="what is meant by it, in one or two neutral sentences")
    accounts: tuple[Statement, ...] = Field((), description="who uses which word, mostly with `wording`")
    legal: Text | None = Field(None, description="what the law says, with its sources in legal_sources")
    legal_sources: Annotated[Several, Ref(("item",))] = Field((), description="sources of the legal note")
    related: Annotated[Several, Ref(("concept",))] = Field((), description="other terms to see")
    to_source: dict[str, Any] = Field(default_factory=dict, description=LEADS)
    reviewed: When | None = Field(None, description=REVIEWED)
    former_ids: Lines = Field((), description=FORMER)


class Item(Record):
    """One page, report or broadcast of a publisher."""

    title: Line | None = Field(None, description="the title as the page has it")
    title_by_us: Text | None = Field(None, description="our description in its place, if the title was not seen")
    author: Line | None = Field(None, description="who signed it")
    published: When = Field(description="the day of publication, as exact as it is known")
    language: Line | None = Field(None, description="its language: ar, en ...")
    url: Url | None = Field(None, description="its web address")
    read: Annotated[Literal["whole", "opening", "passage"], Ref(("kind.read",))] = Field(
        description="how much of it you read: whole, opening or passage"
    )
    dating: Text | None = Field(None, description="how the day was found, if the page does not give it")
    year: Literal["inferred"] | None = Field(None, description="inferred: the text gives no year")
    copy_on: Line | None = Field(None, description="where a verbatim copy was read, if not on the publisher's own page")
    archived: Url | None = Field(None, description="the address of an archived copy")
    accessed: When | None = Field(None, description="the day it was read")
    reading: str | None = Field(None, description="of a founding document: the name of its file under seeds/")
    former_ids: Lines = Field((), description=FORMER)

    @model_validator(mode="after")
    def _titled(self) -> Item:
        if (self.title is None) == (self.title_by_us is None):
            raise RefusedError(say("item/title"))
        return self

    def heading(self, lang: Lang) -> tuple[str, str]:
        """The title as the page has it with its own language, or our description in `lang`."""
        if self.title_by_us is not None:
            return self.title_by_us.get(lang)
        return self.title or "", self.language or "en"


class Publisher(Record):
    """A publisher and its items; one that is only relayed has none."""

    name: Label = Field(description="the name, en and ar")
    short: Label | None = Field(None, description="a short name, where the full one is long")
    kind: Annotated[str, Ref(("kind.publisher",))] = Field(description="a kind of publisher from vocabulary/kinds.yml")
    languages: Lines = Field((), description="languages it publishes in: ar, en ...")
    country: Line | None = Field(None, description="the country it publishes from")
    url: Url | None = Field(None, description="the address of its site")
    stance: Annotated[str | None, Ref(("kind.stance",))] = Field(
        None, description="its stance, only together with stance_source"
    )
    stance_source: Annotated[str | None, Ref(("item",))] = Field(None, description="the source that says so")
    speaks_for: Annotated[str | None, Ref(("force",))] = Field(None, description="the body whose own voice it is")
    former_ids: Lines = Field((), description=FORMER)
    items: dict[str, Item] = Field(
        default_factory=dict, description="its pages, reports and broadcasts, each under its date"
    )


class Fact(Record):
    """One fact of a founding document in our own words, and the records that hold it."""

    id: Line = Field(description="the paragraph and a number: p6.1")
    fact: Line = Field(description="the fact in our own words; never published")
    held_by: Annotated[Several, Ref(("event", "place", "force", "person", "concept"))] = Field(
        (), description="the records that hold it"
    )
    left_out: Line | None = Field(None, description="why no record holds it")

    @model_validator(mode="after")
    def _held(self) -> Fact:
        if bool(self.held_by) == (self.left_out is not None):
            raise RefusedError(say("fact/held"))
        return self


class Reading(Record):
    """A founding document's reading, paragraph by paragraph; the facts themselves are never published."""

    document: Annotated[str, Ref(("item",))] = Field(description="the founding document as publisher/item")
    title: Text = Field(description="the page's title, en and ar")
    paragraphs: dict[str, tuple[Fact, ...]] = Field(description="paragraph and its facts")
