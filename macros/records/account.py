"""An account: one source's version of one event, in one voice; and a statement, the same about a place or a body."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator

from macros.records.base import Deadline, Line, Many, Quantity, Record, Ref, Text, When, _one_or_many

PARTY = ("force", "person", "group", "publisher")
SPEAKER = ("publisher", "item", "force", "person", "group", "voice")
LOCATOR = (
    r"(title|subtitle|heading( \d)?|caption|summary|infobox|opening|whole|p\d{1,4}(-\d{1,4})?(, ?p\d{1,4}(-\d{1,4})?)*"
    r"|page \d+(-\d+)?|item \d+(-\d+)?|\d{1,2}:\d{2}(:\d{2})?)"
)
Parties = Annotated[dict[str, Many], Ref(PARTY, keys=("role",))]
Terms = Annotated[Many, Ref(("term",))]
NONE: tuple[str, ...] = ()


class Denial(Record):
    """What an account says did not happen: the whole event, parties in roles, terms, a place."""

    event: bool = False
    who: Parties = Field(default_factory=dict)
    terms: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("term",))] = ()
    where: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("place",))] = ()


def _denial(value: object) -> object:
    """`denies: event`, `denies: {by: x}`, `denies: {terms: [x]}` all become one shape."""
    if value == "event":
        return {"event": True}
    if not isinstance(value, dict):
        raise ValueError("write `event`, or what is denied: {by: id}, {terms: [id]} or {where: id}")
    roles = {key: item for key, item in value.items() if key not in ("terms", "where")}
    return {"who": roles, **{key: item for key, item in value.items() if key in ("terms", "where")}}


class Statement(Record):
    """Who says something and where it stands: the base of accounts and of statements about places and bodies."""

    source: Annotated[str, Ref(("item",))] = Field(description="the source as publisher/item, e.g. sohr/2021-05-15")
    at: Line = Field(description="where it stands: p6, `p5, p7`, p3-4, title, or opening when no paragraph is known")
    from_: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(SPEAKER)] = Field(default=(), alias="from")
    when: When | None = None
    says: Text | None = None
    note: Text | None = None
    wording: Text | None = None
    inferred: Annotated[tuple[str, ...], BeforeValidator(_one_or_many)] = ()
    unconfirmed: Annotated[tuple[str, ...], BeforeValidator(_one_or_many)] = ()

    @field_validator("at")
    @classmethod
    def _locator(cls, value: str) -> str:
        if not re.fullmatch(LOCATOR, value):
            raise ValueError(f"`{value}` is not a pinpoint; write p6, `p5, p7`, p3-4, title, item 2, 12:30 or opening")
        for first, last in re.findall(r"p(\d+)-(\d+)", value):
            if int(first) >= int(last):
                raise ValueError(f"p{first}-{last} does not rise; write p{last}-{first}")
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

    in_: Annotated[str, Ref(("place",))] = Field(alias="in")
    since: When | None = None


class Account(Statement):
    """One source's version of one event. Every key but `source` and `at` may be left out: silence is not denial."""

    where: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("place",))] = ()
    who: Parties = Field(default_factory=dict)
    figures: Annotated[dict[str, Quantity], Ref(keys=("measure",))] = Field(default_factory=dict)
    promises: Terms = NONE
    demands: Terms = NONE
    asks: Terms = NONE
    refuses: Annotated[dict[str, Many], Ref(PARTY, keys=("term",))] = Field(default_factory=dict)
    keeps: Annotated[dict[str, Literal["kept", "partly", "broken"]], Ref(keys=("term",))] = Field(default_factory=dict)
    deadline: Deadline | None = None
    bound_for: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("place",))] = ()
    via: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("place",))] = ()
    reached: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("place",))] = ()
    fired_from: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("place",))] = ()
    let_in: When | None = None
    released: When | None = None
    first: First | None = None
    denies: Annotated[Denial | None, BeforeValidator(_denial)] = None
    weapon: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("weapon",))] = ()
    cause: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("cause",))] = ()
    reason: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("reason",))] = ()
    threat: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("threat",))] = ()
    result: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Ref(("result",))] = ()
