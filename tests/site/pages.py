"""A built site as data: every page parsed as a browser would, its ids, links and what it loads.

In: the folder of a built site. Out: a `Site` of `Page` values by path (`places/x/`, `404.html`).
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

HOST = "https://example.org"
# Attributes that make a browser ask for something at once; an `a` only leads there when somebody follows it.
LOADS = {
    ("link", "href"), ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"),
    ("iframe", "src"), ("embed", "src"), ("object", "data"), ("video", "src"), ("video", "poster"), ("audio", "src"),
    ("track", "src"), ("input", "src"), ("body", "background"), ("image", "href"), ("use", "href"), ("form", "action"),
}  # fmt: skip
NO_REQUEST = {"canonical", "alternate", "author", "license", "next", "prev"}  # of <link rel>


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file: `links` are (href, rel, hreflang) of every `a`, `heads` the same of every `link`."""

    path: str
    lang: str
    dir: str
    ids: tuple[str, ...]
    h1: tuple[str, ...]
    title: str
    text: str
    links: tuple[tuple[str, str, str], ...]
    heads: tuple[tuple[str, str, str], ...]
    loads: tuple[str, ...]
    attributes: frozenset[str]
    tags: frozenset[str]
    errors: tuple[str, ...]
    refresh: str
    raw: str

    @property
    def language(self) -> str:
        """The language of the page by its path."""
        return "ar" if self.path.startswith("ar/") else "en"

    @property
    def plain(self) -> str:
        """The path without the prefix of its language."""
        return self.path.removeprefix("ar/")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site; `base` is the path it is served under."""

    folder: Path
    base: str
    pages: dict[str, Page]

    def full(self) -> Iterator[Page]:
        """The pages with a frame: neither redirects nor 404.html."""
        return (page for page in self.pages.values() if not page.refresh and page.path != "404.html")

    def address(self, page: Page, base: str | None = None) -> str:
        """Where a page is, on a host of our own."""
        return HOST + (self.base if base is None else base) + page.path

    def resolve(self, page: Page, href: str, base: str | None = None) -> tuple[str, str] | None:
        """(file of the site, fragment) an address on a page leads to, or None when it leaves the site's base."""
        where = self.base if base is None else base
        found = urlsplit(urljoin(self.address(page, base), href))
        if f"{found.scheme}://{found.netloc}" != HOST or not found.path.startswith(where):
            return None
        path = unquote(found.path.removeprefix(where))
        return (path + "index.html" if path.endswith("/") or not path else path), unquote(found.fragment)

    def page_at(self, file: str) -> Page | None:
        """The page in a file of the site."""
        return self.pages.get(file.removesuffix("index.html"))


def read(folder: Path, base: str) -> Site:
    """Parse every page of a built site, on every core there is."""
    files = sorted(folder.rglob("*.html"))
    with ProcessPoolExecutor() as pool:
        pages = list(pool.map(parse, files, [folder] * len(files), chunksize=16))
    return Site(folder, base, {page.path: page for page in pages})


def parse(file: Path, folder: Path) -> Page:
    """One file as a `Page`."""
    raw = file.read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    elements = [element for element in parser.parse(raw).iter() if isinstance(element.tag, str)]
    named = [(local(element.tag), {local(k): v for k, v in element.attrib.items()}) for element in elements]
    texts = {tag: [words(e) for e in elements if local(e.tag) == tag] for tag in ("h1", "title", "body")}
    first = {tag: next((a for name, a in named if name == tag), {}) for tag in ("html", "body")}
    return Page(
        path=file.relative_to(folder).as_posix().removesuffix("index.html"),
        lang=first["html"].get("lang", ""),
        dir=first["html"].get("dir") or first["body"].get("dir", ""),
        ids=tuple(a["id"] for _, a in named if "id" in a),
        h1=tuple(texts["h1"]),
        title="".join(texts["title"][:1]),
        text="".join(texts["body"]),
        links=leading(named, "a"),
        heads=leading(named, "link"),
        loads=tuple(loaded(named)),
        attributes=frozenset(name for _, a in named for name in a),
        tags=frozenset(tag for tag, _ in named),
        errors=tuple(f"{position}: {code}" for position, code, _ in parser.errors),
        refresh="".join(a.get("content", "") for _, a in named if a.get("http-equiv", "").lower() == "refresh"),
        raw=raw,
    )


def leading(named: list[tuple[str, dict[str, str]]], tag: str) -> tuple[tuple[str, str, str], ...]:
    """Address, relation and language of every element of one tag that has an address."""
    found = (a for name, a in named if name == tag and "href" in a)
    return tuple((a["href"], a.get("rel", ""), a.get("hreflang", "")) for a in found)


def local(name: Any) -> str:
    """A tag's or attribute's name without its namespace."""
    return str(name).rpartition("}")[2].rpartition(":")[2].lower()


def words(element: Any) -> str:
    """The text of an element, its white space as one space."""
    return " ".join("".join(element.itertext()).split())


def loaded(named: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    """What the page asks for by itself."""
    for tag, attributes in named:
        for name, value in attributes.items():
            if (tag, name) in LOADS and not (tag == "link" and set(attributes.get("rel", "").split()) <= NO_REQUEST):
                yield value


def styles(site: Site) -> Iterator[tuple[str, str]]:
    """(file, address) of everything the site's own style sheets load."""
    used = {site.resolve(page, address) for page in site.full() for address in page.loads}
    for found in sorted(one[0] for one in used if one and one[0].endswith(".css")):
        text = (site.folder / found).read_text(encoding="utf-8")
        for match in re.finditer(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", text):
            yield found, match[1] or match[2]


def weight(site: Site, page: Page) -> int:
    """Bytes of the first view, compressed: the page and everything it loads by itself."""
    own = {page.path: len(gzip.compress(page.raw.encode(), 9))}
    for address in page.loads:
        found = site.resolve(page, address)
        if found and (site.folder / found[0]).is_file():
            own[found[0]] = len(gzip.compress((site.folder / found[0]).read_bytes(), 9))
    return sum(own.values())


def repeated(ids: tuple[str, ...]) -> list[str]:
    """The ids that stand more than once."""
    return [name for name, n in Counter(ids).items() if n > 1]
