"""An account: one source's version of one event, in one voice; and a statement, the same about a place or a body."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator

from macros.messages import RefusedError, say
from macros.records.base import Deadline, Line, Many, Quantity, Record, Ref, Text, When, _one_or_many

PARTY = ("force", "person", "group", "publisher")
SPEAKER = ("publisher", "item", "force", "person", "group", "voice")
LOCATOR = (
    r"(title|subtitle|heading( \d)?|caption|summary|infobox|opening|whole|p\d{1,4}(-\d{1,4})?(, ?p\d{1,4}(-\d{1,4})?)*"
    r"|page \d+(-\d+)?|item \d+(-\d+)?|\d{1,2}:\d{2}(:\d{2})?)"
)
Parties = Annotated[dict[str, Many], Ref(PARTY, keys=("role",))]
Terms = Annotated[Many, Ref(("term",))]
Several = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]
Places = Annotated[Several, Ref(("place",))]


class Denial(Record):
    """What an account says did not happen: the whole event, parties in roles, terms, a place."""

    event: bool = Field(False, description="true if the whole event is denied; written `denies: event`")
    who: Parties = Field(default_factory=dict, description="role and who is said not to have had it")
    terms: Annotated[Several, Ref(("term",))] = Field((), description="terms that it says were not agreed on")
    where: Places = Field((), description="places where it says it did not happen")


def _denial(value: object) -> object:
    """`denies: event`, `denies: {by: x}`, `denies: {terms: [x]}` all become one shape."""
    if value == "event":
        return {"event": True}
    if not isinstance(value, dict):
        raise RefusedError(say("denies"))
    roles = {key: item for key, item in value.items() if key not in ("terms", "where")}
    return {"who": roles, **{key: item for key, item in value.items() if key in ("terms", "where")}}


class Statement(Record):
    """Who says something and where it stands: the base of accounts and of statements about places and bodies."""

    source: Annotated[str, Ref(("item",))] = Field(description="the source as publisher/item, e.g. sohr/2021-05-15")
    at: Line = Field(description="where it stands: p6, `p5, p7`, p3-4, title, or opening when no paragraph is known")
    from_: Annotated[Several, Ref(SPEAKER)] = Field(
        (), alias="from", description="whose word it is, nearest first; left out: the publisher's own"
    )
    when: When | None = Field(None, description="the date this source gives; left out: it gives none")
    says: Text | None = Field(None, description="one neutral sentence of ours, only for what no key can hold")
    note: Text | None = Field(
        None, description="how the source is to be read: a slip, an unclear pronoun, a missing day"
    )
    wording: Text | None = Field(None, description="the source's own term, a few words, in its language")
    inferred: Several = Field((), description="keys of this entry that we deduced; why, in the note")
    unconfirmed: Several = Field((), description="keys of this entry that the source itself calls unconfirmed")

    @field_validator("at")
    @classmethod
    def _locator(cls, value: str) -> str:
        if not re.fullmatch(LOCATOR, value):
            raise RefusedError(say("at", text=value))
        for first, last in re.findall(r"p(\d+)-(\d+)", value):
            if int(first) >= int(last):
                raise RefusedError(say("at/rises", first=first, last=last))
        return value

    def paragraphs(self) -> frozenset[str]:
        """The pinpoint as single paragraphs (`p3-4` is p3 and p4); empty for title, opening and the like."""
        found: set[str] = set()
        for part in re.split(r",\s*", self.at):
            if part.startswith("heading "):
                found.add("h" + part.removeprefix("heading "))
            elif part.startswith("p") and part[1:2].isdigit():
                first, _, last = part[1:].partition("-")
                found.update(f"p{n}" for n in range(int(first), int(last or first) + 1))
        return frozenset(found)


class First(Record):
    """The claim to be the first of its kind in a scope, since a date."""

    in_: Annotated[str, Ref(("place",))] = Field(
        alias="in", description="the place within which it is called the first"
    )
    since: When | None = Field(None, description="the date since which it is called the first")


class Account(Statement):
    """One source's version of one event. Every key but `source` and `at` may be left out: silence is not denial."""

    where: Places = Field((), description="place or places, if not the town of this folder")
    who: Parties = Field(
        default_factory=dict, description="role and who had it, only as this account says: {by: id, against: [id, id]}"
    )
    figures: Annotated[dict[str, Quantity], Ref(keys=("measure",))] = Field(
        default_factory=dict,
        description="measure and figure in the account's own words, without a unit: {people: about 150}",
    )
    promises: Terms = Field((), description="terms agreed on")
    demands: Terms = Field((), description="terms demanded")
    asks: Terms = Field((), description="terms asked for in return")
    refuses: Annotated[dict[str, Many], Ref(PARTY, keys=("term",))] = Field(
        default_factory=dict, description="term and who refused it: {term: id}"
    )
    keeps: Annotated[dict[str, Literal["kept", "partly", "broken"]], Ref(keys=("term",))] = Field(
        default_factory=dict, description="term and kept, partly or broken, as this source reports it: {term: kept}"
    )
    deadline: Deadline | None = Field(None, description="a date, or a time from then: 48 hours, 5 days, a few hours")
    bound_for: Places = Field((), description="where to")
    via: Places = Field((), description="by way of which places, in order")
    reached: Places = Field((), description="where they got")
    fired_from: Places = Field((), description="the place from which it was shelled or attacked")
    let_in: When | None = Field(None, description="the date on which they were let through")
    released: When | None = Field(None, description="the date on which they were set free")
    first: First | None = Field(None, description="the claim to be the first: {in: place, since: date}")
    denies: Annotated[Denial | None, BeforeValidator(_denial)] = Field(
        None, description="event, or what is denied: {by: id}, {terms: [id]}, {where: id}; only an explicit denial"
    )
    weapon: Annotated[Several, Ref(("weapon",))] = Field((), description="the weapons named")
    cause: Annotated[Several, Ref(("cause",))] = Field((), description="the cause named")
    reason: Annotated[Several, Ref(("reason",))] = Field((), description="the reason given for a wait")
    threat: Annotated[Several, Ref(("threat",))] = Field((), description="what was threatened")
    result: Annotated[Several, Ref(("result",))] = Field((), description="what came of it")
