"""The macros of a Markdown author: what each gives, and what it says of an id it does not know."""

from __future__ import annotations

import inspect
import re

import pytest

from macros.atlas import Atlas
from macros.authors import MACROS, MacroError
from macros.views.desk import Desk

DEPARTURE = "bayt-suwan/2012-03-departure"


@pytest.fixture
def en(atlas: Atlas) -> Desk:
    return Desk(atlas, "en", "about/")


@pytest.fixture
def ar(atlas: Atlas) -> Desk:
    return Desk(atlas, "ar", "about/")


def test_names_in_a_sentence_are_links(en: Desk, ar: Desk) -> None:
    assert MACROS["force"](en, "high-command") == '<a href="../forces/high-command/"><bdi>High Command</bdi></a>'
    assert MACROS["force"](ar, "high-command") == '<a href="../forces/high-command/"><bdi>القيادة العليا</bdi></a>'
    assert "<bdi>Leaving &#40;rahil&#41;</bdi>" in MACROS["term"](en, "leaving")


def test_a_link_on_its_own_page_leads_nowhere(atlas: Atlas) -> None:
    assert MACROS["force"](Desk(atlas, "en", "forces/high-command/"), "high-command") == "<bdi>High Command</bdi>"


def test_a_citation_names_source_and_pinpoint_in_the_pages_language(en: Desk, ar: Desk) -> None:
    cited = MACROS["cite"](en, "sahl-post/2012-03-story", "p5, p7")
    assert re.sub(r"<[^>]+>", "", cited) == "(Sahl Post, paragraphs 5, 7)"
    assert "../sources/sahl-post/#2012-03-story" in cited
    cited = MACROS["cite"](ar, "sahl-post/2012-03-story", "p3-4")
    assert re.sub(r"<[^>]+>", "", cited) == "(بريد السهل، الفقرات 3–4)"


def test_a_range_in_a_sentence(en: Desk, ar: Desk) -> None:
    assert "<bdi>80 to 120 people</bdi>" in MACROS["figure_range"](en, DEPARTURE, "travellers")
    assert "<bdi>من 80 إلى 120 شخصًا</bdi>" in MACROS["figure_range"](ar, DEPARTURE, "travellers")


def test_a_timeline_is_in_order_of_time_whatever_the_order_of_the_call(en: Desk) -> None:
    made = MACROS["timeline"](en, DEPARTURE, "bayt-suwan/2012-02-raid")
    assert made.index("A raid") < made.index("Carts leave")
    assert "A second raid" in MACROS["timeline"](en, place_id="tell-marmar")


# Macro, arguments, words of the error
WRONG = [
    ("place", ["bayt-suwn"], "about/ (en): no place is called `bayt-suwn`; write `bayt-suwan`"),
    ("place", ["high-command"], "no place is called `high-command`"),
    ("place_page", ["<script>"], "no place is called `<script>`"),
    ("event", ["bayt-suwan"], "no event is called `bayt-suwan`; write `bayt-suwan/"),
    ("figure", [DEPARTURE, "travelers"], "write `travellers`"),
    ("cite", ["sahl-post", "p1"], "no source is called `sahl-post`; write `sahl-post/"),
    ("cite", ["sahl-post/2012-03-07", "para 1"], "`para 1` is not a pinpoint; write p6"),
    ("cite", ["sahl-post/2012-03-07", "p1<script>"], "is not a pinpoint"),
    ("chronology_year", [2011], "no year of the chronology is called `2011`; write `2012`"),
    ("reading_page", ["a-sprig"], "no reading is called `a-sprig`; write `a-spring`"),
]


@pytest.mark.parametrize(("macro", "arguments", "words"), WRONG)
def test_an_unknown_id_names_the_page_and_the_nearest(en: Desk, macro: str, arguments: list[str], words: str) -> None:
    with pytest.raises(MacroError) as error:
        MACROS[macro](en, *arguments)
    assert words in str(error.value)
    assert str(error.value).startswith("about/ (en): ")


def test_the_front_page_has_a_name_too(atlas: Atlas) -> None:
    with pytest.raises(MacroError, match=r"^the front page \(en\): "):
        MACROS["place"](Desk(atlas, "en", ""), "nowhere")


@pytest.mark.parametrize("name", sorted(MACROS))
def test_every_macro_says_what_it_gives(name: str) -> None:
    assert (inspect.getdoc(MACROS[name]) or "").endswith(".")
