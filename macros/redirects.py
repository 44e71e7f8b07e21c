"""Redirects: the addresses of former ids lead to the records that took their place; those of withdrawn ids say so.

In: the Atlas. Out: (path of the old page, path of the new one, language) triples, a `Tombstone` per withdrawn id and
language, and the pages made of both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses, render
from macros.atlas import Atlas
from macros.derive.ledger import gone, moved
from macros.language import Said, Tongue
from macros.records.base import LANGS, Lang


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The page of a withdrawn id: its path, language, and why and when; both empty if it was for safety."""

    path: str
    lang: Lang
    why: Said | None
    when: str


def old_pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """(path, HTML) of the page at every former and withdrawn id, in both languages."""
    for old, new, lang in redirects(atlas):
        here = addresses.localised(old, lang)
        target = addresses.relative(addresses.localised(new, lang), here)
        yield f"{here}index.html", render.redirect(target, lang, Tongue(atlas, lang).ui("moved"))
    for stone in tombstones(atlas):
        word = Tongue(atlas, stone.lang).ui("withdrawn")
        here = addresses.localised(stone.path, stone.lang)
        yield f"{here}index.html", render.tombstone(stone.lang, word, stone.why, stone.when)


def redirects(atlas: Atlas) -> Iterator[tuple[str, str, Lang]]:
    """Old and new site paths without their language prefix, once per language; a source has no page of its own."""
    for one in moved(atlas):
        if one.kind != "item":
            for lang in LANGS:
                yield addresses.of(one.kind, one.old) or "", addresses.of(one.kind, one.new) or "", lang


def tombstones(atlas: Atlas) -> Iterator[Tombstone]:
    """A page in each language for every withdrawn id."""
    for one in gone(atlas):
        for lang in LANGS:
            tongue, path = Tongue(atlas, lang), addresses.of(one.kind, one.id) or ""
            if one.why.safety:
                yield Tombstone(path, lang, None, "")
            else:
                yield Tombstone(path, lang, tongue.said(one.why), tongue.date(one.why.when) if one.why.when else "")
