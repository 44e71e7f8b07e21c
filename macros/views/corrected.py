"""Corrections: the log of what was wrong, and the mark on the pages it concerned.

In: a desk. Out: rows of the log, newest first; marks with a link into the log.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses, dates
from macros.derive.ledger import corrected, moved
from macros.language import Said
from macros.records.ledgers import Correction
from macros.views.desk import Desk, Link


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """An entry of the log: anchor, day, what it is about, what was wrong and since when, what stands there now."""

    anchor: str
    day: str
    machine: str
    about: tuple[Link, ...]
    was: Said
    since: str
    now: Said
    why: Said
    asked_by: str


@dataclass(frozen=True, slots=True)
class Mark:
    """That a page was corrected: the day, what was wrong, and where the log tells it."""

    day: str
    was: Said
    href: str


def corrections_log(desk: Desk) -> tuple[CorrectionRow, ...]:
    """The log, newest first."""
    return tuple(_row(desk, one) for one in sorted(desk.atlas.corrections, key=lambda one: one.id, reverse=True))


def _row(desk: Desk, one: Correction) -> CorrectionRow:
    tongue = desk.tongue
    return CorrectionRow(
        anchor=one.id,
        day=_day(desk, one),
        machine=one.day,
        about=tuple(_named(desk, name) for name in one.about),
        was=tongue.said(one.was),
        since=tongue.date(one.since) if one.since else "",
        now=tongue.said(one.now),
        why=tongue.said(one.why),
        asked_by=one.asked_by or "",
    )


def _day(desk: Desk, one: Correction) -> str:
    return desk.tongue.date(dates.parse(one.day))


def _named(desk: Desk, name: str) -> Link:
    """A record that was corrected, by its name or title; one that is no longer there by its id."""
    now = {old.old: old.new for old in moved(desk.atlas)}.get(name, name)
    try:
        return desk.link(now)
    except KeyError:
        return Link(name)


def corrected_marks(desk: Desk, kind: str, name: str) -> tuple[Mark, ...]:
    """The marks of a page: of its record; on a place's page also of its events, on a publisher's of its items."""
    atlas = desk.atlas
    names = [name]
    if kind == "place":
        names += [event.id for event in atlas.events_of.get(name, ())]
    if kind == "publisher":
        names += [f"{name}/{key}" for key in atlas.publishers[name].items]
    found = {one.id: one for each in names for one in corrected(atlas).get(each, ())}
    newest = sorted(found.values(), key=lambda one: one.id, reverse=True)
    return tuple(
        Mark(_day(desk, one), desk.tongue.said(one.was), desk.to(addresses.correction(one.id))) for one in newest
    )
