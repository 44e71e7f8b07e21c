"""The log of corrections: it grows at its end, day by day, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import register
from macros.check import check
from macros.load import load
from tests.projects import place_of

FILE = "data/corrections.yml"
ENTRY = """\
- id: {id}
  about: {about}
  was: {{en: It said so., ar: قيل كذا.}}
  now: {{en: It says otherwise., ar: يقال غيره.}}
  why: {{en: Somebody wrote., ar: كتب أحدهم.}}
"""
PLACE = "bayt-suwan"


def log(folder: Path, *entries: tuple[str, str]) -> list[str]:
    """Write the log with entries (id, about); `line:column rule` of every fault of the record."""
    text = "entries:\n" + "".join(ENTRY.format(id=name, about=about) for name, about in entries)
    (folder / FILE).write_text(text, encoding="utf-8")
    return [f"{fault.file}:{fault.line}:{fault.column} {fault.rule}" for fault in check(folder)[1]]


def test_entries_in_their_order_are_no_fault(copy: Path) -> None:
    days = ("2012-12-01-first", "2012-12-01-second-of-the-day", "2012-12-03-third")
    assert log(copy, *((day, PLACE) for day in days)) == []


@pytest.mark.parametrize(
    "about", [PLACE, "bayt-suwan/2012-02-raid", "sahl-post", "sahl-post/2012-03-07", "yusuf-anbar"]
)
def test_it_may_be_about_anything_published(copy: Path, about: str) -> None:
    assert log(copy, ("2012-12-01-first", about)) == []


# entries (id, about) -> the text at which the fault stands, its rule
FAULTY = {
    "no day": ([("first", PLACE)], "first", "bad-id"),
    "no such day": ([("2012-13-01-first", PLACE)], "2012-13-01-first", "bad-id"),
    "a day without a word": ([("2012-12-01", PLACE)], "2012-12-01", "bad-id"),
    "an id twice": ([("2012-12-01-a", PLACE), ("2012-12-01-b", PLACE), ("2012-12-01-a", PLACE)], None, "id-used-twice"),
    "a later day first": ([("2012-12-03-a", PLACE), ("2012-12-01-b", PLACE)], "2012-12-01-b", "correction-order"),
    "about nothing there is": ([("2012-12-01-a", "bayt-suwn")], "bayt-suwn", "unknown-id"),
}


@pytest.mark.parametrize(("entries", "at", "rule"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_entry_is_told_at_its_place(
    copy: Path, entries: list[tuple[str, str]], at: str | None, rule: str
) -> None:
    (found,) = log(copy, *entries)
    assert found.endswith(f" {rule}")
    if at:
        assert found == f"{FILE}:{place_of(copy / FILE, at)} {rule}"


def test_an_entry_once_published_does_not_go(copy: Path) -> None:
    entries = [("2012-12-01-first", PLACE), ("2012-12-03-second", PLACE)]
    assert log(copy, *entries) == []
    (copy / register.FILE).write_text(register.written(load(copy)), encoding="utf-8")
    assert log(copy, *entries) == []
    (found,) = log(copy, entries[1])
    assert found == f"{register.FILE}:{place_of(copy / register.FILE, '2012-12-01-first')} correction-vanished"
