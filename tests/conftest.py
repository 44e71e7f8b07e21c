"""Fixtures every test module shares: the made-up record, copies of it to change, and the real record."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from macros.atlas import Atlas, EventEntry, read_atlas
from tests import projects

# How long one example takes says more about the machine's other work than about the code.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

# The file that `written` fills: an event of its own in the made-up record, for one test's accounts.
CASE = "bayt-suwan/2012-09-case"


@pytest.fixture(scope="session")
def record_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up record as files; not to be changed."""
    return projects.record(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="session")
def atlas(record_folder: Path) -> Atlas:
    """The Atlas of the made-up record."""
    return read_atlas(record_folder)


@pytest.fixture(scope="session")
def real() -> Atlas:
    """The Atlas of the real record."""
    return read_atlas(projects.ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the made-up record that a test may change."""
    return projects.record(tmp_path)


@pytest.fixture
def written(copy: Path) -> Callable[..., tuple[Atlas, EventEntry]]:
    """Write the accounts of one event (YAML) into a copy of the record; the Atlas and that event come back.

    Each account is a line of flow YAML without its braces; `source`, `at` and `when` have defaults.
    """

    def write(*accounts: str, kind: str = "removal", more: str = "") -> tuple[Atlas, EventEntry]:
        lines = [f"type: {kind}", "title:", "  en: A case", "  ar: حالة", more, "accounts:"]
        for n, account in enumerate(accounts):
            given = "" if re.search(r"\bat:", account) else f"at: p{n + 11}, "
            given += "" if re.search(r"\bwhen:", account) else "when: 2012-09-01, "
            lines.append(f"- {{{given}{account}}}")
        path = copy / "data" / "places" / f"{CASE}.yml"
        path.write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")
        found = read_atlas(copy)
        return found, found.events[CASE]

    return write


@pytest.fixture
def change(copy: Path) -> Callable[[str, str, str], Path]:
    """Replace a text that stands exactly once in a file of the copied record; the record's folder comes back."""

    def replace(file: str, old: str, new: str) -> Path:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return copy

    return replace
