"""The OpenAPI 3.1 description of the API, made from the shapes of its documents.

In: the Atlas and the edition. Out: the description as a plain value. Schemas are JSON Schema 2020-12.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from macros.atlas import Atlas
from macros.edition import API, LICENCE, Edition
from macros.exports import shapes, shapes_event, shapes_lists
from macros.exports.api_parts import FOLDERS

SHAPES: dict[str, Any] = {
    "place": shapes.Place,
    "event": shapes_event.Event,
    "force": shapes.Force,
    "person": shapes.Person,
    "concept": shapes.Concept,
    "source": shapes.Source,
    "publisher": shapes.Publisher,
    "disagreement": shapes_event.Disagreement,
}
LISTS: dict[str, Any] = {
    "place": shapes_lists.Places,
    "event": shapes_lists.Events,
    "source": shapes_lists.Sources,
    "disagreement": shapes_lists.Disagreements,
}
ALONE: dict[str, tuple[Any, str]] = {
    "index": (shapes_lists.Index, "Where everything is"),
    "vocabulary": (shapes_lists.Vocabulary, "Every word that documents use, in both languages"),
}
# The parts an id has, as the path of its document names them.
PARTS = {"event": ("place", "event"), "source": ("publisher", "item"), "disagreement": ("place", "event", "point")}
ABOUT = (
    "What sources report about settlement agreements and deportations in southern Syria, account by account. "
    "Static files: no key, no limit, no query. A key is added without notice, none is taken away or changes its "
    "meaning within /api/v1/; see the page about the API."
)


def openapi(atlas: Atlas, edition: Edition) -> dict[str, Any]:
    """The whole description."""
    site = atlas.words["interface"]["site"].en
    paths: dict[str, Any] = {}
    for name, (_, about) in ALONE.items():
        paths[f"/{name}.json"] = _get(name.capitalize(), about, {"$ref": f"#/components/schemas/{_called(name)}"}, ())
    for kind, folder in FOLDERS.items():
        paths[f"/{folder}.json"] = _get(
            f"list-{folder}", f"Every {kind}", {"$ref": f"#/components/schemas/{_called(_list(kind))}"}, ()
        )
        parts = PARTS.get(kind, (kind,))
        refs = [{"$ref": f"#/components/schemas/{name}"} for name in (_called(kind), "Moved", "Withdrawn")]
        inner = "/".join(f"{{{part}}}" for part in parts)
        paths[f"/{folder}/{inner}.json"] = _get(f"get-{kind}", f"One {kind}", {"oneOf": refs}, parts)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": site,
            "version": shapes.VERSION,
            "description": ABOUT,
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "servers": [{"url": edition.site + API.rstrip("/") if edition.site else "."}],
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _list(kind: str) -> str:
    return FOLDERS[kind] if kind in LISTS else "bodies"


def _called(name: str) -> str:
    return name.capitalize()


def _get(operation: str, about: str, schema: dict[str, Any], parts: tuple[str, ...]) -> dict[str, Any]:
    """One document that can be fetched."""
    return {
        "get": {
            "operationId": operation.lower(),
            "summary": about,
            "parameters": [
                {
                    "name": part,
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
                }
                for part in parts
            ],
            "responses": {
                "200": {"description": about, "content": {"application/json": {"schema": schema}}},
                "404": {"description": "No such document; the body is a page for people"},
            },
        }
    }


@cache
def _schemas() -> dict[str, Any]:
    """Every shape by name, with what it is made of."""
    roots = [*SHAPES.values(), *LISTS.values(), shapes_lists.Bodies, shapes_lists.Moved, shapes_lists.Withdrawn]
    roots += [shape for shape, _ in ALONE.values()]
    adapters = [(str(n), "serialization", TypeAdapter(shape)) for n, shape in enumerate(roots)]
    _, made = TypeAdapter.json_schemas(adapters, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    return dict(sorted(made["$defs"].items()))
