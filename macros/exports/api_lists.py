"""The API's lists, its index and vocabulary, and what stands at the ids of records that moved or were withdrawn.

In: a `Pen`. Out: documents in the shapes that `shapes_lists` gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros import addresses, dates
from macros.derive.disagreements import state
from macros.derive.ledger import Gone
from macros.derive.ledger import Moved as MovedId
from macros.derive.towns import outcome
from macros.edition import API, LICENCE
from macros.exports import shapes_lists as shapes
from macros.exports.api_parts import FOLDERS, INNER, Pen, edition, label, pages, path, text
from macros.exports.disputes import disputes
from macros.exports.shapes import VERSION, Kind, Pages, Text
from macros.records.base import LANGS

# Lists of the vocabulary that are the program's own business.
PRIVATE = ("interface", "counts", "banned-words", "columns")
OUTER = {inner: kind for kind, inner in INNER.items()}


def _head(pen: Pen, kind: Kind, count: int) -> shapes.ListHead:
    return {
        "schema_version": VERSION,
        "kind": "list",
        "of": kind,
        "edition": edition(pen.edition),
        "licence": LICENCE,
        "count": count,
    }


def _listed(pen: Pen, kind: Kind, name: str, called: Text, page: tuple[str, str] | None = None) -> shapes.Listed:
    here = list_path(kind)
    on = pages(pen.edition, *(page or (INNER.get(kind, kind), name)), here)
    return {"id": name, "name": called, "url": pen.edition.to(path(kind, name), here), "page": on}


def list_path(kind: str) -> str:
    """The site path of the list of a kind."""
    return f"{API}{FOLDERS[kind]}.json"


def places(pen: Pen) -> shapes.Places:
    """Every place."""
    items: list[shapes.ListedPlace] = [
        {
            **_listed(pen, "place", name, label(place.name)),
            "place_kind": place.kind,
            "parent": place.parent,
            "outcome": outcome(pen.atlas, name).outcome,
            "events": len(pen.atlas.events_of.get(name, ())),
        }
        for name, place in pen.atlas.places.items()
    ]
    return {**_head(pen, "place", len(items)), "items": items}


def events(pen: Pen) -> shapes.Events:
    """Every event in order of time."""
    items: list[shapes.ListedEvent] = [
        {
            **_listed(pen, "event", event.id, text(event.record.title)),
            "place": event.place,
            "event_type": event.record.type,
            "edtf": dates.machine(event.when),
            "first": event.when.first.isoformat() if event.when.first else None,
            "last": event.when.last.isoformat() if event.when.last else None,
            "state": state(pen.atlas, event).value,
            "accounts": len(event.accounts),
        }
        for event in pen.atlas.timeline()
    ]
    return {**_head(pen, "event", len(items)), "items": items}


def bodies(pen: Pen, kind: Kind, holder: Mapping[str, Any]) -> shapes.Bodies:
    """Every force, person, concept or publisher."""
    items: list[shapes.ListedBody] = [
        {**_listed(pen, kind, name, label(record.name)), "of_kind": getattr(record, "kind", None)}
        for name, record in holder.items()
    ]
    return {**_head(pen, kind, len(items)), "items": items}


def sources(pen: Pen) -> shapes.Sources:
    """Every source."""
    items: list[shapes.ListedSource] = []
    for name, source in pen.atlas.sources.items():
        item = source.record
        arabic = item.language == "ar"
        called: Text = {"en": None if arabic else item.title, "ar": item.title if arabic else None}
        called = text(item.title_by_us) if item.title_by_us else called
        items.append(
            {
                **_listed(pen, "source", name, called),
                "publisher": source.publisher,
                "edtf": dates.machine(source.record.published),
                "read": source.record.read,
                "accounts": len(pen.atlas.accounts_of.get(name, ())),
            }
        )
    return {**_head(pen, "source", len(items)), "items": items}


def disagreements(pen: Pen) -> shapes.Disagreements:
    """Every disagreement, in the order of the events."""
    items: list[shapes.ListedDisagreement] = [
        {
            **_listed(pen, "disagreement", name, text(event.record.title), ("event", event.id)),
            "event": event.id,
            "point": found.kind,
            "subject": found.subject,
        }
        for event in pen.atlas.timeline()
        for name, found in disputes(pen.atlas, event)
    ]
    return {**_head(pen, "disagreement", len(items)), "items": items}


def vocabulary(pen: Pen) -> shapes.Vocabulary:
    """Every word that documents use, by list."""
    lists: dict[str, list[shapes.Word]] = {}
    for kind, words in pen.atlas.words.items():
        if kind not in PRIVATE:
            lists[kind] = [
                {"word": word, "name": _called(word, entry), "unit": getattr(entry, "unit", None)}
                for word, entry in words.items()
            ]
    head = {"schema_version": VERSION, "edition": edition(pen.edition), "licence": LICENCE}
    return {**head, "kind": "vocabulary", "lists": lists}  # type: ignore[typeddict-item]


def _called(word: str, entry: Any) -> Text:
    """A word's label; a unit's is its plural, a figure in words has only an Arabic one."""
    en, ar = getattr(entry, "en", word), entry.ar
    return {"en": str(getattr(en, "other", en)), "ar": str(getattr(ar, "other", ar))}


def index(pen: Pen, counts: Mapping[str, int], downloads: tuple[str, ...]) -> shapes.Index:
    """The index."""
    here, to = f"{API}index.json", pen.edition.to

    def both(target: str) -> Pages:
        return {"en": to(target, here), "ar": to(addresses.localised(target, "ar"), here)}

    site = pen.atlas.words["interface"]["site"]
    return {
        "schema_version": VERSION,
        "kind": "index",
        "title": label(site),
        "edition": edition(pen.edition),
        "licence": LICENCE,
        "description": to(f"{API}openapi.json", here),
        "documentation": both("about/api/"),
        "lists": {FOLDERS[kind]: {"url": to(list_path(kind), here), "count": n} for kind, n in counts.items()},
        "vocabulary": to(f"{API}vocabulary.json", here),
        "downloads": {target.rsplit("/", maxsplit=1)[-1]: to(target, here) for target in downloads},
        "feeds": {
            f"{name} ({form})": both(f"{target}.{form}")
            for name, target in (("new", addresses.NEWS), ("corrections", addresses.CORRECTED))
            for form in ("xml", "json")
        },
    }


def moved(pen: Pen, one: MovedId) -> tuple[str, shapes.Moved]:
    """What stands at a former id, with its path."""
    kind: Any = OUTER.get(one.kind, one.kind)
    here, target = path(kind, one.old), path(kind, one.new)
    return here, {
        "schema_version": VERSION,
        "kind": kind,
        "id": one.old,
        "status": "moved",
        "to": one.new,
        "links": {
            "self": pen.edition.to(here, here),
            "to": pen.edition.to(target, here),
            "page": pages(pen.edition, one.kind, one.new, here),
        },
    }


def withdrawn(one: Gone) -> tuple[str, shapes.Withdrawn]:
    """What stands at a withdrawn id, with its path."""
    told = None if one.why.safety else one.why
    return path(one.kind, one.id), {
        "schema_version": VERSION,
        "status": "withdrawn",
        "why": text(told) if told else None,
        "when": dates.machine(told.when) if told and told.when else None,
    }


assert set(LANGS) == set(Pages.__annotations__), "a language was added; the shapes name them one by one"
