"""The vocabulary: the closed lists of words an account may use, and their labels in both languages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.quantities import WordSpan
from macros.records.base import Line, Many, Record, Ref


class Label(Record):
    """A word in both languages; unlike a contributor's text, neither may be missing."""

    en: Line = Field(description="the name or word in English")
    ar: Line = Field(description="the name or word in Arabic")

    def get(self, lang: str) -> str:
        """The word in `lang`."""
        return self.en if lang == "en" else self.ar


class EventType(Label):
    """A kind of event: the questions a complete record answers, the outcome it counts towards, its key figures.

    In a `mutual` kind (a clash) either side may be named first, so its roles are never held against each other. Of the
    measures in `key_figures` the one most accounts give stands at the top of the town's page.
    """

    questions: tuple[str, ...] = Field(
        (), description="what a complete record answers: keys of an account such as when, who.by, figures.people"
    )
    outcome: Annotated[str | None, Ref(("outcome",))] = Field(
        None, description="what a town with such an event counts as, from outcomes.yml"
    )
    mutual: bool = Field(False, description="true if either side may be named first")
    key_figures: Annotated[tuple[str, ...], Ref(("measure",))] = Field(
        (), description="measures that answer how many, the most telling first"
    )


class Role(Label):
    """A role in an event; `labels` are the words a kind of event uses instead; `exclusive`: one side holds it, and
    accounts that give it to unrelated bodies (or, with `all`, to different groups of people too) differ.
    """

    labels: Annotated[dict[str, Label], Ref(keys=("event-type",))] = Field(
        default_factory=dict, description="kind of event and its own word for the role"
    )
    exclusive: Literal["no", "bodies", "all"] = Field(
        "no", description="whether accounts that name different bodies (all: or groups) in it differ"
    )


class Measure(Label):
    """What is counted: one unit and one population; a `duration` stands beside the route."""

    unit: Annotated[str, Ref(("unit",))] = Field(description="the unit, from units.yml")
    rolls_up: bool = Field(False, description="true if it counts for the event of which this one is a part")
    contains: Annotated[tuple[str, ...], Ref(("measure",))] = Field(
        (), description="measures that are a part of this one"
    )
    group: str | None = Field(None, description="a word shared by measures that name the same people")
    duration: bool = Field(False, description="true if it is shown beside the route")


class Term(Label):
    """What an agreement promises or a party demands; `measures` say how much of it, `outcome` what it leads to."""

    measures: Annotated[tuple[str, ...], Ref(("measure",))] = Field((), description="figures that say how much of it")
    outcome: Annotated[str | None, Ref(("outcome",))] = Field(None, description="what it leads to, from outcomes.yml")
    rules_out: Annotated[str | None, Ref(("term",))] = Field(None, description="the term it excludes")


class Voice(Label):
    """An unnamed voice; `own` is the publisher's, `firsthand` saw it, `unknown` is not shown."""

    own: bool = Field(False, description="true if it is the publisher itself")
    firsthand: bool = Field(False, description="true if it was there and is known to the publisher")
    unknown: bool = Field(False, description="true if the page does not show whose word it is")


class Group(Label):
    """An unnamed group of people; `unknown` answers no question about who; `within` are forces it belongs to."""

    unknown: bool = Field(False, description="true if naming it does not answer who")
    within: Annotated[tuple[str, ...], Ref(("force",))] = Field((), description="forces it belongs to by its name")


class Plural(Record):
    """The forms of a noun by CLDR plural category."""

    other: Line = Field(description="the form that stands where no other fits")
    zero: Line | None = Field(None, description="the form with 0")
    one: Line | None = Field(None, description="the form with 1; in Arabic it stands without the digit")
    two: Line | None = Field(None, description="the form with 2; in Arabic it stands without the digit")
    few: Line | None = Field(None, description="the form with 3 to 10 in Arabic")
    many: Line | None = Field(None, description="the form with 11 to 99 in Arabic")

    def forms(self) -> dict[str, str]:
        """Category to form, those that are written."""
        return {key: value for key, value in self if value is not None}


class Unit(Record):
    """A unit's noun in every plural form of both languages."""

    en: Plural = Field(description="in English")
    ar: Plural = Field(description="in Arabic")

    def forms(self, lang: str) -> dict[str, str]:
        """The forms in `lang`, by plural category."""
        return (self.en if lang == "en" else self.ar).forms()


class Word(Record):
    """A figure given in words; least and most are what it excludes, never printed."""

    ar: Line = Field(description="the same in Arabic")
    least: int | None = Field(None, description="the least it can mean, never printed")
    most: int | None = Field(None, description="the most it can mean, never printed")
    about: bool = Field(False, description="true if ten per cent either way are meant too")

    def span(self) -> WordSpan:
        """The same for the quantity module."""
        return WordSpan(ar=self.ar, least=self.least, most=self.most, about=self.about)


class BannedWord(Record):
    """A word our own voice does not use; `instead` says what to write."""

    lang: str = Field(description="the language of the word: en or ar")
    match: Many = Field(description="the word in every form it takes")
    instead: Line = Field(description="what to write instead")


# Name of the file in data/vocabulary/ -> the model of each entry. `words` and `kinds` are lists of lists.
FILES: dict[str, type[Record]] = {
    "event-types": EventType,
    "roles": Role,
    "measures": Measure,
    "terms": Term,
    "voices": Voice,
    "groups": Group,
    "units": Unit,
    "quantities": Word,
    "outcomes": Label,
    "counts": Unit,
    "interface": Label,
    "banned-words": BannedWord,
    "columns": Label,
}
NESTED: dict[str, type[Record]] = {"words": Label, "kinds": Label}
# What the reference kinds of a record call these lists.
KIND_OF = {
    "event-types": "event-type",
    "roles": "role",
    "measures": "measure",
    "terms": "term",
    "voices": "voice",
    "groups": "group",
    "units": "unit",
    "quantities": "quantity",
    "outcomes": "outcome",
}
