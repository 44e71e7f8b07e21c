"""The lists: places by governorate and outcome, the glossary of forces, concepts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive.towns import outcome
from macros.language import Said
from macros.views.desk import Desk, Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: a name in both scripts, what it is, how much the record has on it."""

    link: Link
    other: str
    kind: str
    text: Said | None
    count: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Group:
    """A headed part of a list."""

    anchor: str
    title: str
    link: Link | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PlacesPage:
    """Places twice: by derived outcome (towns with events) and by governorate (all)."""

    outcomes: tuple[Group, ...]
    regions: tuple[Group, ...]


def places_page(desk: Desk) -> PlacesPage:
    """The index of places."""
    atlas, tongue = desk.atlas, desk.tongue
    by_outcome: dict[str, list[str]] = {word: [] for word in atlas.words["outcome"]}
    by_region: dict[str, list[str]] = {}
    for name in atlas.places:
        if atlas.events_of.get(name):
            by_outcome[outcome(atlas, name).outcome].append(name)
        by_region.setdefault(region(desk, name), []).append(name)
    return PlacesPage(
        outcomes=tuple(
            Group(f"outcome-{word}", tongue.word("outcome", word), None, _entries(desk, names))
            for word, names in by_outcome.items()
            if names
        ),
        regions=tuple(
            Group(
                f"in-{name or 'none'}",
                tongue.name(name) if name else tongue.ui("no_governorate"),
                desk.link(name) if name else None,
                _entries(desk, [n for n in names if n != name]),
            )
            for name, names in sorted(by_region.items(), key=lambda item: _region_order(desk, item[0]))
        ),
    )


def region(desk: Desk, name: str) -> str:
    """The governorate a place lies in, itself included, or the empty string."""
    here: str | None = name
    while here:
        place = desk.atlas.places[here]
        if place.kind == "governorate":
            return here
        here = place.parent
    return ""


def _region_order(desk: Desk, name: str) -> tuple[bool, int, str]:
    """Governorates with most events first, the rest last."""
    events = sum(len(desk.atlas.events_of.get(n, ())) for n in (name, *desk.atlas.inside.get(name, ()))) if name else 0
    return (name == "", -events, desk.tongue.name(name) if name else "")


def _entries(desk: Desk, names: Iterable[str]) -> tuple[Entry, ...]:
    return tuple(entry(desk, name) for name in sorted(names, key=lambda n: collation(desk.tongue.name(n))))


def entry(desk: Desk, name: str) -> Entry:
    """The line of a place, force, person or concept."""
    atlas, tongue = desk.atlas, desk.tongue
    kind = atlas.kind_of(name)
    label = atlas.label(name)
    text, what, count = None, "", 0
    if kind == "place":
        what = tongue.word("kind.place", atlas.places[name].kind)
        count = len(atlas.events_of.get(name, ()))
    elif kind == "force":
        what = tongue.word("kind.force", atlas.forces[name].kind)
        text = tongue.said(atlas.forces[name].description)
        count = len(atlas.roles_of.get(name, ()))
    elif kind == "person":
        text = tongue.said(atlas.people[name].role)
        count = len(atlas.roles_of.get(name, ()))
    elif kind == "concept":
        text = tongue.said(atlas.concepts[name].definition)
    shown = tongue.count("events", count) if count else ""
    return Entry(desk.link(name), label.get(desk.other), what, text, shown, name)


def forces_page(desk: Desk) -> tuple[Group, ...]:
    """The glossary of forces by kind, then persons, then the unnamed groups accounts speak of."""
    atlas, tongue = desk.atlas, desk.tongue
    groups = []
    for kind in atlas.words["kind.force"]:
        names = [name for name, force in atlas.forces.items() if force.kind == kind]
        if names:
            groups.append(Group(f"kind-{kind}", tongue.word("kind.force", kind), None, _entries(desk, names)))
    if atlas.people:
        groups.append(Group("people", tongue.ui("h_people"), None, _entries(desk, atlas.people)))
    unnamed = tuple(
        Entry(Link(tongue.name(g)), atlas.label(g).get(desk.other), "", None, _party_count(desk, g), f"group-{g}")
        for g in atlas.words.get("group", {})
    )
    groups.append(Group("groups", tongue.ui("h_groups"), None, unnamed))
    return tuple(groups)


def _party_count(desk: Desk, name: str) -> str:
    count = len(desk.atlas.roles_of.get(name, ()))
    return desk.tongue.count("events", count) if count else ""


def concepts_page(desk: Desk) -> tuple[Entry, ...]:
    """All concepts."""
    return _entries(desk, desk.atlas.concepts)


FOLD = str.maketrans("أإآىة", "ااايه", "'’ʿʾ`")


def collation(text: str) -> str:
    """A sort key: no article, no marks on letters, hamza and alef forms as one."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    bare = bare.translate(FOLD)
    for article in ("al-", "ar-", "as-", "at-", "ad-", "al ", "as ", "ال"):
        if bare.startswith(article) and len(bare) > len(article) + 1:
            return bare[len(article) :].lstrip()
    return bare
