"""Feeds: Atom (RFC 4287) and JSON Feed 1.1 of what is new, of corrections, and of each place, in both languages.

In: the Atlas and the edition. Out: (path, bytes) pairs. Days come from the record and from git, none from a clock; a
feed without news bears the day of the record. A renamed place's old feed goes on under its old address.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from macros import addresses
from macros.atlas import Atlas
from macros.derive.ledger import corrected, moved
from macros.edition import LICENCE, Edition, day, urn
from macros.exports.news import Item, additions, corrections
from macros.language import Tongue
from macros.records.base import LANGS


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language: its path without ending, what it is called, the page it belongs to, its items."""

    path: str
    title: str
    page: str
    items: list[Item]


def feeds(atlas: Atlas, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every feed in every language and both formats."""
    for lang in LANGS:
        tongue = Tongue(atlas, lang)
        for feed in _feeds(tongue, edition):
            yield f"{feed.path}.xml", atom(tongue, edition, feed)
            yield f"{feed.path}.json", json_feed(tongue, edition, feed)
            for old in _former(tongue, feed):
                yield f"{old}.xml", atom(tongue, edition, feed)
                yield f"{old}.json", json_feed(tongue, edition, feed)


def _feeds(tongue: Tongue, edition: Edition) -> Iterator[Feed]:
    atlas, lang, site = tongue.atlas, tongue.lang, tongue.ui("site")

    def feed(path: str, title: str, page: str, items: list[Item]) -> Feed:
        return Feed(addresses.localised(path, lang), f"{site}: {title}", addresses.localised(page, lang), items)

    yield feed(addresses.NEWS, tongue.ui("feed_new"), "", additions(tongue, edition, atlas.events.values()))
    log = corrections(tongue, atlas.corrections)
    yield feed(addresses.CORRECTED, tongue.ui("feed_corrections"), "about/corrections/", log)
    for place, events in atlas.events_of.items():
        wrong = {
            one.id: one for name in (place, *(event.id for event in events)) for one in corrected(atlas).get(name, ())
        }
        items = [*additions(tongue, edition, events), *corrections(tongue, wrong.values())]
        items.sort(key=lambda item: (item.day, item.path), reverse=True)
        yield feed(addresses.feed(place), tongue.name(place), addresses.page("place", place), items)


def _former(tongue: Tongue, feed: Feed) -> Iterator[str]:
    for one in moved(tongue.atlas):
        if one.kind == "place" and addresses.localised(addresses.feed(one.new), tongue.lang) == feed.path:
            yield addresses.localised(addresses.feed(one.old), tongue.lang)


def _updated(atlas: Atlas, edition: Edition, feed: Feed) -> str:
    return max((item.day for item in feed.items), default=day(atlas, edition))


def atom(tongue: Tongue, edition: Edition, feed: Feed) -> bytes:
    """A feed as Atom."""
    here, site = f"{feed.path}.xml", tongue.ui("site")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{tongue.lang}">',
        f"<id>{urn('feed', feed.path)}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<updated>{_time(_updated(tongue.atlas, edition, feed))}</updated>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(edition.to(here, here))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(edition.to(feed.page, here))}/>',
        f"<author><name>{escape(site)}</name></author>",
        f"<rights>CC BY 4.0, {LICENCE}</rights>",
    ]
    for item in feed.items:
        target = edition.to(addresses.localised(item.path, tongue.lang), here)
        lines += [
            "<entry>",
            f"<id>{item.id}</id>",
            f"<title>{escape(item.title)}</title>",
            f"<updated>{_time(item.day)}</updated>",
            f"<published>{_time(item.day)}</published>",
            f'<link rel="alternate" type="text/html" href={quoteattr(target)}/>',
            f'<category term="{item.tag}"/>',
            f"<summary>{escape(item.text)}</summary>",
            "</entry>",
        ]
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def json_feed(tongue: Tongue, edition: Edition, feed: Feed) -> bytes:
    """A feed as JSON Feed."""
    here = f"{feed.path}.json"
    shape: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": edition.to(feed.page, here),
        "feed_url": edition.to(here, here),
        "language": tongue.lang,
        "authors": [{"name": tongue.ui("site")}],
        "items": [
            {
                "id": item.id,
                "url": edition.to(addresses.localised(item.path, tongue.lang), here),
                "title": item.title,
                "content_text": item.text,
                "date_published": _time(item.day),
                "tags": [item.tag],
            }
            for item in feed.items
        ],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"


def _time(iso: str) -> str:
    """A day as a moment: its first, in UTC; the hour of a change is nobody's business."""
    return f"{iso}T00:00:00Z"
