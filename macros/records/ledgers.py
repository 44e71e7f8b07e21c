"""Ledgers: the lists the record keeps about itself: what was left out and why, what has been published."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.base import Line, Lines, Record, Ref, Text, When

PUBLISHED = "ids ever published; written by `python -m macros register`"


class LeftOutEntry(Record):
    """Something a source says that the record does not hold, and why."""

    source: Annotated[str | None, Ref(("item",))] = Field(None, description="the source as publisher/item")
    page: Line | None = Field(
        default=None, description="the page's title or address, where it is no source of the record"
    )
    why: Text = Field(description="why it is left out")


class LeftOut(Record):
    """data/left-out.yml: what was read and left out."""

    entries: tuple[LeftOutEntry, ...] = Field(description="what was read and left out")


class Correction(Record):
    """Something published that was wrong: since when, what stands there now, why, and who asked if they agree."""

    id: Line = Field(description="the day it was corrected and a word, as 2026-12-01-umm-batnah")
    about: Lines = Field(min_length=1, description="the ids of the records that were wrong")
    was: Text = Field(description="what the page said")
    since: When | None = Field(default=None, description="the day since which it said so")
    now: Text = Field(description="what it says now")
    why: Text = Field(description="how we know")
    asked_by: Line | None = Field(default=None, description="who asked, if they agree to be named")

    @property
    def day(self) -> str:
        """The day it was corrected, ISO: the beginning of its id."""
        return self.id[:10]


class Corrections(Record):
    """data/corrections.yml: what changed the meaning of something published; added at the end, never taken out."""

    entries: tuple[Correction, ...] = Field((), description="corrections, the latest last")


class Withdrawal(Text):
    """Why a published record was withdrawn, and when; `safety` keeps both off the site."""

    when: When | None = Field(None, description="the day it was withdrawn")
    safety: bool = Field(False, description="true leaves only the word on the site: no reason, no day")


class Register(Record):
    """data/register.yml: every id that was ever published, and how many accounts each source had.

    Nothing leaves it: an id that is gone must be some record's `former_ids` or stand under `withdrawn` with the reason
    (a withdrawal for safety gives none but that word). Written by `python -m macros register`, kept true by a rule.
    """

    place: tuple[str, ...] = Field((), description=PUBLISHED)
    event: tuple[str, ...] = Field((), description=PUBLISHED)
    force: tuple[str, ...] = Field((), description=PUBLISHED)
    person: tuple[str, ...] = Field((), description=PUBLISHED)
    concept: tuple[str, ...] = Field((), description=PUBLISHED)
    publisher: tuple[str, ...] = Field((), description=PUBLISHED)
    accounts: dict[str, int] = Field(default_factory=dict, description="source and how many accounts it gave")
    correction: tuple[str, ...] = Field((), description=PUBLISHED)
    withdrawn: dict[str, Withdrawal] = Field(default_factory=dict, description="id taken out and the reason")


KINDS = ("place", "event", "force", "person", "concept", "publisher")
