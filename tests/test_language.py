"""Language: every generated word, number, date and name in both languages; awaited texts marked as such."""

from __future__ import annotations

import re

import pytest

from macros.atlas import Atlas
from macros.dates import parse, parse_deadline
from macros.language import Tongue
from macros.quantities import parse as quantity
from macros.records.base import LANGS, Lang, Text


@pytest.fixture
def en(atlas: Atlas) -> Tongue:
    return Tongue(atlas, "en")


@pytest.fixture
def ar(atlas: Atlas) -> Tongue:
    return Tongue(atlas, "ar")


def test_names_of_everything_in_both_languages(en: Tongue, ar: Tongue) -> None:
    names = {"bayt-suwan": "Bayt Suwan", "salt-clan": "Salt clan", "traders": "traders", "witness": "a witness"}
    assert {name: en.name(name) for name in names} == names
    assert ar.name("bayt-suwan") == "بيت صوان"
    assert ar.name("witness") == "شاهد"


def test_a_publisher_is_called_by_its_short_name_where_it_has_one(en: Tongue) -> None:
    assert en.short("sahl-post") == "Sahl Post"
    assert en.short("far-wire") == "Far Wire"


def test_a_role_is_called_what_the_kind_of_event_calls_it(en: Tongue, ar: Tongue) -> None:
    assert [en.role("by", kind) for kind in ("raid", "accord")] == ["raiders", "by"]
    assert ar.role("by", "raid") == "المغيرون"


@pytest.mark.parametrize(
    ("text", "measure", "english", "arabic"),
    [
        ("150", "travellers", "150 people", "150 شخصًا"),
        ("about 2", "carts", "about 2 carts", "نحو عربتين"),
        ("1", "carts", "1 cart", "عربة واحدة"),
        ("dozens", "travellers", "dozens of people", "العشرات"),
        ("10064", "travellers", "10,064 people", "10,064 شخصًا"),
        ("1000 to 2000", "travellers", "1,000 to 2,000 people", "بين 1,000 و2,000 شخص"),
    ],
)
def test_a_figure_in_its_own_words_with_its_unit(
    en: Tongue, ar: Tongue, text: str, measure: str, english: str, arabic: str
) -> None:
    assert en.figure(quantity(text), measure) == english
    assert ar.figure(quantity(text), measure) == arabic


def test_a_range_and_a_figure_without_a_measure(en: Tongue, ar: Tongue) -> None:
    assert en.range(quantity("80"), quantity("about 120"), "travellers") == "80 to about 120 people"
    assert ar.range(quantity("80"), quantity("about 120"), "travellers") == "من 80 إلى نحو 120 شخصًا"
    assert en.figure_of(quantity("2"), "hours") == "2 hours"


@pytest.mark.parametrize(
    ("n", "english", "arabic"),
    [
        (1, "1 account", "رواية واحدة"),
        (2, "2 accounts", "روايتان"),
        (5, "5 accounts", "5 روايات"),
        (1200, "1,200 accounts", "1,200 رواية"),
    ],
)
def test_counts(en: Tongue, ar: Tongue, n: int, english: str, arabic: str) -> None:
    assert (en.count("accounts", n), ar.count("accounts", n)) == (english, arabic)


def test_dates_and_deadlines(en: Tongue, ar: Tongue) -> None:
    assert (en.date(parse("2012-05-20")), ar.date(parse("2012-05-20"))) == ("20 May 2012", "20 أيار 2012")
    assert en.date(parse("2012-05-20"), year=False) == "20 May"
    assert (en.deadline(parse_deadline("5 days")), ar.deadline(parse_deadline("5 days"))) == (
        "within 5 days",
        "خلال 5 أيام",
    )


def test_a_text_is_said_in_the_language_it_has(en: Tongue, ar: Tongue) -> None:
    only = Text(en="Only English.")
    assert (en.said(only).text, en.said(only).awaited) == ("Only English.", False)
    assert (ar.said(only).text, ar.said(only).lang, ar.said(only).awaited) == ("Only English.", "en", True)
    both = Text(en="One", ar="واحد")
    assert (ar.said(both).text, ar.said(both).lang, ar.said(both).awaited) == ("واحد", "ar", False)


def test_lists(en: Tongue, ar: Tongue) -> None:
    assert [en.join(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert ar.join(["أ", "ب", "ج"]) == "أ وب وج"
    assert (en.comma, ar.comma) == (", ", "، ")


def test_an_unknown_phrase_is_an_error(en: Tongue) -> None:
    with pytest.raises(KeyError):
        en.ui("no such phrase")


def test_a_name_with_braces_fills_a_phrase_literally(en: Tongue) -> None:
    assert "{0.__class__} {x}" in en.ui("voice_to", voice="{0.__class__} {x}", publisher="P")


@pytest.mark.parametrize("which", ["atlas", "real"])
@pytest.mark.parametrize("lang", LANGS)
def test_both_languages_of_a_phrase_ask_for_the_same_fillings(
    request: pytest.FixtureRequest, which: str, lang: Lang
) -> None:
    words = request.getfixturevalue(which).words["interface"]
    asked = {key: set(re.findall(r"\{(\w*)\}", word.get(lang))) for key, word in words.items()}
    assert {key: names for key, names in asked.items() if "" in names} == {}
    assert asked == {key: set(re.findall(r"\{(\w*)\}", word.get("en"))) for key, word in words.items()}


def test_every_count_and_unit_has_the_forms_its_language_needs(real: Atlas) -> None:
    needed = {"en": {"one", "other"}, "ar": {"one", "two", "few", "many", "other"}}
    for kind in ("counts", "unit"):
        for word, entry in real.words[kind].items():
            for lang, forms in needed.items():
                assert forms <= set(entry.forms(lang)), f"{kind} {word} {lang}"
