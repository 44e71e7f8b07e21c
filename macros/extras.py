"""Extras: what a page has besides its content: its data for programs, how to cite it, what was corrected on it.

In: a desk, the page's title in both languages. Out: three pieces of HTML the theme puts into head, top and foot. The
page's linked data stands in it as a data block, which no browser runs; a checker cannot know that, so the page's policy
names its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from macros import addresses, render
from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.api_parts import FOLDERS
from macros.exports.jsonld import embedded, of_page
from macros.records.base import Lang
from macros.views.citing import page_cited
from macros.views.corrected import corrected_marks
from macros.views.desk import Desk

KINDS = {folder: kind for kind, folder in addresses.FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Extras:
    """HTML for the page's head, for the top of its content, and for its foot; what its policy lets stand in it."""

    head: str
    top: str
    foot: str
    allowed: str


def extras(desk: Desk, titles: Mapping[Lang, str]) -> Extras:
    """The extras of a page."""
    about = subject(desk.atlas, desk.here)
    links = tuple(_alternates(desk, about))
    data = _data(desk.atlas, desk.edition, *about) if about else ""
    return Extras(
        head=render.page("extras_head.html", desk, links, ld=data),
        top=render.page("extras_top.html", desk, corrected_marks(desk, *about) if about else ()),
        foot=render.page("extras_foot.html", desk, page_cited(desk, titles, about)),
        allowed=f" 'sha256-{base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()}'" if data else "",
    )


@cache
def _data(atlas: Atlas, edition: Edition, kind: str, name: str) -> str:
    """A record's linked data, once for the pages of both languages."""
    return embedded(of_page(atlas, edition, kind, name))


def subject(atlas: Atlas, path: str) -> tuple[str, str] | None:
    """The kind and id of the record that a page is about."""
    folder, _, name = path.strip("/").partition("/")
    kind = KINDS.get(folder)
    if kind == "place" and name in atlas.events:
        return "event", name
    holders = dict(atlas.named()) | {"publisher": atlas.publishers}
    return (kind, name) if kind and name in holders[kind] else None


def _alternates(desk: Desk, about: tuple[str, str] | None) -> list[tuple[str, str, str]]:
    """(media type, title, address) of what programs may follow from a page."""
    here = addresses.localised(desk.here, desk.lang)

    def to(path: str) -> str:
        return addresses.relative(path, here)

    found = []
    if about:
        found.append(("application/json", "JSON", to(f"api/v1/{FOLDERS[about[0]]}/{about[1]}.json")))
    town = about[1].partition("/")[0] if about and about[0] in ("place", "event") else ""
    feed = addresses.feed(town) if desk.atlas.events_of.get(town) else addresses.NEWS
    feed = addresses.CORRECTED if desk.here.startswith("about/corrections") else feed
    for kind, ending in (("application/atom+xml", "xml"), ("application/feed+json", "json")):
        found.append((kind, desk.tongue.ui("feed"), to(f"{addresses.localised(feed, desk.lang)}.{ending}")))
    return found
