"""Pages: which generated pages the site has, at which path, made by which macro.

In: the Atlas. Out: `VirtualPage` values, one per page and language. A hand-written page at the same path wins.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.atlas import Atlas
from macros.language import Tongue
from macros.records.base import LANGS, Lang
from macros.views.chronology import years
from macros.views.desk import Desk
from macros.views.differences import disputed_places
from macros.views.place import evidence_title, has_evidence_page


@dataclass(frozen=True, slots=True)
class VirtualPage:
    """A generated page: the path of its Markdown source, its title and the macro call that is its whole content."""

    path: str
    lang: Lang
    title: str
    macro: str
    argument: str | None = None

    @property
    def source(self) -> str:
        """Markdown: front matter and one macro call with an id, so that no text of the record is read as code."""
        call = f'{self.macro}("{self.argument}")' if self.argument else f"{self.macro}()"
        return f"---\ntitle: {json.dumps(self.title)}\n---\n\n{{{{ {call} }}}}\n"


# Pages there is one of: path, macro, key of the title in the interface vocabulary.
SINGLE = (
    ("places/", "places_index", "h_places"),
    ("forces/", "forces_glossary", "h_forces"),
    ("concepts/", "concepts_index", "h_concepts"),
    ("chronology/", "chronology_index", "h_chronology"),
    ("names/", "names_index", "h_spellings"),
    ("sources/", "sources_index", "h_sources"),
    ("disagreements/", "disagreements_index", "h_disagreements"),
    ("compare/", "compare", "h_compare"),
    ("not-known/", "not_known", "h_not_known"),
    ("coverage/", "coverage", "h_coverage"),
    ("routes/", "routes_page", "h_routes"),
)
# Pages there is one of per record.
EACH = (
    ("place", "place_page"),
    ("force", "force_page"),
    ("person", "person_page"),
    ("concept", "concept_page"),
    ("publisher", "publisher_page"),
)


def virtual_pages(atlas: Atlas) -> Iterator[VirtualPage]:
    """Every generated page in both languages."""
    for lang in LANGS:
        tongue = Tongue(atlas, lang)
        for path, macro, title in SINGLE:
            yield _page(lang, path, tongue.ui(title), macro)
        holders = dict(atlas.named()) | {"publisher": atlas.publishers}
        for kind, macro in EACH:
            for name in holders[kind]:
                yield _page(lang, addresses.page(kind, name), tongue.name(name), macro, name)
        for name, event in atlas.events.items():
            title = f"{tongue.said(event.record.title).text} – {tongue.name(event.place)}"
            yield _page(lang, addresses.of("event", name) or "", title, "event_page", name)
        for name in disputed_places(atlas):
            title = tongue.ui("disagreements_of", place=tongue.name(name))
            yield _page(lang, f"disagreements/{name}/", title, "town_disagreements", name)
        for name in (name for name in atlas.events_of if has_evidence_page(atlas, name)):
            title = evidence_title(Desk(atlas, lang, ""), name)
            yield _page(lang, addresses.evidence(name), title, "evidence_page", name)
        for year in years(Desk(atlas, lang, "")):
            yield _page(
                lang, f"chronology/{year}/", f"{tongue.ui('h_chronology')} {year}", "chronology_year", str(year)
            )
        for name, reading in atlas.readings.items():
            yield _page(lang, f"reading/{name}/", tongue.said(reading.title).text, "reading_page", name)


def _page(lang: Lang, path: str, title: str, macro: str, argument: str | None = None) -> VirtualPage:
    return VirtualPage(f"{addresses.localised(path, lang)}index.md", lang, title, macro, argument)
