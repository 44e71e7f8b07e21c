"""Ledgers: the lists the record keeps about itself: what was left out and why, what has been published."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.base import Line, Record, Ref, Text


class LeftOutEntry(Record):
    """Something a source says that the record does not hold, and why."""

    source: Annotated[str | None, Ref(("item",))] = None
    page: Line | None = Field(
        default=None, description="the page's title or address, where it is no source of the record"
    )
    why: Text


class LeftOut(Record):
    """data/left-out.yml: what was read and left out."""

    entries: tuple[LeftOutEntry, ...]


class Register(Record):
    """data/register.yml: every id that was ever published, and how many accounts each source had.

    Nothing leaves it: an id that is gone must be some record's `former_ids` or stand under `withdrawn` with the reason
    (a withdrawal for safety gives none but that word). Written by `python -m macros register`, kept true by a rule.
    """

    place: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    force: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    concept: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    accounts: dict[str, int] = Field(default_factory=dict)
    withdrawn: dict[str, Text] = Field(default_factory=dict)


KINDS = ("place", "event", "force", "person", "concept", "publisher")
