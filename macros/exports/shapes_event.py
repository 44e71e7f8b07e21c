"""Shapes of what accounts are about: events with their accounts and figures, and disagreements; see `shapes`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from macros.exports.shapes import Date, Head, Id, Ids, Labels, Origins, Pages, Record, Spoken, Text, Words

State = Literal["one-account", "one-origin", "compatible", "differ", "denied"]


class Quantity(TypedDict):
    """A figure in the account's own words, its numbers as written, and what the words allow (null: no limit)."""

    text: str
    low: int | None
    high: int | None
    least: int | None
    most: int | None


class Given(TypedDict):
    """One account's figure."""

    account: str
    quantity: Quantity


class Figure(TypedDict):
    """Every account of one measure side by side; `low` and `high` are the extreme statements, never a best number."""

    measure: str
    unit: str
    state: State
    low: str
    high: str
    origins: Origins
    given: list[Given]


class Denial(TypedDict):
    """What an account says did not happen."""

    event: bool
    who: dict[str, Words]
    terms: Words
    where: Ids


Scope = TypedDict("Scope", {"in": Id})  # a key that Python keeps for itself


class First(Scope):
    """The claim to be the first of its kind in a scope since a date."""

    since: Date | None


class Account(Spoken):
    """One source's version of one event, in one voice."""

    id: str
    page: Pages
    source: Id
    publisher: Id
    at: str
    origins: Words
    read: Literal["whole", "opening", "passage"]
    when: Date | None
    where: Ids
    who: dict[str, Words]
    figures: dict[str, Quantity]
    promises: Words
    demands: Words
    asks: Words
    refuses: dict[str, Words]
    keeps: dict[str, Literal["kept", "partly", "broken"]]
    deadline: str | None
    bound_for: Ids
    via: Ids
    reached: Ids
    fired_from: Ids
    let_in: Date | None
    released: Date | None
    first: First | None
    denies: Denial | None
    weapon: Words
    cause: Words
    reason: Words
    threat: Words
    result: Words
    says: Text | None
    wording: Text | None
    note: Text | None
    inferred: Words
    unconfirmed: Words


class Event(Record):
    """An event: nothing of it is stored but its accounts; date, state, origins and figures are computed from them."""

    place: Id
    event_type: str
    title: Text
    date: Date
    state: State
    origins: Origins
    note: Text | None
    part_of: Id | None
    parts: Ids
    follows: Id | None
    at_place: Id | None
    touches: Ids
    maybe_same_as: Ids
    outcome: Annotated[dict[str, Id], Field(description="term → the event it led to")]
    figures: list[Figure]
    disagreements: Words
    not_said: Annotated[Words, Field(description="questions of its kind that no account answers")]
    accounts: list[Account]


class Disagreement(Head):
    """A point on which accounts cannot all be right, with what each says of it."""

    event: Id
    place: Id
    point: Literal["occurrence", "date", "place", "figure", "role", "term", "kept", "first"]
    subject: str
    accounts: list[Account]
    labels: Labels
