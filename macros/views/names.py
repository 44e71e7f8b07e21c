"""Names: every spelling of everything that has a page, in both scripts; the search that needs no script."""

from __future__ import annotations

from dataclasses import dataclass

from macros.views.desk import Desk, Link
from macros.views.lists import collation


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling and what it names."""

    spelling: str
    lang: str
    link: Link
    kind: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The spellings that start with one letter."""

    anchor: str
    letter: str
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """Every spelling of every place, force, person and concept, in both scripts."""

    latin: tuple[Letter, ...]
    arabic: tuple[Letter, ...]
    count: str


def names_page(desk: Desk) -> NamesPage:
    """Every spelling in both scripts, by first letter; the article ال and al- do not count for the order."""
    found: dict[tuple[str, str], dict[tuple[str, str, str], Spelling]] = {}
    total = 0
    for kind, holder in desk.atlas.named():
        for name, record in holder.items():
            for spelling in dict.fromkeys((record.name.en, record.name.ar, *record.variants)):
                lang = "ar" if is_arabic(spelling) else "en"
                total += 1
                shown = Spelling(spelling, lang, desk.link(name), desk.tongue.ui(f"kind_{kind}"))
                found.setdefault((lang, initial(spelling)), {})[collation(spelling), spelling, name] = shown

    def letters(lang: str) -> tuple[Letter, ...]:
        return tuple(
            Letter(f"{lang}-{ord(letter):x}", letter, tuple(s for _, s in sorted(spellings.items())))
            for (of, letter), spellings in sorted(found.items())
            if of == lang
        )

    return NamesPage(letters("en"), letters("ar"), desk.tongue.count("names", total))


def is_arabic(text: str) -> bool:
    """Whether a spelling is in the Arabic script."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def initial(text: str) -> str:
    """The letter a spelling is filed under."""
    return collation(text)[:1].upper() or "?"
