"""The list of exports: each is made from the Atlas and the edition alone, the same each time, and says what it is."""

from __future__ import annotations

import csv
import io
import json

import pytest

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports import EXPORTS, Export
from macros.language import Tongue

EDITION = Edition(version="0.1.0", as_of="2012-12-01", site="https://example.org/repo/")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.path)
def test_every_export_is_the_same_each_time_and_says_what_it_is(atlas: Atlas, export: Export) -> None:
    made = export.make(atlas, EDITION)
    assert made
    assert export.make(atlas, EDITION) == made
    for lang in ("en", "ar"):
        assert Tongue(atlas, lang).ui(export.about)  # type: ignore[arg-type]
    assert export.path.startswith("data/")


def test_no_two_exports_share_a_path() -> None:
    assert len({export.path for export in EXPORTS}) == len(EXPORTS)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.path)
def test_no_export_holds_what_is_not_for_readers(atlas: Atlas, export: Export) -> None:
    made = export.make(atlas, EDITION)
    for secret in ("a lead nobody has read", "to_source", "Riders with clubs came"):
        assert secret.encode() not in made


@pytest.mark.parametrize("export", [e for e in EXPORTS if e.path.endswith("json")], ids=lambda export: export.path)
def test_what_is_called_json_is(atlas: Atlas, export: Export) -> None:
    assert json.loads(export.make(atlas, EDITION))


@pytest.mark.parametrize("export", [e for e in EXPORTS if e.path.endswith(".csv")], ids=lambda export: export.path)
def test_what_is_called_csv_opens_in_a_spreadsheet(atlas: Atlas, export: Export) -> None:
    made = export.make(atlas, EDITION)
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
