"""`data/record.sqlite`: every table in one SQLite file, with foreign keys and full-text search in both scripts.

In: the Atlas and the edition. Out: the file's bytes, the same each time. The table of accounts, one row each, is called
`accounts` here. Each `…_fts` table searches the table before it, as Datasette expects; its column `search` holds names
and texts folded (no vowel signs, one alef), so fold a query the same way: see the page about the data.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from macros.atlas import Atlas
from macros.edition import LICENCE, Edition
from macros.exports.folding import folded
from macros.exports.package import TABLES
from macros.exports.tables import Cell, Column, Table, rows_of

RENAMED = {"account_list": "accounts"}
KINDS = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "TEXT", "boolean": "INTEGER"}
# What is searched, and the columns a reader would look in.
SEARCHED: dict[str, tuple[str, ...]] = {
    "places": ("name_en", "name_ar", "summary_en", "summary_ar"),
    "events": ("title_en", "title_ar", "note_en", "note_ar"),
    "accounts": ("says_en", "says_ar", "wording_en", "wording_ar", "note_en", "note_ar"),
    "forces": ("name_en", "name_ar", "description_en", "description_ar"),
    "people": ("name_en", "name_ar", "role_en", "role_ar"),
    "sources": ("title_en", "title_ar", "author"),
    "names": ("name",),
}
TOKENS = "unicode61 remove_diacritics 2"
VERSION_AT = slice(96, 100)  # where SQLite writes its own version, which must not tell two builds apart


def sqlite_db(atlas: Atlas, edition: Edition) -> bytes:
    """The database; raises sqlite3.IntegrityError if a reference leads nowhere."""
    with sqlite3.connect(":memory:") as db:
        db.execute("PRAGMA page_size = 4096")
        db.execute("PRAGMA encoding = 'UTF-8'")
        for table in TABLES:
            db.execute(_create(table))
        for table in TABLES:
            _fill(db, table, atlas, edition)
        for name, columns in SEARCHED.items():
            _search(db, name, columns)
        for statement in _indexes():
            db.execute(statement)
        db.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        site = atlas.words["interface"]["site"]
        shown = {"title_en": site.en, "title_ar": site.ar, "licence": LICENCE, **edition.shown(), "site": edition.site}
        db.executemany("INSERT INTO about VALUES (?, ?)", shown.items())
        db.commit()
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"rows that name nothing: {broken[:5]}")
        content = bytearray(db.serialize())
    content[VERSION_AT] = b"\0\0\0\0"
    return bytes(content)


def _name(table: str) -> str:
    return RENAMED.get(table, table)


def _create(table: Table) -> str:
    name = _name(table.name)
    lines = [_column(column) for column in table.columns]
    if name in SEARCHED:
        lines.append('"search" TEXT')
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(_quoted(key) for key in table.key)})")
    lines += [
        f'FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(_name(column.refers))}("id")'
        for column in table.columns
        if column.refers
    ]
    inner = ",\n  ".join(lines)
    return f"CREATE TABLE {_quoted(name)} (\n  {inner}\n)"


def _column(column: Column) -> str:
    return f"{_quoted(column.name)} {KINDS[column.type]}{' NOT NULL' if column.needed else ''}"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _fill(db: sqlite3.Connection, table: Table, atlas: Atlas, edition: Edition) -> None:
    name, columns = _name(table.name), [column.name for column in table.columns]
    looked_in = [columns.index(one) for one in SEARCHED.get(name, ())]
    rows: Iterable[tuple[Cell, ...]] = rows_of(table, atlas, edition)
    if looked_in:
        rows = ((*row, folded(" ".join(str(row[n]) for n in looked_in if row[n]))) for row in rows)
    marks = ", ".join("?" * (len(columns) + bool(looked_in)))
    db.executemany(f"INSERT INTO {_quoted(name)} VALUES ({marks})", (tuple(map(_cell, row)) for row in rows))


def _cell(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _search(db: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
    listed = ", ".join(_quoted(column) for column in (*columns, "search"))
    fts = _quoted(f"{name}_fts")
    db.execute(f"CREATE VIRTUAL TABLE {fts} USING fts5({listed}, content={_quoted(name)}, tokenize='{TOKENS}')")
    db.execute(f"INSERT INTO {fts}({fts}) VALUES ('rebuild')")
    db.execute(f"INSERT INTO {fts}({fts}) VALUES ('optimize')")


def _indexes() -> Iterator[str]:
    """An index for every reference, so that a join is quick."""
    for table in TABLES:
        for column in table.columns:
            if column.refers and (column.name,) != table.key[:1]:
                name = _name(table.name)
                yield f'CREATE INDEX "{name}_{column.name}" ON {_quoted(name)}({_quoted(column.name)})'
