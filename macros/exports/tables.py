"""Tables: what a table of the record is, and its CSV. The one definition that the CSV files, the data package, the
database and the codebook are all made from.

In: a `Table`. Out: bytes: UTF-8 with a byte order mark, so that spreadsheets open Arabic right. What each column means
is said in both languages in data/vocabulary/columns.yml, under `table.column` or, where it is the same everywhere,
under `column`; what the table holds, in interface.yml under `export_` and its name.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from macros.atlas import Atlas
from macros.edition import Edition
from macros.records.vocabulary import Label

Cell = str | int | float | bool | date | None
Type = Literal["string", "integer", "number", "date", "boolean"]
Rows = Callable[[Atlas, Edition], Iterator[tuple[Cell, ...]]]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, whether it is always filled, the table whose key it holds, the lists of its words.

    `words` names lists of the vocabulary, or fixed words with `|` between them; `many` is a list with spaces between.
    """

    name: str
    type: Type = "string"
    needed: bool = False
    refers: str = ""
    words: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: its name, columns, the columns that identify a row, and what yields its rows."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Rows

    @property
    def path(self) -> str:
        """The site path of its CSV file."""
        return f"data/{self.name}.csv"


def ident(refers: str = "", name: str = "id") -> Column:
    """A column that identifies its row, or one that must name a row of another table."""
    return Column(name, needed=True, refers=refers)


def both(name: str, *, needed: bool = False) -> tuple[Column, Column]:
    """A text in its two columns."""
    return Column(f"{name}_en", needed=needed), Column(f"{name}_ar", needed=needed)


def days() -> tuple[Column, Column, Column]:
    """A date as EDTF with its first and last day."""
    return Column("date"), Column("first_day", "date"), Column("last_day", "date")


@cache
def rows_of(table: Table, atlas: Atlas, edition: Edition) -> tuple[tuple[Cell, ...], ...]:
    """A table's rows, made once for all that is made from them."""
    return tuple(table.rows(atlas, edition))


def csv_of(table: Table, atlas: Atlas, edition: Edition) -> bytes:
    """A table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in rows_of(table, atlas, edition):
        assert len(row) == len(table.columns), f"{table.name}: a row has not the table's columns"
        writer.writerow([written(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def csv_export(table: Table) -> Callable[[Atlas, Edition], bytes]:
    """What makes a table's CSV."""

    def make(atlas: Atlas, edition: Edition) -> bytes:
        return csv_of(table, atlas, edition)

    return make


def written(cell: Cell) -> str:
    """A cell as text; a contributor's text that a spreadsheet would take for a formula gets a mark before it."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return f"'{cell}" if cell.startswith(FORMULA) else cell
        case float():
            return f"{cell:.6f}".rstrip("0").rstrip(".")
    return str(cell)


def about(atlas: Atlas, table: str, column: str = "") -> Label:
    """What a table or a column of it holds, in both languages; `KeyError` where nobody has said."""
    if not column:
        found: Label = atlas.words["interface"][f"export_{table}"]
        return found
    said = atlas.words["columns"]
    own = said.get(f"{table}.{column}") or said.get(column)
    if own:
        return Label(en=own.en, ar=own.ar)
    base, _, lang = column.rpartition("_")
    text, ending = said.get(f"{table}.{base}") or said[base], said[f"in.{lang}"]
    return Label(en=f"{text.en}, {ending.en}", ar=f"{text.ar}، {ending.ar}")
