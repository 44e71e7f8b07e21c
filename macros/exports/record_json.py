"""`data/record.json`: the whole Atlas, ids as keys.

Shape: {"schema_version", "places", "events", "forces", "people", "concepts", "publishers", "sources", "vocabulary"};
each record has the keys of its YAML file, dates and figures as written. Events add `place` and, per account, `id`.
`to_source` (leads nobody re-read) is left out.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from macros.atlas import Atlas

SCHEMA_VERSION = 1


def record_json(atlas: Atlas) -> bytes:
    """The record as JSON, UTF-8."""
    shape = {
        "schema_version": SCHEMA_VERSION,
        "places": {name: plain(record) for name, record in atlas.places.items()},
        "events": {
            event.id: {
                **plain(event.record),
                "place": event.place,
                "accounts": [{"id": account.id, **plain(account.record)} for account in event.accounts],
            }
            for event in atlas.timeline()
        },
        "forces": {name: plain(record) for name, record in atlas.forces.items()},
        "people": {name: plain(record) for name, record in atlas.people.items()},
        "concepts": {name: plain(record) for name, record in atlas.concepts.items()},
        "publishers": {name: _without(plain(record), "items") for name, record in atlas.publishers.items()},
        "sources": {name: {**plain(s.record), "publisher": s.publisher} for name, s in atlas.sources.items()},
        "vocabulary": {
            kind: {word: plain(entry) for word, entry in words.items()}
            for kind, words in atlas.words.items()
            if kind not in ("interface", "counts", "banned-words", "columns")
        },
    }
    return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"


def plain(value: Any) -> Any:
    """Models, dates and figures as JSON values; empty keys left out, dates and figures as their text."""
    if isinstance(value, BaseModel):
        found = {}
        for name, info in type(value).model_fields.items():
            item = getattr(value, name)
            if item is not False and item not in (None, (), {}) and name != "to_source":
                found[info.alias or name] = plain(item)
        return found
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return getattr(value, "text", value)


def _without(record: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != key}
