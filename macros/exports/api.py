"""The API: every document under /api/v1/, so that a program can read what a page shows.

In: the Atlas and the edition. Out: (path, bytes) pairs. Static files: a former id has a document that says where to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.atlas import Atlas
from macros.derive.ledger import gone, moved
from macros.edition import API, Edition
from macros.exports import api_events, api_lists, api_records
from macros.exports.api_parts import Pen, path
from macros.exports.disputes import disputes
from macros.exports.openapi import openapi


def api(atlas: Atlas, edition: Edition, downloads: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """Every document; `downloads` are the site paths of the files that hold the whole record."""
    pen = Pen(atlas, edition)
    for name, document in _documents(pen):
        yield name, written(document)
    lists = _lists(pen)
    for kind, listed in lists.items():
        yield api_lists.list_path(kind), written(listed)
    counts = {kind: listed["count"] for kind, listed in lists.items()}
    yield f"{API}index.json", written(api_lists.index(pen, counts, downloads))
    yield f"{API}vocabulary.json", written(api_lists.vocabulary(pen))
    yield f"{API}openapi.json", written(openapi(atlas, edition))
    for old in moved(atlas):
        at, document = api_lists.moved(pen, old)
        yield at, written(document)
    for lost in gone(atlas):
        at, document = api_lists.withdrawn(lost)
        yield at, written(document)


def _documents(pen: Pen) -> Iterator[tuple[str, Any]]:
    atlas = pen.atlas
    makers: tuple[tuple[str, Any, Any], ...] = (
        ("place", atlas.places, api_records.place),
        ("event", atlas.events, api_events.event),
        ("force", atlas.forces, api_records.force),
        ("person", atlas.people, api_records.person),
        ("concept", atlas.concepts, api_records.concept),
        ("publisher", atlas.publishers, api_records.publisher),
        ("source", atlas.sources, api_records.source),
    )
    for kind, names, make in makers:
        for name in names:
            yield path(kind, name), make(pen, name)
    for event in atlas.events.values():
        for name, found in disputes(atlas, event):
            yield path("disagreement", name), api_events.disagreement(pen, name, found)


def _lists(pen: Pen) -> dict[str, Any]:
    atlas = pen.atlas
    return {
        "place": api_lists.places(pen),
        "event": api_lists.events(pen),
        "force": api_lists.bodies(pen, "force", atlas.forces),
        "person": api_lists.bodies(pen, "person", atlas.people),
        "concept": api_lists.bodies(pen, "concept", atlas.concepts),
        "source": api_lists.sources(pen),
        "publisher": api_lists.bodies(pen, "publisher", atlas.publishers),
        "disagreement": api_lists.disagreements(pen),
    }


def written(document: Any) -> bytes:
    """A document as JSON, UTF-8."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
