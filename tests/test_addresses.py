"""Addresses: everything has one, and every relative link leads where it should from wherever it stands."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import addresses
from macros.atlas import Atlas
from macros.records.base import LANGS

words = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
folders = st.lists(words, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
files = st.builds(lambda folder, name: f"{folder}{name}.csv", folders, words)
fragments = st.just("") | words.map(lambda word: f"#{word}")


@given(target=st.one_of(folders, files), fragment=fragments, here=folders)
@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/repo/", "file:///tmp/site/"])
def test_a_relative_link_leads_to_its_target(target: str, fragment: str, here: str, base: str) -> None:
    link = addresses.relative(target + fragment, here)
    assert not link.startswith("/")
    assert "://" not in link
    assert urljoin(base + here, link) == base + target + fragment


@pytest.mark.parametrize(
    ("target", "here", "link"),
    [
        ("", "", "./"),
        ("", "places/x/", "../../"),
        ("places/x/", "", "places/x/"),
        ("places/x/", "places/x/", "./"),
        ("places/x/#a", "places/x/", "#a"),
        ("#a", "", "#a"),
        ("places/x/#a", "places/y/z/", "../../x/#a"),
        ("data/accounts.csv", "ar/data/", "../../data/accounts.csv"),
    ],
)
def test_links_as_written(target: str, here: str, link: str) -> None:
    assert addresses.relative(target, here) == link


@pytest.mark.parametrize(
    ("path", "lang"),
    [("", "en"), ("ar/", "ar"), ("ar", "ar"), ("ar/places/x/", "ar"), ("arches/", "en"), ("places/ar/", "en")],
)
def test_the_language_of_a_path(path: str, lang: str) -> None:
    assert addresses.language(path) == lang


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_page_in_each_language(lang: str) -> None:
    assert addresses.language(addresses.localised("places/x/", lang)) == lang
    assert addresses.localised("places/x/", lang).endswith("places/x/")


def test_everything_but_a_voice_has_an_address_and_no_two_things_share_one(atlas: Atlas) -> None:
    named = {(kind, name) for kind, holder in atlas.named() for name in holder}
    named |= {("publisher", name) for name in atlas.publishers} | {("item", name) for name in atlas.sources}
    named |= {("event", name) for name in atlas.events} | {("group", name) for name in atlas.words["group"]}
    named |= {("account", account.id) for event in atlas.events.values() for account in event.accounts}
    paths = {thing: addresses.of(*thing) for thing in named}
    assert None not in paths.values()
    assert len(set(paths.values())) == len(paths)
    assert addresses.of("voice", "witness") is None


def test_an_account_stands_on_its_events_page(atlas: Atlas) -> None:
    for event in atlas.events.values():
        page = (addresses.of("event", event.id) or "").partition("#")[0]
        for account in event.accounts:
            path, _, fragment = (addresses.of("account", account.id) or "").partition("#")
            assert (path, fragment) == (page, account.anchor)
