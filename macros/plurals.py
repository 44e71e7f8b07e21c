"""Numbers with their nouns, in English and Arabic.

In: a whole number, and a unit's forms by CLDR plural category as data/vocabulary/units.yml holds them.
Out: the noun alone, or number and noun together, as a newspaper would print them.
Why: Arabic has six categories, "one" and "two" swallow the digit, and the dual changes after a preposition;
callers should have to know none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from babel import Locale

Lang = Literal["en", "ar"]


@cache
def _locale(lang: Lang) -> Locale:
    return Locale.parse(lang)


def category(n: int, lang: Lang) -> str:
    """The CLDR plural category of a whole number of 0 or more: zero, one, two, few, many or other."""
    return _locale(lang).plural_form(n)


def noun(n: int, forms: Mapping[str, str], lang: Lang) -> str:
    """The noun as it stands with `n`; a form that is missing falls back to `other` (KeyError without one)."""
    found = forms.get(category(n, lang))
    return forms["other"] if found is None else found


def counted(n: int, forms: Mapping[str, str], lang: Lang) -> str:
    """Number and noun, "150 people"; Arabic `one` and `two`, where given, stand without the digit."""
    which = category(n, lang)
    if lang == "ar" and which in ("one", "two") and which in forms:
        return forms[which]
    return f"{n} {noun(n, forms, lang)}"


def oblique(forms: Mapping[str, str]) -> dict[str, str]:
    """Arabic forms as they stand after a preposition or a verb: only the dual changes its spelling."""
    changed = dict(forms)
    if "two" in forms:
        first, *rest = forms["two"].split(" ")
        if first.endswith("ان"):
            # An adjective is dual with its noun, so every word follows.
            changed["two"] = " ".join(_swap(word, "ان", "ين") for word in [first, *rest])
        else:
            # In a construct the dual has lost its nun, and only its head is dual: two "pieces" of weapon.
            changed["two"] = " ".join([_swap(first, "ا", "ي"), *rest])
    return changed


def _swap(word: str, old: str, new: str) -> str:
    return word.removesuffix(old) + new if word.endswith(old) else word
