"""The codebook: every table, column, word and key of the download with what it means, in both languages.

In: the Atlas. Out: a `Codebook` for the page, made from the same tables and records as the files; and all of it as CSV.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.package import ACCOUNTS, TABLES, allowed
from macros.exports.tables import Column, Table, about, rows_of
from macros.exports.tables_ledgers import WORDS
from macros.messages import said
from macros.records import account, files
from macros.records.base import Record
from macros.records.descriptions import description, fields
from macros.views.desk import Desk

HEAD = ("table", "column", "type", "required", "refers_to", "words", "list", "en", "ar")
# The models whose keys record.json has, and the phrase that names each.
KINDS: dict[str, type[Record]] = {
    "key_of_place": files.Place,
    "key_of_event": files.Event,
    "key_of_account": account.Account,
    "key_of_force": files.Force,
    "key_of_person": files.Person,
    "key_of_concept": files.Concept,
    "key_of_publisher": files.Publisher,
    "key_of_item": files.Item,
}
UNPUBLISHED = ("to_source", "items")


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column: what it holds, its type, whether always filled, the table it names, its words or their list."""

    name: str
    about: str
    type: str
    needed: bool
    refers: str
    words: tuple[str, ...]
    list: str
    anchor: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its columns."""

    name: str
    about: str
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of words: (word, in this language, in the other, unit)."""

    name: str
    anchor: str
    words: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class KindView:
    """The keys of a kind of record."""

    name: str
    about: str
    keys_: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook in one language."""

    tables: tuple[TableView, ...]
    lists: tuple[ListView, ...]
    kinds: tuple[KindView, ...]


def codebook_view(desk: Desk) -> Codebook:
    """The codebook in the desk's language."""
    atlas, lang = desk.atlas, desk.lang
    tables = tuple(
        TableView(table.name, about(atlas, table.name).get(lang), tuple(_column(desk, table, c) for c in table.columns))
        for table in _tables()
    )
    lists = []
    for name, listed in words(atlas, desk.edition).items():
        turned = tuple((w, *((en, ar) if lang == "en" else (ar, en)), unit) for w, en, ar, unit in listed)
        lists.append(ListView(name, _anchor(name), turned))
    kinds = tuple(
        KindView(
            model.__name__,
            desk.tongue.ui(phrase),
            tuple((key, said(description(model, key) or "", lang)) for key in fields(model) if key not in UNPUBLISHED),
        )
        for phrase, model in KINDS.items()
    )
    return Codebook(tables, tuple(lists), kinds)


def _tables() -> tuple[Table, ...]:
    return (*TABLES[:2], ACCOUNTS, *TABLES[2:])


def _column(desk: Desk, table: Table, column: Column) -> ColumnView:
    fixed = "|" in column.words
    return ColumnView(
        name=column.name,
        about=about(desk.atlas, table.name, column.name).get(desk.lang),
        type=desk.tongue.ui("type_many" if column.many else f"type_{column.type}"),
        needed=column.needed,
        refers=column.refers,
        words=tuple(allowed(desk.atlas, column)) if fixed else (),
        list="" if fixed else column.words,
        anchor=_anchor(column.words),
    )


def _anchor(name: str) -> str:
    return name.replace(".", "-")


def words(atlas: Atlas, edition: Edition) -> dict[str, list[tuple[str, str, str, str]]]:
    """The lists of words: (word, English, Arabic, unit) by list."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for kind, word, en, ar, unit in rows_of(WORDS, atlas, edition):
        found.setdefault(str(kind), []).append((str(word), str(en), str(ar), str(unit or "")))
    return found


def codebook_csv(atlas: Atlas, edition: Edition) -> bytes:
    """The codebook as a table: a row per table and column, then a row per word."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for table in _tables():
        whole = about(atlas, table.name)
        writer.writerow((table.name, "", "", "", "", "", "", whole.en, whole.ar))
        for column in table.columns:
            fixed = " | ".join(allowed(atlas, column)) if "|" in column.words else ""
            told = about(atlas, table.name, column.name)
            rules = ("true" if column.needed else "false", column.refers, fixed, "" if fixed else column.words)
            writer.writerow((table.name, column.name, column.type, *rules, told.en, told.ar))
    for kind, listed in words(atlas, edition).items():
        for word, en, ar, unit in listed:
            writer.writerow(("words", word, unit, "", "", "", kind, en, ar))
    return b"\xef\xbb\xbf" + out.getvalue().encode()
