"""The database: whole, searchable in both scripts, and the same bytes each time."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from macros.atlas import Atlas
from macros.edition import Edition
from macros.exports.folding import folded
from macros.exports.sqlite_db import SEARCHED, sqlite_db
from tests import projects


@pytest.fixture
def database(real: Atlas, edition: Edition, tmp_path: Path) -> sqlite3.Connection:
    (tmp_path / "record.sqlite").write_bytes(sqlite_db(real, edition))
    db = sqlite3.connect(f"file:{tmp_path}/record.sqlite?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    return db


def test_it_is_whole_for_any_record(any_atlas: Atlas, edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").write_bytes(sqlite_db(any_atlas, edition))
    with sqlite3.connect(tmp_path / "record.sqlite") as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("SELECT count(*) FROM events").fetchone() == (len(any_atlas.events),)
        for table in SEARCHED:
            db.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('integrity-check')")  # noqa: S608
        about = dict(db.execute("SELECT key, value FROM about"))
        assert (about["version"], about["as_of"]) == ("1.2.3", "2012-12-01")


def test_its_rows_are_those_of_the_record(database: sqlite3.Connection, real: Atlas) -> None:
    accounts = {a.id: a for event in real.events.values() for a in event.accounts}
    found = {row["id"]: row for row in database.execute("SELECT * FROM accounts")}
    assert set(found) == set(accounts)
    for name, account in accounts.items():
        says = account.record.says
        assert (found[name]["says_en"], found[name]["says_ar"]) == ((says.en, says.ar) if says else (None, None))
    joined = database.execute(
        "SELECT count(*) FROM figures f JOIN accounts a ON a.id = f.account_id JOIN events e ON e.id = f.event_id "
        "JOIN sources s ON s.id = a.source_id JOIN publishers p ON p.id = s.publisher_id"
    ).fetchone()[0]
    assert joined == sum(len(account.record.figures) for account in accounts.values())


@pytest.mark.parametrize("spelling", ["أم باطنة", "ام باطنه", "أُمّ باطِنة", "Umm Batnah", "umm bátnah", "Umm Batneh"])
def test_a_name_is_found_as_people_type_it(database: sqlite3.Connection, spelling: str) -> None:
    found = database.execute(
        "SELECT entity_id FROM names WHERE rowid IN (SELECT rowid FROM names_fts WHERE names_fts MATCH ?)",
        [f'"{folded(spelling)}"'],
    ).fetchall()
    assert "umm-batnah" in {row["entity_id"] for row in found}


def test_the_query_in_the_documentation_answers(database: sqlite3.Connection) -> None:
    for page in ("docs/data.md", "docs/ar/data.md"):
        (query,) = re.findall(r"```sql\n(.*?)```", (projects.ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
        assert len(database.execute(query).fetchall()) > 1


def test_datasette_would_find_the_searches(database: sqlite3.Connection) -> None:
    # Datasette takes a virtual table for the search of `x` when its definition says content="x".
    for table in SEARCHED:
        (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", [f"{table}_fts"]).fetchone()
        assert f'content="{table}"' in sql


def test_two_processes_make_the_same_bytes(record_folder: Path) -> None:
    code = (
        "import sys, hashlib; from pathlib import Path; from macros.atlas import read_atlas; "
        "from macros.edition import Edition; from macros.exports import EXPORTS, TREES; "
        "atlas = read_atlas(Path(sys.argv[1])); edition = Edition(version='1', as_of='2012-12-01'); "
        "made = [(e.path, e.make(atlas, edition)) for e in EXPORTS] + [f for t in TREES for f in t(atlas, edition)]; "
        "print(*(f'{path} {hashlib.sha256(content).hexdigest()}' for path, content in made), sep='\\n')"
    )
    told = []
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(record_folder)],
            cwd=projects.ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        )
        told.append(done.stdout)
    assert told[0] == told[1]
    assert hashlib.sha256(b"").hexdigest() not in told[0]
