"""Parts of the API's documents: texts, dates, links, statements, the names of what a document mentions.

In: the Atlas, the edition and a record. Out: values of the shapes in `shapes`. `Pen` keeps what all of them need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from macros import addresses, dates
from macros.atlas import Atlas
from macros.dates import When
from macros.derive.ledger import corrected
from macros.derive.origins import summarise
from macros.edition import API, LICENCE, Edition
from macros.exports import shapes
from macros.records import base
from macros.records.account import Statement

FOLDERS: dict[str, str] = {
    "place": "places",
    "event": "events",
    "force": "forces",
    "person": "people",
    "concept": "concepts",
    "source": "sources",
    "publisher": "publishers",
    "disagreement": "disagreements",
}
# What the Atlas calls these kinds.
INNER = {"source": "item"}
NAMED = frozenset(("place", "force", "person", "concept", "publisher", "group", "voice", "event", "item"))
APART = ("source", "at", "from", "when", "says", "wording", "note", "inferred", "unconfirmed")


def path(kind: str, name: str) -> str:
    """The site path of a record's document."""
    return f"{API}{FOLDERS[kind]}/{name}.json"


@dataclass(frozen=True, slots=True)
class Pen:
    """The Atlas and the edition a document is written from."""

    atlas: Atlas
    edition: Edition

    def head(self, kind: shapes.Kind, name: str, page: tuple[str, str] | None = None) -> shapes.Head:
        """The beginning of a record's document; `page` is (kind, id) of the page it stands on if that is another's."""
        here, of = path(kind, name), page or (INNER.get(kind, kind), name)
        file = self.atlas.files[(of[0], of[1]) if of[0] != "item" else ("publisher", of[1].split("/")[0])]
        cited = addresses.cite(*of)
        town = of[1].partition("/")[0] if of[0] in ("place", "event") else ""
        feed = f"{addresses.feed(town)}.xml" if self.atlas.events_of.get(town) else None
        links: shapes.Links = {
            "self": self.edition.to(here, here),
            "page": pages(self.edition, *of, here),
            "file": file,
            "yaml": self.edition.yaml(file),
            "cite": {form: self.edition.to(at, here) for form, at in cited.items()},
            "feed": {"en": self.edition.to(feed, here), "ar": self.edition.to(f"ar/{feed}", here)} if feed else None,
        }
        return {
            "schema_version": shapes.VERSION,
            "kind": kind,
            "id": name,
            "status": "published",
            "edition": edition(self.edition),
            "licence": LICENCE,
            "links": links,
        }

    def record(self, kind: shapes.Kind, name: str, record: Any, more: Iterable[str] = ()) -> shapes.Record:
        """The head of a record with its former ids, corrections and the names of what it mentions."""
        return {
            **self.head(kind, name),
            "former_ids": list(record.former_ids),
            "corrections": [one.id for one in corrected(self.atlas).get(name, ())],
            "labels": labels(self.atlas, [*more, *mentioned(record)]),
        }

    def statements(self, record: Any) -> list[shapes.Statement]:
        """What sources say of a record, population figures last."""
        return [_statement(one) for one in (*record.accounts, *getattr(record, "population", ()))]


def edition(given: Edition) -> shapes.Edition:
    """Version and day."""
    return {"version": given.version, "as_of": given.as_of}


def pages(given: Edition, kind: str, name: str, here: str) -> shapes.Pages:
    """The page of something in both languages, as seen from the file at `here`."""
    found = given.pages(kind, name, here)
    return {"en": found["en"], "ar": found["ar"]}


def text(given: base.Text) -> shapes.Text:
    """A contributor's text."""
    return {"en": given.en, "ar": given.ar}


def text_or_none(given: base.Text | None) -> shapes.Text | None:
    """A contributor's text, if there is one."""
    return text(given) if given else None


def label(given: Any) -> shapes.Text:
    """A name or a word in both languages."""
    return {"en": given.en, "ar": given.ar}


def date(when: When) -> shapes.Date:
    """A date."""
    first, last = (day.isoformat() if day else None for day in (when.first, when.last))
    return {"text": when.text, "edtf": dates.machine(when), "first": first, "last": last}


def date_or_none(when: When | None) -> shapes.Date | None:
    """A date, if there is one."""
    return date(when) if when else None


def origins(atlas: Atlas, accounts: Iterable[Any], measure: str | None = None) -> shapes.Origins:
    """How many accounts and whom they go back to."""
    found = summarise(atlas, accounts, measure)
    return {"accounts": found.accounts, "known": list(found.known), "unnamed": found.unnamed}


def labels(atlas: Atlas, names: Iterable[str]) -> shapes.Labels:
    """The names of the records, groups and voices whose ids are given; an item by its publisher; in order of ids."""
    found: shapes.Labels = {}
    for name in sorted(set(names)):
        if name in atlas.events:
            found[name] = text(atlas.events[name].record.title)
        elif name in atlas.sources:
            publisher = atlas.sources[name].publisher
            found[publisher] = label(atlas.publishers[publisher].name)
        else:
            found[name] = label(atlas.label(name))
    return found


def mentioned(record: base.Record) -> Iterator[str]:
    """The ids a record names that have a name of their own; words of the vocabulary have theirs there."""
    for _, kinds, name in base.references(record):
        if set(kinds) & NAMED:
            yield name


def _statement(given: Statement) -> shapes.Statement:
    values: dict[str, list[str]] = {}
    for field, info in type(given).model_fields.items():
        key, value = info.alias or field, getattr(given, field)
        if key not in APART and value not in (None, ()):
            one_or_more = value if isinstance(value, tuple) else (value,)
            name = "population" if key == "value" else key
            values[name] = [str(getattr(one, "text", one)) for one in one_or_more]
    return {
        "source": given.source,
        "at": given.at,
        "from": list(given.from_),
        "when": date_or_none(given.when),
        "values": values,
        "says": text_or_none(given.says),
        "wording": text_or_none(given.wording),
        "note": text_or_none(given.note),
        "inferred": list(given.inferred),
        "unconfirmed": list(given.unconfirmed),
    }
