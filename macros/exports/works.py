"""Works: what can be cited of the record (a page, an account, a source, the data), without any format.

In: the Atlas and the edition. Out: `Work` values; `citations` writes them as BibTeX, RIS and CSL-JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros import addresses
from macros.atlas import AccountEntry, Atlas
from macros.dates import When
from macros.edition import Edition, day, urn
from macros.records.vocabulary import Label


@dataclass(frozen=True, slots=True)
class Work:
    """Something to cite. `authors` are names as written, `issued` is a day, a month, a year or empty."""

    key: str
    sort: Literal["webpage", "dataset"]
    title: str
    container: str
    authors: tuple[str, ...]
    issued: str
    url: str
    note: str
    lang: str
    version: str = ""
    publisher: str = ""


def site(atlas: Atlas) -> str:
    """The site's title in both languages."""
    return pair(atlas.words["interface"]["site"])


def pair(name: Label) -> str:
    """A name in both languages, for a format that has one field."""
    return f"{name.en} / {name.ar}"


def page_work(atlas: Atlas, edition: Edition, kind: str, name: str) -> Work:
    """A page of the site."""
    if kind == "event":
        entry = atlas.events[name]
        said, place = entry.record.title, atlas.places[entry.place].name
        titles = [f"{text} – {where}" for text, where in ((said.en, place.en), (said.ar, place.ar)) if text]
        title = " / ".join(titles)
    else:
        title = pair(atlas.label(name))
    return _ours(atlas, edition, kind, name, title)


def data_work(atlas: Atlas, edition: Edition) -> Work:
    """The record as data."""
    url = f"{edition.site}data/" if edition.site else ""
    note, issued = _note(edition), day(atlas, edition)
    return Work("record", "dataset", site(atlas), "", (_makers(atlas),), issued, url, note, "en", edition.version)


def _ours(atlas: Atlas, edition: Edition, kind: str, name: str, title: str) -> Work:
    url = edition.site + (addresses.of(kind, name) or "") if edition.site else ""
    makers, issued = (_makers(atlas),), day(atlas, edition)
    return Work(name, "webpage", title, site(atlas), makers, issued, url, _note(edition), "en", edition.version)


def _makers(atlas: Atlas) -> str:
    return f"The contributors of {atlas.words['interface']['site'].en}"


def _note(edition: Edition) -> str:
    parts = ([f"Record as of {edition.as_of}"] if edition.as_of else []) + (
        [f"version {edition.version}"] if edition.version else []
    )
    return ", ".join(parts)


def source_work(atlas: Atlas, name: str) -> Work:
    """A source itself: what to cite first."""
    source = atlas.sources[name]
    item, publisher = source.record, atlas.publishers[source.publisher]
    title = item.title or f"[{item.heading('en')[0]}]"
    who = publisher.name.ar if item.language == "ar" else publisher.name.en
    authors = (item.author,) if item.author else (who,)
    note = f"archived: {item.archived}" if item.archived else ""
    issued, lang = issued_of(item.published), item.language or "en"
    return Work(name, "webpage", title, who, authors, issued, item.url or "", note, lang, publisher=who)


def account_work(atlas: Atlas, edition: Edition, entry: AccountEntry) -> Work:
    """An account: the source, where in it, and where the record keeps it."""
    source = source_work(atlas, entry.item)
    url = edition.site + (addresses.of("account", entry.id) or "") if edition.site else source.url
    kept = f"{entry.record.at}; as recorded in {site(atlas)}"
    notes = [kept, _note(edition), f"source: {source.url}" if source.url else ""]
    note = ", ".join(part for part in notes if part)
    return Work(
        entry.id, "webpage", source.title, source.container, source.authors, source.issued, url, note, source.lang,
        publisher=source.publisher,
    )  # fmt: skip


def works(atlas: Atlas, edition: Edition, kind: str, name: str) -> Iterator[Work]:
    """What the citation file of a page holds: the page; of an event its accounts, of a publisher its items."""
    yield page_work(atlas, edition, kind, name)
    if kind == "event":
        for entry in atlas.events[name].accounts:
            yield account_work(atlas, edition, entry)
    if kind == "publisher":
        for key in atlas.publishers[name].items:
            yield source_work(atlas, f"{name}/{key}")


def issued_of(when: When) -> str:
    """A day, month or year as ISO; of anything vaguer what is sure of it."""
    if when.first is None or when.last is None:
        return ""
    first, last = when.first.isoformat(), when.last.isoformat()
    return next((first[:n] for n in (10, 7, 4) if first[:n] == last[:n]), "")


def uid(work: Work) -> str:
    """A key that every program takes: letters, digits, hyphens; short for what would be very long."""
    plain = work.key.replace("/", "-")
    return plain if len(plain) <= 80 else f"{plain[:64]}-{urn('work', work.key)[-12:]}"
