"""The whole record at a glance: what was agreed where, what is not known, how well it is covered."""

from __future__ import annotations

from dataclasses import dataclass

from macros.atlas import AccountEntry, EventEntry
from macros.derive.origins import summarise
from macros.derive.towns import gaps, terms
from macros.language import Said
from macros.views.agreed import TermRow, term_row
from macros.views.desk import Desk, Link
from macros.views.events import gap_word
from macros.views.lists import collation


@dataclass(frozen=True, slots=True)
class ComparedAgreement:
    """One agreement in the comparison: its town, its event, a cell per term of the period (None: no account)."""

    town: Link
    event: Link
    when: str
    cells: tuple[tuple[str, TermRow | None], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The agreements of one year: the terms that occur, most frequent first, and a row per agreement."""

    anchor: str
    title: str
    terms: tuple[str, ...]
    rows: tuple[ComparedAgreement, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A town's unanswered questions, event by event."""

    town: Link
    anchor: str
    count: str
    events: tuple[tuple[Link, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class NotKnownPage:
    """What no account answers, over the whole record: by question and by town."""

    total: str
    questions: tuple[tuple[str, str], ...]
    towns: tuple[Unanswered, ...]


@dataclass(frozen=True, slots=True)
class TownCoverage:
    """How well a town is covered."""

    town: Link
    events: int
    accounts: int
    publishers: int
    origins: int
    whole: str
    single: int
    reviewed: str


@dataclass(frozen=True, slots=True)
class PublisherCoverage:
    """What rests on one publisher alone."""

    publisher: Link
    accounts: int
    alone: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """Something read and left out: its source or page, and why."""

    source: Link | None
    page: str
    why: Said


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """Coverage by town and by publisher."""

    towns: tuple[TownCoverage, ...]
    publishers: tuple[PublisherCoverage, ...]
    left_out: tuple[LeftOutView, ...]


def compare_page(desk: Desk) -> tuple[Period, ...]:
    """Agreements by year: towns against terms."""
    atlas, tongue = desk.atlas, desk.tongue
    by_year: dict[int, list[tuple[EventEntry, dict[str, TermRow]]]] = {}
    for place in atlas.events_of:
        rows: dict[str, dict[str, TermRow]] = {}
        for term in terms(atlas, place):
            rows.setdefault(term.event, {})[term.term] = term_row(desk, term)
        for name, cells in rows.items():
            event = atlas.events[name]
            day = event.when.first or event.when.last
            if day:
                by_year.setdefault(day.year, []).append((event, cells))
    periods = []
    for year, found in sorted(by_year.items()):
        used: dict[str, int] = {}
        for _, cells in found:
            for name in cells:
                used[name] = used.get(name, 0) + 1
        order = sorted(used, key=lambda term: (-used[term], term))
        found.sort(key=lambda pair: (collation(tongue.name(pair[0].place)), atlas.order[pair[0].id]))
        periods.append(
            Period(
                f"y{year}",
                str(year),
                tuple(tongue.word("term", term) for term in order),
                tuple(
                    ComparedAgreement(
                        desk.link(event.place),
                        desk.link(event.id),
                        tongue.date(event.when),
                        tuple((tongue.word("term", term), cells.get(term)) for term in order),
                    )
                    for event, cells in found
                ),
            )
        )
    return tuple(periods)


def not_known_page(desk: Desk) -> NotKnownPage:
    """Everything no account answers."""
    atlas, tongue = desk.atlas, desk.tongue
    asked: dict[str, int] = {}
    towns = []
    total = 0
    for place in sorted(atlas.events_of, key=lambda name: collation(tongue.name(name))):
        events = []
        for event in atlas.timeline(atlas.events_of[place]):
            words = tuple(gap_word(desk, event, gap.question) for gap in gaps(atlas, event))
            for word in words:
                asked[word] = asked.get(word, 0) + 1
            if words:
                events.append((desk.link(event.id), words))
        own = sum(len(words) for _, words in events)
        total += own
        if own:
            towns.append(Unanswered(desk.link(place), place, tongue.count("gaps", own), tuple(events)))
    most = sorted(asked.items(), key=lambda item: (-item[1], item[0]))
    return NotKnownPage(
        tongue.count("gaps", total), tuple((word, tongue.count("events", n)) for word, n in most), tuple(towns)
    )


def coverage_page(desk: Desk) -> CoveragePage:
    """How well towns are covered, and what rests on one publisher."""
    atlas, tongue = desk.atlas, desk.tongue
    towns = []
    for place in sorted(atlas.events_of, key=lambda name: collation(tongue.name(name))):
        events = atlas.events_of[place]
        accounts = [account for event in events for account in event.accounts]
        items = {account.item for account in accounts}
        whole = sum(atlas.sources[item].record.read == "whole" for item in items)
        reviewed = atlas.places[place].reviewed
        towns.append(
            TownCoverage(
                town=desk.link(place),
                events=len(events),
                accounts=len(accounts),
                publishers=len({account.publisher for account in accounts}),
                origins=len(summarise(atlas, accounts).known),
                whole=tongue.ui("n_of_m", n=whole, m=len(items)),
                single=sum(len(_publishers(event)) == 1 for event in events),
                reviewed=tongue.date(reviewed) if reviewed else tongue.ui("not_reviewed"),
            )
        )
    alone: dict[str, list[str]] = {}
    held: dict[str, list[AccountEntry]] = {}
    for event in atlas.timeline():
        for account in event.accounts:
            held.setdefault(account.publisher, []).append(account)
        sole = _publishers(event)
        if len(sole) == 1:
            alone.setdefault(next(iter(sole)), []).append(event.id)
    order = sorted(alone, key=lambda name: (-len(alone[name]), name))
    return CoveragePage(
        tuple(towns),
        tuple(PublisherCoverage(desk.link(name), len(held[name]), desk.links(tuple(alone[name]))) for name in order),
        tuple(
            LeftOutView(desk.link(entry.source) if entry.source else None, entry.page or "", tongue.said(entry.why))
            for entry in atlas.left_out
        ),
    )


def _publishers(event: EventEntry) -> set[str]:
    return {account.publisher for account in event.accounts}
