"""The tables: a data package that Frictionless accepts and pandas reads, for any record."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import frictionless
import pandas
import pytest

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.codebook import codebook_csv
from macros.exports.package import ACCOUNTS, TABLES, datapackage, files
from macros.exports.tables import about


def package(atlas: Atlas, edition: Edition, folder: Path) -> Path:
    for name, content in files(atlas, edition).items():
        (folder / f"{name}.csv").write_bytes(content)
    (folder / "datapackage.json").write_bytes(datapackage(atlas, edition))
    return folder / "datapackage.json"


def test_frictionless_accepts_it(any_atlas: Atlas, edition: Edition, tmp_path: Path) -> None:
    report = frictionless.validate(str(package(any_atlas, edition, tmp_path)))
    assert report.flatten(["type", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(TABLES) + 1


def test_frictionless_sees_a_row_that_names_nothing(atlas: Atlas, edition: Edition, tmp_path: Path) -> None:
    path = package(atlas, edition, tmp_path)
    broken = (
        (tmp_path / "figures.csv").read_text(encoding="utf-8-sig").replace("bayt-suwan/2012-03-departure", "gone", 1)
    )
    (tmp_path / "figures.csv").write_text(broken, encoding="utf-8")
    found = {kind for (kind,) in frictionless.validate(str(path)).flatten(["type"])}
    assert "foreign-key" in found  # so that the test above would see one


def test_pandas_reads_what_the_record_holds(real: Atlas, edition: Edition, tmp_path: Path) -> None:
    package(real, edition, tmp_path)
    tables = {t.name: pandas.read_csv(tmp_path / f"{t.name}.csv", encoding="utf-8-sig") for t in (*TABLES, ACCOUNTS)}
    accounts = [account for event in real.events.values() for account in event.accounts]
    assert len(tables["places"]) == len(real.places)
    assert list(tables["events"]["id"]) == [event.id for event in real.timeline()]
    assert set(tables["account_list"]["id"]) == {account.id for account in accounts}
    assert len(tables["figures"]) == sum(len(account.record.figures) for account in accounts)
    assert int(tables["events"]["accounts"].sum()) == len(accounts)
    assert pandas.api.types.is_float_dtype(tables["places"]["lat"])
    assert tables["roles"]["denied"].dtype == bool
    days = pandas.to_datetime(tables["events"]["first_day"].dropna(), format="%Y-%m-%d")
    assert days.min().year >= 2000
    joined = tables["figures"].merge(
        tables["account_list"], left_on="account_id", right_on="id", validate="many_to_one"
    )
    assert len(joined) == len(tables["figures"])
    for table in (*TABLES, ACCOUNTS):
        for column in table.columns:
            if column.refers:
                known = set(tables[column.refers]["id"])
                assert set(tables[table.name][column.name].dropna()) <= known, f"{table.name}.{column.name}"


def test_texts_come_back_as_written(hostile: Atlas, edition: Edition, tmp_path: Path) -> None:
    package(hostile, edition, tmp_path)
    places = pandas.read_csv(tmp_path / "places.csv", encoding="utf-8-sig", keep_default_na=False).set_index("id")
    place = hostile.places["tell-marmar"]
    assert place.summary
    assert places.loc["tell-marmar", "name_en"] == place.name.en
    assert places.loc["tell-marmar", "summary_en"] == place.summary.en
    assert "\n" in str(places.loc["tell-marmar", "summary_en"])
    names = pandas.read_csv(tmp_path / "names.csv", encoding="utf-8-sig", keep_default_na=False)
    assert "'=1+1" in set(names["name"])  # no formula


def test_an_awaited_text_is_empty_and_the_other_is_there(atlas: Atlas, edition: Edition, tmp_path: Path) -> None:
    package(atlas, edition, tmp_path)
    events = pandas.read_csv(tmp_path / "events.csv", encoding="utf-8-sig", keep_default_na=False).set_index("id")
    row = events.loc["tell-marmar/2012-04-accord"]
    assert (row["title_en"], row["title_ar"]) == ("", "عهد لم يُترجم عنوانه بعد")


@pytest.mark.parametrize("table", [*TABLES, ACCOUNTS], ids=lambda table: table.name)
def test_every_table_and_column_is_explained_in_both_languages(atlas: Atlas, edition: Edition, table: object) -> None:
    for column in ("", *(column.name for column in table.columns)):  # type: ignore[attr-defined]
        said = about(atlas, table.name, column)  # type: ignore[attr-defined]
        assert said.en
        assert any("\u0600" <= letter <= "\u06ff" for letter in said.ar)


def test_every_explanation_explains_something(real: Atlas) -> None:
    columns = {(table.name, column.name) for table in (*TABLES, ACCOUNTS) for column in table.columns}
    names = {name for _, name in columns} | {name.rpartition("_")[0] for _, name in columns}
    whole = {f"{table}.{name}" for table, name in columns} | {
        f"{table}.{name.rpartition('_')[0]}" for table, name in columns
    }
    assert {key for key in real.words["columns"] if key not in names | whole} == {"in.en", "in.ar"}


def test_the_codebook_has_every_column_and_word(real: Atlas, edition: Edition) -> None:
    rows = list(csv.DictReader(codebook_csv(real, edition).decode("utf-8-sig").splitlines()))
    found = {(row["table"], row["column"]) for row in rows}
    assert {(table.name, column.name) for table in (*TABLES, ACCOUNTS) for column in table.columns} <= found
    assert set(real.words["measure"]) <= {row["column"] for row in rows if row["list"] == "measure"}


def test_the_package_describes_the_files_it_comes_with(atlas: Atlas, edition: Edition) -> None:
    described = {one["name"]: one for one in json.loads(datapackage(atlas, edition))["resources"]}
    assert set(described) == set(files(atlas, edition))
    for name, content in files(atlas, edition).items():
        assert described[name]["bytes"] == len(content)
        assert described[name]["description_ar"]
