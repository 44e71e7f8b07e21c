"""Cards: what a messenger or a search engine shows of a page that nobody has opened yet.

In: the page's title, its HTML, its language. Out: a description and the Open Graph properties. Nothing is fetched: an
image is named only where the site's own address is known.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from macros import addresses
from macros.records.base import Lang

# What a page says of itself first: its lead, else what stands under its heading.
LEADS = (
    re.compile(r'<p class="s-lead">(.*?)</p>', re.DOTALL),
    re.compile(r'<p class="s-event__head">(.*?)</p>', re.DOTALL),
)
FIRST = re.compile(r"<p>(.*?)</p>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
LONGEST = 200
LOCALES: dict[Lang, str] = {"en": "en_GB", "ar": "ar_SY"}
ICON, ICON_SIZE = "assets/icon-512.png", 512


@dataclass(frozen=True, slots=True)
class Card:
    """`description` for search engines, `properties` (name, content) for messengers."""

    description: str
    properties: tuple[tuple[str, str], ...]


def description(body: str, otherwise: str, *, written: bool) -> str:
    """The page's first words, unless they await a translation; else what the site says of itself."""
    patterns = (*LEADS, FIRST) if written else LEADS
    found = next((match[1] for pattern in patterns if (match := pattern.search(body))), "")
    text = "" if "s-awaited" in found else " ".join(html.unescape(TAG.sub("", found)).split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0].rstrip(".,;:،؛–- ") + " …"
    return text or otherwise


def card(title: str, about: str, name: str, lang: Lang, path: str, site: str) -> Card:
    """The card of the page at `path` (its language's prefix included); `site` is the site's address or empty."""
    front = path in ("", addresses.localised("", "ar"))
    found = [
        ("og:type", "website" if front else "article"),
        ("og:title", name if front else title),
        ("og:description", about),
        ("og:site_name", name),
        ("og:locale", LOCALES[lang]),
        ("og:locale:alternate", LOCALES["ar" if lang == "en" else "en"]),
    ]
    if site:
        found += [
            ("og:url", site + path),
            ("og:image", site + ICON),
            ("og:image:type", "image/png"),
            ("og:image:width", str(ICON_SIZE)),
            ("og:image:height", str(ICON_SIZE)),
            ("og:image:alt", name),
        ]
    return Card(about, tuple(found))
