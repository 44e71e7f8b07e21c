"""JSON-LD: the record as linked data in the terms of schema.org; an account is a `Claim` about an `Event`.

In: the Atlas and the edition. Out: one file of the whole, or the part that a page is about. The context stands in the
file, so that reading it asks nobody. What accounts go back to is PROV's `hadPrimarySource`, dates are EDTF besides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from macros import addresses, dates
from macros.atlas import AccountEntry, Atlas, EventEntry
from macros.dates import When
from macros.derive.origins import origins
from macros.edition import LICENCE, Edition, day, urn
from macros.records.base import Text
from macros.records.files import Place

Json = dict[str, Any]
LINKS: tuple[str, ...] = ("url", "license", "appearance", "about", "location", "containedInPlace", "superEvent")
LINKS += ("subEvent", "author", "publisher", "isPartOf", "sameAs", "archivedAt", "prov:hadPrimarySource")
ON_PAGE = ("description", "text", "alternateName", "url", "isPartOf")
CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "edtf": {"@id": "http://purl.org/dc/terms/temporal", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    **{name: {"@type": "@id"} for name in LINKS},
}


def jsonld(atlas: Atlas, edition: Edition) -> bytes:
    """The whole record as one graph."""
    nodes = [dataset(atlas, edition), *_everything(atlas, edition)]
    lines = ",\n".join(json.dumps(node, ensure_ascii=False, separators=(",", ":")) for node in nodes)
    return f'{{"@context":{json.dumps(CONTEXT)},"@graph":[\n{lines}\n]}}\n'.encode()


def _everything(atlas: Atlas, edition: Edition) -> Iterator[Json]:
    for name in atlas.places:
        yield place(atlas, edition, name)
    for kind, holder in (("force", atlas.forces), ("publisher", atlas.publishers)):
        for name in holder:
            yield body(atlas, edition, kind, name)
    for name in atlas.people:
        yield person(atlas, edition, name)
    for name in atlas.concepts:
        yield concept(atlas, edition, name)
    for name in atlas.sources:
        yield source(atlas, edition, name)
    for entry in atlas.timeline():
        yield event(atlas, edition, entry)
        for account in entry.accounts:
            yield claim(atlas, edition, account)


def of_page(atlas: Atlas, edition: Edition, kind: str, name: str) -> list[Json]:
    """The nodes a page is about, without the texts on it: its record; of an event its accounts too."""
    if kind == "event":
        entry = atlas.events[name]
        nodes = [event(atlas, edition, entry), *(claim(atlas, edition, account) for account in entry.accounts)]
    else:
        makers: dict[str, Any] = {"place": place, "person": person, "concept": concept}
        nodes = [makers[kind](atlas, edition, name) if kind in makers else body(atlas, edition, kind, name)]
    return [{key: value for key, value in node.items() if key not in ON_PAGE} for node in nodes]


def embedded(nodes: list[Json]) -> str:
    """Nodes as the text of a data block in HTML: nothing in it can end the block."""
    used = {key for node in nodes for key in node}
    context = {key: value for key, value in CONTEXT.items() if key in used or key in ("@vocab", "prov")}
    text = json.dumps({"@context": context, "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def dataset(atlas: Atlas, edition: Edition) -> Json:
    """The record as a dataset."""
    site, about = atlas.words["interface"]["site"], atlas.words["interface"]["site_about"]
    return {
        "@id": _dataset_id(edition),
        "@type": "Dataset",
        "name": said(site),
        "description": said(about),
        "license": LICENCE,
        "version": edition.version,
        "dateModified": day(atlas, edition),
        "inLanguage": ["en", "ar"],
    } | ({"url": f"{edition.site}data/"} if edition.site else {})


def _dataset_id(edition: Edition) -> str:
    return f"{edition.site}data/#record" if edition.site else urn("package", "record")


def _node(atlas: Atlas, edition: Edition, kind: str, ident: str, type_: str, /, **more: Any) -> Json:
    """A node with the names every record has; empty values left out."""
    named = said(atlas.label(ident)) if kind not in ("event", "item", "account") else None
    node = {
        "@id": edition.iri(kind, ident),
        "@type": type_,
        "name": named,
        "url": edition.site + (addresses.of(kind, ident) or "") if edition.site else None,
        "isPartOf": _dataset_id(edition) if type_ in ("Claim", "DefinedTerm") else None,
        **more,
    }
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}


def said(text: Any) -> list[Json]:
    """A text or a name, each language marked."""
    pairs = (("en", text.en), ("ar", text.ar)) if text else ()
    return [{"@value": value, "@language": lang} for lang, value in pairs if value]


def place(atlas: Atlas, edition: Edition, name: str) -> Json:
    """A place; coordinates only where it has a point of its own."""
    record: Place = atlas.places[name]
    where, area = record.location, record.kind in ("governorate", "region", "country")
    geo = {"@type": "GeoCoordinates", "latitude": where.lat, "longitude": where.lon} if where and where.lat else None
    return _node(
        atlas, edition, "place", name, "AdministrativeArea" if area else "Place",
        alternateName=list(record.variants),
        description=said(record.summary),
        containedInPlace=edition.iri("place", record.parent) if record.parent else None,
        geo=geo,
    )  # fmt: skip


def body(atlas: Atlas, edition: Edition, kind: str, name: str) -> Json:
    """A force or a publisher."""
    record = atlas.forces[name] if kind == "force" else atlas.publishers[name]
    description: Text | None = getattr(record, "description", None)
    variants, link = getattr(record, "variants", ()), getattr(record, "url", None)
    return _node(
        atlas, edition, kind, name, "Organization",
        alternateName=list(variants), description=said(description), sameAs=link,
    )  # fmt: skip


def person(atlas: Atlas, edition: Edition, name: str) -> Json:
    """A person, with nothing but the public role."""
    record = atlas.people[name]
    return _node(
        atlas, edition, "person", name, "Person",
        alternateName=list(record.variants), description=said(record.role),
    )  # fmt: skip


def concept(atlas: Atlas, edition: Edition, name: str) -> Json:
    """A term."""
    record = atlas.concepts[name]
    return _node(
        atlas, edition, "concept", name, "DefinedTerm",
        alternateName=list(record.variants), description=said(record.definition),
    )  # fmt: skip


def source(atlas: Atlas, edition: Edition, name: str) -> Json:
    """A page, report or broadcast."""
    found = atlas.sources[name]
    item = found.record
    title, lang = item.heading("en")
    return _node(
        atlas, edition, "item", name, "CreativeWork",
        name=said(item.title_by_us) or {"@value": title, "@language": lang},
        publisher=edition.iri("publisher", found.publisher),
        creditText=item.author,
        datePublished=_iso(item.published),
        edtf=dates.machine(item.published),
        inLanguage=item.language,
        sameAs=item.url,
        archivedAt=item.archived,
    )  # fmt: skip


def event(atlas: Atlas, edition: Edition, entry: EventEntry) -> Json:
    """An event; a day only where all accounts leave one, the computed span as EDTF always."""
    record = entry.record
    return _node(
        atlas, edition, "event", entry.id, "Event",
        name=said(record.title),
        additionalType=record.type,
        startDate=entry.when.text if entry.when.precision == "day" and _iso(entry.when) else None,
        edtf=dates.machine(entry.when),
        location=edition.iri("place", record.at_place or entry.place),
        superEvent=edition.iri("event", record.part_of) if record.part_of else None,
        subEvent=[edition.iri("event", part.id) for part in atlas.children.get(entry.id, ())],
    )  # fmt: skip


def claim(atlas: Atlas, edition: Edition, entry: AccountEntry) -> Json:
    """An account: who says it, where it stands, what it is about, whom it goes back to, its figures as stated."""
    record = entry.record
    figures = [
        {
            "@type": "PropertyValue",
            "propertyID": measure,
            "name": said(atlas.words["measure"][measure]),
            "value": quantity.text,
            "unitText": atlas.words["measure"][measure].unit,
        }
        for measure, quantity in record.figures.items()
    ]
    return _node(
        atlas, edition, "account", entry.id, "Claim",
        about=edition.iri("event", entry.event),
        appearance=edition.iri("item", entry.item),
        position=record.at,
        author=[iri for name in record.from_ or (entry.publisher,) if (iri := speaker(atlas, edition, name))],
        text=said(record.says),
        edtf=dates.machine(record.when) if record.when else None,
        keywords="denial" if entry.denies_event else None,
        additionalProperty=figures,
        **{"prov:hadPrimarySource": sorted(
            {iri for origin in origins(atlas, entry) if (iri := speaker(atlas, edition, origin.split("@")[-1]))}
        )},
    )  # fmt: skip


def speaker(atlas: Atlas, edition: Edition, name: str) -> str | None:
    """Who has a page and may be named; a voice or a group has none."""
    kind = atlas.kind_of(name)
    return edition.iri(kind, name) if kind in ("force", "person", "publisher", "item") else None


def _iso(when: When) -> str | None:
    """A date schema.org can hold: a day, a month or a year, no more and no less sure than written."""
    return when.text if re.fullmatch(r"\d{4}(-\d{2}){0,2}", when.text) else None
