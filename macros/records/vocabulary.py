"""The vocabulary: the closed lists of words an account may use, and their labels in both languages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.quantities import WordSpan
from macros.records.base import Line, Many, Record, Ref


class Label(Record):
    """A word in both languages; unlike a contributor's text, neither may be missing."""

    en: Line
    ar: Line

    def get(self, lang: str) -> str:
        """The word in `lang`."""
        return self.en if lang == "en" else self.ar


class EventType(Label):
    """A kind of event: the questions a complete record answers, the outcome it counts towards, its key figures.

    In a `mutual` kind (a clash) either side may be named first, so its roles are never held against each other. Of the
    measures in `key_figures` the one most accounts give stands at the top of the town's page.
    """

    questions: tuple[str, ...] = ()
    outcome: Annotated[str | None, Ref(("outcome",))] = None
    mutual: bool = False
    key_figures: Annotated[tuple[str, ...], Ref(("measure",))] = ()


class Role(Label):
    """A role in an event; `labels` are the words a kind of event uses instead; `exclusive`: one side holds it, and
    accounts that give it to unrelated bodies (or, with `all`, to different groups of people too) differ.
    """

    labels: Annotated[dict[str, Label], Ref(keys=("event-type",))] = Field(default_factory=dict)
    exclusive: Literal["no", "bodies", "all"] = "no"


class Measure(Label):
    """What is counted: one unit and one population; a `duration` stands beside the route."""

    unit: Annotated[str, Ref(("unit",))]
    rolls_up: bool = False
    contains: Annotated[tuple[str, ...], Ref(("measure",))] = ()
    group: str | None = None
    duration: bool = False


class Term(Label):
    """What an agreement promises or a party demands; `measures` say how much of it, `outcome` what it leads to."""

    measures: Annotated[tuple[str, ...], Ref(("measure",))] = ()
    outcome: Annotated[str | None, Ref(("outcome",))] = None
    rules_out: Annotated[str | None, Ref(("term",))] = None


class Voice(Label):
    """An unnamed voice; `own` is the publisher's, `firsthand` saw it, `unknown` is not shown."""

    own: bool = False
    firsthand: bool = False
    unknown: bool = False


class Group(Label):
    """An unnamed group of people; `unknown` answers no question about who; `within` are forces it belongs to."""

    unknown: bool = False
    within: Annotated[tuple[str, ...], Ref(("force",))] = ()


class Plural(Record):
    """The forms of a noun by CLDR plural category."""

    other: Line
    zero: Line | None = None
    one: Line | None = None
    two: Line | None = None
    few: Line | None = None
    many: Line | None = None

    def forms(self) -> dict[str, str]:
        """Category to form, those that are written."""
        return {key: value for key, value in self if value is not None}


class Unit(Record):
    """A unit's noun in every plural form of both languages."""

    en: Plural
    ar: Plural

    def forms(self, lang: str) -> dict[str, str]:
        """The forms in `lang`, by plural category."""
        return (self.en if lang == "en" else self.ar).forms()


class Word(Record):
    """A figure given in words; least and most are what it excludes, never printed."""

    ar: Line
    least: int | None = None
    most: int | None = None
    about: bool = False

    def span(self) -> WordSpan:
        """The same for the quantity module."""
        return WordSpan(ar=self.ar, least=self.least, most=self.most, about=self.about)


class BannedWord(Record):
    """A word our own voice does not use; `instead` says what to write."""

    lang: str
    match: Many
    instead: Line


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
