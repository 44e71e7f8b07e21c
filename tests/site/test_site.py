"""Every page of every built site: its links, its language, its twin, and that it loads nothing from anywhere else."""

from __future__ import annotations

import json
import re

import pytest

from macros import addresses
from macros.atlas import Atlas
from macros.exports import EXPORTS
from macros.views.accounts import locator
from macros.views.desk import Desk
from tests.site import pages
from tests.site.pages import HOST, Site

ARTICLE = "enab-baladi/2021-05-pockets"
FIRST_VIEW = 30 * 1024  # bytes, compressed: design.md


def test_there_are_pages_of_every_kind_in_both_languages(site: Site) -> None:
    for start in (
        "places/",
        "forces/",
        "people/",
        "concepts/",
        "chronology/",
        "sources/",
        "reading/",
        "names/",
        "data/",
    ):
        for prefix in ("", "ar/"):
            assert any(path.startswith(prefix + start) for path in site.pages), prefix + start


# Links.


@pytest.mark.parametrize("base", ["/repo/", "/"])
def test_every_internal_link_and_fragment_leads_somewhere(site: Site, base: str) -> None:
    """Also for the sites built under a sub-path but served elsewhere: links are relative, 404.html aside."""
    broken = []
    for page in site.pages.values():
        if page.path == "404.html" and base != site.base:
            continue
        for href in [link[0] for link in page.links] + list(page.loads):
            if re.match(r"(?!https?:)[a-z][a-z+.-]*:", href) or (
                re.match(r"https?:", href) and not href.startswith(HOST)
            ):
                continue
            found = site.resolve(page, href, base)
            if found is None:
                broken.append(f"{page.path}: {href} leaves the site")
                continue
            file, fragment = found
            target = site.page_at(file)
            if target is None and not (site.folder / file).is_file():
                broken.append(f"{page.path}: {href} leads to nothing")
            elif fragment and (target is None or fragment not in target.ids):
                broken.append(f"{page.path}: {href} leads to no such part")
    assert broken == []


def test_links_inside_the_site_are_relative(site: Site) -> None:
    absolute = {
        f"{page.path}: {href}"
        for page in site.full()
        for href in [link[0] for link in page.links] + list(page.loads)
        if href.startswith(("/", HOST))
    }
    assert absolute == set()


def test_links_that_leave_the_site_are_web_or_mail_and_say_no_referrer(site: Site) -> None:
    outside = {
        (page.path, href, rel)
        for page in site.pages.values()
        for href, rel, _ in page.links
        if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", href)
    }
    assert {href for _, href, _ in outside if not re.match(r"(https?://[^/]|mailto:)", href)} == set()


def test_a_redirect_leads_on_to_a_page(site: Site) -> None:
    for page in site.pages.values():
        if page.refresh:
            found = site.resolve(page, page.refresh.partition("url=")[2])
            assert found is not None
            target = site.page_at(found[0])
            assert target is not None, page.path
            assert not target.refresh
            assert target.language == page.language


# Languages.


def test_every_page_has_its_twin(site: Site) -> None:
    english = {page.path for page in site.pages.values() if page.language == "en" and page.path != "404.html"}
    arabic = {page.plain for page in site.pages.values() if page.language == "ar"}
    assert english == arabic


def test_the_switch_and_the_alternates_lead_to_the_twin(site: Site) -> None:
    for page in site.full():
        other = "ar" if page.language == "en" else "en"
        twin = ("ar/" if other == "ar" else "") + page.plain
        switches = {site.resolve(page, href) for href, _, code in page.links if code == other}
        assert switches == {(twin + "index.html", "")}, page.path
        told = {code: href for href, rel, code in page.heads if rel == "alternate" and code}
        assert other in told, page.path
        if site.base == "/repo/":
            own = {code: HOST + site.base + addresses.localised(page.plain, code) for code in ("en", "ar")}
            assert told == {**own, "x-default": own["en"]}
            canonical = [href for href, rel, _ in page.heads if rel == "canonical"]
            assert canonical == [HOST + site.base + page.path]
        else:
            found = site.resolve(page, told[other])
            assert found == (twin + "index.html", "")


def test_language_and_direction_are_those_of_the_path(site: Site) -> None:
    directions = {"en": "ltr", "ar": "rtl"}
    for page in site.pages.values():
        if page.path != "404.html":
            assert (page.lang, page.dir) == (page.language, directions[page.language]), page.path


def test_what_is_awaited_in_a_language_is_marked_as_being_in_the_other(small_site: Site) -> None:
    english = small_site.pages["places/tell-marmar/"]
    assert '<span lang="ar" dir="rtl">قرية لم يُكتب موجزها بالإنكليزية بعد.</span>' in english.raw
    assert 'lang="ar"' not in small_site.pages["ar/places/tell-marmar/"].raw.partition("قرية لم يُكتب")[0][-40:]
    arabic = small_site.pages["ar/concepts/leaving/"]
    assert re.search(r'<span lang="en" dir="ltr">What the two towns call a removal', arabic.raw)


def test_404_speaks_both_languages_and_leads_home_in_each(site: Site) -> None:
    page = site.pages["404.html"]
    assert {'lang="en"', 'lang="ar"'} <= set(re.findall(r'lang="\w+"', page.raw))
    homes = {site.resolve(page, href) for href, _, _ in page.links}
    assert {("index.html", ""), ("ar/index.html", "")} <= {
        (file.replace("./", ""), f) for file, f in filter(None, homes)
    }
    assert len(page.h1) == 1


# The page itself.


def test_exactly_one_main_heading(site: Site) -> None:
    assert {page.path: page.h1 for page in site.pages.values() if len(page.h1) != 1 or not page.h1[0]} == {}


def test_titles_tell_pages_apart(site: Site) -> None:
    for language in ("en", "ar"):
        titles: dict[str, list[str]] = {}
        for page in site.full():
            if page.language == language:
                titles.setdefault(page.title, []).append(page.path)
        assert {title: found for title, found in titles.items() if len(found) > 1 or not title} == {}


def test_nothing_inline_runs_and_no_style_stands_in_an_attribute(site: Site) -> None:
    """Only modules of our own assets run; a block of linked data is marked up as a script and is none."""
    ours = re.compile(r'<script (type="module" )?src="[^":]*assets/[\w-]+\.js"( defer)?>')
    for page in site.pages.values():
        scripts = re.findall(r"<script[^>]*>", page.raw, re.IGNORECASE)
        others = [tag for tag in scripts if tag != '<script type="application/ld+json">' and not ours.fullmatch(tag)]
        assert others == [], page.path
        assert "style" not in page.attributes, page.path
        assert not {name for name in page.attributes if name.startswith("on")}, page.path
        assert not page.tags & {"iframe", "object", "embed", "base"}, page.path


def test_linked_data_is_json_that_cannot_end_its_block(site: Site) -> None:
    blocks = 0
    for page in site.pages.values():
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.raw, re.DOTALL):
            assert json.loads(block), page.path
            assert "<" not in block, page.path
            blocks += 1
    assert blocks or not any("ld+json" in page.raw for page in site.pages.values())


def test_nothing_is_loaded_from_anywhere_else(site: Site) -> None:
    for page in site.pages.values():
        for address in page.loads:
            assert site.resolve(page, address) is not None, f"{page.path} loads {address}"
    for file, address in pages.styles(site):
        assert not re.match(r"(https?:)?//", address), f"{file} loads {address}"


def test_ids_are_unique_on_their_page(site: Site) -> None:
    assert {page.path: pages.repeated(page.ids) for page in site.pages.values() if pages.repeated(page.ids)} == {}


def test_every_page_parses_without_an_error(site: Site) -> None:
    assert {page.path: page.errors[:3] for page in site.pages.values() if page.errors} == {}


def test_no_template_speaks_through(site: Site) -> None:
    leaks = ("{{", "{%", "<bound method", "Undefined", "Link(text=", "mappingproxy")
    assert {page.path for page in site.pages.values() if any(leak in page.raw for leak in leaks)} == set()


def test_a_comma_is_followed_by_a_space(site: Site) -> None:
    glued = {}
    for page in site.full():
        text = re.sub(r"\d{1,3}(,\d{3})+", "", page.text)
        found = re.findall(r"\w[,،][^\W\d]\w*", text)
        if found:
            glued[page.path] = found[:3]
    assert glued == {}


def test_the_first_view_of_a_page_stays_light(real_site: Site) -> None:
    heavy = {page.path: pages.weight(real_site, page) for page in real_site.full()}
    assert {path: size for path, size in heavy.items() if size > FIRST_VIEW} == {}


# What must be found on it.


def test_every_record_has_its_page_and_every_event_and_account_its_place(real: Atlas, real_site: Site) -> None:
    things = [(kind, name) for kind, holder in real.named() for name in holder]
    things += [("publisher", name) for name in real.publishers] + [("item", name) for name in real.sources]
    things += [("event", name) for name in real.events]
    things += [("account", account.id) for event in real.events.values() for account in event.accounts]
    missing = []
    for kind, name in things:
        path, _, fragment = (addresses.of(kind, name) or "").partition("#")
        for prefix in ("", "ar/"):
            page = real_site.pages.get(prefix + path)
            if page is None or (fragment and fragment not in page.ids):
                missing.append(f"{kind} {name} {prefix}")
    assert missing == []


def test_all_27_paragraphs_of_the_founding_article_are_cited(real: Atlas, real_site: Site) -> None:
    cited: set[str] = set()
    for event in real.events.values():
        page = real_site.pages[(addresses.of("event", event.id) or "").partition("#")[0]]
        for account in event.accounts:
            if account.item == ARTICLE:
                assert account.anchor in page.ids
                cited |= account.record.paragraphs()
    for kind, holder in real.named():
        for name, record in holder.items():
            path = addresses.page(kind, name)
            for statement in record.accounts:
                if statement.source == ARTICLE:
                    assert locator(Desk(real, "en", path), statement.at) in real_site.pages[path].text
                    cited |= statement.paragraphs()
    assert {f"p{n}" for n in range(1, 28)} <= cited
    (reading,) = [page for path, page in real_site.pages.items() if path.startswith("reading/")]
    assert {f"p{n}" for n in range(1, 28)} <= set(reading.ids)


def test_no_page_stands_in_for_the_article(real: Atlas, real_site: Site) -> None:
    facts = [fact.fact for reading in real.readings.values() for rows in reading.paragraphs.values() for fact in rows]
    texts = {page.path: page.text for page in real_site.pages.values()}
    assert [path for path, text in texts.items() if any(fact in text for fact in facts)] == []


def test_exports_lie_where_they_are_offered(real_site: Site) -> None:
    for export in EXPORTS:
        assert (real_site.folder / export.path).is_file(), export.path
        for prefix in ("", "ar/"):
            offered = {
                real_site.resolve(page, link[0]) for page in [real_site.pages[f"{prefix}data/"]] for link in page.links
            }
            assert (export.path, "") in offered


def test_hostile_looking_text_is_text(small_site: Site) -> None:
    event = small_site.pages[(addresses.of("event", "tell-marmar/2012-05-gathering") or "").partition("#")[0]]
    assert 'They sang ["rain"](javascript:alert(1)) & _went_ home; 2 * 3 * 4 = 24 {not 7*7}.' in event.text
    assert "A gathering at the {well} of *wishes* & `words`" in event.text
    place = small_site.pages["places/bayt-suwan/"]
    for spelling in ('Bayt "Suwan" & Co', "*Bayt* _Suwan_ [1](#x) {y} `z`", "&lt;b&gt;Bayt"):
        assert spelling in place.text
        assert spelling in small_site.pages["names/"].text
    written = small_site.pages["every-macro/"]
    assert "Carts leave *before* [dawn]" in written.text
    assert "A gathering at the {well} of *wishes* & `words`" in written.text
    for page in small_site.pages.values():
        assert not [href for href, _, _ in page.links if href.lower().startswith(("javascript:", "data:", "vbscript:"))]
        assert "em" not in page.tags or page.path.removeprefix("ar/") not in ("every-macro/", "names/")


def test_hostile_looking_titles_are_text_in_the_head_too(small_site: Site) -> None:
    event = small_site.pages[(addresses.of("event", "bayt-suwan/2012-02-raid") or "").partition("#")[0]]
    assert event.title.startswith('A raid "by night" & fire')
    publisher = small_site.pages["sources/sahl-post/"]
    assert publisher.title.startswith('The Sahl "Post" & Mail')
    assert publisher.h1[0].startswith('The Sahl "Post" & Mail')
    assert "120 leave *Bayt_Suwan* [photos](javascript:alert)" in publisher.text


def test_every_spelling_is_on_the_page_of_names(small_site: Site, atlas: Atlas) -> None:
    for prefix in ("", "ar/"):
        text = small_site.pages[f"{prefix}names/"].text
        for _, holder in atlas.named():
            for record in holder.values():
                for spelling in (record.name.en, record.name.ar, *record.variants):
                    assert spelling in text
    shown = small_site.pages["names/"].raw
    assert shown.count("بيت صوان</bdi>") >= 1
    assert "بيت صوّان</bdi>" in shown
