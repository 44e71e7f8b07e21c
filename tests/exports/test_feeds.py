"""Feeds: read by a feed reader, dated by the record and by git, silent where git cannot tell."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros.atlas import Atlas, read_atlas
from macros.edition import Edition
from macros.exports.feeds import feeds
from macros.history import History, read_history

RAID = "data/places/tell-marmar/2012-04-raid.yml"
MORE = """- source: plain-dealer/2012-03-08
  at: p9
  when: 2012-04-10
"""


def made(atlas: Atlas, edition: Edition) -> dict[str, bytes]:
    return dict(feeds(atlas, edition))


def entries(raw: bytes) -> list[tuple[str, str]]:
    return [(entry.published, entry.link) for entry in feedparser.parse(raw).entries]


def test_a_feed_reader_finds_nothing_wrong(any_atlas: Atlas, edition: Edition) -> None:
    found = made(any_atlas, edition)
    assert len(found) == 2 * 2 * (2 + len(any_atlas.events_of))
    ids = {}
    for path, raw in found.items():
        if path.endswith(".xml"):
            feed = feedparser.parse(raw)
            assert not feed.bozo, f"{path}: {feed.get('bozo_exception')}"
            assert feed.version == "atom10"
            assert feed.feed.updated == "2012-12-01T00:00:00Z"  # without news the record's day, never the clock
            assert feed.feed.id.startswith("urn:uuid:")
            ids[path] = feed.feed.id
    assert len(set(ids.values())) == len(ids)


def test_json_feeds_have_what_version_1_1_asks_for(any_atlas: Atlas, edition: Edition) -> None:
    for path, raw in made(any_atlas, edition).items():
        if path.endswith(".json"):
            feed = json.loads(raw)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["title"]
            assert feed["feed_url"].endswith(path)
            assert all(item["id"] and item["content_text"] for item in feed["items"])


def test_news_are_dated_by_the_changes(copy: Path, commits: Callable[..., None], edition: Edition) -> None:
    commits("2012-06-01")
    raid = copy / RAID
    raid.write_text(raid.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    commits("2012-06-09")
    found = made(read_atlas(copy), replace(edition, history=read_history(copy)))
    place = feedparser.parse(found["feeds/places/tell-marmar.xml"])
    newest = place.entries[0]
    assert (newest.published, newest.tags[0].term) == ("2012-06-09T00:00:00Z", "accounts")
    assert newest.summary == "Added: 1 account, from Plain Dealer."
    assert place.feed.updated == "2012-06-09T00:00:00Z"
    assert {entry.published for entry in place.entries[1:]} == {"2012-06-01T00:00:00Z"}
    assert len(place.entries) == 5
    arabic = feedparser.parse(found["ar/feeds/places/tell-marmar.xml"])
    assert [entry.id for entry in arabic.entries] == [entry.id for entry in place.entries]
    assert arabic.entries[0].link.startswith("https://example.org/repo/ar/places/tell-marmar/")
    assert all("22:15" not in str(raw) and "+03" not in str(raw) for raw in found.values())  # no hour, no zone


def test_a_shallow_clone_makes_nothing_up(copy: Path, commits: Callable[..., None], tmp_path: Path) -> None:
    commits("2012-06-01")
    (copy / RAID).write_text((copy / RAID).read_text(encoding="utf-8") + MORE, encoding="utf-8")
    commits("2012-06-09")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{copy}", str(clone)], check=True)
    assert dict(read_history(clone).came) == {}
    assert read_history(copy).came[RAID] == "2012-06-01"
    assert [added.day for added in read_history(copy).accounts[RAID]] == ["2012-06-09"]


def test_without_git_there_is_no_history(copy: Path) -> None:
    assert read_history(copy).came == History().came == {}


def test_moving_accounts_about_in_a_file_is_no_news(copy: Path, commits: Callable[..., None]) -> None:
    commits("2012-06-01")
    text = (copy / RAID).read_text(encoding="utf-8")
    head, first, second = text.partition("accounts:\n")[0], *text.partition("accounts:\n")[2].split("- source")[1:]
    (copy / RAID).write_text(f"{head}accounts:\n- source{second}- source{first}", encoding="utf-8")
    commits("2012-06-09")
    assert RAID not in read_history(copy).accounts


def test_a_renamed_town_keeps_its_days_and_its_old_feed(
    copy: Path, commits: Callable[..., None], edition: Edition
) -> None:
    commits("2012-06-01")
    (copy / "data/places/tell-marmar").rename(copy / "data/places/marmar")
    for file in (copy / "data").rglob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("tell-marmar", "marmar"), encoding="utf-8")
    place = copy / "data/places/marmar/place.yml"
    place.write_text(place.read_text(encoding="utf-8") + "former_ids: [tell-marmar]\n", encoding="utf-8")
    commits("2012-07-01")
    found = made(read_atlas(copy), replace(edition, history=read_history(copy)))
    assert {day for day, _ in entries(found["feeds/places/marmar.xml"])} == {"2012-06-01T00:00:00Z"}
    assert found["feeds/places/tell-marmar.xml"] == found["feeds/places/marmar.xml"]


def test_hostile_names_are_text(hostile: Atlas, edition: Edition) -> None:
    came = {event.file: "2012-06-01" for event in hostile.events.values()}
    found = made(hostile, replace(edition, history=History(came)))
    entry: Any = feedparser.parse(found["feeds/places/tell-marmar.xml"]).entries[0]
    assert entry.title.startswith("Tell \"M\", a; b\\c & 'd'")


@pytest.mark.parametrize("path", ["feeds/new.xml", "ar/feeds/new.json"])
def test_only_so_many_items(real: Atlas, edition: Edition, path: str) -> None:
    came = {event.file: "2012-06-01" for event in real.events.values()}
    raw = made(real, replace(edition, history=History(came)))[path]
    number = len(json.loads(raw)["items"]) if path.endswith("json") else len(feedparser.parse(raw).entries)
    assert number == 100
