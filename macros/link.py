"""Link: every id a record names must exist and be of a kind that may stand there; nothing may refer in a circle.

In: a `Loaded` record set. Out: faults, each at the value that names the id, with the nearest known ids. The ids of a
record that does not fit its model are looked up too, so that one run tells everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from macros.faults import Fault, nearest
from macros.load import HOMES, Loaded
from macros.messages import Message, any_of, called, say
from macros.parse import Loc
from macros.records.account import Denial
from macros.records.base import Record, Ref, references
from macros.records.descriptions import fields
from macros.validate import model_in

Index = dict[str, set[str]]
# Kinds whose ids share one namespace, so that an id in an address, a search or `from` means one thing.
SHARED = ("place", "force", "person", "concept", "publisher", "group", "voice")


def index(loaded: Loaded) -> Index:
    """The known ids of every kind, source items (`publisher/item`) and vocabulary words included."""
    known: Index = {kind: set(records) for kind, records in loaded.records.items()}
    for kind, words in loaded.words.items():
        known[kind] = set(words)
    known["item"] = {f"{p}/{i}" for p, publisher in loaded.of("publisher").items() for i in publisher.items}
    return known


def link(loaded: Loaded) -> Iterator[Fault]:
    """All faults of reference: unknown ids, ids used twice, circles."""
    known = index(loaded)
    for kind, name, record in everything(loaded):
        document = loaded.documents[kind, name]
        for loc, kinds, wanted in references(record, _base(loaded, kind, name)):
            if not any(wanted in known.get(k, ()) for k in kinds):
                yield document.fault(loc, "unknown-id", _unknown(wanted, kinds, known))
    models = {kind: model for kind, _, model in HOMES}
    for (kind, _), document in loaded.unfit.items():
        for loc, kinds, wanted in _written(models[kind], document.data):
            if wanted and not any(wanted in known.get(k, ()) for k in kinds):
                yield document.fault(loc, "unknown-id", _unknown(wanted, kinds, known))
    yield from _twice(loaded)
    yield from _circles(loaded)


def _written(model: type[BaseModel], data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, tuple[str, ...], str]]:
    """Every reference of a record as it is written, as far as its keys are those of its model."""
    if not isinstance(data, dict):
        return
    for key, info in fields(model).items():
        value, here = data.get(key), (*loc, key)
        for mark in info.metadata:
            if isinstance(mark, Ref):
                yield from mark.pairs(value, here)
        inner = model_in(info.annotation)
        if inner is None or inner is Denial:
            continue
        if isinstance(value, dict) and "dict" in str(info.annotation):
            parts = [((*here, name), part) for name, part in value.items()]
        else:
            parts = [((*here, n), part) for n, part in enumerate(value)] if isinstance(value, list) else [(here, value)]
        for place, part in parts:
            yield from _written(inner, part, place)


def everything(loaded: Loaded) -> Iterator[tuple[str, str, Record]]:
    """(kind, id, record) of every record and every vocabulary entry."""
    for kind, records in loaded.records.items():
        for name, record in records.items():
            yield kind, name, record
    for kind, words in loaded.words.items():
        for name, record in words.items():
            yield kind, name, record


def _base(loaded: Loaded, kind: str, name: str) -> tuple[str, ...]:
    """Where a record starts in its file: at the top, or at its word in a vocabulary file."""
    if kind in loaded.words and name in loaded.words[kind]:
        document = loaded.documents[kind, name]
        return (name,) if (name,) in document.marks else (kind.removeprefix("kind."), name)
    return ()


def _unknown(wanted: str, kinds: tuple[str, ...], known: Index) -> Message:
    allowed = {name for kind in kinds for name in known.get(kind, ())}
    what = any_of([called(kind) for kind in kinds])
    near = nearest(wanted, allowed, what)
    other = next((kind for kind, names in known.items() if wanted in names), None)
    if other:
        return say("unknown-id/kind", wanted=wanted, other=called(other), what=what, near=near)
    return say("unknown-id", what=what, wanted=wanted, near=near)


def _twice(loaded: Loaded) -> Iterator[Fault]:
    """One id, one thing: the same id must not stand for a place and a force."""
    seen: dict[str, str] = {}
    for kind in SHARED:
        for name in {**loaded.of(kind), **loaded.words.get(kind, {})}:
            if name in seen:
                where = loaded.documents[seen[name], name].file
                message = say("id-used-twice", name=name, kind=called(seen[name]), file=where)
                yield loaded.documents[kind, name].fault(_base(loaded, kind, name), "id-used-twice", message)
            seen.setdefault(name, kind)


def _circles(loaded: Loaded) -> Iterator[Fault]:
    """`parent`, `part_of` and `follows` must lead up to an end."""
    steps: tuple[tuple[str, str, Callable[[Record], str | None]], ...] = (
        ("place", "parent", lambda r: getattr(r, "parent", None)),
        ("event", "part_of", lambda r: getattr(r, "part_of", None)),
        ("event", "follows", lambda r: getattr(r, "follows", None)),
    )
    for kind, key, step in steps:
        records = loaded.of(kind)
        for name in records:
            path, here = [name], step(records[name])
            while here in records and here not in path:
                path.append(here)
                here = step(records[here])
            if here == name:
                message = say("circle", key=key, path=" > ".join([*path, name]))
                yield loaded.documents[kind, name].fault((key,), "circle", message)
