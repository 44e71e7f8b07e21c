"""Addresses: where everything has its page, the same path in both languages, Arabic under `ar/`.

In: ids. Out: site paths such as `places/tafas/#2021-02-agreement`, and the relative links between pages, so that the
site works at a root, under a sub-path and in a folder. The one home of the site's address scheme.
"""

from __future__ import annotations

import posixpath

FOLDERS = {
    "place": "places",
    "force": "forces",
    "person": "people",
    "concept": "concepts",
    "publisher": "sources",
}
PREFIX = {"en": "", "ar": "ar/"}


def page(kind: str, name: str) -> str:
    """The page of a place, force, person, concept or publisher."""
    return f"{FOLDERS[kind]}/{name}/"


def of(kind: str, name: str) -> str | None:
    """Where anything with an id is found: its page, or its part of a page; None for what has none (a voice)."""
    if kind in FOLDERS:
        return page(kind, name)
    if kind == "event":
        return f"{page('place', name)}"
    if kind == "account":
        event, _, anchor = name.rpartition("/")
        return f"{page('place', event)}#{anchor}"
    if kind == "item":
        publisher, item = name.split("/")
        return f"{page('publisher', publisher)}#{item}"
    if kind == "group":
        return f"forces/#group-{name}"
    return None


def evidence(place: str) -> str:
    """The page of a place's roles and sources, where it has one apart."""
    return f"{page('place', place)}sources/"


def correction(name: str) -> str:
    """An entry of the log of corrections."""
    return f"about/corrections/#{name}"


# Folders of citations, by kind of page; the endings of their formats; the feeds there is one of.
CITED = FOLDERS | {"publisher": "publishers", "event": "events"}
FORMS = {"bibtex": "bib", "ris": "ris", "csl": "json"}
NEWS = "feeds/new"
CORRECTED = "feeds/corrections"


def cite(kind: str, name: str) -> dict[str, str]:
    """The citation files of a page by format; an item's are its publisher's, an account's its event's."""
    if kind == "item":
        kind, name = "publisher", name.partition("/")[0]
    if kind == "account":
        kind, name = "event", name.rpartition("/")[0]
    return {form: f"cite/{CITED[kind]}/{name}.{ending}" for form, ending in FORMS.items()}


def feed(place: str) -> str:
    """A place's feed without its ending; Arabic under `ar/` like a page."""
    return f"feeds/places/{place}"


def localised(path: str, lang: str) -> str:
    """The path of the same page in a language."""
    return PREFIX[lang] + path


def relative(target: str, here: str) -> str:
    """A link from the page at path `here` to `target` (both from the site's root, folders ending in `/`)."""
    path, mark, fragment = target.partition("#")
    if mark and path == here:
        return f"#{fragment}"
    folder = posixpath.dirname(here) or "."
    link = posixpath.relpath(path or ".", folder)
    if not path or path.endswith("/"):
        link += "/"
    return link + mark + fragment


def language(path: str) -> str:
    """The language of a page by its path."""
    return "ar" if path == "ar" or path.startswith("ar/") else "en"
