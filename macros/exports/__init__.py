"""Exports: the record as files readers can take away; each is a pure function of the Atlas in a module of its own.

In: the Atlas and the edition. Out: the bytes of a file. `EXPORTS` lists the files of the download, `TREES` what makes
many files at once; one row adds one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.accounts_csv import accounts_csv
from macros.exports.api import api
from macros.exports.citations import all_sources, citations
from macros.exports.codebook import codebook_csv
from macros.exports.feeds import feeds
from macros.exports.geojson import areas_geojson, places_geojson, routes_geojson
from macros.exports.icalendar_file import icalendar
from macros.exports.jsonld import jsonld
from macros.exports.linked_places import linked_places
from macros.exports.package import TABLES, datapackage
from macros.exports.record_json import record_json
from macros.exports.sqlite_db import sqlite_db
from macros.exports.tables import csv_export
from macros.exports.timelinejs import timelinejs

Make = Callable[[Atlas, Edition], bytes]
Group = Literal["whole", "tables", "maps", "time", "citing"]
GROUPS: tuple[Group, ...] = ("whole", "tables", "maps", "time", "citing")


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site: its path, what makes it, the key of its description in the interface, its group."""

    path: str
    of: Make
    about: str
    group: Group

    def make(self, atlas: Atlas, edition: Edition | None = None) -> bytes:
        """The file's bytes; without an edition, those of a copy that bears neither version nor address."""
        return self.of(atlas, edition or Edition())


EXPORTS = (
    Export("data/record.json", lambda atlas, _: record_json(atlas), "export_record", "whole"),
    Export("data/record.sqlite", sqlite_db, "export_sqlite", "whole"),
    Export("data/record.jsonld", jsonld, "export_jsonld", "whole"),
    Export("data/accounts.csv", lambda atlas, _: accounts_csv(atlas), "export_accounts", "tables"),
    Export("data/datapackage.json", datapackage, "export_datapackage", "tables"),
    *(Export(table.path, csv_export(table), f"export_{table.name}", "tables") for table in TABLES),
    Export("data/codebook.csv", codebook_csv, "export_codebook", "tables"),
    Export("data/places.geojson", places_geojson, "export_geo_places", "maps"),
    Export("data/areas.geojson", areas_geojson, "export_geo_areas", "maps"),
    Export("data/routes.geojson", routes_geojson, "export_geo_routes", "maps"),
    Export("data/places.lpf.json", linked_places, "export_lpf", "maps"),
    Export("data/chronology.en.ics", icalendar("en"), "export_ics_en", "time"),
    Export("data/chronology.ar.ics", icalendar("ar"), "export_ics_ar", "time"),
    Export("data/timeline.en.json", timelinejs("en"), "export_timeline_en", "time"),
    Export("data/timeline.ar.json", timelinejs("ar"), "export_timeline_ar", "time"),
    Export("data/sources.bib", all_sources("bibtex"), "export_bib", "citing"),
    Export("data/sources.ris", all_sources("ris"), "export_ris", "citing"),
    Export("data/sources.csl.json", all_sources("csl"), "export_csl", "citing"),
)


def _api(atlas: Atlas, edition: Edition) -> Iterator[tuple[str, bytes]]:
    return api(atlas, edition, tuple(export.path for export in EXPORTS))


# What makes thousands of small files: (path, bytes) pairs, written after the pages.
TREES: tuple[Callable[[Atlas, Edition], Iterator[tuple[str, bytes]]], ...] = (_api, feeds, citations)


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write (path, bytes) pairs under a folder, their folders made as needed."""
    made: set[Path] = set()
    for path, content in files:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(content)
