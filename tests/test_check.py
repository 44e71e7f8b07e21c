"""The check as one run: every fault of every stage, sorted, once, and no echoes of a file that could not be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import check
from tests import projects

Change = Callable[[str, str, str], Path]
PLACES = "data/places/bayt-suwan"


def test_the_made_up_record_passes(record_folder: Path) -> None:
    loaded, faults = check(record_folder)
    assert faults == ()
    assert len(loaded.of("event")) == 8


def test_faults_of_all_stages_come_in_one_run_in_the_order_of_the_files(change: Change) -> None:
    change("data/forces/river-brigade.yml", "base: gate-nine", "base: &g gate-nine")  # parse
    change(f"{PLACES}/2012-03-accord.yml", "{quiet: broken}", "{quiet: smashed}")  # load
    change(f"{PLACES}/2012-02-raid.yml", "by: lantern-group", "by: lantern-grp")  # link
    folder = change("data/places/tell-marmar/2012-04-raid.yml", "en: A second raid", "en: Bandits again")  # rules
    _, faults = check(folder)
    assert [(fault.file.split("/")[-1], fault.rule) for fault in faults] == [
        ("river-brigade.yml", "yaml-anchor"),
        ("2012-02-raid.yml", "unknown-id"),
        ("2012-03-accord.yml", "unknown-word"),
        ("2012-04-raid.yml", "banned-word"),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        f"{PLACES}/2012-03-departure.yml",  # named by `follows`, `part_of`, `outcome`, the reading
        f"{PLACES}/place.yml",
        "data/places/sahl-governorate/place.yml",
        "data/places/far-north/place.yml",
        "data/forces/high-command.yml",
        "data/forces/valley-council.yml",
        "data/people/rim-haddad.yml",
        "data/concepts/staying.yml",
        "data/sources/sahl-post.yml",
        "data/sources/valley-monitor.yml",
        "data/sources/hill-radio.yml",
        "seeds/a-spring.yml",
        "data/vocabulary/roles.yml",
        "data/vocabulary/terms.yml",
        "data/vocabulary/measures.yml",
        "data/vocabulary/units.yml",
        "data/vocabulary/event-types.yml",
        "data/vocabulary/kinds.yml",
        "data/vocabulary/words.yml",
        "data/vocabulary/quantities.yml",
    ],
)
@pytest.mark.parametrize("how", ["\tno: yaml\n", "a: \u202eb\n"])
def test_an_unreadable_file_is_one_fault_and_no_echoes(copy: Path, broken: str, how: str) -> None:
    (copy / broken).write_text(how, encoding="utf-8")
    _, faults = check(copy)
    assert [fault.file for fault in faults] == [broken]


def test_a_faulty_record_is_no_missing_record(change: Change) -> None:
    folder = change(f"{PLACES}/place.yml", "lat: 10.5", "lat: 95")
    _, faults = check(folder)
    assert [(fault.file, fault.rule) for fault in faults] == [(f"{PLACES}/place.yml", "wrong-value")]


def test_a_reference_that_is_wrong_anyway_is_told_beside_an_unreadable_file(change: Change) -> None:
    change(f"{PLACES}/2012-02-raid.yml", "weapon: clubs", "weapon: clubbs")
    folder = change("data/forces/high-command.yml", "kind: army", "kind: [")
    _, faults = check(folder)
    assert [fault.rule for fault in faults] == ["yaml-syntax", "unknown-id"]


@pytest.mark.parametrize("name", ["interface", "counts", "kinds", "outcomes", "voices", "roles"])
def test_a_vocabulary_that_is_gone_is_a_fault_before_any_page_is_made(copy: Path, name: str) -> None:
    (copy / f"data/vocabulary/{name}.yml").unlink()
    _, faults = check(copy)
    assert any(name in fault.message or name in fault.file for fault in faults)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    _, faults = check(tmp_path)
    assert faults


def test_the_command_prints_every_fault_and_fails(change: Change) -> None:
    folder = change(f"{PLACES}/2012-02-raid.yml", "by: lantern-group", "by: lantern-grp")
    done = projects.check(folder)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{PLACES}/2012-02-raid.yml:10:13 unknown-id ")
    assert "write `lantern-group`" in done.stdout
    assert "1 fault; nothing was built" in done.stderr
    done = projects.check(folder, "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file={PLACES}/2012-02-raid.yml,line=10,col=13,title=unknown-id::")


def test_the_command_passes_a_good_record(record_folder: Path) -> None:
    done = projects.check(record_folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("no faults in ")


def test_the_command_can_look_at_some_files_only(change: Change) -> None:
    change(f"{PLACES}/2012-02-raid.yml", "by: lantern-group", "by: lantern-grp")
    folder = change("data/places/tell-marmar/2012-04-raid.yml", "en: A second raid", "en: Bandits again")
    done = projects.check(folder, "data/places/tell-marmar/")
    assert done.returncode == 1
    assert "banned-word" in done.stdout
    assert "unknown-id" not in done.stdout
    assert projects.check(folder, "data/forces").returncode == 0
    assert projects.check(folder, "data/places/tell").returncode == 0
