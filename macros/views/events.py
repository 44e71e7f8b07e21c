"""Events: the row of an event in a list, the whole event with its accounts, its figures side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros import addresses, dates
from macros.atlas import EventEntry
from macros.derive.disagreements import disagreements, state
from macros.derive.figures import Figure, State, figures
from macros.derive.origins import Origins, summarise
from macros.derive.towns import gaps
from macros.language import Said
from macros.views.accounts import AccountView, account_view, origin_names, origin_of, source_note
from macros.views.desk import Desk, Link


@dataclass(frozen=True, slots=True)
class StateView:
    """A state as a word, its slug for the shape beside it, and the count it rests on."""

    slug: str
    word: str
    counts: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list: date, kind, title, place, how its accounts stand to each other."""

    href: str
    when: str
    machine: str
    kind: str
    title: Said
    place: Link
    state: StateView


@dataclass(frozen=True, slots=True)
class GivenView:
    """One account's figure: who gives it, whose word it is, the figure, a link to the account."""

    publisher: Link
    speakers: tuple[str, ...]
    figure: str
    published: str
    read: str
    origin: tuple[str, ...]
    href: str
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class FigureView:
    """A measure of an event: label, printed range, state, origins in words, each account's figure."""

    label: str
    range: str
    state: StateView
    origins: tuple[str, ...]
    given: tuple[GivenView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event whole."""

    row: EventRow
    parents: tuple[Link, ...]
    note: Said | None
    differs: tuple[str, ...]
    figures: tuple[FigureView, ...]
    accounts: tuple[AccountView, ...]
    gaps: tuple[str, ...]
    parent: Link | None
    follows: Link | None
    maybe_same_as: tuple[Link, ...]
    parts: tuple[Link, ...]
    before: Link | None
    after: Link | None
    edit: str | None
    file: str


def state_view(desk: Desk, slug: State, origins: Origins) -> StateView:
    """A state with its counts: `7 accounts, 2 known origins`."""
    return StateView(slug.value, desk.tongue.ui(f"state_{slug.value}"), counts(desk, origins))


def counts(desk: Desk, origins: Origins) -> str:
    """`7 accounts, 2 known origins`; an account whose origin is not named raises no count but is told."""
    tongue = desk.tongue
    if origins.accounts == 1 and origins.known:
        return tongue.count("accounts", 1)
    parts = [tongue.count("accounts", origins.accounts)]
    parts.append(tongue.count("origins", len(origins.known)) if origins.known else tongue.ui("no_known_origin"))
    if origins.unnamed and origins.known:
        parts.append(tongue.count("unnamed", origins.unnamed))
    return tongue.comma.join(parts)


def event_row(desk: Desk, event: EventEntry) -> EventRow:
    """The row of an event."""
    tongue = desk.tongue
    return EventRow(
        href=desk.to(addresses.of("event", event.id) or ""),
        when=tongue.date(event.when),
        machine=machine if html_date(machine := dates.machine(event.when)) else "",
        kind=tongue.word("event-type", event.record.type),
        title=tongue.said(event.record.title),
        place=desk.link(event.place),
        state=state_view(desk, state(desk.atlas, event), summarise(desk.atlas, event.reports or event.accounts)),
    )


def event_view(desk: Desk, event: EventEntry) -> EventView:
    """An event with all its accounts."""
    record, tongue = event.record, desk.tongue
    town = desk.atlas.timeline(desk.atlas.events_of[event.place])
    at = [one.id for one in town].index(event.id)
    return EventView(
        row=event_row(desk, event),
        parents=desk.links((event.place, *parents(desk, event.place))),
        note=tongue.said(record.note) if record.note else None,
        differs=_differs(desk, event),
        figures=figure_views(desk, event),
        accounts=tuple(account_view(desk, record.type, account) for account in event.accounts),
        gaps=tuple(gap_word(desk, event, gap.question) for gap in gaps(desk.atlas, event)),
        parent=desk.link(record.part_of) if record.part_of else None,
        follows=desk.link(record.follows) if record.follows else None,
        maybe_same_as=desk.links(record.maybe_same_as),
        parts=desk.links(tuple(part.id for part in desk.atlas.children.get(event.id, ()))),
        before=desk.link(town[at - 1].id) if at else None,
        after=desk.link(town[at + 1].id) if at + 1 < len(town) else None,
        edit=desk.edit("event", event.id),
        file=event.file,
    )


def parents(desk: Desk, place: str) -> tuple[str, ...]:
    """The places a place lies in, nearest first; the country itself is left out."""
    found: list[str] = []
    up = desk.atlas.places[place].parent
    while up:
        if desk.atlas.places[up].kind != "country":
            found.append(up)
        up = desk.atlas.places[up].parent
    return tuple(found)


def html_date(text: str) -> bool:
    """Whether a machine date is one that HTML's `time` allows: a year, a month or a day."""
    return re.fullmatch(r"\d{4}(-\d{2}){0,2}", text) is not None


def _differs(desk: Desk, event: EventEntry) -> tuple[str, ...]:
    """The points on which accounts of an event differ, in words."""
    tongue, found = desk.tongue, []
    for one in disagreements(desk.atlas, event):
        if one.kind == "figure":
            found.append(tongue.word("measure", one.subject))
        elif one.kind == "role":
            found.append(tongue.role(one.subject, event.record.type))
        elif one.kind in ("term", "kept"):
            found.append(tongue.word("term", one.subject))
        else:
            found.append(tongue.ui(f"differ_{one.kind}"))
    return tuple(dict.fromkeys(found))


def figure_views(desk: Desk, event: EventEntry, measures: tuple[str, ...] = ()) -> tuple[FigureView, ...]:
    """The figures of an event, or only those of some measures."""
    found = [f for f in figures(desk.atlas, event) if not measures or f.measure in measures]
    return tuple(figure_view(desk, figure) for figure in found)


def figure_view(desk: Desk, figure: Figure) -> FigureView:
    """One figure with every account of it, lowest first."""
    tongue = desk.tongue
    given = []
    for one in figure.given:
        source = source_note(desk, one.account.record)
        given.append(
            GivenView(
                publisher=source.publisher,
                speakers=tuple(link.text for link in source.speakers),
                figure=tongue.figure(one.quantity, figure.measure),
                published=source.published,
                read=source.read,
                origin=origin_of(desk, one.account, figure.measure),
                href=desk.to(addresses.of("account", one.account.id) or ""),
                unconfirmed=figure.measure in one.account.record.unconfirmed,
            )
        )
    return FigureView(
        label=tongue.word("measure", figure.measure),
        range=tongue.range(figure.low, figure.high, figure.measure),
        state=state_view(desk, figure.state, figure.origins),
        origins=origin_names(desk, figure.origins.known),
        given=tuple(given),
    )


def gap_word(desk: Desk, event: EventEntry, question: str) -> str:
    """A question no account answers, in the words of the event's type."""
    key, _, word = question.partition(".")
    if key == "who":
        return desk.tongue.role(word, event.record.type)
    if key == "figures":
        return desk.tongue.word("measure", word)
    return desk.tongue.ui(f"key_{key}")
