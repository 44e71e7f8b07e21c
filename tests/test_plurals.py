"""Plural categories and nouns, against CLDR's own samples and against what a Syrian newspaper prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.plurals import category, counted, noun, oblique

PEOPLE = {"one": "شخص واحد", "two": "شخصان", "few": "أشخاص", "many": "شخصًا", "other": "شخص"}
ENGLISH = {"one": "person", "other": "people"}


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
        (100, "other"), (101, "other"), (102, "other"), (103, "few"), (111, "many"), (1000, "other"),
    ],
)  # fmt: skip
def test_arabic_categories(n: int, expected: str) -> None:
    assert category(n, "ar") == expected


@given(st.integers(min_value=0, max_value=10**9))
def test_english_has_two_categories(n: int) -> None:
    assert category(n, "en") == ("one" if n == 1 else "other")


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "0 شخص"), (1, "شخص واحد"), (2, "شخصان"), (3, "3 أشخاص"), (10, "10 أشخاص"), (11, "11 شخصًا"),
        (99, "99 شخصًا"), (100, "100 شخص"), (103, "103 أشخاص"), (150, "150 شخصًا"),
    ],
)  # fmt: skip
def test_counted_arabic(n: int, expected: str) -> None:
    assert counted(n, PEOPLE, "ar") == expected


@pytest.mark.parametrize(("n", "expected"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_counted_english(n: int, expected: str) -> None:
    assert counted(n, ENGLISH, "en") == expected


def test_a_missing_form_falls_back_and_then_keeps_the_digit() -> None:
    assert counted(2, {"other": "شخص"}, "ar") == "2 شخص"
    assert noun(1, {"other": "people"}, "en") == "people"
    with pytest.raises(KeyError):
        noun(5, {"one": "person"}, "en")


@pytest.mark.parametrize(
    ("two", "expected"),
    [
        ("شخصان", "شخصين"),
        ("عائلتان", "عائلتين"),
        ("قطعتا سلاح", "قطعتي سلاح"),
        ("شخصان مدنيان", "شخصين مدنيين"),
        ("بطاقتا ائتمان", "بطاقتي ائتمان"),
        ("شخصين", "شخصين"),
    ],
)
def test_the_dual_after_a_preposition(two: str, expected: str) -> None:
    assert oblique({**PEOPLE, "two": two}) == {**PEOPLE, "two": expected}


def test_forms_without_a_dual_stay() -> None:
    assert oblique({"other": "شخص"}) == {"other": "شخص"}
