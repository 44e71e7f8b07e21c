"""Figures: every form in both languages, what each allows, and the advice for what people write instead."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.quantities import (
    Quantity,
    QuantityError,
    Single,
    WordSpan,
    bounds,
    can_both_hold,
    extremes,
    parse,
    show,
    show_range,
)

WORDS = {
    "none reported": WordSpan("لم تُذكر", 0, 0),
    "a few": WordSpan("بضعة", 2, None),
    "several": WordSpan("عدة", 3, None),
    "some": WordSpan("عدد غير محدد", 1, None),
    "most": WordSpan("معظمهم", None, None),
    "dozens": WordSpan("العشرات", 20, None),
    "hundreds": WordSpan("المئات", 200, None),
    "a whole day": WordSpan("يوم كامل", 24, 24, about=True),
}
PEOPLE = {"one": "person", "other": "people"}
ASHKHAS = {"one": "شخص واحد", "two": "شخصان", "few": "أشخاص", "many": "شخصًا", "other": "شخص"}
HAFILAT = {"one": "حافلة واحدة", "two": "حافلتان", "few": "حافلات", "many": "حافلة", "other": "حافلة"}
SAAT = {"one": "ساعة واحدة", "two": "ساعتان", "few": "ساعات", "many": "ساعة", "other": "ساعة"}

counts = st.integers(min_value=0, max_value=999_999_999)
single_texts = st.builds(
    lambda form, n: f"{n}" if form == "exact" else f"{form} {n}", st.sampled_from(get_args(Single)), counts
).filter(lambda text: text != "fewer than 0")
range_texts = st.builds(
    lambda about, low, more: f"{about}{low} to {low + more}",
    st.sampled_from(["", "about "]),
    st.integers(min_value=0, max_value=10**8),
    st.integers(min_value=1, max_value=10**8),
)
texts = st.one_of(single_texts, range_texts, st.sampled_from(sorted(WORDS)))
# Small numbers meet, and cross each other's bounds, often enough to test what large ones never would.
small = st.integers(min_value=0, max_value=60)
small_texts = st.one_of(
    st.builds(lambda form, n: f"{form} {n}".removeprefix("exact "), st.sampled_from(get_args(Single)), small),
    st.builds(lambda low, more: f"{low} to {low + more}", small, st.integers(min_value=1, max_value=30)),
    st.sampled_from(sorted(WORDS)),
).filter(lambda text: text != "fewer than 0")


def allows(text: str, n: int) -> bool:
    least, most = bounds(parse(text), WORDS)
    return (least is None or least <= n) and (most is None or n <= most)


@given(texts)
def test_text_is_kept_and_parses_back(text: str) -> None:
    assert parse(text).text == text
    assert parse(parse(text).text) == parse(text)
    assert show(parse(text), "en", WORDS) == text


@given(st.one_of(st.text(), st.from_regex(r"[<>~≥+]?[0-9٣,. ]{1,12}(to|and|[-–])?[0-9]{0,5}[+~]?", fullmatch=True)))
def test_any_text_is_read_or_refused_with_advice_that_works(text: str) -> None:
    try:
        assert parse(text).text == text
    except QuantityError as error:
        for better in re.findall(r"; write `([^`]*)`$", str(error)):
            assert parse(better).text == better


@given(single_texts)
def test_bounds_hold_the_number_unless_the_word_excludes_it(text: str) -> None:
    quantity = parse(text)
    assert quantity.low is not None
    assert allows(text, quantity.low) is not text.startswith(("more than", "fewer than"))


@given(range_texts)
def test_bounds_hold_both_ends_of_a_range(text: str) -> None:
    quantity = parse(text)
    assert quantity.low is not None
    assert quantity.high is not None
    assert allows(text, quantity.low)
    assert allows(text, quantity.high)


@given(small_texts, small_texts)
def test_both_can_hold_means_that_some_number_fits_both(a: str, b: str) -> None:
    expected = any(allows(a, n) and allows(b, n) for n in range(1000))
    assert can_both_hold(parse(a), parse(b), WORDS) is expected
    assert can_both_hold(parse(b), parse(a), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150", (150, 150)), ("0", (0, 0)), ("about 150", (135, 165)), ("about 5", (4, 6)),
        ("about 30", (27, 33)), ("nearly 70", (63, 70)), ("more than 30", (31, None)),
        ("at least 25", (25, None)), ("up to 40", (0, 40)), ("fewer than 20", (0, 19)),
        ("120 to 135", (120, 135)), ("about 15 to 20", (13, 22)), ("dozens", (20, None)),
        ("none reported", (0, 0)), ("most", (None, None)), ("a whole day", (21, 27)),
    ],
)  # fmt: skip
def test_bounds(text: str, expected: tuple[int | None, int | None]) -> None:
    assert bounds(parse(text), WORDS) == expected


def test_a_word_outside_the_list_has_no_bounds() -> None:
    with pytest.raises(KeyError):
        bounds(parse("oodles"), WORDS)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("about 150", "150", True), ("120 to 135", "about 150", True), ("120 to 134", "about 150", False),
        ("30", "about 100", False), ("more than 30", "30", False), ("at least 30", "30", True),
        ("several", "5", True), ("several", "2", False), ("most", "3", True), ("none reported", "3", False),
        ("a whole day", "about 30", True), ("a whole day", "more than 30", False),
        ("dozens", "10", False), ("fewer than 20", "20", False), ("up to 40", "at least 40", True),
    ],
)  # fmt: skip
def test_can_both_hold(a: str, b: str, expected: bool) -> None:
    assert can_both_hold(parse(a), parse(b), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "better"),
    [
        (">30", "more than 30"), ("> 30", "more than 30"), ("over 30", "more than 30"),
        ("30+", "at least 30"), (">=30", "at least 30"), ("≥30", "at least 30"),
        ("no fewer than 30", "at least 30"),
        ("<30", "fewer than 30"), ("less than 30", "fewer than 30"), ("<=30", "up to 30"),
        ("at most 30", "up to 30"), ("not more than 30", "up to 30"), ("~150", "about 150"),
        ("c. 150", "about 150"), ("around 150", "about 150"), ("almost 70", "nearly 70"),
        ("100-150", "100 to 150"), ("100–150", "100 to 150"), ("between 100 and 150", "100 to 150"),
        ("~10-20", "about 10 to 20"), ("1,000", "1000"), ("1 000", "1000"), ("> 1.000", "more than 1000"),
        ("007", "7"), ("about 05", "about 5"), ("٣٠", "30"), (" 30", "30"), ("About 30", "about 30"),
        ("150 to 100", "100 to 150"), ("150-100", "100 to 150"), ("5 to 5", "5"), ("about 9 to 9", "about 9"),
        ("fewer than 0", "0"), ("<0", "0"),
    ],
)  # fmt: skip
def test_the_refusal_says_what_to_write(text: str, better: str) -> None:
    with pytest.raises(QuantityError, match=rf"write `{better}`$"):
        parse(text)


@pytest.mark.parametrize("text", ["thirty", "fifteen", "about thirty", "Two hundred", "a dozen", "1 million"])
def test_numbers_in_words_are_asked_for_in_digits(text: str) -> None:
    with pytest.raises(QuantityError, match=r"spells a number out; write digits .*or one of the words"):
        parse(text)


@pytest.mark.parametrize("text", ["", "3.5", "30 people", "-5", "Dozens", "a  few", "العشرات", "9" * 10, "9" * 5000])
def test_anything_else_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(QuantityError, match=r"cannot be read; write digits \(150\)"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "plain", "people"),
    [
        ("150", "150", "150 شخصًا"),
        ("about 150", "نحو 150", "نحو 150 شخصًا"),
        ("nearly 70", "ما يقارب 70", "ما يقارب 70 شخصًا"),
        ("more than 30", "أكثر من 30", "أكثر من 30 شخصًا"),
        ("at least 25", "25 على الأقل", "25 شخصًا على الأقل"),
        ("up to 40", "حتى 40", "حتى 40 شخصًا"),
        ("fewer than 20", "أقل من 20", "أقل من 20 شخصًا"),
        ("120 to 135", "بين 120 و135", "بين 120 و135 شخصًا"),
        ("about 15 to 20", "نحو 15 إلى 20", "نحو 15 إلى 20 شخصًا"),
        ("0", "0", "0 شخص"),
        ("1", "1", "شخص واحد"),
        ("2", "2", "شخصان"),
        ("at least 2", "2 على الأقل", "شخصان على الأقل"),
        ("more than 2", "أكثر من 2", "أكثر من شخصين"),
        ("1 to 2", "بين 1 و2", "بين شخص واحد وشخصين"),
        ("2 to 5", "بين 2 و5", "بين 2 و5 أشخاص"),
        ("dozens", "العشرات", "العشرات"),
        ("a whole day", "يوم كامل", "يوم كامل"),
    ],
)
def test_show_arabic(text: str, plain: str, people: str) -> None:
    assert show(parse(text), "ar", WORDS) == plain
    assert show(parse(text), "ar", WORDS, ASHKHAS) == people


def test_show_arabic_with_other_units() -> None:
    assert show(parse("more than 30"), "ar", WORDS, SAAT) == "أكثر من 30 ساعة"
    assert show(parse("3"), "ar", WORDS, HAFILAT) == "3 حافلات"
    assert show(parse("about 2"), "ar", WORDS, HAFILAT) == "نحو حافلتين"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 150", "about 150 people"), ("1", "1 person"), ("0 to 1", "0 to 1 person"), ("0", "0 people"),
        ("at least 25", "at least 25 people"), ("dozens", "dozens of people"),
        ("hundreds", "hundreds of people"), ("several", "several people"), ("some", "some people"),
        ("most", "most people"), ("a few", "a few people"), ("none reported", "none reported"),
        ("a whole day", "a whole day"),
    ],
)  # fmt: skip
def test_show_english_with_a_noun(text: str, expected: str) -> None:
    assert show(parse(text), "en", WORDS, PEOPLE) == expected


@pytest.mark.parametrize(
    ("texts", "lowest", "highest"),
    [
        (["150", "about 100", "120 to 135", "about 150"], "about 100", "150"),
        (["about 30", "28"], "28", "about 30"),
        (["30", "about 30", "nearly 30", "at least 30"], "30", "30"),
        (["30", "more than 30"], "30", "more than 30"),
        (["20", "fewer than 20"], "fewer than 20", "20"),
        (["up to 40", "30"], "30", "up to 40"),
        (["130", "120 to 135"], "120 to 135", "120 to 135"),
        (["dozens", "10", "none reported"], "10", "10"),
        (["hundreds", "dozens", "most"], "dozens", "hundreds"),
        (["none reported", "several"], "none reported", "several"),
        (["most"], "most", "most"),
    ],
)
def test_extremes(texts: list[str], lowest: str, highest: str) -> None:
    for order in (texts, texts[::-1]):
        found = extremes([parse(text) for text in order], WORDS)
        assert found == (parse(lowest), parse(highest))


def test_no_statement_has_no_extremes() -> None:
    assert extremes([], WORDS) is None


@given(st.lists(small_texts, min_size=1))
def test_extremes_are_statements_given_whatever_their_order(written: list[str]) -> None:
    quantities = [parse(text) for text in written]
    found = extremes(quantities, WORDS)
    assert found is not None
    assert found == extremes(sorted(quantities, key=lambda quantity: quantity.text), WORDS)
    assert set(found) <= set(quantities)
    low, high = found
    numbers = [q for q in quantities if q.low is not None]
    assert (low.word is None) is bool(numbers)
    if low.low is not None and high.high is not None:
        assert low.low == min(q.low for q in numbers if q.low is not None)
        assert high.high == max(q.high for q in numbers if q.high is not None)


@pytest.mark.parametrize(
    ("lowest", "highest", "english", "arabic"),
    [
        ("about 100", "about 150", "about 100 to about 150 people", "من نحو 100 إلى نحو 150 شخصًا"),
        ("30", "30", "30 people", "30 شخصًا"),
        ("120 to 135", "120 to 135", "120 to 135 people", "بين 120 و135 شخصًا"),
        ("120 to 135", "about 150", "120 to about 150 people", "من 120 إلى نحو 150 شخصًا"),
        ("10", "about 15 to 20", "10 to about 20 people", "من 10 إلى نحو 20 شخصًا"),
        ("about 100", "150", "from about 100 to 150 people", "من نحو 100 إلى 150 شخصًا"),
        ("more than 30", "55", "from more than 30 to 55 people", "من أكثر من 30 إلى 55 شخصًا"),
        ("1", "2", "1 to 2 people", "من شخص واحد إلى شخصين"),
        ("0", "1", "0 to 1 person", "من 0 إلى شخص واحد"),
        ("1", "3", "1 to 3 people", "من 1 إلى 3 أشخاص"),
        ("30", "up to 40", "30 or up to 40 people", "30 أو حتى 40 شخصًا"),
        ("dozens", "hundreds", "dozens to hundreds of people", "من العشرات إلى المئات"),
        ("none reported", "several", "none reported or several people", "لم تُذكر أو عدة"),
        ("several", "a whole day", "several people or a whole day", "عدة أو يوم كامل"),
    ],
)
def test_show_range(lowest: str, highest: str, english: str, arabic: str) -> None:
    assert show_range(parse(lowest), parse(highest), "en", WORDS, PEOPLE) == english
    assert show_range(parse(lowest), parse(highest), "ar", WORDS, ASHKHAS) == arabic


def test_show_range_without_a_noun() -> None:
    assert show_range(parse("about 100"), parse("150"), "en", WORDS) == "from about 100 to 150"
    assert show_range(parse("1"), parse("2"), "ar", WORDS) == "من 1 إلى 2"


def test_fields_hold_the_numbers_as_written() -> None:
    assert parse("more than 30") == Quantity("more than 30", "more than", 30, 30, None)
    assert parse("about 15 to 20") == Quantity("about 15 to 20", "about range", 15, 20, None)
    assert parse("a whole day") == Quantity("a whole day", "word", None, None, "a whole day")
