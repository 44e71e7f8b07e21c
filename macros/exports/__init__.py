"""Exports: the record as files readers can take away; each is a pure function of the Atlas in a module of its own.

In: the Atlas. Out: the bytes of a file. `EXPORTS` lists them; one row adds one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.atlas import Atlas
from macros.exports.accounts_csv import accounts_csv
from macros.exports.record_json import record_json


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site: its path, what makes it, and the key of its description in the interface vocabulary."""

    path: str
    make: Callable[[Atlas], bytes]
    about: str


EXPORTS = (
    Export("data/accounts.csv", accounts_csv, "export_accounts"),
    Export("data/record.json", record_json, "export_record"),
)
