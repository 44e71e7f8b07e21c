"""Signposts: the files a browser or a search engine asks for by name: robots.txt and a web manifest per language.

In: the Atlas and the edition. Out: (path, text) pairs. The sitemap is the theme's template `sitemap.xml`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros import addresses
from macros.atlas import Atlas
from macros.cards import ICON, ICON_SIZE
from macros.edition import Edition
from macros.language import Tongue
from macros.records.base import LANGS, Lang

PAPER, ACCENT = "#fdfcfa", "#0f4f57"


def signposts(atlas: Atlas, edition: Edition) -> Iterator[tuple[str, str]]:
    """Every such file."""
    yield "robots.txt", robots(edition)
    for lang in LANGS:
        yield addresses.localised("manifest.webmanifest", lang), manifest(Tongue(atlas, lang), lang)


def robots(edition: Edition) -> str:
    """Everything may be read; a crawler obeys it only at the root of a host."""
    sitemap = f"Sitemap: {edition.site}sitemap.xml\n" if edition.site else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def manifest(tongue: Tongue, lang: Lang) -> str:
    """What a phone shows when a reader puts the site on its screen; it opens in the browser, with its address."""
    here = addresses.localised("", lang)
    icons = [
        {"src": addresses.relative("assets/icon.svg", here), "sizes": "any", "type": "image/svg+xml"},
        {"src": addresses.relative(ICON, here), "sizes": f"{ICON_SIZE}x{ICON_SIZE}", "type": "image/png"},
    ]
    told = {
        "name": tongue.ui("site"),
        "short_name": tongue.ui("site_short"),
        "description": tongue.ui("site_about"),
        "lang": lang,
        "dir": "rtl" if lang == "ar" else "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": icons,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
