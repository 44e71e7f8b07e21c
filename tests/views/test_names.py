"""Names: every spelling under its letter, in both scripts; articles, marks and hamza forms do not count."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.atlas import Atlas
from macros.views.desk import Desk
from macros.views.lists import collation
from macros.views.names import initial, is_arabic, names_page


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("al-Bab", "bab"),
        ("Al-Bāb", "bab"),
        ("Ṭafas", "tafas"),
        ("as-Sanamayn", "sanamayn"),
        ("الباب", "باب"),
        ("أم باطنة", "ام باطنه"),
        ("إدلب", "ادلب"),
        ("مَعبر", "معبر"),
        ("عيسى", "عيسي"),
        ("al-", "al-"),
        ("ال", "ال"),
    ],
)
def test_how_a_spelling_is_sorted(text: str, key: str) -> None:
    assert collation(text) == key


@pytest.mark.parametrize(("text", "letter"), [("al-Bab", "B"), ("الباب", "ب"), ("آفاق", "ا"), ("15th", "1")])
def test_the_letter_a_spelling_stands_under(text: str, letter: str) -> None:
    assert initial(text) == letter


@pytest.mark.parametrize("which", ["atlas", "real"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_spelling_stands_there_once_for_each_thing_it_names(
    request: pytest.FixtureRequest, which: str, lang: str
) -> None:
    atlas: Atlas = request.getfixturevalue(which)
    page = names_page(Desk(atlas, lang, "names/"))  # type: ignore[arg-type]
    expected = Counter(
        spelling
        for _, holder in atlas.named()
        for record in holder.values()
        for spelling in {record.name.en, record.name.ar, *record.variants}
    )
    letters = (*page.latin, *page.arabic)
    assert Counter(one.spelling for letter in letters for one in letter.spellings) == expected
    assert len({letter.anchor for letter in letters}) == len(letters)
    assert [letter.letter for letter in letters if not letter.letter.strip()] == []


def test_each_script_has_its_list(atlas: Atlas) -> None:
    page = names_page(Desk(atlas, "en", "names/"))
    assert all(not is_arabic(one.spelling) for letter in page.latin for one in letter.spellings)
    assert all(is_arabic(one.spelling) for letter in page.arabic for one in letter.spellings)
    marked = next(letter for letter in page.arabic if letter.letter == "ب")
    assert {"بيت صوان", "بيت صوّان"} <= {one.spelling for one in marked.spellings}
