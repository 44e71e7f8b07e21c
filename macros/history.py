"""History: when each record came into the project and when accounts were added to it, as git tells.

In: the project's folder. Out: a `History`, by file. Days only, never the hour, so that nobody's habits can be read from
it. Where git or a part of its history is missing (a zip, a shallow clone) the days are unknown and nothing is guessed.
"""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

MOST = 5000  # commits looked at; what is older has no day
FILE = re.compile(r"diff --git a/(.+) b/\1")
ACCOUNT = re.compile(r"([+-])- source: (\S+)")
LOG = ("log", "--first-parent", "-m", "-p", "-U0", "--no-renames", "--no-color", "--no-ext-diff", "--relative")
FORM = "--format=%x00%cs%x20%P"  # day and parents


@dataclass(frozen=True, slots=True)
class Added:
    """Accounts added on one day to a record that was there already: the source of each and how many it gave."""

    day: str
    sources: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """By file: the day it came, and the days on which accounts were added to it, oldest first."""

    came: Mapping[str, str] = field(default_factory=dict)
    accounts: Mapping[str, tuple[Added, ...]] = field(default_factory=dict)


def read_history(root: Path) -> History:
    """The history of the record under `root`; empty where git cannot tell."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    came: dict[str, str] = {}
    accounts: dict[str, list[Added]] = {}
    for commit in reversed(_git(root, *LOG, FORM, f"--max-count={MOST}", "--", "data").split("\0")[1:]):
        head, _, body = commit.partition("\n")
        day, _, parents = head.partition(" ")
        if shallow and not parents:
            continue  # the edge of a shallow clone seems to bring every file
        for file, is_new, given in _files(body):
            if is_new:
                came.setdefault(file, day)
            elif given:
                accounts.setdefault(file, []).append(Added(day, given))
    return History(MappingProxyType(came), MappingProxyType({file: tuple(days) for file, days in accounts.items()}))


def _files(body: str) -> Iterator[tuple[str, bool, tuple[tuple[str, int], ...]]]:
    """Each file of a commit: its path, whether it is new, and the accounts it gained, moved ones not counted."""
    for part in re.split(r"(?m)^(?=diff --git )", body):
        lines = part.split("\n")
        found = FILE.fullmatch(lines[0])
        if not found or "deleted file mode" in part[:400]:
            continue
        gained: Counter[str] = Counter()
        for line in lines:
            if account := ACCOUNT.match(line):
                gained[account[2]] += 1 if account[1] == "+" else -1
        is_new = len(lines) > 1 and lines[1].startswith("new file mode")
        yield found[1], is_new, tuple((source, n) for source, n in gained.items() if n > 0)


@cache
def as_of(root: Path) -> str:
    """The day of the record's last change, ISO: SOURCE_DATE_EPOCH if set, else git's, else the empty string."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    return _git(root, "log", "-1", "--format=%cs", "--", "data", "seeds").strip()


def _git(root: Path, *command: str) -> str:
    """What git says, or nothing."""
    whole = ["git", "-C", str(root), "-c", "core.quotePath=false", *command]
    try:
        told = subprocess.run(whole, capture_output=True, encoding="utf-8", errors="replace", check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout
