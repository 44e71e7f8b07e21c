"""The codebook: every table, column and word of the download with what it means, in both languages.

In: the Atlas. Out: `Part` values for the page, made from the same tables as the files; and all of it as CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.package import ACCOUNTS, TABLES, allowed
from macros.exports.tables import Column, Table, about, rows_of
from macros.exports.tables_ledgers import WORDS
from macros.records.vocabulary import Label

HEAD = ("table", "column", "type", "required", "refers_to", "words", "list", "en", "ar")


@dataclass(frozen=True, slots=True)
class Entry:
    """A column: what it holds, its type, whether always filled, the table it names, its words or their list."""

    name: str
    type: str
    needed: bool
    refers: str
    words: tuple[str, ...]
    list: str
    many: bool
    said: Label


@dataclass(frozen=True, slots=True)
class Part:
    """A table with its columns."""

    name: str
    said: Label
    entries: tuple[Entry, ...]


def parts(atlas: Atlas) -> Iterator[Part]:
    """Every table of the download, in the order of the data package."""
    for table in (*TABLES[:2], ACCOUNTS, *TABLES[2:]):
        entries = tuple(_entry(atlas, table, column) for column in table.columns)
        yield Part(table.name, about(atlas, table.name), entries)


def _entry(atlas: Atlas, table: Table, column: Column) -> Entry:
    fixed = "|" in column.words
    return Entry(
        name=column.name,
        type=column.type,
        needed=column.needed,
        refers=column.refers,
        words=tuple(allowed(atlas, column)) if fixed else (),
        list="" if fixed else column.words,
        many=column.many,
        said=about(atlas, table.name, column.name),
    )


def words(atlas: Atlas, edition: Edition) -> dict[str, list[tuple[str, str, str, str]]]:
    """The lists of words: (word, English, Arabic, unit) by list."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for kind, word, en, ar, unit in rows_of(WORDS, atlas, edition):
        found.setdefault(str(kind), []).append((str(word), str(en), str(ar), str(unit or "")))
    return found


def codebook_csv(atlas: Atlas, edition: Edition) -> bytes:
    """The codebook as a table: a row per column, then a row per word."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for part in parts(atlas):
        writer.writerow((part.name, "", "", "", "", "", "", part.said.en, part.said.ar))
        for one in part.entries:
            needed = "true" if one.needed else "false"
            told = (needed, one.refers, " | ".join(one.words), one.list, one.said.en, one.said.ar)
            writer.writerow((part.name, one.name, one.type, *told))
    for kind, listed in words(atlas, edition).items():
        for word, en, ar, unit in listed:
            writer.writerow(("words", word, unit, "", "", "", kind, en, ar))
    return b"\xef\xbb\xbf" + out.getvalue().encode()
