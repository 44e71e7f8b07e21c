"""The macros a Markdown author can use; generated pages make the same calls.

In: a desk (which page, which language) and plain arguments. Out: HTML. An unknown id is an error that names the page
and the nearest known ids. `MACROS` lists them all; CONTRIBUTING documents each, and a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

from macros import addresses, render
from macros.authors_data import DATA_MACROS
from macros.derive.figures import figures
from macros.faults import nearest
from macros.records.account import LOCATOR
from macros.views import (
    bodies,
    charts,
    chronology,
    command,
    differences,
    events,
    front,
    lists,
    modules,
    names,
    overview,
    place,
    plots,
    routes,
    sources,
)
from macros.views import places_map as maps
from macros.views.accounts import locator
from macros.views.desk import Desk, Link


class MacroError(Exception):
    """A macro was called with something the record does not have; the message says what to write."""


def known(desk: Desk, name: object, ids: Collection[str], what: str) -> str:
    """The id itself, or an error naming the page and the nearest known ids."""
    if name not in ids:
        where = desk.here or "the front page"
        raise MacroError(f"{where} ({desk.lang}): no {what} is called `{name}`; {nearest(str(name), ids, what)}")
    return str(name)


def place_page(desk: Desk, place_id: str) -> str:
    """A place's whole page."""
    return render.page("place.html", desk, place.place_page(desk, known(desk, place_id, desk.atlas.places, "place")))


def evidence_page(desk: Desk, place_id: str) -> str:
    """Who is named in which role in a place's events, and every source."""
    view = place.evidence_page(desk, known(desk, place_id, desk.atlas.places, "place"))
    return render.page("evidence.html", desk, view)


def force_page(desk: Desk, force_id: str) -> str:
    """A force's whole page."""
    name = known(desk, force_id, desk.atlas.forces, "force")
    return render.page("body.html", desk, bodies.force_page(desk, name), pictures=command.body_pictures(desk, name))


def person_page(desk: Desk, person_id: str) -> str:
    """A person's whole page."""
    name = known(desk, person_id, desk.atlas.people, "person")
    return render.page("body.html", desk, bodies.person_page(desk, name), pictures=command.body_pictures(desk, name))


def concept_page(desk: Desk, concept_id: str) -> str:
    """A concept's whole page."""
    name = known(desk, concept_id, desk.atlas.concepts, "concept")
    return render.page("concept.html", desk, bodies.concept_page(desk, name))


def publisher_page(desk: Desk, publisher_id: str) -> str:
    """A publisher's whole page."""
    name = known(desk, publisher_id, desk.atlas.publishers, "publisher")
    return render.page("publisher.html", desk, sources.publisher_page(desk, name))


def reading_page(desk: Desk, reading_id: str) -> str:
    """A founding document's reading, paragraph by paragraph."""
    name = known(desk, reading_id, desk.atlas.readings, "reading")
    return render.page("reading.html", desk, sources.reading_page(desk, name))


def places_index(desk: Desk) -> str:
    """Every place, by outcome and by governorate."""
    return render.page("places.html", desk, lists.places_page(desk), map=maps.places_map(desk))


def routes_page(desk: Desk) -> str:
    """Every journey north on one map, and in words."""
    return render.page("routes.html", desk, routes.routes(desk))


def routes_map(desk: Desk, place_id: str | None = None) -> str:
    """The map of the journeys from a place, or of all, and a line for each."""
    name = None if place_id is None else known(desk, place_id, desk.atlas.places, "place")
    return render.page("routes_map.html", desk, routes.routes(desk, name))


def places_map(desk: Desk) -> str:
    """The map of all places with events, by derived outcome."""
    return render.page("places_map.html", desk, maps.places_map(desk))


def forces_glossary(desk: Desk) -> str:
    """The glossary of forces."""
    return render.page("forces.html", desk, lists.forces_page(desk))


def concepts_index(desk: Desk) -> str:
    """Every concept."""
    return render.page("concepts.html", desk, lists.concepts_page(desk))


def chronology_index(desk: Desk) -> str:
    """The years and months of the chronology."""
    chart, table = charts.record_chart(desk), charts.kind_table(desk)
    return render.page("chronology.html", desk, chronology.chronology_page(desk), chart=chart, table=table)


def chronology_year(desk: Desk, year: str) -> str:
    """One year of the chronology."""
    found = known(desk, str(year), [str(y) for y in chronology.years(desk)], "year of the chronology")
    events = [event for month in chronology.years(desk)[int(found)].values() for event in month]
    chart = charts.year_chart(desk, int(found), events)
    return render.page("year.html", desk, chronology.year_page(desk, int(found)), chart=chart)


def names_index(desk: Desk) -> str:
    """Every spelling in both scripts."""
    return render.page("names.html", desk, names.names_page(desk))


def sources_index(desk: Desk) -> str:
    """Every publisher."""
    return render.page("sources.html", desk, sources.sources_page(desk))


def disagreements_index(desk: Desk) -> str:
    """Every disputed point, counted by kind and town."""
    return render.page("disagreements.html", desk, differences.disagreements_page(desk))


def town_disagreements(desk: Desk, place_id: str) -> str:
    """One town's disputed points, the versions side by side."""
    name = known(desk, place_id, differences.disputed_places(desk.atlas), "place with a disputed point")
    view = differences.town_disagreements(desk, name)
    return render.page("town_disagreements.html", desk, view, disagreements=desk.to("disagreements/"))


def compare(desk: Desk) -> str:
    """Agreements by year: towns against terms."""
    return render.page("compare.html", desk, overview.compare_page(desk))


def not_known(desk: Desk) -> str:
    """What no account answers, by question and by town."""
    return render.page("not_known.html", desk, overview.not_known_page(desk))


def coverage(desk: Desk) -> str:
    """How well each town is covered, and what rests on one publisher alone."""
    return render.page("coverage.html", desk, overview.coverage_page(desk))


def front_page(desk: Desk) -> str:
    """The front page's blocks: key figures as ranges, towns by outcome, ways in."""
    return render.page("front.html", desk, front.front_page(desk))


def event_page(desk: Desk, event_id: str) -> str:
    """An event's whole page: its figures side by side and every account."""
    entry = desk.atlas.events[known(desk, event_id, desk.atlas.events, "event")]
    return render.page("event.html", desk, events.event_view(desk, entry), plots=plots.figure_plots(desk, entry))


def event(desk: Desk, event_id: str) -> str:
    """One event inside a page, its accounts folded."""
    entry = desk.atlas.events[known(desk, event_id, desk.atlas.events, "event")]
    return render.page("event_block.html", desk, events.event_view(desk, entry))


def timeline(desk: Desk, *event_ids: str, place_id: str | None = None) -> str:
    """A row per event: of a place, or of the events named, in the order of their dates."""
    if place_id is not None:
        chosen = list(desk.atlas.events_of.get(known(desk, place_id, desk.atlas.places, "place"), ()))
    else:
        chosen = [desk.atlas.events[known(desk, e, desk.atlas.events, "event")] for e in event_ids]
    rows = tuple(events.event_row(desk, entry) for entry in desk.atlas.timeline(chosen))
    return render.page("timeline.html", desk, rows, with_place=place_id is None)


def figure(desk: Desk, event_id: str, measure: str) -> str:
    """One figure of an event, every account side by side."""
    entry = desk.atlas.events[known(desk, event_id, desk.atlas.events, "event")]
    views = {f.measure: events.figure_view(desk, f) for f in figures(desk.atlas, entry)}
    return render.page("figure.html", desk, views[known(desk, measure, views, f"figure of {event_id}")])


def figure_range(desk: Desk, event_id: str, measure: str) -> str:
    """The range of a figure inside a sentence, linked to its event: `about 100 to about 150 people`."""
    entry = desk.atlas.events[known(desk, event_id, desk.atlas.events, "event")]
    found = {f.measure: f for f in figures(desk.atlas, entry)}
    shown = found[known(desk, measure, found, f"figure of {event_id}")]
    text = desk.tongue.range(shown.low, shown.high, measure)
    return render.inline(Link(text, desk.to(addresses.of("event", event_id) or "")))


def outcomes(desk: Desk) -> str:
    """Towns by derived outcome."""
    return render.page("outcomes.html", desk, lists.places_page(desk).outcomes)


def cite(desk: Desk, source_id: str, at: str) -> str:
    """A source and a pinpoint inside a sentence: `(Enab Baladi, paragraph 6)`."""
    name = known(desk, source_id, desk.atlas.sources, "source")
    if not re.fullmatch(LOCATOR, at):
        raise MacroError(f"{desk.here} ({desk.lang}): `{at}` is not a pinpoint; write p6, `p5, p7`, title or opening")
    return f"({render.inline(desk.link(name))}{desk.tongue.comma}{render.encode(locator(desk, at))})"


def mention(kind: str, what: str) -> Callable[[Desk, str], str]:
    """A macro that writes the linked name of a place, force, person or concept inside a sentence, or its own words."""

    def macro(desk: Desk, name: str, words: str | None = None) -> str:
        holder: dict[str, Any] = {**dict(desk.atlas.named()), "event": desk.atlas.events}
        link = desk.link(known(desk, name, holder[kind], what))
        return render.inline(Link(words, link.href) if words else link)

    macro.__doc__ = f"The linked name of a {what} inside a sentence; `words` replaces the name."
    return macro


def module_map(desk: Desk) -> str:
    """Every module of the program with what its own first lines say, for those who work on it."""
    return render.page("modules.html", desk, modules.module_map())


MACROS: dict[str, Callable[..., str]] = {
    "place_page": place_page,
    "evidence_page": evidence_page,
    "event_page": event_page,
    "force_page": force_page,
    "person_page": person_page,
    "concept_page": concept_page,
    "publisher_page": publisher_page,
    "reading_page": reading_page,
    "places_index": places_index,
    "forces_glossary": forces_glossary,
    "concepts_index": concepts_index,
    "chronology_index": chronology_index,
    "chronology_year": chronology_year,
    "names_index": names_index,
    "sources_index": sources_index,
    "disagreements_index": disagreements_index,
    "town_disagreements": town_disagreements,
    "compare": compare,
    "not_known": not_known,
    "coverage": coverage,
    "routes_page": routes_page,
    "front_page": front_page,
    "event": event,
    "timeline": timeline,
    "figure": figure,
    "figure_range": figure_range,
    "outcomes": outcomes,
    "places_map": places_map,
    "routes_map": routes_map,
    "cite": cite,
    "place": mention("place", "place"),
    "force": mention("force", "force"),
    "person": mention("person", "person"),
    "term": mention("concept", "concept"),
    "event_link": mention("event", "event"),
    **DATA_MACROS,
    "module_map": module_map,
}
