"""The register: what was published does not vanish without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import register
from macros.check import check
from macros.load import load
from tests.projects import place_of

RAID = "data/places/tell-marmar/2012-04-raid.yml"
MAYBE = "data/places/tell-marmar/2012-05-gathering.yml"


@pytest.fixture
def registered(copy: Path) -> Path:
    """A record whose every id is in its register."""
    (copy / register.FILE).write_text(register.written(load(copy)), encoding="utf-8")
    return copy


def rewrite(folder: Path, file: str, turn: Callable[[str], str]) -> None:
    path = folder / file
    path.write_text(turn(path.read_text(encoding="utf-8")), encoding="utf-8")


def rules(folder: Path) -> list[str]:
    return [f"{fault.file} {fault.rule}" for fault in check(folder)[1]]


def test_a_fresh_register_holds_everything_and_writing_it_again_changes_nothing(registered: Path) -> None:
    assert rules(registered) == []
    text = (registered / register.FILE).read_text(encoding="utf-8")
    assert "- tell-marmar/2012-04-raid\n" in text
    assert "- yusuf-anbar\n" in text
    assert "  plain-dealer/2012-03-08: 4\n" in text
    assert register.written(load(registered)) == text


def test_what_is_new_is_no_fault_and_is_added(registered: Path) -> None:
    (registered / "data/forces/new-force.yml").write_bytes((registered / "data/forces/lantern-group.yml").read_bytes())
    assert rules(registered) == []
    assert "- new-force\n" in register.written(load(registered))


def test_a_record_that_goes_without_a_word_is_a_fault_at_its_line_in_the_register(registered: Path) -> None:
    (registered / RAID).unlink()
    faults = [fault for fault in check(registered)[1] if fault.rule == "id-vanished"]
    (fault,) = faults
    expected = place_of(registered / register.FILE, "tell-marmar/2012-04-raid\n")
    assert (fault.file, f"{fault.line}:{fault.column}") == (register.FILE, expected)
    assert "`former_ids: [tell-marmar/2012-04-raid]`" in fault.message


def test_a_renamed_record_says_what_it_was(registered: Path) -> None:
    (registered / RAID).rename(registered / "data/places/tell-marmar/2012-04-second-raid.yml")
    assert rules(registered) == [f"{register.FILE} id-vanished"]
    rewrite(
        registered,
        "data/places/tell-marmar/2012-04-second-raid.yml",
        lambda text: text + "former_ids: [tell-marmar/2012-04-raid]\n",
    )
    assert rules(registered) == []


def test_a_renamed_place_brings_its_events(registered: Path) -> None:
    (registered / "data/places/tell-marmar").rename(registered / "data/places/marmar")
    for file in (registered / "data").rglob("*.yml"):
        if file.name != "register.yml":
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("tell-marmar", "marmar"), encoding="utf-8")
    assert len(rules(registered)) == 5  # the place and its four events
    rewrite(registered, "data/places/marmar/place.yml", lambda text: text + "former_ids: [tell-marmar]\n")
    assert rules(registered) == []


def test_a_withdrawn_record_stands_under_withdrawn_and_is_gone(registered: Path) -> None:
    reason = 'withdrawn:\n  tell-marmar/2012-04-raid:\n    en: "for safety"\n    ar: "للسلامة"\n'
    rewrite(registered, register.FILE, lambda text: text + reason)
    assert rules(registered) == [f"{register.FILE} withdrawn-still-there"]
    (registered / RAID).unlink()
    lowered = {
        "plain-dealer/2012-04-11: 3": "plain-dealer/2012-04-11: 2",
        "sahl-post/2012-04-12: 3": "sahl-post/2012-04-12: 2",
    }
    for old, new in lowered.items():
        rewrite(registered, register.FILE, lambda text, old=old, new=new: text.replace(old, new))
    assert rules(registered) == []
    assert reason in register.written(load(registered))


def test_a_source_may_not_lose_an_account_unseen(registered: Path) -> None:
    rewrite(registered, MAYBE, lambda text: text[: text.index("- source: sahl-post/2012-04-12")])
    (fault,) = check(registered)[1]
    assert (fault.file, fault.rule) == (register.FILE, "account-vanished")
    assert "sahl-post/2012-04-12 gave 3 accounts, now 2" in fault.message


@pytest.mark.parametrize("broken", [RAID, "data/places/tell-marmar/place.yml", "data/sources/plain-dealer.yml"])
def test_an_unreadable_record_has_not_vanished(registered: Path, broken: str) -> None:
    (registered / broken).write_text("a: [\n", encoding="utf-8")
    assert rules(registered) == [f"{broken} yaml-syntax"]


def test_a_reason_with_quotes_is_written_so_that_it_reads_back(registered: Path) -> None:
    reason = 'withdrawn:\n  someone:\n    en: "a \\"quoted\\" \\\\ reason"\n'
    rewrite(registered, register.FILE, lambda text: text + reason)
    (registered / register.FILE).write_text(register.written(load(registered)), encoding="utf-8")
    assert load(registered).of("register")["register"].withdrawn["someone"].en == 'a "quoted" \\ reason'
