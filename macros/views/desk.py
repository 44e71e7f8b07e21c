"""The desk a page is written at: the Atlas, the page's language and its path, so that names become links."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros import addresses
from macros.atlas import Atlas
from macros.edition import Edition
from macros.language import Tongue
from macros.records.base import Lang


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads; `href` is None for what has no page, and for the page itself."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every view needs: `atlas`, `tongue` for words, `here` (the page's path without its language prefix)."""

    atlas: Atlas
    lang: Lang
    here: str
    edition: Edition = field(default_factory=Edition)

    @property
    def tongue(self) -> Tongue:
        """The words of the page's language."""
        return Tongue(self.atlas, self.lang)

    @property
    def other(self) -> Lang:
        """The other language."""
        return "ar" if self.lang == "en" else "en"

    def to(self, path: str) -> str:
        """A relative link from this page to a path of the site, in this page's language."""
        return addresses.relative(path, self.here)

    def link(self, name: str) -> Link:
        """The name of whatever an id names, linked to its page; of an event or a source item, its title."""
        kind = self.atlas.kind_of(name)
        path = addresses.of(kind, name)
        return Link(self._text(kind, name), None if path is None or path == self.here else self.to(path))

    def links(self, names: tuple[str, ...]) -> tuple[Link, ...]:
        """Several of them."""
        return tuple(self.link(name) for name in names)

    def _text(self, kind: str, name: str) -> str:
        if kind == "event":
            return self.tongue.said(self.atlas.events[name].record.title).text
        if kind in ("item", "publisher"):
            name = name.split("/", maxsplit=1)[0]
            return self.tongue.short(name)
        return self.tongue.name(name)

    def edit(self, kind: str, name: str) -> str | None:
        """Where the record's file is edited, or None while no repository is configured."""
        return self.edit_file(self.atlas.files[kind, name])

    def edit_file(self, file: str) -> str | None:
        """Where a file of the project is edited, or None while no repository is configured."""
        now = self.edition
        return f"{now.repository.rstrip('/')}/edit/{now.branch}/{file}" if now.repository else None
