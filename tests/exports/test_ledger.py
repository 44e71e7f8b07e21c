"""A rename, a merge, a withdrawal and a correction, each followed through page, API, feed and redirect."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros import addresses, register
from macros.atlas import Atlas, read_atlas
from macros.check import check
from macros.edition import Edition
from macros.exports.api import api
from macros.exports.feeds import feeds
from macros.load import load
from macros.redirects import redirects, tombstones
from macros.render import tombstone
from macros.views.corrected import corrected_marks, corrections_log
from macros.views.desk import Desk
from tests.projects import place_of

RAID = "data/places/tell-marmar/2012-04-raid.yml"
LOG = "data/corrections.yml"
ENTRY = """- id: 2012-11-20-second-raid
  about: [tell-marmar/2012-04-raid, {about}]
  since: 2012-10-01
  was:
    en: "It said that \\"three\\" were hurt; {{so}} & more, at once."
    ar: كُتب أن ثلاثة أُصيبوا.
  now:
    en: Two were hurt.
    ar: أُصيب اثنان.
  why:
    ar: كذلك تقول الصفحة.
  asked_by: A reader
"""


def documents(atlas: Atlas, edition: Edition) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in api(atlas, edition)}


def rewrite(folder: Path, file: str, turn: Callable[[str], str]) -> None:
    path = folder / file
    path.write_text(turn(path.read_text(encoding="utf-8")) if path.exists() else turn(""), encoding="utf-8")


def rules(folder: Path) -> list[str]:
    return [f"{fault.file} {fault.rule}" for fault in check(folder)[1]]


@pytest.fixture
def registered(copy: Path) -> Path:
    (copy / register.FILE).write_text(register.written(load(copy)), encoding="utf-8")
    return copy


def withdraw(folder: Path, more: str) -> Atlas:
    """Take the second raid out, with what the register then says."""
    (folder / RAID).unlink()
    told = f'withdrawn:\n  tell-marmar/2012-04-raid:\n    en: "Its source took it back."\n    ar: "سحبه مصدره."\n{more}'
    rewrite(folder, register.FILE, lambda text: text + told)
    for source, number in (("plain-dealer/2012-04-11", 3), ("sahl-post/2012-04-12", 3)):
        rewrite(folder, register.FILE, lambda t, s=source, n=number: t.replace(f"  {s}: {n}\n", f"  {s}: {n - 1}\n"))  # type: ignore[misc]
    assert rules(folder) == []
    return read_atlas(folder)


# Renames and merges.


def test_a_renamed_event_is_found_under_its_old_id(copy: Path, edition: Edition) -> None:
    (copy / RAID).rename(copy / "data/places/tell-marmar/2012-04-second-raid.yml")
    rewrite(
        copy,
        "data/places/tell-marmar/2012-04-second-raid.yml",
        lambda t: t + "former_ids: [tell-marmar/2012-04-raid]\n",
    )
    atlas = read_atlas(copy)
    old = documents(atlas, edition)["api/v1/events/tell-marmar/2012-04-raid.json"]
    assert (old["status"], old["to"]) == ("moved", "tell-marmar/2012-04-second-raid")
    assert old["links"]["to"].endswith("/api/v1/events/tell-marmar/2012-04-second-raid.json")
    assert old["links"]["page"]["ar"].endswith("/ar/places/tell-marmar/2012-04-second-raid/")
    leads = {(a, b, lang) for a, b, lang in redirects(atlas) if "raid" in a}
    pair = ("places/tell-marmar/2012-04-raid/", "places/tell-marmar/2012-04-second-raid/")
    assert leads == {(*pair, "en"), (*pair, "ar")}


def test_two_forces_made_one_share_the_page(copy: Path, edition: Edition) -> None:
    (copy / "data/forces/lantern-group.yml").unlink()
    for file in (copy / "data").rglob("*.yml"):
        rewrite(copy, str(file.relative_to(copy)), lambda text: text.replace("lantern-group", "river-brigade"))
    rewrite(copy, "data/forces/river-brigade.yml", lambda text: text + "former_ids: [lantern-group]\n")
    atlas = read_atlas(copy)
    old = documents(atlas, edition)["api/v1/forces/lantern-group.json"]
    assert (old["status"], old["to"]) == ("moved", "river-brigade")
    assert ("forces/lantern-group/", "forces/river-brigade/", "en") in set(redirects(atlas))


def test_a_source_s_former_id_leads_on_in_the_api(copy: Path, edition: Edition) -> None:
    rewrite(
        copy,
        "data/sources/far-wire.yml",
        lambda text: text.replace("2012-03-06:\n", "2012-03-06:\n    former_ids: [2012-03-05-wire]\n"),
    )
    old = documents(read_atlas(copy), edition)["api/v1/sources/far-wire/2012-03-05-wire.json"]
    assert (old["kind"], old["status"], old["to"]) == ("source", "moved", "far-wire/2012-03-06")


# Withdrawals.


def test_a_withdrawn_record_says_why_and_when(registered: Path, edition: Edition) -> None:
    atlas = withdraw(registered, "    when: 2012-11-03\n")
    told = documents(atlas, edition)["api/v1/events/tell-marmar/2012-04-raid.json"]
    assert told["status"] == "withdrawn"
    assert (told["why"]["en"], told["when"]) == ("Its source took it back.", "2012-11-03")
    stones = {stone.lang: stone for stone in tombstones(atlas)}
    assert {stone.path for stone in stones.values()} == {"places/tell-marmar/2012-04-raid/"}
    html = tombstone("ar", "مسحوب", stones["ar"].why, stones["ar"].when)
    assert "سحبه مصدره." in html
    assert "3 تشرين الثاني 2012" in html
    assert register.written(load(registered)).endswith("    when: 2012-11-03\n")


def test_a_withdrawal_for_safety_leaves_nothing_but_the_word(registered: Path, edition: Edition) -> None:
    atlas = withdraw(registered, "    when: 2012-11-03\n    safety: true\n")
    told = documents(atlas, edition)["api/v1/events/tell-marmar/2012-04-raid.json"]
    assert told == {"schema_version": "1.0", "status": "withdrawn", "why": None, "when": None}
    for stone in tombstones(atlas):
        html = tombstone(stone.lang, "Withdrawn", stone.why, stone.when)
        assert "took it back" not in html
        assert "2012" not in html
        assert "raid" not in html
    everything = b"".join(content for _, content in (*api(atlas, edition), *feeds(atlas, edition)))
    assert b"A second raid" not in everything
    assert "    safety: true\n" in register.written(load(registered))


# Corrections.


def corrected(folder: Path, about: str = "sahl-post/2012-04-12") -> Atlas:
    rewrite(folder, LOG, lambda _: "entries:\n" + ENTRY.format(about=about))
    assert rules(folder) == []
    return read_atlas(folder)


def test_a_correction_is_in_the_log_on_the_pages_in_the_api_and_in_the_feeds(copy: Path, edition: Edition) -> None:
    atlas = corrected(copy)
    (row,) = corrections_log(Desk(atlas, "en", "about/corrections/"))
    assert (row.anchor, row.day, row.since, row.asked_by) == (
        "2012-11-20-second-raid",
        "20 November 2012",
        "1 October 2012",
        "A reader",
    )
    assert (row.why.text, row.why.awaited) == ("كذلك تقول الصفحة.", True)
    assert [link.href for link in row.about] == [
        "../../places/tell-marmar/2012-04-raid/",
        "../../sources/sahl-post/#2012-04-12",
    ]
    for kind, name in (("event", "tell-marmar/2012-04-raid"), ("place", "tell-marmar"), ("publisher", "sahl-post")):
        (mark,) = corrected_marks(Desk(atlas, "ar", addresses.of(kind, name) or ""), kind, name)
        assert mark.href.endswith("about/corrections/#2012-11-20-second-raid")
    assert corrected_marks(Desk(atlas, "en", "places/bayt-suwan/"), "place", "bayt-suwan") == ()
    made = documents(atlas, edition)
    for path in ("events/tell-marmar/2012-04-raid", "sources/sahl-post/2012-04-12"):
        assert made[f"api/v1/{path}.json"]["corrections"] == ["2012-11-20-second-raid"]
    found = dict(feeds(atlas, edition))
    for path in ("feeds/corrections.xml", "feeds/places/tell-marmar.xml", "ar/feeds/corrections.xml"):
        entry = feedparser.parse(found[path]).entries[0]
        assert entry.published == "2012-11-20T00:00:00Z"
        assert entry.link.endswith("about/corrections/#2012-11-20-second-raid")
    assert (
        'It said: It said that "three" were hurt; {so} & more'
        in feedparser.parse(found["feeds/corrections.xml"]).entries[0].summary
    )


def test_a_correction_of_a_record_since_renamed_marks_the_new_page(copy: Path) -> None:
    (copy / RAID).rename(copy / "data/places/tell-marmar/2012-04-second-raid.yml")
    rewrite(
        copy,
        "data/places/tell-marmar/2012-04-second-raid.yml",
        lambda t: t + "former_ids: [tell-marmar/2012-04-raid]\n",
    )
    atlas = corrected(copy)
    assert corrected_marks(Desk(atlas, "en", ""), "event", "tell-marmar/2012-04-second-raid")


def test_a_correction_outlives_what_it_is_about(registered: Path) -> None:
    rewrite(registered, LOG, lambda _: "entries:\n" + ENTRY.format(about="sahl-post/2012-04-12"))
    atlas = withdraw(registered, "    when: 2012-11-03\n")
    (row,) = corrections_log(Desk(atlas, "en", "about/corrections/"))
    assert (row.about[0].text, row.about[0].href) == ("tell-marmar/2012-04-raid", None)


@pytest.mark.parametrize(
    ("old", "new", "rule", "at"),
    [
        ("id: 2012-11-20-second-raid", "id: 20-november", "bad-id", "20-november"),
        ("id: 2012-11-20-second-raid", "id: 2012-11-31-raid", "bad-id", "2012-11-31-raid"),
        (
            "about: [tell-marmar/2012-04-raid,",
            "about: [tell-marmar/2012-04-rain,",
            "unknown-id",
            "tell-marmar/2012-04-rain",
        ),
        ("  since: 2012-10-01\n", "  since: soon\n", "bad-date", "soon"),
        ("  asked_by: A reader\n", "  asked: A reader\n", "unknown-key", "asked:"),
    ],
)
def test_a_wrong_entry_is_a_fault_at_its_place(copy: Path, old: str, new: str, rule: str, at: str) -> None:
    rewrite(copy, LOG, lambda _: "entries:\n" + ENTRY.format(about="sahl-post").replace(old, new))
    (fault,) = check(copy)[1]
    assert (fault.file, fault.rule) == (LOG, rule)
    assert f"{fault.line}:{fault.column}" == place_of(copy / LOG, at)


def test_entries_stand_in_order_and_once(copy: Path) -> None:
    entry = ENTRY.format(about="sahl-post")
    later = entry.replace("2012-11-20-second-raid", "2012-11-25-later")
    rewrite(copy, LOG, lambda _: "entries:\n" + later + entry)
    assert rules(copy) == [f"{LOG} correction-order"]
    rewrite(copy, LOG, lambda _: "entries:\n" + entry + entry)
    assert rules(copy) == [f"{LOG} id-used-twice"]


def test_a_published_correction_may_not_go(copy: Path) -> None:
    corrected(copy)
    rewrite(copy, register.FILE, lambda _: register.written(load(copy)))
    assert "correction:\n- 2012-11-20-second-raid\n" in (copy / register.FILE).read_text(encoding="utf-8")
    rewrite(copy, LOG, lambda _: "entries: []\n")
    assert rules(copy) == [f"{register.FILE} correction-vanished"]
    rewrite(copy, LOG, lambda _: "entries: [\n")  # unreadable is not gone
    assert rules(copy) == [f"{LOG} yaml-syntax"]
