"""Ledger: what became of published ids (moved, withdrawn) and which records were corrected.

In: the Atlas. Out: `Moved` and `Gone` values, and the corrections of each record under its present id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from macros.atlas import Atlas
from macros.records.ledgers import KINDS, Correction, Withdrawal


@dataclass(frozen=True, slots=True)
class Moved:
    """An id that leads to another: of a renamed record, or of one that was made part of another."""

    kind: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A published id that was withdrawn; of one withdrawn for safety nothing is told but that."""

    kind: str
    id: str
    why: Withdrawal


@cache
def moved(atlas: Atlas) -> tuple[Moved, ...]:
    """Every former id; a renamed place brings its events along, a renamed publisher its items."""
    return tuple({(one.kind, one.old): one for one in _moved(atlas)}.values())


def _moved(atlas: Atlas) -> Iterator[Moved]:
    for kind, holder in (*atlas.named(), ("publisher", atlas.publishers)):
        for name, record in holder.items():
            for old in record.former_ids:
                yield Moved(kind, old, name)
                if kind == "place":
                    for event in atlas.events_of.get(name, ()):
                        yield Moved("event", f"{old}/{event.id.partition('/')[2]}", event.id)
                if kind == "publisher":
                    for key in record.items:
                        yield Moved("item", f"{old}/{key}", f"{name}/{key}")
    for event in atlas.events.values():
        for old in event.record.former_ids:
            yield Moved("event", old, event.id)
    for source in atlas.sources.values():
        for old in source.record.former_ids:
            yield Moved("item", f"{source.publisher}/{old}", source.id)


@cache
def gone(atlas: Atlas) -> tuple[Gone, ...]:
    """Every withdrawn id that the register still names with its kind."""
    register = atlas.register
    return tuple(
        Gone(kind, name, register.withdrawn[name])
        for kind in KINDS
        for name in getattr(register, kind)
        if name in register.withdrawn
    )


@cache
def corrected(atlas: Atlas) -> Mapping[str, tuple[Correction, ...]]:
    """The corrections of each record, newest first, under the id it has now."""
    now = {one.old: one.new for one in moved(atlas)}
    found: dict[str, list[Correction]] = {}
    for correction in reversed(atlas.corrections):
        for name in dict.fromkeys(now.get(name, name) for name in correction.about):
            found.setdefault(name, []).append(correction)
    return {name: tuple(corrections) for name, corrections in found.items()}
