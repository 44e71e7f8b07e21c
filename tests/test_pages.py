"""Generated pages: which there are, at which path, and that no text of the record is ever code in their source."""

from __future__ import annotations

import re

import pytest
import yaml

from macros import addresses
from macros.atlas import Atlas
from macros.authors import MACROS
from macros.pages import VirtualPage, virtual_pages
from macros.records.base import LANGS
from macros.views.desk import Desk


@pytest.fixture(scope="module")
def pages(atlas: Atlas) -> dict[str, VirtualPage]:
    found = list(virtual_pages(atlas))
    assert len({page.path for page in found}) == len(found), "two pages at one path"
    return {page.path: page for page in found}


def test_everything_with_an_address_has_its_page_in_both_languages(atlas: Atlas, pages: dict[str, VirtualPage]) -> None:
    names = [(kind, name) for kind, holder in atlas.named() for name in holder]
    names += [("publisher", name) for name in atlas.publishers] + [("event", name) for name in atlas.events]
    for kind, name in names:
        path = (addresses.of(kind, name) or "").partition("#")[0]
        for lang in LANGS:
            assert f"{addresses.localised(path, lang)}index.md" in pages, (kind, name, lang)


def test_both_languages_have_the_same_pages(pages: dict[str, VirtualPage]) -> None:
    english = {path for path in pages if not path.startswith("ar/")}
    assert {f"ar/{path}" for path in english} == set(pages) - english
    assert {page.lang for path, page in pages.items() if path in english} == {"en"}


def test_a_page_is_front_matter_and_one_call_with_an_id(pages: dict[str, VirtualPage]) -> None:
    for page in pages.values():
        _, front, body = page.source.split("---\n", 2)
        assert yaml.safe_load(front) == {"title": page.title}
        assert re.fullmatch(r'\n\{\{ [a-z_]+\(("[a-z0-9/-]+")?\) \}\}\n', body), page.path
        assert page.macro in MACROS


@pytest.mark.parametrize(
    "title", ['"quoted"', "a: b", "- x", "---\nevil: yes", "{{ 7*7 }}", "عنوان", "back\\slash", "'"]
)
def test_no_title_breaks_out_of_the_front_matter(title: str) -> None:
    source = VirtualPage("x/index.md", "en", title, "place_page", "x").source
    _, front, body = source.split("---\n", 2)
    assert yaml.safe_load(front) == {"title": title}
    assert body == '\n{{ place_page("x") }}\n'


def test_every_page_can_be_made(atlas: Atlas, pages: dict[str, VirtualPage]) -> None:
    for page in pages.values():
        here = page.path.removeprefix("ar/").removesuffix("index.md")
        made = MACROS[page.macro](Desk(atlas, page.lang, here), *([page.argument] if page.argument else []))
        assert made.startswith("<div")


def test_every_year_with_events_has_its_page(pages: dict[str, VirtualPage]) -> None:
    assert {p for p in pages if re.fullmatch(r"chronology/\d+/index.md", p)} == {"chronology/2012/index.md"}
