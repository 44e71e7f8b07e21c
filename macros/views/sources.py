"""Sources: the publishers, what each item is used for and how much of it was read; a founding document's reading."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.atlas import AccountEntry
from macros.derive.disagreements import state
from macros.derive.figures import State
from macros.language import Said
from macros.records.base import LANGS
from macros.views.desk import Desk, Link
from macros.views.events import StateView


@dataclass(frozen=True, slots=True)
class Use:
    """An account an item is used for."""

    event: Link
    at: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """A publisher's item."""

    anchor: str
    title: str
    by_us: bool
    language: str
    author: str
    published: str
    dating: Said | None
    year_inferred: bool
    copy_on: str
    read: str
    read_slug: str
    url: str | None
    archived: str | None
    reading: Link | None
    uses: tuple[Link, ...]
    elsewhere: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """A publisher in the list of sources."""

    link: Link
    other: str
    kind: str
    items: str
    accounts: str
    whole: str


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """A publisher's page."""

    name: str
    other_name: str
    other_lang: str
    kind: str
    stance: str
    stance_source: Link | None
    speaks_for: Link | None
    url: str | None
    languages: tuple[str, ...]
    items: tuple[ItemView, ...]
    relayed: tuple[Link, ...]
    edit: str | None
    file: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """All publishers: those with items, and those only relayed by others."""

    summary: str
    read: tuple[PublisherLine, ...]
    relayed: tuple[PublisherLine, ...]


@dataclass(frozen=True, slots=True)
class HeldView:
    """A record that holds facts of a paragraph, and how its accounts stand to each other."""

    link: Link
    state: StateView | None


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of a founding document: where its facts live, how many are left out."""

    id: str
    label: str
    facts: str
    held: tuple[HeldView, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A founding document, paragraph by paragraph."""

    title: Said
    source: Link
    item_title: str
    item_language: str
    url: str | None
    paragraphs: tuple[ParagraphView, ...]
    file: str


def sources_page(desk: Desk) -> SourcesPage:
    """The list of publishers."""
    atlas, tongue = desk.atlas, desk.tongue
    lines: dict[bool, list[PublisherLine]] = {True: [], False: []}
    for name in sorted(atlas.publishers, key=lambda n: tongue.short(n).lower()):
        publisher = atlas.publishers[name]
        accounts = sum(len(atlas.accounts_of.get(f"{name}/{key}", ())) for key in publisher.items)
        whole = sum(item.read == "whole" for item in publisher.items.values())
        lines[bool(publisher.items)].append(
            PublisherLine(
                Link(publisher.name.get(desk.lang), desk.to(addresses.page("publisher", name))),
                publisher.name.get(desk.other),
                tongue.word("kind.publisher", publisher.kind),
                tongue.count("sources", len(publisher.items)),
                tongue.count("accounts", accounts),
                tongue.ui("read_whole_of", whole=whole, total=len(publisher.items)),
            )
        )
    total = len(atlas.sources)
    summary = tongue.ui(
        "sources_summary",
        sources=tongue.count("sources", total),
        publishers=tongue.count("publishers", len(lines[True])),
        whole=sum(source.record.read == "whole" for source in atlas.sources.values()),
        total=total,
    )
    return SourcesPage(summary, tuple(lines[True]), tuple(lines[False]))


def publisher_page(desk: Desk, name: str) -> PublisherPage:
    """The page of a publisher; `KeyError` for an unknown id."""
    atlas, tongue = desk.atlas, desk.tongue
    publisher = atlas.publishers[name]
    relayed = dict.fromkeys(
        a.event for speaker in (name, *_items(name, publisher.items)) for a in atlas.relayed.get(speaker, ())
    )
    return PublisherPage(
        name=publisher.name.get(desk.lang),
        other_name=publisher.name.get(desk.other),
        other_lang=desk.other,
        kind=tongue.word("kind.publisher", publisher.kind),
        stance=tongue.word("kind.stance", publisher.stance) if publisher.stance else "",
        stance_source=desk.link(publisher.stance_source) if publisher.stance_source else None,
        speaks_for=desk.link(publisher.speaks_for) if publisher.speaks_for else None,
        url=publisher.url,
        languages=tuple(tongue.ui(f"language_{lang}") if lang in LANGS else lang for lang in publisher.languages),
        items=tuple(_item(desk, f"{name}/{key}") for key in sorted(publisher.items)),
        relayed=desk.links(tuple(relayed)),
        edit=desk.edit("publisher", name),
        file=atlas.files["publisher", name],
    )


def _items(name: str, items: object) -> list[str]:
    return [f"{name}/{key}" for key in items] if isinstance(items, dict) else []


def _item(desk: Desk, name: str) -> ItemView:
    atlas, tongue = desk.atlas, desk.tongue
    record = atlas.sources[name].record
    return ItemView(
        anchor=name.split("/")[1],
        title=record.heading(desk.lang)[0],
        by_us=record.title is None,
        language=record.heading(desk.lang)[1],
        author=record.author or "",
        published=tongue.date(record.published),
        dating=tongue.said(record.dating) if record.dating else None,
        year_inferred=record.year is not None,
        copy_on=record.copy_on or "",
        read=tongue.word("kind.read", record.read),
        read_slug=record.read,
        url=record.url,
        archived=record.archived,
        reading=_reading_link(desk, record.reading) if record.reading else None,
        uses=tuple(_use(desk, account) for account in atlas.accounts_of.get(name, ())),
        elsewhere=desk.links(cited_by(desk, name)),
    )


def _reading_link(desk: Desk, name: str) -> Link:
    return Link(desk.tongue.said(desk.atlas.readings[name].title).text, desk.to(f"reading/{name}/"))


def _use(desk: Desk, account: AccountEntry) -> Link:
    return Link(desk.link(account.event).text, desk.to(addresses.of("account", account.id) or ""))


def cited_by(desk: Desk, item: str) -> tuple[str, ...]:
    """The places, forces, people and concepts with a statement from an item."""
    return desk.atlas.cited_by.get(item, ())


def reading_page(desk: Desk, name: str) -> ReadingPage:
    """A founding document's reading: where its facts live, never the facts themselves."""
    atlas, tongue = desk.atlas, desk.tongue
    reading = atlas.readings[name]
    source = atlas.sources[reading.document]
    return ReadingPage(
        title=tongue.said(reading.title),
        source=desk.link(reading.document),
        item_title=source.record.heading(desk.lang)[0],
        item_language=source.record.heading(desk.lang)[1],
        url=source.record.url,
        paragraphs=tuple(
            ParagraphView(
                id=paragraph,
                label=_label(desk, paragraph),
                facts=tongue.count("facts", len(facts)),
                held=tuple(_held(desk, h) for h in dict.fromkeys(h for fact in facts for h in fact.held_by)),
                left_out=tongue.count("facts", out)
                if (out := sum(fact.left_out is not None for fact in facts))
                else "",
            )
            for paragraph, facts in reading.paragraphs.items()
        ),
        file=atlas.files["reading", name],
    )


def _label(desk: Desk, paragraph: str) -> str:
    if paragraph[:1] in "ph" and paragraph[1:].isdigit():
        return desk.tongue.ui("at_paragraph" if paragraph[0] == "p" else "at_heading", n=paragraph[1:])
    return desk.tongue.ui(f"at_{paragraph}")


def _held(desk: Desk, name: str) -> HeldView:
    if name not in desk.atlas.events:
        return HeldView(desk.link(name), None)
    slug: State = state(desk.atlas, desk.atlas.events[name])
    return HeldView(desk.link(name), StateView(slug.value, desk.tongue.ui(f"state_{slug.value}"), ""))
