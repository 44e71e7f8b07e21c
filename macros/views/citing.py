"""Citing: how to cite a page or an account, in words of both languages, and where the citation files lie.

In: a desk. Out: a `Cited`. The words are those of docs/data.md: the source first, then where this record keeps it, with
the record's day and version, because the record changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from macros import addresses
from macros.atlas import AccountEntry
from macros.language import Tongue
from macros.records.base import LANGS, Lang
from macros.views.desk import Desk, Link

FORMS = {"bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}


@dataclass(frozen=True, slots=True)
class CitedText:
    """A citation in one language: its parts, each in a direction of its own, and the comma between them."""

    lang: Lang
    parts: tuple[str, ...]
    comma: str


@dataclass(frozen=True, slots=True)
class Cited:
    """The citation in words, in the page's language first; and its files, empty where a page has none."""

    texts: tuple[CitedText, ...]
    files: tuple[Link, ...] = ()


def page_cited(desk: Desk, titles: Mapping[Lang, str], subject: tuple[str, str] | None) -> Cited:
    """How to cite a page, given its title in each language and the kind and id of what it is about."""
    texts = tuple(_page(Tongue(desk.atlas, lang), desk, titles[lang]) for lang in _order(desk))
    return Cited(texts, files(desk, *subject) if subject else ())


def files(desk: Desk, kind: str, name: str) -> tuple[Link, ...]:
    """The citation files of a page."""
    here = addresses.localised(desk.here, desk.lang)
    return tuple(Link(FORMS[form], addresses.relative(path, here)) for form, path in addresses.cite(kind, name).items())


def account_cited(desk: Desk, entry: AccountEntry, locator: Callable[[Desk, str], str]) -> Cited:
    """How to cite an account; `locator` says its pinpoint in words."""
    return Cited(tuple(_account(replace(desk, lang=lang), entry, locator) for lang in _order(desk)))


def _order(desk: Desk) -> tuple[Lang, ...]:
    return tuple(sorted(LANGS, key=lambda lang: lang != desk.lang))


def _page(tongue: Tongue, desk: Desk, title: str) -> CitedText:
    address = desk.edition.to(addresses.localised(desk.here, tongue.lang), "")
    return _joined(tongue, tongue.ui("site"), tongue.ui("quoted", text=title), *_record(tongue, desk), address)


def _account(desk: Desk, entry: AccountEntry, locator: Callable[[Desk, str], str]) -> CitedText:
    tongue = desk.tongue
    item = desk.atlas.sources[entry.item].record
    address = addresses.of("account", entry.id) or ""
    return _joined(
        tongue,
        tongue.name(entry.publisher),
        tongue.ui("quoted", text=item.heading(tongue.lang)[0]),
        tongue.date(item.published),
        locator(desk, entry.record.at),
        tongue.ui("cite_kept", site=tongue.ui("site")),
        *_record(tongue, desk),
        desk.edition.to(addresses.localised(address, tongue.lang), ""),
    )


def _record(tongue: Tongue, desk: Desk) -> list[str]:
    """The day and the version, where they are known."""
    edition = desk.edition
    day = [tongue.ui("cite_as_of", date=edition.as_of)] if edition.as_of else []
    return day + ([tongue.ui("cite_version", version=edition.version)] if edition.version else [])


def _joined(tongue: Tongue, *parts: str) -> CitedText:
    return CitedText(tongue.lang, tuple(part for part in parts if part), tongue.comma)
