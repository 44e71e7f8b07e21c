"""Redirects: the addresses of former ids lead to the records that took their place, in both languages.

In: the Atlas. Out: (path of the old page, path of the new one, language) triples; the shell writes the pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.atlas import Atlas
from macros.records.base import LANGS, Lang


def redirects(atlas: Atlas) -> Iterator[tuple[str, str, Lang]]:
    """Old and new site paths without their language prefix, once per language."""
    for old, new, kind in _moved(atlas):
        for lang in LANGS:
            yield addresses.of(kind, old) or "", addresses.of(kind, new) or "", lang


def _moved(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    for kind, holder in (*atlas.named(), ("publisher", atlas.publishers)):
        for name, record in holder.items():
            for old in record.former_ids:
                yield old, name, kind
                if kind == "place":
                    for event in atlas.events_of.get(name, ()):
                        yield f"{old}/{event.id.partition('/')[2]}", event.id, "event"
    for event in atlas.events.values():
        for old in event.record.former_ids:
            yield old, event.id, "event"
