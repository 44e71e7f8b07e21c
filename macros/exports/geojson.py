"""GeoJSON (RFC 7946): places, areas and routes, each with what it is drawn from.

In: the Atlas and the edition. Out: bytes of a FeatureCollection. A place whose position nobody states has no geometry;
one that borrows another's point says so. Nothing here makes a coordinate up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from macros.atlas import AccountEntry, Atlas
from macros.derive.ground import spot
from macros.derive.towns import outcome
from macros.edition import LICENCE, Edition, day, urn
from macros.exports.tables_record import page, texts
from macros.geometry import Line, Point, inside

Json = dict[str, Any]


def places_geojson(atlas: Atlas, edition: Edition) -> bytes:
    """Every place: a point of its own, another's that stands for it, or no geometry."""
    return _collection(atlas, edition, "places", (_place(atlas, edition, name) for name in atlas.places))


def _place(atlas: Atlas, edition: Edition, name: str) -> Json:
    place, here = atlas.places[name], spot(atlas, name)
    where = place.location
    point = here.at if here and here.sort != "shape" else None
    basis_en, basis_ar = texts(where.basis if where else None)
    properties = {
        "id": name,
        "name_en": place.name.en,
        "name_ar": place.name.ar,
        "kind": place.kind,
        "parent": place.parent,
        "location": where.kind if where else None,
        "point_of": (where.of or where.around) if where else None,
        "borrowed": bool(point) and bool(where) and where is not None and where.kind != "point",
        "basis_en": basis_en,
        "basis_ar": basis_ar,
        "source": where.source if where else None,
        "outcome": outcome(atlas, name).outcome,
        "events": len(atlas.events_of.get(name, ())),
        "page": page(edition, "place", name),
    }
    return _feature(urn("place", name), _point(point) if point else None, properties)


def areas_geojson(atlas: Atlas, edition: Edition) -> bytes:
    """The outlines of governorates; those the record has as places under their ids."""
    return _collection(atlas, edition, "areas", _areas(atlas, edition))


def _areas(atlas: Atlas, edition: Edition) -> Iterator[Json]:
    basis = atlas.words["interface"]["basis_outline"]
    for area in atlas.outlines.areas:
        known = area.place if area.place in atlas.places else None
        properties = {
            "id": known,
            "code": area.code,
            "name_en": area.en,
            "name_ar": area.ar,
            "basis_en": basis.en,
            "basis_ar": basis.ar,
            "page": page(edition, "place", known) if known else None,
        }
        shapes = polygons(area.rings)
        one = len(shapes) == 1
        geometry = {"type": "Polygon" if one else "MultiPolygon", "coordinates": shapes[0] if one else shapes}
        yield _feature(urn("area", area.code), geometry, properties)


def polygons(rings: Iterable[Line]) -> list[list[list[list[float]]]]:
    """Rings as polygons: an outer one counter-clockwise, then its holes clockwise."""
    ordered = sorted(rings, key=lambda ring: -abs(_area(ring)))
    found: list[tuple[Line, list[list[list[float]]]]] = []
    for ring in ordered:
        outer = next((one for one in found if inside(ring[0], (one[0],))), None)
        if outer:
            outer[1].append(_turned(ring, clockwise=True))
        else:
            found.append((ring, [_turned(ring, clockwise=False)]))
    return [shape for _, shape in found]


def _area(ring: Line) -> float:
    """Twice the signed area of a closed ring, positive if it runs counter-clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))


def _turned(ring: Line, *, clockwise: bool) -> list[list[float]]:
    way = ring if (_area(ring) < 0) == clockwise else ring[::-1]
    return [[x, y] for x, y in way]


def routes_geojson(atlas: Atlas, edition: Edition) -> bytes:
    """Every way an account names, straight from stop to stop; accounts of one event that name the same one together."""
    return _collection(atlas, edition, "routes", _routes(atlas, edition))


def _routes(atlas: Atlas, edition: Edition) -> Iterator[Json]:
    basis = atlas.words["interface"]["basis_route"]
    for event in atlas.timeline():
        versions: dict[tuple[tuple[str, ...], str], list[AccountEntry]] = {}
        start = event.record.at_place or event.place
        for account in event.reports:
            record = account.record
            for end in (*record.reached, *record.bound_for) or ((None,) if record.via else ()):
                stops = (start, *record.via, *((end,) if end else ()))
                how = "reached" if end in record.reached else "bound_for" if end else "via"
                versions.setdefault((tuple(dict.fromkeys(stops)), how), []).append(account)
        for n, ((stops, how), accounts) in enumerate(versions.items(), 1):
            located = {stop: at for stop in stops if (at := spot(atlas, stop))}
            points = list(dict.fromkeys(at.at for at in located.values()))
            line = {"type": "LineString", "coordinates": [list(point) for point in points]}
            properties = {
                "event": event.id,
                "stops": list(stops),
                "end_is": how,
                "not_located": [stop for stop in stops if stop not in located],
                "point_is": {stop: at.sort for stop, at in located.items()},
                "accounts": [account.id for account in accounts],
                "basis_en": basis.en,
                "basis_ar": basis.ar,
                "page": page(edition, "event", event.id),
            }
            yield _feature(urn("route", f"{event.id}/{n}"), line if len(points) > 1 else None, properties)


def _collection(atlas: Atlas, edition: Edition, name: str, features: Iterable[Json]) -> bytes:
    site = atlas.words["interface"]["site"]
    head = {
        "type": "FeatureCollection",
        "name": name,
        "title_en": site.en,
        "title_ar": site.ar,
        "version": edition.version,
        "as_of": day(atlas, edition),
        "licence": LICENCE,
    }
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": [\n{lines}\n]}}\n'.encode()


def _feature(name: str, geometry: Json | None, properties: Json) -> Json:
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}


def _point(point: Point) -> Json:
    return {"type": "Point", "coordinates": list(point)}
