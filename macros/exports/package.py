"""The data package: every table as CSV, and the `datapackage.json` that describes them (Frictionless Data Package 1).

In: the Atlas and the edition. Out: bytes. The description holds both languages, types, keys, and each file's size and
SHA-256, so that a copy can be checked against it.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from macros.atlas import Atlas
from macros.edition import LICENCE, Edition, day, urn
from macros.exports.accounts_csv import COLUMNS, accounts_csv
from macros.exports.tables import Column, Table, about, csv_of
from macros.exports.tables_accounts import ACCOUNT_LIST, ACCOUNT_PLACES, FIGURES, ROLES, STATEMENTS, TERMS
from macros.exports.tables_ledgers import CORRECTIONS, DISAGREEMENTS, WORDS
from macros.exports.tables_record import ENTITIES, EVENTS, FORCES, NAMES, PEOPLE, PLACES, PUBLISHERS, SOURCES

TABLES = (
    PLACES,
    EVENTS,
    ACCOUNT_LIST,
    FIGURES,
    ROLES,
    TERMS,
    ACCOUNT_PLACES,
    FORCES,
    PEOPLE,
    PUBLISHERS,
    SOURCES,
    STATEMENTS,
    NAMES,
    ENTITIES,
    DISAGREEMENTS,
    CORRECTIONS,
    WORDS,
)
# The older table of one row per figure: text columns but for these, and whose keys it names.
OLDER = {"value_min": Column("value_min", "integer"), "value_max": Column("value_max", "integer")}
OLDER |= {"event_id": Column("event_id", needed=True, refers="events")}
OLDER |= {"place_id": Column("place_id", needed=True, refers="places")}
OLDER |= {"source_id": Column("source_id", needed=True, refers="sources")}
OLDER |= {"event_type": Column("event_type", needed=True, words="event-type")}
ACCOUNTS = Table("accounts", tuple(OLDER.get(name, Column(name)) for name in COLUMNS), (), lambda _atlas, _: iter(()))


@cache
def files(atlas: Atlas, edition: Edition) -> dict[str, bytes]:
    """Every CSV file by its table's name."""
    return {"accounts": accounts_csv(atlas)} | {table.name: csv_of(table, atlas, edition) for table in TABLES}


def datapackage(atlas: Atlas, edition: Edition) -> bytes:
    """The description of all tables."""
    site = atlas.words["interface"]["site"]
    said = atlas.words["interface"]["site_about"]
    shape = {
        "profile": "tabular-data-package",
        "name": "settlements-and-deportations-in-southern-syria",
        "id": urn("package", "record").removeprefix("urn:uuid:"),
        "title": site.en,
        "title_ar": site.ar,
        "description": said.en,
        "description_ar": said.ar,
        "version": edition.version,
        "created": f"{day(atlas, edition)}T00:00:00Z",
        "keywords": ["Syria", "Daraa", "Quneitra", "settlement agreements", "forced displacement", "provenance"],
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0 International"}],
        "contributors": [{"title": f"The contributors of {site.en}", "role": "author"}],
        "resources": [
            _resource(atlas, table, files(atlas, edition)[table.name]) for table in (*TABLES[:2], ACCOUNTS, *TABLES[2:])
        ],
    }
    if edition.site:
        shape["homepage"] = edition.site
    return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"


def _resource(atlas: Atlas, table: Table, content: bytes) -> dict[str, Any]:
    said = about(atlas, table.name)
    schema: dict[str, Any] = {
        "fields": [_field(atlas, table, column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    foreign: list[dict[str, Any]] = [
        {"fields": column.name, "reference": {"resource": column.refers, "fields": "id"}}
        for column in table.columns
        if column.refers
    ]
    for key in foreign:
        if key["reference"]["resource"] == table.name:
            key["reference"]["resource"] = ""  # how a package names the table itself
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.name,
        "description": said.en,
        "description_ar": said.ar,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(atlas: Atlas, table: Table, column: Column) -> dict[str, Any]:
    said = about(atlas, table.name, column.name)
    rules: dict[str, Any] = {"required": True} if column.needed else {}
    words = allowed(atlas, column)
    if words and not column.many:
        rules["enum"] = words
    found = {"name": column.name, "type": column.type, "description": said.en, "description_ar": said.ar}
    return found | ({"constraints": rules} if rules else {})


def allowed(atlas: Atlas, column: Column) -> list[str]:
    """The words a column may hold; empty if it holds anything else."""
    if "|" in column.words:
        return column.words.split("|")
    return list(atlas.words.get(column.words, ())) if column.words else []
