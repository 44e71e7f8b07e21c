"""Dates: every form in both languages, order, spans, time limits; `edtf` as the oracle of its subset."""

from __future__ import annotations

import calendar
import contextlib
import math
import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.dates import (
    DateError,
    Deadline,
    When,
    machine,
    month_name,
    parse,
    parse_deadline,
    show,
    show_deadline,
    span,
)
from macros.plurals import Lang

LANGUAGES: tuple[Lang, ...] = ("en", "ar")
PARTS = ("dawn", "morning", "noon", "afternoon", "evening", "night")
marks = st.sampled_from(["", "", "~", "?", "%"])
years = st.integers(1900, 2100)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
plain = st.one_of(days.map(str), days.map(lambda d: str(d)[:7]), years.map(str))
marked = st.builds(str.__add__, plain, marks)
intervals = st.builds(lambda a, b: "/".join(sorted((a, b))), marked, marked)
open_intervals = st.one_of(marked.map(lambda a: f"{a}/.."), marked.map(lambda a: f"../{a}"))
thirds = st.builds(
    lambda part, month: f"{part} of {month}",
    st.sampled_from(["start", "middle", "end"]),
    days.map(lambda d: str(d)[:7]) | years.map(str),
)
parts = st.builds(lambda day, part: f"{day} {part}", days, st.sampled_from(PARTS))
clocks = st.builds(lambda day, at: f"{day}T{at:%H:%M}", days, st.times())


def _reads(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True


edtf_texts = st.one_of(marked, intervals.filter(_reads), open_intervals)
texts = st.one_of(edtf_texts, thirds, parts, clocks)
whens = texts.map(parse)
# Dates of one spring, so that they meet.
near_days = st.dates(date(2021, 4, 1), date(2021, 6, 30))
near = st.one_of(
    st.builds(str.__add__, near_days.map(str) | near_days.map(lambda d: str(d)[:7]), marks),
    st.builds(lambda a, b: f"{min(a, b)}/{max(a, b)}", near_days, near_days),
    near_days.map(lambda d: f"../{d}"),
    near_days.map(lambda d: f"{d}/.."),
    st.builds(lambda part, d: f"{part} of {str(d)[:7]}", st.sampled_from(["start", "middle", "end"]), near_days),
    st.builds(lambda d, part: f"{d} {part}", near_days, st.sampled_from(PARTS)),
    st.just("2021"),
).map(parse)


def _bound(value: object) -> date | None:
    """A bound as `edtf` gives it, a struct_time or an infinity."""
    if isinstance(value, time.struct_time):
        return date(value.tm_year, value.tm_mon, value.tm_mday)
    assert isinstance(value, float)
    assert math.isinf(value)
    return None


# --- reading


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-05", "2021-05-01", "2021-05-31", "month"),
        ("2021-05-20", "2021-05-20", "2021-05-20", "day"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2020-02-29", "2020-02-29", "2020-02-29", "day"),
        ("2000-02-29", "2000-02-29", "2000-02-29", "day"),
        ("2021-05-20/2021-05-22", "2021-05-20", "2021-05-22", "interval"),
        ("2021-05/2021-05-20", "2021-05-01", "2021-05-20", "interval"),
        ("2021-05-20/2021-05", "2021-05-20", "2021-05-31", "interval"),
        ("../2021-05-13", None, "2021-05-13", "interval"),
        ("2021-05-01/..", "2021-05-01", None, "interval"),
        ("start of 2021-05", "2021-05-01", "2021-05-10", "month"),
        ("middle of 2021-05", "2021-05-11", "2021-05-20", "month"),
        ("end of 2021-05", "2021-05-21", "2021-05-31", "month"),
        ("end of 2021-02", "2021-02-21", "2021-02-28", "month"),
        ("end of 2020-02", "2020-02-21", "2020-02-29", "month"),
        ("start of 2021", "2021-01-01", "2021-04-30", "year"),
        ("middle of 2021", "2021-05-01", "2021-08-31", "year"),
        ("end of 2021", "2021-09-01", "2021-12-31", "year"),
        ("2021-04-30 evening", "2021-04-30", "2021-04-30", "day"),
        ("2021-05-01T14:00", "2021-05-01", "2021-05-01", "day"),
    ],
)
def test_days_and_precision(text: str, first: str | None, last: str | None, precision: str) -> None:
    when = parse(text)
    assert when.first == (first and date.fromisoformat(first))
    assert when.last == (last and date.fromisoformat(last))
    assert when.precision == precision
    assert not when.about
    assert not when.uncertain


@pytest.mark.parametrize("text", ["2021", "2021-05", "2021-05-20", "2021-05-19/2021-05-20", "2021-05-20/.."])
@pytest.mark.parametrize(("mark", "about", "uncertain"), [("~", 1, 0), ("?", 0, 1), ("%", 1, 1)])
def test_doubt(text: str, mark: str, about: bool, uncertain: bool) -> None:
    marked_text = text.replace("/..", f"{mark}/..") if text.endswith("/..") else text + mark
    when, sure = parse(marked_text), parse(text)
    assert (when.about, when.uncertain) == (about, uncertain)
    assert (when.first, when.last, when.precision) == (sure.first, sure.last, sure.precision)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2021-04-30 evening", "evening"),
        ("2021-05-01T14:00", "14:00"),
        ("start of 2021", "start"),
        ("2021", None),
    ],
)
def test_part(text: str, part: str | None) -> None:
    assert parse(text).part == part


@given(texts)
def test_text_is_kept(text: str) -> None:
    assert parse(text).text == text


@given(st.one_of(st.text(), st.from_regex(r"[0-9./~?%T: -]{1,20}", fullmatch=True)))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(DateError):
        assert parse(text).text == text


@given(edtf_texts)
@settings(deadline=None)
def test_edtf_gives_the_same_days(text: str) -> None:
    expected = parse_edtf(text)
    assert parse(text).first == _bound(expected.lower_strict())
    assert parse(text).last == _bound(expected.upper_strict())


@given(years, st.integers(0, 13), st.integers(0, 32), marks)
@settings(deadline=None)
def test_edtf_refuses_what_is_refused_here(year: int, month: int, day: int, mark: str) -> None:
    for text in (f"{year}-{month:02}{mark}", f"{year}-{month:02}-{day:02}{mark}"):
        try:
            parse_edtf(text)
            known = True
        except EDTFParseException:
            known = False
        # The package lets 29 February by in any year.
        leap_fault = (month, day) == (2, 29) and not calendar.isleap(year) and text.count("-") == 2
        assert _reads(text) == (known and not leap_fault)


@given(whens)
@settings(deadline=None)
def test_machine_is_edtf_with_the_same_days(when: When) -> None:
    found = parse_edtf(machine(when))
    assert _bound(found.lower_strict()) == when.first
    assert _bound(found.upper_strict()) == when.last


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021-05~", "2021-05~"),
        ("../2021-05-13", "../2021-05-13"),
        ("start of 2021-05", "2021-05-01/2021-05-10"),
        ("end of 2021", "2021-09/2021-12"),
        ("2021-04-30 evening", "2021-04-30"),
        ("2021-05-01T14:00", "2021-05-01T14:00:00"),
    ],
)
def test_machine(text: str, edtf: str) -> None:
    assert machine(parse(text)) == edtf


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2021-02-30", "2021-02-30 has no such day; February 2021 has 28 days"),
        ("2021-02-29~", "2021-02-29~ has no such day; February 2021 has 28 days"),
        ("1900-02-29", "1900-02-29 has no such day; February 1900 has 28 days"),
        ("2021-04-31 evening", "2021-04-31 has no such day; April 2021 has 30 days"),
        ("2021-05-00", "2021-05-00 has no such day; May 2021 has 31 days"),
        ("2021-13", "2021-13 has no such month; write a month from 01 to 12"),
        ("start of 2021-00", "2021-00 has no such month; write a month from 01 to 12"),
        ("1812", "the year 1812 is out of bounds; write a year from 1900 to 2100"),
        (
            "2021-05-20/2021-05-01",
            "the interval 2021-05-20/2021-05-01 runs backwards; write the earlier date first",
        ),
        ("2021-05/2021-04", "the interval 2021-05/2021-04 runs backwards; write the earlier date first"),
        ("../..", "../.. is open on both sides; write the side that is known, or leave the date out"),
        (
            "2021-05-20 midnight",
            (
                "`midnight` is no part of a day; write dawn, morning, noon, afternoon, evening, night "
                "or a time as in 2021-05-20T14:00"
            ),
        ),
    ],
)
def test_the_refusal_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["2021-05-20T24:00", "2021-05-20T14:60", "2021-05-20T9:00", "2021-05-20 14:00"])
def test_impossible_times(text: str) -> None:
    with pytest.raises(DateError, match=r"is no part of a day; write dawn, .* or a time as in 2021-05-20T14"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "20 May 2021", "2021-5-20", "20/05/2021", "2021/", "/2021", "2021/2022/2023", "2021-05-20 ",
        " 2021", "٢٠٢١", "May", "Tuesday", "2021-05 evening", "2021-05-20~ evening", "2021T14:00",
        "start of 2021-05-20", "start of 2021-05~", "start of May", "start of 2021-05/2021-06",
        "2021-05-20 evening/2021-05-22", "2021~~", "2021-05-20\n",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(DateError, match="is not a date; write a date as 2021, 2021-05 or 2021-05-20"):
        parse(text)


# --- showing


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("2021-05-20", "20 May 2021", "20 أيار 2021"),
        ("2021-05", "May 2021", "أيار 2021"),
        ("2021", "2021", "2021"),
        ("2021-05-20/2021-05-22", "20–22 May 2021", "من 20 إلى 22 أيار 2021"),
        ("2021-04-30/2021-05-01", "30 April – 1 May 2021", "من 30 نيسان إلى 1 أيار 2021"),
        (
            "2020-12-30/2021-01-02",
            "30 December 2020 – 2 January 2021",
            "من 30 كانون الأول 2020 إلى 2 كانون الثاني 2021",
        ),
        ("2021-04/2021-05", "April–May 2021", "من نيسان إلى أيار 2021"),
        ("2020-08/2021-02", "August 2020 – February 2021", "من آب 2020 إلى شباط 2021"),
        ("2020/2021", "2020–2021", "من 2020 إلى 2021"),
        ("2021-05/2021-05-20", "May – 20 May 2021", "من أيار إلى 20 أيار 2021"),
        ("2021-05-20/2021-05-20", "20 May 2021", "20 أيار 2021"),
        ("../2021-05-13", "until 13 May 2021", "حتى 13 أيار 2021"),
        ("2021-05-01/..", "from 1 May 2021", "منذ 1 أيار 2021"),
        ("../2021-05~", "until about May 2021", "حتى نحو أيار 2021"),
        ("2021-04-30 evening", "evening of 30 April 2021", "مساء 30 نيسان 2021"),
        ("2021-04-30 dawn", "dawn on 30 April 2021", "فجر 30 نيسان 2021"),
        ("2021-04-30 morning", "morning of 30 April 2021", "صباح 30 نيسان 2021"),
        ("2021-04-30 noon", "noon on 30 April 2021", "ظهر 30 نيسان 2021"),
        ("2021-04-30 afternoon", "afternoon of 30 April 2021", "بعد ظهر 30 نيسان 2021"),
        ("2021-04-30 night", "night of 30 April 2021", "ليل 30 نيسان 2021"),
        ("start of 2021-05", "start of May 2021", "مطلع أيار 2021"),
        ("middle of 2021-05", "middle of May 2021", "منتصف أيار 2021"),
        ("end of 2021-05", "end of May 2021", "أواخر أيار 2021"),
        ("start of 2021", "start of 2021", "مطلع عام 2021"),
        ("2021-05-20~", "about 20 May 2021", "نحو 20 أيار 2021"),
        ("2021-05?", "May 2021 (uncertain)", "أيار 2021 (غير مؤكد)"),
        ("2021-05%", "about May 2021 (uncertain)", "نحو أيار 2021 (غير مؤكد)"),
        ("2021-05-13/2021-05-14~", "13 May – about 14 May 2021", "من 13 أيار إلى نحو 14 أيار 2021"),
        ("2021-04?/2021-05", "April (uncertain) – May 2021", "من نيسان (غير مؤكد) إلى أيار 2021"),
        ("2021-05-01T14:00", "1 May 2021, 14:00", "1 أيار 2021، الساعة 14:00"),
    ],
)
def test_show(text: str, english: str, arabic: str) -> None:
    assert show(parse(text), "en") == english
    assert show(parse(text), "ar") == arabic


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("2021-05-20", "20 May", "20 أيار"),
        ("2021-05~", "about May", "نحو أيار"),
        ("2021-05-20/2021-05-22", "20–22 May", "من 20 إلى 22 أيار"),
        ("2021-04-30/2021-05-01", "30 April – 1 May", "من 30 نيسان إلى 1 أيار"),
        ("../2021-05-13", "until 13 May", "حتى 13 أيار"),
        ("2021-05-01T14:00", "1 May, 14:00", "1 أيار، الساعة 14:00"),
        ("2021", "2021", "2021"),
        ("end of 2021", "end of 2021", "أواخر عام 2021"),
        (
            "2020-12-30/2021-01-02",
            "30 December 2020 – 2 January 2021",
            "من 30 كانون الأول 2020 إلى 2 كانون الثاني 2021",
        ),
        ("2021/2021-05", "2021 – May", "من 2021 إلى أيار"),
    ],
)
def test_show_without_the_year(text: str, english: str, arabic: str) -> None:
    assert show(parse(text), "en", year=False) == english
    assert show(parse(text), "ar", year=False) == arabic


@given(whens)
def test_every_date_shows_its_years_and_no_eastern_month(when: When) -> None:
    for day in (when.first, when.last):
        assert day is None or all(str(day.year) in show(when, lang) for lang in LANGUAGES)
    assert "مايو" not in show(when, "ar")


def test_month_names() -> None:
    assert [month_name(month, "en") for month in (1, 5, 12)] == ["January", "May", "December"]
    levantine = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول"
    assert [month_name(month, "ar") for month in range(1, 13)] == levantine.split(",")
    with pytest.raises(KeyError):
        month_name(13, "en")


# --- comparing


@pytest.mark.parametrize(
    ("a", "b", "slack", "expected"),
    [
        ("2021-04-30 evening", "2021-05-01", 0, False),
        ("2021-04-30 evening", "2021-05-01", 1, True),
        ("2021-04-30", "2021-05-02", 1, False),
        ("2021-04-30~", "2021-05-01", 0, True),
        ("2021-04-30~", "2021-05-02", 0, False),
        ("2021-04-30~", "2021-05-02~", 0, True),
        ("2021-04~", "2021-05-15", 0, True),
        ("2021-04~", "2021-05-16", 0, False),
        ("2020~", "2021-07-02", 0, True),
        ("2020~", "2021-07-03", 0, False),
        ("2021-04-30?", "2021-05-01", 0, False),
        ("2021-05-01/2021-05-14~", "2021-05-15", 0, True),
        ("2021-05-02/2021-05-14~", "2021-05-01", 0, False),
        ("2021-05", "2021-05-20", 0, True),
        ("../2021-05-13", "2021-05-13", 0, True),
        ("../2021-05-13", "2021-05-14", 0, False),
        ("../2021-05-13", "2021-05-14/..", 0, False),
        ("2021-05-01/..", "2100", 0, True),
        ("start of 2021-05", "middle of 2021-05", 0, False),
    ],
)
def test_overlaps(a: str, b: str, slack: int, expected: bool) -> None:
    assert parse(a).overlaps(parse(b), slack_days=slack) is expected
    assert parse(b).overlaps(parse(a), slack_days=slack) is expected


@given(near, near, st.integers(0, 40))
def test_overlap_is_symmetric_and_grows_with_slack(a: When, b: When, slack: int) -> None:
    assert a.overlaps(a)
    assert a.overlaps(b, slack) == b.overlaps(a, slack)
    assert a.overlaps(b, slack + 1) or not a.overlaps(b, slack)


def test_sorting() -> None:
    expected = [
        "2021-04-30", "2021-04-30 dawn", "2021-04-30T06:30", "2021-04-30 morning", "2021-04-30 noon",
        "2021-04-30T14:00", "2021-04-30 afternoon", "2021-04-30 evening",
        "2021-04-30 night", "2021-04-30/2021-05-01", "2021-05-01", "start of 2021-05", "2021-05", "2021-05~",
        "2021-05-01/..", "../2021-05-13", "2021-05-13", "2021-05-13T00:00", "2021-05-13/2021-05-14",
    ]  # fmt: skip
    ordered = sorted(map(parse, reversed(expected)), key=lambda when: when.sort_key)
    assert [when.text for when in ordered] == expected


@given(st.lists(near))
def test_order_is_total(given_dates: list[When]) -> None:
    ordered = sorted(given_dates, key=lambda when: when.sort_key)
    given_dates.reverse()
    assert ordered == sorted(given_dates, key=lambda when: when.sort_key)
    assert all((a.sort_key == b.sort_key) == (a == b) for a, b in pairwise(ordered))


# --- spans


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2021-05-20", "2021-05-22"], "2021-05-20/2021-05-22"),
        (["2021-05-20", "2021-05-20~"], "2021-05-20"),
        (["2021-05-20~"], "2021-05-20~"),
        (["2021-05-20~", "2021-05-20?"], "2021-05-20?"),
        (["2021-05-13", "2021-05-14~"], "2021-05-13/2021-05-14~"),
        (["2021-04-30 evening"], "2021-04-30 evening"),
        (["2021-04-30 evening", "2021-04-30 morning"], "2021-04-30"),
        (["2021-04-30 evening", "2021-05-01"], "2021-04-30/2021-05-01"),
        (["2021-05-01T14:00", "2021-05-01"], "2021-05-01"),
        (["2021-05", "2021-05-20"], "2021-05"),
        (["2021-05~", "2021-05-20"], "2021-05~"),
        (["2021-05-01", "2021-05-31"], "2021-05"),
        (["2021-05-01", "2021-05-31~"], "2021-05~"),
        (["2021-05-01?", "2021-05-31~"], "2021-05%"),
        (["2021-05", "2021-05-01", "2021-06-03"], "2021-05-01/2021-06-03"),
        (["2021-05-01~", "2021-05", "2021-06-03"], "2021-05/2021-06-03"),
        (["2021-05-01/2021-05-31"], "2021-05"),
        (["2021-05-01/2021-05-20", "2021-05-15/2021-05-31"], "2021-05"),
        (["2021-01/2021-12"], "2021"),
        (["2021-04-28", "2021-05"], "2021-04-28/2021-05"),
        (["2021-05/2021-05-20", "2021-05-18"], "2021-05/2021-05-20"),
        (["start of 2021-05", "2021-05-03"], "start of 2021-05"),
        (["start of 2021-05", "2021-05-13"], "2021-05-01/2021-05-13"),
        (["start of 2021", "2021-06"], "2021-01/2021-06"),
        (["2021-05-01/..", "2021-05-20"], "2021-05-01/.."),
        (["../2021-05-13"], "../2021-05-13"),
        (["../2021-05-13", "../2021-04"], "../2021-05-13"),
        (["../2021-05-13", "2021-05-13", "2021-05-14~", "2021-05"], "2021-05"),
        (["../2021-05-13", "2021-05-20"], "2021-05-13/2021-05-20"),
        (["../2021-05-13", "2021-05-20/.."], "2021-05-13/.."),
    ],
)
def test_span(texts: list[str], expected: str) -> None:
    assert span(map(parse, texts)) == parse(expected)
    assert span(map(parse, texts[::-1])) == parse(expected)


def test_no_dates_have_no_span() -> None:
    assert span([]) is None


@given(st.lists(near, min_size=1))
def test_a_span_holds_every_date(given_dates: list[When]) -> None:
    found = span(given_dates)
    assert found is not None
    assert parse(found.text) == found
    assert span([found]) == found
    for when in given_dates:
        if when.first is not None:
            assert found.first is None or found.first <= when.first
        assert found.last is None or (when.last is not None and when.last <= found.last)
    if all(when.first for when in given_dates):
        assert found.first == min(when.first for when in given_dates if when.first)
    if all(when.last for when in given_dates):
        assert found.last == max(when.last for when in given_dates if when.last)


@given(days, st.integers(0, 400))
def test_a_span_of_two_days_is_as_tight_as_can_be(day: date, length: int) -> None:
    last = min(day + timedelta(days=length), date(2100, 12, 31))
    found = span([parse(str(day)), parse(str(last))])
    assert found is not None
    assert (found.first, found.last) == (day, last)
    wholes = [parse(text) for text in (str(day), str(day)[:7], str(day)[:4])]
    fitting = [whole for whole in wholes if (whole.first, whole.last) == (day, last)]
    assert found == (fitting[0] if fitting else parse(f"{day}/{last}"))


# --- time limits


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("5 days", "within 5 days", "خلال 5 أيام"),
        ("15 days", "within 15 days", "خلال 15 يومًا"),
        ("1 day", "within 1 day", "خلال يوم واحد"),
        ("2 days", "within 2 days", "خلال يومين"),
        ("100 days", "within 100 days", "خلال 100 يوم"),
        ("48 hours", "within 48 hours", "خلال 48 ساعة"),
        ("1 hour", "within 1 hour", "خلال ساعة واحدة"),
        ("2 hours", "within 2 hours", "خلال ساعتين"),
        ("3 hours", "within 3 hours", "خلال 3 ساعات"),
        ("a few hours", "within a few hours", "خلال ساعات"),
        ("a few days", "within a few days", "خلال أيام"),
        ("2021-05-20", "by 20 May 2021", "حتى 20 أيار 2021"),
        ("2021-05-01T14:00", "by 1 May 2021, 14:00", "حتى 1 أيار 2021، الساعة 14:00"),
        ("2021-04-30 evening", "by the evening of 30 April 2021", "حتى مساء 30 نيسان 2021"),
        ("2021-04-30 noon", "by noon on 30 April 2021", "حتى ظهر 30 نيسان 2021"),
        ("end of 2021-05", "by the end of May 2021", "حتى أواخر أيار 2021"),
    ],
)
def test_deadlines(text: str, english: str, arabic: str) -> None:
    deadline = parse_deadline(text)
    assert deadline.text == text
    assert show_deadline(deadline, "en") == english
    assert show_deadline(deadline, "ar") == arabic


def test_deadline_fields() -> None:
    assert parse_deadline("48 hours") == Deadline("48 hours", None, 48, "hours")
    assert parse_deadline("a few days") == Deadline("a few days", None, None, "days")
    assert parse_deadline("2021-05-20") == Deadline("2021-05-20", parse("2021-05-20"), None, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1 days", "`1 days` is no length of time; write 1 day"),
        ("5 day", "`5 day` is no length of time; write 5 days"),
        ("a few hour", "`a few hour` is no length of time; write a few hours"),
        ("five days", "`five days` is no time limit; write 5 days, 48 hours, a few hours or a date"),
        ("0 days", "`0 days` is no time limit; write 5 days, 48 hours, a few hours or a date"),
        ("", "`` is no time limit; write 5 days, 48 hours, a few hours or a date"),
        ("../2021-05", "`../2021-05` is no time limit; write 5 days, 48 hours, a few hours or a date"),
        ("2021/2022", "the time limit 2021/2022 is an interval; write the date on which it ends"),
        ("2021-02-30", "2021-02-30 has no such day; February 2021 has 28 days"),
    ],
)
def test_refused_deadlines(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_deadline(text)
    assert str(caught.value) == message
