"""The Atlas: the whole record in memory, linked, frozen and typed; the only thing views and exports see.

In: a `Loaded` record set without faults. Out: an `Atlas` with its entries by id and the indexes that keep every
look-up constant in time. Nothing is decided here; `macros.derive` does that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.check import check
from macros.dates import When, span
from macros.faults import RecordError
from macros.load import Loaded
from macros.outlines import Outlines, read_outlines
from macros.quantities import WordSpan
from macros.records import files, ledgers, vocabulary
from macros.records.account import Account
from macros.records.base import references

PARTIES = ("force", "person", "group", "publisher")


@dataclass(frozen=True, slots=True, eq=False)
class AccountEntry:
    """An account with its permanent id (`<event>/<publisher-item-locator>`), its event and its source."""

    id: str
    event: str
    item: str
    record: Account

    @property
    def publisher(self) -> str:
        """The id of the publisher the account is filed under."""
        return self.item.split("/")[0]

    @property
    def anchor(self) -> str:
        """The fragment of the account on its event's page."""
        return self.id.rpartition("/")[2]

    @property
    def denies_event(self) -> bool:
        """Whether the account says the event did not happen."""
        return self.record.denies is not None and self.record.denies.event


@dataclass(frozen=True, slots=True, eq=False)
class EventEntry:
    """An event with its id, the place it is filed under, its accounts in the file's order and the span of its dates.

    The span is that of the dates the reports give or, if only denials are dated, of those. A vaguer date that covers
    another account's (May 2021 beside 20 May) adds nothing to it.
    """

    id: str
    place: str
    record: files.Event
    accounts: tuple[AccountEntry, ...]
    when: When
    file: str

    @property
    def reports(self) -> tuple[AccountEntry, ...]:
        """The accounts that report the event; a denial of the event is not one."""
        return tuple(account for account in self.accounts if not account.denies_event)


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's item under its full id."""

    id: str
    publisher: str
    record: files.Item


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Everything by id. Mappings are read-only; events are in order of time, the rest in the order of the files."""

    places: Mapping[str, files.Place]
    events: Mapping[str, EventEntry]
    forces: Mapping[str, files.Force]
    people: Mapping[str, files.Person]
    concepts: Mapping[str, files.Concept]
    publishers: Mapping[str, files.Publisher]
    sources: Mapping[str, Source]
    readings: Mapping[str, files.Reading]
    left_out: tuple[ledgers.LeftOutEntry, ...]
    corrections: tuple[ledgers.Correction, ...]
    register: ledgers.Register
    words: Mapping[str, Mapping[str, Any]]
    files: Mapping[tuple[str, str], str]
    # Indexes: events filed under a place; events of a party and the roles it has there; events that mention a place;
    # accounts of a source item; events that are part of an event; accounts that relay a publisher, force or
    # person; places and bodies with a statement from a source item;
    # forces and persons that some source puts under a force or at its head.
    events_of: Mapping[str, tuple[EventEntry, ...]]
    children: Mapping[str, tuple[EventEntry, ...]]
    inside: Mapping[str, tuple[str, ...]]
    roles_of: Mapping[str, Mapping[str, tuple[str, ...]]]
    mentions: Mapping[str, tuple[str, ...]]
    accounts_of: Mapping[str, tuple[AccountEntry, ...]]
    relayed: Mapping[str, tuple[AccountEntry, ...]]
    cited_by: Mapping[str, tuple[str, ...]]
    below: Mapping[str, tuple[str, ...]]
    order: Mapping[str, int]
    spans: Mapping[str, WordSpan] = field(default_factory=dict)
    outlines: Outlines = field(default_factory=Outlines)

    def kind_of(self, name: str) -> str:
        """The kind of thing an id names: place, force, person, concept, publisher, group, voice, item or event."""
        for kind, holder in self._holders():
            if name in holder:
                return kind
        raise KeyError(name)

    def label(self, name: str) -> vocabulary.Label:
        """The name, in both languages, of whatever an id names (not events and items, which have titles)."""
        for kind, holder in self._holders():
            if name in holder:
                entry = holder[name]
                label: vocabulary.Label = entry if kind in ("group", "voice") else entry.name
                return label
        raise KeyError(name)

    def _holders(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        return (
            ("place", self.places),
            ("force", self.forces),
            ("person", self.people),
            ("group", self.words.get("group", {})),
            ("publisher", self.publishers),
            ("voice", self.words.get("voice", {})),
            ("concept", self.concepts),
            ("item", self.sources),
            ("event", self.events),
        )

    def named(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """The kinds of things that have a name, its spellings and a page of their own."""
        return (("place", self.places), ("force", self.forces), ("person", self.people), ("concept", self.concepts))

    def timeline(self, events: Iterable[EventEntry] | None = None) -> list[EventEntry]:
        """Events in order of time: by their earliest dates, an event that follows another after it."""
        return sorted(self.events.values() if events is None else events, key=lambda event: self.order[event.id])


def covers(vague: When, other: When) -> bool:
    """Whether a month, a year or the like wholly holds another, closer date; an interval is a duration, not vague."""
    if vague.precision == "interval" or None in (vague.first, vague.last, other.first, other.last):
        return False
    assert vague.first is not None
    assert vague.last is not None
    assert other.first is not None
    assert other.last is not None
    longer = vague.last - vague.first > other.last - other.first
    return longer and vague.first <= other.first and other.last <= vague.last


def read_atlas(root: Path) -> Atlas:
    """The Atlas of the record under `root`; raises `RecordError` with every fault there is."""
    loaded, faults = check(root)
    if faults:
        raise RecordError(faults)
    return build(loaded, read_outlines(root))


def build(loaded: Loaded, outlines: Outlines | None = None) -> Atlas:
    """The Atlas of a record set that has no faults."""
    entries = [_event(loaded, name, record) for name, record in loaded.of("event").items()]
    events = {event.id: event for event in sorted(entries, key=lambda event: _moment(loaded, event))}
    sources = {
        f"{publisher}/{key}": Source(f"{publisher}/{key}", publisher, item)
        for publisher, record in loaded.of("publisher").items()
        for key, item in record.items.items()
    }
    words = {kind: MappingProxyType(entries) for kind, entries in loaded.words.items()}
    events_of: dict[str, list[EventEntry]] = defaultdict(list)
    children: dict[str, list[EventEntry]] = defaultdict(list)
    accounts_of: dict[str, list[AccountEntry]] = defaultdict(list)
    relayed: dict[str, list[AccountEntry]] = defaultdict(list)
    roles_of: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    mentions: dict[str, list[str]] = defaultdict(list)
    for event in events.values():
        events_of[event.place].append(event)
        if event.record.part_of:
            children[event.record.part_of].append(event)
        for place in sorted(set(_places(event)) - {event.place}):
            mentions[place].append(event.id)
        for account in event.accounts:
            accounts_of[account.item].append(account)
            for speaker in account.record.from_:
                relayed[speaker].append(account)
            for party, role in _roles(account):
                if role not in roles_of[party][event.id]:
                    roles_of[party][event.id].append(role)
    cited_by: dict[str, list[str]] = defaultdict(list)
    for kind in ("place", "force", "person", "concept"):
        for name, record in loaded.of(kind).items():
            cited = {s.source for s in (*record.accounts, *getattr(record, "population", ()))}
            location = getattr(record, "location", None)
            for item in sorted(cited | ({location.source} if location else set())):
                cited_by[item].append(name)
    below: dict[str, list[str]] = defaultdict(list)
    for name, body in (*loaded.of("force").items(), *loaded.of("person").items()):
        for up in {up: None for s in body.accounts for up in (*getattr(s, "under", ()), *getattr(s, "leads", ()))}:
            below[up].append(name)
    inside: dict[str, list[str]] = defaultdict(list)
    for name, place in loaded.of("place").items():
        if place.parent:
            inside[place.parent].append(name)
    return Atlas(
        places=MappingProxyType(loaded.of("place")),
        events=MappingProxyType(events),
        forces=MappingProxyType(loaded.of("force")),
        people=MappingProxyType(loaded.of("person")),
        concepts=MappingProxyType(loaded.of("concept")),
        publishers=MappingProxyType(loaded.of("publisher")),
        sources=MappingProxyType(sources),
        readings=MappingProxyType(loaded.of("reading")),
        left_out=tuple(entry for ledger in loaded.of("left-out").values() for entry in ledger.entries),
        corrections=tuple(entry for ledger in loaded.of("corrections").values() for entry in ledger.entries),
        register=loaded.of("register").get("register") or ledgers.Register(),
        words=MappingProxyType(words),
        files=MappingProxyType({key: document.file for key, document in loaded.documents.items()}),
        events_of=_frozen(events_of),
        children=_frozen(children),
        inside=_frozen(inside),
        roles_of=MappingProxyType({party: _frozen(roles) for party, roles in roles_of.items()}),
        mentions=_frozen(mentions),
        accounts_of=_frozen(accounts_of),
        relayed=_frozen(relayed),
        order=MappingProxyType({name: n for n, name in enumerate(events)}),
        cited_by=_frozen(cited_by),
        below=_frozen(below),
        spans=MappingProxyType(
            {word: e.span() for word, e in loaded.words.get("quantity", {}).items() if isinstance(e, vocabulary.Word)}
        ),
        outlines=outlines or Outlines(),
    )


def _frozen(lists: Mapping[str, Iterable[Any]]) -> Mapping[str, tuple[Any, ...]]:
    return MappingProxyType({key: tuple(items) for key, items in lists.items()})


def _event(loaded: Loaded, name: str, record: files.Event) -> EventEntry:
    """An event and its accounts; accounts of one source at one pinpoint are told apart by a number."""
    accounts: list[AccountEntry] = []
    taken: dict[str, int] = {}
    for account in record.accounts:
        slug = re.sub(r"[^a-z0-9]+", "-", f"{account.source}-{account.at}".lower()).strip("-")
        taken[slug] = taken.get(slug, 0) + 1
        number = f"-n{taken[slug]}" if taken[slug] > 1 else ""
        accounts.append(AccountEntry(f"{name}/{slug}{number}", name, account.source, account))
    dates = [a.record.when for a in accounts if a.record.when and not a.denies_event]
    dates = dates or [a.record.when for a in accounts if a.record.when]
    when = span([one for one in dates if not any(covers(one, other) for other in dates)])
    assert when is not None, "the schema requires a dated account"
    place = name.split("/", maxsplit=1)[0]
    return EventEntry(name, place, record, tuple(accounts), when, loaded.documents["event", name].file)


def _moment(loaded: Loaded, event: EventEntry) -> tuple[Any, ...]:
    """A sort key: the first day, then how many events of the record it follows, then the rest of its date."""
    first, *rest = event.when.sort_key
    step, before = event.record.follows, 0
    while step:
        step, before = loaded.of("event")[step].follows, before + 1
    return first, before, *rest, event.id


def _roles(account: AccountEntry) -> Iterable[tuple[str, str]]:
    """(party, role) pairs an account asserts, and the parties it says refused."""
    for role, parties in account.record.who.items():
        for party in parties:
            yield party, role
    for parties in account.record.refuses.values():
        for party in parties:
            yield party, "refuses"


def _places(event: EventEntry) -> Iterable[str]:
    """Every place an event or one of its accounts names."""
    for _, kinds, name in references(event.record):
        if kinds == ("place",):
            yield name
