"""Linked Places format 1.1: the places for gazetteers such as the World Historical Gazetteer.

In: the Atlas and the edition. Out: bytes: GeoJSON that is JSON-LD too. Each name is attested by the sources that use it
where the record knows them, else by this record. A borrowed point is `uncertain`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros import addresses, dates
from macros.atlas import Atlas
from macros.dates import When
from macros.derive.ground import Spot, governorate, spot
from macros.edition import Edition
from macros.exports.tables_record import script
from macros.records.files import Place

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
# Kinds of places as concepts of the Getty Art & Architecture Thesaurus, from the list the format is published with.
TYPES = {
    "governorate": ("aat:300000774", "province"),
    "region": ("aat:300182722", "region (geographic)"),
    "city": ("aat:300008389", "city"),
    "town": ("aat:300008375", "town"),
    "village": ("aat:300008372", "village"),
    "hamlet": ("aat:300008347", "inhabited place"),
    "quarter": ("aat:300000745", "neighborhood"),
    "hill": ("aat:300008777", "hill"),
    "air-base": ("aat:300000455", "military base"),
    "country": ("aat:300128207", "nation"),
}
OTHER = ("aat:300182722", "region (geographic)")
SURE = {"point": "certain", "proxy": "less-certain", "area": "uncertain"}


def linked_places(atlas: Atlas, edition: Edition) -> bytes:
    """Every place in Linked Places format."""
    site = atlas.words["interface"]["site"]
    shape = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "title": f"{site.en} / {site.ar}",
        "features": [_feature(atlas, edition, name, place) for name, place in atlas.places.items()],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"


def _feature(atlas: Atlas, edition: Edition, name: str, place: Place) -> dict[str, Any]:
    here, country = spot(atlas, name), _country(atlas, name)
    feature: dict[str, Any] = {
        "@id": edition.iri("place", name),
        "type": "Feature",
        "properties": {"title": place.name.en, "title_ar": place.name.ar, "id": name},
        "names": list(_names(atlas, edition, name, place)),
        "types": [_type(atlas, place)],
        "geometry": _geometry(atlas, here, place),
        "relations": list(_relations(atlas, edition, place)),
        "when": {"timespans": [_timespan(when) for when in _known(atlas, name, place)]},
    }
    if country:
        feature["properties"]["ccodes"] = [country]
    if edition.site:
        feature["links"] = [{"type": "primaryTopicOf", "identifier": edition.site + addresses.page("place", name)}]
    if place.summary:
        texts = (("en", place.summary.en), ("ar", place.summary.ar))
        feature["descriptions"] = [{"value": text, "lang": lang} for lang, text in texts if text]
    return feature


def _known(atlas: Atlas, name: str, place: Place) -> list[When]:
    """When the place is spoken of: its events; else those that mention it; else the days of what is cited for it."""
    own = [event.when for event in atlas.timeline(atlas.events_of.get(name, ()))]
    mentions = [event.when for event in atlas.timeline(atlas.events[e] for e in atlas.mentions.get(name, ()))]
    cited = [atlas.sources[source].record.published for source in _cited(place)]
    inner = [when for part in atlas.inside.get(name, ()) for when in _known(atlas, part, atlas.places[part])]
    return list(dict.fromkeys(own or mentions or cited or inner))


def _cited(place: Place) -> list[str]:
    found = [statement.source for statement in place.accounts]
    return list(dict.fromkeys(found + ([place.location.source] if place.location else [])))


def _names(atlas: Atlas, edition: Edition, name: str, place: Place) -> Iterator[dict[str, Any]]:
    record = {"label": atlas.words["interface"]["site"].en, "@id": edition.iri("place", name)}
    citations = [_citation(atlas, edition, source) for source in _cited(place)] or [record]
    yield {"toponym": place.name.en, "lang": "en", "citations": citations}
    yield {"toponym": place.name.ar, "lang": "ar", "citations": citations}
    for spelling in dict.fromkeys(place.variants):
        if spelling not in (place.name.en, place.name.ar):
            lang = "ar" if script(spelling) == "Arab" else "en"
            yield {"toponym": spelling, "lang": lang, "citations": [record]}


def _citation(atlas: Atlas, edition: Edition, source: str) -> dict[str, str]:
    item = atlas.sources[source]
    title = item.record.heading("en")[0]
    label = f"{atlas.publishers[item.publisher].name.en}, {title} ({dates.machine(item.record.published)})"
    return {"label": label, "@id": item.record.url or edition.iri("item", source)}


def _type(atlas: Atlas, place: Place) -> dict[str, Any]:
    identifier, label = TYPES.get(place.kind, OTHER)
    word = atlas.words["kind.place"][place.kind]
    labels = [{"label": word.en, "lang": "en"}, {"label": word.ar, "lang": "ar"}]
    return {"identifier": identifier, "label": label, "sourceLabels": labels}


def _geometry(atlas: Atlas, here: Spot | None, place: Place) -> dict[str, Any]:
    if here is None or place.location is None or here.sort == "shape":
        return {"type": "GeometryCollection", "geometries": []}
    item = atlas.sources[place.location.source]
    cited = {"label": atlas.publishers[item.publisher].name.en}
    if item.record.url:
        cited["@id"] = item.record.url
    point = {"type": "Point", "coordinates": list(here.at), "certainty": SURE[here.sort], "citations": [cited]}
    return {"type": "GeometryCollection", "geometries": [point]}


def _relations(atlas: Atlas, edition: Edition, place: Place) -> Iterator[dict[str, Any]]:
    if place.parent:
        parent = atlas.places[place.parent].name.en
        yield {
            "relationType": "gvp:broaderPartitive",
            "relationTo": edition.iri("place", place.parent),
            "label": f"part of {parent}",
        }


def _country(atlas: Atlas, name: str) -> str | None:
    """The ISO code of the country a place lies in: the beginning of its governorate's."""
    area = governorate(atlas, name)
    outline = atlas.outlines.of(area) if area else None
    return outline.code[:2] if outline else None


def _timespan(when: When) -> dict[str, Any]:
    """A span by its days, open ends left out."""
    first, last = (day.isoformat() if day else None for day in (when.first, when.last))
    if first == last:
        return {"start": {"in": first}}
    found: dict[str, Any] = {"start": {"earliest": first} if first else {"latest": last}}
    return found | ({"end": {"latest": last}} if last and first else {})
