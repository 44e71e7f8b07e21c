"""News: what came into the record and what was corrected, by day, as the feeds tell it.

In: the Atlas, the edition's history, a language. Out: `Item` values, newest first. What has no known day is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.atlas import Atlas, EventEntry
from macros.derive.ledger import moved
from macros.edition import Edition, urn
from macros.language import Tongue
from macros.records.ledgers import Correction

MOST = 100  # items of a feed


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: a lasting id, day (ISO), title, text, the site path it leads to, its kind as a tag."""

    id: str
    day: str
    title: str
    text: str
    path: str
    tag: str


def additions(tongue: Tongue, edition: Edition, events: Iterable[EventEntry]) -> list[Item]:
    """Events that came and accounts that were added to them."""
    found = [item for event in events for item in _of_event(tongue, edition, event)]
    return sorted(found, key=lambda item: (item.day, item.path), reverse=True)[:MOST]


def _of_event(tongue: Tongue, edition: Edition, event: EventEntry) -> Iterator[Item]:
    title = f"{tongue.name(event.place)}: {tongue.said(event.record.title).text}"
    path = addresses.of("event", event.id) or ""
    files = _files(tongue.atlas, event)
    days = [day for file in files if (day := edition.history.came.get(file))]
    if days:
        about = (
            tongue.date(event.when),
            tongue.word("event-type", event.record.type),
            tongue.count("accounts", len(event.accounts)),
        )
        text = tongue.ui("news_event", about=tongue.comma.join(about))
        yield Item(urn("event", event.id), min(days), title, text, path, "event")
    for file in files:
        for added in edition.history.accounts.get(file, ()):
            known = [(source, n) for source, n in added.sources if source in tongue.atlas.sources]
            names = dict.fromkeys(tongue.short(source.split("/")[0]) for source, _ in known)
            if known:
                count = tongue.count("accounts", sum(n for _, n in known))
                text = tongue.ui("news_accounts", count=count, names=tongue.comma.join(names))
                yield Item(urn("added", f"{event.id}/{added.day}"), added.day, title, text, path, "accounts")


def _files(atlas: Atlas, event: EventEntry) -> list[str]:
    """The event's file, and those it was under its former ids."""
    former = [one.old for one in moved(atlas) if one.kind == "event" and one.new == event.id]
    return [event.file, *(f"data/places/{old}.yml" for old in former)]


def corrections(tongue: Tongue, given: Iterable[Correction]) -> list[Item]:
    """Corrections, newest first."""
    return [_correction(tongue, one) for one in sorted(given, key=lambda one: one.id, reverse=True)]


def _correction(tongue: Tongue, one: Correction) -> Item:
    told = (("was", one.was), ("now", one.now), ("why", one.why))
    texts = {key: tongue.said(text).text for key, text in told}
    title = tongue.ui("news_correction", about=tongue.comma.join(named(tongue, name) for name in one.about))
    text = tongue.ui("news_correction_text", **texts)
    return Item(urn("correction", one.id), one.day, title, text, addresses.correction(one.id), "correction")


def named(tongue: Tongue, name: str) -> str:
    """The name or title of a record; of one that is no longer there its id."""
    atlas = tongue.atlas
    now = {one.old: one.new for one in moved(atlas)}.get(name, name)
    if now in atlas.events:
        event = atlas.events[now]
        return f"{tongue.name(event.place)}, {tongue.said(event.record.title).text}"
    if now in atlas.sources:
        return tongue.short(now.split("/", maxsplit=1)[0])
    try:
        return tongue.name(now)
    except KeyError:
        return name
