"""The kinds of pages, told from their addresses alone, and the page that stands for each: the longest of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# In this order the first pattern that fits names the kind; paths are those of the English half.
PATTERNS = {
    "front": r"",
    "404": r"404\.html",
    "places": r"places/",
    "sources of a place": r"places/[^/]+/sources/",
    "event": r"places/[^/]+/[^/]+/",
    "place": r"places/[^/]+/",
    "forces": r"forces/",
    "force": r"forces/[^/]+/",
    "person": r"people/[^/]+/",
    "concepts": r"concepts/",
    "concept": r"concepts/[^/]+/",
    "chronology": r"chronology/",
    "year": r"chronology/[^/]+/",
    "names": r"names/(?:[^/]+/)?",
    "sources": r"sources/",
    "publisher": r"sources/[^/]+/",
    "reading": r"reading/[^/]+/",
    "disagreements": r"disagreements/",
    "disagreements of a town": r"disagreements/[^/]+/",
    "compare": r"compare/",
    "routes": r"routes/",
    "not known": r"not-known/",
    "coverage": r"coverage/",
    "search": r"search/",
    "data": r"data/(?:[^/]+/)*",
    "safety": r"about/safety/",
    "corrections": r"about/corrections/",
    "about": r"about/(?:[^/]+/)*",
    "explainer": r"how-a-settlement-works/|explainers/(?:[^/]+/)*",
    "redirect": r"",
    "other": r".*",
}
KINDS = tuple(PATTERNS)


def kind_of(path: str, redirects: bool = False) -> str:
    """The kind of the page at a path of the site."""
    if redirects:
        return "redirect"
    plain = path.removeprefix("ar/")
    return next(kind for kind, pattern in PATTERNS.items() if kind != "redirect" and re.fullmatch(pattern, plain))


def samples(sizes: Mapping[str, int], redirects: Iterable[str] = ()) -> dict[str, str]:
    """The longest English page of each kind; its Arabic twin stands for the kind in Arabic."""
    leading = set(redirects)
    chosen: dict[str, str] = {}
    for path in sorted(sizes, key=lambda path: (-sizes[path], path)):
        if path not in leading and not path.startswith("ar/"):
            chosen.setdefault(kind_of(path), path)
    return {kind: chosen[kind] for kind in KINDS if kind in chosen}


def twin(path: str, lang: str) -> str:
    """The address of a sample in a language; 404.html is one page for both, asked for under each."""
    if path == "404.html":
        return path
    return f"ar/{path}" if lang == "ar" else path
