"""What is judged: the built site, parsed, served at an address, its pages by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.audit import kinds
from tests.audit.server import BASE
from tests.site import pages

LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Subject:
    """A built site at an address; `samples` is the page that stands for each kind."""

    site: pages.Site
    address: str
    samples: dict[str, str]

    def url(self, path: str) -> str:
        """Where a page is served."""
        return self.address + path

    def kind(self, path: str) -> str:
        """The kind of a page."""
        page = self.site.pages.get(path)
        return kinds.kind_of(path, redirects=bool(page and bare(page)))

    def count(self, paths: Iterable[str]) -> Counter[str]:
        """How many pages of each kind."""
        return Counter(self.kind(path) for path in paths)

    def views(self) -> Iterator[tuple[str, str, str]]:
        """(kind, language, path) of the page that stands for each kind, in both languages."""
        for kind, path in self.samples.items():
            for lang in LANGUAGES:
                yield kind, lang, kinds.twin(path, lang)


def bare(page: pages.Page) -> bool:
    """A page without our frame: one that leads on, or stands where something was withdrawn."""
    return bool(page.refresh) or "f-header" not in page.raw


def read(folder: Path, address: str) -> Subject:
    """Parse a built site; its base is the sub-path it is served under."""
    site = pages.read(folder, BASE)
    sizes = {path: len(page.raw) for path, page in site.pages.items() if "/downloads/" not in path}
    return Subject(site, address, kinds.samples(sizes, [path for path, page in site.pages.items() if bare(page)]))
