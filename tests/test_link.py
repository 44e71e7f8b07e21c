"""References: every id must exist and be of a kind that may stand there, be one thing, and lead in no circle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.link import link
from macros.load import load
from tests.projects import place_of

Change = Callable[[str, str, str], Path]
ACCORD = "data/places/bayt-suwan/2012-03-accord.yml"
DEPARTURE = "data/places/bayt-suwan/2012-03-departure.yml"
RAID = "data/places/bayt-suwan/2012-02-raid.yml"
TOWN = "data/places/bayt-suwan/place.yml"
BRIGADE = "data/forces/river-brigade.yml"
LEAVING = "data/concepts/leaving.yml"
WIRE = "data/sources/far-wire.yml"
TYPES, MEASURES = "data/vocabulary/event-types.yml", "data/vocabulary/measures.yml"


def faults(folder: Path) -> list[str]:
    return [f"{fault.file}:{fault.line}:{fault.column} {fault.rule} {fault.message}" for fault in link(load(folder))]


# file, text, what it becomes, the text at which the fault stands, words of its message
CASES = [
    # unknown, with the nearest known id
    (ACCORD, "type: accord", "type: acord", "acord", "no event-type is called `acord`; write `accord`"),
    (RAID, "against: traders", "agains: traders", "traders", "no role is called `agains`; write `against`"),
    (RAID, "by: lantern-group", "by: lantern-grp", "lantern-grp", "`lantern-grp`; write `lantern-group`"),
    (RAID, "weapon: clubs", "weapon: clubbs", "clubbs", "no weapon is called `clubbs`; write `clubs`"),
    (ACCORD, "{quiet: broken}", "{quite: broken}", "broken", "no term is called `quite`; write `quiet`"),
    (ACCORD, "terms: [leave-town]", "terms: [leave-twn]", "leave-twn", "is called `leave-twn`; write `leave-town`"),
    (ACCORD, "denies: {terms: [leave-town]}", "denies: {by: nobody}", "{by: nobody", "is called `nobody`"),
    (ACCORD, "council, high-command", "council, hi-command", "hi-command", "write `high-command`"),
    (
        ACCORD,
        "plain-dealer/2012-03-08",
        "plain-dealer/2012-03-09",
        "plain-dealer",
        "`plain-dealer/2012-03-09`; write `plain",
    ),
    (DEPARTURE, "from: hill-radio", "from: hil-radio", "hil-radio", "write `hill-radio`"),
    (DEPARTURE, "travellers: 80", "travelers: 80", "80, halt", "no measure is called `travelers`; write `travellers`"),
    (
        DEPARTURE,
        "bayt-suwan/2012-03-accord",
        "bayt-suwan/2012-03-c",
        "bayt-suwan/2012-03-c",
        "write `bayt-suwan/2012-03-accord`",
    ),
    (DEPARTURE, "{in: sahl", "{in: shl", "shl-gov", "write `sahl-governorate`"),
    (TOWN, "kind: town", "kind: twon", "twon", "no kind of place is called `twon`; write `town`"),
    (
        BRIGADE,
        "commander: rim-haddad",
        "commander: rim-hadad",
        "rim-hadad",
        "no person is called `rim-hadad`; write `rim-haddad`",
    ),
    (
        TYPES,
        "hurt], outcome: tension",
        "hurt], outcome: tensions",
        "tensions",
        "no outcome is called `tensions`; write `tension`",
    ),
    (WIRE, "kind: agency", "kind: agenda", "agenda", "no kind of publisher is called `agenda`; write `agency`"),
    (MEASURES, "contains: [guards]", "contains: [gards]", "gards", "no measure is called `gards`; write `guards`"),
    # of a kind that may not stand there
    (
        ACCORD,
        "through: yusuf-anbar",
        "through: bayt-suwan",
        "bayt-suwan}",
        "`bayt-suwan` is a place; a force or person",
    ),
    (
        LEAVING,
        "related: staying",
        "related: stay",
        "stay\n",
        "`stay` is a term; a concept is needed here; write `staying`",
    ),
    (
        LEAVING,
        "sources: valley-monitor/2012-03-05",
        "sources: valley-monitor",
        "valley-monitor\n",
        "is a publisher; a source is",
    ),
    (
        BRIGADE,
        "under: high-command",
        "under: rim-haddad",
        "rim-haddad\n  commander",
        "is a person; a force is needed here",
    ),
    (
        RAID,
        "where: bayt-suwan",
        "where: bayt-suwan/2012-03-accord",
        "bayt-suwan/2012-03-accord",
        "a place is needed here",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "words"), CASES)
def test_an_id_that_cannot_stand_there(change: Change, file: str, old: str, new: str, at: str, words: str) -> None:
    folder = change(file, old, new)
    (found,) = faults(folder)
    assert found.startswith(f"{file}:{place_of(folder / file, at)} unknown-id ")
    assert words in found


def test_the_made_up_record_has_no_fault(record_folder: Path) -> None:
    assert faults(record_folder) == []


def test_nothing_like_it_says_so(change: Change) -> None:
    (found,) = faults(change(RAID, "by: lantern-group", "by: zzzzzz"))
    assert found.endswith("is like it; correct it or add its record first")


def test_an_id_means_one_thing(copy: Path) -> None:
    (copy / "data/forces/bayt-suwan.yml").write_bytes((copy / "data/forces/high-command.yml").read_bytes())
    (found,) = faults(copy)
    assert found.startswith("data/forces/bayt-suwan.yml:1:1 id-used-twice `bayt-suwan` is already the id of a place")
    assert "data/places/bayt-suwan/place.yml" in found


def test_a_word_of_the_vocabulary_may_not_take_a_records_id(copy: Path) -> None:
    groups = copy / "data/vocabulary/groups.yml"
    groups.write_text(groups.read_text(encoding="utf-8") + "far-wire: {en: x, ar: س}\n", encoding="utf-8")
    (found,) = faults(copy)
    place = place_of(groups, "{en: x, ar: س}")
    assert found.startswith(f"data/vocabulary/groups.yml:{place} id-used-twice `far-wire` is already the id of a publ")


def test_the_same_id_in_kinds_that_cannot_meet_is_no_fault(copy: Path) -> None:
    # A term, a measure and a role are never looked up where a force or a place is.
    (copy / "data/forces/quiet.yml").write_bytes((copy / "data/forces/high-command.yml").read_bytes())
    assert faults(copy) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "circle"),
    [
        (TOWN, "parent: sahl-governorate", "parent: bayt-suwan", "bayt-suwan > bayt-suwan"),
        (
            DEPARTURE,
            "follows: bayt-suwan/2012-03-accord",
            "part_of: bayt-suwan/2012-03-departure",
            "2012-03-departure > bayt-suwan/2012-03-departure",
        ),
    ],
)
def test_nothing_leads_to_itself(change: Change, file: str, old: str, new: str, circle: str) -> None:
    (found,) = faults(change(file, old, new))
    assert " circle " in found
    assert circle in found


def test_a_circle_is_told_at_each_of_its_records_and_at_no_other(change: Change) -> None:
    change("data/places/sahl-governorate/place.yml", "kind: governorate", "kind: governorate\nparent: gate-nine")
    folder = change("data/places/gate-nine/place.yml", "parent: sahl-governorate", "parent: tell-marmar")
    found = faults(folder)
    assert [one.split(":")[0].split("/")[2] for one in found] == ["gate-nine", "sahl-governorate", "tell-marmar"]
    assert all(" circle `parent` leads back to itself" in one for one in found)


def test_the_ids_of_a_record_that_does_not_fit_its_model_are_looked_up_too(change: Change) -> None:
    change(RAID, "figures: {hurt: 3}", 'figures: {hurt: "3+"}')
    change(RAID, "by: lantern-group", "by: lantern-grp")
    folder = change(WIRE, "kind: agency", "kind: agenda\ncountry: ''")
    told = {(found.split(" ")[0], found.rpartition("; ")[2]) for found in faults(folder)}
    places = [f"{RAID}:{place_of(folder / RAID, 'lantern-grp')}", f"{WIRE}:{place_of(folder / WIRE, 'agenda')}"]
    assert (places[0], "write `lantern-group`") in told
    assert (places[1], "write `agency`") in told
