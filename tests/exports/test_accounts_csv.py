"""`data/accounts.csv`: one row per account and figure, readable by a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.atlas import Atlas, EventEntry, read_atlas
from macros.exports.accounts_csv import COLUMNS, accounts_csv

Write = Callable[..., tuple[Atlas, EventEntry]]


def rows(atlas: Atlas) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(accounts_csv(atlas).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("which", ["atlas", "real"])
def test_one_row_per_account_and_figure(request: pytest.FixtureRequest, which: str) -> None:
    atlas: Atlas = request.getfixturevalue(which)
    expected = Counter(
        (event.id, account.item, account.record.at, measure)
        for event in atlas.events.values()
        for account in event.accounts
        for measure in (account.record.figures or [""])
    )
    found = Counter((row["event_id"], row["source_id"], row["locator"], row["measure"]) for row in rows(atlas))
    assert found == expected


def test_it_opens_in_a_spreadsheet(atlas: Atlas) -> None:
    raw = accounts_csv(atlas)
    assert raw.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert raw.endswith(b"\r\n")


def test_a_row_says_all_there_is_to_say(atlas: Atlas) -> None:
    row = next(r for r in rows(atlas) if r["source_id"] == "far-wire/2012-03-06" and r["measure"] == "travellers")
    assert row == {
        "event_id": "bayt-suwan/2012-03-departure",
        "event_type": "removal",
        "place_id": "bayt-suwan",
        "source_id": "far-wire/2012-03-06",
        "publisher": "Far Wire",
        "source_url": "https://wire.example/6",
        "locator": "p3",
        "from": "valley-monitor/2012-03-05",
        "when": "",
        "measure": "travellers",
        "quantity": "about 120",
        "value_min": "108",
        "value_max": "132",
        "unit": "people",
        "denies": "",
        "inferred": "",
        "read": "passage",
    }


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("80", "80", "80"),
        ("more than 100", "101", ""),
        ("up to 5", "0", "5"),
        ("dozens", "20", ""),
        ("most", "", ""),
        ("0", "0", "0"),
    ],
)
def test_what_the_words_of_a_figure_allow(written: Write, text: str, least: str, most: str) -> None:
    atlas, _ = written(f"source: far-wire/2012-03-06, figures: {{hurt: {text}}}")
    (row,) = [row for row in rows(atlas) if row["event_id"] == "bayt-suwan/2012-09-case"]
    assert (row["quantity"], row["value_min"], row["value_max"]) == (text, least, most)


@pytest.mark.parametrize(
    ("denies", "cell"),
    [
        ("event", "event"),
        (
            "{by: [river-brigade, salt-clan], terms: [quiet], where: gate-nine}",
            "by:river-brigade by:salt-clan term:quiet where:gate-nine",
        ),
    ],
)
def test_a_denial_is_told_in_its_column(written: Write, denies: str, cell: str) -> None:
    atlas, _ = written(f"source: far-wire/2012-03-06, denies: {denies}", "source: valley-monitor/2012-03-05")
    (first, second) = [row for row in rows(atlas) if row["event_id"] == "bayt-suwan/2012-09-case"]
    assert (first["denies"], second["denies"]) == (cell, "")


def test_quotes_commas_and_arabic_survive(atlas: Atlas) -> None:
    names = {row["publisher"] for row in rows(atlas)}
    assert 'The Sahl "Post" & Mail' in names
    assert all(None not in row and None not in row.values() for row in rows(atlas))  # type: ignore[comparison-overlap]


def test_no_cell_starts_a_formula(change: Callable[[str, str, str], Path]) -> None:
    folder = change("data/sources/far-wire.yml", "{en: Far Wire", "{en: '=HYPERLINK(1)'")
    cells = {cell for row in rows(read_atlas(folder)) for cell in row.values()}
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
